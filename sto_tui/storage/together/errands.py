"""What has to wait for a disk is done in another thread, one thing at a time, so that no screen waits long for it.

Mostly the disk answers at once, and then an errand is a call like any other. When it does not, whoever asked hears
that it is still on its way, and gets what came of it by asking the same again. An accepted change stays what it was:
one that is on the disk.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar, cast

from sto_tui.domain.change import BusyError
from sto_tui.storage.file.errors import DossierError

PATIENCE_SECONDS = 0.25
"""So long a screen waits for a disk before it goes on without."""

T = TypeVar("T")


class StillWritingError(DossierError, BusyError):
    """What was asked is on its way to a disk that is slow; what came of it is heard by asking the same again."""

    def __init__(self, title: str) -> None:
        super().__init__(f"De schijf met {title} antwoordt traag. Wacht tot zij er weer is.")


class Errand(Generic[T]):
    """One thing that is done in a thread of its own. `kind` and `about` tell whether another asks for the same."""

    def __init__(self, kind: str, about: object, act: Callable[[], T], *, writes: bool) -> None:
        self.kind = kind
        self.about = about
        self.writes = writes
        self._act = act
        self._is_done = threading.Event()
        self._began = time.monotonic()
        self._seconds = 0.0
        self._result: T | None = None
        self._error: BaseException | None = None
        self.is_late = False
        # What is written is written to its end, also when the app has closed before that.
        self.thread = threading.Thread(target=self._run, name=kind, daemon=not writes)
        self.tell: Callable[[], object] = lambda: None

    def _run(self) -> None:
        try:
            self._result = self._act()
        except BaseException as error:  # whoever asked gets it, in the thread that asked
            self._error = error
        self._seconds = time.monotonic() - self._began
        self._is_done.set()
        if self.is_late:
            # An app that has closed meanwhile hears nothing.
            with suppress(RuntimeError):
                self.tell()

    @property
    def is_done(self) -> bool:
        """Whether something came of it."""
        return self._is_done.is_set()

    @property
    def was_quick(self) -> bool:
        """Whether it was done in the time that a screen waits for it."""
        return self.is_done and self._seconds < PATIENCE_SECONDS

    def wait(self, seconds: float) -> bool:
        """Whether it is done within this time."""
        if not self._is_done.wait(max(seconds, 0)):
            self.is_late = True
            # It may have come to its end in this very moment, without telling.
            return self._is_done.is_set()
        return True

    def outcome(self) -> T:
        """What came of it. Raises what went wrong."""
        if self._error is not None:
            raise self._error
        return cast(T, self._result)


class Errands:
    """The errands of one open dossier. All of it but `act` itself runs in the thread of the screen.

    `put_away` gets what nobody asks for any more; `begun` is called before the first of those of which nobody has heard
    what came of them, and `over` after the last.
    """

    def __init__(
        self,
        title: str,
        begun: Callable[[], None],
        over: Callable[[], None],
        put_away: Callable[[Errand[object]], None],
    ) -> None:
        self._title = title
        self._begun, self._over, self._put_away = begun, over, put_away
        self._out: Errand[object] | None = None
        self._due: Errand[object] | None = None
        self._is_going_on = False
        self._slow: set[str] = set()
        self.is_awaited = False
        """Whether somebody will ask again for what was written."""
        self.tell: Callable[[], object] = lambda: None
        """Hears, in another thread, that something came of an errand for which nobody waited."""

    @property
    def here(self) -> bool:
        """Whether this is the thread of an errand itself."""
        return self._out is not None and threading.current_thread() is self._out.thread

    @property
    def is_stuck(self) -> bool:
        """Whether one is on its way, and stays so for a moment."""
        return self.is_out and not (self._out and self._out.wait(PATIENCE_SECONDS))

    @property
    def is_out(self) -> bool:
        """Whether an errand is on its way."""
        return self._out is not None and not self._out.is_done

    @property
    def is_writing(self) -> bool:
        """Whether one is on its way that writes the dossier."""
        return self._out is not None and self._out.writes and not self._out.is_done

    @property
    def is_due(self) -> bool:
        """Whether something was written, and who asked for it is still to hear what came of it."""
        self.come_back()
        return self._due is not None

    def run(self, kind: str, about: object, act: Callable[[], T]) -> T:
        """Writes, or whatever else somebody asked for. Raises StillWritingError when that takes long."""
        if self.here:
            return act()
        end = time.monotonic() + PATIENCE_SECONDS
        if self._out and not self._out.wait(end - time.monotonic()):
            raise StillWritingError(self._title)
        self.come_back()
        if self._due is not None:
            if self._is_asked_again(kind, about):
                return cast(T, self._claimed())
            if self.is_awaited and not self._is_going_on:
                raise StillWritingError(self._title)
            if not self._is_going_on:
                self.put_away()
        return self._send(Errand(kind, about, act, writes=True), end)

    def look(self, kind: str, act: Callable[[], T]) -> T | None:
        """Looks, when nothing else is going on; None when there is nothing to tell yet."""
        if self.here:
            return act()
        if self.is_out:
            return None
        looked = self._out
        if looked and looked.was_quick:
            self._slow.discard(_sort(looked.kind))
        if looked and not looked.writes and looked.kind == kind:
            self._out = None
            self._end_if_all_is_told()
            return cast(T, looked.outcome())
        self.come_back()
        if self.is_awaited and self._due is not None:
            return None
        self.put_away()
        try:
            # What was slow the last time is not waited for again: it tells when it has come back.
            end = time.monotonic() + PATIENCE_SECONDS * (_sort(kind) not in self._slow)
            return self._send(Errand(kind, None, act, writes=False), end)
        except StillWritingError:
            self._slow.add(_sort(kind))
            return None

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Meanwhile the same is done again for which the disk was too slow."""
        self.come_back()
        self._is_going_on, self.is_awaited = True, False
        try:
            yield
        finally:
            self._is_going_on = False
            if not self.is_awaited:
                self.put_away()

    def put_away(self) -> None:
        """Nobody asks any more for what was written."""
        self.come_back()
        if self._due is None or self._out is not None:
            return
        due, self._due = self._due, None
        self._end_if_all_is_told()
        self._put_away(due)

    def _is_asked_again(self, kind: str, about: object) -> bool:
        assert self._due is not None
        # What is made anew has other numbers for what is new in it.
        return self._due.kind == kind and (self._is_going_on or self._due.about == about)

    def _claimed(self) -> object:
        assert self._due is not None
        due, self._due = self._due, None
        self.is_awaited = False
        self._end_if_all_is_told()
        return due.outcome()

    def _send(self, errand: Errand[T], end: float) -> T:
        if self._due is None:
            self._begun()
        errand.tell = lambda: self.tell()
        self._out = cast("Errand[object]", errand)
        errand.thread.start()
        if not errand.wait(end - time.monotonic()):
            raise StillWritingError(self._title)
        self._out = None
        self._end_if_all_is_told()
        return errand.outcome()

    def come_back(self) -> None:
        """What is done is kept until who asked for it hears what came of it."""
        if self._out is None or not self._out.is_done:
            return
        done, self._out = self._out, None
        if done.writes:
            before, self._due = self._due, done
            if before is not None:
                self._put_away(before)
        else:
            self._put_away(done)
            self._end_if_all_is_told()

    def _end_if_all_is_told(self) -> None:
        if self._out is None and self._due is None:
            self._over()


def _sort(kind: str) -> str:
    return kind.partition(" ")[0]
