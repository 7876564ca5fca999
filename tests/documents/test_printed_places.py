"""Each field of a draft is found again: by the bookmark on its label, and by what its shape says around that."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from lxml import etree

from sto_tui.documents.word import Draft, DraftOptions, build, printed_fields
from sto_tui.documents.word.xml_reading import W
from sto_tui.domain.counting import CountedVestiging, CountedYear, Counting, CountingRule
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Partner, Phase, Risk, Speerpunt, Theme
from sto_tui.domain.printed import PREFIX, FieldShape, PrintedField, mark_of
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import Indicator, Point
from sto_tui.intake.returned_draft.carrying import draft_as_sent
from sto_tui.intake.returned_draft.comparing import compared
from sto_tui.intake.returned_draft.reading import ASIDE
from sto_tui.intake.returned_draft.returned import ManifestHead
from sto_tui.intake.returned_draft.word_body import read_body
from sto_tui.intake.word_file.package import parts_in
from sto_tui.planning.paper_registry import PARTS, PaperKind, PaperPart, paper_of
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import SAMPLES
from tests.support.by_hand import dossier_with, paragraphs_of
from tests.support.filled import filled_dossier

DAY = date(2027, 5, 20)
_PART = re.compile(r"(\w+)#(\d+)")
# What stands in a cell of which the field is empty.
_OPEN = re.compile(r"–|\[Nog in te vullen: .*")
WITH_FIELDS = tuple(part for part in PARTS if paper_of(part).kind is not PaperKind.WHOLE)
"""The note for the stuurgroep repeats what stands elsewhere; nothing is edited in it."""


def text_of(element: Any) -> str:
    return "".join("\n" if one.tag == f"{W}br" else one.text or "" for one in element.iter(f"{W}t", f"{W}br"))


def cells_of(row: Any) -> list[Any]:
    return list(row.iterchildren(f"{W}tc"))


def lines_of(cell: Any) -> list[str]:
    return [text_of(one) for one in cell.iterchildren(f"{W}p")]


class Reader:
    """Reads the fields back as the reader of drafts that return does."""

    def __init__(self, draft: Draft) -> None:
        parts = parts_in(draft.data, "concept", ASIDE)
        self.root = parts.document
        marks = (str(one.get(f"{W}name")) for one in self.root.iter(f"{W}bookmarkStart"))
        self.names = [name for name in marks if name.startswith(PREFIX)]
        sent = draft_as_sent(draft.data, draft.fields, ManifestHead(), lambda _: 0)
        returned = compared("concept", sent, read_body(parts), (), sent.aside)
        self._texts = {field.address: field.edited for field in returned.fields}

    def read(self, field: PrintedField) -> str:
        return self._texts[field.address]


def told(text: str) -> str:
    """Without what the layout of a text is: blanks, ends of lines, and the dashes of bullets."""
    return re.sub(r"\s+", "", re.sub(r"^\s*- ", "", "" if _OPEN.fullmatch(text.strip()) else text, flags=re.MULTILINE))


def value_at(dossier: Dossier, address: str) -> Any:
    """The value of a field by its address, also in a part: `bodies/1/members#2/role`."""
    table, number, *path = address.split("/")
    thing: Any = dossier.get(Ref(table, int(number)))
    for step in path:
        part = _PART.fullmatch(step)
        thing = getattr(thing, part[1] if part else step)
        if part:
            thing = next(one for one in thing if one.id == int(part[2]))
    return thing


def check_fields(draft: Draft, dossier: Dossier) -> Mapping[str, PrintedField]:
    """Every field stands in the document once and can be read back; nothing else has a mark of a field."""
    reader = Reader(draft)
    assert [name for name, many in Counter(reader.names).items() if many > 1] == []
    homes = [one for one in draft.fields if one.shape is not FieldShape.COPY]
    assert [name for name, many in Counter(one.address for one in homes).items() if many > 1] == []
    assert {one.address: one.text for one in homes if told(reader.read(one)) != told(one.text)} == {}
    for one in homes:
        value = value_at(dossier, one.address)
        assert not isinstance(value, str) or hasattr(value, "label") or told(value) == told(one.text), one
        for part, line in zip(one.parts, one.text.split("\n"), strict=bool(one.parts)):
            assert value_at(dossier, part) == line
    addresses = {one.address for one in homes} | {one.address.rpartition("/")[0] for one in homes}
    assert len({mark_of(address) for address in addresses}) == len(addresses), "no two addresses have one mark"
    assert b"<w:sdt>" not in etree.tostring(reader.root), "no control stands around a text"
    return {one.address: one for one in homes}


def fields_of(dossier: Dossier, part: PaperPart = "alles") -> Mapping[str, PrintedField]:
    return check_fields(build(dossier, DraftOptions(DAY, part)), dossier.seen_in(None, as_plan=True))


@pytest.mark.slow
@pytest.mark.parametrize("part", WITH_FIELDS)
@pytest.mark.parametrize("name", ["almere-2020-2023", "voorbeeldregio-2027-2028"])
def test_every_field_of_the_samples_is_found_again(name: str, part: PaperPart) -> None:
    dossier = dossier_from(decode((SAMPLES / f"{name}.sto.json").read_bytes(), name), name)
    assert fields_of(dossier, part)


@pytest.mark.parametrize("part", WITH_FIELDS)
def test_every_field_is_found_again_when_all_are_filled_in(part: PaperPart) -> None:
    assert fields_of(filled_dossier(), part)


@pytest.mark.parametrize("part", WITH_FIELDS)
def test_what_a_draft_prints_is_known_without_its_file(part: PaperPart) -> None:
    options = DraftOptions(DAY, part)
    assert printed_fields(filled_dossier(), options) == build(filled_dossier(), options).fields


def test_a_mark_is_the_address_in_letters_that_word_keeps() -> None:
    assert mark_of(Ref("speerpunten", 7, "result")) == "_sto_speerpunten_7_result"
    assert mark_of("bodies/1/members#2") == "_sto_bodies_1_members_2"
    # 45 characters: the first 31, and the checksum of the address.
    long = mark_of("speerpunten/12/phases#2147483647/acts#12/text")
    assert re.fullmatch(r"_sto_speerpunten_12_phases_2147_[0-9a-f]{8}", long)
    assert len(long) == 40


def test_every_text_has_a_cell_of_its_own_and_every_row_a_label() -> None:
    dossier = dossier_with(
        Party(id=1, name="Kompas"),
        Goal(id=1, number=1, text="Meer", indicator="Aantal leerlingen"),
        Theme(id=1, number=1, title="Kiezen"),
        Speerpunt(
            id=1,
            theme=1,
            number="1.1",
            title="Lab",
            partners=(Partner(id=1, party=1, role="bouwt"), Partner(id=2, party=1), Partner(id=3, role="leent uit")),
            phases=(Phase(id=4, label="2027"),),
        ),
        Body(
            id=1,
            name="Stuurgroep",
            members=(Member(id=1, party=1, person="J. Smit", role="lid"), Member(id=2, person="A. Bos")),
        ),
        Risk(id=1, text="Te laat", owner="A. Bos"),
    )
    draft = build(dossier, DraftOptions(DAY))
    rows = [[" / ".join(lines_of(cell)) for cell in cells_of(row)] for row in Reader(draft).root.iter(f"{W}tr")]
    shown = (
        ["Kompas", "bouwt"],
        ["Kompas", "–"],
        ["–", "leent uit"],
        ["Orgaan", "Stuurgroep"],
        ["1", "Kompas", "J. Smit", "lid"],
        ["2", "–", "A. Bos", "–"],
        ["Te meten aan", "Aantal leerlingen"],
        ["Eigenaar", "A. Bos"],
    )
    assert [one for one in shown if one not in rows] == []
    assert fields_of(dossier)["speerpunten/1/partners#3/role"].mark == "_sto_speerpunten_1_partners_3"


def test_a_field_that_is_printed_twice_has_one_home() -> None:
    dossier = dossier_with(Theme(id=1, number=1, title="Kiezen"), Speerpunt(id=1, theme=1, number="1.1", title="Lab"))
    draft = build(dossier, DraftOptions(DAY))
    of_title = [one for one in draft.fields if one.address == "speerpunten/1/title"]
    assert [one.shape for one in of_title] == [FieldShape.COPY, FieldShape.LINE]
    copies = [
        text_of(run)
        for run in Reader(draft).root.iter(f"{W}r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and style.get(f"{W}val") == "STOAfgeleid"
    ]
    assert copies == ["Kiezen", "Lab"]


def test_texts_of_a_chapter_begin_at_its_number_and_at_labels() -> None:
    texts = [
        ChapterText(id=1, chapter=Chapter.RISICOS, text="Eerst.\n\nDan."),
        ChapterText(id=2, chapter=Chapter.RISICOS, text="Nog iets."),
        ChapterText(id=3, chapter=Chapter.RISICOS, heading="Hoe we kijken", text="Met z'n allen."),
    ]
    dossier = dossier_with(*texts)
    fields = fields_of(dossier)
    reader = Reader(build(dossier, DraftOptions(DAY)))
    assert [reader.read(fields[f"texts/{number}/text"]) for number in (1, 2, 3)] == [
        "Eerst.\n\nDan.",
        "Nog iets.",
        "Met z’n allen." if "’" in texts[2].text else "Met z'n allen.",
    ]
    assert "Aanvulling" in paragraphs_of(build(dossier, DraftOptions(DAY)).data)


def test_the_cells_of_a_party_that_came_back_after_the_plan_are_not_for_its_status_of_now() -> None:
    """1 takes part since May 2027; 2 stopped in 2028, within the plan, and signed again in 2029."""
    gap = {"id": 1, "stopped_on": date(2028, 6, 1), "back_on": date(2029, 3, 1), "agreed_on": date(2027, 1, 10)}
    signed: dict[str, Any] = {"kind": "bedrijf", "status": "getekend"}
    parties = (
        Party.model_validate({"id": 1, "name": "Noord", "agreed_on": date(2027, 5, 1), **signed}),
        Party.model_validate({"id": 2, "name": "Zuid", "agreed_on": date(2029, 3, 1), "absences": [gap], **signed}),
    )
    found = {address for address in fields_of(dossier_with(*parties)) if address.endswith(("status", "_on"))}
    assert found == {"parties/1/status", "parties/1/agreed_on"}


OURS = (
    "Vestigingen 2025: 01AB02. Voorlopig: 1 oktober 2025 is nog zonder accountantsverklaring. Open data van DUO (CC0)."
)


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("", [OURS]),
        ("Eigen tekst", ["Eigen tekst", OURS]),
        ("Een alinea.\n\nNog een?", ["Een alinea.", "Nog een?", OURS]),
        ("Eerst:\n- een punt", ["Eerst:", "een punt", OURS]),
    ],
)
def test_what_sto_tui_says_of_counts_stands_under_the_note(note: str, printed: list[str]) -> None:
    counting = Counting(
        id=1,
        years=(CountedYear(id=2025, year=2025, provisional=True),),
        vestigingen=(CountedVestiging(id=1, key="01AB02"),),
    )
    points = (Point(id=1, year=2025, value=3),)
    figure = Indicator(
        id=1, title="Instroom", series=points, countings=(counting,), counting_rules=(CountingRule.OPEN,), note=note
    )
    dossier = dossier_with(figure)
    assert fields_of(dossier)
    lines = paragraphs_of(build(dossier, DraftOptions(DAY, "regiovisie")).data)
    at = lines.index(OURS) + 1
    assert lines[at - len(printed) : at] == printed
