"""The ids of new records, so that two copies of a dossier that are edited apart never give one id to two records.

An id is the second in which it was made, with a random number behind it: the order of ids is the order of making, and
no copy has to know what another one gave out. Ids of older files are small numbers, and stay.
"""

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

HIGHEST_ID = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly."""

_RANDOM_BITS = 22
_BEGIN = datetime(2020, 1, 1, tzinfo=UTC).timestamp()


class NewIds:
    """The ids for the new records of one change, which is made at `moment`, in local time.

    One random number goes for the whole change and the next records count on from it, so that a hundred rows at once
    meet those of another copy no sooner than one.
    """

    def __init__(self, moment: datetime) -> None:
        seconds = max(0, int(moment.timestamp() - _BEGIN))
        self._first = (seconds << _RANDOM_BITS) + secrets.randbelow(1 << _RANDOM_BITS)
        self._given: dict[str, int] = {}

    def next(self, table: str, taken: Iterable[str]) -> int:
        """The id for one more record of a table that has these ids; above HIGHEST_ID there are none left.

        Also after a clock that was ahead it is the highest, and still another than another copy would give.
        """
        if table in self._given:
            self._given[table] += 1
            return self._given[table]
        highest = max(map(int, taken), default=0)
        after = highest + 1 + secrets.randbelow(1 << _RANDOM_BITS)
        self._given[table] = self._first if self._first > highest else after
        return self._given[table]
