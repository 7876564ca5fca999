"""Whether what stands above and below the text of every page leaves that text where it is."""

from typing import Any

from sto_tui.documents.word.page_numbers.layout import Layout
from sto_tui.documents.word.page_numbers.style_looks import Looks
from sto_tui.documents.word.xml_reading import W, sections_among, whole

_PLACES = (("headerReference", "top", "header"), ("footerReference", "bottom", "footer"))
_IDENTITY = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def heads_fit(part: Any, looks: Looks) -> bool:
    """Whether every header and footer of a document part is lower than its margin; a table in one is not measured.

    One that a section takes over from the section before was measured there.
    """
    for section in sections_among(part.element.find(f"{W}body")):
        margins = section.find(f"{W}pgMar")
        width = whole(section.find(f"{W}pgSz"), "w") - whole(margins, "left") - whole(margins, "right")
        for reference, edge, distance in _PLACES:
            room = abs(whole(margins, edge)) - whole(margins, distance)
            for strip in section.iterfind(f"{W}{reference}"):
                if not _fits(part.related_parts[strip.get(_IDENTITY)].element, looks, width, room):
                    return False
    return True


def _fits(strip: Any, looks: Looks, width: int, room: int) -> bool:
    layout = Layout(looks)
    if any(child.tag != f"{W}p" for child in strip):
        return False
    return sum(layout.height_of(child, width) for child in strip) <= room
