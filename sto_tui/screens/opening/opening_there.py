"""A dossier of which the name was typed, or that was chosen on a server: opened while keys are answered."""

from typing import TYPE_CHECKING, Any

from textual.message import Message

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Line, Part, field
from sto_tui.domain.text import clean_line
from sto_tui.screens.host import start_host_of

if TYPE_CHECKING:
    from sto_tui.screens.opening.start import StartScreen


class FileToOpen(Part):
    """Which file is to be opened."""

    file: Line = field("Bestand", "Het pad van een bestand (.sto.json), of naam@server.")


class AskedAddress:
    """One dossier on a server that somebody waits for; `is_typed` when it was not chosen from the list."""

    def __init__(self, address: str, *, is_typed: bool) -> None:
        self.address = address
        self.is_typed = is_typed


class OpenedThere(Message):
    """The dossier that was asked was `reached`, or was `refused` with this sentence."""

    def __init__(self, asked: AskedAddress, reached: object, refused: str) -> None:
        super().__init__()
        self.asked = asked
        self.reached = reached
        self.refused = refused


class OpeningThere:
    """Opens one at a time for the start screen; who no longer waits for it gets nothing of it."""

    def __init__(self, screen: "StartScreen") -> None:
        self._screen = screen
        self._asked: AskedAddress | None = None

    @property
    def is_opening(self) -> bool:
        """Whether one is being opened."""
        return self._asked is not None

    def open(self, address: str, *, is_typed: bool = False) -> None:
        """Opens a dossier on a server."""
        asked = self._asked = AskedAddress(address, is_typed=is_typed)
        self._screen.say(f"{clean_line(address)} wordt geopend… Met esc stop je dat.")
        self._screen.run_worker(lambda: self._reach(asked), group="opening", thread=True)

    def _reach(self, asked: AskedAddress) -> None:
        reached, refused = None, ""
        try:
            reached = start_host_of(self._screen).opening.reach(asked.address)
        except NotSavedError as error:
            refused = str(error)
        self._screen.post_message(OpenedThere(asked, reached, refused))

    def opened(self, event: OpenedThere) -> None:
        """Shows its first place, or why it could not be opened; nothing when nobody waits for it any more."""
        opening = start_host_of(self._screen).opening
        if event.asked is not self._asked:
            if event.reached is not None:
                opening.let_go(event.reached)
            return
        self._asked = None
        if event.reached is not None:
            opening.begin_with(event.reached)
        elif event.asked.is_typed:
            self.ask_which(event.asked.address, event.refused)
        else:
            self._screen.say(event.refused, error=True)

    def stop(self) -> None:
        """Waits no longer."""
        asked, self._asked = self._asked, None
        if asked:
            self._screen.say(f"{clean_line(asked.address)} is niet geopend.")

    def ask_which(self, typed: str = "", refused: str = "") -> None:
        """Asks which dossier is to be opened; with what was typed before, and why that was refused."""
        from sto_tui.screens.editing.form import FormWindow

        host = start_host_of(self._screen)
        there: list[str] = []

        def save(values: dict[str, Any]) -> None:
            if host.opening.names_server(values["file"]):
                there.append(values["file"])
            else:
                host.opening.open_dossier(values["file"])

        def closed(saved: bool | None) -> None:
            if there:
                self.open(there[-1], is_typed=True)
            elif saved:
                host.opening.begin()

        values = {"file": typed} if typed else {}
        window = FormWindow("Dossier openen", FileToOpen, values, Dossier({}), host.today, save)
        self._screen.app.push_screen(window.name_act("Openen"), closed)
        if refused:
            window.call_after_refresh(window.complain, refused)
