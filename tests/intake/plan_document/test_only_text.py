"""What of a plan is text only, or went nowhere, is named: no name, number or date goes by in silence."""

import json
from pathlib import Path

import pytest
from docx.document import Document
from hypothesis import given, settings

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Block, Paragraph, Spot, paragraphs_in
from sto_tui.intake.plan_document.offers import offers_of
from sto_tui.intake.plan_document.plan_offer import Offered
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.plan_sections import PlanWords
from sto_tui.intake.plan_document.telling_words import TellingWords, numbers_of
from sto_tui.planning.new_dossier import new_dossier
from tests.intake.plan_document.test_any_document import documents
from tests.support.word_plans import new_document, read, table, told

REGION = new_dossier("Proefland", "2027-2028")


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Dit doen wij met Kompas College.", [("naam", "kompas college")]),
        ("Contact: Jan de Boer", [("naam", "Jan de Boer")]),
        ("Wij starten op 12 maart 2027.", [("datum", "12 maart 2027")]),
        ("In schooljaar 2027-2028 loopt het.", [("datum", "schooljaar 2027-2028")]),
        ("Het kost € 12.500 per jaar.", [("getal", "€ 12.500")]),
        ("Wij werken met acht scholen.", [("getal", "acht")]),
        ("De leerlingen van het vmbo doen mee.", []),
    ],
)
def test_what_a_sentence_tells(sentence: str, tells: list[tuple[str, str]]) -> None:
    found = TellingWords(["Kompas College"]).found_in(sentence)
    assert [(one.kind.dutch, one.words) for one in found] == tells


def offered(document: Document, folder: Path) -> Offered:
    return offers_of(read(document, folder), REGION)


def test_sentences_that_are_text_only_the_most_telling_first(tmp_path: Path) -> None:
    """Els and the 9 schools have no field; the partner and the period of the second sentence have one."""
    document = new_document()
    document.add_heading("Inleiding", 1)
    document.add_paragraph("In 2025 is ROC Noord gestart. Techniek is mooi.")
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in ("De bus bezoekt 9 scholen. In 2027 rijdt ROC Noord. Trekker is Els Bakker.", "Partners: ROC Noord"):
        document.add_paragraph(line)
    document.add_paragraph("2027: rijden vanaf 1 maart 2027")
    found = offered(document, tmp_path)
    assert [(line.place, line.text, line.reason) for line in found.only_text] == [
        ("kop ‘Speerpunt 1.1: Bus’", "rijden vanaf 1 maart 2027", "datum: 1 maart 2027"),
        ("kop ‘Speerpunt 1.1: Bus’", "Trekker is Els Bakker.", "naam: Els Bakker"),
        ("kop ‘Speerpunt 1.1: Bus’", "De bus bezoekt 9 scholen.", "getal: 9"),
        ("kop ‘Inleiding’", "In 2025 is ROC Noord gestart.", "naam: roc noord; datum: 2025"),
    ]
    assert found.not_understood == ()


def test_a_cell_that_went_nowhere_is_not_understood(tmp_path: Path) -> None:
    """Beside a risk `Actie` is a column of acts, which a risk has not."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Risico’s", 1)
    table(document, [["Risico", "Kans", "Impact", "Actie"], ["Geen geld", "klein", "middel", "Sparen in 2027"]])
    assert [(line.place, line.text) for line in offered(document, tmp_path).not_understood] == [
        ("tabel 1, rij 2", "Sparen in 2027")
    ]


def test_what_is_no_act_partner_or_result_is_told_or_means_nothing(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in ("De bus rijdt.", "Contact: Jan de Boer", "Partners: n.v.t."):
        document.add_paragraph(line)
    rows = [["Plan", "x", ""], ["Budget", "1.000", "€ 2.000"], ["Rijden", "-", "x"]]
    table(document, [["Activiteit", "Q1 2027", "Q2 2027"], *rows])
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": ([], [("Q1 2027", ["Plan"]), ("Q2 2027", ["Rijden"])])}
    assert plan.speerpunten[0].result == ["De bus rijdt."]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("Contact: Jan de Boer", "hiervoor heeft een speerpunt geen veld"),
        ("Budget: 1.000; € 2.000", "dit zijn getallen, geen activiteiten"),
    ]


def test_behind_who_is_in_the_chair_may_stand_more(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Organisatie", 1)
    document.add_heading("Stuurgroep", 2)
    document.add_paragraph("Voorzitter: Kees Prins. Komt 4 keer per jaar bijeen.")
    (body,) = read(document, tmp_path).bodies
    assert (body.chair, body.meets, body.task) == ("Kees Prins", 4, ["Komt 4 keer per jaar bijeen."])


def test_whom_to_ask_is_no_partner() -> None:
    plan = read_plan(
        [
            Paragraph("Thema 1: Kiezen", Spot(0)),
            Paragraph("Speerpunt 1.1: Bus", Spot(1)),
            Paragraph("Partners", Spot(2)),
            Paragraph("Penvoerder: ROC Noord", Spot(3)),
            Paragraph("Contact: Jan Smit van ROC Noord, tel 06-777", Spot(4)),
        ],
        PlanWords(),
    )
    (speerpunt,) = plan.speerpunten
    assert speerpunt.partners == ["Penvoerder: ROC Noord"]
    assert [line.text for line in plan.not_understood] == ["Contact: Jan Smit van ROC Noord, tel 06-777"]


@given(documents())
@settings(max_examples=100)
def test_every_number_and_known_name_is_a_field_a_text_that_is_named_or_not_understood(blocks: list[Block]) -> None:
    last = Paragraph("Contact: Jan Smit van ROC Noord, tel 06-777", Spot(99))
    blocks = [Paragraph("Thema 1: Kiezen", Spot(0)), *blocks, last]
    plan = read_plan(blocks, PlanWords())
    found = offers_of(plan, REGION)
    missed = (*plan.not_understood, *found.not_understood)
    said = [line.text for line in (*missed, *found.only_text)]
    assert any("777" in text and "ROC Noord" in text for text in said)
    records = [
        json.dumps(offer.after.model_dump(mode="json"), ensure_ascii=False).replace("\\n", " ")
        for offer in found.offers
    ]
    places = [offer.place for offer in found.offers]
    whole = plain(" ".join([*said, *records, *places, *plan.remarks, *(line.reason for line in missed)]))
    for paragraph in paragraphs_in(blocks):
        numbers = [number for number in numbers_of(paragraph.text) if len(number) > 2]
        assert {*numbers} <= {*numbers_of(whole)}


@pytest.mark.parametrize(
    ("lines", "acts"),
    [
        (["Wanneer: Q2 2027 t/m Q4 2027", "Wat gaan we doen:", "- Filmen"], [("Q2 2027 t/m Q4 2027", ["Filmen"])]),
        (["Periode: eind 2027", "Activiteiten:", "- Lab 2 openen"], [("eind 2027", ["Lab 2 openen"])]),
    ],
)
def test_a_period_that_was_taken_is_not_told_as_lost(
    lines: list[str], acts: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in lines:
        document.add_paragraph(line.removeprefix("- "), style="List Bullet" if line.startswith("- ") else None)
    assert told(read(document, tmp_path)) == {"1.1 Bus": ([], acts)}
    assert offered(document, tmp_path).not_understood == ()


def test_acts_in_a_cell_have_the_period_behind_them(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    acts = "1. Draaiboek (voorjaar 2027)\n2. Rijden – najaar 2027\n3. Meten"
    table(document, [["Activiteiten", "Betrokkenen"], [acts, "Vmbo De Brug: zaal"]])
    phases = [("voorjaar 2027", ["Draaiboek"]), ("najaar 2027", ["Rijden"]), ("periode niet genoemd", ["Meten"])]
    assert told(read(document, tmp_path)) == {"1.1 Bus": (["Vmbo De Brug: zaal"], phases)}
    assert offered(document, tmp_path).not_understood == ()


@pytest.mark.parametrize(
    ("rows", "lost"),
    [
        # What has another word in the dossier was taken: a head, a kind, a size.
        ([["Organisatie", "Type", "Contactpersoon"], ["Het Baken", "basisschool", "A. Bos"], ["Lab", "ROC", "Jo"]], []),
        ([["Risico", "Kans", "Impact", "Maatregel"], ["Lab laat", "hoog", "gering", "Bellen"]], []),
        # A short word that went nowhere is told too; in a column that is told as a whole not once more by cell.
        ([["Risico", "Kans", "Gevolg", "Maatregel", "Wie"], ["Lab laat", "H", "L", "Bellen", "Jo"]], ["Jo"]),
        ([["Organisatie", "Type", "Plaats"], ["Het Baken", "vmbo", "Oss"]], ["kolom ‘Plaats’ (1 rij)"]),
        (
            [["Organisatie", "Type", "Plaats"], ["Het Baken", "stichting", "Oss"]],
            ["kolom ‘Plaats’ (1 rij)", "kolom ‘Type’ (1 rij)"],
        ),
    ],
)
def test_what_is_said_to_be_lost_was_not_taken(rows: list[list[str]], lost: list[str], tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Partijen" if rows[0][0] == "Organisatie" else "Risico’s", 1)
    table(document, rows)
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Resultaat: een bus.")
    plan = read(document, tmp_path)
    lines = [*plan.not_understood, *offers_of(plan, REGION).not_understood]
    assert sorted({line.text for line in lines}) == lost
