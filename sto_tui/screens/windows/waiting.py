"""Waiting until someone else has written: the screen goes on meanwhile, and the person can give up."""

from collections.abc import Callable
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.events import Key

from sto_tui.acts import WAITING
from sto_tui.screens.host import Host
from sto_tui.screens.windows.window import Window, lead, title

LOOK_SECONDS = 0.1
WAIT = "Even wachten, of geef het op met esc."
IN_TURN = "Eerst wordt het vorige opgeslagen; dit is niet gedaan."
"""Why nothing else is done while a write waits. A key that was typed ahead can still reach what is under the window."""


class WaitingWindow(Window[bool]):
    """Closes with True once the dossier is free, with False when the person gives up."""

    DEFAULT_CSS = "WaitingWindow KeyBar { dock: none; margin-top: 1; }"
    where = WAITING

    def __init__(self, busy: str, is_free: Callable[[], bool]) -> None:
        super().__init__()
        self._busy = busy
        self._is_free = is_free
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Who is writing, and what happens then."""
        with Vertical(id="frame", classes="-small"):
            yield title("Nog niet opgeslagen")
            yield lead(f"{self._busy}. Zodra dat klaar is, gaat het vanzelf verder.")
            yield self._bar

    def on_mount(self) -> None:
        """Looks often enough not to be noticed."""
        self.set_interval(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        if self.is_current and self._is_free():
            self.dismiss(True)

    def on_key(self, event: Key) -> None:
        """No other key does anything here, and says so."""
        if event.key != "escape":
            self.hear(WAIT)

    def hear(self, message: str) -> None:
        """Says it."""
        self._bar.say(message)

    def act_close(self) -> None:
        """Gives up."""
        self.dismiss(False)


def once_free(app: App[Any], host: Host, act: Callable[[], object], refuse: Callable[[str], object]) -> None:
    """Does `act` again once nobody else is writing; `refuse` says that the person gave up.

    Nothing else is done meanwhile, so `act` may be all that led to the write.
    """
    busy = host.changes.busy
    host.changes.waits = True

    def ended(free: bool | None) -> None:
        host.changes.waits = False
        if free:
            act()
        else:
            refuse(f"Niet opgeslagen: {busy}. Probeer het straks nog eens.")

    app.push_screen(WaitingWindow(busy, lambda: host.changes.is_free), ended)
