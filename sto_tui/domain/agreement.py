"""Who agreed on a text, and when: it holds for the words that were agreed on, and lapses when they change."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol


class Agreed(Protocol):
    """A record of which a body agreed on the words."""

    @property
    def agreed_on(self) -> date | None:
        """The day."""

    @property
    def agreed_by(self) -> int | None:
        """The body."""


NOT_AGREED: dict[str, Any] = {"agreed_on": None, "agreed_by": None}


def lapsed(before: Agreed | None, after: Agreed, words: Sequence[str]) -> dict[str, Any]:
    """What changes in a record of which the words changed: nobody agreed on these, unless that same edit says so."""
    if before is None or before.agreed_on is None or before.agreed_on != after.agreed_on:
        return {}
    return {} if _same(before, after, words) else NOT_AGREED


def lapsed_between(together: Agreed, sides: Sequence[Agreed], words: Sequence[str]) -> dict[str, Any]:
    """The same for what comes of two sides: it was agreed on when a side that says so has these words."""
    if together.agreed_on is None:
        return {}
    agreeing = [side for side in sides if side.agreed_on == together.agreed_on]
    return {} if any(_same(side, together, words) for side in agreeing) else NOT_AGREED


def _same(one: Agreed, two: Agreed, words: Sequence[str]) -> bool:
    return all(getattr(one, name) == getattr(two, name) for name in words)
