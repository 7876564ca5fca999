"""The free days of a region: weekends, public holidays, its school holidays, and what it wrote down itself."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from sto_tui.content import library
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date
from sto_tui.domain.region import FreeDay
from sto_tui.frozen import frozen
from sto_tui.planning.once_per_version import once_per_version
from sto_tui.planning.working_days.public_holidays import public_holidays

_DAY = timedelta(days=1)
_FRIDAY = 4
FIRST_MONTH_OF_SCHOOL = 8
# Whoever writes down years of free days has no working day nearby.
_FURTHEST = 366


@frozen
class Holiday:
    """A stretch of free days, first and last included, and where that is known from; `own` when the region wrote it."""

    name: str
    start: date
    end: date
    source: str
    own: bool = False

    @property
    def days(self) -> str:
        """`17 juli 2027 t/m 29 augustus 2027`, or the one day that it is."""
        if self.start == self.end:
            return long_date(self.start)
        return f"{long_date(self.start)} t/m {long_date(self.end)}"


@frozen
class FreeDays:
    """When nobody works in a region; `holidays` by their first day."""

    holidays: Sequence[Holiday]

    @cached_property
    def _known(self) -> dict[date, str]:
        """Why days are free that were asked about before: many milestones are due on the same few days."""
        return {}

    def why_free(self, day: date) -> str:
        """`in de meivakantie (…)`, `Tweede Paasdag`, `in het weekend`; empty for a working day."""
        if day not in self._known:
            self._known[day] = self._why_free(day)
        return self._known[day]

    def _why_free(self, day: date) -> str:
        if holiday := self.holiday_on(day):
            inside = "in de " if holiday.name.casefold().endswith("vakantie") else "vrij wegens "
            name = holiday.name.casefold() if inside == "in de " else f"‘{holiday.name}’"
            return f"{inside}{name} ({holiday.days})"
        return public_holidays(day.year).get(day) or ("in het weekend" if day.weekday() > _FRIDAY else "")

    def free_in_short(self, day: date) -> str:
        """`in de meivakantie`, `op Tweede Paasdag`, `in het weekend`, where there is room for little."""
        if holiday := self.holiday_on(day):
            name = holiday.name.casefold()
            return f"in de {name}" if name.endswith("vakantie") else f"op ‘{holiday.name}’"
        name = public_holidays(day.year).get(day, "")
        return f"op {name}" if name else self.why_free(day)

    def holiday_on(self, day: date) -> Holiday | None:
        """The stretch of free days in which a day lies."""
        return next((holiday for holiday in self.holidays if holiday.start <= day <= holiday.end), None)

    def is_working(self, day: date) -> bool:
        """Whether people work on a day."""
        return not self.why_free(day)

    def working_from(self, day: date) -> date | None:
        """The day itself or the first working day after it; None when there is none within a year."""
        return self._nearest(day, _DAY)

    def working_until(self, day: date) -> date | None:
        """The day itself or the last working day before it; None when there is none within a year."""
        return self._nearest(day, -_DAY)

    def _nearest(self, day: date, step: timedelta) -> date | None:
        try:
            return next(
                (near for away in range(_FURTHEST) if self.is_working(near := day + away * step)),
                None,
            )
        except OverflowError:
            return None


@once_per_version
def free_days(dossier: Dossier) -> FreeDays:
    """Those of the region of a dossier.

    Its own take the place of a national holiday with the same name in the same school year; what ends before it begins
    is a finding, and no free day.
    """
    own = [
        Holiday(free.title, free.start, free.end or free.start, free.source, own=True)
        for free in dossier.of(FreeDay).values()
        if not free.ends_before_it_begins
    ]
    replaced = {(holiday.name.casefold(), school_year_of(holiday.start)) for holiday in own}
    national = [
        Holiday(holiday.name, holiday.start, holiday.end, holiday.source)
        for holiday in library.school_holidays()
        if holiday.region is dossier.region.holiday_region
        and (holiday.name, school_year_of(holiday.start)) not in replaced
    ]
    return FreeDays(sorted([*own, *national], key=lambda holiday: (holiday.start, holiday.end)))


def school_year_of(day: date) -> int:
    """The year in which the school year of a day began."""
    return day.year if day.month >= FIRST_MONTH_OF_SCHOOL else day.year - 1


def is_edge(day: date) -> bool:
    """Whether a day is the first or last of a month: then it bounds a period, and nobody meets on it."""
    return day.day == 1 or (day < date.max and (day + _DAY).day == 1) or day == date.max
