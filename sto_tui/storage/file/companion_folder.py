"""The folder beside a dossier: its history, safety copies, who is there, and typing that was not finished."""

import contextlib
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.rights import align, status_of


def companion_folder(dossier_path: Path) -> Path:
    """The folder beside a dossier: `almere.sto.d` for `almere.sto.json`."""
    return dossier_path.with_name(f"{dossier_path.name.removesuffix('.sto.json')}.sto.d")


@contextmanager
def beside(dossier_path: Path, *names: str) -> Iterator[HeldFolder]:
    """The folder beside a dossier, or one in it. Raises OSError."""
    with ExitStack() as stack:
        folder = stack.enter_context(HeldFolder.at(dossier_path.parent))
        for name in (companion_folder(dossier_path).name, *names):
            folder = stack.enter_context(folder.inner(name))
        yield folder


@contextmanager
def made_beside(dossier_path: Path, *names: str) -> Iterator[HeldFolder]:
    """The same, made when it is not there. Raises OSError.

    It gets the group and rights of the dossier, so that a colleague can write in it too.
    """
    dossier = status_of(dossier_path)
    with ExitStack() as stack:
        folder = stack.enter_context(HeldFolder.at(dossier_path.parent))
        for name in (companion_folder(dossier_path).name, *names):
            folder = stack.enter_context(made_in(folder, name, dossier))
        yield folder


@contextmanager
def made_in(folder: HeldFolder, name: str, dossier: os.stat_result | None) -> Iterator[HeldFolder]:
    """A folder in another, made with these rights when it is not there; without them for this account only.

    Raises OSError.
    """
    is_new = folder.make(name)
    with folder.inner(name) as inner:
        if is_new and dossier is not None and inner.descriptor is not None:
            align(inner.descriptor, dossier)
        yield inner


def align_rights(dossier_path: Path) -> None:
    """Gives what stands beside a dossier its group and rights, as far as this account may.

    The rights of a dossier may have been widened since, to share it; what is for one account alone stays so.
    """
    with contextlib.suppress(OSError):
        dossier = status_of(dossier_path)
        align_lock(dossier_path)
        with beside(dossier_path) as folder:
            if folder.descriptor is not None:
                align(folder.descriptor, dossier)
            for name in folder.names():
                _align_in(folder, name, dossier)


def align_lock(dossier_path: Path) -> None:
    """A lock of another group would keep the colleagues out who may write the dossier."""
    with contextlib.suppress(OSError), HeldFolder.at(dossier_path.parent) as folder:
        descriptor = folder.open(f"{dossier_path.name}.lock", only_name=True)
        try:
            align(descriptor, status_of(dossier_path), keep=True)
        finally:
            os.close(descriptor)


def _align_in(folder: HeldFolder, name: str, dossier: os.stat_result) -> None:
    with contextlib.suppress(OSError):
        if stat.S_ISDIR(folder.status(name).st_mode):
            with folder.inner(name) as inner:
                if inner.descriptor is not None:
                    align(inner.descriptor, dossier)
        elif name.endswith(".jsonl"):
            descriptor = folder.open(name, only_name=True)
            try:
                align(descriptor, dossier)
            finally:
                os.close(descriptor)
