"""Writing a file so that it is there whole or not at all."""

import contextlib
import errno
import fnmatch
import glob
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sto_tui.storage.file.companion_folder import beside, lock_of, made_for_all
from sto_tui.storage.file.copies import rights_of
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.paths import nearest_dossier
from sto_tui.storage.file.reasons import NO_ANSWER, reason
from sto_tui.storage.file.replacing import in_place_of, is_left_behind, temporary_pattern
from sto_tui.storage.file.rights import share, share_elsewhere, take_rights
from sto_tui.storage.file.unbroken import unbroken


class Written(NamedTuple):
    """A file that stands in its place.

    `remark` says what went wrong beside it, else it is empty; `status` is that of the file just before it took its
    place.
    """

    remark: str
    status: os.stat_result


def write_durably(path: Path, pieces: Iterable[bytes], before_replace: Callable[[], str] = str) -> Written:
    """Replace `path` by a file of these pieces: temporary file, fsync, replace, fsync of the folder.

    Keeps mode and group. `before_replace` is called once the new file is whole, while the old one still stands at
    `path`. Raises DossierError; then nothing at `path` has changed.
    """
    is_there = os.path.lexists(path)
    with contextlib.ExitStack() as stack:
        try:
            before = rights_of(path)
            folder = stack.enter_context(HeldFolder.at(path.parent))
            with in_place_of(folder, path.name) as file:
                file.writelines(pieces)
                file.flush()
                remark = take_rights(file.fileno(), before, folder.own_status)
                os.fsync(file.fileno())
                status = os.fstat(file.fileno())
                remark = before_replace() or remark
        except OSError as error:
            raise DossierError(why_not_written(path, error, is_there=is_there)) from error
        try:
            folder.sync()
        except OSError as error:
            remark = f"De wijziging is opgeslagen, maar de schijf bevestigt het niet: {reason(error)}."
    return Written(remark, status)


def has_strays(path: Path) -> bool:
    """Whether a write of `path` left temporary files: of a process that was killed, or one that writes now."""
    return any(True for _ in _strays(path))


def remove_strays(path: Path) -> None:
    """Removes them. For who has the lock."""
    for folder, name in _strays(path):
        with contextlib.suppress(OSError):
            folder.remove(name)


def _strays(path: Path) -> Iterator[tuple[HeldFolder, str]]:
    with contextlib.suppress(OSError), HeldFolder.at(path.parent) as folder:
        yield from _called(folder, temporary_pattern(glob.escape(path.name)))
    with contextlib.suppress(OSError), beside(path) as folder:
        for kind in ("kopie-*", "schema-*"):
            yield from _called(folder, temporary_pattern(kind))
        # These are written without the lock: another session may be at it now.
        yield from _left_behind(folder)
        for name in folder.names():
            with contextlib.suppress(OSError), folder.inner(name) as inner:
                yield from _left_behind(inner)


def _called(folder: HeldFolder, pattern: str) -> Iterator[tuple[HeldFolder, str]]:
    for name in fnmatch.filter(folder.names(), pattern):
        if stat.S_ISREG(folder.status(name).st_mode):
            yield folder, name


def _left_behind(folder: HeldFolder) -> Iterator[tuple[HeldFolder, str]]:
    return ((folder, name) for folder, name in _called(folder, "*.tmp") if is_left_behind(folder, name))


def why_read_only(path: Path) -> str:
    """Why this account cannot change the file, as one Dutch sentence; empty when it can."""
    lock = lock_of(path)
    if _disk_is_read_only(path):
        return (
            f"Alleen lezen: {path.name} staat op een schijf die alleen gelezen kan worden. Kopieer het naar een andere "
            "schijf om het te wijzigen."
        )
    if not os.access(path, os.W_OK):
        return f"Alleen lezen: {path.name} mag je niet wijzigen. Vraag {_owner(path)} om schrijfrechten."
    if not os.access(path.parent, os.W_OK):
        return f"Alleen lezen: in de map {path.parent} mag je niet schrijven. Vraag de eigenaar om schrijfrechten."
    if lock.exists() and not os.access(lock, os.R_OK | os.W_OK):
        return f"Alleen lezen: {lock.name} is van een ander en niet te openen. Vraag {_owner(lock)} om schrijfrechten."
    return ""


def _disk_is_read_only(path: Path) -> bool:
    """Whether nobody can write there; where a system does not tell, a write will."""
    if not hasattr(os, "statvfs"):
        return False
    with contextlib.suppress(OSError):
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    return False


def write_new(path: Path, data: bytes, *, of: Path | None = None) -> None:
    """Write a file that must not exist yet. Raises DossierError, and leaves an existing file alone.

    What is made `of` a dossier gets its group and rights, in a folder next to it; anywhere else it is at least not
    more open.
    """
    write_all_new({path: data}, of=of)


def write_all_new(files: Mapping[Path, bytes], *, of: Path | None = None) -> None:
    """The same for files of one folder: all of them or none."""
    written: list[str] = []
    with unbroken(), _folder_for(next(iter(files)), of) as folder:
        try:
            for path, data in files.items():
                _write_in(folder, path, data, of)
                written.append(path.name)
        except DossierError:
            for name in written:
                with contextlib.suppress(OSError):
                    folder.remove(name)
            raise


@contextlib.contextmanager
def _folder_for(path: Path, of: Path | None) -> Iterator[HeldFolder]:
    """The folder for a new file, made when it is not there. Raises DossierError."""
    with contextlib.ExitStack() as stack:
        try:
            if of is not None and path.absolute().parent.parent == of.parent:
                _check_there(of)
                place = stack.enter_context(HeldFolder.at(of.parent))
                folder = stack.enter_context(made_for_all(place, path.parent.name))
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                folder = stack.enter_context(HeldFolder.at(path.parent))
        except FileExistsError as error:
            raise DossierError(why_not_written(path, NotADirectoryError(errno.ENOTDIR, ""))) from error
        except OSError as error:
            raise DossierError(why_not_written(path, error)) from error
        except RecursionError as error:
            raise DossierError(why_not_written(path, OSError(errno.ENAMETOOLONG, ""))) from error
        yield folder


def _check_there(dossier_path: Path) -> None:
    """Where a disk is gone an empty folder stays: nothing is made in it. Raises OSError."""
    if rights_of(dossier_path) is None:
        raise FileNotFoundError(errno.ENOENT, "the dossier is gone", str(dossier_path))


def _write_in(folder: HeldFolder, path: Path, data: bytes, of: Path | None) -> None:
    """Raises DossierError, and then the file is not there."""
    try:
        with folder.new(path.name) as file:
            try:
                file.write(data)
                file.flush()
                _give_rights(file.fileno(), folder, path, of)
                os.fsync(file.fileno())
                folder.sync()
            except OSError:
                folder.remove(path.name)
                raise
    except FileExistsError as error:
        raise DossierError(f"{path} bestaat al en is niet overschreven. Kies een andere naam.") from error
    except OSError as error:
        raise DossierError(why_not_written(path, error)) from error


def _give_rights(descriptor: int, folder: HeldFolder, path: Path, of: Path | None) -> None:
    dossier = rights_of(of) if of is not None else None
    if of is None:
        take_rights(descriptor, None, folder.own_status)
    elif dossier is None:
        return
    elif of.parent in (path.absolute().parent, path.absolute().parent.parent):
        share(descriptor, dossier)
    else:
        share_elsewhere(descriptor, dossier)


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def why_not_written(path: Path, error: OSError, *, is_there: bool = False) -> str:
    """The Dutch sentence for a failed write; what stands in the place of what `is_there` has no other place to go."""
    room = "maak ruimte" if error.errno in _NO_ROOM else ""
    act = f"{room or 'los dat op'} en probeer het nog eens" if is_there else "kies een andere plaats"
    if room and not is_there:
        act = f"{act} of {room}"
    return f"{path} is niet geschreven: {reason(error)}. Er is niets gewijzigd; {act}."


def why_lost(path: Path, error: OSError) -> str:
    """What became of the file of a dossier that is open, as a Dutch sentence."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if os.path.isdir(path.parent):
            return f"{path.name} is weg of de schijf is los."
        return f"De map van {path.name} is verplaatst of hernoemd, of de schijf is los."
    if error.errno in NO_ANSWER:
        return f"De schijf met {path.name} antwoordt niet."
    return f"{path.name} kan niet gelezen worden: {reason(error)}."


def why_not_read(path: Path, error: OSError) -> str:
    """The Dutch sentence for a failed read."""
    if isinstance(error, FileNotFoundError):
        nearest = nearest_dossier(path)
        advice = f"Bedoel je {nearest}?" if nearest else "Controleer de naam en de map, of begin een nieuw dossier."
        return f"{path} bestaat niet. {advice}"
    if isinstance(error, IsADirectoryError):
        return f"{path} is een map. Kies een bestand."
    if isinstance(error, PermissionError):
        return f"{path} mag je niet lezen. Vraag {_owner(path)} om leesrechten."
    return f"{path} kan niet gelezen worden: {reason(error)}. Kies een ander bestand."


def _owner(path: Path) -> str:
    """Whose file it is, as far as can be seen."""
    try:
        return f"de eigenaar ({path.owner()}, groep {path.group()})"
    except (OSError, KeyError, NotImplementedError):
        return "de eigenaar van het bestand"
