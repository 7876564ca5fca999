"""Exports that are a sheet already, and of which not every row is a task: turned into rows that each say one thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.sheets.table_reader import Cell, SheetRow

PART_OF = "Hoort onder"
"""The head of the column that names the row that another is a part of."""
GROUP = "Groep"
PART_NOTE = "Onderdeel van: "


@dataclass(frozen=True)
class WrittenRows:
    """The rows with heads first, each with its number in the file, and what was left out, in Dutch."""

    rows: tuple[SheetRow, ...]
    remarks: tuple[str, ...] = ()


def without_empty_heads(rows: Sequence[SheetRow]) -> tuple[SheetRow, ...]:
    """The rows without the heads below which nothing stands; the letters of the other columns stay as they are."""
    head = rows[0]
    kept = tuple(cell if any(row.cell(at) for row in rows[1:]) else "" for at, cell in enumerate(head.cells))
    return (SheetRow(head.number, kept), *rows[1:])


def joined_notes(*notes: Cell) -> str:
    """Several notes as one, each on its own line."""
    return "\n".join(str(note) for note in notes if note)


def told_below(rows: Sequence[SheetRow], where: str = "Onder") -> Iterator[str]:
    """That these rows, below or above the table, are left out; nothing without any."""
    texts = [clean_line(str(next(filter(None, row.cells)))) for row in rows if any(row.cells)]
    if texts:
        named = dutch.enumerate_words([f"‘{cut(text, 40)}’" for text in texts])
        yield f"{where} de tabel, en niet overgenomen: {named}."
