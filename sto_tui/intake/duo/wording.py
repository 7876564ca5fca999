"""How figures from DUO are shown before they are taken over: a table per figure, and what changes from what to what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sto_tui.domain.dutch import number
from sto_tui.domain.vision import Indicator, Point

_WIDEST_LABEL = 16
_MOST_YEARS = 6


@dataclass(frozen=True)
class FigureChange:
    """A figure before (None when it is new) and after, and the years that were read."""

    before: Indicator | None
    after: Indicator
    years: frozenset[int]


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
    """A row per series and a column per year that was read, the newest years when there are many."""
    years = sorted(figure.years)[-_MOST_YEARS:]
    points = {(point.label, point.year): point for point in figure.after.series}
    labels = list(dict.fromkeys(point.label for point in figure.after.series if point.year in figure.years))
    cells = [["", *map(str, years)]]
    cells += [[label, *(shown_point(points.get((label, year))) for year in years)] for label in labels]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        first = row[0][:_WIDEST_LABEL].ljust(min(widths[0], _WIDEST_LABEL))
        yield "  ".join([first, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]).rstrip()


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
    for label, before, after in _about(figure.before, figure.after):
        yield f"{label}: {before or '(leeg)'} → {after or '(leeg)'}"


def _about(before: Indicator, after: Indicator) -> Iterable[tuple[str, str, str]]:
    """What is told beside the values: where they are from."""
    if before.source != after.source:
        yield "Bron", before.source, after.source
    if before.definition is not after.definition:
        old, new = (indicator.definition.label if indicator.definition else "" for indicator in (before, after))
        yield "Wat telt als techniek", old, new
