"""What a line says of what came back, with the right words worked out by hand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sto_tui.documents.word.xml_reading import W
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding, Wording
from sto_tui.intake.returned_draft.wording import grouped, marked_words, word_by_word
from sto_tui.returned_papers import ReadDrafts, beside_dossier
from tests.support.returned import DAY, read_back, sent_out
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import Way, WordEdits


def line(standing: LineStanding, text: str, place: str = "") -> DraftLine:
    wording = Wording(text, text, ("Anja",))
    return DraftLine(1, standing, "risks/1/measure", "10 Risico’s", "Maatregel", "Elke dag", "", (wording,), place)


@pytest.mark.parametrize(
    ("text", "told"), [("", "leeg"), ("–", "leeg"), ("Elk", "meer dan de helft korter")]
)  # fmt: skip
def test_a_text_that_says_something_is_not_called_empty(text: str, told: str) -> None:
    assert line(LineStanding.EMPTIED, text).told == told


def test_a_paragraph_that_went_is_not_called_shorter_only() -> None:
    stayed = "Elke dag komt er iemand in de klas. " * 4
    edited = replace(line(LineStanding.EMPTIED, stayed), sent=f"{stayed}\n\n{'En wie dat is, staat hier. ' * 4}")
    assert edited.told == "een alinea is weg of meer dan de helft korter"


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("Tabel 17 Risico’s en maatregelen · 1", "Staat bij ‘1’ onder ‘Tabel 17 Risico’s en maatregelen’."),
        ("Onze ambitie", "Staat onder ‘Onze ambitie’."),
        ("in een kop, voettekst of voetnoot", "Staat in een kop, voettekst of voetnoot."),
        ("", ""),
    ],
)
def test_where_it_stands_is_a_sentence(place: str, where: str) -> None:
    assert line(LineStanding.EDITED, "Elke week", place).where == where


def test_a_new_paragraph_is_seen() -> None:
    assert word_by_word("Eerst dit. Dan dat.", "Eerst dit.\n\nDan dat.") == "Eerst dit.[+¶+] Dan dat."
    assert word_by_word("Wij kijken eerst naar de school.", "Wij kijken vooral\n\nnaar de school.") == (
        "Wij kijken [−eerst−] [+vooral¶+] naar de school."
    )


def test_what_came_and_went_is_told_apart_from_the_blanks_around_it() -> None:
    assert list(marked_words("Elke dag een uur.", "Elke week een uur.")) == [
        ("same", "Elke"),
        ("same", " "),
        ("removed", "[−dag−]"),
        ("same", " "),
        ("added", "[+week+]"),
        ("same", " "),
        ("same", "een uur."),
    ]
    assert marked_words("Elke dag", "") == (("removed", "Elke dag"), ("same", " → "), ("same", "(leeg)"))


def test_what_cannot_be_taken_stands_at_the_end() -> None:
    told_only = replace(line(LineStanding.ONLY_TOLD, "Elk"), number=1)
    choice = replace(line(LineStanding.CONFLICT, "Elke week"), number=2)
    laid = LaidBeside(("Anja.docx",), (told_only, choice), untouched=0, already=0)
    assert list(grouped(laid)) == [("10 Risico’s", [choice]), ("Alleen ter kennis: 1 regel", [told_only])]


def in_a_box(remark: Any) -> Any:
    run = etree.Element(f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}pict"), f"{W}txbxContent").append(remark)
    return run


@pytest.mark.parametrize("is_box", [True, False])
def test_a_remark_in_a_box_or_a_table_within_a_cell_is_no_text_of_the_field(is_box: bool, tmp_path: Path) -> None:
    plan = returned_plan()
    document = WordEdits(sent_out(plan), Way.WORD)
    measure = document.paragraph("Op tijd bestellen")
    remark = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(remark, f"{W}r"), f"{W}t").text = "Let op: cijfers nog bijwerken"
    if is_box:
        measure.append(in_a_box(remark))
    else:
        inner = etree.Element(f"{W}tbl")
        etree.SubElement(etree.SubElement(inner, f"{W}tr"), f"{W}tc").append(remark)
        measure.addprevious(inner)
    laid = beside_dossier(ReadDrafts((read_back(tmp_path, plan, document.saved()),)), plan, DAY)
    (line,) = laid.lines
    assert (line.standing, line.address) == (LineStanding.LOOSE, "risks/2/measure")
    assert "Let op: cijfers nog bijwerken" in line.wordings[0].text
    assert laid.defaults == {}


def test_an_edit_that_stands_there_again_is_told_once(tmp_path: Path) -> None:
    """A title that is replaced everywhere is the edit of one field; one that only stands elsewhere is told."""
    plan = returned_plan()
    document = WordEdits(sent_out(plan), Way.LIBRE_OFFICE)
    for text in document.root.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        text.text = (text.text or "").replace("Coaches zijn begonnen", "Coaches zijn gestart")
    lines = beside_dossier(ReadDrafts((read_back(tmp_path, plan, document.saved()),)), plan, DAY).lines
    assert [(each.label, each.standing) for each in lines] == [
        ("Mijlpaal 1.1a Coaches zijn begonnen, mijlpaal", LineStanding.EDITED)
    ]


def test_two_texts_for_what_stands_twice_are_a_choice(tmp_path: Path) -> None:
    plan = returned_plan()
    document = WordEdits(sent_out(plan), Way.LIBRE_OFFICE)
    titles = [text for text in document.root.iter(f"{W}t") if (text.text or "") == "Coaches zijn begonnen"]
    for number, text in enumerate(titles):
        text.text = f"Coaches zijn {('gestart', 'weg')[number > 0]}"
    laid = beside_dossier(ReadDrafts((read_back(tmp_path, plan, document.saved()),)), plan, DAY)
    (line,) = laid.lines
    assert (len(titles), line.standing) == (2, LineStanding.SEVERAL)
    assert [each.text for each in line.wordings] == ["Coaches zijn gestart", "Coaches zijn weg"]
    assert laid.defaults == {}
