"""The public holidays of the Netherlands, and Good Friday, on which schools are closed.

Source: Algemene termijnenwet, article 3. Bevrijdingsdag is a day off once in five years (public service and education).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

KINGS_DAY_SINCE = 2014
"""Before that year it was the birthday of the queen before, on 30 April."""


def easter(year: int) -> date:
    """Easter Sunday. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap_centuries = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - moon + 15) % 30
    leaps, after_leap = divmod(rest, 4)
    weekday = (32 + 2 * leap_centuries + 2 * leaps - epact - after_leap) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def public_holidays(year: int) -> Mapping[date, str]:
    """The days of a year on which nobody works, with their Dutch names."""
    sunday = easter(year)
    holidays = {
        date(year, 1, 1): "Nieuwjaarsdag",
        sunday - timedelta(days=2): "Goede Vrijdag",
        sunday: "Eerste Paasdag",
        sunday + timedelta(days=1): "Tweede Paasdag",
        _kings_day(year): "Koningsdag" if year >= KINGS_DAY_SINCE else "Koninginnedag",
        sunday + timedelta(days=39): "Hemelvaartsdag",
        sunday + timedelta(days=49): "Eerste Pinksterdag",
        sunday + timedelta(days=50): "Tweede Pinksterdag",
        date(year, 12, 25): "Eerste Kerstdag",
        date(year, 12, 26): "Tweede Kerstdag",
    }
    if year % 5 == 0:
        holidays.setdefault(date(year, 5, 5), "Bevrijdingsdag")
    return holidays


def _kings_day(year: int) -> date:
    """On a Sunday it is the Saturday before."""
    day = date(year, 4, 27 if year >= KINGS_DAY_SINCE else 30)
    return day - timedelta(days=1) if day.weekday() == 6 else day
