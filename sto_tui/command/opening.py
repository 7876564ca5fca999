"""`sto` and `sto open`: the app itself, for which a terminal is needed."""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from sto_tui.command.caller import Caller
from sto_tui.command.output import CommandError, OutputError, draws_ascii, remark
from sto_tui.domain.dutch import enumerate_words
from sto_tui.places import BY_WORD, Place
from sto_tui.storage.file.errors import DamagedError
from sto_tui.storage.file.paths import dossiers_in, file_to_read, typed_path
from sto_tui.storage.served.address import is_served
from sto_tui.terminal.kinds import takes_mouse


def start(caller: Caller) -> int:
    """Opens the one dossier of this folder; else, and when it is damaged for good, the start screen lists what is.

    Raises CommandError without a terminal.
    """
    _require_terminal()
    try:
        return _ran(dossier_to_begin_with(Path.cwd()), Place.OVERZICHT.word, caller)
    except DamagedError as error:
        remark(str(error))
        return _ran(None, Place.OVERZICHT.word, caller)


def dossier_to_begin_with(folder: Path) -> Path | None:
    """What `sto` opens in a folder; None for the start screen."""
    here = dossiers_in(folder)
    return here[0] if len(here) == 1 else None


def open_at(typed: str, word: str, caller: Caller) -> int:
    """Opens a dossier at a place. Raises CommandError for an unknown place or without a terminal."""
    if word and word not in BY_WORD:
        raise CommandError(f"‘{word}’ is geen plaats. Kies uit {enumerate_words(list(BY_WORD))}.")
    _require_terminal()
    return _ran(typed if is_served(typed) else file_to_read(typed), word or Place.OVERZICHT.word, caller)


def tour(typed: str, caller: Caller) -> int:
    """Shows the tour on a copy of the example. Raises CommandError without a terminal, or DossierError."""
    from sto_tui.app import START_ASKED

    _require_terminal()
    code = _toured(typed, caller)
    return _ran(None, Place.OVERZICHT.word, caller) if code == START_ASKED else code


def _toured(typed: str, caller: Caller) -> int:
    """Runs the tour in the folder that was typed; without one in a folder that is gone when it ends."""
    from sto_tui.tour import run_tour

    mouse = takes_mouse(os.environ, asked=caller.mouse)
    if typed:
        code, copy = run_tour(typed_path(typed), caller.user, caller.clock, _ascii_for(), mouse=mouse)
        remark(f"De oefenkopie is {copy}.")
        return code
    # On Windows a draft that is still open in Word stays.
    with tempfile.TemporaryDirectory(prefix="sto-rondleiding-", ignore_cleanup_errors=True) as folder:
        code, _ = run_tour(Path(folder), caller.user, caller.clock, _ascii_for(), mouse=mouse)
    remark("De oefenkopie is weggegooid. Met een map erbij blijft zij staan: sto rondleiding MAP.")
    return code


def _ran(what: Path | str | None, word: str, caller: Caller) -> int:
    """Runs the app; says why it ended when a signal made it. The terminal to say it on may be gone."""
    from sto_tui.app import START_ASKED, TOUR_ASKED, run

    mouse = takes_mouse(os.environ, asked=caller.mouse)
    while (code := run(what, word, caller.user, caller.clock, _ascii_for(), mouse=mouse)) in (START_ASKED, TOUR_ASKED):
        if code == TOUR_ASKED and (code := _toured("", caller)) not in (0, START_ASKED):
            break
        if code == START_ASKED:
            what, word = None, Place.OVERZICHT.word
    if code:
        with contextlib.suppress(OutputError, BrokenPipeError):
            remark(
                "sto-tui is van buitenaf gestopt. Wat je hebt opgeslagen is bewaard; "
                "wat nog in een formulier of op de typregel stond, staat bij de volgende start klaar."
            )
    return code


def _ascii_for() -> str:
    """The character set of a terminal that is drawn on in ASCII; empty when it is not."""
    return sys.stderr.encoding if draws_ascii(sys.stderr) else ""


def _require_terminal() -> None:
    """Textual reads the keyboard from stdin and draws on stderr; a dumb terminal can't be drawn on."""
    streams = (sys.stdin, sys.stderr)
    term = os.environ.get("TERM", "") if os.name != "nt" else os.environ.get("TERM", "windows")
    if term in ("", "dumb") or not all(stream is not None and stream.isatty() for stream in streams):
        raise CommandError(
            "Het scherm van sto heeft een terminal nodig, en die is er hier niet. "
            "Het Word-concept maken kan wel: sto concept BESTAND."
        )
