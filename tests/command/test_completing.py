"""What the tab key proposes: asked as a shell asks it, and once by a real bash."""

import json
import os
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
import os, sys
leave = os._exit
def told(code):
    found = {name.partition(".")[0] for name in sys.modules}
    print("loaded:", *sorted(found.intersection({"textual", "rich", "tinydb", "filelock", "docx", "lxml"})), flush=True)
    leave(code)
os._exit = told
from sto_tui.cli import run
run()
"""


def asked(folder: Path, line: str, *, point: int | None = None, shell: str = "bash") -> list[str]:
    """The proposals for a line with the cursor at its end, through a file as PowerShell asks it."""
    answer = folder.parent / "antwoord"
    answer.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_SHELL": shell,
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line) if point is None else point),
    }
    done = subprocess.run(
        [sys.executable, "-c", _SPY],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "loaded:\n", "a tab is answered without what opening a dossier loads"
    return answer.read_text(encoding="utf-8").splitlines()


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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "proposals"),
    [
        ("sto z", ["zoek", "zet"]),
        ("sto zet --j", ["--json", "--ja"]),
        ("sto zet ", ["oud/", "proef.sto.json"]),
        # What is hidden is proposed to who asks for it.
        ("sto zet .o", [".oud.sto.json "]),
        ("sto zet proef.sto.json mij", ["mijlpalen/"]),
        ("sto zet proef.sto.json reg", ["regio "]),
        ("sto zet proef.sto.json mijlpalen/1.2a", ["mijlpalen/1.2a "]),
        ("sto zet proef.sto.json doelen/", [f"doelen/{number}" for number in range(1, 7)]),
        ("sto zet proef.sto.json mijlpalen/1.2a/", ["mijlpalen/1.2a/wacht-op/"]),
        ("sto zet proef.sto.json mijlpalen/1.2a kl", ["klaar-op="]),
        ("sto zet proef.sto.json mijlpalen/1.2a soort=", ["soort=resultaat", "soort=go-no-gomoment"]),
        ("sto zet proef.sto.json mijlpalen/1.2a thema=1", ["thema=1 "]),
        ("sto zet proef.sto.json speerpunten/1.1 doelen+=6", ["doelen+=6 "]),
        ("sto voeg-toe proef.sto.json ri", ["risicos "]),
        ("sto voeg-toe proef.sto.json mijlpalen/1.2a/w", ["mijlpalen/1.2a/wacht-op "]),
        ("sto voeg-toe proef.sto.json mijlpalen/1.2a/wacht-op mijlpaal=1.2b", ["mijlpaal=1.2b "]),
        ("sto stoplicht proef.sto.json 1.2a", ["1.2a "]),
        ("sto stoplicht proef.sto.json 1.2a gr", ["groen "]),
        ("sto lijst proef.sto.json ", [*BY_DUTCH_NAME]),
        ("sto open proef.sto.json --plaats m", ["mijlpalen "]),
        ("sto uitleg De m", ["maand "]),
        ("sto uitleg de\\ veri", ["de\\ veri-matrix\\ invullen "]),
        ("sto uitleg een week, een", ["een\\ maand,\\ een\\ jaar "]),
        ("sto zet weg.sto.json mijlpalen/", []),
        ("sto zet brief.docx mijlpalen/", []),
        ("sto zet proef.sto.json niets/", []),
    ],
)
def test_proposals(folder: Path, line: str, proposals: list[str]) -> None:
    before = everything_in(folder)
    assert asked(folder, line) == proposals
    assert everything_in(folder) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "proposals"),
    [
        ("sto zet proef.sto.json klusdelen/1.1 klus", ["klusdeel="]),
        ("sto zet proef.sto.json klusdelen/1.3", ["klusdelen/1.3 "]),
        ("sto lijst proef.sto.json g", ["gouden-draden", "gerealiseerd"]),
        (
            "sto voeg-toe proef.sto.json teksten hoofdstuk=5",
            ["hoofdstuk=5-gouden-draden-en-klusdelen "],
        ),
    ],
)
def test_a_region_is_proposed_its_own_words(folder: Path, line: str, proposals: list[str]) -> None:
    path = folder / "proef.sto.json"
    contents = raw(path)
    contents["region"]["1"].update(OWN)
    path.write_text(json.dumps(contents), encoding="utf-8")
    assert asked(folder, line) == proposals


@pytest.mark.slow
def test_powershell_leaves_out_the_blank_at_the_end(folder: Path) -> None:
    assert asked(folder, "sto lijst proef.sto.json", point=25, shell="powershell") == [*BY_DUTCH_NAME]


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
