"""Every edit that colleagues make, in the ways in which programs write it: right, or at least somewhere to be seen."""

from functools import cache
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.intake.returned_draft.reading import kept_manifest, read_returned_draft
from sto_tui.intake.returned_draft.returned import LooseKind, ReturnedDraft, Sureness
from sto_tui.intake.returned_draft.sent import SentDraft
from tests.support.draft_edits import ACTS, EDITS, RESULT, DraftEdit
from tests.support.reading_outcome import Outcome, changed, lost_words, outcome
from tests.support.returned import MARK, sent_and_kept
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import AUTHOR, Way, WordEdits, text_in

NAMED = {edit.name: edit for edit in EDITS}


@cache
def sent() -> tuple[bytes, bytes]:
    return sent_and_kept(plan())


@cache
def kept_draft() -> SentDraft | None:
    return kept_manifest(sent()[1])


@cache
def plan() -> Dossier:
    return returned_plan()


@cache
def words_sent() -> str:
    return text_in(sent()[0])


def edited(folder: Path, edit: DraftEdit, way: Way) -> tuple[ReturnedDraft, bytes]:
    """The draft after an edit, as the reader finds it."""
    document = WordEdits(sent()[0], way)
    edit.act(document)
    path = folder / "terug.docx"
    path.write_bytes(document.saved())
    returned = read_returned_draft(path, plan(), lambda mark: filter(None, [kept_draft()] if mark == MARK else []))
    return returned, path.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("way", Way, ids=[way.value for way in Way])
def test_edits_come_back(tmp_path: Path, way: Way) -> None:
    """Nothing is lost, nothing is in a wrong field, and what is new or gone is told as that."""
    outcomes: dict[str, Outcome] = {}
    for edit in EDITS:
        returned, data = edited(tmp_path, edit, way)
        outcomes[edit.name] = outcome(edit, returned, lost_words(words_sent(), text_in(data), returned))
    assert {name: result for name, result in outcomes.items() if result is not Outcome.RIGHT} == {}


def test_who_tracked_a_change_stands_with_it(tmp_path: Path) -> None:
    returned, _ = edited(tmp_path, NAMED["woord in een cel"], Way.TRACKED)
    (field,) = changed(returned)
    assert (field.address, field.authors, field.sureness) == (RESULT, (AUTHOR,), Sureness.SURE)
    assert ["".join(edit.text for edit in field.tracked if edit.is_deleted is gone) for gone in (True, False)] == [
        "coach",
        "zilvercoach",
    ]
    gone, _ = edited(tmp_path, NAMED["risico weg"], Way.TRACKED)
    assert [(record.address, record.authors) for record in gone.missing_records] == [("risks/3", (AUTHOR,))]
    note, _ = edited(tmp_path, NAMED["rij met toelichting weg"], Way.TRACKED)
    assert [(field.address, field.authors) for field in changed(note)] == [("risks/2/note", (AUTHOR,))]


def test_items_of_a_list_keep_who_they_are(tmp_path: Path) -> None:
    returned, _ = edited(tmp_path, NAMED["activiteiten in andere volgorde"], Way.LIBRE_OFFICE)
    (field,) = (field for field in returned.fields if field.address == ACTS)
    assert [item.address.rpartition("#")[2] for item in field.items] == ["2/text", "1/text", "3/text"]
    returned, _ = edited(tmp_path, NAMED["activiteit weg"], Way.PANDOC)
    (field,) = (field for field in returned.fields if field.address == ACTS)
    assert field.gone == (f"{ACTS}#2/text",)


def test_a_comment_stands_with_its_field(tmp_path: Path) -> None:
    returned, _ = edited(tmp_path, NAMED["opmerking"], Way.WORD)
    (comment,) = returned.comments
    assert (comment.address, comment.author, comment.text) == (RESULT, AUTHOR, "Zilver of goud?")
    assert comment.about == "Alle scholen hebben een coach."


def test_what_differs_in_a_second_copy_is_asked(tmp_path: Path) -> None:
    returned, _ = edited(tmp_path, NAMED["tabel gekopieerd en gewijzigd"], Way.WORD)
    (field,) = changed(returned)
    assert (field.sureness, field.edited) == (Sureness.ASK, "Elke school krijgt een zilvercoach.")


def test_a_second_printing_says_where_the_field_stands(tmp_path: Path) -> None:
    returned, _ = edited(tmp_path, NAMED["tweede vermelding gewijzigd"], Way.WORD)
    (loose,) = returned.loose
    assert (loose.kind, loose.near) == (LooseKind.COPY, "speerpunten/8/title")
