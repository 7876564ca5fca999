"""The folder beside a dossier: its history, safety copies, who is there, and typing that was not finished."""

import contextlib
import os
from pathlib import Path


def companion_folder(dossier_path: Path) -> Path:
    """The folder beside a dossier: `almere.sto.d` for `almere.sto.json`."""
    return dossier_path.with_name(f"{dossier_path.name.removesuffix('.sto.json')}.sto.d")


def shared_folder(dossier_path: Path, *names: str) -> Path:
    """The folder beside a dossier, or one in it, made when it is not there. Raises OSError.

    It has the group and rights of the dossier, so that a colleague can write in it too.
    """
    folder = companion_folder(dossier_path)
    _make(folder, dossier_path)
    for name in names:
        folder = folder / name
        _make(folder, dossier_path)
    return folder


def _make(folder: Path, dossier_path: Path) -> None:
    with contextlib.suppress(FileExistsError):
        folder.mkdir()
        _align(folder, dossier_path.stat())


def align_rights(dossier_path: Path) -> None:
    """Gives what stands beside a dossier its group and rights, as far as this account may.

    The rights of a dossier may have been widened since, to share it; what is for one account alone stays so.
    """
    if not hasattr(os, "fchmod"):
        return
    folder = companion_folder(dossier_path)
    beside = [dossier_path.with_name(f"{dossier_path.name}.lock"), folder]
    with contextlib.suppress(OSError):
        beside += [path for path in folder.iterdir() if path.is_dir() or path.suffix == ".jsonl"]
    for path in beside:
        with contextlib.suppress(OSError):
            _align(path, dossier_path.stat())


def _align(path: Path, dossier: os.stat_result) -> None:
    if not hasattr(os, "fchmod"):
        return
    now = path.stat()
    mode = dossier.st_mode & 0o666
    wanted = mode | (mode & 0o444) >> 2 | 0o700 if path.is_dir() else mode | 0o600
    if path.suffix == ".lock":
        wanted |= now.st_mode & 0o666
    with contextlib.suppress(OSError):
        if now.st_gid != dossier.st_gid:
            os.chown(path, -1, dossier.st_gid)
    with contextlib.suppress(OSError):
        if now.st_mode & 0o777 != wanted:
            os.chmod(path, wanted | now.st_mode & 0o7000)


def share(descriptor: int, dossier_path: Path) -> None:
    """Gives an open file the group and rights of the dossier, as far as this account may."""
    if not hasattr(os, "fchmod"):
        return
    dossier = dossier_path.stat()
    with contextlib.suppress(OSError):
        os.fchown(descriptor, -1, dossier.st_gid)
    with contextlib.suppress(OSError):
        os.fchmod(descriptor, dossier.st_mode & 0o666)
