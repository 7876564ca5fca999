"""The one way in which a file takes the place of another: it is there whole or not at all."""

import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

REPLACE_TRIES = 20
LEFT_BEHIND_AFTER_SECONDS = 3600.0
"""No write takes so long: a temporary file that is older was left behind by a process that was killed."""


def temporary_pattern(name: str) -> str:
    """What the temporary files for `name` are called; with `*` those for every file of a folder."""
    return f".{name}.*.tmp"


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, which takes its place at the end; on any error it goes again. Raises OSError."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    os.close(descriptor)
    temporary = Path(name)
    try:
        yield temporary
        _replace(temporary, path)
    finally:
        # Two names of one file are not replaced by each other: then the temporary one stays.
        with contextlib.suppress(OSError):
            temporary.unlink()


def write_whole(path: Path, data: bytes, finish: Callable[[int], object] | None = None) -> None:
    """Makes `data` the contents of `path`, readable by this account only. Raises OSError, and then changes nothing.

    `finish` gets the descriptor of the new file when all is in it: for its rights, or to wait for the disk.
    """
    with in_place_of(path) as temporary, temporary.open("wb") as file:
        file.write(data)
        file.flush()
        if finish is not None:
            finish(file.fileno())


def old_leftovers(folder: Path) -> list[Path]:
    """Temporary files in a folder and those in it, of writes that were killed."""
    long_ago = time.time() - LEFT_BEHIND_AFTER_SECONDS
    leftovers = []
    for path in folder.rglob("*.tmp"):
        with contextlib.suppress(OSError):
            if path.is_file() and path.stat().st_mtime < long_ago:
                leftovers.append(path)
    return leftovers


def _replace(temporary: Path, path: Path) -> None:
    """On Windows another process that just reads the file makes a replace fail; then it is tried again briefly."""
    for left in reversed(range(REPLACE_TRIES)):
        try:
            os.replace(temporary, path)
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            time.sleep(0.05)
        else:
            return
