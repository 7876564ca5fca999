"""Between a path as typed on the command line and a path that can be used."""

import errno
import os
import stat
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui.command.caller import Caller
from sto_tui.command.output import CommandError

if TYPE_CHECKING:
    from sto_tui.storage.store import DossierStore

_IMPOSSIBLE = {
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ELOOP: "de koppelingen in dit pad verwijzen naar elkaar",
    errno.ENAMETOOLONG: "de naam is te lang",
}


def typed_path(text: str) -> Path:
    """The path that was typed. Raises CommandError for one that no file can have."""
    if not text.strip():
        raise CommandError("De naam van het bestand is leeg. Geef een naam, bijvoorbeeld regio.sto.json.")
    if any(unicodedata.category(character) == "Cc" for character in text):
        raise CommandError(f"‘{text}’ bevat een teken dat niet in een bestandsnaam hoort. Kies een andere naam.")
    path = Path(text)
    try:
        path.stat()
    except OSError as error:
        if error.errno in _IMPOSSIBLE:
            raise CommandError(f"{text}: {_IMPOSSIBLE[error.errno]}. Controleer het pad.") from error
    except ValueError as error:
        raise CommandError(f"‘{text}’ is geen bestandsnaam. Kies een andere naam.") from error
    return path


def file_to_read(text: str, suffix: str = ".sto.json") -> Path:
    """The path of a file to read; a pipe or device would never end. Raises CommandError."""
    path = typed_path(text)
    try:
        mode = path.stat().st_mode
    except OSError:
        return path
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise CommandError(f"{text} is geen gewoon bestand. Kies een bestand dat eindigt op {suffix}.")
    return path


def file_to_make(text: str) -> Path:
    """The path of a file that is not there yet. Raises CommandError, also when its folder is no folder."""
    path = typed_path(text)
    if os.path.lexists(path):
        raise CommandError(f"{text} bestaat al en is niet overschreven. Kies een andere naam.")
    return path


def open_store(text: str, caller: Caller) -> "DossierStore":
    """The store of the dossier at a typed path. Raises CommandError or DossierError."""
    from sto_tui.storage.store import DossierStore

    return DossierStore.open(file_to_read(text), caller.user, caller.clock)
