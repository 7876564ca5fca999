"""Windows that are a list: the keys of a place."""

from collections.abc import Collection, Sequence
from typing import Any

from sto_tui.acts import DIALOG, HISTORY
from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row

# In other windows that are a list enter is about all of it.
_CHOOSES_A_ROW = (DIALOG, HISTORY)


class Listing(ListWindow[Any]):
    """A list in a window; enter closes with the key of the row."""

    where = DIALOG

    def __init__(self, heading: str, sentence: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        super().__init__(heading, [lead(sentence)] * bool(sentence), columns)
        self._rows = rows

    def fill(self) -> None:
        """The rows are what they are."""
        self._list.show(self._rows)

    @property
    def useless(self) -> Collection[str]:
        """Where enter chooses a row and none leads anywhere there is nothing to choose."""
        leads_nowhere = self.where in _CHOOSES_A_ROW and all(row.key is None for row in self._rows)
        return ("choose",) if leads_nowhere else ()

    def on_raster_chosen(self) -> None:
        """A second click chooses."""
        self.act_choose()

    def act_choose(self) -> None:
        """Closes with the chosen row."""
        row = self._list.current
        self.dismiss(row.key if row else None)
