"""Proposals to move milestones, the steps of the timeline, and the line that says what a milestone waits on."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone, Stoplicht
from sto_tui.domain.record import Ref
from sto_tui.domain.region import HolidayRegion
from sto_tui.planning.schedule.dates import Dates
from sto_tui.planning.schedule.margins import is_held, net, ready_day, too_early
from sto_tui.planning.schedule.predecessors import parse_after, parse_waiting, shown_after
from sto_tui.planning.schedule.replanning import (
    Move,
    Proposed,
    Unit,
    backwards,
    moves_change,
    pushed,
    shifted,
    stretched,
)
from sto_tui.planning.working_days.free_days import FreeDays, free_days, is_edge
from tests.planning.schedule.test_schedule import READY, day, dossier_of, planned, plans, step
from tests.planning.working_days.test_free_days import region
from tests.support.small_plan import empty_plan

FIXED = {"fixed_date": True}
WEEKENDS = free_days(empty_plan())
MIDDEN = free_days(region(HolidayRegion.MIDDEN))
LATE = (date(2100, 12, 31) - day(0)).days


def applied(dossier: Dossier, moves: Iterable[Move]) -> Dossier:
    edits = moves_change(dossier, list(moves), "Plannen").edits
    after = {edit.ref.id: edit.after for edit in edits if edit.after}
    return dossier.with_tables({"milestones": {**dossier.tables["milestones"], **after}})


def days_after(moves: Iterable[Move]) -> dict[int, tuple[int | None, ...]]:
    return {
        move.milestone: tuple((one - day(0)).days if one else None for one in (move.after.start, move.after.due))
        for move in moves
    }


# Back from the end result.


@pytest.mark.parametrize(
    ("milestones", "expected"),
    [
        pytest.param([step(1, 5, 15), step(2, 30, 40, (1, 7))], {1: (13, 23)}, id="as late as possible"),
        pytest.param([step(1, 20, 35), step(2, 30, 40, 1)], {1: (15, 30)}, id="earlier when it is too late"),
        pytest.param(
            [step(1, 5, 15), step(2, 20, 30, 1, **READY), step(3, 80, 90, 2)], {1: (10, 20)}, id="what is ready holds"
        ),
        pytest.param(
            [step(1, 5, 15), step(2, 50, 60, 1, **FIXED), step(3, 20, 30, 2, **FIXED)],
            {1: (40, 50)},
            id="a fixed date holds, also when it is too late itself",
        ),
        pytest.param(
            [step(1, 5, 15), step(2, 30, None, 1), step(3, 80, 90, 1)], {1: (20, 30)}, id="before a start without due"
        ),
        pytest.param([step(1, 5, 15, **FIXED), step(2, 5, 15, **READY), step(3, 30, 40, 1, 2)], {}, id="those stay"),
        pytest.param([step(1, None, None), step(2, 30, 40, 1)], {1: (None, 30)}, id="only a due date"),
        pytest.param(
            [step(1, 5, None), step(2, None, 9, 1), step(3, 30, 40, 2)], {1: (30, None), 2: (None, 30)}, id="one"
        ),
        pytest.param([step(1, 5, 15, 2), step(2, 5, 15, 1)], {}, id="a ring"),
    ],
)
def test_planning_back(milestones: list[Milestone], expected: dict[int, tuple[int | None, ...]]) -> None:
    found = backwards(planned(*milestones))
    assert (days_after(found.moves), found.blocked) == (expected, [])


def test_planning_back_from_a_last_day() -> None:
    dossier = planned(
        step(1, 5, 15), step(2, 30, 40, 1), step(3, 30, 40, **FIXED), step(4, None, None), step(5, 50, None)
    )
    found = backwards(dossier, day(90))
    assert days_after(found.moves) == {1: (70, 80), 2: (80, 90), 4: (None, 90), 5: (50, 90)}
    assert [move.reason for move in found.moves][:2] == [
        "moet klaar zijn voordat 1.2 begint (22 mrt 2027)",
        "eindresultaat, klaar op 1 apr 2027",
    ]


@pytest.mark.parametrize(
    ("milestones", "expected", "sentence"),
    [
        (
            [step(1, 20, 30, **FIXED), step(2, 40, 50, 1), step(3, 35, 60, 2)],
            {2: (25, 35)},
            "1.2 begint dan voordat 1.1 klaar is, en 1.1 staat vast.",
        ),
        (
            # Ready on day 25, five days before it was due: 16 days later is day 41.
            [step(1, 20, 30, **READY), step(2, 45, 55, (1, 16)), step(3, 50, 60, 2)],
            {2: (40, 50)},
            "1.2 begint dan minder dan 16 dagen nadat 1.1 klaar is, en 1.1 is gereed.",
        ),
        (
            [step(1, 20, 30, **FIXED), step(2, None, 40, (1, -5)), step(3, 20, 60, 2)],
            {2: (None, 20)},
            "1.2 eindigt dan meer dan 5 dagen voordat 1.1 klaar is, en 1.1 staat vast.",
        ),
        (
            [step(1, 5, 65), step(2, 70, 90, 1), step(3, 20, 30, 2)],
            {2: (0, 20)},
            "1.1 zou vóór de planperiode moeten beginnen (2 nov 2026). Maak de keten korter of kies een later eind.",
        ),
        (
            [step(1, 5, 15), step(2, 30, 90, 1), step(3, 1, 30, 2)],
            {1: (20, 30)},
            "1.2 zou vóór de planperiode moeten beginnen (3 nov 2026). Maak de keten korter of kies een later eind.",
        ),
        (
            [step(1, None, 15), step(2, 0, 90, (1, 59))],
            {},
            "1.1 zou vóór de planperiode klaar moeten zijn (3 nov 2026). Maak de keten korter of kies een later eind.",
        ),
    ],
)
def test_planning_back_says_what_does_not_fit(
    milestones: list[Milestone], expected: dict[int, tuple[int | None, ...]], sentence: str
) -> None:
    found = backwards(planned(*milestones))
    assert (days_after(found.moves), found.blocked) == (expected, [sentence])


@pytest.mark.parametrize(
    ("fixed_due", "lag", "said"),
    [
        # 1.2 comes to start on day 40. Without a lag 1.1 may be due on that day; with 14 days on day 26 at the latest.
        (40, 0, ""),
        (41, 0, "voordat 1.1 klaar is"),
        (26, 14, ""),
        (27, 14, "minder dan 14 dagen nadat 1.1 klaar is"),
        (40, 14, "minder dan 14 dagen nadat 1.1 klaar is"),
        (41, 14, "voordat 1.1 klaar is"),
        (45, -5, ""),
        (46, -5, "meer dan 5 dagen voordat 1.1 klaar is"),
    ],
)
def test_how_long_after_what_stays(fixed_due: int, lag: int, said: str) -> None:
    found = backwards(planned(step(1, 20, fixed_due, **FIXED), step(2, 45, 55, (1, lag)), step(3, 50, 60, 2)))
    assert days_after(found.moves) == {2: (40, 50)}
    assert found.blocked == ([f"1.2 begint dan {said}, en 1.1 staat vast."] if said else [])


def test_planning_back_stops_on_the_first_day_of_the_plan() -> None:
    # 30 days of work before day 30 begin on day 0; 31 days would begin a day earlier, on 31 december 2026.
    assert days_after(backwards(planned(step(1, 10, 40), step(2, 30, 60, 1))).moves) == {1: (0, 30)}
    (sentence,) = backwards(planned(step(1, 9, 40), step(2, 30, 60, 1))).blocked
    assert sentence.startswith("1.1 zou vóór de planperiode moeten beginnen (31 dec 2026).")
    (sentence,) = backwards(dossier_of(step(1, 9, 40), step(2, 30, 60, 1)), date(1990, 1, 20)).blocked
    assert sentence.startswith("1.2 zou vóór 1990 moeten beginnen (21 dec 1989).")


def test_an_end_result_does_not_move_before_the_plan_period() -> None:
    found = backwards(planned(step(1, 5, 95)), day(30))
    assert found.moves == []
    assert found.blocked[0].startswith("1.1 zou vóór de planperiode moeten beginnen (2 nov 2026).")


def test_the_reason_of_planning_back_says_the_time_between() -> None:
    for lag, words in ((7, "moet 7 dagen klaar zijn voordat 1.2"), (-1, "mag 1 dag doorlopen nadat 1.2")):
        move = backwards(planned(step(1, None, None), step(2, 30, 40, (1, lag)))).moves[0]
        assert move.reason == f"{words} begint (31 jan 2027); alleen een einddatum, want de duur is onbekend"


def early_links(dossier: Dossier) -> set[tuple[str, str]]:
    chain = net(dossier)
    return {
        (one.number, before.number) for one, before, _ in too_early(dossier) if not chain.in_ring(one.id, before.id)
    }


@settings(max_examples=50)
@given(plans(), st.none() | st.integers(0, 200).map(day), st.sampled_from([None, WEEKENDS, MIDDEN]))
def test_after_planning_back_nothing_is_left_to_plan_and_what_breaks_is_said(
    dossier: Dossier, last_day: date | None, days: FreeDays | None
) -> None:
    found = backwards(dossier, last_day, days)
    after = applied(dossier, found.moves)
    assert backwards(after, last_day, days).moves == []
    for one, before in early_links(after) - early_links(dossier):
        assert any(
            (sentence.startswith(f"{one} begint") and before in sentence) or sentence.startswith(f"{before} zou")
            for sentence in found.blocked
        )
    for move in found.moves:
        milestone = dossier.of(Milestone)[move.milestone]
        assert move.before != move.after
        assert milestone.light is not Stoplicht.GEREED
        assert not is_held(milestone)
        assert move.reason
        assert all(one is None or one >= day(0) for one in (move.after.start, move.after.due))


# Onwards.


@pytest.mark.parametrize(
    ("milestones", "expected"),
    [
        pytest.param(
            [step(1, 0, 30), step(2, 20, 40, 1), step(3, 45, 50, 2)], {2: (30, 50), 3: (50, 55)}, id="a chain"
        ),
        pytest.param([step(1, 0, 30), step(2, 40, 50, 1)], {}, id="room enough"),
        pytest.param([step(1, 0, 30), step(2, 30, 50, (1, 14)), step(3, 50, 60, (2, -20))], {2: (44, 64)}, id="lags"),
        pytest.param(
            [step(1, 0, 30), step(2, None, 20, 1), step(3, 10, None, 1)], {2: (None, 30), 3: (30, None)}, id="one"
        ),
        pytest.param([step(1, 0, 30), step(2, 20, 30), step(3, 10, 20, 2)], {}, id="what was wrong elsewhere stays"),
    ],
)
def test_pushing_on(milestones: list[Milestone], expected: dict[int, tuple[int | None, ...]]) -> None:
    found = pushed(planned(*milestones), [1])
    assert (days_after(found.moves), found.blocked) == (expected, [])


def test_the_reason_of_pushing_on() -> None:
    found = pushed(planned(step(1, 0, 30), step(2, 20, 40, 1), step(3, 45, 50, (2, 7))), [1])
    assert [move.reason for move in found.moves] == [
        "wacht op 1.1 (klaar op 31 jan 2027)",
        "wacht tot 7 dagen na 1.2 (klaar op 20 feb 2027)",
    ]


def test_what_is_ready_pushes_from_its_own_day() -> None:
    """Moved to be due on day 60, but ready on day 25 already: what begins on day 26 need not move."""
    assert pushed(planned(step(1, 0, 60, **READY), step(2, 26, 40, 1)), [1]).moves == []
    # Begun on day 20 it is five days too early, so it moves to day 25.
    assert days_after(pushed(planned(step(1, 0, 60, **READY), step(2, 20, 40, 1)), [1]).moves) == {2: (25, 45)}


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (
            (step(2, 20, 40, 1, **FIXED),),
            "1.2 wacht op 1.1 (klaar op 31 jan 2027), maar schuift niet mee: de datum staat vast.",
        ),
        ((step(2, 20, 40, 1, **READY),), "schuift niet mee: de mijlpaal is gereed."),
        ((step(2, 20, 40, 1, 3), step(3, 20, 40, 2)), "in een kring van mijlpalen die op elkaar wachten."),
        ((step(2, 20, LATE, (1, 3650)),), "de mijlpaal komt dan na 2100."),
    ],
)
def test_what_cannot_move_is_named(other: tuple[Milestone, ...], sentence: str) -> None:
    found = pushed(planned(step(1, 0, 30), *other, step(9, 30, 40, 2)), [1])
    assert found.moves == []
    assert len(found.blocked) == 1
    assert found.blocked[0].endswith(sentence)


def broken(dossier: Dossier, moved: Iterable[int]) -> set[int]:
    """Those that start before one of `moved` that they wait on is ready."""
    found = set()
    ready = set(moved)
    for one in dossier.of(Milestone).values():
        start = one.start or one.due
        for link in one.after:
            due = ready_day(dossier.of(Milestone)[link.milestone])
            if link.milestone in ready and link.milestone != one.id and start and due:
                found |= {one.id} if due + timedelta(days=link.lag_days) > start else set()
    return found


@settings(max_examples=50)
@given(plans(), st.sets(st.integers(1, 7), min_size=1, max_size=2), st.integers(1, 60))
def test_no_link_of_what_moved_is_broken_and_nothing_moves_more_than_needed(
    dossier: Dossier, moved: set[int], days: int
) -> None:
    moved &= set(dossier.of(Milestone))
    later = timedelta(days=days)
    tables = dict(dossier.of(Milestone))
    for one in moved:
        update = {name: day and day + later for name in ("start", "due") for day in [getattr(tables[one], name)]}
        tables[one] = tables[one].model_copy(update=update)
    dossier = dossier.with_tables({"milestones": tables})
    found: Proposed = pushed(dossier, moved)
    after = applied(dossier, found.moves)
    affected = {*moved, *(move.milestone for move in found.moves)}
    left = broken(after, affected)
    assert {after.of(Milestone)[one].number for one in left} == {sentence.split()[0] for sentence in found.blocked}
    for move in found.moves:
        late = after.of(Milestone)[move.milestone]
        assert not is_held(late)
        assert late.id not in net(dossier).ring_of
        back = {name: day and day - timedelta(days=1) for name in ("start", "due") for day in [getattr(late, name)]}
        too_little = after.with_tables({"milestones": {**after.of(Milestone), late.id: late.model_copy(update=back)}})
        assert late.id in broken(too_little, affected)


@settings(max_examples=50)
@given(plans(), st.sets(st.integers(1, 7), min_size=1, max_size=2), st.sampled_from([WEEKENDS, MIDDEN]))
def test_what_is_pushed_comes_on_working_days_and_waits_long_enough(
    dossier: Dossier, moved: set[int], days: FreeDays
) -> None:
    moved &= set(dossier.of(Milestone))
    found = pushed(dossier, moved, days)
    after = applied(dossier, found.moves)
    affected = {*moved, *(move.milestone for move in found.moves)}
    left = broken(after, affected)
    assert {after.of(Milestone)[one].number for one in left} == {sentence.split()[0] for sentence in found.blocked}
    for move in found.moves:
        for one in (move.after.start, move.after.due):
            assert one is None or is_edge(one) or days.is_working(one)
        for one, before in ((move.after.start, move.before.start), (move.after.due, move.before.due)):
            assert (one is None) == (before is None)
        if move.before.start and move.before.due and move.after.start and move.after.due:
            assert move.after.due - move.after.start >= move.before.due - move.before.start


# Working days. By hand from the calendar of 2027: 26 to 29 March is Easter, regio midden is off from 17 July.


def dated(number: int, start: date | None, due: date | None, *after: int) -> Milestone:
    return step(number, None, None, *after).changed(start=start, due=due)


@pytest.mark.parametrize(
    ("start", "expected", "words"),
    [
        # Due on Saturday 12 June would be Friday the 11th; the start keeps the days between, and comes on a Friday.
        (date(2027, 6, 12), ("2027-05-28", "2027-06-11"), "; niet in het weekend"),
        (date(2027, 6, 10), ("2027-05-27", "2027-06-10"), ""),
        # Easter Monday: back to Thursday, and fourteen days before that.
        (date(2027, 3, 29), ("2027-03-11", "2027-03-25"), "; niet op Tweede Paasdag"),
        (date(2027, 8, 4), ("2027-07-02", "2027-07-16"), "; niet in de zomervakantie"),
        # The first of a month bounds a period; the start does not.
        (date(2027, 5, 1), ("2027-04-16", "2027-05-01"), ""),
    ],
)
def test_planning_back_comes_on_working_days(start: date, expected: tuple[str, str], words: str) -> None:
    dossier = planned(dated(1, date(2027, 1, 4), date(2027, 1, 18)), dated(2, start, start + timedelta(days=300), 1))
    (move,) = backwards(dossier, None, MIDDEN).moves
    assert move.after == Dates(*map(date.fromisoformat, expected))
    assert words in move.reason


@pytest.mark.parametrize(
    ("due", "expected", "words"),
    [
        # Sunday 13 June: from Monday on, with the same ten days, which end on a Thursday.
        (date(2027, 6, 13), ("2027-06-14", "2027-06-24"), "; niet in het weekend"),
        # From Thursday 10 June ten days end on a Sunday.
        (date(2027, 6, 10), ("2027-06-10", "2027-06-21"), "; niet in het weekend"),
        (date(2027, 7, 20), ("2027-08-30", "2027-09-09"), "; niet in de zomervakantie"),
    ],
)
def test_pushing_on_comes_on_working_days(due: date, expected: tuple[str, str], words: str) -> None:
    dossier = planned(dated(1, date(2027, 1, 4), due), dated(2, date(2027, 2, 1), date(2027, 2, 11), 1))
    (move,) = pushed(dossier, [1], MIDDEN).moves
    assert move.after == Dates(*map(date.fromisoformat, expected))
    assert words in move.reason


def test_a_working_day_before_the_plan_is_none() -> None:
    dossier = planned(dated(1, None, date(2027, 3, 1)), dated(2, date(2027, 1, 3), date(2027, 3, 3), 1))
    (move,) = backwards(dossier, None, WEEKENDS).moves
    assert move.after.due == date(2027, 1, 3)


def test_pushing_on_into_the_last_year() -> None:
    late = (date(2100, 12, 31) - day(0)).days
    found = pushed(planned(step(1, 0, 30), step(2, 29, late - 1, 1)), [1])
    assert days_after(found.moves) == {2: (30, late)}


def test_a_chosen_part_is_one_change() -> None:
    dossier = planned(step(1, 0, 30), step(2, 20, 40, 1), step(3, 45, 50, 2))
    change = moves_change(dossier, pushed(dossier, [1]).moves[:1], "Doorgeschoven")
    assert (change.label, change.refs) == ("Doorgeschoven", (Ref("milestones", 2),))
    assert change.edits[0].before is dossier.of(Milestone)[2]


# Steps on the timeline.


@pytest.mark.parametrize(
    ("unit", "step_", "start", "due"),
    [
        ("month", 1, date(2027, 2, 28), date(2027, 3, 31)),
        ("quarter", 1, date(2027, 4, 30), date(2027, 5, 31)),
        ("half", -1, date(2026, 7, 31), date(2026, 8, 31)),
        ("year", 1, date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_a_step_keeps_the_end_of_the_month(unit: Unit, step_: int, start: date, due: date) -> None:
    milestone = Milestone(id=1, number="1.1", title="Klaar", start=date(2027, 1, 31), due=date(2027, 2, 28))
    moved = shifted(milestone, unit, step_)
    assert (moved.start, moved.due) == (start, due)


@pytest.mark.parametrize(
    ("start", "due", "unit", "steps", "expected"),
    [
        (date(2027, 1, 15), None, "quarter", 2, (date(2027, 7, 15), None)),
        (None, date(2027, 1, 15), "month", -2, (None, date(2026, 11, 15))),
        (date(2027, 1, 15), date(2027, 12, 30), "half", 3, (date(2028, 7, 15), date(2029, 6, 30))),
        (date(2027, 1, 1), date(2027, 12, 31), "year", 73, (date(2100, 1, 1), date(2100, 12, 31))),
        (date(2027, 1, 1), date(2027, 12, 31), "year", -37, (date(1990, 1, 1), date(1990, 12, 31))),
        (date(2027, 1, 1), date(2027, 12, 31), "year", 74, None),
        (date(2027, 1, 1), date(2027, 12, 31), "year", -38, None),
        (date(2100, 11, 1), date(2100, 12, 30), "month", 1, None),
        (date(1990, 1, 1), date(1990, 2, 3), "month", -1, None),
    ],
)
def test_steps_of_a_milestone(
    start: date | None, due: date | None, unit: Unit, steps: int, expected: tuple[date | None, date | None] | None
) -> None:
    milestone = Milestone(id=1, number="1.1", title="Klaar", start=start, due=due)
    if expected is None:
        with pytest.raises(ValueError, match=r"^1\.1 komt dan buiten de jaren 1990-2100\.$"):
            shifted(milestone, unit, steps)
    else:
        moved = shifted(milestone, unit, steps)
        assert (moved.start, moved.due) == expected


def test_stretching_stops_on_the_day_on_which_it_starts() -> None:
    milestone = Milestone(id=1, number="1.1", title="Klaar", start=date(2027, 1, 15), due=date(2027, 3, 15))
    assert stretched(milestone, "month", -2).due == date(2027, 1, 15)
    with pytest.raises(ValueError, match=r"kan niet eerder klaar zijn\. Verschuif de mijlpaal als geheel\."):
        stretched(milestone, "month", -3)
    assert stretched(milestone, "quarter", 2).due == date(2027, 9, 15)
    assert stretched(milestone.changed(start=None), "month", -3).due == date(2026, 12, 15)


def test_stretching_moves_only_the_due_date() -> None:
    milestone = step(1, 0, 58)
    assert (stretched(milestone, "month", 1).start, stretched(milestone, "month", 1).due) == (day(0), date(2027, 3, 31))
    with pytest.raises(ValueError, match="begint op 1 jan 2027 en kan niet eerder klaar zijn"):
        stretched(milestone, "quarter", -1)


@pytest.mark.parametrize(
    ("milestone", "words"),
    [
        (step(1, 0, 10, **FIXED), "De datum van 1.1 staat vast. Haal dat eerst weg in het formulier."),
        (step(1, None, None), "1.1 heeft nog geen"),
        (step(1, 0, LATE), "1.1 komt dan buiten de jaren 1990-2100."),
    ],
)
def test_what_cannot_step_says_why(milestone: Milestone, words: str) -> None:
    for step_by in (shifted, stretched):
        with pytest.raises(ValueError, match=re.escape(words)):
            step_by(milestone, "year", 1)


# What a milestone waits on, as typed.

NUMBERED = dossier_of(
    *(
        Milestone(
            id=one, number=number, title=f"Stap {one}", after=tuple(Dependency(id=3, milestone=two) for two in after)
        )
        for one, (number, after) in enumerate(
            [("1.1", ()), ("1.2", (1,)), ("1.3a", (2,)), ("1,3", ()), ("2-1d", ()), ("Dubbel", ()), ("dubbel", ())], 1
        )
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("1.1, 1.3+2w", [("1.1", 0), ("1.3", 14)]),
        ("na 1.1 en 1.3 - 10 dagen", [("1.1", 0), ("1.3", -10)]),
        ("Na 1.1; en na 2.1a+1m,", [("1.1", 0), ("2.1a", 30)]),
    ],
)
def test_reading_without_looking_up(text: str, expected: list[tuple[str, int]]) -> None:
    assert parse_waiting(text) == expected


@pytest.mark.parametrize("text", ["1.1+", "1.1+2", "+2w", "1.1+2x", "1.1+600w", "1.1 1.2+"])
def test_what_cannot_be_read_says_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match=r"^‘.*’ is .*[.] Schrijf bijvoorbeeld 1[.]1, 1[.]3\+2w"):
        parse_waiting(f"1.2, {text}")


@pytest.mark.parametrize(
    ("how_many", "titles"),
    [
        (2, "‘Stap 1’ en ‘Stap 2’"),
        (4, "‘Stap 1’, ‘Stap 2’, ‘Stap 3’ en ‘Stap 4’"),
        (5, "‘Stap 1’, ‘Stap 2’, ‘Stap 3’ en ‘Stap 4’"),
    ],
)
def test_of_a_number_that_many_have_four_are_named(how_many: int, titles: str) -> None:
    same = [Milestone(id=number, number="1.1", title=f"Stap {number}") for number in range(1, how_many + 1)]
    with pytest.raises(ValueError, match=f"Nummer 1.1 staat bij {titles}. Geef"):
        parse_after("1.1", dossier_of(*same), None)


def test_numbers_are_looked_up_and_links_keep_their_id() -> None:
    assert parse_after("1.3A+2w, 1.1", NUMBERED, None) == (
        Dependency(milestone=3, lag_days=14),
        Dependency(milestone=1),
    )
    assert parse_after("1.1-1w", NUMBERED, 2) == (Dependency(id=3, milestone=1, lag_days=-7),)
    assert parse_after("1,3, 2-1d+1d en 1.1", NUMBERED, None) == (
        Dependency(milestone=4),
        Dependency(milestone=5, lag_days=1),
        Dependency(milestone=1),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,3, 1.9", "Er is geen mijlpaal ‘1.9’."),
        ("1.1", "Mijlpaal 1.1 kan niet op zichzelf wachten."),
        ("1,3, 1,3+1d", "Mijlpaal 1,3 staat er twee keer."),
        ("dubbel", "Nummer dubbel staat bij ‘Stap 6’ en ‘Stap 7’."),
        ("1.3a", "in een kring op elkaar: 1.1 → 1.2 → 1.3a → 1.1. Haal 1.3a hier weg."),
    ],
)
def test_what_does_not_fit_is_one_sentence(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        parse_after(text, NUMBERED, 1)


@settings(max_examples=50)
@given(st.dictionaries(st.integers(1, 5), st.integers(-3650, 3650), max_size=5))
def test_what_is_shown_is_read_back(lags: dict[int, int]) -> None:
    after = tuple(Dependency(milestone=one, lag_days=lag) for one, lag in lags.items())
    assert parse_after(shown_after(after, NUMBERED), NUMBERED, None) == after
