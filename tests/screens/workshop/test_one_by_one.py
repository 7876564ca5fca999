"""Goals one by one on the wall: which comes next, and that a verdict of before is told as such."""

import pytest

from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.screens.workshop.one_by_one import OneByOne

GOALS = (
    Goal(id=1, number=1, text="A", outcome=GoalOutcome.DEELS, why="Te laat"),
    Goal(id=2, number=2, text="B"),
    Goal(id=3, number=3, text="C", outcome=GoalOutcome.GEHAALD),
    Goal(id=4, number=4, text="D"),
)


@pytest.mark.parametrize(
    ("judged", "done", "following"),
    [((), 0, 2), ((), 2, 4), ((3,), 3, 4), ((2, 4), 4, 2), ((1, 3), 3, 4)],
)
def test_goals_without_a_verdict_come_first_then_those_of_before(
    judged: tuple[int, ...], done: int, following: int
) -> None:
    """2 and 4 have no verdict at all, so they stay wanting; 1 and 3 are asked after them unless judged today."""
    one_by_one = OneByOne(GOALS, 0, "", judged)
    current = one_by_one.current
    assert (one_by_one.after(done) if done else current and current.id) == following


def test_when_all_were_judged_today_nothing_follows() -> None:
    goals = (GOALS[0], GOALS[2])
    assert OneByOne(goals, 0, "", (3,)).after(3) == 1
    assert OneByOne(goals, 0, "", (1, 3)).after(3) is None
    assert OneByOne(goals, 1, "").place == "1 van 2 · eerder: deels, Te laat"
    assert OneByOne(goals, 1, "", (1,)).place == "1 van 2 · deels, Te laat"
