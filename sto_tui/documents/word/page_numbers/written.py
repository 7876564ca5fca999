"""What stands in a paragraph, read from how it is written: as elements that takes three times as long."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from sto_tui.documents.word.page_numbers.lines import BREAK, TAB, Piece
from sto_tui.documents.word.page_numbers.row_texts import RowText
from sto_tui.documents.word.page_numbers.style_looks import Look, Looks
from sto_tui.documents.word.xml_writing import unescaped
from sto_tui.domain.printed import PREFIX

_START, _SAYS_END, _END, _CELL_END = b"<w:p><w:pPr>", b"</w:pPr>", b"</w:p>", b"</w:tc>"
# A run with at most properties, a break and a text; a tab; either end of a bookmark or link; a mark or word of a field.
# What stands between these is more.
_PIECES = re.compile(
    rb'<w:r>(?:<w:rPr>((?:<[^>]*/>)*)</w:rPr>)?(<w:br/>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>'
    rb'|<w:r>(<w:tab/>)</w:r>|<w:bookmarkStart w:id="\d+" w:name="([^"]*)"/>|<w:bookmarkEnd w:id="\d+"/>'
    rb"|<w:r><w:fldChar [^>]*/></w:r>|<w:r><w:instrText[^>]*>[^<]*</w:instrText></w:r>|</?w:hyperlink[^>]*>"
)
_GROUPS = _PIECES.groups + 1
_PREFIX = PREFIX.encode()


class ParagraphText:
    """What stands in a paragraph of a look; `looks` are those of it and its runs."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.looks = [look]
        self.pieces: list[Piece] = []
        self.marks: list[str] = []
        self.natural = self.drawn = 0
        self.other_font = False

    def add(self, words: str, look: Look) -> None:
        """Adds a text in the look of its run."""
        self.pieces.append((words, look.face))
        self.other_font = self.other_font or not look.face.knows(words)

    def turn(self, look: Look) -> None:
        """Notes that a run has a look of its own."""
        self.looks.append(look)
        self.natural = max(self.natural, look.face.line)


class WrittenParagraphs:
    """Reads the paragraphs of one document; what their properties say is worked out once."""

    def __init__(self, looks: Looks, namespaces: Mapping[str | None, str]) -> None:
        """`namespaces` are those that stand at the root of the document, by their prefix."""
        self._looks = looks
        names = (f' xmlns:{prefix}="{name}"' for prefix, name in namespaces.items() if prefix)
        self._root = f"<root{''.join(names)}>".encode()
        self._paragraphs: dict[bytes, Look] = {}
        self._runs: dict[tuple[Look, bytes], Look] = {}

    def parsed(self, xml: bytes) -> Any:
        """The element that is written so."""
        return etree.fromstring(self._root + xml + b"</root>")[0]

    def in_cell(self, xml: bytes) -> list[bytes]:
        """The paragraphs of a cell as written behind its properties, without their ends; none when it has more."""
        *paragraphs, end = xml.split(_END)
        return paragraphs if end == _CELL_END else []

    def of(self, element: Any) -> bytes:
        """How a paragraph is written, without its end."""
        return RowText.of(element).xml.removesuffix(_END)

    def text(self, xml: bytes) -> ParagraphText | None:
        """What stands in a paragraph without its end; None when there is more in it than ours mostly have."""
        says, end, inside = xml.partition(_SAYS_END)
        parts: Sequence[bytes | None] = _PIECES.split(inside)
        if not end or not says.startswith(_START) or any(parts[::_GROUPS]):
            return None
        look = self._paragraphs.get(says)
        if look is None:
            look = self._paragraphs[says] = self._looks.paragraph(self.parsed(says + end + _END)[0])
        text = ParagraphText(look)
        for place in range(1, len(parts), _GROUPS):
            run_says, is_broken, words, is_tab, mark = parts[place : place + _GROUPS - 1]
            if mark is not None and not mark.startswith(_PREFIX):
                text.marks.append(mark.decode())
            run_look = look
            if run_says:
                run_look = self._run(look, run_says)
                text.turn(run_look)
            if is_tab:
                text.pieces.append((TAB, look.face))
            if is_broken:
                text.pieces.append((BREAK, run_look.face))
            if words:
                if b"&#" in words:
                    return None
                text.add(unescaped(words.decode()), run_look)
        return text

    def _run(self, look: Look, says: bytes) -> Look:
        """The look of a run with these properties in a paragraph of this look."""
        known = self._runs.get((look, says))
        if known is None:
            properties = self.parsed(b"<w:rPr>" + says + b"</w:rPr>")
            known = self._runs[look, says] = self._looks.with_characters(look, properties)
        return known
