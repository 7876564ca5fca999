"""What to do now, worked out by hand."""

from datetime import date

import pytest

from sto_tui.content.library import steps
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht
from sto_tui.domain.parties import Body
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Deadline, DeadlineKind, PlanPeriod, PlanStatus
from sto_tui.places import Place
from sto_tui.planning.checks.steps import step_states
from sto_tui.planning.now_to_do import MOST, ToDoKind, now_to_do, reds_without_measure
from tests.support.small_plan import TODAY, empty_plan, whole_plan, with_records


def plan(*records: Record) -> Dossier:
    """A whole plan without deadlines of its own, with these records."""
    base = whole_plan()
    return with_records(Dossier({**base.tables, "deadlines": {}, "decisions": {}}), *records)


def deadline(number: int, day: date, *, done: bool = False) -> Deadline:
    return Deadline(id=number, title=f"T{number}", date=day, kind=DeadlineKind.REGION, done=done)


def red(number: int) -> Milestone:
    return Milestone(id=number, number=str(number), title=f"M{number}", light=Stoplicht.ROOD)


def line(number: int, milestone: int, day: int, light: Stoplicht = Stoplicht.ROOD, measure: str = "") -> Progress:
    return Progress(id=number, milestone=milestone, date=date(2026, 9, day), light=light, measure=measure)


def told(dossier: Dossier, today: date = TODAY) -> list[tuple[ToDoKind, str, str]]:
    return [(thing.kind, thing.text, thing.beside) for thing in now_to_do(dossier, today)]


def of_kind(dossier: Dossier, kind: ToDoKind) -> list[tuple[str, str]]:
    return [(text, beside) for of, text, beside in told(dossier) if of is kind]


def day(days: int) -> date:
    return date.fromordinal(TODAY.toordinal() + days)


def test_every_late_deadline_and_the_next_one() -> None:
    dossier = plan(deadline(1, day(-11)), deadline(2, day(9)), deadline(3, day(90)), deadline(4, day(-2), done=True))
    assert of_kind(dossier, ToDoKind.DEADLINE) == [("T1", "11 dagen te laat"), ("T2", "nog 9 dagen")]


@pytest.mark.parametrize(
    ("lines", "lacks"),
    [
        ([], True),
        ([line(1, 900, 1)], True),
        ([line(1, 900, 1, measure="Meer uren")], False),
        ([line(1, 900, 1, measure="Meer uren"), line(2, 900, 2)], False),
        ([line(1, 900, 1, measure="Van toen"), line(2, 900, 2, Stoplicht.GROEN), line(3, 900, 3)], True),
    ],
    ids=["no line", "no measure", "measure", "measure in an earlier line", "measure of an earlier time on rood"],
)
def test_rood_asks_for_a_measure_since_it_turned(lines: list[Progress], lacks: bool) -> None:
    dossier = plan(red(900), *lines)
    assert [milestone.id for milestone in reds_without_measure(dossier)] == [900] * lacks


def test_a_decision_without_follow_up_leads_to_where_it_is_linked() -> None:
    dossier = plan(
        Decision(id=1, text="Labs langer open"),
        Decision(id=2, text="Stoppen", why_not="Geen geld"),
        Decision(id=3, text="Weg", becomes=(Ref("goals", 99),)),
    )
    things = [thing for thing in now_to_do(dossier, TODAY) if thing.kind is ToDoKind.DECISION]
    assert [(thing.text, thing.ref) for thing in things] == [
        ("nog geen vervolg: Labs langer open", Ref("decisions", 1, "becomes")),
        ("nog geen vervolg: Weg", Ref("decisions", 3, "becomes")),
    ]


def test_a_go_no_go_counts_when_it_is_near_and_not_decided() -> None:
    def moment(number: int, days: int, light: Stoplicht = Stoplicht.GROEN) -> Milestone:
        return Milestone(
            id=number, number=str(number), title="M", kind=MilestoneKind.GO_NO_GO, due=day(days), light=light
        )

    dossier = plan(moment(900, 60), moment(901, 61), moment(902, -1), moment(903, 5, Stoplicht.GEREED))
    assert of_kind(dossier, ToDoKind.BODY) == [
        ("go of no-go bij 902: M", "1 dag te laat"),
        ("go of no-go bij 900: M", "nog 60 dagen"),
    ]


@pytest.mark.parametrize(("days", "late"), [(-1, True), (0, False), (1, False)])
def test_what_is_due_today_is_not_late_yet(days: int, late: bool) -> None:
    gate = Milestone(id=900, number="900", title="M", due=day(days), kind=MilestoneKind.GO_NO_GO)
    dossier = plan(deadline(1, day(days)), gate)
    late_ones = {thing.kind: thing.is_late for thing in now_to_do(dossier, TODAY)}
    assert (late_ones[ToDoKind.DEADLINE], late_ones[ToDoKind.BODY]) == (late, late)


def test_at_most_five_lines_and_each_kind_before_a_second_of_any() -> None:
    """Three deadlines, four on rood, two decisions and a step: one of each, and the fifth line is a second deadline."""
    dossier = plan(
        *(deadline(number, day(-number)) for number in (1, 2)),
        deadline(3, day(3)),
        *(red(number) for number in (901, 902, 903, 904)),
        *(Decision(id=number, text=f"B{number}") for number in (1, 2)),
    )
    assert len(told(dossier)) == MOST
    assert told(dossier)[:4] == [
        (ToDoKind.DEADLINE, "T2", "2 dagen te laat"),
        (ToDoKind.DEADLINE, "T1", "1 dag te laat +1"),
        (ToDoKind.RED, "901: nog geen maatregel. M901", "+3"),
        (ToDoKind.DECISION, "nog geen vervolg: B1", "+1"),
    ]
    assert told(dossier)[4][0] is ToDoKind.STEP


@pytest.mark.parametrize(("adopted_by", "who"), [(None, "stuurgroep"), (1, "Raad")])
def test_a_plan_that_was_submitted_says_to_whom(adopted_by: int | None, who: str) -> None:
    (period,) = plan().of(PlanPeriod).values()
    submitted = period.changed(plan_status=PlanStatus.VOORGELEGD, adopted_by=adopted_by)
    things = now_to_do(plan(Body(id=1, name="Raad", task="Beslist"), submitted), TODAY)
    (sentence,) = [thing.sentence for thing in things if thing.kind is ToDoKind.BODY]
    assert sentence.startswith(f"Het plan {period.label} is voorgelegd ({who}). Zet de status op vastgesteld")


def test_a_step_of_which_there_is_nothing_yet_is_not_done() -> None:
    assert not step_states(empty_plan())[0].is_done


def test_without_anything_pressing_the_first_step_that_is_not_done_is_next() -> None:
    assert told(plan()) == [(ToDoKind.STEP, "Kies waaraan Kompas meedoet", "")]


def test_a_plan_that_is_over_asks_only_to_look_back() -> None:
    """A red milestone, a go/no-go and an open step ask until the last day of the plan."""
    gate = Milestone(id=11, number="9", title="Door", kind=MilestoneKind.GO_NO_GO, due=date(2028, 12, 1))
    dossier = plan(red(10), gate)
    period = dossier.current_period
    assert period is not None
    kinds = [kind for kind, _, _ in told(dossier, period.end)]
    assert {ToDoKind.RED, ToDoKind.BODY} <= set(kinds)
    after = now_to_do(dossier, date.fromordinal(period.end.toordinal() + 1))
    assert not [thing for thing in after if thing.kind in (ToDoKind.RED, ToDoKind.BODY)]
    assert [thing.place for thing in after if thing.kind is ToDoKind.STEP] == [Place.EVALUATIE]


def test_the_evaluation_of_a_plan_that_runs_stands_with_the_next_one() -> None:
    """Of the plan that is not at hand any more; of one that is, only once it was handed in."""
    base = plan()
    (first,) = base.of(PlanPeriod).values()
    following = PlanPeriod(id=99, label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 31))

    def looking_back(*periods: PlanPeriod) -> list[str]:
        seen = with_records(base, *periods).seen_in(first.id)
        return [
            state.phrase for step, state in zip(steps(), step_states(seen), strict=True) if step.key == "evaluation"
        ]

    (counted,) = looking_back(following)
    assert "vragen" in counted
    elsewhere = ["staat bij 2029-2030"]
    assert looking_back(following.changed(current=True), first.changed(current=False)) == elsewhere
    assert looking_back(following, first.changed(plan_status=PlanStatus.INGEDIEND)) == elsewhere
    assert "vragen" in looking_back(first.changed(plan_status=PlanStatus.INGEDIEND))[0]
