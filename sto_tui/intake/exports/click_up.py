"""A list of ClickUp: its days are milliseconds since 1970, with the same day as text in a column beside it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sto_tui.intake.exports.written_rows import WrittenRows
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow

_AS_TEXT = "text"
_EMPTY = ("null", "[]")
_DIGITS = 13


def click_up_rows(rows: Sequence[SheetRow]) -> WrittenRows | None:
    """The tasks with days that are days; None when it is no list of ClickUp."""
    for at, head in enumerate(rows[:HEAD_ROWS]):
        keys = [head_key(str(cell)) for cell in head.cells]
        texts = {column for column, key in enumerate(keys) if key.removesuffix(_AS_TEXT) in keys and _AS_TEXT in key}
        days = {column for column, key in enumerate(keys) if f"{key}{_AS_TEXT}" in keys}
        below = rows[at + 1 :]
        if days and any(_day(row.text(column)) for row in below for column in days):
            heads = SheetRow(head.number, _cells(head, texts, set()))
            told = "De tijden van ClickUp zijn gelezen als dagen, zoals de klok in Nederland ze aanwijst."
            whole = [SheetRow(row.number, _cells(row, texts, days)) for row in below]
            return WrittenRows((*rows[:at], heads, *whole), (told,))
    return None


def _cells(row: SheetRow, left_out: set[int], days: set[int]) -> tuple[Cell, ...]:
    return tuple("" if at in left_out else _cell(cell, at in days) for at, cell in enumerate(row.cells))


def _cell(cell: Cell, is_day: bool) -> Cell:
    if not isinstance(cell, str) or cell in _EMPTY:
        return "" if isinstance(cell, str) else cell
    if is_day and (day := _day(cell)):
        return day
    return cell[1:-1] if cell.startswith("[") and cell.endswith("]") else cell


def _day(cell: str) -> date | None:
    """The day in the Netherlands: an hour after that of Greenwich, in summer two."""
    if not cell.isdecimal() or len(cell) != _DIGITS:
        return None
    moment = datetime.fromtimestamp(int(cell) // 1000, UTC)
    is_summer = _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)
    return (moment + timedelta(hours=2 if is_summer else 1)).date()


def _last_sunday(year: int, month: int) -> datetime:
    """One o'clock of Greenwich on the last Sunday of a month of 31 days, when the clock changes."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
