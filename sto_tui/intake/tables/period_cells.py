"""What a head above a column of bars says: a month, week, quarter or year, with or without its year, or a number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.written_dates import DayOrder, Grain, WrittenDate, written_date

Unit = Literal["dag", "week", "maand", "jaar"]
"""What the numbers 1, 2, 3 … count; the first three are the answers to that question."""

PERIOD_GRAINS: tuple[Grain, ...] = ("day", "week", "month", "quarter", "half", "year", "school year", "range")
_WORDS_OF_UNITS: Mapping[Unit, str] = {
    "dag": "dag dagen day days d",
    "week": "week weken weeks wk weeknr weeknummer w kw",
    "maand": "maand maanden month months mnd mnth m",
    "jaar": "jaar year jr y",
}
_UNIT_WORDS = {word: unit for unit, words in _WORDS_OF_UNITS.items() for word in words.split()}
_COUNTED = re.compile(rf"({'|'.join(_UNIT_WORDS)})[ .-]?(\d{{1,3}})")
_NUMBER = re.compile(r"\d{1,3}")
_YEAR_WORD = re.compile(r"(?:jaar|year|kalenderjaar|calendar year|planning|fy)[ :]*(\d{4})")
# The letters of the months, twice, to find a school year in it too.
_INITIALS = "jfmamjjasond" * 2
_ENOUGH_INITIALS = 6
# For heads without a year: one that has a 29 February and a week 53.
_FULL_YEAR = 2032
_NUMBER_BEHIND_MONTH = re.compile(r"[a-z]{3,9}[ -](\d{2})")


@dataclass(frozen=True, slots=True)
class PeriodCell:
    """One head: its text, what it is, and its first day in any year, for the order in which they come."""

    text: str
    grain: Grain | None
    written: WrittenDate | None
    number: int | None = None
    unit: Unit | None = None

    @property
    def rank(self) -> int:
        """Rises from one head to the next; within a year for those without one."""
        if self.number is not None:
            return self.number
        return self.written.start.toordinal() if self.written and self.written.start else 0

    @property
    def has_year(self) -> bool:
        """Whether it needs no year from elsewhere."""
        return self.written is not None and not self.written.without_year


def period_cell(cell: Cell, order: DayOrder | None) -> PeriodCell | None:
    """A head as a period or a number; None for anything else."""
    if isinstance(cell, date):
        return PeriodCell(str(cell), "day", WrittenDate(cell, cell, "day"))
    words = plain(cell)
    if _NUMBER.fullmatch(words):
        return PeriodCell(cell, None, None, int(words))
    if (match := _COUNTED.fullmatch(words)) and _UNIT_WORDS[match[1]] != "week":
        return PeriodCell(cell, None, None, int(match[2]), _UNIT_WORDS[match[1]])
    if match := _YEAR_WORD.fullmatch(words):
        words = match[1]
    written = written_date(words, order, _FULL_YEAR)
    if written is None or written.vague or written.grain not in PERIOD_GRAINS:
        return None
    return PeriodCell(cell, written.grain, written)


def head_order(cells: Sequence[Cell]) -> DayOrder | None:
    """The order of day and month in a row of heads: the only one in which they all rise.

    Months with two figures behind them (`jan 27, feb 27`) are months of years when the figures stay the same.
    """
    texts = [cell for cell in cells if isinstance(cell, str) and cell]
    behind = [match[1] for text in texts if (match := _NUMBER_BEHIND_MONTH.fullmatch(plain(text)))]
    if len(behind) >= 3 and len(set(behind)) < len(behind) and behind == sorted(behind):
        return "dm"
    rising: list[DayOrder] = []
    orders: tuple[DayOrder, DayOrder] = ("dm", "md")
    for order in orders:
        written = [written_date(text, order, _FULL_YEAR) for text in texts if written_date(text) or text[0].isdigit()]
        days = [head.start for head in written if head and head.start]
        if len(days) == len(written) >= 2 and all(first < then for first, then in pairwise(days)):
            rising.append(order)
    return rising[0] if len(rising) == 1 else None


def initials(cells: Sequence[Cell]) -> tuple[str, ...] | None:
    """The names of the months of a row of their first letters; None when it is no such row."""
    letters = "".join(plain(str(cell)) for cell in cells)
    if len(letters) != len(cells) or len(letters) < _ENOUGH_INITIALS:
        return None
    places = {at % 12 for at in range(12) if _INITIALS.startswith(letters[:24], at)}
    if len(letters) > 12 or len(places) != 1:
        return None
    first = places.pop()
    names = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
    return tuple(names[(first + step) % 12] for step in range(len(letters)))


def unit_of(label: Cell) -> Unit | None:
    """What a word beside a row of numbers says that they count: `Week`, `Maand`."""
    return _UNIT_WORDS.get(plain(str(label)).rstrip(".:s")) or _UNIT_WORDS.get(plain(str(label)).rstrip(".:"))
