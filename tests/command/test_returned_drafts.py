"""`sto terug`: drafts that `sto concept` wrote, edited as colleagues do, shown, chosen and taken over as one change."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.plan import Chapter, ChapterText, Goal, Risk, Size
from sto_tui.storage.store import DossierStore
from tests.support.by_hand import dossier_with
from tests.support.commands import Result, Sto, Terminal, assert_refused, raw
from tests.support.edited_draft import EditedDraft

MEASURE = "uren in het lab niet invullen zonder naam."
SHORTER = "uren in het lab niet invullen."
OTHER = "Elk jaar in oktober rekenen met de nieuwe telling;"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A goal, three risks and a text: what a colleague does to them is the same in a plan of seventy pages."""
    size = {"probability": Size.GROOT, "impact": Size.GROOT}
    plan = dossier_with(
        Goal(id=1, number=1, text="In 2028 kiezen 495 leerlingen techniek."),
        Risk(id=1, text="Er zijn niet genoeg docenten", measure=f"Instructeurs delen, {MEASURE}", **size),
        Risk(
            id=2,
            text="Het aantal leerlingen daalt",
            measure=f"{OTHER} profielen samen aanbieden.",
            note="Vooral Terelst en Lagerveer: kleine jaarlagen in het po.",
        ),
        Risk(id=3, text="Bedrijven trekken toegezegde uren terug", measure="Uren per kwartaal afspreken."),
        ChapterText(id=1, chapter=Chapter.INLEIDING, text="Dit plan beschrijft wat de regio doet."),
    )
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, plan)
    return path


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


def lines_by_number(result: Result) -> dict[int, str]:
    """What the list says of each line, without its tick."""
    found = re.finditer(r"^ {1,5}(\d+) [✓·] (.+)$", result.out, re.MULTILINE)
    return {int(line[1]): line[2] for line in found}


def test_what_is_sure_is_taken_as_one_change_with_the_name(example: Path, anja: Path, sto: Sto) -> None:
    before = example.read_bytes()
    shown = sto("terug", example, anja)
    assert (shown.code, example.read_bytes()) == (1, before)
    assert shown.out.startswith("Anja.docx: 4 verschillen, 2 om over te nemen;")
    assert "invullen [−zonder naam−]." in shown.out
    assert "toelichting: leeg (Anja)" in shown.out
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
    emptied, comment = numbered(shown, ": leeg ("), numbered(shown, "opmerking")
    asked = sto("terug", example, anja, "--neem", f"{emptied},{comment}")
    assert (asked.code, "note" in risk(example, "2")) == (1, True), "nobody is there to ask"
    assert "Hierdoor gaat iets weg dat in het dossier staat:" in asked.out
    assert asked.err == "Voeg --ja toe om ook dat over te nemen.\nEr is niets overgenomen.\n"
    assert sto("terug", example, anja, "--neem", f"{emptied},{comment}", "--ja").code == 0
    assert "note" not in risk(example, "2")
    assert len(raw(example)["actions"]) == actions + 1


@pytest.mark.parametrize(
    ("answers", "measure", "note", "said"),
    [
        # What has a tick is taken with a yes, and takes nothing away: nothing more is asked.
        (("ja",), SHORTER, True, "Overgenomen: 2 verschillen."),
        (("n",), MEASURE, True, ""),
        (("",), MEASURE, True, ""),
        # What is no number is asked again, three times at most.
        (("99", "J"), SHORTER, True, "Overgenomen: 2 verschillen."),
        (("99", "98", "97", "j"), MEASURE, True, ""),
        # What empties a field is asked once more.
        (("{emptied}", "j"), MEASURE, False, "Overgenomen: 1 verschil."),
        (("{emptied}", "n"), MEASURE, True, ""),
    ],
)
def test_who_sits_at_a_terminal_chooses_what_is_taken(
    example: Path,
    anja: Path,
    sto: Sto,
    monkeypatch: pytest.MonkeyPatch,
    answers: tuple[str, ...],
    measure: str,
    note: bool,
    said: str,
) -> None:
    emptied = numbered(sto("terug", example, anja), ": leeg (")
    typed = "".join(f"{answer}\n" for answer in answers).replace("{emptied}", emptied)
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    result = sto("terug", example, anja)
    assert risk(example)["measure"].endswith(measure)
    assert ("note" in risk(example, "2")) is note
    assert result.out.partition("Overgenomen")[1:] == (
        ("Overgenomen", f"{said.removeprefix('Overgenomen')}\n") if said else ("", "")
    )
    assert (result.err == "Er is niets overgenomen.\n") is (not said)
    asked = "Hierdoor gaat iets weg dat in het dossier staat:\n" in result.out
    assert asked is ("{emptied}" in answers)


def test_a_number_stays_that_of_its_line(example: Path, sent: Path, tmp_path: Path, sto: Sto) -> None:
    """By hand: 1 the text, 2 the goal, then of the risks 3 a measure, 4 the note that is empty, 5 the row that went."""
    draft = EditedDraft(sent)
    draft.replace("wat de regio doet", "wat de regio wil")
    draft.replace("495 leerlingen", "510 leerlingen")
    draft.replace(MEASURE, SHORTER)
    draft.replace("Vooral Terelst en Lagerveer: kleine jaarlagen in het po.", "")
    draft.remove_row("Bedrijven trekken toegezegde uren terug")
    back = draft.save(tmp_path / "Eva.docx")
    first = lines_by_number(sto("terug", example, back))
    assert sorted(first) == [1, 2, 3, 4, 5]
    assert "leeg" in first[4]
    assert "weggehaald" in first[5]
    taken = sto("terug", example, back, "--neem", "2,4", "--ja")
    assert lines_by_number(taken) | first == first
    assert taken.out.splitlines()[-3:] == [
        "    2 Doel 1 In 2028 kiezen 495 leerlingen techniek., doel: gewijzigd",
        "    4 Risico Het aantal leerlingen daalt, toelichting: wat er stond is weg",
        "Overgenomen: 2 verschillen.",
    ]
    assert lines_by_number(sto("terug", example, back)) == {key: first[key] for key in (1, 3, 5)}
    assert_refused(sto("terug", example, back, "--neem", "4"))
    gone = sto("terug", example, back, "--neem", "5", "--ja")
    assert gone.out.splitlines()[-2].endswith("uren terug: verwijderd uit het dossier")
    assert lines_by_number(sto("terug", example, back)) == {key: first[key] for key in (1, 3)}
    # What was taken lies between; the range takes the rest.
    assert sto("terug", example, back, "--neem", "1-5").code == 0
    assert risk(example)["measure"].endswith(SHORTER)


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
    assert sto("terug", example, anja, bo, "--neem", f"{several}b,alles", "--ja").code == 1
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
    assert sto("terug", example, back, "--neem", numbered(sto("terug", example, back), "weggehaald"), "--ja").code == 0
    assert "3" not in raw(example)["risks"]
    assert [each for each in raw(example)["risks"].values() if each["text"] == "Bus is te laat"]


def test_what_is_no_draft_of_this_dossier_is_refused_in_one_sentence(
    example: Path, anja: Path, tmp_path: Path, sto: Sto
) -> None:
    before = example.read_bytes()
    other = tmp_path / "ander.sto.json"
    assert sto("nieuw", other, "--regio", "Ander", "--periode", "2027-2028").code == 0
    assert_refused(sto("terug", other, anja))
    for made, name in ((_pdf, "een pdf"), (_open_document, "OpenDocument"), (_workbook, "Excel"), (_empty, "leeg")):
        path = made(tmp_path / f"{made.__name__}.docx")
        refused = sto("terug", example, path)
        assert_refused(refused)
        assert name in refused.err
    note = tmp_path / "notitie.docx"
    assert sto("concept", example, "--deel", "stuurgroep", "-o", note).code == 0
    refused = sto("terug", example, note)
    assert_refused(refused)
    assert refused.err.startswith("notitie.docx heeft geen kenmerk en is daarom niet terug te lezen.")
    assert example.read_bytes() == before


def _pdf(path: Path) -> Path:
    path.write_bytes(b"%PDF-1.7")
    return path


def _empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def _open_document(path: Path) -> Path:
    return _package(path, "content.xml")


def _workbook(path: Path) -> Path:
    return _package(path, "xl/workbook.xml")


def _package(path: Path, part: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(part, "<x/>")
    return path


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    example: Path, anja: Path, tmp_path: Path, sto: Sto
) -> None:
    pdf = _pdf(tmp_path / "plan.docx")
    shown = sto("terug", example, pdf, anja, tmp_path / "weg.docx")
    assert shown.code == 1
    assert shown.out.startswith("Anja.docx: 4 verschillen, 2 om over te nemen;")
    assert "Niet gelezen: plan.docx is een pdf en geen Word-bestand." in shown.out
    assert "Niet gelezen: weg.docx is er niet. Controleer de naam en de map." in shown.out
    # What all drafts say is taken, and one file has still to be looked at.
    assert sto("terug", example, pdf, anja, "--neem", "alles").code == 1
    assert risk(example)["measure"].endswith(SHORTER)
    assert_refused(sto("terug", example, pdf, tmp_path / "weg.docx"))
