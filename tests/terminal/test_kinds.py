"""What a terminal does not know is not sent to it, and nothing of ours is left on it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pyte
import pytest

from benchmarks.terminal import Terminal, sto
from sto_tui.terminal.driver import emptied_at_end, only_known
from sto_tui.terminal.kinds import is_remote, pastes_itself, takes_mouse
from tests.support.lit import lit

MODES = re.compile(rb"\x1b\[\?(?:\d{4})[hl]|\$p|\x1b\[[<>=]")
MOUSE_ON = b"\x1b[?1000h"
SSH = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}


def test_a_plain_terminal_gets_an_empty_screen_instead_of_another_one() -> None:
    begin = "\x1b[?1049h\x1b[?1000h\x1b[?1003h\x1b[?25l\x1b[?1004h\x1b[>25u\x1b[?2026$p\x1b[?2004h\x1b[?7l"
    assert only_known(begin) == "\x1b[2J\x1b[H\x1b[?25l\x1b[?7l"
    assert only_known("\x1b[?2004l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h") == "\x1b[?7h\x1b[2J\x1b[H\x1b[?25h"
    assert emptied_at_end("\x1b[?2004l\x1b[?1049l\x1b[?25h") == "\x1b[?2004l\x1b[2J\x1b[H\x1b[?1049l\x1b[?25h"
    assert emptied_at_end("\x1b[?1049h\x1b[2J") == "\x1b[?1049h\x1b[2J"
    assert only_known("\x1b[1;31mgeen \x1b[0m wijziging") == "\x1b[1;31mgeen \x1b[0m wijziging"


@pytest.mark.parametrize(
    ("environment", "asked", "expected"),
    [
        ({}, False, True),
        (SSH, False, False),
        ({"SSH_TTY": "/dev/pts/3"}, False, False),
        (SSH, True, True),
        ({**SSH, "STO_MUIS": "1"}, False, True),
        ({"STO_MUIS": "0"}, False, False),
        ({"STO_MUIS": "0"}, True, True),
        ({"SSH_CONNECTION": ""}, False, True),
    ],
)
def test_over_ssh_the_mouse_is_ours_only_when_asked(
    environment: Mapping[str, str], asked: bool, expected: bool
) -> None:
    assert takes_mouse(environment, asked=asked) is expected


def test_screen_and_tmux_are_known_by_their_name_or_by_what_they_leave() -> None:
    assert pastes_itself({"TERM": "tmux-256color"})
    assert pastes_itself({"TERM": "screen"})
    assert pastes_itself({"TERM": "xterm-256color", "TMUX": "/tmp/tmux-1000/default,1,0"})
    assert pastes_itself({"TERM": "xterm", "STY": "1.pts-0.host"})
    assert not pastes_itself({"TERM": "xterm-256color", "TMUX": ""})


def test_a_line_of_ssh_is_seen_by_either_variable() -> None:
    assert is_remote({"SSH_TTY": "/dev/pts/3"})
    assert not is_remote({"SSH_CLIENT": ""})


def ended(terminal: Terminal) -> list[str]:
    """What is left on the screen, by an emulator that shows what it does not know."""
    screen = pyte.Screen(80, 24)
    screen.draw("$ sto open regio.sto.json")
    pyte.ByteStream(screen).feed(bytes(terminal.raw))
    return [line.rstrip() for line in screen.display if line.strip()]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_nothing_is_left_on_a_plain_terminal(example: Path, term: str) -> None:
    command = sto("open", str(lit(example)), "--plaats", "voortgang")
    with Terminal(command, environment={"TERM": term, "COLORTERM": ""}) as terminal:
        terminal.wait_for("oranje")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
        assert MODES.findall(bytes(terminal.raw)) == []
        assert ended(terminal) == []
        colours = re.findall(rb"\x1b\[[0-9;]*(?:3[0-7]|4[0-7]|9[0-7])[;m]", bytes(terminal.raw))
        assert bool(colours) is (term == "linux")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("arguments", "expected"), [((), False), (("--muis",), True)])
def test_over_ssh_the_terminal_is_not_asked_for_its_mouse(
    example: Path, arguments: tuple[str, ...], expected: bool
) -> None:
    with Terminal(sto("open", str(example), *arguments), environment=SSH) as terminal:
        terminal.wait_for("Partijen")
        assert (MOUSE_ON in terminal.raw) is expected
