"""A list shows a field of its model by naming it, and names no field that is not there."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Involvement, Party
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.plan.screen import PlanScreen
from sto_tui.widgets.record_list import Column, Row
from tests.support.by_hand import dossier_with, rows_on_screen

TODAY = date(2027, 3, 1)
NOBODY = "Er is nog niemand."


def rows_of(dossier: Dossier, *shown: Shown[Party]) -> list[Row]:
    return list(ListOf(Party, *shown, none=NOBODY).rows(dossier, TODAY))


def test_a_field_is_shown_by_naming_it() -> None:
    dossier = dossier_with(Party(id=4, name="Baken College", agreed_on=date(2026, 11, 5)))
    parties = ListOf(Party, Shown("name"), Shown("agreed_on", width=10), none=NOBODY)
    assert parties.columns == (Column("Naam"), Column("Akkoord op", 10))
    assert parties.rows(dossier, TODAY) == [Row(("Baken College", "05-11-2026"), key=Ref("parties", 4))]


def test_each_kind_of_value_reads_as_everywhere_else() -> None:
    both = (Involvement.EVALUATIE, Involvement.UITVOERING)
    dossier = dossier_with(Party(id=4, name="Baken College", involved_in=both, veri_hidden=True))
    fields = {"status": "beoogd", "involved_in": "evaluatie, uitvoering", "veri_hidden": "ja", "agreed_on": ""}
    (row,) = rows_of(dossier, *map(Shown, fields))
    assert row.cells == tuple(fields.values())


def test_a_column_says_it_otherwise_where_it_is_told_to() -> None:
    dossier = dossier_with(Party(id=4, name="Baken College"), Party(id=5, name="Bedrijf", short="BD"))
    named = Shown[Party]("name", head="Wie", role="bold")
    short = Shown[Party]("short", empty=("–", "muted"), role=lambda party, around: "key" if party.id == 5 else "text")
    number = Shown[Party](head="Nr", cell=lambda party, around: f"{around.number}/{party.id}")
    cells = [row.cells for row in rows_of(dossier, named, short, number)]
    assert cells == [
        (("Baken College", "bold"), ("–", "muted"), "1/4"),
        (("Bedrijf", "bold"), ("BD", "key"), "2/5"),
    ]


def test_without_records_the_list_says_so() -> None:
    assert rows_of(dossier_with(), Shown("name")) == [Row((NOBODY,), kind="note")]


def test_another_row_fills_the_columns_that_it_names() -> None:
    name, status = Shown[Party]("name"), Shown[Party]("status")
    parties = ListOf(Party, Shown("short"), name, status, none=NOBODY)
    assert parties.other_row("sum", {status: "3", name: ("Totaal", "bold")}) == Row(
        ("", ("Totaal", "bold"), "3"), key="sum"
    )


def test_a_column_of_another_list_is_refused() -> None:
    parties, stranger = ListOf(Party, Shown("name"), none=NOBODY), Shown[Party]("short")
    with pytest.raises(TypeError, match="does not show short"):
        parties.other_row("sum", {stranger: "3"})
    with pytest.raises(TypeError, match="does not show short"):
        parties.headed(stranger, "Kort")


@pytest.mark.parametrize("shown", [Shown[Party]("nickname"), Shown[Party]("id"), Shown[Party](), Shown[Party]("")])
def test_a_field_that_is_not_there_is_an_error_when_the_list_is_made(shown: Shown[Party]) -> None:
    with pytest.raises(TypeError, match="Party"):
        ListOf(Party, Shown("name"), shown, none=NOBODY)


def test_a_section_is_of_the_table_of_its_model() -> None:
    assert all(section.table in TABLES for section in PlanScreen.sections)
    number = Shown[Party](head="Nr", width=2, cell=lambda party, around: str(around.number))
    section = ListOf(Party, number, Shown("name"), none=NOBODY).section("Partijen")
    assert (section.table, section.columns) == ("parties", (Column("Nr", 2), Column("Naam")))
    assert section.fields == {"name"}


async def test_a_named_field_stands_in_the_list_of_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of parties with one name more, on the screen."""
    with_contact = ListOf(Party, Shown("name"), Shown("contact", width=20), none=NOBODY).section("Partijen")
    monkeypatch.setattr(PlanScreen, "sections", (with_contact,))
    dossier = dossier_with(Party(id=4, name="Baken College", contact="teamleider techniek"))
    lines = await rows_on_screen(tmp_path / "een.sto.json", dossier, "Partijen")
    assert any("Baken College" in line and "teamleider techniek" in line for line in lines)
