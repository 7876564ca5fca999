"""A proposal of which each line can be taken or left: ticked, whole, in part or not at all."""

from collections.abc import Sequence

from textual.widgets import Static

from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.screens.windows.window import Result
from sto_tui.widgets.record_list import Column, Row

TAKEN, LEFT, ALWAYS = "✓", "·", "•"


class TickedWindow(ListWindow[Result]):
    """Lines that are ticked, under those that are carried out with any choice. Everything is ticked at first.

    `nothing_else` is said when there is nothing to tick.
    """

    nothing_else = ""
    always_so = ""

    def __init__(self, heading: str, above: Sequence[Static], columns: Sequence[Column], how_many: int) -> None:
        super().__init__(heading, above, columns)
        self._taken = [True] * how_many

    def certain_rows(self) -> Sequence[Row]:
        """The lines that are carried out with any choice; none by default."""
        return ()

    def line(self, place: int, mark: str) -> Row:
        """The row of a line that can be ticked; its key is its place."""
        raise NotImplementedError

    def result(self, places: list[int]) -> Result:
        """What the window closes with, when these lines are taken."""
        raise NotImplementedError

    def fill(self) -> None:
        """The lines as they are chosen."""
        lines = [self.line(place, TAKEN if taken else LEFT) for place, taken in enumerate(self._taken)]
        self._list.show([*self.certain_rows(), *lines])
        self._bar.say(f"{sum(self._taken)} van {len(self._taken)} gekozen" if self._taken else self.nothing_else)

    def on_raster_chosen(self) -> None:
        """A click on the row of the cursor chooses it or leaves it out."""
        self.act_toggle()

    def act_toggle(self) -> None:
        """Takes the line of the cursor along, or leaves it."""
        place = self._list.current_key
        if isinstance(place, int):
            self._taken[place] = not self._taken[place]
            self.fill()
        elif self.certain_rows():
            self._bar.say(self.always_so)

    def act_all(self) -> None:
        """All of them, or none."""
        self._taken = [not all(self._taken)] * len(self._taken)
        self.fill()

    def act_choose(self) -> None:
        """Closes with what was chosen."""
        places = [place for place, taken in enumerate(self._taken) if taken]
        if not places and not self.certain_rows():
            self._bar.say("Er is niets gekozen. Kies met spatie, of sluit met esc.")
            return
        self.dismiss(self.result(places))
