"""A table with its heads in the first column and a milestone in each other one: turned, it reads as any other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow
from sto_tui.intake.tables.column_contents import content_of
from sto_tui.intake.tables.head_words import HeadKind, head_word
from sto_tui.intake.tables.workbook_tabs import Tab

_DATES: tuple[HeadKind, ...] = ("start", "due", "date")
_NAMES: tuple[HeadKind, ...] = ("title", "number")
_FEWEST = 2
# What is put above names that have no head.
_NAME = "Naam"
_ARE_DATES = 0.6


def turned(tab: Tab) -> Tab | None:
    """The tab with rows for columns; None when its heads stand in a row, as they should.

    The number of a row is then that of its column, from one.
    """
    at = next((at for at, cells in enumerate(_columns(tab.rows)) if any(cells)), None)
    if at is None or not _is_sideways(tab.rows, at):
        return None
    names = _nameless(tab.rows, at)
    if names:
        names = replace(names, cells=(*names.cells[:at], _NAME, *names.cells[at + 1 :]))
    rows = [*filter(None, [names]), *(row for row in tab.rows if row.cell(at))]
    cells = [*zip_longest(*(row.cells for row in rows), fillvalue="")]
    turned_rows = (SheetRow(number, tuple(of_column)) for number, of_column in enumerate(cells, 1) if any(of_column))
    return replace(tab, rows=tuple(turned_rows), across=None, is_turned=True)


def _columns(rows: Sequence[SheetRow]) -> list[tuple[Cell, ...]]:
    return [*zip_longest(*(row.cells for row in rows[:HEAD_ROWS]), fillvalue="")]


def _is_sideways(rows: Sequence[SheetRow], at: int) -> bool:
    """Whether the first column holds the heads of a plan over rows of days, and no row holds heads of days."""
    first = {row.number: kind for row in rows[:HEAD_ROWS] if (kind := _kind(row.cell(at)))}
    dated = [row for row in rows if first.get(row.number) in _DATES and _holds_days(row, at)]
    named = [row for row in rows if first.get(row.number) in _NAMES and sum(map(bool, row.cells)) > _FEWEST]
    named = named or [*filter(None, [_nameless(rows, at)])]
    if not dated or not named or len(rows) > HEAD_ROWS:
        return False
    kinds = ({_kind(cell) for cell in row.cells} for row in rows)
    return not any(of_row & {*_DATES} and of_row & {*_NAMES} for of_row in kinds)


def _nameless(rows: Sequence[SheetRow], at: int) -> SheetRow | None:
    """The first row when nothing stands above the heads of the others: it has the names of the columns."""
    first = rows[0] if rows else None
    if first is None or first.cell(at) or any(map(_kind, first.cells)) or sum(map(bool, first.cells)) < _FEWEST:
        return None
    return first


def _kind(cell: Cell) -> HeadKind | None:
    word = head_word(cell) if isinstance(cell, str) else None
    return word.kind if word and word.is_exact else None


def _holds_days(row: SheetRow, at: int) -> bool:
    content = content_of(row.cells[at + 1 :])
    return content.filled >= _FEWEST and content.dates >= _ARE_DATES
