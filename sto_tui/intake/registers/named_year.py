"""Which year a sheet names for rows that say none: in its titles, in the name of its tab or of its file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?<!\d)(20\d\d)\s?[-/–]\s?(?:20)?(\d\d)(?![\d-])")


@dataclass(frozen=True)
class NamedYear:
    """The year, or the one in which a school year begins, that a sheet names; None without one."""

    year: int | None = None
    school_year: int | None = None


NO_YEAR = NamedYear()


def named_year(texts: Iterable[str]) -> NamedYear:
    """The only year in the first of these texts that names any."""
    for text in texts:
        begins = {int(first) for first, second in _SCHOOL_YEAR.findall(text) if int(second) == (int(first) + 1) % 100}
        years = {int(year) for year in _YEAR.findall(text)} - {year + later for year in begins for later in (0, 1)}
        if len(begins) + len(years) == 1:
            return NamedYear(*years) if years else NamedYear(school_year=begins.pop())
        if begins or years:
            return NO_YEAR
    return NO_YEAR
