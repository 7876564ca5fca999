"""Days as heads over bars: each lasts until the next one, or stands for its month, or for the week that ends then."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from sto_tui.domain import dutch
from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.periods import month_end
from sto_tui.domain.text import plain
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.sheets.table_reader import Cell

WEEK_DAY: Literal["weekdag"] = "weekdag"
"""The key of the question whether weeks begin or end on the days above the columns."""
Edge = Literal["begin", "eind"]

_ONE_DAY = timedelta(days=1)
_WEEK, _FRIDAY = 7, 4
# A quarter has so many months.
_QUARTER = 3
_ENDS = re.compile(r"\b(?:eindig\w*|einde?|week ?einde?|ending|ends|t/m|tot en met|w/e)(?!\w)")
_BEGINS = re.compile(r"\b(?:begin\w*|start\w*|vanaf|ingaand\w*|commencing|w/c|van)(?!\w)")
# Of another column `Begin` says nothing of the weeks.
_ABOUT_WEEKS = re.compile(r"\bwe(?:ek|ken)|\bwk\b|\bw/[ec]\b|^(?:t/m|tot en met|eindigt|vanaf|van)\b")


@dataclass(frozen=True)
class DayHeads:
    """The days of each head, what is told of it in Dutch, and the keys of what has to be asked."""

    spans: tuple[Span, ...]
    told: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def of_days(spans: Sequence[Span], words: str, answer: Edge | None) -> DayHeads:
    """What the days above columns stand for; `words` stand left of them.

    Firsts of months are a month, Mondays a week of work. The last days of months, or the same day of months that
    follow each other, are told to be months. Weeks from Friday to Sunday on may as well end then: that is asked.
    """
    days = [span[0] for span in spans]
    if are_quarters(days):
        heads = f"{dutch.long_date(days[0])} tot en met {dutch.long_date(days[-1])}"
        return DayHeads(tuple(map(_quarter, days)), (f"De koppen {heads} zijn gelezen als hele kwartalen.",))
    if all(day.day == 1 for day in days):
        return DayHeads(tuple(_month(day) for day in days))
    if _are_months(days):
        ends = [f"{MONTHS[day.month - 1]} {day.year}" for day in (days[0], days[-1])]
        heads = f"{dutch.long_date(days[0])} tot en met {dutch.long_date(days[-1])}"
        told = f"De koppen {heads} zijn gelezen als hele maanden: {ends[0]} tot en met {ends[1]}."
        return DayHeads(tuple(_month(day) for day in days), (told,))
    steps = {(then - first).days for first, then in pairwise(days)}
    if steps == {_WEEK} and days[0].weekday() == 0:
        return DayHeads(tuple((day, day + timedelta(days=_FRIDAY)) for day in days))
    until = [then - _ONE_DAY for then in (*days[1:], days[-1] + timedelta(days=min(steps)))]
    lasting = tuple(zip(days, until, strict=True))
    if steps == {_WEEK} and days[0].weekday() >= _FRIDAY:
        edge = answer or _edge(words)
        weeks = tuple(_week(day) for day in days) if edge == "eind" else lasting
        return DayHeads(weeks, asked=() if edge else (WEEK_DAY,))
    return DayHeads(lasting)


def words_before(rows: Sequence[Sequence[Cell]], row: int, column: int) -> str:
    """What is said of weeks left of the first of these heads, and in the row above that."""
    cells = [*rows[row][:column], *(rows[row - 1] if row else ())]
    texts = (plain(cell) for cell in cells if isinstance(cell, str))
    return " ".join(text for text in texts if _ABOUT_WEEKS.search(text))


def _edge(words: str) -> Edge | None:
    if bool(_ENDS.search(words)) == bool(_BEGINS.search(words)):
        return None
    return "eind" if _ENDS.search(words) else "begin"


def _are_months(days: Sequence[date]) -> bool:
    """Whether these are the last days of months that follow each other, or the same day of each."""
    follow = all(_number(then) == _number(first) + 1 for first, then in pairwise(days))
    most = max(day.day for day in days)
    return follow and all(day.day == min(most, month_end(day.year, day.month).day) for day in days)


def are_quarters(days: Sequence[date]) -> bool:
    """Whether these are the first or the last days of quarters that follow each other."""
    follow = all(_number(then) == _number(first) + _QUARTER for first, then in pairwise(days))
    is_first = all(day.day == 1 and day.month % _QUARTER == 1 for day in days)
    is_last = all(day == month_end(day.year, day.month) and day.month % _QUARTER == 0 for day in days)
    return len(days) > 1 and follow and (is_first or is_last)


def _quarter(day: date) -> Span:
    last = day.month + -day.month % _QUARTER
    return date(day.year, last - _QUARTER + 1, 1), month_end(day.year, last)


def _number(day: date) -> int:
    return day.year * 12 + day.month


def _month(day: date) -> Span:
    return day.replace(day=1), month_end(day.year, day.month)


def _week(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=_FRIDAY)


def told_seasons(head: str, span: Span | None) -> tuple[str, ...]:
    """How seasons were taken for days, by the first of them: nobody begins one on the same day."""
    if span is None:
        return ()
    days = f"{dutch.long_date(span[0])} t/m {dutch.long_date(span[1])}"
    return (f"Onzeker, en zo genomen: ‘{head}’ is {days}, en zo ook de andere seizoenen.",)
