"""Small steps in a tree of WordprocessingML, for reading what others wrote."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element that may not be there."""
    return "" if element is None else element.get(f"{W}{name}") or ""


def whole(element: etree._Element | None, name: str = "val", default: int = 0) -> int:
    """The same as a whole number; `default` when it is none."""
    try:
        return round(float(value(element, name)))
    except (ValueError, OverflowError):
        return default


def attributes(element: etree._Element) -> dict[str, str]:
    """The attributes of an element."""
    return {str(name): str(text) for name, text in element.attrib.items()}


def detach(element: etree._Element) -> None:
    """Takes an element out of its parent, with all that is in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def remove_all(root: etree._Element, names: Sequence[str]) -> None:
    """Removes every element of these names with all that is in it."""
    for element in list(root.iter(*(f"{W}{name}" for name in names))):
        detach(element)


def child(parent: etree._Element, name: str) -> etree._Element:
    """The child of this name, added behind the others when it is not there yet."""
    element = parent.find(f"{W}{name}")
    return etree.SubElement(parent, f"{W}{name}") if element is None else element


def set_list(style: etree._Element, number: str) -> None:
    """Gives the paragraphs of a style this list in the place of any other; 0 is none."""
    properties = child(style, "pPr")
    remove_all(properties, ("numPr",))
    child(child(properties, "numPr"), "numId").set(f"{W}val", number)


def sections_among(blocks: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The properties of each section that ends in these blocks of a body; in a table, the most of it, none does."""
    for block in blocks:
        if block.tag != f"{W}tbl":
            yield from block.iter(f"{W}sectPr")
