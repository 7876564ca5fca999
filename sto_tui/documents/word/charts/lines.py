"""Several series as lines: told apart by dash and mark, and named where they end."""

from collections.abc import Mapping, Sequence

from sto_tui.documents.word.charts.pieces import (
    LETTERS,
    WHITE,
    Area,
    PointLabel,
    Series,
    axes,
    line_chart,
    marker,
    series_xml,
    solid,
    space,
)
from sto_tui.documents.word.charts.plot import HEIGHT_CM, WIDTH_CM, Plot, ValueAxis
from sto_tui.documents.word.charts.workbook import DataSheet
from sto_tui.documents.word.page_numbers.letter_widths import face
from sto_tui.documents.word.styles import ACCENT, MID_TINT
from sto_tui.domain.dutch import number
from sto_tui.planning.figures.values import Value, shown

# Lines that can be told apart without colour: the dash, the mark and its fill.
_LINES = (
    ("solid", "circle", ACCENT),
    ("sysDash", "square", WHITE),
    ("solid", "triangle", MID_TINT),
    ("dash", "diamond", ACCENT),
    ("sysDot", "x", WHITE),
    ("lgDash", "star", WHITE),
    ("dashDot", "plus", WHITE),
    ("solid", "dash", ACCENT),
)
# Word breaks a longer label over two lines.
_LONGEST_NAME_CM = 3.0
_LINE_CM, _GAP_CM = 0.36, 0.3
_TOP_CM, _BOTTOM_CM = 0.3, 0.7
_TWIPS_PER_CM = 567
_WIDE_FONT = 1.2
_FACE = face(bold=True, italic=False, size=LETTERS // 5, apart=0, capitals=False)


def lines(plot: Plot, sheet: DataSheet) -> str:
    """The chart part; its numbers go into the sheet. A masked number is a stroke from lowest to highest.

    Names that are too long to stand at the end of a line stand in a legend.
    """
    scale = plot.scale(room=False)
    longest = max(_width(plot.name(label)) for label in plot.values)
    named = longest <= _LONGEST_NAME_CM
    area = _area(plot, scale, longest) if named else None
    labels = _end_labels(plot, scale, area) if area else {}
    drawn = []
    for order, ((label, values), look) in enumerate(zip(plot.values.items(), _LINES, strict=False)):
        drawn.append(series_xml(_line(plot.name(label), values, look, labels.get(label, {})), order, sheet))
        masked = {year: shown(value, plot.unit) for year, value in values.items() if not value.is_exact}
        if masked:
            sheet.add(f"{plot.name(label)}: zoals het in het plan staat", masked)
    return space(line_chart(drawn), axes(scale, hidden=False), legend=not named, area=area)


def _line(
    name: str, values: Mapping[int, Value], look: tuple[str, str, str], labels: Mapping[int, PointLabel]
) -> Series:
    dash, mark, inside = look
    stroke = f'<c:spPr><a:ln w="19050">{solid(ACCENT)}<a:prstDash val="{dash}"/></a:ln></c:spPr>'
    numbers = {year: value.low for year, value in values.items()}
    spans = {year: value.high - value.low for year, value in values.items()}
    return Series(name, numbers, stroke + marker(mark, 7, inside), labels, spans)


def _width(text: str) -> float:
    """The width of a label in centimetres, also in a font that is wider than Calibri."""
    return _FACE.width(text) * _WIDE_FONT / _TWIPS_PER_CM


def _area(plot: Plot, scale: ValueAxis, longest: float) -> Area:
    """The room within the axes: the scale stands left of it, the names begin half a year before its end."""
    left = max(_width(number(end)) for end in (scale.low, scale.high)) + _GAP_CM
    wide = WIDTH_CM - left
    # As wide as it can be with the longest name beyond its last point, which stands half a year from its end.
    right = max(0.0, (longest + _GAP_CM - wide / (2 * len(plot.years))) / (1 - 1 / (2 * len(plot.years))))
    return Area(left / WIDTH_CM, _TOP_CM / HEIGHT_CM, (wide - right) / WIDTH_CM, 1 - (_TOP_CM + _BOTTOM_CM) / HEIGHT_CM)


def _end_labels(plot: Plot, scale: ValueAxis, area: Area) -> dict[str, dict[int, PointLabel]]:
    """The name of each series at its last point, those of one year kept from standing over each other."""
    ends = {label: max(values) for label, values in plot.values.items()}
    labels = {}
    for year in set(ends.values()):
        names = [label for label, last in ends.items() if last == year]
        heights = [scale.part(plot.values[label][year].low) * area.height for label in names]
        for label, height, settled in zip(
            names, heights, spread(heights, _LINE_CM / HEIGHT_CM, area.height), strict=True
        ):
            labels[label] = {year: PointLabel("r", up=settled - height)}
    return labels


def spread(heights: Sequence[float], apart: float, top: float) -> list[float]:
    """The same heights, moved as little as keeps each `apart` from the next, from zero to `top`.

    Neighbours that are too near share what they must move; what fits nowhere goes on above.
    """
    groups: list[list[int]] = []
    for place in sorted(range(len(heights)), key=lambda place: heights[place]):
        group = [place]
        while groups and _middle(heights, group, apart, top) - _middle(heights, groups[-1], apart, top) < (
            apart * (len(group) + len(groups[-1])) / 2
        ):
            group = groups.pop() + group
        groups.append(group)
    settled = [0.0] * len(heights)
    for group in groups:
        lowest = _middle(heights, group, apart, top) - apart * (len(group) - 1) / 2
        for step, place in enumerate(group):
            settled[place] = lowest + apart * step
    return settled


def _middle(heights: Sequence[float], group: Sequence[int], apart: float, top: float) -> float:
    half = apart * (len(group) - 1) / 2
    return max(half, min(top - half, sum(heights[place] for place in group) / len(group)))
