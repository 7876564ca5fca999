"""A word anywhere in a sheet ends up in a record, or in what is told, asked or refused: nothing is lost unsaid."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.text import plain
from sto_tui.intake.milestones.sheet_proposal import proposal_of
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.sheets.table_reader import Cell, IntakeError, SheetRow
from sto_tui.intake.tables.column_kinds import letters
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab
from sto_tui.planning.new_dossier import new_dossier

TODAY = date(2026, 9, 3)
WORDS = ("Zwaluwnest", "Bever en otter", "Qxyz")
TABLES: tuple[tuple[tuple[Cell, ...], ...], ...] = (
    (
        ("Activiteit", "Start", "Eind"),
        ("Lassen leren", date(2027, 2, 1), date(2027, 6, 25)),
        ("Lab openen", date(2027, 3, 1), date(2027, 6, 1)),
        ("Meten", date(2028, 2, 1), date(2028, 6, 23)),
    ),
    (
        ("Nr", "Mijlpaal", "Klaar op"),
        ("1", "Lab open", date(2027, 6, 25)),
        ("2", "Docenten geschoold", date(2027, 9, 1)),
    ),
    (
        ("Thema", "Taak", "Deadline", "Status"),
        ("Instroom", "Werven", date(2027, 6, 25), "bezig"),
        ("", "Meten", date(2027, 7, 25), "klaar"),
        ("Lab", "Bouwen", date(2027, 8, 25), "open"),
    ),
    (
        ("Activiteit", "jan 2027", "feb 2027", "mrt 2027", "apr 2027"),
        ("Werven", "x", "x", "", ""),
        ("Meten", "", "", "x", "x"),
    ),
)


@st.composite
def sheets_with_a_word(draw: st.DrawFn) -> tuple[SheetFile, str, int]:
    """A small plan somewhere on a tab, with one word more in an empty cell; and its column, from zero."""
    word, table = draw(st.sampled_from(WORDS)), draw(st.sampled_from(TABLES))
    down, right = draw(st.integers(0, 3)), draw(st.integers(0, 1))
    cells = {(row + down, at + right): cell for row, line in enumerate(table) for at, cell in enumerate(line) if cell}
    places = [(row, at) for row in range(down + len(table) + 3) for at in range(right + len(table[0]) + 3)]
    place = draw(st.sampled_from([place for place in places if place not in cells]))
    cells[place] = word
    width, height = (1 + max(each[part] for each in cells) for part in (1, 0))
    rows = [SheetRow(row + 1, tuple(cells.get((row, at), "") for at in range(width))) for row in range(height)]
    return SheetFile("plan.xlsx", (Tab("Blad1", tuple(row for row in rows if any(row.cells))),)), word, place[1]


def _said(dossier: Dossier, proposal: IntakeProposal) -> Iterator[str]:
    for table in carried_out(dossier, proposal.change).tables.values():
        yield from (str(value) for record in table.values() for value in dict(record).values())
    yield from proposal.remarks
    yield from (refusal.reason for refusal in proposal.refused)
    for question in proposal.questions:
        yield question.text
        yield from (text for choice in question.choices for text in (choice.label, *choice.examples))


@given(sheets_with_a_word())
def test_a_word_anywhere_is_taken_or_told(made: tuple[SheetFile, str, int]) -> None:
    sheet, word, column = made
    dossier = new_dossier("Proef", "2027-2028")
    answers: dict[str, str] = {}
    said: list[str] = []
    with suppress(IntakeError):
        while True:
            proposal = proposal_of(sheet, dossier, TODAY, answers)
            said += _said(dossier, proposal)
            asked = [question for question in proposal.questions if question.key not in answers]
            if not asked:
                break
            answers[asked[0].key] = asked[0].proposed
        names = (word, f"kolom {letters(column)} (zonder kop)")
        assert any(plain(name) in plain(" ".join(said)) for name in names), proposal.remarks
