"""Safety copies: the version before the last save, and one a day. The undo of last resort."""

import contextlib
import os
import re
import shutil
from datetime import date
from pathlib import Path

from sto_tui.storage.file.companion_folder import companion_folder, share, shared_folder
from sto_tui.storage.file.replacing import in_place_of

KEPT_DAYS = 30
_DATED = re.compile(r"kopie-\d{4}-\d{2}-\d{2}\.sto\.json")


def previous_version(path: Path) -> Path:
    """The version before the last save: `regio.sto.json.bak`."""
    return path.with_name(f"{path.name}.bak")


def dated_copy(path: Path, day: date) -> Path:
    """The copy of a day: how the dossier was before its first change on that day."""
    return companion_folder(path) / f"kopie-{day.isoformat()}.sto.json"


def dated_copies(path: Path) -> list[Path]:
    """The copies of days, newest first."""
    with contextlib.suppress(OSError):
        return sorted((copy for copy in companion_folder(path).iterdir() if _DATED.fullmatch(copy.name)), reverse=True)
    return []


def keep_copies(path: Path, today: date) -> str:
    """Keeps the version that is about to be replaced; returns a remark when that did not work, else an empty text.

    A save does not wait for space for a copy: what someone just typed is worth more than the copy.
    """
    try:
        keep(path, previous_version(path))
        of_today = dated_copy(path, today)
        if not of_today.exists():
            shared_folder(path)
            keep(path, of_today)
            for old in dated_copies(path)[KEPT_DAYS:]:
                old.unlink()
    except OSError as error:
        return f"De wijziging is opgeslagen, maar de reservekopie niet (fout {error.errno})."
    return ""


def copy_of_today(path: Path, today: date) -> None:
    """Keeps a copy of the day before anything is changed, in a file of its own. Raises OSError.

    A second name would not do here: another program that writes into the dossier would spoil both.
    """
    target = dated_copy(path, today)
    if not target.exists():
        shared_folder(path)
        keep(path, target, linked=False)


def keep_of_schema(path: Path, schema: int) -> None:
    """Keeps the last version in an older form, for who still has to read it with that version. Raises OSError."""
    shared_folder(path)
    keep(path, companion_folder(path) / f"schema-{schema}.sto.json")


def keep(path: Path, copy: Path, *, linked: bool = True) -> None:
    """Makes `copy` what `path` is now. Raises OSError.

    A second name for the same file costs nothing, and is safe because a save never writes into the old file; where
    there are no such names, or they are not allowed, it is copied.
    """
    with in_place_of(copy) as temporary:
        temporary.unlink()
        if not (linked and _linked(path, temporary)):
            shutil.copy2(path, temporary)
            with temporary.open("rb") as file:
                share(file.fileno(), path)


def _linked(path: Path, second_name: Path) -> bool:
    """Gives a file a second name; False where that does not exist or is not allowed."""
    try:
        os.link(path, second_name)
    except OSError:
        return False
    return True
