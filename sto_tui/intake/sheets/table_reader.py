"""Reading a table from CSV, Excel or LibreOffice into rows of text and dates. The file may be anything."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sto_tui.domain.text import clean_text
from sto_tui.frozen import frozen
from sto_tui.intake.sheets.comma_file import StrictCommas
from sto_tui.intake.sheets.old_workbook import OldWorkbookError, tables_apart
from sto_tui.intake.sheets.package import TOO_LARGE, PackageError, safe_package
from sto_tui.intake.sheets.package_xml import MOST_CELLS
from sto_tui.intake.sheets.workbook_number import WorkbookNumber

LARGEST_FILE = 50 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 500
# A title, an explanation and an empty row may stand above the heads, but not a whole page.
HEAD_ROWS = 50
# A head is no higher than this, and covers no more columns in which nothing stands.
_ROWS_OF_A_HEAD = 4
_MOST_BEHIND = 60

# No word has these right behind a small letter: they are é, ê, ë, è, ï, ö, ü, ä or ç in the letters of another system.
# People type `‘` for an apostrophe too (`taxi‘s`, `zo‘n`), and names have `š` (`Boškovic`).
_OF_OTHER_LETTERS = re.compile("[a-z](?:[‚ˆ‰Š‹„ŽŸ]|[•‡][a-z])|[ie]‘[a-rt-z]|o[”š][pr]")
# Excel writes and understands this first line; it does not show it.
_SEPARATOR = re.compile(r"sep=(.)", re.IGNORECASE)
TEXT_KINDS = (".csv", ".txt", ".tsv")
ZIP_KINDS = (".xlsx", ".xlsm", ".ods")
_RULE = re.compile(r":?-{2,}:?")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
TABLE_ALONE = "Bewaar alleen de tabel zelf, in een nieuwe werkmap."
FILE_CHOICES = "Kies een bestand dat eindigt op .csv, .xlsx, .xls of .ods."

Cell = str | date
# How many heads of columns a row holds that are known; the best row wins.


class IntakeError(Exception):
    """A file that can't be taken in; `str()` is the Dutch sentence for the user."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with its number in the file. A number is text, as it is written in Dutch Excel with a point.

    `indents` has the columns of which the text begins with blanks, and how many: people make levels with them. `across`
    has the first and last column of each cell that is merged to the right.
    """

    number: int
    cells: tuple[Cell, ...]
    indents: tuple[tuple[int, int], ...] = field(default=(), repr=False, compare=False)
    across: tuple[tuple[int, int], ...] = field(default=(), repr=False, compare=False)

    def cell(self, index: int) -> Cell:
        """The cell in a column; empty text when the row is shorter."""
        return self.cells[index] if index < len(self.cells) else ""

    def text(self, index: int) -> str:
        """The cell in a column as text, a date as `2027-06-30`."""
        return str(self.cell(index))


@frozen
class MergedCells:
    """A range of merged cells: rows by their number in the file, columns from zero, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def area(self) -> int:
        """How many cells it covers."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@frozen
class WorkbookSheet:
    """A sheet of a workbook: its rows, of which merged cells say something in the first one only."""

    name: str
    rows: tuple[SheetRow, ...]
    merges: tuple[MergedCells, ...] = ()
    is_visible: bool = True


def read_workbook(path: Path) -> dict[str, tuple[SheetRow, ...]]:
    """All tables of a workbook by the name of their sheet, those that are hidden too. Raises IntakeError."""
    return dict(workbook_tables(_workbook_data(path), path.name))


def read_sheets(path: Path) -> dict[str, WorkbookSheet]:
    """The same with the cells that somebody merged. Raises IntakeError."""
    return {sheet.name: sheet for sheet in workbook_sheets(_workbook_data(path), path.name)}


def _workbook_data(path: Path) -> bytes:
    kind = path.suffix.lower()
    if kind not in ZIP_KINDS:
        raise IntakeError(f"{path.name} is geen werkmap van sto-tui. Kies een bestand dat eindigt op .xlsx of .ods.")
    return checked_workbook(bytes_of(path), kind, path.name)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file of a size that can be read. Raises IntakeError."""
    try:
        if path.is_dir():
            raise IntakeError(f"{path.name} is een map. {FILE_CHOICES}")
        if path.stat().st_size > LARGEST_FILE:
            raise IntakeError(f"{path.name} is groter dan 50 MB en is niet gelezen. Bewaar alleen de tabel zelf.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise IntakeError(f"{path.name} bestaat niet. Controleer de naam en de map.") from error
    except OSError as error:
        raise IntakeError(f"{path.name} is niet te lezen. Controleer of je het mag openen.") from error
    if not data.strip(b"\x00 \t\r\n;,\xef\xbb\xbf"):
        raise IntakeError(f"{path.name} is leeg: er staat geen tabel in. Kies een ander bestand.")
    return data


# Text.


def separator_named(text: str, delimiters: str, name: str) -> tuple[str, str]:
    """The text without the first line in which Excel names the delimiter, and that delimiter; empty without one.

    Raises IntakeError when it holds too many cells to try these delimiters on.
    """
    first, _, rest = text.partition("\n")
    match = _SEPARATOR.fullmatch(first.strip())
    # One line may hold as many cells as the file has room for, and each delimiter is tried on it.
    if max(text.count(delimiter) for delimiter in (match[1] if match else delimiters)) > MOST_CELLS:
        raise IntakeError(f"{name} {TOO_LARGE}. {TABLE_ALONE}")
    return (rest, match[1]) if match else (text, "")


def decoded(data: bytes, name: str) -> str:
    """UTF-16 with a mark (Excel calls it Unicode text), UTF-8 with or without one, else the text of Windows.

    What Excel saves as CSV for MS-DOS or Macintosh is refused: `Café` would read as `Caf‚` or `CafŽ`.
    """
    if data.startswith((_ZIP, _OLE)):
        raise IntakeError(f"{name} is geen CSV maar een werkmap. Geef het bestand de naam die het had, zoals .xlsx.")
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and not (encoding == "cp1252" and _OF_OTHER_LETTERS.search(text)):
            return text
        break
    raise IntakeError(f"{name} is geen leesbare tekst. Bewaar het in Excel als ‘CSV UTF-8’.")


def text_rows(text: str, delimiter: str, name: str) -> Iterator[SheetRow]:
    """The rows of a text that are not empty. Raises IntakeError."""
    reader = csv.reader(io.StringIO(text, newline=""), StrictCommas, delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, 1):
            _check_extent(number, len(cells), name)
            row = _row(number, cells)
            if row.cells and not _is_ruled(row):
                yield row
    except csv.Error as error:
        raise IntakeError(
            f"{name} klopt niet bij tekstregel {reader.line_num}: een aanhalingsteken staat er half, "
            "of een cel is te lang. Verbeter het in het rekenblad en bewaar het opnieuw."
        ) from error


def _is_ruled(row: SheetRow) -> bool:
    """Whether a row is the line below the heads of a table in Markdown: `|---|:--:|`."""
    filled = [str(cell).strip() for cell in row.cells if cell]
    return len(filled) > 1 and all(_RULE.fullmatch(cell) for cell in filled)


# Workbooks.


def checked_workbook(data: bytes, kind: str, name: str) -> bytes:
    """The bytes that are safe to hand to the reader. Raises IntakeError."""
    if kind == ".xls":
        if not data.startswith(_OLE):
            raise IntakeError(f"{name} is geen oud Excel-bestand. Bewaar het in Excel als .xlsx.")
        return data
    if data.startswith(_OLE):
        raise IntakeError(f"{name} is met een wachtwoord beveiligd, of een oud Excel-bestand. Bewaar het als .xlsx.")
    if not data.startswith(_ZIP):
        raise IntakeError(f"{name} is geen werkmap, ook al eindigt de naam op {kind}. {FILE_CHOICES}")
    try:
        return safe_package(data)
    except PackageError as error:
        raise IntakeError(f"{name} {error}. {TABLE_ALONE}") from error


def workbook_tables(data: bytes, name: str) -> Iterator[tuple[str, tuple[SheetRow, ...]]]:
    """The tables of a workbook, by sheet. Raises IntakeError; an old one has to be read apart."""
    return ((sheet.name, sheet.rows) for sheet in workbook_sheets(data, name))


def old_workbook_tables(data: bytes, name: str) -> Iterator[tuple[str, tuple[SheetRow, ...]]]:
    """The tables of a workbook of before 2007, by sheet. Raises IntakeError."""
    try:
        for sheet, rows in tables_apart(data, name):
            yield sheet, tuple(SheetRow(number, tuple(cells)) for number, cells in rows)
    except OldWorkbookError as error:
        raise IntakeError(str(error) or f"{name} {TOO_LARGE}. {TABLE_ALONE}") from error


def workbook_sheets(data: bytes, name: str) -> Iterator[WorkbookSheet]:
    """The sheets of a workbook, those that are hidden too. Raises IntakeError; an old one has to be read apart."""
    # Costs 15 ms, and only who takes in a workbook needs it.
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    try:
        workbook = load_workbook(io.BytesIO(data))
        places = 0
        for about in workbook.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                sheet = workbook.get_sheet_by_name(about.name)
                _check_extent(sheet.total_height, sheet.total_width, name)
                # One sheet may stand in a workbook under many names.
                places += sheet.total_height * sheet.total_width
                if places > MOST_CELLS:
                    raise IntakeError(f"{name} {TOO_LARGE}. {TABLE_ALONE}")
                read = (_row(number, cells) for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1))
                rows = tuple(row for row in read if row.cells)
                merges = inside(rows, map(_merged, sheet.merged_cell_ranges or ()))
                places += sum(merge.area for merge in merges)
                if places > MOST_CELLS:
                    raise IntakeError(f"{name} {TOO_LARGE}. {TABLE_ALONE}")
                yield WorkbookSheet(about.name, rows, merges, about.visible == SheetVisibleEnum.Visible)
    except PasswordError as error:
        raise IntakeError(f"{name} is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.") from error
    except (CalamineError, OSError, ValueError) as error:
        raise IntakeError(f"{name} is geen leesbare werkmap: het bestand is beschadigd. {FILE_CHOICES}") from error


def _merged(corners: tuple[tuple[int, int], tuple[int, int]]) -> MergedCells:
    (top, left), (bottom, right) = corners
    return MergedCells(top + 1, left, bottom + 1, right)


def inside(rows: Sequence[SheetRow], merges: Iterable[MergedCells]) -> tuple[MergedCells, ...]:
    """The merges as far as there are rows and cells: a file may name any range, such as whole columns.

    A head of a few rows goes on over columns in which nothing stands: those may only be coloured.
    """
    bottom = max((row.number for row in rows), default=0)
    right = max((len(row.cells) for row in rows), default=0)
    return tuple(
        replace(
            merge, bottom=min(merge.bottom, bottom), right=max(merge.left, min(merge.right, _right_of(merge, right)))
        )
        for merge in merges
        if merge.top <= bottom and merge.left <= right
    )


def _right_of(merge: MergedCells, right: int) -> int:
    is_head = merge.top <= HEAD_ROWS and merge.bottom - merge.top < _ROWS_OF_A_HEAD
    return max(right, merge.left + _MOST_BEHIND) if is_head else right


def _check_extent(rows: int, columns: int, name: str) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise IntakeError(
            f"{name} heeft meer dan {MOST_ROWS // 1000}.000 regels of {MOST_COLUMNS} kolommen. "
            "Bewaar alleen de tabel zelf."
        )


def _row(number: int, values: Iterable[Any]) -> SheetRow:
    values = [*values]
    cells = [_cell(value) for value in values]
    while cells and not cells[-1]:
        cells.pop()
    indents = tuple(
        (at, len(value) - len(value.lstrip()))
        for at, value in enumerate(values[: len(cells)])
        if isinstance(value, str) and value[:1].isspace()
    )
    return SheetRow(number, tuple(cells), indents)


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return clean_text(value).strip()
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return WorkbookNumber(_number(value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return str(value) if isinstance(value, time | timedelta) else ""


def _number(value: float) -> str:
    """`1`, `1.1` or `2027`: what stood in the cell, without the rests of binary numbers."""
    return f"{value:.10f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:g}"
