"""What stands in front of the person: a place, or windows over it. The session speaks through it."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Protocol, cast

from textual.app import App, SuspendNotSupported

from sto_tui.domain.change import NotSavedError
from sto_tui.places import Place
from sto_tui.screens.acting import Acting
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.editing.kept_line import KeptLine
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.unasked import ask_unasked
from sto_tui.screens.windows.waiting import WaitingWindow
from sto_tui.screens.windows.window import Window
from sto_tui.widgets.keys_in_turn import KeysInTurn


class Kept(Protocol):
    """What was being typed when an earlier session ended."""

    @property
    def at(self) -> datetime:
        """When it was kept."""

    @property
    def state(self) -> Mapping[str, Any]:
        """What it was told to keep."""


class ScreenInFront:
    """The screen of the app that is shown now."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app

    @property
    def forms(self) -> Sequence[Window[Any] | KeptLine]:
        """The forms that are open, the lowest first; under them the line of the place, when something stands on it."""
        stack = self._app.screen_stack
        lines = [screen.quick.kept for screen in stack if isinstance(screen, PlaceFrame) and screen.quick.kept.altered]
        return [*lines, *(screen for screen in stack if isinstance(screen, Window) and screen.level() is not None)]

    @property
    def lets_lapse(self) -> bool:
        """Whether something typed ahead lapses when the app ends now; text for the line is kept with what is on it."""
        is_kept = any(isinstance(form, KeptLine) and form.takes_all_typed_ahead for form in self.forms)
        return cast(KeysInTurn, self._app).has_typed_ahead and not is_kept

    def typed_behind(self) -> Mapping[str, Any] | None:
        """What is left of what is being typed once what a write waits for is written, in a form to be kept."""
        form = next(iter(self.forms), None)
        level = form.level_once_written() if isinstance(form, KeptLine) else None
        return {"about": form.about(), "levels": [level]} if isinstance(form, KeptLine) and level else None

    def say(self, message: str, *, error: bool) -> bool:
        """Says it at the place that is shown, as it is now; False when something stands over it or there."""
        screen = next(iter(self._app.screen_stack[-1:]), None)
        if not isinstance(screen, EditingScreen):
            return False
        screen.update()
        if screen.stands:
            return False
        screen.bar.say_news(message, error=error)
        return True

    def uncover(self) -> None:
        """Takes the window away that says that a write waits: what goes on now may close the form under it."""
        if any(isinstance(screen, WaitingWindow) for screen in self._app.screen_stack[-1:]):
            self._app.pop_screen()

    def let_stand(self) -> None:
        """What was just said at the place stays there until the next key."""
        if isinstance(self._app.screen, EditingScreen):
            self._app.screen.let_stand()

    def warn(self, message: str) -> None:
        """Says it in what is in front: a window above its keys, a place until the next key."""
        for screen in self._app.screen_stack[-1:]:
            cast(Acting, screen).say(message, error=True)
            if isinstance(screen, EditingScreen):
                screen.let_stand()

    def hear(self, message: str) -> None:
        """Lets the window in front say it."""
        for screen in self._app.screen_stack[-1:]:
            if isinstance(screen, Window):
                screen.hear(message)

    def forget(self, message: str) -> None:
        """It is no longer so: whatever is in front, or under it, does not say it any more."""
        for screen in self._app.screen_stack:
            if isinstance(screen, Window | EditingScreen):
                screen.forget(message)

    def update_header(self) -> None:
        """Shows again what stands above the place; at the end of the app there is none."""
        for screen in self._app.screen_stack[-1:]:
            if isinstance(screen, PlaceFrame):
                screen.update_header()

    def later(self, act: Callable[[], Awaitable[None]]) -> None:
        """Does it after what is going on now."""
        self._app.call_later(act)

    def offer(self, kept: Sequence[Kept], chosen: Callable[[int | None], None], forget: Callable[[int], None]) -> None:
        """Lets the person choose what to go on with, by its number."""
        from sto_tui.screens.editing.unfinished import Unfinished, UnfinishedWindow

        offered = [Unfinished(index, form.at, form.state) for index, form in enumerate(kept)]
        window = UnfinishedWindow(offered, lambda form: forget(form.index))
        # What was typed while the program began follows, unless a form comes first.
        ask_unasked(self._app, window, lambda form: chosen(form.index if form else None), lambda form: form is None)

    async def resume(self, place: Place, state: Mapping[str, Any]) -> bool:
        """Opens the form again at its place; False when the place cannot go on with it."""
        await self._app.switch_mode(place.key)
        screen = self._app.screen
        if isinstance(screen, PlaceFrame) and state["about"].get("line"):
            await screen.wait_for_refresh()
            return screen.quick.kept.resume(state)
        return not isinstance(screen, PlaceFrame) or await screen.resume_typing(state)

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """The terminal is another program's meanwhile. Raises NotSavedError where that cannot be."""
        try:
            with self._app.suspend():
                yield
        except SuspendNotSupported as error:
            raise NotSavedError("Hier kan geen andere editor worden geopend. Schrijf met w.") from error
