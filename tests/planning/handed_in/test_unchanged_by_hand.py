"""When a plan says the same as the one that was handed in last: what is done with a plan does not change it."""

from datetime import date

import pytest

from sto_tui.domain.change import NotSavedError, carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.money import BudgetLine, Payment
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.domain.record import Record
from sto_tui.domain.region import Deadline, DeadlineKind, PlanPeriod, PlanStatus
from sto_tui.domain.set_aside import SetAside
from sto_tui.domain.steering import Resolution
from sto_tui.planning.handed_in.comparison import compared, handed_in_unchanged
from sto_tui.planning.handed_in.handing_in import handing_in, told_kept
from sto_tui.planning.plan_status import newest_submission
from tests.support.small_plan import whole_plan, with_records

HANDED_IN = whole_plan()
(PERIOD,) = HANDED_IN.of(PlanPeriod).values()
SUBMISSION = Submission(id=1, period=PERIOD.id, handed_in_on=date(2027, 1, 10))
LATER = date(2027, 6, 1)


def last_handed_in(*records: Record) -> Submission | None:
    now = with_records(HANDED_IN, SUBMISSION, *records).seen_in(PERIOD.id)
    return handed_in_unchanged(now, lambda submission: HANDED_IN)


@pytest.mark.parametrize(
    "record",
    [
        SUBMISSION,
        HANDED_IN.of(Milestone)[1].changed(light=Stoplicht.GEREED, done_on=LATER),
        PERIOD.changed(plan_status=PlanStatus.VASTGESTELD, adopted_on=LATER, version="1.0", closed=True),
        PlanPeriod(id=PERIOD.id + 1, label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 31)),
        Progress(id=9, milestone=1, date=LATER, light=Stoplicht.GEREED),
        Payment(id=9, budget_line=1, date=LATER, amount=1_00),
        Deadline(id=9, title="Rapport", date=LATER, kind=DeadlineKind.REGION),
        Action(id=9, text="Bellen"),
        Resolution(id=9, number="2027-1", text="De oven wordt gekocht.", date=LATER),
        HANDED_IN.of(Goal)[1].changed(reached="88", outcome=GoalOutcome.DEELS),
        HANDED_IN.of(BudgetLine)[1].changed(granted=1_00),
        SetAside(id=9, facts="x", finding="Doel 1 heeft geen bron.", reason="Volgt."),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_is_done_with_a_plan_leaves_it_as_it_was(record: Record) -> None:
    assert last_handed_in(record) == SUBMISSION


@pytest.mark.parametrize(
    "record",
    [
        HANDED_IN.of(Milestone)[1].changed(due=LATER),
        HANDED_IN.of(Goal)[1].changed(target="95"),
        PERIOD.changed(subsidy=1_00),
        Party(id=9, name="Nieuw bv"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_a_plan_says_changes_it(record: Record) -> None:
    assert last_handed_in(record) is None


def test_what_cannot_be_read_is_not_said_to_be_the_same() -> None:
    def unreadable(submission: Submission) -> Dossier:
        raise NotSavedError("Het bewaarde plan is er niet.")

    assert handed_in_unchanged(with_records(HANDED_IN, SUBMISSION).seen_in(PERIOD.id), unreadable) is None
    assert handed_in_unchanged(HANDED_IN.seen_in(PERIOD.id), lambda submission: HANDED_IN) is None


BEFORE, TODAY = date(2026, 9, 1), date(2026, 9, 28)


@pytest.mark.parametrize(
    ("dated", "version", "status", "after"),
    [
        # The plan has a date of its own, until another version is handed in.
        (BEFORE, "1.0", PlanStatus.VASTGESTELD, (BEFORE, "1.0", PlanStatus.INGEDIEND)),
        (BEFORE, "", PlanStatus.VASTGESTELD, (BEFORE, "1.0", PlanStatus.INGEDIEND)),
        (BEFORE, "1.1", PlanStatus.VASTGESTELD, (TODAY, "1.1", PlanStatus.INGEDIEND)),
        (None, "1.0", PlanStatus.CONCEPT, (TODAY, "1.0", PlanStatus.INGEDIEND)),
        # What was granted stays so.
        (BEFORE, "1.1", PlanStatus.TOEGEKEND, (TODAY, "1.1", PlanStatus.TOEGEKEND)),
    ],
)
def test_what_a_plan_says_once_it_was_handed_in(
    dated: date | None, version: str, status: PlanStatus, after: tuple[date, str, PlanStatus]
) -> None:
    plan = PERIOD.changed(plan_date=dated, version="1.0", plan_status=status)
    whole = with_records(HANDED_IN, plan)
    (now,) = carried_out(whole, handing_in(whole, plan.id, TODAY, version, today=TODAY)).of(PlanPeriod).values()
    assert (now.plan_date, now.version, now.plan_status) == after
    with pytest.raises(NotSavedError, match=r"^28 september 2026 moet nog komen"):
        handing_in(whole, plan.id, TODAY, version, today=date(2026, 9, 27))


def test_no_version_is_handed_in_on_a_day_before_another() -> None:
    """Version 1.0 went on 28 September: 1.1 may go on that day, and not on the 27th."""
    kept = Submission(id=1, period=PERIOD.id, handed_in_on=TODAY, version="1.0", file="x")
    whole = with_records(HANDED_IN, kept)
    assert handing_in(whole, PERIOD.id, TODAY, "1.1", today=LATER).edits
    told = r"^Versie 1\.0 van plan 2027-2028 is al ingediend op 28 september 2026\. Kies die dag of een latere\.$"
    with pytest.raises(NotSavedError, match=told):
        handing_in(whole, PERIOD.id, date(2026, 9, 27), "1.1", today=LATER)


def test_what_is_kept_of_a_plan_of_an_earlier_day_is_said() -> None:
    assert told_kept(TODAY, TODAY) == ""
    assert told_kept(BEFORE, TODAY) == (
        "Bewaard wordt het dossier van vandaag, 28 september 2026. "
        "Wat er sinds 1 september 2026 veranderde, is daardoor later niet te zien."
    )


@pytest.mark.parametrize(
    ("until", "newest"),
    [
        (None, 2),
        (date(2026, 11, 15), 2),
        (date(2026, 11, 14), 1),
        (date(2026, 9, 28), 1),
        # On a day before all of them the newest is told all the same: there is no other.
        (date(2026, 9, 27), 2),
    ],
)
def test_which_plan_was_handed_in_last_by_a_day(until: date | None, newest: int) -> None:
    days = (date(2026, 9, 28), date(2026, 11, 15))
    handed_in = [Submission(id=id, period=PERIOD.id, handed_in_on=day) for id, day in enumerate(days, 1)]
    of_another = Submission(id=3, period=PERIOD.id + 1, handed_in_on=date(2026, 12, 1))
    found = newest_submission(with_records(HANDED_IN, *handed_in, of_another), PERIOD.id, until)
    assert found is not None
    assert found.id == newest
    now = with_records(HANDED_IN, *handed_in, of_another).seen_in(PERIOD.id)
    assert compared(now, lambda submission: HANDED_IN, LATER, until).submission == found
