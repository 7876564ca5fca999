"""In a real terminal at 6 VERI, where every letter is a role: what no person pressed changes nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal, sto
from tests.terminal.test_real_sequences import ANSWERS

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")]


@pytest.fixture
def matrix(example: Path) -> Iterator[Terminal]:
    with Terminal(sto("open", str(example), "--plaats", "veri"), quiet=0.1) as found:
        found.wait_for("meldingen")
        yield found


def test_answers_and_their_pieces_change_nothing(matrix: Terminal, example: Path) -> None:
    before = example.read_bytes()
    for sent in ANSWERS.values():
        matrix.send(sent)
        matrix.send(sent[: len(sent) // 2])
        matrix.until_quiet(at_least=0.15)
        matrix.send(sent[len(sent) // 2 :])
    matrix.press("escape")
    assert example.read_bytes() == before
    assert matrix.status is None
    matrix.press("v")
    matrix.wait_for("V")
    assert example.read_bytes() != before, "a key is a key again"


def test_text_that_is_pasted_without_marks_is_no_key(matrix: Terminal, example: Path) -> None:
    before = example.read_bytes()
    matrix.send("Excursie op 1 maart, groep 3-4\r")
    matrix.wait_for("Hier kan niets worden geplakt")
    matrix.send("De vier vestigingen overleggen. Besluit: rollen volgen later.\r" * 40)
    matrix.wait_for("2.480 tekens")
    assert example.read_bytes() == before


def test_an_arrow_in_pieces_is_an_arrow_and_a_paste_is_measured(matrix: Terminal, example: Path) -> None:
    before = example.read_bytes()
    for piece in (b"\x1b", b"[", b"B"):
        matrix.send(piece)
        matrix.until_quiet(at_least=0.03)
    matrix.send(b"\x1b[200~" + b"v" * 212_500 + b"\x1b[201~")
    matrix.wait_for("Je plakte 212.500 tekens; er past hoogstens 60.000 tekens.")
    assert example.read_bytes() == before


def test_a_burst_of_keys_is_carried_out(matrix: Terminal) -> None:
    matrix.send(b"\x1b[B" * 2500 + b"\x1b[A" * 2499)
    matrix.until_quiet(at_least=1.0)
    matrix.press("?")
    matrix.wait_for("In VERI")
