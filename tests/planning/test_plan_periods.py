"""Plan periods beside each other, and to which of them something new belongs; worked out by hand."""

import re
from datetime import date

import pytest

from sto_tui.domain.change import Change, NotSavedError, added, carried_out, changing
from sto_tui.domain.evaluation import Answer, Decision, DecisionKind, Meeting
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.region import PeriodDetail, PlanPeriod, PlanStatus
from sto_tui.domain.vision import VisionSection
from sto_tui.planning.evaluation.results import decide
from sto_tui.planning.plan_periods import in_its_period, in_order, in_turn, named, refuse_misfits, trouble_with
from tests.support.by_hand import dossier_with
from tests.support.findings import said_by

OUTLINE = PlanPeriod(
    id=1, label="2025-2028", start=date(2025, 1, 1), end=date(2028, 12, 31), detail=PeriodDetail.OUTLINE
)
FIRST = PlanPeriod(id=2, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
SECOND = PlanPeriod(id=3, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
THREE = dossier_with(OUTLINE, FIRST, SECOND)


@pytest.mark.parametrize(
    ("period", "field", "words"),
    [
        (OUTLINE, "", ""),
        (FIRST, "", ""),
        (FIRST.changed(end=date(2024, 12, 31)), "end", "eindigt vóór het begin"),
        # Six years to the day is not longer than six years.
        (FIRST.changed(start=date(2019, 1, 1), end=date(2024, 12, 31)), "", ""),
        (FIRST.changed(start=date(2019, 1, 1), end=date(2025, 1, 1)), "end", "duurt langer dan zes jaar"),
        (FIRST.changed(end=date(2027, 1, 1)), "start", "2025-2026 overlapt 2027-2028"),
        # Within another, but worked out as far: two plans for the same years.
        (FIRST.changed(detail=PeriodDetail.OUTLINE), "start", "2025-2026 overlapt 2025-2028"),
    ],
)
def test_periods_beside_each_other(period: PlanPeriod, field: str, words: str) -> None:
    others = [other for other in (OUTLINE, FIRST, SECOND) if other.id != period.id]
    trouble = trouble_with(period, others)
    assert (trouble.field if trouble else "") == field
    assert words in (trouble.sentence if trouble else "")


def test_a_period_that_does_not_fit_is_refused_and_another_field_of_it_is_not() -> None:
    longer = FIRST.changed(end=date(2027, 3, 1))
    with pytest.raises(NotSavedError, match="overlapt 2027-2028"):
        refuse_misfits(changing(THREE, FIRST, longer), THREE)
    crooked = dossier_with(OUTLINE, longer, SECOND)
    refuse_misfits(changing(crooked, longer, longer.changed(label="2025 en 2026")), crooked)


@pytest.mark.parametrize(
    ("label", "first", "words"),
    [
        ("2027-2028", 2029, "Er is al een planperiode die 2027-2028 heet. Geef deze een andere naam"),
        (" 2027 - 2028", 2029, "Er is al een planperiode die 2027 - 2028 heet."),
        (
            "2029-2030",
            2031,
            "Planperiode 2029-2030 loopt van 1 januari 2031 t/m 31 december 2032. Noem haar 2031-2032,",
        ),
        ("onzin", 2031, "In ‘onzin’ staat geen jaar. Noem de planperiode 2031-2032."),
        ("2029-2030", 2029, ""),
        ("Overgangsjaren 2029 en 2030", 2029, ""),
    ],
)
def test_a_period_has_a_name_of_its_own_with_its_years(label: str, first: int, words: str) -> None:
    period = PlanPeriod(id=9, label=label, start=date(first, 1, 1), end=date(first + 1, 12, 31))
    change = Change("Toegevoegd", added(period))
    if not words:
        refuse_misfits(change, THREE)
    else:
        with pytest.raises(NotSavedError, match=re.escape(words)):
            refuse_misfits(change, THREE)


def test_two_periods_of_one_name_are_a_finding_and_neither_is_meant_by_it() -> None:
    twin = PlanPeriod(id=9, label="2027-2028", start=date(2031, 1, 1), end=date(2032, 12, 31))
    both = dossier_with(OUTLINE, FIRST, SECOND, twin)
    assert [said for _, said in said_by("periods_do_not_fit", both, date(2026, 10, 1))] == [
        "Er is al een planperiode die 2027-2028 heet. Geef deze een andere naam, naar haar jaren."
    ]
    expected = "Meer planperioden heten 2027-2028: van 01-01-2027 t/m 31-12-2028 en van 01-01-2031 t/m 31-12-2032."
    with pytest.raises(ValueError, match=re.escape(expected)):
        named(both, "2027-2028")


def test_periods_by_name_and_in_order() -> None:
    assert [period.label for period in in_order(THREE)] == ["2025-2028", "2025-2026", "2027-2028"]
    assert named(THREE, " 2025 - 2026 ") == FIRST
    with pytest.raises(ValueError, match="geen planperiode van dit dossier"):
        named(THREE, "2029-2030")


def placed(record: Record, seen_in: int, today: date) -> Record:
    change = in_its_period(Change("Toegevoegd", added(record)), THREE.seen_in(seen_in), today)
    after = change.edits[0].after
    assert after is not None
    return after


@pytest.mark.parametrize(
    ("record", "seen_in", "today", "expected"),
    [
        (Goal(id=-1, number=1, text="Doel"), 3, date(2026, 9, 1), {"periods": (3,)}),
        (Goal(id=-1, number=1, text="Doel", periods=(2,)), 3, date(2026, 9, 1), {"periods": (2,)}),
        (Theme(id=-1, number=1, title="Thema"), 2, date(2026, 9, 1), {"periods": (2,)}),
        (ChapterText(id=-1, chapter=Chapter.DOELEN, text="Tekst"), 3, date(2026, 9, 1), {"period": 3}),
        (VisionSection(id=-1, section="Aanbod"), 2, date(2026, 9, 1), {"period": 2}),
        # 2027-2028 has not begun on 1 September 2026: the evaluation is of 2025-2026; a year later it is of its own.
        (Meeting(id=-1, title="Evaluatie"), 3, date(2026, 9, 1), {"period": 2}),
        (Decision(id=-1, text="Door"), 3, date(2027, 9, 1), {"period": 3}),
        (Answer(id=-1, question=1, text="Het lab"), 3, date(2026, 9, 1), {"period": 2}),
        (Answer(id=-1, question=1, text="Het lab", session=1), 3, date(2026, 9, 1), {"period": None}),
        # Before 2025-2026 there is no period to look back at.
        (Meeting(id=-1, title="Evaluatie"), 2, date(2024, 9, 1), {"period": None}),
    ],
)
def test_what_is_new_belongs_to_the_period_that_is_shown(
    record: Record, seen_in: int, today: date, expected: dict[str, object]
) -> None:
    after = placed(record, seen_in, today)
    assert {name: getattr(after, name) for name in expected} == expected


AT_LAST = PlanPeriod(id=4, label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 31))
FOUR = dossier_with(
    FIRST,
    SECOND,
    AT_LAST,
    Meeting(id=1, title="Over 2025-2026", period=2),
    Answer(id=1, question=1, text="Ja", session=1),
)


APRIL = date(2027, 4, 15)


@pytest.mark.parametrize(
    ("submit_by", "status", "today", "period"),
    [
        # A plan that is worked out when it runs already is made until the last day on which it can be handed in.
        (APRIL, PlanStatus.CONCEPT, APRIL, 2),
        (APRIL, PlanStatus.VASTGESTELD, date(2027, 2, 1), 2),
        (APRIL, PlanStatus.CONCEPT, date(2027, 4, 16), 3),
        # What was handed in is made: from then on people look back at the plan itself, once it runs.
        (APRIL, PlanStatus.INGEDIEND, date(2027, 2, 1), 3),
        (APRIL, PlanStatus.INGEDIEND, date(2026, 12, 31), 2),
        (date(2026, 10, 1), PlanStatus.CONCEPT, date(2027, 1, 1), 3),
        (None, PlanStatus.CONCEPT, date(2027, 1, 1), 3),
    ],
)
def test_while_a_plan_is_made_people_look_back_at_the_one_before(
    submit_by: date | None, status: PlanStatus, today: date, period: int
) -> None:
    plan = SECOND.changed(submit_by=submit_by, plan_status=status)
    view = dossier_with(FIRST, plan, Answer(id=9, question=1, text="Ja")).seen_in(3)
    for record in (Meeting(id=-1, title="Terugblik"), Answer(id=-1, question=1, text="Het lab")):
        done = carried_out(view, in_its_period(Change("Toegevoegd", added(record)), view, today))
        assert [one.period for one in done.of(type(record)).values() if one.id != 9] == [period]


def test_a_decision_is_of_the_period_of_the_answer_on_which_it_is_taken() -> None:
    """In 2027 the plan for 2027-2028 has begun, and what is decided on the evaluation of 2025-2026 is about that."""
    view = FOUR.seen_in(3)
    change = decide(view, view.of(Answer)[1], DecisionKind.BEHOUDEN, "Zo door", "Het werkt", date(2027, 2, 1))
    placed_change = in_its_period(change, view, date(2027, 2, 1))
    assert [edit.after.period for edit in placed_change.edits if isinstance(edit.after, Decision)] == [2]


def test_an_evaluation_comes_to_stand_where_it_was_added_or_nowhere() -> None:
    """That of a period stands with the plan that follows from it; that plan's own list shows the period before."""
    meeting, today = Meeting(id=-1, title="Evaluatie"), date(2029, 2, 1)
    change = Change("Toegevoegd", added(meeting))
    for seen_in, period in ((3, 2), (4, 4)):
        view = FOUR.seen_in(seen_in)
        done = carried_out(view, in_its_period(change, view, today))
        assert done.of(Meeting)[-1].period == period
    # 2029-2030 is looked back at from its first day on, and until then the plan before it.
    for day, period in ((date(2028, 12, 31), 3), (date(2029, 1, 1), 4)):
        view = FOUR.seen_in(4)
        assert carried_out(view, in_its_period(change, view, day)).of(Meeting)[-1].period == period
    with pytest.raises(NotSavedError, match="De evaluatie van 2025-2026 staat bij 2027-2028, het plan dat eruit volgt"):
        in_its_period(change, FOUR.seen_in(2), today)


def test_a_milestone_comes_to_stand_in_sight_or_nowhere() -> None:
    """Without a place of its own it would be seen with 2027-2028, the plan at hand."""
    loose, today = Milestone(id=-1, number="M1", title="Los"), date(2026, 9, 1)
    for seen_in, milestone in (
        (3, loose),
        (2, loose.changed(due=date(2026, 12, 1))),
        (2, loose.changed(theme=1)),
        (2, loose.changed(speerpunt=-2)),
    ):
        assert placed(milestone, seen_in, today) == milestone
    with pytest.raises(
        NotSavedError, match="Zonder speerpunt, thema of dag komt een mijlpaal bij 2027-2028"
    ) as refused:
        placed(loose, 2, today)
    assert refused.value.field == "due"


def test_a_meeting_of_a_body_looks_back_at_nothing() -> None:
    for seen_in in (2, 3):
        assert placed(Meeting(id=-1, title="Overleg", body=1), seen_in, date(2027, 9, 1)).model_dump()["period"] is None


def test_an_outline_of_which_there_is_nothing_is_passed_over() -> None:
    """Budget of 2026 is of 2025-2026 too; a goal that names the outline is its own, and so is a year of nobody else.

    Also a goal of both says that there is a plan for all years.
    """
    line = BudgetLine(id=1, title="Uren", year=2026)
    with_goal = Goal(id=1, number=1, text="Voor vier jaar", periods=(1,))

    def turn(*records: Record, seen_in: int = 3) -> list[str]:
        return [period.label for period in in_turn(dossier_with(*records).with_tables({"vision": {}}).seen_in(seen_in))]

    both = ["2025-2026", "2027-2028"]
    assert turn(OUTLINE, FIRST, SECOND, line) == both
    assert turn(OUTLINE, FIRST, SECOND, with_goal) == ["2025-2028", *both]
    assert turn(OUTLINE, FIRST, SECOND, with_goal.changed(periods=(1, 2))) == ["2025-2028", *both]
    assert turn(OUTLINE, FIRST, line.changed(year=2028), seen_in=2) == ["2025-2028", "2025-2026"]
    assert turn(OUTLINE, FIRST, SECOND, line, seen_in=1) == ["2025-2028", *both], "it is the one that is shown"
    assert turn(OUTLINE.changed(current=True), FIRST, SECOND.changed(current=False)) == ["2025-2028", *both]
