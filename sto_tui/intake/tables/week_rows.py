"""Rows of bare week numbers below months or quarters: `36 37 38 39` under September are weeks, and no numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby, pairwise
from typing import Literal

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow
from sto_tui.intake.tables.dated_heads import with_months
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.parts_of_years import parts_of_years
from sto_tui.intake.tables.period_cells import period_cell, unit_of
from sto_tui.intake.tables.written_dates import Grain

Counted = Literal["week", "maand"]
"""What counts of weeks that do not lie in the months above them: the answers to that question."""

_LAST_WEEK = 53
# Between these weeks the new year begins, also where those of a holiday are left out.
_LATE, _EARLY = 48, 5
_WEEKS_IN_A_ROW = 3
_MOST_DAYS, _MONTHS = 31, 12
_ROWS_ABOVE = 3
_FIGURES = 3
_LONGEST_BETWEEN = 20
_ABOVE: Mapping[Grain, int] = {"month": 1, "quarter": 3, "half": 6}
# Years of every length that begin on every day of the week.
_SAMPLE_YEARS = range(2020, 2033)
# The week at the end of a month stands below either, and people merge one column too few.
_TOLERANCE = timedelta(days=7)
_HALF = re.compile(r"(?:1e|2e|eerste|tweede) (?:helft|halve maand)|1st half|2nd half|first half|second half")


def with_weeks(rows: Sequence[SheetRow], counted: Counted | None = None) -> tuple[SheetRow, ...]:
    """The same rows, in which bare numbers that are weeks are written as `week 36`.

    They are when the word stands beside them, or when they lie in the months above them; those that do not are when
    that was answered.
    """
    read: list[SheetRow] = []
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        if at < HEAD_ROWS and below:
            row = with_months(row, below)
        years = parts_of_years(row, read, below) if at < HEAD_ROWS else {}
        if years and _is_row_of_heads(row, min(years), read):
            read.append(_written(row, years))
            continue
        weeks = _weeks_of(row) if at < HEAD_ROWS else {}
        if not weeks and at < HEAD_ROWS and (parts := _parts_of_months(row, read)):
            read.append(_written(row, parts))
            continue
        if not weeks or not _is_row_of_heads(row, min(weeks), read):
            read.append(row)
            continue
        above = _months_above(read, weeks) or _months_above(rows[at + 1 : at + 2], weeks)
        is_outside = _first_outside(weeks, above) is not None
        if is_outside and counted == "maand":
            read.append(_written(row, dict.fromkeys(weeks, "")))
        elif _are_weeks(row, weeks, read) or (above and (not is_outside or counted == "week")):
            read.append(_written(row, {column: f"week {number}" for column, number in weeks.items()}))
        else:
            read.append(row)
    return (*read, *rows[len(read) :])


def is_number_row(rows: Sequence[SheetRow], at: int) -> bool:
    """Whether a row holds numbers or weeks under fewer periods or one word, and no name: it belongs to the heads."""
    numbers = _weeks_of(rows[at]) or _bare(rows[at])
    if len(numbers) < _WEEKS_IN_A_ROW or not _is_row_of_heads(rows[at], min(numbers), rows[:at]):
        return False
    counts = [*numbers.values()] == [*range(min(numbers.values()), max(numbers.values()) + 1)]
    if counts and _alone_over(rows[at - 1], min(numbers), max(numbers)):
        return True
    return any(0 < 2 * len(_periods_of(row, numbers)) <= len(numbers) for row in rows[max(0, at - _ROWS_ABOVE) : at])


def unread_numbers(above: SheetRow, row: SheetRow) -> dict[int, tuple[int, str]]:
    """By column that of the period above it, and the number below, where it does not show what the numbers are."""
    numbers = _bare(row)
    periods = _periods_of(above, numbers) if len(numbers) >= _WEEKS_IN_A_ROW else []
    if not periods or 2 * len(periods) > len(numbers) or _days_of(row, [above]):
        return {}
    over = {at: max((of for of in periods if of <= at), default=periods[0]) for at in numbers}
    by_period = [[numbers[at] for at in numbers if over[at] == period] for period in periods]
    are_even = len({*map(len, by_period)}) == 1
    if are_even and all(each == [*range(1, len(each) + 1)] for each in by_period):
        return {}
    return {at: (over[at], str(number)) for at, number in numbers.items()}


def _bare(row: SheetRow) -> dict[int, int]:
    """By column every number of up to three figures, when all that follows the first is one."""
    numbers: dict[int, int] = {}
    for column, cell in enumerate(row.cells):
        if isinstance(cell, str) and cell.isdecimal() and len(cell) <= _FIGURES:
            numbers[column] = int(cell)
        elif cell and numbers and not _may_stand_between(cell, row.cells[column:]):
            return {}
    return numbers


def _periods_of(row: SheetRow, numbers: Mapping[int, int]) -> list[int]:
    """The columns of the periods of a row over these numbers."""
    read = {at: period_cell(cell, None) for at, cell in enumerate(row.cells) if cell}
    return [at for at, cell in read.items() if cell and cell.grain and min(numbers) <= at <= max(numbers)]


def lie_in_months(rows: Sequence[SheetRow]) -> bool:
    """Whether weeks stand in these rows of heads, with months above or below them in which they lie."""
    for at, row in enumerate(rows):
        weeks = _weeks_of(row)
        above = (_months_above(rows[:at], weeks) or _months_above(rows[at + 1 : at + 2], weeks)) if weeks else {}
        if above and _first_outside(weeks, above) is None:
            return True
    return False


def week_outside(rows: Sequence[SheetRow]) -> tuple[str, str] | None:
    """The first week of these rows of heads that does not lie in the month above it, and that month."""
    for at, row in enumerate(rows):
        weeks = _weeks_of(row)
        above = _months_above(rows[:at], weeks) if weeks else {}
        column = _first_outside(weeks, above)
        if column is not None and _is_row_of_heads(row, min(weeks), rows[:at]):
            return f"week {weeks[column]}", above[column][0]
    return None


def _weeks_of(row: SheetRow) -> dict[int, int]:
    """By column the number of the week that stands there, written out or bare; empty when they are not weeks."""
    weeks = {}
    for column, cell in enumerate(row.cells):
        read = period_cell(cell, None) if cell else None
        if read and read.grain == "week" and not read.has_year:
            weeks[column] = int("".join(filter(str.isdecimal, read.text)) or 0)
    return weeks if len(weeks) >= _WEEKS_IN_A_ROW else _numbers(row)


def _numbers(row: SheetRow) -> dict[int, int]:
    """The numbers of a row when they are the last thing in it and rise, over the new year too; else nothing."""
    numbers: dict[int, int] = {}
    for column, cell in enumerate(row.cells):
        if isinstance(cell, str) and cell.isdecimal() and len(cell) < 3 and 1 <= int(cell) <= _LAST_WEEK:
            numbers[column] = int(cell)
        elif cell and numbers and not _may_stand_between(cell, row.cells[column:]):
            return {}
    return numbers if len(numbers) >= _WEEKS_IN_A_ROW and _rise([*numbers.values()]) else {}


def _may_stand_between(cell: Cell, rest: Sequence[Cell]) -> bool:
    """Whether a cell among numbers leaves these what they are: a holiday (`VAK`, `x`), or a head behind the last."""
    is_word = isinstance(cell, str) and len(cell) <= _LONGEST_BETWEEN and not any(map(str.isdigit, cell))
    return is_word or _ends(rest)


def _ends(cells: Sequence[Cell]) -> bool:
    """Whether only heads such as `Opmerking` and totals follow."""
    return not any(str(cell).isdecimal() for cell in cells)


def _rise(numbers: Sequence[int]) -> bool:
    falls = [at for at in range(1, len(numbers)) if numbers[at] <= numbers[at - 1]]
    return not falls or (len(falls) == 1 and numbers[falls[0] - 1] >= _LATE and numbers[falls[0]] <= _EARLY)


def _is_row_of_heads(row: SheetRow, first: int, above: Sequence[SheetRow]) -> bool:
    """Whether on the left stands nothing, the word week, or what is a head here or in the row above."""
    for column, cell in enumerate(row.cells[:first]):
        word = head_word(cell) if isinstance(cell, str) and cell else None
        is_again = any(plain(str(cell)) == plain(str(each.cell(column))) for each in above[-_ROWS_ABOVE:])
        if cell and not (unit_of(cell) == "week" or is_again or (word and word.is_exact)):
            return False
    return True


def _are_weeks(row: SheetRow, weeks: Mapping[int, int], above: Sequence[SheetRow]) -> bool:
    """Whether the word stands beside or over them; or a year stands above them, and they are too high for months."""
    first, numbers = min(weeks), [*weeks.values()]
    over = (_alone_over(each, first, max(weeks)) for each in above[-_ROWS_ABOVE:])
    if any(unit_of(cell) == "week" for cell in (*row.cells[:first], *over) if cell):
        return True
    is_high = numbers[-1] < numbers[0] or (numbers[-1] > _MOST_DAYS and len(numbers) != _MONTHS)
    return is_high and any(_has_year_over(each, first) for each in above[-_ROWS_ABOVE:])


def _alone_over(row: SheetRow, first: int, last: int) -> Cell:
    """The one cell over these columns, as of a merged cell; empty when there are more, or none begins over the first.

    The word may stand over the names as well: `Week` in a cell that begins left of the numbers says nothing of them.
    """
    over = {cell for cell in row.cells[first : last + 1] if cell}
    return next(iter(over)) if len(over) == 1 else ""


def _has_year_over(row: SheetRow, first: int) -> bool:
    """Whether a year begins above the first of the numbers."""
    read = period_cell(row.cell(first), None) if row.cell(first) else None
    return read is not None and read.grain in ("year", "school year")


def _months_above(above: Sequence[SheetRow], weeks: Mapping[int, int]) -> dict[int, tuple[str, frozenset[int]]]:
    """By column of these weeks the head above it, and the months that it covers; empty without such a row of heads.

    There are fewer of them than weeks: months in columns of their own say nothing of numbers below them.
    """
    for row in reversed(above[-_ROWS_ABOVE:]):
        heads = {column: read for column, read in _heads_of(row) if column >= min(weeks)}
        if not heads or 2 * len(heads) > len(weeks) or not min(weeks) <= min(heads) <= max(weeks):
            continue
        carried: dict[int, tuple[str, frozenset[int]]] = {}
        last = None
        for column in range(min(weeks), max(weeks) + 1):
            last = heads.get(column, last)
            if last and column in weeks:
                carried[column] = last
        return carried
    return {}


def _heads_of(row: SheetRow) -> Iterator[tuple[int, tuple[str, frozenset[int]]]]:
    for column, cell in enumerate(row.cells):
        read = period_cell(cell, None) if cell else None
        start = read.written.start if read and read.written else None
        if isinstance(cell, date) and cell.day == 1:
            yield column, (str(cell), frozenset({cell.month}))
        elif read and start and read.grain and read.grain in _ABOVE:
            months = range(start.month, start.month + _ABOVE[read.grain])
            yield column, (read.text, frozenset(months))


def _first_outside(weeks: Mapping[int, int], above: Mapping[int, tuple[str, frozenset[int]]]) -> int | None:
    """The column of the first week that does not lie in the months above it, in no year at all."""
    return next((at for at in sorted(above) if at in weeks and not _months_of(weeks[at]) & above[at][1]), None)


@cache
def _months_of(week: int) -> frozenset[int]:
    """The months in which a week of the year may lie, in one year or another."""
    months: set[int] = set()
    for year in _SAMPLE_YEARS:
        first = date(year, 1, 4) - timedelta(days=date(year, 1, 4).weekday())
        monday = first + timedelta(weeks=week - 1)
        months |= {(monday - _TOLERANCE).month, monday.month, (monday + timedelta(days=6) + _TOLERANCE).month}
    return frozenset(months)


def _parts_of_months(row: SheetRow, above: Sequence[SheetRow]) -> dict[int, str]:
    """What stands below months as it is read: Mondays with their month, and nothing for the halves of each month."""
    halves = {
        column: 0 for column, cell in enumerate(row.cells) if isinstance(cell, str) and _HALF.fullmatch(plain(cell))
    }
    if len(halves) >= _WEEKS_IN_A_ROW and _is_row_of_heads(row, min(halves), above) and _months_above(above, halves):
        return dict.fromkeys(halves, "")
    days = _days_of(row, above)
    months = _months_above(above, days) if days else {}
    if not months or not _is_row_of_heads(row, min(days), above) or not _are_mondays(days, months):
        return {}
    return {column: f"{day} {months[column][0]}" for column, day in days.items()}


def _days_of(row: SheetRow, above: Sequence[SheetRow]) -> dict[int, int]:
    """By column the day of the month that stands below it: numbers that rise in each month, and not from 1 by one."""
    days: dict[int, int] = {}
    for column, cell in enumerate(row.cells):
        if isinstance(cell, str) and cell.isdecimal() and len(cell) < 3 and 1 <= int(cell) <= _MOST_DAYS:
            days[column] = int(cell)
        elif cell and days and not _may_stand_between(cell, row.cells[column:]):
            return {}
    months = _months_above(above, days) if len(days) >= _WEEKS_IN_A_ROW else {}
    if not months or {*months} != {*days} or any(len(of) > 1 for _, of in months.values()):
        return {}
    by_month = [[days[at] for at in of] for _, of in groupby(sorted(days), key=lambda at: months[at])]
    rise = all(each == sorted(set(each)) for each in by_month)
    counts = any(len(each) > 1 and each == [*range(1, len(each) + 1)] for each in by_month)
    return days if rise and not counts else {}


def _are_mondays(days: Mapping[int, int], months: Mapping[int, tuple[str, frozenset[int]]]) -> bool:
    """Whether a week lies between all of these days."""
    places = sorted(days)
    for before, then in pairwise(places):
        (month,) = months[before][1]
        lengths = (28, 29) if month == 2 else (30 if month in (4, 6, 9, 11) else 31,)
        is_same = months[before] == months[then]
        if days[then] - days[before] not in ((7,) if is_same else tuple(7 - length for length in lengths)):
            return False
    return True


def _written(row: SheetRow, texts: Mapping[int, str]) -> SheetRow:
    return replace(row, cells=tuple(texts.get(at, cell) for at, cell in enumerate(row.cells)))
