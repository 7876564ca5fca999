"""Commands that ask before they take something over, answered by somebody at a real terminal.

What came back says 510 leerlingen where the dossier says 495; the plan has one theme, and the list one milestone.
"""

import subprocess
from pathlib import Path

import pytest

from benchmarks.terminal import ROOT, sto
from sto_tui.domain.plan import Goal
from sto_tui.storage.store import DossierStore
from tests.support.asked import NO, answered
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto, raw
from tests.support.edited_draft import EditedDraft
from tests.support.word_plans import new_document

pytestmark = pytest.mark.slow
QUESTION = "Overnemen?"
NOTHING = "Er is niets overgenomen."
TABLES = {"terug": "goals", "invoer plan": "themes", "invoer mijlpalen": "milestones"}


@pytest.fixture
def region(tmp_path: Path) -> Path:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, dossier_with(Goal(id=1, number=1, text="In 2028 kiezen 495 leerlingen techniek.")))
    return path


@pytest.fixture(params=TABLES)
def command(request: pytest.FixtureRequest, region: Path, tmp_path: Path, sto: Sto) -> list[object]:
    """One that has something to take over."""
    if request.param == "terug":
        assert sto("concept", region, "-o", tmp_path / "uit.docx").code == 0
        draft = EditedDraft(tmp_path / "uit.docx")
        draft.replace("495 leerlingen", "510 leerlingen")
        return ["terug", region, draft.save(tmp_path / "anja.docx")]
    if request.param == "invoer plan":
        document = new_document()
        document.add_heading("Thema 1: Instroom", 1)
        document.save(str(tmp_path / "plan.docx"))
        return ["invoer", "plan", region, tmp_path / "plan.docx"]
    sheet = tmp_path / "lijst.csv"
    sheet.write_text("Nr;Mijlpaal;Klaar op\n1.1;Lab open;31-3-2027\n")
    return ["invoer", "mijlpalen", region, sheet]


def table_of(command: list[object]) -> str:
    return TABLES["terug" if command[0] == "terug" else f"invoer {command[1]}"]


@pytest.mark.parametrize("answer", NO)
def test_whoever_does_not_say_yes_keeps_the_dossier_as_it_is(command: list[object], region: Path, answer: str) -> None:
    before = region.read_bytes()
    status, text = answered(command, QUESTION, NO[answer])
    assert region.read_bytes() == before
    assert "Traceback" not in text
    if answer == "ctrl+c":
        assert status == 130
    else:
        assert (status, NOTHING in text) == (1, True), text


def test_yes_takes_it_over(command: list[object], region: Path) -> None:
    before = raw(region)[table_of(command)]
    status, text = answered(command, QUESTION, "j\r")
    assert status == 0, text
    assert "Overgenomen: " in text
    assert raw(region)[table_of(command)] != before


def test_where_nobody_can_answer_nothing_is_asked(command: list[object], region: Path) -> None:
    before = region.read_bytes()
    done = subprocess.run(
        sto(*map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert (done.returncode, region.read_bytes()) == (1, before)
    assert QUESTION not in done.stdout + done.stderr
    assert "--ja" in done.stderr
    assert NOTHING in done.stderr
