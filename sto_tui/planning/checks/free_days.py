"""Dates on which nobody works: weekends, public holidays, and the free days and school holidays of the region."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import weekday_date
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.plan import Chapter
from sto_tui.domain.region import Deadline, DeadlineKind, FreeDay
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check
from sto_tui.planning.working_days.free_days import FreeDays, free_days, is_edge


@check(Level.TIP, Place.MIJLPALEN, Chapter.PLANNING)
def milestone_on_free_day(dossier: Dossier, today: date) -> Points:
    """A date of a milestone that is still to come and on which nobody works.

    Not of what stands fast, and not the first or last day of a month: that is the edge of a period, and no appointment.
    Source: weekenden, feestdagen, schoolvakanties (Rijksoverheid) en de vrije dagen van de regio.
    """
    days = free_days(dossier)
    # Of many milestones many are due on the same days.
    words_for = cache(lambda day: (_on(days, day), _instead(days, day)))
    for milestone in dossier.of(Milestone).values():
        for name, verb, day in _to_come(milestone, today):
            if not is_edge(day) and days.why_free(day):
                on, instead = words_for(day)
                yield Found(ref_of(milestone, name), f"Mijlpaal {milestone.number} {verb} {on}. {instead}")


def _to_come(milestone: Milestone, today: date) -> Iterator[tuple[str, str, date]]:
    """Its begin and its end, as far as they can still be chosen."""
    if milestone.fixed_date or milestone.light is Stoplicht.GEREED:
        return
    if milestone.due and milestone.due >= today:
        yield "due", "is klaar op", milestone.due
    if milestone.start and milestone.start >= today and milestone.light is Stoplicht.NIET_GESTART:
        yield "start", "begint op", milestone.start


@check(Level.TIP, Place.EVALUATIE, Chapter.TERUGBLIK)
def meeting_on_free_day(dossier: Dossier, today: date) -> Points:
    """A meeting that is still to come, on a day on which nobody works.

    Source: weekenden, feestdagen, schoolvakanties (Rijksoverheid) en de vrije dagen van de regio.
    """
    days = free_days(dossier)
    for meeting in dossier.of(Meeting).values():
        if meeting.date and meeting.date >= today and days.why_free(meeting.date):
            on, instead = _on(days, meeting.date), _instead(days, meeting.date)
            yield Found(ref_of(meeting, "date"), f"De bijeenkomst ‘{meeting.title}’ is op {on}. {instead}")


@check(Level.TIP, Place.OVERZICHT, Chapter.PLANNING)
def deadline_on_free_day(dossier: Dossier, today: date) -> Points:
    """A date of the region itself that has to be met on a day on which nobody works; national ones are as they are.

    Source: weekenden, feestdagen, schoolvakanties (Rijksoverheid) en de vrije dagen van de regio.
    """
    days = free_days(dossier)
    for deadline in dossier.of(Deadline).values():
        is_open = deadline.kind is DeadlineKind.REGION and not deadline.done and deadline.date >= today
        if is_open and not is_edge(deadline.date) and days.why_free(deadline.date):
            on, instead = _on(days, deadline.date), _instead(days, deadline.date)
            yield Found(ref_of(deadline, "date"), f"De termijn ‘{deadline.title}’ is op {on}. {instead}")


@check(Level.FOUT, Place.OVERZICHT, Chapter.PLANNING)
def free_day_ends_before_it_begins(dossier: Dossier, today: date) -> Points:
    """A stretch of free days that ends before it begins, and therefore does not count.

    Source: weekenden, feestdagen, schoolvakanties (Rijksoverheid) en de vrije dagen van de regio.
    """
    for free in dossier.of(FreeDay).values():
        if free.ends_before_it_begins:
            yield Found(
                ref_of(free, "end"),
                f"‘{free.title}’ bij Vrije dagen eindigt vóór de eerste dag en telt niet mee. Verbeter dat.",
            )


def _on(days: FreeDays, day: date) -> str:
    """`zaterdag 12 juni 2027, in het weekend`."""
    return f"{weekday_date(day)}, {days.why_free(day)}"


def _instead(days: FreeDays, day: date) -> str:
    """Which working days lie before and after it."""
    before, after = days.working_until(day), days.working_from(day)
    choices = [f"de werkdag ervoor ({weekday_date(before)})"] if before else []
    choices += [f"{'die' if choices else 'de werkdag'} erna ({weekday_date(after)})"] if after else []
    if not choices:
        return "Binnen een jaar is er geen werkdag; kijk na wat er bij Vrije dagen staat."
    return f"Kies {' of '.join(choices)}."
