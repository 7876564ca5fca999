"""What the user reads when something went wrong that no command foresaw, and the report that stays behind."""

import os
import traceback
from pathlib import Path

from sto_tui.command.caller import Caller
from sto_tui.domain.change import NotSavedError
from sto_tui.settings import log_folder


def sentence_for(error: Exception, caller: Caller) -> str:
    """The Dutch sentence for an error; what is a bug is first reported in a file, named after the time."""
    if isinstance(error, NotSavedError):
        return str(error)
    path = _reported(error, caller)
    where = f" Stuur dit verslag mee als je het meldt: {path}" if path else ""
    return f"sto-tui is gestopt door een fout in het programma; het dossier is niet beschadigd.{where}"


def _reported(error: Exception, caller: Caller) -> Path | None:
    path = log_folder() / f"fout-{caller.clock():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = traceback.format_exception(error)
        path.write_text("".join(lines), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
