from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone
from sto_tui.domain.tables import TABLES
from sto_tui.planning.schedule import MOST_CYCLES, cycles, links, too_early


def dossier_of(*milestones: Milestone) -> Dossier:
    empty: dict[str, dict[int, Milestone]] = {name: {} for name in TABLES}
    return Dossier({**empty, "milestones": {one.id: one for one in milestones}})


def rings_of(*followers: tuple[int, int]) -> list[list[int]]:
    after: dict[int, list[int]] = defaultdict(list)
    for first, then in followers:
        after[then].append(first)
    numbers = sorted({number for link in followers for number in link})
    return cycles(
        dossier_of(
            *(
                Milestone(
                    id=one,
                    number=str(one),
                    title="Klaar",
                    after=tuple(Dependency(milestone=first) for first in after[one]),
                )
                for one in numbers
            )
        )
    )


@pytest.mark.parametrize(
    ("followers", "expected"),
    [
        ([(1, 2), (2, 3), (1, 3)], []),
        ([(1, 1)], [[1]]),
        ([(1, 2), (2, 1), (2, 1)], [[1, 2]]),
        ([(3, 2), (2, 1), (1, 3)], [[1, 3, 2]]),
        ([(1, 2), (2, 1), (2, 3), (3, 2)], [[1, 2], [2, 3]]),
        ([(1, 2), (2, 3), (3, 1), (3, 4), (4, 1), (5, 6), (6, 5), (6, 6)], [[1, 2, 3], [1, 2, 3, 4], [5, 6], [6]]),
        ([(1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)], [[1, 2], [1, 2, 3], [1, 3], [1, 3, 2], [2, 3]]),
    ],
)
def test_every_ring_is_named_once(followers: list[tuple[int, int]], expected: list[list[int]]) -> None:
    assert rings_of(*followers) == expected


def test_a_very_long_ring_and_a_tangle_are_no_trouble() -> None:
    long = list(range(1, 3001))
    assert rings_of(*pairwise([*long, 1])) == [long]
    tangle = [(one, other) for one in range(1, 15) for other in range(1, 15) if one != other]
    rings = rings_of(*tangle)
    assert len({tuple(ring) for ring in rings}) == MOST_CYCLES


def pair(due: date | None, start: date | None, lag: int = 0) -> Dossier:
    return dossier_of(
        Milestone(id=1, number="1.2", title="Eerst", due=due),
        Milestone(id=2, number="1.3", title="Dan", start=start, after=(Dependency(milestone=1, lag_days=lag),)),
    )


@pytest.mark.parametrize(
    ("due", "start", "lag", "days"),
    [
        (date(2027, 3, 31), date(2027, 4, 1), 0, None),
        (date(2027, 3, 31), date(2027, 3, 31), 0, None),
        (date(2027, 3, 31), date(2027, 3, 19), 0, 12),
        (date(2027, 3, 31), date(2027, 4, 13), 14, 1),
        (date(2027, 3, 31), date(2027, 4, 14), 14, None),
        (date(2027, 3, 31), date(2027, 3, 1), -30, None),
        (None, date(2027, 3, 1), 0, None),
        (date(2027, 3, 31), None, 0, None),
    ],
)
def test_too_early_counts_calendar_days(due: date | None, start: date | None, lag: int, days: int | None) -> None:
    found = [(one.number, before.number, early) for one, before, early in too_early(pair(due, start, lag))]
    assert found == ([("1.3", "1.2", days)] if days else [])


def test_a_link_to_what_is_gone_is_no_link() -> None:
    alone = dossier_of(Milestone(id=2, number="1.3", title="Dan", after=(Dependency(milestone=9),)))
    assert list(links(alone)) == []
    assert cycles(alone) == []
