"""Figures of DUO on the screen: which files and vestigingen, reading with a way to stop, and the preview."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from sto_tui.acts import TAKE_IN
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import Line, Part, Text, Year, field
from sto_tui.screens.editing.incoming import TakingIn, show_incoming
from sto_tui.screens.host import host_of
from sto_tui.screens.host.papers import Incoming
from sto_tui.screens.windows.stoppable import StoppableWork
from sto_tui.screens.windows.window import Window, title

HEADING = "Cijfers van DUO"


class DuoEntry(Part):
    """What is asked first."""

    files: Text = field("Bestanden", "Het pad van elk bestand van DUO (.csv of .xlsx), elk op een eigen regel.")
    brins: Line = field("BRIN", "Met komma’s ertussen, bijvoorbeeld 01AB, 02CD00.", default="")
    gemeenten: Line = field(
        "Of gemeenten", "Met bestand 02 (alle vestigingen) erbij; bij examens kan het zonder.", default=""
    )
    rmcs: Line = field("Of RMC-regio’s", "Code of naam; met bestand 02.", default="")
    year: Year | None = field("Peiljaar", "Alleen als het bestand dat zelf niet zegt.", default=None)


class DuoReadingWindow(Window[Incoming]):
    """Reads while the person can stop it; closes with what was found, or None."""

    where = TAKE_IN

    def __init__(self, entry: DuoEntry) -> None:
        super().__init__()
        self._entry = entry
        self._esc_closes = False
        self._reading = StoppableWork(self, self._show_percent)
        self._ended = False
        self._incoming: Incoming | None = None
        self._line = Static(Content("Bezig met lezen…"), classes="lead", markup=False)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """How far it is, and how to stop."""
        with Vertical(id="frame"):
            yield title(HEADING)
            yield self._line
            yield self._bar

    def on_mount(self) -> None:
        """Begins at once."""
        self._bar.show_keys([("esc", "Stoppen")])
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> Incoming:
        return host_of(self).duo.read(self._entry, lambda done, total: self._reading.tell(done * 100 // max(1, total)))

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

    def _end(self, incoming: Incoming | None) -> None:
        """Closes with what was found; while another window lies over this one, once that is closed."""
        self._ended, self._incoming = True, incoming
        if self.is_active:
            self.dismiss(incoming)

    def on_screen_resume(self) -> None:
        """The window over this one was closed."""
        if self._ended:
            self.dismiss(self._incoming)

    def act_choose(self) -> None:
        """There is nothing to choose yet."""

    def act_close(self) -> None:
        """Stops reading; a second time, or after a mistake, closes."""
        if self._esc_closes:
            self.dismiss(None)
        else:
            self._esc_closes = True
            self._reading.stop()
            self._line.update(Content("Stoppen…"))


def take_in_duo(screen: TakingIn, entry: DuoEntry) -> None:
    """Reads, shows what was found, and takes it over when the person wants it."""

    def read(incoming: Incoming | None) -> None:
        if incoming is not None:
            show_incoming(screen, HEADING, incoming)

    screen.app.push_screen(DuoReadingWindow(entry), read)
