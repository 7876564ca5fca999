"""Whether what stands above and below the text of every page leaves that text where it is."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from sto_tui.documents.word.elements import W, whole
from sto_tui.documents.word.pages.atoms import Layout
from sto_tui.documents.word.pages.looks import Looks

_PLACES = ((RELATIONSHIP_TYPE.HEADER, "top", "header"), (RELATIONSHIP_TYPE.FOOTER, "bottom", "footer"))


def heads_fit(part: Any, looks: Looks) -> bool:
    """Whether every header and footer of a document part is lower than its margin; a table in one is not measured."""
    sections = list(part.element.iter(f"{W}sectPr"))
    margins = [section.find(f"{W}pgMar") for section in sections]
    width = min(
        whole(section.find(f"{W}pgSz"), "w") - whole(margin, "left") - whole(margin, "right")
        for section, margin in zip(sections, margins, strict=True)
    )
    for kind, edge, distance in _PLACES:
        room = min(abs(whole(margin, edge)) - whole(margin, distance) for margin in margins)
        for relation in part.rels.values():
            if relation.reltype == kind and not _fits(relation.target_part.element, looks, width, room):
                return False
    return True


def _fits(strip: Any, looks: Looks, width: int, room: int) -> bool:
    layout = Layout(looks)
    if any(child.tag != f"{W}p" for child in strip):
        return False
    return sum(layout.height_of(child, width) for child in strip) <= room
