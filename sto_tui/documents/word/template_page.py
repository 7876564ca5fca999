"""The page of a house style: its size and margins, as far as our tables can be read on it."""

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from sto_tui.documents.word.page_size import OUR_PAGE, PageSetup, PageSheet, twips
from sto_tui.documents.word.xml_reading import W, whole

LEAST_UPRIGHT, LEAST_LYING, LEAST_HEIGHT = twips(12), twips(18), twips(10)
LEAST_FROM_EDGE = twips(0.5)
_LARGEST = twips(56)


def page_of(sections: Sequence[etree._Element]) -> PageSetup | None:
    """The page of the sections of a template, of which the last in a direction counts; None when it can't be used."""
    sheets = [sheet for section in sections if (sheet := sheet_of(section)) is not None]
    if not sheets:
        return OUR_PAGE if not sections else None
    upright = next((sheet for sheet in reversed(sheets) if not sheet.lying), None)
    lying = next((sheet for sheet in reversed(sheets) if sheet.lying), None)
    if upright is None:
        upright = (lying or sheets[-1]).turned()
    if lying is None or lying.text < LEAST_LYING:
        lying = upright.turned()
    if upright.text < LEAST_UPRIGHT or lying.text < LEAST_LYING:
        return None
    if any(sheet.height - sheet.top - sheet.bottom < LEAST_HEIGHT for sheet in (upright, lying)):
        return None
    return PageSetup(upright, lying)


def sheet_of(section: etree._Element) -> PageSheet | None:
    """The sheet of a section. What it leaves out is as with us; None when it makes no sense."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    ours = OUR_PAGE.upright
    width, height = (whole(size, name, default) for name, default in (("w", ours.width), ("h", ours.height)))
    names = ("top", "right", "bottom", "left", "header", "footer")
    # A negative margin above or below says that a header may not push the text.
    distances = {name: abs(whole(margins, name, getattr(ours, name))) for name in names}
    # Some programs write 0, and most printers leave the edge white.
    distances |= {name: getattr(ours, name) for name in names[4:] if distances[name] < LEAST_FROM_EDGE}
    sheet = replace(ours, width=width, height=height, gutter=whole(margins, "gutter", 0), **distances)
    sensible = 0 < width <= _LARGEST and 0 < height <= _LARGEST and 0 <= sheet.gutter < sheet.width
    return sheet if sensible and sheet.text > 0 else None
