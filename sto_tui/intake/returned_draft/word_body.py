"""The body of a Word file as rows and paragraphs in their order, with everything that tells whose text it is.

Text is as if all tracked changes were accepted; what was inserted or deleted is kept beside it, with by whom.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cached_property

from lxml import etree

from sto_tui.domain.printed import PREFIX
from sto_tui.frozen import frozen
from sto_tui.intake.returned_draft.paragraph_text import (
    CHANGED_BY_HAND,
    RUN,
    RUN_STYLE,
    Mark,
    ParagraphReading,
    author_of,
    bare_text,
    moment_of,
    way_by_hand,
)
from sto_tui.intake.returned_draft.returned import EditWay, TrackedEdit
from sto_tui.intake.word_file.package import W, WordParts, child_of
from sto_tui.intake.word_file.style_names import StyleNames

_LOOKED_THROUGH = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink")
)
_P, _TBL, _TR, _TC = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_P_ABOUT, _R_ABOUT, _TR_ABOUT, _TC_ABOUT = (f"{W}{name}" for name in ("pPr", "rPr", "trPr", "tcPr"))
_USUAL = frozenset((_P, _TBL, _TR, _TC))
_ENDS = {f"{W}del": True, f"{W}moveFrom": True, f"{W}ins": False, f"{W}moveTo": False}
_TEXT = f"{W}t"
_P_STYLE = f"{W}pStyle"
# What says nothing about the text of a paragraph.
_PLACING = frozenset(f"{W}{name}" for name in ("keepNext", "keepLines"))
_BOX = f"{W}txbxContent"
_VALUE, _SPAN = f"{W}val", f"{W}gridSpan"
# What somebody changed, with tracking on or by hand.
_CHANGES = (*_ENDS, *(f"{W}{name}" for name in CHANGED_BY_HAND))
_LONGEST_COUNT = 4
# Who strikes something through does not sign that.
_NAMELESS = ("",)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@frozen
class BodyParagraph:
    """A paragraph: its text, the name of its style in small letters, and what hangs on it.

    One in a text box, or in a table within a cell, `is_aside`: our drafts have neither, so it is somebody's remark.
    """

    text: str
    style: str = ""
    is_bullet: bool = False
    is_aside: bool = False
    marks: tuple[Mark, ...] = ()
    tracked: tuple[TrackedEdit, ...] = ()
    comments: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


@frozen
class BodyCell:
    """A cell, or a paragraph outside tables, by the column of the grid where it begins."""

    paragraphs: tuple[BodyParagraph, ...]
    start: int = 0

    @property
    def text(self) -> str:
        """Its paragraphs, a line each."""
        if len(self.paragraphs) == 1:
            return self.paragraphs[0].text
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def tracked(self) -> tuple[TrackedEdit, ...]:
        """What was inserted and deleted in it."""
        return tuple(edit for paragraph in self.paragraphs for edit in paragraph.tracked)


@frozen
class BodyUnit:
    """A row of a table with its number, or with table 0 a paragraph outside them, which has one cell.

    `deleted_by` is who deleted it with tracking on or struck all of it through, `inserted_by` who inserted it.
    """

    table: int
    cells: tuple[BodyCell, ...]
    is_head: bool = False
    deleted_by: tuple[str, ...] = ()
    inserted_by: tuple[str, ...] = ()

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What stands in its cells."""
        return tuple([cell.text for cell in self.cells])

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the fields and records that are found by it."""
        return tuple(mark for cell in self.cells for paragraph in cell.paragraphs for mark in paragraph.marks)

    @property
    def label(self) -> str:
        """What the marks in its first cell stand around, else that cell or the whole paragraph."""
        marks = (mark for paragraph in self.cells[0].paragraphs for mark in paragraph.marks)
        return next((mark.label for mark in marks if mark.label), self.cells[0].text)

    @property
    def style(self) -> str:
        """The style of its first paragraph."""
        return next((paragraph.style for cell in self.cells for paragraph in cell.paragraphs), "")

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it: the empty row that is left where one was cut is no row."""
        return not any(map(str.strip, self.texts))

    @property
    def tracked(self) -> tuple[TrackedEdit, ...]:
        """What was changed in it with tracking on."""
        return tuple(edit for cell in self.cells for edit in cell.tracked)

    @property
    def authors(self) -> tuple[str, ...]:
        """Who changed something in it with tracking on."""
        edits = (edit.author for edit in self.tracked)
        return tuple(dict.fromkeys(filter(None, [*self.inserted_by, *edits])))


@frozen
class WordBody:
    """All of a document: what stands in it, and the rows and paragraphs that were deleted with tracking on.

    `behind` has for each of those the unit that stands before it now, None at the beginning.
    """

    units: tuple[BodyUnit, ...]
    deleted: tuple[BodyUnit, ...]
    behind: tuple[BodyUnit | None, ...]
    about: dict[str, str]
    """The text on which each comment was set, by its number."""


def read_body(parts: WordParts) -> WordBody:
    """The body of a document; texts in boxes come behind the paragraph on which they hang."""
    reading = _BodyReading(StyleNames(parts.styles))
    units = list(reading.units(parts.body()))
    gone: list[BodyUnit] = []
    behind: list[BodyUnit | None] = []
    last: BodyUnit | None = None
    for unit in units:
        if unit.deleted_by:
            gone.append(unit)
            behind.append(last)
        elif not unit.is_empty:
            last = unit
    about = {number: "".join(pieces).strip() for number, pieces in reading.about.items()}
    return WordBody(tuple(unit for unit in units if not unit.deleted_by), tuple(gone), tuple(behind), about)


def read_aside(root: etree._Element, styles: etree._Element | None) -> list[str]:
    """The texts of notes, headers and footers, a paragraph each."""
    reading = _BodyReading(StyleNames(styles))
    reading.look_for(root)
    return [reading.paragraph([paragraph], []).text for paragraph in root.iter(f"{W}p")]


class _BodyReading:
    """One pass through a body."""

    def __init__(self, styles: StyleNames) -> None:
        self._styles = styles
        self._is_changed = self._has_boxes = False
        # Half of the paragraphs of a draft are empty cells of a raster.
        self._empty: dict[str, BodyParagraph] = {}
        self._tables = 0
        self._before: list[etree._Element] = []
        self._marks: list[Mark] = []
        self.about: dict[str, list[str]] = {}
        self._open: set[str] = set()

    def look_for(self, root: etree._Element) -> None:
        """What the file has nowhere is not sought in each of its thousands of paragraphs."""
        self._is_changed = self._is_changed or next(root.iter(*_CHANGES), None) is not None
        self._has_boxes = self._has_boxes or next(root.iter(_BOX), None) is not None

    def _looked_through(self, body: Iterable[etree._Element]) -> Iterator[etree._Element]:
        for element in body:
            self.look_for(element)
            yield element

    def units(self, body: Iterable[etree._Element]) -> Iterator[BodyUnit]:
        for element in self._children(self._looked_through(body)):
            if element.tag == _P:
                yield from self._paragraph_unit(element)
            elif element.tag == _TBL:
                yield from self._table(element)
        if self._before:
            # The end of the last paragraph was deleted and nothing comes after it.
            pieces, self._before = self._before, []
            yield BodyUnit(0, (BodyCell((self.paragraph(pieces, self._taken_marks()),)),))

    def _paragraph_unit(self, element: etree._Element) -> Iterator[BodyUnit]:
        who: tuple[str, ...] = ()
        if self._is_changed:
            who = _deleted_end(element) or _NAMELESS * _is_taken_by_hand(element)
        if not self._before and who and not _has_text(element):
            # All of it was deleted, so its marks and who did it are not of the paragraph below.
            whole = self.paragraph([element], self._taken_marks())
            gone = "".join(edit.text for edit in whole.tracked if edit.is_deleted)
            yield BodyUnit(0, (BodyCell((replace(whole, text=gone),)),), deleted_by=who)
            return
        if (paragraph := self._joined(element)) is not None:
            yield BodyUnit(0, (BodyCell((paragraph,)),))
        for aside in self._in_boxes(element):
            yield BodyUnit(0, (BodyCell((aside,)),))

    def _joined(self, element: etree._Element) -> BodyParagraph | None:
        """A paragraph with those before it whose end was deleted; None when its own end was."""
        if self._is_changed and _deleted_end(element):
            # What it stands in is emptied when the text goes on.
            self._before.append(deepcopy(element))
            return None
        if not (self._before or self._marks or self._open):
            usual = self._empty_paragraph(element) if len(element) == 1 else self._plain_paragraph(element)
            if usual is not None:
                return usual
        pieces, self._before = [*self._before, element], []
        return self.paragraph(pieces, self._taken_marks())

    def _empty_paragraph(self, element: etree._Element) -> BodyParagraph | None:
        """A paragraph that says its style and where it stays and nothing else; None when there is more in it."""
        about = element[0]
        if about.tag != _P_ABOUT:
            return None
        style: str | None = None
        for child in about:
            if child.tag == _P_STYLE and style is None:
                style = child.get(_VALUE) or ""
            elif child.tag not in _PLACING:
                return None
        if style is not None and style not in self._empty:
            self._empty[style] = BodyParagraph("", *self._styles.of_paragraph(about))
        return None if style is None else self._empty[style]

    def _plain_paragraph(self, element: etree._Element) -> BodyParagraph | None:
        """A paragraph of one run that has a text and nothing else that says anything; None for another one.

        Most of those with a text are so: the next method, which knows them all, takes four times as long.
        """
        if self._is_changed or len(element) != 2:
            return None
        about, run = element
        if about.tag != _P_ABOUT or run.tag != RUN:
            return None
        text = run[-1] if len(run) else run
        if text.tag != _TEXT or len(run) > 2:
            return None
        if len(run) == 2 and (run[0].tag != _R_ABOUT or child_of(run[0], RUN_STYLE) is not None):
            return None
        return BodyParagraph(bare_text(text.text or ""), *self._styles.of_paragraph(about))

    def paragraph(self, pieces: list[etree._Element], marks: list[Mark]) -> BodyParagraph:
        """A paragraph from the pieces that it is made of; the last one says its style."""
        reading = ParagraphReading(self._styles, self.about, self._open)
        for piece in pieces:
            reading.read(piece)
        properties = [child_of(piece, _P_ABOUT) for piece in pieces]
        for change in filter(None, map(_change_of_end, properties if self._is_changed else ())):
            if not any(edit.author == change.author for edit in reading.tracked):
                reading.tracked.append(change)
        return BodyParagraph(
            reading.text,
            *self._styles.of_paragraph(properties[-1]),
            marks=(*marks, *reading.marks),
            tracked=tuple(reading.tracked),
            comments=tuple(reading.comments),
            copies=tuple(reading.copies),
        )

    def _taken_marks(self) -> list[Mark]:
        marks, self._marks = self._marks, []
        return marks

    def _table(self, element: etree._Element) -> Iterator[BodyUnit]:
        self._tables += 1
        table = self._tables
        for row in self._children(element):
            if row.tag == _TR:
                yield self._row(row, table)

    def _row(self, row: etree._Element, table: int) -> BodyUnit:
        about = child_of(row, _TR_ABOUT)
        deleted, inserted = child_of(about, f"{W}del"), child_of(about, f"{W}ins")
        start = _columns_in(child_of(about, f"{W}gridBefore"), 0)
        cells: list[BodyCell] = []
        for cell in self._children(row):
            if cell.tag != _TC:
                continue
            inside = list(cell)
            cells.append(BodyCell(tuple(self._in_cell(inside)), start))
            start += _columns_in(child_of(child_of(inside, _TC_ABOUT), _SPAN), 1)
        is_head = child_of(about, f"{W}tblHeader") is not None
        unit = BodyUnit(table, tuple(cells), is_head, _who(deleted), _who(inserted))
        is_struck = self._is_changed and unit.is_empty and any(edit.way is not EditWay.TRACKED for edit in unit.tracked)
        return replace(unit, deleted_by=_NAMELESS) if is_struck and not unit.deleted_by else unit

    def _in_cell(self, inside: list[etree._Element]) -> Iterator[BodyParagraph]:
        """The paragraphs of a cell, of what stands inside it: those of tables and boxes included."""
        for element in self._children(inside):
            if element.tag == _P:
                if (paragraph := self._joined(element)) is not None:
                    yield paragraph
                yield from self._in_boxes(element)
            elif element.tag == _TBL:
                yield from self._asides(line for inner in element.iter(_TC) for line in inner.iterchildren(_P))
        if self._before:
            pieces, self._before = self._before, []
            yield self.paragraph(pieces, self._taken_marks())

    def _in_boxes(self, element: etree._Element) -> Iterable[BodyParagraph]:
        """The paragraphs of the text boxes that hang on a paragraph."""
        if not self._has_boxes:
            return ()
        return self._asides(inner for box in _boxes(element) for inner in box.iter(_P))

    def _asides(self, paragraphs: Iterable[etree._Element]) -> Iterator[BodyParagraph]:
        for element in paragraphs:
            yield replace(self.paragraph([element], []), is_aside=True)

    def _children(self, parent: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """Paragraphs, tables, rows or cells, also those in a control; a mark between them is of what comes next."""
        for element in parent:
            tag = element.tag
            if tag in _USUAL:
                yield element
            elif tag in _LOOKED_THROUGH:
                yield from self._children(element)
            elif tag == f"{W}bookmarkStart":
                if (name := element.get(f"{W}name") or "").startswith(PREFIX):
                    self._marks.append(Mark.named(name, None))
            elif tag == f"{W}commentRangeStart":
                self._open.add(element.get(f"{W}id") or "")
            elif tag == f"{W}commentRangeEnd":
                self._open.discard(element.get(f"{W}id") or "")


def _columns_in(element: etree._Element | None, usual: int) -> int:
    """How many columns of the grid something takes; the usual number for what is no number of columns."""
    many = "" if element is None else element.get(f"{W}val") or ""
    return int(many) if len(many) <= _LONGEST_COUNT and many.isdecimal() else usual


def _who(change: etree._Element | None) -> tuple[str, ...]:
    return () if change is None else (author_of(change),)


def _change_of_end(about: etree._Element | None) -> TrackedEdit | None:
    """The end of a paragraph with these properties that was inserted or deleted with tracking on."""
    mark = child_of(about, _R_ABOUT)
    if mark is None:
        return None
    for tag, is_deleted in _ENDS.items():
        if (change := child_of(mark, tag)) is not None:
            return TrackedEdit("\n", is_deleted, author_of(change), moment_of(change.get(f"{W}date")))
    return None


def _deleted_end(paragraph: etree._Element) -> tuple[str, ...]:
    """Who deleted the end of a paragraph."""
    change = _change_of_end(child_of(paragraph, _P_ABOUT))
    return (change.author,) if change and change.is_deleted else ()


def _has_text(paragraph: etree._Element) -> bool:
    """Whether text of it stays when what was deleted is gone."""
    gone = (f"{W}del", f"{W}moveFrom")
    return any(
        text.text and not any(parent.tag in gone or way_by_hand(parent) for parent in text.iterancestors())
        for text in paragraph.iter(f"{W}t")
    )


def _is_taken_by_hand(paragraph: etree._Element) -> bool:
    """Whether text of it was struck through or hidden."""
    return any(way_by_hand(run) and any(text.text for text in run.iter(f"{W}t")) for run in paragraph.iter(f"{W}r"))


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes that hang on a paragraph; the copy for old programs is passed over."""
    return [
        box
        for box in element.iter(_BOX)
        if all(parent.tag not in (_FALLBACK, _BOX) for parent in box.iterancestors() if parent is not element)
    ]
