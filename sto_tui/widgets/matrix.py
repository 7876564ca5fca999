"""A matrix of short texts: rows against columns, with heads and labels that stay and a cursor on one cell."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual.binding import Binding
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from sto_tui.widgets.raster import Raster, Run, differing, fit

HERE, OPENED, FOLDED, FAULT, OPEN, NOTHING = "›", "▾", "▸", "!", "?", "·"
_HEAD = -1
_SLOT = 4
_NARROWEST, _WIDEST = 5, 8
_LEAST_NUMBER, _MOST_NUMBER = 3, 7
_LEAST_TITLE, _LEAST_TITLE_NARROW, NARROW_UNTIL = 22, 14, 76

CellPosition = tuple[int, int]
"""A row and a column."""


@dataclass(frozen=True)
class MatrixColumn:
    """A column: what it is about, its short head, and what stands under it."""

    key: Any
    head: str
    foot: str = ""


@dataclass(frozen=True)
class MatrixLine:
    """A row: a cell per column. `depth` indents it; what is `borrowed` from another row is drawn in brackets.

    `sign` says that something is wrong in it (`!`) or open (`?`).
    """

    key: Any
    number: str
    title: str
    cells: tuple[str, ...]
    depth: int = 0
    borrowed: bool = False
    sign: str = ""
    fold: str = ""


class Matrix(Raster):
    """Rows against columns. The window pans over the columns that do not fit.

    Large because: cursor, range, window and columns are one state.
    """

    head_height = 2
    foot_height = 2
    leaps = True

    BINDINGS = [
        Binding("left", "move_column(-1)", show=False, priority=True),
        Binding("right", "move_column(1)", show=False, priority=True),
    ]

    column: var[int] = var(0)
    """The column of the cursor."""

    class ColumnMoved(Message):
        """The cursor is in another column, or the range is another one."""

        def __init__(self, matrix: "Matrix") -> None:
            super().__init__()
            self.matrix = matrix

    def __init__(self, roles: Callable[[str], str], id: str | None = None) -> None:
        """`roles` gives the style of a cell by its text."""
        super().__init__(id=id)
        self._role_of = roles
        self._rows: Sequence[MatrixLine] = ()
        self._columns: Sequence[MatrixColumn] = ()
        self._places: dict[Any, int] = {}
        self._caption = ""
        self._foot = ""
        self._number = _LEAST_NUMBER
        self._title = 20
        self._width = _NARROWEST
        self._first = 0
        self._shown = 1
        self._other_end: CellPosition | None = None

    def show(self, rows: Sequence[MatrixLine], columns: Sequence[MatrixColumn], caption: str, foot: str) -> None:
        """Shows other rows and columns; the cursor stays where it was, or near it. `foot` names the last line."""
        row_key, column_key, anchor = self.current_key, self.column_key, self._other_end_keys
        marked = self._range_places()
        heads = [(column.key, column.head) for column in columns]
        same = heads == [(column.key, column.head) for column in self._columns]
        changed = differing(self._rows, rows) if same and self._caption == caption else None
        if self._columns != columns or self._foot != foot:
            self.refresh(Region(0, self.size.height - 1, self.size.width, 1))
        self._rows, self._columns, self._caption, self._foot = rows, columns, caption, foot
        self._places = {row.key: place for place, row in enumerate(rows)}
        widest = max((cell_len(row.number) for row in rows), default=0)
        self._number = min(max(widest, _LEAST_NUMBER), _MOST_NUMBER)
        keys = [column.key for column in columns]
        self.column = keys.index(column_key) if column_key in keys else max(0, min(self.column, len(columns) - 1))
        if row_key is not None and row_key != self.current_key:
            self.go_to(row_key)
        self._other_end = self._found_again(anchor)
        self.rearrange(changed)
        self._draw_cells({*marked, *self._range_places()})

    @property
    def _other_end_keys(self) -> tuple[Any, Any] | None:
        """What the other end of the range is about."""
        if self._other_end is None:
            return None
        row, column = self._other_end
        return self._rows[row].key, self._columns[column].key

    def _found_again(self, keys: tuple[Any, Any] | None) -> CellPosition | None:
        """Where the other end of the range is now; None when it is gone, and with it the range."""
        if keys is None:
            return None
        row = self._places.get(keys[0])
        column = next((place for place, candidate in enumerate(self._columns) if candidate.key == keys[1]), None)
        return None if row is None or column is None else (row, column)

    # Rows and columns.

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def current(self) -> MatrixLine | None:
        """The row of the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def current_key(self) -> Any:
        """What the row of the cursor is about."""
        return self.current.key if self.current else None

    @property
    def column_key(self) -> Any:
        """What the column of the cursor is about."""
        return self._columns[self.column].key if self.column < len(self._columns) else None

    def go_to(self, key: Any) -> bool:
        """Puts the cursor on a row; False when it is not there."""
        place = self._places.get(key)
        if place is not None:
            self.move_to(place)
        return place is not None

    def go_to_column(self, key: Any) -> bool:
        """Puts the cursor in a column; False when it is not there."""
        for place, column in enumerate(self._columns):
            if column.key == key:
                self._to_column(place)
                return True
        return False

    @property
    def chosen(self) -> list[tuple[Any, Any]]:
        """The row and column keys of the range, or of the cell of the cursor."""
        rows, columns = self._range()
        return [(self._rows[row].key, self._columns[column].key) for row in rows for column in columns]

    @property
    def chosen_rows(self) -> list[Any]:
        """The row keys of the range, or of the cursor."""
        return [self._rows[row].key for row in self._range()[0]]

    def _range(self) -> tuple[range, range]:
        if not self._rows or not self._columns:
            return range(0), range(0)
        row, column = self._other_end or (self.cursor, self.column)
        top, bottom = sorted((row, self.cursor))
        left, right = sorted((column, self.column))
        return range(top, bottom + 1), range(left, right + 1)

    @property
    def is_range(self) -> bool:
        """Whether more than one cell is chosen."""
        return self._other_end is not None and self._other_end != (self.cursor, self.column)

    def lay_out(self, width: int) -> None:
        """Widths of label and columns; how many columns fit."""
        least = _LEAST_TITLE_NARROW if width < NARROW_UNTIL else _LEAST_TITLE
        free = width - 2 - self._number - 1 - 2 - 1
        count = len(self._columns)
        self._width = max(_NARROWEST, min(_WIDEST, (free - least) // max(1, count)))
        self._shown = max(1, min(count, (free - least) // self._width))
        self._title = max(1, free - self._shown * self._width)
        self._keep_column_in_sight()

    @property
    def arrangement(self) -> object:
        """Where everything stands."""
        return (self._number, self._title, self._width, self._first, self._shown, len(self._rows))

    # Moving.

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaints the two labels and the two cells."""
        super().watch_cursor(old, new)
        self._draw_cells([(old, self.column), (new, self.column)])

    def action_move(self, step: int) -> None:
        """One row up or down; a range ends."""
        self.drop_range()
        super().action_move(step)

    def action_move_column(self, step: int) -> None:
        """One column to the left or right; a range ends."""
        self.drop_range()
        self._to_column(self.column + step)

    def action_stretch(self, rows: int, columns: int) -> None:
        """Makes the range one row or column larger or smaller."""
        before = set(self._range_places())
        self._other_end = self._other_end or (self.cursor, self.column)
        if rows:
            super().action_move(rows)
        else:
            self._to_column(self.column + columns)
        self._draw_cells(before ^ set(self._range_places()))
        self.post_message(self.ColumnMoved(self))

    def _to_column(self, column: int) -> None:
        old, column = self.column, max(0, min(column, len(self._columns) - 1))
        if column == old:
            return
        self.column = column
        first = self._first
        self._keep_column_in_sight()
        if first != self._first:
            self.refresh()
        else:
            self._draw_cells([(self.cursor, old), (self.cursor, column), (_HEAD, old), (_HEAD, column)])
        self.place_terminal_cursor()
        self.post_message(self.ColumnMoved(self))

    @property
    def cell_of_cursor(self) -> tuple[int, int]:
        """The letter of the cell."""
        x, y = super().cell_of_cursor
        return x + (self._label + (self.column - self._first) * self._width if self._columns else 0), y

    @property
    def text_at_cursor(self) -> str:
        """The letter of the cell."""
        return self._rows[self.cursor].cells[self.column] if self._rows and self._columns else ""

    def _keep_column_in_sight(self) -> None:
        if not self._first <= self.column < self._first + self._shown:
            self._first = self.column - self._shown // 2
        self._first = max(0, min(self._first, len(self._columns) - self._shown))

    def _range_places(self) -> list[CellPosition]:
        rows, columns = self._range()
        return [(row, column) for row in rows for column in columns]

    def advance(self, *, down: bool) -> None:
        """The cell after this one: to the right and at the end to the next row, or down."""
        if down or self.column + 1 >= len(self._columns):
            last = self.cursor
            self.action_move(1)
            if not down and self.cursor != last:
                self._to_column(0)
        else:
            self._to_column(self.column + 1)

    def to_edge(self, *, last: bool) -> None:
        """To the first or the last column."""
        self.drop_range()
        self._to_column(len(self._columns) - 1 if last else 0)

    def row_below(self) -> Any:
        """The key of the row under the cursor; None when there is none."""
        return self._rows[self.cursor + 1].key if self.cursor + 1 < len(self._rows) else None

    def drop_range(self) -> None:
        """Only the cell of the cursor is chosen."""
        if self._other_end is not None:
            places = self._range_places()
            self._other_end = None
            self._draw_cells(places)
            self.post_message(self.ColumnMoved(self))

    def on_click(self, event: Click) -> None:
        """A click puts the cursor on a cell; only on its own cell it chooses the row."""
        self.drop_range()
        column = (event.x - self._label) // self._width + self._first
        if self._label <= event.x and self._first <= column < self._first + self._shown and column != self.column:
            self._to_column(column)
            if self.row_clicked(event.y) == self.cursor:
                # Textual would go on to the handler of all rasters.
                event.prevent_default()

    # Drawing.

    @property
    def _label(self) -> int:
        """How many cells the label takes, up to the columns."""
        return 2 + self._number + 1 + self._title + 2

    def tinted(self, line: int, width: int) -> int:
        """The label only: the letters keep their own weight, and a move stays small on a slow line."""
        return self._label

    def _draw_cells(self, places: Iterable[CellPosition]) -> None:
        """Draws some cells again, each as a small region of its own."""
        top = self.scroll_offset.y - self.head_height
        for row, column in places:
            if self._first <= column < self._first + self._shown:
                y = self.head_height - 1 if row == _HEAD else row - top
                if row == _HEAD or self.head_height <= y < self.head_height + self.window_height:
                    self.refresh(Region(self._label + (column - self._first) * self._width, y, self._width, 1))

    def head_runs(self, line: int, width: int) -> Sequence[Run]:
        """What is shown and what is out of sight; then the heads of the columns."""
        last = self._first + self._shown
        if line == 0:
            left = f"◀ {self._first}  " if self._first else ""
            right = f"nog {len(self._columns) - last} ▶" if last < len(self._columns) else ""
            return [(fit(f" {self._caption}", width - len(left + right) - 1), "bold"), (left + right, "key")]
        runs: list[Run] = [(" " * self._label, "muted")]
        for column in range(self._first, min(last, len(self._columns))):
            text = fit(f" {self._columns[column].head} ", min(self._width, cell_len(self._columns[column].head) + 2))
            runs += self._cell_runs(_HEAD, column, text, "bold")
        return runs

    def foot_runs(self, line: int, width: int) -> Sequence[Run]:
        """A rule under the columns, and what stands under each."""
        size = self._shown * self._width
        if line == 0:
            return [(" " * self._label, "text"), ("─" * size, "rule")]
        shown = self._columns[self._first : self._first + self._shown]
        return [
            (fit(f"  {self._foot}", self._label), "muted"),
            ("".join(f" {column.foot}".ljust(self._width) for column in shown), "muted"),
        ]

    def line_runs(self, line: int, width: int, *, at_cursor: bool) -> Sequence[Run]:
        """One row."""
        row = self._rows[line]
        gutter = HERE if at_cursor else " "
        title = fit(f"{' ' * row.depth}{row.title}", self._title)
        runs: list[Run] = [
            (f"{gutter}{row.fold or ' '}", "key" if row.fold else "text"),
            (f"{fit(row.number, self._number)} {title} ", "bold" if row.fold else "text"),
            (row.sign or " ", "error" if row.sign == FAULT else "hint"),
        ]
        for column in range(self._first, min(self._first + self._shown, len(row.cells))):
            text = row.cells[column]
            role = self._role_of(text)
            slot = f"({text})" if row.borrowed and text else f" {text or NOTHING}"
            runs += self._cell_runs(line, column, fit(slot, _SLOT), "muted" if row.borrowed and text else role)
        return runs

    def _cell_runs(self, row: int, column: int, text: str, role: str) -> list[Run]:
        """A cell, marked when it is the cursor's or in the range."""
        marked = column == self.column if row == _HEAD else self._is_marked(row, column)
        shown = "cell" if marked and (row == _HEAD or self.leads) else role
        return [(text, shown), (" " * (self._width - cell_len(text)), "text")]

    def _is_marked(self, row: int, column: int) -> bool:
        if self._other_end is None:
            return (row, column) == (self.cursor, self.column)
        rows, columns = self._range()
        return row in rows and column in columns
