"""Where something else stands in the place of a record, nothing of that is ticked at what was there; by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.intake.returned_draft.lines import LaidBeside
from sto_tui.returned_papers import ReadDrafts, beside_dossier
from tests.support.returned import DAY, read_back, sent_out
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import Way, WordEdits

LATE, LEVER = "Het lab is te laat klaar", "Levertijd is lang."
STORM = ("2", "Zilveren stroomstoring", "klein", "groot", "Aggregaat huren")


@pytest.fixture(scope="module")
def plan() -> Dossier:
    return returned_plan()


@pytest.fixture(scope="module")
def sent(plan: Dossier) -> bytes:
    return sent_out(plan)


def laid_after(act: Callable[[WordEdits], object], way: Way, plan: Dossier, sent: bytes, folder: Path) -> LaidBeside:
    document = WordEdits(sent, way)
    act(document)
    return beside_dossier(ReadDrafts((read_back(folder, plan, document.saved()),)), plan, DAY)


def told(laid: LaidBeside) -> list[tuple[str, str, bool]]:
    """The address, what is the matter, and whether it is ticked."""
    return [(line.address, line.told, line.number in laid.defaults) for line in laid.lines]


@pytest.mark.parametrize("way", [Way.WORD, Way.TRACKED, Way.LIBRE_OFFICE_TRACKED], ids=str)
def test_a_new_risk_in_the_place_of_another_has_its_own_rows(
    way: Way, plan: Dossier, sent: bytes, tmp_path: Path
) -> None:
    def act(document: WordEdits) -> None:
        old, note = document.row(LATE), document.row(LEVER)
        risk = document.new_row(old, *STORM)
        below = document.new_row(note, "Toelichting", "Oud net in de wijk.")
        note.addnext(risk)
        risk.addnext(below)
        document.delete_row(old)
        document.delete_row(note)

    laid = laid_after(act, way, plan, sent, tmp_path)
    assert told(laid) == [("risks", "nieuw", True), ("risks/2", "weggehaald", False)]
    assert laid.lines[0].wordings[0].text.split("\n")[-1] == "Toelichting: Oud net in de wijk."


def _typed_over(document: WordEdits, *texts: tuple[str, str]) -> None:
    for old, new in texts:
        document.replace(document.paragraph(old), old, new)


def test_a_row_that_was_typed_over_is_asked_as_one(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    """The measure is much the same, and the title and the note of another risk."""
    texts = (LATE, "Zilveren stroomstoring"), ("Op tijd bestellen", "Tijdig bestellen"), (LEVER, "Oud net.")
    laid = laid_after(lambda document: _typed_over(document, *texts), Way.WORD, plan, sent, tmp_path)
    asked = "misschien van iets anders"
    assert sorted(told(laid)) == [(f"risks/2/{name}", asked, False) for name in ("measure", "note", "text")]
    only_name = laid_after(lambda document: _typed_over(document, texts[0]), Way.WORD, plan, sent, tmp_path)
    assert told(only_name) == [("risks/2/text", "gewijzigd", True)]
    spelled = ((LATE, "Het lab is te laat gereed"), texts[1])
    named = laid_after(lambda document: _typed_over(document, *spelled), Way.WORD, plan, sent, tmp_path)
    assert sorted(told(named)) == [(f"risks/2/{name}", "gewijzigd", True) for name in ("measure", "text")]


def test_what_stands_below_a_title_that_is_gone_is_asked(plan: Dossier, sent: bytes, tmp_path: Path) -> None:
    def act(document: WordEdits) -> None:
        heading = document.paragraph("Techniekcoaches in de klas", 1)
        heading.getparent().remove(heading)
        _typed_over(document, ("Alle scholen hebben een coach.", "Alle meisjes krijgen een maatje."))

    laid = laid_after(act, Way.WORD, plan, sent, tmp_path)
    assert [line[1:] for line in told(laid) if line[0] == "speerpunten/7/result"] == [
        ("misschien van iets anders", False)
    ]
    assert laid.defaults == {}
