"""Writing a file so that it is there whole or not at all."""

import contextlib
import errno
import glob
import os
import stat
from collections.abc import Callable
from pathlib import Path

from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.replacing import in_place_of, old_leftovers, temporary_pattern


def write_durably(path: Path, data: bytes, before_replace: Callable[[], str] = str) -> str:
    """Replace `path` by a file with `data`: temporary file, fsync, replace, fsync of the folder. Keeps mode and group.

    `before_replace` is called once the new file is whole, while the old one still stands at `path`. Raises
    DossierError; then nothing at `path` has changed. Returns a remark when the data is there but something beside it
    went wrong, else an empty text.
    """
    try:
        before = path.stat() if path.exists() else None
        with in_place_of(path) as temporary:
            with temporary.open("wb") as file:
                file.write(data)
                file.flush()
                remark = _take_rights(file.fileno(), before)
                os.fsync(file.fileno())
            remark = before_replace() or remark
    except OSError as error:
        raise DossierError(why_not_written(path, error)) from error
    try:
        _sync_folder(path.parent)
    except OSError as error:
        return f"De wijziging is opgeslagen, maar de schijf bevestigt het niet: {reason(error)}."
    return remark


def stray_files(path: Path) -> list[Path]:
    """Temporary files that a write of `path` left behind: of a process that was killed, or one that writes now."""
    strays: list[Path] = []
    with contextlib.suppress(OSError):
        strays += path.parent.glob(temporary_pattern(glob.escape(path.name)))
        for name in ("kopie-*", "schema-*"):
            strays += companion_folder(path).glob(temporary_pattern(name))
        # These are written without the lock: another session may be at it now.
        strays += old_leftovers(companion_folder(path))
    return [stray for stray in strays if stray.is_file()]


def why_read_only(path: Path) -> str:
    """Why this account cannot change the file, as one Dutch sentence; empty when it can."""
    lock = path.with_name(f"{path.name}.lock")
    if not os.access(path, os.W_OK):
        return f"Alleen lezen: {path.name} mag je niet wijzigen. Vraag {_owner(path)} om schrijfrechten."
    if not os.access(path.parent, os.W_OK):
        return f"Alleen lezen: in de map {path.parent} mag je niet schrijven. Vraag de eigenaar om schrijfrechten."
    if lock.exists() and not os.access(lock, os.R_OK | os.W_OK):
        return f"Alleen lezen: {lock.name} is van een ander en niet te openen. Vraag {_owner(lock)} om schrijfrechten."
    return ""


def _take_rights(descriptor: int, before: os.stat_result | None) -> str:
    """Owner, group and mode of the file that is replaced: with those of mkstemp a colleague would be locked out.

    Returns a remark when the group had to be another one.
    """
    if not hasattr(os, "fchmod"):
        return ""
    remark = ""
    if before is not None:
        try:
            os.fchown(descriptor, before.st_uid, before.st_gid)
        except OSError:
            with contextlib.suppress(OSError):
                os.fchown(descriptor, -1, before.st_gid)
        if before.st_mode & stat.S_IRWXG and os.fstat(descriptor).st_gid != before.st_gid:
            remark = "Opgeslagen, maar het bestand heeft nu jouw groep; misschien kunnen collega’s er niet bij."
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode) if before is not None else 0o666 & ~_umask())
    return remark


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet. Raises DossierError, and leaves an existing file alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DossierError(why_not_written(path, NotADirectoryError(20, ""))) from error
    try:
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise DossierError(f"{path} bestaat al en is niet overschreven. Kies een andere naam.") from error
    except OSError as error:
        raise DossierError(why_not_written(path, error)) from error


_REASONS = {
    errno.EPERM: "geen schrijfrechten in deze map",
    errno.EACCES: "geen schrijfrechten in deze map",
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map, of mag niet gemaakt worden",
    errno.EISDIR: "dit is een map",
    errno.EFBIG: "het bestand mag niet zo groot worden",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "deze schijf kan alleen gelezen worden",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EDQUOT: "de schijfruimte van dit account is op",
}


def reason(error: OSError) -> str:
    """Why something on disk did not work, in Dutch, as part of a sentence."""
    return _REASONS.get(error.errno or 0, f"het besturingssysteem geeft fout {error.errno}")


def why_not_written(path: Path, error: OSError) -> str:
    """The Dutch sentence for a failed write."""
    return f"{path} is niet geschreven: {reason(error)}. Er is niets gewijzigd; kies een andere plaats of maak ruimte."


def why_not_read(path: Path, error: OSError) -> str:
    """The Dutch sentence for a failed read."""
    if isinstance(error, FileNotFoundError):
        return f"{path} bestaat niet. Controleer de naam, of maak een dossier met: sto nieuw."
    if isinstance(error, IsADirectoryError):
        return f"{path} is een map. Kies een bestand dat eindigt op .sto.json."
    if isinstance(error, PermissionError):
        return f"{path} mag je niet lezen. Vraag {_owner(path)} om leesrechten."
    return f"{path} kan niet gelezen worden: het besturingssysteem geeft fout {error.errno}. Kies een ander bestand."


def _owner(path: Path) -> str:
    """Whose file it is, as far as can be seen."""
    try:
        return f"de eigenaar ({path.owner()}, groep {path.group()})"
    except (OSError, KeyError, NotImplementedError):
        return "de eigenaar van het bestand"


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    """Makes the replace itself durable; Windows has no such thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
