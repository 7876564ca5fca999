"""A text in the person's own editor: which one, waiting for it, and what came back."""

import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.text import clean_text
from sto_tui.storage.together.edited_outside import read_back

LOOK_SECONDS = 5.0
"""How often there is time for something else while the editor is open."""
AT_ONCE_SECONDS = 1.0
PATIENCE_SECONDS = 3.0
"""How long an editor that is told to end may take to do so."""

_NONE = "Er is geen editor gekozen. Zet die in je shell, bijvoorbeeld met: export EDITOR=nano"
_AT_ONCE = "Je editor kwam meteen terug. Gebruik een editor die wacht, bijvoorbeeld code --wait."


@dataclass(frozen=True)
class Returned:
    """What came back, what went wrong with the editor, and whether this program was told to end meanwhile."""

    text: str
    trouble: str = ""
    told_to_end: bool = False


def editor(environment: Mapping[str, str] = os.environ) -> Sequence[str]:
    """The command in VISUAL, or else in EDITOR. Raises NotSavedError when there is none, or it is not there."""
    chosen = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    try:
        command = shlex.split(chosen)
    except ValueError:
        command = [chosen]
    if not command:
        raise NotSavedError(_NONE)
    if shutil.which(command[0], path=environment.get("PATH")) is None:
        raise NotSavedError(f"De editor ‘{clean_text(command[0])}’ is niet gevonden. Zet EDITOR op een die er is.")
    return command


def edited(command: Sequence[str], path: Path, before: str, meanwhile: Callable[[], object]) -> Returned:
    """Has the file edited, which holds `before`; every few seconds `meanwhile` is called.

    A signal to end ends the editor too. Raises NotSavedError when nothing came back.
    """
    began = time.monotonic()
    try:
        process = subprocess.Popen([*command, str(path)])
        with _signals_for_the_editor(process) as signals:
            status = _waited(process, meanwhile, signals)
        text = read_back(path, before)
    except OSError as error:
        raise NotSavedError(f"De editor werkte niet: {error.strerror}. Er is niets veranderd.") from error
    trouble = "De editor is afgebroken." if status < 0 else f"De editor eindigde met fout {status}." if status else ""
    if not trouble and text == before and time.monotonic() - began < AT_ONCE_SECONDS:
        trouble = _AT_ONCE
    return Returned(text, trouble, bool(signals))


def _waited(process: "subprocess.Popen[bytes]", meanwhile: Callable[[], object], signals: Sequence[int]) -> int:
    """How the editor ended; one that stays when it is told to end is left alone."""
    look = time.monotonic() + LOOK_SECONDS
    patience = 0.0
    while True:
        try:
            return process.wait(0.2)
        except subprocess.TimeoutExpired:
            now = time.monotonic()
        if signals:
            patience = patience or now + PATIENCE_SECONDS
            if now > patience:
                return -1
        if now > look:
            look = now + LOOK_SECONDS
            meanwhile()


@contextmanager
def _signals_for_the_editor(process: "subprocess.Popen[bytes]") -> Iterator[list[int]]:
    """Keys that interrupt reach every program of the terminal; here they are meant for the editor only.

    What tells this program to end is handed on to the editor, and given back as a list; the event loop, which gets
    the signal as well, does the rest once it runs again.
    """
    signals: list[int] = []

    def hand_on(number: int, frame: object) -> None:
        signals.append(number)
        process.terminate()

    wanted: dict[str, Any] = {"SIGINT": signal.SIG_IGN, "SIGQUIT": signal.SIG_IGN}
    wanted |= {"SIGTERM": hand_on, "SIGHUP": hand_on}
    numbers = {getattr(signal, name): how for name, how in wanted.items() if hasattr(signal, name)}
    before = {number: signal.getsignal(number) for number in numbers}
    for number, how in numbers.items():
        # A signal that nobody listens to goes on doing what the system makes of it.
        if how is signal.SIG_IGN or callable(before[number]):
            signal.signal(number, how)
    try:
        yield signals
    finally:
        for number, was in before.items():
            signal.signal(number, was)
