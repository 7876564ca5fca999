"""Writes one sheet: heads, rows, what can be picked, how it prints, and the hidden column with the keys."""

import math
from datetime import date
from decimal import Decimal
from itertools import groupby
from textwrap import wrap
from typing import Any

from sto_tui.documents.excel.formats import Formats
from sto_tui.documents.excel.grid import (
    FIRST_COLUMN,
    CellLook,
    CellValue,
    Formula,
    Grid,
    GridColumn,
    GridRow,
    RowKind,
)
from sto_tui.domain.text import cut
from sto_tui.planning.sheet_homes import KEY_HEAD, LONGEST_CELL, HomeKind, cell_text

_A3, _A4, _WIDEST_ON_A4 = 8, 9, 190
_FULL_LINE, _UPRIGHT_LINE, _HIGHEST_ROW = 12.75, 5.6, 409.0
# The width of a column counts figures of 11 points; text of 10 points is narrower.
_LETTERS_PER_WIDTH = 1.2
_LEAST_HEAD, _MOST_HEAD = 18.0, 150.0
# A footer holds 255 characters, and an ampersand is written twice.
_LONGEST_FOOTER = 90
_QUIET = (HomeKind.COPY, HomeKind.SUM)


def write_sheet(workbook: Any, grid: Grid, looks: Formats, region: str) -> None:
    """Writes a sheet at the end of the workbook."""
    sheet = workbook.add_worksheet(grid.name)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 1, None, {"hidden": True})
    for place, column in enumerate(grid.columns, FIRST_COLUMN):
        sheet.set_column(place, place, column.width)
    _write_about(sheet, grid, looks)
    _write_heads(sheet, grid, looks)
    for row, line in enumerate(grid.lines, grid.head_row):
        _write_line(sheet, grid, looks, row, line)
    _add_choices(sheet, grid)
    _add_paint(sheet, grid, looks)
    _set_print(sheet, grid, region)
    if not any(line.key for line in grid.lines):
        # Nothing of this sheet can be taken back: whoever types in it is told so, and can take the lock off.
        sheet.protect("", {"format_columns": True, "format_rows": True})


def _write_about(sheet: Any, grid: Grid, looks: Formats) -> None:
    sheet.write_string(0, FIRST_COLUMN, grid.title, looks.title)
    for row, text in enumerate(grid.about, 1):
        _write_wide(sheet, grid, looks, row, text)


def _write_wide(sheet: Any, grid: Grid, looks: Formats, row: int, text: str) -> None:
    """A text over the width of the columns, on as many lines as it needs."""
    width = sum(column.width for column in grid.columns)
    last = FIRST_COLUMN + len(grid.columns) - 1
    if last <= FIRST_COLUMN:
        sheet.write_string(row, FIRST_COLUMN, text)
        return
    sheet.set_row(row, _FULL_LINE * max(1, math.ceil(len(text) * 1.05 / width)))
    sheet.merge_range(row, FIRST_COLUMN, row, last, "", looks.about)
    sheet.write_string(row, FIRST_COLUMN, text, looks.about)


def _write_heads(sheet: Any, grid: Grid, looks: Formats) -> None:
    band_row, head_row = grid.band_row - 1, grid.head_row - 1
    place = FIRST_COLUMN
    for band, columns in groupby(grid.columns, key=lambda column: column.band):
        many = len(list(columns))
        if band and many > 1:
            sheet.merge_range(band_row, place, band_row, place + many - 1, "", looks.band)
        if band:
            sheet.write_string(band_row, place, band, looks.band)
        place += many
    upright = max((len(column.head) for column in grid.columns if column.upright), default=0)
    sheet.set_row(head_row, min(_MOST_HEAD, max(_LEAST_HEAD, upright * _UPRIGHT_LINE, _FULL_LINE * _head_lines(grid))))
    sheet.write_string(head_row, 0, KEY_HEAD)
    for place, column in enumerate(grid.columns, FIRST_COLUMN):
        look = looks.head(quiet=column.home.kind in _QUIET, upright=column.upright)
        sheet.write_string(head_row, place, column.head, look)


def _head_lines(grid: Grid) -> int:
    """How many lines the longest head needs."""
    return max((math.ceil(len(column.head) / column.width) for column in grid.columns if not column.upright), default=1)


def _write_line(sheet: Any, grid: Grid, looks: Formats, row: int, line: GridRow) -> None:
    if line.shown_key:
        sheet.write_string(row, 0, line.shown_key)
    if line.kind is RowKind.NOTE:
        if line.cells:
            _write_wide(sheet, grid, looks, row, str(line.cells[0]))
        return
    if (lines := _lines_of(grid, line)) > 1:
        sheet.set_row(row, min(_HIGHEST_ROW, _FULL_LINE * lines + 1.5))
    for place, column in enumerate(grid.columns):
        value = line.cells[place] if place < len(line.cells) else None
        if line.kind is RowKind.HEAD:
            if place < len(line.cells):
                sheet.write_string(row, place + FIRST_COLUMN, str(value), looks.head(quiet=True))
            continue
        if value is None and len(line.cells) and place >= len(line.cells) and line.kind is not RowKind.GROUP:
            continue
        look = CellLook.MONEY if isinstance(value, Formula) else column.look
        _write_value(sheet, row, place + FIRST_COLUMN, value, looks.cell(look, line.kind, pale=place in line.pale))


def _lines_of(grid: Grid, line: GridRow) -> int:
    """How many lines the longest text of a row needs; Excel finds that itself, LibreOffice does not."""
    if line.kind is not RowKind.ROW:
        return 1
    of_texts = (
        sum(len(wrap(part, int(column.width * _LETTERS_PER_WIDTH))) or 1 for part in value.split("\n"))
        for column, value in zip(grid.columns, line.cells, strict=False)
        if isinstance(value, str) and column.look is CellLook.TEXT
    )
    return max((1, *of_texts))


def _write_value(sheet: Any, row: int, column: int, value: CellValue, look: Any) -> None:
    if isinstance(value, Formula):
        # As a decimal, so that no figure is lost on the way.
        sheet.write_formula(row, column, value.text, look, value.value)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, int | Decimal):
        sheet.write_number(row, column, float(value), look)
    elif value:
        sheet.write_string(row, column, shown_text(cell_text(value)), look)
    else:
        sheet.write_blank(row, column, None, look)


def shown_text(text: str) -> str:
    """The text as far as a cell of Excel holds it."""
    return text if len(text) <= LONGEST_CELL else cut(text, LONGEST_CELL - 40)


def _table_end(grid: Grid) -> int:
    """The row under the last one of the first table."""
    heads = [place for place, line in enumerate(grid.lines) if line.kind is RowKind.HEAD]
    return grid.head_row + min(heads, default=len(grid.lines))


def _add_choices(sheet: Any, grid: Grid) -> None:
    for place, column in enumerate(grid.columns, FIRST_COLUMN):
        if column.choices and grid.lines:
            sheet.data_validation(grid.head_row, place, _table_end(grid) - 1, place, _validation(column))


def _validation(column: GridColumn) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": list(column.choices),
        "error_type": "warning" if column.is_more else "stop",
        "error_title": column.head[:32],
        "error_message": f"Kies uit {', '.join(column.choices)}."[:255],
    }


def _add_paint(sheet: Any, grid: Grid, looks: Formats) -> None:
    for paint, places in groupby(range(len(grid.columns)), key=lambda place: grid.columns[place].paint):
        span = list(places)
        if not grid.lines:
            continue
        for text, look in looks.painted(paint):
            sheet.conditional_format(
                grid.head_row,
                span[0] + FIRST_COLUMN,
                _table_end(grid) - 1,
                span[-1] + FIRST_COLUMN,
                {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": look},
            )


def _set_print(sheet: Any, grid: Grid, region: str) -> None:
    sheet.set_landscape()
    width = sum(column.width for column in grid.columns)
    sheet.set_paper(_A4 if width <= _WIDEST_ON_A4 else _A3)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    if grid.columns:
        sheet.freeze_panes(grid.head_row, grid.frozen + FIRST_COLUMN)
        sheet.repeat_rows(grid.band_row - 1, grid.head_row - 1)
    name = region[:_LONGEST_FOOTER].replace("&", "&&")
    sheet.set_footer(f"&L{name} · {grid.name}&R&P van &N")
