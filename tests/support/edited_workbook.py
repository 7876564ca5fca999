"""A workbook as people give it back: the same values, with some cells changed, by another program than ours."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter
from python_calamine import load_workbook


class EditedWorkbook:
    """The sheets as rows of values, the hidden ones too."""

    def __init__(self, data: bytes) -> None:
        book = load_workbook(io.BytesIO(data))
        self.sheets: dict[str, list[list[Any]]] = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }
        self.merges: list[tuple[str, str, int, str, int]] = []

    def heads(self, sheet: str) -> list[Any]:
        """The row with the heads."""
        return next(row for row in self.sheets[sheet] if "sto-sleutel" in row)

    def row(self, sheet: str, key: str) -> list[Any]:
        """The row of a record."""
        return next(row for row in self.sheets[sheet] if row[0] == key)

    def put(self, sheet: str, key: str, **values: Any) -> None:
        """Changes cells of a row; `Klaar_op` is the column ‘Klaar op’."""
        heads, row = self.heads(sheet), self.row(sheet, key)
        for head, value in values.items():
            row[heads.index(head.replace("_", " "))] = value

    def insert(self, sheet: str, after: str, **values: Any) -> None:
        """Adds a row without a key under that of a record or group."""
        rows = self.sheets[sheet]
        new: list[Any] = [""] * len(self.heads(sheet))
        rows.insert(rows.index(self.row(sheet, after)) + 1, new)
        for head, value in values.items():
            new[self.heads(sheet).index(head.replace("_", " "))] = value

    def merge(self, sheet: str, key: str, head: str, *, down: int = 0, to: str = "") -> None:
        """Merges the cell of a row with those of so many rows below it, and with those up to another column."""
        self.merges.append((sheet, key, down, head, self.heads(sheet).index(to or head)))

    def drop(self, sheet: str, key: str) -> None:
        """Takes a row away."""
        self.sheets[sheet].remove(self.row(sheet, key))

    def saved(self) -> bytes:
        """The bytes of an .xlsx."""
        buffer = io.BytesIO()
        book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd-mm-yyyy"})
        for name, rows in self.sheets.items():
            written = book.add_worksheet(name)
            _write(written, rows)
            for _, key, down, head, last in [merge for merge in self.merges if merge[0] == name]:
                row, column = rows.index(self.row(name, key)), self.heads(name).index(head)
                written.merge_range(row, column, row + down, last, rows[row][column])
        book.close()
        return buffer.getvalue()


def _write(sheet: Any, rows: Sequence[Sequence[Any]]) -> None:
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, str) and value:
                sheet.write_string(number, place, value)
            elif isinstance(value, date):
                sheet.write_datetime(number, place, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, place, value)
