"""The line at the bottom of a place on which records are typed, with what it may carry on the rule above it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Paste
from textual.geometry import Size

from sto_tui.acts import QUICK
from sto_tui.screens.bindings import bindings_at
from sto_tui.widgets.inputs import TextInput
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.shell import Drawn
from sto_tui.widgets.wall_parts import Prompt

_AROUND = 8
"""What the rule draws beside its words."""
_INDENT = 1
"""What stands before the words under the rule."""


class QuickRule(Drawn):
    """A rule with the first explanation that fits; some have a second line, under the rule."""

    DEFAULT_CSS = "QuickRule { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._explanations: tuple[str, ...] = ()

    def show(self, explanations: Sequence[str]) -> None:
        """Shows other ones, what says most first."""
        if tuple(explanations) != self._explanations:
            self._explanations = tuple(explanations)
            self.refresh(layout=True)

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The rule, or what stands under it."""
        words, below = self._words(width)
        if y:
            return [(" " * _INDENT, "text"), (below, "muted")]
        return [("── ", "rule"), (words, "muted"), (" ", "text"), ("─" * width, "rule")]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or two."""
        return 2 if self._words(width)[1] else 1

    def _words(self, width: int) -> tuple[str, str]:
        """What stands on the rule, and under it."""
        room = max(0, width - _AROUND)
        for explanation in self._explanations:
            words, _, below = explanation.partition("\n")
            if cell_len(words) <= room and cell_len(below) <= width - _INDENT:
                return words, below
        return fit(min(self._explanations, key=cell_len, default=""), room).rstrip(), ""


class QuickInput(TextInput):
    """The line itself. Keys that are no text are acts."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_at(QUICK)]

    def __init__(self, act: Callable[[str], None], paste: Callable[[str], None]) -> None:
        super().__init__()
        self._act = act
        self._paste = paste

    def on_paste(self, event: Paste) -> None:
        """Several lines, or cells of a sheet, are told; otherwise the text comes in."""
        if any(mark in event.text.strip() for mark in "\n\r\t"):
            event.stop()
            event.prevent_default()
            self._paste(event.text)

    def on_blur(self) -> None:
        """Who goes elsewhere with the mouse leaves the line; a terminal in the background leaves nothing."""
        if self.screen.focused not in (None, self):
            self._act("close")

    def action_act(self, id: str) -> None:
        """An act of the registry."""
        self._act(id)


class QuickLine(Vertical):
    """Rule and line; not there until it is asked for."""

    DEFAULT_CSS = """
    QuickLine {
        height: auto;
        display: none;
        & > Horizontal { height: 1; }
        & QuickInput { width: 1fr; }
    }
    """

    def __init__(self, act: Callable[[str], None], paste: Callable[[str], None]) -> None:
        super().__init__()
        self.rule = QuickRule()
        self.input = QuickInput(act, paste)

    def compose(self) -> ComposeResult:
        """Rule over line."""
        yield self.rule
        with Horizontal():
            yield Prompt()
            yield self.input

    @property
    def text(self) -> str:
        """What stands on it."""
        return self.input.value

    def retype(self, text: str) -> None:
        """Puts a text on it, with the cursor behind it."""
        self.input.value = text
        self.input.cursor_position = len(text)
