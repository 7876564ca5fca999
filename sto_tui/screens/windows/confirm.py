"""A question with two answers, named by what they do."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.widgets import Button

from sto_tui.acts import DIALOG
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.windows.window import Window, lead, title


class QuestionWindow(Window[bool]):
    """Closes with True for `yes`; escape is `no`."""

    DEFAULT_CSS = """
    QuestionWindow {
        & #answers { height: auto; align-horizontal: right; padding: 1 1 0 1; }
        & Button { min-width: 8; height: 1; border: none; padding: 0 2; margin-left: 2; background: $sto-surface;
            color: $sto-text; text-style: none; }
        & Button:focus { background: $sto-cell; color: $sto-cell-text; text-style: $button-focus-text-style;
            background-tint: transparent; }
    }
    """
    where = DIALOG
    BINDINGS = [
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    def __init__(
        self,
        question: str,
        details: Sequence[str] = (),
        *,
        yes: str,
        no: str,
        yes_first: bool = False,
        is_kept: bool = False,
    ) -> None:
        """With `is_kept` what it is about is offered again when the app closes without an answer."""
        super().__init__()
        self._is_kept = is_kept
        self._question = question
        self._details = details
        self._labels = (yes, no)
        self._yes_first = yes_first
        self._said_farewell = False
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Question, what it touches, and the two answers."""
        with Vertical(id="frame", classes="-small"):
            yield title(self._question)
            for detail in self._details:
                yield lead(detail)
            with Horizontal(id="answers"):
                yield Button(Content(self._labels[0]), id="yes", compact=True)
                yield Button(Content(self._labels[1]), id="no", compact=True)
        yield self._bar

    def on_mount(self) -> None:
        """Enter by accident must not do harm: it is `no`, unless that would lose what was given."""
        self.query_one("#yes" if self._yes_first else "#no").focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The footer says what enter does with the button that has the focus, and how to come to the other."""
        answer = self._labels[0 if event.widget.id == "yes" else 1]
        others = [key for key in footer_keys(self.where) if key[0] != "enter"]
        self._bar.show_keys([("←→", "Andere knop"), ("enter", answer), *others], always=2)

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence, error=True)

    def on_quit_asked(self, event: Message) -> None:
        """Who closes the app loses what the question is about: that is said, once."""
        if self._yes_first and not self._said_farewell:
            event.stop()
            self._said_farewell = True
            then = "; het blijft bewaard" if self._is_kept else ", en dan vervalt het"
            self._bar.say(f"Nog niet toegevoegd. Nog eens ctrl+q sluit{then}.", error=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Closes with the answer."""
        self.dismiss(event.button.id == "yes")

    def act_close(self) -> None:
        """Escape leaves all as it is, without an answer."""
        self.dismiss(None)

    def act_choose(self) -> None:
        """Enter is the button that has the focus."""
        if isinstance(self.focused, Button):
            self.focused.press()
