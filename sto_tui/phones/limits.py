"""How often something may be done: so many at once, and then one in so many seconds."""

from collections import OrderedDict

MOST_ADDRESSES = 1000
WRONG_CODES, SECONDS_PER_WRONG_CODE = 20, 10.0
"""Of one address, which may be that of a whole room behind one router; the odds of a guess come from those in all."""
WRONG_CODES_IN_ALL, SECONDS_PER_WRONG_CODE_IN_ALL = 60, 2.0


class Bucket:
    """Full at first; each act takes one out, and time puts them back."""

    def __init__(self, most: int, seconds: float, now: float) -> None:
        self._most = most
        self._seconds = seconds
        self._left = float(most)
        self._at = now

    def has_one(self, now: float) -> bool:
        """Whether it may be done now."""
        self._left = min(self._most, self._left + max(0.0, now - self._at) / self._seconds)
        self._at = now
        return self._left >= 1

    def take(self, now: float) -> bool:
        """Does it, when it may be done now."""
        if not self.has_one(now):
            return False
        self._left -= 1
        return True


class Guesses:
    """Wrong codes: some per address, and not many in all. While there are too many, a right one is refused too."""

    def __init__(self, now: float) -> None:
        self._in_all = Bucket(WRONG_CODES_IN_ALL, SECONDS_PER_WRONG_CODE_IN_ALL, now)
        self._by_address: OrderedDict[str, Bucket] = OrderedDict()

    def may_try(self, address: str, now: float) -> bool:
        """Whether a code of this address is looked at."""
        return self._in_all.has_one(now) and self._of(address, now).has_one(now)

    def was_wrong(self, address: str, now: float) -> None:
        """Counts a wrong one."""
        self._in_all.take(now)
        self._of(address, now).take(now)

    def _of(self, address: str, now: float) -> Bucket:
        if address not in self._by_address:
            self._by_address[address] = Bucket(WRONG_CODES, SECONDS_PER_WRONG_CODE, now)
            if len(self._by_address) > MOST_ADDRESSES:
                self._by_address.popitem(last=False)
        self._by_address.move_to_end(address)
        return self._by_address[address]
