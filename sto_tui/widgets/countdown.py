"""A clock that counts down in large digits; the screen says the time, the widget has no timer of its own."""

from collections.abc import Sequence
from typing import Literal

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from sto_tui.planning.evaluation.time_in_words import clock_face
from sto_tui.widgets.large_letters import LOW, TALL, digit_places, large_digits
from sto_tui.widgets.looks import DrawnInRoles
from sto_tui.widgets.raster import drawn
from sto_tui.widgets.signs import draws_ascii

Pace = Literal["running", "paused", "over"]
"""Whether the time runs, stands still or is over."""
MOST_SECONDS = 999 * 60 + 59
_MOST_SIGNS = len(clock_face(MOST_SECONDS))
_EDGE = 1


class _Sign(DrawnInRoles):
    """A digit or the colon: a widget of its own, as Textual repaints a line from the left edge of a widget."""

    DEFAULT_CSS = "_Sign { background: $sto-background; }"

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[str] = ()
        self._pace: Pace = "running"

    def show(self, rows: Sequence[str], pace: Pace) -> None:
        """Shows other rows; repaints those that changed as far as they did."""
        before, pace_before = self._rows, self._pace
        self._rows, self._pace = rows, pace
        if pace != pace_before or [len(row) for row in rows] != [len(row) for row in before]:
            self.refresh()
            return
        changed = [_changed(old, new, y) for y, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One line."""
        style = self.look("text" if self._pace == "paused" else "primary")
        return drawn([(self._rows[y] if y < len(self._rows) else "", style)], self.size.width, style)


class Countdown(DrawnInRoles):
    """The time left at the right edge, five rows high where there is room and three where not.

    When the time is over it stands in a reversed box, which is seen without colour. A second repaints only the cells
    that change.
    """

    DEFAULT_CSS = """
    Countdown {
        background: $sto-background;
        layout: horizontal;
        align: right middle;
        overflow: hidden hidden;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._face = clock_face(0)
        self._pace: Pace = "running"
        self._signs = [_Sign() for _ in range(_MOST_SIGNS)]

    def compose(self) -> ComposeResult:
        """The signs, of which a short time needs fewer."""
        yield from self._signs

    def show(self, seconds: int, style: Pace) -> None:
        """Shows how many seconds are left: nothing at the least, 999 minutes at the most."""
        before = (self._face, self._pace)
        self._face, self._pace = clock_face(min(seconds, MOST_SECONDS)), style
        if (self._face, self._pace) == before:
            return
        if "over" in (before[1], style):
            self.refresh()
        self._fill()

    def on_resize(self, event: Resize) -> None:
        """Takes the digits that fit the new height."""
        self._fill()

    @property
    def _height(self) -> int:
        return TALL if self.size.height >= TALL else LOW

    def _fill(self) -> None:
        rows = large_digits(self._face, self._height, ascii_only=draws_ascii(self))
        starts = [start for start, _ in digit_places(self._face, self._height, ascii_only=draws_ascii(self))]
        ends = [*starts[1:], len(rows[0]) + _EDGE]
        for at, sign in enumerate(self._signs):
            used = at < len(starts) and self._pace != "over"
            if sign.display != used:
                sign.display = used
            if used:
                start, end = starts[at], ends[at]
                _set_size(sign, end - start, self._height)
                sign.show([row[start:end].ljust(end - start) for row in rows], self._pace)

    def render_line(self, y: int) -> Strip:
        """What stands under the signs: nothing, or the box that says that the time is over."""
        blank = self.look("text")
        box = self._box() if self._pace == "over" else []
        top = max(0, (self.size.height - len(box)) // 2)
        if not top <= y < top + len(box):
            return drawn((), self.size.width, blank)
        row = box[y - top]
        left = " " * max(0, self.size.width - len(row))
        over = self.look("over")
        return drawn([(left, blank), (row, over)], self.size.width, blank)

    def _box(self) -> list[str]:
        """The clock a size smaller, so that the reversed box keeps an edge around it."""
        width = len(large_digits(self._face, self._height, ascii_only=draws_ascii(self))[0]) + 2 * _EDGE
        small = self._height == LOW
        inner = [self._face] if small else large_digits(self._face, LOW, ascii_only=draws_ascii(self))
        return [" " * width, *(row.center(width) for row in inner), " " * width]


def _set_size(sign: Widget, width: int, height: int) -> None:
    """Sets the size only when it changes: it costs a new arrangement of the screen."""
    now = (sign.styles.width, sign.styles.height)
    if [scalar.value if scalar else None for scalar in now] != [width, height]:
        sign.styles.width, sign.styles.height = width, height


def _changed(old: str, new: str, y: int) -> Region:
    """The cells of a row between the first and the last that changed."""
    changed = [x for x, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    return Region(changed[0], y, changed[-1] - changed[0] + 1, 1)
