"""A question as large as the room it gets allows."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.events import Resize
from textual.strip import Strip
from textual.widget import Widget

from sto_tui.widgets.large_letters import ROWS, balanced, large_lines
from sto_tui.widgets.raster import drawn, fit
from sto_tui.widgets.record_list import wrap

MOST_LARGE = 3
MOST_PLAIN = 5
# A line that a room reads in one glance; longer ones only when the question does not fit otherwise.
_EASY_WIDTH = 48


class QuestionCard(Widget):
    """The question in large letters, three lines at most, or else in bold with air; halfway down its room."""

    COMPONENT_CLASSES = {"question--large", "question--plain"}
    DEFAULT_CSS = """
    QuestionCard {
        background: $sto-background;
        .question--large { color: $sto-text; }
        .question--plain { color: $sto-text; text-style: bold; }
    }
    """

    def __init__(self, text: str = "", *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = text
        self._ascii_only = ascii_only
        self._lines: Sequence[str] = ()
        self._is_large = False

    @property
    def is_large(self) -> bool:
        """Whether the question stands there in large letters."""
        return self._is_large

    def show(self, text: str) -> None:
        """Shows another question."""
        if text != self._text:
            self._text = text
            self._lay_out()
            self.refresh()

    def on_resize(self, event: Resize) -> None:
        """Breaks the question for the new size."""
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        width, height = self.size
        most = min(MOST_LARGE, height // ROWS)
        large = large_lines(self._text, width, most, ascii_only=self._ascii_only)
        self._is_large = bool(large)
        # A question is never cut: one that is too long for five lines takes more.
        fits = len(wrap(self._text, max(1, width))) <= MOST_PLAIN
        blocks = large or [
            [line] for line in plain_lines(self._text, width, min(MOST_PLAIN, height) if fits else height)
        ]
        lines = _with_air(blocks, height)
        self._lines = [""] * ((height - len(lines)) // 2) + lines

    def render_line(self, y: int) -> Strip:
        """One line."""
        style = self.get_component_rich_style("question--large" if self._is_large else "question--plain")
        line = self._lines[y] if y < len(self._lines) else ""
        return drawn([(line, style)], self.size.width, style)


def plain_lines(text: str, width: int, most_lines: int) -> list[str]:
    """`text` broken at words in lines of about the same length, short ones if it can be; `…` where it is cut."""
    lines: Sequence[str] = ()
    for attempt in (min(_EASY_WIDTH, width), width):
        lines = wrap(text, attempt)
        words = [word for line in lines for word in line.split()]
        if len(lines) <= most_lines and words:
            places = balanced([cell_len(word) for word in words], attempt, 1)
            return [" ".join(words[at] for at in line) for line in places]
    if len(lines) <= most_lines:
        return list(lines)
    return [*lines[: most_lines - 1], fit(" ".join(lines[most_lines - 1 :]), width)] if most_lines > 0 else []


def _with_air(blocks: Sequence[Sequence[str]], height: int) -> list[str]:
    """The rows of all blocks, with an empty row between two blocks where there is room."""
    roomy = sum(map(len, blocks)) + len(blocks) - 1 <= height
    lines: list[str] = []
    for at, block in enumerate(blocks):
        lines += [""] * (at > 0 and roomy) + list(block)
    return lines
