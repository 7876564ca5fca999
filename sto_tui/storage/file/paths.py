"""Between a path as people type it and a path that can be used."""

import errno
import os
import stat
import unicodedata
from pathlib import Path

from sto_tui.storage.file.errors import DossierError

SUFFIX = ".sto.json"
"""How the name of a dossier ends."""
_IMPOSSIBLE = {
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ELOOP: "de koppelingen in dit pad verwijzen naar elkaar",
    errno.ENAMETOOLONG: "de naam is te lang",
}


def typed_path(text: str) -> Path:
    """The path that was typed. Raises DossierError for one that no file can have."""
    if not text.strip():
        raise DossierError("De naam van het bestand is leeg. Geef een naam, bijvoorbeeld regio.sto.json.")
    if any(unicodedata.category(character) == "Cc" for character in text):
        raise DossierError(f"‘{text}’ bevat een teken dat niet in een bestandsnaam hoort. Kies een andere naam.")
    try:
        path = Path(text).expanduser()
        path.stat()
    except OSError as error:
        if error.errno in _IMPOSSIBLE:
            raise DossierError(f"{text}: {_IMPOSSIBLE[error.errno]}. Controleer het pad.") from error
    except (ValueError, RuntimeError) as error:
        raise DossierError(f"‘{text}’ is geen bestandsnaam. Kies een andere naam.") from error
    return path


def file_to_read(text: str, suffix: str = SUFFIX) -> Path:
    """The path of a file to read; a folder has nothing beside it, and a pipe or device would never end.

    Raises DossierError.
    """
    path = typed_path(text)
    try:
        mode = path.stat().st_mode
    except OSError:
        return path
    if not stat.S_ISREG(mode):
        kind = "een map" if stat.S_ISDIR(mode) else "geen gewoon bestand"
        raise DossierError(f"{text} is {kind}. Kies een bestand dat eindigt op {suffix}.")
    return path


def dossiers_in(folder: Path) -> list[Path]:
    """The dossiers in a folder, by name; none in a folder that cannot be read."""
    try:
        found = [Path(entry.path) for entry in os.scandir(folder) if entry.name.endswith(SUFFIX) and entry.is_file()]
    except OSError:
        return []
    return sorted(path for path in found if not path.name.startswith("."))


def file_to_make(text: str) -> Path:
    """The path of a file that is not there yet. Raises DossierError, also when its folder is no folder."""
    path = typed_path(text)
    if os.path.lexists(path):
        raise DossierError(f"{text} bestaat al en is niet overschreven. Kies een andere naam.")
    return path
