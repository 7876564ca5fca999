"""In a real terminal: with `--ascii` not one byte outside ASCII is drawn, in any place, and all stays where it was."""

import os
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal, sto
from sto_tui.places import Place

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")]
EVERYWHERE = "12345678"
# Windows over places: keys, findings, a form, the wall of the matrix and a meeting.
WINDOWS = (("question_mark",), ("m",), ("r",), ("6", "p"), ("2", "p"))
KEYS = {"question_mark": "?"}


def walked(terminal: Terminal) -> None:
    """Every place, and windows over them."""
    for number in EVERYWHERE:
        terminal.press(number)
        terminal.press("down")
        terminal.press("]")
    terminal.press("1")
    for keys in WINDOWS:
        for key in keys:
            terminal.press(KEYS.get(key, key))
        terminal.press("escape")
        terminal.press("left")
        terminal.press("enter")
        terminal.press("1")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--ascii",), {"LC_ALL": "C"}),
        ((), {"TERM": "vt100", "COLORTERM": "", "PYTHONIOENCODING": "ascii"}),
    ],
    ids=["asked, locale C", "vt100"],
)
def test_no_byte_outside_ascii(example: Path, arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    with Terminal(sto("open", str(example), *arguments), environment=environment) as terminal:
        terminal.wait_for("Partijen")
        walked(terminal)
        assert bytes(terminal.raw).isascii()


def test_letters_stay_where_the_terminal_has_them(example: Path) -> None:
    with Terminal(sto("open", str(example), "--ascii"), size=(120, 40)) as terminal:
        terminal.wait_for("Partijen")
        walked(terminal)
        outside = {letter for letter in bytes(terminal.raw).decode() if not letter.isascii()}
        assert "é" in outside
        assert {letter for letter in outside if not letter.isalpha()} <= {"€"}


def test_another_character_set_gets_its_own_bytes(example: Path) -> None:
    with Terminal(sto("open", str(example)), environment={"LANG": "nl_NL.ISO-8859-1"}) as terminal:
        terminal.wait_for("Partijen")
        terminal.press("8")
        terminal.wait_for("Jaarplanning")
        sent = bytes(terminal.raw)
        assert b"\xe9" in sent
        assert b"\xc3\xa9" not in sent
        assert b"\xe2" not in sent


@pytest.mark.parametrize("place", [Place.MIJLPALEN, Place.VERI], ids=lambda place: place.word)
def test_all_stays_where_it_was(example: Path, place: Place) -> None:
    """The same letters and digits in the same cells, but for the keys, of which arrows are written out."""
    pictures = []
    for arguments in ((), ("--ascii",)):
        with Terminal(sto("open", str(example), "--plaats", place.word, *arguments), (100, 24)) as terminal:
            terminal.wait_for("meldingen")
            pictures.append(list(terminal.screen.display))
    keys, plain_keys = (picture.pop().strip() for picture in pictures)
    # Arrows that are written out may leave no room for the last key.
    usual = [key for key in keys.replace("←→", "<-/->").replace("…", "~").split("  ") if key in plain_keys]
    assert (plain_keys.split("  "), len(keys.split("  ")) - len(usual) < 2) == (usual, True)
    for usual, plain in zip(*pictures, strict=True):
        assert len(usual) == len(plain)
        assert all(was == now for was, now in zip(usual, plain, strict=True) if was.isascii())
