"""The rows of tables, measured: how high each is, and which of them stay together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any

from sto_tui.documents.word.page_numbers.atoms import Atom, MeasuredParagraph
from sto_tui.documents.word.page_numbers.row_texts import RowText
from sto_tui.documents.word.page_numbers.style_looks import VAL, TableLook, W

_CELL, _ROW_SAYS, _SPAN, _TURNED = (f"{W}{name}" for name in ("tc", "trPr", "gridSpan", "textDirection"))
_CELL_KNOWN = frozenset((_SPAN, _TURNED, *(f"{W}{name}" for name in ("tcW", "shd", "vAlign"))))
# A cell of more bytes of XML than this does not return.
_SHORT_CELL = 1000
_CELL_START, _CELL_END, _CELL_SAYS_END, _ROW_END = b"<w:tc>", b"</w:tc>", b"</w:tcPr>", b"</w:tr>"
_NEXT_CELL = _CELL_END + _CELL_START
# How a row begins that has nothing in it but cells, and how a cell begins that says more of itself than ours do.
_PLAIN_STARTS, _MORE_OF_CELL = (b"<w:tr>", b"</w:trPr>", b"<w:trPr/>"), b"<w:tc "
_ENDLESS = 1_000_000
_MARKS, _LOOSE, _HEIGHT = attrgetter("marks"), attrgetter("loose"), attrgetter("height")
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
        self.marks = tuple(chain.from_iterable(map(_MARKS, paragraphs)))

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
    def of_row(cls, element: Any) -> "RowSays":
        """What the element of a row says."""
        properties = element.find(_ROW_SAYS)
        if properties is None:
            return cls()
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


CellMeasurer = Callable[[bytes, int], Sequence[MeasuredParagraph]]
"""Measures the paragraphs in a cell, as it is written behind its properties, on lines of so many twips."""


class TableCells:
    """The cells of tables with one look and these columns.

    Rasters repeat a few of them thousands of times: what is written the same in the same place is measured once.
    """

    def __init__(
        self,
        look: TableLook,
        edges: Sequence[int],
        measured: CellMeasurer,
        parsed: Callable[[bytes], Any],
        strange: set[str],
    ) -> None:
        """`parsed` makes an element of what is written; `strange` takes in the tags of what nobody can measure."""
        self.look = look
        self._edges, self._measured, self._parsed, self._strange = edges, measured, parsed, strange
        self._cells: dict[tuple[bytes, int], tuple[MeasuredCell, int]] = {}
        self._rows: dict[bytes, RowSays] = {}
        self._cells_say: dict[bytes, CellSays] = {}

    def of(self, written: Sequence[bytes]) -> list[MeasuredCell]:
        """The cells of a row, each as it is `written`."""
        cells: list[MeasuredCell] = []
        place = 0
        for xml in written:
            known = self._cells.get((xml, place))
            if known is None:
                known = self._cell(xml, place)
                if len(xml) < _SHORT_CELL:
                    self._cells[xml, place] = known
            cell, place = known
            cells.append(cell)
        return cells

    def among_others(self, row: Any) -> list[MeasuredCell]:
        """The cells of a row with something else in it, which nobody can measure."""
        self._strange.update(child.tag for child in row if child.tag not in (_CELL, _ROW_SAYS))
        cells = (RowText.of(element).xml for element in row.iterfind(_CELL))
        return self.of([cell[cell.index(b">") + 1 :] for cell in cells])

    def _cell(self, xml: bytes, place: int) -> tuple[MeasuredCell, int]:
        """A cell, and the column after it."""
        start, end, inside = xml.partition(_CELL_SAYS_END)
        says = self._cells_say.get(start)
        if says is None:
            says = self._cells_say[start] = self._read_cell(self._parsed(start + end))
        last = place + says.span
        width = self._edges[last] - self._edges[place] - self.look.left - self.look.right
        paragraphs = self._measured(inside.removesuffix(_ROW_END), _ENDLESS if says.turned else width)
        return MeasuredCell(paragraphs, turned=says.turned), last

    def _read_cell(self, properties: Any) -> CellSays:
        self._strange.update(child.tag for child in properties if child.tag not in _CELL_KNOWN)
        span = properties.find(_SPAN)
        return CellSays(1 if span is None else int(span.get(VAL)), properties.find(_TURNED) is not None)

    def says(self, start: bytes) -> RowSays:
        """What a row says of itself before its cells, as that is written in `start`."""
        says = self._rows.get(start)
        if says is None:
            says = self._rows[start] = RowSays.of_row(self._parsed(start + _ROW_END))
        return says

    def row(self, text: RowText) -> tuple[RowSays, list[MeasuredCell]]:
        """What a row says of itself, and its cells."""
        start, *cells = text.xml.split(_CELL_START)
        plain = start.endswith(_PLAIN_STARTS) and cells and cells[-1].endswith(_CELL_END + _ROW_END)
        if plain and _MORE_OF_CELL not in text.xml and text.xml.count(_NEXT_CELL) == len(cells) - 1:
            return self.says(start), self.of(cells)
        element = self._parsed(text.xml)
        return RowSays.of_row(element), self.among_others(element)


class MeasuredRow:
    """A row that was measured; `is_bound` says that it stays with the next wherever its table is cut."""

    def __init__(self, table: TableCells, text: RowText) -> None:
        self.text = text
        self.says, self.cells = table.row(text)
        self.keep = self.cells[0].keep
        self.is_bound = self.keep and text.is_bound
        self.marks = tuple(chain.from_iterable(map(_MARKS, self.cells)))
        self.loose = max(map(_LOOSE, self.cells))
        self.height = max(map(_HEIGHT, self.cells)) + table.look.top + table.look.bottom

    def unbind(self) -> None:
        """It need not stay with the next."""
        self.keep = self.is_bound = False
        self.text.unbind()
