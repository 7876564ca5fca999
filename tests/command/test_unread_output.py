"""A reader of the output that goes away (`| head -1`) costs no edit: what a command changes is done all the same."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from sto_tui.domain.milestones import Milestone
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise")]

SHEET = "Mijlpaal;Klaar;Wie\nLab open;1-3-2027;Niemand\nOpen dag;na de zomer;Niemand\n"


def run_unread(folder: Path, argv: Sequence[str]) -> tuple[int, str]:
    """The exit code and what stands on stderr, when nobody reads a single line of stdout."""
    command = [sys.executable, "-u", "-m", "sto_tui.cli", *argv]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        told = process.stderr.read().decode()
    return process.returncode, told


def titles(path: Path) -> set[str]:
    dossier = DossierStore.open(path, "anja", lambda: NOW).dossier
    return {milestone.title for milestone in dossier.of(Milestone).values()}


def test_a_sheet_is_taken_in_and_the_exit_code_is_that_of_the_rows(small: Path) -> None:
    (small.parent / "blad.csv").write_text(SHEET)
    before = titles(small)
    code, told = run_unread(small.parent, ["invoer", "mijlpalen", small.name, "blad.csv", "--ja"])
    assert (code, titles(small) - before) == (1, {"Lab open", "Open dag"})
    assert told == "Overgenomen: 2 nieuw, 0 gewijzigd.\n"


def test_without_the_word_to_do_it_nothing_is_taken_and_that_is_said(small: Path) -> None:
    (small.parent / "blad.csv").write_text(SHEET)
    before = small.read_bytes()
    code, told = run_unread(small.parent, ["invoer", "mijlpalen", small.name, "blad.csv"])
    assert (code, small.read_bytes()) == (1, before)
    assert told == "Er is niets overgenomen. Voeg --ja toe om over te nemen.\n"


def test_what_only_prints_ends(small: Path) -> None:
    assert run_unread(small.parent, ["lijst", small.name, "mijlpalen"]) == (0, "")
