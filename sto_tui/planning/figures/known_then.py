"""Figures as a plan that is over knew them: what was counted or expected later stands in the next plan."""

from datetime import date

from sto_tui.domain.counting import Counting
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.periods import add_months
from sto_tui.domain.vision import Indicator, Point


def known_in_plan(dossier: Dossier, today: date) -> Dossier:
    """The dossier with the figures that were known on the last day of its plan; all of them until that is over."""
    plan = dossier.current_period
    if plan is None or not plan.ended_before(today):
        return dossier
    figures = dossier.of(Indicator).values()
    return dossier.with_tables({"indicators": {figure.id: _known_by(figure, plan.end) for figure in figures}})


def _known_by(figure: Indicator, day: date) -> Indicator:
    """A year is known from its peildatum, else when it is over; what was expected then nobody knows after a new count.

    Of a count on another day nobody says that it was also made on that day of an earlier year.
    """
    is_later = figure.reference_date is not None and figure.reference_date > day
    series = tuple(
        point for point in figure.series if (not is_later if point.prognosis else _counted_on(figure, point) <= day)
    )
    if len(series) == len(figure.series):
        return figure
    years = {point.year for point in series}
    countings = tuple(_of_years(counting, years) for counting in figure.countings)
    values = {"series": series, "countings": tuple(counting for counting in countings if counting.years)}
    return figure.model_copy(update=values | ({"reference_date": None} if is_later else {}))


def _counted_on(figure: Indicator, point: Point) -> date:
    day = figure.reference_date
    return add_months(day, 12 * (point.year - day.year)) if day else date(point.year, 12, 31)


def _of_years(counting: Counting, years: set[int]) -> Counting:
    return counting.model_copy(update={"years": tuple(year for year in counting.years if year.year in years)})
