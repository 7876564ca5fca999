"""What a sheet says of records that are there in other words, worked out by hand: an amount only, a name nearly so."""

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Theme
from tests.intake.registers.test_register_sheets import new, pasted, questions, reasons
from tests.support.by_hand import dossier_with

LINES = dossier_with(
    BudgetLine(id=1, number="101", title="Kasten", year=2027, quantity=10.0, unit="kast", price=2_950_00),
    BudgetLine(id=2, number="102", title="Coach", year=2027, quantity=1.0, price=9_000_00),
)
# 10 × 2.950 is 29.500: only the first line has another amount, and one of 10 kasten costs 3.000 then.
AMOUNTS = "Nr;Post;Jaar;Bedrag\n101;Kasten;2027;30.000,00\n102;Coach;2027;8.000,00\n"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("prijs", [(10.0, "kast", 3_000_00), (1.0, "", 8_000_00)]),
        ("bedrag", [(1.0, "", 30_000_00), (1.0, "", 8_000_00)]),
        ("niet", [(1.0, "", 8_000_00)]),
    ],
)
def test_only_another_amount_for_a_number_times_a_price_is_asked(
    answer: str, expected: list[tuple[float, str, int]]
) -> None:
    assert questions(pasted(AMOUNTS, "begroting", LINES)) == [("verdeling", "prijs")]
    assert pasted(AMOUNTS, "begroting", LINES).change.edits == ()
    proposal = pasted(AMOUNTS, "begroting", LINES, verdeling=answer)
    assert new(proposal, "quantity", "unit", "price") == expected
    again = pasted(AMOUNTS, "begroting", carried_out(LINES, proposal.change), verdeling=answer)
    assert again.change.edits == ()


def test_an_amount_that_its_number_does_not_divide_is_refused() -> None:
    proposal = pasted(AMOUNTS.replace("30.000,00", "30.000,01"), "begroting", LINES, verdeling="prijs")
    assert reasons(proposal) == [
        (2, "€\u00a030.000,01 is niet precies te delen. Zet de prijs per eenheid in een eigen kolom.")
    ]


@pytest.mark.parametrize("name", ["Kompas-College", "Kompas College (KC)", "Kompas Colege", "kompascollege"])
def test_a_new_party_that_is_nearly_called_as_another_is_told(name: str) -> None:
    dossier = dossier_with(Party(id=1, name="Kompas College"), Party(id=2, name="ROC Zuid"))
    remarks = pasted(f"Naam;Soort\n{name};vmbo\nDe Kompasroos;vmbo\n", "partijen", dossier).remarks
    assert remarks == (f"Regel 2: ‘{name}’ lijkt op ‘Kompas College’ van het dossier: kijk na of het die niet is.",)


def test_the_nearest_theme_is_the_one_with_its_number() -> None:
    dossier = dossier_with(Theme(id=3, number=3, title="Labs en leerplekken die we delen"))
    proposal = pasted("Thema;Post;Jaar;Bedrag\n3 Labs;Frees;2027;€ 10\n", "begroting", dossier)
    assert "Het dichtst erbij: ‘3 Labs en leerplekken die we delen’." in reasons(proposal)[0][1]


def test_the_line_of_a_markdown_table_is_no_row() -> None:
    text = "| Risico | Kans | Impact |\n|---|:--|---:|\n| Vervoer valt uit | klein | groot |\n"
    proposal = pasted(text, "risicos")
    assert new(proposal, "text") == [("Vervoer valt uit",)]
    assert reasons(proposal) == []
