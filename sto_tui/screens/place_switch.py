"""From one place to another, to a record in it, and back again."""

from collections.abc import Callable, Collection
from typing import Any

from textual.app import App

from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.plan_periods import in_order
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.place import PlaceFrame

MOST_JUMPS = 50


class PlaceSwitch:
    """Switches the app between its places, and knows from where each jump was made."""

    def __init__(self, app: App[Any], dossier: Callable[[], Dossier], show_period: Callable[[int], object]) -> None:
        self._app = app
        self._dossier = dossier
        self._show_period = show_period
        self._jumps: list[tuple[Place, object]] = []

    def open_place(self, place: Place) -> None:
        """Goes to a place; windows over this one are closed by their own keys only."""
        if self._app.current_mode != place.key:
            self._app.switch_mode(place.key)

    def go_to(self, ref: Ref, place: Place | None = None, about: str = "") -> None:
        """Goes to the place of a record, or to another one that shows it, and puts the cursor on it.

        What is not there yet has no row to stand on; `about` says what it is.
        """
        self._mark()
        self._show_its_period(ref)
        self.open_place(place or TABLES[ref.table].place)
        self._app.call_after_refresh(self._show_record, ref, about)

    def go_to_part(self, ref: Ref, only: Collection[Ref], about: str) -> None:
        """Goes to a record in its list, which then shows only these; `about` says what they are."""
        self._mark()
        self.open_place(TABLES[ref.table].place)
        self._app.call_after_refresh(self._show_part, ref, frozenset(only), about)

    def jump_to_place(self, place: Place) -> None:
        """Goes to a place, so that it can be taken back."""
        self._mark()
        self.open_place(place)

    def open_list(self, place: Place, number: int) -> None:
        """Goes to one of the lists of a place, so that it can be taken back."""
        self.jump_to_place(place)
        self._app.call_after_refresh(self._show_list, number)

    def _show_list(self, number: int) -> None:
        here = self._caught_up
        if isinstance(here, PlaceScreen):
            here.show_section(number)

    def act_at(self, place: Place, id: str) -> None:
        """Goes to a place and carries out an act there, as its key does."""
        if self._app.current_mode != place.key:
            self.jump_to_place(place)
        self._app.call_after_refresh(self._act, id)

    def _act(self, id: str) -> None:
        if here := self._caught_up:
            here.action_act(id)

    def _mark(self) -> None:
        if here := self._here:
            self._jumps = [*self._jumps[1 - MOST_JUMPS :], (here.place, here.standing)]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a jump to take back."""
        return bool(self._jumps)

    def go_back(self) -> None:
        """Takes the last jump back."""
        place, standing = self._jumps.pop()
        self.open_place(place)
        self._app.call_after_refresh(self._stand_at, standing)

    @property
    def _here(self) -> PlaceFrame | None:
        """The place that is shown, also under a window that is about to close."""
        lowest = self._app.screen_stack[0]
        return lowest if isinstance(lowest, PlaceFrame) else None

    @property
    def _caught_up(self) -> PlaceFrame | None:
        """The same, as the dossier is now: a place that draws rows of another version does not know it has to again."""
        if here := self._here:
            here.update()
        return here

    def _stand_at(self, standing: object) -> None:
        if here := self._caught_up:
            here.stand_at(standing)

    def _show_part(self, ref: Ref, only: frozenset[Ref], about: str) -> None:
        if here := self._caught_up:
            here.show_part(ref, only, about)

    def _show_its_period(self, ref: Ref) -> None:
        """What is of another plan period is shown with its own."""
        dossier = self._dossier()
        if dossier.get(ref) is None or ref.id in dossier.tables.get(ref.table, {}):
            return
        for period in reversed(in_order(dossier)):
            if ref.id in dossier.seen_in(period.id).tables[ref.table]:
                self._show_period(period.id)
                return

    def _show_record(self, ref: Ref, about: str) -> None:
        screen, dossier = self._app.screen, self._dossier()
        if not isinstance(screen, PlaceFrame):
            return
        screen.update()
        aside = next((record_aside for record_aside in dossier.aside if record_aside.ref == ref), None)
        if aside is not None:
            screen.say(f"{aside.sentence}.")
        elif ref.table == "region":
            screen.open_form(ref)
        else:
            screen.show_record(ref if dossier.get(ref) else ref.at(None))
            if about and ref.at(None) == list_of(ref.table):
                screen.say(about)
        self._tell_way_back()

    def _tell_way_back(self) -> None:
        """Says once how to go back, unless the place has something to say itself."""
        if (here := self._here) and self._jumps and self._jumps[-1][0] is not here.place and not here.bar.message:
            here.say(f"0 gaat terug naar {self._jumps[-1][0].numbered}.")
