"""Days that are written in full and do not exist: `31-2-2027`."""

import re
from calendar import monthrange

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.text import plain

_MONTHS = {plain(name)[:3]: month for month, name in enumerate(MONTHS, 1)}
_DAY = re.compile(r"(?:[a-z]+ )?(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2}|[a-z]+)\.?[-/. ](?P<year>20\d\d|\d\d)")
_YEAR_FIRST = re.compile(r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")


def is_no_day(text: str) -> bool:
    """Whether a month and a year are named with a day that this month does not have."""
    written = plain(text).strip()
    match = _DAY.fullmatch(written) or _YEAR_FIRST.fullmatch(written)
    if match is None:
        return False
    month = int(match["month"]) if match["month"].isdecimal() else _MONTHS.get(match["month"][:3], 0)
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    return 1 <= month <= 12 and monthrange(year, month)[1] < int(match["day"]) <= 31
