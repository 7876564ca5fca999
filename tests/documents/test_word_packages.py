"""Every document of both samples, and those of one in a house style: sound, to be read and to be heard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.parties import Party
from sto_tui.planning.paper_registry import PARTS
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import SAMPLES
from tests.documents.test_widths import check_widths
from tests.support.word_packages import check_accessible, check_sound
from tests.support.word_templates import house_parts, pack

DAY = date(2026, 11, 22)


def documents(dossier: Dossier, template: bytes | None) -> Iterator[bytes]:
    options = DraftOptions(DAY, template=template, template_name="huis.docx")
    party = next(map(ref_of, dossier.of(Party).values()))
    for part in PARTS:
        yield build(dossier, replace(options, part=part, party=party if part == "verklaring" else None)).data
    yield build_decision_list(dossier, options)
    yield build_party_sheet(dossier, party, options)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("almere-2020-2023", None),
        ("voorbeeldregio-2027-2028", None),
        ("voorbeeldregio-2027-2028", pack(house_parts())),
    ],
    ids=["almere", "voorbeeldregio", "in a house style"],
)
def test_every_document_is_sound_and_can_be_read_and_heard(name: str, template: bytes | None) -> None:
    path = SAMPLES / f"{name}.sto.json"
    dossier = dossier_from(decode(path.read_bytes(), path.name), path.name)
    for data in documents(dossier, template):
        check_accessible(check_sound(data))
        check_widths(data)
