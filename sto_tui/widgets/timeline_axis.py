"""The time axis of the timeline: which columns there are, how wide, and in which cell a day falls.

Quarters near, half-years further and years far away is the division of a plan; the others zoom in and out.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Literal

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.periods import Period, add_months, month_end, plan_columns
from sto_tui.frozen import frozen

# Wider columns make the bars longer, not clearer.
WIDEST = 13
# A typing error in one date must not make an axis of centuries; what comes after these years shares one column.
MOST_YEARS = 20


class Zoom(StrEnum):
    """What a column stands for."""

    JAAR = "per jaar"
    HALFJAAR = "per half jaar"
    STO = "kwartaal, later langer"
    KWARTAAL = "per kwartaal"
    MAAND = "per maand"


# The narrowest column that can still be read, in cells.
_LEAST = {Zoom.JAAR: 6, Zoom.HALFJAAR: 3, Zoom.STO: 3, Zoom.KWARTAAL: 3, Zoom.MAAND: 4}
_MONTHS_OF = {Zoom.HALFJAAR: 6, Zoom.KWARTAAL: 3, Zoom.MAAND: 1}


@frozen
class AxisColumn:
    """A column: its first and last day, and its head in full and in short."""

    start: date
    end: date
    head: str
    short: str

    @property
    def months(self) -> int:
        """Its length in months."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


def axis_columns(start: date, end: date, zoom: Zoom) -> tuple[AxisColumn, ...]:
    """The columns from `start` to `end`, both included; at least one, also when a period ends before it starts."""
    latest = date(date.max.year - 1, 12, 31)
    start = min(start, latest)
    end = max(start, min(end, latest))
    last = min(end, date(min(start.year + MOST_YEARS - 1, latest.year), 12, 31))
    columns = _columns(start, last, zoom)
    return columns if last == end else (*columns, _rest(last + timedelta(days=1), end))


def _columns(start: date, end: date, zoom: Zoom) -> tuple[AxisColumn, ...]:
    if zoom is Zoom.STO:
        return tuple(_of_period(period) for period in plan_columns(start, end))
    if zoom is Zoom.MAAND:
        return tuple(_of_month(first) for first in _firsts(start, end, 1))
    parts: Literal[1, 2, 4] = 1 if zoom is Zoom.JAAR else 2 if zoom is Zoom.HALFJAAR else 4
    months = 12 // parts
    firsts = _firsts(start, end, months)
    return tuple(_of_period(Period(first.year, (first.month - 1) // months + 1, parts)) for first in firsts)


def _firsts(start: date, end: date, months: int) -> Sequence[date]:
    first = start.replace(month=(start.month - 1) // months * months + 1, day=1)
    firsts = []
    while first <= end:
        firsts.append(first)
        first = add_months(first, months)
    return firsts


def _rest(start: date, end: date) -> AxisColumn:
    """All years from here on."""
    return AxisColumn(start, end, f"{start.year}+", "na")


def _of_period(period: Period) -> AxisColumn:
    short = f"’{period.year % 100:02}" if period.parts == 1 else period.code[:2]
    return AxisColumn(period.start, period.end, period.code, short)


def _of_month(first: date) -> AxisColumn:
    name = MONTHS[first.month - 1][:3] if first.month != 3 else "mrt"
    return AxisColumn(first, month_end(first.year, first.month), name, name)


@frozen
class Axis:
    """Columns of equal width; a cell is a part of a column, so a month in a half-year takes less room."""

    columns: tuple[AxisColumn, ...]
    zoom: Zoom
    width: int

    @classmethod
    def fitted(cls, start: date, end: date, zoom: Zoom, room: int) -> "Axis":
        """The axis in `room` cells; when not all columns fit they are as narrow as can be read."""
        columns = axis_columns(start, end, zoom)
        return cls(columns, zoom, max(_LEAST[zoom], min(WIDEST, room // max(1, len(columns)))))

    @property
    def cells(self) -> int:
        """How many cells all columns take."""
        return len(self.columns) * self.width

    @cached_property
    def _starts(self) -> list[date]:
        return [column.start for column in self.columns]

    def cell(self, day: date) -> int:
        """The cell of a day, from 0; -1 before the first column, `cells` after the last."""
        if not self.columns or day < self.columns[0].start:
            return -1
        if day > self.columns[-1].end:
            return self.cells
        number = bisect_right(self._starts, day) - 1
        column = self.columns[number]
        days = (column.end - column.start).days + 1
        return number * self.width + min(self.width - 1, (day - column.start).days * self.width // days)

    def cell_after(self, day: date) -> int:
        """The first cell that lies wholly after a day; at least one further than the cell of that day."""
        return max(self.cell(day + timedelta(days=1)) if day < date.max else self.cells, self.cell(day) + 1)

    @property
    def heads_in_full(self) -> bool:
        """Whether the full heads fit, with a cell between them."""
        return all(len(column.head) < self.width for column in self.columns)

    @property
    def wants_years(self) -> bool:
        """Whether the heads do not say the year by themselves."""
        return self.zoom is Zoom.MAAND or not self.heads_in_full

    def head(self, column: int) -> str:
        """The head of a column, as wide as the column."""
        axis_column = self.columns[column]
        return (axis_column.head if self.heads_in_full else axis_column.short)[: self.width].ljust(self.width)

    def begins_year(self, column: int) -> bool:
        """Whether a column is the first of its year."""
        return column == 0 or self.columns[column].start.year != self.columns[column - 1].start.year


def zooms(start: date, end: date) -> tuple[Zoom, ...]:
    """The zooms that differ, from far to near: a plan of two years has no half-years of STO's own."""
    quarters = axis_columns(start, end, Zoom.KWARTAAL)
    same = axis_columns(start, end, Zoom.STO) == quarters
    return tuple(zoom for zoom in Zoom if not (same and zoom is Zoom.STO))


def months_of(zoom: Zoom, column: AxisColumn | None) -> int:
    """How many calendar months a step of one column is."""
    if zoom in _MONTHS_OF:
        return _MONTHS_OF[zoom]
    return min(column.months, 12) if column else 12 if zoom is Zoom.JAAR else 3
