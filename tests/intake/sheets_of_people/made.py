"""A sheet as text, written to a file of any kind, and the records that a person would read in it.

Rows are lines, cells stand between bars: `1 | Lab open | @4-1-2027 | x{groen}`. `@` makes a real date, `#` a number,
`>` two blanks before a name, `{groen}` a fill, `{!groen}` the colour of the letters, `{-}` struck through, `{*}` bold,
`<<` a cell that is merged with the one on its left and `^^` with the
one above. A row that begins with `!h ` is hidden, with `!2 ` it has outline level 2; a line of only `=== Naam` begins a
tab, `=== (Naam)` a hidden one. In a csv fills and merges are left out.

Expected records are lines too: `title | begin | klaar | stoplicht | wacht op | groep`, dates as `4-1-27`; `*` is not
looked at, and so are light, links and group when they are left out.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from textwrap import dedent
from typing import Any, Literal

import xlsxwriter

FileKind = Literal["xlsx", "csv", "comma", "tab"]
COLOURS = {
    "groen": "#00B050",
    "rood": "#FF0000",
    "blauw": "#4472C4",
    "geel": "#FFC000",
    "band": "#DDEBF7",
    "grijs": "#BFBFBF",
}

_LOOKS = re.compile(r"(?:\{[!\w*-]+\})+$")
_LOOK = re.compile(r"\{([!\w*-]+)\}")
_ROW = re.compile(r"!(h|\d) (.*)", re.DOTALL)
_TAB = re.compile(r"=== (\()?([^()]+)\)?")


@dataclass(frozen=True)
class Wanted:
    """A record that a person reads in the sheet; None is not looked at."""

    title: str
    start: date | Literal["*"] | None
    due: date | Literal["*"] | None
    light: str | None = None
    after: frozenset[str] | None = None
    group: str | None = None


@dataclass(frozen=True)
class MadeSheet:
    """A sheet, what is in it, and what a person answers to the questions about it.

    Without records it is no plan, and has to be refused; `may_be_refused` is for what is a plan only for some.
    """

    name: str
    text: str
    records: tuple[Wanted, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    kind: FileKind = "xlsx"
    encoding: str = "utf-8-sig"
    may_be_refused: bool = False
    month_heads: bool = False
    # Words that have to stand in what is told, refused or asked.
    told: tuple[str, ...] = ()
    # One row for each record, with its days in columns; not a picture with bars.
    is_list: bool = False
    # What the person says of it before anything is asked.
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_plan(self) -> bool:
        """Whether there is something to take in."""
        return bool(self.records)


def made(
    name: str,
    text: str,
    records: str = "",
    *,
    kind: FileKind = "xlsx",
    encoding: str = "utf-8-sig",
    may_be_refused: bool = False,
    month_heads: bool = False,
    answers: Mapping[str, str] | None = None,
    said: Mapping[str, str] | None = None,
    told: Sequence[str] = (),
) -> MadeSheet:
    """A sheet, with what a person who knows it answers, by the key of the question."""
    wanted = tuple(_wanted(line) for line in records.strip().splitlines())
    return MadeSheet(
        name,
        dedent(text).strip("\n"),
        wanted,
        answers or {},
        kind,
        encoding,
        may_be_refused,
        month_heads,
        tuple(told),
        said=said or {},
    )


def _wanted(line: str) -> Wanted:
    title, start, due, *rest = (cell.strip() for cell in line.split("|"))
    more: list[str | None] = [*rest]
    light, after, group = [*more, None, None, None][:3]
    return Wanted(
        title,
        _day(start),
        _day(due),
        None if light in (None, "*") else light or "niet gestart",
        None if after in (None, "*") else frozenset(filter(None, (name.strip() for name in (after or "").split(";")))),
        None if group in (None, "*") else group,
    )


def _day(text: str) -> date | Literal["*"] | None:
    if not text:
        return None
    return "*" if text == "*" else datetime.strptime(text, "%d-%m-%y").date()


def written(sheet: MadeSheet, folder: Path) -> Path:
    """The file of a sheet."""
    name = re.sub(r"[^\w ()'-]", "", sheet.name)
    if sheet.kind == "xlsx":
        path = folder / f"{name}.xlsx"
        _write_workbook(sheet, path)
        return path
    path = folder / f"{name}.csv"
    path.write_bytes(_text_of(sheet).encode(sheet.encoding))
    return path


def _tabs(text: str) -> dict[tuple[str, bool], list[str]]:
    """The lines per tab, with whether it is hidden."""
    tabs: dict[tuple[str, bool], list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if match := _TAB.fullmatch(line.strip()):
            lines = tabs.setdefault((match[2], match[1] is not None), [])
        else:
            if not tabs:
                lines = tabs.setdefault(("Blad1", False), [])
            lines.append(line)
    return tabs


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")] if line.strip() else []


def _plain_value(cell: str) -> str:
    """What a csv has of a cell."""
    cell = _LOOKS.sub("", cell)
    if cell in ("<<", "^^"):
        return ""
    blanks = len(cell) - len(cell.lstrip(">"))
    return "  " * blanks + cell[blanks:].replace("\\n", "\n").removeprefix("@").removeprefix("#")


def _text_of(sheet: MadeSheet) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter={"csv": ";", "comma": ",", "tab": "\t"}.get(sheet.kind, ";"))
    for line in sheet.text.splitlines():
        writer.writerow([_plain_value(cell) for cell in _cells(line)])
    return text.getvalue()


def _write_workbook(sheet: MadeSheet, path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    formats: dict[tuple[str, str], Any] = {}

    def looks(tags: str, number_format: str = "") -> Any:
        key = (tags, number_format)
        if key not in formats:
            settings = _settings(tags)
            formats[key] = book.add_format(settings | ({"num_format": number_format} if number_format else {}))
        return formats[key]

    date_format = "mmm-yy" if sheet.month_heads else "dd-mm-yyyy"
    for (name, is_hidden), lines in _tabs(sheet.text).items():
        page = book.add_worksheet(name)
        if is_hidden:
            page.hide()
        for row, line in enumerate(lines):
            match = _ROW.fullmatch(line)
            if match:
                page.set_row(row, None, None, {"hidden": True} if match[1] == "h" else {"level": int(match[1])})
            cells = _cells(match[2] if match else line)
            for column, cell in enumerate(cells):
                _write_cell(page, row, column, cell, looks, date_format)
            _merge(page, row, cells, looks, date_format)
        _merge_down(page, [_cells(line) for line in lines])
    book.close()


def _settings(tags: str) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    for tag in _LOOK.findall(tags):
        if tag == "-":
            settings["font_strikeout"] = True
        elif tag == "*":
            settings["bold"] = True
        elif tag.startswith("!"):
            settings["font_color"] = COLOURS[tag[1:]]
        else:
            settings["bg_color"] = COLOURS[tag]
    return settings


def _write_cell(page: Any, row: int, column: int, cell: str, looks: Any, date_format: str) -> None:
    match = _LOOKS.search(cell)
    fill, value = (match[0] if match else ""), _LOOKS.sub("", cell)
    if value.startswith("@"):
        page.write_datetime(row, column, datetime.strptime(value[1:], "%d-%m-%Y"), looks(fill, date_format))
    elif value.startswith("#"):
        number_format = "0%" if value.endswith("%") else ""
        number = float(value[1:].rstrip("%")) / (100 if number_format else 1)
        page.write_number(row, column, number, looks(fill, number_format))
    elif value and value not in ("<<", "^^"):
        page.write_string(row, column, _plain_value(cell), looks(fill))
    elif fill:
        page.write_blank(row, column, None, looks(fill))


def _merge(page: Any, row: int, cells: list[str], looks: Any, date_format: str) -> None:
    """Only the first of the merged cells has a fill, as some programs write it."""
    first = 0
    for column in range(1, len(cells) + 1):
        if column < len(cells) and cells[column] == "<<":
            continue
        if column - first > 1:
            page.merge_range(row, first, row, column - 1, _plain_value(cells[first]))
            if _LOOKS.search(cells[first]) or cells[first].startswith(("@", "#")):
                _write_cell(page, row, first, cells[first], looks, date_format)
        first = column


def _merge_down(page: Any, rows: list[list[str]]) -> None:
    for first, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            last = first
            while last + 1 < len(rows) and rows[last + 1][column : column + 1] == ["^^"]:
                last += 1
            if last > first and cell != "^^":
                page.merge_range(first, column, last, column, _plain_value(cell))
