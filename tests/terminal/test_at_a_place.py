"""In a real terminal: what no person pressed changes nothing.

At 6 VERI, where every letter is a role, and in what opens over a place: form, question, search, writing, walls.
"""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal, sto
from tests.terminal.test_real_sequences import ANSWERS

# A place, the keys that open something over it, and a word by which one sees that it is open.
OVER_A_PLACE = {
    "form": ("mijlpalen", "A", "Nieuwe mijlpaal"),
    "question": ("mijlpalen", "x", "verwijderen?"),
    "search": ("plan", "/", "Zoeken en ga naar"),
    "writing": ("regiovisie", "pw", "woorden"),
    "workshop": ("evaluatie", "p", "Keuzes"),
    "wall": ("veri", "p", "Wie doet wat"),
}
PASTED = b"De vier vestigingen overleggen, 3-4 keer per jaar.\r"
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
        matrix.until_quiet(at_least=0.05)
        matrix.send(sent[len(sent) // 2 :])
    matrix.press("escape")
    assert example.read_bytes() == before
    assert matrix.status is None
    matrix.press("v")
    matrix.wait_for("V")
    assert example.read_bytes() != before, "a key is a key again"


def test_text_that_is_pasted_without_marks_is_no_key(matrix: Terminal, example: Path) -> None:
    before = example.read_bytes()
    matrix.send("Excursie op 1 maart\rgroep 3-4\r")
    matrix.wait_for("Hier kan niets worden geplakt")
    matrix.send("De vier vestigingen overleggen. Besluit: rollen volgen later.\r" * 40)
    matrix.wait_for("2.480 tekens")
    matrix.send("De vier vestigingen overleggen viermaal per jaar.")
    matrix.wait_for("49 tekens")
    assert example.read_bytes() == before


def test_letters_that_come_at_once_are_keys_where_the_terminal_marks_what_is_pasted(example: Path) -> None:
    """A line that stood still, or a busy app, gathers the letters of a fast typist."""
    command = sto("open", str(example), "--plaats", "veri")
    with Terminal(command, quiet=0.1, marks_pastes=True) as terminal:
        terminal.wait_for("meldingen")
        terminal.press("home")
        terminal.send("vvveeer")
        terminal.wait_for("R voor Kompas College")
        past = (example.parent / "regio.sto.d" / "geschiedenis.jsonl").read_text(encoding="utf-8")
        assert past.count("\n") == 7, past
        before = example.read_bytes()
        terminal.send("\x1b[200~veri\x1b[201~")
        terminal.wait_for("Geplakt: 4 tekens")
        assert example.read_bytes() == before


@pytest.mark.parametrize("place", ["mijlpalen", "veri", "voortgang"])
def test_a_column_of_short_names_is_no_key(example: Path, place: str) -> None:
    before = example.read_bytes()
    with Terminal(sto("open", str(example), "--plaats", place), quiet=0.1) as terminal:
        terminal.wait_for("meldingen")
        for sent in ("gork\rgork\rgork\r", "Kompas\tDelta\tRoc\t", "q\nx\ny\n", "verrekijker\rregio"):
            terminal.send(sent)
            terminal.wait_for(f"Geplakt: {len(sent)} tekens")
        assert example.read_bytes() == before
        terminal.press("x")
        terminal.send("verr\rx\r")
        terminal.until_quiet(at_least=0.5)
        terminal.press("escape")
        assert example.read_bytes() == before, "nor is it in a question"


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


def test_a_size_that_no_terminal_has_is_ignored(matrix: Terminal) -> None:
    matrix.until_quiet(at_least=0.3)
    drawn = matrix.text
    for columns, rows in ((65535, 65535), (65535, 24), (1001, 24), (80, 501), (0, 0)):
        matrix.resize(columns, rows)
        assert matrix.until_quiet(at_least=0.3).size < 10_000
        assert matrix.text == drawn
    matrix.resize(60, 20)
    matrix.until_quiet(at_least=0.3)
    assert matrix.text != drawn


@pytest.mark.parametrize("gap", [0.02, 0.05, 0.1])
def test_what_is_typed_ahead_of_a_place_that_opens_is_not_lost(example: Path, gap: float) -> None:
    """The cursor of the place that had just been drawn took the keys of the line that was opened in it."""
    with Terminal(sto("open", str(example)), quiet=0.1) as terminal:
        terminal.wait_for("meldingen")
        terminal.until_quiet(at_least=0.3)
        for key in "4aJaap aardappel":
            terminal.send(key)
            time.sleep(gap)
        terminal.wait_for("›  Jaap aardappel")


# A place, the keys that open a line in it, and what stands before the line.
LINES = {
    "quick line": ("mijlpalen", "a", "›  "),
    "form": ("mijlpalen", "A\x1b[Z\t", ""),
    "palette": ("plan", "/", ""),
    "wall": ("evaluatie", "p\x1b[C\x1b[C\x1b[C", ""),
}
GATHERED = ("Lab klaar ", "en open", " voor alle scholen", " van", " de", " regio ", "én", " meer")


@pytest.mark.parametrize("name", LINES)
def test_what_a_line_gathers_is_typed_to_the_letter(example: Path, name: str) -> None:
    """Blanks where the line stood still were left out: `Lab klaaren openvoor alle scholenvan de regio`."""
    place, keys, before = LINES[name]
    with Terminal(sto("open", str(example), "--plaats", place), quiet=0.1) as terminal:
        terminal.wait_for("meldingen")
        terminal.send(keys)
        terminal.until_quiet(at_least=0.5)
        for piece in GATHERED:
            half = len(piece.encode()) // 2
            terminal.send(piece.encode()[:half])
            terminal.send(piece.encode()[half:])
            terminal.until_quiet(at_least=0.2)
        terminal.wait_for(f"{before}{''.join(GATHERED)}")


def test_keys_typed_ahead_on_a_list_are_carried_out_in_order(example: Path) -> None:
    with Terminal(sto("open", str(example)), quiet=0.1) as terminal:
        terminal.wait_for("meldingen")
        terminal.send("5aLab klaar")
        terminal.wait_for("›  Lab klaar")
        terminal.send(" in mei\r")
        terminal.until_quiet(at_least=0.5)
    milestones = json.loads(example.read_bytes())["milestones"].values()
    assert "Lab klaar in mei" in [one["title"] for one in milestones]


@pytest.mark.parametrize("name", OVER_A_PLACE)
def test_noise_changes_nothing_in_what_is_open_over_a_place(example: Path, name: str) -> None:
    place, keys, word = OVER_A_PLACE[name]
    with Terminal(sto("open", str(example), "--plaats", place), quiet=0.1) as terminal:
        terminal.wait_for("meldingen")
        for key in keys:
            terminal.press(key)
            terminal.until_quiet(at_least=0.3)
        terminal.wait_for(word)
        before, drawn = example.read_bytes(), terminal.text
        for sent in ANSWERS.values():
            terminal.send(sent)
        terminal.until_quiet(at_least=0.3)
        assert terminal.text == drawn, "no answer is a key, or a letter in a field"
        terminal.send(b"\xe9")
        if name in ("question", "search"):
            # These leave it to the place below.
            terminal.press("escape")
        terminal.wait_for("Zet de tekenset op UTF-8.")
        for sent in (PASTED, b"\x1b[48;99999;99999;1;1t", b"\x1b[97;1:3u"):
            terminal.send(sent)
            terminal.until_quiet(at_least=0.3)
        assert example.read_bytes() == before
        assert terminal.status is None
