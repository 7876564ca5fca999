"""Tables and charts that are drawn for our own page and font, brought to the width of another page or font."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lxml import etree

from sto_tui.documents.word.page_numbers.letter_widths import face
from sto_tui.documents.word.page_numbers.lines import chunks
from sto_tui.documents.word.page_size import OUR_PAGE, PageSetup, PageSheet
from sto_tui.documents.word.xml_reading import W, whole
from sto_tui.domain.dutch import NO_BREAK_SPACE

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_PER_TWIP = 635
# Columns are rounded one by one; a table that fills the text is that much off at most.
_ROUNDING = 40
# The text in tables, in twips, with the room beside it.
TABLE_TEXT_SIZE, _MARGINS = 190, 240
# No column gets more than this part of the text for one long word.
_MOST = 0.3
# What a column keeps of the room for its words when another needs some for a number.
_LEAST = 0.9
# A date and a span of years are numbers too: cut at a hyphen, they are hard to read.
_NUMBER = re.compile(rf"[€{NO_BREAK_SPACE}]*[+−-]?\d[\d.,%–-]*")
_SPACES = re.compile(r"[ \t\n]+")


def fit(body: etree._Element, page: PageSetup, *, wider: float) -> None:
    """What fills our text fills the text of this page, and nothing is wider.

    `wider` is how much wider words in tables may be than with us; they have room for that.
    """
    if page == OUR_PAGE and wider <= 1:
        return
    for blocks, sheet, ours in _sections(body, page):
        for block in blocks:
            if block.tag == f"{W}tbl":
                _fit_table(block, sheet.text, ours.text, wider)
            for drawing in block.iter(f"{_DRAWING}inline"):
                _fit_drawing(drawing, sheet.text, ours.text)


def _sections(body: etree._Element, page: PageSetup) -> Iterator[tuple[Sequence[etree._Element], PageSheet, PageSheet]]:
    """The blocks of each section, with the sheet they stand on and the one they were drawn for."""
    blocks: list[etree._Element] = []
    for block in body:
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        blocks.append(block)
        if section is not None:
            size = section.find(f"{W}pgSz")
            landscape = whole(size, "w") > whole(size, "h")
            yield blocks, page.sheet(landscape=landscape), OUR_PAGE.sheet(landscape=landscape)
            blocks = []


def _fit_table(table: etree._Element, text: int, ours: int, wider: float) -> None:
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = [whole(column, "w") for column in grid]
    total = sum(widths)
    if abs(total - ours) > _ROUNDING and total <= text:
        return
    # Where each column ends; rounding those keeps the sum right.
    ends = [0, *(round(end) for end in accumulate(narrowed(widths, *_needs(table, widths, wider), text)))]
    for column, start, end in zip(grid, ends, ends[1:], strict=False):
        column.set(f"{W}w", str(end - start))
    for own in table.iterfind(f"{W}tblPr/{W}tblW"):
        own.set(f"{W}w", str(text))
    for row in table.iterchildren(f"{W}tr"):
        place = 0
        for cell in row.iterchildren(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            last = place + (whole(span, default=1))
            for own in cell.iterfind(f"{W}tcPr/{W}tcW"):
                own.set(f"{W}w", str(ends[last] - ends[place]))
            place = last


def narrowed(widths: Sequence[int], numbers: Sequence[float], words: Sequence[float], text: int) -> list[float]:
    """Columns brought to the width of the text in proportion, in which no word is cut as long as others have room.

    `numbers` and `words` are what each column needs for them; a number that is cut is read as another one, so where not
    all can have room the numbers do.
    """
    scaled = [width * text / sum(widths) for width in widths]
    most = [max(both) for both in zip(numbers, words, strict=True)]
    kept = [max(number, min(word, width) * _LEAST) for number, word, width in zip(numbers, words, scaled, strict=True)]
    return _with_room(_with_room(scaled, numbers, kept, text), most, most, text)


def _with_room(scaled: Sequence[float], needs: Sequence[float], kept: Sequence[float], text: int) -> list[float]:
    """What columns need more is taken from what others have above what they keep."""
    short = [max(0.0, min(need, text * _MOST) - width) for width, need in zip(scaled, needs, strict=True)]
    spare = [max(0.0, width - own) for width, own in zip(scaled, kept, strict=True)]
    moved = min(sum(short), sum(spare))
    if not moved:
        return list(scaled)
    given, taken = moved / sum(short), moved / sum(spare)
    return [width + more * given - less * taken for width, more, less in zip(scaled, short, spare, strict=True)]


def _needs(table: etree._Element, widths: Sequence[int], wider: float) -> tuple[list[float], list[float]]:
    """How wide each column must be for its longest number, and for its longest word, in twips.

    Of what stands over several columns each needs its part.
    """
    letters = face(bold=True, italic=False, size=TABLE_TEXT_SIZE, apart=0, capitals=False)
    numbers, words = [0.0] * len(widths), [0.0] * len(widths)
    for row in table.iterchildren(f"{W}tr"):
        place = 0
        for cell in row.iterchildren(f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            turned = properties is not None and properties.find(f"{W}textDirection") is not None
            end = place + whole(cell.find(f"{W}tcPr/{W}gridSpan"), default=1)
            room = sum(widths[place:end])
            for word in _words(cell) if room and not turned else ():
                needs = numbers if _NUMBER.fullmatch(word.strip()) else words
                width = letters.width(word) * wider + _MARGINS
                for column in range(place, end):
                    needs[column] = max(needs[column], width * widths[column] / room)
            place = end
    return numbers, words


def _words(cell: etree._Element) -> Iterator[str]:
    """The parts of the text in a cell that stay on one line."""
    for paragraph in cell.iter(f"{W}p"):
        apart = (
            piece.text or "" if piece.tag == f"{W}t" else " " for piece in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
        )
        for token in _SPACES.split("".join(apart)):
            if _NUMBER.fullmatch(token):
                yield token
            else:
                yield from (word for word, _ in chunks(token))


def _fit_drawing(drawing: etree._Element, text: int, ours: int) -> None:
    for extent in drawing.iterchildren(f"{_DRAWING}extent"):
        width = int(extent.attrib["cx"]) // _EMU_PER_TWIP
        if abs(width - ours) <= _ROUNDING or width > text:
            extent.set("cx", str(text * _EMU_PER_TWIP))
