"""What a goal reached, by the end of its plan period. Source: Tips en tools, sections 2 and 4."""

from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Goal
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.targets import says_change
from sto_tui.domain.vision import Indicator
from sto_tui.planning.figures.values import series_of, shown, total


@dataclass(frozen=True)
class Reached:
    """A value in words, `431 leerlingen`, and its year; empty when nobody knows."""

    words: str = ""
    year: int | None = None


def reached_value(dossier: Dossier, goal: Goal, period: PlanPeriod) -> Reached:
    """What the region filled in, else the last measured year of the goal's figure within the period.

    How much something changed is no value to begin from: of `14% meer` only the year is known.
    """
    if goal.reached and not says_change(goal.reached):
        return Reached(goal.reached, goal.reached_year)
    indicator = dossier.of(Indicator).get(goal.figure or 0)
    if indicator is None:
        return Reached(year=goal.reached_year)
    series = series_of(indicator)
    years = {year for points in series.values() for year in points}
    for year in sorted((year for year in years if period.start.year <= year <= period.end.year), reverse=True):
        points = [points[year] for points in series.values() if year in points]
        value = total(points) if len(points) == len(series) else None
        if value is not None and value.is_exact and not value.prognosis:
            unit = "" if indicator.unit.startswith("%") else f" {indicator.unit}"
            return Reached(f"{shown(value, indicator.unit)}{unit}".strip(), year)
    return Reached(year=goal.reached_year)
