"""How the cells of one tab look: hidden rows, levels, fills, letters, indents, months shown from days.

Read from the XML of the package itself, because the reader of values does not give it.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sto_tui.intake.sheets.table_reader import MOST_COLUMNS, MergedCells

if TYPE_CHECKING:
    from lxml.etree import _Element

Fill = str
"""The raw key of a colour: two cells of one colour have the same."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS = re.compile(r"([A-Z]+)\d+")
_LINK_FORMULA = re.compile(r"HYPERLINK\(\s*\"([^\"]+)\"", re.IGNORECASE)
_Link = tuple[str, str, str]
_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}")
_TINT = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,30})?(?:E-?[0-9]{1,2})?", re.IGNORECASE)
_TEXTS = "xl/sharedStrings.xml"
_MONTH_FORMAT = "17"
_IN_FORMAT = re.compile(r"\[[^]]*\]|\"[^\"]*\"|\\.")
# Of three channels so near to each other, and so light, nobody draws a bar.
_GREY_APART = 12
_LIGHT_GREY = 0x90
_PALE = 0xE8
_PALE_TINT = 0.75
# Black, white, their two shades, and links before and after they were followed.
_THEME_INKS = ("0", "1", "2", "3", "10", "11")
_LINK_INKS = ("0000FF", "0563C1", "800080", "954F72")
# Of the old numbered colours red, green, yellow and orange.
_TRAFFIC_INDEXES = ("2", "3", "5", "10", "11", "13", "17", "50", "51", "52", "53")
_WHITE_INDEXES = ("9", "64", "65", "1")


@dataclass(frozen=True)
class TabLooks:
    """What a tab shows beside its values. Rows by their number in the file, columns from zero.

    `inks` are colours of letters other than black, `struck` cells that are struck through; `faces` say how heavy and
    large the letters are where they are not as usual. `merges` are those of an .ods, which its reader does not give;
    `comments` and `links` hang at cells; `unstruck` is what is left of cells of which a part is struck through.
    """

    hidden_rows: frozenset[int] = frozenset()
    levels: Mapping[int, int] = field(default_factory=dict)
    indents: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    fills: Mapping[int, Mapping[int, Fill]] = field(default_factory=dict)
    inks: Mapping[int, Mapping[int, Fill]] = field(default_factory=dict)
    faces: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    struck: frozenset[tuple[int, int]] = frozenset()
    months: frozenset[tuple[int, int]] = frozenset()
    uncalculated: tuple[tuple[int, int], ...] = ()
    merges: tuple[MergedCells, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    unstruck: Mapping[tuple[int, int], str] = field(default_factory=dict)


NO_LOOKS = TabLooks()


@dataclass(frozen=True)
class CellStyle:
    """How a cell looks."""

    fill: Fill = ""
    ink: Fill = ""
    face: str = ""
    is_struck: bool = False
    indent: int = 0
    is_month: bool = False


@dataclass
class Gathering:
    """What is found while the rows of a tab go by; `texts` is what is left of those with struck letters, by number."""

    hidden: set[int] = field(default_factory=set)
    levels: dict[int, int] = field(default_factory=dict)
    indents: dict[int, dict[int, int]] = field(default_factory=dict)
    fills: dict[int, dict[int, Fill]] = field(default_factory=dict)
    inks: dict[int, dict[int, Fill]] = field(default_factory=dict)
    faces: dict[int, dict[int, str]] = field(default_factory=dict)
    struck: set[tuple[int, int]] = field(default_factory=set)
    months: set[tuple[int, int]] = field(default_factory=set)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    unstruck: dict[tuple[int, int], str] = field(default_factory=dict)
    texts: Mapping[int, str] = field(default_factory=dict)

    def add_row(self, number: int, row: "_Element", styles: Sequence[CellStyle]) -> None:
        """The looks of a row of an .xlsx."""
        if row.get("hidden") in ("1", "true"):
            self.hidden.add(number)
        if level := int(row.get("outlineLevel") or 0):
            self.levels[number] = level
        column = -1
        for cell in row.iter(f"{_MAIN}c"):
            column = _column_of(cell.get("r") or "", column + 1)
            self.add_look(number, column, styles[int(cell.get("s") or 0)])
            if cell.find(f"{_MAIN}f") is not None and not cell.findtext(f"{_MAIN}v"):
                self.uncalculated.append((number, column))
            if match := _LINK_FORMULA.match(cell.findtext(f"{_MAIN}f") or ""):
                self.links[number, column] = match[1]
            self._add_text(number, column, cell)

    def _add_text(self, number: int, column: int, cell: "_Element") -> None:
        kind, left = cell.get("t"), None
        if kind == "s" and self.texts:
            left = self.texts.get(int(cell.findtext(f"{_MAIN}v") or -1))
        elif kind == "inlineStr" and (inline := cell.find(f"{_MAIN}is")) is not None:
            left = _without_struck(inline)
        if left is not None:
            self.add_left(number, column, left)

    def add_left(self, number: int, column: int, left: str) -> None:
        """What is not struck of a cell with struck letters: nothing when all of it is."""
        if left:
            self.unstruck[number, column] = left
        else:
            self.struck.add((number, column))

    def add_look(self, number: int, column: int, style: CellStyle) -> None:
        """The look of one cell, as far as it is not as usual."""
        if style.fill:
            self.fills.setdefault(number, {})[column] = style.fill
        if style.ink:
            self.inks.setdefault(number, {})[column] = style.ink
        if style.face:
            self.faces.setdefault(number, {})[column] = style.face
        if style.indent:
            self.indents.setdefault(number, {})[column] = style.indent
        if style.is_struck:
            self.struck.add((number, column))
        if style.is_month:
            self.months.add((number, column))

    def looks(self) -> TabLooks:
        """All of it."""
        return TabLooks(
            frozenset(self.hidden),
            self.levels,
            self.indents,
            self.fills,
            self.inks,
            self.faces,
            frozenset(self.struck),
            frozenset(self.months),
            tuple(self.uncalculated),
            links=self.links,
            unstruck=self.unstruck,
        )


def looks_of(package: bytes, tab: str) -> TabLooks:
    """The looks of a tab of an .xlsx that was checked; of another kind, or when it is built otherwise, none."""
    # Costs 10 ms, and only who takes in a workbook needs it.
    from lxml import etree

    gathering = Gathering()
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            path = _path_of(archive, tab)
            if not path:
                return NO_LOOKS
            styles = _styles(etree.fromstring(archive.read("xl/styles.xml")))
            gathering.texts = _struck_texts(archive)
            number, columns = 0, frozenset[int]()
            with archive.open(path) as part:
                tags, links = (f"{_MAIN}cols", f"{_MAIN}row", f"{_MAIN}hyperlink"), list[_Link]()
                for _, row in etree.iterparse(part, tag=tags, resolve_entities=False):
                    if row.tag == tags[0]:
                        columns = _hidden_columns(row)
                        continue
                    if row.tag == tags[2]:
                        links.append((row.get("ref") or "", row.get(_RELATION) or "", row.get("location") or ""))
                        continue
                    number = int(row.get("r") or number + 1)
                    gathering.add_row(number, row, styles)
                    row.clear()
            comments = _comments(archive, path)
            gathering.links |= _links(archive, path, links)
    except (KeyError, IndexError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return NO_LOOKS
    return replace(gathering.looks(), hidden_columns=columns, comments=comments)


def _struck_texts(archive: zipfile.ZipFile) -> dict[int, str]:
    """What is left of the texts of a workbook in which letters are struck through, by their number."""
    from lxml import etree

    if _TEXTS not in archive.namelist() or b"strike" not in (data := archive.read(_TEXTS)):
        return {}
    texts = enumerate(etree.fromstring(data).iterfind(f"{_MAIN}si"))
    return {number: left for number, text in texts if (left := _without_struck(text)) is not None}


def _without_struck(text: "_Element") -> str | None:
    """A text without its struck letters; None when there are none."""
    runs = [
        (run.findtext(f"{_MAIN}t") or "", _is_struck(run.find(f"{_MAIN}rPr"))) for run in text.iterfind(f"{_MAIN}r")
    ]
    if not any(is_struck and part.strip() for part, is_struck in runs):
        return None
    return "".join(part for part, is_struck in runs if not is_struck).strip()


def _is_struck(letters: "_Element | None") -> bool:
    mark = letters.find(f"{_MAIN}strike") if letters is not None else None
    return mark is not None and mark.get("val") not in ("0", "false")


def _hidden_columns(columns: "_Element") -> frozenset[int]:
    hidden = [column for column in columns if column.get("hidden") in ("1", "true")]
    return frozenset(
        at
        for column in hidden
        for at in range(int(column.get("min") or 1) - 1, min(int(column.get("max") or 0), MOST_COLUMNS))
    )


def _comments(archive: zipfile.ZipFile, path: str) -> dict[tuple[int, int], str]:
    """The comments at the cells of a tab; those of newer programs have a copy that older ones read."""
    from lxml import etree

    folder = path.rpartition("/")[0]
    comments: dict[tuple[int, int], str] = {}
    for relation in _relations(archive, path):
        if not str(relation.get("Type")).endswith("/comments"):
            continue
        target = str(relation.get("Target"))
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        for comment in etree.fromstring(archive.read(part)).iter(f"{_MAIN}comment"):
            address = _ADDRESS.fullmatch(comment.get("ref") or "")
            if address:
                row = int(address[0][len(address[1]) :])
                comments[row, _column_of(address[0], 0)] = "".join(map(str, comment.itertext()))
    return comments


def _links(archive: zipfile.ZipFile, path: str, found: Sequence[_Link]) -> dict[tuple[int, int], str]:
    """Where the cells of a tab point at: a page, a file, or a place in the workbook."""
    targets = {str(each.get("Id")): str(each.get("Target")) for each in _relations(archive, path)} if found else {}
    links = {}
    for ref, relation, location in found:
        if address := _ADDRESS.fullmatch(ref.partition(":")[0]):
            place = int(address[0][len(address[1]) :]), _column_of(address[0], 0)
            links[place] = targets.get(relation) or location
    return links


def _relations(archive: zipfile.ZipFile, path: str) -> "Sequence[_Element]":
    from lxml import etree

    folder, _, name = path.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    return [*etree.fromstring(archive.read(relations))] if relations in archive.namelist() else []


def is_plain(fill: Fill) -> bool:
    """Whether a fill is none, white, a light grey or so pale that nobody draws a bar with it."""
    kind, _, value = fill.partition(":")
    if kind == "theme":
        theme, _, tint = value.partition(":")
        return theme == "0" or float(tint or 0) >= _PALE_TINT
    if kind == "rgb":
        channels = [int(value[-6:][at : at + 2], 16) for at in (0, 2, 4)]
        is_grey = max(channels) - min(channels) <= _GREY_APART and min(channels) >= _LIGHT_GREY
        return is_grey or min(channels) >= _PALE
    return not fill or value in _WHITE_INDEXES


def is_black(ink: Fill) -> bool:
    """Whether letters are black, white, grey or those of a link: colours that say nothing."""
    kind, _, value = ink.partition(":")
    if kind == "theme":
        return value.partition(":")[0] in _THEME_INKS
    if kind == "rgb":
        channels = [int(value[-6:][at : at + 2], 16) for at in (0, 2, 4)]
        return max(channels) - min(channels) <= _GREY_APART or value[-6:] in _LINK_INKS
    return value not in _TRAFFIC_INDEXES


def _column_of(address: str, following: int) -> int:
    """From zero; a cell without an address stands behind the one before it."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return following
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _path_of(archive: zipfile.ZipFile, tab: str) -> str:
    """Where the XML of a tab stands in the package; empty when it is not to be found."""
    from lxml import etree

    workbook = etree.fromstring(archive.read("xl/workbook.xml"))
    wanted = next((sheet.get(_RELATION) for sheet in workbook.iter(f"{_MAIN}sheet") if sheet.get("name") == tab), None)
    for relation in etree.fromstring(archive.read("xl/_rels/workbook.xml.rels")):
        if wanted and relation.get("Id") == wanted:
            target = str(relation.get("Target"))
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _styles(sheet: "_Element") -> list[CellStyle]:
    """The styles of cells, by the number with which cells refer to them."""
    fills = [_fill(fill) for fill in sheet.iterfind(f"{_MAIN}fills/{_MAIN}fill")]
    fonts = [_font(font) for font in sheet.iterfind(f"{_MAIN}fonts/{_MAIN}font")]
    usual = fonts[0].face if fonts else ""
    formats = {
        each.get("numFmtId"): str(each.get("formatCode")) for each in sheet.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt")
    }
    styles = []
    for style in sheet.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf"):
        number_format = style.get("numFmtId") or "0"
        alignment = style.find(f"{_MAIN}alignment")
        fill, font = int(style.get("fillId") or 0), int(style.get("fontId") or 0)
        look = fonts[font] if font < len(fonts) else CellStyle()
        styles.append(
            replace(
                look,
                face="" if look.face == usual else look.face,
                fill=fills[fill] if fill < len(fills) else "",
                indent=int(alignment.get("indent") or 0) if alignment is not None else 0,
                is_month=number_format == _MONTH_FORMAT or _shows_month(formats.get(number_format, "")),
            )
        )
    return styles or [CellStyle()]


def _font(font: "_Element") -> CellStyle:
    def has(name: str) -> bool:
        mark = font.find(f"{_MAIN}{name}")
        return mark is not None and mark.get("val") not in ("0", "false", "none")

    size = font.find(f"{_MAIN}sz")
    points = size.get("val") if size is not None else ""
    colour = font.find(f"{_MAIN}color")
    ink = _colour(colour) if colour is not None else ""
    return CellStyle(ink="" if is_black(ink) else ink, face=f"{points} {has('b')} {has('i')}", is_struck=has("strike"))


def _fill(fill: "_Element") -> Fill:
    pattern = fill.find(f"{_MAIN}patternFill")
    colour = pattern.find(f"{_MAIN}fgColor") if pattern is not None else None
    if pattern is None or colour is None or pattern.get("patternType") != "solid":
        return ""
    return _colour(colour)


def _colour(colour: "_Element") -> Fill:
    if theme := colour.get("theme"):
        tint = colour.get("tint") or "0"
        return f"theme:{theme}:{tint if _TINT.fullmatch(tint) else '0'}"
    if rgb := colour.get("rgb"):
        return f"rgb:{rgb.upper()}" if _RGB.fullmatch(rgb) else ""
    return f"indexed:{colour.get('indexed')}" if colour.get("indexed") else ""


def _shows_month(code: str) -> bool:
    """Whether a format shows month and year, or a month by its name, and no day: `mmm-yy`, `mm/yyyy`, `mmmm`."""
    letters = _IN_FORMAT.sub("", code.lower().split(";")[0])
    is_month = "mmm" in letters or ("m" in letters and ("y" in letters or "j" in letters))
    return is_month and not set("dhs") & set(letters)
