"""The text of a question for support, ready for the contact form: one key copies it."""

from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import REQUEST
from sto_tui.content.library import support_form
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.raster import Run
from sto_tui.widgets.reading_pane import Page, Reading
from sto_tui.widgets.record_list import wrap


class RequestWindow(Window[bool]):
    """Closes with True when the question was sent."""

    DEFAULT_CSS = "RequestWindow Reading { height: 1fr; }"
    where = REQUEST

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._reading = Reading()
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Where it goes, the text, and the keys."""
        with Vertical(id="frame"):
            yield title("Ondersteuning vragen")
            yield lead(f"Plak deze tekst in het contactformulier van {support_form()}; het adres kan veranderd zijn.")
            yield self._reading
            yield self._bar

    def on_mount(self) -> None:
        """Shows the text."""
        self._reading.show(self._text, self._page)
        self._reading.focus()

    def _page(self, width: int) -> Page:
        lines = [piece for line in self._text.split("\n") for piece in (wrap(line, width - 2) if line else ("",))]
        body: list[list[Run]] = [[(" ", "text"), (line, "text")] for line in lines]
        return Page([[]], body)

    def on_reading_moved(self) -> None:
        """Says what is out of sight."""
        self._bar.show_hidden(self._reading.out_of_sight)

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence)

    def act_copy(self) -> None:
        """To the clipboard of whoever sits at the terminal."""
        self.app.copy_to_clipboard(self._text)
        self.say("Gekopieerd. Lukt plakken niet, selecteer de tekst dan met de muis.")

    def act_sent(self) -> None:
        """It was sent."""
        self.dismiss(True)
