"""A text field of several lines of our own: keys in their order, clean text, no blinking."""

from typing import Any

from textual.events import Event, Key, Paste
from textual.widgets import TextArea

from sto_tui.domain.text import clean_text, count_unwanted
from sto_tui.widgets.inputs import Cleaned, as_lines
from sto_tui.widgets.textual_gaps import run_own_binding
from sto_tui.widgets.typed_in import TypedIn


class LongText(TypedIn, TextArea):
    """A text of several lines."""

    DEFAULT_CSS = """
    LongText {
        background: $sto-surface;
        color: $sto-text;
        border: none;
        padding: 0;
        height: 4;
        scrollbar-size: 1 1;
        &:focus { border: none; background: $sto-row; }
        & .text-area--cursor {
            background: $sto-cell; color: $sto-cell-text; text-style: $input-cursor-text-style;
        }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--selection { background: $sto-cell; color: $sto-cell-text; }
        &:ansi { text-style: underline; }
    }
    """

    def __init__(self, text: str = "", **options: Any) -> None:
        self._coming_in: list[str] = []
        super().__init__(text, tab_behavior="focus", soft_wrap=True, show_line_numbers=False, **options)
        self.cursor_blink = False

    async def on_key(self, event: Key) -> None:
        """Letters that came together go in together; a key of its own is carried out before the next one is looked at.

        Each change wraps, counts and checks the whole text: thousands of letters one by one would take seconds.
        """
        letter = "\n" if event.key == "enter" else event.character if event.is_printable else None
        if letter is None or self.read_only:
            self.take_in()
            await run_own_binding(self, event)
            return
        event.stop()
        event.prevent_default()
        self._coming_in.append(letter)
        if len(self._coming_in) == 1:
            # After the keys that wait already.
            self.call_later(self.take_in)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether the text takes a key as a letter: a new line is one too."""
        return super().check_consume_key(key, character) or (key == "enter" and not self.read_only)

    async def on_event(self, event: Event) -> None:
        """Whatever comes after the letters meets them in the text."""
        if not isinstance(event, Key):
            self.take_in()
        await super().on_event(event)

    @property
    def text(self) -> str:
        """All that was typed."""
        self.take_in()
        return super().text

    @text.setter
    def text(self, value: str) -> None:
        self.take_in()
        self.load_text(value)

    def take_in(self) -> None:
        """Puts in the letters that were typed, in the place of what was selected."""
        letters, self._coming_in = "".join(self._coming_in), []
        if letters:
            self._put_in(letters)

    def _put_in(self, text: str) -> None:
        """Puts a text in the place of what was selected, and the cursor after it, in sight."""
        put_in = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(put_in.end_location)

    def on_paste(self, event: Paste) -> None:
        """What is pasted comes in clean, in the place of what was selected."""
        if count := count_unwanted(event.text):
            self.post_message(Cleaned(count))
        self._put_in(clean_text(as_lines(event.text)))
        event.stop()
        event.prevent_default()
