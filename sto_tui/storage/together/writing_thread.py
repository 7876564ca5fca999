"""What waits for the disk of a dossier is done in another thread, one thing at a time; no screen stands still."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread, current_thread
from typing import Generic, TypeVar, cast

from sto_tui.domain.change import BusyError
from sto_tui.pausing import wait_until
from sto_tui.storage.file.errors import DossierError

PATIENCE_SECONDS = 0.15
"""So long a screen waits for a disk before it goes on without: a bit longer than a write waits for another session."""

T = TypeVar("T")


class SlowDiskError(DossierError, BusyError):
    """Something else is still being written. Nothing of what was asked now was begun."""

    def __init__(self, name: str) -> None:
        super().__init__(f"De schijf met {name} antwoordt traag. Dit is niet opgeslagen; probeer het zo nog eens.")


class _Errand(Generic[T]):
    """One thing that is done, and what came of it."""

    def __init__(self, act: Callable[[], T]) -> None:
        self._act = act
        self._result: T | None = None
        self._error: BaseException | None = None
        self.over = Event()
        self.seconds = 0.0
        # A disk that never answers keeps no program from ending.
        self.thread = Thread(target=self._run, name="schijf", daemon=True)

    def _run(self) -> None:
        began = time.monotonic()
        try:
            self._result = self._act()
        except BaseException as error:  # whoever asked gets it, in the thread that asked
            self._error = error
        self.seconds = time.monotonic() - began
        self.over.set()

    def outcome(self) -> T:
        """What came of it. Raises what went wrong."""
        if self._error is not None:
            raise self._error
        return cast(T, self._result)


class WritingThread:
    """Writes of one open dossier. All but the acts themselves runs in the thread of the screen."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writing: _Errand[object] | None = None
        self._look: _Errand[None] | None = None
        self._was_late = False
        self.written = 0
        """How many writes came to a good end."""

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._writing is not None and not self._writing.over.is_set()

    def do(self, act: Callable[[], T]) -> T:
        """Does it and returns what came of it; the act that asks stands still while that takes long.

        Raises SlowDiskError when something else is still being written, and then nothing was begun.
        """
        if self._writing is not None and self._writing.thread is current_thread():
            return act()
        if self.is_busy:
            raise SlowDiskError(self._path.name)
        errand = _Errand(act)
        before, self._writing = self._writing, cast("_Errand[object]", errand)
        try:
            errand.thread.start()
        except RuntimeError:
            self._writing = before
            raise
        if not errand.over.wait(PATIENCE_SECONDS):
            wait_until(errand.over)
        outcome = errand.outcome()
        self.written += 1
        return outcome

    def outlast(self, seconds: float) -> bool:
        """Waits so long for what is on its way; whether it came to a good end."""
        if self._writing is None or not self._writing.over.wait(seconds):
            return False
        with suppress(Exception):  # whatever the act ended with: then it is no good end
            self._writing.outcome()
            return True
        return False

    def disk_answers(self) -> bool:
        """Whether the disk answered: asks it something small, and waits a moment for that, unless it was late before.

        An answer that comes late counts the next time.
        """
        if self._look is None:
            look = _Errand(self._ask)
            look.thread.start()
            self._look = look
            self._look.over.wait(0 if self._was_late else PATIENCE_SECONDS)
        if not self._look.over.is_set():
            return False
        self._was_late, self._look = self._look.seconds > PATIENCE_SECONDS, None
        return True

    @property
    def is_stuck(self) -> bool:
        """Whether the disk was asked something, or told to write something, and has not answered yet."""
        return self.is_busy or (self._look is not None and not self._look.over.is_set())

    def _ask(self) -> None:
        # A share may tell from memory what a file is like; to open one it asks the server.
        with suppress(OSError):
            self._path.lstat()
            os.close(os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)))
