"""Header and footer of every section: those of the house style as they are, and ours where it has none."""

import posixpath
from dataclasses import dataclass, field
from typing import Any

from docx.enum.section import WD_HEADER_FOOTER
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.shared import Pt, Twips
from lxml import etree

from sto_tui.documents.word.bound_controls import fill_bound
from sto_tui.documents.word.docx_gaps import paragraph_element, section_properties
from sto_tui.documents.word.page_numbers import InFront
from sto_tui.documents.word.template_front import FrontText, placed
from sto_tui.documents.word.template_header_footer import KINDS, Image, Kind, RunningHeads, Strip
from sto_tui.documents.word.template_styles import tab_stops
from sto_tui.documents.word.xml_reading import NAMESPACE, W
from sto_tui.documents.word.xml_writing import simple_field
from sto_tui.frozen import frozen

OWN_SIZE = Pt(8.5)
_STYLE_OF = {"header": "Header", "footer": "Footer"}


@frozen
class OwnLines:
    """Our own header, left and right, and the left of our own footer; on the right of that stands the page.

    `cover` says that the first page is one, without header and footer; else it lacks the header only.
    """

    header: str
    state: str
    footer: str
    cover: bool


@dataclass
class HeadWriter:
    """Gives the sections of a python-docx document their headers and footers; `ids` leads to its styles.

    `behind_front` says that the first section is text of the template, and that our own first page begins the second.
    """

    document: Any
    ids: dict[str, str]
    heads: RunningHeads
    lines: OwnLines
    behind_front: bool = False
    _images: dict[str, Part] = field(default_factory=dict)

    def write(self) -> None:
        """All sections; those after the first take over what the house style has."""
        sections = list(self.document.sections)
        for kind in KINDS:
            self._first_page(sections, kind)
            if self.heads.of(kind).ordinary is None:
                for section in sections:
                    self._own(section, kind, getattr(section, kind))
                    if self.heads.even_differs:
                        self._own(section, kind, getattr(section, f"even_page_{kind}"))
            else:
                self._give(sections[0], kind, "PRIMARY", self.heads.of(kind).ordinary)
                self._give(sections[0], kind, "EVEN_PAGE", self.heads.of(kind).even)

    def _first_page(self, sections: list[Any], kind: Kind) -> None:
        """The first page as the house style has it; else as ours, which is a cover without lines."""
        first, strips = sections[0], self.heads.of(kind)
        own = any(self.heads.of(strip_kind).ordinary is None for strip_kind in KINDS)
        first.different_first_page_header_footer = self.heads.own_first or own
        if self.behind_front and not self.heads.own_first:
            sections[1].different_first_page_header_footer = own
        if self.heads.own_first:
            self._give(first, kind, "FIRST_PAGE", strips.first)
        elif own and strips.ordinary is not None:
            self._give(first, kind, "FIRST_PAGE", strips.ordinary)
        elif own and kind == "footer" and not self.lines.cover:
            self._own(first, kind, first.first_page_footer)

    def _give(self, section: Any, kind: Kind, pages: str, strip: Strip | None) -> None:
        """A copy of a strip of the house style, with its pictures, for some of the pages."""
        if strip is None:
            return
        main = self.document.part
        part_class, content_type, relation = (
            (HeaderPart, CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
            if kind == "header"
            else (FooterPart, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)
        )
        name = main.package.next_partname(f"/word/{kind}%d.xml")
        part = part_class.load(name, content_type, strip.xml, main.package)
        fill_bound(part.element, self.document.core_properties)
        reference = main.relate_to(part, relation)
        for identity, image in strip.images.items():
            part.load_rel(RELATIONSHIP_TYPE.IMAGE, self._part_of(image), identity)
        for identity, target in strip.links.items():
            part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, target, identity, is_external=True)
        properties = section_properties(section)
        add = properties.add_headerReference if kind == "header" else properties.add_footerReference
        add(getattr(WD_HEADER_FOOTER, pages), reference)

    def _part_of(self, image: Image) -> Part:
        """The part of a picture; one that stands in more strips is there once."""
        if image.part not in self._images:
            self._images[image.part] = _new_part(self.document, image, f"huisstijl{len(self._images) + 1}")
        return self._images[image.part]

    def _own(self, section: Any, kind: Kind, block: Any) -> None:
        """Our line, with something left and right, to the width of the section."""
        block.is_linked_to_previous = False
        paragraph = block.paragraphs[0]
        style = self.ids[_STYLE_OF[kind]]
        width = section.page_width - section.left_margin - section.right_margin - section.gutter
        stops = paragraph.paragraph_format.tab_stops
        for place in tab_stops(self.document.styles.element, style):
            stops.add_tab_stop(Twips(place), WD_TAB_ALIGNMENT.CLEAR)
        stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        paragraph_element(paragraph).get_or_add_pPr().get_or_add_pStyle().set(f"{W}val", style)
        paragraph.add_run(f"{self.lines.header if kind == 'header' else self.lines.footer}\t")
        if kind == "header":
            paragraph.add_run(self.lines.state)
        else:
            _add_page_number(paragraph)
        for run in paragraph.runs:
            # Of a house style the text of a header may be too large for two things on a line.
            run.font.size = OWN_SIZE


def _new_part(document: Any, image: Image, name: str) -> Part:
    extension = posixpath.splitext(image.part)[1] or ".bin"
    place = PackURI(f"/word/media/{name}{extension.casefold()}")
    return Part(place, image.content_type, image.data, document.part.package)


def place_front(document: Any, front: FrontText, chapter_style: str) -> InFront:
    """Puts text of the template before that of a document, with its pictures and links, in a section of its own."""
    main, strip = document.part, front.strip
    names = {identity: f"voor{identity}" for identity in (*strip.images, *strip.links)}
    for number, (identity, image) in enumerate(strip.images.items(), 1):
        main.load_rel(RELATIONSHIP_TYPE.IMAGE, _new_part(document, image, f"voorblad{number}"), names[identity])
    for identity, target in strip.links.items():
        main.load_rel(RELATIONSHIP_TYPE.HYPERLINK, target, names[identity], is_external=True)
    blocks = placed(front, chapter_style, names)
    for place, block in enumerate(blocks):
        document.element.body.insert(place, parse_xml(etree.tostring(block)))
        fill_bound(document.element.body[place], document.core_properties)
    return InFront(len(blocks), front.pages)


def _add_page_number(paragraph: Any) -> None:
    paragraph.add_run("pagina ")
    for instruction, between in (("PAGE", " van "), ("NUMPAGES", "")):
        xml = f'<w:p xmlns:w="{NAMESPACE}">{simple_field(instruction, "1")}</w:p>'
        for element in list(etree.fromstring(xml)):
            paragraph_element(paragraph).append(element)
        if between:
            paragraph.add_run(between)
