"""Whether a Word file is sound: it opens again, nothing dangles, and every element stands where ISO 29500 wants it."""

import io
import posixpath
import zipfile
from collections.abc import Mapping

import docx
from lxml import etree

from sto_tui.documents.word.schema_order import FIRST, ORDER
from sto_tui.documents.word.xml_reading import W, value

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_IN_SETTINGS = (
    "writeProtection view zoom removePersonalInformation embedTrueTypeFonts mirrorMargins hideSpellingErrors "
    "proofState attachedTemplate trackRevisions documentProtection defaultTabStop autoHyphenation evenAndOddHeaders "
    "characterSpacingControl savePreviewPicture updateFields footnotePr endnotePr compat docVars rsids themeFontLang "
    "clrSchemeMapping doNotAutoCompressPictures shapeDefaults decimalSymbol listSeparator"
)
SETTINGS = _IN_SETTINGS.split()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        assert len(names) == len(set(names))
        return {name: package.read(name) for name in names}


def check_sound(data: bytes) -> dict[str, bytes]:
    """Reopens a file and looks at each of its parts, which it returns."""
    docx.Document(io.BytesIO(data))
    parts = parts_of(data)
    assert not {"word/comments.xml", "word/vbaProject.bin", "word/stylesWithEffects.xml"} & parts.keys()
    check_package(parts)
    for name in parts:
        if name.endswith(".xml") and name.startswith("word/"):
            _check_part(name, parts)
    return parts


def check_package(parts: Mapping[str, bytes]) -> None:
    """Every part has a type, and every relation leads somewhere."""
    types = parts["[Content_Types].xml"].decode()
    for name, content in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for one in etree.fromstring(content).iter(RELATIONS):
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
                assert one.get("TargetMode") == "External" or target in parts, (name, target)
        else:
            extension = posixpath.splitext(name)[1].lstrip(".")
            assert name.startswith("[") or f'"/{name}"' in types or f'Extension="{extension}"' in types, name


def _check_part(name: str, parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts[name])
    rels = posixpath.join(posixpath.dirname(name), "_rels", f"{posixpath.basename(name)}.rels")
    known = {one.get("Id") for one in etree.fromstring(parts[rels]).iter(RELATIONS)} if rels in parts else set()
    used = {value for one in root.iter() for key, value in one.attrib.items() if str(key).startswith(R)}
    assert used <= known, (name, used - known)
    for element in root.iter(*_LOOKED_AT):
        _check_children(name, element)


_ENDING_IN_TEXT = ("tc", "hdr", "ftr", "txbxContent")
_NUMBERS = ("sz", "szCs", "outlineLvl", "numId", "ilvl")
# Runs and texts, most of a part, are none of these.
_LOOKED_AT = [f"{W}{name}" for name in {*ORDER, *FIRST, "settings", "tbl", *_ENDING_IN_TEXT, *_NUMBERS}]


def _check_children(part: str, element: etree._Element) -> None:
    name = str(element.tag).removeprefix(W)
    children = [tag.removeprefix(W) for one in element if (tag := str(one.tag)).startswith(W)]
    wanted = SETTINGS if name == "settings" else ORDER.get(name)
    if wanted is not None:
        places = [0 if child.endswith("Reference") else wanted.index(child) for child in children]
        assert places == sorted(places), (part, name, children)
    assert FIRST.get(name) not in children[1:], (part, name, children)
    if name in _ENDING_IN_TEXT:
        assert children[-1:] in (["p"], ["sdt"]), (part, name, children)
    if name in _NUMBERS:
        assert element.get(f"{W}val", "").isdecimal(), (part, name)
    if name == "tbl":
        assert children[:2] == ["tblPr", "tblGrid"]
        assert "tr" in children, part


_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def check_accessible(parts: dict[str, bytes]) -> None:
    """Whoever hears a paper in the place of seeing it: headings without a gap, tables and charts in words, Dutch."""
    root = etree.fromstring(parts["word/document.xml"])
    styles = etree.fromstring(parts["word/styles.xml"])
    _check_headings(root, styles)
    for table in root.iter(f"{W}tbl"):
        _check_table(table)
    for drawing in root.iter(_DRAWN):
        assert drawing.get("descr")
        assert drawing.get("title")
    assert {one.get(f"{W}val") for one in styles.iterfind(f"{W}docDefaults//{W}lang")} == {"nl-NL"}


def _check_headings(root: etree._Element, styles: etree._Element) -> None:
    """The first is of level 1, and none stands more than one level under the one before it."""
    names = {str(one.get(f"{W}styleId")): one.find(f"{W}name") for one in styles.iter(f"{W}style")}
    before = 0
    for paragraph in root.iter(f"{W}p"):
        level = _level(paragraph, names)
        if level:
            assert level <= before + 1, "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
            before = level
    assert before, "no heading at all"


def _level(paragraph: etree._Element, names: Mapping[str, etree._Element | None]) -> int:
    """The level of a heading; 0 of what is none."""
    own = paragraph.find(f"{W}pPr/{W}outlineLvl")
    name = value(names.get(value(paragraph.find(f"{W}pPr/{W}pStyle")))).casefold()
    if own is not None:
        return int(value(own)) + 1
    return int(name[-1]) if name.startswith("heading ") else 0


def _check_table(table: etree._Element) -> None:
    look, rows = table.find(f"{W}tblPr/{W}tblLook"), table.findall(f"{W}tr")
    title, description = (value(table.find(f"{W}tblPr/{W}{name}")) for name in ("tblCaption", "tblDescription"))
    assert title
    assert description.removesuffix(".") not in ("", title), title
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert heads == sorted(heads, reverse=True), title
    assert value(look, "firstRow") == str(int(heads[0])), title
    assert heads[0] or value(look, "firstColumn") == "1", f"neither rows nor columns of {title} have a name"
    firsts = [value(row.find(f"{W}tc/{W}p/{W}pPr/{W}pStyle")) for row in rows[sum(heads) :]]
    if "STOTabellabel" in firsts:
        assert value(look, "firstColumn") == "1", title
