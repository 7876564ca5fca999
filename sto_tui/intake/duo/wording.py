"""How figures from DUO are shown before they are taken over: a table per figure, and what changes from what to what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sto_tui.domain.dutch import enumerate_words, number
from sto_tui.domain.text import cut
from sto_tui.domain.vision import Indicator, Point

MOST_NAMED = 10
_WIDEST_LABEL = 20
# A table fits in a window on a terminal of 60 columns, with what stands before it.
_WIDEST_TABLE = 48


@dataclass(frozen=True)
class FigureChange:
    """A figure before (None when it is new) and after, and the years that were read."""

    before: Indicator | None
    after: Indicator
    years: frozenset[int]


def first_named(names: Sequence[str]) -> str:
    """The names, of many the first ten and how many more there are."""
    more = [f"nog {len(names) - MOST_NAMED}"] if len(names) > MOST_NAMED else []
    return enumerate_words([*(cut(name, 80) for name in names[:MOST_NAMED]), *more])


def told_figures(figures: Sequence[FigureChange]) -> Iterator[str]:
    """The preview: what is overwritten, then tables of what changes and what is new, then what stays as it is.

    A heading brings a blank line with it.
    """
    changed = [figure for figure in figures if figure.before and figure.before != figure.after]
    overwritten = [(figure, lines) for figure in changed if (lines := list(_replaced(figure)))]
    yield from _under("Wordt vervangen", overwritten)
    yield from _under("Gewijzigd", [(figure, _table(figure)) for figure in changed])
    yield from _under("Nieuw", [(figure, _table(figure)) for figure in figures if figure.before is None])
    same = [figure.after.title for figure in figures if figure.before == figure.after]
    if same:
        yield "\nOngewijzigd"
        yield from (f"  {title}" for title in same)


def _under(heading: str, chosen: Sequence[tuple[FigureChange, Iterable[str]]]) -> Iterator[str]:
    """Figures with lines each, under a heading; nothing when there are none."""
    if chosen:
        yield f"\n{heading}"
    for at, (figure, lines) in enumerate(chosen):
        if at:
            yield ""
        yield f"  {figure.after.title} ({figure.after.unit})"
        yield from (f"    {line}" for line in lines)


def shown_point(point: Point | None) -> str:
    """`98`, `102–108` for a range, a dash for no value."""
    if point is None or (point.value is None and point.value_min is None):
        return "–"
    if point.value is not None:
        return number(point.value)
    return f"{number(point.value_min or 0)}–{number(point.value_max)}" if point.value_max is not None else "–"


def _table(figure: FigureChange) -> Iterator[str]:
    """A row per series and a column per year that was read; when they do not fit, the next years come below."""
    years = sorted(figure.years)
    points = {(point.label, point.year): point for point in figure.after.series}
    labels = list(dict.fromkeys(point.label for point in figure.after.series if point.year in figure.years))
    columns = [["", *labels]]
    columns += [[str(year), *(shown_point(points.get((label, year))) for label in labels)] for year in years]
    first, *others = columns
    left = min(max(map(len, first)), _WIDEST_LABEL)
    part: list[list[str]] = []
    for column in others:
        if part and left + sum(2 + max(map(len, beside)) for beside in (*part, column)) > _WIDEST_TABLE:
            yield from _rows(first, left, part)
            part = []
        part.append(column)
    yield from _rows(first, left, part)


def _rows(first: Sequence[str], left: int, columns: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns beside each other, to the right of their labels."""
    widths = [max(map(len, column)) for column in columns]
    for label, *row in zip(first, *columns, strict=True):
        cells = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join([label[:left].ljust(left), *cells]).rstrip()


def _replaced(figure: FigureChange) -> Iterator[str]:
    """The values that were there and become another."""
    if figure.before is None:
        return
    old = {(point.label, point.year): point for point in figure.before.series}
    for point in figure.after.series:
        was = old.get((point.label, point.year))
        if was is not None and was != point:
            prognosis = " (prognose)" if was.prognosis and not point.prognosis else ""
            name = f"{point.label} {point.year}".strip()
            yield f"{name}: {shown_point(was)}{prognosis} → {shown_point(point)}"
    still = {(point.label, point.year) for point in figure.after.series}
    for place, was in old.items():
        if place not in still:
            yield f"{was.label} {was.year}: {shown_point(was)} vervalt".strip()
    for label, before, after in _about(figure.before, figure.after):
        yield f"{label}: {before or '(leeg)'} → {after or '(leeg)'}"


def _about(before: Indicator, after: Indicator) -> Iterable[tuple[str, str, str]]:
    """What is told beside the values: where they are from."""
    if before.source != after.source:
        yield "Bron", before.source, after.source
    if before.definition is not after.definition:
        old, new = (indicator.definition.label if indicator.definition else "" for indicator in (before, after))
        yield "Wat telt als techniek", old, new
