"""The tabs of a file as grids: which are hidden, merged cells filled, and for one tab how its cells look."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from sto_tui.intake.sheets.other_files import other_file
from sto_tui.intake.sheets.package import TOO_LARGE
from sto_tui.intake.sheets.package_xml import MOST_CELLS
from sto_tui.intake.sheets.table_reader import (
    FILE_CHOICES,
    TABLE_ALONE,
    TEXT_KINDS,
    ZIP_KINDS,
    Cell,
    IntakeError,
    MergedCells,
    SheetRow,
    WorkbookSheet,
    bytes_of,
    checked_workbook,
    decoded,
    inside,
    old_workbook_tables,
    separator_named,
    text_rows,
    workbook_sheets,
)
from sto_tui.intake.tables.joined_tabs import joined_looks
from sto_tui.intake.tables.ods_looks import ods_looks_of
from sto_tui.intake.tables.old_looks import old_looks_of
from sto_tui.intake.tables.sheet_looks import NO_LOOKS, TabLooks, looks_of

PASTED = "het geplakte blok"
_DELIMITERS = ";,\t|"
# So many lines tell what keeps the cells apart.
_LINES_TO_JUDGE = 400
# What a program puts in a cell of which the formula fails.
_FAILURES = "#n/a #n/b #ref #verw #value #waarde #name #naam #div/0 #deel/0 #null #leeg #num #getal"
_FAILED = frozenset(_FAILURES.split())


@dataclass(frozen=True)
class Tab:
    """One sheet. Cells that are merged downwards hold for all their rows; `across` has those merged to the right.

    `across` gives, by row number, the first and last column of each. When it `is_turned`, its rows are the columns of
    the file. `parts` are the tabs that it is made of, when several are read as one.
    """

    name: str
    rows: tuple[SheetRow, ...]
    is_visible: bool = True
    across: Mapping[int, tuple[tuple[int, int], ...]] | None = None
    is_turned: bool = False
    parts: tuple["Tab", ...] = ()


@dataclass(frozen=True)
class SheetFile:
    """All tabs of a file; `package` is what the looks of a tab are read from, empty for a text.

    `old` has the looks of the tabs of a .xls.
    `remarks` are what was left out when it was written as a sheet, in Dutch; `known` are answers that follow from its
    program.
    """

    name: str
    tabs: tuple[Tab, ...]
    package: bytes = b""
    remarks: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    old: Mapping[str, TabLooks] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """The rows of the first tab that is visible."""
        return next((tab.rows for tab in self.tabs if tab.is_visible), ())

    def looks(self, tab: Tab) -> TabLooks:
        """How the cells of a tab look: read when it is asked for, once."""
        if tab.parts:
            return joined_looks([self.looks(part) for part in tab.parts])
        if tab.is_turned:
            return NO_LOOKS
        return _looks(self.package, tab.name) if self.package else self.old.get(tab.name, NO_LOOKS)


def read_tabs(path: Path) -> SheetFile:
    """All tabs of a file that are not empty. Raises IntakeError with one Dutch sentence."""
    data, kind = bytes_of(path), path.suffix.lower()
    package = b""
    other = other_file(data, path.name)
    if other and other.to_sheet:
        raise IntakeError(f"{path.name} {other.said_beside('rekenblad')}. {other.to_sheet}")
    if kind in TEXT_KINDS:
        tabs = [Tab(path.stem, tuple(_cleaned(_rows_of_text(data, path.name))))]
    elif kind in ZIP_KINDS:
        package = checked_workbook(data, kind, path.name)
        sheets = [*workbook_sheets(package, path.name)]
        if kind == ".ods":
            sheets = [_with_merges(sheet, _looks(package, sheet.name).merges, path.name) for sheet in sheets]
        tabs = [_tab(sheet) for sheet in sheets]
    elif kind == ".xls":
        tables = old_workbook_tables(checked_workbook(data, kind, path.name), path.name)
        old = old_looks_of(data)
        tabs = [Tab(name, tuple(_cleaned(rows)), name not in old.hidden) for name, rows in tables]
        return replace(_filled(path.name, tabs, package), old=old.tabs)
    else:
        raise IntakeError(f"{path.name} is geen rekenblad dat sto-tui kent. {FILE_CHOICES}")
    return _filled(path.name, tabs, package)


def pasted_tabs(data: bytes) -> SheetFile:
    """A block that was pasted from a sheet: its cells are kept apart by tabs, or as in a text. Raises IntakeError."""
    return _filled(PASTED, [Tab(PASTED, tuple(_cleaned(_rows_of_text(data, PASTED))))], b"")


def _filled(name: str, tabs: Sequence[Tab], package: bytes) -> SheetFile:
    filled = tuple(tab for tab in tabs if tab.rows)
    if not filled:
        raise IntakeError(f"{name} is leeg: er staat geen tabel in. Kies een ander bestand.")
    return SheetFile(name, filled, package)


@lru_cache(maxsize=4)
def _looks(package: bytes, tab: str) -> TabLooks:
    return ods_looks_of(package, tab) if _is_ods(package) else looks_of(package, tab)


def _is_ods(package: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return "content.xml" in archive.namelist()


def _rows_of_text(data: bytes, name: str) -> Iterable[SheetRow]:
    text, named = separator_named(decoded(data, name), _DELIMITERS, name)
    return text_rows(text, named or _delimiter(text), name)


def _delimiter(text: str) -> str:
    """The one with which the most rows are equally wide; of equals the first."""
    lines = text.splitlines()[:_LINES_TO_JUDGE]
    best, most = _DELIMITERS[0], (0, 0)
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if len(cells) > 1)
        except csv.Error:
            continue
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if (rows, width) > most:
            best, most = delimiter, (rows, width)
    return best


def _with_merges(sheet: WorkbookSheet, merges: Sequence[MergedCells], name: str) -> WorkbookSheet:
    """The sheet of an .ods with its merged cells, as far as there are rows. Raises IntakeError for too many."""
    kept = inside(sheet.rows, merges)
    if sum(merge.area for merge in kept) > MOST_CELLS:
        raise IntakeError(f"{name} {TOO_LARGE}. {TABLE_ALONE}")
    return replace(sheet, merges=kept)


def _tab(sheet: WorkbookSheet) -> Tab:
    rows = _filled_down([*_cleaned(sheet.rows)], sheet.merges)
    across: dict[int, list[tuple[int, int]]] = {}
    for merge in sheet.merges:
        for number in range(merge.top, merge.bottom + 1) if merge.right > merge.left else ():
            across.setdefault(number, []).append((merge.left, merge.right))
    merged = {number: tuple(spans) for number, spans in across.items()}
    held = (replace(row, across=merged[row.number]) if row.number in merged else row for row in rows)
    return Tab(sheet.name, tuple(held), sheet.is_visible, merged)


def _cleaned(rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
    """Without what programs put in cells that failed, and with ordinary blanks."""
    for row in rows:
        if any(isinstance(cell, str) and (cell[:1] == "#" or "\xa0" in cell) for cell in row.cells):
            row = replace(row, cells=tuple(_clean(cell) for cell in row.cells))
        if any(row.cells):
            yield row


def _clean(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    if cell.lower().rstrip("!?") in _FAILED:
        return ""
    return cell.replace("\xa0", " ").strip() if "\xa0" in cell else cell


def _filled_down(rows: list[SheetRow], merges: Sequence[MergedCells]) -> list[SheetRow]:
    """Each row of a merged cell holds what stands in its first; a row that has nothing else stays out."""
    places = {row.number: at for at, row in enumerate(rows)}
    for merge in merges:
        first = rows[places[merge.top]] if merge.top in places else None
        cell = first.cell(merge.left) if first else ""
        for number in range(merge.top + 1, merge.bottom + 1) if cell else ():
            if number in places and not rows[places[number]].cell(merge.left):
                row = rows[places[number]]
                cells = [*row.cells, *[""] * (merge.left + 1 - len(row.cells))]
                cells[merge.left] = cell
                rows[places[number]] = replace(row, cells=tuple(cells))
    return rows
