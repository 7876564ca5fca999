"""What the user reads when something went wrong that no command foresaw, and the report that stays behind."""

import os
import traceback
from collections.abc import Iterator
from pathlib import Path

from sto_tui.command.caller import Caller
from sto_tui.domain.change import NotSavedError
from sto_tui.settings import log_folder
from sto_tui.storage.file.held_folder import HeldFolder


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
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lines = _without_words(error)
        with HeldFolder.at(path.parent) as folder, folder.new(path.name) as file:
            file.write("".join(lines).encode("utf-8", "backslashreplace"))
    except OSError:
        return None
    return path


def _without_words(error: BaseException) -> Iterator[str]:
    """Where it went wrong and of what kind it is. Words of an error may quote the dossier, and the report is mailed."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from _without_words(earlier)
        yield "\n"
    yield from traceback.format_tb(error.__traceback__)
    kind, number = type(error), f" {error.errno}" if isinstance(error, OSError) else ""
    yield f"{kind.__module__}.{kind.__qualname__}{number}\n"
    yield from (f"{note}\n" for note in getattr(error, "__notes__", ()))
