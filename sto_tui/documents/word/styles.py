"""The styles of the draft: one calm voice, one accent colour. A house style that has them keeps its own."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count
from math import ceil
from typing import Any

from lxml import etree

from sto_tui.documents.word.page_size import twips
from sto_tui.frozen import frozen

ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT, RULE, GREY = "0F4C5C", "E4EDEF", "F3F7F8", "B9D0D6", "B7C4C8", "595959"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SINCE_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W = f"{{{NAMESPACE}}}"
BULLET_LIST, TABLE_BULLET_LIST, CHAPTER_LIST = 901, 902, 903
OUR_LISTS = range(901, 1000)
"""The lists that we may add; those after the third begin the chapters anew at another number."""
_CALIBRI_LINE = 2500 / 2048


@frozen
class Style:
    """A style: its name in Word, its id with us, and its properties as XML in the prescribed order."""

    name: str
    id: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    following: str = ""
    paragraph: str = ""
    characters: str = ""
    table: str = ""
    builtin: bool = False


def _spacing(size: float, before: float = 0, after: float = 0, line: float = 1.15) -> str:
    """Points above and below, and the height of a line: what Calibri of this size needs, times `line`.

    As a height in whole twips, because Word, LibreOffice and our own layout round a factor each in their own way.
    """
    height = ceil(size * 20 * _CALIBRI_LINE * line) + (line == 1)
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="{height}" w:lineRule="atLeast"/>'
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _border(side: str, points: float, colour: str, space: int = 1) -> str:
    return f'<w:{side} w:val="single" w:sz="{round(points * 8)}" w:space="{space}" w:color="{colour}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _table_look(above: int, beside: int, *, upright: bool = False) -> str:
    """Horizontal rules only, or a raster with upright ones; a tinted head.

    Margins in twips, in multiples of 17: 0.3 mm, which LibreOffice does not round.
    """
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    )
    lines = _border("top", 1, ACCENT, 0) + _border("bottom", 1, ACCENT, 0) + _border("insideH", 0.5, RULE, 0)
    lines += _border("insideV", 0.5, RULE, 0) if upright else ""
    return (
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_border("bottom", 0.75, ACCENT, 0)}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_TINT}"/></w:tcPr></w:tblStylePr>'
    )


_TABLE_TEXT = _spacing(9.5, 1, 1, 1.08)
STYLES = (
    Style("Normal", "Normal", based_on="", paragraph=_spacing(10.5, 0, 6), characters=_size(10.5), builtin=True),
    Style(
        "Title",
        "Title",
        following="Subtitle",
        paragraph=_spacing(36, 6, 4, 1),
        characters=f"<w:b/>{_colour(ACCENT)}{_size(36)}",
        builtin=True,
    ),
    Style(
        "STO Bladtitel",
        "STOBladtitel",
        based_on="Title",
        paragraph=_spacing(20, 0, 4, 1),
        characters=_size(20),
    ),
    Style(
        "Subtitle",
        "Subtitle",
        paragraph=_spacing(17, 0, 6, 1),
        characters=f"{_colour('333333')}{_size(17)}",
        builtin=True,
    ),
    Style(
        "STO Bovenregel",
        "STOBovenregel",
        paragraph=f"<w:pBdr>{_border('top', 6, ACCENT, 14)}</w:pBdr>{_spacing(11, 150, 4, 1)}",
        characters=f'<w:b/><w:caps/>{_colour(ACCENT)}<w:spacing w:val="40"/>{_size(11)}',
    ),
    Style(
        "heading 1",
        "Heading1",
        following="STOInleiding",
        paragraph="<w:keepNext/><w:keepLines/><w:pageBreakBefore/>"
        f'<w:numPr><w:numId w:val="{CHAPTER_LIST}"/></w:numPr>'
        f"<w:pBdr>{_border('bottom', 0.75, ACCENT, 6)}</w:pBdr>{_spacing(22, 0, 14, 1)}"
        f'<w:ind w:left="{twips(1.2)}" w:hanging="{twips(1.2)}"/><w:outlineLvl w:val="0"/>',
        characters=f"<w:b/>{_colour(ACCENT)}{_size(22)}",
        builtin=True,
    ),
    Style(
        "heading 2",
        "Heading2",
        following="Normal",
        paragraph=f'<w:keepNext/><w:keepLines/>{_spacing(14, 18, 5, 1)}<w:outlineLvl w:val="1"/>',
        characters=f"<w:b/>{_colour(ACCENT)}{_size(14)}",
        builtin=True,
    ),
    Style(
        "heading 3",
        "Heading3",
        following="Normal",
        paragraph=f'<w:keepNext/><w:keepLines/>{_spacing(11.5, 16, 5, 1)}<w:outlineLvl w:val="2"/>',
        characters=f"<w:b/>{_size(11.5)}",
        builtin=True,
    ),
    Style(
        "TOC Heading",
        "TOCHeading",
        paragraph=f"<w:keepNext/><w:pBdr>{_border('bottom', 0.75, ACCENT, 6)}</w:pBdr>{_spacing(22, 0, 14, 1)}",
        characters=f"<w:b/>{_colour(ACCENT)}{_size(22)}",
        builtin=True,
    ),
    *(
        Style(
            f"toc {level}",
            f"TOC{level}",
            paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{twips(left)}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(16)}"/></w:tabs>{_spacing(size, before, 1, 1)}'
            f'<w:ind w:left="{twips(indent)}"/>',
            characters=f"{characters}{_size(size)}",
            builtin=True,
        )
        for level, left, indent, before, size, characters in (
            (1, 0.9, 0, 4, 10, "<w:b/>"),
            (2, 1.0, 0.9, 0, 10, ""),
            (3, 1.7, 1.6, 0, 9, ""),
        )
    ),
    Style("STO Toelichting", "STOToelichting"),
    Style(
        "STO Veldkop",
        "STOVeldkop",
        following="Normal",
        paragraph=f"<w:keepNext/><w:keepLines/>{_spacing(10.5, 8, 2, 1)}",
        characters="<w:b/>",
    ),
    Style("STO Inleiding", "STOInleiding", paragraph=_spacing(12, 0, 10), characters=f"{_colour('333333')}{_size(12)}"),
    Style(
        "caption",
        "Caption",
        following="Normal",
        paragraph=f"<w:keepNext/>{_spacing(9.5, 10, 3, 1)}",
        characters=_size(9.5),
        builtin=True,
    ),
    Style(
        "STO Bron",
        "STOBron",
        paragraph=f"{_spacing(8.5, 3, 8, 1)}<w:contextualSpacing/>",
        characters=f"{_colour(GREY)}{_size(8.5)}",
    ),
    Style("STO Legenda", "STOLegenda", paragraph=_spacing(8.5, 4, 6, 1.1), characters=_size(8.5)),
    Style(
        "List Bullet",
        "ListBullet",
        paragraph=f'<w:numPr><w:numId w:val="{BULLET_LIST}"/></w:numPr>{_spacing(10.5, 0, 2)}<w:contextualSpacing/>',
        builtin=True,
    ),
    Style("STO Tabeltekst", "STOTabeltekst", paragraph=_TABLE_TEXT, characters=_size(9.5)),
    Style(
        "STO Tabelkop",
        "STOTabelkop",
        based_on="STOTabeltekst",
        paragraph=f"<w:keepNext/>{_TABLE_TEXT}",
        characters=f"<w:b/>{_colour(ACCENT)}",
    ),
    Style("STO Tabellabel", "STOTabellabel", based_on="STOTabeltekst", characters="<w:b/>"),
    Style("STO Tabelgetal", "STOTabelgetal", based_on="STOTabeltekst", paragraph='<w:jc w:val="right"/>'),
    Style(
        "STO Tabelkop getal",
        "STOTabelkopgetal",
        based_on="STOTabelkop",
        paragraph='<w:jc w:val="right"/>',
    ),
    Style(
        "STO Tabelopsomming",
        "STOTabelopsomming",
        based_on="STOTabeltekst",
        paragraph=f'<w:numPr><w:numId w:val="{TABLE_BULLET_LIST}"/></w:numPr>',
    ),
    Style(
        "STO Raster",
        "STORaster",
        based_on="STOTabeltekst",
        paragraph=f'{_spacing(9, 0.5, 0.5, 1)}<w:jc w:val="center"/>',
        characters=_size(9),
    ),
    Style(
        "STO Rastertekst",
        "STORastertekst",
        based_on="STOTabeltekst",
        paragraph=_spacing(9, 0.5, 0.5, 1),
        characters=_size(9),
    ),
    Style(
        "STO Jaartekst",
        "STOJaartekst",
        based_on="STOTabeltekst",
        paragraph=_spacing(7.5, 0.5, 0.5, 1),
        characters=_size(7.5),
    ),
    Style(
        "STO Rasterkop",
        "STORasterkop",
        based_on="STORaster",
        paragraph="<w:keepNext/>",
        characters=f"<w:b/>{_colour(ACCENT)}{_size(8.5)}",
    ),
    Style(
        "STO Kader",
        "STOKader",
        paragraph=f"<w:keepLines/><w:pBdr>{_border('left', 3, ACCENT, 8)}</w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{LABEL_TINT}"/>{_spacing(10, 4, 8)}'
        f'<w:ind w:left="{twips(0.35)}"/>',
        characters=_size(10),
    ),
    Style(
        "header",
        "Header",
        paragraph=f"<w:pBdr>{_border('bottom', 0.5, RULE, 4)}</w:pBdr>{_spacing(8.5, 0, 0, 1)}",
        characters=f"{_colour(GREY)}{_size(8.5)}",
        builtin=True,
    ),
    Style(
        "footer",
        "Footer",
        paragraph=f"<w:pBdr>{_border('top', 0.5, RULE, 4)}</w:pBdr>{_spacing(8.5, 0, 0, 1)}",
        characters=f"{_colour(GREY)}{_size(8.5)}",
        builtin=True,
    ),
    Style(
        "STO Nog in te vullen",
        "STONoginte",
        kind="character",
        based_on="",
        characters='<w:i/><w:color w:val="6B4300"/><w:shd w:val="clear" w:color="auto" w:fill="FFF1C9"/>',
    ),
    Style("STO Afgeleid", "STOAfgeleid", kind="character", based_on=""),
    Style("STO Tabel", "STOTabel", kind="table", based_on="", table=_table_look(51, 119)),
    Style("STO Rijentabel", "STORijentabel", kind="table", based_on="", table=_table_look(17, 119)),
    Style("STO Bladtabel", "STOBladtabel", kind="table", based_on="", table=_table_look(17, 51)),
    Style("STO Rastertabel", "STORastertabel", kind="table", based_on="", table=_table_look(17, 51, upright=True)),
)


def style_xml(style: Style, ids: dict[str, str]) -> str:
    """A style as XML; `ids` says which id a style of ours has in this document."""
    based_on = ids.get(style.based_on, style.based_on)
    following = ids.get(style.following, style.following)
    own = "" if style.builtin else ' w:customStyle="1"'
    default = ' w:default="1"' if style.name == "Normal" else ""
    return (
        f'<w:style xmlns:w="{NAMESPACE}" w:type="{style.kind}"{default}{own} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "")
        + (f"<w:rPr>{style.characters}</w:rPr>" if style.characters else "")
        + style.table
        + "</w:style>"
    )


def install(document: Any) -> dict[str, str]:
    """Puts our styles in a document that has none of their names; returns our id to its id."""
    return _add(document.styles.element, STYLES, {})


def install_in_house_style(root: Any) -> tuple[dict[str, str], list[str]]:
    """Puts our styles in those of a template; returns our id to its id, and which common styles it lacks.

    A style that has the same name there and is of the same kind stays as it is, whatever its id.
    """
    present = {
        (element.get(f"{_W}type"), str(element.find(f"{_W}name").get(f"{_W}val")).casefold()): element.get(
            f"{_W}styleId"
        )
        for element in root.findall(f"{_W}style")
    }
    ids = {style.id: style_id for style in STYLES if (style_id := present.get((style.kind, style.name.casefold())))}
    absent = [style for style in STYLES if style.id not in ids]
    return _add(root, absent, ids), [style.name for style in absent if style.builtin]


def _add(root: Any, added: Sequence[Style], ids: dict[str, str]) -> dict[str, str]:
    """Adds styles, under another id where theirs is taken. The first default style of a document stays the default."""
    taken = {installed.get(f"{_W}styleId") for installed in root.findall(f"{_W}style")}
    for style in added:
        ids[style.id] = next(candidate for candidate in _ids_for(style) if candidate not in taken)
        taken.add(ids[style.id])
    has_default = any(
        installed.get(f"{_W}type") == "paragraph" and installed.get(f"{_W}default")
        for installed in root.findall(f"{_W}style")
    )
    for style in added:
        element = etree.fromstring(style_xml(style, ids))
        element.set(f"{_W}styleId", ids[style.id])
        if has_default:
            element.attrib.pop(f"{_W}default", "")
        root.append(element)
    return ids


def _ids_for(style: Style) -> Iterator[str]:
    yield style.id
    yield from (f"{style.id}STO{number}" for number in count(1))


def install_lists(document: Any) -> None:
    """The two bullet lists."""
    for number, left in ((BULLET_LIST, 0.63), (TABLE_BULLET_LIST, 0.35)):
        level = (
            f'<w:lvl xmlns:w="{NAMESPACE}" w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
            f'<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{twips(left)}" w:hanging="{twips(left)}"/></w:pPr>'
            f'<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>{_colour(ACCENT)}</w:rPr></w:lvl>'
        )
        add_list(document.part.numbering_part.element, number, etree.fromstring(level))


def add_list(root: Any, number: int, level: Any) -> None:
    """A list of one level, behind the definitions and before the numbers that stand there already."""
    definition = etree.fromstring(
        f'<w:abstractNum xmlns:w="{NAMESPACE}" w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        "</w:abstractNum>"
    )
    definition.append(level)
    first_number = root.find(f"{_W}num")
    if first_number is None:
        root.append(definition)
    else:
        first_number.addprevious(definition)
    use = f'<w:num xmlns:w="{NAMESPACE}" w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    root.append(etree.fromstring(use))


def defaults_xml() -> str:
    """Calibri and Dutch for everything that does not say otherwise.

    Ligatures are asked for: LibreOffice sets them unasked, and lines that are equally long end in the same place.
    """
    return (
        f'<w:docDefaults xmlns:w="{NAMESPACE}" xmlns:w14="{SINCE_2010}"><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
        '<w14:ligatures w14:val="standard"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def used_in(written: bytes) -> set[str]:
    """The styles that a body uses, as it is written: looking at its elements takes four times as long."""
    return {name.decode() for name in _USE_IN_TEXT.findall(written)}


def drop_unused(document: Any, used: Collection[str]) -> None:
    """Removes our own styles that no text, table or other style of the document uses; those that Word knows stay.

    `used` are those that its body uses.
    """
    root, main = document.styles.element, document.part
    beside = [part.element for part in main.package.iter_parts() if part is not main and hasattr(part, "element")]
    in_text = {*used, *_named(beside, _USES)}
    while unused := [
        style
        for style in root.findall(f"{_W}style")
        if style.get(f"{_W}customStyle") == "1"
        and style.get(f"{_W}styleId") not in in_text | _named([root], ("basedOn", "link", "next"))
    ]:
        for style in unused:
            root.remove(style)


_USES = ("pStyle", "rStyle", "tblStyle")
_USE_IN_TEXT = re.compile(rb'<w:(?:%b) w:val="([^"]*)"' % "|".join(_USES).encode())


def _named(roots: Iterable[Any], names: Sequence[str]) -> set[str]:
    """The styles that elements of these names refer to."""
    tags = [f"{_W}{name}" for name in names]
    return {str(mark.get(f"{_W}val")) for root in roots for mark in root.iter(*tags)}
