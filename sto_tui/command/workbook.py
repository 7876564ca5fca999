"""`sto excel`: the milestone sheets, roles, budget and figures of a dossier as a workbook."""

from pathlib import Path

from sto_tui import papers
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.output import CommandError, say_path
from sto_tui.documents.excel import WorkbookOptions
from sto_tui.storage.file.paths import file_to_make

_SUFFIX = ".xlsx"


def write_workbook(typed: str, caller: Caller, *, target: str | None) -> int:
    """Writes the workbook and prints its path. Raises CommandError or NotSavedError."""
    path = None if target is None else file_ending_in(target, _SUFFIX, "dit is een werkmap")
    store = open_store(typed, caller)
    dossier = seen_in(store.dossier, caller)
    say_path(papers.write_workbook(dossier, WorkbookOptions(caller.today), store.path, path))
    return 0


def file_ending_in(typed: str, suffix: str, what: str) -> Path:
    """The path of a file to make, with this ending; `what` says what it is. Raises CommandError or DossierError."""
    path = file_to_make(typed)
    if path.suffix.lower() != suffix:
        raise CommandError(f"{typed} eindigt niet op {suffix}, en {what}. Kies een naam op {suffix}.")
    return path
