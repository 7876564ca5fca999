"""Waiting until someone else has written, or a slow disk has: the screen goes on meanwhile.

While nothing was begun the person can give up; what is on its way to a disk comes to its end.

What is typed meanwhile stays in line (`KeysInTurn`) and goes on to the screen below once the write is done.
"""

import time
from collections.abc import Callable
from functools import partial, wraps
from typing import Any, ParamSpec, cast

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.events import Event, Key, MouseEvent

from sto_tui.acts import WAITING
from sto_tui.pausing import Paused, begun, is_within_work
from sto_tui.screens.acting import Acting
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.host import Host
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.keys_in_turn import KeysInTurn
from sto_tui.widgets.shell import KeyBar, WindowBar
from sto_tui.widgets.textual_gaps import app_now

LOOK_SECONDS = 0.1
UNSEEN_SECONDS = 0.4
"""What waits no longer than this shows no window: that would come and go before anyone can read it."""
LOST = "Wat je intussen typte is vervallen"
IN_TURN = "Eerst wordt het vorige opgeslagen; dit is niet gedaan."
"""Why nothing else is done while a write waits. A key that was typed ahead can still reach what is under the window."""

P = ParamSpec("P")


class WaitingWindow(Window[bool]):
    """Closes with True once it can go on, with False when the person gives up, which `can_give_up` allows."""

    DEFAULT_CSS = "WaitingWindow KeyBar { dock: none; margin-top: 1; }"
    where = WAITING

    def __init__(self, busy: str, can_go_on: Callable[[], bool], *, can_give_up: bool) -> None:
        super().__init__()
        self._busy = busy
        self._can_go_on = can_go_on
        self._can_give_up = can_give_up
        self._bar = WindowBar(footer_keys(self.where) if can_give_up else [("ctrl+q", "Sluiten")])
        self.had_typed_ahead = False
        """Whether something typed ahead was forgotten when the person gave up."""

    def compose(self) -> ComposeResult:
        """What it waits for, and what happens then."""
        with Vertical(id="frame", classes="-small"):
            yield title("Nog niet opgeslagen")
            yield lead(f"{self._busy}. Zodra dat klaar is, gaat het vanzelf verder, ook met wat je nu typt.")
            yield self._bar

    def on_mount(self) -> None:
        """Looks often enough not to be noticed."""
        self.set_interval(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        if self.is_current and self._can_go_on():
            self.dismiss(True)

    def takes(self, event: Event) -> bool:
        """Whether this is for the window itself, and not for what stands below it once the write is done."""
        if isinstance(event, Key):
            return event.key == "ctrl+q" or (event.key == "escape" and self._can_give_up)
        return isinstance(event, MouseEvent)

    def hear(self, message: str) -> None:
        """Says it, unless what stands there has to be read first."""
        if not self._bar.is_error:
            self._bar.say(message)

    def act_close(self) -> None:
        """Gives up. What was typed for after the write would go into what is still unsaved."""
        if self.is_current and self._can_give_up:
            self.had_typed_ahead = cast(KeysInTurn, self.app).leave_line()
            self.dismiss(False)


def once_free(app: App[Any], host: Host, act: Callable[[], object], refuse: Callable[[str], object]) -> None:
    """Does `act` again once nobody else is writing; `refuse` says that the person gave up.

    Nothing else is done meanwhile, so `act` may be all that led to the write.
    """
    busy = host.changes.wait()
    window = WaitingWindow(busy, lambda: host.changes.is_free, can_give_up=True)

    def ended(free: bool | None) -> None:
        if free:
            _go_on(app, host, lambda: host.changes.go_on(act))
        else:
            refuse(host.changes.give_up(busy, typed_ahead=window.had_typed_ahead))

    _watch(app, window, lambda: host.changes.is_free, ended)


def in_its_time(act: Callable[P, object]) -> Callable[P, None]:
    """What writes: when the disk takes long over that, the screen goes on, and the act once it is written.

    Nothing else is done meanwhile. Who calls it has it back at once then, as when someone else is writing.
    """
    return _begins(act, is_asked=True)


def by_itself(act: Callable[P, object]) -> Callable[P, None]:
    """The same for what nobody asked for: passed over while a write waits, and what is typed does not hang on it."""
    return _begins(act, is_asked=False)


def _begins(act: Callable[P, object], *, is_asked: bool) -> Callable[P, None]:
    @wraps(act)
    def begin(*arguments: P.args, **options: P.kwargs) -> None:
        app, work = app_now(), partial(act, *arguments, **options)
        if app is None or is_within_work():
            work()
        elif not cast(Host, app).changes.waits:
            if paused := begun(work):
                _wait_for(app, paused, is_asked=is_asked)
        elif is_asked and isinstance(app.screen, Acting):
            app.screen.say(IN_TURN, error=True)

    return begin


def _wait_for(app: App[Any], paused: Paused, *, is_asked: bool) -> None:
    host = cast(Host, app)
    window = WaitingWindow(host.changes.stand_still(paused), paused.over.is_set, can_give_up=False)

    def go_on() -> bool:
        again, is_done = host.changes.go_on_from_there(paused)
        if again:
            _wait_for(app, again, is_asked=is_asked)
        return is_done or not is_asked

    _watch(app, window, paused.over.is_set, lambda _: _go_on(app, host, go_on))


def gone_on(app: App[Any], act: Callable[[], object]) -> None:
    """Does what was asked about; what was typed ahead follows it, unless it could not be done after all."""
    host = cast(Host, app)
    _go_on(app, host, lambda: host.changes.answer(act))


def _go_on(app: App[Any], host: Host, go_on: Callable[[], bool]) -> None:
    """Goes on with what waited; what was typed ahead follows it, unless it could not be done after all."""
    front = app.screen
    if not go_on() and not host.changes.waits and cast(KeysInTurn, app).leave_line():
        say_lost(app, host, front)


def stands_in_front(app: App[Any], screen: object) -> bool:
    """Whether nothing stands over it but the window that says that a write waits."""
    shown = [other for other in app.screen_stack if not isinstance(other, WaitingWindow)]
    return shown[-1:] == [screen]


def _watch(
    app: App[Any], window: WaitingWindow, can_go_on: Callable[[], bool], ended: Callable[[bool | None], None]
) -> None:
    """Looks until it can go on; what waits longer than a moment shows the window."""
    began = time.monotonic()

    def look() -> None:
        if can_go_on():
            looking.stop()
            ended(True)
        elif time.monotonic() - began > UNSEEN_SECONDS:
            looking.stop()
            app.push_screen(window, ended)

    looking = app.set_interval(LOOK_SECONDS, look)


def say_lost(app: App[Any], host: Host, front: object, text: str = "") -> None:
    """It could not be done after all: beside why, says that what was typed for after it was not played into that."""
    lost = f"{LOST}: ‘{text}’." if text else f"{LOST}."
    if app.screen is front and isinstance(front, Acting):
        bar = app.screen.query(KeyBar).first()
        front.say(f"{lost} {bar.message}".rstrip(), error=True)
    else:
        host.news.say(lost, error=True)
