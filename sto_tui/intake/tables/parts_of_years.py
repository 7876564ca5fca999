"""Months and quarters below years, by number or letter: `1 2 3` below the last year is what it is below a whole one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.head_search import after_sum_word
from sto_tui.intake.tables.period_cells import period_cell

_MONTHS, _QUARTERS = 12, 4
_ROWS_ABOVE = 2
_FEWEST = 3
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LETTERS = "jfmamjjasond"
# So many letters side by side are those of months, and of which ones.
_SURE_LETTERS = 6
# What a word over or beside numbers says that they count.
_SIZES = {"maand": _MONTHS, "maanden": _MONTHS, "month": _MONTHS, "months": _MONTHS, "mnd": _MONTHS}
_SIZES |= dict.fromkeys(("kwartaal", "kwartalen", "quarter", "quarters"), _QUARTERS)
_COUNTS_ELSE = re.compile(
    r"week|weken|\bwk|dag|\bday|sprint|blok|period|les|ronde|fase|iterati|module|terti?aal|trimester|semester|stap|uur"
)


def parts_of_years(row: SheetRow, above: Sequence[SheetRow], below: SheetRow | None = None) -> dict[int, str]:
    """By column the month or quarter with its year that stands there; empty when it may be something else.

    Whole years say which it is, or the word over the numbers; a year in a title says nothing of what is below it. Only
    the first year may begin, and the last one end, in the middle. Where `below` has the days, the numbers are names.
    """
    for at in range(len(above) - 1, max(-1, len(above) - 1 - _ROWS_ABOVE), -1):
        if years := _years(above[at]):
            return _named(row, years, above[at + 1 :], below)
    return {}


def _years(row: SheetRow) -> dict[int, int]:
    years: dict[int, int] = {}
    for at, cell in enumerate(row.cells):
        read = period_cell(cell, None) if cell else None
        if read and read.grain == "year" and read.written and read.written.start:
            years[at] = read.written.start.year
    return years


def _named(
    row: SheetRow, years: Mapping[int, int], between: Sequence[SheetRow], below: SheetRow | None
) -> dict[int, str]:
    cells = {at: cell for at, cell in enumerate(row.cells) if cell and at >= min(years)}
    numbers = _numbers(cells)
    parts = numbers or _letters(cells)
    if len(parts) < _FEWEST:
        return {}
    words = [*_words(row, parts), *(word for each in between for word in _words(each, parts))]
    said = {size for word in words if (size := _SIZES.get(word.rstrip(".:")))}
    # Only over the numbers themselves a year is that of each of them.
    is_head = any(min(parts) <= at <= max(parts) for at in years)
    if any(map(_COUNTS_ELSE.search, words)) or (numbers and not said and not is_head):
        return {}
    if numbers and any(each and _has_days(each, parts) for each in (*between, below)):
        return {}
    by_year: dict[int, list[int]] = {}
    over = {at: years[max(column for column in years if column <= at)] for at in parts}
    for at in sorted(parts):
        by_year.setdefault(over[at], []).append(parts[at])
    size = _size([*by_year.values()]) if [*by_year] == [*range(min(by_year), max(by_year) + 1)] else 0
    is_sure = said == {size} if said else not numbers or len(by_year) > 1 or len(parts) == size
    if not size or not is_sure:
        return {}
    return {at: f"{MONTHS[part - 1] if size == _MONTHS else f'Q{part}'} {over[at]}" for at, part in parts.items()}


def _words(row: SheetRow, parts: Mapping[int, int]) -> Iterator[str]:
    """What may say what the numbers count: left of them and over them."""
    for at, cell in enumerate(row.cells[: max(parts) + 1]):
        if (cell and at not in parts) or (isinstance(cell, str) and cell and period_cell(cell, None) is None):
            yield plain(str(cell))


def _has_days(row: SheetRow, parts: Mapping[int, int]) -> bool:
    """Whether each number has a period of its own above or below it."""
    read = [period_cell(row.cell(at), None) if row.cell(at) else None for at in parts]
    return all(each and each.grain for each in read)


def _numbers(cells: Mapping[int, Cell]) -> dict[int, int]:
    """The numbers, in figures or as people number quarters; empty when words stand between them."""
    numbers: dict[int, int] = {}
    rest = []
    for at, cell in cells.items():
        read = period_cell(cell, None)
        number = _ROMAN.get(plain(str(cell))) or (read.number if read and read.unit in (None, "maand") else None)
        if number is not None:
            numbers[at] = number
        elif after_sum_word(plain(str(cell))) is None:
            rest.append(at)
    return {} if any(at < max(numbers, default=0) for at in rest) else numbers


def _letters(cells: Mapping[int, Cell]) -> dict[int, int]:
    """The months of letters that stand side by side, from January or to December."""
    texts = {at: plain(str(cell)) for at, cell in cells.items()}
    places = [at for at in texts if texts[at] in _LETTERS and len(texts[at]) == 1]
    letters = "".join(texts[at] for at in places)
    if len(letters) < _SURE_LETTERS or places[-1] - places[0] >= len(places):
        return {}
    first = next((at for at in range(_MONTHS) if (_LETTERS * len(letters)).startswith(letters, at)), None)
    return {} if first is None else {at: (first + step) % _MONTHS + 1 for step, at in enumerate(places)}


def _size(years: Sequence[Sequence[int]]) -> int:
    """How many parts a year has: 12 or 4; 0 when they do not go on from one year to the next, or nothing says it."""
    numbers = [number for of_year in years for number in of_year]
    size = max(numbers)
    if size not in (_MONTHS, _QUARTERS):
        return 0
    is_on = all(then == before % size + 1 for before, then in pairwise(numbers))
    is_split = all(of_year == sorted(set(of_year)) for of_year in years) and all(
        of_year[0] == 1 for of_year in years[1:]
    )
    return size if is_on and is_split else 0
