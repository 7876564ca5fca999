"""A Word document as it looks, without its words: styles, bold, colours, shades, widths, and what stays together.

A line per paragraph or row of a table; what comes again right after itself stands there once, with how often. `r` is a
run, `m` says that a paragraph has labels of fields, `·` is a paragraph in a cell. Measures are those of Word: twips,
half points.
"""

import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

from sto_tui.documents.word.page_numbers import layout_of
from sto_tui.documents.word.page_numbers.atoms import Atom
from sto_tui.documents.word.page_numbers.paging import pages_of
from sto_tui.documents.word.styles import BULLET_LIST, STYLES, TABLE_BULLET_LIST
from sto_tui.domain.printed import PREFIX


def look_lines(data: bytes) -> list[str]:
    """The body, and the page of each section."""
    document = docx.Document(io.BytesIO(data))
    return counted([line for block in document.element.body for line in _block(block)])


def style_lines(data: bytes) -> list[str]:
    """Our styles and lists, and the defaults, each on a line."""
    document = docx.Document(io.BytesIO(data))
    ours = {style.name.casefold() for style in STYLES}
    for style in document.styles.element.iter(qn("w:style")):
        if style.find(qn("w:name")).get(qn("w:val")).casefold() not in ours:
            style.getparent().remove(style)
    lists = (one for one in document.part.numbering_part.element if _number(one) in (BULLET_LIST, TABLE_BULLET_LIST))
    known = (one for one in document.styles.element if one.tag != qn("w:latentStyles"))
    return [brief(one) for one in (*known, *lists)]


def _number(element: Any) -> int:
    """The number of a list or of its definition."""
    return int(element.get(qn("w:numId")) or element.get(qn("w:abstractNumId")))


def page_lines(data: bytes) -> list[str]:
    """What the layout of pages reckons with: a line or row of a table per line, with the page it stands on."""
    document = docx.Document(io.BytesIO(data))
    layout = layout_of(document)
    placed = pages_of(layout.atoms)
    lines = [f"{page:>3} {_atom(atom)}" for page, atom in zip(placed, layout.atoms, strict=True)]
    return [*sorted(layout.strange), *counted(lines)]


def _atom(atom: Atom) -> str:
    """Its numbers in the order of the class; what is not so is left out."""
    about = {
        "nieuw": atom.new_page,
        "los": atom.may_break,
        "tabel": atom.table is not None,
        f"voor={atom.before}": atom.before,
        f"kop={atom.head:g}": atom.head,
        f"rest={atom.slack:g}": atom.slack,
        f"plaatsen={len(atom.bookmarks)}": atom.bookmarks,
    }
    said = " ".join(word for word, holds in about.items() if holds)
    return f"{atom.gap}+{atom.height:g}/{atom.page_height} {said}".rstrip()


def chart_lines(data: bytes) -> list[str]:
    """The parts with charts, an element per line."""
    parts = docx.Document(io.BytesIO(data)).part.package.iter_parts()
    charts = sorted((str(part.partname), part.blob) for part in parts if "/charts/" in part.partname)
    return [
        line
        for name, blob in charts
        for line in (name, *etree.tostring(_indented(blob), encoding="unicode").split("\n"))
    ]


def _indented(blob: bytes) -> Any:
    root = etree.fromstring(blob)
    etree.indent(root, " ")
    return root


def _block(block: Any) -> Iterator[str]:
    if block.tag == qn("w:p"):
        yield _paragraph(block)
    elif block.tag == qn("w:tbl"):
        properties, grid = block.find(qn("w:tblPr")), block.find(qn("w:tblGrid"))
        known = [brief(one) for one in properties if one.tag not in (qn("w:tblCaption"), qn("w:tblDescription"))]
        yield f"tbl {' '.join(known)} [{' '.join(counted([one.get(qn('w:w')) for one in grid]))}]"
        yield from (f"  {_row(row)}" for row in block.iter(qn("w:tr")))
    else:
        yield brief(block)


def _row(row: Any) -> str:
    about = " ".join(brief(one) for one in row.find(qn("w:trPr")) if one.tag != qn("w:cantSplit"))
    return f"{about}| {' | '.join(counted([_cell(cell) for cell in row.iter(qn('w:tc'))]))}"


def _cell(cell: Any) -> str:
    properties = [brief(one) for one in cell.find(qn("w:tcPr")) if one.tag != qn("w:tcW")]
    return " ".join([*properties, *counted([_paragraph(one) for one in cell.iter(qn("w:p"))])])


def _paragraph(paragraph: Any) -> str:
    properties = paragraph.find(qn("w:pPr"))
    about = [brief(one) for one in properties if one.tag != qn("w:pStyle")]
    style = properties.find(qn("w:pStyle"))
    name = "" if style is None else style.get(qn("w:val"))
    runs = [_run(one) for one in paragraph.iter(qn("w:r"))]
    marks = [one.get(qn("w:name")) for one in paragraph.iter(qn("w:bookmarkStart"))]
    about += ["m"] * any(name.startswith(PREFIX) for name in marks)
    return " ".join([f"·{name}", *about, *(look for look, _ in groupby(runs))])


def _run(run: Any) -> str:
    properties = run.find(qn("w:rPr"))
    drawing = next(run.iter(qn("wp:extent")), None)
    size = "" if drawing is None else f"{drawing.get('cx')}x{drawing.get('cy')}"
    return "r" + "".join(f":{brief(one)}" for one in (properties if properties is not None else ())) + size


def brief(element: Any) -> str:
    """`spacing(before=80 after=0)`, with what is in it; an element with only a value is `shd=…`."""
    name = etree.QName(element).localname
    attributes = {etree.QName(key).localname: value for key, value in element.attrib.items()}
    if name == "shd":
        return f"shd={attributes['fill']}"
    inside = [f"{key}={value}" for key, value in attributes.items()]
    inside += [element.text] * bool(element.text and element.text.strip()) + [brief(one) for one in element]
    if list(attributes) == ["val"] and not len(element):
        return f"{name}={attributes['val']}"
    return f"{name}({' '.join(inside)})" if inside else name


def counted(lines: Iterable[str]) -> list[str]:
    """Each line once, with how often it comes in a row."""
    found = ((line, len(list(same))) for line, same in groupby(lines))
    return [line if often == 1 else f"{line} ×{often}" for line, often in found]
