"""Periods as STO writes them, `Q127` (first quarter of 2027) and `H228` (second half of 2028), and dates as typed.

Source: the milestone plan format of Sterk Techniekonderwijs, with quarters near and half-years far. What lies further
than that format reaches stands per year.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.text import plain

Edge = Literal["start", "end"]

_CODE = re.compile(r"([QKH])([1-4])[ '’]?(\d{2}|\d{4})", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED_DAY = re.compile(r"(?:(\d{1,2})[ -])?([a-z]{3,9})\.?[ -](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})")
_YEAR = re.compile(r"\d{4}")
_STEP = re.compile(r"\+(\d{1,4}) ?([dwm])", re.IGNORECASE)
_MONTH_NAMES = {name[:3]: index for index, name in enumerate(MONTHS, 1)} | {"mrt": 3}
_MONTH_NAMES |= {name: index for index, name in enumerate(MONTHS, 1)} | {"sept": 9}
EXAMPLE = "Schrijf bijvoorbeeld 28-2-2027, mrt 2027 of Q127."


@dataclass(frozen=True, order=True)
class Period:
    """A quarter, half-year or year. `start` and `end` are its first and last day."""

    year: int
    part: int
    parts: Literal[1, 2, 4]

    @property
    def months(self) -> int:
        """Its length in months."""
        return 12 // self.parts

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, (self.part - 1) * self.months + 1, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return month_end(self.year, self.part * self.months)

    @property
    def code(self) -> str:
        """`Q127` or `H228`, as STO writes it; of a whole year the year."""
        if self.parts == 1:
            return str(self.year)
        return f"{'Q' if self.parts == 4 else 'H'}{self.part}{self.year % 100:02}"

    @property
    def spoken(self) -> str:
        """`Q1 2027`, with a non-breaking space, for running text; of a whole year the year."""
        if self.parts == 1:
            return str(self.year)
        return f"{'Q' if self.parts == 4 else 'H'}{self.part}\u00a0{self.year}"

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read `Q127`, `q1 2027`, `K127` or `H228`. Raises ValueError with a Dutch sentence."""
        match = _CODE.fullmatch(code.strip())
        if match is None or (match[1].upper() == "H" and match[2] not in "12"):
            raise ValueError(f"‘{code}’ is geen periode. Schrijf bijvoorbeeld Q127 of H228.")
        # Two figures are of this century.
        return cls(int(f"20{match[3]}"[-4:]), int(match[2]), 2 if match[1].upper() == "H" else 4)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    last = month_end(day.year + years, month + 1)
    return last.replace(day=min(day.day, last.day))


def plan_columns(start: date, end: date, near_years: int = 2, far_years: int = 2) -> list[Period]:
    """The columns of a milestone plan, which grow with their distance.

    Quarters in the first `near_years` calendar years, half-years in the `far_years` after those, then whole years.
    """
    columns: list[Period] = []
    for year in range(start.year, end.year + 1):
        away = year - start.year
        parts: Literal[1, 2, 4] = 4 if away < near_years else 2 if away < near_years + far_years else 1
        columns += [Period(year, part, parts) for part in range(1, parts + 1)]
    return [column for column in columns if column.end >= start and column.start <= end]


def parse_date(text: str, edge: Edge = "start", base: date | None = None) -> date:
    """Read a date as people type it; a period, month or year gives its first or last day by `edge`.

    `+6w`, `+10d` and `+3m` count from `base`. Raises ValueError with a Dutch sentence.
    """
    typed = plain(text)
    try:
        found = _exact_day(typed) or _span_edge(typed, edge) or _step_from(typed, base)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"‘{text}’ is geen datum. {EXAMPLE}") from error
    if found is None:
        raise ValueError(f"‘{text}’ is geen datum. {EXAMPLE}")
    return found


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
    if match := _CODE.fullmatch(typed):
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
