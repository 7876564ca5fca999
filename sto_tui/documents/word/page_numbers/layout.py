"""The body of a document as a row of atoms: lines of text and rows of tables, each with its height."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from sto_tui.documents.word.how_far import Steps, unheard
from sto_tui.documents.word.page_numbers.atoms import Atom, KeptTable, MeasuredParagraph
from sto_tui.documents.word.page_numbers.lines import BREAK, TAB, line_count
from sto_tui.documents.word.page_numbers.row_texts import NO_ROWS_APART, RowsApart
from sto_tui.documents.word.page_numbers.rows import MeasuredRow, TableCells, unbind_high
from sto_tui.documents.word.page_numbers.style_looks import VAL, Look, Looks, TableLook, W
from sto_tui.documents.word.page_numbers.written import ParagraphText, WrittenParagraphs
from sto_tui.documents.word.xml_reading import NAMESPACE, sections_among
from sto_tui.domain.printed import PREFIX

_EMU_PER_TWIP = 635
# Elements that are met thousands of times.
_P, _PPR, _R, _RPR, _T, _SDT = (f"{W}{name}" for name in ("p", "pPr", "r", "rPr", "t", "sdt"))
_LINK, _BOOKMARK = (f"{W}{name}" for name in ("hyperlink", "bookmarkStart"))
_WIDTH = f"{W}w"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# What a program needs more for a line with a letter that Calibri does not have.
_OTHER_FONT = 0.35
_TABLE_KNOWN = frozenset(
    f"{W}{name}" for name in ("tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription")
)
_IN_TABLE = frozenset(f"{W}{name}" for name in ("tblPr", "tblGrid", "tr"))
_BREAKS = {f"{W}tab": TAB, f"{W}br": BREAK}
# How the properties of a section begin; that is no text, in which the sign is written otherwise.
_SECTION = b"<w:sectPr"
# A paragraph of more bytes of XML than this does not return.
_SHORT = 1000
# Two rows that together take more than this part of a page are not kept together.
_HIGH = 1 / 3
_SILENT = frozenset(
    f"{W}{name}" for name in ("bookmarkEnd", "proofErr", "fldChar", "instrText", "lastRenderedPageBreak")
)


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
    apart: RowsApart = NO_ROWS_APART
    atoms: list[Atom] = field(default_factory=list)
    strange: set[str] = field(default_factory=set)
    estimated: bool = False
    _after: int = 0
    _table_above: int | None = None
    _keep: bool = False
    _last: Look | None = None
    _new_page: bool = False
    _marks: tuple[str, ...] = ()
    _known: "dict[tuple[bytes, int], MeasuredParagraph]" = field(default_factory=dict)
    _tables: "dict[tuple[TableLook, tuple[int, ...]], TableCells]" = field(default_factory=dict)
    _written: WrittenParagraphs = field(init=False)

    def __post_init__(self) -> None:
        self._written = WrittenParagraphs(self.looks, {"w": NAMESPACE})

    def measure(self, body: Any, front: int = 0, told: Steps = unheard) -> None:
        """Fills `atoms`, with what stands behind the first `front` blocks; `told` hears how many are measured."""
        elements = body[front:]
        self._written = WrittenParagraphs(self.looks, body.nsmap)
        pages = iter(map(_Page.of, sections_among(elements)))
        page = next(pages)
        for number, element in enumerate(elements):
            told(number, len(elements))
            if element.tag == f"{W}p":
                written = self._written.of(element)
                self._paragraph(element, written, page)
                if _SECTION in written:
                    page, self._new_page = next(pages), True
            elif element.tag == f"{W}tbl":
                self._table(element, page)
            elif element.tag == f"{W}bookmarkStart":
                self._marks += (element.get(f"{W}name"),)
            elif element.tag != f"{W}sectPr" and element.tag not in _SILENT:
                self.strange.add(element.tag)
        # They refer back to this: with them every row would stay until someone looks for waste.
        self._tables.clear()

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

    def _paragraph(self, element: Any, written: bytes, page: _Page) -> None:
        paragraph = self._as_written(written, page.width) or self._measured(element, page.width)
        look = paragraph.look
        if not paragraph.text and _SECTION in written:
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

    def _measured(self, element: Any, width: int) -> MeasuredParagraph:
        properties = element[0] if len(element) and element[0].tag == _PPR else None
        look = self.looks.paragraph(properties)
        text = ParagraphText(look)
        self._read(element, text)
        self._note_fonts(text)
        return _set(look, width, text)

    def _as_written(self, xml: bytes, width: int) -> MeasuredParagraph | None:
        """A paragraph as it is written; None when it must be read as an element."""
        paragraph = self._known.get((xml, width))
        if paragraph is None and (text := self._written.text(xml)) is not None:
            self._note_fonts(text)
            paragraph = _set(text.look, width, text)
            if len(xml) < _SHORT:
                self._known[xml, width] = paragraph
        return paragraph

    def _read(self, element: Any, text: ParagraphText) -> None:
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

    def _read_run(self, run: Any, text: ParagraphText) -> None:
        look = text.look
        for child in run:
            tag = child.tag
            if tag == _T:
                if child.text:
                    text.add(child.text, look)
            elif tag == _RPR:
                look = self.looks.with_characters(look, child)
                text.turn(look)
            elif tag in _BREAKS and not child.attrib:
                text.pieces.append((_BREAKS[tag], look.face))
            elif tag == f"{W}drawing" and (extent := child.find(f"{_PLACED}inline/{_PLACED}extent")) is not None:
                text.drawn = round(int(extent.get("cy")) / _EMU_PER_TWIP)
            elif tag not in _SILENT:
                self.strange.add(tag)

    def _note_fonts(self, text: ParagraphText) -> None:
        for look in text.looks:
            if look.known:
                continue
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
        cells = self._cells_of(look, tuple(edges))
        rows = [MeasuredRow(cells, text) for text in self.apart.of(element)]
        unbind_high(rows, page.height)
        first, head, before = len(self.atoms), 0.0, self._after
        heads: list[Atom] = []
        for number, row in enumerate(rows):
            last = number == len(rows) - 1
            edge = look.above if not number else look.under_head if number == 1 and headed else look.between
            height = row.says.exact or max(row.says.least, row.height + edge + last * look.below)
            atom = Atom(height, 0 if number else before, page.height, not self._keep)
            atom.head, atom.slack = head, 0 if last else look.between
            atom.bookmarks, self._marks = self._marks + row.marks, ()
            atom.new_page, atom.loose = not number and self._starts_page(asked=False), row.loose
            if not last and row.says.any:
                atom.row = row.text
            for above in heads:
                above.under_head.append(atom)
            heads += [atom] * row.says.head
            if height > page.height - head:
                self._let_break(row, atom, look.top + look.bottom + edge + (look.below if last else look.between))
            self.atoms.append(atom)
            self._keep = row.keep or row.says.head
            head += height if row.says.head else 0
        self._after, self._last, self._table_above = 0, None, first
        self._note_kept(rows, first, page)

    def _cells_of(self, look: TableLook, edges: tuple[int, ...]) -> TableCells:
        cells = self._tables.get((look, edges))
        if cells is None:
            cells = self._tables[look, edges] = TableCells(look, edges, self._cell, self._written.parsed, self.strange)
        return cells

    def _let_break(self, row: "MeasuredRow", atom: Atom, around: int) -> None:
        """A row that is higher than a page may break after all: LibreOffice would lose the rest of its text."""
        row.text.let_break()
        row.keep = False
        atom.around = around
        atom.cells = [cell.atoms(atom.page_height - round(atom.head) - around) for cell in row.cells]
        atom.least = around + max(map(_least, filter(None, atom.cells)))

    def _note_kept(self, rows: "list[MeasuredRow]", first: int, page: _Page) -> None:
        """Marks the rows of a table that asks to stay together; its last two always do, when they are not high."""
        heads = sum(row.says.head for row in rows)
        high = sum(row.height for row in rows[-2:]) > page.height * _HIGH
        loose = rows[heads : -1 if high else -2]
        if any(row.keep for row in loose):
            table = KeptTable([row.text for row in loose], first + heads)
            table.height = sum(atom.height for atom in self.atoms[first:])
            for atom in self.atoms[first:]:
                atom.table = table

    def _cell(self, xml: bytes, room: int) -> "Sequence[MeasuredParagraph]":
        """The paragraphs in a cell, as it is written behind its properties, on lines of so many twips."""
        paragraphs = [self._as_written(one, room) for one in self._written.in_cell(xml)]
        if paragraphs and all(paragraphs):
            return [paragraph for paragraph in paragraphs if paragraph]
        elements = self._written.parsed(b"<w:tc>" + xml)
        self.strange.update(child.tag for child in elements if child.tag != _P)
        return [self._measured(child, room) for child in elements if child.tag == _P]

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


def _set(look: Look, width: int, text: ParagraphText) -> MeasuredParagraph:
    """A paragraph of this text, on lines this wide."""
    height, overhang = look.line_height(max(text.natural, look.face.line))
    if text.drawn:
        height, overhang = max(height, text.drawn), 0
    return MeasuredParagraph(
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
