"""The tables of chapter 11 read back: cents, years and proof, each with amounts worked out by hand."""

from datetime import date

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dutch import amount, euros
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, CostKind, Equipment
from sto_tui.domain.plan import Theme
from sto_tui.domain.region import PlanPeriod
from tests.support.by_hand import DAY, dossier_with, draft_of, paragraphs_of, tables_of

THEMES = (Theme(id=1, number=1, title="Kiezen"), Theme(id=2, number=2, title="Leren"))


def post(number: int, year: int, cents: int, *, theme: int = 1, eligible: bool = True) -> BudgetLine:
    return BudgetLine(
        id=number, title="x", theme=theme, year=year, quantity=1, unit="stuk", price=cents, eligible=eligible
    )


def test_one_form_of_amount_for_a_whole_table_also_for_what_is_subsidiabel() -> None:
    # 100,50 that is subsidiabel and 99,50 that is not make 200,00; every sum is of whole euros but that one part.
    data = draft_of(dossier_with(*THEMES, post(1, 2027, 100_50), post(2, 2027, 99_50, eligible=False)))
    assert tables_of(data)["Projectkosten per thema in 2027, in euro"] == [
        ["Thema", "2027", "Totaal"],
        ["1 Kiezen", "200,00", "200,00"],
        ["Totaal", "200,00", "200,00"],
        ["waarvan subsidiabel", "100,50", "100,50"],
    ]
    assert tables_of(data)["Projectkosten per kostensoort in 2027, in euro"][1][1:] == ["200", "200"]


def test_cents_that_add_up_to_whole_euros_are_shown() -> None:
    # 100,50 + 100,50 = 201,00.
    data = draft_of(dossier_with(*THEMES, post(1, 2027, 100_50), post(2, 2027, 100_50, theme=2)))
    cells = tables_of(data)["Projectkosten per thema in 2027, in euro"]
    assert [row[1] for row in cells[1:]] == ["100,50", "100,50", "201,00", "201,00"]


def test_many_years_are_spread_over_tables_that_name_their_own() -> None:
    # Seven years, five side by side at most: four and three. 1.000 in 2025 up to 7.000 in 2031 are 28.000 together.
    posts = [post(number, 2024 + number, number * 1_000_00) for number in range(1, 8)]
    tables = tables_of(draft_of(dossier_with(*THEMES, *posts)))
    assert tables["Projectkosten per thema in 2025-2028, in euro"][:3] == [
        ["Thema", "2025", "2026", "2027", "2028"],
        ["1 Kiezen", "1.000", "2.000", "3.000", "4.000"],
        ["Totaal", "1.000", "2.000", "3.000", "4.000"],
    ]
    assert tables["Projectkosten per thema in 2029-2031, in euro"] == [
        ["Thema", "2029", "2030", "2031", "Alle jaren"],
        ["1 Kiezen", "5.000", "6.000", "7.000", "28.000"],
        ["Totaal", "5.000", "6.000", "7.000", "28.000"],
        ["waarvan subsidiabel", "5.000", "6.000", "7.000", "28.000"],
    ]


@pytest.mark.parametrize(
    ("cents", "short", "long"),
    [
        (0, "0", "0,00"),
        (5, "0,05", "0,05"),
        (12_500_00, "12.500", "12.500,00"),
        (-1_50, "-1,50", "-1,50"),
        # More figures than a fraction of a computer holds.
        (123_456_789_012_345_678_91, "123.456.789.012.345.678,91", "123.456.789.012.345.678,91"),
    ],
)
def test_amounts_in_text_and_in_columns_are_one_way_of_writing(cents: int, short: str, long: str) -> None:
    assert amount(cents) == f"€\u00a0{short}"
    assert euros(cents, with_cents=True) == long


def test_proof_of_several_years_is_the_field_of_none() -> None:
    def gift(number: int, year: int, proof: str) -> Cofinancing:
        status = CofinancingStatus.GETEKEND
        return Cofinancing(
            id=number, title="Uren", year=year, quantity=1, unit="uur", rate=1, evidence=proof, status=status
        )

    shared = [gift(1, 2027, "Contract"), gift(2, 2028, "Contract"), gift(3, 2027, "Urenlijst")]
    draft = build(dossier_with(*shared), DraftOptions(DAY))
    data = draft.data
    rows = [row[3:] for row in tables_of(data)["Bewijs bij de cofinanciering"][1:]]
    assert rows == [["2027-2028", "getekend", "Contract"], ["2027", "getekend", "Urenlijst"]]
    own = [f"cofinancing/3/{field}" for field in ("title", "year", "status", "evidence")]
    assert [one.address for one in draft.fields if one.address.startswith("cofinancing")] == own


@pytest.mark.parametrize(
    ("of_the_robot", "others", "said"),
    [
        ((100,), (), None),
        ((100, None), (), None),
        ((100, 0), (), None),
        ((100,), (40,), "Van de € 140 afschrijving in de begroting hoort € 100 bij deze apparaten."),
        ((None,), (40, None), "Van de € 40 afschrijving in de begroting hoort niets bij deze apparaten."),
    ],
)
def test_what_the_budget_writes_off_of_other_machines(
    of_the_robot: tuple[int | None, ...], others: tuple[int | None, ...], said: str | None
) -> None:
    """In whole euros; a line without an amount counts for nothing."""
    robot = Equipment(id=1, title="Robotarm", purchase=600_00, in_use_from=date(2027, 1, 1), life=72)
    prices = [*((1, price) for price in of_the_robot), *((None, price) for price in others)]
    lines = [
        BudgetLine(
            id=number,
            title=f"Afschrijving {number}",
            year=2027,
            cost_kind=CostKind.AFSCHRIJVING,
            equipment=machine,
            quantity=1,
            price=None if price is None else price * 100,
        )
        for number, (machine, price) in enumerate(prices, 1)
    ]
    plan = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31))
    told = " ".join(paragraphs_of(draft_of(dossier_with(plan, robot, *lines)))).replace("\u00a0", " ")
    assert "Elke maand evenveel over de economische levensduur" in told
    assert ("afschrijving in de begroting hoort" in told) is bool(said)
    assert not said or said in told
