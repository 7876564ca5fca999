"""Dates as people type them: `28-2-2027`, `1 mrt`, `eind maart 2027`, `week 12`, `Q127`, `+6w`, `Pasen`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta
from typing import Literal

from sto_tui.domain.dutch import MONTHS, WEEKDAYS, long_date
from sto_tui.domain.periods import PERIOD_CODE, Period, add_months, month_end
from sto_tui.domain.record import Edge
from sto_tui.domain.text import plain
from sto_tui.frozen import frozen
from sto_tui.patterns import pattern

Span = tuple[date, date]
"""What was typed, as its first and last day; of one day twice that day."""

EXAMPLE = "Schrijf bijvoorbeeld 28-2-2027, mrt 2027 of Q127."


@frozen
class Beside:
    """What a date is typed beside: today, the date before it in the form, and what has a name of its own.

    Without `today` (in a sheet, which may be of any day) nothing is understood that depends on it. `named` holds
    holidays by their `plain` name, each as often as it is known, in order of time. A date without a year is of the
    year of the day that it stands `instead` of.
    """

    today: date | None = None
    earlier: date | None = None
    instead: date | None = None
    named: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @property
    def base(self) -> date | None:
        """The day that `+6w` counts from."""
        return self.earlier or self.today

    @property
    def onwards(self) -> date | None:
        """The day from which a date without a year is looked for."""
        return max(self.today, self.earlier or self.today) if self.today else None


ALONE = Beside()

# Twice the same mark: `9-12 2027` and `9 - 12 2027` may be September to December.
_DAY = pattern(r"(?P<day>\d{1,2})(?P<mark>[-/.]| [-/] |\. | )(?P<month>\d{1,2})(?P=mark)'?(?P<year>\d{4}|\d{2})")
_ISO = pattern(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_FIGURES = pattern(r"(20\d{2})(\d{2})(\d{2})")
# `2027-1` may be a part of the year, or the number of a decision.
_MONTH = pattern(r"(?P<month>\d{1,2})[-/](?P<year>\d{4})|(?P<before>\d{4})[-/](?P<behind>\d{2})")
_YEAR = pattern(r"\d{4}")
_STEP = pattern(r"\+(\d{1,4}) ?([dwm])")
_AHEAD = pattern(r"over (een|\d{1,3}) (dag|dagen|week|weken|maand|maanden|jaar)")
_WITH_YEAR = pattern(r"(.+?)(?: van| in|,)?(?:[ /-]'?(\d{4})| ?'(\d{2}))")
_YEAR_FIRST = pattern(r"(\d{4})(?:,? |[-/])?((?:[a-z]|\d(?:e|ste|de) ).*)")
_SHORT_YEAR = pattern(r"(\d{1,2}(?:[ /-]|(?:e|ste|de) )[a-z]{2,9}\.?|(?:kw\.?|kwartaal) ?\d)[ /-](\d{2})")

_MONTH_NAMES = {name[:3]: index for index, name in enumerate(MONTHS, 1)} | {"mrt": 3, "mar": 3}
_MONTH_NAMES |= {name: index for index, name in enumerate(MONTHS, 1)} | {"sept": 9}
_WEEKDAY_NAMES = {name: index for index, name in enumerate(WEEKDAYS)} | {
    name[:2]: index for index, name in enumerate(WEEKDAYS)
}
_NAMED_MONTH = r"([a-z]{3,9})\.?"
_WEEKDAY_FIRST = pattern(rf"({'|'.join(sorted(_WEEKDAY_NAMES, key=len, reverse=True))})\.?,? (.*\d.*)")
_WEEKDAY = pattern(rf"(?:(komende|aanstaande|afgelopen|vorige) )?({'|'.join(WEEKDAYS)})")

_DAYS_AWAY = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_NEIGHBOUR = pattern(r"(vorige?|deze|dit|volgende?) (week|maand|kwartaal|jaar)")
_IN_WEEK = pattern(rf"(vorige|deze|volgende) week (?:op )?({'|'.join(WEEKDAYS)})")
_OF_WEEK = pattern(rf"({'|'.join(WEEKDAYS)}) (vorige|deze|volgende) week")
_STEPS = {"vorig": -1, "vorige": -1, "deze": 0, "dit": 0, "volgend": 1, "volgende": 1}
_MONTHS_IN = {"maand": 1, "maanden": 1, "kwartaal": 3, "jaar": 12}

_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_NTH = r"(?:(\d)(?:e|ste|de)|(eerste|tweede|derde|vierde))"
_BEGIN, _MIDDLE, _END = ("begin",), ("half", "medio", "midden"), ("eind", "einde")
_PART = rf"({'|'.join(_BEGIN + _MIDDLE + _END)})(?: van)?"


def parse_date(text: str, edge: Edge = "start", beside: Beside = ALONE, *, happened: bool = False) -> date:
    """Read a date as people type it; a period, month, week or year gives its first or last day by `edge`.

    `+6w`, `+10d` and `+3m` count from the base of `beside`. Without a year it is the first time from there on, or,
    of what has `happened`, the last time before today. Raises ValueError with a Dutch sentence.
    """
    typed = plain(text)
    try:
        span, weekday = _span(typed, beside, happened=happened), None
        if span is None and (match := _WEEKDAY_FIRST.fullmatch(typed)):
            span, weekday = _span(match[2], beside, happened=happened), _WEEKDAY_NAMES[match[1]]
    except (ValueError, OverflowError) as error:
        raise ValueError(f"‘{text}’ is geen datum. {EXAMPLE}") from error
    if span is None or (weekday is not None and span[0] != span[1]):
        raise ValueError(f"‘{text}’ is geen datum. {EXAMPLE}")
    day = span[0] if edge == "start" else span[1]
    if weekday is not None and day.weekday() != weekday:
        raise ValueError(
            f"{long_date(day)} is een {WEEKDAYS[day.weekday()]} en geen {WEEKDAYS[weekday]}. Verbeter een van de twee."
        )
    return day


def _span(typed: str, beside: Beside, *, happened: bool) -> Span | None:
    """Its first and last day; None when it is no date. Raises ValueError or OverflowError for one that cannot be."""
    if (day := _exact_day(typed) or _bare_figures(typed, beside) or _step_from(typed, beside.base)) is not None:
        return day, day
    return (
        _whole_period(typed)
        or _near_today(typed, beside.today, happened=happened)
        or _in_named_year(typed)
        or _in_nearest_year(typed, beside, happened=happened)
        or _called(typed, beside, happened=happened)
    )


def _exact_day(typed: str) -> date | None:
    if match := _ISO.fullmatch(typed):
        return date(int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY.fullmatch(typed):
        return date(_year(match["year"]), int(match["month"]), int(match["day"]))
    return None


def _bare_figures(typed: str, beside: Beside) -> date | None:
    """`20270301`: where somebody types a date; in a sheet it may be a number of anything."""
    match = _FIGURES.fullmatch(typed) if beside.today else None
    return date(*map(int, match.groups())) if match else None


def _year(figures: str) -> int:
    """Two figures are of this century."""
    return int(figures) + (2000 if len(figures) == 2 else 0)


def _step_from(typed: str, base: date | None) -> date | None:
    match = _STEP.fullmatch(typed)
    if match is None or base is None:
        return None
    size = int(match[1])
    return add_months(base, size) if match[2] == "m" else base + timedelta(days=size * (7 if match[2] == "w" else 1))


def _whole_period(typed: str) -> Span | None:
    if PERIOD_CODE.fullmatch(typed):
        period = Period.parse(typed)
        return period.start, period.end
    if match := _MONTH.fullmatch(typed):
        return _months(int(match["year"] or match["before"]), int(match["month"] or match["behind"]), 1)
    return _months(int(typed), 1, 12) if _YEAR.fullmatch(typed) else None


def _months(year: int, first: int, how_many: int) -> Span:
    return date(year, first, 1), month_end(year, first + how_many - 1)


# Beside today.


def _near_today(typed: str, today: date | None, *, happened: bool) -> Span | None:
    if today is None:
        return None
    if typed in _DAYS_AWAY:
        day = today + timedelta(days=_DAYS_AWAY[typed])
        return day, day
    if match := _WEEKDAY.fullmatch(typed):
        back = match[1] in ("afgelopen", "vorige") or (happened and match[1] is None)
        day = _nearest_weekday(today, _WEEKDAY_NAMES[match[2]], back=back)
        return day, day
    if match := _AHEAD.fullmatch(typed):
        day = _ahead(today, 1 if match[1] == "een" else int(match[1]), match[2])
        return day, day
    if match := _IN_WEEK.fullmatch(typed):
        return _day_of_week(today, _STEPS[match[1]], match[2])
    if match := _OF_WEEK.fullmatch(typed):
        return _day_of_week(today, _STEPS[match[2]], match[1])
    match = _NEIGHBOUR.fullmatch(typed)
    return _neighbour(today, _STEPS[match[1]], match[2]) if match else None


def _nearest_weekday(today: date, weekday: int, *, back: bool) -> date:
    """The first one after today, or the last one before it: today itself is `vandaag`."""
    if back:
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _ahead(today: date, how_many: int, unit: str) -> date:
    if unit in _MONTHS_IN:
        return add_months(today, how_many * _MONTHS_IN[unit])
    return today + timedelta(days=how_many * (7 if unit.startswith("we") else 1))


def _day_of_week(today: date, step: int, weekday: str) -> Span:
    """A day of the week of today, or of the one before or after it; weeks begin on Monday."""
    return (today + timedelta(weeks=step, days=_WEEKDAY_NAMES[weekday] - today.weekday()),) * 2


def _neighbour(today: date, step: int, unit: str) -> Span:
    """The week (of work), month, quarter or year of today, or the one before or after it."""
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=4)
    months = _MONTHS_IN[unit]
    first = add_months(today.replace(month=(today.month - 1) // months * months + 1, day=1), step * months)
    return _months(first.year, first.month, months)


# In a year that is named, or in the nearest.


def _in_named_year(typed: str) -> Span | None:
    if match := _WITH_YEAR.fullmatch(typed):
        year = _year(match[2] or match[3])
        if span := _part_of_year(match[1], year):
            return span
        return _in_that_year(match[1], year)
    if match := _YEAR_FIRST.fullmatch(typed):
        return _in_that_year(match[2], int(match[1]))
    match = _SHORT_YEAR.fullmatch(typed)
    return _in_that_year(match[1], _year(match[2])) if match else None


def _in_that_year(words: str, year: int) -> Span | None:
    inside = _in_year(words, (*_WORDS, *_SHORT_WORDS))
    return inside(year) if inside else None


def _part_of_year(words: str, year: int) -> Span | None:
    """Begin and end of a year are its first and last quarter; what half of it would be nobody knows."""
    if words in _BEGIN:
        return _months(year, 1, 3)
    return _months(year, 10, 3) if words in _END else None


def _in_nearest_year(typed: str, beside: Beside, *, happened: bool) -> Span | None:
    if (inside := _in_year(typed, (*_WORDS, _WITHOUT_YEAR))) is None:
        return None
    if beside.instead:
        return next(_spans(inside, range(beside.instead.year, beside.instead.year + 1)), None)
    if beside.today is None or beside.onwards is None:
        return None
    if happened:
        spans = _spans(inside, range(beside.today.year + 1, beside.today.year - 9, -1))
        return next((span for span in spans if span[0] <= beside.today), None)
    onwards = beside.onwards
    spans = _spans(inside, range(onwards.year - 1, onwards.year + 9))
    return next((span for span in spans if span[1] >= onwards), None)


def _called(typed: str, beside: Beside, *, happened: bool) -> Span | None:
    """A holiday by its name: of a year the one that begins in it, else the nearest as for other dates."""
    if match := _WITH_YEAR.fullmatch(typed):
        year = _year(match[2] or match[3])
        return next((span for span in beside.named.get(match[1], ()) if span[0].year == year), None)
    spans = beside.named.get(typed, ())
    if beside.instead:
        return next((span for span in spans if span[0].year == beside.instead.year), None)
    if beside.today is None or beside.onwards is None:
        return None
    if happened:
        return next((span for span in reversed(spans) if span[0] <= beside.today), None)
    return next((span for span in spans if span[1] >= beside.onwards), None)


def _spans(inside: Callable[[int], Span], years: range) -> Iterator[Span]:
    """In every one of these years that has it: not all have a 29 February or a week 53."""
    for year in years:
        try:
            yield inside(year)
        except ValueError:
            continue


def _in_year(words: str, ways: Sequence["_Way"]) -> Callable[[int], Span] | None:
    """What words without a year say in a year; that function raises ValueError when that year has no such day."""
    for written, in_year in ways:
        if (match := written.fullmatch(words)) and (inside := in_year(match)):
            return inside
    return None


_Inside = Callable[[int], Span] | None


def _named_day(match: re.Match[str]) -> _Inside:
    month, day = _MONTH_NAMES.get(match[2]), int(match[1])
    return (lambda year: (date(year, month, day),) * 2) if month else None


def _numbered_day(match: re.Match[str]) -> _Inside:
    day, month = int(match[1]), int(match[2])
    return lambda year: (date(year, month, day),) * 2


def _named_month(match: re.Match[str]) -> _Inside:
    month = _MONTH_NAMES.get(match[1])
    return (lambda year: _months(year, month, 1)) if month else None


def _part_of_month(match: re.Match[str]) -> _Inside:
    """Its first ten days, its fifteenth, or all after the twentieth."""
    month, part = _MONTH_NAMES.get(match[2]), match[1]
    if month is None:
        return None
    if part in _MIDDLE:
        return lambda year: (date(year, month, 15),) * 2
    if part in _BEGIN:
        return lambda year: (date(year, month, 1), date(year, month, 10))
    return lambda year: (date(year, month, 21), month_end(year, month))


def _week(match: re.Match[str]) -> _Inside:
    """A week of work, from Monday to Friday, by its ISO number."""
    number = int(match[1])
    return lambda year: (date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 5))


def _nth(match: re.Match[str]) -> int:
    return int(match[1]) if match[1] else _ORDINALS[match[2]]


def _quarter(match: re.Match[str]) -> _Inside:
    return _period(_nth(match), 4)


def _quarter_behind(match: re.Match[str]) -> _Inside:
    return _period(int(match[1]), 4)


def _half(match: re.Match[str]) -> _Inside:
    return _period(_nth(match), 2)


def _period(number: int, parts: Literal[2, 4]) -> _Inside:
    if not 1 <= number <= parts:
        return None
    months = 12 // parts
    return lambda year: _months(year, (number - 1) * months + 1, months)


def _half_behind(match: re.Match[str]) -> _Inside:
    return _period(int(match[1]), 2)


_Way = tuple[re.Pattern[str], Callable[[re.Match[str]], _Inside]]
_WORDS: Sequence[_Way] = (
    (pattern(rf"(\d{{1,2}})[ -]{_NAMED_MONTH}"), _named_day),
    (pattern(_NAMED_MONTH), _named_month),
    (pattern(rf"{_PART} {_NAMED_MONTH}"), _part_of_month),
    (pattern(r"(?:week|wk)\.? ?(\d{1,2})"), _week),
    (pattern(rf"{_NTH} kwartaal"), _quarter),
    (pattern(r"kwartaal (\d)"), _quarter_behind),
    (pattern(rf"{_NTH} (?:helft|half ?jaar)"), _half),
)
_WITHOUT_YEAR: _Way = pattern(r"(\d{1,2})[-/](\d{1,2})"), _numbered_day
"""With a year it is `_DAY`."""
_SHORT_WORDS: Sequence[_Way] = (
    (pattern(r"(?:kw\.? ?|[qk])(\d)"), _quarter_behind),
    (pattern(r"(\d)(?:e|ste|de)? kw\.?"), _quarter_behind),
    (pattern(r"h(\d)"), _half_behind),
    (pattern(r"w(\d{1,2})"), _week),
    (pattern(rf"(\d{{1,2}})(?:(?:e|ste|de) |/){_NAMED_MONTH}"), _named_day),
)
"""What only with a year beside it is no room, power or number of something."""
