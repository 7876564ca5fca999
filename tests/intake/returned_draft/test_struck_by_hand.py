"""Text that somebody struck through or hid without tracking: a proposal to take it away, never ticked; by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sto_tui.documents.word.xml_reading import W
from sto_tui.domain.dossier import Dossier
from sto_tui.intake.returned_draft.lines import LaidBeside
from sto_tui.returned_papers import ReadDrafts, beside_dossier
from tests.support.returned import DAY, read_back, sent_out
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import Way, WordEdits, text_of

MEASURE, LATE = "Op tijd bestellen", "Het lab is te laat klaar"


@pytest.fixture(scope="module")
def plan() -> Dossier:
    return returned_plan()


@pytest.fixture(scope="module")
def sent(plan: Dossier) -> bytes:
    return sent_out(plan)


def laid_after(act: Callable[[WordEdits], object], plan: Dossier, sent: bytes, folder: Path) -> LaidBeside:
    document = WordEdits(sent, Way.WORD)
    act(document)
    return beside_dossier(ReadDrafts((read_back(folder, plan, document.saved()),)), plan, DAY)


def strike(element: Any, look: str = "strike", value: str = "1") -> None:
    for run in element.iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        etree.SubElement(properties, f"{W}{look}").set(f"{W}val", value)


@pytest.mark.parametrize(
    ("look", "word"),
    [
        ("strike", "Doorgehaald met de hand"),
        ("dstrike", "Doorgehaald met de hand"),
        ("vanish", "Verborgen gemaakt"),
    ],
)
def test_a_text_is_proposed_to_go(look: str, word: str, plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    laid = laid_after(lambda document: strike(document.paragraph(MEASURE), look), plan, sent, tmp_path)
    (line,) = laid.lines
    assert (line.address, line.told, line.note) == ("risks/2/measure", "leeg", f"{word}: ‘{MEASURE}’.")
    assert laid.defaults == {}


def test_what_is_switched_off_stands_there(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    laid = laid_after(lambda document: strike(document.paragraph(MEASURE), value="false"), plan, sent, tmp_path)
    assert (laid.lines, laid.remarks) == ((), ())


def test_a_new_text_behind_a_struck_one_is_the_whole_proposal(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    def act(document: WordEdits) -> None:
        paragraph = document.paragraph(MEASURE)
        strike(paragraph)
        document.add_to(paragraph, "Vroeg bestellen bij twee firma’s.")

    laid = laid_after(act, plan, sent, tmp_path)
    (line,) = laid.lines
    assert (line.told, line.wordings[0].to_take) == ("doorgehaald met de hand", "Vroeg bestellen bij twee firma’s.")
    assert laid.defaults == {}


def test_rows_and_paragraphs_that_were_struck_as_a_whole(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    def act(document: WordEdits) -> None:
        strike(document.row("Ouders kennen het niet"))
        strike(next(each for each in document.body if text_of(each) == "Tot slot kiezen we."))

    laid = laid_after(act, plan, sent, tmp_path)
    told = {line.address: (line.told, line.note) for line in laid.lines}
    assert told["texts/1/text"] == ("doorgehaald met de hand", "Doorgehaald met de hand: ‘Tot slot kiezen we.’")
    assert told["risks/3"][0] == "weggehaald"
    assert "Doorgehaald met de hand: ‘" in told["risks/3"][1]
    assert (len(told), laid.defaults) == (2, {})


def test_what_was_written_and_struck_again_is_named(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    def act(document: WordEdits) -> None:
        paragraph = document.paragraph(MEASURE)
        document.add_to(paragraph, " Ja!")
        for run in list(paragraph.iter(f"{W}r"))[-1:]:
            properties = etree.Element(f"{W}rPr")
            etree.SubElement(properties, f"{W}strike")
            run.insert(0, properties)

    laid = laid_after(act, plan, sent, tmp_path)
    assert laid.lines == ()
    assert "Doorgehaald of verborgen tekst die niet is verstuurd: ‘Ja!’." in laid.remarks
