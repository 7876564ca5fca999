"""`sto terug`: drafts that `sto concept` wrote, edited as colleagues do, shown, chosen and taken over as one change."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.commands import Result, Sto, assert_refused, raw
from tests.support.edited_draft import EditedDraft

MEASURE = "uren in het lab niet invullen zonder naam."
SHORTER = "uren in het lab niet invullen."
OTHER = "Elk jaar in oktober rekenen met de nieuwe telling;"


@pytest.fixture
def sent(example: Path, tmp_path: Path, sto: Sto) -> Path:
    path = tmp_path / "uit.docx"
    assert sto("concept", example, "-o", path).code == 0
    return path


@pytest.fixture
def anja(sent: Path, tmp_path: Path) -> Path:
    """A word, an amount of text gone, a choice that is none, a new risk, one that is gone, and a comment."""
    draft = EditedDraft(sent)
    draft.replace(MEASURE, SHORTER)
    draft.replace("495 leerlingen", "510 leerlingen")
    draft.replace("Vooral Terelst en Lagerveer: kleine jaarlagen in het po.", "")
    draft.comment("Dit plan beschrijft wat de regio", "Klopt dit nog?", "Piet Smit")
    return draft.save(tmp_path / "Anja.docx")


def risk(dossier: Path, number: str = "1") -> Any:
    return raw(dossier)["risks"][number]


def numbered(result: Result, words: str) -> str:
    """The number of the line that has these words."""
    line = next(line for line in result.out.splitlines() if words in line)
    return line.split()[0]


def test_what_is_sure_is_taken_as_one_change_with_the_name(example: Path, anja: Path, sto: Sto) -> None:
    before = example.read_bytes()
    shown = sto("terug", example, anja)
    assert (shown.code, example.read_bytes()) == (1, before)
    assert shown.out.startswith("Anja.docx: 4 verschillen, 2 om over te nemen;")
    assert "invullen [−zonder naam−]." in shown.out
    assert "leeg of meer dan de helft weg (Anja)" in shown.out
    assert "opmerking (Piet Smit)" in shown.out
    assert "--neem" in shown.err
    taken = sto("terug", example, anja, "--ja")
    assert (taken.code, taken.out.splitlines()[-1]) == (1, "Overgenomen: 2 verschillen.")
    assert risk(example)["measure"].endswith(SHORTER)
    assert risk(example, "2")["note"].startswith("Vooral Terelst")
    assert "510 leerlingen" in raw(example)["goals"]["1"]["text"]
    assert "Concept terug van Anja: 2 wijzigingen" in sto("geschiedenis", example).out
    again = sto("terug", example, anja)
    assert again.out.startswith("Anja.docx: 2 verschillen, 0 om over te nemen;")
    assert "2 wijzigingen staan al in het dossier" in again.out
    assert sto("geschiedenis", example, "--terug", "1").code == 0
    assert risk(example)["measure"].endswith(MEASURE)


def test_what_is_in_doubt_is_taken_by_its_number_only(example: Path, anja: Path, sto: Sto) -> None:
    assert sto("terug", example, anja, "--neem", "99").code == 2
    assert sto("terug", example, anja, "--neem", "alles").code == 1
    assert "note" in risk(example, "2")
    shown, actions = sto("terug", example, anja), len(raw(example)["actions"])
    emptied, comment = numbered(shown, "leeg of meer dan"), numbered(shown, "opmerking")
    assert sto("terug", example, anja, "--neem", f"{emptied},{comment}").code == 0
    assert "note" not in risk(example, "2")
    assert len(raw(example)["actions"]) == actions + 1


def test_two_drafts_and_a_dossier_that_moved_on(
    example: Path, anja: Path, sent: Path, tmp_path: Path, sto: Sto
) -> None:
    """The same edit is one, two edits are chosen between, and what the dossier changed too is not overwritten."""
    draft = EditedDraft(sent)
    draft.replace(MEASURE, "en elk uur met een naam.")
    draft.replace("495 leerlingen", "510 leerlingen")
    draft.replace(OTHER, "Elk kwartaal rekenen;")
    bo = draft.save(tmp_path / "Bo.docx")
    assert sto("zet", example, "risicos/2", "maatregel=Anders").code == 0
    shown = sto("terug", example, anja, bo)
    assert "doel: gewijzigd (Anja en Bo)" in shown.out
    assert "verschillende teksten (Anja en Bo)" in shown.out
    assert "ook in het dossier gewijzigd (Bo)" in shown.out
    several = numbered(shown, "verschillende teksten")
    assert_refused(sto("terug", example, anja, bo, "--neem", several))
    assert sto("terug", example, anja, bo, "--neem", f"{several}b,alles").code == 1
    assert risk(example)["measure"].endswith("en elk uur met een naam.")
    assert risk(example, "2")["measure"] == "Anders"
    assert "Concept terug van Anja en Bo: 2 wijzigingen" in sto("geschiedenis", example).out


def test_rows_that_came_and_went(example: Path, sent: Path, tmp_path: Path, sto: Sto) -> None:
    draft = EditedDraft(sent)
    draft.add_row("Er zijn niet genoeg docenten", "", "Bus is te laat", "groot", "klein", "Reservebus regelen")
    draft.remove_row("Bedrijven trekken toegezegde uren terug")
    back = draft.save(tmp_path / "Cor.docx")
    shown = sto("terug", example, back)
    assert "nieuw (Cor)" in shown.out, shown.out
    assert shown.out.count("weggehaald (Cor)") == 1
    assert "2 verschillen, 1 om over te nemen" in shown.out
    assert sto("terug", example, back, "--ja").code == 1
    assert risk(example, "3")
    assert sto("terug", example, back, "--neem", numbered(sto("terug", example, back), "weggehaald")).code == 0
    assert "3" not in raw(example)["risks"]
    assert [each for each in raw(example)["risks"].values() if each["text"] == "Bus is te laat"]


def test_what_is_no_draft_of_this_dossier_is_refused_in_one_sentence(
    example: Path, anja: Path, tmp_path: Path, sto: Sto
) -> None:
    before = example.read_bytes()
    other = tmp_path / "ander.sto.json"
    assert sto("nieuw", other, "--regio", "Ander", "--periode", "2027-2028").code == 0
    assert_refused(sto("terug", other, anja))
    (tmp_path / "plan.docx").write_bytes(b"%PDF-1.7")
    assert_refused(sto("terug", example, tmp_path / "plan.docx"))
    assert example.read_bytes() == before
