"""The dates of a milestone that is moved, and the working days that they come on.

Back from the end a date goes to the working day before it, onwards to the one after it: so nothing that waits is
broken, and no milestone gets less time than it had. The first and last day of a month stay: they bound a period.
"""

from collections.abc import Callable
from datetime import date, timedelta

from sto_tui.frozen import frozen
from sto_tui.planning.working_days.free_days import FreeDays, is_edge


@frozen
class Dates:
    """When a milestone starts and is due."""

    start: date | None
    due: date | None


def back_to_working_days(dates: Dates, days: FreeDays) -> tuple[Dates, str]:
    """The dates on working days, none of them later, and in Dutch what they left; empty when they stay."""
    due = _until(dates.due, days)
    earlier = dates.due - due if dates.due and due else timedelta()
    wanted = dates.start and dates.start - earlier
    start = _until(wanted, days)
    return Dates(start, due), _left(days, (dates.due, due), (wanted, start))


def on_to_working_days(dates: Dates, days: FreeDays) -> tuple[Dates, str]:
    """The dates on working days, none of them earlier, and in Dutch what they left; empty when they stay."""
    start = _onwards(dates.start, days)
    later = start - dates.start if dates.start and start else timedelta()
    wanted = dates.due and dates.due + min(later, date.max - dates.due)
    due = _onwards(wanted, days)
    return Dates(start, due), _left(days, (dates.start, start), (wanted, due))


def _until(day: date | None, days: FreeDays) -> date | None:
    return _chosen(day, days.working_until)


def _onwards(day: date | None, days: FreeDays) -> date | None:
    return _chosen(day, days.working_from)


def _chosen(day: date | None, nearest: Callable[[date], date | None]) -> date | None:
    """The nearest working day; the edge of a period, and where nobody ever works, the day itself."""
    return day if day is None or is_edge(day) else nearest(day) or day


def _left(days: FreeDays, *pairs: tuple[date | None, date | None]) -> str:
    """What the first of the days that did not stay fell in."""
    left = next((day for day, now in pairs if day and day != now), None)
    return f"; niet {days.free_in_short(left)}" if left else ""
