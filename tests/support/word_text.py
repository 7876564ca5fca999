"""A Word document as lines of text: one per paragraph or row of a table, with what its looks mean.

`# ` is a heading, `- ` a bullet, `**` bold, `{{…}}` still to be filled in, `{Style}` any other style, `|=` a head of a
table. Paragraphs and lines within a cell are joined by ` / `. In a raster the cells stand close together.
"""

import io
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tests.support.docx_gaps import element_of

HOLE = "STONoginte"
_BULLETS = ("ListBullet", "STOTabelopsomming")
# The style says no more than the place: plain text, and cells of tables.
_PLAIN = (
    "Normal",
    "STOToelichting",
    "STOTabeltekst",
    "STORastertekst",
    "STORaster",
    "STORasterkop",
    "STOTabelkop",
    "STOTabellabel",
)
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def word_lines(data: bytes) -> list[str]:
    """The whole document: properties, body, and header and footer of every section."""
    document = docx.Document(io.BytesIO(data))
    properties = document.core_properties
    return [
        f"{properties.title} · {properties.author} · {properties.keywords}",
        *_body(document),
        *_heads_and_feet(document),
    ]


def _body(document: Any) -> Iterator[str]:
    numbers = chapter_numbers(document)
    for block in document.element.body:
        if block.tag == qn("w:tbl"):
            yield from _table(block)
        elif block.tag == qn("w:p"):
            yield from _paragraph(block, numbers.get(block, ""))
            yield from _charts(block, document)
            if block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
                yield f"=== einde {_direction(block)}"
        elif block.tag == qn("w:sectPr"):
            yield f"=== einde {_direction(block)}"


def _direction(block: Any) -> str:
    size = next(block.iter(qn("w:pgSz")))
    return "liggend" if int(size.get(qn("w:w"))) > int(size.get(qn("w:h"))) else "staand"


def chapter_numbers(document: Any) -> dict[Any, str]:
    """The number before each heading of a chapter, counted as Word counts: a list goes on where it was."""
    style = next(one for one in document.styles.element if one.get(qn("w:styleId")) == "Heading1")
    numbering = document.part.numbering_part.element
    starts = {one.get(qn("w:numId")): _start(one) for one in numbering.iter(qn("w:num"))}
    ours = next(style.iter(qn("w:numId"))).get(qn("w:val"))
    counts: dict[str, int] = {}
    numbers = {}
    for paragraph in document.element.body.iter(qn("w:p")):
        if _style(paragraph) == "Heading1":
            own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            number = ours if own is None else own.get(qn("w:val"))
            counts[number] = counts.get(number, starts.get(number, 0) - 1) + 1
            numbers[paragraph] = str(counts[number]) if number != "0" else ""
    return numbers


def _start(number: Any) -> int:
    override = next(number.iter(qn("w:startOverride")), None)
    return 1 if override is None else int(override.get(qn("w:val")))


def _paragraph(paragraph: Any, number: str) -> Iterator[str]:
    """Its line; empty paragraphs are layout, and give none."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None:
        yield "=== nieuwe bladzijde"
    if text := _text(paragraph):
        yield f"{_look(_style(paragraph))}{f'{number} → ' if number else ''}{text}"


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return str(style.get(qn("w:val"))) if style is not None else "Normal"


def _look(style: str) -> str:
    if style.startswith("Heading"):
        return f"{'#' * int(style[-1])} "
    if style in _BULLETS:
        return "- "
    return "" if style in _PLAIN else f"{{{style}}} "


def _text(paragraph: Any, *, marked: bool = True) -> str:
    """What can be read in a paragraph; neighbouring runs of one look are one."""
    runs = ((_marks(run) if marked else "", _words(run)) for run in paragraph.iter(qn("w:r")))
    joined = ((marks, "".join(words for _, words in found)) for marks, found in groupby(runs, key=lambda run: run[0]))
    return "".join(_marked(marks, words) for marks, words in joined).strip()


def _marks(run: Any) -> str:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return ""
    style = properties.find(qn("w:rStyle"))
    if style is not None and style.get(qn("w:val")) == HOLE:
        return "{{"
    return "**" if properties.find(qn("w:b")) is not None else ""


def _marked(marks: str, words: str) -> str:
    if not marks or not words.strip():
        return words
    return f"{{{{{words}}}}}" if marks == "{{" else f"{marks}{words}{marks}"


def _words(run: Any) -> str:
    signs = {qn("w:tab"): " → ", qn("w:br"): " / "}
    return "".join(signs.get(node.tag, node.text or "") for node in run if node.tag in (qn("w:t"), *signs))


def _table(table: Any) -> Iterator[str]:
    """Its title and style, and a line per row."""
    properties = table.find(qn("w:tblPr"))
    style = properties.find(qn("w:tblStyle")).get(qn("w:val"))
    yield f"[tabel: {properties.find(qn('w:tblCaption')).get(qn('w:val'))}; {style}]"
    close = style == "STORastertabel"
    for row in table.iter(qn("w:tr")):
        head = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        cells = [_cell(cell) for cell in row.iter(qn("w:tc"))]
        yield f"|{'=' if head else ''}{'|'.join(cells)}" if close else f"|{'=' if head else ''} {' | '.join(cells)}"


def _cell(cell: Any) -> str:
    lines = []
    for paragraph in cell.iter(qn("w:p")):
        style = _style(paragraph)
        if text := _text(paragraph, marked=not style.startswith("STORaster")):
            lines.append(("- " if style in _BULLETS else "") + text)
    return " / ".join(lines)


def _charts(paragraph: Any, document: Any) -> Iterator[str]:
    """What stands in for a chart where it can't be seen, and the numbers in it."""
    for drawing in paragraph.iter(qn("w:drawing")):
        yield f"[grafiek: {next(drawing.iter(qn('wp:docPr'))).get('descr')}]"
        relation = next(drawing.iter(f"{_CHART}chart")).get(qn("r:id"))
        yield from _series(document.part.related_parts[relation].blob)


def _series(blob: bytes) -> Iterator[str]:
    chart: Any = parse_xml(blob)
    for series in chart.iter(f"{_CHART}ser"):
        name = " ".join(node.text or "" for node in series.find(f"{_CHART}tx").iter(f"{_CHART}v"))
        years, values = (_numbered(series.find(f"{_CHART}{tag}")) for tag in ("cat", "val"))
        points = "; ".join(f"{years[place]} = {value}" for place, value in values.items())
        labels = [node.text or "" for node in series.iter(f"{_MAIN}t")]
        yield f"  {name}: {points}" + (f" · bijschriften: {', '.join(labels)}" if labels else "")


def _numbered(part: Any) -> dict[str, str]:
    """The values of a part by the number of their point; one that is left out is a gap."""
    return {point.get("idx"): point.findtext(f"{_CHART}v") for point in part.iter(f"{_CHART}pt")}


def _heads_and_feet(document: Any) -> Iterator[str]:
    for number, section in enumerate(document.sections, 1):
        blocks = [("kop", section.header), ("voet", section.footer)]
        if section.different_first_page_header_footer:
            blocks += [("eerste kop", section.first_page_header), ("eerste voet", section.first_page_footer)]
        for name, block in blocks:
            if not block.is_linked_to_previous:
                text = " / ".join(filter(None, (_text(element_of(one)) for one in block.paragraphs)))
                yield f"=== deel {number}, {name}: {text}"
