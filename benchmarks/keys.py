"""Bytes per key, at rest, and over a slow line, at 80x24 in true colour."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import EXAMPLE, Row, byte_row, largest, ratio_row
from benchmarks.terminal import Terminal, sto


def _copy(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(EXAMPLE, folder / EXAMPLE.name))


def key_rows(work: Path) -> Iterator[Row]:
    """Bytes per key at 80x24 in true colour."""
    path = _copy(work / "keys")
    with Terminal(sto("open", str(path))) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.until_quiet(2.0)
        yield byte_row("first screen until quiet", len(terminal.raw), 30_000)
        places = [terminal.press(str(number)).size for number in (2, 3, 4, 5, 6, 7, 8)]
        yield byte_row("change of place, the first time, largest", max(places), 15_000)
        places = [terminal.press(str(number)).size for number in (1, 2, 3, 4, 5, 6, 7, 8)]
        yield byte_row("change of place, largest", max(places), 12_000)
        terminal.press("7")
        yield largest("cursor move in a list", terminal, ["down"] * 12, 1_200)
        yield byte_row("page down in a list", terminal.press("pagedown").size, 9_000)
        terminal.press("5")
        terminal.press("A")
        terminal.wait_for("Nieuwe mijlpaal")
        yield largest("typed character in a field", terminal, list("1.9abcde"), 1_200)
        yield largest("focus move in a form without scrolling", terminal, ["tab"] * 3, 6_000)
        yield largest("focus move in a form that scrolls", terminal, ["tab"] * 4, 6_000)
    # A fresh copy each time: what was being typed in the session before would be offered first.
    with Terminal(sto("open", str(_copy(work / "text")), "--plaats", "concept")) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.until_quiet(2.0)
        terminal.press("A")
        terminal.wait_for("Nieuwe tekst")
        for _ in range(3):
            terminal.press("tab")
        yield largest("typed character in a text area", terminal, list("een tekst"), 2_300)
    with Terminal(sto("open", str(_copy(work / "idle")))) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.until_quiet(2.0)
        idle = 0
        for number in range(1, 9):
            terminal.press(str(number))
            terminal.until_quiet(2.0)
            idle += terminal.until_quiet(5.0).size
        yield byte_row("idle, 5 s at every place", idle, 0)
    yield _slow_line(_copy(work / "slow"))


def _slow_line(path: Path) -> Row:
    """15 keys in a second over a line of 8 KB/s: when all is drawn."""
    with Terminal(sto("open", str(path), "--plaats", "mijlpalen")) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.until_quiet(2.0)
        settled = terminal.throttled(["down"] * 15, 1 / 15, 8_000)
    return ratio_row("15 keys in 1 s over 8 KB/s, until drawn", settled * 1000, 1000, 1.5)
