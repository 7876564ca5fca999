"""What the tab key proposes: asked as a shell asks it, and once by a real bash."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sto_tui.command.completing import SHELLS
from sto_tui.domain.tables import BY_DUTCH_NAME
from tests.support.commands import Sto, assert_refused, everything_in, raw
from tests.support.own_words import OWN

_SPY = """
import json, os, sys
class Answered(BaseException): pass
def leave(code): raise Answered
os._exit = leave
from sto_tui.cli import run
for line in json.load(sys.stdin):
    os.environ.update(line)
    try:
        run()
    except Answered:
        pass
    found = {name.partition(".")[0] for name in sys.modules}
    loaded = found.intersection({"textual", "rich", "tinydb", "filelock", "docx", "lxml"})
    if loaded:
        print("loaded for", line["COMP_LINE"], *loaded)
"""


def asked(folder: Path, *lines: str, point: int | None = None, shell: str = "bash") -> dict[str, list[str]]:
    """The proposals for lines with the cursor at their end, through a file as PowerShell asks it.

    One process answers them all: starting one takes ten times as long as an answer.
    """
    answers = {line: folder.parent / f"antwoord {number}" for number, line in enumerate(lines)}
    asking = [
        {
            "_ARGCOMPLETE": "1",
            "_ARGCOMPLETE_IFS": "\n",
            "_ARGCOMPLETE_SHELL": shell,
            "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
            "COMP_LINE": line,
            "COMP_POINT": str(len(line) if point is None else point),
        }
        for line, answer in answers.items()
    ]
    done = subprocess.run(
        [sys.executable, "-c", _SPY],
        cwd=folder,
        input=json.dumps(asking),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "", "a tab is answered without what opening a dossier loads"
    return {line: answer.read_text(encoding="utf-8").splitlines() for line, answer in answers.items()}


@pytest.fixture
def folder(dossier: Path, tmp_path: Path) -> Path:
    """A folder with a dossier, and in it nothing else that has to do with sto-tui."""
    inner = tmp_path / "map"
    inner.mkdir()
    shutil.move(dossier, inner / "proef.sto.json")
    (inner / "brief.docx").touch()
    (inner / ".oud.sto.json").touch()
    (inner / "oud").mkdir()
    return inner


PROPOSALS = {
    "sto z": ["zoek", "zet"],
    "sto zet --j": ["--json", "--ja"],
    "sto zet ": ["oud/", "proef.sto.json"],
    # What is hidden is proposed to who asks for it.
    "sto zet .o": [".oud.sto.json "],
    "sto zet proef.sto.json mij": ["mijlpalen/"],
    "sto zet proef.sto.json reg": ["regio "],
    "sto zet proef.sto.json mijlpalen/1.2a": ["mijlpalen/1.2a "],
    "sto zet proef.sto.json doelen/": [f"doelen/{number}" for number in range(1, 7)],
    "sto zet proef.sto.json mijlpalen/1.2a/": ["mijlpalen/1.2a/wacht-op/"],
    "sto zet proef.sto.json mijlpalen/1.2a kl": ["klaar-op="],
    "sto zet proef.sto.json mijlpalen/1.2a soort=": ["soort=resultaat", "soort=go-no-gomoment"],
    "sto zet proef.sto.json mijlpalen/1.2a thema=1": ["thema=1 "],
    "sto zet proef.sto.json speerpunten/1.1 doelen+=6": ["doelen+=6 "],
    "sto voeg-toe proef.sto.json antwoorden gaat-over=speerpunten/1.1": ["gaat-over=speerpunten/1.1 "],
    "sto voeg-toe proef.sto.json ri": ["risicos "],
    "sto voeg-toe proef.sto.json mijlpalen/1.2a/w": ["mijlpalen/1.2a/wacht-op "],
    "sto voeg-toe proef.sto.json mijlpalen/1.2a/wacht-op mijlpaal=1.2b": ["mijlpaal=1.2b "],
    "sto stoplicht proef.sto.json 1.2a": ["1.2a "],
    "sto stoplicht proef.sto.json 1.2a gr": ["groen "],
    "sto lijst proef.sto.json ": [*BY_DUTCH_NAME],
    "sto open proef.sto.json --plaats m": ["mijlpalen "],
    "sto uitleg De m": ["maand "],
    "sto uitleg de\\ veri": ["de\\ veri-matrix\\ invullen "],
    "sto uitleg een week, een": ["een\\ maand,\\ een\\ jaar "],
    "sto zet weg.sto.json mijlpalen/": [],
    "sto zet brief.docx mijlpalen/": [],
    "sto zet proef.sto.json niets/": [],
}
IN_OWN_WORDS = {
    "sto zet proef.sto.json klusdelen/1.1 klus": ["klusdeel="],
    "sto zet proef.sto.json klusdelen/1.3": ["klusdelen/1.3 "],
    "sto lijst proef.sto.json g": ["gouden-draden", "gerealiseerd"],
    "sto voeg-toe proef.sto.json teksten hoofdstuk=5": ["hoofdstuk=5-gouden-draden-en-klusdelen "],
}


@pytest.mark.slow
def test_proposals(folder: Path) -> None:
    before = everything_in(folder)
    assert asked(folder, *PROPOSALS) == PROPOSALS
    assert everything_in(folder) == before


@pytest.mark.slow
def test_a_region_is_proposed_its_own_words(folder: Path) -> None:
    path = folder / "proef.sto.json"
    contents = raw(path)
    contents["region"]["1"].update(OWN)
    path.write_text(json.dumps(contents), encoding="utf-8")
    assert asked(folder, *IN_OWN_WORDS) == IN_OWN_WORDS


@pytest.mark.slow
def test_powershell_leaves_out_the_blank_at_the_end(folder: Path) -> None:
    line = "sto lijst proef.sto.json"
    assert asked(folder, line, point=25, shell="powershell") == {line: [*BY_DUTCH_NAME]}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_its_code(sto: Sto, shell: str) -> None:
    result = sto("aanvullen", shell)
    assert result.code == 0
    assert "_ARGCOMPLETE" in result.out
    assert_refused(sto("aanvullen", "nushell"))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_a_real_bash(folder: Path) -> None:
    (folder / "sto").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sto_tui.cli "$@"\n', encoding="utf-8")
    (folder / "sto").chmod(0o755)
    script = (
        'PATH="$PWD:$PATH"; eval "$(sto aanvullen bash)"; COMP_LINE="sto zet proef.sto.json mijlpalen/1.1"; '
        'COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; _python_argcomplete sto; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == [f"mijlpalen/1.1{letter}" for letter in "abcdef"]
