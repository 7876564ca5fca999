"""The rows of tables as they are written, apart from the tree of their document.

As elements the rows of a plan take ten times as much room, and most of the time that it takes to make one. In the tree
a mark stands in their place until the document is saved.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from sto_tui.documents.word.xml_reading import W

_ROW = f"{W}tr"
_PLACE = "rows-apart"
_MARK = re.compile(rb'<w:tr rows-apart="(\d+)"/>')
_ROW_END, _GRID_END, _TABLE_END = b"</w:tr>", b"</w:tblGrid>", b"</w:tbl>"
_NAMESPACES = re.compile(rb' xmlns(?::[^=]+)?="[^"]*"')
_SAYS_END, _SAYS_NOTHING = b"</w:trPr>", b"<w:trPr></w:trPr>"
_HEIGHT = re.compile(rb'(<w:trHeight (?:[^>]* )?w:val=")[^"]*')
_UNBREAKABLE = b"<w:cantSplit/>"
_KEEP = re.compile(rb"<w:keepNext(?: [^>]*)?/>")
# How a row says that it stays with the next where its table may, wherever its table is cut, and that it does not.
_KEPT, _BOUND, _UNBOUND = b"<w:keepNext/>", b'<w:keepNext w:val="1"/>', b'<w:keepNext w:val="0"/>'


class RowText:
    """A row as it is written, in which the layout changes how it is kept and how high it is."""

    __slots__ = ("xml",)

    def __init__(self, xml: bytes) -> None:
        self.xml = xml

    @classmethod
    def of(cls, element: Any) -> "RowText":
        """The row of an element, without the namespaces: those stand at the root of its document."""
        written = etree.tostring(element, encoding="UTF-8", with_tail=False)
        end = written.index(b">")
        return cls(_NAMESPACES.sub(b"", written[:end]) + written[end:])

    @property
    def is_bound(self) -> bool:
        """Whether it stays with the next wherever its table is cut."""
        return _BOUND in self.xml

    def let_go(self) -> None:
        """It need not stay on one page with the whole of its table."""
        self.xml = self.xml.replace(_KEPT, b"")

    def unbind(self) -> None:
        """It need not stay with the next."""
        self.xml = _KEEP.sub(_UNBOUND, self.xml)

    def let_break(self) -> None:
        """A page may end within it."""
        self.xml = _KEEP.sub(b"", self.xml.replace(_UNBREAKABLE, b"")).replace(_SAYS_NOTHING, b"<w:trPr/>")

    def heighten(self, height: int) -> None:
        """Says that it is so many twips high; at least, when it did not say how high it is."""
        changed, many = _HEIGHT.subn(rb"\g<1>%d" % height, self.xml, 1)
        if not many:
            stated = b'<w:trHeight w:hRule="atLeast" w:val="%d"/></w:trPr>' % height
            changed = self.xml.replace(b"<w:trPr/>", b"<w:trPr></w:trPr>", 1).replace(_SAYS_END, stated, 1)
        self.xml = changed


class RowsApart:
    """The rows of the tables of one document, which stand apart from its tree."""

    def __init__(self) -> None:
        self._tables: list[list[RowText]] = []

    def taken_from(self, blocks: bytes) -> bytes:
        """The blocks with marks in the place of the rows in them; a table of ours has none in its cells."""
        before, *parts = blocks.split(_GRID_END)
        pieces = [before]
        for part in parts:
            end = part.index(_TABLE_END)
            rows = [RowText(row + _ROW_END) for row in part[:end].split(_ROW_END)[:-1]]
            pieces += [_GRID_END, self._kept(rows), part[end:]]
        return b"".join(pieces)

    def take_from(self, body: Any) -> None:
        """Leaves marks in the place of the rows of every table of a body."""
        for table in body.iterchildren(f"{W}tbl"):
            elements = list(table.iterchildren(_ROW))
            number = len(self._tables)
            self._kept([RowText.of(element) for element in elements])
            for element in elements:
                table.remove(element)
            etree.SubElement(table, _ROW).set(_PLACE, str(number))

    def _kept(self, rows: list[RowText]) -> bytes:
        self._tables.append(rows)
        return b'<w:tr %b="%d"/>' % (_PLACE.encode(), len(self._tables) - 1)

    def of(self, table: Any) -> Iterator[RowText]:
        """The rows of the element of a table."""
        for element in table.iterchildren(_ROW):
            place = element.get(_PLACE)
            if place is None:
                yield RowText.of(element)
            else:
                yield from self._tables[int(place)]

    def put_back(self, document: bytes) -> Iterator[bytes]:
        """A document as it is written, with the rows in their places, piece by piece."""
        end = 0
        for mark in _MARK.finditer(document):
            yield document[end : mark.start()]
            yield b"".join([row.xml for row in self._tables[int(mark[1])]])
            end = mark.end()
        yield document[end:]


NO_ROWS_APART = RowsApart()
"""Of a document whose rows all stand in its tree."""
