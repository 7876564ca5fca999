"""What the styles of a document say about size and room, with everything a style takes from others filled in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from lxml import etree

from sto_tui.documents.word.page_numbers.font_widths import is_exact, width_of
from sto_tui.documents.word.page_numbers.letter_widths import Face, face
from sto_tui.documents.word.page_numbers.lines import Measure, Stop
from sto_tui.documents.word.styles import NAMESPACE, SINCE_2010
from sto_tui.frozen import frozen

W = f"{{{NAMESPACE}}}"
VAL = f"{W}val"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = ("0", "false", "none", "off")
_TABS = ("left", "start", "right", "end", "clear")
_SWITCHES = {
    f"{W}{name}": field
    for name, field in (
        ("b", "bold"),
        ("i", "italic"),
        ("caps", "capitals"),
        ("keepNext", "keep_next"),
        ("keepLines", "keep_lines"),
        ("pageBreakBefore", "new_page"),
        ("contextualSpacing", "contextual"),
        ("widowControl", "lonely_lines_moved"),
    )
}
# What says nothing about height, width or place.
_PARAGRAPH_SILENT = frozenset(f"{W}{name}" for name in ("pStyle", "shd", "jc", "outlineLvl", "rPr", "sectPr"))
_CHARACTERS_SILENT = frozenset(
    f"{W}{name}" for name in ("rStyle", "color", "shd", "lang", "szCs", "bCs", "iCs", "u", "noProof", "highlight")
) | {f"{{{SINCE_2010}}}ligatures"}


@dataclass(frozen=True, eq=False)
class Look:
    """How a paragraph looks, lengths in twips; `foreign` says that something in it is not understood.

    `doubt` is how much wider than average its letters are taken to be, in a font that is not ours.
    """

    font: str = ""
    size: int = 200
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    apart: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: Literal["auto", "atLeast"] = "auto"
    left: int = 0
    right: int = 0
    first: int = 0
    indented: bool = False
    listed: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    lonely_lines_moved: bool = True
    contextual: bool = False
    border_above: int = 0
    border_below: int = 0
    stops: tuple[Stop, ...] = ()
    foreign: bool = False
    doubt: float = 1

    @cached_property
    def face(self) -> Face:
        """Its letters; those of a font that is not ours on average."""
        return face(
            bold=self.bold,
            italic=self.italic,
            size=self.size,
            apart=self.apart,
            capitals=self.capitals,
            stretch=1 if is_exact(self.font) else width_of(self.font).text * self.doubt,
        )

    def measure(self, width: int) -> Measure:
        """Its lines on a page or in a cell of this width; the sign of a list stands in the room before the text."""
        first = self.left + (0 if self.listed else self.first)
        return Measure(first, self.left, width - self.right, self.stops)

    @cached_property
    def known(self) -> bool:
        """Whether its lines can be measured."""
        return is_exact(self.font) and not self.foreign

    @property
    def estimated(self) -> bool:
        """Whether its lines can be reckoned on average."""
        return width_of(self.font).known

    def line_height(self, natural: int) -> tuple[int, int]:
        """The height of a line of text this high, and how much of it may hang over the foot of a page."""
        if self.rule == "atLeast":
            return max(self.line, natural), 0
        height = natural * round(self.line / 2.4) // 100
        return height, max(0, height - natural)


@frozen
class TableLook:
    """The borders and the room in the cells of a table, in twips."""

    above: int = 0
    below: int = 0
    between: int = 0
    under_head: int = 0
    top: int = 0
    bottom: int = 0
    left: int = 108
    right: int = 108


class Looks:
    """The styles of one document, each worked out once."""

    def __init__(self, styles: Any, numbering: Any, theme: Any, *, doubt: float = 1) -> None:
        """`numbering` and `theme` are the elements of those parts, or None; `doubt` is that of every look."""
        self._elements = {style.get(f"{W}styleId"): style for style in styles.iterfind(f"{W}style")}
        self._fonts = dict(_theme_fonts(theme)) if theme is not None else {}
        self._indents = dict(_list_indents(numbering)) if numbering is not None else {}
        paragraphs = (style for style in self._elements.values() if style.get(f"{W}type") == "paragraph")
        self._default = next((style.get(f"{W}styleId") for style in paragraphs if style.get(f"{W}default") == "1"), "")
        self._runs: dict[tuple[Look, bytes], Look] = {}
        base = self._with_paragraph(Look(doubt=doubt), styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        self._base = self.with_characters(base, styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._known: dict[str, Look] = {}
        self._varied: dict[tuple[str, ...], Look] = {}
        self._tables: dict[str, TableLook] = {}

    def paragraph(self, properties: Any) -> Look:
        """The look of a paragraph with these properties (a pPr, or None)."""
        style, own, nested = self._default, [], False
        for child in properties if properties is not None else ():
            if child.tag == f"{W}pStyle":
                style = child.get(VAL)
            elif child.tag not in _PARAGRAPH_SILENT:
                own += [child.tag, *child.attrib.values()]
                nested = nested or len(child) > 0
        base = self.style(style)
        if nested:
            return self._with_paragraph(base, properties)
        if not own:
            return base
        look = self._varied.get((style, *own))
        if look is None:
            look = self._varied[style, *own] = self._with_paragraph(base, properties)
        return look

    def style(self, name: str) -> Look:
        """The look of a style; of one that is not there, of the default."""
        look = self._known.get(name)
        if look is None:
            element = self._elements.get(name)
            if element is None:
                return self._base if name == self._default else self.style(self._default)
            above = element.find(f"{W}basedOn")
            look = self._base if above is None else self.style(above.get(VAL))
            look = self._with_paragraph(look, element.find(f"{W}pPr"))
            look = self._known[name] = self.with_characters(look, element.find(f"{W}rPr"))
        return look

    def with_characters(self, look: Look, properties: Any) -> Look:
        """The look of a run with these properties (an rPr, or None) in a paragraph of this look."""
        if properties is None or not len(properties):
            return look
        key = look, etree.tostring(properties)
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = self._changed(look, properties)
        return known

    def _changed(self, look: Look, properties: Any) -> Look:
        named = properties.find(f"{W}rStyle")
        element = self._elements.get(named.get(VAL)) if named is not None else None
        if element is not None:
            look = self.with_characters(look, element.find(f"{W}rPr"))
        changes: dict[str, Any] = {}
        for child in properties:
            name = _SWITCHES.get(child.tag)
            if name:
                changes[name] = child.get(VAL) not in _OFF
            elif child.tag == f"{W}sz":
                changes["size"] = int(child.get(VAL)) * 10
            elif child.tag == f"{W}spacing":
                changes["apart"] = int(child.get(VAL))
            elif child.tag == f"{W}rFonts":
                theme = child.get(f"{W}asciiTheme")
                changes["font"] = self._fonts.get(theme, "") if theme else child.get(f"{W}ascii") or look.font
            elif child.tag == f"{W}kern":
                changes["foreign"] = look.foreign or child.get(VAL) != "0"
            elif child.tag not in _CHARACTERS_SILENT:
                changes["foreign"] = True
        return replace(look, **changes) if changes else look

    def _with_paragraph(self, look: Look, properties: Any) -> Look:
        changes: dict[str, Any] = {}
        numbered = None
        for child in properties if properties is not None else ():
            name = _SWITCHES.get(child.tag)
            if name:
                changes[name] = child.get(VAL) not in _OFF
            elif child.tag == f"{W}spacing":
                changes |= _spacing(child)
            elif child.tag == f"{W}ind":
                changes |= {**_indent(child), "indented": True}
            elif child.tag == f"{W}pBdr":
                changes["border_above"], changes["border_below"] = (_edge(child, side) for side in ("top", "bottom"))
            elif child.tag == f"{W}tabs":
                changes["stops"] = _stops(look, child)
                changes["foreign"] = look.foreign or any(stop.get(VAL) not in _TABS for stop in child)
            elif child.tag == f"{W}numPr":
                numbered = child
            elif child.tag not in _PARAGRAPH_SILENT:
                changes["foreign"] = True
        look = replace(look, **changes) if changes else look
        return look if numbered is None else replace(look, **self._list(look, numbered))

    def _list(self, look: Look, properties: Any) -> dict[str, Any]:
        """What a list does to its paragraphs; list 0 is none."""
        number, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
        key = ("" if number is None else number.get(VAL), "0" if level is None else level.get(VAL))
        if key[0] == "0":
            return {"listed": False}
        changes: dict[str, Any] = {} if look.indented else dict(self._indents.get(key, {}))
        # Without room for it, a number stands in the line and pushes the text on.
        no_room = changes.get("first", look.first) >= 0
        return {**changes, "listed": True, "foreign": look.foreign or no_room}

    def table(self, name: str) -> TableLook:
        """The look of the tables of a style."""
        look = self._tables.get(name)
        if look is None:
            element = self._elements.get(name)
            look = self._tables[name] = TableLook() if element is None else _table_look(element)
        return look


def _number(element: Any, name: str, otherwise: int = 0) -> int:
    return int(float(element.get(f"{W}{name}") or otherwise))


def _spacing(element: Any) -> dict[str, Any]:
    spacing: dict[str, Any] = {
        name: _number(element, name) for name in ("before", "after", "line") if element.get(f"{W}{name}") is not None
    }
    if "line" in spacing:
        spacing["rule"] = element.get(f"{W}lineRule") or "auto"
    if spacing.get("rule") == "exact" or element.get(f"{W}beforeAutospacing") or element.get(f"{W}afterAutospacing"):
        spacing["foreign"] = True
    return spacing


def _indent(element: Any) -> dict[str, int]:
    indent = {}
    for side, logical in (("left", "start"), ("right", "end")):
        if (value := element.get(f"{W}{side}") or element.get(f"{W}{logical}")) is not None:
            indent[side] = int(float(value))
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if element.get(f"{W}{name}") is not None:
            indent["first"] = sign * _number(element, name)
    return indent


def _edge(borders: Any, side: str) -> int:
    """The room that a border takes, with what lies between it and the text."""
    edge = borders.find(f"{W}{side}")
    if edge is None or edge.get(VAL) in ("nil", "none"):
        return 0
    return _number(edge, "space") * 20 + round(_number(edge, "sz") * 20 / 8)


def _stops(look: Look, tabs: Any) -> tuple[tuple[int, str], ...]:
    cleared = {_number(stop, "pos") for stop in tabs if stop.get(VAL) == "clear"}
    own = {_number(stop, "pos"): "right" if stop.get(VAL) in ("right", "end") else "left" for stop in tabs}
    return tuple(sorted((place, kind) for place, kind in {**dict(look.stops), **own}.items() if place not in cleared))


def _list_indents(numbering: Any) -> Iterator[tuple[tuple[str, str], dict[str, int]]]:
    """The indent of each level of each list."""
    definitions = {abstract.get(f"{W}abstractNumId"): abstract for abstract in numbering.iterfind(f"{W}abstractNum")}
    for number in numbering.iterfind(f"{W}num"):
        definition = definitions.get(number.find(f"{W}abstractNumId").get(VAL))
        for level in definition.iterfind(f"{W}lvl") if definition is not None else ():
            indent = level.find(f"{W}pPr/{W}ind")
            if indent is not None:
                yield (number.get(f"{W}numId"), level.get(f"{W}ilvl")), _indent(indent)


def _theme_fonts(theme: Any) -> Iterator[tuple[str, str]]:
    """The fonts that a theme stands for, by what styles call them."""
    for kind in ("minor", "major"):
        latin = theme.find(f".//{_DRAWING}{kind}Font/{_DRAWING}latin")
        if latin is not None:
            yield f"{kind}HAnsi", latin.get("typeface", "")
            yield f"{kind}Ascii", latin.get("typeface", "")


def _table_look(style: Any) -> TableLook:
    def width(path: str) -> int:
        edge = style.find(path)
        return 0 if edge is None or edge.get(VAL) in ("nil", "none") else round(_number(edge, "sz") * 20 / 8)

    def margin(side: str, otherwise: int) -> int:
        cell_margin = style.find(f"{W}tblPr/{W}tblCellMar/{W}{side}")
        return otherwise if cell_margin is None else _number(cell_margin, "w")

    borders = f"{W}tblPr/{W}tblBorders/{W}"
    head = f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}tcBorders/{W}bottom"
    return TableLook(
        above=width(f"{borders}top"),
        below=width(f"{borders}bottom"),
        between=width(f"{borders}insideH"),
        under_head=width(head),
        top=margin("top", 0),
        bottom=margin("bottom", 0),
        left=margin("left", 108),
        right=margin("right", 108),
    )
