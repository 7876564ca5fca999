"""The styles and lists of a house style, made sound: what Word would refuse, or what would number our text, goes."""

from collections.abc import Iterator, Mapping

from lxml import etree

from sto_tui.documents.word.schema_order import drop_senseless, put_in_order
from sto_tui.documents.word.styles import OUR_LISTS
from sto_tui.documents.word.xml_reading import W, detach, remove_all, set_list, value

_KINDS = frozenset(("paragraph", "character", "table", "numbering"))
# Headings get our list, or none: other chapters refer to their numbers, and a speerpunt has a code of its own. Numbers
# of ordinary text would count on over our sentences, and the header and footer.
_HEADINGS = frozenset(("title", "subtitle", "heading 1", "heading 2", "heading 3", "caption", "toc heading"))
_UNNUMBERED = _HEADINGS | {"normal"}
_CHANGES = ("pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange")
_OURS = frozenset(map(str, OUR_LISTS))


def sound_numbering(root: etree._Element | None) -> etree._Element:
    """The lists of a template: every number leads to a definition, and none is one of ours."""
    if root is None or root.tag != f"{W}numbering":
        return etree.Element(f"{W}numbering", nsmap={"w": W[1:-1]})
    # The picture of a bullet is a part of its own, which stays behind.
    remove_all(root, (*_CHANGES, "numPicBullet", "lvlPicBulletId", "numIdMacAtCleanup"))
    definitions: set[str] = set()
    numbers: set[str] = set()
    for definition in root.findall(f"{W}abstractNum"):
        _keep_once(definition, "abstractNumId", definitions)
    for number in root.findall(f"{W}num"):
        if value(number.find(f"{W}abstractNumId")) in definitions:
            _keep_once(number, "numId", numbers)
        else:
            root.remove(number)
    drop_senseless(root)
    put_in_order(root)
    return root


def _keep_once(element: etree._Element, attribute: str, seen: set[str]) -> None:
    """Keeps an element whose number is one, is new, and is not one of ours; removes any other."""
    number = value(element, attribute)
    if number.isdecimal() and number not in seen | _OURS:
        seen.add(number)
    else:
        detach(element)


def sound_styles(root: etree._Element | None, numbering: etree._Element) -> tuple[etree._Element, Mapping[str, str]]:
    """The styles of a template, and which id each of its ids now stands for. Changes the lists with them."""
    if root is None or root.tag != f"{W}styles":
        root = etree.Element(f"{W}styles", nsmap={"w": W[1:-1]})
    remove_all(root, _CHANGES)
    ids = _keep_one_of_each(root)
    _mend_references(root, ids)
    _keep_one_default(root)
    _unnumber(root, numbering)
    for language in root.iter(f"{W}lang"):
        language.set(f"{W}val", "nl-NL")
    drop_senseless(root)
    put_in_order(root)
    return root, ids


def _keep_one_of_each(root: etree._Element) -> dict[str, str]:
    """Removes styles without an id and second ones; the id of a second one stands for the first of that name."""
    ids: dict[str, str] = {}
    named: dict[tuple[str, str], str] = {}
    for style in root.findall(f"{W}style"):
        identity, kind = value(style, "styleId"), value(style, "type")
        if kind not in _KINDS:
            kind = "paragraph"
            style.set(f"{W}type", kind)
        name = style.find(f"{W}name")
        if not value(name):
            if name is not None:
                style.remove(name)
            name = etree.SubElement(style, f"{W}name")
            name.set(f"{W}val", identity)
        key = kind, value(name).casefold()
        if identity and identity not in ids and key not in named:
            ids[identity] = named[key] = identity
        else:
            root.remove(style)
            if identity and key in named:
                ids.setdefault(identity, named[key])
    return ids


def _mend_references(root: etree._Element, ids: Mapping[str, str]) -> None:
    """A style refers only to styles that are there, and is not based on itself by any way round."""
    styles = {value(style, "styleId"): style for style in root.findall(f"{W}style")}
    for style in styles.values():
        for name in ("basedOn", "next", "link"):
            for reference in style.findall(f"{W}{name}"):
                target = styles.get(ids.get(value(reference), ""))
                same = target is not None and value(target, "type") == value(style, "type")
                if target is None or (name == "basedOn" and not same):
                    style.remove(reference)
                else:
                    reference.set(f"{W}val", value(target, "styleId"))
    for style in styles.values():
        seen = {value(style, "styleId")}
        current = style
        while (based_on := current.find(f"{W}basedOn")) is not None:
            if value(based_on) in seen:
                current.remove(based_on)
                break
            seen.add(value(based_on))
            current = styles[value(based_on)]


def _keep_one_default(root: etree._Element) -> None:
    seen: set[str] = set()
    for style in root.findall(f"{W}style"):
        if value(style, "default") in ("1", "true", "on"):
            if value(style, "type") in seen:
                del style.attrib[f"{W}default"]
            seen.add(value(style, "type"))


def _unnumber(root: etree._Element, numbering: etree._Element) -> None:
    """Numbers of headings and of ordinary text go, and so do lists that are not there."""
    numbers = {value(number, "numId") for number in numbering.iter(f"{W}num")}
    numbered: set[str] = set()
    for style in root.findall(f"{W}style"):
        name = value(style.find(f"{W}name")).casefold()
        for properties in list(style.iter(f"{W}numPr")):
            number = value(properties.find(f"{W}numId"))
            # A style inherits the list of the style it is based on; its level alone says the same of it.
            if name in _UNNUMBERED or (number and number not in numbers | {"0"}):
                detach(properties)
            else:
                numbered.add(value(style, "styleId"))
        if name in _UNNUMBERED and style.find(f"{W}basedOn") is not None:
            # What it is based on may be numbered.
            set_list(style, "0")
    for level in list(numbering.iter(f"{W}lvl")):
        for link in level.findall(f"{W}pStyle"):
            if value(link) not in numbered:
                level.remove(link)
    styles = {value(style, "styleId") for style in root.findall(f"{W}style")}
    for definition in list(numbering.iter(f"{W}styleLink", f"{W}numStyleLink")):
        if value(definition) not in styles:
            detach(definition)


def chain(styles: etree._Element, identity: str) -> Iterator[etree._Element]:
    """A style and those it is based on, nearest first."""
    by_id = {value(style, "styleId"): style for style in styles.iterchildren(f"{W}style")}
    seen: set[str] = set()
    while identity in by_id and identity not in seen:
        seen.add(identity)
        yield by_id[identity]
        identity = value(by_id[identity].find(f"{W}basedOn"))


def has_list(styles: etree._Element, identity: str) -> bool:
    """Whether paragraphs in this style are numbered or have bullets."""
    for style in chain(styles, identity):
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return value(number) != "0"
    return False


def tab_stops(styles: etree._Element, identity: str) -> list[int]:
    """Where the tab stops of a style stand, in twips."""
    positions = (
        value(tab, "pos") for style in chain(styles, identity) for tab in style.findall(f"{W}pPr/{W}tabs/{W}tab")
    )
    return sorted({int(place) for place in positions if place.removeprefix("-").isdecimal()})
