"""Dates as people write them in the cells of a sheet, of any program: a day, week, month, quarter, year or range.

What a person types in this program is read by `sto_tui.domain.typed_dates`: Dutch, beside today, day before month.
Here nothing is taken for granted: without a year, or in an order of day and month that is not known, there is no day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Literal

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.periods import Period, add_months, month_end
from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.typed_dates import Span, parse_date
from sto_tui.intake.tables.date_words import MONTH, MONTH_NUMBERS, ONLY_DUTCH, Bared, bared, part_of, tidied
from sto_tui.intake.tables.ends_of_ranges import ends_of
from sto_tui.intake.tables.listed_days import listed_days
from sto_tui.intake.tables.parts_of_year_words import NTH, ORDINALS, PERIODS, YEAR
from sto_tui.intake.tables.years_first import year_last
from sto_tui.planning.working_days.free_days import FIRST_MONTH_OF_SCHOOL

# `dm?` and `dmd` are columns with the day first in which `mrt 27` stands too: nobody knows yet what that is, or a day.
DayOrder = Literal["dm", "md", "ymd", "dm?", "dmd"]
Grain = Literal["day", "week", "month", "quarter", "half", "year", "school year", "season", "range"]

LONGEST = 80
# For a day without a year: a leap year, so that 29 February exists.
_ANY_YEAR = 2028
# Behind the name of a month two figures are a year from here on, below it they can only be a day.
_FIRST_YEAR_BEHIND_MONTH = 20
_FIRST_YEAR_BEHIND_DASH = 13


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A cell as its first and last day.

    Both are None as long as the year is missing (`without_year`) or the order of day and month is not known
    (`order_open`): read it again with the answer. `vague` is what says only about when: `eind maart`, `ca.`.
    """

    start: date | None
    end: date | None
    grain: Grain
    vague: bool = False
    without_year: bool = False
    order_open: bool = False
    unused: tuple[str, ...] = ()
    clock: bool = False

    @property
    def span(self) -> Span | None:
        """First and last day, when they are known."""
        return (self.start, self.end) if self.start and self.end else None


@dataclass(frozen=True, slots=True)
class NumberedDay:
    """A day of which month and day are both numbers, in the order in which they stand."""

    first: int
    second: int
    year: int | None
    weekday: int | None
    slash: bool

    @property
    def may_be_month_of_year(self) -> bool:
        """Whether it may be a month and the last two figures of its year: `12/27`."""
        return self.year is None and 1 <= self.first <= 12 and self.second in _SHORT_YEARS

    @property
    def may_be_either(self) -> bool:
        """Whether it may be a day of that month as well."""
        return self.may_be_month_of_year and _exists(self.second, self.first)


@dataclass(frozen=True, slots=True)
class MonthNumber:
    """A number behind the name of a month; `is_open` when it may as well be a year as a day."""

    number: int
    is_open: bool


# What is written, in a year; raises ValueError when that year has no such day.
_InYear = Callable[[int], Span]


@dataclass(frozen=True, slots=True)
class _Form:
    """What is recognised before a year is known for sure."""

    grain: Grain
    in_year: _InYear
    year: int | None = None
    vague: bool = False


_OPEN: Literal["open"] = "open"
# Years that a plan may name with two figures.
_SHORT_YEARS = range(20, 50)
_ONE_DAY = timedelta(days=1)
# So long is the begin of a period, and its end.
_MONTHS_OF_PART: dict[Grain, int] = {"year": 3, "school year": 3, "half": 2, "quarter": 1, "season": 1}
_Recognised = _Form | Literal["open"] | None

_SEASONS = {
    word: month
    for month, words in (
        (3, "voorjaar lente spring fruhjahr fruhling printemps primavera"),
        (6, "zomer summer sommer ete verano"),
        (9, "najaar herfst autumn fall herbst automne otono"),
    )
    for word in words.split()
}

_LETTERS = re.compile(r"[a-z]+")
_NAMED = frozenset((*MONTH_NUMBERS, *_SEASONS, "kwartaal", "quarter", "halfjaar"))
_TWO_NUMBERS = re.compile(r"\d ?[-/. –] ?\d")
_NUMBERED = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2})(?: ?\2 ?'?(\d{4}|\d{2}))?\.?")
_SPACED = re.compile(r"(\d{1,2})( )(\d{1,2}) (\d{4})")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_MONTH = re.compile(r"(\d{4}) ?[-/.] ?(\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{4})")
_SCHOOL_YEAR = re.compile(
    r"((?:school|cursus)jaar|school ?year|schuljahr|sj\.?)? ?'?(\d{4}|\d{2}) ?[-/] ?'?(\d{4}|\d{2})"
)
_DAY_MONTH = re.compile(rf"(?P<day>\d{{1,2}})[-/. ]{{0,2}}{MONTH}(?:[-/., ]{{0,2}}'?(?P<year>\d{{4}}|\d{{2}}))?")
_MONTH_DAY = re.compile(rf"{MONTH}[-/ ]?(?P<day>\d{{1,2}})(?:, ?'?|[-/ ]+'?)(?P<year>\d{{4}}|\d{{2}})")
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[-/. ,]{{0,2}}{MONTH}(?:[-/. ]{{1,2}}(?P<day>\d{{1,2}}))?")
_MONTH_ONLY = re.compile(rf"{MONTH}(?:[-/., ]{{0,2}}(?P<year>\d{{4}})| ?'(?P<short>\d{{2}}))?")
_MONTH_NUMBER = re.compile(rf"{MONTH}(?P<dash>[ -/]?) ?(?P<number>\d{{1,2}})")
_WEEK = re.compile(rf"(?:week|wk|w|weeknr|weeknummer|cw)[. -]{{0,2}}(?P<week>\d{{1,2}}){YEAR}")
_YEAR_WEEK = re.compile(r"(?P<year>\d{4})[ /-]{0,2}(?:week|wk|w)[. -]{0,2}(?P<week>\d{1,2})(?:-(?P<day>[1-7]))?")
_WEEK_AND_DAY = re.compile(r"(?:week|wk)[. -]{0,2}\d{1,2}[ :,(]+(?P<rest>\d.*[^)])\)?")


_HALF_OF_MONTH = re.compile(rf"{NTH} (?:helft|half)(?: of)? (?!jaar)(?P<rest>.*[a-z].*)")
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)})(?:[ ,]+'?(?P<year>\d{{4}}|\d{{2}}))?")


@lru_cache(maxsize=20_000)
def written_date(text: str, order: DayOrder | None = None, year: int | None = None) -> WrittenDate | None:
    """What a cell says as a date; None when it is none, or none in this order of day and month.

    `year` is for what has none of its own; a day of the week that does not fit it makes it no date.
    """
    words = tidied(text) if len(text) <= LONGEST else ""
    listed = listed_days(words)
    read = _read(listed.as_range if listed else words, order, year) if _may_be_date(words) else None
    return replace(read, vague=True) if listed and read and listed.are_apart(read.span) else read


def _may_be_date(words: str) -> bool:
    """Whether there is a number in it, or a month or season: most cells are names, and reading takes long."""
    return any(letter.isdigit() for letter in words) or any(word in _NAMED for word in _LETTERS.findall(words))


def numbered_days(text: str) -> tuple[NumberedDay, ...]:
    """The days in a cell of which day and month are both numbers; a range has two."""
    if len(text) > LONGEST or _TWO_NUMBERS.search(text) is None:
        return ()
    whole = bared(tidied(text))
    if day := _numbered_day(whole):
        return (day,)
    for left, right in ends_of(whole.words):
        first, last = _numbered_day(bared(left)), _numbered_day(bared(right))
        if first and last:
            return first, last
    return ()


def month_and_number(text: str) -> MonthNumber | None:
    """The number behind the name of a month (`mar 27`), which may be its day or a year; None when there is none."""
    words = tidied(text) if len(text) <= LONGEST else ""
    match = _MONTH_NUMBER.fullmatch(bared(words).words) if _may_be_date(words) else None
    if match is None:
        return None
    is_open = _month_and_number(match, None) == _OPEN or _may_be_either(match)
    return MonthNumber(int(match["number"]), is_open)


def is_month_or_day(text: str) -> bool:
    """Whether it may be a month of a year as well as a day without a year: `mrt 27`, `3/27`."""
    behind = month_and_number(text)
    return (behind is not None and behind.is_open) or any(day.may_be_either for day in numbered_days(text))


def _read(words: str, order: DayOrder | None, year: int | None) -> WrittenDate | None:
    bare = bared(year_last(words))
    bare = replace(bare, words=year_last(bare.words))
    recognised = _recognised(bare.words, order)
    if recognised is None:
        read = _range(bare, order, year)
    elif isinstance(recognised, str):
        read = WrittenDate(None, None, "day", vague=bare.about, order_open=True)
    else:
        read = _dated(recognised, bare, year)
    if read and (bare.unused or bare.clock):
        read = replace(read, unused=(*read.unused, *bare.unused), clock=read.clock or bare.clock)
    return read


def _dated(form: _Form, bare: Bared, year: int | None) -> WrittenDate | None:
    """In its own year or the one that is given; None when there is no such day."""
    if bare.beside and form.grain != "day":
        return None
    vague = form.vague or bare.about
    in_year = form.year if form.year is not None else year
    try:
        span = form.in_year(in_year if in_year is not None else _ANY_YEAR)
    except ValueError:
        return None
    if in_year is None:
        return WrittenDate(None, None, form.grain, vague=vague, without_year=True)
    if not all(YEAR_LIMITS[0] <= day.year <= YEAR_LIMITS[1] for day in span):
        return None
    if bare.weekday is not None and form.grain == "day" and span[0].weekday() != bare.weekday:
        return None
    grain = form.grain
    if bare.of_week and grain == "day":
        monday = span[0] - timedelta(days=span[0].weekday())
        span, grain = (monday, monday + timedelta(days=4)), "week"
    if bare.whole and grain != "day":
        grain = "range"
    return WrittenDate(*span, grain, vague=vague, without_year=form.year is None)


# What is written, without a range.


def _recognised(words: str, order: DayOrder | None) -> _Recognised:
    if not any(letter.isalpha() for letter in words):
        return _in_figures(words, order)
    # What has an end or a half is a month of a year and no day, whatever the order of the days around it.
    if (part := part_of(words)) and (form := _part(part[0], _recognised(part[1], "dm"))):
        return form
    return _in_words(words, order)


def _in_figures(words: str, order: DayOrder | None) -> _Recognised:
    if match := _ISO.fullmatch(words):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _DIGITS.fullmatch(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if (match := _YEAR_MONTH.fullmatch(words)) and 1 <= int(match[2]) <= 12:
        return _month(int(match[2]), int(match[1]))
    if (match := _MONTH_YEAR.fullmatch(words)) and 1 <= int(match[1]) <= 12:
        return _month(int(match[1]), int(match[2]))
    if (match := _SCHOOL_YEAR.fullmatch(words)) and (form := _school_year(match)):
        return form
    if len(words) == 4 and words.isdecimal():
        return _Form("year", lambda year: _period(year, 1, 1), int(words))
    number = _numbered_day(Bared(words))
    return _in_order(number, order) if number else None


def _numbered_day(bare: Bared) -> NumberedDay | None:
    """A dot between day and month, without a year, is more often a number: `1.2` is none, `1.2.` is."""
    match = _NUMBERED.fullmatch(bare.words) or _SPACED.fullmatch(bare.words)
    if match is None or (match[2] == "." and match[4] is None and not bare.words.endswith(".")):
        return None
    year = _full_year(match[4]) if match[4] else None
    return NumberedDay(int(match[1]), int(match[3]), year, bare.weekday, slash=match[2] == "/")


def _in_order(number: NumberedDay, order: DayOrder | None) -> _Recognised:
    """In the order that is given, else in the only one in which there is such a day.

    `12/27` is the month of a year where days come before months, and with the month first a day.
    """
    if order in ("dm?", "dmd") and not number.may_be_either:
        order = "dm"
    if number.may_be_month_of_year and order not in ("md", "dmd"):
        return _month(number.first, 2000 + number.second) if order == "dm" else None if order == "ymd" else _OPEN
    if number.may_be_month_of_year:
        order = "md"
    pairs = {"dm": (number.first, number.second), "md": (number.second, number.first)}
    if order is None:
        days = {pair for pair in pairs.values() if _exists(*pair)}
        if len(days) > 1:
            return _OPEN
        pair = days.pop() if days else None
    elif order == "ymd":
        return _year_first(number)
    else:
        pair = pairs["md" if order == "md" else "dm"]
    return _day(number.year, pair[1], pair[0]) if pair and _exists(*pair) else None


def _year_first(number: NumberedDay) -> _Form | None:
    """`27-03-01`: what was taken for the year is then the day."""
    if number.year is None or not _exists(number.year % 100, number.second):
        return None
    return _day(2000 + number.first, number.second, number.year % 100)


def _exists(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= month_end(_ANY_YEAR, month).day


def _in_words(words: str, order: DayOrder | None) -> _Recognised:
    if match := _DAY_MONTH.fullmatch(words) or _MONTH_DAY.fullmatch(words):
        return _day(_full_year(match["year"]), MONTH_NUMBERS[match["month"]], int(match["day"]))
    if match := _YEAR_FIRST.fullmatch(words):
        month = MONTH_NUMBERS[match["month"]]
        year = int(match["year"])
        return _day(year, month, int(match["day"])) if match["day"] else _month(month, year)
    if match := _MONTH_ONLY.fullmatch(words):
        return _month(MONTH_NUMBERS[match["month"]], _full_year(match["year"] or match["short"]))
    if match := _MONTH_NUMBER.fullmatch(words):
        return _month_and_number(match, order)
    if match := _WEEK.fullmatch(words) or _YEAR_WEEK.fullmatch(words):
        return _week(match)
    if (match := _WEEK_AND_DAY.fullmatch(words)) and (day := _recognised(bared(match["rest"]).words, order)):
        return day
    if match := _SCHOOL_YEAR.fullmatch(words):
        return _school_year(match)
    if match := _SEASON.fullmatch(words):
        month = _SEASONS[match["season"]]
        return _Form("season", lambda year: _months(year, month, 3), _full_year(match["year"]), vague=True)
    if match := _HALF_OF_MONTH.fullmatch(words):
        return _half_of_month(match)
    return _part_of_year(words)


def _half_of_month(match: re.Match[str]) -> _Form | None:
    """Of a month up to the fifteenth, or from the day after it; of a school year up to the end of January."""
    month, half = _recognised(match["rest"], "dm"), int(match["part"] or ORDINALS[match["word"]])
    if not isinstance(month, _Form) or month.grain not in ("month", "school year") or half > 2:
        return None

    def in_year(year: int) -> Span:
        first, last = month.in_year(year)
        if month.grain == "school year":
            middle = date(last.year, 2, 1)
            return (first, middle - _ONE_DAY) if half == 1 else (middle, last)
        return (first, first.replace(day=15)) if half == 1 else (first.replace(day=16), last)

    return _Form(month.grain, in_year, month.year, vague=True)


def _part_of_year(words: str) -> _Form | None:
    for grain, parts, patterns in PERIODS:
        match = next(filter(None, (pattern.fullmatch(words) for pattern in patterns)), None)
        if match is not None:
            groups = match.groupdict()
            part = int(groups["part"]) if groups["part"] else ORDINALS[groups["word"]]
            year = _full_year(groups["year"])
            return _Form(grain, partial(_period, part=part, parts=parts), year) if part <= parts else None
    return None


def _month_and_number(match: re.Match[str], order: DayOrder | None) -> _Recognised:
    """`mrt-27` is a month, `Jun 3` a day; `jan 27` may be both, and follows the order of the column."""
    month, number = MONTH_NUMBERS[match["month"]], int(match["number"])
    dash, is_dutch = match["dash"] in ("-", "/"), match["month"] in ONLY_DUTCH
    is_dashed_year = dash and number >= _FIRST_YEAR_BEHIND_DASH
    if not dash and number < _FIRST_YEAR_BEHIND_MONTH:
        order = "md"
    elif not _exists(number, month) or (is_dashed_year and is_dutch):
        order = "dm"
    elif is_dashed_year or is_dutch:
        order = order or "dm"
    if order in ("dm?", "dmd") and not _may_be_either(match):
        order = "dm"
    if order in (None, "dm?"):
        return _OPEN
    return _day(None, month, number) if order in ("md", "dmd") else _month(month, 2000 + number)


def _may_be_either(match: re.Match[str]) -> bool:
    """Whether it may be a day and the last two figures of a year; Excel writes `mrt-27` for a month."""
    number = int(match["number"])
    is_year = match["dash"] not in ("-", "/") and number >= _FIRST_YEAR_BEHIND_MONTH
    return is_year and _exists(number, MONTH_NUMBERS[match["month"]])


def _school_year(match: re.Match[str]) -> _Form | None:
    """Two years that follow each other; two figures for the first only behind the word: `11-12` is also a day."""
    first, second = match[2], match[3]
    if (len(first) == 2 and not match[1]) or (int(first) + 1) % 100 != int(second) % 100:
        return None
    start = _full_year(first)
    if start is None or (len(second) == 4 and int(second) != start + 1):
        return None
    return _Form("school year", _school_year_of, start)


def _school_year_of(year: int) -> Span:
    first = date(year, FIRST_MONTH_OF_SCHOOL, 1)
    return first, first.replace(year=year + 1) - timedelta(days=1)


def _week(match: re.Match[str]) -> _Form:
    """A week of work by its ISO number, as everywhere in this program; `2027-W12-3` is a day."""
    groups, week = match.groupdict(), int(match["week"])
    year = _full_year(groups["year"])
    if day := groups.get("day"):
        return _Form("day", lambda year: (date.fromisocalendar(year, week, int(day)),) * 2, year)
    return _Form("week", lambda year: (date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 5)), year)


def _part(part: str, whole: _Recognised) -> _Form | None:
    """Begin, middle or end of a period: of a month and a year as when it is typed, of others alike."""
    if not isinstance(whole, _Form) or whole.grain == "day":
        return None

    def in_year(year: int) -> Span:
        first, last = whole.in_year(year)
        if whole.grain == "month":
            named = f"{part} {MONTHS[first.month - 1]} {year}"
            return parse_date(named, "start"), parse_date(named, "end")
        months = _MONTHS_OF_PART.get(whole.grain, 0)
        second = add_months(first, months) if months else first + _ONE_DAY
        third = add_months(last + _ONE_DAY, -months) if months else last
        ends = {"begin": (first, second - _ONE_DAY), "medio": (second, third - _ONE_DAY), "eind": (third, last)}
        return ends[part]

    return _Form(whole.grain, in_year, whole.year, vague=True)


def _day(year: int | None, month: int, day: int) -> _Form:
    return _Form("day", lambda year: (date(year, month, day),) * 2, year)


def _month(month: int, year: int | None) -> _Form:
    return _Form("month", lambda year: _months(year, month, 1), year)


def _months(year: int, first: int, how_many: int) -> Span:
    return date(year, first, 1), month_end(year, first + how_many - 1)


def _period(year: int, part: int, parts: Literal[1, 2, 4]) -> Span:
    period = Period(year, part, parts)
    return period.start, period.end


def _full_year(figures: str | None) -> int | None:
    """Two figures are of this century."""
    return int(figures.lstrip("'")[-4:]) + (2000 if len(figures.lstrip("'")) == 2 else 0) if figures else None


# Ranges.


def _range(bare: Bared, order: DayOrder | None, year: int | None) -> WrittenDate | None:
    for left, right in ends_of(bare.words):
        first, last = _read(left, order, None), _read(right, order, None)
        if first is None or last is None or "range" in (first.grain, last.grain) or _is_day_of_year(first, last):
            continue
        vague = bare.about or first.vague or last.vague
        unused, clock = first.unused + last.unused, first.clock or last.clock
        read = WrittenDate(None, None, "range", vague, unused=unused, clock=clock)
        if first.order_open or last.order_open:
            return replace(read, order_open=True)
        span = _ends(left, right, order, year)
        if isinstance(span, str):
            return replace(read, without_year=True)
        if span and span[0] <= span[1]:
            return replace(read, start=span[0], end=span[1], without_year=first.without_year and last.without_year)
    return None


def _is_day_of_year(first: WrittenDate, last: WrittenDate) -> bool:
    """Whether a year stands behind or before a day without one, as in `3/5-2027`, which is no range."""
    for day, year in ((first, last), (last, first)):
        if year.grain == "year" and day.grain == "day" and (day.without_year or day.order_open) and day.span is None:
            return True
    return False


def _ends(left: str, right: str, order: DayOrder | None, year: int | None) -> Span | Literal["open"] | None:
    """First and last day; an end without a year takes that of the other, over New Year the one before or after."""
    first, last = _read(left, order, year), _read(right, order, year)
    if first is None or last is None:
        return None
    if first.without_year and last.without_year:
        if year is None:
            return _OPEN
        if first.start and last.end and last.end < first.start:
            last = _read(right, order, year + 1)
    elif first.without_year and last.start and last.end:
        first = _read(left, order, last.start.year)
        if first and first.start and first.start > last.end:
            first = _read(left, order, last.start.year - 1)
    elif last.without_year and first.start:
        last = _read(right, order, first.start.year)
        if last and last.end and last.end < first.start:
            last = _read(right, order, first.start.year + 1)
    return (first.start, last.end) if first and last and first.start and last.end else None
