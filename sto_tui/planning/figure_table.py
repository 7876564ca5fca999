"""The values of a figure as a table of text, as people type it or paste it from a sheet."""

import re
from collections.abc import Iterable, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line
from sto_tui.domain.vision import Indicator, Point

EXAMPLE = "Schrijf eerst de jaren: reeks; 2024; 2025. Daaronder per reeks de waarden: PIE; 42; <5."
MOST_YEARS, MOST_SERIES = 60, 100
_NOTHING = ("", "-", "–", "?")
_YEAR = re.compile(r"(?P<year>(?:19|20|21)\d\d)(?:\s*[-/]\s*(?:\d\d|\d{4}))?\s*(?P<prognosis>\*?)")
_RANGE = re.compile(r"(?P<low>[\d.,]+)\s*(?:-|–|t/m|tot)\s*(?P<high>[\d.,]+)")
_BELOW = re.compile(r"<\s*(?P<limit>\d+)")


def table_text(indicator: Indicator) -> str:
    """The table of a figure: a line of years, and a line per series; empty when there are none."""
    if not indicator.series:
        return ""
    years = sorted({point.year for point in indicator.series})
    labels = list(dict.fromkeys(point.label for point in indicator.series))
    found = {(point.label, point.year): point for point in indicator.series}
    lines = ["; ".join(["reeks", *map(str, years)])]
    lines += [
        "; ".join([label.replace(";", ","), *(_cell(found.get((label, year))) for year in years)]) for label in labels
    ]
    return "\n".join(lines)


def _cell(point: Point | None) -> str:
    if point is None:
        return ""
    if point.value is not None:
        text = dutch.number(point.value)
    elif point.value_min is not None and point.value_max is not None:
        text = f"{dutch.number(point.value_min)}–{dutch.number(point.value_max)}"
    else:
        return "?"
    return f"{text}*" if point.prognosis else text


def parse_table(text: str, indicator: Indicator | None = None) -> tuple[Point, ...]:
    """The points of a table, with the ids that they have in `indicator`. Raises ValueError with a Dutch sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return ()
    separator = next((sign for sign in ("\t", ";") if sign in lines[0]), None)
    if separator is None:
        raise ValueError(f"Regel 1: ‘{clean_line(lines[0])[:40]}’ heeft geen jaren. {EXAMPLE}")
    years = _years(lines[0].split(separator)[1:])
    if len(lines) - 1 > MOST_SERIES:
        raise ValueError(f"Dit zijn {len(lines) - 1} reeksen; er passen er {MOST_SERIES}.")
    points: list[Point] = []
    for number, line in enumerate(lines[1:], 2):
        label, *cells = (clean_line(cell) for cell in line.split(separator))
        if any(point.label == label for point in points):
            raise ValueError(f"Regel {number}: reeks ‘{label}’ staat er twee keer. Geef elke reeks een eigen naam.")
        if len(cells) > len(years) and any(cells[len(years) :]):
            raise ValueError(f"Regel {number}: hier staan {len(cells)} waarden bij {len(years)} jaren.")
        points += _points(label, cells, years, number)
    return _with_ids(points, indicator.series if indicator else ())


def _years(cells: Sequence[str]) -> list[tuple[int, bool]]:
    """Each year, and whether it is a prognosis (`2028*`)."""
    years: list[tuple[int, bool]] = []
    for cell in cells:
        match = _YEAR.fullmatch(clean_line(cell))
        if match is None:
            raise ValueError(f"Regel 1: ‘{clean_line(cell)}’ is geen jaar. {EXAMPLE}")
        years.append((int(match["year"]), bool(match["prognosis"])))
    if len({year for year, _ in years}) < len(years):
        raise ValueError("Regel 1: een jaar staat er twee keer.")
    if not 0 < len(years) <= MOST_YEARS:
        raise ValueError(f"Regel 1: hier horen 1 tot en met {MOST_YEARS} jaren te staan. {EXAMPLE}")
    return years


def _points(label: str, cells: Sequence[str], years: Sequence[tuple[int, bool]], number: int) -> Iterable[Point]:
    for cell, (year, prognosis) in zip(cells, years, strict=False):
        typed = cell.rstrip("*").strip()
        if typed in _NOTHING:
            continue
        try:
            low, high = _value(typed)
        except ValueError as error:
            raise ValueError(
                f"Regel {number}, {year}: ‘{cell}’ is geen waarde. Schrijf 42, 1.250, 12,5, <5, 1–4, of 42* voor een "
                "prognose."
            ) from error
        known = low == high
        yield Point(
            label=label,
            year=year,
            value=low if known else None,
            value_min=None if known else low,
            value_max=None if known else high,
            prognosis=prognosis or cell.endswith("*"),
        )


def _value(typed: str) -> tuple[float, float]:
    """The lowest and highest value; what stands under a limit is a range from 1. Raises ValueError."""
    if match := _BELOW.fullmatch(typed):
        limit = int(match["limit"])
        return (1.0, float(limit - 1)) if limit > 1 else (0.0, 0.0)
    if match := _RANGE.fullmatch(typed):
        low, high = float(dutch.parse_number(match["low"])), float(dutch.parse_number(match["high"]))
        if low > high:
            raise ValueError(typed)
        return low, high
    number = float(dutch.parse_number(typed.removesuffix("%")))
    return number, number


def _with_ids(points: Sequence[Point], before: Sequence[Point]) -> tuple[Point, ...]:
    """The points with the ids that they had; new ones get the next."""
    ids = {(point.label, point.year): point.id for point in before}
    following = max(ids.values(), default=0) + 1
    numbered = []
    for point in points:
        known = ids.get((point.label, point.year))
        if known is None:
            known, following = following, following + 1
        numbered.append(point.model_copy(update={"id": known}))
    return tuple(numbered)
