"""Ideas or goals that come on the wall one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from sto_tui.domain.evaluation import Answer
from sto_tui.domain.plan import Goal, GoalOutcome


@dataclass(frozen=True)
class OneByOne:
    """All of them in order, the id of the one that was gone to, and what is asked: `impact` or `effort` of answers."""

    items: Sequence[Answer | Goal]
    gone_to: int
    axis: str

    @property
    def current(self) -> Answer | Goal | None:
        """The one on the wall: that was gone to, else the first of which the value is not known."""
        gone_to = next((item for item in self.items if item.id == self.gone_to), None)
        return gone_to or next(filter(self.lacks_value, self.items), self.items[0] if self.items else None)

    def lacks_value(self, item: Answer | Goal) -> bool:
        """Whether what is asked is not known of it yet."""
        if isinstance(item, Goal):
            return item.outcome is GoalOutcome.ONBEKEND
        return getattr(item, self.axis) is None

    def beside(self, step: int) -> int:
        """The id of the item so many places further; the same at the ends."""
        ids = [item.id for item in self.items]
        here = ids.index(self.current.id) if self.current else 0
        return ids[max(0, min(here + step, len(ids) - 1))] if ids else 0

    def after(self, done: int) -> int | None:
        """The next one that lacks a value, from the one that is done on; None when all have one."""
        place = next((place for place, item in enumerate(self.items) if item.id == done), 0)
        around = (*self.items[place + 1 :], *self.items[:place])
        return next((item.id for item in around if self.lacks_value(item)), None)

    @property
    def known(self) -> str:
        """What is known of the current one."""
        item = self.current
        if item is None or self.lacks_value(item):
            return ""
        if isinstance(item, Goal):
            return item.outcome.label
        return f"{'effect' if self.axis == 'impact' else 'moeite'} {getattr(item, self.axis)}"

    @property
    def place(self) -> str:
        """Which of how many it is, and what is known of it."""
        ids = [item.id for item in self.items]
        where = f"{ids.index(self.current.id) + 1} van {len(ids)}" if self.current else ""
        return " · ".join(filter(None, (where, self.known)))
