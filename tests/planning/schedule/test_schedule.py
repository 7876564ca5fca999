from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone, Stoplicht
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import TABLES
from sto_tui.planning.schedule.cycles import elementary_cycles, knots
from sto_tui.planning.schedule.margins import (
    MOST_CYCLES,
    Margins,
    cycles,
    is_held,
    links,
    net,
    ready_on,
    schedule,
    successors,
    too_early,
)


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


def rings_by_trying(graph: dict[int, list[int]]) -> set[tuple[int, ...]]:
    """Every ring from its lowest number on: all orders of all choices of numbers are tried."""
    return {
        order
        for length in range(1, len(graph) + 1)
        for order in permutations(graph, length)
        if order[0] == min(order) and all(then in graph[one] for one, then in pairwise([*order, order[0]]))
    }


@pytest.mark.parametrize(("size", "share", "times"), [(4, 0.5, 300), (5, 0.4, 150), (6, 0.3, 60)])
def test_rings_and_knots_are_those_that_trying_everything_finds(size: int, share: float, times: int) -> None:
    chance = Random(size)
    for _ in range(times):
        graph = {one: [other for other in range(size) if chance.random() < share] for one in range(size)}
        rings = [tuple(ring) for ring in elementary_cycles(graph, {one: one for one in graph})]
        expected = rings_by_trying(graph)
        assert (set(rings), len(rings)) == (expected, len(expected))
        # A knot: the rings of two or more that hang together through shared numbers.
        together: list[set[int]] = []
        for ring in (set(ring) for ring in expected if len(ring) > 1):
            touching = [one for one in together if one & ring]
            together = [one for one in together if not one & ring] + [ring.union(*touching)]
        assert sorted(map(sorted, knots(graph))) == sorted(map(sorted, together))


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


@pytest.mark.parametrize(
    ("done", "days"),
    [
        (40, None),  # ready on day 40, before the start on 60, though it was due on 100
        (60, None),
        (65, 5),  # ready five days after the start
        (None, 40),  # gereed, but nobody knows since when: it was due on 100, so 40 days after the start on 60
    ],
)
def test_of_what_is_gereed_its_own_day_counts(done: int | None, days: int | None) -> None:
    done_on = None if done is None else day(done)
    first = step(1, 0, 100, light=Stoplicht.GEREED, done_on=done_on)
    found = list(too_early(dossier_of(first, step(2, 60, 120, 1))))
    assert [early for *_, early in found] == ([days] if days else [])


def test_a_day_without_gereed_does_not_count() -> None:
    """An open milestone is due on day 100, whatever day it was gereed on before: 40 days after the start on 60."""
    open_again = step(1, 0, 100, light=Stoplicht.ORANJE, done_on=day(40))
    assert [early for *_, early in too_early(dossier_of(open_again, step(2, 60, 120, 1)))] == [40]


def test_a_link_to_what_is_gone_is_no_link() -> None:
    alone = dossier_of(Milestone(id=2, number="1.3", title="Dan", after=(Dependency(milestone=9),)))
    assert list(links(alone)) == []
    assert cycles(alone) == []


# How early and how late.

PERIOD = PlanPeriod(id=1, label="2027", start=date(2027, 1, 1), end=date(2027, 12, 31), current=True)


def day(number: int) -> date:
    """A day of 2027: 0 is the first of January."""
    return PERIOD.start + timedelta(days=number)


def step(id: int, start: int | None, due: int | None, *after: int | tuple[int, int], **more: object) -> Milestone:
    """A milestone between two days of 2027, after others (with a lag)."""
    waits = [one if isinstance(one, tuple) else (one, 0) for one in after]
    values = {
        "id": id,
        "number": f"1.{id}",
        "title": "Klaar",
        "start": None if start is None else day(start),
        "due": None if due is None else day(due),
        "after": tuple(Dependency(milestone=one, lag_days=lag) for one, lag in waits),
    }
    return Milestone.model_validate({**values, **more})


def planned(*milestones: Milestone) -> Dossier:
    return dossier_of(*milestones).with_tables({"periods": {1: PERIOD}})


def days_of(window: Margins) -> tuple[int | None, ...]:
    spans = (window.earliest_start, window.earliest_due, window.latest_start, window.latest_due)
    return *((one - PERIOD.start).days if one else None for one in spans), window.slack_days


@pytest.mark.parametrize(
    ("start", "due", "fixed", "held"),
    [
        (10, 20, True, True),
        (10, None, True, True),
        (None, 20, True, True),
        (None, None, True, False),
        (10, 20, False, False),
    ],
)
def test_only_a_date_can_stand_fast(start: int | None, due: int | None, fixed: bool, held: bool) -> None:
    assert is_held(step(1, start, due, fixed_date=fixed)) is held


READY = {"light": Stoplicht.GEREED, "done_on": day(25)}


@pytest.mark.parametrize(
    ("milestones", "expected"),
    [
        pytest.param([step(1, 10, 40)], {1: (0, 30, 10, 40, 0)}, id="alone"),
        pytest.param(
            [step(1, 5, 15), step(2, 30, 40, (1, 7))],
            {1: (0, 10, 13, 23, 8), 2: (17, 27, 30, 40, 0)},
            id="a chain with a lag",
        ),
        pytest.param(
            [step(1, 5, 15), step(2, 20, 50, 1), step(3, 20, 25, 1), step(4, 60, 70, 2, 3)],
            {1: (0, 10, 20, 30, 15), 2: (10, 40, 30, 60, 10), 3: (10, 15, 55, 60, 35), 4: (40, 50, 60, 70, 0)},
            id="two ways to one end",
        ),
        pytest.param(
            [step(1, 0, 30), step(2, 20, 40, 1)], {1: (0, 30, -10, 20, -10), 2: (30, 50, 20, 40, 0)}, id="a conflict"
        ),
        pytest.param(
            [step(1, 0, 30), step(2, 20, 40, 1, fixed_date=True), step(3, 60, 70, 2)],
            {1: (0, 30, -10, 20, -10), 2: (20, 40, 20, 40, 0), 3: (40, 50, 60, 70, 0)},
            id="a fixed date holds",
        ),
        pytest.param(
            [step(1, 10, 30, **READY), step(2, 40, 50, 1)],
            {1: (10, 25, 20, 40, 15), 2: (25, 35, 40, 50, 0)},
            id="what is ready is an actual",
        ),
        pytest.param(
            [step(1, 10, 30, **{**READY, "light": Stoplicht.ORANJE}), step(2, 40, 50, 1)],
            {1: (0, 20, 20, 40, 10), 2: (20, 30, 40, 50, 0)},
            id="what was ready and is so no longer is planned anew",
        ),
        pytest.param(
            [step(1, 10, 30, light=Stoplicht.GEREED), step(2, 40, 50, 1)],
            {1: (0, 20, 20, 40, 10), 2: (20, 30, 40, 50, 0)},
            id="ready on an unknown day",
        ),
        pytest.param([step(1, 30, 40, **READY)], {1: (25, 25, 30, 40, 15)}, id="ready before it was to start"),
        pytest.param(
            [step(1, 10, 20, **READY)], {1: (10, 25, 15, 25, 0)}, id="ready later than planned, and nothing waits"
        ),
        pytest.param(
            [step(1, 0, 26, **READY), step(2, 25, 25, 1)],
            {1: (0, 25, -1, 25, 0), 2: (25, 25, 25, 25, 0)},
            id="ready just in time, though planned a day later",
        ),
        pytest.param(
            [step(1, None, None), step(2, 20, 30, 1), step(3, 5, None, 2), step(4, None, 60, 2)],
            {1: (0, 0, 50, 50, None), 2: (0, 10, 50, 60, 30), 3: (10, 10, None, None, None), 4: (10, 10, 60, 60, 0)},
            id="dates that are missing",
        ),
        pytest.param(
            [step(1, 0, 10, 2), step(2, 20, 30, 1), step(3, 40, 50, 2), step(4, 5, 6, 4)],
            {1: (0, 10, 0, 10, 0), 2: (0, 10, 30, 40, 10), 3: (10, 20, 40, 50, 0), 4: (0, 1, 5, 6, 0)},
            id="links inside a ring are left out",
        ),
    ],
)
def test_windows(milestones: list[Milestone], expected: dict[int, tuple[int | None, ...]]) -> None:
    windows = schedule(planned(*milestones))
    assert {one: days_of(window) for one, window in windows.items()} == expected
    assert all(
        window.critical == ((slack := window.slack_days) is not None and slack <= 0) for window in windows.values()
    )


def test_without_a_period_the_first_starts_at_its_own_start() -> None:
    windows = schedule(dossier_of(step(1, 10, 20), step(2, 50, 60, 1), step(3, None, 60)))
    assert [days_of(window)[:2] for window in windows.values()] == [(10, 20), (20, 30), (None, None)]


def test_days_at_the_edge_of_the_calendar_are_no_trouble() -> None:
    late = step(1, 0, 10).model_copy(update={"start": date(9999, 12, 1), "due": date.max})
    hostile = dossier_of(late, step(2, 0, 10, (1, 3650)), step(3, 0, 10, (2, -3650)))
    assert schedule(hostile)[2].earliest_due == date.max
    assert next(early for *_, early in too_early(hostile)) > 0
    first = step(1, 0, 10, (2, -3650)).model_copy(update={"start": date.min, "due": date.min})
    assert schedule(dossier_of(first, step(2, 0, 10, (1, 3650))))[1].latest_due == date.min


def test_who_waits_on_a_milestone_also_in_a_ring() -> None:
    dossier = dossier_of(step(1, 0, 1, 2), step(2, 0, 1, (1, 7), 9))
    assert successors(dossier) == {1: [(2, 7)], 2: [(1, 0)]}
    assert schedule(dossier) is schedule(dossier)


KINDS: tuple[dict[str, object], ...] = ({}, {}, {}, {}, {"fixed_date": True}, READY)


@st.composite
def plans(draw: st.DrawFn) -> Dossier:
    """Milestones of which each may wait on any other (forwards mostly), some fixed or ready, some without dates."""
    milestones = []
    how_many = draw(st.integers(1, 7))
    for one in range(1, how_many + 1):
        start = draw(st.none() | st.integers(0, 90))
        length = draw(st.none() | st.integers(0, 40))
        due = None if length is None else (start or 0) + length
        others = draw(st.sets(st.integers(1, one - 1), max_size=3)) if one > 1 else set()
        if draw(st.integers(0, 9)) == 0:
            others |= {draw(st.integers(1, how_many))}
        after = [(other, draw(st.sampled_from((0, 0, 7, -5)))) for other in sorted(others)]
        more: dict[str, object] = draw(st.sampled_from(KINDS))
        milestones.append(step(one, start, due, *after, **more))
    return planned(*milestones)


@settings(max_examples=50)
@given(plans())
def test_nothing_starts_before_what_it_waits_on_and_without_conflict_nothing_is_late(dossier: Dossier) -> None:
    windows = schedule(dossier)
    outside_rings = [
        link
        for link in links(dossier)
        if link.milestone is not link.predecessor
        and link.predecessor.id not in net(dossier).ring_of.get(link.milestone.id, ())
    ]
    for link in outside_rings:
        one, before = windows[link.milestone.id], windows[link.predecessor.id]
        if not (is_held(link.milestone) or ready_on(link.milestone)) and before.earliest_due:
            assert one.earliest_start is not None
            assert one.earliest_start >= before.earliest_due + timedelta(days=link.lag_days)
        if one.latest_start and before.latest_due:
            assert before.latest_due + timedelta(days=link.lag_days) <= one.latest_start
    dated = all(one.start and one.due for one in dossier.of(Milestone).values())
    if dated and not list(too_early(dossier)):
        assert all((window.slack_days or 0) >= 0 for window in windows.values())
