"""Puts the manifest of a draft in its file: an XML part of its own, two short properties and the core identifier."""

import io
import zipfile
from collections.abc import Callable, Iterable

from lxml import etree

from sto_tui.domain.printed import PrintedField
from sto_tui.intake.returned_draft.manifest import NAMESPACE
from sto_tui.intake.returned_draft.reading import ASIDE
from sto_tui.intake.returned_draft.returned import ManifestHead
from sto_tui.intake.returned_draft.sent import SentDraft, sent_draft
from sto_tui.intake.returned_draft.word_body import read_aside, read_body
from sto_tui.intake.word_file.package import parts_of_ours

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DC = "http://purl.org/dc/elements/1.1/"
_VARIANTS = f"{_OFFICE}/docPropsVTypes"
# What Office has for properties that a program adds.
_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_ITEM = "{5B1D4C1E-0D4A-4C55-9A57-2A1C2F0E7F3A}"
_TYPES, _ROOT, _BODY = "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"
_CORE, _CUSTOM = "docProps/core.xml", "docProps/custom.xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_ITEM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def draft_as_sent(
    data: bytes, printed: Iterable[PrintedField], head: ManifestHead, revision: Callable[[str], int]
) -> SentDraft:
    """A draft that was just made, as it is to be compared with when it comes back."""
    parts = parts_of_ours(data, ASIDE)
    aside = [text for part in parts.others.values() for text in read_aside(part, parts.styles) if text.strip()]
    return sent_draft(head, printed, read_body(parts).units, aside, revision)


def with_manifest(data: bytes, head: ManifestHead, manifest: bytes) -> bytes:
    """The file with its manifest in it: the same of both gives the same bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    number = next(number for number in range(1, len(parts) + 2) if f"customXml/item{number}.xml" not in parts)
    item, about = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    parts[item] = manifest
    parts[about] = _item_properties()
    parts[f"customXml/_rels/item{number}.xml.rels"] = _related(
        f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode(), "customXmlProps", f"itemProps{number}.xml"
    )
    parts[_BODY] = _related(parts[_BODY], "customXml", f"../{item}")
    parts[_TYPES] = _typed(parts[_TYPES], f"/{about}", _ITEM_TYPE)
    _add_properties(parts, {"sto.dossier": head.dossier, "sto.export": head.export})
    if _CORE in parts:
        parts[_CORE] = _identified(parts[_CORE], f"{NAMESPACE}:{head.dossier}:{head.export}")
    return _packed(parts)


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return buffer.getvalue()


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _item_properties() -> bytes:
    namespace = f"{_OFFICE}/customXml"
    root = etree.Element(f"{{{namespace}}}datastoreItem", {f"{{{namespace}}}itemID": _ITEM}, nsmap={"ds": namespace})
    references = etree.SubElement(root, f"{{{namespace}}}schemaRefs")
    etree.SubElement(references, f"{{{namespace}}}schemaRef", {f"{{{namespace}}}uri": NAMESPACE})
    return _written(root)


def _related(relations: bytes, kind: str, target: str) -> bytes:
    root = etree.fromstring(relations)
    taken = {element.get("Id") for element in root}
    key = next(key for key in (f"rId{number}" for number in range(1, len(taken) + 2)) if key not in taken)
    namespace = f"{_PACKAGE}/relationships"
    about = {"Id": key, "Type": f"{_OFFICE}/relationships/{kind}", "Target": target}
    etree.SubElement(root, f"{{{namespace}}}Relationship", about)
    return _written(root)


def _typed(types: bytes, part: str, kind: str) -> bytes:
    root = etree.fromstring(types)
    etree.SubElement(root, f"{{{_PACKAGE}/content-types}}Override", {"PartName": part, "ContentType": kind})
    return _written(root)


def _add_properties(parts: dict[str, bytes], values: dict[str, str]) -> None:
    namespace = f"{_OFFICE}/custom-properties"
    if _CUSTOM in parts:
        root = etree.fromstring(parts[_CUSTOM])
    else:
        names = {"op": namespace, "vt": _VARIANTS}
        root = etree.Element(f"{{{namespace}}}Properties", nsmap=names)
        parts[_ROOT] = _related(parts[_ROOT], "custom-properties", _CUSTOM)
        parts[_TYPES] = _typed(parts[_TYPES], f"/{_CUSTOM}", _CUSTOM_TYPE)
    for known in [element for element in root if element.get("name") in values]:
        root.remove(known)
    number = max((int(element.get("pid") or 1) for element in root), default=1)
    for place, (name, value) in enumerate(values.items(), number + 1):
        about = {"fmtid": _PROPERTY_SET, "pid": str(place), "name": name}
        element = etree.SubElement(root, f"{{{namespace}}}property", about)
        etree.SubElement(element, f"{{{_VARIANTS}}}lpwstr").text = value
    parts[_CUSTOM] = _written(root)


def _identified(core: bytes, identifier: str) -> bytes:
    root = etree.fromstring(core)
    for known in root.findall(f"{{{_DC}}}identifier"):
        root.remove(known)
    etree.SubElement(root, f"{{{_DC}}}identifier").text = identifier
    return _written(root)
