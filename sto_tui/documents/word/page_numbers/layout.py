"""The body of a document as a row of atoms: lines of text and rows of tables, each with its height."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Any

from lxml import etree

from sto_tui.documents.word.how_far import Steps, unheard
from sto_tui.documents.word.page_numbers.lines import BREAK, TAB, Piece, line_count
from sto_tui.documents.word.page_numbers.style_looks import VAL, Look, Looks, TableLook, W
from sto_tui.domain.printed import PREFIX

_EMU_PER_TWIP = 635
# Elements that are met thousands of times.
_P, _PPR, _R, _RPR, _T, _SDT, _CELL = (f"{W}{name}" for name in ("p", "pPr", "r", "rPr", "t", "sdt", "tc"))
_LINK, _BOOKMARK, _TURNED, _SPAN = (
    f"{W}{name}" for name in ("hyperlink", "bookmarkStart", "textDirection", "gridSpan")
)
_WIDTH = f"{W}w"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# What a program needs more for a line with a letter that Calibri does not have.
_OTHER_FONT = 0.35
_CELL_KNOWN = frozenset(f"{W}{name}" for name in ("tcW", "gridSpan", "shd", "textDirection", "vAlign"))
_TABLE_KNOWN = frozenset(
    f"{W}{name}" for name in ("tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription")
)
_IN_TABLE = frozenset(f"{W}{name}" for name in ("tblPr", "tblGrid", "tr"))
_BREAKS = {f"{W}tab": TAB, f"{W}br": BREAK}
_ENDLESS = 1_000_000
# How a row says that it stays with the next wherever its table is cut, and that it does not.
_BOUND, _UNBOUND = "1", "0"
# Two rows that together take more than this part of a page are not kept together, and no more rows that take this.
_HIGH, _HIGHEST = 1 / 3, 0.6
_SILENT = frozenset(
    f"{W}{name}" for name in ("bookmarkEnd", "proofErr", "fldChar", "instrText", "lastRenderedPageBreak")
)


@dataclass(slots=True)
class Atom:
    """A line or a row; lengths in twips.

    `gap` is the room above it, `before` that room at the top of a new page, `head` the repeated head of its table.
    `slack` is what must fit below it too, or may hang over when it is negative. `loose` is how much higher it may be.
    A row that is higher than a page is cut at the lines of its cells: those stand in `cells`, `around` is the room
    that the row needs above and below them on every page, and `least` must fit where it begins.
    `under` is where the table begins that stands right above it: with one that began on an earlier page it is not kept.
    `row` is the element of a row that does not end its table; `under_head` are the rows that repeat it as their head.
    """

    height: float
    gap: int
    page_height: int
    may_break: bool
    new_page: bool = False
    before: int = 0
    head: float = 0
    slack: float = 0
    loose: float = 0
    bookmarks: tuple[str, ...] = ()
    table: "KeptTable | None" = None
    cells: "Sequence[Sequence[Atom]]" = ()
    around: float = 0
    least: float = 0
    under: int | None = None
    row: Any = None
    under_head: "list[Atom]" = field(default_factory=list)

    def heighten(self, step: int) -> None:
        """Makes its row so many twips higher; a head is that much higher on every page."""
        self.height += step
        for atom in self.under_head:
            atom.head += step
            for line in chain.from_iterable(atom.cells):
                line.page_height -= step
        properties = self.row.find(f"{W}trPr")
        stated = properties.find(f"{W}trHeight")
        if stated is None:
            stated = etree.SubElement(properties, f"{W}trHeight")
            stated.set(f"{W}hRule", "atLeast")
        stated.set(VAL, str(round(self.height)))


@dataclass(slots=True, eq=False)
class KeptTable:
    """A table that is asked to stay on one page: its rows that may be let go, and where they stand among the atoms.

    A row that says with a value that it stays with the next does so on any page.
    """

    rows: list[Any]
    first: int
    height: float = 0
    kept: bool = True

    def let_go(self, atoms: Sequence[Atom]) -> None:
        """Its rows may stand on several pages."""
        self.kept = False
        for number, row in enumerate(self.rows):
            bound = False
            for keep in list(row.iter(f"{W}keepNext")):
                if keep.get(VAL) is None:
                    keep.getparent().remove(keep)
                elif keep.get(VAL) == _BOUND:
                    bound = True
            atoms[self.first + number + 1].may_break = not bound


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that was measured."""

    look: Look
    text: bool
    lines: int
    height: int
    overhang: int
    marks: tuple[str, ...]
    loose: float


@dataclass(slots=True)
class _Page:
    """The text of the pages of a section."""

    width: int
    height: int

    @classmethod
    def of(cls, section: Any) -> "_Page":
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        sides = int(margins.get(f"{W}left")) + int(margins.get(f"{W}right")) + int(margins.get(f"{W}gutter") or 0)
        upright = abs(int(margins.get(f"{W}top"))) + abs(int(margins.get(f"{W}bottom")))
        return cls(int(size.get(f"{W}w")) - sides, int(size.get(f"{W}h")) - upright)


@dataclass
class Layout:
    """Measures a body once; `strange` names what it met and could not measure.

    `estimated` says that some of it was reckoned with the average width of its font.
    """

    looks: Looks
    atoms: list[Atom] = field(default_factory=list)
    strange: set[str] = field(default_factory=set)
    estimated: bool = False
    _after: int = 0
    _table_above: int | None = None
    _keep: bool = False
    _last: Look | None = None
    _new_page: bool = False
    _marks: tuple[str, ...] = ()
    _known: "dict[tuple[Any, ...], _Paragraph]" = field(default_factory=dict)

    def measure(self, body: Any, front: int = 0, told: Steps = unheard) -> None:
        """Fills `atoms`, with what stands behind the first `front` blocks; `told` hears how many are measured."""
        elements = body[front:]
        pages = iter([_Page.of(properties) for element in elements for properties in element.iter(f"{W}sectPr")])
        page = next(pages)
        for number, element in enumerate(elements):
            told(number, len(elements))
            if element.tag == f"{W}p":
                self._paragraph(element, page)
                section = element.find(f"{W}pPr/{W}sectPr")
                if section is not None:
                    page, self._new_page = next(pages), True
            elif element.tag == f"{W}tbl":
                self._table(element, page)
            elif element.tag == f"{W}bookmarkStart":
                self._marks += (element.get(f"{W}name"),)
            elif element.tag != f"{W}sectPr" and element.tag not in _SILENT:
                self.strange.add(element.tag)

    def height_of(self, element: Any, width: int) -> float:
        """The height of a paragraph that stands on its own, with the room below it."""
        paragraph = self._measured(element, width)
        return (
            paragraph.lines * paragraph.height
            + paragraph.look.border_above
            + paragraph.look.border_below
            + paragraph.look.after
        )

    # Paragraphs.

    def _paragraph(self, element: Any, page: _Page) -> None:
        paragraph = self._measured(element, page.width)
        look = paragraph.look
        if not paragraph.text and element.find(f"{W}pPr/{W}sectPr") is not None:
            return
        gap = max(self._after, look.before)
        if look.contextual and self._last is look:
            gap = 0
        for number in range(paragraph.lines):
            first, last = number == 0, number == paragraph.lines - 1
            height = paragraph.height + first * look.border_above + last * look.border_below
            inside = not look.keep_lines and (2 <= number <= paragraph.lines - 2 or not look.lonely_lines_moved)
            may_break = not self._keep if first else inside
            atom = Atom(height, gap if first else 0, page.height, may_break)
            atom.slack = -paragraph.overhang
            if first:
                atom.under, self._table_above = self._table_above, None
                atom.new_page, atom.before = self._starts_page(look.new_page), look.before
                atom.bookmarks, self._marks = self._marks + paragraph.marks, ()
            atom.loose = paragraph.loose
            self.atoms.append(atom)
        self._after, self._keep, self._last = look.after, look.keep_next, look

    def _starts_page(self, asked: bool) -> bool:
        starts, self._new_page = asked or self._new_page, False
        return starts

    def _measured(self, element: Any, width: int) -> _Paragraph:
        properties = element[0] if len(element) and element[0].tag == _PPR else None
        look = self.looks.paragraph(properties)
        text = _Text(look)
        self._read(element, text)
        self._note_font(look)
        key = (look, width, text.natural, text.drawn, tuple(text.pieces), tuple(text.marks))
        paragraph = self._known.get(key)
        if paragraph is None:
            paragraph = self._known[key] = _set(look, width, text)
        return paragraph

    def _read(self, element: Any, text: "_Text") -> None:
        """The pieces of text in a paragraph, or in what stands in it."""
        for child in element:
            tag = child.tag
            if tag == _R:
                self._read_run(child, text)
            elif tag == _SDT:
                self._read(child.find(f"{W}sdtContent"), text)
            elif tag == _LINK:
                self._read(child, text)
            elif tag == _BOOKMARK:
                if not child.get(f"{W}name").startswith(PREFIX):
                    text.marks.append(child.get(f"{W}name"))
            elif tag != _PPR and tag not in _SILENT:
                self.strange.add(tag)

    def _read_run(self, run: Any, text: "_Text") -> None:
        look = text.look
        for child in run:
            tag = child.tag
            if tag == _T:
                if child.text:
                    text.pieces.append((child.text, look.face))
                    text.other_font = text.other_font or not look.face.knows(child.text)
            elif tag == _RPR:
                look = self.looks.with_characters(look, child)
                text.natural = max(text.natural, look.face.line)
                self._note_font(look)
            elif tag in _BREAKS and not child.attrib:
                text.pieces.append((_BREAKS[tag], look.face))
            elif tag == f"{W}drawing" and (extent := child.find(f"{_PLACED}inline/{_PLACED}extent")) is not None:
                text.drawn = round(int(extent.get("cy")) / _EMU_PER_TWIP)
            elif tag not in _SILENT:
                self.strange.add(tag)

    def _note_font(self, look: Look) -> None:
        if look.known:
            return
        if look.estimated:
            self.estimated = True
        else:
            self.strange.add(look.font or "font")

    # Tables.

    def _table(self, element: Any, page: _Page) -> None:
        properties = element.find(f"{W}tblPr")
        self._only(properties, _TABLE_KNOWN)
        self._only(element, _IN_TABLE)
        style, shown = properties.find(f"{W}tblStyle"), properties.find(f"{W}tblLook")
        look = self.looks.table("" if style is None else style.get(VAL))
        headed = shown is not None and shown.get(f"{W}firstRow") == "1"
        columns = [int(column.get(_WIDTH)) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        edges = column_edges(columns, int(properties.find(f"{W}tblW").get(_WIDTH)))
        rows = [_Row(self, row_element, look, edges) for row_element in element.iterfind(f"{W}tr")]
        _unbind_high(rows, page.height)
        first, head, before = len(self.atoms), 0.0, self._after
        heads: list[Atom] = []
        for number, row in enumerate(rows):
            last = number == len(rows) - 1
            edge = look.above if not number else look.under_head if number == 1 and headed else look.between
            height = row.exact or max(row.least, row.height + edge + last * look.below)
            atom = Atom(height, 0 if number else before, page.height, not self._keep)
            atom.head, atom.slack = head, 0 if last else look.between
            atom.bookmarks, self._marks = self._marks + row.marks, ()
            atom.new_page, atom.loose = not number and self._starts_page(asked=False), row.loose
            if not last and row.element.find(f"{W}trPr") is not None:
                atom.row = row.element
            for above in heads:
                above.under_head.append(atom)
            heads += [atom] * row.head
            if height > page.height - head:
                self._let_break(row, atom, look.top + look.bottom + edge + (look.below if last else look.between))
            self.atoms.append(atom)
            self._keep = row.keep or row.head
            head += height if row.head else 0
        self._after, self._last, self._table_above = 0, None, first
        self._note_kept(rows, first, page)

    def _let_break(self, row: "_Row", atom: Atom, around: int) -> None:
        """A row that is higher than a page may break after all: LibreOffice would lose the rest of its text."""
        for own in list(row.element.iter(f"{W}cantSplit", f"{W}keepNext")):
            own.getparent().remove(own)
        row.keep = False
        atom.around = around
        atom.cells = [cell.atoms(atom.page_height - round(atom.head) - around) for cell in row.cells]
        atom.least = around + max(map(_least, filter(None, atom.cells)))

    def _note_kept(self, rows: "list[_Row]", first: int, page: _Page) -> None:
        """Marks the rows of a table that asks to stay together; its last two always do, when they are not high."""
        heads = sum(row.head for row in rows)
        high = sum(row.height for row in rows[-2:]) > page.height * _HIGH
        loose = rows[heads : -1 if high else -2]
        if any(row.keep for row in loose):
            table = KeptTable([row.element for row in loose], first + heads)
            table.height = sum(atom.height for atom in self.atoms[first:])
            for atom in self.atoms[first:]:
                atom.table = table

    def cell(self, element: Any, look: TableLook, width: int) -> "_Cell":
        """The paragraphs in a cell of this width."""
        properties = element[0]
        self._only(properties, _CELL_KNOWN)
        turned = properties.find(_TURNED) is not None
        room = _ENDLESS if turned else width - look.left - look.right
        paragraphs = []
        for child in element[1:]:
            if child.tag == _P:
                paragraphs.append(self._measured(child, room))
            else:
                self.strange.add(child.tag)
        return _Cell(paragraphs, turned)

    def _only(self, element: Any, known_tags: frozenset[str]) -> None:
        for child in element:
            if child.tag not in known_tags:
                self.strange.add(child.tag)


def column_edges(widths: Sequence[int], total: int) -> list[int]:
    """Where columns of these widths end in a table that is `total` wide, after 0.

    As LibreOffice reckons it: widths in hundredths of a millimetre, their sums in ten-thousandths of the whole.
    """
    hundredths = [int(width * 127 / 72 + 0.5) for width in widths]
    parts = [int(end * 10_000 / sum(hundredths) + 0.5) for end in accumulate(hundredths)]
    return [0, *(part * total // 10_000 for part in parts)]


def _set(look: Look, width: int, text: "_Text") -> _Paragraph:
    """A paragraph of this text, on lines this wide."""
    height, overhang = look.line_height(max(text.natural, look.face.line))
    if text.drawn:
        height, overhang = max(height, text.drawn), 0
    return _Paragraph(
        look,
        bool(text.pieces or text.drawn),
        line_count(text.pieces, look.measure(width)),
        height,
        overhang,
        tuple(text.marks),
        height * _OTHER_FONT * text.other_font,
    )


def _least(lines: Sequence[Atom]) -> float:
    """The height of the lines up to the first place where a page may end."""
    end = next((number for number, line in enumerate(lines) if number and line.may_break), len(lines))
    return sum(line.gap + line.height for line in lines[:end])


def _unbind_high(rows: "Sequence[_Row]", page_height: int) -> None:
    """Rows that stay together and take most of a page do so no longer: LibreOffice loses what does not fit.

    The first of them, which is their head, still stays with the second where those two are not high.
    """
    most = _HIGHEST * page_height
    start = 0
    for end, row in enumerate(rows):
        if row.is_bound and end + 1 < len(rows):
            continue
        if sum(own.height for own in rows[start : end + 1]) > most:
            for number in range(start, end):
                if number > start or rows[number].height + rows[number + 1].height > most:
                    rows[number].unbind()
        start = end + 1


class _Text:
    """What stands in a paragraph."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.pieces: list[Piece] = []
        self.marks: list[str] = []
        self.natural = self.drawn = 0
        self.other_font = False


class _Cell:
    """A cell that was measured; turned text has no height, because its row states one."""

    def __init__(self, paragraphs: Sequence[_Paragraph], turned: bool) -> None:
        self._paragraphs = paragraphs
        self.height, self.loose = 0.0, 0.0
        for gap, paragraph in self._with_gaps() if not turned else ():
            self.height += (
                gap + paragraph.lines * paragraph.height + paragraph.look.border_above + paragraph.look.border_below
            )
            self.loose += paragraph.loose * paragraph.lines
        self.height += paragraphs[-1].look.after if paragraphs and not turned else 0

    @property
    def keep(self) -> bool:
        """Whether its first paragraph stays with what follows, and with it the row."""
        return bool(self._paragraphs) and self._paragraphs[0].look.keep_next

    @property
    def marks(self) -> tuple[str, ...]:
        """The bookmarks in it."""
        return tuple(mark for paragraph in self._paragraphs for mark in paragraph.marks)

    def atoms(self, room: int) -> list[Atom]:
        """Its lines, for pages with so much room; the room above a paragraph returns where it goes on."""
        lines = [
            Atom(paragraph.height, gap if number == 0 else 0, room, may_break=True, head=paragraph.look.before)
            for gap, paragraph in self._with_gaps()
            for number in range(paragraph.lines)
        ]
        if lines:
            after = self._paragraphs[-1].look.after
            lines[-1].height, lines[-1].slack = lines[-1].height + after, -after
        return lines

    def _with_gaps(self) -> Iterator[tuple[int, _Paragraph]]:
        after, previous = 0, None
        for paragraph in self._paragraphs:
            look = paragraph.look
            yield 0 if look.contextual and look is previous else max(after, look.before), paragraph
            after, previous = look.after, look


class _Row:
    """A row that was measured."""

    def __init__(self, layout: Layout, element: Any, look: TableLook, edges: Sequence[int]) -> None:
        self.element = element
        self.cells: list[_Cell] = []
        self.head, self.exact, self.least = False, 0, 0
        place = 0
        for child in element:
            if child.tag == _CELL:
                span = child[0].find(_SPAN)
                end = place + (1 if span is None else int(span.get(VAL)))
                self.cells.append(layout.cell(child, look, edges[end] - edges[place]))
                place = end
            elif child.tag == f"{W}trPr":
                self._read(child)
            else:
                layout.strange.add(child.tag)
        self.keep = self.cells[0].keep
        self.marks = tuple(mark for cell in self.cells for mark in cell.marks)
        self.loose = max(cell.loose for cell in self.cells)
        self.height = max(cell.height for cell in self.cells) + look.top + look.bottom

    @property
    def is_bound(self) -> bool:
        """Whether it stays with the next row wherever its table is cut."""
        return self.keep and any(keep.get(VAL) == _BOUND for keep in self.element.iter(f"{W}keepNext"))

    def unbind(self) -> None:
        """It need not stay with the next."""
        self.keep = False
        for keep in self.element.iter(f"{W}keepNext"):
            keep.set(VAL, _UNBOUND)

    def _read(self, properties: Any) -> None:
        self.head = properties.find(f"{W}tblHeader") is not None
        stated = properties.find(f"{W}trHeight")
        if stated is None:
            return
        if stated.get(f"{W}hRule") == "exact":
            self.exact = int(stated.get(VAL))
        else:
            self.least = int(stated.get(VAL))
