"""Each content control of a draft holds the text of one field of the dossier, and nothing else."""

import io
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from lxml import etree

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.xml_reading import W
from sto_tui.domain.counting import CountedVestiging, CountedYear, Counting, CountingRule
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import Goal, Partner, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.paper_outline import PARTS, PaperPart
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import SAMPLES
from tests.support.by_hand import dossier_with, draft_of, paragraphs_of
from tests.support.filled import filled_dossier

DAY = date(2027, 5, 20)
_PART = re.compile(r"(\w+)#(\d+)")
# The number of a line or paragraph of a field.
_PIECE = re.compile(r"(?<=[a-z_])(#\d+)+$")


def controls_of(data: bytes) -> list[tuple[str, str]]:
    """Tag and text of every control, in the order of the document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [
        (
            str(next(one.iter(f"{W}tag")).get(f"{W}val")),
            "".join(text.text or "" for text in one.iter(f"{W}t")),
        )
        for one in root.iter(f"{W}sdt")
    ]


def value_at(dossier: Dossier, address: str) -> str:
    """The text of a field by its address, also in a part: `bodies/1/members#2/role`."""
    table, number, *path = address.split("/")
    thing: Any = dossier.get(Ref(table, int(number)))
    for step in path:
        part = _PART.fullmatch(step)
        thing = getattr(thing, part[1] if part else step)
        if part:
            thing = next(one for one in thing if one.id == int(part[2]))
    assert isinstance(thing, str), address
    return thing


def told(text: str) -> str:
    """Without what the layout of a text is: blanks, ends of lines, and the dashes of bullets."""
    return re.sub(r"\s+", "", re.sub(r"^\s*- ", "", text, flags=re.MULTILINE))


def fields_in(controls: list[tuple[str, str]]) -> Mapping[str, str]:
    """The text of each field, its pieces after one another."""
    found: dict[str, str] = defaultdict(str)
    for tag, text in controls:
        found[_PIECE.sub("", tag)] += text
    return found


WITH_FIELDS = tuple(part for part in PARTS if part != "stuurgroep")
"""The note for the stuurgroep repeats what stands elsewhere; nothing is edited in it."""


def check_controls(dossier: Dossier, part: PaperPart = "alles") -> int:
    """Every field stands in the document once, whole, and alone in its control; how many there are."""
    controls = controls_of(build(dossier, DraftOptions(DAY, part)).data)
    assert [tag for tag, many in Counter(tag for tag, _ in controls).items() if many > 1] == []
    fields = fields_in(controls)
    assert {where: text for where, text in fields.items() if told(text) != told(value_at(dossier, where))} == {}
    return len(fields)


@pytest.mark.slow
@pytest.mark.parametrize("part", WITH_FIELDS)
@pytest.mark.parametrize("name", ["almere-2020-2023", "voorbeeldregio-2027-2028"])
def test_every_control_of_the_samples_holds_its_field(name: str, part: PaperPart) -> None:
    dossier = dossier_from(decode((SAMPLES / f"{name}.sto.json").read_bytes(), name), name)
    assert check_controls(dossier, part)


@pytest.mark.parametrize("part", WITH_FIELDS)
def test_every_control_holds_its_field_when_all_are_filled_in(part: PaperPart) -> None:
    assert check_controls(filled_dossier(), part)


def test_our_words_stand_beside_the_control() -> None:
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
        ),
        Body(
            id=1,
            name="Stuurgroep",
            members=(Member(id=1, party=1, person="J. Smit", role="lid"), Member(id=2, person="A. Bos")),
        ),
    )
    data = draft_of(dossier)
    controls = dict(controls_of(data))
    assert {tag: text for tag, text in controls.items() if "partners" in tag or "members" in tag} == {
        "speerpunten/1/partners#1/role": "bouwt",
        "speerpunten/1/partners#3/role": "leent uit",
        "bodies/1/members#1/person": "J. Smit",
        "bodies/1/members#1/role": "lid",
        "bodies/1/members#2/person": "A. Bos",
    }
    assert controls["goals/1/indicator"] == "Aantal leerlingen"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    lines = ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in root.iter(f"{W}p")]
    shown = (
        "Kompas: bouwt",
        "Kompas",
        "leent uit",
        "Kompas · J. Smit · lid",
        "A. Bos",
        "MeerTe meten aan: Aantal leerlingen",
    )
    assert [one for one in shown if one not in lines] == []


OURS = (
    "Vestigingen 2025: 01AB02. Voorlopig: 1 oktober 2025 is nog zonder accountantsverklaring. Open data van DUO (CC0)."
)


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("", [OURS]),
        ("Eigen tekst", [f"Eigen tekst. {OURS}"]),
        ("Een alinea.\n\nNog een?", ["Een alinea.", f"Nog een? {OURS}"]),
        ("Eerst:\n- een punt", ["Eerst:", "een punt", OURS]),
    ],
)
def test_what_sto_tui_says_of_counts_stands_behind_the_note_and_outside_its_controls(
    note: str, printed: list[str]
) -> None:
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
    assert check_controls(dossier)
    lines = paragraphs_of(build(dossier, DraftOptions(DAY, "regiovisie")).data)
    at = next(number for number, line in enumerate(lines) if line.endswith(OURS)) + 1
    assert lines[at - len(printed) : at] == printed
