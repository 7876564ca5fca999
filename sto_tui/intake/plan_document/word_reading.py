"""The text of a Word file as blocks: what was inserted with tracking on counts, what was deleted does not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from sto_tui.domain.text import clean_text
from sto_tui.intake.plan_document.blocks import (
    BOXED,
    COMMENTED,
    DELETED,
    NOTED,
    STRUCK,
    Block,
    Paragraph,
    Spot,
    WordCell,
    WordRow,
    WordTable,
)
from sto_tui.intake.plan_document.plan_words import is_label_word
from sto_tui.intake.plan_document.word_styles import Lists, Styles, is_on, level_of, value_of, whole_of
from sto_tui.intake.plan_document.written_periods import read_period
from sto_tui.intake.word_file.package import W, WordParts, word_parts

_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "txbxContent"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_BOX = f"{W}txbxContent"
_NOTES = {"footnote": NOTED, "endnote": NOTED, "comment": COMMENTED}
_PAGED = re.compile(r"^[^\t\n]*[^\W\d][^\n]*\t\d{1,3}$")
_NUMBERED = re.compile(r"(?:[^\W\d]+ +)?\d{1,2}(?:\.\d{1,2})*[.:]? +[^\W\d]")
_LEAST_CONTENTS = 3
# A tab and a blank, in twentieths of a point.
_WIDE, _NARROW = 720, 60
# What a draft of sto-tui writes where something is still missing.
_HOLE = "[Nog in te vullen"


def read_blocks(path: Path) -> tuple[Block, ...]:
    """What stands in a Word file, in order. Raises IntakeError."""
    parts = word_parts(path, others=r"word/(?:footnotes|endnotes|comments)\.xml")
    body = parts.document.find(f"{W}body")
    if body is None:
        return ()
    return tuple(_Reading(Styles(parts), Lists(parts), _typed_contents(body), _notes(parts)).blocks(body))


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
        is_passed = is_contents or look.is_title
        if text.strip() and not is_passed and not text.lstrip().startswith(_HOLE):
            if spot is None:
                self._paragraphs += 1
            listed = None if about is None else about.find(f"{W}numPr")
            number = look.list_number if listed is None else value_of(listed.find(f"{W}numId"))
            depth = look.list_depth if listed is None else whole_of(value_of(listed.find(f"{W}ilvl")))
            text, self._tabbed = _with_labels(text, goes_on=goes_on)
            line = Paragraph(
                _tidy(text),
                spot or Spot(self._paragraphs),
                level_of(about) or look.level,
                self._lists.marker(number, depth) or ("•" if goes_on else ""),
                look.strong or self._styles.stands_out(look.size) or self._is_strong(element),
                inserted=any(_is_inserted(piece) for piece in pieces),
                depth=max(depth, look.list_level - 1),
                indent=_indent(about, text),
            )
            yield from self._with_heading_apart(line, pieces)
        if struck := _tidy("".join(_struck(piece) for piece in pieces)):
            yield Paragraph(struck, spot or Spot(self._paragraphs), apart=STRUCK)
        if deleted := _tidy("".join(_deleted(piece) for piece in pieces)):
            yield Paragraph(deleted, spot or Spot(self._paragraphs), apart=DELETED)
        for kind, reason in _NOTES.items():
            for mark in element.iter(f"{W}{kind}Reference"):
                if note := self._notes.get((kind, value_of(mark, "id"))):
                    yield Paragraph(note, spot or Spot(self._paragraphs), apart=reason)
        for box in _boxes(element):
            for block in self.blocks(box, spot):
                yield replace(block, apart=BOXED) if isinstance(block, Paragraph) else block

    def _with_heading_apart(self, line: Paragraph, pieces: list[etree._Element]) -> Iterator[Paragraph]:
        """A heading such as `Speerpunt 1.1 Bus.` that stands in bold before its text, and that text."""
        begin = ""
        for run in (run for piece in pieces for run in piece.iter(f"{W}r")):
            if _text(run).strip() and not self._stands_out(run.find(f"{W}rPr")):
                break
            begin += _text(run)
        begin = _tidy(begin)
        rest = line.text[len(begin) :].strip() if line.text.startswith(begin) else ""
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
        size = whole_of(value_of(letters.find(f"{W}sz")))
        return any(is_on(letters, name) for name in ("b", "u", "i")) or self._styles.stands_out(size)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        rows = [row for row in _children(element) if row.tag == f"{W}tr" and row.find(f"{W}trPr/{W}del") is None]
        if any(row.find(f"{W}tc//{W}tbl") is not None for row in rows):
            # A table that only puts others in their place.
            for row in rows:
                for cell in row.iter(f"{W}tc"):
                    if cell.getparent() is row:
                        yield from self.blocks(cell)
            return
        self._tables += 1
        table = self._tables
        read: list[WordRow] = []
        above: dict[int, WordCell] = {}
        self._beside = []
        for number, row in enumerate(rows, 1):
            cells = tuple(self._cells(row, Spot(table=table, row=number), above))
            above = {cell.column: cell for cell in cells}
            read.append(WordRow(cells, Spot(table=table, row=number)))
        yield WordTable(tuple(read), max((cell.column + cell.span for row in read for cell in row.cells), default=0))
        yield from self._beside

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
                paragraphs = [block for block in self.blocks(element, spot) if isinstance(block, Paragraph)]
                self._beside += [paragraph for paragraph in paragraphs if paragraph.apart]
                yield WordCell(tuple(paragraph for paragraph in paragraphs if not paragraph.apart), column, span)
            column += span


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
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in _BREAKS:
        return _BREAKS[str(element.tag)]
    if element.tag in _GONE or element.tag == _FALLBACK or _is_hidden(element) or _is_struck(element):
        return ""
    return "".join(map(_text, element))


def _is_hidden(element: etree._Element) -> bool:
    """Whether nobody sees it: hidden letters, or what a control shows as long as nothing was typed in it."""
    if element.tag == f"{W}sdt":
        return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    return element.tag == f"{W}r" and bool(is_on(element.find(f"{W}rPr"), "vanish"))


def _is_struck(element: etree._Element) -> bool:
    letters = element.find(f"{W}rPr") if element.tag == f"{W}r" else None
    return bool(is_on(letters, "strike") or is_on(letters, "dstrike"))


def _struck(element: etree._Element) -> str:
    """What is struck through in a paragraph."""
    runs = (run for run in element.iter(f"{W}r") if _is_struck(run) and not _is_hidden(run))
    return "".join(part.text or "" for run in runs for part in run.iter(f"{W}t"))


def _deleted(element: etree._Element) -> str:
    """What was deleted in a paragraph with tracking on."""
    return "".join(part.text or "" for part in element.iter(f"{W}delText"))


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
        label = before.strip().rstrip(":")
        is_label = bool(tab and after.strip()) and (is_label_word(label) or read_period(label) is not None)
        goes_on = is_label or (goes_on and line.startswith("\t"))
        is_more = goes_on and not is_label and bool(lines)
        lines.append(f"{label}: {after.strip()}" if is_label else f"- {line.strip()}" if is_more else line)
    return "\n".join(lines), goes_on


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in clean_text(text).split("\n"))
    return "\n".join(line for line in lines if line)
