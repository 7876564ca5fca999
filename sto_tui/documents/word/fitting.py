"""Tables and charts that are drawn for our own page, brought to the width of another."""

from collections.abc import Iterator, Sequence

from lxml import etree

from sto_tui.documents.word.elements import W, whole
from sto_tui.documents.word.page import OUR_PAGE, PageSetup, PageSheet

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_PER_TWIP = 635
# Columns are rounded one by one; a table that fills the text is that much off at most.
_ROUNDING = 40


def fit(body: etree._Element, page: PageSetup) -> None:
    """What fills our text fills the text of this page, and nothing is wider."""
    if page == OUR_PAGE:
        return
    for blocks, sheet, ours in _sections(body, page):
        for block in blocks:
            if block.tag == f"{W}tbl":
                _fit_table(block, sheet.text, ours.text)
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


def _fit_table(table: etree._Element, text: int, ours: int) -> None:
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = [whole(column, "w") for column in grid]
    total = sum(widths)
    if abs(total - ours) > _ROUNDING and total <= text:
        return
    # Where each column ends; rounding those keeps the sum right.
    ends, at = [0], 0
    for width in widths:
        at += width
        ends.append(round(at * text / total))
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


def _fit_drawing(drawing: etree._Element, text: int, ours: int) -> None:
    for extent in drawing.iterchildren(f"{_DRAWING}extent"):
        width = int(extent.attrib["cx"]) // _EMU_PER_TWIP
        if abs(width - ours) <= _ROUNDING or width > text:
            extent.set("cx", str(text * _EMU_PER_TWIP))
