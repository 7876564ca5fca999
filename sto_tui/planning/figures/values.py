"""What the figures of the regiovisie say: values and ranges, sums, change since a year, and the targets of goals."""

import math
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import MONTHS, number, parse_number
from sto_tui.domain.plan import Goal, Speerpunt, Tag
from sto_tui.domain.vision import Indicator, IndicatorKind, Point

KINDS_WITH_DEFINITION = (IndicatorKind.INSTROOM, IndicatorKind.DOORSTROOM, IndicatorKind.PROGNOSE)
UNKNOWN = "onbekend"
_DECIMALS = 9

_COMPARED = r"(?P<word>meer|hoger|extra|erbij|minder|lager)\b"
_FEWER = ("minder", "lager")
_AMOUNT = re.compile(
    r"(?P<sign>(?:(?<!\S)|(?<=[:(]))(?:\+\s*|[-−–]))?"
    # Not a piece of a name or a word: mbo-4, B1, 3D, 12-jarigen.
    r"(?<!\w)(?<!\d[.,])(?<![^\W\d]-)(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d|[.,]\d|-?[^\W\d])"
    r"(?:\s*(?P<points>%-?\s?punt\w*|procentpunt\w*)|\s*(?P<percent>%|procent\b))?"
)
_NEXT_WORD = re.compile(r"\s*(?P<word>[^\W\d]+)\b")
_COMPARED_AFTER = re.compile(rf"\s*(?:(?P<unit>[^\W\d]+)\s+)?{_COMPARED}(?!.*\b(?:dan|als)\b)")
_MONTH = rf"\b(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\b"
_YEAR = re.compile(
    r"(?P<than>\b(?:dan|als)\s+)?"
    rf"(?P<sure>\(\s*|(?:(?:\b(?:in|op|begin|medio|eind|voor|per|sinds|vanaf|uiterlijk|schooljaar|van)\b|{_MONTH})\s+)+)?"
    r"(?<![\d.,-])(?P<year>(?:19|20)\d\d)(?:\s*[-–/]\s*(?:\d{4}|\d\d))?(?!\d|[.,]\d|\s*%|-?[^\W\d])\s*\)?"
)
# Numbers that are names, and days of the year.
_NAMED = re.compile(
    r"\b(?:leerjaar|leerjaren|klas|klassen|groep|groepen|niveau|fase|mbo|vmbo|havo|vwo)\s+\d\b"
    rf"(?:\s*(?:,|/|-|–|en|of|t/m|tot en met|tot)\s*\d\b)*|(?:\b(?:op|per|voor|vanaf)\s+)?{_MONTH}"
)
# Not about the whole: per school, one in three, half of 300.
_PART = re.compile(
    r"\bper\s+(?!jaar\b|schooljaar\b)|\b(?:elke?|iedere?|geen enkele?)\b|\balle\s+(?:scholen|vestigingen|locaties)\b"
    r"|\bop\s+(?:de|elke|iedere)\s+(?:\d|een\b|twee\b|drie\b|vier\b|vijf\b|tien\b|honderd\b)"
    r"|\b(?:helft|kwart|driekwart|(?:een|één|twee)[ -]?derde)\b"
)
_YEARLY = re.compile(r"\bper\s+(?:school)?jaar\b|\bjaarlijks")
_OTHER_UNITS = {
    *("duizend", "miljoen", "miljard", "mln", "dozijn"),
    *("jaar", "jaren", "maand", "maanden", "weken", "dagen", "uur", "uren"),
}
_FROM = re.compile(r"\bvan\s+\D{0,20}[\d.,]*\d[^\d]*?\b(?=naar\b)")
_TOWARDS = re.compile(
    r"\b(?:naar|tot)\s+(?:(?:ten minste|tenminste|minstens|minimaal|maximaal|hooguit|ongeveer|circa|ca\.|ruim|bijna"
    r"|rond|boven|onder|meer dan|minder dan|de|het|een)\s+)*$"
)
# `meer dan 300` and `300 of meer` aim at 300 itself.
_LIMIT = re.compile(
    r"\b(?:meer|minder|hoger|lager)\s+dan\s+(?:(?:de|het)\s+)?(?=\d)|\b(?:of|liefst|graag)\s+(?:meer|minder|hoger|lager)\b"
)
_CHANGE = re.compile(
    rf"\b{_COMPARED}|\b(?:groei|toenam|toenem|stijg|daal|dalen|daling|afnam|afnem|neemt\b|nemen\b|krimp|verhog|verlag"
    r"|vermeerder|verminder|verbeter|verschil|omhoog|omlaag|reductie|plus\b)"
)
_TIMES = re.compile(r"\b(?P<times>\d+(?:,\d+)?|\w+)\s*(?:keer|maal|x)\s+zo\s*(?:veel|groot|hoog|vaak)")
_TIMES_IN_WORDS = {"anderhalf": 1.5, "twee": 2.0, "drie": 3.0, "vier": 4.0, "vijf": 5.0}
_MULTIPLIED = {"verdubbel": 2.0, "verdrievoudig": 3.0, "verviervoudig": 4.0, "halveer": 0.5, "halver": 0.5}


@dataclass(frozen=True)
class Value:
    """The lowest and highest that a figure can be; the same when it is known."""

    low: float
    high: float
    prognosis: bool = False

    @property
    def known(self) -> bool:
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
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return None
    low = round(math.fsum(value.low for value in known), _DECIMALS)
    high = round(math.fsum(value.high for value in known), _DECIMALS)
    return Value(low, high, any(value.prognosis for value in known))


def series_of(indicator: Indicator) -> dict[str, dict[int, Point]]:
    """Per series, in the order of the dossier, its points by year; of two for one year the last counts."""
    found: dict[str, dict[int, Point]] = {}
    for point in indicator.series:
        found.setdefault(point.label, {})[point.year] = point
    return {label: dict(sorted(points.items())) for label, points in found.items()}


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
    if not old.known or old.low <= 0:
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
    """What the goals that move this figure want, by year; what cannot be read as a number is left out."""
    found = []
    for goal in dossier.plan_goals:
        if goal.figure == indicator.id and goal.target_year and goal.reformulated_as is None:
            value = _target_value(goal, indicator)
            if value is not None:
                found.append(Target(goal.target_year, value, goal.number))
    return sorted(found, key=lambda target: (target.year, target.goal))


def _target_value(goal: Goal, indicator: Indicator) -> float | None:
    """The number a goal aims at; `25% meer`, `verdubbeld` and the like are reckoned from its baseline.

    What can be read in two ways has no number: a missing mark is better than a wrong one.
    """
    units = _words(indicator.unit) | _words(goal.baseline)
    from_year = goal.baseline_year or indicator.baseline_year
    text, years = _without_years(goal.target.casefold(), {goal.target_year, from_year}, from_year, units)
    if _PART.search(text) and not _PART.search(indicator.unit.casefold()):
        return None
    from_baseline = years <= {goal.target_year, from_year} and not _YEARLY.search(text)
    times = _times(text)
    if times is not None:
        alone = from_baseline and not _AMOUNT.search(_TIMES.sub(" ", text))
        return _of_base(_base(goal, indicator), times) if alone else None
    text = _FROM.sub("", text)
    found = _only_amount(text, units)
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    towards = _TOWARDS.search(before)
    sign = _direction(found, after, set() if is_share(indicator) else units)
    if sign:
        return _moved(_base(goal, indicator), found, sign, indicator) if from_baseline and not towards else None
    if _CHANGE.search(_LIMIT.sub(" ", f"{'' if towards else before}{found[0]}{after}")):
        return None
    # A share can't be a mark on a scale of pupils, nor pupils on a scale of shares.
    fits = bool(found["percent"] or not _NEXT_WORD.match(after)) if is_share(indicator) else not found["percent"]
    return float(parse_number(found["number"])) if fits and not found["points"] else None


def _without_years(
    text: str, known: Collection[int | None], from_year: int | None, units: Collection[str]
) -> tuple[str, set[int]]:
    """The text without what are surely years (the known, and those with a word like `in`) and numbers that are names.

    A comparison with another year than that of the baseline keeps its `dan`.
    """
    years: set[int] = set()

    def drop(match: re.Match[str]) -> str:
        year = int(match["year"])
        follows = _NEXT_WORD.match(match.string, match.end())
        if not (match["sure"] or year in known) or (follows and follows["word"] in units):
            return match[0]
        years.add(year)
        return " dan " if match["than"] and year != from_year else " "

    return _NAMED.sub(" ", _YEAR.sub(drop, text)), years


def _only_amount(text: str, units: Collection[str]) -> re.Match[str] | None:
    """The one number in a text that can be an amount; None when there are more, or it may be a year."""
    amounts = list(_AMOUNT.finditer(text))
    if len(amounts) != 1:
        return None
    follows = _NEXT_WORD.match(text, amounts[0].end())
    word = follows["word"] if follows else ""
    if word not in units and (word in _OTHER_UNITS or _YEAR.fullmatch(amounts[0][0])):
        return None
    return amounts[0]


def _direction(found: re.Match[str], after: str, units: Collection[str]) -> int:
    """1 for more, -1 for less, as `+20`, `20 leerlingen meer`; 0 when the number does not say how much it changes."""
    signs = {1 if found["sign"][0] == "+" else -1} if found["sign"] else set()
    compared = _COMPARED_AFTER.match(after)
    if compared and (compared["unit"] is None or compared["unit"] in units):
        signs.add(-1 if compared["word"] in _FEWER else 1)
    return signs.pop() if len(signs) == 1 else 0


def _moved(base: float | None, found: re.Match[str], sign: int, indicator: Indicator) -> float | None:
    step = sign * float(parse_number(found["number"]))
    if found["percent"]:
        return _of_base(base, 1 + step / 100)
    if base is None or (found["points"] and not is_share(indicator)) or base + step < min(base, 0):
        return None
    return round(base + step, _DECIMALS)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d]+", text.casefold()))


def _times(text: str) -> float | None:
    for stem, times in _MULTIPLIED.items():
        if stem in text:
            return times
    if found := _TIMES.search(text):
        word = found["times"]
        return float(word.replace(",", ".")) if word[0].isdigit() else _TIMES_IN_WORDS.get(word)
    return None


def _of_base(base: float | None, times: float) -> float | None:
    return None if base is None else round(base * times, _DECIMALS)


def _base(goal: Goal, indicator: Indicator) -> float | None:
    """Where a goal begins: the only number of its own baseline, else the known value of the figure in that year."""
    year = goal.baseline_year or indicator.baseline_year
    units = _words(indicator.unit) | _words(goal.baseline)
    text, _ = _without_years(goal.baseline.casefold(), {year}, year, units)
    if _AMOUNT.search(text):
        found = _only_amount(text, units)
        fits = found is not None and (is_share(indicator) or not found["percent"])
        return float(parse_number(found["number"])) if found and fits else None
    series = series_of(indicator)
    points = [points[year] for points in series.values() if year is not None and year in points]
    sum_of_all = total(points) if points and len(points) == len(series) else None
    return sum_of_all.low if sum_of_all and sum_of_all.known else None


def is_share(indicator: Indicator) -> bool:
    """Whether a figure is a percentage; shares can't be added, and change in points."""
    return indicator.unit.casefold().startswith(("%", "procent"))


def subjects_of(dossier: Dossier, goal: int) -> list[Tag]:
    """What the speerpunten that serve a goal touch, in the order of the list; the goal is named by its id."""
    touched = {tag for one in dossier.of(Speerpunt).values() if goal in one.goals for tag in one.tags}
    return [tag for tag in Tag if tag in touched]


# In words.


def titled(indicator: Indicator) -> str:
    """`Instroom, in leerlingen`; the title alone when it names its unit, or has none."""
    named = _words(indicator.unit)
    if not indicator.unit or (named and named <= _words(indicator.title)):
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
    values = [value for one in indicators for point in one.series if (value := value_of(point))]
    sentences = [
        *(["Een * is een prognose."] if any(value.prognosis for value in values) else []),
        *(
            ["Bij een afgeschermd aantal staan de laagste en de hoogste mogelijke waarde."]
            if any(not value.known for value in values)
            else []
        ),
    ]
    return " ".join(sentences)
