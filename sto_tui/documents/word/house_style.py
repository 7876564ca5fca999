"""A house style: what of a Word file belongs to the look of a draft, and a document that has it.

Styles, lists, fonts, colours, page, header, footer and cover are taken over, its text when that is asked for, and
nothing else: no comments, protection, compatibility settings or macros.
"""

from collections.abc import Mapping
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from sto_tui.documents.word import styles
from sto_tui.documents.word.apart_from_body import set_apart
from sto_tui.documents.word.blank_package import blank_document, theme
from sto_tui.documents.word.chapter_numbers import house_level
from sto_tui.documents.word.colours import house_colours, recolour, recoloured
from sto_tui.documents.word.docx_gaps import replace_bytes, replace_root
from sto_tui.documents.word.page_numbers.style_looks import Looks
from sto_tui.documents.word.page_size import OUR_PAGE, PageSetup, twips
from sto_tui.documents.word.schema_order import put_in_order
from sto_tui.documents.word.table_letters import set_as_wide
from sto_tui.documents.word.template import Template
from sto_tui.documents.word.template_front import NO_FRONT, FrontChoice, front_of
from sto_tui.documents.word.template_header_footer import RunningHeads, part_reader, running_heads, sections_of
from sto_tui.documents.word.template_page import page_of
from sto_tui.documents.word.template_styles import has_list, sound_numbering, sound_styles
from sto_tui.documents.word.xml_reading import W, attributes, child, remove_all, set_list, value, whole
from sto_tui.domain.dutch import enumerate_words
from sto_tui.frozen import frozen

_EMBEDDED_FONTS = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
_BULLETS = {"ListBullet": styles.BULLET_LIST, "STOTabelopsomming": styles.TABLE_BULLET_LIST}
_CONTENTS = ("TOC1", "TOC2", "TOC3")
_RUNNING_TEXT = ("STOInleiding", "STOToelichting", "STOVeldkop")
_ABOVE_WHAT_THEY_NAME = ("Heading1", "Heading2", "Heading3", "Caption")
# In twips.
_ROOM_ABOVE = {"Heading2": 240, "Heading3": 240, "Caption": 160}


@frozen
class HouseStyle:
    """What was taken over from a template; `ids` says which id a style of ours has in it.

    `colour_names` says which colour of the theme a name stands for, `colours` what a colour of ours is there.
    `chapter_level` is how it numbers its chapters.
    """

    styles: etree._Element
    numbering: etree._Element
    theme: bytes
    fonts: bytes
    colour_names: Mapping[str, str]
    colours: Mapping[str, str]
    page: PageSetup
    heads: RunningHeads
    ids: Mapping[str, str]
    notices: tuple[str, ...]
    chapter_level: etree._Element | None = None
    front: FrontChoice = NO_FRONT


def house_style(data: bytes, name: str, *, with_text: bool = False) -> HouseStyle:
    """Reads a template; with its text, or with its cover only. Raises TemplateError with one Dutch sentence."""
    template = Template(data, name)
    numbering = sound_numbering(template.xml_of("numbering"))
    written = template.xml_of("styles")
    chapter_level = None if written is None else house_level(written, numbering)
    root, style_ids = sound_styles(written, numbering)
    reader = part_reader(template, style_ids, numbering)
    heads = running_heads(reader)
    page = page_of(sections_of(template.document))
    colours = house_colours(root, template.xml_of("theme"))
    own = set(root)
    ids, missing = styles.install_in_house_style(root)
    added = [style for style in root if style not in own]
    recolour(added, colours)
    running = {ids[name] for name in _RUNNING_TEXT}
    theme_data = _theme(template)
    looks = Looks(root, numbering, etree.fromstring(theme_data or theme()))
    chapters_break = looks.style(ids["Heading1"]).new_page
    set_as_wide(added, looks.style(ids["STOTabeltekst"]).font)
    set_apart([style for style in added if value(style, "styleId") not in running], root, ids["Normal"])
    _add_bullets(root, ids)
    _number_chapters(root, ids, numbered=chapter_level is not None)
    _set_contents_tabs(root, ids, page or OUR_PAGE)
    _keep_with_next(root, ids)
    _begin_pages(root, ids)
    _set_room_above(root, ids, looks)
    settings = template.xml_of("settings")
    mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")
    front = front_of(template, reader, page or OUR_PAGE, whole=with_text, chapters_break=chapters_break)
    notices = (
        _not_there(missing),
        "" if page else _PAGE_LEFT,
        _PICTURE_LEFT if reader.lost else "",
    )
    return HouseStyle(
        root,
        numbering,
        theme_data,
        _fonts(template),
        {} if mapping is None else attributes(mapping),
        colours,
        page or OUR_PAGE,
        heads,
        ids,
        tuple(filter(None, notices)),
        chapter_level,
        front,
    )


_PAGE_LEFT = "De pagina van het sjabloon is te klein voor de tabellen; die van sto-tui is gebruikt."
_PICTURE_LEFT = "Een plaatje of object in het sjabloon kon niet worden overgenomen."


# What a Word in Dutch calls the styles that have another name in the file.
_DUTCH_NAMES = {
    "title": "Titel",
    "subtitle": "Ondertitel",
    "heading": "Kop",
    "toc heading": "Kop van inhoudsopgave",
    "toc": "Inhopg",
    "caption": "Bijschrift",
    "list bullet": "Lijstopsom.teken",
    "header": "Koptekst",
    "footer": "Voettekst",
    "normal": "Standaard",
}


def _in_word(style: str) -> str:
    """`Kop 2` for `heading 2`: the name that a user looks for."""
    word, space, level = style.rpartition(" ") if style[-1:].isdigit() else (style, "", "")
    return f"{_DUTCH_NAMES.get(word.casefold(), word)}{space}{level}"


def _not_there(missing: list[str]) -> str:
    if not missing:
        return ""
    word, verb = ("het opmaakprofiel", "is") if len(missing) == 1 else ("de opmaakprofielen", "zijn")
    names = enumerate_words([f"‘{_in_word(name)}’" for name in missing])
    return f"Het sjabloon mist {word} {names}; die van sto-tui {verb} gebruikt."


def _add_bullets(root: etree._Element, ids: Mapping[str, str]) -> None:
    """A style for bullets that has none gets ours."""
    for style in root.findall(f"{W}style"):
        for ours, number in _BULLETS.items():
            identity = ids[ours]
            if value(style, "styleId") == identity and not has_list(root, identity):
                set_list(style, str(number))
                put_in_order(style)


def _number_chapters(root: etree._Element, ids: Mapping[str, str], *, numbered: bool) -> None:
    """Its headings of chapters get our list; one that had no number has to have room for it."""
    for style in root.findall(f"{W}style"):
        if value(style, "styleId") == ids["Heading1"]:
            set_list(style, str(styles.CHAPTER_LIST))
            if not numbered:
                remove_all(child(style, "pPr"), ("ind",))
            put_in_order(style)


def _set_contents_tabs(root: etree._Element, ids: Mapping[str, str], page: PageSetup) -> None:
    """The page number of an entry in the contents stands at the right edge of the text, after dots."""
    wanted = {ids[name] for name in _CONTENTS}
    for style in root.findall(f"{W}style"):
        if value(style, "styleId") in wanted:
            properties = child(style, "pPr")
            remove_all(properties, ("tabs",))
            tabs = child(properties, "tabs")
            start = max(0, whole(properties.find(f"{W}ind"), "left"))
            for kind, place in (("left", start + twips(1)), ("right", page.upright.text)):
                tab = etree.SubElement(tabs, f"{W}tab")
                tab.set(f"{W}val", kind)
                if kind == "right":
                    tab.set(f"{W}leader", "dot")
                tab.set(f"{W}pos", str(place))
            put_in_order(style)


def _keep_with_next(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Headings and captions stand on the page of what they name, also where the template does not ask for it."""
    wanted = {ids[name] for name in _ABOVE_WHAT_THEY_NAME}
    for style in root.findall(f"{W}style"):
        if value(style, "styleId") in wanted:
            child(child(style, "pPr"), "keepNext").attrib.pop(f"{W}val", "")
            put_in_order(style)


def _begin_pages(root: etree._Element, ids: Mapping[str, str]) -> None:
    """A chapter begins on a new page, as in every plan; in most templates that was done by hand each time."""
    for style in root.findall(f"{W}style"):
        if value(style, "styleId") == ids["Heading1"]:
            child(child(style, "pPr"), "pageBreakBefore").attrib.pop(f"{W}val", "")
            put_in_order(style)


def _set_room_above(root: etree._Element, ids: Mapping[str, str], looks: Looks) -> None:
    """Headings and captions do not stick to the table above them, which has no room below it as paragraphs have."""
    wanted = {ids[name]: least for name, least in _ROOM_ABOVE.items()}
    for style in root.findall(f"{W}style"):
        identity = value(style, "styleId")
        if looks.style(identity).before < wanted.get(identity, 0):
            spacing = child(child(style, "pPr"), "spacing")
            spacing.attrib.pop(f"{W}beforeLines", "")
            spacing.set(f"{W}before", str(wanted[identity]))
            put_in_order(style)


def _theme(template: Template) -> bytes:
    """The fonts and colours that styles name; pictures in it are parts of their own and stay behind."""
    root = template.xml_of("theme")
    if root is None or etree.QName(root).localname != "theme":
        return b""
    relations = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    refers = any(name.startswith(relations) for element in root.iter() for name in attributes(element))
    return b"" if refers else _packed(root)


def _fonts(template: Template) -> bytes:
    root = template.xml_of("fontTable")
    if root is None or root.tag != f"{W}fonts":
        return b""
    remove_all(root, _EMBEDDED_FONTS)
    return _packed(root)


def _packed(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def document_in(house: HouseStyle) -> Any:
    """An empty python-docx document in this house style; header and footer are still to come."""
    document = blank_document()
    parts = {relation.reltype: relation.target_part for relation in document.part.rels.values()}
    replace_root(parts[RELATIONSHIP_TYPE.STYLES], etree.tostring(house.styles))
    replace_root(parts[RELATIONSHIP_TYPE.NUMBERING], etree.tostring(house.numbering))
    for kind, data in (
        (RELATIONSHIP_TYPE.THEME, house.theme or recoloured(theme(), house.colours)),
        (RELATIONSHIP_TYPE.FONT_TABLE, house.fonts),
    ):
        if data:
            replace_bytes(parts[kind], data)
    mapping = document.settings.element.find(f"{W}clrSchemeMapping")
    for name, colour in house.colour_names.items():
        mapping.set(name, colour)
    document.settings.odd_and_even_pages_header_footer = house.heads.even_differs
    return document
