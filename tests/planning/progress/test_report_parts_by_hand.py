"""The parts of a report worked out by hand: what a goal reached on a day, what is told of an activity, what comes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht
from sto_tui.domain.plan import Chapter, ChapterText, Goal, GoalOutcome, Phase, Speerpunt, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.progress.activities import Activity, activities_by_theme, planned_span, worst_first
from sto_tui.planning.progress.as_it_stood import as_it_stood
from sto_tui.planning.progress.goals_reached import goals_reached
from sto_tui.planning.progress.period_report import (
    ReportPeriod,
    not_begun,
    period_report,
    report_heading,
    reported_on,
    span_to_report,
    why_not_reported,
)
from sto_tui.planning.progress.stoplicht import tally
from sto_tui.planning.progress.what_comes import coming, coming_span, next_span, unfinished
from tests.support.by_hand import dossier_with

PLAN = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31))
FIRST = ReportPeriod(date(2027, 1, 1), date(2027, 6, 30))
SECOND = ReportPeriod(date(2027, 7, 1), date(2027, 12, 31))
PUPILS = Indicator(
    id=1,
    title="Instroom",
    unit="leerlingen",
    reference_date=date(2027, 10, 1),
    series=(
        Point(id=1, year=2025, value=412),
        Point(id=2, year=2026, value=431),
        Point(id=3, year=2027, value=500),
        Point(id=4, year=2028, value=520, prognosis=True),
    ),
)


def goal(**more: object) -> Goal:
    values = {"baseline": "412 leerlingen", "baseline_year": 2025, "target": "495 leerlingen", "target_year": 2028}
    return Goal.model_validate({"id": 1, "number": 1, "text": "Meer instroom", **values, **more}).settled_after(None)


@pytest.mark.parametrize(
    ("more", "day", "today", "reached"),
    [
        # The peildatum of 2027 is 1 October: on 30 September the newest figure is that of 2026, a day later of 2027.
        ({"figure": 1}, date(2027, 9, 30), date(2028, 3, 1), ("431 leerlingen", 2026)),
        ({"figure": 1}, date(2027, 10, 1), date(2028, 3, 1), ("500 leerlingen", 2027)),
        # Of 2026 it is known when that year is over, and on the day of today whatever was written down.
        ({"figure": 1}, date(2026, 12, 30), date(2028, 3, 1), ("412 leerlingen", 2025)),
        ({"figure": 1}, date(2026, 12, 31), date(2028, 3, 1), ("431 leerlingen", 2026)),
        ({"figure": 1}, date(2027, 9, 30), date(2027, 9, 30), ("500 leerlingen", 2027)),
        # What the region filled in counts when no figure is newer, and without a year only at the end of the plan.
        ({"figure": 1, "reached": "440", "reached_year": 2026}, date(2027, 9, 30), date(2028, 3, 1), ("440", 2026)),
        (
            {"figure": 1, "reached": "440", "reached_year": 2026},
            date(2027, 10, 1),
            date(2028, 3, 1),
            ("500 leerlingen", 2027),
        ),
        ({"reached": "440"}, date(2027, 12, 31), date(2029, 3, 1), ("", None)),
        ({"reached": "440"}, date(2028, 12, 31), date(2029, 3, 1), ("440", None)),
        ({}, date(2027, 12, 31), date(2029, 3, 1), ("", None)),
    ],
)
def test_the_newest_value_of_a_goal_on_a_day(
    more: dict[str, object], day: date, today: date, reached: tuple[str, int | None]
) -> None:
    standing = as_it_stood(dossier_with(PLAN, PUPILS, goal(**more)), day, today)
    assert [(told.words, told.year) for told in goals_reached(standing)] == [reached]


@pytest.mark.parametrize(
    ("more", "outcome", "by_figure"),
    [
        ({"figure": 1}, GoalOutcome.GEHAALD, True),  # 500 is more than 495
        ({"figure": 1, "target": "500 leerlingen"}, GoalOutcome.GEHAALD, True),  # and 500 is what was wanted
        ({"figure": 1, "target": "501 leerlingen", "target_year": 2027}, GoalOutcome.NIET, True),
        ({"figure": 1, "target": "501 leerlingen"}, GoalOutcome.ONBEKEND, False),  # 2028 is still to be counted
        ({"figure": 1, "baseline": "600 leerlingen", "target": "500 leerlingen"}, GoalOutcome.GEHAALD, True),  # fewer
        ({"figure": 1, "outcome": "deels"}, GoalOutcome.DEELS, False),  # the region says so itself
        ({"reached": "510 leerlingen", "reached_year": 2028}, GoalOutcome.ONBEKEND, False),  # words are not compared
        ({}, GoalOutcome.ONBEKEND, False),
    ],
)
def test_whether_a_goal_was_reached(more: dict[str, object], outcome: GoalOutcome, by_figure: bool) -> None:
    standing = as_it_stood(dossier_with(PLAN, PUPILS, goal(**more)), date(2028, 12, 31), date(2029, 2, 1))
    assert [(told.outcome, told.by_figure) for told in goals_reached(standing)] == [(outcome, by_figure)]


def step(number: int, light: Stoplicht = Stoplicht.NIET_GESTART, **more: object) -> Milestone:
    days = {"start": date(2027, 9, 1), "due": date(2027, 11, 30)}
    return Milestone.model_validate(
        {"id": number, "number": f"1.1{'abcdefgh'[number - 1]}", "title": f"Stap {number}", "speerpunt": 1}
        | {"light": light}
        | days
        | more
    )


def told_line(number: int, milestone: int, day: date, light: Stoplicht) -> Progress:
    return Progress(id=number, milestone=milestone, date=day, light=light, note="Gaat")


def activity_plan() -> Dossier:
    """1 ready in February, 2 ready in August, 3 green since May, 4 begins in September, 5 should have begun in June."""
    steps = (
        step(1, Stoplicht.GEREED, done_on=date(2027, 2, 10), start=date(2027, 1, 4), due=date(2027, 3, 1)),
        step(2, Stoplicht.GEREED, done_on=date(2027, 8, 20), start=date(2027, 5, 1), due=date(2027, 9, 1)),
        step(3, Stoplicht.GROEN, start=date(2027, 5, 1), due=date(2027, 12, 1)),
        step(4),
        step(5, start=date(2027, 6, 1), kind=MilestoneKind.GO_NO_GO),
    )
    log = (
        told_line(1, 1, date(2027, 2, 10), Stoplicht.GEREED),
        told_line(2, 2, date(2027, 5, 20), Stoplicht.GROEN),
        told_line(3, 2, date(2027, 8, 20), Stoplicht.GEREED),
        told_line(4, 3, date(2027, 5, 21), Stoplicht.GROEN),
    )
    speerpunt = Speerpunt(id=1, theme=1, number="1.1", title="Labs", result="Labs draaien. En meer.")
    return dossier_with(PLAN, Theme(id=1, number=1, title="Ontdekken"), speerpunt, *steps, *log)


@pytest.mark.parametrize(
    ("span", "final", "told", "done", "waiting"),
    [
        (FIRST, False, [1, 2, 3, 5], [], 1),  # 2 was green then, 4 had not begun
        (SECOND, False, [2, 3, 4, 5], [1], 0),  # 1 was ready before; 4 is late by then
        (ReportPeriod(PLAN.start, PLAN.end), True, [3, 4, 5], [1, 2], 0),
    ],
)
def test_what_is_told_of_an_activity(
    span: ReportPeriod, final: bool, told: Sequence[int], done: Sequence[int], waiting: int
) -> None:
    reported = reported_on(activity_plan(), date(2029, 1, 10), span)
    ((theme, (activity,)),) = activities_by_theme(reported, final=final)
    assert theme is not None
    assert activity.speerpunt is not None
    assert [milestone.id for milestone in activity.told] == told
    assert ([milestone.id for milestone in activity.done], activity.waiting) == (done, waiting)
    assert planned_span(activity.milestones, activity.speerpunt) == (date(2027, 1, 4), date(2027, 12, 1))


@pytest.mark.parametrize(
    ("more", "line", "today", "final", "told", "done", "waiting"),
    [
        # Ready on the last day before the period is told no more; on its first day it is of the period.
        ({"light": Stoplicht.GEREED, "done_on": date(2027, 6, 30)}, None, date(2028, 1, 5), False, [], [1], 0),
        ({"light": Stoplicht.GEREED, "done_on": date(2027, 7, 1)}, None, date(2028, 1, 5), False, [1], [], 0),
        # What was never begun and has no day waits while the plan runs; on its last day nothing waits any more.
        ({"start": None, "due": None}, None, date(2028, 12, 30), True, [], [], 1),
        ({"start": None, "due": None}, None, date(2028, 12, 31), True, [1], [], 0),
        # It does not wait either when the log says something of it.
        ({"start": None, "due": None}, date(2027, 8, 1), date(2028, 1, 5), False, [1], [], 0),
    ],
)
def test_which_milestone_is_told_counted_or_waits(
    more: dict[str, Any],
    line: date | None,
    today: date,
    final: bool,
    told: Sequence[int],
    done: Sequence[int],
    waiting: int,
) -> None:
    log = [told_line(1, 1, line, Stoplicht.NIET_GESTART)] if line else []
    speerpunt = Speerpunt(id=1, theme=1, number="1.1", title="Labs")
    plan = dossier_with(PLAN, Theme(id=1, number=1, title="Ontdekken"), speerpunt, step(1, **more), *log)
    reported = reported_on(plan, today, ReportPeriod(PLAN.start, PLAN.end) if final else SECOND)
    ((_, (activity,)),) = activities_by_theme(reported, final=final)
    assert [milestone.id for milestone in activity.told] == told
    assert ([milestone.id for milestone in activity.done], activity.waiting) == (done, waiting)


@pytest.mark.parametrize(
    ("lines", "stuck"),
    [
        # Oranje in July, rood in August and groen since September: it stands as rood, since the day of that.
        (
            ((Stoplicht.ORANJE, "Traag"), (Stoplicht.ROOD, "Geen bus"), (Stoplicht.GROEN, "")),
            "rood op 1 augustus 2027, daarna groen. Traag. Geen bus.",
        ),
        (((Stoplicht.ROOD, "Geen bus"), (Stoplicht.ROOD, "")), "rood op 1 juli 2027. Geen bus. Gaat."),
        # A knelpunt of what stays groen is no stoplicht that it went back from.
        (((Stoplicht.GROEN, "Druk"), (Stoplicht.GROEN, "")), "knelpunt op 1 juli 2027. Druk."),
    ],
)
def test_where_it_got_stuck_since_when_and_how_it_went_on(lines: Sequence[tuple[Stoplicht, str]], stuck: str) -> None:
    log = [
        told_line(number, 1, date(2027, 6 + number, 1), light).changed(obstacle=obstacle)
        for number, (light, obstacle) in enumerate(lines, 1)
    ]
    plan = dossier_with(PLAN, step(1, log[-1].light), *log)
    assert period_report(reported_on(plan, date(2028, 1, 5), SECOND)).stuck[1:] == (f"1.1a Stap 1: {stuck}",)


@pytest.mark.parametrize(
    ("span", "why"),
    [
        (FIRST, ""),
        # The first quarter begins as that half-year does; the log has nothing of it.
        (
            ReportPeriod(date(2027, 1, 1), date(2027, 3, 31)),
            "Het logboek heeft geen regels van 1 januari t/m 31 maart 2027. Kies een andere periode.",
        ),
        (ReportPeriod(date(2027, 8, 1), date(2027, 8, 31)), ""),
    ],
)
def test_a_half_year_is_reported_on_also_when_nothing_happened(span: ReportPeriod, why: str) -> None:
    plan = dossier_with(PLAN, step(1, Stoplicht.GROEN), told_line(1, 1, date(2027, 8, 31), Stoplicht.GROEN))
    assert why_not_reported(plan, span) == why


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The year was over later than the quarter within it; of two that end together the shorter is told last.
        (((2027, 7, 1), (2027, 9, 30)), ((2027, 1, 1), (2027, 12, 31))),
        (((2027, 1, 1), (2027, 12, 31)), ((2027, 7, 1), (2027, 12, 31))),
    ],
)
def test_the_latest_report_is_the_one_that_ends_last(
    first: tuple[tuple[int, int, int], ...], second: tuple[tuple[int, int, int], ...]
) -> None:
    spans = [ReportPeriod(date(*start), date(*end)) for start, end in (second, first)]
    texts = [
        ChapterText(id=number, chapter=Chapter.MONITORING, heading=report_heading(span), text="x")
        for number, span in enumerate(spans, 1)
    ]
    assert span_to_report(dossier_with(PLAN, *texts), date(2028, 2, 1)) == spans[0]


def test_an_activity_runs_over_its_own_periods_too() -> None:
    phase = Phase(id=1, label="2026", start=date(2026, 9, 1), end=date(2028, 7, 31))
    speerpunt = Speerpunt(id=1, theme=1, number="1.1", title="Labs", phases=(phase,))
    assert planned_span([step(1)], speerpunt) == (date(2026, 9, 1), date(2028, 7, 31))
    assert planned_span([], None) is None


@pytest.mark.parametrize(
    ("span", "after"),
    [
        (FIRST, SECOND),
        (ReportPeriod(date(2027, 1, 1), date(2027, 3, 31)), ReportPeriod(date(2027, 4, 1), date(2027, 6, 30))),
        (ReportPeriod(date(2027, 1, 1), date(2028, 6, 30)), ReportPeriod(date(2028, 7, 1), date(2028, 12, 31))),
        # Ten days, of which the next ten.
        (ReportPeriod(date(2027, 1, 5), date(2027, 1, 14)), ReportPeriod(date(2027, 1, 15), date(2027, 1, 24))),
        # The last day of the plan is one of its days.
        (ReportPeriod(date(2028, 1, 1), date(2028, 12, 30)), ReportPeriod(date(2028, 12, 31), date(2028, 12, 31))),
        (ReportPeriod(date(2028, 7, 1), date(2028, 12, 31)), None),
    ],
)
def test_the_period_after(span: ReportPeriod, after: ReportPeriod | None) -> None:
    assert next_span(span, PLAN) == after


@pytest.mark.parametrize(
    ("today", "about", "span"),
    [
        (date(2027, 9, 1), FIRST, SECOND),  # the period is over
        (date(2027, 6, 10), FIRST, ReportPeriod(date(2027, 6, 11), date(2027, 12, 31))),  # what is left of it too
        (date(2026, 6, 10), FIRST, ReportPeriod(date(2027, 1, 1), date(2027, 12, 31))),  # the plan is still to come
        # The period is still to come: what is due in the weeks until then is of no earlier one any more.
        (date(2027, 6, 10), SECOND, ReportPeriod(date(2027, 6, 11), date(2028, 6, 30))),
    ],
)
def test_what_comes_begins_after_the_day_of_the_report(today: date, about: ReportPeriod, span: ReportPeriod) -> None:
    assert coming_span(reported_on(activity_plan(), today, about)) == span


def test_what_comes_next_month_by_month() -> None:
    """On 30 June: 2 in September, 4 and the go/no-go of 5 in November, 3 in December; 1 is ready."""
    reported = reported_on(activity_plan(), date(2027, 7, 15), FIRST)
    months = list(coming(reported.standing, SECOND))
    assert [
        (month.year, month.month, [each.id for each in month.moments], [each.id for each in month.milestones])
        for month in months
    ] == [(2027, 9, [], [2]), (2027, 11, [5], [4]), (2027, 12, [], [3])]
    assert unfinished(reported.standing) == []
    # On the last day of the year 3, 4 and 5 should have been ready; of 2 the log says that it is.
    late = reported_on(activity_plan(), date(2028, 7, 15), SECOND)
    assert [milestone.id for milestone in unfinished(late.standing)] == [3, 4, 5]
    # 4 and 5 are due on 30 November: that day they should be ready, and the day before not yet.
    for day, ids in ((date(2027, 11, 30), [4, 5]), (date(2027, 11, 29), [])):
        standing = as_it_stood(activity_plan(), day, date(2028, 7, 15))
        assert [milestone.id for milestone in unfinished(standing)] == ids


@pytest.mark.parametrize(
    ("day", "span"), [(date(2027, 6, 30), FIRST), (date(2027, 7, 1), SECOND), (date(2027, 6, 1), FIRST)]
)
def test_a_half_year_ends_with_june(day: date, span: ReportPeriod) -> None:
    line = told_line(1, 1, day, Stoplicht.GROEN)
    assert span_to_report(dossier_with(PLAN, step(1, Stoplicht.GROEN), line), day) == span


def test_a_line_of_today_is_of_no_later_day() -> None:
    """On 1 December 2026 the first half of 2027 is still to come; one line is of today and one of tomorrow."""
    today = date(2026, 12, 1)
    log = [told_line(number, 1, day, Stoplicht.GROEN) for number, day in enumerate((today, date(2026, 12, 2)), 1)]
    told = not_begun(dossier_with(PLAN, step(1, Stoplicht.GROEN), *log), FIRST, today)
    assert told.endswith(" 1 regel van het logboek gaat over een latere dag en telt nog niet mee.")
    assert not not_begun(dossier_with(PLAN, step(1, Stoplicht.GROEN), *log), FIRST, FIRST.start)


def test_two_periods_in_one_dossier_do_not_print_each_other() -> None:
    """A goal, a theme and milestones of 2025-2026 stand in no report of 2027-2028."""
    before = PlanPeriod(id=2, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
    old: tuple[Record, ...] = (
        before,
        Theme(id=9, number=1, title="Oud", periods=(2,)),
        step(8, speerpunt=None, theme=9, start=date(2025, 2, 1), due=date(2025, 6, 30)),
        goal(id=9, periods=(2,), figure=1),
        goal(periods=(1,)),
    )
    plan = activity_plan()
    both = dossier_with(
        *old,
        *(
            record
            for table in ("themes", "speerpunten", "milestones", "progress")
            for record in plan.tables[table].values()
        ),
        PUPILS,
    )
    now = both.with_tables(
        {
            "periods": {1: PLAN.changed(current=True), 2: before},
            "themes": {9: old[1], 1: plan.of(Theme)[1].changed(periods=(1,))},
        }
    )
    of_plan = reported_on(now.seen_in(1, as_plan=True), date(2027, 7, 15), FIRST)
    assert [told.goal.id for told in goals_reached(of_plan.standing)] == [1]
    assert [theme.id if theme else 0 for theme, _ in activities_by_theme(of_plan)] == [1]
    of_before = reported_on(now.seen_in(2, as_plan=True), date(2027, 7, 15), ReportPeriod(before.start, before.end))
    assert [told.goal.id for told in goals_reached(of_before.standing)] == [9]
    assert [theme.id if theme else 0 for theme, _ in activities_by_theme(of_before)] == [9]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        # Due on 1 March and not ready: late, and each activity says its own words.
        ([(Stoplicht.ROOD, None), (Stoplicht.GROEN, None)], ["rood", "groen"]),
        ([(Stoplicht.GROEN, date(2027, 3, 1)), (Stoplicht.ORANJE, None)], ["oranje", "te laat", "groen"]),
        ([(Stoplicht.GEREED, date(2027, 3, 1)), (Stoplicht.ORANJE, None)], ["oranje"]),
        ([], []),
    ],
)
def test_the_words_for_the_worst_are_those_of_any_activity(
    states: Sequence[tuple[Stoplicht, date | None]], expected: list[str]
) -> None:
    activities = []
    for number, (light, due) in enumerate(states, 1):
        milestone = Milestone(id=number, number="1", title="Lab", light=light, due=due)
        activities.append(Activity(None, [milestone], tally([milestone], date(2027, 3, 2)), [], [], 0))
    assert worst_first(activities) == expected
