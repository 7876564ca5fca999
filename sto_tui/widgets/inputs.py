"""Text fields of one line of our own: keys in their order, clean text, no blinking."""

from typing import Any

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from sto_tui.domain.text import clean_line, clean_piece, count_unwanted
from sto_tui.unmarked import UnmarkedPaste
from sto_tui.widgets.textual_gaps import run_own_binding
from sto_tui.widgets.typed_in import TypedIn


class Cleaned(Message):
    """Characters that cannot be shown were taken out of what was pasted."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count


class TextInput(TypedIn, Input):
    """A line of text."""

    DEFAULT_CSS = """
    TextInput {
        background: $sto-surface;
        color: $sto-text;
        border: none;
        height: 1;
        padding: 0;
        &:focus { border: none; background: $sto-row; background-tint: transparent; }
        &>.input--placeholder { color: $sto-muted; }
        &:ansi {
            text-style: underline;
            &>.input--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
            &>.input--selection { text-style: reverse; }
            &>.input--placeholder { text-style: none; }
        }
    }
    """

    def __init__(self, value: str = "", **options: Any) -> None:
        super().__init__(value, select_on_focus=False, **options)
        self.cursor_blink = False

    async def on_key(self, event: Key) -> None:
        """A key of its own is carried out before the next one is looked at; Textual does the rest."""
        if not event.is_printable:
            await run_own_binding(self, event)

    def on_paste(self, event: Paste) -> None:
        """What is pasted comes in clean, on one line."""
        if count := count_unwanted(event.text):
            self.post_message(Cleaned(count))
        clean = clean_piece if isinstance(event, UnmarkedPaste) else clean_line
        self.insert_text_at_cursor(clean(event.text))
        event.stop()
        event.prevent_default()


def as_lines(text: str) -> str:
    """What was pasted, with a table from a sheet as cells with semicolons: a tab alone would become a blank."""
    is_table = any("\t" in line.strip() for line in text.splitlines())
    return text.replace("\t", "; ") if is_table else text
