"""What a head above a column of bars says: a month, week, quarter or year, with or without its year, or a number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.text import plain
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.missing_years import read_in_years
from sto_tui.intake.tables.written_dates import DayOrder, Grain, WrittenDate, written_date

Unit = Literal["dag", "week", "maand", "jaar", "deel"]
"""What the numbers 1, 2, 3 … count; `deel` is a part of a year that only a school knows, such as a block."""

FINEST: tuple[Grain | None, ...] = (
    *("day", "week", "month", "quarter", "season", "half", "school year", "year", "range"),
    None,
)
"""What a head may be, the finest first; a number alone is none of these."""
_WORDS_OF_UNITS: Mapping[Unit, str] = {
    "dag": "dag dagen day days d",
    "week": "week weken weeks wk weeknr weeknummer kalenderweek wknr w kw",
    "maand": "maand maanden month months mnd mnth m",
    "jaar": "jaar year jr y",
    "deel": "p t b per periode period blok block tertaal tert trimester trim trimesters kwadrimester module "
    "semester sem",
}
_UNIT_WORDS = {word: unit for unit, words in _WORDS_OF_UNITS.items() for word in words.split()}
_COUNTED = re.compile(rf"({'|'.join(_UNIT_WORDS)})[ .-]?(\d{{1,3}})")
_ABBREVIATED = re.compile(r"\b(trim|tert|per|sem)\. ?(?=\d|$)")
_NTH = re.compile(r"(\d)(?:e|ste|de|st|nd|rd|th) ?([a-z]{2,12})")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")
_NUMBER = re.compile(r"\d{1,3}")
# `Week nr.` counts what `Week` does.
_NUMBER_WORD = re.compile(r"(?<=[a-z]) ?\(?(?:nr|no|nummer|nummers|number)\.?\)?$")
# A school year in two figures, of which the second is the next: no day of any month.
_SHORT_SCHOOL_YEAR = re.compile(r"'?(\d{2}) ?[-/–] ?'?(\d{2})")
_FIRST_SHORT_YEAR = 13
# A quarter, half-year or phase with its months beside it: these say it, also where the quarters begin in September.
_WITH_MONTHS = re.compile(
    r"(?:q[1-4]|[kh][1-4]|[1-4]e (?:kwartaal|quarter|halfjaar)|kwartaal [1-4]"
    r"|(?:fase|phase|blok|deel|periode|tranche|ronde|stap) ?[a-z0-9]{1,3})[ :,]*"
    r"\(?(?P<months>[a-z]{3,9}\.? ?(?:-|–|t/m|tot en met|tot) ?[a-z]{3,9}\.?)\)?(?P<year> '?(?:\d{4}|\d{2}))?\)?"
)
# By what the word says four months.
_THIRD = re.compile(r"(?:tertaal (?P<third>[123])|(?P<nth>[123])(?:e|ste|de) tertaal) (?:van )?(?P<year>\d{4})")
# The number of a day in a rekenblad, from 2000 to 2099.
_SERIAL = re.compile(r"\d{5}")
_SERIALS = range(36526, 73051)
_YEAR_WORD = re.compile(r"(?:jaar|year|kalenderjaar|calendar year|planning|fy)[ :]*(\d{4})")
# The letters of the months, twice, to find a school year in it too.
_INITIALS = "jfmamjjasond" * 2
_ENOUGH_INITIALS = 6
_DAY_NOUGHT = date(1899, 12, 30)
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
    order: DayOrder | None = None

    @property
    def rank(self) -> int:
        """Rises from one head to the next; within a year for those without one."""
        if self.number is not None:
            return self.number
        return self.written.start.toordinal() if self.written and self.written.start else 0

    def in_years(self, years: str) -> Span | None:
        """Its days in a year or school year."""
        written = read_in_years(_in_full(plain(self.text)), self.order, years)
        return written.span if written else None

    @property
    def has_year(self) -> bool:
        """Whether it needs no year from elsewhere."""
        return self.written is not None and not self.written.without_year


@lru_cache(maxsize=20_000, typed=True)
def period_cell(cell: Cell, order: DayOrder | None) -> PeriodCell | None:
    """A head as a period or a number; None for anything else."""
    if isinstance(cell, date):
        return PeriodCell(str(cell), "day", WrittenDate(cell, cell, "day"))
    words = plain(cell)
    if _NUMBER.fullmatch(words):
        return PeriodCell(cell, None, None, int(words))
    if _SERIAL.fullmatch(words) and int(words) in _SERIALS:
        day = _DAY_NOUGHT + timedelta(days=int(words))
        return PeriodCell(cell, "day", WrittenDate(day, day, "day"))
    if counted := _counted(words):
        return PeriodCell(cell, None, None, *counted)
    written = written_date(_in_full(words), order, _FULL_YEAR)
    is_season = written is not None and written.grain == "season" and not written.without_year
    if written is None or (written.vague and not is_season) or written.grain not in FINEST:
        return None
    return PeriodCell(cell, written.grain, written, order=order)


def _counted(words: str) -> tuple[int, Unit] | None:
    """The number and what it counts: `maand 3`, `P1`, `trim. 1`, `2e tertaal`."""
    words = _ABBREVIATED.sub(r"\1 ", words).strip()
    for at, ordinal in enumerate(_ORDINALS, 1):
        words = words.replace(f"{ordinal} ", f"{at}e ", 1) if words.startswith(ordinal) else words
    if (match := _COUNTED.fullmatch(words)) and _UNIT_WORDS[match[1]] != "week":
        number, unit = int(match[2]), _UNIT_WORDS[match[1]]
        # `T0` is a measurement.
        return None if unit == "deel" and not number else (number, unit)
    if (match := _NTH.fullmatch(words)) and _UNIT_WORDS.get(match[2]) == "deel":
        return int(match[1]), "deel"
    return None


def _in_full(words: str) -> str:
    """What a head says as it is read elsewhere: the year of `planning 2027`, the months of `Q1 (jan-mrt) 2027`."""
    if match := _YEAR_WORD.fullmatch(words):
        return match[1]
    if (match := _SHORT_SCHOOL_YEAR.fullmatch(words)) and int(match[1]) >= _FIRST_SHORT_YEAR:
        return f"20{match[1]}-20{match[2]}" if int(match[2]) == int(match[1]) + 1 else words
    if match := _THIRD.fullmatch(words):
        last = 4 * int(match["third"] or match["nth"])
        return f"{MONTHS[last - 4]} - {MONTHS[last - 1]} {match['year']}"
    if match := _WITH_MONTHS.fullmatch(words):
        year = (match["year"] or "").strip(" '")
        return f"{match['months']} {year if len(year) == 4 else f'20{year}'}" if year else match["months"]
    return words


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
        falls = [at for at, (first, then) in enumerate(pairwise(days)) if first >= then]
        over_new_year = len(falls) == 1 and days[falls[0]].month > days[falls[0] + 1].month
        if len(days) == len(written) >= 2 and (not falls or (over_new_year and _lack_years(texts, order))):
            rising.append(order)
    return rising[0] if len(rising) == 1 else None


def _lack_years(texts: Sequence[str], order: DayOrder) -> bool:
    return all((written := written_date(text, order)) is None or written.without_year for text in texts)


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
    words = _NUMBER_WORD.sub("", plain(str(label)).rstrip(".:"))
    return _UNIT_WORDS.get(words.rstrip(".s")) or _UNIT_WORDS.get(words.rstrip("."))
