"""Between a path as people type it and a path that can be used."""

import errno
import os
import re
import stat
import unicodedata
from pathlib import Path

from sto_tui.storage.file.errors import DossierError

SUFFIX = ".sto.json"
"""How the name of a dossier ends."""
_ALIKE = 0.75
"""From how alike two names are, as difflib counts it: a letter too many or too few in six."""
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
        if stat.S_ISDIR(mode):
            raise DossierError(_is_folder(text, path, suffix))
        raise DossierError(f"{text} is geen gewoon bestand. Kies een bestand dat eindigt op {suffix}.")
    return path


def _is_folder(text: str, path: Path, suffix: str) -> str:
    within = dossiers_in(path) if suffix == SUFFIX else []
    if within:
        return f"{text} is een map. Kies een dossier daarin, zoals {within[0].name}."
    if text.endswith(suffix):
        return f"{text} is een map en geen bestand, hoe zij ook heet. Kies een bestand."
    return f"{text} is een map. Kies een bestand dat eindigt op {suffix}."


def dossiers_in(folder: Path) -> list[Path]:
    """The dossiers in a folder, by name; none in a folder that cannot be read."""
    return [path for path in _called_dossier(folder) if os.path.isfile(path)]


def no_dossiers_in(folder: Path) -> dict[Path, str]:
    """What is called a dossier in a folder and is no file, by name, with in a few words what it is."""
    others = [path for path in _called_dossier(folder) if not os.path.isfile(path)]
    return {path: _what_it_is(path) for path in others}


def _called_dossier(folder: Path) -> list[Path]:
    try:
        found = [Path(entry.path) for entry in os.scandir(folder) if entry.name.endswith(SUFFIX)]
    except OSError:
        return []
    return sorted(path for path in found if not path.name.startswith("."))


def _what_it_is(path: Path) -> str:
    if os.path.isdir(path):
        return "een map"
    return "link naar niets" if path.is_symlink() else "geen bestand"


def nearest_dossier(path: Path) -> str:
    """The name of the dossier beside a path that does not exist, when somebody may have meant that; else empty."""
    # Only a name that was mistyped needs it, and every command loads this module.
    from difflib import get_close_matches

    names = {_stem(found.name): found.name for found in dossiers_in(path.parent)}
    nearest = get_close_matches(_stem(path.name), names, 1, _ALIKE)
    return names[nearest[0]] if nearest else ""


def _stem(name: str) -> str:
    return re.sub(r"(\.sto|\.json|\.sto\.json)?$", "", name.casefold(), count=1)


def ending_as_dossier(text: str, folder: Path = Path()) -> str:
    """What was typed for a new dossier in a folder, with the ending by which it is found again.

    A folder that exists stays one.
    """
    bare = text.rstrip("/" + os.sep)
    if not bare.strip() or text.casefold().endswith(".json") or os.path.isdir(folder / text):
        return text
    return f"{bare.removesuffix('.sto')}{SUFFIX}"


def file_to_make(text: str) -> Path:
    """The path of a file that is not there yet. Raises DossierError, also when its folder is no folder."""
    path = typed_path(text)
    if os.path.lexists(path):
        raise DossierError(f"{text} bestaat al en is niet overschreven. Kies een andere naam.")
    return path
