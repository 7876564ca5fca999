"""Whatever stands in a document: it is read without an error, and taking it in twice changes nothing."""

import re
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.change import carried_out
from sto_tui.domain.text import clean_line
from sto_tui.intake.plan_document.blocks import Block, Paragraph, Spot, WordCell, WordRow, WordTable
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.plan_sections import PlanWords
from sto_tui.intake.plan_document.proposing import PlanFile, proposal_of
from sto_tui.intake.plan_document.word_reading import read_blocks
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NASTY
from tests.support.word_plans import bold, new_document, read, table

TODAY = date(2025, 1, 1)
REGION = new_dossier("Proefland", "2025-2026")
WORDS = (
    "Thema 1: Kiezen|Thema 2: Leren|Speerpunt 1.1: Bus|Speerpunt 2.1: Route|1.1 Bus|Partners|Partners: ROC Noord, OTIB|"
    "2025|2026: rijden|Activiteiten|Resultaat: iets|Doel: meer|Doel 1: Meer leerlingen|Risico 1: geld|Kans: groot|"
    "Organisatie|Stuurgroep|Risico’s|Doelen|Begroting|4 Uitwerking per thema|Een gewone zin.|ROC Noord|Bus kopen|"
    "x|-|Nr|Speerpunt|Thema|Periode|Risico|Mijlpaal|Orgaan|Taak|Leden|Frequentie|4x per jaar|klein|3|Toelichting|"
    "Indicator"
)
# What the reader of Word files gives is clean, and never empty.
texts = st.one_of(
    st.sampled_from([*WORDS.split("|"), *NASTY]), st.text(max_size=60).map(clean_line).map(lambda text: text or "x")
)
markers = st.sampled_from(["", "", "•", "1.", "1.1"])


@st.composite
def documents(draw: st.DrawFn) -> list[Block]:
    """Paragraphs and tables in any order, with cells that are merged in any way."""
    blocks: list[Block] = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        if draw(st.booleans()):
            level = draw(st.integers(0, 3))
            blocks.append(Paragraph(draw(texts), Spot(number), level, draw(markers), draw(st.booleans())))
            continue
        columns = draw(st.integers(1, 4))
        rows = []
        for row in range(1, draw(st.integers(1, 4)) + 1):
            spot, cells, column = Spot(table=number, row=row), [], 0
            while column < columns:
                span = draw(st.integers(1, columns - column))
                inside = tuple(Paragraph(draw(texts), spot, 0, draw(markers)) for _ in range(draw(st.integers(0, 2))))
                cells.append(WordCell(inside, column, span, row > 1 and draw(st.booleans())))
                column += span
            rows.append(WordRow(tuple(cells), spot))
        blocks.append(WordTable(tuple(rows), columns))
    return blocks


@given(documents())
@settings(max_examples=150)
def test_any_document_is_read_and_a_second_time_nothing_is_new(blocks: list[Block]) -> None:
    file = PlanFile("plan.docx", read_plan(blocks, PlanWords()))
    proposal = proposal_of(file, REGION, TODAY)
    taken = carried_out(REGION, proposal.intake.change)
    # What was left because it is in doubt is offered again.
    assert [offer for offer in proposal_of(file, taken, TODAY).offers if not offer.doubt] == []


# What is told beside a record in which it stands.
STAYS = (
    "dit is één partner gebleven; splits het zelf",
    "de woorden komen erbij te staan, begin en einde niet; vul die zelf in",
    "wie een activiteit doet, heeft in het dossier geen eigen plaats",
)
# Every line and cell that is filled in has a word of its own, so that it can be found again.
LINES = (
    "@|Thema 1: @|Thema 2: @|Speerpunt 1.1: @|Speerpunt 1.2: @|1.1 @|Partners|Partners: ROC @|Partners: ROC @, Vmbo @|"
    "Resultaat: @|Doel: @|Trekker: @|Trekker: ROC @|Kosten: @|Wanneer: najaar 2027|Wanneer: @|Activiteiten|Planning|"
    "Planning: najaar 2027: @|2027|2028: @|@ (voorjaar 2027)|1. @|a) @|Risico’s|Risico 1: @|Kans: groot|Indicator: @|"
    "Organisatie|Stuurgroep|Begroting|Doelen|Doel 1: @|Samenwerking: @|@ en @; @|Najaar 2027 @; voorjaar 2028 @"
)
HEADS = (
    "Partner|Rol / inbreng|Organisatie|Naam|Rol|Activiteit|Wanneer|Wie|Resultaat|Risico|Maatregel|Kans|Thema|Speerpunt|"
    "2027|2028|Doel|Indicator|Opmerking|Nr|Taak|Mijlpaal"
)
NUMBERED = re.compile(r"[A-Z]\w+ \d[.\d]*: |1\.1 ")


@st.composite
def marked_documents(draw: st.DrawFn) -> tuple[list[Block], set[str]]:
    """Lines and tables of which every text holds words that stand nowhere else, and those not in a heading."""
    marks: list[str] = []
    headings = ["Merkaaa", "Merkaab"]

    def filled(template: str) -> str:
        while "@" in template:
            marks.append("Merk" + "".join("abcdefghij"[int(digit)] for digit in f"{len(marks):03}"))
            template = template.replace("@", marks[-1], 1)
        return template

    blocks: list[Block] = [
        Paragraph(filled("Thema 1: @"), Spot(1), 1),
        Paragraph(filled("Speerpunt 1.1: @"), Spot(2), 2),
    ]
    for number in range(3, draw(st.integers(3, 12)) + 1):
        if draw(st.integers(0, 3)):
            text = filled(draw(st.sampled_from(LINES.split("|"))))
            level = draw(st.sampled_from([0, 0, 0, 2, 3]))
            marker = draw(st.sampled_from(["", "", "•"])) if not level else ""
            is_strong = draw(st.booleans())
            blocks.append(Paragraph(text, Spot(number), level, marker, is_strong))
            headings += [text] * (level > 0 or is_strong or NUMBERED.match(text) is not None)
            continue
        columns, rows = draw(st.integers(2, 4)), []
        heads = draw(st.lists(st.sampled_from(HEADS.split("|")), min_size=columns, max_size=columns, unique=True))
        below = [[filled(draw(st.sampled_from(["@", "@", "ROC @", ""]))) for _ in heads] for _ in range(2)]
        for row, cells in enumerate([heads, *below], 1):
            spot = Spot(table=number, row=row)
            made = [
                WordCell((Paragraph(text, spot),) * bool(text), at, 1, continues=False) for at, text in enumerate(cells)
            ]
            rows.append(WordRow(tuple(made), spot))
        blocks.append(WordTable(tuple(rows), columns))
    # A heading is the place of what stands below it.
    return blocks, marks_in(marks) - marks_in(headings)


def marks_in(texts: Iterable[str]) -> set[str]:
    return {mark for text in texts for mark in re.findall(r"merk[a-j]{3}", text.lower())}


@given(marked_documents())
@settings(max_examples=150)
def test_every_text_is_in_a_record_or_told_and_what_is_told_is_in_none(document: tuple[list[Block], set[str]]) -> None:
    blocks, marks = document
    plan = read_plan(blocks, PlanWords())
    proposal = proposal_of(PlanFile("plan.docx", plan), REGION, TODAY)
    taken = marks_in(str(offer.more or offer.after) for offer in proposal.offers)
    told = [(line.text, line.reason) for line in proposal.not_understood]
    # A column that is left out is told once, by its head, and not cell by cell.
    by_head = marks_in(plan.told_cells) if any(text.startswith("kolom ") for text, _ in told) else set()
    assert marks - taken - marks_in(text for text, _ in told) - by_head == set()
    left_out = marks_in(text for text, reason in told if reason not in STAYS)
    assert left_out & taken == set()


def test_characters_that_act_on_a_terminal_do_not_come_in(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Kiezen", 1)
    bold(document, "Speerpunt 1.1: voor\u202eom\u0085bus")
    document.save(str(tmp_path / "plan.docx"))
    plan = read_plan(read_blocks(tmp_path / "plan.docx"), PlanWords())
    assert [point.title for point in plan.speerpunten] == ["voorom bus"]


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    "part",
    [
        ENTITIES + DOCUMENT.format("&b;"),
        DOCUMENT.format("x")[:-9],
        "<w:p xmlns:w='x'/>",
        "<a>" * 5_000 + "</a>" * 5_000,
        DOCUMENT.format("a" * 30_000_000),
    ],
    ids=["entities", "damaged", "another root", "deep", "large"],
)
def test_a_part_that_is_not_to_be_trusted_is_one_sentence(part: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", part)
    with pytest.raises(IntakeError) as refused:
        read_blocks(path)
    assert str(refused.value).startswith("plan.docx ")
    assert str(refused.value).endswith(".")


def test_a_workbook_with_the_wrong_name_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(IntakeError, match=r"^plan\.docx is een Excel-bestand"):
        read_blocks(path)


OLE = b"\xd0\xcf\x11\xe0"
SAVE = "Open het in Word, sla het op als .docx en kies dat."
SHEET = "Een planning uit een rekenblad neem je over met sto invoer mijlpalen, of met i bij 5 Mijlpalen."
TAKE_OUT = "Maak er in Word een kopie van zonder plaatjes en bijlagen, sla die op als .docx en kies die."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "is een pdf en geen Word-bestand. Vraag om het Word-bestand en kies dat."),
        (rb"{\rtf1 Plan}", f"is een RTF-bestand en geen Word-bestand. {SAVE}"),
        (OLE, f"is een oud Word-bestand, of van een ander programma. {SAVE}"),
        (OLE + "WordDocument".encode("utf-16-le"), f"is een oud Word-bestand (.doc). {SAVE}"),
        (OLE + "Workbook".encode("utf-16-le"), f"is een Excel-bestand en geen Word-bestand. {SHEET}"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "is met een wachtwoord beveiligd. Haal dat er in Word af en sla het weer op.",
        ),
        (b"\xff\xd8\xff", "is een afbeelding en geen Word-bestand. Vraag om het Word-bestand en kies dat."),
    ],
    ids=["pdf", "rtf", "unknown", "doc", "xls", "password", "picture"],
)
def test_a_file_of_another_kind_says_how_it_becomes_one_of_word(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    with pytest.raises(IntakeError) as refused:
        read_blocks(path)
    assert str(refused.value) == f"plan.docx {sentence}"


@pytest.mark.parametrize(
    ("part", "content", "sentence"),
    [
        (
            "content.xml",
            "<x/>",
            "is een OpenDocument-bestand en geen Word-bestand. Sla het in LibreOffice op als .docx en kies dat.",
        ),
        ("xl/workbook.xml", "<x/>", f"is een Excel-bestand en geen Word-bestand. {SHEET}"),
        (
            "Index/Document.iwa",
            "x",
            "is een bestand van Pages, Numbers of Keynote en geen Word-bestand. Exporteer het daar naar Word en kies "
            "dat.",
        ),
        ("word/document.xml", DOCUMENT.format("a " * 8_000_000), f"is uitgepakt te groot. {TAKE_OUT}"),
        (
            "word/document.xml",
            ENTITIES + DOCUMENT.format("&b;"),
            "is vreemd opgebouwd: geen tekstverwerker schrijft het zo. Open het in Word, sla het op als .docx en kies "
            "dat.",
        ),
    ],
    ids=["odt", "xlsx", "pages", "large", "entities"],
)
def test_a_package_that_is_refused_says_what_helps(part: str, content: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    with pytest.raises(IntakeError) as refused:
        read_blocks(path)
    assert str(refused.value) == f"plan.docx {sentence}"


def test_more_text_than_a_plan_has_is_to_be_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", DOCUMENT.format("a" * 21_000_000))
    with pytest.raises(IntakeError) as refused:
        read_blocks(path)
    assert str(refused.value) == (
        "plan.docx is te groot: er staat meer tekst in dan in duizend bladzijden past. Verdeel het in Word over meer "
        "bestanden en neem die één voor één over."
    )


def test_a_list_of_organisations_with_their_contacts_is_one_of_parties(tmp_path: Path) -> None:
    """Behind the last speerpunt its first head, `Organisatie`, is no chapter; nor is it in a table of other words."""
    document = new_document()
    document.add_heading("Thema 1: Labs", 1)
    for number in (1, 2):
        document.add_heading(f"Speerpunt 1.{number}: Werving {number}", 2)
        document.add_paragraph("2027: Starten")
    document.add_heading("Samenwerkingspartners", 1)
    table(document, [["Organisatie", "Type", "Contactpersoon"], ["De Hoeve", "vmbo", "J. Til"], ["Bouwhuis", "", ""]])
    document.add_heading("Samenwerkingsvormen", 1)
    table(document, [["Organisatie", "Kleur", "Vorm"], ["De Brug", "rood", "rond"]])
    plan = read(document, tmp_path)
    assert [(party.name, party.kind, party.contact) for party in plan.parties] == [
        ("De Hoeve", "vmbo", "J. Til"),
        ("Bouwhuis", None, ""),
    ]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("Organisatie: Kleur; Vorm", "dit hoofdstuk is niet bekend"),
        ("De Brug: rood; rond", "dit hoofdstuk is niet bekend"),
    ]
