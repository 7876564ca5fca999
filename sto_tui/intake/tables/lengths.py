"""How long something takes, as people and programs write it (`6 wk`, `3 mnd`, `5 dgn?`), and on which day it then ends.

The first day counts: a week from Monday ends on Sunday, a month from the 1st on the last of it. Days are those of the
calendar, or working days as MS Project counts them: from Monday to Friday, without holidays. Nothing at all (`0 d`)
ends on the day on which it begins.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sto_tui.domain.periods import add_months
from sto_tui.domain.text import plain

Unit = Literal["day", "working day", "calendar day", "week", "month", "hour"]

_WORDS: tuple[tuple[Unit, int, str], ...] = (
    ("day", 1, "d dg dgn dag dagen day days"),
    ("working day", 1, "wd werkdag werkdagen workday workdays"),
    ("calendar day", 1, "kd vd vdgn vdag vdagen ed edays eday kalenderdag kalenderdagen"),
    ("week", 1, "w wk wkn wks week weken weeks"),
    ("month", 1, "m mnd mnden maand maanden mo mos mon mons month months"),
    ("month", 3, "kwartaal kwartalen quarter quarters"),
    ("month", 12, "j jr jaar jaren y yr yrs year years"),
    ("hour", 1, "u uur uren h hr hrs hour hours min minuten"),
)
_UNITS = {word: (unit, times) for unit, times, words in _WORDS for word in words.split()}
_LENGTH = re.compile(r"(?:ca\.?|circa|ongeveer|±|~)? ?(?:(\d{1,4})(?:[.,]0+)?|(een|half|halve)) ?([a-z]*)\.?\??")
_LONGEST: dict[Unit, int] = {"week": 520, "month": 120}
_MOST_DAYS = 3650
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Length:
    """A number of units; None for the unit of a number alone."""

    number: int
    unit: Unit | None

    def last_day(self, start: date) -> date | None:
        """The day on which it ends; None when the unit does not say that."""
        if self.unit in (None, "hour", "day"):
            return None
        if not self.number:
            return start
        if self.unit == "working day":
            return _working_day(start, self.number)
        if self.unit == "month":
            return add_months(start, self.number) - _ONE_DAY
        return start + timedelta(days=self.number * (7 if self.unit == "week" else 1)) - _ONE_DAY

    def of(self, unit: Unit | None) -> "Length":
        """The same number in another unit."""
        return replace(self, unit=unit)


def length_of(text: str) -> Length | None:
    """What a cell says of how long something takes; None when it is no number of known units."""
    match = _LENGTH.fullmatch(plain(text).strip())
    if match is None:
        return None
    number, word, unit_word = match.groups()
    if not unit_word:
        return Length(int(number), None) if number else None
    if unit_word not in _UNITS:
        return None
    unit, times = _UNITS[unit_word]
    if word in ("half", "halve"):
        # Half a year is half of twelve months; half a week or day is no whole number of days.
        return Length(times // 2, unit) if times == 12 else None
    length = Length((int(number) if number else 1) * times, unit)
    return length if length.number <= _LONGEST.get(unit, _MOST_DAYS) else None


def unit_of_head(head: str) -> Unit | None:
    """The unit that a head names, also in brackets: `Duur (weken)`, `Aantal dagen`."""
    words = [word for word in re.findall(r"[a-z]+", plain(head)) if len(word) > 1]
    units = {_UNITS[word] for word in words if word in _UNITS}
    return next(iter(units))[0] if len(units) == 1 and next(iter(units))[1] == 1 else None


def fits(length: Length, start: date, due: date) -> bool:
    """Whether an end can be meant by a length, however days and weekends are counted."""
    units: tuple[Unit | None, ...] = ("working day", "calendar day") if length.unit == "day" else (length.unit,)
    ends = [day for unit in units if (day := length.of(unit).last_day(start))]
    # Of MS Project a week is five working days, and a month twenty.
    of_program = {"week": 5, "month": 20}.get(length.unit or "", 0) * length.number
    ends += [_working_day(start, of_program)] if of_program else []
    # A week ends on Friday, on Sunday, or on the Monday after; an end may also be the first day that is free again.
    return not ends or any(day - timedelta(days=2) <= due <= day + _ONE_DAY for day in ends)


def _working_day(start: date, number: int) -> date:
    day = start
    while day.weekday() > 4:
        day += _ONE_DAY
    weeks, left = divmod(number - 1, 5)
    day += timedelta(weeks=weeks)
    for _ in range(left):
        day += timedelta(days=3 if day.weekday() == 4 else 1)
    return day
