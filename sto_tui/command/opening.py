"""`sto` and `sto open`: the app itself, for which a terminal is needed."""

import contextlib
import os
import sys

from sto_tui.command.caller import Caller
from sto_tui.command.output import CommandError, OutputError, remark
from sto_tui.domain.dutch import enumerate_words
from sto_tui.places import BY_WORD, Place
from sto_tui.storage.file.paths import file_to_read


def start(caller: Caller) -> int:
    """Opens the dossier that was open last, or else the start screen. Raises CommandError without a terminal."""
    _require_terminal()
    from sto_tui.app import run
    from sto_tui.settings import last_dossier

    return _ended(run(last_dossier(), Place.OVERZICHT.word, caller.user, caller.clock))


def open_at(typed: str, word: str, caller: Caller) -> int:
    """Opens a dossier at a place. Raises CommandError for an unknown place or without a terminal."""
    if word and word not in BY_WORD:
        raise CommandError(f"‘{word}’ is geen plaats. Kies uit {enumerate_words(list(BY_WORD))}.")
    _require_terminal()
    path = file_to_read(typed)
    from sto_tui.app import run

    return _ended(run(path, word or Place.OVERZICHT.word, caller.user, caller.clock))


def _ended(code: int) -> int:
    """Says why the app ended when a signal made it; the terminal to say it on may be gone."""
    if code:
        with contextlib.suppress(OutputError, BrokenPipeError):
            remark(
                "sto-tui is van buitenaf gestopt. Wat je hebt opgeslagen is bewaard; "
                "wat je nog typte staat bij de volgende start klaar."
            )
    return code


def _require_terminal() -> None:
    """Textual reads the keyboard from stdin and draws on stderr; a dumb terminal can't be drawn on."""
    streams = (sys.stdin, sys.stderr)
    term = os.environ.get("TERM", "") if os.name != "nt" else os.environ.get("TERM", "windows")
    if term in ("", "dumb") or not all(stream is not None and stream.isatty() for stream in streams):
        raise CommandError(
            "Het scherm van sto heeft een terminal nodig, en die is er hier niet. "
            "Het Word-concept maken kan wel: sto concept BESTAND."
        )
