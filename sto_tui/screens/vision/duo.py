"""Figures of DUO on the screen: which files and vestigingen, reading with a way to stop, and the preview."""

from sto_tui.domain.record import Line, Part, Text, Year, field
from sto_tui.screens.editing.incoming import TakingIn, show_incoming
from sto_tui.screens.host import host_of
from sto_tui.screens.host.papers import Incoming
from sto_tui.screens.windows.reading import ReadingWindow
from sto_tui.screens.windows.stoppable import StoppableWork

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


class DuoReadingWindow(ReadingWindow[Incoming]):
    """Closes with what the files would change, or None."""

    def __init__(self, entry: DuoEntry) -> None:
        super().__init__(HEADING)
        self._entry = entry

    def read(self, reading: StoppableWork) -> Incoming:
        """Reads the files. Raises NotSavedError."""
        return host_of(self).duo.read(self._entry, lambda done, total: reading.tell(done * 100 // max(1, total)))


def take_in_duo(screen: TakingIn, entry: DuoEntry) -> None:
    """Reads, shows what was found, and takes it over when the person wants it."""

    def read(incoming: Incoming | None) -> None:
        if incoming is not None:
            show_incoming(screen, HEADING, incoming)

    screen.app.push_screen(DuoReadingWindow(entry), read)
