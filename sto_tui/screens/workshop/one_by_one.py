"""Ideas or goals that come on the wall one at a time."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sto_tui.domain.evaluation import Answer
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.domain.text import shortened

MOST_OF_WHY = 60


@dataclass(frozen=True)
class OneByOne:
    """All of them in order, the id of the one that was gone to, and what is asked: `impact` or `effort` of answers.

    `judged` are the goals that got a verdict in this meeting; one of before is shown, and asked again.
    """

    items: Sequence[Answer | Goal]
    gone_to: int
    axis: str
    judged: Collection[int] = ()

    @property
    def current(self) -> Answer | Goal | None:
        """The one on the wall: that was gone to, else the first of which the value is not known."""
        gone_to = next((item for item in self.items if item.id == self.gone_to), None)
        return gone_to or self._first_lacking(self.items) or next(iter(self.items), None)

    def _first_lacking(self, items: Iterable[Answer | Goal]) -> Answer | Goal | None:
        """The first that lacks a value; goals without any verdict go before those with one of before."""
        lacking = filter(self.lacks_value, items)
        return min(lacking, key=lambda item: isinstance(item, Goal) and _has_verdict(item), default=None)

    def lacks_value(self, item: Answer | Goal) -> bool:
        """Whether what is asked is not known of it yet, or of a goal not from this meeting."""
        if isinstance(item, Goal):
            return item.id not in self.judged or not _has_verdict(item)
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
        following = self._first_lacking(around)
        return following.id if following else None

    @property
    def known(self) -> str:
        """What is known of the current one."""
        item = self.current
        if isinstance(item, Goal) and _has_verdict(item):
            verdict = ", ".join(filter(None, (item.outcome.label, shortened(item.why, MOST_OF_WHY))))
            return f"eerder: {verdict}" if self.lacks_value(item) else verdict
        if item is None or self.lacks_value(item):
            return ""
        return f"{'effect' if self.axis == 'impact' else 'moeite'} {getattr(item, self.axis)}"

    @property
    def place(self) -> str:
        """Which of how many it is, and what is known of it."""
        ids = [item.id for item in self.items]
        where = f"{ids.index(self.current.id) + 1} van {len(ids)}" if self.current else ""
        return " · ".join(filter(None, (where, self.known)))


def _has_verdict(goal: Goal) -> bool:
    return goal.outcome is not GoalOutcome.ONBEKEND
