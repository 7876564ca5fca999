"""Text fields of our own: keys in their order, clean text, no blinking.

Textual 8.2.8 inserts printable keys at once but sends bound keys (backspace, arrows) the long way round, so that keys
arriving in one packet change places: `vise⌫ie` becomes `visei` (Textualize/textual#6605). These two carry out their
own bindings on the spot. Remove that when upstream does.
"""

from typing import TYPE_CHECKING, Any

from textual.binding import BindingsMap
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input, TextArea

from sto_tui.domain.text import clean_line, clean_text, count_unwanted

if TYPE_CHECKING:
    from textual.widget import Widget


class Cleaned(Message):
    """Characters that cannot be shown were taken out of what was pasted."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count


async def _run_own_binding(widget: "Widget", bindings: BindingsMap, event: Key) -> bool:
    """Carries out the widget's own binding for a key at once; False when it has none."""
    for binding in bindings.key_to_bindings.get(event.key, ()):
        if await widget.app.run_action(binding.action, default_namespace=widget):
            event.stop()
            event.prevent_default()
            return True
    return False


class TextInput(Input):
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
        &:ansi { text-style: underline; }
    }
    """

    def __init__(self, value: str = "", **options: Any) -> None:
        super().__init__(value, select_on_focus=False, **options)
        self.cursor_blink = False

    async def _on_key(self, event: Key) -> None:
        if not event.is_printable and await _run_own_binding(self, self._bindings, event):
            return
        await super()._on_key(event)

    def _on_paste(self, event: Paste) -> None:
        if count := count_unwanted(event.text):
            self.post_message(Cleaned(count))
        self.insert_text_at_cursor(clean_line(event.text))
        event.stop()
        event.prevent_default()


class LongText(TextArea):
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
        super().__init__(text, tab_behavior="focus", soft_wrap=True, show_line_numbers=False, **options)
        self.cursor_blink = False

    async def _on_key(self, event: Key) -> None:
        if not event.is_printable and await _run_own_binding(self, self._bindings, event):
            return
        await super()._on_key(event)

    async def _on_paste(self, event: Paste) -> None:
        if count := count_unwanted(event.text):
            self.post_message(Cleaned(count))
        if result := self._replace_via_keyboard(clean_text(as_lines(event.text)), *self.selection):
            self.move_cursor(result.end_location)
        event.stop()
        event.prevent_default()


def as_lines(text: str) -> str:
    """What was pasted, with a table from a sheet as cells with semicolons: a tab alone would become a blank."""
    is_table = any("\t" in line.strip() for line in text.splitlines())
    return text.replace("\t", "; ") if is_table else text
