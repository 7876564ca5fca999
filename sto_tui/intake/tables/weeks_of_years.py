"""A week and the last two figures of its year: `wk 05-27` is no range of 22 weeks, and of `wk 20-27` it is asked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, SheetRow

_PAIR = re.compile(r"(?:week|wk|w)(?:nr|nummer)?[. -]{0,2}(\d{1,2}) ?[-–/] ?(\d{2})")
_LAST_WEEK = 53
# Nobody writes a longer stretch of weeks as a range without its year.
_LONGEST_RANGE = 15
_FEWEST_HEADS = 3
_SHORT_YEARS = range(20, 50)
# Years that a plan names: from the one before it begins.
_YEARS_OF_PLAN = range(-1, 6)


@dataclass(frozen=True)
class WeeksOfYears:
    """By what is written the week with its whole year, and what may as well be weeks from one to the other."""

    written: dict[str, str] = field(default_factory=dict)
    doubtful: tuple[str, ...] = ()


def weeks_of_years(texts: Iterable[str], plan_year: int) -> WeeksOfYears:
    """The cells that are a week of a year of the plan, where that is sure or the same year is sure of another cell."""
    near = {(plan_year + step) % 100 for step in _YEARS_OF_PLAN}
    pairs = {text: pair for text in texts if (pair := _pair(text)) and pair[1] in near}
    sure = {year for week, year in pairs.values() if week > year or year - week > _LONGEST_RANGE}
    written = {text: _in_full(*pair) for text, pair in pairs.items() if pair[1] in sure}
    return WeeksOfYears(written, tuple(text for text in pairs if text not in written))


def as_weeks(texts: Sequence[str]) -> dict[str, str]:
    """What these cells are when each is a week and its year."""
    return {text: _in_full(*pair) for text in texts if (pair := _pair(text))}


def with_weeks_of_years(rows: Sequence[SheetRow]) -> tuple[SheetRow, ...]:
    """The rows with the weeks of their heads in full: weeks that follow each other are no ranges."""
    return (*map(_heads_in_full, rows[:HEAD_ROWS]), *rows[HEAD_ROWS:])


def _heads_in_full(row: SheetRow) -> SheetRow:
    pairs = {at: pair for at, cell in enumerate(row.cells) if isinstance(cell, str) and (pair := _pair(cell))}
    follow = all(
        then == (week + 1, year) or (week >= _LAST_WEEK - 1 and then == (1, year + 1))
        for (week, year), then in pairwise(pairs.values())
    )
    if len(pairs) < _FEWEST_HEADS or not follow:
        return row
    return replace(row, cells=tuple(_in_full(*pairs[at]) if at in pairs else cell for at, cell in enumerate(row.cells)))


def _pair(text: str) -> tuple[int, int] | None:
    match = _PAIR.fullmatch(plain(text))
    if match is None or not 1 <= int(match[1]) <= _LAST_WEEK or int(match[2]) not in _SHORT_YEARS:
        return None
    return int(match[1]), int(match[2])


def _in_full(week: int, year: int) -> str:
    return f"week {week} 20{year}"
