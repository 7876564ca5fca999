"""In a real terminal: bytes per key, silence, keys in order, an orderly end, and no terminal at all."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.terminal import ROOT, Terminal, sto
from tests.support.lit import lit

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")]

# What undoes the modes that the app set: alternate screen, mouse, bracketed paste, hidden cursor.
RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l")


@pytest.fixture
def terminal(example: Path) -> Iterator[Terminal]:
    """The app on the voorbeeldregio, in its list of milestones."""
    with Terminal(sto("open", str(example), "--plaats", "mijlpalen")) as found:
        found.wait_for("meldingen")  # worked out after the first paint, and drawn last
        yield found


def test_bytes_per_key_stay_within_their_budget(terminal: Terminal) -> None:
    terminal.press("down")
    assert max(terminal.press("down").size for _ in range(5)) <= 1_200
    assert terminal.press("pagedown").size <= 9_000
    terminal.press("A")
    terminal.wait_for("Nieuwe mijlpaal")
    assert max(terminal.press(key).size for key in "12345") <= 1_200
    assert terminal.press("tab").size <= 6_000


def drawn(terminal: Terminal) -> list[list[object]]:
    """Every cell with its colours, of a blank only what is behind it."""
    rows = [[terminal.screen.buffer[y][x] for x in range(80)] for y in range(24)]
    return [[cell.bg if cell.data == " " else cell for cell in row] for row in rows]


def test_what_scrolls_is_moved_by_the_terminal_and_is_what_it_would_be_drawn_anew(terminal: Terminal) -> None:
    terminal.press("7")
    terminal.press("home")
    assert max(terminal.press(key).size for key in [*["down"] * 18, *["up"] * 18]) <= 1_300
    for place, other in (("5", "4"), ("7", "8")):
        terminal.press(place)
        for key in [*["down"] * 16, *["up"] * 14]:
            terminal.press(key)
        terminal.until_quiet(at_least=1.0)
        before = drawn(terminal)
        terminal.press(other)
        terminal.press(place)
        terminal.until_quiet(at_least=1.0)
        assert drawn(terminal) == before


def test_a_form_that_scrolls_is_not_sent_whole(terminal: Terminal) -> None:
    terminal.press("A")
    terminal.wait_for("Nieuwe mijlpaal")
    assert max(terminal.press("tab").size for _ in range(14)) <= 5_000


def test_a_line_to_type_on_opens_and_closes_without_the_list(terminal: Terminal) -> None:
    terminal.press("down")
    for key in ("a", "x", "escape", "a", "escape"):
        assert terminal.press(key).size <= 3_000, key


def test_an_idle_app_sends_nothing(terminal: Terminal) -> None:
    assert terminal.until_quiet(at_least=3.0).size == 0


def test_first_screen_and_change_of_place_are_small(example: Path) -> None:
    with Terminal(sto("open", str(example))) as terminal:
        terminal.wait_for("Partijen betrekken")
        assert len(terminal.raw) <= 30_000
        for number in "2345678":
            terminal.press(number)
        terminal.until_quiet(at_least=1.0)
        assert max(terminal.press(number).size for number in "12345678") <= 12_000


def test_keys_that_arrive_in_one_packet_keep_their_order(terminal: Terminal, example: Path) -> None:
    terminal.press("A")
    terminal.wait_for("Nieuwe mijlpaal")
    terminal.press("\x1b[Z")
    terminal.press("end", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
    terminal.press("7", "x", "backspace", ".", "1", "left", "9", "end", "a")
    terminal.press("tab", "v", "i", "e", "backspace", "s", "i", "e", "home", "P")
    assert "7.91a" in terminal.text
    assert "Pvisie" in terminal.text
    terminal.press("\x13")
    stored = json.loads(example.read_bytes())["milestones"]
    assert {"7.91a": "Pvisie"}.items() <= {one["number"]: one["title"] for one in stored.values()}.items()


def test_keys_in_one_packet_move_and_act_in_order(terminal: Terminal, example: Path) -> None:
    ids = list(json.loads(example.read_bytes())["milestones"])
    terminal.press("down", "down", "down", "x", "enter")
    terminal.press("escape")
    assert list(json.loads(example.read_bytes())["milestones"]) == ids, "enter meets the harmless answer"
    terminal.press("home", "down", "a", "x", "x", "x")
    terminal.wait_for("Nieuwe mijlpaal")
    assert list(json.loads(example.read_bytes())["milestones"]) == ids, "what is typed after a never reaches the list"


def test_keys_in_one_packet_reach_what_the_key_before_them_opened(example: Path) -> None:
    before = json.loads(example.read_bytes())["milestones"]
    escape = "\x1b[27u"
    with Terminal(sto("open", str(example), "--plaats", "mijlpalen"), marks_pastes=True) as terminal:
        terminal.wait_for("meldingen")
        terminal.send(f"\r{escape}x{escape}A{escape}\r{escape}")
        terminal.until_quiet(at_least=2.0)
        assert "? Toetsen" in terminal.text, "no form is left standing"
        assert json.loads(example.read_bytes())["milestones"] == before
        terminal.send(f"A\x1b[Z\x1b[H\x1b[3~\x1b[3~\x1b[3~\x1b[3~7.91\tIn één keer\x13\r{escape}")
        terminal.until_quiet(at_least=2.0)
    stored = [one for key, one in json.loads(example.read_bytes())["milestones"].items() if key not in before]
    assert [(one["number"], one["title"]) for one in stored] == [("7.91", "In één keer")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_usable_and_ends_with_its_number(terminal: Terminal, number: int) -> None:
    terminal.signal(number)
    assert terminal.status == 128 + number
    assert "sto-tui is van buitenaf gestopt. Wat je hebt opgeslagen is bewaard;" in said_at_the_end(terminal)


def said_at_the_end(terminal: Terminal) -> str:
    """What the program says after it has given the terminal back as it was."""
    for sequence in RESTORED:
        assert sequence in terminal.raw[-4000:], sequence
    said = bytes(terminal.raw[max(terminal.raw.rindex(sequence) for sequence in RESTORED) :]).decode()
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize("sent", [b"\xe9", b"\xff", b"\xc3("], ids=["latin-1", "never in UTF-8", "half a character"])
def test_a_byte_that_is_no_text_is_said_and_changes_nothing(terminal: Terminal, example: Path, sent: bytes) -> None:
    before = example.read_bytes()
    terminal.send(sent)
    terminal.wait_for("tekenset op UTF-8.")
    assert example.read_bytes() == before
    terminal.press("A")
    terminal.wait_for("Nieuwe mijlpaal")
    terminal.send(b"\xe9\x80")
    terminal.wait_for("\ufffd\ufffd")


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "xterm", "COLORTERM": ""},
        {"NO_COLOR": "1"},
        {"TERM": "linux", "COLORTERM": ""},
        {"TERM": "screen", "STY": "1.pts-0.host"},
    ],
    ids=["xterm", "no-color", "linux", "screen"],
)
def test_few_colours_and_no_colours_use_the_terminals_own(example: Path, environment: dict[str, str]) -> None:
    with Terminal(sto("open", str(lit(example)), "--plaats", "voortgang"), environment=environment) as terminal:
        terminal.wait_for("oranje")
        assert b"38;2;" not in terminal.raw
        assert b"48;2;" not in terminal.raw
        if "NO_COLOR" in environment:
            assert b"\x1b[30;4" not in terminal.raw


def test_gnu_screen_is_drawn_in_what_its_own_name_says(example: Path) -> None:
    environment = {"TERM": "screen.xterm-256color", "STY": "1.pts-0.host", "COLORTERM": "truecolor"}
    with Terminal(sto("open", str(lit(example)), "--plaats", "voortgang"), environment=environment) as terminal:
        terminal.wait_for("oranje")
        assert b"48;5;" in terminal.raw
        assert b"8;2;" not in terminal.raw


@pytest.mark.parametrize("arguments", [(), ("open", "samples/almere-2020-2023.sto.json")])
def test_without_a_terminal_one_sentence_names_what_can_be_done(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        sto(*arguments), cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "sto concept" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_dumb_terminal_gets_the_same_sentence(example: Path) -> None:
    with Terminal(sto("open", str(example)), environment={"TERM": "dumb"}) as terminal:
        assert terminal.wait_for_end() == 2
        assert b"\x1b[" not in terminal.raw


def test_the_cursor_of_the_terminal_follows_row_cell_and_answer(terminal: Terminal) -> None:
    """For screen readers, braille lines and magnifiers; it costs no bytes beyond the budget."""

    def line() -> str:
        return terminal.text.split("\n")[terminal.screen.cursor.y]

    terminal.press("down")
    assert line().lstrip().startswith("›"), "the row of the list"
    first = line()
    terminal.press("down")
    assert line().lstrip().startswith("›")
    assert line() != first
    terminal.press("6")
    terminal.press("down")
    at = terminal.screen.cursor.x
    terminal.press("right")
    assert terminal.screen.cursor.x > at, "the cell of the matrix"
    terminal.press("4")
    terminal.press("down", "x")
    terminal.wait_for("Behouden")
    terminal.press("left")
    assert "Verwijderen" in line(), "the answer to a question"
