"""`sto rondleiding`: the app on a copy of the example, with the tour below it."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path

from sto_tui import settings
from sto_tui.app import StoApp, chosen_themes
from sto_tui.places import Place
from sto_tui.screens.tour.keys import TOUR_KEYS
from sto_tui.screens.tour.tour import Tour
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.samples import INVENTED, copy_sample
from sto_tui.storage.together.open_dossier import Session

LOOK_SECONDS = 0.1


class TourApp(StoApp):
    """The app as it always is; it only looks, and says what to do next."""

    BINDINGS = TOUR_KEYS

    def _hold_parts(self, opened: Opened) -> None:
        """Also after the tour was stopped the head says that this is no dossier of one's own."""
        opened.is_practice = True
        super()._hold_parts(opened)

    @cached_property
    def tour(self) -> Tour:
        """The one tour of this app."""
        return Tour(self, lambda: self)

    def on_mount(self) -> None:
        """Begins the tour."""
        super().on_mount()
        self.set_interval(LOOK_SECONDS, self.tour.look)

    def begin_tour(self) -> None:
        """Goes on where the tour was stopped."""
        if self.tour.is_over:
            self.tour.resume()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that is not for the tour now is for the screen."""
        if action == "tour":
            return not self.tour.is_over and ("stop" not in parameters or self.tour.can_be_asked_to_stop())
        return super().check_action(action, parameters)

    def action_tour(self, act: str) -> None:
        """Back, on, or stop."""
        {"back": self.tour.back, "skip": self.tour.skip, "stop": self.tour.ask_to_stop}[act]()
        self.tour.look()


def run_tour(
    folder: Path, user: str, clock: Callable[[], datetime], ascii_for: str, *, mouse: bool
) -> tuple[int, Path]:
    """Shows the tour on a copy of the example in this folder; returns the exit code, and where the copy is.

    The copy does not become one of the dossiers that were opened before. Raises DossierError.
    """
    copy = copy_sample(INVENTED, folder, clock().date())
    session = Session(copy, user, clock, settings.config_folder())
    app = TourApp(session, Place.OVERZICHT, user, clock, *chosen_themes(), ascii_for)
    return app.run_whole(mouse=mouse), copy
