"""From one place to another, and to a record in it."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.plan_periods import in_order
from sto_tui.screens.frame.place import PlaceFrame


class PlaceSwitch:
    """Switches the app between its places."""

    def __init__(self, app: App[Any], dossier: Callable[[], Dossier], show_period: Callable[[int], object]) -> None:
        self._app = app
        self._dossier = dossier
        self._show_period = show_period

    def open_place(self, place: Place) -> None:
        """Goes to a place; windows over this one are closed by their own keys only."""
        if self._app.current_mode != place.key:
            self._app.switch_mode(place.key)

    def go_to(self, ref: Ref, place: Place | None = None) -> None:
        """Goes to the place of a record, or to another one that shows it, and puts the cursor on it."""
        self._show_its_period(ref)
        self.open_place(place or TABLES[ref.table].place)
        self._app.call_after_refresh(self._show_record, ref)

    def _show_its_period(self, ref: Ref) -> None:
        """What is of another plan period is shown with its own."""
        dossier = self._dossier()
        if dossier.get(ref) is None or ref.id in dossier.tables.get(ref.table, {}):
            return
        for period in reversed(in_order(dossier)):
            if ref.id in dossier.seen_in(period.id).tables[ref.table]:
                self._show_period(period.id)
                return

    def _show_record(self, ref: Ref) -> None:
        screen, dossier = self._app.screen, self._dossier()
        if not isinstance(screen, PlaceFrame):
            return
        aside = next((record_aside for record_aside in dossier.aside if record_aside.ref == ref), None)
        if aside is not None:
            screen.say(f"{aside.sentence}.")
        elif ref.table == "region":
            screen.open_form(ref)
        else:
            screen.show_record(ref if dossier.get(ref) else ref.at(None))
