"""A list of rows in columns: groups, records, notes; long texts wrap where a column asks for it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Any, Literal

from rich.cells import cell_len, chop_cells

from sto_tui.domain.dutch import NO_BREAK_SPACE
from sto_tui.domain.text import clean_text
from sto_tui.frozen import frozen
from sto_tui.widgets.raster import Hidden, Raster, Run, differing, fit, fit_right, shown

Cell = str | Run | Sequence[Run]
GUTTER = 2
# A line may end at any white space but that which keeps an amount together.
_BREAKS = re.compile(rf"[^\S{NO_BREAK_SPACE}]+")
# Letters before this one take a cell at most.
_FIRST_WIDE = "\u1100"


@frozen
class Column:
    """A column: its head, and how it gets its width.

    `width` 0 takes what is left, in proportion to `share`, and is not dropped before it is narrower than `least`. What
    it does not need it lends to columns that would be cut.
    When the window is too narrow the column with the highest `drop` goes first; 0 always stays.
    Where another column makes a row of several lines, one that does not `wrap` uses them too instead of being cut.
    """

    head: str
    width: int = 0
    share: int = 1
    least: int = 16
    align: Literal["left", "right"] = "left"
    wrap: bool = False
    drop: int = 0


Arranged = tuple[Column, int, int]
"""A column that is shown: its place among all, and how wide it is."""


@frozen
class Row:
    """A row: one cell per column, or one text over the whole width for a group or note.

    `under` tells rows with the same key apart: a record that stands in several places.
    A `wide` record does not follow the columns: its first cell stands left, its second against the right edge. What
    stands `below` takes one line, or with `below_in_full` as many as it needs. `below_that` are texts in several
    styles, each as many lines as it needs.
    """

    cells: tuple[Cell, ...] = ()
    key: Any = None
    under: Any = None
    kind: Literal["record", "group", "note", "blank"] = "record"
    indent: int = 0
    below: str = ""
    below_in_full: bool = False
    below_that: tuple[tuple[Run, ...], ...] = ()
    wide: bool = False


class RecordList(Raster):
    """Rows in columns. The cursor stands on records only."""

    def __init__(self, columns: Sequence[Column] = (), *, heads: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = tuple(columns)
        self._heads = heads
        self._rows: tuple[Row, ...] = ()
        self._widths: list[Arranged] = []
        self._starts = [0]
        self._width = 80
        self._records_before: list[int] = [0]
        self.head_height = 1 if heads and columns else 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    @property
    def current(self) -> Row | None:
        """The row of the cursor, when it is a record."""
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        return row if row and row.kind == "record" else None

    @property
    def current_key(self) -> Any:
        """What the record of the cursor is."""
        return self.current.key if self.current else None

    @property
    def text_at_cursor(self) -> str:
        """The cells of the row in full, with tabs between them as in a sheet."""
        row = self.current
        cells = [_plain(cell).strip() for cell in row.cells] if row else []
        if row:
            cells += [row.below, *map(_plain, row.below_that)]
        return "\t".join(filter(None, cells))

    def show(self, rows: Sequence[Row], columns: Sequence[Column] | None = None) -> None:
        """Shows other rows; the cursor stays on the record it was on, or near it."""
        before, shown_rows, shown_columns = self.current, self._rows, self._columns
        if columns is not None:
            self._columns = tuple(columns)
            self.head_height = 1 if self._heads and any(column.head for column in columns) else 0
        self._rows = tuple(rows)
        if before and before.key is not None:
            self.go_to(before.key, before.under)
        self.rearrange(differing(shown_rows, self._rows) if shown_columns == self._columns else None)

    @property
    def arrangement(self) -> object:
        """The columns, and the line of every row."""
        return (self._widths, self._starts, self.head_height)

    def go_to(self, key: Any, under: Any = None) -> bool:
        """Puts the cursor on the record with this key, the one that stands there if it can; False without one."""
        places = [index for index, row in enumerate(self._rows) if row.kind == "record" and row.key == key]
        if not places:
            return False
        self.move_to(next((index for index in places if self._rows[index].under == under), places[0]))
        return True

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def selectable(self, row: int) -> bool:
        """Only records."""
        return 0 <= row < len(self._rows) and self._rows[row].kind == "record"

    def lay_out(self, width: int) -> None:
        """Column widths and the height of every row at this width."""
        self._width = width
        records = [row for row in self._rows if row.kind == "record" and not row.wide]
        self._widths = lent(arranged(self._with_whole_numbers(records), width - GUTTER - 1), records)
        wrapped = [(index, size) for column, index, size in self._widths if column.wrap]
        self._starts = [0]
        self._records_before = [0]
        for row in self._rows:
            if row.wide:
                height = 1
            elif row.kind == "record":
                lines = [len(wrap(_plain(row.cells[index]), size - row.indent)) for index, size in wrapped]
                height = max(lines, default=1) + len(self._below(row))
            else:
                height = len(self._note_lines(row))
            self._starts.append(self._starts[-1] + height)
            self._records_before.append(self._records_before[-1] + (row.kind == "record"))

    def _with_whole_numbers(self, records: Sequence[Row]) -> list[Column]:
        """The columns, those of numbers as wide as their widest: half a number is another number."""
        return [
            replace(column, width=max(column.width, *(cell_len(_plain(row.cells[place])) for row in records)))
            if records and column.width and column.align == "right"
            else column
            for place, column in enumerate(self._columns)
        ]

    @property
    def _lead(self) -> int:
        """Where the text of a row begins: after a first column of fixed width."""
        column, _, size = self._widths[0]
        return size + 1 if column.width else 0

    def _below_room(self, row: Row) -> int:
        return self._width - self._lead - row.indent - GUTTER

    def _below(self, row: Row) -> Sequence[Sequence[Run]]:
        """The lines under the cells of a row."""
        if not row.below and not row.below_that:
            return ()
        room = self._below_room(row)
        texts = wrap(row.below, room) if row.below_in_full else (row.below,)
        more = (line for runs in row.below_that for line in wrap_runs(runs, room))
        return (*(((text, "muted"),) for text in texts if row.below), *more)

    @property
    def hidden(self) -> Hidden:
        """The records outside the window; heads of groups do not count."""
        if not self._rows or not self.line_count:
            return Hidden(0, 0)
        top = self.scroll_offset.y
        last = self.row_at(min(top + self.window_height, self.line_count) - 1)
        below = self._records_before[-1] - self._records_before[last + 1]
        return Hidden(self._records_before[self.row_at(top)], below)

    def _note_lines(self, row: Row) -> tuple[str, ...]:
        """The lines of a group or note; one of several styles stays on one line."""
        if not row.cells or not isinstance(row.cells[0], str):
            return ("",)
        room = self._width - GUTTER - row.indent - 1
        text = shown(row.cells[0]) if "\n" not in row.cells[0] else row.cells[0]
        return (text,) if cell_len(text) <= room and "\n" not in text else wrap(text, room)

    def head_runs(self, line: int, width: int) -> Sequence[Run]:
        """The heads of the columns."""
        runs: list[Run] = [(" " * GUTTER, "muted")]
        for column, _, size in self._widths:
            runs.append(((fit_right if column.align == "right" else fit)(column.head, size) + " ", "muted"))
        return runs

    def line_runs(self, line: int, width: int, *, at_cursor: bool) -> Sequence[Run]:
        """One line of a row."""
        index = self.row_at(line)
        row = self._rows[index]
        start, height = self.row_lines(index)
        offset = line - start
        if row.kind != "record":
            return self._note_runs(row, width, offset)
        marker: Run = ("› " if at_cursor and offset == 0 else "  ", "key")
        below = self._below(row)
        if offset >= height - len(below):
            runs = below[offset - height + len(below)]
            return [marker, (" " * (self._lead + row.indent), "text"), *_fitted(runs, self._below_room(row))]
        if row.wide:
            right = list(_as_runs(row.cells[1]))
            length = sum(cell_len(text) for text, _ in right)
            return [marker, *_fitted(_as_runs(row.cells[0]), width - GUTTER - length - 2), (" ", "text"), *right]
        cells: list[Run] = [marker]
        for column, index, size in self._widths:
            cell = row.cells[index]
            indent = row.indent if column.width == 0 else 0
            cells += _cell_runs(cell, column, size, indent, offset, height - len(below))
            cells.append((" ", "text"))
        return cells

    def _note_runs(self, row: Row, width: int, offset: int) -> Sequence[Run]:
        if row.kind == "blank" or not row.cells:
            return ()
        cell = row.cells[0]
        role = "bold" if row.kind == "group" else "muted"
        runs = [(self._note_lines(row)[offset], role)] if isinstance(cell, str) else _as_runs(cell, role)
        return [(" " * (GUTTER + row.indent), "text"), *_fitted(runs, width - GUTTER - row.indent - 1)]


def arranged(columns: Sequence[Column], width: int) -> list[Arranged]:
    """Which columns fit in `width` cells: each with its place among all, and how wide it is."""
    kept = list(enumerate(columns))
    while True:
        fixed = sum(column.width + 1 for _, column in kept)
        flexible = [place for place, column in kept if not column.width]
        left = width - fixed
        droppable = [(column.drop, place) for place, column in kept if column.drop]
        if left >= sum(columns[place].least for place in flexible) or not droppable:
            break
        gone = max(droppable)[1]
        kept = [(place, column) for place, column in kept if place != gone]
    shares = sum(columns[place].share for place in flexible) or 1
    sizes: list[Arranged] = []
    spare = max(0, left)
    for place, column in kept:
        size = column.width
        if not size:
            size = spare if place == flexible[-1] else max(0, left) * column.share // shares
            spare -= size
        sizes.append((column, place, size))
    return sizes


def lent(sizes: Sequence[Arranged], records: Sequence[Row]) -> list[Arranged]:
    """The same columns, where those that take what is left lend what they do not need to those that would be cut.

    Those that lack least become whole first.
    """
    spare = {place: size - _needed(column, place, records) for column, place, size in sizes if not column.width}
    spare = {place: cells for place, cells in spare.items() if cells > 0}
    lacking = [
        (_needed(column, place, records) - size, place)
        for column, place, size in sizes
        if spare and place not in spare and not column.wrap and column.align == "left"
    ]
    widths = {place: size for _, place, size in sizes}
    for lacks, place in sorted(lacking):
        for lender in sorted(spare, key=spare.__getitem__, reverse=True):
            cells = max(0, min(lacks, spare[lender]))
            widths[lender], widths[place] = widths[lender] - cells, widths[place] + cells
            spare[lender] -= cells
            lacks -= cells
    return [(column, place, widths[place]) for column, place, _ in sizes]


def _needed(column: Column, place: int, records: Sequence[Row]) -> int:
    """How wide a column is in which nothing is cut, as good as that can be known from the longest text."""
    longest = max((_plain(row.cells[place]) for row in records), key=len, default="")
    indent = 0 if column.width else max((row.indent for row in records), default=0)
    return max(cell_len(longest) + indent, cell_len(column.head))


@lru_cache(maxsize=8192)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """Lines of at most `width` cells, broken between words; a word that is longer than a line is broken."""
    width = max(1, width)
    lines: list[str] = []
    for paragraph in clean_text(text).split("\n"):
        line, used = "", 0
        for word in _BREAKS.split(paragraph.strip()):
            cells = cell_len(word)
            for piece in chop_cells(word, width) if cells > width else (word,):
                size = cells if piece is word else cell_len(piece)
                if line and used + 1 + size > width:
                    lines.append(line)
                    line = ""
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
        lines.append(line)
    return tuple(lines)


def most_lines(text: str, width: int) -> int:
    """As many lines as `wrap` makes, or more where letters are wide or take no room: of many texts at once."""
    narrow = max(text, default="") < _FIRST_WIDE
    room = max(1, width if narrow else width // 2)
    # What follows the last end of a line is a line too, also when it is empty.
    paragraphs = f"{text}.".splitlines()
    paragraphs[-1] = paragraphs[-1][:-1]
    lines = len(paragraphs)
    for paragraph in paragraphs:
        start = 0
        while len(paragraph) - start > room:
            blank = paragraph.rfind(" ", start, start + room + 1)
            start = blank + 1 if blank > start else start + room
            lines += 1
    return lines


@lru_cache(maxsize=4096)
def wrap_runs(runs: tuple[Run, ...], width: int) -> tuple[tuple[Run, ...], ...]:
    """The same lines as `wrap` makes of the whole text, each letter in its own style."""
    styled = [(letter, role) for text, role in runs for letter in clean_text(text)]
    place, lines = 0, []
    for line in wrap("".join(letter for letter, _ in styled), width):
        # Between lines and words only blanks are left out.
        there: list[tuple[str, str]] = []
        for letter in line:
            while styled[place][0] != letter and styled[place][0].isspace():
                place += 1
            there.append((letter, styled[place][1]))
            place += 1
        same = groupby(there, key=lambda each: each[1])
        lines.append(tuple(("".join(letter for letter, _ in letters), role) for role, letters in same))
        while place < len(styled) and styled[place][0].isspace():
            place += 1
    return tuple(lines)


def _as_runs(cell: Cell, role: str = "text") -> Sequence[Run]:
    if isinstance(cell, str):
        return ((cell, role),)
    if isinstance(cell, tuple) and len(cell) == 2 and isinstance(cell[0], str):
        return ((cell[0], str(cell[1])),)
    return [(str(run[0]), str(run[1])) for run in cell]


def _plain(cell: Cell) -> str:
    return "".join(text for text, _ in _as_runs(cell))


def _fitted(runs: Sequence[Run], width: int) -> list[Run]:
    """Runs in exactly `width` cells."""
    fitted: list[Run] = []
    left = width
    for text, role in runs:
        length = cell_len(text)
        if length > left:
            fitted.append((fit(text, left), role))
            left = 0
            break
        fitted.append((text, role))
        left -= length
    if left > 0:
        fitted.append((" " * left, "text"))
    return fitted


def _cell_lines(runs: Sequence[Run], column: Column, size: int, height: int) -> Sequence[str]:
    """The lines of a cell that has more than one; a column that does not wrap takes those that its row has anyway.

    The last one has all that is left, so that it is cut with `…`.
    """
    text = "".join(part for part, _ in runs)
    if column.wrap:
        return wrap(text, size)
    fills = height > 1 and len(runs) == 1 and column.align == "left" and text == text.strip()
    if not fills or cell_len(text) <= size or any(cell_len(word) > size for word in _BREAKS.split(text)):
        return ()
    lines = wrap(text, size)
    return (*lines[: height - 1], " ".join(lines[height - 1 :])) if len(lines) > height else lines


def _cell_runs(cell: Cell, column: Column, size: int, indent: int, offset: int, height: int) -> list[Run]:
    """What a cell shows on one of the `height` lines of its row."""
    runs = _as_runs(cell)
    lines = _cell_lines(runs, column, size - indent, height)
    if lines:
        text = lines[offset] if offset < len(lines) else ""
        return [(" " * indent + fit(text, size - indent), runs[0][1] if runs else "text")]
    if offset:
        return [(" " * size, "text")]
    if column.align == "right":
        text = _plain(cell)
        return [(fit_right(text, size), runs[0][1] if runs else "text")]
    return _fitted([(" " * indent, "text"), *runs] if indent else runs, size)
