"""What will have been spent at the end of the period, by one simple rule; to be checked by a person.

Months in which nobody booked any more are not known, so the last one that counts is that of the newest payment.

The rule: of what was granted for the months that are over, such a part was spent; what is granted for the months that
are still to come is spent at the same pace. What is granted for a year is spread evenly over its months in the period.
Per theme, so that a theme that goes slowly does not hide one that goes fast; the whole is the sum of the themes.
"""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.periods import month_end
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.planning.money.booked_until import booked_until, newest_payment
from sto_tui.planning.money.spending import spent_by_line
from sto_tui.planning.money.what_counts import theme_of, themes_of_money


@frozen
class ThemeForecast:
    """What a theme will have spent, in euro cents.

    `expected`, not rounded, is what was granted for the months that are over, `spent_then` what was spent by the end
    of them, and `spent` what was spent altogether.
    """

    theme: int | None
    granted: int
    expected: Fraction | int
    spent_then: int
    spent: int

    @property
    def at_end(self) -> int:
        """What will have been spent at the end: never less than what was spent already.

        While nothing was to be spent yet the plan itself is the forecast.
        """
        if self.expected <= 0:
            return max(self.granted, self.spent)
        pace = Fraction(max(self.spent_then, 0)) / self.expected
        return max(self.spent, self.spent_then + _whole_cents((self.granted - self.expected) * pace))

    @property
    def left(self) -> int:
        """What will be left; below zero when it will not be enough."""
        return self.granted - self.at_end


@frozen
class Forecast:
    """The forecast per theme; `until` is the last day of the months that are over and booked.

    `unbooked` counts the months after those that are over too.
    """

    until: date
    themes: tuple[ThemeForecast, ...]
    unbooked: int = 0

    @property
    def granted(self) -> int:
        """What was granted for the whole period."""
        return sum(theme.granted for theme in self.themes)

    @property
    def expected(self) -> int:
        """What was granted for the months that are over."""
        return _whole_cents(sum(theme.expected for theme in self.themes))

    @property
    def spent_then(self) -> int:
        """What was spent by the end of those months."""
        return sum(theme.spent_then for theme in self.themes)

    @property
    def at_end(self) -> int:
        """What will have been spent at the end."""
        return sum(theme.at_end for theme in self.themes)

    @property
    def left(self) -> int:
        """What will be left; below zero when it will not be enough."""
        return self.granted - self.at_end


def forecast(dossier: Dossier, today: date) -> Forecast | None:
    """The forecast at the end of a day; None without a period, before a month of it is over, without payments or grant.

    Once the period is over what was spent is no forecast any more.
    """
    dossier, plan = booked_until(dossier, today), dossier.current_period
    if plan is None:
        return None
    newest = newest_payment(dossier)
    if newest is None:
        return None
    last = _last_whole_month(today)
    until = min(last, month_end(newest.year, newest.month))
    if until < plan.start or last >= plan.end:
        return None
    of_theme: dict[int | None, list[BudgetLine]] = defaultdict(list)
    for line in dossier.of(BudgetLine).values():
        if _months(plan, line.year):
            of_theme[theme_of(dossier, line)].append(line)
    then, now = spent_by_line(dossier, last=until), spent_by_line(dossier)
    rows = (
        ThemeForecast(
            theme,
            sum(line.to_spend for line in of_theme[theme]),
            sum(_expected(plan, until, line) for line in of_theme[theme]),
            sum(then.get(line.id, 0) for line in of_theme[theme]),
            sum(now.get(line.id, 0) for line in of_theme[theme]),
        )
        for theme in themes_of_money(dossier)
        if theme in of_theme
    )
    expected = Forecast(until, tuple(rows), 12 * (last.year - until.year) + last.month - until.month)
    return expected if expected.granted else None


def _last_whole_month(today: date) -> date:
    """The last day of the last month that is over at the end of a day."""
    tomorrow = today + timedelta(days=1)
    return tomorrow.replace(day=1) - timedelta(days=1)


def _whole_cents(cents: Fraction | int) -> int:
    """Half a cent up."""
    return floor(cents + Fraction(1, 2))


def _expected(plan: PlanPeriod, until: date, line: BudgetLine) -> Fraction:
    months = _months(plan, line.year)
    gone = [month for month in months if date(line.year, month, 1) <= until]
    return Fraction(line.to_spend * len(gone), len(months))


def _months(plan: PlanPeriod, year: int) -> list[int]:
    """The months of a year that lie in the period; a part of one counts."""
    return [
        month
        for month in range(1, 13)
        if (plan.start.year, plan.start.month) <= (year, month) <= (plan.end.year, plan.end.month)
    ]
