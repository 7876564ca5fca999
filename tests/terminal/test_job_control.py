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
        terminal.press("A")
        terminal.wait_for("Nieuwe mijlpaal")
        terminal.press("Z")
        yield terminal


def app_in(shell: Terminal) -> int:
    (child,) = Path(f"/proc/{shell.process}/task/{shell.process}/children").read_text().split()
    return int(child)


def test_an_app_that_was_put_aside_goes_on_whole_with_one_reader(shell: Terminal) -> None:
    app, before = app_in(shell), shell.text
    threads = len(os.listdir(f"/proc/{app}/task"))
    for number in (signal.SIGTSTP, signal.SIGSTOP, signal.SIGCONT):
        os.kill(app, number)
        if number != signal.SIGCONT:
            shell.wait_for(PROMPT.strip())
            assert number == signal.SIGSTOP or all(sequence in shell.raw[-4000:] for sequence in RESTORED)
            shell.send("bg\r" if number == signal.SIGTSTP else "echo nog hier\r")
            shell.until_quiet(at_least=0.5)
            shell.send("fg\r")
            shell.wait_for("Nieuwe mijlpaal")
        shell.until_quiet(at_least=0.5)
        assert shell.text == before
    assert len(os.listdir(f"/proc/{app}/task")) == threads, "each thread would read a part of what is typed"
    shell.press("w", "\x1b[D")
    assert "Zw" in shell.text
    os.kill(app, signal.SIGTSTP)
    shell.wait_for(PROMPT.strip())
    shell.send("kill %1\r")
    shell.wait_for("van buitenaf gestopt")
    shell.wait_for(f"Exit {128 + signal.SIGTERM}")
