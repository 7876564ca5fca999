"""The base of everything drawn in rows: lists now, timeline and matrix on the same ground.

Drawn through Textual's line interface in runs of one style, only what is visible, and a cursor move repaints only
the rows it touches: that keeps a key press at a few hundred bytes on a slow line.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.events import Click, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sto_tui.domain.text import clean_text
from sto_tui.frozen import frozen
from sto_tui.widgets.looks import DrawnInRoles

Run = tuple[str, str]
"""Text and the role that gives its style: one of LOOKS."""

CHIPS = ("groen", "oranje", "rood", "cell")


WIDTH_UNSEEN = 80


@frozen
class Hidden:
    """How many rows lie outside the window, above and below."""

    above: int
    below: int


class Raster(ScrollView, DrawnInRoles, can_focus=True):
    """Rows with a frozen head and a cursor. Subclasses say how many lines there are and what is on a line.

    Large because: cursor, window and what is drawn of it are one state.
    """

    DEFAULT_CSS = """
    Raster {
        background: $sto-background;
        color: $sto-text;
        scrollbar-size: 0 0;
        overflow: hidden hidden;
    }
    """
    BINDINGS = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("home", "edge(0)", show=False, priority=True),
        Binding("end", "edge(-1)", show=False, priority=True),
    ]

    cursor: var[int] = var(0)
    """The row of the cursor; rows are what a subclass counts, a row may have several lines."""

    class Moved(Message):
        """The cursor is on another row, or other rows are in the window."""

        def __init__(self, raster: "Raster") -> None:
            super().__init__()
            self.raster = raster

        @property
        def control(self) -> "Raster":
            """The raster itself."""
            return self.raster

    class Chosen(Message):
        """Someone clicked the row of the cursor, or pressed enter on it."""

        def __init__(self, raster: "Raster") -> None:
            super().__init__()
            self.raster = raster

        @property
        def control(self) -> "Raster":
            """The raster itself."""
            return self.raster

    head_height = 0
    foot_height = 0
    leaps = False
    """Whether the window moves half its height when the cursor leaves it: all is repainted less often."""

    note = ""
    """Why there are no rows, when there are none."""

    _typed_for = False

    _starts: list[int] | None = None
    """The first line of every row and the end of the last one, where rows have several lines."""

    # What a subclass says.

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row_lines(self, row: int) -> tuple[int, int]:
        """The first line of a row, and how many lines it has."""
        if self._starts is None:
            return row, 1
        if row + 1 >= len(self._starts):
            return 0, 1
        return self._starts[row], self._starts[row + 1] - self._starts[row]

    def row_at(self, line: int) -> int:
        """The row that a line belongs to."""
        return line if self._starts is None else bisect_right(self._starts, line) - 1

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return self.row_count if self._starts is None else self._starts[-1]

    def selectable(self, row: int) -> bool:
        """Whether the cursor may stand on a row."""
        return True

    @property
    def current_key(self) -> Any:
        """What the row of the cursor is about; None when it is about nothing."""
        return None

    def go_to(self, key: Any) -> bool:
        """Puts the cursor on the row that is about this; False when there is none."""
        return False

    @property
    def text_at_cursor(self) -> str:
        """What stands at the cursor, to copy."""
        line = self.row_lines(self.cursor)[0]
        runs = self.line_runs(line, self.size.width, at_cursor=False) if line < self.line_count else ()
        return " ".join("".join(text for text, _ in runs).split())

    def line_runs(self, line: int, width: int, *, at_cursor: bool) -> Sequence[Run]:
        """What stands on a line."""
        raise NotImplementedError

    def head_runs(self, line: int, width: int) -> Sequence[Run]:
        """What stands on a line of the head, which does not scroll."""
        return ()

    def foot_runs(self, line: int, width: int) -> Sequence[Run]:
        """What stands on a line of the foot, which does not scroll."""
        return ()

    def tinted(self, line: int, width: int) -> int:
        """How many cells of a line show that the cursor is on its row; only those are repainted when it moves."""
        return width

    def lay_out(self, width: int) -> None:
        """Prepare for another width, before lines are asked for."""

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.size.width
        if y < self.head_height:
            return self._strip(self.head_runs(y, width), width, 0)
        if y >= self.size.height - self.foot_height:
            return self._strip(self.foot_runs(y - self.size.height + self.foot_height, width), width, 0)
        line = y - self.head_height + self.scroll_offset.y
        if not self.row_count and y == self.head_height + 1 and self.note:
            return self._strip([(f"  {self.note}", "text")], width, 0)
        if not 0 <= line < self.line_count:
            return Strip([Segment(" " * width, self._style("text", at_cursor=False))], width)
        at_cursor = self.row_at(line) == self.cursor and self.selectable(self.cursor) and self.leads
        tinted = self.tinted(line, width) if at_cursor else 0
        return self._strip(self.line_runs(line, width, at_cursor=at_cursor), width, tinted)

    def _strip(self, runs: Sequence[Run], width: int, tinted: int) -> Strip:
        """Runs as a strip, the first `tinted` cells as those of the cursor's row; a run never crosses that border."""
        styled: list[tuple[str, Style]] = []
        place = 0
        for text, role in runs:
            styled.append((text, self._style(role, at_cursor=place < tinted)))
            place += cell_len(text) if tinted < width else 0
        return drawn(styled, width, self._style("text", at_cursor=tinted >= width))

    def _style(self, role: str, *, at_cursor: bool) -> Style:
        style = self.look(role)
        if not at_cursor or role in CHIPS:
            return style
        row = self.look("row")
        return style + Style(bgcolor=row.bgcolor, bold=True)

    @property
    def leads(self) -> bool:
        """Whether the cursor is shown: a list that can't have the focus follows another field."""
        return self.has_focus or not self.can_focus or self._typed_for

    def show_typed_for(self, typed_for: bool) -> None:
        """Shows the cursor without the focus while a line is typed of which the record comes here; or not any more."""
        self._typed_for = typed_for
        self._refresh_row(self.cursor)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Shows or hides the cursor."""
        super().watch_has_focus(has_focus)
        if has_focus:
            self._bring_cursor_into_sight()
        self._refresh_row(self.cursor)
        self.place_terminal_cursor()

    # Cursor and window.

    @property
    def window_height(self) -> int:
        """How many lines of rows are visible."""
        return max(1, self.size.height - self.head_height - self.foot_height)

    @property
    def hidden(self) -> Hidden:
        """The rows outside the window."""
        if not self.line_count:
            return Hidden(0, 0)
        top = self.scroll_offset.y
        bottom = min(top + self.window_height, self.line_count)
        return Hidden(self.row_at(top), self.row_count - 1 - self.row_at(bottom - 1))

    def on_resize(self, event: Resize) -> None:
        """Arranges the lines for the new width; the cursor stays in sight where it is shown."""
        self.rearrange(scroll=self.leads)

    @property
    def arrangement(self) -> object:
        """What says where everything stands; when it is the same, rows that are the same look the same."""
        return None

    def rearrange(self, changed: Iterable[int] | None = None, *, scroll: bool = True) -> None:
        """Takes over other content: sizes, cursor and window are set right, all is drawn again.

        When only the rows `changed` are others and everything stands where it stood, only those are drawn.
        """
        before = self.arrangement
        # Also while it is not shown: it may be drawn before it hears of its new size.
        self.lay_out(self.size.width or WIDTH_UNSEEN)
        self.virtual_size = Size(self.size.width, self.line_count + self.head_height + self.foot_height)
        last = max(0, self.row_count - 1)
        self.cursor = min(self.cursor, last)
        if not self.selectable(self.cursor):
            self.cursor = self._next_selectable(self.cursor, 1, self._next_selectable(self.cursor, -1, self.cursor))
        if scroll:
            self._bring_cursor_into_sight()
        self.place_terminal_cursor()
        if changed is None or before is None or before != self.arrangement:
            self.refresh()
        else:
            for row in changed:
                self._refresh_row(row, self.size.width)
        self.post_message(self.Moved(self))

    def move_to(self, row: int) -> None:
        """Puts the cursor on a row."""
        if self.row_count:
            self.cursor = max(0, min(row, self.row_count - 1))
            self._bring_cursor_into_sight()

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaints the two rows that changed, nothing else."""
        if not self.size.width:
            return
        for row in (old, new):
            self._refresh_row(row)
        self.place_terminal_cursor()
        self.post_message(self.Moved(self))

    def _refresh_row(self, row: int, width: int | None = None) -> None:
        """Draws a row again; without a width only what shows the cursor."""
        if self.size.width and 0 <= row < self.row_count:
            first, height = self.row_lines(row)
            top = first - self.scroll_offset.y + self.head_height
            cells = self.tinted(first, self.size.width) if width is None else width
            visible = Region(0, self.head_height, self.size.width, self.window_height)
            if region := Region(0, top, cells, height).intersection(visible):
                self.refresh(region)

    def _bring_cursor_into_sight(self) -> None:
        if not self.row_count or not self.size.height:
            return
        first, height = self.row_lines(self.cursor)
        top, window = self.scroll_offset.y, self.window_height
        low, high = first, first + height
        # What stands before the first record and after the last one comes into sight with it, as far as it fits.
        if self._next_selectable(self.cursor, -1, -1) == -1:
            low = min(low, max(0, high - window))
        if self._next_selectable(self.cursor, 1, -1) == -1:
            high = min(self.line_count, low + window)
        if self.leaps and not top <= low < high <= top + window:
            target = low - window // 2
        else:
            target = low if low < top else max(top, min(low, high - window))
        target = max(0, min(target, self.line_count - window))
        if target != top:
            # Forced: without scrollbars Textual holds that nothing may scroll.
            self.scroll_to(y=target, animate=False, force=True, immediate=True)
            self.place_terminal_cursor()
            self.post_message(self.Moved(self))

    def place_terminal_cursor(self) -> None:
        """Puts the cursor of the terminal on that of the list, for screen readers, braille lines and magnifiers.

        It goes along with what is drawn, so it costs no bytes of its own.
        """
        if self.has_focus and self.size.height:
            x, y = self.cell_of_cursor
            self.app.cursor_position = self.region.offset + Offset(x, min(y, self.size.height - 1))

    @property
    def cell_of_cursor(self) -> tuple[int, int]:
        """Where the row of the cursor begins, in cells of the widget."""
        return 0, max(0, self.row_lines(self.cursor)[0] - self.scroll_offset.y) + self.head_height

    def _next_selectable(self, row: int, step: int, otherwise: int) -> int:
        row += step
        while 0 <= row < self.row_count:
            if self.selectable(row):
                return row
            row += step
        return otherwise

    def action_move(self, step: int) -> None:
        """One row up or down."""
        target = self._next_selectable(self.cursor, step, self.cursor)
        if target != self.cursor:
            self.move_to(target)

    def action_page(self, direction: int) -> None:
        """A window up or down."""
        if not self.row_count:
            return
        line = self.row_lines(self.cursor)[0] + direction * max(1, self.window_height - 1)
        row = self.row_at(max(0, min(line, self.line_count - 1)))
        if not self.selectable(row):
            row = self._next_selectable(row, direction, self._next_selectable(row, -direction, self.cursor))
        self.move_to(row)

    def show_top(self) -> None:
        """Shows the first lines, wherever the cursor is."""
        if self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
            self.post_message(self.Moved(self))

    def turn(self, direction: int) -> bool:
        """Shows the rows after those in the window (1), or before them (-1), with the cursor; False without more."""
        top, window = self.scroll_offset.y, self.window_height
        bottom = min(top + window, self.line_count)
        if (bottom == self.line_count if direction > 0 else top == 0) or not self.row_count:
            return False
        edge = max(0, bottom + window - 1 if direction > 0 else top - window)
        row = self.row_at(min(edge, self.line_count - 1))
        first, height = self.row_lines(row)
        # A row that would stand there in part would push away one that has not been read.
        if direction > 0 and first + height > bottom + window and first > bottom:
            row -= 1
        elif direction < 0 and first < top - window and first + height < top:
            row += 1
        self.move_to(row if self.selectable(row) else self._next_selectable(row, direction, self.cursor))
        return True

    def action_edge(self, which: int) -> None:
        """To the first (0) or last (-1) row."""
        if which == 0:
            self.move_to(self._next_selectable(-1, 1, self.cursor))
        else:
            self.move_to(self._next_selectable(self.row_count, -1, self.cursor))

    def on_click(self, event: Click) -> None:
        """A click puts the cursor there; a click on the cursor's row chooses it."""
        row = self.row_clicked(event.y)
        if row == self.cursor:
            self.post_message(self.Chosen(self))
        elif row is not None and self.selectable(row):
            self.move_to(row)

    def row_clicked(self, y: int) -> int | None:
        """The row at a height in the window; None in the head, in the foot and under the last row."""
        line = y - self.head_height + self.scroll_offset.y
        in_window = self.head_height <= y < self.head_height + self.window_height
        return self.row_at(line) if in_window and 0 <= line < self.line_count else None

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor: a list without a cursor in sight helps nobody."""
        self.action_move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(-1)


def drawn(runs: Sequence[tuple[str, Style]], width: int, rest: Style) -> Strip:
    """Runs as a strip of exactly `width` cells, filled up in the style `rest`."""
    segments: list[Segment] = []
    used = 0
    for text, style in runs:
        # Stored text may come from elsewhere: what acts on a terminal must not reach it.
        text = shown(text)
        length = cell_len(text)
        if used + length > width:
            text, length = set_cell_size(text, width - used), width - used
        _append(segments, text, style)
        used += length
    if used < width:
        _append(segments, " " * (width - used), rest)
    return Strip(segments, width)


def _append(segments: list[Segment], text: str, style: Style) -> None:
    """Adds text; every change of style costs some 40 bytes, and blanks look the same in many styles."""
    last = segments[-1] if segments else None
    if last and last.style and (last.style == style or (text.isspace() and _same_blank(last.style, style))):
        segments[-1] = Segment(last.text + text, last.style)
    elif text:
        segments.append(Segment(text, style))


def _same_blank(last: Style, style: Style) -> bool:
    return last.bgcolor == style.bgcolor and not any((last.reverse, last.underline, style.reverse, style.underline))


def out_of_sight(raster: Raster) -> str:
    """`▲ 2  ▼ nog 3`, or nothing."""
    hidden = raster.hidden
    return "  ".join([f"▲ {hidden.above}"] * (hidden.above > 0) + [f"▼ nog {hidden.below}"] * (hidden.below > 0))


def shown(text: str) -> str:
    """`text` on one line, without what acts on a terminal; blanks at the ends stay, because they align."""
    return text if text.isprintable() else clean_text(text).replace("\n", " ")


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells, with `…` where it is cut."""
    text = shown(text)
    if cell_len(text) <= width:
        return text + " " * (width - cell_len(text))
    return set_cell_size(f"{set_cell_size(text, max(0, width - 1)).rstrip()}…", width) if width > 0 else ""


def fit_right(text: str, width: int) -> str:
    """`text` against the right edge of `width` cells."""
    text = shown(text)
    return " " * (width - cell_len(text)) + text if cell_len(text) <= width else fit(text, width)


def differing(old: Sequence[object], new: Sequence[object]) -> list[int] | None:
    """The places where two lists of rows differ; None when one is longer."""
    if len(old) != len(new):
        return None
    return [place for place, (old_row, new_row) in enumerate(zip(old, new, strict=True)) if old_row != new_row]
