"""When a plan says the same as the one that was handed in last: what is done with a plan does not change it."""

from datetime import date

import pytest

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.money import Payment
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Record
from sto_tui.domain.region import Deadline, DeadlineKind, PlanPeriod, PlanStatus
from sto_tui.domain.set_aside import SetAside
from sto_tui.planning.handed_in.comparison import handed_in_unchanged
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
