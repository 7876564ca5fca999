"""The header and footer of a house style, with their pictures: what stands on its pages is to stand on ours.

What a draft has nothing to do with stays behind: comments, changes that were tracked, bookmarks, embedded programs.
"""

import posixpath
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Literal

from lxml import etree

from sto_tui.documents.word.schema_order import drop_senseless, put_in_order
from sto_tui.documents.word.template import Relation, Template
from sto_tui.documents.word.template_page import sheet_of
from sto_tui.documents.word.xml_reading import W, attributes, detach, remove_all, value
from sto_tui.frozen import frozen

Kind = Literal["header", "footer"]
KINDS: tuple[Kind, Kind] = ("header", "footer")
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_IMAGE_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
    ".svg": "image/svg+xml",
}
_LINKS = ("http://", "https://", "mailto:")
_LEFT_BEHIND = (
    *("pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange"),
    *("del", "moveFrom", "cellDel", "cellIns", "cellMerge", "numberingChange", "sectPr"),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "proofErr", "permStart", "permEnd"),
    *("bookmarkStart", "bookmarkEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("footnoteReference", "endnoteReference", "lastRenderedPageBreak", "altChunk", "subDoc", "control"),
)
_UNWRAPPED = ("ins", "moveTo", "smartTag", "customXml")
_SHOWN = ("drawing", "pict", "object", "sym", "fldSimple", "instrText", "pgNum", "ptab")
_FIRST_DRAWING = 9_001


@frozen
class Image:
    """A picture: the name of its part in the template, its bytes and what kind it is."""

    part: str
    data: bytes
    content_type: str


@frozen
class Strip:
    """A header or footer: its XML, and its pictures and links by the id of the relation."""

    xml: bytes
    images: Mapping[str, Image]
    links: Mapping[str, str]


@frozen
class Strips:
    """The header or the footer of the pages: ordinary ones, even ones, and the first one when that differs."""

    ordinary: Strip | None = None
    even: Strip | None = None
    first: Strip | None = None


@frozen
class RunningHeads:
    """Header and footer of a house style, and whether its first page has its own."""

    header: Strips = Strips()
    footer: Strips = Strips()
    own_first: bool = False

    def of(self, kind: Kind) -> Strips:
        """The strips of this kind."""
        return self.header if kind == "header" else self.footer

    @property
    def even_differs(self) -> bool:
        """Whether even pages have something of their own."""
        return bool(self.header.even or self.footer.even)


NO_HEADS = RunningHeads()


class PartReader:
    """Reads the strips and the text of one template; remembers whether anything could not be taken over."""

    def __init__(self, template: Template, styles: Mapping[str, str], lists: frozenset[str]) -> None:
        self.template = template
        self.styles = styles
        self.lists = lists
        self.relations = template.relations(template.main)
        self.lost = False
        self._drawings = count(_FIRST_DRAWING)

    def strip(self, identity: str, kind: Kind) -> Strip | None:
        """The strip that a reference leads to; None when there is nothing in it to see."""
        relation = self.relations.get(identity)
        if relation is None or relation.outside or not self.template.has(relation.target):
            return None
        root = self.template.xml(relation.target)
        if root.tag != f"{W}{'hdr' if kind == 'header' else 'ftr'}":
            return None
        return self.taken(root, relation.target)

    def taken(self, root: etree._Element, part: str) -> Strip | None:
        """What is taken over of the root of a part, which changes with it; None when there is nothing to see."""
        _clean(root)
        images, links = self._relate(root, part)
        self._use_known(root)
        _mend(root)
        drop_senseless(root)
        put_in_order(root)
        if not shows(root):
            return None
        for drawing in root.iter(f"{_DRAWING}docPr"):
            drawing.set("id", str(next(self._drawings)))
        return Strip(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True), images, links)

    def _relate(self, root: etree._Element, part: str) -> tuple[dict[str, Image], dict[str, str]]:
        """The pictures and links that are used; what refers to anything else is removed."""
        relations = self.template.relations(part)
        images: dict[str, Image] = {}
        links: dict[str, str] = {}
        for element in list(root.iter()):
            for name, identity in attributes(element).items():
                if not name.startswith(_RELATIONS):
                    continue
                relation = relations.get(identity)
                if relation is not None and (image := self._image(relation)):
                    images[identity] = image
                elif relation is not None and _is_link(relation):
                    links[identity] = relation.target
                else:
                    self._lose(element, name)
        return images, links

    def _image(self, relation: Relation) -> Image | None:
        if relation.kind != "image" or relation.outside or not self.template.has(relation.target):
            return None
        data = self.template.read(relation.target)
        declared = self.template.content_type(relation.target)
        by_name = _IMAGE_TYPES.get(posixpath.splitext(relation.target)[1].casefold(), "")
        kind = by_name or (declared if declared.startswith("image/") else "")
        return Image(relation.target, data, kind) if data and kind else None

    def _lose(self, element: etree._Element, attribute: str) -> None:
        """Removes what needs a part that is not there: a link keeps its words, a picture goes as a whole."""
        if element.tag == f"{W}hyperlink" or (
            attribute == f"{_RELATIONS}link" and f"{_RELATIONS}embed" in element.attrib
        ):
            del element.attrib[attribute]
            return
        whole = next(element.iterancestors(f"{_MAIN}ext"), element)
        if whole is element and element.tag not in (_OLE, f"{_MAIN}hlinkClick", f"{_MAIN}hlinkHover"):
            self.lost = True
            whole = next(element.iterancestors(*(f"{W}{name}" for name in _SHOWN[:3])), element)
        detach(whole)

    def _use_known(self, root: etree._Element) -> None:
        """Only styles and lists that are there; a second style of a name is the first."""
        for element in list(root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")):
            style_id = self.styles.get(value(element))
            if style_id is None:
                detach(element)
            else:
                element.set(f"{W}val", style_id)
        for properties in list(root.iter(f"{W}numPr")):
            if value(properties.find(f"{W}numId")) not in self.lists:
                detach(properties)


def _is_link(relation: Relation) -> bool:
    return relation.kind == "hyperlink" and relation.outside and relation.target.startswith(_LINKS)


def _clean(root: etree._Element) -> None:
    """What was tracked is accepted; comments, bookmarks and bindings to data that stays behind go."""
    remove_all(root, _LEFT_BEHIND)
    for binding in list(root.iter(f"{W}dataBinding")):
        if "core-properties" not in value(binding, "prefixMappings") + value(binding, "xpath"):
            detach(binding)
    _empty_prompts(root)
    for element in list(root.iter(*(f"{W}{name}" for name in _UNWRAPPED))):
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag != f"{W}rPr":
            place = parent.index(element)
            parent[place:place] = [inner for inner in element if inner.tag not in (f"{W}customXmlPr", f"{W}smartTagPr")]
        parent.remove(element)


def _empty_prompts(root: etree._Element) -> None:
    """A control that asks for a text (`Kies een datum`) prints what it asks; one that is filled by itself stays."""
    for control in root.iter(f"{W}sdt"):
        asks = is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr"))
        if asks and control.find(f"{W}sdtPr/{W}dataBinding") is None:
            for text in control.iter(f"{W}t"):
                text.text = ""


def _mend(root: etree._Element) -> None:
    """No table without rows, no row without cells, and a paragraph at the end where Word wants one."""
    drawings = f"{_DRAWING}inline", f"{_DRAWING}anchor"
    for drawing in list(root.iter(f"{W}drawing")):
        shape = next((inner for inner in drawing if inner.tag in drawings), None)
        if shape is None or shape.find(f"{_DRAWING}extent") is None or shape.find(f"{_DRAWING}docPr") is None:
            detach(drawing)
    for name, content in (("tc", ""), ("tr", "tc"), ("tbl", "tr")):
        for element in reversed(list(root.iter(f"{W}{name}"))):
            if content and not list(element.iter(f"{W}{content}")):
                detach(element)
    for table in root.iter(f"{W}tbl"):
        _mend_table(table)
    for block in [root, *root.iter(f"{W}tc", f"{W}txbxContent")]:
        last = block[-1] if len(block) else None
        if last is None or last.tag not in (f"{W}p", f"{W}sdt"):
            etree.SubElement(block, f"{W}p")


def _mend_table(table: etree._Element) -> None:
    """A table has properties and a grid, in that order, before its rows."""
    for place, name in enumerate(("tblPr", "tblGrid")):
        part = table.find(f"{W}{name}")
        table.insert(place, etree.Element(f"{W}{name}") if part is None else part)
    grid = table[1]
    if not len(grid):
        for _ in range(max(len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr"))):
            etree.SubElement(grid, f"{W}gridCol")


def shows(root: etree._Element) -> bool:
    """Whether there is anything to see in it."""
    if any((text.text or "").strip() for text in root.iter(f"{W}t")):
        return True
    return any(True for _ in root.iter(*(f"{W}{name}" for name in _SHOWN)))


def part_reader(template: Template, styles: Mapping[str, str], numbering: etree._Element) -> PartReader:
    """Reads a template of which each style id now stands for one of these, and which has these lists."""
    return PartReader(template, styles, frozenset(value(number, "numId") for number in numbering.iter(f"{W}num")))


def running_heads(reader: PartReader) -> RunningHeads:
    """What stands above and below on the pages of a template.

    Ordinary pages are those of its last upright section, the first page is that of its first.
    """
    template = reader.template
    sections = sections_of(template.document)
    if not sections:
        return NO_HEADS
    references = _references(sections)
    sheets = [sheet_of(section) for section in sections]
    upright = [place for place, sheet in enumerate(sheets) if sheet is not None and not sheet.lying]
    number = upright[-1] if upright else len(sections) - 1
    settings = template.xml_of("settings")
    even = settings is not None and is_on(settings.find(f"{W}evenAndOddHeaders"))
    titled = is_on(sections[0].find(f"{W}titlePg"))
    strips = {
        kind: _strips(reader, kind, references[0], references[number], titled=titled, even=even) for kind in KINDS
    }
    first = {kind: references[0].get((kind, "default")) for kind in KINDS}
    last = {kind: references[number].get((kind, "default")) for kind in KINDS}
    return RunningHeads(strips["header"], strips["footer"], titled or first != last)


_References = Mapping[tuple[str, str], str]


def _strips(
    reader: PartReader, kind: Kind, opening: _References, ordinary: _References, *, titled: bool, even: bool
) -> Strips:
    return Strips(
        reader.strip(ordinary.get((kind, "default"), ""), kind),
        reader.strip(ordinary.get((kind, "even"), ""), kind) if even else None,
        reader.strip(opening.get((kind, "first" if titled else "default"), ""), kind),
    )


def sections_of(document: etree._Element) -> list[etree._Element]:
    """The properties of the sections of a text, in order."""
    body = document.find(f"{W}body")
    if body is None:
        return []
    within = [section for paragraph in body.iter(f"{W}p") for section in paragraph.findall(f"{W}pPr/{W}sectPr")]
    return [*within, *body.findall(f"{W}sectPr")]


def _references(sections: Sequence[etree._Element]) -> list[_References]:
    """Which strip each section has; what one leaves out it takes from the one before."""
    current: dict[tuple[str, str], str] = {}
    references: list[_References] = []
    for section in sections:
        for kind in KINDS:
            for reference in section.findall(f"{W}{kind}Reference"):
                current[kind, value(reference, "type") or "default"] = reference.get(f"{_RELATIONS}id", "")
        references.append(dict(current))
    return references


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and on."""
    return element is not None and value(element) not in ("0", "false", "off")
