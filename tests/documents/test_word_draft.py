"""The Word draft, read back: every fact of the dossier is there, and the XML is as ISO 29500 wants it."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from lxml import etree

from sto_tui.documents.file_names import free_path
from sto_tui.documents.word import Draft, DraftOptions, TemplateError, build
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import ChapterText, Goal, Risk, Speerpunt
from sto_tui.domain.printed import PREFIX
from sto_tui.domain.record import fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.paper_registry import PaperPart
from sto_tui.storage.file.codec import decode, dossier_from, encode, raw_from
from sto_tui.storage.file.durable_write import write_new
from sto_tui.xml_size import MOST_PLACES
from tests.conftest import CONTROLS, NASTY, SAMPLES
from tests.support.filled import filled_dossier
from tests.support.small_plan import empty_plan, whole_plan, with_records

DAY = date(2026, 11, 22)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def dossier_of(path: Path) -> Dossier:
    return dossier_from(decode(path.read_bytes(), path.name), path.name)


@pytest.fixture(scope="module")
def almere_dossier() -> Dossier:
    return dossier_of(SAMPLES / "almere-2020-2023.sto.json")


@pytest.fixture(scope="module")
def almere_draft(almere_dossier: Dossier) -> Draft:
    return build(almere_dossier, DraftOptions(DAY))


def part(draft: Draft, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(draft.data)) as package:
        return etree.fromstring(package.read(name))


def paragraphs(draft: Draft) -> list[str]:
    """The text of every paragraph."""
    return [
        "".join(node.text or "" if node.tag == f"{W}t" else "\n" for node in one.iter(f"{W}t", f"{W}br"))
        for one in part(draft).iter(f"{W}p")
    ]


def test_the_same_dossier_and_options_give_the_same_bytes(almere_dossier: Dossier, almere_draft: Draft) -> None:
    assert build(almere_dossier, DraftOptions(DAY)).data == almere_draft.data


def test_word_and_python_docx_open_it(almere_draft: Draft) -> None:
    document = docx.Document(io.BytesIO(almere_draft.data))
    assert document.core_properties.title == "Regiovisie en activiteitenplan 2020-2023"
    assert document.core_properties.author == "Stad College"
    assert document.core_properties.language == "nl-NL"
    assert [section.orientation for section in document.sections].count(WD_ORIENTATION.LANDSCAPE) == 1, (
        "VERI and planning lie on their side"
    )


@pytest.mark.parametrize("kind", ["alles", "regiovisie", "activiteitenplan", "voortgangsrapportage", "stuurgroep"])
def test_every_field_that_begins_ends(kind: PaperPart) -> None:
    """The table of contents is one field over all its lines: without its end Word takes the whole plan for it."""
    draft = build(whole_plan(), DraftOptions(DAY, kind))
    open_fields, closed = 0, 0
    for mark in part(draft).iter(f"{W}fldChar"):
        open_fields += {"begin": 1, "separate": 0, "end": -1}[str(mark.get(f"{W}fldCharType"))]
        closed += mark.get(f"{W}fldCharType") == "end"
        assert open_fields >= 0
    assert open_fields == 0
    assert (closed > 0) is (kind != "stuurgroep"), "a note of two pages has no contents"


@pytest.mark.parametrize(("lead_school", "author"), [("Kompas", "Kompas"), ("", "Proefland")])
def test_without_a_penvoerder_the_region_is_the_author(lead_school: str, author: str) -> None:
    draft = build(with_records(empty_plan(), empty_plan().region.changed(lead_school=lead_school)), DraftOptions(DAY))
    assert docx.Document(io.BytesIO(draft.data)).core_properties.author == author


def test_the_package_is_dutch_and_holds_only_what_is_used(almere_draft: Draft) -> None:
    settings, app = part(almere_draft, "word/settings.xml"), part(almere_draft, "docProps/app.xml")
    modes = {one.get(f"{W}name"): one.get(f"{W}val") for one in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"
    assert settings.find(f"{W}themeFontLang").get(f"{W}val") == "nl-NL"
    assert settings.find(f"{W}decimalSymbol").get(f"{W}val") == ","
    said = {str(one.tag).rpartition("}")[2]: one.text for one in app}
    assert said == {"Pages": said["Pages"], "Application": "sto-tui", "Company": None}
    with zipfile.ZipFile(io.BytesIO(almere_draft.data)) as package:
        folders = {name.partition("/")[0] for name in package.namelist()}
    assert folders == {"[Content_Types].xml", "_rels", "docProps", "word"}, "no thumbnail, no custom XML"
    own = [one for one in part(almere_draft, "word/styles.xml").iter(f"{W}style") if one.get(f"{W}customStyle")]
    used = {one.get(f"{W}val") for one in part(almere_draft).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert {one.get(f"{W}styleId") for one in own} - used <= {"STOTabelkop"}, "based on by one that is used"


def test_every_speerpunt_is_there_with_its_partners_and_acts_per_period(
    almere_dossier: Dossier, almere_draft: Draft
) -> None:
    tables = {one.find(f".//{W}tblCaption").get(f"{W}val"): one for one in part(almere_draft).iter(f"{W}tbl")}
    assert len(almere_dossier.of(Speerpunt)) == 25
    for speerpunt in almere_dossier.of(Speerpunt).values():
        table = tables[f"Speerpunt {speerpunt.number} {speerpunt.title}"]
        every = [row.findall(f"{W}tc") for row in table.iter(f"{W}tr")]
        rows = {text_of(cells[0]): [text_of(line) for line in cells[1].iter(f"{W}p")] for cells in every}
        assert " ".join(rows["Beoogd resultaat"]) == " ".join(filter(None, speerpunt.result.split("\n")))
        first = next(number for number, cells in enumerate(every, 1) if text_of(cells[0]) == "Betrokken partners")
        for partner, cells in zip(speerpunt.partners, every[first:], strict=False):
            assert text_of(cells[0]) == (almere_dossier.of(Party)[partner.party].name if partner.party else "–")
            assert text_of(cells[1]) == (partner.role or "–")
        for phase in speerpunt.phases:
            assert rows[phase.label] == [act.text for act in phase.acts]


def text_of(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def test_goals_risks_bodies_parties_and_texts_are_there(almere_dossier: Dossier, almere_draft: Draft) -> None:
    whole = "\n".join(paragraphs(almere_draft))
    for goal in almere_dossier.of(Goal).values():
        assert goal.text in whole
        assert goal.target in whole
    for risk in almere_dossier.of(Risk).values():
        assert {risk.text, *risk.measure.split("\n"), *risk.note.split("\n")} <= {*whole.split("\n"), ""}
    for body in almere_dossier.of(Body).values():
        assert body.name in whole
        assert f"Keer per jaar\n{body.meets}" in whole or not body.meets
        assert body.chair in whole
    for party in almere_dossier.of(Party).values():
        assert party.name in whole
    for text in almere_dossier.of(ChapterText).values():
        for line in filter(None, text.text.split("\n")):
            assert line.strip().removeprefix("- ") in whole
    for decision in almere_dossier.of(Decision).values():
        assert decision.text in whole


def test_every_milestone_has_its_row_in_planning_and_veri(almere_dossier: Dossier, almere_draft: Draft) -> None:
    tables = {one.find(f".//{W}tblCaption").get(f"{W}val"): one for one in part(almere_draft).iter(f"{W}tbl")}
    planning = [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in tables["Planning"].iter(f"{W}tr")]
    letters = {row[0]: row[3:] for row in planning if len(row) > 3}
    matrix = next(table for title, table in tables.items() if title.startswith("VERI-matrix"))
    numbers = {text_of(row.find(f"{W}tc")) for row in matrix.iter(f"{W}tr")}
    for milestone in almere_dossier.of(Milestone).values():
        assert milestone.number in numbers
        assert sum(letter in ("K", "G", "D") for letter in letters[milestone.number]) == 1


def test_what_is_missing_stands_in_the_text_and_in_the_list(almere_draft: Draft) -> None:
    found = re.findall(r"\[Nog in te vullen: (.+?)\]", "\n".join(paragraphs(almere_draft)))
    assert sorted(found) == sorted(item.hole for item in almere_draft.missing)
    listed = {text_of(cell) for cell in list(part(almere_draft).iter(f"{W}tbl"))[-1].iter(f"{W}tc")}
    assert {what[0].upper() + what[1:] for what in found} <= listed


@pytest.mark.slow
def test_no_markup_shows_as_text() -> None:
    draft = build(dossier_of(SAMPLES / "voorbeeldregio-2027-2028.sto.json"), DraftOptions(DAY))
    assert not [text for text in paragraphs(draft) if "<w:" in text]


def test_an_empty_dossier_gives_a_whole_document_of_holes() -> None:
    draft = build(new_dossier("Leeg", "2027-2028"), DraftOptions(DAY))
    numbers = {found[1] for text in paragraphs(draft) if (found := re.fullmatch(r"(\d+)[A-Z].*", text))}
    assert len(numbers) == 11
    assert len(draft.missing) > 10


@pytest.mark.parametrize(
    ("chosen", "there", "absent"),
    [("regiovisie", "Regiovisie", "Planning"), ("activiteitenplan", "Planning", "Onze ambitie")],
)
def test_a_part_has_its_own_chapters(almere_dossier: Dossier, chosen: str, there: str, absent: str) -> None:
    options = DraftOptions(DAY, "regiovisie" if chosen == "regiovisie" else "activiteitenplan")
    text = "\n".join(paragraphs(build(almere_dossier, options)))
    assert there in text
    assert absent not in text


@pytest.mark.parametrize("text", [*NASTY, CONTROLS, "<w:p>&amp;"], ids=lambda text: repr(text)[:20])
def test_nasty_text_stands_in_word_as_itself(text: str) -> None:
    raw = json.loads(encode(raw_from(filled_dossier())))
    for table in TABLES.values():
        for name, spec in fields_of(table.model).items():
            if spec.kind in ("line", "text") and name != "number":
                for document in raw[table.name].values():
                    document[name] = text
    draft = build(dossier_from(raw, "naar"), DraftOptions(DAY))
    visible = "voor]0;xna31mom" if text == CONTROLS else text
    assert sum(visible in found for found in paragraphs(draft)) > 150, "in every field that is printed"


def test_tables_and_bookmarks_are_sound(almere_draft: Draft) -> None:
    body = part(almere_draft)
    begun, ended = (
        {one.get(f"{W}id"): one.getparent() for one in body.iter(f"{W}bookmark{word}")} for word in ("Start", "End")
    )
    assert begun == ended, "each ends in the paragraph in which it begins"
    marks = [str(one.get(f"{W}name")) for one in body.iter(f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks)) > 500
    assert all(re.fullmatch(r"\w{1,40}", mark, re.ASCII) for mark in marks), "longer ones are cut by Word"
    anchors = {one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")}
    assert anchors == {mark for mark in marks if not mark.startswith(PREFIX)}
    for table in body.iter(f"{W}tbl"):
        grid = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
        assert abs(sum(grid) - int(table.find(f".//{W}tblW").get(f"{W}w"))) <= len(grid)
        assert sum(grid) <= 25.75 * 567
        for cell in table.iter(f"{W}tc"):
            assert cell[-1].tag == f"{W}p"
    heads = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert len(heads) > 30


def dutch_template(*, without: str = "") -> bytes:
    """A house style as Dutch Word saves it: other style ids, the same names inside."""
    document = docx.Document()
    document.add_paragraph("Huisstijl van de regio")
    for style in list(document.styles.element):
        name = style.find(f"{W}name")
        if name is None:
            continue
        if name.get(f"{W}val") == without:
            document.styles.element.remove(style)
        elif name.get(f"{W}val") == "heading 1":
            style.set(f"{W}styleId", "Kop1")
            style.find(f"{W}rPr").append(etree.fromstring(f'<w:color xmlns:w="{W[1:-1]}" w:val="FF0000"/>'))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.slow
def test_a_house_style_with_dutch_ids_restyles_everything(almere_dossier: Dossier) -> None:
    template = dutch_template(without="List Bullet")
    draft = build(almere_dossier, DraftOptions(DAY, template=template, template_name="huis.docx"))
    texts = paragraphs(draft)
    assert "Huisstijl van de regio" not in texts
    used = {one.get(f"{W}val") for one in part(draft).iter(f"{W}pStyle")}
    assert "Kop1" in used
    assert "Heading1" not in used
    assert any("Lijstopsom.teken" in notice for notice in draft.notices)
    ids = {one.get(f"{W}styleId") for one in part(draft, "word/styles.xml").iter(f"{W}style")}
    assert used <= ids


def as_dotx(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"document.main+xml", b"template.main+xml")
            target.writestr(name, content)
    return buffer.getvalue()


def bomb(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/document.xml", b" " * 60_000_000)
    return buffer.getvalue()


def crowded(data: bytes) -> bytes:
    """Takes twenty times as much memory as room in the file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        element = "<a " + " ".join(f'a{number}=""' for number in range(100)) + "/>"
        target.writestr("word/document.xml", f"<x>{element * (MOST_PLACES // 100)}</x>")
    return buffer.getvalue()


def climbing(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        target.writestr("../buiten.xml", "x")
    return buffer.getvalue()


@pytest.mark.slow
def test_a_word_template_works(almere_dossier: Dossier) -> None:
    draft = build(almere_dossier, DraftOptions(DAY, template=as_dotx(dutch_template()), template_name="huis.dotx"))
    assert "Kop1" in {one.get(f"{W}val") for one in part(draft).iter(f"{W}pStyle")}


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda data: b"platte tekst", "geen Word-bestand, of is beschadigd"),
        (lambda data: b"", "geen Word-bestand, of is beschadigd"),
        (lambda data: data[:400], "geen Word-bestand, of is beschadigd"),
        (lambda data: b"\xd0\xcf\x11\xe0" + data, "oud of met een wachtwoord"),
        (bomb, "te groot of vreemd"),
        (crowded, "te groot of vreemd"),
        (climbing, "te groot of vreemd"),
    ],
)
def test_a_file_that_is_no_template_is_refused(
    almere_dossier: Dossier, make: Callable[[bytes], bytes], words: str
) -> None:
    with pytest.raises(TemplateError, match=words):
        build(almere_dossier, DraftOptions(DAY, template=make(dutch_template()), template_name="x.docx"))


def test_names_are_safe_and_free(tmp_path: Path, almere_dossier: Dossier) -> None:
    first = free_path(tmp_path, almere_dossier, DraftOptions(DAY))
    assert first.name == "plan-almere-2020-2023-20261122.docx"
    write_new(first, b"een")
    assert free_path(tmp_path, almere_dossier, DraftOptions(DAY)).name == "plan-almere-2020-2023-20261122-2.docx"
    with pytest.raises(NotSavedError, match="bestaat al"):
        write_new(first, b"twee")
    assert first.read_bytes() == b"een"
    strange = new_dossier("../..\\ Ünï “x” " + "lang " * 50, "2027-2028")
    name = free_path(tmp_path, strange, DraftOptions(DAY)).name
    assert re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,99}", name)


def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(NotSavedError, match="geen map"):
        write_new(tmp_path / "bestand" / "plan.docx", b"x")


def large() -> Iterator[str]:
    yield "woord " * 10_000
    yield "x" * 300


@pytest.mark.slow
@pytest.mark.parametrize("text", list(large()), ids=["10.000 words", "300 characters"])
def test_very_long_texts_still_make_a_document(almere_dossier: Dossier, text: str) -> None:
    section = next(iter(almere_dossier.of(ChapterText).values()))
    changed = almere_dossier.with_tables({"texts": {section.id: section.changed(text=text.strip())}})
    assert text.strip() in paragraphs(build(changed, DraftOptions(DAY)))
