"""The values of a figure as a table of text, as people type it or paste it from a sheet."""

import re
from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.record import LINE_LIMIT, YEAR_LIMITS
from sto_tui.domain.text import clean_line
from sto_tui.domain.vision import Indicator, Point

EXAMPLE = "Schrijf eerst de jaren: reeks; 2024; 2025. Daaronder per reeks de waarden: PIE; 42; <5."
MOST_SERIES = 100
_NOTHING = ("", "-", "–")
_UNKNOWN = "?"
_YEAR = re.compile(r"(?P<year>(?:19|20|21)\d\d)(?:\s*[-/]\s*(?:\d\d|\d{4}))?\s*(?P<prognosis>\*?)")
_RANGE = re.compile(r"(?P<low>-?[\d.,]+)\s*(?:-|–|t/m|tot en met|tot)\s*(?P<high>-?[\d.,]+)")
_HIGHEST = "1.000.000.000.000"
_MINUS = "\u2212"
_BELOW = re.compile(r"<\s*(?P<limit>\d+)")


def table_text(indicator: Indicator) -> str:
    """The table of a figure: a line of years, and a line per series; empty when there are none."""
    if not indicator.series:
        return ""
    years = sorted({point.year for point in indicator.series})
    points = {(point.label, point.year): point for point in indicator.series}
    lines = ["; ".join(["reeks", *map(str, years)])]
    for name, label in _names(indicator.series).items():
        lines.append("; ".join([name, *(_cell(points.get((label, year))) for year in years)]))
    return "\n".join(lines)


def _names(points: Iterable[Point]) -> dict[str, str]:
    """The label of each series by the name that it has in the table: without `;`, and still one of its kind."""
    labels = _labels(points)
    names = {label: label for label in labels if ";" not in label}
    for label in labels:
        name, number = label.replace(";", ","), 1
        while names.get(name, label) != label:
            number += 1
            name = f"{label.replace(';', ',')} ({number})"
        names[name] = label
    return {name: label for label in labels for name, label_of_name in names.items() if label_of_name == label}


def _labels(points: Iterable[Point]) -> list[str]:
    return list(dict.fromkeys(point.label for point in points))


def _cell(point: Point | None) -> str:
    return "" if point is None else _typed(point) + ("*" if point.prognosis else "")


def _typed(point: Point) -> str:
    """The value as people type it, rounded; `?` when it says too little."""
    if point.value is not None:
        return dutch.number(point.value)
    if point.value_min is not None and point.value_max is not None:
        return f"{dutch.number(point.value_min)}–{dutch.number(point.value_max)}"
    return _UNKNOWN


def parse_table(text: str, indicator: Indicator | None = None) -> tuple[Point, ...]:
    """The points of a table; what stands in it as it was shown of `indicator` keeps its point, the rest its id.

    Raises ValueError with a Dutch sentence.
    """
    before = indicator.series if indicator else ()
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return ()
    separator = next((sign for sign in ("\t", ";") if sign in lines[0]), None)
    named = not _YEAR.fullmatch(clean_line(lines[0].split(separator or ";")[0]))
    if separator is None and named:
        raise ValueError(f"Regel 1: ‘{clean_line(lines[0])[:40]}’ heeft geen jaren. {EXAMPLE}")
    if not named and len(lines) != 2:
        raise ValueError(f"Regel 1: boven de namen van de reeksen hoort een eigen vakje te staan. {EXAMPLE}")
    rows = [[clean_line(cell) for cell in line.split(separator or ";")] for line in lines]
    rows = rows if named else [["", *row] for row in rows]
    return _in_order(_read(rows, before), before)


def _read(rows: Sequence[Sequence[str]], before: Sequence[Point]) -> list[Point]:
    """The points of the rows, of which the first names the years; new ones without an id."""
    years = _years(rows[0][1:])
    names = _names(before)
    most = max(MOST_SERIES, len(names))
    if len(rows) - 1 > most:
        raise ValueError(f"Dit zijn {len(rows) - 1} reeksen; er passen er {most}.")
    points_before: dict[tuple[str, int], list[Point]] = {}
    for point in before:
        points_before.setdefault((point.label, point.year), []).append(point)
    points: list[Point] = []
    labels_read: set[str] = set()
    for number, (name, *cells) in enumerate(rows[1:], 2):
        label = names.get(name, name)
        if label in labels_read:
            raise ValueError(f"Regel {number}: reeks ‘{name}’ staat er twee keer. Geef elke reeks een eigen naam.")
        if len(label) > LINE_LIMIT:
            raise ValueError(f"Regel {number}: de naam van een reeks heeft hoogstens {LINE_LIMIT} tekens.")
        if any(cells[len(years) :]):
            raise ValueError(f"Regel {number}: {_against(len(cells), len(years))}")
        labels_read.add(label)
        for cell, (year, prognosis) in zip(cells, years, strict=False):
            expected = prognosis or cell.endswith("*")
            points += _points(
                cell.rstrip("*").strip(), label, year, expected, points_before.get((label, year), []), number
            )
    return points


def _against(cells: int, years: int) -> str:
    verb = "staat" if cells == 1 else "staan"
    return f"hier {verb} {dutch.count(cells, 'waarde', 'waarden')} bij {dutch.count(years, 'jaar', 'jaren')}."


def _years(cells: Sequence[str]) -> list[tuple[int, bool]]:
    """Each year, and whether it is a prognosis (`2028*`)."""
    years: list[tuple[int, bool]] = []
    for cell in cells:
        match = _YEAR.fullmatch(clean_line(cell))
        if match is None:
            raise ValueError(f"Regel 1: ‘{clean_line(cell)[:40]}’ is geen jaar. {EXAMPLE}")
        if not YEAR_LIMITS[0] <= int(match["year"]) <= YEAR_LIMITS[1]:
            raise ValueError(f"Regel 1: {match['year']} valt buiten {YEAR_LIMITS[0]} tot en met {YEAR_LIMITS[1]}.")
        years.append((int(match["year"]), bool(match["prognosis"])))
    if len({year for year, _ in years}) < len(years):
        raise ValueError("Regel 1: een jaar staat er twee keer.")
    if not years:
        raise ValueError(f"Regel 1: hier horen jaren te staan. {EXAMPLE}")
    return years


def _points(
    typed: str, label: str, year: int, prognosis: bool, before: Sequence[Point], number: int
) -> Iterable[Point]:
    """What a cell says: the points that it had while it reads as they were shown, else one with the typed value."""
    if before and typed == _typed(before[-1]):
        return [*before[:-1], before[-1].model_copy(update={"prognosis": prognosis})]
    if typed in _NOTHING:
        return []
    try:
        low, high = (None, None) if typed == _UNKNOWN else _value(typed)
        point = Point(
            id=before[-1].id if before else 0,
            label=label,
            year=year,
            value=low if low == high else None,
            value_min=None if low == high else low,
            value_max=None if low == high else high,
            prognosis=prognosis,
        )
    except ValidationError as error:
        raise ValueError(f"Regel {number}, {year}: ‘{typed[:40]}’ is te groot; het hoogste is {_HIGHEST}.") from error
    except ValueError as error:
        raise ValueError(
            f"Regel {number}, {year}: ‘{typed[:40]}’ is geen waarde. Schrijf 42, 1.250, 12,5, <5, 1–4, of 42* voor een "
            "prognose."
        ) from error
    return [point]


def _value(typed: str) -> tuple[float, float]:
    """The lowest and highest value; what stands under a limit is a range from 1. Raises ValueError."""
    typed = typed.replace(_MINUS, "-")
    if match := _BELOW.fullmatch(typed):
        limit = float(match["limit"])
        return (1.0, limit - 1) if limit > 1 else (0.0, 0.0)
    if match := _RANGE.fullmatch(typed):
        low, high = float(dutch.parse_number(match["low"])), float(dutch.parse_number(match["high"]))
        if low > high:
            raise ValueError(typed)
        return low, high
    number = float(dutch.parse_number(typed.removesuffix("%")))
    return number, number


def _in_order(points: Sequence[Point], before: Sequence[Point]) -> tuple[Point, ...]:
    """The points, new ones with the next ids; in the order that they had when the table gives another for no reason."""
    following = max((point.id for point in before), default=0) + 1
    kept = set(before)
    numbered = []
    for point in points:
        if point.id == 0 and point not in kept:
            point, following = point.model_copy(update={"id": following}), following + 1
        numbered.append(point)
    unchanged = len(before) == len(numbered) and kept == set(numbered) and _labels(before) == _labels(numbered)
    return tuple(before) if unchanged else tuple(numbered)
