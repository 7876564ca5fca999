"""The folder beside a dossier: its history, safety copies, who is there, and typing that was not finished."""

import contextlib
import os
from pathlib import Path


def companion_folder(dossier_path: Path) -> Path:
    """The folder beside a dossier: `almere.sto.d` for `almere.sto.json`."""
    return dossier_path.with_name(f"{dossier_path.name.removesuffix('.json').removesuffix('.sto')}.sto.d")


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
    try:
        folder.mkdir()
    except FileExistsError:
        return
    if not hasattr(os, "fchmod"):
        return
    dossier = dossier_path.stat()
    mode = dossier.st_mode & 0o666
    with contextlib.suppress(OSError):
        os.chown(folder, -1, dossier.st_gid)
        os.chmod(folder, mode | (mode & 0o444) >> 2 | 0o700)


def share(descriptor: int, dossier_path: Path) -> None:
    """Gives an open file the group and rights of the dossier, as far as this account may."""
    if not hasattr(os, "fchmod"):
        return
    dossier = dossier_path.stat()
    with contextlib.suppress(OSError):
        os.fchown(descriptor, -1, dossier.st_gid)
    with contextlib.suppress(OSError):
        os.fchmod(descriptor, dossier.st_mode & 0o666)
