"""The number that a new record gets, and when it must get another one; worked out by hand on the small tree.

Theme 1 has the speerpunten 1.1 and 1.2, theme 2 has 2.1 and 2.2; 1.1 has the milestones 1.1a and 1.1b, 1.2 has 1.2a.
"""

from collections.abc import Collection
from datetime import date

import pytest

from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.beginnings import beginning, begun_with, number_anew
from tests.support.by_hand import dossier_with
from tests.support.small_plan import with_records
from tests.support.small_tree import small_tree


def milestone(number: str, speerpunt: int | None = 1, theme: int | None = None) -> Milestone:
    return Milestone(id=-1, number=number, title="Nieuw", speerpunt=speerpunt, theme=theme)


@pytest.mark.parametrize(
    ("record", "renumbered", "anew"),
    [
        (milestone("1.1c"), (), None),
        (milestone("1.1b"), (), "1.1c"),
        # Beside those of another speerpunt it may have any number.
        (milestone("1.1b", speerpunt=2), (), None),
        (milestone("2a", speerpunt=None, theme=2), (), "2.1"),
        (milestone("2a", speerpunt=None, theme=1), (), None),
        (milestone("9", speerpunt=None), (), "10"),
        # What stands below what was renumbered follows it, also where its number is free.
        (milestone("1.2c"), ("speerpunten/1",), "1.1c"),
        (milestone("1.2c"), ("speerpunten/2",), None),
        (Speerpunt(id=-1, theme=1, number="1.2", title="Nieuw"), (), "1.3"),
        (Speerpunt(id=-1, theme=1, number="1.3", title="Nieuw"), (), None),
        (Speerpunt(id=-1, theme=2, number="1.2", title="Nieuw"), (), None),
        (Theme(id=-1, number=2, title="Nieuw"), (), 3),
        (Theme(id=-1, number=7, title="Nieuw"), (), None),
        (Goal(id=-1, number=1, text="Nieuw"), (), 3),
    ],
)
def test_a_number_that_is_taken_beside_it_becomes_the_next(
    record: Record, renumbered: Collection[str], anew: str | int | None
) -> None:
    assert number_anew(small_tree(), record, [Ref.parse(address) for address in renumbered]) == anew


@pytest.mark.parametrize(("number", "is_next"), [("1.1c", True), ("1.1d", False)])
def test_what_has_the_next_number_may_have_got_it_beforehand(number: str, is_next: bool) -> None:
    assert begun_with(small_tree(), milestone(number)) is is_next


FIRST = PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
SECOND = PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)


@pytest.mark.parametrize(
    ("theme", "more", "number"),
    [
        # Each plan numbers by itself: 1.1 and 1.2 in the first, only 1.1 in the second.
        (1, (), "1.3"),
        (2, (), "1.2"),
        # One of this theme that names another plan itself still has its number.
        (2, (Speerpunt(id=9, theme=2, number="1.5", title="Ook van toen", periods=(1,)),), "1.6"),
    ],
)
def test_each_plan_counts_its_own_speerpunten(theme: int, more: Collection[Record], number: str) -> None:
    plans = dossier_with(
        FIRST,
        SECOND,
        Theme(id=1, number=1, title="Labs", periods=(1,)),
        Theme(id=2, number=1, title="Labs", periods=(2,)),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
        Speerpunt(id=2, theme=1, number="1.2", title="Bus"),
        Speerpunt(id=3, theme=2, number="1.1", title="Lab"),
    )
    dossier = with_records(plans, *more).seen_in(theme)
    assert beginning(dossier, Speerpunt, {"theme": theme}) == {"number": number}
    assert beginning(dossier, Speerpunt, {}) == {}
