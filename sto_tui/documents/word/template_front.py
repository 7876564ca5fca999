"""The text of a template that comes before a paper: its cover, all of it when that is asked, or nothing.

A template is often last year's plan, so no more than a cover comes along unasked.
"""

import math
from collections.abc import Sequence

from lxml import etree

from sto_tui.documents.word.page_size import PageSetup, PageSheet
from sto_tui.documents.word.schema_order import put_in_order
from sto_tui.documents.word.template import Template
from sto_tui.documents.word.template_header_footer import PartReader, Strip, sections_of, shows
from sto_tui.documents.word.template_page import sheet_of
from sto_tui.documents.word.xml_reading import W, attributes, child, detach, remove_all, set_list, value
from sto_tui.domain.dutch import count
from sto_tui.frozen import frozen

_LETTERS_ON_A_PAGE = 2800
_SHOWN = tuple(f"{W}{name}" for name in ("t", "drawing", "pict", "object", "tbl"))
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
_COVER, _CONTENTS = "Cover Pages", "Table of Contents"


@frozen
class FrontText:
    """The blocks that stand in front, under a body of their own, and the sheet of their section.

    `pages` is how many they take, when that is known: a cover is one. `chapters_break` says that headings of chapters
    begin a page in them.
    """

    strip: Strip
    sheet: PageSheet
    centred: bool = False
    pages: int | None = None
    chapters_break: bool = True


@frozen
class FrontChoice:
    """What of the text of a template comes in front, and a Dutch line about the rest; may be empty."""

    text: FrontText | None = None
    notice: str = ""


NO_FRONT = FrontChoice()


def front_of(
    template: Template, reader: PartReader, page: PageSetup, *, whole: bool, chapters_break: bool
) -> FrontChoice:
    """The cover, or the whole text when that was asked for. Raises TemplateError."""
    body = template.document.find(f"{W}body")
    blocks: Sequence[etree._Element] = [] if body is None else [block for block in body if block.tag != f"{W}sectPr"]
    if not any(shows(block) for block in blocks):
        return NO_FRONT
    cover = _cover(blocks, sections_of(template.document))
    rest = blocks[len(cover) :]
    pages = count(pages_of_text(blocks if whole else rest), "bladzijde", "bladzijden")
    if whole:
        sheet, centred, taken = page.upright, False, blocks
        told = f"De tekst van het sjabloon staat voorin: ongeveer {pages}."
    else:
        sheet, centred, taken = *_own_sheet(template, page), cover
        place = "De rest van de tekst" if cover else "De tekst"
        left = f"{place} van het sjabloon is niet overgenomen; met --met-tekst staat die voorin (ongeveer {pages})."
        told = left if any(shows(block) for block in rest) else ""
    strip = _taken(taken, reader, template)
    if strip is None:
        return FrontChoice(None, told)
    known = None if whole or pages_of_text(taken) > 1 else 1
    return FrontChoice(FrontText(strip, sheet, centred, known, chapters_break), told)


def _cover(blocks: Sequence[etree._Element], sections: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """The cover that Word put there, or else a first section that is one page of a longer text."""
    if blocks[0].tag == f"{W}sdt" and value(blocks[0].find(_GALLERY)) == _COVER:
        return blocks[:1]
    end = next((place for place, block in enumerate(blocks, 1) if block.find(f"{W}pPr/{W}sectPr") is not None), 0)
    first, following = blocks[:end], sections[1:2]
    goes_on = any(value(section.find(f"{W}type")) == "continuous" for section in following)
    return [] if goes_on or pages_of_text(first) > 1 or not any(map(shows, first)) else first


def pages_of_text(blocks: Sequence[etree._Element]) -> int:
    """About how many pages blocks take: by the breaks in them and by their letters, what is more; at least one."""
    breaks = sum(value(mark, "type") == "page" for block in blocks for mark in block.iter(f"{W}br"))
    sections = sum(1 for block in blocks[:-1] for _ in block.iter(f"{W}sectPr"))
    letters = sum(len(text.text or "") for block in blocks for text in block.iter(f"{W}t"))
    return max(1, 1 + breaks + sections, math.ceil(letters / _LETTERS_ON_A_PAGE))


def _own_sheet(template: Template, page: PageSetup) -> tuple[PageSheet, bool]:
    """The sheet of the first section, and whether its text stands in the middle of the page."""
    first = sections_of(template.document)[:1]
    sheet = sheet_of(first[0]) if first else None
    return sheet or page.upright, bool(first) and value(first[0].find(f"{W}vAlign")) == "center"


def _taken(blocks: Sequence[etree._Element], reader: PartReader, template: Template) -> Strip | None:
    """The blocks without what belongs to the old text only: its contents, its fields, and links within it."""
    body = etree.Element(f"{W}body", nsmap={"w": W[1:-1]})
    body.extend(blocks)
    for block in list(body):
        if value(block.find(_GALLERY)) == _CONTENTS:
            detach(block)
    _drop_last_breaks(body)
    _break_where_sections_ended(body)
    remove_all(body, ("fldChar", "instrText"))
    for link in body.iter(f"{W}hyperlink"):
        link.attrib.pop(f"{W}anchor", "")
    for field in list(body.iter(f"{W}fldSimple")):
        place = field.getparent()
        if place is not None:
            at = place.index(field)
            place[at : at + 1] = list(field)
    return reader.taken(body, template.main) if len(body) else None


def _drop_last_breaks(body: etree._Element) -> None:
    """A page break that ends the text goes: the section behind it begins a page itself, and one would stay empty."""
    for element in reversed(list(body.iter())):
        if element.tag == f"{W}br" and value(element, "type") == "page":
            detach(element)
        elif element.tag in _SHOWN:
            return


def _break_where_sections_ended(body: etree._Element) -> None:
    """What began on a page of its own still does."""
    for block in list(body)[:-1]:
        if block.find(f"{W}pPr/{W}sectPr") is not None:
            mark = etree.SubElement(etree.SubElement(block, f"{W}r"), f"{W}br")
            mark.set(f"{W}type", "page")


def placed(front: FrontText, chapter_style: str, names: dict[str, str]) -> list[etree._Element]:
    """The blocks for the body of a document, the last with the section; `names` are the new ids of relations.

    Headings keep out of the numbers of our chapters.
    """
    body = etree.fromstring(front.strip.xml)
    for element in body.iter():
        for name, identity in attributes(element).items():
            if name.startswith(_RELATIONS) and identity in names:
                element.set(name, names[identity])
    for paragraph in body.iter(f"{W}p"):
        if value(paragraph.find(f"{W}pPr/{W}pStyle")) == chapter_style:
            set_list(paragraph, "0")
            if not front.chapters_break:
                child(child(paragraph, "pPr"), "pageBreakBefore").set(f"{W}val", "0")
            put_in_order(paragraph)
    if body[-1].tag != f"{W}p":
        etree.SubElement(body, f"{W}p")
    properties = child(body[-1], "pPr")
    properties.append(_section(front))
    body[-1].insert(0, properties)
    put_in_order(body[-1])
    return list(body)


_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _section(front: FrontText) -> etree._Element:
    section, sheet = etree.Element(f"{W}sectPr"), front.sheet
    size, margins = etree.SubElement(section, f"{W}pgSz"), etree.SubElement(section, f"{W}pgMar")
    for name, length in (("w", sheet.width), ("h", sheet.height)):
        size.set(f"{W}{name}", str(length))
    if sheet.lying:
        size.set(f"{W}orient", "landscape")
    for name in ("top", "right", "bottom", "left", "header", "footer", "gutter"):
        margins.set(f"{W}{name}", str(getattr(sheet, name)))
    if front.centred:
        etree.SubElement(section, f"{W}vAlign").set(f"{W}val", "center")
    return section
