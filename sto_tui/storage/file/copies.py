"""Safety copies: the version before the last save, and one a day. The undo of last resort."""

import contextlib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sto_tui.patterns import pattern
from sto_tui.storage.file.codec import LARGEST_FILE
from sto_tui.storage.file.companion_folder import beside, companion_folder, made_beside
from sto_tui.storage.file.held_folder import HeldFolder, check_ordinary
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.file.replacing import temporary_name
from sto_tui.storage.file.rights import share

KEPT_DAYS = 30
_DATED = pattern(r"kopie-\d{4}-\d{2}-\d{2}\.sto\.json")


def previous_version(path: Path) -> Path:
    """The version before the last save: `regio.sto.json.bak`."""
    return path.with_name(f"{path.name}.bak")


def dated_copy(path: Path, day: date) -> Path:
    """The copy of a day: how the dossier was before its first change on that day."""
    return companion_folder(path) / f"kopie-{day.isoformat()}.sto.json"


def dated_copies(path: Path) -> list[Path]:
    """The copies of days, newest first."""
    return [companion_folder(path) / name for name in _dated_names(path)]


def read_copy(path: Path, copy: Path) -> tuple[os.stat_result, bytes]:
    """A copy of the dossier at `path`, and what is known of that file. Raises OSError."""
    with _folder_of(path, copy) as folder:
        return folder.read(copy.name, LARGEST_FILE)


def rights_of(path: Path) -> os.stat_result | None:
    """Whose a dossier is and who may read it; when it is gone, what its last copies say of that. Raises OSError."""
    for copy in _kept_versions(path):
        with contextlib.suppress(FileNotFoundError), _folder_of(path, copy) as folder:
            status = folder.status(copy.name)
            check_ordinary(status)
            return status
    return None


def _kept_versions(path: Path) -> Iterator[Path]:
    """The dossier and its copies, newest first; the folder of the copies is only read for who asks on."""
    yield path
    yield previous_version(path)
    yield from dated_copies(path)


def _dated_names(path: Path) -> list[str]:
    with contextlib.suppress(OSError), beside(path) as folder:
        return sorted(filter(_DATED.fullmatch, folder.names()), reverse=True)
    return []


def keep_copies(path: Path, today: date) -> str:
    """Keeps the version that is about to be replaced; returns a remark when that did not work, else an empty text.

    A save does not wait for space for a copy: what someone just typed is worth more than the copy.
    """
    remark = _kept(path, previous_version(path))
    copy = dated_copy(path, today)
    if not os.path.lexists(copy):
        remark = _kept(path, copy) or remark
        _remove_old(path)
    return remark


def _kept(path: Path, copy: Path) -> str:
    try:
        keep(path, copy)
    except IsADirectoryError:
        return f"De wijziging is opgeslagen, maar de reservekopie niet: {copy.name} is een map. Hernoem die."
    except OSError as error:
        return f"De wijziging is opgeslagen, maar de reservekopie {copy.name} niet: {reason(error)}."
    return ""


def _remove_old(path: Path) -> None:
    """One that stays because this account may not remove it is no reason to say anything of the save."""
    with contextlib.suppress(OSError), beside(path) as folder:
        for old in _dated_names(path)[KEPT_DAYS:]:
            with contextlib.suppress(OSError):
                folder.remove(old)


def copy_of_today(path: Path, today: date) -> None:
    """Keeps a copy of the day before anything is changed, in a file of its own. Raises OSError.

    A second name would not do here: another program that writes into the dossier would spoil both.
    """
    target = dated_copy(path, today)
    if not os.path.lexists(target):
        keep(path, target, linked=False)


def keep_of_schema(path: Path, schema: int) -> None:
    """Keeps the last version in an older form, for who still has to read it with that version. Raises OSError."""
    keep(path, companion_folder(path) / f"schema-{schema}.sto.json")


def keep(path: Path, copy: Path, *, linked: bool = True) -> None:
    """Makes `copy` what `path` is now. Raises OSError.

    A second name for the same file costs nothing, and is safe because a save never writes into the old file; where
    there are no such names, or they are not allowed, it is copied.
    """
    with (
        HeldFolder.at(path.parent) as place,
        _folder_of(path, copy, make=True) as folder,
        temporary_name(folder, copy.name) as temporary,
    ):
        if not (linked and _linked(place, path.name, folder, temporary)):
            _copied(place, path.name, folder, temporary)


def _folder_of(path: Path, copy: Path, *, make: bool = False) -> contextlib.AbstractContextManager[HeldFolder]:
    """The folder in which a copy stands: next to the dossier, or in the folder beside it."""
    if copy.parent == path.parent:
        return HeldFolder.at(path.parent)
    return made_beside(path) if make else beside(path)


def _linked(place: HeldFolder, name: str, folder: HeldFolder, copy: str) -> bool:
    """Gives a file a second name; False where that does not exist or is not allowed."""
    try:
        place.link(name, folder, copy)
    except OSError:
        return False
    return True


def _copied(place: HeldFolder, name: str, folder: HeldFolder, copy: str) -> None:
    import shutil

    with open(place.open(name), "rb") as source, folder.new(copy) as file:
        status = os.fstat(source.fileno())
        shutil.copyfileobj(source, file)
        file.flush()
        share(file.fileno(), status)
        os.fsync(file.fileno())
    folder.touch(copy, status)
