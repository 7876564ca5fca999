"""Asks what the wifi is called on which phones come in: it stands on the wall, and is kept on this computer only."""

from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import DIALOG
from sto_tui.domain.text import clean_line
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.inputs import TextInput

LONGEST_NAME = 40
"""A name of wifi has at most 32 characters."""
_ABOUT = (
    "De naam komt naast de code te staan, voor iedereen in de zaal. Hij blijft op deze computer en komt niet in het "
    "dossier. Leeg is: geen naam."
)


class WifiWindow(Window[str]):
    """Closes with the name, which may be empty."""

    where = DIALOG

    def __init__(self, name: str) -> None:
        super().__init__()
        self._typed = TextInput(name, max_length=LONGEST_NAME)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """What it is for, the name, the keys."""
        with Vertical(id="frame", classes="-small"):
            yield title("Hoe heet het wifi?")
            yield lead(_ABOUT)
            yield self._typed
            yield self._bar

    def on_mount(self) -> None:
        """Typing begins at once."""
        self._typed.focus()

    def on_input_submitted(self, event: TextInput.Submitted) -> None:
        """The name is known."""
        self.act_choose()

    def act_choose(self) -> None:
        """The name is known."""
        self.dismiss(clean_line(self._typed.value))
