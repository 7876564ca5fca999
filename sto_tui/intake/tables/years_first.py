"""A year before a period: `2027 - mei`, `2027 – Q4` and `2027-2e helft` are that period of that year, no range."""

import re

from sto_tui.intake.tables.date_words import MONTH_NUMBERS
from sto_tui.planning.working_days.free_days import FIRST_MONTH_OF_SCHOOL

_MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
_WEEK = r"(?:week|wk|w|weeknr|weeknummer|cw)[. -]{0,2}\d{1,2}"
_NTH = r"(?:[1-4](?:e|ste|de|st|nd|rd|th)?|eerste|tweede|derde|vierde|first|second|third|fourth)"
_NAMES = r"(?:kwartaal|quarter|quartal|qtr|kw\.?|half ?jaar|helft|half ?year|half)"
_PART_OF_YEAR = rf"(?:[qkh] ?[1-4]|[1-4] ?[qkh]|{_NTH} ?{_NAMES}|{_NAMES} ?[1-4])"
_SEASON = r"(?:voorjaar|lente|zomer|najaar|herfst|spring|summer|autumn|fall)"
_PART = r"(?:(?:begin|start|medio|midden|half|halverwege|eind|einde|mid|early|late|end)(?: van| of)?[ -])?"
_HALF_OF_MONTH = rf"{_NTH} (?:helft|half)(?: van| of)? {_MONTH}"
_PERIOD = rf"(?:{_HALF_OF_MONTH}|{_PART}(?:{_MONTH}|{_WEEK}|{_PART_OF_YEAR}|{_SEASON}))"
_SIGN = r"(?: ?(?:-|t/m|tot en met|tot|/) ?)"
_PERIODS = rf"(?P<period>{_PERIOD}(?:{_SIGN}(?:{_PERIOD}|\d{{1,2}}))?)"
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}}|'\d{{2}})[ :,./-]{{1,3}}\(?{_PERIODS}\)?")
_YEAR_BEHIND_DASH = re.compile(rf"{_PERIODS} ?- ?(?P<year>\d{{4}})")
_SCHOOL_YEAR_FIRST = re.compile(
    rf"(?:schooljaar |sj\.? ?)?(?P<first>\d{{4}}) ?[-/] ?(?P<second>\d{{4}}|\d{{2}})[ :,./-]{{1,3}}\(?{_PERIODS}\)?"
)
# `2027-W12-3` is a Wednesday.
_DAY_OF_WEEK = re.compile(r"\d{4}-w\d{2}-[1-7]")
_ONE_WEEK = re.compile(r"(?:w|cw)[a-z]*[. -]{0,2}(\d{1,2})")
_BETWEEN = re.compile(r"[ /-]")
_FIRST_WEEK_OF_SCHOOL = 31


def year_last(words: str) -> str:
    """The same words with the year behind the period, where it stands before one without a year of its own.

    Of a school year it is the one in which the month or week lies. Its quarters may be those of the school: nothing.
    """
    if match := _SCHOOL_YEAR_FIRST.fullmatch(words):
        year = _year_of_school(int(match["first"]), int(match["second"]), match["period"])
        return f"{match['period']} {year}" if year else ""
    match = (
        None if _DAY_OF_WEEK.fullmatch(words) else _YEAR_FIRST.fullmatch(words) or _YEAR_BEHIND_DASH.fullmatch(words)
    )
    return f"{match['period']} {match['year']}" if match else words


def _year_of_school(first: int, second: int, period: str) -> int | None:
    if (first + 1) % 100 != second % 100:
        return None
    last = _BETWEEN.split(period)[-1].rstrip(".")
    if last in MONTH_NUMBERS:
        return first if MONTH_NUMBERS[last] >= FIRST_MONTH_OF_SCHOOL else first + 1
    if match := _ONE_WEEK.fullmatch(period):
        return first if int(match[1]) >= _FIRST_WEEK_OF_SCHOOL else first + 1
    return None
