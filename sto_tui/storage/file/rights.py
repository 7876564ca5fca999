"""Group and rights of what is written: those of the dossier, not more open and not more closed.

Rights are set on the open file or folder, so that nobody can put something else in its place.
"""

import contextlib
import os
import stat
from pathlib import Path

from sto_tui.storage.file.held_folder import check_ordinary

_STATUS = "/proc/self/status"
HAS_RIGHTS = hasattr(os, "fchown")


def status_of(dossier_path: Path) -> os.stat_result:
    """Whose a dossier is and who may read it. Raises OSError; a link in its place says nothing of that."""
    status = dossier_path.lstat()
    check_ordinary(status)
    return status


def share(descriptor: int, dossier: os.stat_result) -> None:
    """Gives an open file the group and rights of the dossier, as far as this account may."""
    if not HAS_RIGHTS:
        return
    _give_group(descriptor, dossier)
    _set_mode(descriptor, _allowed(descriptor, dossier) & 0o666)


def share_folder(descriptor: int, place: os.stat_result) -> None:
    """Gives an open folder the group and rights of the one it stands in, as far as this account may.

    For one that all dossiers there have together: the rights of the first would keep who works on the next one out.
    """
    if HAS_RIGHTS:
        _give_group(descriptor, place)
        mode = _allowed(descriptor, place)
        _set_mode(descriptor, mode & (0o770 | stat.S_ISGID | stat.S_ISVTX) | mode & 0o007 & ~umask() | 0o700)


def share_elsewhere(descriptor: int, dossier: os.stat_result) -> None:
    """For a file in another folder: not more open than the dossier, nor than this account makes its files."""
    if HAS_RIGHTS:
        _set_mode(descriptor, _allowed(descriptor, dossier) & 0o666 & ~umask())


def align(descriptor: int, dossier: os.stat_result, *, keep: bool = False) -> None:
    """Gives an open folder or file of an earlier time the rights of the dossier; with `keep` it may stay more open."""
    if not HAS_RIGHTS:
        return
    before = os.fstat(descriptor)
    _give_group(descriptor, dossier)
    mode = _allowed(descriptor, dossier) & 0o666
    wanted = mode | (mode & 0o444) >> 2 | 0o700 if stat.S_ISDIR(before.st_mode) else mode | 0o600
    if keep and before.st_gid == dossier.st_gid:
        wanted |= before.st_mode & 0o666
    if before.st_mode & 0o777 != wanted:
        _set_mode(descriptor, wanted | before.st_mode & 0o7000)


def narrow(descriptor: int, dossier: os.stat_result) -> None:
    """Takes from an open file of an earlier time what the dossier no longer allows; it gets nothing that it had not."""
    if HAS_RIGHTS:
        before = os.fstat(descriptor).st_mode
        wanted = before & 0o777 & (_allowed(descriptor, dossier) | 0o600)
        if before & 0o777 != wanted:
            _set_mode(descriptor, wanted)


def take_rights(descriptor: int, before: os.stat_result | None, place: os.stat_result) -> str:
    """Owner, group and rights of the file that is replaced, else a colleague would be locked out.

    A new one has those that this account gives its files. In a folder that is shared by its setgid bit the group may
    write it too, when it may read it: a command that comes in over SSH does not get the umask of who logs in. Returns a
    remark when the group had to be another one. Raises OSError.
    """
    if not HAS_RIGHTS:
        return ""
    if before is None:
        mode = 0o666 & ~umask()
        is_shared = place.st_mode & stat.S_ISGID and place.st_gid == os.fstat(descriptor).st_gid
        os.fchmod(descriptor, mode | (mode & 0o040) >> 1 & place.st_mode if is_shared else mode)
        return ""
    try:
        os.fchown(descriptor, before.st_uid, before.st_gid)
    except OSError:
        with contextlib.suppress(OSError):
            os.fchown(descriptor, -1, before.st_gid)
    os.fchmod(descriptor, _allowed(descriptor, before))
    if before.st_mode & stat.S_IRWXG and os.fstat(descriptor).st_gid != before.st_gid:
        return "Opgeslagen, maar het bestand heeft nu jouw groep; misschien kunnen collega’s er niet bij."
    return ""


def umask() -> int:
    """What this account keeps others from in the files that it makes."""
    with contextlib.suppress(OSError, StopIteration, ValueError), open(_STATUS, encoding="ascii") as status:
        # Asking it by setting it would for a moment keep nobody from a file that another thread makes.
        return int(next(line for line in status if line.startswith("Umask:")).split()[1], 8)
    current = os.umask(0)
    os.umask(current)
    return current


def _give_group(descriptor: int, dossier: os.stat_result) -> None:
    with contextlib.suppress(OSError):
        if os.fstat(descriptor).st_gid != dossier.st_gid:
            os.fchown(descriptor, -1, dossier.st_gid)


def _set_mode(descriptor: int, mode: int) -> None:
    with contextlib.suppress(OSError):
        os.fchmod(descriptor, mode)


def _allowed(descriptor: int, dossier: os.stat_result) -> int:
    """The mode of the dossier; for another group than its own only what everybody may.

    With an access list the bits of the group say what the list may give, and colleagues are in that list.
    """
    mode = stat.S_IMODE(dossier.st_mode)
    if os.fstat(descriptor).st_gid == dossier.st_gid or _has_access_list(descriptor):
        return mode
    everybody = mode & mode >> 3 & 0o007
    return mode & ~0o077 | everybody << 3 | everybody


def _has_access_list(descriptor: int) -> bool:
    if not hasattr(os, "listxattr"):
        return False
    with contextlib.suppress(OSError):
        return "system.posix_acl_access" in os.listxattr(descriptor)
    return False
