"""What is drawn of a figure: its years and series, the scale, and the same in words."""

import math
from collections.abc import Mapping, Sequence

from sto_tui.domain.text import cut
from sto_tui.domain.vision import Indicator, Point
from sto_tui.frozen import frozen
from sto_tui.planning.figures.values import Target, Value, series_of, shown, titled, value_of, years_of

MOST_SERIES = 8
WIDTH_CM, HEIGHT_CM = 16.0, 5.0
_LONGEST_ALT = 900
# The part of the height that a label and a mark take beyond the highest column.
_ROOM_BEYOND = 0.2
_STEPS = 5
_MOST_YEARS = 12


@frozen
class ValueAxis:
    """Where the axis of values begins and ends, and its steps."""

    low: float
    high: float
    step: float

    def part(self, value: float) -> float:
        """Where a value stands between the two ends: 0 to 1."""
        return (value - self.low) / (self.high - self.low)


@frozen
class Plot:
    """What is drawn: the years from left to right, per series its values, and what goals want."""

    indicator: Indicator
    years: tuple[int, ...]
    values: Mapping[str, Mapping[int, Value]]
    targets: Sequence[Target]

    @property
    def unit(self) -> str:
        """The unit of its values."""
        return self.indicator.unit

    @property
    def alone(self) -> bool:
        """Whether the figure has one series; of several a single one may have values."""
        return len(series_of(self.indicator)) == 1

    def name(self, label: str) -> str:
        """What a series is called."""
        return label or self.unit or "aantal"

    def scale(self, *, room: bool) -> ValueAxis:
        """From zero, or the lowest value below it, past the highest value and target.

        With `room` for a label beyond the highest and lowest; without, up to the next step of the scale.
        """
        readings = [value for series in self.values.values() for value in series.values()]
        targets = [target.value for target in self.targets]
        low = min([0.0, *(value.low for value in readings), *targets])
        high = max([0.0, *(value.high for value in readings), *targets])
        reach = (high - low) or 1.0
        step = _round_step(reach / _STEPS)
        beyond = reach * _ROOM_BEYOND if room else 0
        steps_below = math.floor((low - beyond) / step) if low < 0 else 0
        steps_above = max(1, math.ceil((high + beyond) / step))
        return ValueAxis(steps_below * step, steps_above * step, step)


def _round_step(least: float) -> float:
    """The first of 1, 2, 5 and 10 times a power of ten that is large enough."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= least * (1 - 1e-9))


def plot_of(indicator: Indicator, targets: Sequence[Target]) -> Plot | None:
    """What a chart of this figure shows; None without values.

    Goals are marked where there is one series: of several they speak of the whole, which has no place among its parts.
    """
    series = series_of(indicator)
    values = {label: _values(series[label]) for label in drawn_series(indicator)}
    if not values:
        return None
    targets = targets if len(series) == 1 else ()
    years = sorted({*years_of(indicator), *(target.year for target in targets)})
    return Plot(indicator, _evenly(years), values, targets)


def _evenly(years: Sequence[int]) -> tuple[int, ...]:
    """With the years between, as long as they have room: two years apart are then seen to be."""
    first, last = years[0], years[-1]
    return tuple(range(first, last + 1) if last - first < _MOST_YEARS else years)


def drawn_series(indicator: Indicator) -> list[str]:
    """The series with values that can be told apart in a chart, in the order of the dossier: those that end highest."""
    values = {label: list(_values(points).values()) for label, points in series_of(indicator).items()}
    ends = {label: readings[-1].high for label, readings in values.items() if readings}
    drawn = sorted(ends, key=lambda label: ends[label], reverse=True)[:MOST_SERIES]
    return [label for label in ends if label in drawn]


def _values(points: Mapping[int, Point]) -> dict[int, Value]:
    return {year: value for year, point in points.items() if (value := value_of(point))}


def alternative(plot: Plot) -> str:
    """The chart in words: its kind, and all its numbers, as far as a reader will listen."""
    kind = "Kolomgrafiek" if plot.alone else "Lijngrafiek"
    parts = []
    for label, values in plot.values.items():
        by_year = ", ".join(f"{year}: {shown(value, plot.unit)}" for year, value in values.items())
        parts.append(f"{label}: {by_year}" if label else by_year)
    parts += [f"doel {target.goal}: {target_text(plot, target)} in {target.year}" for target in plot.targets]
    return cut(f"{kind} van {titled(plot.indicator)}. {'; '.join(parts)}.", _LONGEST_ALT)


def target_text(plot: Plot, target: Target) -> str:
    """`68%`."""
    return shown(Value(target.value, target.value), plot.unit)
