"""What was granted, spent, left and realised, worked out by hand: the rule, the row on the screen, the cell in Word.

Every amount of the small dossier is different, so that a figure in the wrong place can't pass for the right one.
"""

import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import load_workbook

from sto_tui.documents.excel import WorkbookOptions, build_workbook
from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine, Cofinancing, CostKind, Equipment, Payment, Realised
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.money.account_words import balance_in_words, forecast_in_words
from sto_tui.planning.money.depreciation import depreciation, for_project, mismatches
from sto_tui.planning.money.forecast import Forecast, ThemeForecast, forecast
from sto_tui.planning.money.fulfilment import Fulfilment, fulfilment_by_party, fulfilment_by_theme, fulfilment_by_year
from sto_tui.planning.money.realised import realised_share
from sto_tui.planning.money.share import contributions
from sto_tui.planning.money.spending import (
    Balance,
    balances_by_kind,
    balances_by_line,
    balances_by_theme,
    balances_by_year,
    eligible_balance,
    spent_by_line,
)
from sto_tui.planning.plan_status import granted_word
from sto_tui.planning.progress.as_it_stood import as_it_stood
from sto_tui.planning.progress.period_report import ReportPeriod
from sto_tui.screens.progress.money_rows import PAYMENTS as PAID
from sto_tui.screens.progress.money_rows import balance_columns
from tests.support.by_hand import dossier_with, draft_of, paragraphs_of, rows_on_screen, tables_of


def post(number: int, year: int, kind: CostKind, cents: int, **more: object) -> BudgetLine:
    values = {"title": f"Post {number}", "unit": "stuk", "cost_kind": kind, "quantity": 1, "price": cents, **more}
    return BudgetLine.model_validate({"id": number, "year": year, "number": f"10{number}", **values})


def paid(number: int, line: int, day: date, cents: int, note: str = "") -> Payment:
    return Payment(id=number, budget_line=line, date=day, amount=cents, note=note)


# 1: 12.000,00 in 2027, theme 1, personnel          3: 6.000,00 in 2028, theme 1, personnel
# 2:  4.800,00 in 2027, theme 2; 5.000 was granted   4:    640,00 in 2027, the whole; not subsidiabel
# 5: no amount yet, theme 2, 2028
POSTS = (
    post(1, 2027, CostKind.INTERN_PERSONEEL, 12_000_00, theme=1),
    post(2, 2027, CostKind.MATERIEEL, 4_800_00, theme=2, granted=5_000_00),
    post(3, 2028, CostKind.INTERN_PERSONEEL, 6_000_00, theme=1),
    post(4, 2027, CostKind.OVERIG, 640_00, eligible=False),
    post(5, 2028, CostKind.MATERIEEL, 0, theme=2, price=None),
)
# On 1: 1.000,10 in January and 4.000,20 in May; on 2: 5.250,00 less 150,00 that came back; on 3: 300,05, an invoice of
# 2027 for a line of 2028.
PAYMENTS = (
    paid(1, 1, date(2027, 1, 31), 1_000_10),
    paid(2, 1, date(2027, 5, 3), 4_000_20),
    paid(3, 2, date(2027, 2, 1), 5_250_00),
    paid(4, 2, date(2027, 6, 30), -150_00, "Teruggaaf"),
    paid(5, 3, date(2027, 7, 1), 300_05, "Vooruitbetaald"),
)
AROUND = (
    Theme(id=1, number=1, title="Kiezen", periods=(1,)),
    Theme(id=2, number=2, title="Labs", periods=(1,)),
    Party(id=1, name="Jansen bv"),
    Party(id=2, name="Visser bv"),
)


def gift(number: int, year: int, status: str, cents: int, **more: object) -> Cofinancing:
    values = {"title": f"Gift {number}", "unit": "uur", "status": status, "quantity": 1, "rate": cents, **more}
    return Cofinancing.model_validate({"id": number, "year": year, **values})


# 1: 900 beoogd of Jansen, 400 given in two parts   3: 77,77 gerealiseerd of Visser, without lines: all of it
# 2: 1.500 getekend of Visser, 1.600 given          4: 250 toegezegd of Jansen, nothing yet
GIFTS = (
    gift(1, 2027, "beoogd", 900_00, party=1, theme=1),
    gift(2, 2027, "getekend", 1_500_00, party=2, theme=2),
    gift(3, 2028, "gerealiseerd", 77_77, party=2, theme=1),
    gift(4, 2028, "toegezegd", 250_00, party=1, theme=2),
)
GIVEN = (
    Realised(id=1, contribution=1, date=date(2027, 3, 1), amount=150_00, evidence="Urenlijst maart"),
    Realised(id=2, contribution=1, date=date(2027, 6, 30), amount=250_00, evidence="Urenlijst juni"),
    Realised(id=3, contribution=2, date=date(2027, 8, 1), amount=1_600_00, evidence="Factuur 12"),
)
SMALL = dossier_with(*AROUND, *POSTS, *PAYMENTS, *GIFTS, *GIVEN, subsidy_max=20_000_00)

AFTER = date(2027, 9, 1)
"""A day on which all of it has happened."""


# The rule.


def test_what_is_left_per_line_theme_kind_and_year() -> None:
    assert balances_by_line(SMALL).of == {
        1: Balance(12_000_00, 5_000_30),
        2: Balance(5_000_00, 5_100_00),  # 100 too much, of what was granted and not of the 4.800 asked
        4: Balance(640_00, 0),
        3: Balance(6_000_00, 300_05),
        5: Balance(0, 0),
    }
    assert balances_by_theme(SMALL).of == {
        1: Balance(18_000_00, 5_300_35),
        2: Balance(5_000_00, 5_100_00),
        None: Balance(640_00, 0),
    }
    assert balances_by_kind(SMALL).of == {
        CostKind.INTERN_PERSONEEL: Balance(18_000_00, 5_300_35),
        CostKind.MATERIEEL: Balance(5_000_00, 5_100_00),
        CostKind.OVERIG: Balance(640_00, 0),
    }
    # The invoice of 2027 counts in the year of its line.
    assert balances_by_year(SMALL).of == {2027: Balance(17_640_00, 10_100_30), 2028: Balance(6_000_00, 300_05)}
    whole = Balance(23_640_00, 10_400_35)
    assert whole.left == 13_239_65
    wholes = [
        balances.whole
        for balances in (
            balances_by_line(SMALL),
            balances_by_theme(SMALL),
            balances_by_kind(SMALL),
            balances_by_year(SMALL),
        )
    ]
    assert wholes == [whole] * 4
    assert eligible_balance(SMALL) == Balance(23_000_00, 10_400_35)


def test_what_was_spent_between_two_days_both_included() -> None:
    assert spent_by_line(SMALL, date(2027, 1, 31), date(2027, 5, 3)) == {1: 5_000_30, 2: 5_250_00}
    assert spent_by_line(SMALL, date(2027, 2, 1), date(2027, 5, 2)) == {2: 5_250_00}


def forecast_on(day: date, dossier: Dossier = SMALL) -> Forecast:
    expected = forecast(dossier, day)
    assert expected
    return expected


def test_the_forecast_goes_on_at_the_same_pace_per_theme() -> None:
    # At the end of June 2027 half of 2027 is over. Theme 1: 6.000 of 12.000 was to be spent, 5.000,30 was: 0,83338333.
    # The other 12.000 (6.000 of 2027 and 6.000 of 2028) at that pace is 10.000,60: together 15.000,90.
    # Theme 2: 2.500 was to be spent, 5.100 was: 2,04; 2.500 times that is 5.100 more: 10.200.
    # The whole: 320 was to be spent, nothing was: nothing more.
    expected = forecast_on(date(2027, 6, 30))
    assert expected.until == date(2027, 6, 30)
    assert [(each.theme, each.granted, each.expected, each.spent_then, each.at_end) for each in expected.themes] == [
        (1, 18_000_00, 6_000_00, 5_000_30, 15_000_90),
        (2, 5_000_00, 2_500_00, 5_100_00, 10_200_00),
        (None, 640_00, 320_00, 0, 0),
    ]
    assert (expected.granted, expected.at_end, expected.left) == (23_640_00, 25_200_90, -1_560_90)


def test_the_forecast_counts_whole_months_and_never_less_than_was_spent() -> None:
    # On 29 June the last month that is over is May: 5/12 of 12.000 is 5.000; the money that came back in June is later.
    may = forecast_on(date(2027, 6, 29))
    assert may.until == date(2027, 5, 31)
    assert [(round(each.expected), each.spent_then) for each in may.themes] == [
        (5_000_00, 5_000_30),
        (2_083_33, 5_250_00),  # 5/12 of 5.000 is 2.083,333
        (266_67, 0),  # 5/12 of 640 is 266,666
    ]
    # At the end of January of theme 1 a tenth was spent of what was to be (1.000), and 1.000,10 of 1.000 of theme 1.
    january = forecast_on(date(2027, 1, 31))
    assert (january.themes[0].expected, january.themes[0].spent_then) == (1_000_00, 1_000_10)
    # 1.000,10 and 17.000 times 1,0001: 18.001,80. What theme 2 spends in February is no spending yet.
    assert [each.at_end for each in january.themes] == [18_001_80, 0, 0]
    # On the day itself it is: never less than what was spent already.
    assert [each.at_end for each in forecast_on(date(2027, 2, 1)).themes] == [18_001_80, 5_250_00, 0]


def test_there_is_no_forecast_before_a_month_is_over_or_once_the_period_is() -> None:
    assert forecast(SMALL, date(2027, 1, 30)) is None
    assert forecast(SMALL, date(2028, 12, 31)) is None
    assert forecast(dossier_with(*AROUND, *POSTS), date(2027, 6, 30)) is None


def test_a_period_that_begins_in_the_year_spreads_it_over_its_own_months() -> None:
    # From August there are five months in 2027: at the end of September two of them are over, 2/5 of 1.000.
    # A year outside the period has no month in it.
    dossier = dossier_with(
        post(1, 2027, CostKind.OVERIG, 1_000_00),
        post(2, 2029, CostKind.OVERIG, 500_00),
        paid(1, 1, date(2027, 9, 1), 100_00),
    )
    periods = {
        number: period.changed(start=date(2027, 8, 1)) if period.label == "2027-2028" else period
        for number, period in dossier.of(PlanPeriod).items()
    }
    expected = forecast_on(date(2027, 9, 30), dossier.with_tables({"periods": periods}))
    # 100 of 400 is a quarter: of the other 600 it is 150.
    assert [(each.expected, each.at_end) for each in expected.themes] == [(400_00, 250_00)]


def test_what_was_realised_per_party_theme_and_year() -> None:
    assert fulfilment_by_party(SMALL).of == {1: Fulfilment(1_150_00, 400_00), 2: Fulfilment(1_577_77, 1_677_77)}
    assert fulfilment_by_theme(SMALL).of == {1: Fulfilment(977_77, 477_77), 2: Fulfilment(1_750_00, 1_600_00)}
    assert fulfilment_by_year(SMALL).of == {2027: Fulfilment(2_400_00, 2_000_00), 2028: Fulfilment(327_77, 77_77)}
    assert fulfilment_by_year(SMALL).whole == Fulfilment(2_727_77, 2_077_77)
    assert fulfilment_by_year(SMALL).whole.to_go == 650_00


@pytest.mark.parametrize(
    ("day", "dated", "undated"),
    [
        # 60 of the 90 was given in August, and the whole says since then that it is realised; of 50 nobody wrote a day.
        # That counts from the first day of its year.
        (date(2026, 12, 31), 0, 0),
        (date(2027, 1, 1), 0, 50_00),
        (date(2027, 7, 31), 0, 50_00),
        (date(2027, 8, 1), 60_00, 50_00),
    ],
)
def test_what_was_realised_on_a_day(day: date, dated: int, undated: int) -> None:
    gifts = gift(1, 2027, "gerealiseerd", 90_00, party=1), gift(2, 2027, "gerealiseerd", 50_00, party=2)
    given = Realised(id=1, contribution=1, date=date(2027, 8, 1), amount=60_00, evidence="Bon")
    dossier = dossier_with(*AROUND, *gifts, given)
    for today in (day, date(2028, 5, 1)):
        per_party = fulfilment_by_party(as_it_stood(dossier, day, today).dossier).of
        assert (per_party[1].realised, per_party[2].realised) == (dated, undated)


def test_what_was_realised_against_both_bases() -> None:
    # Subsidiabel is what was budgeted: 12.000 + 4.800 + 6.000 = 22.800. 2.077,77 of 24.877,77 is 8,35%.
    # A ninth of 22.800 is 2.533,34 when rounded up: 455,57 more.
    state = realised_share(SMALL)
    assert state
    of_budget, of_subsidy = state.shares
    assert (state.realised, of_budget.amount, of_budget.short) == (2_077_77, 24_877_77, 455_57)
    assert of_budget.percent is not None
    assert round(of_budget.percent, 2) == Decimal("8.35")
    assert of_subsidy.why_not
    assert state.too_low == [of_budget]
    # What is given in a year after the plan counts nowhere in it.
    after = [gift(9, 2031, "getekend", 500_00, party=1), Realised(id=9, contribution=9, date=AFTER, amount=500_00)]
    later = realised_share(dossier_with(*AROUND, *POSTS, *PAYMENTS, *GIFTS, *GIVEN, *after, subsidy_max=20_000_00))
    assert later
    assert later.realised == state.realised


def test_a_report_does_not_count_a_status_as_evidence() -> None:
    """Of 2.600,50 that was realised 600,50 has a line with evidence, and 2.000 only its status."""
    gifts = gift(1, 2027, "getekend", 900_00, party=1), gift(2, 2027, "gerealiseerd", 2_000_00, party=2)
    given = Realised(id=1, contribution=1, date=date(2027, 8, 1), amount=600_50, evidence="Bon")
    day = date(2028, 1, 31)
    data = build(dossier_with(*AROUND, *POSTS, *gifts, given), DraftOptions(day, "voortgangsrapportage")).data
    lines = [line.replace("\u00a0", " ") for line in paragraphs_of(data)]
    assert any("1 bijdrage is vastgelegd, met bewijs. € 2.600,50 is gerealiseerd." in line for line in lines)
    told = "1 bijdrage, € 2.000, staat zonder dag op gerealiseerd en telt mee vanaf het begin van haar jaar."
    assert told in lines


def test_what_was_given_counts_also_when_its_status_does_not() -> None:
    # Counts: 1.500 signed, 77,77 given, 250 promised; of the 900 that are intended the 400 that were given.
    state = contributions(SMALL)
    assert state
    assert (state.counted, state.intended) == (2_227_77, 500_00)


@pytest.mark.parametrize(
    ("purchase", "share", "first", "life", "per_year"),
    [
        # 100 in three months: 33,33 and 33,34 and 33,33; two of them in 2027.
        (100_00, 100.0, date(2027, 11, 1), 3, {2027: 66_67, 2028: 33_33}),
        # 10.000 for 33,3% is 3.330; 24 months from April: 9/24, 12/24 and 3/24.
        (10_000_00, 33.3, date(2027, 4, 1), 24, {2027: 1_248_75, 2028: 1_665_00, 2029: 416_25}),
        # One cent in 13 months: the last month brings it over the half.
        (1, 100.0, date(2027, 12, 15), 13, {2027: 0, 2028: 1}),
        # 12.345,67 in five years from January: 2.469,134 a year.
        (
            12_345_67,
            100.0,
            date(2027, 1, 31),
            60,
            {2027: 2_469_13, 2028: 2_469_14, 2029: 2_469_13, 2030: 2_469_14, 2031: 2_469_13},
        ),
        (500_00, 0.0, date(2027, 1, 1), 1, {2027: 0}),
    ],
)
def test_depreciation_loses_no_cent(
    purchase: int, share: float, first: date, life: int, per_year: dict[int, int]
) -> None:
    equipment = Equipment(id=1, title="Robot", purchase=purchase, share_of_use=share, in_use_from=first, life=life)
    assert depreciation(equipment) == per_year
    assert sum(depreciation(equipment).values()) == for_project(equipment)


def test_the_lines_of_equipment_are_set_against_its_depreciation() -> None:
    robot = Equipment(id=1, title="Robot", purchase=7_200_00, in_use_from=date(2028, 7, 1), life=36)
    # Six months of 200 in 2028: 1.200; 2029 is outside the plan. 1.000 is budgeted, in two lines.
    lines = [
        post(number, 2028, CostKind.AFSCHRIJVING, cents, equipment=1) for number, cents in ((1, 600_00), (2, 400_00))
    ]
    ((misfit),) = mismatches(dossier_with(robot, *lines))
    assert (misfit.year, misfit.budgeted, misfit.written_off) == (2028, 1_000_00, 1_200_00)
    # A hundredth of 1.200 is 12: a difference of 12 is none, one of 12,01 is.
    for cents, count in ((188_00, 0), (212_00, 0), (187_99, 1), (212_01, 1)):
        assert (
            len(mismatches(dossier_with(robot, *lines, post(3, 2028, CostKind.AFSCHRIJVING, cents, equipment=1))))
            == count
        )
    assert mismatches(dossier_with(robot)) == []
    assert mismatches(dossier_with(robot, *lines, post(3, 2028, CostKind.AFSCHRIJVING, 200_00, equipment=1))) == []


# In Word.


HALF = ReportPeriod(date(2027, 1, 1), date(2027, 6, 30))


@pytest.fixture(scope="module")
def report() -> bytes:
    return build(SMALL, DraftOptions(date(2027, 7, 1), "voortgangsrapportage", span=HALF)).data


def test_the_money_in_a_report_is_that_of_its_last_day(report: bytes) -> None:
    """Without the invoice of 1 July, the 1.600 of August, and the 77,77 of 2028 that has no day but a status."""
    assert tables_of(report)["Geld per thema, in euro"] == [
        ["Thema", "Te besteden", "Uitgegeven", "In deze periode", "Over", "Cofinanciering gerealiseerd"],
        ["1 Kiezen", "18.000,00", "5.000,30", "5.000,30", "12.999,70", "400,00"],
        ["2 Labs", "5.000,00", "5.100,00", "5.100,00", "-100,00", "0,00"],
        ["Hele project", "640,00", "0,00", "0,00", "640,00", "0,00"],
        ["Totaal", "23.640,00", "10.100,30", "10.100,30", "13.539,70", "400,00"],
    ]
    told = "\n".join(paragraphs_of(report)).replace("\u00a0", " ")
    assert (
        "Uitgegeven is in 2027 € 10.100,30 van € 17.640 en in 2028 niets van € 6.000. De begroting heeft 5 regels; op "
        "2 daarvan is iets uitgegeven. Te veel uitgegeven is er op 102 Post 2 (2027): € 100."
    ) in told
    assert (
        "In het plan staat € 2.727,77 aan cofinanciering van 2 partijen; 1 daarvan heeft iets gerealiseerd. "
        "2 bijdragen zijn vastgelegd, alle met bewijs. € 400 is gerealiseerd."
    ) in told


@pytest.mark.parametrize(
    ("lines", "spent_on", "told"),
    [
        (1, (1,), "1 regel; daarop is iets uitgegeven."),
        # All of it came back.
        (1, (), "1 regel; daarop is nog niets uitgegeven."),
        (2, (1, 2), "2 regels; op alle is iets uitgegeven."),
        (2, (2,), "2 regels; op 1 daarvan is iets uitgegeven."),
        (2, (), "2 regels; op nog geen daarvan is iets uitgegeven."),
    ],
)
def test_on_how_many_lines_something_was_spent(lines: int, spent_on: tuple[int, ...], told: str) -> None:
    payments = [paid(number, number, date(2027, 2, 1), 10_00) for number in spent_on or (1,)]
    back = [] if spent_on else [paid(9, 1, date(2027, 2, 2), -10_00, "Teruggaaf")]
    dossier = dossier_with(*AROUND, *POSTS[:lines], *payments, *back)
    report = build(dossier, DraftOptions(date(2027, 7, 1), "voortgangsrapportage", span=HALF)).data
    assert f"De begroting heeft {told}" in "\n".join(paragraphs_of(report))


@pytest.mark.parametrize(
    ("parties", "gave", "told"),
    [
        (1, 0, "van 1 partij; die heeft nog niets gerealiseerd."),
        (1, 1, "van 1 partij; die heeft iets gerealiseerd."),
        (2, 0, "van 2 partijen; nog geen daarvan heeft iets gerealiseerd."),
        (2, 1, "van 2 partijen; 1 daarvan heeft iets gerealiseerd."),
        (2, 2, "van 2 partijen; 2 daarvan hebben iets gerealiseerd."),
    ],
)
def test_how_many_parties_put_something_in(parties: int, gave: int, told: str) -> None:
    """Each promised 100; a correction to nothing stands in the log of what was realised too."""
    gifts = [gift(number, 2027, "getekend", 100_00, party=number) for number in range(1, parties + 1)]
    given = [
        Realised(id=number, contribution=number, date=date(2027, 2, 1), amount=30_00 if number <= gave else 0)
        for number in range(1, parties + 1)
    ]
    report = build(
        dossier_with(*AROUND, *gifts, *given), DraftOptions(date(2027, 7, 1), "voortgangsrapportage", span=HALF)
    )
    assert told in "\n".join(paragraphs_of(report.data))


def test_of_many_lines_with_too_much_the_worst_are_named_and_the_others_counted() -> None:
    """Eight lines of 10 euros, each with as many euros more as its number: six are named."""
    lines = [post(number, 2027, CostKind.MATERIEEL, 10_00) for number in range(1, 9)]
    payments = [
        Payment(id=number, budget_line=number, date=date(2027, 2, 1), amount=10_00 + number * 1_00)
        for number in range(1, 9)
    ]
    dossier = dossier_with(*AROUND, *lines, *payments)
    report = build(dossier, DraftOptions(date(2027, 7, 1), "voortgangsrapportage", span=HALF)).data
    named = ", ".join(f"10{number} Post {number} (2027): € {number}" for number in (8, 7, 6, 5, 4, 3))
    told = "\n".join(paragraphs_of(report)).replace("\u00a0", " ")
    assert f"Te veel uitgegeven is er op {named} en nog 2." in told


def test_the_second_half_year_has_what_was_spent_in_it() -> None:
    """The first half is left out of the period and not of what was spent: 300,05 on theme 1, in July."""
    second = ReportPeriod(date(2027, 7, 1), date(2027, 12, 31))
    data = build(SMALL, DraftOptions(date(2028, 1, 5), "voortgangsrapportage", span=second)).data
    rows = tables_of(data)["Geld per thema, in euro"]
    assert [row[2:4] for row in rows[1:]] == [
        ["5.300,35", "300,05"],
        ["5.100,00", "0,00"],
        ["0,00", "0,00"],
        ["10.400,35", "300,05"],
    ]


def test_money_that_nobody_books_is_told_as_it_is_planned() -> None:
    """Without payments and gifts: what there is to spend, and 1 says 900 + 77,77 of theme 1 is in the plan."""
    dossier = dossier_with(*AROUND, *POSTS, *(gift.changed(status="beoogd") for gift in GIFTS))
    data = build(dossier, DraftOptions(date(2027, 7, 1), "voortgangsrapportage", span=HALF)).data
    assert tables_of(data)["Geld per thema, in euro"] == [
        ["Thema", "Te besteden", "Cofinanciering in het plan"],
        ["1 Kiezen", "18.000,00", "977,77"],
        ["2 Labs", "5.000,00", "1.750,00"],
        ["Hele project", "640,00", "0,00"],
        ["Totaal", "23.640,00", "2.727,77"],
    ]


def test_nothing_was_spent_before_the_first_payment() -> None:
    """The first payment is of 31 January: of the days before it is known that nothing was spent, and given."""
    span = ReportPeriod(date(2027, 1, 1), date(2027, 1, 30))
    draft = build(SMALL, DraftOptions(date(2027, 7, 1), "voortgangsrapportage", span=span))
    foot = tables_of(draft.data)["Geld per thema, in euro"][-1]
    assert foot == ["Totaal", "23.640", "0", "0", "23.640", "0"]
    assert not [hole for hole in draft.missing if "uitgegeven" in hole.message or "gerealiseerd" in hole.message]


def test_a_report_says_what_is_of_days_to_come_and_until_which_day_it_counts() -> None:
    """Of the year, printed on its 30 June: the invoice of 1 July is 300,05, and what is to be given in August 1.600."""
    year = ReportPeriod(date(2027, 1, 1), date(2027, 12, 31))
    said = "\n".join(
        paragraphs_of(build(SMALL, DraftOptions(date(2027, 6, 30), "voortgangsrapportage", span=year)).data)
    )
    assert "In deze periode: met een datum van 1 januari t/m 30 juni 2027." in said
    assert "1 uitgave van na 30 juni 2027, €\u00a0300,05, telt nog niet mee." in said
    assert "1 bijdrage van na 30 juni 2027, €\u00a01.600, telt nog niet mee als gerealiseerd." in said
    ended = "\n".join(
        paragraphs_of(build(SMALL, DraftOptions(date(2027, 6, 30), "voortgangsrapportage", span=HALF)).data)
    )
    assert "telt nog niet mee" not in ended


def test_the_plan_has_what_was_spent_per_theme_and_the_depreciation() -> None:
    robot = Equipment(id=1, title="Robot", purchase=100_00, in_use_from=date(2027, 11, 1), life=3, evidence="Offerte")
    tables = tables_of(draft_of(dossier_with(*AROUND, *POSTS, *PAYMENTS, robot), AFTER))
    spent = ["Totaal", "23.640,00", "10.400,35", "13.239,65"]
    assert tables["Te besteden en uitgegeven per thema, in euro"][-1] == spent
    assert tables["Afschrijving van apparatuur in 2027-2028, in euro"] == [
        ["Apparaat", "2027", "2028", "Totaal"],
        ["Robot: €\u00a0100, vanaf november 2027 in 3 maanden (Offerte)", "66,67", "33,33", "100,00"],
        ["Totaal", "66,67", "33,33", "100,00"],
    ]


# On the screen.


async def test_the_money_on_the_screen(tmp_path: Path) -> None:
    lines = await rows_on_screen(tmp_path / "a.sto.json", SMALL, "Geld", Place.VOORTGANG, datetime(2027, 9, 1, 9, 0))
    for line in (
        "101 Post 1 2027 12.000 5.000,30 6.999,70",
        "102 Post 2 2027 5.000 5.100 -100",
        "103 Post 3 2028 6.000 300,05 5.699,95",
        "Samen 18.000 5.300,35 12.699,65",
        "Intern personeel 18.000 5.300,35 12.699,65",
        "2027 17.640 10.100,30 7.539,70",
        "Totaal 23.640 10.400,35 13.239,65",
        "waarvan subsidiabel 23.000 10.400,35 12.599,65",
        "€ 10.400,35 van € 23.640 is uitgegeven (44,0%); € 13.239,65 is over.",
    ):
        assert line in lines


async def test_an_amount_wider_than_its_column_is_shown_whole(tmp_path: Path) -> None:
    """13 figures and signs, where 12 were kept for what is usual."""
    much = dossier_with(*AROUND, *POSTS, *PAYMENTS, paid(6, 2, date(2027, 7, 2), 1_234_567_89))
    lines = await rows_on_screen(tmp_path / "a.sto.json", much, "Geld", Place.VOORTGANG, datetime(2027, 9, 1, 9, 0))
    assert "102 Post 2 2027 5.000 1.239.667,89 -1.234.667,89" in lines


async def test_what_was_realised_on_the_screen(tmp_path: Path) -> None:
    lines = await rows_on_screen(
        tmp_path / "a.sto.json", SMALL, "Gerealiseerd", Place.VOORTGANG, datetime(2028, 9, 1, 9, 0)
    )
    for line in (
        "Gift 1, 2027 (beoogd) 900 400",
        "30-06-2027 Urenlijst juni 250",
        "Samen 1.150 400",
        "1 Kiezen 977,77 477,77",
        "2028 327,77 77,77",
        "Totaal 2.727,77 2.077,77",
        "€ 2.077,77 is gerealiseerd.",
        "Dat is 8,4% van de subsidiabele begroting met cofinanciering (€ 24.877,77); er ontbreekt € 455,57.",
    ):
        assert line in lines


async def test_what_is_of_days_to_come_counts_the_same_everywhere(tmp_path: Path) -> None:
    """On 30 June 2027 the 300,05 of 1 July is still to come, and so are the 1.600 that Visser gives in August."""
    day = date(2027, 6, 30)
    dossier = SMALL.seen_in()
    # What was paid beforehand for the next plan is no money of this one.
    ahead = [post(9, 2029, CostKind.OVERIG, 50_00), paid(9, 9, date(2027, 8, 5), 10_00, "Vooruit")]
    following = PlanPeriod(id=2, label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 31))
    both = dossier_with(*AROUND, *POSTS, *PAYMENTS, *GIFTS, *GIVEN, *ahead, following)
    lines = await rows_on_screen(tmp_path / "a.sto.json", both, "Geld", Place.VOORTGANG, datetime(2027, 6, 30, 9, 0))
    assert "€ 10.100,30 van € 23.640 is uitgegeven (42,7%); € 13.539,70 is over." in lines
    assert "1 uitgave van na 30 juni 2027, € 300,05, telt nog niet mee." in lines
    lines = await rows_on_screen(
        tmp_path / "b.sto.json", dossier, "Gerealiseerd", Place.VOORTGANG, datetime(2027, 6, 30, 9, 0)
    )
    assert "Totaal 2.727,77 400" in lines
    assert "Gift 2, 2027 (getekend) 1.500 –" in lines
    assert "1 bijdrage van na 30 juni 2027, € 1.600, telt nog niet mee als gerealiseerd." in lines
    not_yet = "1 bijdrage van na 2027, € 77,77, staat zonder dag op gerealiseerd"
    assert any(line.startswith(not_yet) for line in lines)
    draft, spent = tables_of(draft_of(dossier, day)), ["Totaal", "23.640,00", "10.100,30", "13.539,70"]
    assert draft["Te besteden en uitgegeven per thema, in euro"][-1] == spent
    assert draft["Cofinanciering gerealiseerd per partij, in euro"][-1] == ["Totaal", "2.727,77", "400,00", "2.327,77"]
    options = DraftOptions(day, "voortgangsrapportage", span=ReportPeriod(date(2027, 1, 1), date(2027, 12, 31)))
    whole_year = tables_of(build(dossier, options).data)
    assert whole_year["Geld per thema, in euro"][-1] == [*spent[:3], "10.100,30", "13.539,70", "400,00"]


@pytest.mark.parametrize(
    ("granted", "spent", "told"),
    [
        (400, 120, "€ 120 van € 400 is uitgegeven (30,0%); € 280 is over."),
        # What is gone to the cent is not too much.
        (400, 400, "€ 400 van € 400 is uitgegeven (100,0%); € 0 is over."),
        (400, 401, "€ 401 van € 400 is uitgegeven (100,3%); dat is € 1 te veel."),
        (400, -1, "€ -1 van € 400 is uitgegeven (-0,3%); € 401 is over."),
        (0, 5, "€ 5 is uitgegeven, en er is niets begroot of toegekend."),
        (0, 0, "€ 0 van € 0 is uitgegeven; € 0 is over."),
    ],
)
def test_a_balance_in_words(granted: int, spent: int, told: str) -> None:
    assert balance_in_words(Balance(granted * 100, spent * 100)).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("at_end", "told"), [(90, "€ 10 blijft over."), (100, "€ 0 blijft over."), (101, "€ 1 te veel.")]
)
def test_a_forecast_in_words(at_end: int, told: str) -> None:
    """Half of 100 was granted and so much of that spent that the other half takes it to the end at the same pace."""
    theme = ThemeForecast(1, 100_00, 50_00, at_end * 50, at_end * 50)
    sentence = forecast_in_words(Forecast(date(2027, 6, 30), (theme,)), SMALL.region, "begroot")[1].replace(
        "\u00a0", " "
    )
    assert sentence == f"Gaat het zo door, dan is aan het eind € {at_end} van € 100 uitgegeven: {told}"


@pytest.mark.parametrize(
    ("status", "granted", "word"),
    [
        # Of line 2 4.800 was asked. What there is to spend is no budget any more when one line has another amount.
        ("concept", 5_000_00, "te besteden"),
        ("ingediend", 0, "te besteden"),
        ("ingediend", 4_800_00, "begroot"),
        ("concept", None, "begroot"),
        ("toegekend", None, "toegekend"),
        ("toegekend", 5_000_00, "toegekend"),
    ],
)
def test_what_there_is_to_spend_is_called_what_it_is(status: str, granted: int | None, word: str) -> None:
    """In the report, the forecast, the finding about line 2, on which too much was spent, and the head of the list."""
    period = SMALL.of(PlanPeriod)[1].changed(plan_status=status)
    budget = {**SMALL.tables["budget"], 2: SMALL.of(BudgetLine)[2].changed(granted=granted)}
    dossier = SMALL.with_tables({"periods": {1: period}, "budget": budget}).seen_in()
    found = Forecast(date(2027, 6, 30), (ThemeForecast(1, 100_00, 50_00, 40_00, 40_00),))
    sentence = forecast_in_words(found, dossier.region, granted_word(dossier))[0].replace("\u00a0", " ")
    assert sentence == f"Tot en met 30 juni 2027 was € 50 {word} en is € 40 uitgegeven."
    (over,) = [one.message for one in findings(dossier, AFTER) if one.check == "overspent_line"]
    assert f" meer uitgegeven dan {word}. " in over
    # The longest word has no room for the sign.
    assert [column.head for column in balance_columns(dossier)][3:] == [
        f"{word.capitalize()} €".removesuffix(" €" * (word == "te besteden")),
        "Uitgegeven €",
        "Over €",
    ]
    data = build(dossier, DraftOptions(date(2027, 7, 1), "voortgangsrapportage", span=HALF)).data
    assert tables_of(data)["Geld per thema, in euro"][0][1] == word.capitalize()


def test_what_was_booked_today_counts_and_what_is_of_tomorrow_is_muted() -> None:
    """On 30 June 2027; money that came back is marked as what is below zero."""
    payments = [paid(6, 1, date(2027, 6, 30), 12_00), PAYMENTS[4], PAYMENTS[3]]
    rows = PAID.rows_of(payments, SMALL, date(2027, 6, 30))
    assert [row.cells[-1] for row in rows] == [("12", "text"), ("300,05", "muted"), ("-150", "error")]


@pytest.mark.parametrize(
    ("day", "cents", "says"),
    [
        (
            date(2027, 12, 31),
            0,
            "1 bijdrage van na 2027, {}, staat zonder dag op gerealiseerd en telt als getekend tot haar jaar begint.",
        ),
        (
            date(2028, 1, 1),
            77_77,
            "1 bijdrage, {}, staat zonder dag op gerealiseerd en telt mee vanaf het begin van haar jaar.",
        ),
    ],
)
@pytest.mark.parametrize("is_past", [False, True])
def test_realised_is_one_figure_in_plan_note_reports_statement_and_workbook(
    day: date, cents: int, says: str, is_past: bool
) -> None:
    """Jansen gave 400, Visser 1.600; the 77,77 of 2028 stands on gerealiseerd and has no day: 2.000, then 2.077,77."""
    dossier, said = SMALL.seen_in(), says.format("€ 77,77")
    was = "staat zonder dag op gerealiseerd, is van na 2027 en telde op 31 december 2027 als getekend."
    reported = f"1 bijdrage, € 77,77, {was}" if is_past and not cents else said
    shown = {0: ("0,00", "2.000,00", "€ 2.000"), 77_77: ("77,77", "2.077,77", "€ 2.077,77")}
    by_status, realised, told = shown[cents]
    signed = {0: "1.577,77", 77_77: "1.500,00"}[cents]
    span = ReportPeriod(date(2027, 1, 1), day)
    for part in ("voortgangsrapportage", "eindverslag") if day.year == 2028 else ("voortgangsrapportage",):
        options = DraftOptions(day + timedelta(days=is_past), part, span=span)
        report = build(dossier, options).data
        table = tables_of(report)["Geld per thema, in euro"]
        assert (table[0][-1], table[-1][-1]) == ("Cofinanciering gerealiseerd", realised)
        assert any(reported in line for line in lines_of(report))
    if is_past:
        return
    plan = draft_of(dossier, day)
    assert tables_of(plan)["Cofinanciering naar partij en status, in euro"] == [
        ["Partij", "Beoogd", "Toegezegd", "Getekend", "Staat op gerealiseerd", "Totaal"],
        ["Jansen bv", "900,00", "250,00", "0,00", "0,00", "1.150,00"],
        ["Visser bv", "0,00", "0,00", signed, by_status, "1.577,77"],
        ["Totaal", "900,00", "250,00", signed, by_status, "2.727,77"],
    ]
    assert tables_of(plan)["Cofinanciering gerealiseerd per partij, in euro"][-1][2] == realised
    note = build(dossier, DraftOptions(day, "stuurgroep")).data
    newest = "(de laatste bijdrage is van 1 augustus 2027)"
    short = "€ 77,77 daarvan heeft geen dag." if cents else "€ 77,77 van later telt nog niet mee."
    given = f"Van € 2.727,77 aan cofinanciering is {told} gerealiseerd {newest}. {short}"
    assert any(given in line for line in lines_of(note))
    statement = build(dossier, DraftOptions(day, "verklaring", party=Ref("parties", 2))).data
    for paper in (plan, statement):
        assert any(said in line for line in lines_of(paper))
    book = load_workbook(io.BytesIO(build_workbook(dossier, WorkbookOptions(day))))
    cells = book.get_sheet_by_name("Cofinanciering").to_python()
    assert any(said in str(cell).replace("\u00a0", " ") for row in cells for cell in row)
    rows = [[cell for cell in row[1:] if cell != ""] for row in cells]
    assert [row for row in rows if row and row[0] in ("Jansen bv", "Visser bv", "Totaal") and len(row) > 2] == [
        ["Jansen bv", 900, 250, 0, 0, 1150, 400],
        ["Visser bv", 0, 0, 1577.77 - cents / 100, cents / 100, 1577.77, 1600 + cents / 100],
        ["Totaal", 900, 250, 1577.77 - cents / 100, cents / 100, 2727.77, 2000 + cents / 100],
    ]


def lines_of(data: bytes) -> list[str]:
    return [line.replace("\u00a0", " ") for line in paragraphs_of(data)]


def test_money_is_told_until_the_day_of_the_last_booking() -> None:
    """12.000 a year; 3.000 until 30 April 2027, and then nobody booked: 4 months of 1.000, so three quarters of all.

    At the end 3.000 and three quarters of the 20.000 that were still to come: 18.000.
    """
    line = post(1, 2027, CostKind.MATERIEEL, 12_000_00)
    dossier = dossier_with(line, line.changed(id=2, year=2028), paid(1, 1, date(2027, 4, 30), 3_000_00))
    expected = forecast(dossier, date(2028, 1, 15))
    assert expected is not None
    assert (expected.until, expected.expected, expected.at_end) == (date(2027, 4, 30), 4_000_00, 18_000_00)
    # On 10 April that month is not over: until March nothing was spent, and what is spent stays.
    assert forecast(dossier_with(line, paid(1, 1, date(2027, 4, 5), 1_00)), date(2027, 4, 10)) == Forecast(
        date(2027, 3, 31), (ThemeForecast(None, 12_000_00, 3_000_00, 0, 1_00),)
    )
    options = DraftOptions(date(2028, 1, 15), "voortgangsrapportage")
    told = [text.replace("\u00a0", " ") for text in paragraphs_of(build(dossier, options).data)]
    assert "Tot en met 30 april 2027: € 3.000 van € 24.000 is uitgegeven (12,5%); € 21.000 is over." in told
    # May to December.
    unbooked = "; in de 8 maanden daarna is niets geboekt."
    assert any(
        f"Tot en met 30 april 2027 was € 4.000 begroot en is € 3.000 uitgegeven{unbooked}" in text for text in told
    )
    assert not [text for text in told if "januari 2028:" in text]


def test_half_of_what_is_granted_is_half_to_the_cent() -> None:
    """6.500,01 and 6.499,99 for a year: half of them is 3.250,005 and 3.249,995, and of both 6.500."""
    lines = post(1, 2027, CostKind.MATERIEEL, 6_500_01, theme=1), post(2, 2027, CostKind.MATERIEEL, 6_499_99, theme=2)
    plan = PlanPeriod(id=1, label="2027", start=date(2027, 1, 1), end=date(2027, 12, 31), current=True)
    expected = forecast(dossier_with(*AROUND, plan, *lines, paid(1, 1, date(2027, 6, 30), 1_00)), date(2027, 6, 30))
    assert expected is not None
    assert (expected.granted, expected.expected, expected.unbooked) == (13_000_00, 6_500_00, 0)


async def test_depreciation_on_the_screen(tmp_path: Path) -> None:
    robot = Equipment(id=1, title="Robot", purchase=100_00, in_use_from=date(2027, 11, 1), life=3)
    lines = await rows_on_screen(tmp_path / "a.sto.json", dossier_with(robot), "Apparatuur")
    for line in ("Robot 01-11-2027 3 maanden 100 € 100", "2027 € 66,67", "2028 € 33,33", "Totaal € 100"):
        assert line in lines


async def test_beside_the_minimum_no_other_years_are_told_than_those_that_count(tmp_path: Path) -> None:
    """Plan 2027-2028, on 10 May 2027: 300 of 2027 counts; 500 of 2024 and 700 of 2030 count for no minimum."""
    plan = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31))
    gifts = [gift(1, 2027, "gerealiseerd", 300_00), gift(2, 2024, "gerealiseerd", 500_00)]
    dossier = dossier_with(plan, *gifts, gift(3, 2030, "gerealiseerd", 700_00))
    told = "1 bijdrage, € 300, staat zonder dag op gerealiseerd en telt mee vanaf het begin van haar jaar."
    report = lines_of(build(dossier, DraftOptions(date(2027, 5, 10), "voortgangsrapportage")).data)
    moment = datetime(2027, 5, 10, 9, 0)
    screen = await rows_on_screen(tmp_path / "a.sto.json", dossier, "Gerealiseerd", Place.VOORTGANG, moment)
    for lines in (report, screen):
        assert [line for line in lines if "zonder dag" in line] == [told]
    # The totals below the plan hold all years, of each by its status.
    [ahead] = [
        line
        for line in await rows_on_screen(tmp_path / "b.sto.json", dossier, "Cofinanciering", Place.PLAN, moment)
        if "zonder dag" in line
    ]
    assert ahead.startswith("1 bijdrage van na 2027, € 700, staat zonder dag op gerealiseerd en telt als getekend")


async def test_what_is_not_realised_yet_is_told_without_any_amount_in_the_plan_s_years(tmp_path: Path) -> None:
    """The only amount is of 2030, after the plan: its row says gerealiseerd, and the totals getekend."""
    plan = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31))
    dossier = dossier_with(plan, gift(1, 2030, "gerealiseerd", 700_00))
    moment = datetime(2027, 5, 10, 9, 0)
    lines = await rows_on_screen(tmp_path / "a.sto.json", dossier, "Cofinanciering", Place.PLAN, moment)
    assert {"getekend € 700", "gerealiseerd € 0"} <= set(lines)
    assert any(line.startswith("1 bijdrage van na 2027, € 700, staat zonder dag") for line in lines)
