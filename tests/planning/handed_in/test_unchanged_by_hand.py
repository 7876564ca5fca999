"""When a plan says the same as the one that was handed in last: what is done with a plan does not change it."""

from datetime import date

import pytest

from sto_tui.domain.change import NotSavedError, carried_out
from sto_tui.domain.communication import Communication
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, Decision
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.learning import Training
from sto_tui.domain.milestones import Milestone, Progress, Smart, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Payment
from sto_tui.domain.parties import Body, Member, Party, PartyStatus
from sto_tui.domain.plan import ChapterText, Goal, GoalOutcome, Risk, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Deadline, DeadlineKind, PlanPeriod, PlanStatus
from sto_tui.domain.set_aside import SetAside
from sto_tui.domain.steering import Resolution
from sto_tui.domain.vision import VisionSection
from sto_tui.planning.handed_in.comparison import compared, differences, handed_in_unchanged
from sto_tui.planning.handed_in.handing_in import handing_in, told_kept
from sto_tui.planning.handed_in.same_plan import since_then
from sto_tui.planning.plan_status import SinceHandedIn, newest_submission
from tests.support.small_plan import whole_plan, with_records, without

HANDED_IN = whole_plan()
(PERIOD,) = HANDED_IN.of(PlanPeriod).values()
SUBMISSION = Submission(id=1, period=PERIOD.id, handed_in_on=date(2027, 1, 10))
LATER = date(2027, 6, 1)


def last_handed_in(*records: Record) -> Submission | None:
    now = with_records(HANDED_IN, SUBMISSION, *records).seen_in(PERIOD.id)
    return handed_in_unchanged(now, lambda submission: HANDED_IN)


REGION, MILESTONE, PARTY = HANDED_IN.region, HANDED_IN.of(Milestone)[1], HANDED_IN.of(Party)[1]
NEXT = PlanPeriod(id=PERIOD.id + 1, label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 31), current=True)
OF_NEXT = Goal(id=9, number=1, text="Nog meer leerlingen", periods=(NEXT.id,), continues=1)
OWN = {"periods": (PERIOD.id,)}
BEGUN = (
    NEXT,
    PERIOD.changed(current=False),
    *(HANDED_IN.of(model)[1].changed(**OWN) for model in (Goal, Theme, Risk)),
    *(
        record.changed(period=PERIOD.id)
        for record in (*HANDED_IN.of(ChapterText).values(), *HANDED_IN.of(VisionSection).values())
    ),
)
"""The next period is at hand; what belonged to none is told to be of the one before."""


def called(records: object) -> str:
    return "-".join(type(record).__name__ for record in records[-2:]) if isinstance(records, tuple) else ""


@pytest.mark.parametrize(
    "records",
    [
        # What is done with a plan.
        (MILESTONE.changed(light=Stoplicht.GEREED, done_on=LATER, derived=True),),
        (PERIOD.changed(plan_status=PlanStatus.VASTGESTELD, adopted_on=LATER, version="1.0", closed=True),),
        (Progress(id=9, milestone=1, date=LATER, light=Stoplicht.GEREED),),
        (Payment(id=9, budget_line=1, date=LATER, amount=1_00),),
        (Deadline(id=9, title="Rapport", date=LATER, kind=DeadlineKind.REGION),),
        (Action(id=9, text="Bellen"),),
        (Resolution(id=9, number="2027-1", text="De oven wordt gekocht.", date=LATER),),
        (HANDED_IN.of(Goal)[1].changed(reached="88", outcome=GoalOutcome.DEELS, agreed_on=LATER),),
        (HANDED_IN.of(BudgetLine)[1].changed(granted=1_00),),
        (SetAside(id=9, facts="x", finding="Doel 1 heeft geen bron.", reason="Volgt."),),
        (HANDED_IN.of(Cofinancing)[1].changed(status=CofinancingStatus.GEREALISEERD, evidence="Overeenkomst"),),
        (PARTY.changed(status=PartyStatus.GETEKEND, agreed_on=date(2027, 2, 1), contact="Directeur"),),
        # The limits of checks, the number that DUS-I gave, and where a column stands.
        (REGION.changed(most_due_per_quarter=9, most_consulted=9, dusi_number="STO-25", contact="sto@kompas.nl"),),
        (PARTY.changed(veri_order=3, veri_hidden=True, short="KO", note="Belt graag."),),
        (HANDED_IN.of(Body)[1].changed(veri_order=3, veri_hidden=True),),
        (MILESTONE.changed(smart=(Smart.MEETBAAR,)),),
        (HANDED_IN.of(ChapterText)[1].changed(order=3, text="Waarom dit\nplan er is."),),
        # What the region said goes to the plan before, as the next period begins.
        (*BEGUN, REGION.changed(ambition=""), PERIOD.changed(ambition="Meer.", current=False)),
        # What is of the other period, and what refers to it.
        (*BEGUN, OF_NEXT, HANDED_IN.of(Decision)[1].changed(becomes=(Ref("goals", 1), Ref("goals", 9)))),
        (*BEGUN, OF_NEXT, Theme(id=9, number=1, title="Kiezen", goals=(9,), periods=(NEXT.id,), continues=1)),
    ],
    ids=called,
)
def test_what_no_reader_of_a_plan_sees_leaves_it_as_it_was(records: tuple[Record, ...]) -> None:
    assert last_handed_in(*records) == SUBMISSION
    now = with_records(HANDED_IN, SUBMISSION, *records).seen_in(PERIOD.id)
    assert differences(HANDED_IN.seen_in(PERIOD.id), now, LATER) == ()


@pytest.mark.parametrize(
    "records",
    [
        (MILESTONE.changed(due=LATER),),
        (MILESTONE.changed(title="Lab klaar"),),
        (MILESTONE.changed(goal=1),),
        (MILESTONE.changed(id=9, number="1.1b"),),
        (HANDED_IN.of(Goal)[1].changed(target="95"),),
        (HANDED_IN.of(Theme)[1].changed(goals=(1,)),),
        (HANDED_IN.of(Speerpunt)[1].changed(partners=()),),
        (HANDED_IN.of(Veri)[1].changed(code=VeriCode.INFORMEREN),),
        (HANDED_IN.of(ChapterText)[1].changed(text="Waarom dit plan nodig is."),),
        (HANDED_IN.of(BudgetLine)[1].changed(price=1_100_00),),
        (HANDED_IN.of(Cofinancing)[1].changed(quantity=12),),
        (HANDED_IN.of(Cofinancing)[1].changed(status=CofinancingStatus.GETEKEND),),
        (PERIOD.changed(subsidy=1_00),),
        (REGION.changed(subsidy_max=120_000_00),),
        # The region had one; a plan that has its own says another, as does another one of the region.
        (PERIOD.changed(ambition="Nog meer."),),
        (REGION.changed(ambition="Nog meer."),),
        # A goal of no period that nobody gave to this plan is no longer in it.
        (NEXT, PERIOD.changed(current=False)),
        (Party(id=9, name="Nieuw bv"),),
        (HANDED_IN.of(Body)[1].changed(members=(Member(id=9, person="Jan", role="voorzitter"),)),),
        (PARTY.changed(status=PartyStatus.GESTOPT, stopped_on=LATER),),
    ],
    ids=called,
)
def test_what_a_plan_says_changes_it(records: tuple[Record, ...]) -> None:
    assert last_handed_in(*records) is None


LETTER = Communication(id=9, audience="Ouders", message="Het begint", means="Brief")
COURSE = Training(id=9, who="Docenten", what="Lassen")
IN_PLAN, IN_NEXT = {"date": PERIOD.start}, {"date": NEXT.start}
SAME, CHANGED, UNKNOWN = SinceHandedIn


@pytest.mark.parametrize(
    ("changed", "since"),
    [
        ((), SAME),
        ((LETTER.changed(message="Het begint nu"),), CHANGED),
        ((COURSE.changed(what="Frezen"),), CHANGED),
        ((LETTER.changed(id=10),), CHANGED),
        # Both go along as the next period begins: what was done with them before that, or there, looks the same.
        (BEGUN, SAME),
        ((*BEGUN, LETTER.changed(message="Het begint  nu")), UNKNOWN),
        ((*BEGUN, COURSE.changed(**IN_NEXT)), UNKNOWN),
        ((*BEGUN, LETTER.changed(id=10)), UNKNOWN),
        # What has a day in the next plan was never of this one.
        ((*BEGUN, LETTER.changed(id=10, **IN_NEXT)), SAME),
        # With a day in this plan they are printed in it, with that day.
        ((*BEGUN, LETTER.changed(**IN_PLAN)), CHANGED),
        ((*BEGUN, LETTER.changed(id=10, **IN_PLAN)), CHANGED),
        # Another change of the plan is one, whatever became of these.
        ((*BEGUN, LETTER.changed(id=10), MILESTONE.changed(due=LATER)), CHANGED),
    ],
    ids=lambda value: called(value),
)
def test_what_belongs_to_no_period_is_of_the_plan_at_hand(changed: tuple[Record, ...], since: SinceHandedIn) -> None:
    before = with_records(HANDED_IN, LETTER, COURSE)
    now = with_records(before, *changed).seen_in(PERIOD.id)
    assert since_then(before, now, PERIOD.id) is since


@pytest.mark.parametrize(("begun", "since"), [((), CHANGED), (BEGUN, UNKNOWN)], ids=["at hand", "next begun"])
def test_what_belongs_to_no_period_and_goes(begun: tuple[Record, ...], since: SinceHandedIn) -> None:
    before = with_records(HANDED_IN, LETTER, COURSE)
    now = without(with_records(before, *begun), "communication", "training").seen_in(PERIOD.id)
    assert since_then(before, now, PERIOD.id) is since


@pytest.mark.parametrize(
    ("handed_in", "now", "since"),
    [
        # Handed in while the next plan was at hand: they were of that one, and still are.
        ((*BEGUN, LETTER), (*BEGUN, LETTER.changed(message="Het begint nu")), SAME),
        # This plan came at hand again, with them.
        ((*BEGUN, LETTER), (NEXT.changed(current=False), PERIOD, LETTER), SAME),
        ((*BEGUN, LETTER), (NEXT.changed(current=False), PERIOD, LETTER.changed(message="Het begint nu")), UNKNOWN),
    ],
    ids=["of the next", "at hand again", "at hand again and changed"],
)
def test_what_was_of_the_next_plan(
    handed_in: tuple[Record, ...], now: tuple[Record, ...], since: SinceHandedIn
) -> None:
    before = with_records(HANDED_IN, *handed_in)
    assert since_then(before, with_records(before, *now).seen_in(PERIOD.id), PERIOD.id) is since


def test_what_was_removed_and_made_again_is_the_same() -> None:
    """Of two roles the one of the party gets another number, and then it is gone."""
    first, second = HANDED_IN.of(Veri).values()
    for roles, is_same in (((first.changed(id=7), second), True), ((second,), False)):
        now = with_records(without(HANDED_IN, "veri"), SUBMISSION, *roles).seen_in(PERIOD.id)
        assert (handed_in_unchanged(now, lambda submission: HANDED_IN) == SUBMISSION) is is_same


@pytest.mark.parametrize(("own", "is_same"), [(100_000_00, True), (90_000_00, False)])
def test_the_maximum_of_the_region_becomes_that_of_its_plan(own: int, is_same: bool) -> None:
    """As the next period of another regulation begins: € 100.000 was of the region, and is of the plan."""
    before, plan = with_records(HANDED_IN, PERIOD.changed(subsidy=None)), PERIOD.changed(subsidy=own, current=False)
    now = with_records(before, SUBMISSION, *BEGUN, plan, REGION.changed(subsidy_max=None))
    found = handed_in_unchanged(now.seen_in(PERIOD.id), lambda submission: before)
    assert (found == SUBMISSION) is is_same


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


GREEN = Progress(id=1, milestone=1, date=date(2027, 1, 5), light=Stoplicht.GROEN)
READY = Progress(id=2, milestone=1, date=date(2027, 3, 1), light=Stoplicht.GEREED)
BACK = Progress(id=3, milestone=1, date=date(2027, 4, 1), light=Stoplicht.ORANJE)


def stood(light: Stoplicht, *log: Progress) -> Dossier:
    done = log[-1].date if light is Stoplicht.GEREED else None
    return with_records(HANDED_IN, MILESTONE.changed(light=light, done_on=done, rev=0), *log)


@pytest.mark.parametrize(
    ("kept", "now", "today", "told"),
    [
        # Kept later than it was handed in, on 10 January: it was not gereed then, nor on the day of the report.
        (stood(Stoplicht.GEREED, GREEN, READY), stood(Stoplicht.GEREED, GREEN, READY), date(2027, 2, 1), []),
        (stood(Stoplicht.GEREED, GREEN, READY), stood(Stoplicht.GEREED, GREEN, READY), LATER, []),
        # Handed in and looked at before the day of gereed that somebody wrote down already.
        (stood(Stoplicht.GEREED, GREEN, READY), stood(Stoplicht.GROEN, GREEN), date(2027, 1, 20), []),
        (stood(Stoplicht.GEREED, GREEN, READY), stood(Stoplicht.ORANJE, GREEN, READY, BACK), LATER, []),
        # Gereed on 5 January, five days before it was handed in, and back in April.
        (
            stood(Stoplicht.GEREED, GREEN.changed(light=Stoplicht.GEREED)),
            stood(Stoplicht.ORANJE, GREEN.changed(light=Stoplicht.GEREED), BACK),
            LATER,
            ["was gereed, staat nu op oranje"],
        ),
    ],
)
def test_a_stoplicht_is_that_of_the_day_of_handing_in_and_of_now(
    kept: Dossier, now: Dossier, today: date, told: list[str]
) -> None:
    seen = with_records(now, SUBMISSION).seen_in(PERIOD.id)
    found = compared(seen, lambda submission: kept, today).differences
    assert [one.text.partition(": ")[2].rstrip(".") for one in found] == told
