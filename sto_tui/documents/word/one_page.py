"""Laying out for one page: the loosest layout that still fits on it."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from lxml import etree

from sto_tui.documents.word.assembly import Base, has_known_letters
from sto_tui.documents.word.fit_to_page import fit
from sto_tui.documents.word.page_numbers import looks_of
from sto_tui.documents.word.page_numbers.layout import Layout
from sto_tui.documents.word.page_numbers.paging import pages_of
from sto_tui.documents.word.page_size import PageSheet
from sto_tui.documents.word.styles import NAMESPACE
from sto_tui.documents.word.xml_writing import page_size

# How much wider than Calibri a font of a house style may be; Verdana is.
_WIDEST_FONT = 1.42
Choice = TypeVar("Choice")


def loosest(choices: Sequence[Choice], fits: Callable[[Choice], bool]) -> Choice:
    """The first of these layouts, loose to tight, that fits on the page; the last when none does."""
    place = bisect_left(choices, True, key=fits)
    return choices[min(place, len(choices) - 1)]


class PageMeasure:
    """Says whether blocks fit on a page of a document, by the same layout pass that numbers its pages.

    Of another font the widths are not known: text in it may take more room, and so a part of the page stays free.
    """

    def __init__(self, base: Base, *, landscape: bool) -> None:
        self._looks, self._page = looks_of(base.document.part), base.page
        self._in_calibri = has_known_letters(base)
        sheet = base.page.sheet(landscape=landscape)
        free = round((sheet.height - sheet.top - sheet.bottom) * (1 - 1 / _WIDEST_FONT))
        self._whole, self._cautious = sheet, replace(sheet, bottom=sheet.bottom + free)

    def fits(self, blocks: Sequence[str]) -> bool:
        """Whether they stand on one page."""
        layout = self._measured(blocks, self._whole)
        if layout.strange:
            layout = self._measured(blocks, self._cautious)
        return pages_of(layout.atoms)[-1] == 1

    def _measured(self, blocks: Sequence[str], sheet: PageSheet) -> Layout:
        section = f"<w:sectPr>{page_size(sheet)}</w:sectPr>"
        xml = f'<w:body xmlns:w="{NAMESPACE}">{"".join(blocks)}{section}</w:body>'
        body = etree.fromstring(xml)
        fit(body, self._page, in_calibri=self._in_calibri)
        layout = Layout(self._looks)
        layout.measure(body)
        return layout
