"""Work in another thread, of which a person sees how far it is, and that can be stopped."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.worker import get_current_worker


class StoppableWork:
    """Shows a percentage with what is being done; a line per percent, since more would only cost bytes."""

    def __init__(self, screen: Screen[Any], show: Callable[[int, str], None]) -> None:
        self.stopped = False
        self._screen = screen
        self._show = show
        self._shown = (-1, "")

    def stop(self) -> None:
        """Asks the other thread to stop."""
        self.stopped = True

    def tell(self, percent: int, stage: str = "") -> bool:
        """Called from the other thread; False asks it to stop. Once the screen is gone nobody needs to see it."""
        if (percent, stage) != self._shown and not self.stopped and not get_current_worker().is_cancelled:
            self._shown = percent, stage
            self._screen.app.call_from_thread(self._show, percent, stage)
        return not self.stopped
