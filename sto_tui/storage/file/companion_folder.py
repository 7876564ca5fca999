"""The folder beside a dossier: its history, safety copies, who is there, and typing that was not finished."""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.rights import align, narrow, share_folder, status_of


def companion_folder(dossier_path: Path) -> Path:
    """The folder beside a dossier: `almere.sto.d` for `almere.sto.json`."""
    return dossier_path.with_name(f"{dossier_path.name.removesuffix('.sto.json')}.sto.d")


def lock_of(dossier_path: Path) -> Path:
    """The file whose lock keeps sessions from writing at the same time; it is never removed."""
    return dossier_path.with_name(f"{dossier_path.name}.lock")


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
            folder = stack.enter_context(_made_in(folder, name, partial(align, dossier=dossier)))
        yield folder


@contextmanager
def made_for_all(place: HeldFolder, name: str) -> Iterator[HeldFolder]:
    """A folder that all dossiers in a place have together, made with the rights of that place when it is not there.

    Raises OSError.
    """
    with _made_in(place, name, partial(share_folder, place=place.own_status)) as folder:
        yield folder


@contextmanager
def _made_in(folder: HeldFolder, name: str, give_rights: Callable[[int], None]) -> Iterator[HeldFolder]:
    """A folder in another, made with these rights when it is not there. Raises OSError."""
    is_new = folder.make(name)
    if is_new:
        with contextlib.suppress(OSError):
            folder.sync()
    with folder.inner(name) as inner:
        if is_new and inner.descriptor is not None:
            give_rights(inner.descriptor)
        yield inner


def align_rights(dossier_path: Path) -> None:
    """Gives what stands beside a dossier its group and rights, as far as this account may.

    The rights of a dossier may have been widened since, to share it; a copy that is for one account alone stays so.
    Where they were narrowed, copies of before are narrowed too.
    """
    with contextlib.suppress(OSError):
        dossier = status_of(dossier_path)
        align_lock(dossier_path)
        with HeldFolder.at(dossier_path.parent) as place:
            _with_open(place, f"{dossier_path.name}.bak", lambda descriptor: narrow(descriptor, dossier))
        with beside(dossier_path) as folder:
            if folder.descriptor is not None:
                align(folder.descriptor, dossier)
            for name in folder.names():
                _align_in(folder, name, dossier)


def align_lock(dossier_path: Path) -> None:
    """A lock of another group would keep the colleagues out who may write the dossier."""
    with contextlib.suppress(OSError), HeldFolder.at(dossier_path.parent) as place:
        dossier = status_of(dossier_path)
        _with_open(place, lock_of(dossier_path).name, lambda descriptor: align(descriptor, dossier, keep=True))


def _align_in(folder: HeldFolder, name: str, dossier: os.stat_result) -> None:
    if name.endswith(".jsonl"):
        _with_open(folder, name, lambda descriptor: align(descriptor, dossier))
    elif name.endswith(".sto.json"):
        _with_open(folder, name, lambda descriptor: narrow(descriptor, dossier))
    else:
        with contextlib.suppress(OSError), folder.inner(name) as inner:
            if inner.descriptor is not None:
                align(inner.descriptor, dossier)


def _with_open(folder: HeldFolder, name: str, act: Callable[[int], None]) -> None:
    """For its rights, so not a file with a second name, which may be one of elsewhere; what cannot be opened stays."""
    with contextlib.suppress(OSError):
        descriptor = folder.open(name, only_name=True)
        try:
            act(descriptor)
        finally:
            os.close(descriptor)
