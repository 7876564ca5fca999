"""The body of a document as a row of atoms: lines of text and rows of tables, each with its height."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sto_tui.documents.word.pages.lines import BREAK, TAB, Piece, line_count
from sto_tui.documents.word.pages.looks import VAL, Look, Looks, TableLook, W

_EMU_PER_TWIP = 635
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
_SILENT = frozenset(
    f"{W}{name}" for name in ("bookmarkEnd", "proofErr", "fldChar", "instrText", "lastRenderedPageBreak")
)


@dataclass(slots=True)
class Atom:
    """A line or a row; lengths in twips.

    `gap` is the room above it, `before` that room at the top of a new page, `head` the repeated head of its table.
    `slack` is what must fit below it too, or may hang over when it is negative. `loose` is how much higher it may be.
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


@dataclass(slots=True, eq=False)
class KeptTable:
    """A table that is asked to stay on one page: its rows that may be let go, and where they stand among the atoms."""

    rows: list[Any]
    first: int
    height: float = 0
    kept: bool = True

    def let_go(self, atoms: Sequence[Atom]) -> None:
        """Its rows may stand on several pages."""
        self.kept = False
        for number, row in enumerate(self.rows):
            for keep in list(row.iter(f"{W}keepNext")):
                keep.getparent().remove(keep)
            atoms[self.first + number + 1].may_break = True


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
    """Measures a body once; `strange` names what it met and could not measure."""

    looks: Looks
    atoms: list[Atom] = field(default_factory=list)
    strange: set[str] = field(default_factory=set)
    _after: int = 0
    _keep: bool = False
    _last: Look | None = None
    _new_page: bool = False
    _marks: tuple[str, ...] = ()
    _counts: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def measure(self, body: Any) -> None:
        """Fills `atoms`."""
        pages = iter([_Page.of(one) for one in body.iterfind(f".//{W}sectPr")])
        page = next(pages)
        for element in body:
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

    # Paragraphs.

    def _paragraph(self, element: Any, page: _Page) -> None:
        found = self._measured(element, page.width)
        look = found.look
        if not found.text and element.find(f"{W}pPr/{W}sectPr") is not None:
            return
        gap = max(self._after, look.before)
        if look.contextual and self._last is look:
            gap = 0
        for number in range(found.lines):
            first, last = number == 0, number == found.lines - 1
            height = found.height + first * look.border_above + last * look.border_below
            inside = not look.keep_lines and (2 <= number <= found.lines - 2 or not look.lonely_lines_moved)
            may_break = not self._keep if first else inside
            atom = Atom(height, gap if first else 0, page.height, may_break)
            atom.slack = -found.overhang
            if first:
                atom.new_page, atom.before = self._starts_page(look.new_page), look.before
                atom.bookmarks, self._marks = self._marks + found.marks, ()
            atom.loose = found.loose
            self.atoms.append(atom)
        self._after, self._keep, self._last = look.after, look.keep_next, look

    def _starts_page(self, asked: bool) -> bool:
        starts, self._new_page = asked or self._new_page, False
        return starts

    def _measured(self, element: Any, width: int) -> _Paragraph:
        properties = element[0] if len(element) and element[0].tag == f"{W}pPr" else None
        look = self.looks.paragraph(properties)
        text = _Text(look)
        self._read(element, text)
        if not look.known:
            self.strange.add(look.font or "font")
        key = (look, width, tuple(text.pieces))
        lines = self._counts.get(key)
        if lines is None:
            lines = self._counts[key] = line_count(text.pieces, look.measure(width))
        height, overhang = look.line_height(max(text.natural, look.face.line))
        if text.drawn:
            height, overhang = max(height, text.drawn + look.face.descent), 0
        return _Paragraph(
            look,
            bool(text.pieces or text.drawn),
            lines,
            height,
            overhang,
            tuple(text.marks),
            height * _OTHER_FONT * text.other_font,
        )

    def _read(self, element: Any, text: "_Text") -> None:
        """The pieces of text in a paragraph, or in what stands in it."""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._read_run(child, text)
            elif tag == f"{W}sdt":
                self._read(child.find(f"{W}sdtContent"), text)
            elif tag == f"{W}hyperlink":
                self._read(child, text)
            elif tag == f"{W}bookmarkStart":
                text.marks.append(child.get(f"{W}name"))
            elif tag != f"{W}pPr" and tag not in _SILENT:
                self.strange.add(tag)

    def _read_run(self, run: Any, text: "_Text") -> None:
        look = text.look
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                if child.text:
                    text.pieces.append((child.text, look.face))
                    text.other_font = text.other_font or not look.face.knows(child.text)
            elif tag == f"{W}rPr":
                look = self.looks.with_characters(look, child)
                text.natural = max(text.natural, look.face.line)
                if not look.known:
                    self.strange.add(look.font or "font")
            elif tag in _BREAKS and not child.attrib:
                text.pieces.append((_BREAKS[tag], look.face))
            elif tag == f"{W}drawing" and (extent := child.find(f"{_PLACED}inline/{_PLACED}extent")) is not None:
                text.drawn = round(int(extent.get("cy")) / _EMU_PER_TWIP)
            elif tag not in _SILENT:
                self.strange.add(tag)

    # Tables.

    def _table(self, element: Any, page: _Page) -> None:
        properties = element.find(f"{W}tblPr")
        self._only(properties, _TABLE_KNOWN)
        self._only(element, _IN_TABLE)
        style, shown = properties.find(f"{W}tblStyle"), properties.find(f"{W}tblLook")
        look = self.looks.table("" if style is None else style.get(VAL))
        headed = shown is not None and shown.get(f"{W}firstRow") == "1"
        rows = [_Row(self, one, look) for one in element.iterfind(f"{W}tr")]
        first, head, before = len(self.atoms), 0.0, self._after
        for number, row in enumerate(rows):
            last = number == len(rows) - 1
            edge = look.above if not number else look.under_head if number == 1 and headed else look.between
            height = row.exact or row.height + edge + last * look.below
            atom = Atom(height, 0 if number else before, page.height, not self._keep)
            atom.head, atom.slack = head, -look.below if last else look.between
            atom.bookmarks, self._marks = self._marks + row.marks, ()
            atom.new_page, atom.loose = not number and self._starts_page(asked=False), row.loose
            self.atoms.append(atom)
            self._keep = row.keep or row.head
            head += height if row.head else 0
        self._after, self._last = 0, None
        self._note_kept(rows, first)

    def _note_kept(self, rows: "list[_Row]", first: int) -> None:
        """Marks the rows of a table that asks to stay together; its last two always do."""
        heads = sum(row.head for row in rows)
        loose = rows[heads:-2]
        if loose and all(row.keep for row in loose):
            table = KeptTable([row.element for row in loose], first + heads)
            table.height = sum(atom.height for atom in self.atoms[first:])
            for atom in self.atoms[first:]:
                atom.table = table

    def cell_height(self, cell: Any, look: TableLook) -> tuple[float, float, list[str], bool]:
        """The height of the text in a cell, how much higher it may be, its bookmarks, and whether it begins kept."""
        properties = cell[0]
        self._only(properties, _CELL_KNOWN)
        width = int(properties.find(f"{W}tcW").get(f"{W}w")) - look.left - look.right - look.upright
        turned = properties.find(f"{W}textDirection") is not None
        height, loose, after, keep = 0.0, 0.0, 0, None
        marks: list[str] = []
        previous: Look | None = None
        for element in cell:
            if element.tag == f"{W}tcPr":
                continue
            if element.tag != f"{W}p":
                self.strange.add(element.tag)
                continue
            found = self._measured(element, _ENDLESS if turned else width)
            own = found.look
            gap = max(after, own.before)
            if own.contextual and own is previous:
                gap = 0
            height += gap + found.lines * found.height + own.border_above + own.border_below
            loose += found.loose * found.lines
            keep = own.keep_next if keep is None else keep
            marks += found.marks
            after, previous = own.after, own
        return (0.0 if turned else height + after), loose, marks, bool(keep)

    def _only(self, element: Any, known: frozenset[str]) -> None:
        for child in element:
            if child.tag not in known:
                self.strange.add(child.tag)


class _Text:
    """What stands in a paragraph."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.pieces: list[Piece] = []
        self.marks: list[str] = []
        self.natural = self.drawn = 0
        self.other_font = False


class _Row:
    """A row that was measured."""

    def __init__(self, layout: Layout, element: Any, look: TableLook) -> None:
        self.element = element
        self.head = self.keep = False
        self.loose = 0.0
        self.marks: tuple[str, ...] = ()
        exact, highest = 0, 0.0
        for child in element:
            if child.tag == f"{W}tc":
                height, loose, marks, keep = layout.cell_height(child, look)
                if child.getprevious() is None or child.getprevious().tag != f"{W}tc":
                    self.keep = keep
                highest, self.loose = max(highest, height), max(self.loose, loose)
                self.marks += tuple(marks)
            elif child.tag == f"{W}trPr":
                self.head = child.find(f"{W}tblHeader") is not None
                stated = child.find(f"{W}trHeight")
                if stated is not None:
                    exact = int(stated.get(VAL))
                    if stated.get(f"{W}hRule") != "exact":
                        layout.strange.add(stated.tag)
            else:
                layout.strange.add(child.tag)
        self.exact = exact
        self.height = highest + look.top + look.bottom
