"""The rows of tables, measured: how high each is, and which of them stay together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from sto_tui.documents.word.page_numbers.atoms import UNBOUND, Atom, MeasuredParagraph
from sto_tui.documents.word.page_numbers.style_looks import VAL, TableLook, W

_CELL, _ROW_SAYS, _SPAN, _TURNED = (f"{W}{name}" for name in ("tc", "trPr", "gridSpan", "textDirection"))
_CELL_KNOWN = frozenset((_SPAN, _TURNED, *(f"{W}{name}" for name in ("tcW", "shd", "vAlign"))))
# A cell of more bytes of XML than this does not return.
_SHORT_CELL = 1000
_CELL_START, _CELL_SAYS_END, _BOUND_TO_NEXT = b"<w:tc>", b"</w:tcPr>", b'<w:keepNext w:val="1"/>'
# Rows that stay together take no more than this part of a page.
_HIGHEST = 0.6


def unbind_high(rows: "Sequence[MeasuredRow]", page_height: int) -> None:
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


class MeasuredCell:
    """A cell that was measured; turned text has no height, because its row states one."""

    def __init__(self, paragraphs: Sequence[MeasuredParagraph], *, turned: bool) -> None:
        self._paragraphs = paragraphs
        self.height, self.loose = 0.0, 0.0
        for gap, paragraph in self._with_gaps() if not turned else ():
            self.height += (
                gap + paragraph.lines * paragraph.height + paragraph.look.border_above + paragraph.look.border_below
            )
            self.loose += paragraph.loose * paragraph.lines
        self.height += paragraphs[-1].look.after if paragraphs and not turned else 0
        # Whether its first paragraph stays with what follows, and with it the row.
        self.keep = bool(paragraphs) and paragraphs[0].look.keep_next
        self.marks = tuple(mark for paragraph in paragraphs for mark in paragraph.marks)

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

    def _with_gaps(self) -> Iterator[tuple[int, MeasuredParagraph]]:
        after, previous = 0, None
        for paragraph in self._paragraphs:
            look = paragraph.look
            yield 0 if look.contextual and look is previous else max(after, look.before), paragraph
            after, previous = look.after, look


@dataclass(frozen=True, slots=True)
class RowSays:
    """What a row says of itself: whether it is repeated as a head, and how high it is, or is at least."""

    any: bool = False
    head: bool = False
    exact: int = 0
    least: int = 0

    @classmethod
    def of(cls, properties: Any) -> "RowSays":
        """What these properties (a trPr) say."""
        head, stated = properties.find(f"{W}tblHeader") is not None, properties.find(f"{W}trHeight")
        if stated is None:
            return cls(any=True, head=head)
        height = int(stated.get(VAL))
        if stated.get(f"{W}hRule") == "exact":
            return cls(any=True, head=head, exact=height)
        return cls(any=True, head=head, least=height)


@dataclass(frozen=True, slots=True)
class CellSays:
    """What a cell says of itself: over how many columns it goes, and whether its text is turned."""

    span: int
    turned: bool


CellMeasurer = Callable[[Any, TableLook, int, bool], MeasuredCell]
"""Measures the element of a cell in a table of a look, so many twips wide, of which the text is turned or not."""


class TableCells:
    """The cells of tables with one look and these columns.

    Rasters repeat a few of them thousands of times: what is written the same in the same place is measured once.
    """

    def __init__(self, look: TableLook, edges: Sequence[int], measured: CellMeasurer, strange: set[str]) -> None:
        """`measured` makes a cell of its element; `strange` takes in the tags of what nobody can measure."""
        self.look = look
        self._edges, self._measured, self._strange = edges, measured, strange
        self._cells: dict[tuple[bytes, int], tuple[MeasuredCell, int]] = {}
        self._rows: dict[bytes, RowSays] = {}
        self._cells_say: dict[bytes, CellSays] = {}

    def of(self, row: Any, written: Sequence[bytes]) -> list[MeasuredCell]:
        """The cells with which a row ends, each as it is `written`."""
        cells: list[MeasuredCell] = []
        place, first = 0, len(row) - len(written)
        for number, xml in enumerate(written, first):
            known = self._cells.get((xml, place))
            if known is None:
                known = self._cell(row[number], place, xml[: xml.find(_CELL_SAYS_END)])
                if len(xml) < _SHORT_CELL:
                    self._cells[xml, place] = known
            cell, place = known
            cells.append(cell)
        return cells

    def among_others(self, row: Any) -> list[MeasuredCell]:
        """The cells of a row with something else in it, which nobody can measure."""
        self._strange.update(child.tag for child in row if child.tag not in (_CELL, _ROW_SAYS))
        cells: list[MeasuredCell] = []
        place = 0
        for element in row.iterfind(_CELL):
            cell, place = self._cell(element, place, etree.tostring(element[0]))
            cells.append(cell)
        return cells

    def _cell(self, element: Any, place: int, start: bytes) -> tuple[MeasuredCell, int]:
        """A cell, and the column after it; `start` is how its properties are written."""
        says = self._cells_say.get(start)
        if says is None:
            says = self._cells_say[start] = self._read_cell(element[0])
        end = place + says.span
        return self._measured(element, self.look, self._edges[end] - self._edges[place], says.turned), end

    def _read_cell(self, properties: Any) -> CellSays:
        self._strange.update(child.tag for child in properties if child.tag not in _CELL_KNOWN)
        span = properties.find(_SPAN)
        return CellSays(1 if span is None else int(span.get(VAL)), properties.find(_TURNED) is not None)

    def says(self, row: Any, start: bytes) -> RowSays:
        """What a row says of itself before its cells, as that is written in `start`."""
        says = self._rows.get(start)
        if says is None:
            properties = row.find(_ROW_SAYS)
            says = self._rows[start] = RowSays() if properties is None else RowSays.of(properties)
        return says


class MeasuredRow:
    """A row that was measured; `is_bound` says that it stays with the next wherever its table is cut."""

    def __init__(self, table: TableCells, element: Any) -> None:
        self.element = element
        written = etree.tostring(element)
        start, *cells = written.split(_CELL_START)
        self.says = table.says(element, start)
        alone = len(element) == self.says.any + len(cells)
        self.cells = table.of(element, cells) if alone else table.among_others(element)
        self.keep = self.cells[0].keep
        self.is_bound = self.keep and _BOUND_TO_NEXT in written
        self.marks = tuple(mark for cell in self.cells for mark in cell.marks)
        self.loose = max(cell.loose for cell in self.cells)
        self.height = max(cell.height for cell in self.cells) + table.look.top + table.look.bottom

    def unbind(self) -> None:
        """It need not stay with the next."""
        self.keep = self.is_bound = False
        for keep in self.element.iter(f"{W}keepNext"):
            keep.set(VAL, UNBOUND)
