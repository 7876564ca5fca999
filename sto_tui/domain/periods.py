"""Periods as STO writes them: `Q127` (first quarter of 2027) and `H228` (second half of 2028).

Source: the milestone plan format of Sterk Techniekonderwijs, with quarters near and half-years far. What lies further
than that format reaches stands per year.
"""

import re
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from sto_tui.frozen import frozen_in_order
from sto_tui.patterns import pattern

PERIOD_CODE = pattern(r"([QKH])([1-4])[ '’]?(\d{2}|\d{4})", re.IGNORECASE)


@frozen_in_order
class Period:
    """A quarter, half-year or year. `start` and `end` are its first and last day."""

    year: int
    part: int
    parts: Literal[1, 2, 4]

    @property
    def months(self) -> int:
        """Its length in months."""
        return 12 // self.parts

    @cached_property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, (self.part - 1) * self.months + 1, 1)

    @cached_property
    def end(self) -> date:
        """Its last day."""
        return month_end(self.year, self.part * self.months)

    @property
    def code(self) -> str:
        """`Q127` or `H228`, as STO writes it; of a whole year the year."""
        if self.parts == 1:
            return str(self.year)
        return f"{'Q' if self.parts == 4 else 'H'}{self.part}{self.year % 100:02}"

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read `Q127`, `q1 2027`, `K127` or `H228`. Raises ValueError with a Dutch sentence."""
        match = PERIOD_CODE.fullmatch(code.strip())
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
