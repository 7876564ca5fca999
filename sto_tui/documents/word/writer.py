"""The building blocks with which chapters are written. Each appends one block; nothing is read back."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TypeVar

from sto_tui.documents.word.chapter_numbers import ChapterNumbers
from sto_tui.documents.word.field_texts import FieldTexts
from sto_tui.documents.word.label_rows import LabelRow, TableGrid
from sto_tui.documents.word.page_size import OUR_PAGE, PageSetup
from sto_tui.documents.word.styles import ACCENT, LABEL_TINT
from sto_tui.documents.word.text_widths import with_room_for_words
from sto_tui.documents.word.xml_writing import (
    bookmark,
    cell,
    paragraph,
    row,
    run,
    section,
    simple_field,
    table,
)
from sto_tui.domain.dutch import MONTHS, count, enumerate_words, small
from sto_tui.domain.plan import Chapter
from sto_tui.domain.printed import Address, FieldShape, PrintedField, mark_of
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.planning.paper_outline import PaperSection, mention
from sto_tui.planning.plan_status import SinceHandedIn

# No page has so many rows; of fewer, the layout in `pages` decides whether they stay together.
_MOST_ROWS_TOGETHER = 40
# Above a chapter that runs on, in twips.
_ABOVE_CHAPTER = 440
_ROOM_ABOVE = {"Caption", "Heading1", "Heading2", "Heading3", "STOBron", "STOLegenda", "TOCHeading"}
_PLAIN_PARAGRAPH = re.compile(r'<w:p><w:pPr><w:pStyle w:val="([^"]*)"/>(</w:pPr>)?')
Column = TypeVar("Column")
_STYLE_OF_PARAGRAPH = re.compile(r'(<w:pPr><w:pStyle w:val="[^"]*"/>)(?!<w:keepNext)')
_KEPT = "<w:keepNext/>"
# Stays when the layout lets a table go on over pages.
_BOUND = '<w:keepNext w:val="1"/>'


@frozen
class Heading:
    """A heading for the contents: level, number (may be empty), text and bookmark."""

    level: int
    number: str
    text: str
    bookmark: str


@dataclass
class Writer(FieldTexts):
    """Collects the body of the document as XML."""

    page: PageSetup = OUR_PAGE
    landscape: bool = False
    runs_on: bool = False
    """Whether a chapter begins below the one before it instead of on a new page."""
    blocks: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    sections: list[bool] = field(default_factory=list)
    chapter_numbers: ChapterNumbers = field(default_factory=ChapterNumbers)
    since: SinceHandedIn = SinceHandedIn.UNKNOWN
    """Whether the plan is still what was handed in."""
    _tables: int = 0

    @property
    def width(self) -> float:
        """The width of the text in centimetres."""
        return self.page.sheet(landscape=self.landscape).text_cm

    def add(self, block: str) -> None:
        """Appends a block; under a table it gets the room above it that its style does not have."""
        if self.blocks and self.blocks[-1].endswith("</w:tbl>"):
            block = self._below_table(block)
        self.blocks.append(block)

    def handed_over(self) -> Iterator[str]:
        """The blocks, which it keeps no longer: of a long plan they take as much room as what is made of them."""
        blocks, self.blocks = self.blocks, []
        yield from blocks

    def _below_table(self, block: str) -> str:
        plain_paragraph = _PLAIN_PARAGRAPH.match(block)
        if plain_paragraph and plain_paragraph[1] in {self.style(name) for name in _ROOM_ABOVE}:
            return block
        if plain_paragraph and plain_paragraph[2]:
            return f'{block[: plain_paragraph.start(2)]}<w:spacing w:before="200"/>{block[plain_paragraph.start(2) :]}'
        return paragraph(self.style("STOBron"), "") + block

    # Text.

    def heading(
        self, level: int, text: str, number: str = "", ref: Ref | None = None, below: Iterable[Address] = ()
    ) -> None:
        """A heading, in the contents too; `ref` is the field whose text it is.

        Its label is the number that is text, or the whole heading when it has none. There stand the marks of its record
        and of the fields whose text stands `below` it.
        """
        anchor = f"_Toc{len(self.headings) + 1:06}"
        self.headings.append(Heading(level, number, text, anchor))
        record = ref.at(None) if ref else None
        marked = [*below, *([record] if record else [])]
        words = self.heading_words(ref, text) if ref else run(text)
        # The number of a chapter is that of the list of its heading, and no text.
        typed = number if level > 1 else ""
        content = self.mark(run(typed), *marked) + run("  ") + words if typed else self.mark(words, *marked)
        content = bookmark(anchor, next(self.printed.bookmark_numbers), content)
        properties = self._chapter_properties(int(number or 0)) if level == 1 else ""
        self.add(paragraph(self.style(f"Heading{level}"), content, properties=properties))

    def _chapter_properties(self, number: int) -> str:
        """What the heading of a chapter says besides its style, in the order of the schema."""
        numbering = self.chapter_numbers.properties(number)
        if not self.runs_on:
            return numbering
        place = numbering.find("<w:ind ") if "<w:ind " in numbering else len(numbering)
        room = f'<w:spacing w:before="{_ABOVE_CHAPTER}"/>'
        return f'<w:pageBreakBefore w:val="0"/>{numbering[:place]}{room}{numbering[place:]}'

    def begin(self, section: PaperSection, below: Iterable[Address] = ()) -> None:
        """Begins a section: its number and title as a heading; what is missing from here on is missing in it.

        `below` are the fields whose text opens it.
        """
        self.section = section
        self.heading(1, section.title, str(section.number or ""), below=below)

    def mention(self, chapter: Chapter) -> str:
        """How this document refers to a chapter that may not be in it."""
        return mention(chapter, self.part)

    def lead(self, text: str) -> None:
        """The one plain paragraph that opens a chapter."""
        self._text("STOInleiding", run(text))

    def text(self, text: str) -> None:
        """A paragraph of our own, in a style by which it is told from the text of a field."""
        self._text("STOToelichting", run(text))

    def keep_with_next(self) -> None:
        """What was written last stays on one page with what follows: under a heading it is too little to end a page."""
        self.blocks[-1] = kept_with_next(self.blocks[-1])

    def field_head(self, text: str, *below: Address) -> None:
        """A short label of our own above the text of fields, where no heading is."""
        self._text("STOVeldkop", self.mark(run(text), *below))

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

    def prose(self, ref: Ref, text: str, *, heads: Collection[str] = ()) -> None:
        """A text from the dossier: paragraphs, and bullets for lines that begin with a dash.

        Or what is still to be filled in. Its mark stands on a heading or label above it. Lines that are one of `heads`
        are labels within the text.
        """
        self.printed.print(PrintedField(str(ref), FieldShape.PROSE, text, mark_of(ref)))
        if self.lacks(ref):
            self._text("Normal", self.hole(ref))
            return
        for style, part in paragraphs_in(text):
            name = "STOVeldkop" if part in heads else "ListBullet" if style == "bullet" else "Normal"
            self._text(name, run(part))

    def line(self, label: str, ref: Ref, text: str, style: str = "STOBron", below: Iterable[Address] = ()) -> None:
        """A field in a line of its own, behind its label; under a table it stays with that.

        `below` are the fields whose text stands under the line.
        """
        content = self.mark(run(label) if label else "", *below, ref) + (run(" ") if label else "")
        self.line_below(style, content + "".join(self._lines(FieldShape.LINE, ref, text)))

    def ask(self, ref: Ref, detail: str = "") -> bool:
        """A paragraph that says what is still to be filled in, when it is; returns whether it was."""
        if missing := self.lacks(ref, detail):
            self._text("STOToelichting", self.hole(ref, detail))
        return missing

    # Tables.

    def caption(self, text: str) -> None:
        """The caption above a table, with its number."""
        self._tables += 1
        label = run("Tabel ", bold=True, colour=ACCENT) + simple_field("SEQ Tabel \\* ARABIC", str(self._tables))
        self._text("Caption", label + run(f"  {text}"))

    def table(
        self,
        widths: Sequence[float],
        head: Sequence[str],
        rows: Iterable[Sequence[str] | LabelRow],
        title: str,
        description: str,
        *,
        numbers_from: int = 99,
        numbers_to: int = 99,
        caption: bool = True,
        together: bool = True,
        shades: dict[tuple[int, int], str] | None = None,
        groups: Collection[int] = (),
    ) -> None:
        """A table with a head row. Cells are paragraphs.

        Columns from `numbers_from` up to `numbers_to` have heads at the right.

        With `together` it stays on one page where it can. The rows of `shades` are counted without label rows. So are
        `groups`: the heads of groups of rows, which stay with the first of them.
        Without a description it is described by its columns; the first of them names the rows, unless it has numbers.
        """
        if caption:
            self.caption(title)
        rows = list(rows)
        in_columns = [[self.cell_text(run(text), "STOTabelkop") for text in head]]
        in_columns += [list(one_row) for one_row in rows if not isinstance(one_row, LabelRow)]
        widths = with_room_for_words(widths, zip(*in_columns, strict=True))
        grid = TableGrid.of(widths, labelled=any(isinstance(one_row, LabelRow) for one_row in rows))
        columns = list(zip(widths, grid.spans, strict=True))
        heads = [
            cell(
                width, [self.cell_text(run(text), _head_style(is_number=numbers_from <= index < numbers_to))], span=span
            )
            for index, ((width, span), text) in enumerate(zip(columns, head, strict=True))
        ]
        body: list[str] = []
        number = 0
        for contents in rows:
            if isinstance(contents, LabelRow):
                body[-1] = bound_to_next(body[-1])
                body.append(row(grid.label_cells(contents)))
                continue
            body.append(
                row(
                    cell(
                        width, [content or self.cell_text("")], shade=(shades or {}).get((number, index), ""), span=span
                    )
                    for index, ((width, span), content) in enumerate(zip(columns, contents, strict=True))
                )
            )
            if number in groups:
                body[-1] = bound_to_next(body[-1])
            number += 1
        described = description or _of_columns(head, number)
        table_rows = [row(heads, head=True), *(kept_together(body) if together else body)]
        style = self.style("STORijentabel" if grid.label_span else "STOTabel")
        self.add(table(style, list(grid.widths), table_rows, title, described, labels=numbers_from > 0))

    def label_table(
        self, rows: Sequence[tuple[str, str]], title: str, widths: tuple[float, float] = (4.0, 12.0)
    ) -> None:
        """Labels with their values, without a head; both are paragraphs."""
        body = [
            row((cell(widths[0], [label], shade=LABEL_TINT), cell(widths[1], [content]))) for label, content in rows
        ]
        described = f"{count(len(rows), 'rij', 'rijen')}: links waar het over gaat, rechts wat erbij hoort."
        self.add(table(self.style("STOTabel"), list(widths), kept_together(body), title, described, head=False))

    # Sections.

    def turn(self, *, landscape: bool) -> None:
        """Ends the section; what follows stands in the other direction.

        With the last paragraph, or under a table with one of its own, which takes no room.
        """
        if landscape == self.landscape:
            return
        last = self.blocks[-1]
        if last.endswith("</w:tbl>"):
            last = paragraph(self.style("STOBron"), "")
            self.add(last)
        end = last.index("</w:pPr>", last.rindex("<w:p>"))
        turned = section(self.page.sheet(landscape=self.landscape), first=not self.sections)
        self.blocks[-1] = last[:end] + turned + last[end:]
        self.sections.append(self.landscape)
        self.landscape = landscape


def _of_columns(head: Sequence[str], rows: int) -> str:
    """`7 rijen met nr, doel en gehaald.`: what a reader who can't see a table wants to know before it is read."""
    names = enumerate_words([small(name) for name in head if name])
    return f"{count(rows, 'rij', 'rijen')} met {names}."


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
    return _behind_styles(xml, _KEPT)


def bound_to_next(xml: str) -> str:
    """The same row, that stays on one page with the next, also when its table goes on over pages."""
    return _behind_styles(xml.replace(_KEPT, ""), _BOUND)


def _behind_styles(xml: str, added: str) -> str:
    """The same with something added to the properties of each paragraph: a pattern for that is filled in slowly."""
    parts = _STYLE_OF_PARAGRAPH.split(xml)
    parts[1::2] = [style + added for style in parts[1::2]]
    return "".join(parts)


def _head_style(*, is_number: bool) -> str:
    return "STOTabelkopgetal" if is_number else "STOTabelkop"


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
