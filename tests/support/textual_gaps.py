"""What tests look at in Textual and it does not show: its private parts stand here, and nowhere else in the tests."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS as KEYS_BY_SEQUENCE
from textual._compositor import CompositorUpdate
from textual._context import active_app, visible_screen_stack
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.binding import BindingsMap
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

__all__ = ["FUNCTIONAL_KEYS", "KEYS_BY_SEQUENCE"]


def heard_by_textual(whole: str) -> Iterable[Message]:
    """What Textual makes of one character, or of one whole sequence."""
    return XTermParser().feed(whole)


def has_ended() -> bool:
    """Whether the app under test has ended; its screens are closed later, and until then their timers go on."""
    app = active_app.get(None)
    return app is not None and not app.is_running


def says_something_of_its_own(app: App[Any]) -> bool:
    """Whether a message of Textual lies over the screen: ours stand in the bar."""
    return bool(app._notifications)


def drawn_lines(app: App[Any]) -> list[Strip]:
    """The lines of the screen as they are drawn."""
    return app.screen._compositor.render_strips()


def drawn_anew(app: App[Any]) -> str:
    """What a terminal would be sent for the whole screen, nothing remembered."""
    for widget in app.screen.walk_children(Widget):
        widget._styles_cache.clear()
    visible_screen_stack.set(app._background_screens)
    return app.screen._compositor.render_full_update().render_segments(app.console)


def watch_what_is_sent(app: App[Any], take: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Hands `take` what the terminal is sent for each change of the screen."""

    def display(screen: Screen[Any], update: Any) -> None:
        if screen is app.screen and isinstance(update, CompositorUpdate):
            take(update.render_segments(app.console))

    monkeypatch.setattr(app, "_display", display)


def bindings_of(screen: type[Screen[Any]]) -> BindingsMap:
    """The keys of a class of screens with those that Textual hands down from the classes above."""
    return screen._merge_bindings()


def read_style_once(patch: pytest.MonkeyPatch) -> None:
    """Textual reads all style rules anew in every app and at every new screen; from here equal rules are read once."""
    read: dict[Any, list[RuleSet]] = {}
    reading = Stylesheet._parse_rules

    def once(self: Stylesheet, css: str, *where: Any, **more: Any) -> list[RuleSet]:
        key = (css, where, tuple(more.items()), tuple(self._variables.items()))
        if key not in read:
            read[key] = reading(self, css, *where, **more)
        return read[key]

    patch.setattr(Stylesheet, "_parse_rules", once)
