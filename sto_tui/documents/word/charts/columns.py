"""One series as columns: measured dark, expected striped, a goal as a diamond on a dashed stem."""

from collections.abc import Mapping
from dataclasses import replace

from sto_tui.documents.word.charts.pieces import (
    WHITE,
    PointLabel,
    Series,
    axes,
    fill,
    line_chart,
    marker,
    series_xml,
    space,
    striped,
)
from sto_tui.documents.word.charts.plot import Plot, ValueAxis
from sto_tui.documents.word.charts.workbook import DataSheet
from sto_tui.documents.word.styles import ACCENT
from sto_tui.planning.figures.values import Target, Value, shown

# Marks that are nearer to each other, in parts of the height, would stand over each other's labels.
_NEAR = 0.16
_ABOVE = "outEnd"
_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"


def columns(plot: Plot, sheet: DataSheet) -> str:
    """The chart part; its numbers go into the sheet.

    A masked number stands before a column up to what it can be at most, and its label says both ends.
    """
    scale = plot.scale(room=True)
    values = next(iter(plot.values.values()))
    drawn = [series for series in _series_of(plot, values, scale) if series.numbers]
    bars = "".join(series_xml(series, order, sheet) for order, series in enumerate(drawn))
    goals = [
        series_xml(_goal(plot, target, scale), order, sheet) for order, target in enumerate(plot.targets, len(drawn))
    ]
    plots = (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{bars}<c:gapWidth val="55"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        + (line_chart(goals) if goals else "")
    )
    return space(
        plots, axes(scale, hidden=True), legend=len(drawn) > 1, unnamed=range(len(drawn), len(drawn) + len(goals))
    )


def _series_of(plot: Plot, values: Mapping[int, Value], scale: ValueAxis) -> list[Series]:
    """Up to what masked numbers can be, then in front of it what is measured and what is expected."""
    masked = {year: value for year, value in values.items() if not value.is_exact}
    measured = {year: value.low for year, value in values.items() if not value.prognosis}
    expected = {year: value.low for year, value in values.items() if value.prognosis}
    both = {year: PointLabel(_ABOVE, shown(value, plot.unit)) for year, value in masked.items()}
    exact = {year: (_label(value, plot.unit), value) for year, value in values.items() if value.is_exact}
    labels = {
        year: _in_column(label, dark=not value.prognosis) if _crowded(plot, year, value, scale) else label
        for year, (label, value) in exact.items()
    }
    known = "gemeten, of ten minste" if masked.keys() & measured.keys() else "gemeten"
    return [
        Series("hoogst mogelijk", {year: value.high for year, value in masked.items()}, fill(WHITE), both, column=True),
        Series(known, measured, fill(ACCENT), labels, column=True),
        Series("prognose", expected, striped(WHITE), labels, column=True),
    ]


def _crowded(plot: Plot, year: int, value: Value, scale: ValueAxis) -> bool:
    """Whether a goal stands where the label of this column would."""
    tops = (scale.part(target.value) - scale.part(value.high) for target in plot.targets if target.year == year)
    return any(-_NEAR / 4 < top < _NEAR for top in tops)


def _in_column(label: PointLabel, *, dark: bool) -> PointLabel:
    return replace(label, place="ctr", white=dark, boxed=not dark)


def _label(value: Value, unit: str, before: str = "", place: str = _ABOVE) -> PointLabel:
    """`1.250`, `58,5%`, `42*`: an exact number as we write it everywhere."""
    after = ("%" if unit.startswith("%") else "") + ("*" if value.prognosis else "")
    return PointLabel(place, before + shown(value, unit), counted=True, before=before, after=after)


def _goal(plot: Plot, target: Target, scale: ValueAxis) -> Series:
    """A diamond in the year in which a goal is to be reached, named above it, or beside it under another."""
    look = _NO_LINE + marker("diamond", 10, ACCENT, edge=WHITE)
    higher = any(
        rival.year == target.year
        and (rival.value, -rival.goal) > (target.value, -target.goal)
        and scale.part(rival.value) - scale.part(target.value) < _NEAR
        for rival in plot.targets
    )
    name = f"doel {target.goal}"
    wanted = Value(target.value, target.value)
    label = _label(wanted, plot.unit, f"{name}: ", "r" if higher else "t")
    return Series(name, {target.year: target.value}, look, {target.year: label}, stem=True)
