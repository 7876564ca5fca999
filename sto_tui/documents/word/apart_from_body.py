"""Styles of ours in a house style are set as with us where its ordinary text is set in a way that tables cannot have.

An indent, a centred line or capitals in its ordinary text are meant for paragraphs: in a column of two centimetres they
cut words. Its font, its colour and its letters stay.
"""

from collections.abc import Iterable

from lxml import etree

from sto_tui.documents.word.schema_order import put_in_order
from sto_tui.documents.word.template_styles import chain
from sto_tui.documents.word.xml_reading import W, child, set_list, value

_SWITCHES = ("keepNext", "keepLines", "pageBreakBefore", "contextualSpacing")
_LETTERS = ("b", "i", "caps", "smallCaps", "strike")
_INDENTS = ("left", "right", "firstLine")


def set_apart(added: Iterable[etree._Element], root: etree._Element, body: str) -> None:
    """Undoes in the styles that are based on ordinary text, by its id, what that says of paragraphs."""
    theirs = [
        properties for style in chain(root, body) for properties in (*style.iter(f"{W}pPr"), *style.iter(f"{W}rPr"))
    ]
    said = {str(etree.QName(element).localname) for properties in theirs for element in properties}
    for style in added:
        if value(style.find(f"{W}basedOn")) == body and said:
            _undo(style, said)
            put_in_order(style)


def _undo(style: etree._Element, said: set[str]) -> None:
    paragraph, letters = child(style, "pPr"), child(style, "rPr")
    for names, properties in ((_SWITCHES, paragraph), (_LETTERS, letters)):
        for name in said.intersection(names):
            if properties.find(f"{W}{name}") is None:
                child(properties, name).set(f"{W}val", "0")
    if "jc" in said and paragraph.find(f"{W}jc") is None:
        child(paragraph, "jc").set(f"{W}val", "left")
    if "numPr" in said and paragraph.find(f"{W}numPr") is None:
        set_list(style, "0")
    if "ind" in said:
        _fill(child(paragraph, "ind"), _INDENTS)
    if "shd" in said and paragraph.find(f"{W}shd") is None:
        shading = child(paragraph, "shd")
        for name, setting in (("val", "clear"), ("color", "auto"), ("fill", "auto")):
            shading.set(f"{W}{name}", setting)
    if "pBdr" in said:
        borders = child(paragraph, "pBdr")
        for side in ("top", "left", "bottom", "right", "between"):
            if borders.find(f"{W}{side}") is None:
                child(borders, side).set(f"{W}val", "nil")


def _fill(indent: etree._Element, sides: Iterable[str]) -> None:
    """What an indent of ours leaves open is none; one that hangs has no first line."""
    for side in sides:
        if not value(indent, side) and not (side == "firstLine" and value(indent, "hanging")):
            indent.set(f"{W}{side}", "0")
