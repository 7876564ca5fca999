"""What windows that are a list have in common: title, what stands above the list, the list, keys."""

from collections.abc import Collection, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.windows.window import Result, Window, title
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList


class ListWindow(Window[Result]):
    """A list that fills a window; `fill` shows its rows. It is broader than a text that is read."""

    DEFAULT_CSS = "ListWindow > #frame { max-width: 140; }"

    def __init__(self, heading: str, above: Sequence[Static], columns: Sequence[Column]) -> None:
        super().__init__()
        self._heading = heading
        self._above = above
        self._list = RecordList(columns, heads=False)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        with Vertical(id="frame"):
            yield title(self._heading)
            yield from self._above
            yield self._list
            yield self._bar

    def on_mount(self) -> None:
        """Fills the list."""
        self._list.styles.height = "1fr"
        self.fill()
        self.show_keys()
        self._list.focus()

    def fill(self) -> None:
        """Shows the rows as they are now."""
        raise NotImplementedError

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence, error=True)

    @property
    def useless(self) -> Collection[str]:
        """The acts that can do nothing in this window, whatever row is chosen."""
        return ()

    def show_keys(self) -> None:
        """The keys as they are called for the row of the cursor."""
        self._bar.show_keys(footer_keys(self.where, without=self.useless, called=self.called_here))

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight; the keys are those of the row of the cursor."""
        self._bar.show_hidden(out_of_sight(event.raster))
        self.show_keys()
