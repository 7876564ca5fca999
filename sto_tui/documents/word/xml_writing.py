"""WordprocessingML as text: the few elements that the draft needs, in the order that ISO 29500 prescribes."""

import re
from collections.abc import Iterable

from sto_tui.documents.word.page_size import PageSheet, twips
from sto_tui.domain.text import clean_text

# What XML forbids, and not all but what it allows: that takes fifteen times as long to compile.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """Text for between tags: without what XML forbids, and escaped."""
    if not (text.isascii() and text.isprintable()):
        text = _FORBIDDEN.sub("", clean_text(text))
    # The standard library's own loads all it has for the internet with it.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(written: str) -> str:
    """The text that was made safe for between tags."""
    if "&" not in written:
        return written
    return written.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def attribute(text: str) -> str:
    """Text for an attribute, with its quotes."""
    quoted = safe(text).replace('"', "&quot;").replace("\n", " ")
    return f'"{quoted}"'


def run(text: str, *, bold: bool = False, style: str = "", colour: str = "", ground: str = "") -> str:
    """A run of text, on a coloured ground when there is one; a newline becomes a line break."""
    properties = (
        (f'<w:rStyle w:val="{style}"/>' if style else "")
        + ("<w:b/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else "")
    )
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    between = f'</w:t></w:r><w:r>{properties}<w:br/><w:t xml:space="preserve">'
    lines = safe(text).replace("\n", between)
    return f'<w:r>{properties}<w:t xml:space="preserve">{lines}</w:t></w:r>'


def tab() -> str:
    """A tab."""
    return "<w:r><w:tab/></w:r>"


def paragraph(style: str, content: str, *, properties: str = "") -> str:
    """A paragraph; `properties` are elements of pPr that come after pStyle, in order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def simple_field(instruction: str, shown: str) -> str:
    """A field with the result it shows until Word works it out again."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {safe(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str, number: int, content: str) -> str:
    """A content within a paragraph that can be found by name."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def cell(
    width: float, paragraphs: Iterable[str], *, shade: str = "", span: int = 1, down: bool = False, low: bool = False
) -> str:
    """A table cell, `width` in centimetres; it ends with a paragraph, as Word demands.

    `down` turns its text, which then stands at the bottom, as it does with `low`.
    """
    properties = (
        f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "")
        + ('<w:textDirection w:val="btLr"/>' if down else "")
        + ('<w:vAlign w:val="bottom"/>' if down or low else "")
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def row(cells: Iterable[str], *, head: bool = False, height: float = 0, least: float = 0) -> str:
    """A table row that does not break across pages; `head` repeats it on every page.

    It is exactly `height` centimetres high, or at `least` so high.
    """
    properties = (
        "<w:cantSplit/>"
        + (f'<w:trHeight w:val="{twips(height)}" w:hRule="exact"/>' if height else "")
        + (f'<w:trHeight w:val="{twips(least)}" w:hRule="atLeast"/>' if least else "")
        + ("<w:tblHeader/>" if head else "")
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def outline(level: int) -> str:
    """What a title or heading says that stands at another level than its style: 1 is the highest."""
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def table(
    style: str,
    widths: list[float],
    rows: Iterable[str],
    title: str,
    description: str,
    *,
    head: bool = True,
    labels: bool = True,
) -> str:
    """A table of fixed layout, with its alternative text; `head` says that the first row is one.

    `labels` says that the first column names the rows, which a screen reader then reads with each cell.
    """
    look = 0x0600 | (0x0020 if head else 0) | (0x0080 if labels else 0)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look:04X}" w:firstRow="{int(head)}" w:lastRow="0" '
        f'w:firstColumn="{int(labels)}" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(title)}/><w:tblDescription w:val={attribute(description)}/>"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def section(sheet: PageSheet, *, first: bool = False) -> str:
    """The properties of a section; `first` has a page without header."""
    title = "<w:titlePg/>" if first else ""
    return f'<w:sectPr><w:type w:val="nextPage"/>{page_size(sheet)}{title}</w:sectPr>'


def page_size(sheet: PageSheet) -> str:
    """Size and margins of the pages of a section."""
    orient = ' w:orient="landscape"' if sheet.lying else ""
    return (
        f'<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{orient}/>'
        f'<w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" w:bottom="{sheet.bottom}" w:left="{sheet.left}" '
        f'w:header="{sheet.header}" w:footer="{sheet.footer}" w:gutter="{sheet.gutter}"/>'
    )
