"""A figure drawn in text cells: bars per year, or a table with a line per series. Readable without colour.

Every bar has its number beside it and begins at zero; textures, not colours, tell measured from expected.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len, set_cell_size

from sto_tui.domain.dutch import count
from sto_tui.domain.text import clean_line
from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.figures.values import Target, Value, change, series_of, shown, shown_change, value_of, years_of
from sto_tui.widgets.raster import fit

Run = tuple[str, str]
"""Text and the role that gives its style, as in `raster.ROLES`."""
Line = list[Run]

_LEAST_BAR = 4
_YEAR_CELLS = 5
_WIDEST_LABEL = 16
_GAP = 2


_MEASURED, _EXPECTED, _MASKED, _TARGET = "█", "▒", "░", "◆"
_STEPS = "▁▂▃▄▅▆▇█"


def trend_lines(indicator: Indicator, width: int, height: int, targets: Sequence[Target] = ()) -> list[Line]:
    """A figure in at most `height` lines of at most `width` cells; no lines without values.

    One series: a bar per year. Several: bars per series where they fit, else a table with a small line per series.
    """
    series = series_of(indicator)
    if not series or height < 1 or width < 1:
        return []
    if len(series) == 1:
        body = _bars(indicator, next(iter(series.values())), width, targets, _scale(series, targets))
        lines = _shortened(body, height, _notes(indicator, width, bars=True), from_top=False)
    else:
        bars = sum(len(points) + 2 for points in series.values()) + len(targets) < height
        body = _multiples(indicator, series, width) if bars else _table(indicator, width)
        body += [[_whole_target(target, indicator)] for target in targets]
        lines = _shortened(body, height, _notes(indicator, width, bars=bars), from_top=True)
    return [_within(line, width) for line in lines]


# Bars.


@dataclass(frozen=True)
class Scale:
    """The lowest and highest value that is drawn; zero is always between them."""

    low: float
    high: float

    def cell(self, value: float, cells: int) -> int:
        """How many cells from the left a value lies."""
        return round((value - self.low) / ((self.high - self.low) or 1) * cells)


def _scale(series: Mapping[str, Mapping[int, Point]], targets: Iterable[Target]) -> Scale:
    values = [value for points in series.values() for point in points.values() if (value := value_of(point))]
    ends = [end for value in values for end in (value.low, value.high)] + [target.value for target in targets]
    return Scale(min([0.0, *ends]), max([0.0, *ends]))


def _bars(
    indicator: Indicator,
    points: Mapping[int, Point],
    width: int,
    targets: Sequence[Target],
    scale: Scale,
) -> list[Line]:
    """A line per year: the year, its bar, the number, and the goal that wants something of that year."""
    wanted: dict[int, list[Target]] = {}
    for target in targets:
        wanted.setdefault(target.year, []).append(target)
    years = sorted({*points, *wanted})
    numbers = {year: shown(value_of(points[year]), indicator.unit) if year in points else "" for year in years}
    long = {year: ", ".join(_goal_words(target, indicator) for target in wanted.get(year, ())) for year in years}
    short = {year: ", ".join(f"doel {target.goal}" for target in wanted.get(year, ())) for year in years}
    room, goals = 0, long
    for goals in (long, short):
        room = width - _YEAR_CELLS - max(cell_len(numbers[year]) + 1 + _goal_cells(goals[year]) for year in years)
        if room >= _LEAST_BAR:
            break
    room = max(_LEAST_BAR, room)
    last = max(points, default=0)
    return [
        [
            (f"{year} ", "muted"),
            *_bar(value_of(points.get(year)), wanted.get(year, ()), scale, room),
            (f" {numbers[year]}", "bold" if year == last else "text"),
            *_goal(goals[year], wanted.get(year, ()), value_of(points.get(year)), numbers[year], scale, room),
        ]
        for year in years
    ]


def _goal_words(target: Target, indicator: Indicator) -> str:
    return f"doel {target.goal}: {shown(Value(target.value, target.value), indicator.unit)}"


def _goal_cells(goal: str) -> int:
    return cell_len(goal) + 3 if goal else 0


def _goal(
    goal: str,
    targets: Sequence[Target],
    value: Value | None,
    figure: str,
    scale: Scale,
    cells: int,
) -> Line:
    """The goal behind the number, with its mark on the scale where the bar does not reach that far."""
    if not targets:
        return []
    used = _end(value, scale, cells) + 1 + cell_len(figure)
    mark = scale.cell(targets[0].value, cells) - 1
    return [(" " * max(1, mark - used), "text"), (f"{_TARGET} {goal}", "critical")]


def _end(value: Value | None, scale: Scale, cells: int) -> int:
    """How many cells the bar takes, what is left of zero included."""
    if value is None:
        return 0
    drawn = max(scale.cell(bound, cells) for bound in (0.0, value.low, value.high))
    return max(drawn, 1) if value.low or value.high else drawn


def _bar(value: Value | None, targets: Iterable[Target], scale: Scale, cells: int) -> Line:
    """From zero to the value; what a masked number may be more than its lowest is drawn lighter."""
    if value is None:
        return []
    row = [" "] * _end(value, scale, cells)
    zero, low, high = (scale.cell(bound, cells) for bound in (0.0, value.low, value.high))
    fill = _EXPECTED if value.prognosis else _MEASURED
    # The part that is sure lies between zero and the bound nearest to it.
    near, far = (low, high) if abs(value.low) <= abs(value.high) else (high, low)
    _fill(row, zero, far, _MASKED)
    _fill(row, zero, near, fill if value.low * value.high >= 0 else _MASKED)
    if near == far and not value.is_exact and row:
        row[min(max(zero, far), len(row)) - 1 if far >= zero else far] = _MASKED
    elif zero == near == far and row:
        row[min(zero, len(row) - 1)] = fill
    for target in targets:
        if 0 <= (place := scale.cell(target.value, cells) - 1) < len(row):
            row[place] = _TARGET
    roles = {_EXPECTED: "muted", _MASKED: "muted", _TARGET: "critical"}
    return [("".join(group), role) for role, group in groupby(row, key=lambda sign: roles.get(sign, "primary"))]


def _fill(row: list[str], start: int, end: int, sign: str) -> None:
    for cell in range(min(start, end), max(start, end)):
        row[cell] = sign


def _multiples(indicator: Indicator, series: Mapping[str, Mapping[int, Point]], width: int) -> list[Line]:
    """The bars of every series under its name, all on one scale."""
    scale = _scale(series, ())
    lines: list[Line] = []
    for label, points in series.items():
        lines.append([(_name(label, indicator), "bold"), (_change_words(indicator, label), "muted")])
        lines += _bars(indicator, points, width, (), scale)
        lines.append([])
    return lines[:-1]


def _name(label: str, indicator: Indicator) -> str:
    return clean_line(label) or indicator.unit or "aantal"


def _change_words(indicator: Indicator, label: str, *, percent: bool = True, since: bool = True) -> str:
    difference = change(indicator, label)
    return f"  {shown_change(indicator, difference, percent=percent, since=since)}" if difference else ""


# A table with a line per series.


def _table(indicator: Indicator, width: int) -> list[Line]:
    """Numbers by year, a small line from lowest to highest, and the change; columns go when there is no room."""
    series, years = series_of(indicator), years_of(indicator)
    first = min(_WIDEST_LABEL, width // 3, max(cell_len(_name(label, indicator)) for label in series))
    texts = {
        label: [shown(value_of(points[year]), indicator.unit) if year in points else "–" for year in years]
        for label, points in series.items()
    }
    column = max([4, *(cell_len(text) for figures in texts.values() for text in figures)]) + _GAP
    spark = len(years) + _GAP
    left = width - first
    if left < 2 * column + spark:
        spark = 0
    changes, since = _changes(indicator, list(series), left - len(years) * column - spark)
    kept = _kept_years(len(years), (left - spark) // column)
    head: Line = [(" " * first, "text"), *((f"{years[at]:>{column}}", "muted") for at in kept)]
    lines: list[Line] = [[*head, (" " * spark + since, "muted")]]
    for label, points in series.items():
        cells = [(_right(texts[label][at], column), "bold" if at == kept[-1] else "text") for at in kept]
        steps = "".join(_steps([value_of(points.get(year)) for year in years]))
        drawn = [(" " * _GAP + steps, "primary")] if spark else []
        lines.append([(fit(_name(label, indicator), first), "bold"), *cells, *drawn, (changes[label], "muted")])
    return lines


def _changes(indicator: Indicator, labels: Sequence[str], room: int) -> tuple[dict[str, str], str]:
    """Per series its change as far as there is room for it, and the head above: since when."""
    differences = [difference for label in labels if (difference := change(indicator, label))]
    if len({difference.since for difference in differences}) == 1:
        head = f"  sinds {differences[0].since}"
        for percent in (True, False):
            changes = {label: _change_words(indicator, label, percent=percent, since=False) for label in labels}
            if max(cell_len(words) for words in (head, *changes.values())) <= room:
                return changes, head
    return dict.fromkeys(labels, ""), ""


def _kept_years(many: int, fit: int) -> list[int]:
    """The first year and the last ones, as many as fit; the last one at least."""
    if fit >= many:
        return list(range(many))
    last = max(1, fit - 1)
    return [0, *range(many - last, many)] if fit > 1 else [many - 1]


def _steps(values: Sequence[Value | None]) -> Iterable[str]:
    """One sign per year, from the lowest to the highest of the series; a range gets its own sign."""
    exact_values = [value.low for value in values if value and value.is_exact]
    low, high = min(exact_values, default=0.0), max(exact_values, default=0.0)
    for value in values:
        if value is None:
            yield " "
        elif not value.is_exact:
            yield _MASKED
        elif low == high:
            yield _STEPS[len(_STEPS) // 2]
        else:
            yield _STEPS[round((value.low - low) / (high - low) * (len(_STEPS) - 1))]


# What it all means, and what does not fit.


def _whole_target(target: Target, indicator: Indicator) -> Run:
    return f"{_TARGET} {target.year} {_goal_words(target, indicator)}", "critical"


def _notes(indicator: Indicator, width: int, *, bars: bool) -> list[Line]:
    """The legend: only what is drawn, in as few lines as it takes."""
    values = [value for point in indicator.series if (value := value_of(point))]
    several = [] if bars else [f"{_STEPS[0]}–{_STEPS[-1]} laagste tot hoogste van de reeks"]
    expected = f"{_EXPECTED} en * prognose" if bars else "* prognose"
    parts = [
        *several,
        *([expected] * any(value.prognosis for value in values)),
        *([f"{_MASKED} afgeschermd, laagst tot hoogst"] * any(not value.is_exact for value in values)),
    ]
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + 3 + cell_len(part) <= width:
            lines[-1] += f"   {part}"
        else:
            lines.append(part)
    return [[(line, "muted")] for line in lines]


def _shortened(body: list[Line], height: int, notes: list[Line], *, from_top: bool) -> list[Line]:
    """Body and legend in `height` lines: the legend goes first, then the earliest years or the last series."""
    if len(body) <= height:
        return body + notes[: height - len(body)]
    if height == 1:
        return body[:1] if from_top else body[-1:]
    hidden = len(body) - height + 1
    if from_top:
        return [*body[: height - 1], [(f"nog {count(hidden, 'regel', 'regels')} niet getoond", "muted")]]
    return [[(f"{count(hidden, 'eerder jaar', 'eerdere jaren')} niet getoond", "muted")], *body[hidden:]]


def _within(line: Line, width: int) -> Line:
    """The line without what does not fit."""
    made: Line = []
    used = 0
    for text, role in line:
        if used + cell_len(text) > width:
            text = set_cell_size(text, width - used)
        used += cell_len(text)
        if text:
            made.append((text, role))
    return made


def _right(text: str, width: int) -> str:
    return " " * max(0, width - cell_len(text)) + text
