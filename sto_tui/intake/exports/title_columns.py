"""A sheet with the name of a row in one of several columns, by its level: `Title 1`, `Title 2`.

Source: Azure DevOps writes epics, features and tasks so.
"""

import re
from collections.abc import Sequence

from sto_tui.intake.exports.written_rows import WrittenRows, told_below
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber

_TITLE = re.compile(r"(?:title|titel|taak|task|naam|name) ?([1-9])", re.IGNORECASE)


def one_title_rows(rows: Sequence[SheetRow]) -> WrittenRows | None:
    """The rows with one column of names, and their level beside it; None when there are no such columns."""
    for at, head in enumerate(rows[:HEAD_ROWS]):
        columns = _columns(head)
        below = [row for row in rows[at + 1 :] if any(row.cells)]
        filled = [sum(bool(row.cell(column)) for column in columns) for row in below]
        if len(columns) > 1 and 1 in filled and max(filled) == 1:
            end = len(filled) - filled[::-1].index(1)
            width = max(len(row.cells) for row in rows[at:])
            whole = [_row(row, columns, width) for row in below[:end]]
            heads = SheetRow(head.number, _cells(head, columns, "Title", "Overzichtsniveau", width))
            return WrittenRows((*rows[:at], heads, *whole), tuple(told_below(below[end:])))
    return None


def _columns(head: SheetRow) -> list[int]:
    """Where `Title 1`, `Title 2` and so on stand, when they stand beside each other in order."""
    found = [
        (at, int(match[1])) for at, cell in enumerate(head.cells) if (match := _TITLE.fullmatch(str(cell).strip()))
    ]
    is_series = [number for _, number in found] == [*range(1, len(found) + 1)]
    return [at for at, _ in found] if is_series else []


def _row(row: SheetRow, columns: Sequence[int], width: int) -> SheetRow:
    level, name = next(((level, row.cell(at)) for level, at in enumerate(columns, 1) if row.cell(at)), (1, ""))
    return SheetRow(row.number, _cells(row, columns, name, WorkbookNumber(str(level)), width))


def _cells(row: SheetRow, columns: Sequence[int], name: Cell, level: Cell, width: int) -> tuple[Cell, ...]:
    """The cells with the name in the first of the columns; the level comes last, so that letters stay as they are."""
    cells = ["" if at in columns else row.cell(at) for at in range(width)]
    cells[columns[0]] = name
    return (*cells, level)
