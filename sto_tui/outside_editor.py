"""A text in the person's own editor: which one, a private file, and what came back."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.text import clean_text, slug

_NONE = "Er is geen editor gekozen. Zet die in je shell, bijvoorbeeld met: export EDITOR=nano"


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


def edited(command: Sequence[str], text: str, name: str) -> tuple[str, str]:
    """Has `text` edited in a file called `name`; what came back, and what went wrong with the editor.

    The file stands in a folder that only this person can read, and is removed. Raises NotSavedError when nothing came
    back.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="sto-"))
    except OSError as error:
        raise NotSavedError(f"Er kan geen tijdelijk bestand worden gemaakt: {error.strerror}.") from error
    try:
        path = folder / f"{slug(name)[:40] or 'tekst'}.md"
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{text}\n" if text else "")
        status = _run([*command, str(path)])
        trouble = "De editor is afgebroken." if status < 0 else f"De editor eindigde met fout {status}."
        return _came_back(path.read_bytes(), text), trouble if status else ""
    except OSError as error:
        raise NotSavedError(f"De editor werkte niet: {error.strerror}. Er is niets veranderd.") from error
    finally:
        # With what the editor put beside it.
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: Sequence[str]) -> int:
    process = subprocess.Popen(command)
    with _keys_for_the_editor():
        return process.wait()


@contextmanager
def _keys_for_the_editor() -> Iterator[None]:
    """Keys that interrupt reach every program of the terminal; here they are meant for the editor only."""
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.SIG_IGN) for number in numbers}
    try:
        yield
    finally:
        for number, how in before.items():
            signal.signal(number, how)


def _came_back(data: bytes, before: str) -> str:
    """The text without the end of line that editors add; when nothing else changed, exactly what it was."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    text = clean_text(text).rstrip("\n")
    return before if text == clean_text(before).rstrip("\n") else text
