"""The app on a real store in a temporary folder, and what people see of it."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.app import ScreenStackError
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from sto_tui.app import StoApp
from sto_tui.colours import LIGHT
from sto_tui.places import Place
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.waiting import WaitingWindow
from sto_tui.storage.together.open_dossier import Session
from tests.conftest import clock
from tests.support.at_rest import PATIENCE
from tests.support.textual_gaps import drawn_lines

SIZES = [(60, 20), (80, 24), (120, 40)]
LONGEST_WAIT = 0.1


def app_on(
    path: Path,
    place: Place = Place.OVERZICHT,
    theme: str = LIGHT,
    user: str = "jan",
    clock: Callable[[], datetime] = clock,
) -> StoApp:
    return StoApp(Session(path, user, clock, path.parent / "instellingen"), place, user, clock, theme)


def seen(app: StoApp) -> str:
    """The screen as plain text."""
    width, height = app.size
    return "\n".join(strip.text[:width] for strip in drawn_lines(app)[:height])


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Waits for what must become true; the longer that takes the less often it looks, for each look takes work."""
    end, wait = time.monotonic() + PATIENCE, 0.01
    while not condition():
        assert time.monotonic() < end, pilot.app.screen_stack
        # The app may end meanwhile, and then it has no screen.
        with suppress(ScreenStackError):
            await pilot.pause(wait)
        wait = min(wait * 1.2, LONGEST_WAIT)


async def until_seen(app: StoApp, pilot: Pilot[None], *words: str) -> None:
    """Waits until all of these can be seen, and a key would be about them."""

    def are_seen() -> bool:
        text = seen(app)
        return all(word in text for word in words) and takes_keys(app)

    await until(pilot, are_seen)


def takes_keys(app: StoApp) -> bool:
    """Whether what came on the screen by itself is painted: keys before that are not for it."""
    return all(unseen._is_painted for unseen in app._unseen if unseen.screen is app.screen)


async def window_stands(app: StoApp, pilot: Pilot[None]) -> None:
    """Waits until the window stands that says for whom a write waits."""
    await until(pilot, lambda: isinstance(app.screen, WaitingWindow))


async def at_every_size(app: StoApp, pilot: Pilot[None], *words: str) -> None:
    """These words can be seen on the smallest, the usual and a large screen; the app comes back to its own size."""
    own = (app.size.width, app.size.height)
    for size in (own, *(size for size in SIZES if size != own)):
        if size != own:
            await pilot.resize_terminal(*size)
        text = seen(app)
        lacking = [word for word in words if word not in text]
        assert not lacking, (size, lacking, text)
    await pilot.resize_terminal(*own)


def place_of(app: StoApp) -> PlaceFrame:
    assert isinstance(app.screen, PlaceFrame)
    return app.screen


def lists_of(app: StoApp) -> int:
    """How many lists the place has; a timeline or a matrix is one."""
    place = place_of(app)
    return len(place.sections) if isinstance(place, PlaceScreen) else 1


def place_with_lists(app: StoApp) -> PlaceScreen:
    place = place_of(app)
    assert isinstance(place, PlaceScreen)
    return place


def show_list(app: StoApp, title: str) -> None:
    """Shows the list of this name at the place that is shown."""
    place = place_with_lists(app)
    place.show_section([section.title for section in place.sections].index(title))


def stored(path: Path, table: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(path.read_bytes())[table]
    return found


def quick_wins(path: Path) -> list[str]:
    """Which milestones on disk are a snel resultaat."""
    return [key for key, milestone in stored(path, "milestones").items() if milestone["quick_win"]]


def bodies(path: Path) -> list[str]:
    """The names of the bodies on disk."""
    return [body["name"] for body in stored(path, "bodies").values()]


def form_of(app: StoApp) -> FormWindow:
    assert isinstance(app.screen, FormWindow), app.screen
    return app.screen


async def form_at(app: StoApp, pilot: Pilot[None], field: str) -> FormWindow:
    """The form that opens, once the cursor stands in this field."""
    await until(
        pilot,
        lambda: isinstance(app.screen, FormWindow) and app.focused is app.screen._form.editor(field) is not None,
    )
    return form_of(app)


async def without_form(app: StoApp, pilot: Pilot[None]) -> None:
    """Waits until the form is closed."""
    await until(pilot, lambda: not isinstance(app.screen, FormWindow))


def retype(app: StoApp, field: str, text: str) -> None:
    """Puts a text in a field of the form that is open."""
    editor = form_of(app)._form._fields[field].editor
    if isinstance(editor, Input):
        editor.value = text
    else:
        assert isinstance(editor, TextArea)
        editor.text = text
