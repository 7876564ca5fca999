"""A question as large as the room it gets allows."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.events import Resize
from textual.strip import Strip

from sto_tui.widgets.large_letters import LOW_ROWS, ROWS, balanced, large_lines
from sto_tui.widgets.looks import DrawnInRoles
from sto_tui.widgets.raster import drawn, fit
from sto_tui.widgets.record_list import wrap
from sto_tui.widgets.signs import draws_ascii

MOST_LARGE = 3
MOST_OF_ANY_SIZE = 5
BOTH_SIZES = (ROWS, LOW_ROWS)
MOST_PLAIN = 5
# A line that a room reads in one glance; longer ones only when the question does not fit otherwise.
_EASY_WIDTH = 48


class QuestionCard(DrawnInRoles):
    """The question in large letters, or else in bold with air; halfway down its room.

    `sizes` are the letters it may take, in terminal rows, the ones to try first in front: three lines of the usual
    ones at the most, five when there are smaller ones too.
    """

    DEFAULT_CSS = "QuestionCard { background: $sto-background; }"

    def __init__(self, text: str = "", *, sizes: Sequence[int] = (ROWS,), id: str | None = None) -> None:
        super().__init__(id=id)
        self._sizes = tuple(sizes)
        self._text = text
        self._lines: Sequence[str] = ()
        self._is_large = False

    @property
    def is_large(self) -> bool:
        """Whether the question stands there in large letters."""
        return self._is_large

    def show(self, text: str, sizes: Sequence[int] = ()) -> None:
        """Shows another question, or the same in other letters."""
        sizes = tuple(sizes) or self._sizes
        if (text, sizes) != (self._text, self._sizes):
            self._text, self._sizes = text, sizes
            self._lay_out()
            self.refresh()

    def letters_in(self, width: int, height: int) -> int:
        """How high the letters are in a room of that size; 0 when none fit."""
        return len((self._large(width, height) or [[]])[0])

    def has_air_in(self, width: int, height: int) -> bool:
        """Whether there are rows between large lines in a room of that size, and one below them."""
        return _is_roomy(self._large(width, height) or (), height)

    def _large(self, width: int, height: int) -> list[list[str]] | None:
        most = MOST_LARGE if self._sizes == (ROWS,) else MOST_OF_ANY_SIZE
        for rows in self._sizes:
            lines = large_lines(self._text, width, min(most, height // rows), rows=rows, ascii_only=draws_ascii(self))
            if lines:
                return lines
        return None

    def on_resize(self, event: Resize) -> None:
        """Breaks the question for the new size."""
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        width, height = self.size
        large = self._large(width, height)
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
        style = self.look("text" if self._is_large else "bold")
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


def _is_roomy(blocks: Sequence[Sequence[str]], height: int) -> bool:
    """Whether each block can have an empty row below it, the last one too: there a tail would touch the time."""
    return sum(map(len, blocks)) + len(blocks) <= height


def _with_air(blocks: Sequence[Sequence[str]], height: int) -> list[str]:
    """The rows of all blocks, with an empty row between two blocks where there is room."""
    roomy = _is_roomy(blocks, height)
    lines: list[str] = []
    for at, block in enumerate(blocks):
        lines += [""] * (at > 0 and roomy) + list(block)
    return lines
