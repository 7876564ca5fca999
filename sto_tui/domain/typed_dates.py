"""Dates as people type them: `28-2-2027`, `mrt 2027`, `Q127`, `+6w`."""

import re
from datetime import date, timedelta
from typing import Literal

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.periods import PERIOD_CODE, Period, add_months, month_end
from sto_tui.domain.text import plain

Edge = Literal["start", "end"]

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED_DAY = re.compile(r"(?:(\d{1,2})[ -])?([a-z]{3,9})\.?[ -](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})")
_YEAR = re.compile(r"\d{4}")
_STEP = re.compile(r"\+(\d{1,4}) ?([dwm])", re.IGNORECASE)
_MONTH_NAMES = {name[:3]: index for index, name in enumerate(MONTHS, 1)} | {"mrt": 3}
_MONTH_NAMES |= {name: index for index, name in enumerate(MONTHS, 1)} | {"sept": 9}
EXAMPLE = "Schrijf bijvoorbeeld 28-2-2027, mrt 2027 of Q127."


def parse_date(text: str, edge: Edge = "start", base: date | None = None) -> date:
    """Read a date as people type it; a period, month or year gives its first or last day by `edge`.

    `+6w`, `+10d` and `+3m` count from `base`. Raises ValueError with a Dutch sentence.
    """
    typed = plain(text)
    try:
        day = _exact_day(typed) or _span_edge(typed, edge) or _step_from(typed, base)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"‘{text}’ is geen datum. {EXAMPLE}") from error
    if day is None:
        raise ValueError(f"‘{text}’ is geen datum. {EXAMPLE}")
    return day


def _exact_day(typed: str) -> date | None:
    if match := _ISO.fullmatch(typed):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY.fullmatch(typed):
        year = int(match[3])
        return date(year + 2000 if len(match[3]) == 2 else year, int(match[2]), int(match[1]))
    if (match := _NAMED_DAY.fullmatch(typed)) and match[1] and match[2] in _MONTH_NAMES:
        return date(int(match[3]), _MONTH_NAMES[match[2]], int(match[1]))
    return None


def _span_edge(typed: str, edge: Edge) -> date | None:
    if match := PERIOD_CODE.fullmatch(typed):
        period = Period.parse(typed)
        return period.start if edge == "start" else period.end
    if (match := _NAMED_DAY.fullmatch(typed)) and match[2] in _MONTH_NAMES:
        year, month = int(match[3]), _MONTH_NAMES[match[2]]
    elif match := _MONTH.fullmatch(typed):
        year, month = int(match[2]), int(match[1])
    elif _YEAR.fullmatch(typed):
        return date(int(typed), 1, 1) if edge == "start" else date(int(typed), 12, 31)
    else:
        return None
    first = date(year, month, 1)
    return first if edge == "start" else month_end(year, month)


def _step_from(typed: str, base: date | None) -> date | None:
    match = _STEP.fullmatch(typed)
    if match is None or base is None:
        return None
    size = int(match[1])
    return add_months(base, size) if match[2] == "m" else base + timedelta(days=size * (7 if match[2] == "w" else 1))
