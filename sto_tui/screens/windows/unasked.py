"""Questions that nobody asked for, and lines that were refused: what is typed before they are seen is not for them."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar, cast

from textual.app import App
from textual.events import Event
from textual.screen import Screen

from sto_tui.domain.text import clean_line, shortened
from sto_tui.screens.host import Host
from sto_tui.screens.windows.waiting import gone_on, say_lost
from sto_tui.screens.windows.window import Window
from sto_tui.widgets.keys_in_turn import KeysInTurn
from sto_tui.widgets.unseen import Unseen

Result = TypeVar("Result")

_MOST_SHOWN = 40


def ask_unasked(
    app: App[Any],
    window: Window[Result],
    answered: Callable[[Result | None], object],
    goes_on: Callable[[Result | None], bool] = bool,
) -> None:
    """Shows a question that comes by itself, instead of what was typed for.

    Only the key of somebody who can have seen it answers it. With an answer that `goes_on`, what was typed before
    follows once that is done; with any other it lapses, for it was meant for after that, and this is said.
    """
    keys = cast(KeysInTurn, app)
    unseen = Unseen(
        window,
        lambda text: window.complain(f"Je typte al ‘{_told(text)}’; dat volgt na je keuze."),
        is_question=True,
    )

    def closed(result: Result | None) -> None:
        text = unseen.text
        if not goes_on(result):
            keys.let_go(unseen)
            answered(result)
            if text:
                say_lost(app, cast(Host, app), app.screen, _told(text))
        elif result:
            keys.go_on_after(unseen)
            gone_on(app, lambda: answered(result))
        else:
            answered(result)
            keys.go_on_after(unseen)

    app.push_screen(window, closed)
    keys.let_settle(unseen)


class Refuses(Protocol):
    """The screen with the line."""

    @property
    def app(self) -> App[Any]:
        """The app, as Textual knows it."""

    def refuse(self, sentence: str) -> None:
        """Says why something was not done, until the next key."""


class TypedBehind:
    """What was typed behind a line that is refused: it does not come on that same line, and waits until it is taken."""

    def __init__(self, screen: Refuses) -> None:
        self._screen = screen
        self._why = ""
        self._unseen: Unseen | None = None

    def refuse(self, why: str, rest: Iterable[Event] = ()) -> None:
        """Says why the line is not taken, and what waits for it; the `rest` of what was taken with it comes first."""
        self._why = why
        self._wait_behind(rest)

    def comes_back(self, typed: Iterable[Event]) -> None:
        """When a session ended this waited for the line that stands there."""
        self._why = ""
        self._wait_behind(typed)

    def _wait_behind(self, typed: Iterable[Event]) -> None:
        unseen = self._unseen or Unseen(cast(Screen[Any], self._screen), self._say, is_question=False)
        self._unseen = unseen
        unseen.put_behind(typed)
        self._say(unseen.text)
        cast(KeysInTurn, self._screen.app).let_settle(unseen)

    def _say(self, text: str) -> None:
        waits = f"Wat je daarna typte wacht: ‘{_told(text)}’." if text else ""
        self._screen.refuse(f"{self._why} {waits}".strip())

    def follow(self) -> bool:
        """The line was taken: what waits is next; whether anything does."""
        unseen, self._unseen = self._unseen, None
        return unseen is not None and cast(KeysInTurn, self._screen.app).go_on_after(unseen)

    def lapse(self) -> str:
        """The line is left; says what lapses, or nothing."""
        unseen, self._unseen = self._unseen, None
        if unseen is None:
            return ""
        text = unseen.text
        cast(KeysInTurn, self._screen.app).let_go(unseen)
        return f"Vervallen is wat je daarna typte: ‘{_told(text)}’." if text else ""


def _told(text: str) -> str:
    return shortened(clean_line(text), _MOST_SHOWN)
