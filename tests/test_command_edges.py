"""The command line at its edges: a table cut to its width, output that does not arrive, answers, progress."""

import errno
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sto_tui.command.asking import agreed
from sto_tui.command.duo import _ProgressLine
from sto_tui.command.grid import _fitting
from sto_tui.command.history import _MOST_DIGITS
from sto_tui.command.output import OutputError, flush, remark, say
from tests.commands import Sto, assert_refused


@pytest.mark.parametrize(
    ("wanted", "width", "widths"),
    [
        # 5 and 2 for the blanks leave 13: all of 10 fits.
        ({"nr": 5, "naam": 10}, 20, {"nr": 5, "naam": 10}),
        # 5 + 2 + 10 is 17, just enough: 8 at first, two kept for the blanks, and those come back to it.
        ({"nr": 5, "naam": 10}, 17, {"nr": 5, "naam": 10}),
        # A column is left out rather than cut under 8 cells at first: 16 - 7 - 2 = 7.
        ({"nr": 5, "naam": 10}, 16, {"nr": 5}),
        # A long one gets 32 at first; what is left over comes back to it: 60 - 32 - 2 - 10 = 16, so 48.
        ({"titel": 50, "naam": 10}, 60, {"titel": 48, "naam": 10}),
        ({"titel": 50, "naam": 10}, 80, {"titel": 50, "naam": 10}),
        # The first column is always there, whatever the width.
        ({"titel": 50}, 4, {"titel": 4}),
    ],
)
def test_columns_fit_the_terminal(wanted: dict[str, int], width: int, widths: dict[str, int]) -> None:
    assert _fitting(wanted, width) == widths


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "De uitvoer is niet geschreven: de schijf is vol. Kies een andere bestemming."),
        (errno.EIO, "De uitvoer is niet geschreven. Kies een andere bestemming."),
    ],
)
def test_output_that_does_not_arrive_says_why(monkeypatch: pytest.MonkeyPatch, number: int, sentence: str) -> None:
    class Failing(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(number, "")

        def flush(self) -> None:
            raise OSError(number, "")

    monkeypatch.setattr(sys, "stdout", Failing())
    attempts: tuple[Callable[[], None], ...] = (lambda: say("tekst"), flush)
    for attempt in attempts:
        with pytest.raises(OutputError) as raised:
            attempt()
        assert str(raised.value) == sentence


def test_streams_that_were_closed_before_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", heard)
    say("weg")
    flush()
    remark("gehoord")
    assert heard.getvalue() == "gehoord\n"


@pytest.mark.parametrize(
    ("typed", "yes"), [("j", True), (" JA ", True), ("ja", True), ("n", False), ("", False), ("jazeker", False)]
)
def test_only_j_and_ja_are_yes(monkeypatch: pytest.MonkeyPatch, typed: str, yes: bool) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    assert agreed() is yes


def test_no_answer_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert agreed() is False


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stdin", "stderr"), [(True, False), (False, True)])
@pytest.mark.parametrize("argv", [(), ("open",)])
def test_the_app_needs_a_keyboard_and_a_screen(
    sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], stdin: bool, stderr: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: stdin, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: stderr, raising=False)
    result = sto(*argv, *[dossier] * len(argv))
    assert_refused(result)
    assert "heeft een terminal nodig" in result.err


def test_the_line_of_progress_is_written_when_it_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    line = _ProgressLine()
    assert line.is_seen
    # 3 of 12 million bytes is a quarter of 12 MB; the same again says nothing new.
    line.show(3_000_000, 12_000_000)
    line.show(3_000_001, 12_000_000)
    line.show(12_000_000, 12_000_000)
    line.clear()
    line.clear()
    blank = " " * len("Lezen: 100% van 12 MB")
    assert screen.getvalue() == f"\rLezen: 25% van 12 MB\rLezen: 100% van 12 MB\r{blank}\r"


def test_nobody_sees_the_progress_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not _ProgressLine().is_seen


def test_the_number_of_a_change_may_be_as_long_as_it_takes(sto: Sto, dossier: Path) -> None:
    assert sto("stoplicht", dossier, "1.1a", "oranje").code == 0
    assert sto("geschiedenis", dossier, "--terug", "0" * 20 + "1").code == 0
    assert_refused(sto("geschiedenis", dossier, "--terug", "9" * _MOST_DIGITS))
    assert_refused(sto("geschiedenis", dossier, "--terug", "9" * 5_000))
