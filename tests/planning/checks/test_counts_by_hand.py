"""What findings count and compare, where one more or less is another sentence; worked out on the clean dossier.

The plan of 2027-2028 is half over on 1 January 2028; line 1 is 1.050.000 in 2027, the contribution 120.000.
"""

from collections.abc import Sequence
from datetime import date

import pytest

from sto_tui.content.library import free_half_days
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.milestones import Dependency, Stoplicht
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Payment, Realised
from sto_tui.domain.parties import Involvement, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Chapter, GoalOutcome, Support, Theme, Visit
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod, PlanStatus
from sto_tui.domain.set_aside import SetAside
from sto_tui.planning.checks.finding import Level, counted
from sto_tui.planning.checks.holes import SectionState, section_states
from sto_tui.planning.checks.set_aside import facts_of
from sto_tui.planning.checks.veri import column_hints
from tests.planning.checks.test_findings import at, edited, emptied, found_by, milestone, role
from tests.support.by_hand import dossier_with
from tests.support.findings import said_by
from tests.support.small_plan import with_records

TODAY = date(2027, 2, 1)
LATER = date(2028, 1, 31)
EARLIER = PlanPeriod(id=2, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))


def said(rule: str, edits: Sequence[Record | Ref], today: date = TODAY) -> list[str]:
    return [message for _, message in found_by(rule, edited(*edits), today)]


@pytest.mark.parametrize(
    ("periods", "today", "told"),
    [
        ((1,), date(2027, 12, 31), True),
        ((1,), date(2028, 1, 1), False),
        # Of two periods the last one counts.
        ((2, 1), date(2027, 12, 31), True),
    ],
)
def test_an_outcome_is_early_in_the_first_half_of_its_last_period(
    periods: tuple[int, ...], today: date, told: bool
) -> None:
    reached = at("goals/1", periods=periods, outcome=GoalOutcome.GEHAALD)
    assert bool(said("goal_with_early_outcome", [EARLIER, reached], today)) is told


@pytest.mark.parametrize(
    ("day", "told"), [(date(2027, 2, 1), False), (date(2027, 2, 2), True)], ids=["today", "tomorrow"]
)
def test_a_plan_is_adopted_until_today(day: date, told: bool) -> None:
    period = at("periods/1", plan_status=PlanStatus.VASTGESTELD, adopted_on=day)
    assert bool(said("adopted_in_the_future", [period])) is told


@pytest.mark.parametrize(("title", "year"), [("Klaar in 2026", "2026"), ("Klaar in 2027", "")])
def test_the_first_year_of_the_plan_is_none_of_before(title: str, year: str) -> None:
    old = Theme(id=8, number=8, title=title, result="Oud", periods=(2,))
    messages = said("year_of_the_period_before_plan", [EARLIER, old, at("themes/1", title=title, continues=8)])
    assert messages == ([f"Thema 1 noemt nog {year}, een jaar van vóór 2027-2028. Pas de tekst aan."] if year else [])


def support(many: float) -> Support:
    return Support(id=1, question="Hoe?", visits=(Visit(id=1, half_days=many),))


def test_all_half_days_that_are_free_may_be_used() -> None:
    free = free_half_days()
    assert said("more_half_days_than_free", [support(free)]) == []
    assert said("more_half_days_than_free", [support(free + 1)]) == [
        f"Er staan {free + 1} dagdelen ondersteuning, waarvan {free} gratis. De rest betalen de scholen zelf."
    ]


def test_who_takes_part_in_the_work_without_a_role_in_a_matrix_that_has_roles() -> None:
    doing = [at(f"parties/{number}", involved_in=(Involvement.UITVOERING,)) for number in (1, 2)]
    both = [*doing, at("parties/4", involved_in=(Involvement.UITVOERING,))]
    assert said("party_without_role", doing) == [
        "Zuid College doet mee aan de uitvoering, maar heeft geen rol in de VERI-matrix. Welke rol hoort erbij?"
    ]
    assert said("party_without_role", both) == [
        "Zuid College en Metaalbedrijf Jansen doen mee aan de uitvoering, maar hebben geen rol in de VERI-matrix. "
        "Welke rol hoort erbij?"
    ]
    assert said("party_without_role", [*both, *emptied("veri")]) == []


def test_goals_of_two_plans_may_have_one_number() -> None:
    early = at("goals/1", id=2, periods=(2,))
    assert said("same_number_plan", [EARLIER, early]) == []
    assert len(said("same_number_plan", [EARLIER, early, at("goals/1", id=3, periods=(2,))])) == 1


def paid(number: int, source: str) -> Payment:
    return Payment(id=number, budget_line=1, date=date(2027, 1, 5), amount=60_00, source=source)


@pytest.mark.parametrize(
    ("sources", "times"), [(("F1", "F2"), 0), (("F1", "f1"), 2), (("F1", ""), 2), (("F1", "F2", "F2"), 3)]
)
def test_the_same_payment_with_the_same_source(sources: tuple[str, ...], times: int) -> None:
    messages = said("booked_twice", [paid(number, source) for number, source in enumerate(sources, 1)])
    assert [f"{times} keer. Verwijder wat dubbel is" in message for message in messages] == [True] * bool(times)


def test_of_many_contributions_the_one_with_most_too_much_is_named() -> None:
    """Six of 100; of number 4 there is 150 too much, of the others 10."""
    lines = [
        Cofinancing(id=number, title=f"Uren {number}", year=2027, quantity=1, unit="uur", rate=100_00)
        for number in range(2, 8)
    ]
    given = [
        Realised(id=number, contribution=number, date=date(2027, 3, 1), amount=250_00 if number == 4 else 110_00)
        for number in range(2, 8)
    ]
    (message,) = said("realised_over", [*lines, *given], LATER)
    assert message.startswith(
        "Bij 6 bijdragen kwam meer dan in het plan staat, het meest bij deze. Van bijdrage ‘Uren 4"
    )
    assert "is €\u00a0250 gerealiseerd; in het plan staat €\u00a0100." in message


def test_what_who_stopped_would_bring_is_told_apart() -> None:
    """Of 100.000 that was promised, 40.000 is of a company that stopped: 60.000 of 1.050.050 is 5,7%."""
    company = Party(id=9, name="Weg bv", kind=PartyKind.BEDRIJF, status=PartyStatus.GESTOPT)
    gone = Cofinancing(
        id=2,
        party=9,
        title="Geld",
        year=2027,
        quantity=1,
        unit="jaar",
        rate=40_000_00,
        status=CofinancingStatus.TOEGEZEGD,
    )
    (message,) = said("cofinancing_below_minimum", [company, gone, at("cofinancing/1", quantity=1)])
    assert message.startswith(
        "De cofinanciering is, zonder wat alleen beoogd is en zonder €\u00a040.000 van wie gestopt is, 5,"
    )


def test_a_chain_of_more_than_a_year_is_told_from_its_first_begin() -> None:
    """Two lead to the last one: of January and of March 2027. The last ends in February 2028: thirteen months."""
    steps = [
        milestone(11, "2.1", date(2027, 3, 1), date(2027, 6, 30)),
        milestone(12, "2.2", date(2027, 1, 4), date(2027, 6, 30)),
        milestone(
            13,
            "2.3",
            date(2027, 9, 1),
            date(2028, 2, 15),
            after=(Dependency(id=1, milestone=11), Dependency(id=2, milestone=12)),
        ),
    ]
    (message,) = said("no_moment_to_decide", steps)
    assert message.startswith("Van 2.2 tot en met 2.3 duurt het meer dan een jaar, zonder go/no-gomoment.")


def handed_in(status: PlanStatus) -> list[Record]:
    return [Submission(id=1, period=1, handed_in_on=date(2027, 1, 4)), at("periods/1", plan_status=status)]


@pytest.mark.parametrize(
    ("rule", "edits", "many"),
    [
        ("adopted_day_without_status", [at("periods/1", adopted_on=TODAY)], 1),
        ("adopted_day_without_status", [at("periods/1", adopted_on=TODAY, plan_status=PlanStatus.VASTGESTELD)], 0),
        ("handed_in_as_concept", handed_in(PlanStatus.CONCEPT), 1),
        ("handed_in_as_concept", handed_in(PlanStatus.INGEDIEND), 0),
        # Three that stand loose are told one by one, and four in one sentence.
        ("of_no_period_plan", [EARLIER, *(at("risks/1", id=number, periods=()) for number in (1, 2, 3))], 3),
        ("of_no_period_plan", [EARLIER, *(at("risks/1", id=number, periods=()) for number in (1, 2, 3, 4))], 1),
    ],
)
def test_how_many_there_are(rule: str, edits: Sequence[Record | Ref], many: int) -> None:
    assert len(said(rule, edits)) == many


def test_what_goes_on_in_the_next_plan_has_ended() -> None:
    """The plan is over; of 1.1a and 1.1b, which are not gereed, the first goes on."""
    goes_on = at("milestones/1", id=9, number="9", start=None, due=None, speerpunt=None, goal=None, continues=1)
    over = date(2029, 1, 1)
    (both,), (left,) = said("past_due", [], over), said("past_due", [goes_on], over)
    assert "2 mijlpalen staan niet op gereed, zoals 1.1a" in both
    assert "1 mijlpaal staat niet op gereed, zoals 1.1b" in left


@pytest.mark.parametrize(("of_six", "told"), [(3, False), (4, True)])
def test_more_than_half_of_the_milestones_is_most(of_six: int, told: bool) -> None:
    """The stuurgroep decides about 1.1a and 1.1b already; about the other four Noord College does."""
    steps = [milestone(number, f"2.{number}", None, None) for number in range(11, 15)]
    deciders = ["bodies/1"] * (of_six - 2) + ["parties/1"] * (6 - of_six)
    roles = [
        role(number, f"milestones/{number}", party, "E") for number, party in zip(range(11, 15), deciders, strict=True)
    ]
    hints = column_hints(edited(*steps, *roles), Ref("bodies", 1))
    assert any(hint.startswith(f"Stuurgroep beslist over {of_six} van de 6 mijlpalen") for hint in hints) is told


def test_what_was_set_aside_counts_as_met_and_stays_so_when_a_record_is_saved_as_it_is() -> None:
    dossier = edited(at("goals/1", baseline=""))
    ((ref, message),) = found_by("goal_without_baseline", dossier)
    facts = facts_of(dossier, "goal_without_baseline", Ref.parse(ref), message)
    assert facts == facts_of(
        edited(at("goals/1", baseline="", rev=7)), "goal_without_baseline", Ref.parse(ref), message
    )
    aside = edited(at("goals/1", baseline=""), SetAside(id=1, facts=facts, finding=message, reason="Volgt"))

    def of_goals(seen: Dossier) -> SectionState:
        states = section_states(seen, "alles", TODAY)
        return next(state for state in states if state.section.chapter is Chapter.DOELEN)

    assert of_goals(dossier).total == of_goals(aside).total
    assert of_goals(aside).filled == of_goals(dossier).filled + 1


def outside(many: int) -> list[Record]:
    return [at("budget/2", id=number, title=f"Post {number}", year=2029) for number in range(11, 11 + many)]


def overspent(many: int) -> list[Record]:
    """Lines of 50 on which 60 was spent."""
    numbers = range(11, 11 + many)
    lines = [at("budget/2", id=number, title=f"Post {number}") for number in numbers]
    return [
        *lines,
        *(Payment(id=number, budget_line=number, date=date(2028, 1, 5), amount=60_00) for number in numbers),
    ]


def ready_once(many: int) -> list[Record]:
    """Gereed, and nobody knows since when."""
    return [milestone(number, f"9.{number}", None, None, light=Stoplicht.GEREED) for number in range(11, 11 + many)]


def outdated(many: int) -> list[Record]:
    """Carried over with a year of before."""
    old = [at("risks/1", id=number, text="In 2025", periods=(2,)) for number in range(11, 11 + many)]
    new = [record.changed(id=record.id + 100, continues=record.id, periods=(1,)) for record in old]
    return [EARLIER, *old, *new]


@pytest.mark.parametrize(
    ("rule", "edits", "many", "words"),
    [
        # Five are told one by one; six are one mistake.
        ("budget_outside_period", outside(5), 5, "Begrotingsregel ‘Post 11’ (2029) hoort bij een jaar buiten"),
        ("budget_outside_period", outside(6), 1, "6 begrotingsregels horen bij een jaar buiten planperiode 2027-2028"),
        ("overspent_line", overspent(5), 5, "Op begrotingsregel ‘Post 11 2028’ is €\u00a010 meer uitgegeven"),
        ("overspent_line", overspent(6), 1, "Op 6 begrotingsregels is meer uitgegeven dan begroot, samen €\u00a060,"),
        ("ready_without_day", ready_once(5), 5, "Van mijlpaal 9.11 op gereed is niet bekend sinds wanneer."),
        ("ready_without_day", ready_once(6), 1, "Van 6 mijlpalen op gereed is niet bekend sinds wanneer, zoals 9.11."),
        ("year_of_the_period_before_plan", outdated(3), 3, "Risico ‘In 2025’ noemt nog 2025"),
        ("year_of_the_period_before_plan", outdated(4), 3, "Risico ‘In 2025’ (en bij nog 1) noemt nog 2025"),
    ],
)
def test_many_alike_are_told_once(rule: str, edits: list[Record], many: int, words: str) -> None:
    messages = said(rule, edits, LATER)
    assert len(messages) == many
    assert messages[0].startswith(words)


HOPED = at("cofinancing/1", status=CofinancingStatus.BEOOGD)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((HOPED,), "De enige bijdrage aan de cofinanciering is alleen nog beoogd."),
        ((HOPED, HOPED.changed(id=2)), "Beide bijdragen zijn alleen nog beoogd."),
        ((HOPED, HOPED.changed(id=2), HOPED.changed(id=3)), "Alle 3 bijdragen zijn alleen nog beoogd."),
        ((HOPED, at("cofinancing/1", id=2)), ""),
    ],
)
def test_nothing_was_promised_yet(lines: tuple[Record, ...], sentence: str) -> None:
    assert [message.partition(". ")[0] + "." for message in said("cofinancing_only_intended", lines)] == (
        [sentence] if sentence else []
    )


@pytest.mark.parametrize(("party", "told"), [(4, False), (1, True)], ids=["a company", "a school"])
def test_a_contribution_of_who_is_no_company(party: int, told: bool) -> None:
    messages = said("cofinancing_by_others", [at("cofinancing/1", party=party)])
    assert [message.partition(" telt")[0] for message in messages] == [
        "De bijdrage van Noord College (vmbo) van €\u00a0120.000"
    ] * told


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2028, 1, 1), ""),
        (date(2028, 1, 2), "Er is voorbij de helft van 2027-2028 €\u00a01 aan cofinanciering gerealiseerd"),
        (date(2028, 12, 31), "Er is voorbij de helft van 2027-2028 €\u00a01 aan cofinanciering gerealiseerd"),
        (date(2029, 1, 1), "Er is aan het eind van 2027-2028 €\u00a01 aan cofinanciering gerealiseerd"),
    ],
)
def test_what_was_realised_past_half_and_at_the_end(today: date, words: str) -> None:
    given = Realised(id=1, contribution=1, date=date(2027, 3, 1), amount=1_00, evidence="Factuur")
    messages = said("realised_below_minimum", [given], today)
    assert [message.partition(":")[0] for message in messages] == ([words] if words else [])


# Costs of 900 in all, and a subsidy of 800: a ninth of 900 is 100, and a tenth of 800 is 80.
SMALL = dossier_with(
    *(BudgetLine(id=year - 2026, title="Uren", year=year, quantity=1, price=450_00) for year in (2027, 2028)),
    Cofinancing(id=1, title="Lab", year=2027, quantity=1, rate=100_00, status=CofinancingStatus.GETEKEND),
    Cofinancing(id=2, title="Toen", year=2026, quantity=1, rate=100_00, status=CofinancingStatus.GETEKEND),
    subsidy=800_00,
)


@pytest.mark.parametrize(
    ("given", "minimum", "told"),
    [
        # 40 is 4,26% of 940 and 5% of 800.
        (
            40_00,
            "10",
            "4,3% van de subsidiabele begroting met cofinanciering (€\u00a060 te weinig) en "
            "5,0% van de subsidie 2027-2028 (€\u00a040 te weinig)",
        ),
        # Of 800 it is enough, of 990 it is 9,1%: only that is told.
        (90_00, "10", "9,1% van de subsidiabele begroting met cofinanciering (€\u00a010 te weinig)"),
        (100_00, "10", ""),
        # A minimum of a fifth: a quarter of 900 is 225, a fifth of 800 is 160; 160 is 15,1% of 1060.
        (160_00, "20", "15,1% van de subsidiabele begroting met cofinanciering (€\u00a065 te weinig)"),
    ],
)
def test_which_share_of_what_was_realised_is_too_low(given: int, minimum: str, told: str) -> None:
    """What was given of a contribution of 2026 is none of the plan's years, and counts nowhere."""
    region = SMALL.region.changed(minimum_cofinancing=float(minimum))
    records = (
        region,
        Realised(id=1, contribution=1, date=date(2027, 3, 1), amount=given),
        Realised(id=2, contribution=2, date=date(2027, 3, 1), amount=500_00),
    )
    messages = [message for _, message in said_by("realised_below_minimum", with_records(SMALL, *records), LATER)]
    euros = given // 100
    assert messages == (
        [
            f"Er is voorbij de helft van 2027-2028 €\u00a0{euros} aan cofinanciering gerealiseerd: {told}. "
            f"Het minimum is {minimum}%. Vraag partijen om bewijs."
        ]
        if told
        else []
    )


@pytest.mark.parametrize("rule", ["goal_without_speerpunt", "goal_without_figure"])
def test_a_goal_that_was_put_in_other_words_is_left_alone(rule: str) -> None:
    bare = at("goals/1", id=2, number=2, figure=None)
    assert len(said(rule, [bare])) == 1
    assert said(rule, [bare.changed(reformulated_as=1)]) == []


def test_before_a_meeting_nobody_was_absent() -> None:
    meeting = Meeting(id=1, title="Start", invited=(1, 2))
    assert said("invited_and_not_there", [meeting]) == []
    assert said("invited_and_not_there", [meeting.changed(present=(1,))]) == [
        "Uitgenodigd voor ‘Start’ maar niet aanwezig: Zuid College. Praat ze bij."
    ]


@pytest.mark.parametrize(
    ("total", "levels", "aside", "words"),
    [
        (0, {}, 0, "geen meldingen"),
        (0, {}, 2, "geen meldingen, en 2 opzij"),
        (1, {Level.FOUT: 1}, 0, "1 melding, waarvan 1 fout"),
        (
            7,
            {Level.FOUT: 2, Level.WAARSCHUWING: 0, Level.TIP: 5},
            1,
            "7 meldingen, waarvan 2 fouten en 5 tips, en 1 opzij",
        ),
    ],
)
def test_how_many_are_open(total: int, levels: dict[Level, int], aside: int, words: str) -> None:
    assert counted(total, levels, aside) == words
