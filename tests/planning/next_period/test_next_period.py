"""From 2025-2026 to 2027-2028 in a small dossier: what is proposed, what goes on, and what the look-back says."""

from datetime import date

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.chapters.terugblik import where_it_returns
from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Decision, DecisionKind
from sto_tui.domain.milestones import Dependency, Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import (
    Act,
    Chapter,
    ChapterText,
    Goal,
    GoalOutcome,
    Partner,
    Phase,
    Risk,
    Size,
    Speerpunt,
    Theme,
)
from sto_tui.domain.record import Ref
from sto_tui.domain.region import HolidayRegion, PlanPeriod
from sto_tui.domain.vision import Indicator, Point, VisionSection
from sto_tui.planning.checks.holes import holes
from sto_tui.planning.evaluation.looking_back import returns_in
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.next_period.carrying_over import begun
from sto_tui.planning.next_period.choosing import Ticked
from sto_tui.planning.next_period.derived import source_of_milestones, source_of_roles
from sto_tui.planning.next_period.left_behind import left_behind
from sto_tui.planning.next_period.moving import months_to_move, moved, on_working_days
from sto_tui.planning.next_period.proposal import CarryItem, following, next_period
from sto_tui.planning.next_period.what_went_on import builds_on, what_went_on
from sto_tui.planning.plan_periods import named
from sto_tui.planning.schedule.dates import Dates
from sto_tui.planning.statements import Statement, statement
from tests.support.by_hand import dossier_with, paragraphs_of, tables_of
from tests.support.small_plan import with_records

OLD = PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31), current=True)
AFTER_FIRST = Dependency(id=1, milestone=1, lag_days=2)
AFTER_LATER = Dependency(id=1, milestone=2)
PHASE = Phase(id=1, label="2025", acts=(Act(id=1, text="Bouwen"),))
BEFORE = dossier_with(
    OLD,
    Party(id=1, name="Kompas"),
    Party(id=2, name="Bouw bv", status=PartyStatus.GESTOPT),
    Indicator(
        id=1,
        title="Instroom",
        unit="leerlingen",
        series=(
            Point(id=1, year=2025, value=410),
            Point(id=2, year=2026, value=431),
            Point(id=3, year=2027, value=500),
        ),
    ),
    Goal(id=1, number=1, text="Meer leerlingen", figure=1, baseline="400", target="430", periods=(1,)),
    Goal(id=2, number=2, text="Meer meisjes", reached="12%", reached_year=2026, outcome=GoalOutcome.NIET, periods=(1,)),
    Goal(id=3, number=3, text="Een stagepunt", outcome=GoalOutcome.GEHAALD, periods=(1,)),
    Theme(id=1, number=1, title="Kiezen", lead=2, periods=(1,)),
    Theme(id=2, number=2, title="Oud werk", periods=(1,)),
    Speerpunt(
        id=1,
        theme=1,
        number="1.1",
        title="Labs",
        goals=(1, 3),
        phases=(PHASE,),
        partners=(Partner(id=1, party=1), Partner(id=2, party=2)),
    ),
    Speerpunt(id=2, theme=1, number="1.2", title="Klaar"),
    Speerpunt(id=3, theme=2, number="2.1", title="Gestopt werk"),
    Milestone(
        id=1,
        number="1.1a",
        title="Lab open",
        speerpunt=1,
        start=date(2026, 9, 1),
        due=date(2026, 11, 30),
        light=Stoplicht.ORANJE,
        goal=1,
    ),
    Milestone(
        id=2,
        number="1.1b",
        title="Lab vol",
        speerpunt=1,
        start=date(2026, 12, 1),
        due=date(2027, 2, 28),
        after=(Dependency(id=1, milestone=1), Dependency(id=2, milestone=4)),
    ),
    Milestone(id=3, number="1.1c", title="Vast", speerpunt=1, due=date(2026, 10, 1), fixed_date=True),
    Milestone(id=4, number="1.2a", title="Gereed", speerpunt=2, light=Stoplicht.GEREED, done_on=date(2026, 3, 1)),
    Milestone(id=5, number="1.1d", title="Later", speerpunt=1, due=date(2028, 3, 31)),
    Veri(id=1, row=Ref("milestones", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
    Veri(id=2, row=Ref("milestones", 1), party=Ref("parties", 2), code=VeriCode.INFORMEREN),
    Veri(id=3, row=Ref("milestones", 4), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
    BudgetLine(id=1, title="Uren", year=2026, quantity=1, price=100_00),
    Risk(id=1, text="Geen docenten", probability=Size.GROOT, measure="Zie mijlpaal 1.1a.", periods=(1,)),
    ChapterText(id=1, chapter=Chapter.INLEIDING, text="Dit gaat over 2025-2026.", period=1),
    VisionSection(id=1, section="Aanbod", text="Vijf profielen.", period=1),
    VisionSection(id=2, section="Doorstroom", previous="Van toen.", period=1),
    Answer(id=1, question=1, text="Labs werken", about=Ref("speerpunten", 1), decision=1),
    Decision(id=1, text="De labs blijven", why="Vol", kind=DecisionKind.BEHOUDEN, period=1),
    Decision(
        id=2,
        text="Niet meer doen",
        why="Te duur",
        kind=DecisionKind.STOPPEN,
        becomes=(Ref("speerpunten", 3),),
        period=1,
    ),
)
PROPOSAL = next_period(BEFORE, "2027-2028")


def item(address: str) -> CarryItem:
    return next(known for known in PROPOSAL.items if str(known.ref) == address)


@pytest.mark.parametrize(
    ("address", "goes_on", "reason"),
    [
        ("goals/1", True, "nog niet bekend of het is gehaald"),
        ("goals/2", True, "niet gehaald"),
        ("goals/3", False, "gehaald"),
        ("themes/1", True, "er gaat iets van door"),
        ("speerpunten/1", True, "besluit: behouden"),
        # September 2026 to January 2027 is four months; what waits on it moves as far.
        ("milestones/1", True, "staat op oranje; schuift 4 maanden"),
        ("milestones/2", True, "staat op niet gestart; schuift 4 maanden"),
        ("milestones/3", True, "staat op niet gestart; de datum staat vast: kies zelf"),
        ("milestones/5", True, "staat op niet gestart"),
        ("speerpunten/2", False, "de enige mijlpaal is gereed"),
        ("themes/2", False, "er gaat niets van door"),
        ("speerpunten/3", False, "besluit: stoppen"),
        ("risks/1", True, "kans groot, impact middel"),
        ("texts/1", False, "gaat over de vorige periode"),
    ],
)
def test_what_is_proposed_and_why(address: str, goes_on: bool, reason: str) -> None:
    assert (item(address).goes_on, item(address).reason) == (goes_on, reason)


def test_what_was_decided_on_a_theme_is_why_it_goes_on() -> None:
    decision = Decision(
        id=3, text="Anders", why="Beter", kind=DecisionKind.AANPASSEN, becomes=(Ref("themes", 2),), period=1
    )
    proposed = next_period(with_records(BEFORE, decision), "2027-2028")
    (theme,) = (known for known in proposed.items if known.ref == Ref("themes", 2))
    assert (theme.goes_on, theme.reason) == (True, "besluit: aanpassen")


def test_all_that_may_go_on_is_proposed_and_nothing_else() -> None:
    assert (PROPOSAL.earlier, PROPOSAL.period.label, following(BEFORE)) == (OLD, "2027-2028", "2027-2028")
    assert len(PROPOSAL.items) == 14
    dates = {str(known.ref): (known.dates.start, known.dates.due) for known in PROPOSAL.items if known.dates}
    assert dates == {
        "milestones/1": (date(2027, 1, 1), date(2027, 3, 31)),
        "milestones/2": (date(2027, 4, 1), date(2027, 6, 30)),
        "milestones/3": (None, date(2026, 10, 1)),
        "milestones/5": (None, date(2028, 3, 31)),
    }


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        # Sixty months later it would end in 2028; the period ends in 2026, and two years fit in it exactly.
        (date(2022, 1, 1), date(2023, 12, 31), (date(2025, 1, 1), date(2026, 12, 31))),
        # Half a year that would end in 2028 becomes the last half year of the period: 180 days before its end.
        (date(2023, 7, 1), date(2023, 12, 28), (date(2026, 7, 4), date(2026, 12, 31))),
        (None, date(2023, 12, 31), (None, date(2026, 12, 31))),
        # Sixty months later it ends on the last day of the period: it fits, and keeps the days of its months.
        (date(2020, 2, 1), date(2021, 12, 31), (date(2025, 2, 1), date(2026, 12, 31))),
    ],
)
def test_what_does_not_fit_ends_with_the_period_and_takes_as_long_as_it_did(
    start: date | None, due: date, expected: tuple[date | None, date]
) -> None:
    plan = PlanPeriod(label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
    dates = moved(Dates(start, due), 60, plan)
    assert (dates.start, dates.due) == expected


@pytest.mark.parametrize(
    ("start", "due", "months"),
    [
        (None, date(2026, 12, 31), {1: 1}),
        (date(2026, 10, 1), date(2026, 12, 31), {1: 3}),
        (date(2026, 10, 1), date(2027, 1, 1), {}),
        (None, date(2027, 1, 1), {}),
        (None, date(2026, 1, 1), {1: 12}),
        (None, None, {}),
    ],
)
def test_what_is_due_on_the_first_day_of_the_period_stays(
    start: date | None, due: date | None, months: dict[int, int]
) -> None:
    plan = PlanPeriod(label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31))
    assert (
        months_to_move(dossier_with(Milestone(id=1, number="1.1", title="Bus", start=start, due=due)), plan) == months
    )


def test_what_follows_is_what_is_there_or_what_the_regulation_has_or_as_long() -> None:
    old = PlanPeriod(id=1, label="2020-2023", start=date(2020, 1, 1), end=date(2023, 12, 31), current=True)
    assert following(dossier_with(old)) == "2025-2026"
    own = PlanPeriod(id=2, label="2024", start=date(2024, 1, 1), end=date(2024, 12, 31))
    assert following(dossier_with(old, own).seen_in(1)) == "2024"
    late = PlanPeriod(id=1, label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 31), current=True)
    assert following(dossier_with(late)) == "2031-2032"


def begun_with(*left_out: str) -> Dossier:
    choice = Ticked(PROPOSAL.proposed)
    for address in left_out:
        choice = choice.toggled(BEFORE, PROPOSAL, Ref.parse(address))
    return carried_out(BEFORE, begun(BEFORE, PROPOSAL, choice.ticked)).whole


def test_the_new_period_holds_copies_that_say_what_they_go_on_from() -> None:
    whole = begun_with()
    new = whole.seen_in()
    assert new.current_period is not None
    assert (new.current_period.label, whole.of(PlanPeriod)[1].current) == ("2027-2028", False)
    goals = {goal.number: goal for goal in new.of(Goal).values()}
    assert {
        number: (goal.continues, goal.baseline, goal.baseline_year, goal.target) for number, goal in goals.items()
    } == {
        1: (1, "431 leerlingen", 2026, ""),
        2: (2, "12%", 2026, ""),
    }
    assert goals[1].baseline_value == 431
    (theme,) = new.of(Theme).values()
    assert (theme.title, theme.continues, theme.lead) == ("Kiezen", 1, None)
    (speerpunt,) = new.of(Speerpunt).values()
    assert (speerpunt.number, speerpunt.continues, speerpunt.theme) == ("1.1", 1, theme.id)
    assert (speerpunt.goals, speerpunt.phases) == ((goals[1].id,), ())
    assert [partner.party for partner in speerpunt.partners] == [1]
    milestones = {milestone.number: milestone for milestone in new.of(Milestone).values()}
    assert set(milestones) == {"1.1a", "1.1b", "1.1c", "1.1d"}
    assert {milestone.light for milestone in milestones.values()} == {Stoplicht.NIET_GESTART}
    assert {number: (milestone.start, milestone.due) for number, milestone in milestones.items()} == {
        "1.1a": (date(2027, 1, 1), date(2027, 3, 31)),
        "1.1b": (date(2027, 4, 1), date(2027, 6, 30)),
        "1.1c": (None, date(2026, 10, 1)),
        "1.1d": (None, date(2028, 3, 31)),
    }
    assert [part.milestone for part in milestones["1.1b"].after] == [milestones["1.1a"].id]
    assert (milestones["1.1a"].goal, milestones["1.1a"].continues) == (goals[1].id, 1)
    # What had no goal or theme of its own gets none, though goal 1 and theme 1 go along.
    assert [(milestone.goal, milestone.theme) for milestone in milestones.values()] == [
        (goals[1].id, None),
        *[(None, None)] * 3,
    ]
    (role,) = new.of(Veri).values()
    assert (role.row, role.party) == (Ref("milestones", milestones["1.1a"].id), Ref("parties", 1))
    sections = {section.section: (section.previous, section.text) for section in new.of(VisionSection).values()}
    assert sections["Aanbod"] == ("Vijf profielen.", "")
    assert sections["Doorstroom"] == ("Van toen.", "")
    assert not any(text for _, text in sections.values())
    (risk,) = new.of(Risk).values()
    assert (risk.text, risk.measure, risk.continues) == ("Geen docenten", "Zie mijlpaal 1.1a.", 1)
    assert new.of(ChapterText) == {}
    assert new.of(BudgetLine) == {}
    assert whole.of(Decision)[1].becomes == (Ref("speerpunten", speerpunt.id),)
    assert whole.of(Decision)[2].becomes == (Ref("speerpunten", 3),)


def test_the_old_period_is_as_it_was() -> None:
    def of_old(dossier: Dossier) -> dict[str, object]:
        seen = dossier.seen_in(1)
        return {
            table: dict(seen.tables[table])
            for table in ("goals", "themes", "speerpunten", "milestones", "risks", "budget")
        }

    assert of_old(begun_with()) == of_old(BEFORE)


def test_vision_and_ambition_stay_with_the_plan_that_said_so() -> None:
    """The next plan asks for its own; beginning again later does not take that away."""
    region = BEFORE.region.changed(ambition="Eind 2026 vol.", vision_statement="Techniek voor elk kind.")
    said = BEFORE.with_tables({"region": {1: region}})
    assert (PROPOSAL.period.label, statement(said, "ambition").text) == ("2027-2028", "Eind 2026 vol.")
    whole = carried_out(said, begun(said, next_period(said, "2027-2028"), PROPOSAL.proposed)).whole
    old, new = whole.seen_in(1), whole.seen_in()
    assert statement(old, "ambition").text == "Eind 2026 vol."
    assert statement(old, "vision_statement").text == "Techniek voor elk kind."
    assert new.current_period is not None
    assert statement(new, "ambition") == Statement(Ref("periods", new.current_period.id, "ambition"), "")
    assert "Eind 2026 vol." not in "\n".join(paragraphs_of(build(new, DraftOptions(date(2026, 10, 1))).data))
    assert "Eind 2026 vol." in "\n".join(paragraphs_of(build(old, DraftOptions(date(2026, 10, 1))).data))
    written = whole.with_tables({"region": {1: whole.region.changed(ambition="Eind 2028 overal.")}})
    again = carried_out(written, begun(written, next_period(written, "2027-2028"), ())).whole
    assert statement(again.seen_in(), "ambition").text == "Eind 2028 overal."


FROM_2021 = PlanPeriod(id=1, label="2021-2024", start=date(2021, 1, 1), end=date(2024, 12, 31), current=True)


@pytest.mark.parametrize(
    ("earlier", "label", "most", "kept", "left", "told"),
    [
        # Another regulation: the maximum is that of the plan of all its years, and the next one asks its own.
        (FROM_2021, "2025-2026", 900_00, 900_00, None, "wordt de subsidie van 2021-2024"),
        # It said its own: both stay, and somebody has to say which is the next one.
        (
            FROM_2021.changed(subsidy=500_00),
            "2025-2026",
            900_00,
            500_00,
            900_00,
            "is die van 2021-2024 en blijft staan",
        ),
        # A plan of two of four years has only a part of it.
        (
            FROM_2021.changed(label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31)),
            "2029-2030",
            900_00,
            None,
            900_00,
            "is die van 2025-2028 en blijft staan",
        ),
        # Two plans of one regulation share it.
        (
            FROM_2021.changed(label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31)),
            "2027-2028",
            900_00,
            None,
            900_00,
            "",
        ),
        (FROM_2021, "2025-2026", None, None, None, ""),
    ],
)
def test_the_maximum_subsidy_stays_with_its_own_regulation(
    earlier: PlanPeriod, label: str, most: int | None, kept: int | None, left: int | None, told: str
) -> None:
    dossier = dossier_with(earlier, subsidy_max=most)
    proposal = next_period(dossier, label)
    whole = carried_out(dossier, begun(dossier, proposal, proposal.proposed)).whole
    assert (whole.of(PlanPeriod)[1].subsidy, whole.region.subsidy_max) == (kept, left)
    said = [sentence for sentence in left_behind(dossier, proposal, proposal.proposed) if "subsidie" in sentence]
    sentence = f"De maximale subsidie van €\u00a0900 {told}: vul in het regioprofiel in wat voor {label} geldt."
    assert said == [sentence] * bool(told)
    # The next plan is at hand now: what the region fills in from here on is its own.
    own = whole.with_tables({"region": {1: whole.region.changed(subsidy_max=700_00)}})
    again = carried_out(own, begun(own, next_period(own, label), ())).whole
    assert (again.of(PlanPeriod)[1].subsidy, again.region.subsidy_max) == (kept, 700_00)
    assert not [text for text in left_behind(own, next_period(own, label), ()) if "subsidie" in text]


def test_a_milestone_stays_behind_with_its_speerpunt() -> None:
    """Nothing is said of months that it would move: 2.1 stops."""
    stopped = BEFORE.of(Milestone)[1].changed(id=9, number="2.1a", title="Oud", speerpunt=3)
    decided = Decision(id=9, text="Stop", kind=DecisionKind.STOPPEN, period=1)
    about = Answer(id=9, question=1, text="Te duur", about=Ref("speerpunten", 3), decision=9)
    items = next_period(with_records(BEFORE, stopped, decided, about), "2027-2028").items
    found = {item.name: (item.goes_on, item.reason) for item in items}
    assert found["mijlpaal 2.1a Oud"] == (False, "staat op oranje; speerpunt 2.1 gaat niet door")
    assert found["mijlpaal 1.1a Lab open"] == (True, "staat op oranje; schuift 4 maanden")


def test_what_hangs_together_is_ticked_together() -> None:
    whole = begun_with("speerpunten/1").seen_in()
    assert (len(whole.of(Speerpunt)), len(whole.of(Milestone))) == (0, 0)
    choice = Ticked(frozenset()).toggled(BEFORE, PROPOSAL, Ref("milestones", 1))
    assert choice.ticked == {Ref("milestones", 1), Ref("speerpunten", 1), Ref("themes", 1)}
    # One of a theme as a whole brings that along, one of nothing itself alone.
    for theme, along in ((1, {Ref("themes", 1)}), (None, set())):
        of_theme = with_records(BEFORE, BEFORE.of(Milestone)[1].changed(speerpunt=None, theme=theme))
        choice = Ticked(frozenset()).toggled(of_theme, PROPOSAL, Ref("milestones", 1))
        assert choice.ticked == {Ref("milestones", 1), *along}


def test_what_is_ticked_again_brings_back_what_was_left_along_with_it() -> None:
    """Of the four milestones of 1.1 one that was left by itself stays behind."""

    def after(*addresses: str) -> frozenset[Ref]:
        choice = Ticked(PROPOSAL.proposed)
        for address in addresses:
            choice = choice.toggled(BEFORE, PROPOSAL, Ref.parse(address))
        return choice.ticked

    assert len(PROPOSAL.proposed - after("speerpunten/1")) == 5
    assert after("speerpunten/1", "speerpunten/1") == PROPOSAL.proposed
    assert after("themes/1", "themes/1") == PROPOSAL.proposed
    assert after("themes/1", "speerpunten/1") == PROPOSAL.proposed
    without = PROPOSAL.proposed - {Ref("milestones", 2)}
    assert after("milestones/2", "speerpunten/1", "speerpunten/1") == without


def test_a_goes_from_the_proposal_to_all_and_to_nothing() -> None:
    choices = [Ticked(PROPOSAL.proposed - {Ref("goals", 1)})]
    for _ in range(4):
        choices.append(choices[-1].next_of_all(PROPOSAL))
    assert [len(choice.ticked) for choice in choices] == [8, 9, 14, 0, 9]


def test_what_does_not_go_along_is_counted_and_says_why() -> None:
    """Bouw bv led theme 1, was partner of 1.1 and had a role in 1.1a; 1.1b waited on 1.2a, which is gereed."""
    assert left_behind(BEFORE, PROPOSAL, PROPOSAL.proposed) == (
        "1 rol, 1 trekker en 1 partner gaan niet mee: Bouw bv is gestopt.",
        "De activiteiten per periode van 1 speerpunt gaan niet mee: die waren van 2025-2026.",
        "1 keer ‘Wacht op’ gaat niet mee: waarop is gewacht, is gereed of gaat niet door.",
    )
    assert left_behind(BEFORE, PROPOSAL, {Ref("goals", 1)}) == ()


def test_what_moves_comes_on_working_days_within_the_period() -> None:
    """By the calendar: 4 January 2029 is in the kerstvakantie (until Sunday 7), 26 May 2029 a Saturday, 2 April Easter.

    1 waits for two days less than two weekdays: its end goes back to Friday 25 May, for 2 begins on Monday 28.
    """
    old = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
    before = dossier_with(
        old,
        Milestone(id=1, number="M1", title="Lab", start=date(2028, 5, 4), due=date(2028, 9, 26)),
        Milestone(id=2, number="M2", title="Vol", start=date(2028, 9, 28), due=date(2028, 9, 30), after=(AFTER_FIRST,)),
        Milestone(id=3, number="M3", title="Feest", start=date(2028, 3, 10), due=date(2028, 6, 2)),
        Milestone(id=4, number="M4", title="Los", due=date(2028, 6, 4)),
        Milestone(id=5, number="M5", title="Staat al goed", due=date(2029, 5, 26)),
    )
    before = before.with_tables({"region": {1: before.region.changed(holiday_region=HolidayRegion.MIDDEN)}})
    items = next_period(before, "2029-2030").items
    assert {item.ref.id: (item.dates.start, item.dates.due) for item in items if item.dates} == {
        1: (date(2029, 1, 8), date(2029, 5, 25)),
        2: (date(2029, 5, 28), date(2029, 5, 31)),
        3: (date(2029, 1, 10), date(2029, 4, 3)),
        4: (None, date(2029, 1, 8)),
    }


def test_an_end_on_a_free_day_at_the_end_of_the_period_comes_before_it() -> None:
    """Saturday 28 December 2030 is the last day: what ends then ends on Friday, and what begins then begins on it."""
    short = PlanPeriod(label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 28))
    last = on_working_days(BEFORE, {1: Dates(date(2030, 12, 28), date(2030, 12, 28))}, short)
    assert last[1] == Dates(date(2030, 12, 27), date(2030, 12, 27))


def test_what_was_carried_over_is_not_proposed_again() -> None:
    again = next_period(begun_with("goals/2"), "2027-2028")
    assert {str(known.ref) for known in again.items} == {
        *("goals/2", "goals/3", "speerpunten/2", "themes/2", "speerpunten/3", "texts/1")
    }


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("volgend jaar", "is geen planperiode. Schrijf bijvoorbeeld 2027-2028."),
        ("2028-2027", "eindigt vóór het begin."),
        ("2027-2033", "is geen planperiode van hoogstens zes jaar."),
        ("2026-2027", "Planperiode 2026-2027 overlapt 2025-2026."),
        ("2025-2026", "Er is geen planperiode die eindigt vóór 2025-2026."),
    ],
)
def test_a_period_that_cannot_follow_is_refused(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        next_period(BEFORE, typed)


def test_the_look_back_says_what_went_on_and_what_did_not() -> None:
    new = begun_with().seen_in()
    assert [(part.number, part.became, part.why) for part in what_went_on(new)] == [
        ("1", "Gaat door", ""),
        ("1.1", "Gaat door", "Behouden: Vol"),
        ("1.2", "Afgerond", "De enige mijlpaal is gereed."),
        ("2", "Gaat niet door", ""),
        ("2.1", "Gestopt", "Stoppen: Te duur"),
    ]
    moved = Speerpunt.model_validate({**next(iter(new.of(Speerpunt).values())).model_dump(), "number": "1.3"})
    renumbered = new.with_tables({"speerpunten": {moved.id: moved}})
    assert what_went_on(renumbered)[1].became == "Gaat door als 1.3"
    (speerpunt,) = new.of(Speerpunt).values()
    for now in (speerpunt, moved):
        assert builds_on(new, now) == "1.1 Labs (2025-2026)", "as it was called then"
    assert what_went_on(BEFORE.seen_in()) == ()
    # That all of it is ready is no reason to go on.
    all_the_same = begun(BEFORE, PROPOSAL, {*PROPOSAL.proposed, Ref("speerpunten", 2)})
    on = {part.number: part for part in what_went_on(carried_out(BEFORE, all_the_same).whole.seen_in())}
    assert (on["1.2"].became, on["1.2"].why, on["1.2"].lacks_why) == ("Gaat door", "", True)


def test_what_nobody_decided_is_a_hole_in_the_look_back() -> None:
    """1.1 and 2.1 were decided on and all of 1.2 is ready; 2.2 is left. Of the goals nobody said why."""
    left = Speerpunt(id=9, theme=2, number="2.2", title="Vergeten")
    before = BEFORE.with_tables({"speerpunten": {**BEFORE.of(Speerpunt), 9: left}})
    chosen = next_period(before, "2027-2028").proposed - {Ref("speerpunten", 9)}
    new = carried_out(before, begun(before, next_period(before, "2027-2028"), chosen)).seen_in()
    asked = [hole.hole for hole in holes(new, "alles", date(2026, 10, 1)) if hole.section.chapter is Chapter.TERUGBLIK]
    assert [hole for hole in asked if "waarom" in hole] == [
        *(f"waarom doel {number} wel of niet is gehaald" for number in (1, 2, 3)),
        "besluit over speerpunt 2.2: waarom het doorgaat of niet",
    ]
    table = tables_of(build(new, DraftOptions(date(2026, 10, 1))).data)
    rows = {row[0]: row[3] for row in table["Thema’s en speerpunten uit 2025-2026, en wat ervan doorgaat"][1:]}
    assert rows["1"] == rows["2"] == "Zie per speerpunt."
    assert rows["2.2"] == "[Nog in te vullen: besluit over speerpunt 2.2: waarom het doorgaat of niet]"


def test_the_draft_of_each_period_is_about_itself() -> None:
    whole = begun_with()
    new = tables_of(build(whole, DraftOptions(date(2026, 10, 1))).data)
    table = new["Thema’s en speerpunten uit 2025-2026, en wat ervan doorgaat"]
    assert table[2] == ["1.1", "Labs", "Gaat door", "Behouden: Vol"]
    old = "\n".join(paragraphs_of(build(whole.seen_in(1), DraftOptions(date(2026, 10, 1))).data))
    assert "Gestopt werk" in old
    assert "2027-2028" not in old


def test_what_was_derived_says_from_which_plan() -> None:
    """A copy was still not talked through, but the new plan has no activities per period that it came from."""
    milestone = BEFORE.of(Milestone)[1].changed(derived=True)
    role = BEFORE.of(Veri)[1].changed(derived=True)
    marked = BEFORE.with_tables(
        {"milestones": {**BEFORE.of(Milestone), 1: milestone}, "veri": {**BEFORE.of(Veri), 1: role}}
    )
    whole = carried_out(marked, begun(marked, PROPOSAL, PROPOSAL.proposed)).whole
    old, new = whole.seen_in(1), whole.seen_in()
    assert (source_of_milestones(old), source_of_roles(old)) == (
        "de activiteiten per periode",
        "de tekst van het plan",
    )
    assert source_of_milestones(new) == source_of_roles(new) == "het plan van 2025-2026"
    text = "\n".join(paragraphs_of(build(new, DraftOptions(date(2026, 10, 1))).data))
    assert "Een deel van de mijlpalen is afgeleid uit het plan van 2025-2026" in text
    own = new.with_tables({"milestones": {**new.of(Milestone), 99: milestone.changed(id=99, rev=0)}})
    assert source_of_milestones(own) == "de activiteiten per periode en het plan van 2025-2026"


def test_a_new_dossier_goes_on_with_every_section_of_its_vision_once() -> None:
    began = new_dossier("Proefland", "2025-2026")
    whole = carried_out(began, begun(began, next_period(began, "2027-2028"), ())).whole
    sections = [section.section for section in began.of(VisionSection).values()]
    for label in ("2025-2026", "2027-2028"):
        view = whole.seen_in(named(whole, label).id)
        assert [section.section for section in view.of(VisionSection).values()] == sections


LOOSE = dossier_with(
    OLD,
    Goal(id=1, number=1, text="Van geen periode"),
    Goal(id=2, number=2, text="Van de oude", periods=(1,)),
    Theme(id=1, number=1, title="Van geen periode"),
    ChapterText(id=1, chapter=Chapter.INLEIDING, text="Van geen periode."),
    VisionSection(id=1, section="Aanbod", text="Van geen periode."),
    Speerpunt(id=1, theme=1, number="1.1", title="Van het thema"),
    Milestone(id=1, number="M1", title="Van het speerpunt", speerpunt=1),
    Milestone(id=2, number="M2", title="Zonder dag"),
    Milestone(id=3, number="M3", title="Over de grens", start=date(2026, 11, 1), due=date(2027, 2, 1)),
    Milestone(id=4, number="M4", title="Van toen", due=date(2026, 6, 30)),
    Milestone(id=5, number="M5", title="Vast in toen", due=date(2026, 6, 30), fixed_date=True),
)


def test_what_named_no_period_stays_behind_and_goes_on_as_a_copy() -> None:
    """A milestone by itself follows its days: without any it goes along with the plan at hand, and is not copied."""
    proposal = next_period(LOOSE, "2027-2028")
    assert {str(known.ref) for known in proposal.items if known.ref.table == "milestones"} == {
        *("milestones/1", "milestones/4")
    }
    whole = carried_out(LOOSE, begun(LOOSE, proposal, {known.ref for known in proposal.items})).whole
    old, new = whole.seen_in(1), whole.seen_in()
    for model in (Goal, Theme, Speerpunt, ChapterText, VisionSection):
        numbers = set(LOOSE.of(model))
        assert set(old.of(model)) == numbers
        assert len(new.of(model)) == len(numbers)
        assert not set(new.of(model)) & numbers
    assert [milestone.number for milestone in old.of(Milestone).values()] == ["M1", "M3", "M4", "M5"]
    assert [milestone.number for milestone in new.of(Milestone).values()] == ["M1", "M2", "M3", "M4"]


def test_what_is_of_both_periods_goes_on_as_it_is() -> None:
    both = dossier_with(
        OLD,
        PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31)),
        Goal(id=1, number=1, text="Van beide", periods=(1, 2)),
        Theme(id=1, number=1, title="Van beide", periods=(1, 2)),
        Theme(id=2, number=2, title="Van toen", periods=(1,)),
        Speerpunt(id=1, theme=1, number="1.1", title="Van beide", goals=(1,)),
        Speerpunt(id=2, theme=2, number="2.1", title="Van toen", goals=(1,)),
        Milestone(id=1, number="1.1a", title="Van toen", speerpunt=1, due=date(2026, 6, 30), goal=1),
        Milestone(id=2, number="1.1b", title="Later", speerpunt=1, due=date(2027, 6, 30)),
        Milestone(id=3, number="1.1c", title="Daarna", speerpunt=1, due=date(2026, 8, 31), after=(AFTER_LATER,)),
    )
    proposal = next_period(both, "2027-2028")
    assert {str(known.ref) for known in proposal.items} == {
        *("themes/2", "speerpunten/2", "milestones/1", "milestones/3")
    }
    new = carried_out(both, begun(both, proposal, proposal.proposed)).whole.seen_in(2)
    assert [goal.id for goal in new.of(Goal).values()] == [1]
    assert [theme.number for theme in new.of(Theme).values()] == [1, 2]
    assert [speerpunt.goals for speerpunt in new.of(Speerpunt).values()] == [(1,), (1,)]
    first, later, last = new.of(Milestone).values()
    assert (first.speerpunt, first.goal, first.continues) == (1, 1, 1)
    assert (later.id, last.after) == (2, (AFTER_LATER,))


FIRST = dossier_with(
    PlanPeriod(id=1, label="2020-2023", start=date(2020, 1, 1), end=date(2023, 12, 31), current=True),
    Goal(id=1, number=1, text="Meer kiezen techniek", reached="14% meer", reached_year=2023, periods=(1,)),
    Theme(id=1, number=1, title="Kiezen", periods=(1,)),
    Speerpunt(id=1, theme=1, number="1.1", title="Labs"),
    Speerpunt(id=2, theme=1, number="1.5", title="Excursie"),
    Decision(id=1, text="Bedrijven lopen overal door", date=date(2019, 3, 27), becomes=(Ref("speerpunten", 1),)),
    Decision(id=2, text="De labs blijven", why="Vol", date=date(2023, 11, 20), becomes=(Ref("speerpunten", 1),)),
    Decision(
        id=3,
        text="Geen excursie meer",
        kind=DecisionKind.STOPPEN,
        becomes=(Ref("speerpunten", 2),),
        period=1,
    ),
)


def test_decisions_that_led_to_a_plan_do_not_look_back_at_it() -> None:
    """Of the two about 1.1 that name no period, the one of March 2019 was taken for the plan of 2020-2023."""
    proposal = next_period(FIRST, "2025-2026")
    reasons = {known.name: known.reason for known in proposal.items if known.ref.table == "speerpunten"}
    assert reasons == {"speerpunt 1.1 Labs": "besluit: behouden", "speerpunt 1.5 Excursie": "besluit: stoppen"}
    whole = carried_out(FIRST, begun(FIRST, proposal, proposal.proposed)).whole
    new = whole.seen_in()
    assert [(part.number, part.why) for part in what_went_on(new)] == [
        ("1", ""),
        ("1.1", "Behouden: Vol"),
        ("1.5", "Stoppen: Geen excursie meer"),
    ]
    assert len(whole.of(Decision)[1].becomes) == 1


def test_a_decision_comes_back_in_the_plan_of_the_paper_and_else_with_the_years() -> None:
    proposal = next_period(FIRST, "2025-2026")
    whole = carried_out(FIRST, begun(FIRST, proposal, proposal.proposed)).whole
    decision, stopped = whole.of(Decision)[2], whole.of(Decision)[3]
    assert len(decision.becomes) == 2
    for view in (whole.seen_in(1), whole.seen_in()):
        assert where_it_returns(view, returns_in(view, decision)) == "speerpunt 1.1"
    new = whole.seen_in()
    assert where_it_returns(new, returns_in(new, stopped)) == "speerpunt 1.5 (2020-2023)"
    assert where_it_returns(whole.seen_in(1), returns_in(whole.seen_in(1), stopped)) == "speerpunt 1.5"


def test_how_much_something_changed_is_no_value_to_begin_from() -> None:
    """`14% meer` than in 2019 is not where the next goal begins; in which year it was measured is known."""
    whole = carried_out(FIRST, begun(FIRST, next_period(FIRST, "2025-2026"), {Ref("goals", 1)})).whole
    (goal,) = whole.seen_in().of(Goal).values()
    assert (goal.baseline, goal.baseline_value, goal.baseline_year) == ("", None, 2023)
