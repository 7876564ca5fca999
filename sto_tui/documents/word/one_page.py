"""Laying out for one page, or a few: the loosest layout that still fits."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from lxml import etree

from sto_tui.documents.word.assembly import Base, wider_words
from sto_tui.documents.word.fit_to_page import fit
from sto_tui.documents.word.page_numbers import DOUBT, looks_of
from sto_tui.documents.word.page_numbers.layout import Layout
from sto_tui.documents.word.page_numbers.paging import pages_of
from sto_tui.documents.word.page_size import PageSheet
from sto_tui.documents.word.styles import NAMESPACE
from sto_tui.documents.word.xml_writing import page_size

# What part of a page stays free in a font that is known on average, and in one of which nobody knows how wide it is:
# Verdana takes that much more than Calibri.
_FREE_ESTIMATED, _FREE_UNKNOWN = 0.04, 0.3
Choice = TypeVar("Choice")


def loosest(choices: Sequence[Choice], fits: Callable[[Choice], bool]) -> Choice:
    """The first of these layouts, loose to tight, that fits on the page; the last when none does."""
    # Most have room enough: that is known at one look, and by halves not before the seventh.
    place = 0 if fits(choices[0]) else bisect_left(choices, True, lo=1, key=fits)
    return choices[min(place, len(choices) - 1)]


class PageMeasure:
    """Says whether blocks fit on a page of a document, by the same layout pass that numbers its pages.

    Of another font the letters are not known one by one: text in it may take more room, so a part of the page stays
    free.
    """

    def __init__(self, base: Base, *, landscape: bool) -> None:
        self._looks, self._page = looks_of(base.document.part, doubt=DOUBT), base.page
        self._wider = wider_words(base)
        self._sheet = base.page.sheet(landscape=landscape)

    def fits(self, blocks: Sequence[str], pages: int = 1) -> bool:
        """Whether they stand on one page, or on so many."""
        layout = self._measured(blocks, self._sheet)
        if layout.strange or layout.estimated:
            layout = self._measured(blocks, self._cautious(_FREE_UNKNOWN if layout.strange else _FREE_ESTIMATED))
        return pages_of(layout.atoms)[-1] <= pages

    def _cautious(self, free: float) -> PageSheet:
        """The sheet with this part of its text free."""
        text = self._sheet.height - self._sheet.top - self._sheet.bottom
        return replace(self._sheet, bottom=self._sheet.bottom + round(text * free))

    def _measured(self, blocks: Sequence[str], sheet: PageSheet) -> Layout:
        section = f"<w:sectPr>{page_size(sheet)}</w:sectPr>"
        xml = f'<w:body xmlns:w="{NAMESPACE}">{"".join(blocks)}{section}</w:body>'
        body = etree.fromstring(xml)
        fit(body, self._page, wider=self._wider)
        layout = Layout(self._looks)
        layout.measure(body)
        return layout
