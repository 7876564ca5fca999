"""The sheet that nobody sees: what the columns of the others are, and what stood in each row when it was written."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sto_tui.documents.excel.grid import Formula, Grid, GridRow
from sto_tui.documents.excel.sheet import shown_text
from sto_tui.domain.dossier import Dossier
from sto_tui.planning.sheet_homes import FORM, HIDDEN_SHEET, RowOf, cell_text


def write_hidden(workbook: Any, grids: Sequence[Grid], dossier: Dossier, day: date) -> None:
    """Writes it at the end of the workbook."""
    sheet = workbook.add_worksheet(HIDDEN_SHEET)
    sheet.very_hidden()
    for row, cells in enumerate(_rows(grids, dossier, day)):
        for column, text in enumerate(cells):
            if text:
                sheet.write_string(row, column, text)


def _rows(grids: Sequence[Grid], dossier: Dossier, day: date) -> Iterator[list[str]]:
    period = dossier.current_period
    yield [RowOf.WORKBOOK, FORM, dossier.key, str(period.id if period else 0), day.isoformat()]
    for grid in grids:
        if not any(line.key for line in grid.lines):
            continue
        yield [RowOf.SHEET, grid.name, "", *(column.head for column in grid.columns)]
        yield [RowOf.HOMES, grid.name, "", *(str(column.home) for column in grid.columns)]
        for line in grid.lines:
            if line.key:
                yield [RowOf.GROUP if line.is_group else RowOf.ROW, grid.name, line.key, *_texts(line)]


def _texts(line: GridRow) -> Iterator[str]:
    for value in line.cells:
        yield shown_text(cell_text(value.value if isinstance(value, Formula) else value))
