"""One head over more columns, each a part of its days; and the days of what is numbered from a first day on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sto_tui.domain.periods import add_months
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.period_cells import Unit

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class PeriodHead:
    """One column and its stretch of time; None as long as something is open."""

    column: int
    label: str
    span: Span | None


def over_columns(
    rows: Sequence[Sequence[Cell]], at: int, column: int, width: int, label: str, span: Span | None
) -> Iterator[PeriodHead]:
    """A head for each column below one that is wider: an equal part of its days, or what the row below says."""
    if width == 1 or span is None:
        yield from (PeriodHead(column + step, label, span) for step in range(width))
        return
    starts = _starts_below(rows, at, column, width, span) or _even_starts(span, width)
    ends = [day - ONE_DAY for day in starts[1:]] + [span[1]]
    for step, days in enumerate(zip(starts, ends, strict=True)):
        yield PeriodHead(column + step, f"{label} ({step + 1}/{width})", days)


def nth_span(first: date, unit: Unit, step: int) -> Span:
    """The days of a month, week or day so many steps after the one that begins on the first day."""
    if unit == "dag":
        day = first + timedelta(days=step)
        return day, day
    if unit == "week":
        day = first + timedelta(weeks=step)
        return day, day + timedelta(days=4 if day.weekday() == 0 else 6)
    months = 12 if unit == "jaar" else 1
    return add_months(first, step * months), add_months(first, (step + 1) * months) - ONE_DAY


def part_of(span: Span, number: int, parts: int) -> Span:
    """One of the equal parts of a stretch of time, counted from 1."""
    starts = [*_even_starts(span, parts), span[1] + ONE_DAY]
    return starts[number - 1], starts[number] - ONE_DAY


def _starts_below(rows: Sequence[Sequence[Cell]], at: int, column: int, width: int, span: Span) -> list[date] | None:
    """Days of the month in the row below (`1 8 15 22`), not `1 2 3 4`, which only counts the columns."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    cells = [str(cell) for cell in below[column : column + width]]
    if len(cells) < width or not all(cell.isdecimal() for cell in cells) or (span[1] - span[0]).days > 31:
        return None
    numbers = [int(cell) for cell in cells]
    if numbers == list(range(1, width + 1)) or numbers != sorted(set(numbers)) or numbers[-1] > span[1].day:
        return None
    return [span[0].replace(day=number) for number in numbers]


def _even_starts(span: Span, parts: int) -> list[date]:
    """A year over four columns gives quarters; what does not come out in months is divided in days."""
    months = (span[1].year - span[0].year) * 12 + span[1].month - span[0].month + 1
    if span[0].day == 1 and months % parts == 0:
        return [add_months(span[0], part * (months // parts)) for part in range(parts)]
    days = (span[1] - span[0]).days + 1
    return [span[0] + timedelta(days=part * days // parts) for part in range(parts)]
