"""The text of a Word file as blocks: what was inserted with tracking on counts, what was deleted does not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from sto_tui.domain.text import clean_text, plain
from sto_tui.intake.plan_document.blocks import (
    BOXED,
    COMMENTED,
    DELETED,
    HIDDEN,
    NOTED,
    NOTED_AT_END,
    STRUCK,
    TITLED,
    TO_FILL_IN,
    Block,
    Paragraph,
    Spot,
    WordCell,
    WordRow,
    WordTable,
)
from sto_tui.intake.plan_document.painted_periods import with_bars
from sto_tui.intake.plan_document.plan_words import is_label_word
from sto_tui.intake.plan_document.table_lines import heads_of
from sto_tui.intake.plan_document.texts_apart import (
    PARTS,
    deleted,
    deleted_row,
    hidden,
    is_hidden,
    is_struck,
    struck,
    texts_around,
)
from sto_tui.intake.plan_document.two_head_rows import with_one_row_of_heads
from sto_tui.intake.plan_document.typed_notes import with_typed_notes
from sto_tui.intake.plan_document.word_styles import Lists, StyleLook, Styles, is_on, level_of, value_of, whole_of
from sto_tui.intake.plan_document.written_periods import read_period
from sto_tui.intake.word_file.package import W, WordParts, word_parts

_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "txbxContent"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LETTERS = (f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
# A tick of a font for symbols, and the box without one.
_TICKS, _UNTICKED = ("F0FC", "F0FE", "F052", "F053", "F054"), "☐"
_APART = {struck: STRUCK, deleted: DELETED, hidden: HIDDEN}
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_BOX = f"{W}txbxContent"
_NOTES = {"footnote": NOTED, "endnote": NOTED_AT_END, "comment": COMMENTED}
_PAGED = re.compile(r"^[^\t\n]*[^\W\d][^\n]*\t\d{1,3}$")
_NUMBERED = re.compile(r"(?:[^\W\d]+ +)?\d{1,2}(?:\.\d{1,2})*[.:]? +[^\W\d]")
_NO_FILLS = ("AUTO", "FFFFFF")
_LEAST_CONTENTS = 3
_MOST_TITLES = 3
_SUBTITLE = 2
_LONGEST_TITLE = 100
_LABELLED = 2
# A tab and a blank, in twentieths of a point.
_WIDE, _NARROW = 720, 60
# What a draft of sto-tui writes where something is still missing.
_HOLE = "[Nog in te vullen"
# What a form says where something has to be written.
_TO_FILL_IN = re.compile(
    r"[\[<«{][^\[\]<>\n]{3,}[\]>»}][.:]?|(?:klik|tik|click)\b[^\n]*\b(?:tekst|text|datum|date)\b[^\n]*|"
    r"(?:kies|selecteer) een (?:item|optie|datum)[^\n]*|"
    r"(?:beschrijf|geef|vul|noem|licht|omschrijf|vermeld|schrijf) (?:hier(?:onder|boven)?|in dit (?:vak|veld|kader))\b"
    r"[^\n]*|choose an item\.?|lorem ipsum[^\n]*|x{3,}|[.…_]{3,}"
)


def read_blocks(path: Path) -> tuple[Block, ...]:
    """What stands in a Word file, in order. Raises IntakeError."""
    parts = word_parts(path, others=rf"word/(?:footnotes|endnotes|comments)\.xml|{PARTS}")
    body = parts.document.find(f"{W}body")
    if body is None:
        return ()
    reading = _Reading(Styles(parts), Lists(parts), _typed_contents(body), _notes(parts))
    reading.find_titles(body)
    blocks = map(with_bars, map(with_one_row_of_heads, reading.blocks(body)))
    return (*texts_around(parts, _text), *with_typed_notes(blocks))


class _Reading:
    """One pass through a text; lists are counted on the way."""

    def __init__(
        self, styles: Styles, lists: Lists, contents: frozenset[etree._Element], notes: Mapping[tuple[str, str], str]
    ) -> None:
        self._styles, self._lists, self._contents, self._notes = styles, lists, contents, notes
        self._paragraphs = self._tables = 0
        self._before: list[etree._Element] = []
        # Whether the paragraph before had a label with a tab behind it: a line that begins with a tab goes on.
        self._tabbed = False
        # What stands apart in the cells of a table comes behind it.
        self._beside: list[Paragraph] = []
        self._are_titles_heads = False
        # Tables within the cells of the row that is read.
        self._within: list[WordTable] = []

    def find_titles(self, body: etree._Element) -> None:
        """Sees whether the style of a title is that of headings: a document has one title, with some lines below it.

        Lines in the style of a subtitle right below each other, as on a cover, are one.
        """
        filled = (line for line in body.iter(f"{W}p") if _text(line).strip())
        keys = (value_of(line.find(f"{W}pPr/{W}pStyle")) for line in filled)
        levels = [self._styles.look(key).title_level for key in keys]
        titles = sum(
            level > 0 and not level == before == _SUBTITLE for before, level in zip([0, *levels], levels, strict=False)
        )
        self._are_titles_heads = titles > _MOST_TITLES

    def blocks(self, parent: etree._Element, spot: Spot | None = None) -> Iterator[Block]:
        for element in _children(parent):
            if element.tag == f"{W}p":
                yield from self._paragraph(element, spot)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)

    def _paragraph(self, element: etree._Element, spot: Spot | None) -> Iterator[Block]:
        about = element.find(f"{W}pPr")
        if about is not None and about.find(f"{W}rPr/{W}del") is not None:
            # Its end was deleted with tracking on: what is left of it begins the next one.
            self._before.append(element)
            return
        pieces, self._before = [*self._before, element], []
        look = self._styles.look(value_of(None if about is None else about.find(f"{W}pStyle")))
        text = "".join(_text(piece) for piece in pieces)
        goes_on, self._tabbed = self._tabbed and text.startswith("\t"), False
        is_contents = look.is_contents or element in self._contents or _is_contents_line(element, text)
        is_title = look.title_level > 0 and not self._are_titles_heads and not is_contents
        if is_title and text.strip():
            yield Paragraph(_tidy(text), spot or Spot(self._paragraphs), apart=TITLED)
        is_passed = is_contents or is_title or text.lstrip().startswith(_HOLE)
        if text.strip(f"{_UNTICKED} \t\n") and not is_passed:
            if spot is None:
                self._paragraphs += 1
            listed = None if about is None else about.find(f"{W}numPr")
            number = look.list_number if listed is None else value_of(listed.find(f"{W}numId"))
            depth = look.list_depth if listed is None else whole_of(value_of(listed.find(f"{W}ilvl")))
            text, self._tabbed = _with_labels(text, goes_on=goes_on)
            line = Paragraph(
                _tidy(text),
                spot or Spot(self._paragraphs),
                self._level(about, look),
                self._lists.marker(number, depth) or ("•" if goes_on else ""),
                look.strong or self._styles.stands_out(look.size) or self._is_strong(element),
                apart=TO_FILL_IN if _TO_FILL_IN.fullmatch(plain(text.strip())) else "",
                inserted=any(_is_inserted(piece) for piece in pieces),
                depth=max(depth, look.list_level - 1),
                indent=_indent(about, text),
            )
            yield from self._with_heading_apart(line, pieces)
        yield from self._apart(pieces, spot or Spot(self._paragraphs))
        for box in _boxes(element):
            for block in self.blocks(box, spot):
                yield replace(block, apart=BOXED) if isinstance(block, Paragraph) else block

    def _apart(self, pieces: list[etree._Element], spot: Spot) -> Iterator[Paragraph]:
        """What a paragraph has that is no part of its text."""
        for text_of, reason in _APART.items():
            if text := _tidy("".join(map(text_of, pieces))):
                yield Paragraph(text, spot, apart=reason)
        for kind, reason in _NOTES.items():
            for mark in pieces[-1].iter(f"{W}{kind}Reference"):
                if note := self._notes.get((kind, value_of(mark, "id"))):
                    yield Paragraph(note, spot, apart=reason)

    def _level(self, about: etree._Element | None, look: StyleLook) -> int:
        """How deep a heading is, below those in the style of a title where that is the style of headings."""
        level = level_of(about) or look.level
        if not self._are_titles_heads:
            return level
        return look.title_level or (level + 1 if level else 0)

    def _with_heading_apart(self, line: Paragraph, pieces: list[etree._Element]) -> Iterator[Paragraph]:
        """A heading such as `Speerpunt 1.1 Bus.` that stands in bold before its text, and that text.

        `Partners.` in bold is a label.
        """
        begin = ""
        for run in (run for piece in pieces for run in piece.iter(f"{W}r")):
            if _text(run).strip() and not self._stands_out(run.find(f"{W}rPr")):
                break
            begin += _text(run)
        begin = _tidy(begin)
        rest = line.text[len(begin) :].strip() if line.text.startswith(begin) else ""
        label = begin.removesuffix(".")
        if rest and label != begin and not (line.strong or line.level) and (is_label_word(label) or read_period(label)):
            yield replace(line, text=f"{label}: {rest}")
            return
        if line.strong or line.level or not rest or not _NUMBERED.match(begin) or begin[-1] not in ".:–-":
            yield line
            return
        yield replace(line, text=begin.rstrip(" .:–-"), strong=True)
        yield replace(line, text=rest, marker="")

    def _is_strong(self, element: etree._Element) -> bool:
        runs = [run for run in element.iter(f"{W}r") if _text(run).strip()]
        return bool(runs) and all(self._stands_out(run.find(f"{W}rPr")) for run in runs)

    def _stands_out(self, letters: etree._Element | None) -> bool:
        if letters is None:
            return False
        # `Zwaar` is bold by its style; a run may have that and say itself that it is not.
        key = value_of(letters.find(f"{W}rStyle"))
        look = self._styles.look(key) if key else StyleLook()
        is_bold = is_on(letters, "b")
        size = whole_of(value_of(letters.find(f"{W}sz"))) or look.size
        is_strong = look.strong if is_bold is None else is_bold
        return is_strong or any(is_on(letters, name) for name in ("u", "i")) or self._styles.stands_out(size)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        rows = [row for row in _children(element) if row.tag == f"{W}tr"]
        kept = [row for row in rows if row.find(f"{W}trPr/{W}del") is None]
        if any(row.find(f"{W}tc//{W}tbl") is not None for row in kept) and not any(map(_has_label, kept)):
            # A table that only puts others in their place.
            for row in kept:
                for cell in row.iter(f"{W}tc"):
                    if cell.getparent() is row:
                        yield from _with_titles([*self.blocks(cell)])
            return
        self._tables += 1
        table = self._tables
        read: list[WordRow] = []
        above: dict[int, WordCell] = {}
        around, self._beside = self._beside, []
        for number, row in enumerate(kept, 1):
            cells = tuple(self._cells(row, Spot(table=table, row=number), above))
            above = {cell.column: cell for cell in cells}
            read.append(WordRow(cells, Spot(table=table, row=number)))
            if self._within:
                # Its rows say more than a line can: they stand behind the row with their label.
                within, self._within = self._within, []
                yield from (_table_of(read), *within)
                read = []
        yield _table_of(read)
        beside, self._beside = self._beside, around
        yield from beside
        for at, row in enumerate(rows):
            if row not in kept and (text := _tidy(deleted_row(row))):
                place = sum(other in kept for other in rows[:at])
                yield Paragraph(text, Spot(table=table, row=max(1, place)), apart=DELETED)

    def _cells(self, row: etree._Element, spot: Spot, above: dict[int, WordCell]) -> Iterator[WordCell]:
        column = whole_of(value_of(row.find(f"{W}trPr/{W}gridBefore")))
        for element in _children(row):
            if element.tag != f"{W}tc":
                continue
            about = element.find(f"{W}tcPr")
            span = max(1, whole_of(value_of(None if about is None else about.find(f"{W}gridSpan"))))
            merge = None if about is None else about.find(f"{W}vMerge")
            if merge is not None and value_of(merge) != "restart" and column in above:
                yield WordCell(above[column].paragraphs, column, span, continues=True)
            else:
                blocks = [*self.blocks(element, spot)]
                within = [block for block in blocks if isinstance(block, WordTable) and _is_wide(block)]
                paragraphs = [line for block in blocks if block not in within for line in _lines_in(block, spot)]
                self._within += within
                self._beside += [paragraph for paragraph in paragraphs if paragraph.apart]
                kept = tuple(paragraph for paragraph in paragraphs if not paragraph.apart)
                yield WordCell(kept, column, span, fill=_fill(about))
            column += span


def _fill(about: etree._Element | None) -> str:
    """The colour of a cell; white is that of the paper."""
    fill = value_of(None if about is None else about.find(f"{W}shd"), "fill").upper()
    return "" if fill in _NO_FILLS else fill


def _has_label(row: etree._Element) -> bool:
    """Whether a row begins with a label, so that a table in it is what stands beside that."""
    cells = [cell for cell in _children(row) if cell.tag == f"{W}tc"]
    text = " ".join(_text(line) for line in cells[0].iterchildren(f"{W}p")).strip() if len(cells) > 1 else ""
    return is_label_word(text) or read_period(text) is not None


def _with_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    """What stands in a cell that only puts a table in its place; a short line above the table is its heading."""
    for block, below in zip(blocks, (*blocks[1:], None), strict=True):
        is_line = isinstance(block, Paragraph) and not (block.apart or block.is_item or "\n" in block.text)
        if isinstance(block, Paragraph) and is_line and isinstance(below, WordTable):
            is_title = len(block.text) <= _LONGEST_TITLE and not block.text.endswith(".")
            yield replace(block, strong=block.strong or is_title)
        else:
            yield block


def _table_of(rows: Sequence[WordRow]) -> WordTable:
    return WordTable(tuple(rows), max((cell.column + cell.span for row in rows for cell in row.cells), default=0))


def _is_wide(table: WordTable) -> bool:
    """Whether a table within a cell has heads of its own above more columns than a label and what stands beside it."""
    return table.columns > _LABELLED and heads_of(table) is not None


def _lines_in(block: Block, spot: Spot) -> Iterator[Paragraph]:
    """A paragraph, or the rows of a table within a cell as lines: `ROC Noord: docenten`."""
    if isinstance(block, Paragraph):
        yield block
        return
    rows = [row.filled for row in block.rows if row.filled]
    for cells in rows[1:] if heads_of(block) else rows:
        first, *others = ("; ".join(cell.text.split("\n")) for cell in cells)
        yield Paragraph(f"{first}: {'; '.join(others)}" if others else first, spot)


def _notes(parts: WordParts) -> Mapping[tuple[str, str], str]:
    """The text of each note and comment, by its kind and the number that the text refers to."""
    found: dict[tuple[str, str], str] = {}
    for kind in _NOTES:
        root = parts.others.get(f"word/{kind}s.xml")
        for note in () if root is None else root.iter(f"{W}{kind}"):
            found[kind, value_of(note, "id")] = _tidy("\n".join(map(_text, note.iter(f"{W}p"))))
    return found


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs, tables, rows or cells in something, also those within a control or an insertion."""
    for element in parent:
        if element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
            if value_of(gallery) != "Table of Contents":
                yield from _children(element)
        else:
            yield element


def _text(element: etree._Element) -> str:
    """What can be read in a paragraph or run."""
    if element.tag in _LETTERS:
        return element.text or ""
    if element.tag in _BREAKS:
        return _BREAKS[str(element.tag)]
    if element.tag == f"{W}sym":
        return "✓" if value_of(element, "char").upper() in _TICKS else ""
    if element.tag in _GONE or element.tag == _FALLBACK or _is_hidden(element) or is_struck(element):
        return ""
    return "".join(map(_text, element))


def _is_hidden(element: etree._Element) -> bool:
    """Whether nobody sees it: hidden letters, or what a control shows as long as nothing was typed in it."""
    if element.tag == f"{W}sdt":
        return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    return element.tag == f"{W}r" and is_hidden(element)


def _indent(about: etree._Element | None, text: str) -> int:
    """How far a paragraph begins from the side, by its layout or by the blanks that somebody typed."""
    side = None if about is None else about.find(f"{W}ind")
    blanks = text[: len(text) - len(text.lstrip())]
    typed = sum(_WIDE if blank == "\t" else _NARROW for blank in blanks)
    return whole_of(value_of(side, "left") or value_of(side, "start")) + typed


def _is_inserted(element: etree._Element) -> bool:
    """Whether some of a paragraph was put in with tracking on."""
    tags = (f"{W}ins", f"{W}moveTo")
    around = element.getparent()
    return (around is not None and around.tag in tags) or any(_text(part).strip() for part in element.iter(*tags))


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes that hang on a paragraph; the copy for old programs is passed over."""
    return [
        box
        for box in element.iter(_BOX)
        if all(parent.tag not in (_FALLBACK, _BOX) for parent in box.iterancestors() if parent is not element)
    ]


def _typed_contents(body: etree._Element) -> frozenset[etree._Element]:
    """The lines of contents that have lost their style: some in a row that each end with a tab and a page."""
    found: list[etree._Element] = []
    row: list[etree._Element] = []
    for element in (*body.iterchildren(f"{W}p"), None):
        text = "" if element is None else _text(element).strip()
        if element is not None and _PAGED.search(text):
            row.append(element)
        elif text or element is None:
            found += row if len(row) >= _LEAST_CONTENTS else []
            row = []
    return frozenset(found)


def _is_contents_line(element: etree._Element, text: str) -> bool:
    """Whether it is a line of the contents: a link to a heading that ends with the number of a page."""
    last = text.rstrip().rpartition("\t")
    links = element.iter(f"{W}hyperlink")
    return bool(last[1]) and last[2].strip().isdecimal() and any(value_of(link, "anchor") for link in links)


def _with_labels(text: str, *, goes_on: bool) -> tuple[str, bool]:
    """A text with a colon for the tab behind a label or period, and whether a label stands before its last line."""
    lines: list[str] = []
    for line in text.split("\n"):
        before, tab, after = line.partition("\t")
        # The colon may stand behind the tab.
        label, value = before.strip().rstrip(":"), after.strip(" \t").lstrip(":").strip()
        # Heads above columns of tabs are no label with its value.
        are_heads = all(map(is_label_word, filter(str.strip, after.split("\t"))))
        is_label = bool(tab and value) and (is_label_word(label) or read_period(label) is not None)
        is_label = is_label and not are_heads
        goes_on = is_label or (goes_on and line.startswith("\t"))
        is_more = goes_on and not is_label and bool(lines)
        lines.append(f"{label}: {value}" if is_label else f"- {line.strip()}" if is_more else line)
    return "\n".join(lines), goes_on


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in clean_text(text).split("\n"))
    return "\n".join(line for line in lines if line)
