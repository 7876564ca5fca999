"""Days above columns that show only their month: whatever day a cell holds, a person sees `mrt 2027`."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from sto_tui.domain.dutch import MONTHS
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, SheetRow
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab

_FEWEST = 3
_MONTHS_IN_YEAR = 12


def with_shown_months(file: SheetFile, tab: Tab) -> Tab:
    """The tab with the names of months in its rows of heads, where these are days that show a month."""
    if tab.is_turned or not any(map(_may_be_months, tab.rows[:HEAD_ROWS])):
        return tab
    shown = file.looks(tab).months
    rows = [_named(row) if _may_be_months(row) and _are_shown(row, shown) else row for row in tab.rows[:HEAD_ROWS]]
    return replace(tab, rows=(*rows, *tab.rows[HEAD_ROWS:]))


def _may_be_months(row: SheetRow) -> bool:
    """Whether it holds days in months that follow each other, not all of them the first."""
    days = [cell for cell in row.cells if isinstance(cell, date)]
    numbers = [day.year * _MONTHS_IN_YEAR + day.month for day in days]
    follow = all(then == first + 1 for first, then in pairwise(numbers))
    return len(days) >= _FEWEST and follow and any(day.day != 1 for day in days)


def _are_shown(row: SheetRow, shown: frozenset[tuple[int, int]]) -> bool:
    return all((row.number, at) in shown for at, cell in enumerate(row.cells) if isinstance(cell, date))


def _named(row: SheetRow) -> SheetRow:
    cells = (f"{MONTHS[cell.month - 1]} {cell.year}" if isinstance(cell, date) else cell for cell in row.cells)
    return replace(row, cells=tuple(cells))
