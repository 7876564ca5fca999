"""Reading files of others while the person can stop it."""

from typing import Generic, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from sto_tui.acts import TAKE_IN
from sto_tui.domain.change import NotSavedError
from sto_tui.screens.windows.stoppable import StoppableWork
from sto_tui.screens.windows.window import Window, title

Found = TypeVar("Found")


class ReadingWindow(Window[Found], Generic[Found]):
    """Reads at once, in another thread; closes with what was found, or None."""

    where = TAKE_IN
    stops_at_once = False
    """Whether nothing listens when it is told to stop: then what it finds is dropped."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading
        self._esc_closes = self.stops_at_once
        self._reading = StoppableWork(self, self._show_percent)
        self._ended = False
        self._found: Found | None = None
        self._line = Static(Content("Bezig met lezen…"), classes="lead", markup=False)
        self._bar = self.keys()

    def read(self, reading: StoppableWork) -> Found:
        """Reads, in another thread. Raises NotSavedError."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """How far it is, and how to stop."""
        with Vertical(id="frame"):
            yield title(self._heading)
            yield self._line
            yield self._bar

    def on_mount(self) -> None:
        """Begins at once."""
        self._bar.show_keys([("esc", "Stoppen")])
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> Found:
        return self.read(self._reading)

    def _show_percent(self, percent: int, stage: str) -> None:
        self._line.update(Content(f"Gelezen: {percent}%"))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Closes with the result; what went wrong stays to be read."""
        if event.state is WorkerState.SUCCESS:
            self._end(None if self._reading.stopped else event.worker.result)
        elif event.state is WorkerState.ERROR:
            error = event.worker.error
            if not isinstance(error, NotSavedError):
                raise error or RuntimeError("reading failed")
            if self._reading.stopped:
                self._end(None)
            else:
                self._line.update(Content(str(error)))
                self._bar.show_keys([("esc", "Sluiten")])
                self._esc_closes = True

    def _end(self, found: Found | None) -> None:
        """Closes with what was found; while another window lies over this one, once that is closed."""
        self._ended, self._found = True, found
        if self.is_active:
            self.dismiss(found)

    def on_screen_resume(self) -> None:
        """The window over this one was closed."""
        if self._ended:
            self.dismiss(self._found)

    def act_choose(self) -> None:
        """There is nothing to choose yet."""

    def act_again(self) -> None:
        """Nothing was asked yet."""

    def act_close(self) -> None:
        """Stops reading; a second time, or after a mistake, closes."""
        if self._esc_closes:
            self.dismiss(None)
        else:
            self._esc_closes = True
            self._reading.stop()
            self._line.update(Content("Stoppen…"))
