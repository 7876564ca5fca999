"""The building blocks with which chapters are written. Each appends one block; nothing is read back."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from math import ceil
from types import MappingProxyType
from typing import TypeVar

from sto_tui.documents.word.chapter_numbers import ChapterNumbers
from sto_tui.documents.word.page_size import OUR_PAGE, PageSetup
from sto_tui.documents.word.styles import ACCENT, LABEL_TINT
from sto_tui.documents.word.xml_writing import (
    cell,
    control,
    line_break,
    paragraph,
    row,
    run,
    section,
    simple_field,
    table,
)
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.domain.text import full_stop_after
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.paper_outline import PaperPart, PaperSection, mention

# No page has so many rows; of fewer, the layout in `pages` decides whether they stay together.
_MOST_ROWS_TOGETHER = 40
_ROOM_ABOVE = {"Caption", "Heading1", "Heading2", "Heading3", "STOBron", "STOLegenda", "TOCHeading"}
_PLAIN_PARAGRAPH = re.compile(r'<w:p><w:pPr><w:pStyle w:val="([^"]*)"/>(</w:pPr>)?')
Column = TypeVar("Column")
_STYLE_OF_PARAGRAPH = re.compile(r'(<w:pPr><w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')


@dataclass(frozen=True)
class Heading:
    """A heading for the contents: level, number (may be empty), text and bookmark."""

    level: int
    number: str
    text: str
    bookmark: str


class UnknownHoleError(LookupError):
    """A chapter wanted to write a hole that no check finds."""


HoleKey = tuple[str, Ref, str]


def by_key(holes: Iterable[Finding]) -> Mapping[HoleKey, Finding]:
    """Holes by where a chapter writes them: the section, the field, and what tells two of one field apart."""
    return MappingProxyType({(hole.section.key, hole.ref, hole.detail): hole for hole in holes})


@dataclass
class Writer:
    """Collects the body of the document as XML. Its holes are those that checks found, and no others.

    `left_open` are those that somebody set aside: nothing is asked there.
    """

    ids: dict[str, str]
    dossier: Dossier
    today: date
    holes: Mapping[HoleKey, Finding] = field(default_factory=dict)
    part: PaperPart = "alles"
    section: PaperSection | None = None
    page: PageSetup = OUR_PAGE
    landscape: bool = False
    left_open: frozenset[HoleKey] = frozenset()
    blocks: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    sections: list[bool] = field(default_factory=list)
    chapter_numbers: ChapterNumbers = field(default_factory=ChapterNumbers)
    _tables: int = 0
    _control_numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def style(self, name: str) -> str:
        """The id of a style in this document."""
        return self.ids.get(name, name)

    @property
    def width(self) -> float:
        """The width of the text in centimetres."""
        return self.page.sheet(landscape=self.landscape).text_cm

    def add(self, block: str) -> None:
        """Appends a block; under a table it gets the room above it that its style does not have."""
        if self.blocks and self.blocks[-1].endswith("</w:tbl>"):
            block = self._below_table(block)
        self.blocks.append(block)

    def _below_table(self, block: str) -> str:
        plain_paragraph = _PLAIN_PARAGRAPH.match(block)
        if plain_paragraph and plain_paragraph[1] in {self.style(name) for name in _ROOM_ABOVE}:
            return block
        if plain_paragraph and plain_paragraph[2]:
            return f'{block[: plain_paragraph.start(2)]}<w:spacing w:before="200"/>{block[plain_paragraph.start(2) :]}'
        return paragraph(self.style("STOBron"), "") + block

    # Text.

    def heading(
        self, level: int, text: str, number: str = "", ref: Ref | None = None, paragraph_number: int = 0
    ) -> None:
        """A heading, in the contents too; with `ref` its text can be edited in Word and taken back.

        `paragraph_number` is for a heading that is one of the paragraphs of a field.
        """
        bookmark = f"_Toc{len(self.headings) + 1:06}"
        self.headings.append(Heading(level, number, text, bookmark))
        words = self.field(ref, text, paragraph_number) if ref else run(text)
        # The number of a chapter is that of the list of its heading.
        content = (run(f"{number}  ") if number and level > 1 else "") + words
        mark = len(self.headings)
        content = f'<w:bookmarkStart w:id="{mark}" w:name="{bookmark}"/>{content}<w:bookmarkEnd w:id="{mark}"/>'
        properties = self.chapter_numbers.properties(int(number or 0)) if level == 1 else ""
        self.add(paragraph(self.style(f"Heading{level}"), content, properties=properties))

    def begin(self, section: PaperSection) -> None:
        """Begins a section: its number and title as a heading; what is missing from here on is missing in it."""
        self.section = section
        self.heading(1, section.title, str(section.number or ""))

    def mention(self, chapter: Chapter) -> str:
        """How this document refers to a chapter that may not be in it."""
        return mention(chapter, self.part)

    def lead(self, text: str) -> None:
        """The one plain paragraph that opens a chapter."""
        self._text("STOInleiding", run(text))

    def text(self, text: str) -> None:
        """A paragraph of our own."""
        self._text("Normal", run(text))

    def source(self, text: str) -> None:
        """The line under a table that says where it comes from."""
        self.line_below("STOBron", run(text))

    def legend(self, text: str) -> None:
        """The line under a raster that spells out its letters."""
        self.line_below("STOLegenda", run(text))

    def line_below(self, style: str, content: str) -> None:
        """A line that stays with the last two rows of the table above it."""
        if self.blocks and self.blocks[-1].endswith("</w:tbl>"):
            xml = self.blocks[-1]
            start = xml.rfind("<w:tr>", 0, xml.rfind("<w:tr>"))
            self.blocks[-1] = xml[:start] + kept_with_next(xml[start:]) if start > 0 else xml
        self._text(style, content)

    def box(self, head: str, text: str) -> None:
        """A note to the reader."""
        self._text("STOKader", run(f"{head} ", bold=True) + run(text))

    def _text(self, style: str, content: str) -> None:
        self.add(paragraph(self.style(style), content))

    def prose(self, ref: Ref, text: str, ours: str = "") -> None:
        """A text from the dossier: paragraphs, and bullets for lines that begin with a dash.

        `ours` goes on where the last paragraph ends, outside of what people may fill in.
        """
        parts = list(paragraphs_in(text))
        for number, (style, part) in enumerate(parts, 1):
            content = self.field(ref, part, number)
            if ours and number == len(parts) and style == "text":
                content += run(f"{full_stop_after(part)} {ours}")
                ours = ""
            self._text("ListBullet" if style == "bullet" else "Normal", content)
        if ours:
            self.text(ours)

    def lacks(self, ref: Ref, detail: str = "") -> bool:
        """Whether something is still to be filled in here."""
        return self._key(ref, detail) in self.holes

    @property
    def holes_here(self) -> list[Finding]:
        """What this section lacks, in the order in which it asks."""
        return [hole for hole in self.holes.values() if hole.section == self.section]

    def ask(self, ref: Ref, detail: str = "") -> bool:
        """A paragraph that says what is still to be filled in, when it is; returns whether it was."""
        if missing := self.lacks(ref, detail):
            self._text("Normal", self.hole(ref, detail))
        return missing

    def _key(self, ref: Ref, detail: str) -> HoleKey:
        return (self.section.key if self.section else "", ref, detail)

    # Pieces for inside paragraphs and cells.

    def field(self, ref: Ref, text: str, number: int = 0) -> str:
        """A text from the dossier in a content control that is tagged with its address."""
        tag = f"{ref}#{number}" if number else str(ref)
        return self.tagged(tag, text)

    def tagged(self, tag: str, text: str) -> str:
        """The same, for parts of records, whose address is longer.

        Each line has a control of its own: LibreOffice moves the breaks within one to its beginning.
        """
        if not text:
            return run("")
        first, *rest = text.split("\n")
        return self._line(tag, first) + "".join(
            line_break() + self._line(f"{tag}#{number}", line) for number, line in enumerate(rest, 2)
        )

    def _line(self, tag: str, text: str) -> str:
        return control(tag, next(self._control_numbers), run(text)) if text else ""

    def hole(self, ref: Ref, detail: str = "") -> str:
        """A run that says what is still to be filled in. Raises UnknownHoleError when no check found it."""
        hole = self.holes.get(self._key(ref, detail))
        if hole is None and self._key(ref, detail) in self.left_open:
            return run("–")
        if hole is None:
            raise UnknownHoleError(f"no check in planning/checks finds it: {self._key(ref, detail)}")
        return run(f"[Nog in te vullen: {hole.hole}]", style=self.style("STONoginte"))

    def value(self, ref: Ref, text: str) -> str:
        """A field, or what is still to be filled in when it is empty."""
        return self.hole(ref) if self.lacks(ref) else self.field(ref, text)

    # Tables.

    def caption(self, text: str) -> None:
        """The caption above a table, with its number."""
        self._tables += 1
        label = run("Tabel ", bold=True, colour=ACCENT) + simple_field("SEQ Tabel \\* ARABIC", str(self._tables))
        self._text("Caption", label + run(f"  {text}"))

    def cell_text(self, content: str, style: str = "STOTabeltekst") -> str:
        """A paragraph for a cell."""
        return paragraph(self.style(style), content)

    def table(
        self,
        widths: Sequence[float],
        head: Sequence[str],
        rows: Iterable[Sequence[str]],
        title: str,
        description: str,
        *,
        numbers_from: int = 99,
        caption: bool = True,
        together: bool = True,
        shades: dict[tuple[int, int], str] | None = None,
    ) -> None:
        """A table with a head row. Cells are paragraphs; columns from `numbers_from` have heads at the right.

        With `together` it stays on one page where it can.
        """
        if caption:
            self.caption(title)
        heads = [
            cell(width, [self.cell_text(run(text), "STOTabelkopgetal" if index >= numbers_from else "STOTabelkop")])
            for index, (width, text) in enumerate(zip(widths, head, strict=True))
        ]
        body = [
            row(
                cell(width, [content], shade=(shades or {}).get((number, index), ""))
                for index, (width, content) in enumerate(zip(widths, contents, strict=True))
            )
            for number, contents in enumerate(rows)
        ]
        body = kept_together(body) if together else body
        self.add(table(self.style("STOTabel"), list(widths), [row(heads, head=True), *body], title, description))

    def label_table(
        self, rows: Sequence[tuple[str, str]], title: str, widths: tuple[float, float] = (4.0, 12.0)
    ) -> None:
        """Labels with their values, without a head."""
        body = [
            row(
                (
                    cell(widths[0], [self.cell_text(run(label), "STOTabellabel")], shade=LABEL_TINT),
                    cell(widths[1], [content]),
                )
            )
            for label, content in rows
        ]
        self.add(table(self.style("STOTabel"), list(widths), kept_together(body), title, title, head=False))

    def bullets(self, items: Iterable[str]) -> str:
        """Bullets for a cell; each item is a run or control."""
        return "".join(paragraph(self.style("STOTabelopsomming"), item) for item in items)

    # Sections.

    def turn(self, *, landscape: bool) -> None:
        """Ends the section; what follows stands in the other direction.

        With the last paragraph, if that has no content control: LibreOffice would join it with the next. A paragraph of
        its own takes no room.
        """
        if landscape == self.landscape:
            return
        last = self.blocks[-1]
        if "</w:sdt>" in last or last.endswith("</w:tbl>"):
            last = paragraph(self.style("STOBron"), "")
            self.add(last)
        end = last.index("</w:pPr>", last.rindex("<w:p>"))
        turned = section(self.page.sheet(landscape=self.landscape), first=not self.sections)
        self.blocks[-1] = last[:end] + turned + last[end:]
        self.sections.append(self.landscape)
        self.landscape = landscape


def kept_together(rows: list[str]) -> list[str]:
    """The same rows, asked to stay on one page; the layout takes that back where it would leave a page half empty."""
    if len(rows) > _MOST_ROWS_TOGETHER:
        return rows
    return [*map(kept_with_next, rows[:-1]), *rows[-1:]]


def parted(columns: Sequence[Column], most: int) -> list[Sequence[Column]]:
    """The columns over as few tables as can be, of about equal width; at most `most` side by side."""
    size = ceil(len(columns) / ceil(len(columns) / max(1, most)))
    return [columns[first : first + size] for first in range(0, len(columns), size)]


def kept_with_next(xml: str) -> str:
    """The same rows, that stay on one page with what follows."""
    return _STYLE_OF_PARAGRAPH.sub(r"\1<w:keepNext/>", xml)


def paragraphs_in(text: str) -> Iterable[tuple[str, str]]:
    """Each paragraph with its kind, `text` or `bullet`.

    Paragraphs are separated by a blank line; a line that begins with a dash is a bullet.
    """
    for part in text.split("\n\n"):
        plain: list[str] = []
        for line in part.split("\n"):
            if line.lstrip().startswith("- "):
                if plain:
                    yield "text", "\n".join(plain)
                    plain = []
                yield "bullet", line.lstrip()[2:].strip()
            elif line.strip():
                plain.append(line.strip())
        if plain:
            yield "text", "\n".join(plain)


def month_and_year(month: int, year: int) -> str:
    """`maart 2027`."""
    return f"{MONTHS[month - 1]} {year}"
