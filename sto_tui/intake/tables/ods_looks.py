"""How the cells of one tab of an .ods look: the same as of an .xlsx, and which are merged."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sto_tui.intake.sheets.table_reader import MOST_COLUMNS, MOST_ROWS, MergedCells
from sto_tui.intake.tables.sheet_looks import NO_LOOKS, CellStyle, Gathering, TabLooks, is_black

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _STYLE, _OFFICE, _TEXT = (f"{{{_OASIS}{name}:1.0}}" for name in ("table", "style", "office", "text"))
_TARGET = "{http://www.w3.org/1999/xlink}href"
_FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(cm|mm|in|pt)")
_MILLIMETRES = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 0.353}
# What Excel and LibreOffice make of one step of indent.
_STEP = 3.5
# Looks further to the right say nothing about a plan, and a row may repeat them a thousand times.
_MOST_LOOKS = min(MOST_COLUMNS, 250)
_NOTHING = CellStyle()


def ods_looks_of(package: bytes, tab: str) -> TabLooks:
    """The looks of a tab of an .ods that was checked; when it is built otherwise, none."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
            content = etree.fromstring(archive.read("content.xml"), parser)
            parts = [content]
            if "styles.xml" in archive.namelist():
                parts.insert(0, etree.fromstring(archive.read("styles.xml"), parser))
        table = next((each for each in content.iter(f"{_TABLE}table") if each.get(f"{_TABLE}name") == tab), None)
        return NO_LOOKS if table is None else _Table(table, _styles(parts), _struck_letters(parts)).looks()
    except (KeyError, ValueError, RecursionError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return NO_LOOKS


class _Table:
    """One table, row by row."""

    def __init__(self, table: "_Element", styles: dict[str, CellStyle], struck: frozenset[str]) -> None:
        self._styles, self._gathering = styles, Gathering()
        self._merges: list[MergedCells] = []
        self._columns = [style for style, _ in _columns_of(table)]
        self._hidden = [at for at, (_, is_hidden) in enumerate(_columns_of(table)) if is_hidden]
        self._comments: dict[tuple[int, int], str] = {}
        self._number, self._struck = 1, struck
        self._add_rows(table, 0)

    def looks(self) -> TabLooks:
        return replace(
            self._gathering.looks(),
            merges=tuple(self._merges),
            hidden_columns=frozenset(self._hidden),
            comments=self._comments,
        )

    def _add_rows(self, parent: "_Element", level: int) -> None:
        for child in parent:
            if child.tag == f"{_TABLE}table-row-group":
                self._add_rows(child, level + 1)
            elif child.tag in (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows"):
                self._add_rows(child, level)
            elif child.tag == f"{_TABLE}table-row":
                self._add_row(child, level)

    def _add_row(self, row: "_Element", level: int) -> None:
        """A row that repeats and is empty has no looks that count."""
        repeat = _repeated(row, "rows")
        is_filled = any(cell.get(f"{_OFFICE}value-type") or len(cell) for cell in row)
        last = min(self._number + repeat, MOST_ROWS + 1)
        for number in range(self._number, last) if is_filled or repeat == 1 else ():
            if level:
                self._gathering.levels[number] = level
            if row.get(f"{_TABLE}visibility") in ("collapse", "filter"):
                self._gathering.hidden.add(number)
            self._add_cells(row, number)
        self._number += repeat

    def _add_cells(self, row: "_Element", number: int) -> None:
        column = 0
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            name, repeat = cell.get(f"{_TABLE}style-name"), _repeated(cell, "columns")
            for at in range(column, min(column + repeat, _MOST_LOOKS)):
                usual = self._columns[at] if at < len(self._columns) else ""
                self._gathering.add_look(number, at, self._styles.get(name or usual, _NOTHING))
            self._add_merge(cell, number, column)
            for note in cell.iterchildren(f"{_OFFICE}annotation"):
                texts = (part for part in note if not str(part.tag).endswith(("}creator", "}date")))
                self._comments[number, column] = "".join(str(text) for part in texts for text in part.itertext())
            if (left := _without_struck(cell, self._struck)) is not None:
                self._gathering.add_left(number, column, left)
            for link in cell.iter(f"{_TEXT}a"):
                self._gathering.links[number, column] = link.get(_TARGET) or ""
            column += repeat

    def _add_merge(self, cell: "_Element", number: int, column: int) -> None:
        down, right = (int(cell.get(f"{_TABLE}number-{way}-spanned") or 1) for way in ("rows", "columns"))
        if down > 1 or right > 1:
            bottom, last = min(number + down - 1, MOST_ROWS), min(column + right - 1, MOST_COLUMNS)
            self._merges.append(MergedCells(number, column, bottom, last))


def _struck_letters(parts: list["_Element"]) -> frozenset[str]:
    """The names of the styles of letters that are struck through."""
    return frozenset(
        str(style.get(f"{_STYLE}name"))
        for part in parts
        for style in part.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}family") == "text" and _style(style, _NOTHING, set()).is_struck
    )


def _without_struck(cell: "_Element", struck: frozenset[str]) -> str | None:
    """The text of a cell without its struck letters; None when there are none."""
    spans = [span for span in cell.iter(f"{_TEXT}span") if span.get(f"{_TEXT}style-name") in struck]
    if not any("".join(map(str, span.itertext())).strip() for span in spans):
        return None
    lines = cell.iterchildren(f"{_TEXT}p")
    return "\n".join("".join(_letters(line, struck)) for line in lines).strip()


def _letters(element: "_Element", struck: frozenset[str]) -> Iterator[str]:
    if element.get(f"{_TEXT}style-name") not in struck or element.tag != f"{_TEXT}span":
        yield element.text or ""
        for child in element:
            yield from _letters(child, struck)
            yield child.tail or ""


def _repeated(element: "_Element", what: str) -> int:
    return max(1, int(element.get(f"{_TABLE}number-{what}-repeated") or 1))


def _columns_of(table: "_Element") -> Iterator[tuple[str, bool]]:
    """Of each column the style of the cells that have none of their own, and whether it is hidden."""
    seen = 0
    for column in table.iter(f"{_TABLE}table-column"):
        is_hidden = column.get(f"{_TABLE}visibility") in ("collapse", "filter")
        for _ in range(min(_repeated(column, "columns"), _MOST_LOOKS - seen)):
            yield column.get(f"{_TABLE}default-cell-style-name") or "", is_hidden
            seen += 1


def _styles(parts: list["_Element"]) -> dict[str, CellStyle]:
    """The styles of cells by name; a style has what it does not say from its parent."""
    found = {
        str(style.get(f"{_STYLE}name")): style
        for part in parts
        for style in part.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}family") == "table-cell"
    }
    months = {
        str(style.get(f"{_STYLE}name"))
        for part in parts
        for style in part.iter(f"{{{_OASIS}datastyle:1.0}}date-style")
        if _shows_month(style)
    }
    read: dict[str, CellStyle] = {}

    def style_of(name: str, depth: int = 0) -> CellStyle:
        if name in read or name not in found or depth > len(found):
            return read.get(name, _NOTHING)
        parent = style_of(found[name].get(f"{_STYLE}parent-style-name") or "", depth + 1)
        read[name] = _style(found[name], parent, months)
        return read[name]

    usual = style_of("Default").face
    styles = {name: style_of(name) for name in found}
    return {name: replace(style, face="" if style.face == usual else style.face) for name, style in styles.items()}


def _style(style: "_Element", parent: CellStyle, months: set[str]) -> CellStyle:
    about: dict[str, str] = {}
    for properties in style:
        about |= {str(key): str(value) for key, value in properties.attrib.items()}
    fill, ink = about.get(f"{_FO}background-color"), about.get(f"{_FO}color")
    line = about.get(f"{_STYLE}text-line-through-style") or about.get(f"{_STYLE}text-line-through-type")
    margin = _LENGTH.fullmatch(about.get(f"{_FO}margin-left", ""))
    face = [about.get(f"{_FO}{name}") for name in ("font-size", "font-weight", "font-style")]
    written = style.get(f"{_STYLE}data-style-name")
    return CellStyle(
        fill=parent.fill if fill is None else _rgb(fill),
        ink=parent.ink if ink is None else "" if is_black(_rgb(ink)) else _rgb(ink),
        face=" ".join(filter(None, face)) or parent.face,
        is_struck=parent.is_struck if line is None else line != "none",
        indent=round(float(margin[1]) * _MILLIMETRES[margin[2]] / _STEP) if margin else parent.indent,
        is_month=parent.is_month if written is None else written in months,
    )


def _rgb(colour: str) -> str:
    return f"rgb:FF{colour[1:].upper()}" if _COLOUR.fullmatch(colour) else ""


def _shows_month(style: "_Element") -> bool:
    """Whether a date is shown as its month and year."""
    parts = {str(part.tag).rpartition("}")[2] for part in style}
    return {"month", "year"} <= parts and "day" not in parts
