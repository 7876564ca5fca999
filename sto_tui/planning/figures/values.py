"""What the figures of the regiovisie say: values and ranges, sums, change since a year, and the targets of goals."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import number
from sto_tui.domain.plan import Goal, Speerpunt, Tag
from sto_tui.domain.targets import BaselineKind, TargetKind, fits_no_count, may_be_year, speaks_of_part, words_of
from sto_tui.domain.vision import Indicator, IndicatorKind, Point

KINDS_WITH_DEFINITION = (IndicatorKind.INSTROOM, IndicatorKind.DOORSTROOM, IndicatorKind.PROGNOSE)
UNKNOWN = "onbekend"
_DECIMALS = 9


@dataclass(frozen=True)
class Value:
    """The lowest and highest that a figure can be; the same when it is exact."""

    low: float
    high: float
    prognosis: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


@dataclass(frozen=True)
class ValueChange:
    """How a series changed between two years, in its unit; `percent` only when the first value is known and above 0."""

    since: int
    until: int
    number: Value
    percent: Value | None


@dataclass(frozen=True)
class Target:
    """What a goal wants a figure to be in a year."""

    year: int
    value: float
    goal: int


def value_of(point: Point | None) -> Value | None:
    """The value of a point; None when there is no point, or it says too little."""
    if point is None:
        return None
    if point.value is not None:
        return Value(point.value, point.value, point.prognosis)
    if point.value_min is None or point.value_max is None:
        return None
    return Value(point.value_min, point.value_max, point.prognosis)


def total(points: Iterable[Point]) -> Value | None:
    """The sum: a range as soon as one of them is, None when one is unknown or there are none.

    Source: DUO open onderwijsdata, afgeschermde aantallen.
    """
    values = [value_of(point) for point in points]
    known_values = [value for value in values if value is not None]
    if not known_values or len(known_values) < len(values):
        return None
    low = round(math.fsum(value.low for value in known_values), _DECIMALS)
    high = round(math.fsum(value.high for value in known_values), _DECIMALS)
    return Value(low, high, any(value.prognosis for value in known_values))


def series_of(indicator: Indicator) -> dict[str, dict[int, Point]]:
    """Per series, in the order of the dossier, its points by year; of two for one year the last counts."""
    points_by_label: dict[str, dict[int, Point]] = {}
    for point in indicator.series:
        points_by_label.setdefault(point.label, {})[point.year] = point
    return {label: dict(sorted(points.items())) for label, points in points_by_label.items()}


def years_of(indicator: Indicator) -> list[int]:
    """The years of a figure, in order."""
    return sorted({point.year for point in indicator.series})


def change(indicator: Indicator, label: str, since: int | None = None) -> ValueChange | None:
    """The change from `since`, else the baseline year, else the first year, to the last year that was measured.

    A prognosis counts only where nothing later was measured. None when one of both values is missing.
    """
    values = {year: value for year, point in series_of(indicator).get(label, {}).items() if (value := value_of(point))}
    first = since or indicator.baseline_year or min(values, default=0)
    later = [year for year in values if year > first]
    if first not in values or not later:
        return None
    last = max([year for year in later if not values[year].prognosis] or later)
    return ValueChange(first, last, *_between(values[first], values[last]))


def _between(old: Value, new: Value) -> tuple[Value, Value | None]:
    prognosis = old.prognosis or new.prognosis
    low, high = round(new.low - old.high, _DECIMALS), round(new.high - old.low, _DECIMALS)
    number_of = Value(low, high, prognosis)
    if not old.is_exact or old.low <= 0:
        return number_of, None
    ends = low / old.low * 100, high / old.low * 100
    # Of next to nothing every change is beyond counting.
    return number_of, Value(*ends, prognosis) if all(map(math.isfinite, ends)) else None


def definition_of(dossier: Dossier, indicator: Indicator) -> str:
    """What counts as techniek in a figure, in words; empty where that makes no difference."""
    if indicator.definition is None and indicator.kind not in KINDS_WITH_DEFINITION:
        return ""
    return (indicator.definition or dossier.region.definition_of_techniek).label


def targets_of(dossier: Dossier, indicator: Indicator) -> list[Target]:
    """What the goals that move this figure want, by year; what has no number is left out."""
    targets = []
    for goal in dossier.plan_goals:
        if goal.figure == indicator.id and goal.target_year and goal.reformulated_as is None:
            value = _target_value(goal, indicator)
            if value is not None:
                targets.append(Target(goal.target_year, value, goal.number))
    return sorted(targets, key=lambda target: (target.year, target.goal))


def _target_value(goal: Goal, indicator: Indicator) -> float | None:
    """The number a goal aims at, in the unit of the figure; None when it is of another unit, or begins nowhere."""
    value = goal.target_value
    if value is None or not _is_of(goal, indicator, value):
        return None
    match goal.target_kind:
        case TargetKind.WAARDE | TargetKind.PERCENTAGE | None:
            return value
        case TargetKind.KEER:
            return _of_base(goal, indicator, value)
        case TargetKind.PROCENT:
            return _of_base(goal, indicator, 1 + value / 100)
        case TargetKind.MEER | TargetKind.PUNTEN:
            return _moved(base_of(goal, indicator), value)


def _is_of(goal: Goal, indicator: Indicator, value: float) -> bool:
    """Whether the number of a goal can stand on the scale of a figure.

    A share can't be a mark on a scale of pupils, nor pupils on a scale of shares.
    """
    kind, unit = goal.target_kind or TargetKind.WAARDE, goal.target_unit
    if goal.target_of_part and not speaks_of_part(indicator.unit):
        return False
    if goal.target_since_year not in (None, goal.baseline_year or indicator.baseline_year):
        return False
    share = is_share(indicator)
    if kind in (TargetKind.PERCENTAGE, TargetKind.PUNTEN) and not share:
        return False
    year_like = may_be_year(value)
    is_known = not unit or unit in words_of(indicator.unit) | words_of(goal.baseline)
    if kind.from_baseline:
        return is_known and not (share and unit)
    if share and kind is TargetKind.WAARDE and (unit or year_like):
        return False
    return is_known or not (fits_no_count(unit) or year_like)


def _moved(base: float | None, step: float) -> float | None:
    return None if base is None or base + step < min(base, 0) else round(base + step, _DECIMALS)


def _of_base(goal: Goal, indicator: Indicator, times: float) -> float | None:
    base = base_of(goal, indicator)
    return None if base is None else round(base * times, _DECIMALS)


def base_of(goal: Goal, indicator: Indicator) -> float | None:
    """Where a goal begins: the number of its own baseline, else the known value of the figure in that year."""
    if goal.baseline_value is not None:
        return (
            None if goal.baseline_kind is BaselineKind.PERCENTAGE and not is_share(indicator) else goal.baseline_value
        )
    if goal.baseline_kind is BaselineKind.ONDUIDELIJK:
        return None
    year = goal.baseline_year or indicator.baseline_year
    series = series_of(indicator)
    points = [points[year] for points in series.values() if year is not None and year in points]
    sum_of_all = total(points) if points and len(points) == len(series) else None
    return sum_of_all.low if sum_of_all and sum_of_all.is_exact else None


def is_share(indicator: Indicator) -> bool:
    """Whether a figure is a percentage; shares can't be added, and change in points."""
    return indicator.unit.casefold().startswith(("%", "procent"))


def subjects_of(dossier: Dossier, goal: int) -> list[Tag]:
    """What the speerpunten that serve a goal touch, in the order of the list; the goal is named by its id."""
    every = dossier.of(Speerpunt).values()
    touched = {tag for speerpunt in every if goal in dossier.goals_served(speerpunt) for tag in speerpunt.tags}
    return [tag for tag in Tag if tag in touched]


# In words.


def titled(indicator: Indicator) -> str:
    """`Instroom, in leerlingen`; the title alone when it names its unit, or has none."""
    named = words_of(indicator.unit)
    if not indicator.unit or (named and named <= words_of(indicator.title)):
        return indicator.title
    return f"{indicator.title}, in {indicator.unit}"


def shown(value: Value | None, unit: str = "") -> str:
    """`42`, `102–108`, `42*` for a prognosis, `58,5%` when the unit is a percentage; `onbekend` without a value."""
    if value is None:
        return UNKNOWN
    sign = "%" if unit.startswith("%") else ""
    return _span(value, _plain) + sign + ("*" if value.prognosis else "")


def shown_change(indicator: Indicator, difference: ValueChange, *, percent: bool = True, since: bool = True) -> str:
    """`+18 (+19,6%) sinds 2021`, `-8 tot -5 (-22,2% tot -13,9%) sinds 2021`, `+0,5 procentpunt sinds 2021`.

    A change that ends in a prognosis has a `*` and names its last year. `percent` and `since` leave these out.
    """
    if difference.number.low == difference.number.high == 0:
        text = "gelijk"
    else:
        text = _span(difference.number, _signed)
        if is_share(indicator):
            text += " procentpunt"
        elif percent and difference.percent is not None:
            text += f" ({_span(difference.percent, _signed_percent)})"
    text += "*" if difference.number.prognosis else ""
    if not since:
        return text
    return f"{text} {shown_span(difference)}"


def shown_span(difference: ValueChange) -> str:
    """`sinds 2021`, `van 2021 tot 2030` when it ends in a prognosis."""
    if difference.number.prognosis:
        return f"van {difference.since} tot {difference.until}"
    return f"sinds {difference.since}"


def _span(value: Value, as_text: Callable[[float], str]) -> str:
    low, high = as_text(value.low), as_text(value.high)
    if low == high:
        return low
    return f"{low} tot {high}" if as_text is not _plain or value.low < 0 else f"{low}–{high}"


def _plain(value: float) -> str:
    return number(value)


def _signed(value: float, decimals: int | None = None) -> str:
    text = number(value, decimals)
    return f"+{text}" if value > 0 and text.strip("0,") else text


def _signed_percent(value: float) -> str:
    """All percentages of change have one decimal, so that they can be compared."""
    return f"{_signed(value, 1)}%"


def legend(indicators: Iterable[Indicator]) -> str:
    """What the signs in figures mean; empty when they have none."""
    values = [value for indicator in indicators for point in indicator.series if (value := value_of(point))]
    sentences = [
        *(["Een * is een prognose."] if any(value.prognosis for value in values) else []),
        *(
            ["Bij een afgeschermd aantal staan de laagste en de hoogste mogelijke waarde."]
            if any(not value.is_exact for value in values)
            else []
        ),
    ]
    return " ".join(sentences)
