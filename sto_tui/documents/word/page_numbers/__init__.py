"""The page numbers of the contents: a layout pass over the finished document.

Word and LibreOffice divide a document over pages when they open it; here the same is reckoned with the letter widths of
Calibri, so that the contents are right before anyone updates them. Where that has no ground, the contents have no
numbers: other fonts, a header that pushes the text down, or an element that the pass does not know.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.text.paragraph import Paragraph
from lxml import etree

from sto_tui.documents.word.docx_gaps import replace_bytes
from sto_tui.documents.word.how_far import Steps, unheard
from sto_tui.documents.word.page_numbers.atoms import Atom
from sto_tui.documents.word.page_numbers.heads_room import heads_fit
from sto_tui.documents.word.page_numbers.layout import Layout
from sto_tui.documents.word.page_numbers.paging import certain_pages, pages_of, settle_tables
from sto_tui.documents.word.page_numbers.row_texts import NO_ROWS_APART, RowsApart
from sto_tui.documents.word.page_numbers.style_looks import Looks, W
from sto_tui.frozen import frozen


@frozen
class InFront:
    """Text of others before that of a document: how many blocks of the body, and how many pages if that is known."""

    blocks: int = 0
    pages: int | None = 0


NOTHING_IN_FRONT = InFront()
DOUBT = 1.1
"""How much wider a text may be than on average in a font that is not ours: dates are, in Verdana."""


def number_pages(document: Any, apart: RowsApart, front: InFront = NOTHING_IN_FRONT, told: Steps = unheard) -> None:
    """Settles which tables stay on one page, and writes the pages in the contents and the footers.

    `apart` are the rows that stand apart from the tree of the document.
    """
    layout = layout_of(document, front.blocks, told, apart)
    measured, exact = not layout.strange, not layout.estimated
    settle_tables(layout.atoms, measured=measured, exact=exact)
    page_by_bookmark: dict[str, int] = {}
    if measured and exact and front.pages is not None and heads_fit(document.part, layout.looks):
        placed = settled_headings(document, layout.atoms)
        page_by_bookmark = {
            name: page + front.pages
            for atom, page in zip(layout.atoms, placed, strict=True)
            if page
            for name in atom.bookmarks
        }
        _write_total(document.part, pages_of(layout.atoms)[-1] + front.pages)
    else:
        _set_pages_property(document.part.package, b"")
    _write_contents(document.element.body, page_by_bookmark)


def settled_headings(document: Any, atoms: Sequence[Atom]) -> list[int | None]:
    """The page of each atom. A heading of which nobody knows whether it still fits begins the next."""
    placed = certain_pages(atoms)
    paragraphs = {
        mark.get(f"{W}name"): mark.getparent() for mark in document.element.body.iterfind(f"{W}p/{W}bookmarkStart")
    }
    for number, atom in enumerate(atoms):
        heading = next((paragraphs[name] for name in atom.bookmarks if name in paragraphs), None)
        if placed[number] is not None or heading is None:
            continue
        atom.new_page = True
        settled = certain_pages(atoms)
        if settled[number] is None:
            atom.new_page = False
        else:
            placed = settled
            Paragraph(heading, document.part).paragraph_format.page_break_before = True
    return placed


def layout_of(document: Any, front: int = 0, told: Steps = unheard, apart: RowsApart = NO_ROWS_APART) -> Layout:
    """The body of a python-docx document behind its first `front` blocks, measured."""
    layout = Layout(looks_of(document.part, doubt=DOUBT), apart)
    layout.measure(document.element.body, front, told)
    return layout


def looks_of(part: Any, *, doubt: float = 1) -> Looks:
    """The looks of the styles of a document part; `doubt` is how much wider letters are than a font has on average."""
    related = {relation.reltype: relation.target_part for relation in part.rels.values() if not relation.is_external}
    numbering, theme = (related.get(kind) for kind in (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.THEME))
    return Looks(
        related[RELATIONSHIP_TYPE.STYLES].element,
        None if numbering is None else numbering.element,
        None if theme is None else etree.fromstring(theme.blob),
        doubt=doubt,
    )


def _write_contents(body: Any, page_by_bookmark: dict[str, int]) -> None:
    """The page in every entry; an entry without one loses its tab and its field, and stays a link."""
    for link in body.iterfind(f"{W}p/{W}hyperlink"):
        runs = list(link)
        begin = next((place for place, run in enumerate(runs) if _field_mark(run) == "begin"), None)
        if begin is None:
            continue
        page = page_by_bookmark.get(link.get(f"{W}anchor"))
        if page is None:
            for run in runs[begin - 1 :]:
                link.remove(run)
        else:
            for run in runs[begin:]:
                for text in run.iterfind(f"{W}t"):
                    text.text = str(page)


def _field_mark(run: Any) -> str:
    mark = run.find(f"{W}fldChar")
    return "" if mark is None else mark.get(f"{W}fldCharType")


def _write_total(part: Any, pages: int) -> None:
    """How many pages there are, in the footers and in the properties that a file manager shows."""
    for related in _related(part, RELATIONSHIP_TYPE.FOOTER):
        counting = False
        for run in related.element.iter(f"{W}r"):
            instruction = run.findtext(f"{W}instrText") or ""
            counting = "NUMPAGES" in instruction or (counting and _field_mark(run) != "end")
            if counting and (text := run.find(f"{W}t")) is not None:
                text.text = str(pages)
    _set_pages_property(part.package, b"<Pages>%d</Pages>" % pages)


def _set_pages_property(package: Any, element: bytes) -> None:
    for related in _related(package, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES):
        replace_bytes(related, re.sub(rb"<Pages>\d*</Pages>", element, related.blob))


def _related(source: Any, kind: str) -> Iterator[Any]:
    for relation in source.rels.values():
        if relation.reltype == kind and not relation.is_external:
            yield relation.target_part
