"""The numbers of a chart in a workbook of their own, so that Word can open them, and where each stands in it."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sto_tui.frozen import frozen

# XlsxWriter takes 30 ms to import: a paper without charts does without it.

_SHEET = "Gegevens"
_FIXED_MOMENT = datetime(1980, 1, 1)
_WIDEST = 40
NO_FORMULAS: Mapping[int, str] = MappingProxyType({})


@frozen
class DataColumn:
    """A head with what stands below it, by year; a year without a value has an empty cell.

    A text may be a formula's, which is then given by year too.
    """

    head: str
    cells: Mapping[int, float | str]
    formulas: Mapping[int, str]


@dataclass
class DataSheet:
    """A row per year and a column per series; what is added gets the next column."""

    years: Sequence[int]
    columns: list[DataColumn] = field(default_factory=list)

    def add(self, head: str, cells: Mapping[int, float | str], formulas: Mapping[int, str] = NO_FORMULAS) -> int:
        """Adds a column, and returns its place; the years stand in column 0."""
        self.columns.append(DataColumn(head, cells, formulas))
        return len(self.columns)

    def head_of(self, column: int) -> str:
        """Where the head of a column stands, as a formula says it."""
        return self._place(0, 0, column)

    def cells_of(self, column: int) -> str:
        """Where the cells of a column stand."""
        return self._place(1, len(self.years), column)

    def cell_of(self, column: int, year: int) -> str:
        """The cell of a year in a column, for a formula in the same sheet."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        return str(xl_rowcol_to_cell(self.years.index(year) + 1, column))

    def _place(self, first: int, last: int, column: int) -> str:
        from xlsxwriter.utility import xl_range_formula

        return str(xl_range_formula(_SHEET, first, column, last, column))

    def workbook(self) -> bytes:
        """The bytes of the workbook: the same numbers give the same ones."""
        from xlsxwriter import Workbook

        buffer = io.BytesIO()
        book = Workbook(buffer, {"in_memory": True})
        book.set_properties({"created": _FIXED_MOMENT})
        sheet = book.add_worksheet(_SHEET)
        sheet.write_string(0, 0, "Jaar")
        for row, year in enumerate(self.years, 1):
            sheet.write_number(row, 0, year)
        for place, column in enumerate(self.columns, 1):
            sheet.write_string(0, place, column.head)
            sheet.set_column(place, place, min(_WIDEST, len(column.head) + 2))
            for row, year in enumerate(self.years, 1):
                cell = column.cells.get(year)
                if formula := column.formulas.get(year):
                    sheet.write_formula(row, place, formula, None, cell)
                elif isinstance(cell, str):
                    sheet.write_string(row, place, cell)
                elif cell is not None:
                    sheet.write_number(row, place, cell)
        book.close()
        return buffer.getvalue()
