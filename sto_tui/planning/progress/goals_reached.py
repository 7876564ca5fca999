"""What the goals of a plan had reached on a day: what the region filled in, else the newest figure.

Source: Tips en tools, sections 2 and 4; STO-site, de eindrapportage gaat over resultaten en behaalde doelen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.domain.vision import Indicator
from sto_tui.planning.figures.values import Value, base_of, series_of, shown, targets_of, total
from sto_tui.planning.progress.as_it_stood import PastState


@dataclass(frozen=True)
class GoalReached:
    """The value of a goal in words with its year, and whether that is the target; empty is not known.

    `by_figure` says that the verdict is that of the figure, and not of the region.
    """

    goal: Goal
    words: str = ""
    year: int | None = None
    outcome: GoalOutcome = GoalOutcome.ONBEKEND
    by_figure: bool = False


def goals_reached(standing: PastState) -> Iterator[GoalReached]:
    """Every goal of the plan with its newest value on the day."""
    for goal in standing.dossier.plan_goals:
        measured = _measured(standing, goal)
        if goal.reached and _is_told(standing, goal, measured):
            yield GoalReached(goal, goal.reached, goal.reached_year, goal.outcome)
        elif measured:
            indicator, year, value = measured
            unit = "" if indicator.unit.startswith("%") else f" {indicator.unit}"
            by_figure = goal.outcome is GoalOutcome.ONBEKEND
            outcome = _by_figure(standing.dossier, goal, measured) if by_figure else goal.outcome
            words = f"{shown(value, indicator.unit)}{unit}".rstrip()
            yield GoalReached(goal, words, year, outcome, by_figure and outcome is not GoalOutcome.ONBEKEND)
        else:
            yield GoalReached(goal, outcome=goal.outcome)


def _is_told(standing: PastState, goal: Goal, measured: tuple[Indicator, int, Value] | None) -> bool:
    """Whether what the region filled in was known on the day and no figure is newer; without a year: at the end."""
    if goal.reached_year is None:
        period = standing.dossier.current_period
        return not standing.is_past or period is None or standing.day >= period.end
    is_newest = measured is None or goal.reached_year >= measured[1]
    return is_newest and _is_known_by_then(standing, goal.reached_year, None)


def _measured(standing: PastState, goal: Goal) -> tuple[Indicator, int, Value] | None:
    """The newest year of which the whole figure was measured and known on the day."""
    indicator = standing.dossier.of(Indicator).get(goal.figure or 0)
    if indicator is None:
        return None
    series = series_of(indicator)
    years = {year for points in series.values() for year in points}
    for year in sorted(years, reverse=True):
        points = [points[year] for points in series.values() if year in points]
        value = total(points) if len(points) == len(series) else None
        if value and not value.prognosis and _is_known_by_then(standing, year, indicator.reference_date):
            return indicator, year, value
    return None


def _is_known_by_then(standing: PastState, year: int, reference_date: date | None) -> bool:
    """Whether a value of a year was known on the day: from its peildatum in that year, else when the year was over.

    On the day of today all that is written down is known.
    """
    day = standing.day
    if not standing.is_past:
        return year <= day.year
    if reference_date and reference_date.year == year:
        return reference_date <= day
    return date(year, 12, 31) <= day


def _by_figure(dossier: Dossier, goal: Goal, measured: tuple[Indicator, int, Value]) -> GoalOutcome:
    """Whether the figure is where the goal wants it; of an earlier year than that of the target only that it is."""
    indicator, year, value = measured
    aim = next((target for target in targets_of(dossier, indicator) if target.goal == goal.number), None)
    base = base_of(goal, indicator)
    if aim is None or base is None or aim.value == base:
        return GoalOutcome.ONBEKEND
    more = aim.value > base
    if value.low >= aim.value if more else value.high <= aim.value:
        return GoalOutcome.GEHAALD
    is_short = value.high < aim.value if more else value.low > aim.value
    return GoalOutcome.NIET if is_short and year >= aim.year else GoalOutcome.ONBEKEND
