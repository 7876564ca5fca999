"""The one way in which a file takes the place of another: it is there whole or not at all."""

import contextlib
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.unbroken import unbroken

REPLACE_TRIES = 20
LEFT_BEHIND_AFTER_SECONDS = 3600.0
"""No write takes so long: a temporary file that is older was left behind by a process that was killed."""


def temporary_pattern(name: str) -> str:
    """What the temporary files for `name` are called; with `*` those for every file of a folder."""
    return f".{name}.*.tmp"


@contextmanager
def temporary_name(folder: HeldFolder, name: str) -> Iterator[str]:
    """A name beside `name` for a file that is to take its place: at the end it does, on any error it goes again.

    Raises OSError.
    """
    temporary = f".{name}.{secrets.token_hex(8)}.tmp"
    with unbroken():
        try:
            yield temporary
            _replace(folder, temporary, name)
        finally:
            # Two names of one file are not replaced by each other: then the temporary one stays.
            with contextlib.suppress(OSError):
                folder.remove(temporary)


@contextmanager
def in_place_of(folder: HeldFolder, name: str) -> Iterator[BinaryIO]:
    """An empty file, for this account only, that takes the place of `name` at the end. Raises OSError."""
    with temporary_name(folder, name) as temporary, folder.new(temporary) as file:
        yield file


def write_whole(folder: HeldFolder, name: str, data: bytes, finish: Callable[[int], object] | None = None) -> None:
    """Makes `data` the contents of a file, readable by this account only. Raises OSError, and then changes nothing.

    `finish` gets the descriptor of the new file when all is in it: for its rights, or to wait for the disk.
    """
    with in_place_of(folder, name) as file:
        file.write(data)
        file.flush()
        if finish is not None:
            finish(file.fileno())


def is_left_behind(folder: HeldFolder, name: str) -> bool:
    """Whether a temporary file is of a write that was killed."""
    with contextlib.suppress(OSError):
        return folder.status(name).st_mtime < time.time() - LEFT_BEHIND_AFTER_SECONDS
    return False


def _replace(folder: HeldFolder, temporary: str, name: str) -> None:
    """On Windows another process that just reads the file makes a replace fail; then it is tried again briefly."""
    for left in reversed(range(REPLACE_TRIES)):
        try:
            folder.replace(name, temporary)
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            time.sleep(0.05)
        else:
            return
