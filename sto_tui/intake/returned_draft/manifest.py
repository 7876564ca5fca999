"""What a draft carries along about itself, in an XML part of its own that no word processor looks at.

The same is kept beside the dossier: a draft that went through a program that throws it away is still compared with what
was sent.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields, replace
from itertools import pairwise

from lxml import etree

from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.field_form import filled_in
from sto_tui.intake.returned_draft.returned import ManifestHead
from sto_tui.intake.returned_draft.sent import SentDraft, SentField, SentUnit, UnitRole

NAMESPACE = "urn:sto-tui:concept"
_N = f"{{{NAMESPACE}}}"
_FORM = "1"


class ManifestError(ValueError):
    """A manifest that says what cannot be."""


def manifest_xml(sent: SentDraft) -> bytes:
    """The manifest as a part: the same draft gives the same bytes."""
    head = {name: value for name, value in asdict(sent.head).items() if value}
    root = etree.Element(f"{_N}concept", {"form": _FORM, **head}, nsmap={"s": NAMESPACE})
    below: dict[int, list[SentField]] = defaultdict(list)
    for field in sent.fields:
        below[field.unit].append(field)
    for number, unit in enumerate(sent.units):
        row = etree.SubElement(root, f"{_N}u", {"t": str(unit.table), "r": unit.role.value})
        if unit.is_chapter:
            row.set("n", "1")
        if unit.marks:
            row.set("m", " ".join(unit.marks))
        if unit.label != unit.texts[0]:
            row.set("l", unit.label)
        _texts(row, "c", unit.texts)
        _texts(row, "d", unit.copies)
        for field in below[number]:
            as_read = _as_it_stands(sent.units, field)
            _texts(_field(row, field), "x", [field.text] if field.text != as_read else [])
    for address, text in sent.copies:
        etree.SubElement(root, f"{_N}k", {"a": address}).text = text
    _texts(root, "o", sent.aside)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _texts(parent: etree._Element, name: str, texts: Iterable[str]) -> None:
    for text in texts:
        etree.SubElement(parent, f"{_N}{name}").text = text


def _as_it_stands(units: Sequence[SentUnit], field: SentField) -> str:
    """The text of a field by the plainest reading of where it stands, so that it is written down once."""
    if field.shape is FieldShape.PROSE:
        return "\n\n".join(units[number].texts[0] for number in field.below)
    text = units[field.unit].texts[field.cell]
    if field.shape is FieldShape.LINE:
        return text.removeprefix(units[field.unit].label).strip()
    return filled_in(text)


def _field(root: etree._Element, field: SentField) -> etree._Element:
    about = {
        "a": field.address,
        "s": field.shape.name,
        "c": str(field.cell) if field.cell else "",
        "b": " ".join(map(str, field.below)),
        "p": " ".join(field.parts),
        "k": field.column,
        "v": str(field.revision),
    }
    return etree.SubElement(root, f"{_N}f", {name: value for name, value in about.items() if value})


def is_manifest(root: etree._Element) -> bool:
    """Whether a part is the manifest of a draft."""
    return root.tag == f"{_N}concept"


def read_manifest(root: etree._Element) -> SentDraft:
    """The draft as it was sent. Raises ManifestError when somebody changed it into what cannot be."""
    try:
        head = ManifestHead(**{field.name: root.get(field.name, "") for field in fields(ManifestHead)})
        rows = list(root.iterchildren(f"{_N}u"))
        units = tuple(map(_read_unit, rows))
        read = tuple(
            _read_field(units, number, element)
            for number, row in enumerate(rows)
            for element in row.iterchildren(f"{_N}f")
        )
        copies = tuple((copy.get("a", ""), copy.text or "") for copy in root.iterchildren(f"{_N}k"))
    except (ValueError, KeyError, IndexError) as error:
        raise ManifestError(str(error)) from error
    return SentDraft(head, units, read, copies, _read_texts(root, "o"))


def _read_texts(parent: etree._Element, name: str) -> tuple[str, ...]:
    return tuple(element.text or "" for element in parent.iterchildren(f"{_N}{name}"))


def _read_unit(row: etree._Element) -> SentUnit:
    texts = _read_texts(row, "c")
    if not texts:
        raise ManifestError("a row without cells")
    marks = tuple(row.get("m", "").split())
    return SentUnit(
        int(row.get("t", "")),
        UnitRole(row.get("r", "")),
        row.get("l", texts[0]),
        texts,
        marks,
        _read_texts(row, "d"),
        row.get("n") == "1",
    )


def _read_field(units: Sequence[SentUnit], number: int, element: etree._Element) -> SentField:
    field = SentField(
        element.get("a", ""),
        FieldShape[element.get("s", "")],
        "",
        number,
        int(element.get("c", "0")),
        tuple(map(int, element.get("b", "").split())),
        tuple(element.get("p", "").split()),
        element.get("k", ""),
        int(element.get("v", "-1")),
    )
    if any(later <= unit for unit, later in pairwise((number, *field.below))):
        raise ManifestError("a field whose paragraphs are not below each other")
    texts = _read_texts(element, "x")
    return replace(field, text=texts[0] if texts else _as_it_stands(units, field))
