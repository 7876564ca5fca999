"""Waiting until someone else has written: the screen goes on meanwhile, and the person can give up.

What is typed meanwhile stays in line (`KeysInTurn`) and goes on to the screen below once the write is done.
"""

import time
from collections.abc import Callable
from typing import Any, cast

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.events import Event, Key, MouseEvent

from sto_tui.acts import WAITING
from sto_tui.screens.acting import Acting
from sto_tui.screens.host import Host
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.keys_in_turn import KeysInTurn
from sto_tui.widgets.shell import KeyBar

LOOK_SECONDS = 0.1
UNSEEN_SECONDS = 0.4
"""What waits no longer than this shows no window: that would come and go before anyone can read it."""
TAKEN = ("escape", "ctrl+q")
LOST = "Wat je intussen typte is vervallen."
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
        self.had_typed_ahead = False
        """Whether something typed ahead was forgotten when the person gave up."""

    def compose(self) -> ComposeResult:
        """Who is writing, and what happens then."""
        with Vertical(id="frame", classes="-small"):
            yield title("Nog niet opgeslagen")
            yield lead(f"{self._busy}. Zodra dat klaar is, gaat het vanzelf verder, ook met wat je nu typt.")
            yield self._bar

    def on_mount(self) -> None:
        """Looks often enough not to be noticed."""
        self.set_interval(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        if self.is_current and self._is_free():
            self.dismiss(True)

    def takes(self, event: Event) -> bool:
        """Whether this is for the window itself, and not for what stands below it once the write is done."""
        return isinstance(event, MouseEvent) or (isinstance(event, Key) and event.key in TAKEN)

    def hear(self, message: str) -> None:
        """Says it."""
        self._bar.say(message)

    def act_close(self) -> None:
        """Gives up. What was typed for after the write would go into what is still unsaved."""
        if self.is_current:
            self.had_typed_ahead = cast(KeysInTurn, self.app).leave_line()
            self.dismiss(False)


def once_free(app: App[Any], host: Host, act: Callable[[], object], refuse: Callable[[str], object]) -> None:
    """Does `act` again once nobody else is writing; `refuse` says that the person gave up.

    Nothing else is done meanwhile, so `act` may be all that led to the write.
    """
    busy, began = host.changes.wait(), time.monotonic()
    window = WaitingWindow(busy, lambda: host.changes.is_free)

    def ended(free: bool | None) -> None:
        if not free:
            refuse(host.changes.give_up(busy, typed_ahead=window.had_typed_ahead))
            return
        front = app.screen
        if not host.changes.go_on(act) and not host.changes.waits and cast(KeysInTurn, app).leave_line():
            _say_lost(app, host, front)

    def look() -> None:
        if host.changes.is_free:
            looking.stop()
            ended(True)
        elif time.monotonic() - began > UNSEEN_SECONDS:
            looking.stop()
            app.push_screen(window, ended)

    looking = app.set_interval(LOOK_SECONDS, look)


def _say_lost(app: App[Any], host: Host, front: object) -> None:
    """It could not be done after all: beside why, says that what was typed for after it was not played into that."""
    if app.screen is front and isinstance(front, Acting):
        bar = app.screen.query(KeyBar).first()
        front.say(f"{LOST} {bar.message}".rstrip(), error=True)
    else:
        host.news.say(LOST, error=True)
