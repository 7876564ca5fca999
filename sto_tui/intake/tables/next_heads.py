"""Rows below a table that are heads of another one: other periods, or other words, with no data beside them."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.head_words import DATE_KINDS, HeadWord, head_word
from sto_tui.intake.tables.period_cells import PeriodCell, period_cell
from sto_tui.intake.tables.states import state_of

_PERIODS_IN_A_ROW = 3
_PERIODS_WITH_YEARS = 2
_ROWS_BELOW = 4
# Beside a name these say what kind of table it is; any other word may stand in a row too.
_TELLING = {"number", "who", "light", "percent", "theme", "deelproject", "group", "note", *DATE_KINDS}


def is_table_of_periods(row: SheetRow) -> bool:
    """Whether beside a head of names stand periods that rise, and nothing but other heads."""
    periods, words = _periods(row), _words(row)
    return _has_title(words) and len(periods) + len(words) == _filled(row) and _are_heads(periods)


def periods_of_heads(row: SheetRow) -> tuple[int, ...]:
    """Where the periods of a row stand that are heads: enough of one kind, and rising; empty when they are none."""
    periods = _periods(row)
    return tuple(periods) if _are_heads(periods) else ()


def next_head(rows: Sequence[SheetRow], first: int, at: int) -> int | None:
    """Where the heads begin of which row `at` is one, below the table with its heads at `first`; None for a row of it.

    Periods below the heads of the table itself, such as weeks below months, belong to these.
    """
    if not any(map(_is_named, rows[first + 1 : at])):
        return None
    row = rows[at]
    periods = _periods(row)
    if _are_heads(periods):
        if is_table_of_periods(row):
            return at
        if len(periods) == _filled(row):
            return _begin_of_heads(rows, first, at, periods)
        # In the period above it a cell says when; outside all of these it is a head.
        return at if _lie_outside(rows[first], periods) else None
    return at if _is_list(rows, at) else None


def _begin_of_heads(rows: Sequence[SheetRow], first: int, at: int, periods: Mapping[int, PeriodCell]) -> int | None:
    """Where heads begin that end in a row of only periods: in it, or in that above it with the head of names."""
    above = rows[at - 1]
    words = _words(above)
    beside = [column for column, cell in enumerate(above.cells) if cell and column not in words]
    if above.number == rows[at].number - 1 and _has_title(words) and all(min(periods) <= each for each in beside):
        return at - 1
    return at if _are_heads(_periods(rows[first])) and not rows[at].cell(0) else None


def _lie_outside(heads: SheetRow, periods: Mapping[int, PeriodCell]) -> bool:
    """Whether each of these stands below a period in which it does not lie."""
    above = _periods(heads)
    spans = [(above[at].written, cell.written) for at, cell in periods.items() if at in above and above[at].has_year]
    return len(spans) == len(periods) and not any(
        head and cell and head.span and cell.span and cell.span[0] <= head.span[1] and head.span[0] <= cell.span[1]
        for head, cell in spans
    )


def _is_named(row: SheetRow) -> bool:
    """Whether a row has a name: text in its first cell that is no head and no period."""
    cell: Cell = next((cell for cell in row.cells if cell), "")
    is_text = isinstance(cell, str) and bool(cell)
    return is_text and not head_word(str(cell)) and period_cell(cell, None) is None


def _filled(row: SheetRow) -> int:
    return sum(map(bool, row.cells))


def _periods(row: SheetRow) -> dict[int, PeriodCell]:
    read = {at: period_cell(cell, None) for at, cell in enumerate(row.cells) if cell}
    return {at: cell for at, cell in read.items() if cell and cell.grain}


def _are_heads(periods: Mapping[int, PeriodCell]) -> bool:
    """Whether they are enough, of one kind, and rise; without years once over the new year."""
    cells = [*periods.values()]
    fewest = _PERIODS_IN_A_ROW
    if cells and cells[0].grain != "day" and all(cell.has_year for cell in cells):
        fewest = _PERIODS_WITH_YEARS
    if len(cells) < fewest or len({cell.grain for cell in cells}) != 1:
        return False
    falls = sum(then.rank <= before.rank for before, then in pairwise(cells))
    return not falls or (falls == 1 and not any(cell.has_year for cell in cells))


def _words(row: SheetRow) -> dict[int, HeadWord]:
    """The heads of a row by their words alone; a period is none."""
    words = {
        at: head_word(cell)
        for at, cell in enumerate(row.cells)
        if isinstance(cell, str) and cell and not _is_period(cell)
    }
    return {at: word for at, word in words.items() if word and word.is_exact}


def _is_period(cell: str) -> bool:
    read = period_cell(cell, None)
    return read is not None and read.grain is not None


def _has_title(words: Mapping[int, HeadWord]) -> bool:
    return any(word.kind == "title" for word in words.values())


def _is_list(rows: Sequence[SheetRow], at: int) -> bool:
    """Whether a row has only heads, of names and what tells of them, and days below one."""
    row, words = rows[at], _words(rows[at])
    kinds = {word.kind for word in words.values()}
    if len(words) != _filled(row) or "title" not in kinds or not kinds & _TELLING:
        return False
    before = at - 1 if _filled(rows[at - 1]) == 1 and row.number == rows[at - 1].number + 1 else at
    is_apart = before > 0 and rows[before].number > rows[before - 1].number + 1
    # Without an empty row a name may be `Actie`, and its state `Klaar`.
    if not is_apart and any(state_of(str(cell)) for cell in row.cells if cell):
        return False
    dates = [column for column, word in words.items() if word.kind in DATE_KINDS]
    below = [each.cell(column) for each in rows[at + 1 : at + 1 + _ROWS_BELOW] for column in dates]
    return any(cell and (isinstance(cell, date) or is_date(cell)) for cell in below)
