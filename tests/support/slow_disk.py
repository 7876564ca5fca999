"""A disk that keeps whoever asks waiting, until it answers."""

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sto_tui.storage.together import writing_thread


class Disk:
    """The disk of one dossier. Only threads wait for it: a screen that would, waits for ever."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._answers = threading.Event()
        self._answers.set()
        self._keeps_looks = False
        self.asked = threading.Event()
        self.is_full = False
        self._fsync, self._lstat = os.fsync, Path.lstat

    @contextmanager
    def stopped(self, *, looks: bool = False) -> Iterator[None]:
        """It keeps what is written waiting meanwhile, or who looks at the dossier as well."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(writing_thread, "PATIENCE_SECONDS", 0.05)
            self.asked.clear()
            self._keeps_looks = looks
            self._answers.clear()
            try:
                yield
            finally:
                self.answer()

    def answer(self) -> None:
        """It goes on."""
        self._answers.set()

    def fsync(self, descriptor: int) -> None:
        """What `os.fsync` does on it."""
        self._wait()
        if self.is_full:
            raise OSError(errno.ENOSPC, "full")
        self._fsync(descriptor)

    def lstat(self, path: Path) -> os.stat_result:
        """What a look at the dossier does on it."""
        if path == self._path and self._keeps_looks:
            self._wait()
        return self._lstat(path)

    def _wait(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            self.asked.set()
            assert self._answers.wait(30)


@contextmanager
def disk_of(path: Path) -> Iterator[Disk]:
    """The disk under a dossier."""
    disk = Disk(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", disk.fsync)
        patch.setattr(Path, "lstat", lambda path: disk.lstat(path))
        yield disk
        disk.answer()
