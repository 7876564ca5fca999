"""In a real shell: the app is put aside and taken up again, and a job that was put aside can be ended."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal, sto
from tests.terminal.test_terminal import RESTORED

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks in /proc")]
PROMPT = "schelp$ "


@pytest.fixture
def shell(example: Path) -> Iterator[Terminal]:
    """A shell in which the app runs, with something typed in a form."""
    command = ["bash", "--norc", "--noprofile", "-b", "-i"]
    with Terminal(command, environment={"PS1": PROMPT, "BASH_SILENCE_DEPRECATION_WARNING": "1"}) as terminal:
        terminal.wait_for(PROMPT.strip())
        terminal.send(" ".join(sto("open", str(example), "--plaats", "mijlpalen")) + "\r")
        terminal.wait_for("meldingen")
        terminal.press("a")
        terminal.wait_for("Nieuwe mijlpaal")
        terminal.press("Z")
        yield terminal


def app_in(shell: Terminal) -> int:
    (child,) = Path(f"/proc/{shell.process}/task/{shell.process}/children").read_text().split()
    return int(child)


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_the_screen_is_whole_again_after_fg_and_typing_goes_on(shell: Terminal, number: int) -> None:
    before = shell.text
    os.kill(app_in(shell), number)
    shell.wait_for(PROMPT.strip())
    assert number == signal.SIGSTOP or all(sequence in shell.raw[-4000:] for sequence in RESTORED)
    shell.send("bg\r" if number == signal.SIGTSTP else "echo nog hier\r")
    shell.until_quiet(at_least=0.6)
    shell.send("fg\r")
    shell.wait_for("Nieuwe mijlpaal")
    shell.until_quiet(at_least=0.6)
    assert shell.text == before
    shell.press("w", "\x1b[D")
    assert "Zw" in shell.text


def test_going_on_without_having_stopped_changes_nothing(shell: Terminal) -> None:
    app, before = app_in(shell), shell.text
    threads = len(os.listdir(f"/proc/{app}/task"))
    for _ in range(2):
        os.kill(app, signal.SIGCONT)
        shell.until_quiet(at_least=0.6)
    assert shell.text == before
    assert len(os.listdir(f"/proc/{app}/task")) == threads, "each thread would read a part of what is typed"
    shell.press("w")
    assert "Zw" in shell.text
    shell.send("\x11")
    shell.wait_for(PROMPT.strip())


def test_a_job_that_was_put_aside_ends_when_it_is_told_to(shell: Terminal) -> None:
    os.kill(app_in(shell), signal.SIGTSTP)
    shell.wait_for(PROMPT.strip())
    shell.send("kill %1\r")
    shell.wait_for("van buitenaf gestopt")
    shell.wait_for(f"Exit {128 + signal.SIGTERM}")
