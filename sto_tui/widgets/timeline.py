"""The timeline: rows of bars on a time axis, with labels and heads that stay, and groups that fold."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from rich.cells import cell_len, split_text
from textual.geometry import Region

from sto_tui.domain.dutch import long_date
from sto_tui.frozen import frozen
from sto_tui.widgets.raster import Raster, Run, differing, fit
from sto_tui.widgets.timeline_axis import Axis, AxisColumn, Zoom, zooms
from sto_tui.widgets.timeline_free import FreeTime, free_line

DONE, PLANNED, OVERRUN, SLACK, TIGHT, FIXED, TODAY, FAULT = "█", "▒", "░", "·", "┃", "]", "┊", "!"
BEFORE, AFTER, HERE = "◂", "▸", "›"
OPENED, FOLDED = "▾", "▸"
NO_FREE_TIME = FreeTime()
STATE_IN_WORDS_FROM, WHO_FROM = 76, 110
# The head of the column is one wider than the chips under it.
_STATE, _CHIP, _WHO = 9, 8, 16
_LEAST_NUMBER, _MOST_NUMBER = 3, 7


@frozen
class Bar:
    """From start to due; a milestone with one date is a point.

    `over` is the last day of what runs over, `room` the last day to which it may slip. `is_tight` says that it may not
    slip at all, `is_broken` that it starts too early, `is_fixed` that it may not move.
    """

    start: date | None = None
    due: date | None = None
    over: date | None = None
    room: date | None = None
    is_done: bool = False
    is_tight: bool = False
    is_broken: bool = False
    is_fixed: bool = False
    mark: Run = ("", "text")


@frozen
class TimelineRow:
    """A milestone, or the head of a group. `key` is what it is about; a head that is folded has a bar of its own."""

    key: Any
    number: str
    title: str
    bar: Bar | None = None
    state: Run = ("", "text")
    who: str = ""
    is_group: bool = False
    folded: bool = False


class Timeline(Raster):
    """Rows on a time axis. The window pans over the columns that do not fit.

    Large because: rows, axis and head share one window.
    """

    head_height = 2
    leaps = True

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[TimelineRow] = ()
        self._places: dict[Any, list[int]] = {}
        self._starts: list[int] = [0]
        self._span = (date(2000, 1, 1), date(2000, 12, 31))
        self._today = date(2000, 1, 1)
        self._caption = ""
        self._free = NO_FREE_TIME
        self._free_cells = ""
        self._axis = Axis((), Zoom.STO, 5)
        self._zoom = Zoom.STO
        self._first = 0
        self._columns = 0
        self._number = _LEAST_NUMBER
        self._title = 20
        self._before: frozenset[Any] = frozenset()
        self._after: frozenset[Any] = frozenset()
        self.airy = False

    def show(
        self,
        rows: Sequence[TimelineRow],
        span: tuple[date, date],
        today: date,
        caption: str,
        note: str = "",
        free: FreeTime = NO_FREE_TIME,
    ) -> None:
        """Shows other rows on an axis over `span`; the cursor stays on what it was on, or near it.

        Without rows `note` says why. `free` has a line in the head when it lies on the axis.
        """
        here = self.current_key
        group = self.group_of(self.cursor)
        head = (span, today, caption, note, free)
        same_head = (self._span, self._today, self._caption, self.note, self._free) == head
        changed = differing(self._rows, rows) if same_head else None
        self._rows = rows
        self._places = {}
        for place, row in enumerate(rows):
            self._places.setdefault(row.key, []).append(place)
        widest = max((cell_len(row.number) for row in rows), default=0)
        self._number = min(max(widest, _LEAST_NUMBER), _MOST_NUMBER)
        self._span, self._today, self._caption, self.note, self._free = head
        if self._zoom not in zooms(*span):
            self._zoom = Zoom.KWARTAAL
        if here is None:
            self.cursor = next((place for place, row in enumerate(rows) if not row.is_group), 0)
        elif here != self.current_key or group != self.group_of(self.cursor):
            self.go_to(here, group)
        self.rearrange(changed)

    @property
    def arrangement(self) -> object:
        """The axis with its window, the width of the label, and the line of every row."""
        window = (self._axis, self._first, self._columns, self._number, self._title)
        return (*window, self._starts, self.head_height, self._free_cells)

    # Rows.

    @property
    def row_count(self) -> int:
        """Milestones and heads of groups."""
        return len(self._rows)

    def selectable(self, row: int) -> bool:
        """Heads too: that is where a folded group is opened."""
        return 0 <= row < len(self._rows)

    @property
    def current(self) -> TimelineRow | None:
        """The row of the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def current_key(self) -> Any:
        """What the row of the cursor is about."""
        return self.current.key if self.current else None

    def group_of(self, place: int) -> Any:
        """The key of the nearest head at or above a row; None when there is none."""
        return next((row.key for row in reversed(self._rows[: place + 1]) if row.is_group), None)

    def go_to(self, key: Any, group: Any = None) -> bool:
        """Puts the cursor on what this is, if it can in that group; False when it is not there."""
        places = self._places.get(key)
        if not places:
            return False
        self.move_to(
            next((place for place in places if group is not None and self.group_of(place) == group), places[0])
        )
        return True

    def lay_out(self, width: int) -> None:
        """Widths of label, columns and state; the line of every row."""
        state = _STATE if width >= STATE_IN_WORDS_FROM else 1
        who = _WHO + 1 if width >= WHO_FROM else 0
        free = width - 2 - self._number - 1 - 1 - 1 - state - who
        least = 15 if width < STATE_IN_WORDS_FROM else 22 if width < WHO_FROM else 34
        self._axis = Axis.fitted(*self._span, self._zoom, max(0, free - least))
        self._columns = max(1, min(len(self._axis.columns), (free - least) // self._axis.width))
        self._first = max(0, min(self._first, len(self._axis.columns) - self._columns))
        self._title = max(1, free - self._columns * self._axis.width)
        self.head_height = 3 if self._free.is_on(self._axis) else 2
        self._free_cells = free_line(self._axis, self._free)
        self._starts = [0]
        for row in self._rows:
            air = self.airy and row.is_group and len(self._starts) > 1
            self._starts.append(self._starts[-1] + 1 + air)

    # Window over the columns.

    @property
    def zoom(self) -> Zoom:
        """What a column stands for."""
        return self._zoom

    def zoom_by(self, step: int) -> bool:
        """Nearer (1) or further (-1); False when there is nothing nearer or further."""
        order = zooms(*self._span)
        place = order.index(self._zoom) + step
        if not 0 <= place < len(order):
            return False
        bar = self.current.bar if self.current else None
        middle = self._axis.columns[min(self._first + self._columns // 2, len(self._axis.columns) - 1)].start
        self._zoom = order[place]
        self.lay_out(self.size.width)
        self._look_at((bar and (bar.start or bar.due)) or middle)
        return True

    def pan(self, step: int) -> bool:
        """So many columns to the right (or left); False when there are no more."""
        first = max(0, min(self._first + step, len(self._axis.columns) - self._columns))
        if first == self._first:
            return False
        self._first = first
        self.refresh()
        return True

    @property
    def first_column(self) -> int:
        """The place of the leftmost column that is shown."""
        return self._first

    def show_day(self, day: date) -> bool:
        """Brings a day into the window; False when it lies outside the axis."""
        if not 0 <= self._axis.cell(day) < self._axis.cells:
            return False
        self._look_at(day)
        return True

    def _look_at(self, day: date) -> None:
        cell = max(0, min(self._axis.cell(day), self._axis.cells - 1))
        first = cell // self._axis.width - self._columns // 2
        self._first = max(0, min(first, len(self._axis.columns) - self._columns))
        self.refresh()

    def column_of(self, day: date) -> AxisColumn | None:
        """The column in which a day lies; the nearest one for a day outside the axis."""
        if not self._axis.columns:
            return None
        cell = max(0, min(self._axis.cell(day), self._axis.cells - 1))
        return self._axis.columns[cell // self._axis.width]

    # Who waits on whom.

    def mark_links(self, before: Collection[Any], after: Collection[Any]) -> None:
        """Marks in the gutter what comes before the row of the cursor, and what after it."""
        marked = self._before | self._after
        old = {key: self._link_mark(key) for key in marked}
        self._before, self._after = frozenset(before), frozenset(after)
        top = self.scroll_offset.y - self.head_height
        for key in marked | self._before | self._after:
            for place in self._places.get(key, ()):
                if place != self.cursor and old.get(key, " ") != self._link_mark(key):
                    line = sum(self.row_lines(place)) - 1
                    self.refresh(Region(0, line - top, 2, 1).intersection(self.size.region))

    def _link_mark(self, key: Any) -> str:
        return BEFORE if key in self._before else AFTER if key in self._after else " "

    # Drawing.

    @property
    def _label(self) -> int:
        """How many cells the label takes, up to the columns."""
        return 2 + self._number + 1 + self._title

    def tinted(self, line: int, width: int) -> int:
        """The label only: bars keep their own contrast, and a move stays small on a slow line."""
        return self._label

    def head_runs(self, line: int, width: int) -> Sequence[Run]:
        """What is shown and where today is, when nobody works, and the heads of the columns."""
        if line == 0:
            return self._first_head(width)
        return self._free_head() if line < self.head_height - 1 else self._column_heads()

    def _free_head(self) -> Sequence[Run]:
        """When nobody works, above the columns."""
        first = self._first * self._axis.width
        cells = self._free_cells[first : first + self._columns * self._axis.width]
        return [(fit(f"  {self._free.caption}", self._label + 1), "muted"), (cells, "muted")]

    def _first_head(self, width: int) -> Sequence[Run]:
        if self._axis.wants_years:
            return [(self._caption_in(self._label + 1), "bold"), *self._years()]
        cell = self._axis.cell(self._today) - self._first * self._axis.width
        in_window = 0 <= cell < self._columns * self._axis.width
        text = f"{'▼' if in_window else '◀' if cell < 0 else '▶'} vandaag {long_date(self._today)}"
        room = width - cell_len(text) - 1
        place = min(self._label + 1 + cell, room) if in_window else room
        return [(self._caption_in(place), "bold"), (text, "today")]

    def _caption_in(self, room: int) -> str:
        """What is shown, and per what when there is room for that."""
        whole = f" {self._caption}  {self._zoom}"
        return fit(whole if cell_len(whole) < room else f" {self._caption}", room)

    def _years(self) -> Sequence[Run]:
        """The year above its first column, and where today is."""
        size = self._axis.width
        cells = [" "] * (self._columns * size)
        for offset in range(self._columns):
            column = self._first + offset
            if offset == 0 or self._axis.begins_year(column):
                year = str(self._axis.columns[column].start.year)
                room = cells[offset * size : offset * size + 4]
                if len(room) == 4 and self._years_apart(column):
                    cells[offset * size : offset * size + 4] = year
        today = self._axis.cell(self._today) - self._first * size
        text = "".join(cells)
        if not 0 <= today < len(text) or text[today] != " ":
            return [(text, "bold")]
        return [(text[:today], "bold"), ("▼", "today"), (text[today + 1 :], "bold")]

    def _years_apart(self, column: int) -> bool:
        """Whether the year of a column does not run into the next one; columns of a year say it by themselves."""
        following = column + 1
        return self._axis.width > 4 or following >= len(self._axis.columns) or not self._axis.begins_year(following)

    def _column_heads(self) -> Sequence[Run]:
        last = self._first + self._columns
        heads = "".join(self._axis.head(column) for column in range(self._first, min(last, len(self._axis.columns))))
        state = "Stoplicht" if self.size.width >= STATE_IN_WORDS_FROM else ""
        return [
            (f"  {fit('Nr', self._number)} {fit('Mijlpaal', self._title)}", "muted"),
            ("◀" if self._first else " ", "key"),
            (heads, "bold"),
            ("▶" if last < len(self._axis.columns) else " ", "key"),
            (f"{fit(state, _STATE)} Wie" if self.size.width >= WHO_FROM else state, "muted"),
        ]

    def line_runs(self, line: int, width: int, *, at_cursor: bool) -> Sequence[Run]:
        """One line of a row."""
        place = self.row_at(line)
        row = self._rows[place]
        if line < sum(self.row_lines(place)) - 1:
            return self._grid(None)
        if row.is_group:
            return self._group_runs(row, at_cursor=at_cursor)
        gutter = HERE if at_cursor else self._link_mark(row.key)
        runs: list[Run] = [
            (f" {gutter}", "text" if gutter in (HERE, " ") else "key"),
            (f"{fit(row.number, self._number)} {fit(row.title, self._title)}", "text"),
            *self._grid(row.bar),
        ]
        if width < STATE_IN_WORDS_FROM:
            return [*runs, (row.state[0][:1], row.state[1])]
        runs += [(fit(row.state[0], _CHIP), row.state[1]), (" " * (_STATE - _CHIP), "text")]
        return [*runs, (f" {fit(row.who, _WHO)}", "muted")] if width >= WHO_FROM else runs

    def _group_runs(self, row: TimelineRow, *, at_cursor: bool) -> Sequence[Run]:
        fold = FOLDED if row.folded else OPENED
        name = f"{row.number} {row.title}" if row.number else row.title
        lead: Run = (f"{HERE if at_cursor else ' '}{fold}", "key")
        if row.bar or cell_len(name) <= self._label - 3:
            return [lead, (fit(f" {name}", self._label - 2), "bold"), *self._grid(row.bar)]
        # In two runs: only what stands in the label is tinted.
        inside, beyond = split_text(f" {name}", self._label - 2)
        return [lead, (inside, "bold"), (beyond, "bold")]

    def _grid(self, bar: Bar | None) -> list[Run]:
        """The cells of the columns in the window, with a cell of air on both sides."""
        size = self._axis.width
        canvas = _Canvas(self._axis, self._first * size, self._columns * size)
        canvas.put(self._axis.cell(self._today), TODAY, "today")
        if bar:
            canvas.draw(bar)
        return [(" ", "text"), *canvas.runs(), (" ", "text")]


class _Canvas:
    """The cells of one row in the window."""

    def __init__(self, axis: Axis, first: int, size: int) -> None:
        self._axis = axis
        self._first = first
        self._signs = [" "] * size
        self._roles = ["text"] * size

    def put(self, cell: int, sign: str, role: str) -> None:
        """A sign in a cell of the axis; outside the window nothing happens."""
        place = cell - self._first
        if 0 <= cell < self._axis.cells and 0 <= place < len(self._signs):
            self._signs[place], self._roles[place] = sign, role

    def _fill(self, start: int, end: int, sign: str, role: str = "text") -> None:
        for cell in range(max(start, self._first), min(end, self._first + len(self._signs), self._axis.cells)):
            self.put(cell, sign, role)

    def draw(self, bar: Bar) -> None:
        """The bar with all its marks; a hint at the edge when nothing of it lies in the window."""
        begin, end = bar.start or bar.due, bar.due or bar.start
        if begin is None or end is None:
            return
        end = max(begin, end)
        start, stop = self._axis.cell(begin), self._axis.cell_after(end)
        last = self._first + len(self._signs)
        if self._axis.cell(end) < self._first or start >= last:
            self._hint(self._axis.cell(end), start)
            return
        if bar.mark[0] and (bar.start is None or begin == end):
            stop = start
        self._fill(start, stop, DONE if bar.is_done else PLANNED)
        if bar.is_broken:
            self.put(max(start - 1, self._first), FAULT, "error")
        if bar.over and bar.over > end:
            over = self._axis.cell_after(bar.over)
            self._fill(stop, over, OVERRUN)
            stop = max(stop, over)
        # At the end of the axis the marks stand on the last cells of the bar.
        marks = [bar.mark] * bool(bar.mark[0]) + [(FIXED, "critical")] * bar.is_fixed
        marks += [(TIGHT, "critical")] * (bar.is_tight and not bar.is_fixed)
        stop = min(stop, self._axis.cells - len(marks))
        for mark in marks:
            self.put(stop, *mark)
            stop += 1
        if bar.is_tight or bar.is_fixed:
            self._continue(begin, end)
            return
        if bar.room and bar.room > end:
            self._fill(stop, self._axis.cell_after(bar.room), SLACK, "rule")
        self._continue(begin, end)

    def _continue(self, begin: date, end: date) -> None:
        """Says at the edge of the window that the bar goes on there."""
        if self._axis.cell(begin) < self._first:
            self._signs[0], self._roles[0] = "◀", "key"
        if self._axis.cell(end) >= self._first + len(self._signs):
            self._signs[-1], self._roles[-1] = "▶", "key"

    def _hint(self, end: int, start: int) -> None:
        """On which side the bar lies, and how many columns away; without a number when that is beyond the axis."""
        size = self._axis.width
        if end < self._first:
            away = (self._first - 1 - end) // size + 1 if end >= 0 else 0
            text, place = f"◀{away or ''}", 0
        else:
            away = (start - self._first - len(self._signs)) // size + 1 if start < self._axis.cells else 0
            text = f"{away or ''}▶"
            place = len(self._signs) - len(text)
        for offset, sign in enumerate(text[: len(self._signs)]):
            self._signs[place + offset], self._roles[place + offset] = sign, "key"

    def runs(self) -> list[Run]:
        """The cells as runs of one role."""
        runs: list[Run] = []
        begin = 0
        for place in range(1, len(self._signs) + 1):
            if place == len(self._signs) or self._roles[place] != self._roles[begin]:
                runs.append(("".join(self._signs[begin:place]), self._roles[begin]))
                begin = place
        return runs
