"""The days of open milestones in the next plan period, as they are proposed: what waits on each other stays together.

Source: mijlpalenplan, plannen in werkdagen; the first and last day of a month bound a period, and stay.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.periods import add_months, month_end
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.schedule.dates import Dates
from sto_tui.planning.schedule.margins import net
from sto_tui.planning.working_days.free_days import FreeDays, free_days, is_edge


def months_to_move(seen: Dossier, period: PlanPeriod) -> Mapping[int, int]:
    """By how many months each open milestone moves into the next period, by number.

    What waits on each other moves together, so that it still fits: the first of such a chain that is due before the
    period begins in its first month. What is due in the period already stays, unless its chain moves; a date that is
    fixed stays.
    """
    open_ones = {
        milestone.id: milestone
        for milestone in seen.of(Milestone).values()
        if milestone.light is not Stoplicht.GEREED and not milestone.fixed_date
    }
    moves: dict[int, int] = {}
    for chain in _chains(open_ones):
        late = [
            milestone.start or milestone.due
            for milestone in chain
            if milestone.due is not None and milestone.due < period.start
        ]
        first = min((day for day in late if day is not None), default=None)
        if first is not None and first < period.start:
            months = (period.start.year - first.year) * 12 + period.start.month - first.month
            moves |= {milestone.id: months for milestone in chain}
    return moves


def _chains(milestones: Mapping[int, Milestone]) -> Iterator[list[Milestone]]:
    """The milestones in groups of those that wait on each other, directly or not."""
    linked: dict[int, set[int]] = {number: set() for number in milestones}
    for number, milestone in milestones.items():
        for part in milestone.after:
            if part.milestone in linked:
                linked[number].add(part.milestone)
                linked[part.milestone].add(number)
    while linked:
        reached, todo = set[int](), [next(iter(linked))]
        while todo:
            number = todo.pop()
            reached.add(number)
            todo += linked.pop(number, set()) - reached
        yield [milestones[number] for number in sorted(reached)]


def moved(dates: Dates, months: int, period: PlanPeriod) -> Dates:
    """The days so many months later; nothing ends after the period, and it takes as long as it did if that fits."""
    if not months:
        return dates
    due = _end_months_later(dates.due, months) if dates.due else None
    start = add_months(dates.start, months) if dates.start else None
    if due is None or due <= period.end:
        return Dates(start, due)
    long = dates.due - dates.start if dates.due and dates.start else timedelta()
    return Dates(max(period.start, period.end - long) if start else None, period.end)


def _end_months_later(due: date, months: int) -> date:
    """The last day of a month stays the last day."""
    later = add_months(due, months)
    return month_end(later.year, later.month) if due == month_end(due.year, due.month) else later


def on_working_days(seen: Dossier, spans: Mapping[int, Dates], period: PlanPeriod) -> Mapping[int, Dates]:
    """The days of the milestones that move, by number, each on a working day within the period.

    The one after it, as in every move onwards; the one before it where it would else come after the period or after
    the begin of what waits on it.
    """
    days = free_days(seen)
    starts = {number: _begin(dates, days, period) for number, dates in spans.items()}
    placed: dict[int, Dates] = {}
    for number, dates in spans.items():
        waiting = [
            start - timedelta(days=lag)
            for follower, lag in net(seen).successors.get(number, ())
            if (start := starts.get(follower)) is not None
        ]
        due = _near(dates.due, days, max(starts[number] or period.start, period.start), min([period.end, *waiting]))
        placed[number] = Dates(starts[number] if dates.start else None, due)
    return placed


def _begin(dates: Dates, days: FreeDays, period: PlanPeriod) -> date | None:
    """The working day on which it begins; of what has only an end, that end."""
    last = dates.due if dates.start and dates.due and is_edge(dates.due) else period.end
    return _near(dates.start or dates.due, days, period.start, min(last, period.end))


def _near(day: date | None, days: FreeDays, first: date, last: date) -> date | None:
    """The working day from a day on, else before it, as long as it lies within the bounds; else the day itself."""
    if day is None or is_edge(day):
        return day
    choices = (days.working_from(day), days.working_until(day))
    return next((choice for choice in choices if choice and first <= choice <= last), day)
