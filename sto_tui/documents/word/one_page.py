"""Laying out for one page: the loosest layout that still fits on it."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

from lxml import etree

from sto_tui.documents.word.assembly import Base
from sto_tui.documents.word.page_numbers import looks_of
from sto_tui.documents.word.page_numbers.layout import Layout
from sto_tui.documents.word.page_numbers.paging import pages_of
from sto_tui.documents.word.styles import NAMESPACE
from sto_tui.documents.word.xml_writing import page_size

Choice = TypeVar("Choice")


def loosest(
    choices: Sequence[Choice], drawn: Callable[[Choice], Sequence[str]], fits: Callable[[Sequence[str]], bool]
) -> Sequence[str]:
    """The blocks of the first of these layouts, loose to tight, that fits; of the last when none does."""
    place = bisect_left(choices, True, key=lambda choice: fits(drawn(choice)))
    return drawn(choices[min(place, len(choices) - 1)])


class PageMeasure:
    """Says how many pages blocks take in a document, by the same layout pass that numbers its pages."""

    def __init__(self, base: Base, *, landscape: bool) -> None:
        self._looks = looks_of(base.document.part)
        self._section = f"<w:sectPr>{page_size(base.page.sheet(landscape=landscape))}</w:sectPr>"

    def fits(self, blocks: Sequence[str]) -> bool:
        """Whether they stand on one page."""
        xml = f'<w:body xmlns:w="{NAMESPACE}">{"".join(blocks)}{self._section}</w:body>'
        layout = Layout(self._looks)
        layout.measure(etree.fromstring(xml))
        return pages_of(layout.atoms)[-1] == 1
