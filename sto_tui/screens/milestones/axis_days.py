"""The days of the axis of the timeline, and which of them are free."""

from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.planning.working_days.free_days import Holiday, free_days
from sto_tui.planning.working_days.public_holidays import public_holidays
from sto_tui.widgets.timeline_free import FreeTime, Stretch

_SATURDAY = 5


def axis_span(dossier: Dossier, today: date) -> tuple[date, date]:
    """The plan period, or what the milestones need."""
    if period := dossier.current_period:
        return period.start, period.end
    days = [day for milestone in dossier.of(Milestone).values() for day in (milestone.start, milestone.due) if day]
    return (min(days), max(days)) if days else (today.replace(month=1, day=1), today.replace(month=12, day=31))


def free_time(dossier: Dossier, span: tuple[date, date]) -> FreeTime:
    """The holidays of the region, and the public holidays of the years of the axis that take a working day."""
    start, end = span
    region = dossier.region.holiday_region
    single = [
        day for year in range(start.year, end.year + 1) for day in public_holidays(year) if day.weekday() < _SATURDAY
    ]
    stretches = [_stretch(holiday) for holiday in free_days(dossier).holidays]
    return FreeTime(f"Vrij, regio {region.label}" if region else "Vrij", stretches, single)


def _stretch(holiday: Holiday) -> Stretch:
    """Above the axis `zomer` is enough; what is no vakantie keeps its name."""
    name = holiday.name.casefold() if holiday.name.casefold().endswith("vakantie") else holiday.name
    return Stretch(holiday.start, holiday.end, name, name.removesuffix("vakantie") or name)
