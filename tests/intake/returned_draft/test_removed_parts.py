"""Whoever takes away a row, a table or a chapter does one thing, and that is told in one line that names it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sto_tui.documents.word.xml_reading import W
from sto_tui.domain.dossier import Dossier
from sto_tui.intake.returned_draft.lines import DraftLine, LineStanding
from sto_tui.returned_papers import ReadDrafts, beside_dossier
from tests.support.returned import DAY, read_back, sent_out
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import Way, WordEdits, text_of

KEPT = "In het dossier blijft alles staan. Moet er iets weg, verwijder het daar."


@pytest.fixture(scope="module")
def plan() -> Dossier:
    return returned_plan()


@pytest.fixture(scope="module")
def sent(plan: Dossier) -> bytes:
    return sent_out(plan)


def lines_after(act: Callable[[WordEdits], object], plan: Dossier, sent: bytes, folder: Path) -> list[DraftLine]:
    document = WordEdits(sent, Way.LIBRE_OFFICE)
    act(document)
    return list(beside_dossier(ReadDrafts((read_back(folder, plan, document.saved()),)), plan, DAY).lines)


def told(line: DraftLine) -> tuple[str, str, str, str]:
    return line.chapter, line.label, line.standing.value, line.sent


def _table_of(document: WordEdits, text: str) -> Any:
    return next(each for each in document.root.iter(f"{W}tbl") if text in text_of(each) and "Klaar op" in text_of(each))


def test_a_row_is_called_by_all_that_it_is(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    def act(document: WordEdits) -> None:
        document.delete_row(document.row("bouwt het lab"))

    (line,) = lines_after(act, plan, sent, tmp_path)
    chapter = "5 Thema’s en speerpunten"
    name = "Speerpunt 1.1 Techniekcoaches in de klas: Kompas · bouwt het lab"
    assert told(line) == (chapter, name, "weggehaald", "Kompas\nbouwt het lab")


def test_a_table_is_one_line_with_what_was_in_it(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    def act(document: WordEdits) -> None:
        table = _table_of(document, "bouwt het lab")
        table.getparent().remove(table)

    (line,) = lines_after(act, plan, sent, tmp_path)
    milestones = "mijlpaal 1.1a Coaches zijn begonnen en mijlpaal 1.1b Lessen zijn klaar"
    inside = f"Daarin: speerpunt 1.1 Techniekcoaches in de klas; {milestones}."
    name = "Tabel onder ‘Speerpunt 1.1 Techniekcoaches in de klas’"
    assert told(line) == ("5 Thema’s en speerpunten", name, "staat niet meer in het concept", inside)
    assert (line.note, line.standing.can_be_taken, line.default) == (KEPT, False, None)


def test_a_table_of_one_record_alone_is_that_record(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    """Also its members go along, and the words of sto-tui around them."""

    def act(document: WordEdits) -> None:
        table = next(each for each in document.root.iter(f"{W}tbl") if "J. Smit" in text_of(each))
        table.getparent().remove(table)

    (line,) = lines_after(act, plan, sent, tmp_path)
    assert (line.label, line.standing) == ("Orgaan Stuurgroep", LineStanding.REMOVED)


def test_a_chapter_is_one_line(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    """From its heading to the next one, with three risks and a text in it."""

    def act(document: WordEdits) -> None:
        names = ("Risico’s", "Begroting en cofinanciering")
        headings = [element for element in document.body if element.tag == f"{W}p" and text_of(element) in names]
        first, last = (document.body.index(heading) for heading in headings[-2:])
        for element in document.body[first:last]:
            document.body.remove(element)

    (line,) = lines_after(act, plan, sent, tmp_path)
    inside = (
        "Daarin: tekst 10 Risico’s; risico Te weinig docenten, risico Het lab is te laat klaar en "
        "risico Ouders kennen het niet."
    )
    name = "Van ‘Risico’s’ tot ‘Begroting en cofinanciering’"
    assert told(line) == ("10 Risico’s", name, "staat niet meer in het concept", inside)


def test_who_took_a_table_away_is_named(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    document = WordEdits(sent, Way.TRACKED)
    for row in list(_table_of(document, "bouwt het lab").iterchildren(f"{W}tr")):
        document.delete_row(row)
    (line,) = beside_dossier(ReadDrafts((read_back(tmp_path, plan, document.saved()),)), plan, DAY).lines
    assert (line.standing, line.people) == (LineStanding.REMOVED_WHOLE, ("Fatima Aydin",))


def test_only_a_chapter_that_comes_back_is_told_in_a_few_lines(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    """All before it, and all behind it but the line with the mark; nothing of that is taken."""

    def act(document: WordEdits) -> None:
        risks = document.row("Te weinig docenten").getparent()
        mark = document.paragraph("Kenmerk ")
        for element in list(document.body):
            if element not in (risks, mark) and element.tag != f"{W}sectPr":
                document.body.remove(element)

    lines = lines_after(act, plan, sent, tmp_path)
    assert len(lines) == 2
    assert {line.standing for line in lines} == {LineStanding.REMOVED_WHOLE}


def test_a_column_is_one_thing_and_the_one_beside_it_stays(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    """The third risk says middel twice: only the head tells which of the two went."""

    def act(document: WordEdits) -> None:
        table = next(document.row("Ouders kennen het niet").iterancestors(f"{W}tbl"))
        for row in table.iterchildren(f"{W}tr"):
            cells = list(row.iterchildren(f"{W}tc"))
            if len(cells) == 5:
                row.remove(cells[2])
        document.retype(document.lines(document.cell(document.row("Ouders kennen het niet"), 2))[0], "groot")

    edit, column = lines_after(act, plan, sent, tmp_path)
    assert (edit.address, edit.wordings[0].text) == ("risks/3/impact", "groot")
    assert told(column) == (
        "10 Risico’s",
        "Kolom ‘Kans’ onder ‘Tabel 12 Risico’s en maatregelen’",
        "staat niet meer in het concept",
        "Daarin: risico Te weinig docenten, risico Het lab is te laat klaar en risico Ouders kennen het niet.",
    )
