"""Many tests open the same sample: from equal tables comes one and the same dossier, with what was worked out of it.

A dossier never changes, and keeps what was looked up in it for as long as it is in use.
"""

from collections.abc import Iterator
from datetime import date
from weakref import WeakKeyDictionary

import orjson
import pytest
from textual.cache import LRUCache

from sto_tui.domain.dossier import Dossier
from sto_tui.planning.checks.finding import Judged, Judging
from sto_tui.session import findings
from sto_tui.storage import settling_store
from sto_tui.storage.file.codec import dossier_from
from sto_tui.storage.file.long_numbers import as_written
from sto_tui.storage.file.migrations import RawTables

AT_HAND = 16


def make_equal_dossiers_once(patch: pytest.MonkeyPatch) -> None:
    """Opening a dossier, and working out its findings in an app, costs this once per content and day."""
    worked_out: WeakKeyDictionary[Dossier, dict[date, Judged]] = WeakKeyDictionary()

    made: LRUCache[tuple[bytes, str], Dossier] = LRUCache(AT_HAND)

    def from_tables(raw: RawTables, name: str) -> Dossier:
        content = orjson.dumps(raw, as_written), name
        dossier = made.get(content)
        if dossier is None:
            dossier = made[content] = dossier_from(raw, name)
        return dossier

    class JudgingOnce(Judging):
        def steps(self, dossier: Dossier, today: date) -> Iterator[None]:
            if today not in worked_out.get(dossier, {}):
                yield from super().steps(dossier, today)

        def judged(self, dossier: Dossier, today: date) -> Judged:
            by_day = worked_out.setdefault(dossier, {})
            if today not in by_day:
                by_day[today] = super().judged(dossier, today)
            return by_day[today]

    patch.setattr(settling_store, "dossier_from", from_tables)
    patch.setattr(findings, "Judging", JudgingOnce)
