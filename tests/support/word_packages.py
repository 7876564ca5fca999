"""Whether a Word file is sound: it opens again, nothing dangles, and every element stands where ISO 29500 wants it."""

import io
import posixpath
import zipfile

import docx
from lxml import etree

from sto_tui.documents.word.schema_order import FIRST, ORDER
from sto_tui.documents.word.xml_reading import W

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
        if name.endswith(".xml") and name.startswith("word/"):
            _check_part(name, parts)
    return parts


def _check_part(name: str, parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts[name])
    rels = posixpath.join(posixpath.dirname(name), "_rels", f"{posixpath.basename(name)}.rels")
    known = {one.get("Id") for one in etree.fromstring(parts[rels]).iter(RELATIONS)} if rels in parts else set()
    used = {value for one in root.iter() for key, value in one.attrib.items() if str(key).startswith(R)}
    assert used <= known, (name, used - known)
    for element in root.iter(f"{W}*"):
        _check_children(name, element)


def _check_children(part: str, element: etree._Element) -> None:
    name = str(element.tag).removeprefix(W)
    children = [tag.removeprefix(W) for one in element if (tag := str(one.tag)).startswith(W)]
    wanted = SETTINGS if name == "settings" else ORDER.get(name)
    if wanted is not None:
        places = [0 if child.endswith("Reference") else wanted.index(child) for child in children]
        assert places == sorted(places), (part, name, children)
    assert FIRST.get(name) not in children[1:], (part, name, children)
    if name in ("tc", "hdr", "ftr", "txbxContent"):
        assert children[-1:] in (["p"], ["sdt"]), (part, name, children)
    if name in ("sz", "szCs", "outlineLvl", "numId", "ilvl"):
        assert element.get(f"{W}val", "").isdecimal(), (part, name)
    if name == "tbl":
        assert children[:2] == ["tblPr", "tblGrid"]
        assert "tr" in children, part
