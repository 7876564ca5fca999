"""Real days as heads over other heads: the first of a month over its weeks is that month, of January a year."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sto_tui.domain.dutch import MONTHS
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.period_cells import period_cell


def with_months(row: SheetRow, below: SheetRow) -> SheetRow:
    """The row with its first days of months written as months or years, where finer heads stand below each."""
    days = {at: cell for at, cell in enumerate(row.cells) if isinstance(cell, date)}
    if not days or any(day.day != 1 for day in days.values()) or not _are_over(days, below):
        return row
    words = [head_word(cell) for cell in row.cells if isinstance(cell, str) and cell]
    if not all(word and word.is_exact for word in words):
        # Beside a name it is a row of the table.
        return row
    texts = _written(days)
    return replace(row, cells=tuple(texts.get(at, cell) for at, cell in enumerate(row.cells)))


def _are_over(days: Mapping[int, date], below: SheetRow) -> bool:
    """Whether most of these days have more than one head below them that is a period or a number."""
    first = min(days)
    heads = [at for at, cell in enumerate(below.cells) if at >= first and cell and period_cell(cell, None)]
    filled = sum(bool(cell) for cell in below.cells[first:])
    return len(heads) >= 2 * len(days) and 2 * len(heads) > filled


def _written(days: Mapping[int, date]) -> dict[int, str]:
    if all(day.month == 1 for day in days.values()) and len({*days.values()}) == len(days) > 1:
        return {at: str(day.year) for at, day in days.items()}
    return {at: f"{MONTHS[day.month - 1]} {day.year}" for at, day in days.items()}
