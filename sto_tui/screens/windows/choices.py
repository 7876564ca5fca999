"""What came from a file: lines of which each is taken or left, with what is taken of it."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.widgets import Static

from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.widgets.record_list import Column

T = TypeVar("T")

_COLUMNS = (Column("", 1), Column("", wrap=True))


class ChoicesWindow(ListWindow[Mapping[int, T]], Generic[T]):
    """Closes with what to take by the number of a line; None when nothing is taken.

    `of_a_line` are the acts that are about the line of the cursor.
    """

    of_a_line: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, heading: str, above: Sequence[Static], begun: Mapping[int, T]) -> None:
        super().__init__(heading, above, _COLUMNS)
        self._chosen = dict(begun)

    @property
    def has_line(self) -> bool:
        """Whether the cursor is on a line that can be chosen or read."""
        raise NotImplementedError

    def why_no_line(self) -> str:
        """What is said of a row that is no such line."""
        return "Er is hier niets te kiezen."

    def why_not(self, id: str) -> str:
        """A line has to be there, and to be chosen before anything is taken."""
        if id in self.of_a_line and not self.has_line:
            return self.why_no_line()
        if id == "take" and not self._chosen:
            return "Er is niets gekozen. Kies met spatie, of sluit met esc."
        return super().why_not(id)

    def on_raster_chosen(self) -> None:
        """A click on the row of the cursor takes it or leaves it."""
        self.action_act("toggle")

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence)

    def act_take(self) -> None:
        """Closes with what was chosen."""
        self.dismiss(dict(self._chosen))
