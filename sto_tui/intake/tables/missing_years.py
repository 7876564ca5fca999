"""The year of dates that are written without one: what to propose, and how they read in the year of the answer.

An answer is a calendar year (`2027`) or a school year (`2026-2027`), of which the months from August are in the first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.intake.tables.written_dates import DayOrder, WrittenDate, written_date
from sto_tui.planning.working_days.free_days import FIRST_MONTH_OF_SCHOOL

MOST_CHOICES = 6
_NAMED = re.compile(r"(?<!\d)(20\d{2})(?:\s?[-/–]\s?(20\d{2}|\d{2}))?(?!\d)")
# A leap year, for the months alone.
_ANY_YEAR = 2028
# Of a week at the turn of the year the year is that of its Thursday.
_UNTIL_THURSDAY = timedelta(days=3)
_WEEKDAYS_REPEAT = range(-2, 5)


@dataclass(frozen=True)
class AroundDates:
    """What may say the year of dates without one: texts of the sheet, today, and the year in which the plan begins."""

    texts: tuple[str, ...]
    today: date
    plan_year: int


def read_in_years(text: str, order: DayOrder | None, years: str) -> WrittenDate | None:
    """A cell in the year or school year of an answer; what has a year of its own keeps it."""
    first, _, second = years.partition("-")
    if not second:
        return written_date(text, order, int(first))
    written = written_date(text, order, int(first))
    if written is None:
        # A day of the week that is another one in the first year, or 29 February; autumn is never in the second.
        written = written_date(text, order, int(second))
        return None if written and written.without_year and _is_in_first(written) else written
    return written if not written.without_year or _is_in_first(written) else written_date(text, order, int(second))


def _is_in_first(written: WrittenDate) -> bool:
    """From August; the third quarter and the second half-year are for the most part, and week 1 is in January."""
    day = written.end if written.grain in ("quarter", "half") else written.start
    if day and written.grain == "week":
        day += _UNTIL_THURSDAY
    return day is not None and day.month >= FIRST_MONTH_OF_SCHOOL


def years_to_choose(texts: Sequence[str], order: DayOrder | None, around: AroundDates) -> tuple[str, ...]:
    """The years to ask about, the best first.

    First those in which the most named days of the week fit, of these what stands in the title, tab or file name
    (`around`); then the year in which the plan begins, the school years around that, the next year, and those of today.
    Months that go back to January, in the order of the sheet, are of a school year.
    """
    named = list(dict.fromkeys(year for text in around.texts for year in _years_in(text)))
    first, now = around.plan_year, around.today.year
    usual = [f"{first}", f"{first - 1}-{first}", f"{first}-{first + 1}", f"{first + 1}", f"{now}", f"{now - 1}-{now}"]
    weekdays = [str(year + step) for year in (first, now) for step in _WEEKDAYS_REPEAT]
    if _goes_over_new_year(texts, order):
        usual.sort(key=lambda year: (year != f"{first}-{first + 1}", "-" not in year))
    fits = {year: _fits(texts, order, year) for year in dict.fromkeys([*named, *usual, *weekdays])}
    fitting = [year for year, count in fits.items() if count == max(fits.values())]
    shown = [year for year in fitting if year in named or year in usual]
    return tuple((shown or fitting)[:MOST_CHOICES])


def _goes_over_new_year(texts: Sequence[str], order: DayOrder | None) -> bool:
    """Whether months from August on come first, and then only earlier ones."""
    read = [written_date(text, order, _ANY_YEAR) for text in texts]
    is_first = [_is_in_first(written) for written in read if written is not None and written.without_year]
    return True in is_first and False in is_first and is_first == sorted(is_first, reverse=True)


def _years_in(text: str) -> list[str]:
    """The one year or school year that is named; of more nobody knows which."""
    years = []
    for match in _NAMED.finditer(text):
        first = int(match[1])
        follows = match[2] is not None and int(match[2]) % 100 == (first + 1) % 100
        years.append(f"{first}-{first + 1}" if follows else match[1])
    return years if len(set(years)) == 1 and YEAR_LIMITS[0] <= int(years[0][:4]) <= YEAR_LIMITS[1] else []


def _fits(texts: Sequence[str], order: DayOrder | None, years: str) -> int:
    """How many cells are a date in this year, with their day of the week."""
    dates = [text for text in dict.fromkeys(texts) if written_date(text, order)]
    return sum(read_in_years(text, order, years) is not None for text in dates)
