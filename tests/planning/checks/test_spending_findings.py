"""Findings about what was spent and realised, each with one dossier that is wrong."""

from datetime import date

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import Equipment, Payment, Realised
from sto_tui.domain.record import Record
from tests.planning.checks.test_findings import TODAY, Case, at, edited, found_by


def paid(number: int, line: int, day: date, cents: int, **more: object) -> Payment:
    return Payment.model_validate({"id": number, "budget_line": line, "date": day, "amount": cents, **more})


def given(cents: int, evidence: str) -> Realised:
    return Realised(id=1, contribution=1, date=date(2027, 3, 1), amount=cents, evidence=evidence)


LATER = date(2028, 1, 31)
REALISED = at("cofinancing/1", status="gerealiseerd")
# Line 1 is 1.050.000 in 2027, line 2 is 50 in 2028; the contribution is 120.000 in 2027.
SPENDING_CASES = (
    Case("overspent_line", (paid(1, 2, date(2028, 1, 5), 60_00),), "budget/2", "is €\u00a010 meer uitgegeven", LATER),
    Case("booked_ahead", (paid(1, 2, date(2028, 1, 5), 60_00),), "payments/1/date", "€\u00a060, telt nog niet mee."),
    Case("booked_wrong", (paid(1, 2, date(2027, 1, 5), 60_00),), "payments/1/note", "en de regel is van 2028: schrijf"),
    # 150.000 of 1.050.000 is a seventh.
    Case(
        "underspent_year",
        (paid(1, 1, date(2027, 9, 1), 900_000_00),),
        "payments/0",
        "Van 2027 is €\u00a0150.000 niet uitgegeven, 14,3% van wat was begroot.",
        date(2028, 2, 1),
    ),
    # A twelfth of 1.050.000 is 87.500; 100.000 is 8/7 of it; the other 962.550 times 8/7 is 1.100.057,14.
    Case(
        "forecast_over",
        (paid(1, 1, date(2027, 1, 29), 100_000_00),),
        "payments/0",
        "wordt €\u00a0150.007,14 meer uitgegeven dan begroot",
    ),
    # 70.000 of 87.500 is 80%: a fifth of 1.050.050 will be left.
    Case(
        "forecast_under",
        (paid(1, 1, date(2027, 1, 29), 70_000_00),),
        "payments/0",
        "blijft €\u00a0210.010 over, 20,0% van wat is begroot",
    ),
    Case(
        "booked_wrong",
        (paid(1, 2, date(2029, 1, 2), 10_00),),
        "payments/1/date",
        "Deze uitgave is van 02-01-2029, buiten planperiode 2027-2028.",
    ),
    Case(
        "number_on_more_lines",
        (at("budget/1", number="101"), at("budget/2", number="101", year=2027)),
        "budget/2/number",
        "Regelnummer 101 staat in 2027 op meer begrotingsregels, ook op ‘Lab’.",
    ),
    Case("money_below_zero", (at("budget/1", granted=-1),), "budget/1/granted", "‘Toegekend’ is onder nul (-0,01)."),
    Case(
        "depreciation_differs",
        (
            Equipment(id=1, title="Robot", purchase=12_000_00, in_use_from=date(2027, 1, 1), life=12),
            at("budget/1", equipment=1, price=6_500_00),
        ),
        "budget/1/price",
        "Voor Robot is in 2027 €\u00a06.500 begroot, en de afschrijving is €\u00a012.000.",
    ),
    Case(
        "equipment_without_line",
        (Equipment(id=1, title="Robot", purchase=1_00, in_use_from=date(2027, 1, 1), life=12),),
        "equipment/1",
        "Geen begrotingsregel gaat over Robot.",
    ),
    # A ninth of 1.050.050 is 116.672,23, rounded up.
    Case(
        "realised_below_minimum",
        (),
        "realised/0",
        "0% van de subsidiabele begroting met cofinanciering (€\u00a0116.672,23 te weinig)",
        date(2028, 1, 2),
    ),
    Case(
        "status_and_amount_differ",
        (REALISED, given(50_000_00, "Factuur")),
        "cofinancing/1/status",
        "maar er is €\u00a050.000 van €\u00a0120.000 vastgelegd",
        LATER,
    ),
    # On the last day before its year, and on the first of it.
    Case(
        "realised_before_its_year",
        (REALISED,),
        "cofinancing/1/status",
        "is van 2027 en staat zonder dag op gerealiseerd; tot dat jaar begint telt zij als getekend.",
        date(2026, 12, 31),
    ),
    Case(
        "realised_without_day",
        (REALISED,),
        "cofinancing/1/status",
        "1 bijdrage staat op gerealiseerd zonder dag.",
        date(2027, 1, 1),
    ),
    Case(
        "booked_twice",
        (paid(1, 1, date(2027, 1, 5), 60_00, source="F1"), paid(2, 1, date(2027, 1, 5), 60_00)),
        "payments/1",
        "staat €\u00a060 van 05-01-2027 2 keer. Verwijder wat dubbel is, of geef elke uitgave een eigen bron.",
    ),
    Case(
        "booked_wrong", (paid(1, 1, date(2027, 1, 5), 0),), "payments/1/amount", "is van nul euro. Vul het bedrag in."
    ),
    Case(
        "realised_over",
        (given(120_000_01, "Factuur"),),
        "cofinancing/1",
        "is €\u00a0120.000,01 gerealiseerd; in het plan staat €\u00a0120.000. Controleer de bedragen.",
        LATER,
    ),
    Case(
        "realised_without_evidence",
        (given(1_00, ""),),
        "realised/1/evidence",
        "1 gerealiseerde bijdrage heeft geen",
        LATER,
    ),
)


@pytest.mark.parametrize("case", SPENDING_CASES, ids=lambda case: case.rule)
def test_a_rule_about_spending_finds_what_is_wrong(case: Case) -> None:
    found = found_by(case.rule, edited(*case.edits), case.today)
    assert [ref for ref, _ in found] == [case.ref]
    assert case.words in found[0][1]
    assert found[0][1][-1] in ".?"
    assert len(found[0][1]) <= 300


@pytest.mark.parametrize(
    ("rule", "edits", "today"),
    [
        # To the cent what was granted.
        ("overspent_line", (paid(1, 2, date(2028, 1, 5), 50_00),), LATER),
        ("overspent_line", (paid(1, 2, date(2028, 1, 5), 60_00),), TODAY),
        ("booked_ahead", (paid(1, 2, date(2028, 1, 5), 60_00),), date(2028, 1, 5)),
        ("booked_wrong", (paid(1, 2, date(2027, 1, 5), 60_00, note="Vooruitbetaald"),), TODAY),
        # Exactly a tenth is left; a year that is not over; nothing written down at all.
        ("underspent_year", (paid(1, 1, date(2027, 9, 1), 945_000_00),), date(2028, 2, 1)),
        ("underspent_year", (paid(1, 1, date(2027, 9, 1), 1_00),), date(2027, 12, 31)),
        ("underspent_year", (), date(2028, 2, 1)),
        # As much as was to be spent.
        ("forecast_over", (paid(1, 1, date(2027, 1, 29), 87_500_00),), TODAY),
        ("forecast_under", (paid(1, 1, date(2027, 1, 29), 87_500_00),), TODAY),
        # No month is over yet.
        ("forecast_over", (paid(1, 1, date(2027, 1, 29), 900_000_00),), date(2027, 1, 30)),
        # Half of the period is not past yet; enough was given.
        ("realised_below_minimum", (), date(2028, 1, 1)),
        ("realised_below_minimum", (given(116_672_23, "Factuur"),), date(2028, 1, 2)),
        # Its status alone says that all of it was given.
        ("status_and_amount_differ", (REALISED,), TODAY),
        ("status_and_amount_differ", (REALISED,), date(2026, 12, 31)),
        ("realised_before_its_year", (REALISED,), date(2027, 1, 1)),
        ("realised_without_day", (REALISED,), date(2026, 12, 31)),
        ("realised_without_day", (REALISED, given(120_000_00, "Factuur")), LATER),
        ("booked_wrong", (paid(1, 1, date(2028, 1, 5), -1_00, note="Teruggaaf"),), TODAY),
        (
            "booked_twice",
            (
                paid(1, 1, date(2027, 1, 5), 60_00, source="F1"),
                paid(2, 1, date(2027, 1, 5), 60_00, source="F2"),
                paid(3, 2, date(2027, 1, 5), 60_00),
                paid(4, 1, date(2027, 1, 6), 60_00),
            ),
            TODAY,
        ),
        ("realised_over", (given(120_000_00, "Factuur"),), LATER),
        # Of a day to come nothing is realised yet.
        ("realised_over", (given(120_000_01, "Factuur"),), date(2027, 2, 28)),
        ("realised_without_evidence", (given(1_00, ""),), date(2027, 2, 28)),
    ],
)
def test_a_rule_about_spending_is_silent(rule: str, edits: tuple[Record, ...], today: date) -> None:
    assert found_by(rule, edited(*edits), today) == []


def test_many_lines_with_too_much_are_one_finding() -> None:
    lines = [at("budget/2", id=number, title=f"Post {number}") for number in range(2, 8)]
    payments = [paid(number, number, date(2028, 1, 5), 60_00) for number in range(2, 8)]
    # Six times 10.
    dossier: Dossier = edited(*lines, *payments)
    ((ref, message),) = found_by("overspent_line", dossier, LATER)
    assert ref == "budget/2"
    assert "Op 6 begrotingsregels is meer uitgegeven dan begroot, samen €\u00a060, zoals ‘Post 2 2028’." in message


@pytest.mark.parametrize(
    ("today", "advice"),
    [
        (date(2028, 12, 31), "Boek wat nog ontbreekt, of verplaats het geld naar een later jaar."),
        # The plan is over: there is no later year.
        (date(2029, 1, 1), "Boek wat nog ontbreekt: wat dan over is, wordt teruggevorderd."),
    ],
)
def test_money_moves_to_a_later_year_while_the_plan_has_one(today: date, advice: str) -> None:
    messages = [words for _, words in found_by("underspent_year", edited(paid(1, 1, date(2027, 9, 1), 1_00)), today)]
    assert messages
    assert all(message.endswith(advice) for message in messages)
