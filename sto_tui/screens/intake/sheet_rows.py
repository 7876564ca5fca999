"""Rows of a sheet as lines of text, one of its columns pointed at."""

from collections.abc import Sequence

from rich.cells import cell_len

from sto_tui.widgets.raster import Run, fit

_WIDEST = 24
_GAP = 2
_A = ord("A")
_LETTERS = 26


def column_letters(column: int) -> str:
    """The name of a column in a sheet: A, B … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, _LETTERS)
        letters = chr(_A + place) + letters
    return letters


def table_lines(table: Sequence[Sequence[str]], pointed: int | None, width: int) -> list[list[Run]]:
    """The letters of the columns, and the rows; columns at the left make room for the one that is pointed at."""
    columns = max((len(row) for row in table), default=0)
    sizes = [
        min(_WIDEST, max(len(column_letters(place)), *(cell_len(row[place]) for row in table if place < len(row)), 1))
        for place in range(columns)
    ]
    first = 0
    while (
        pointed is not None and first < pointed and sum(sizes[first : pointed + 1]) + _GAP * (pointed - first) > width
    ):
        first += 1
    heads = [column_letters(place) for place in range(columns)]
    return [_runs(cells, sizes, first, pointed, is_head=row == 0) for row, cells in enumerate([heads, *table])]


def _runs(cells: Sequence[str], sizes: Sequence[int], first: int, pointed: int | None, *, is_head: bool) -> list[Run]:
    runs: list[Run] = []
    for place in range(first, len(sizes)):
        text = fit(cells[place] if place < len(cells) else "", sizes[place])
        role = ("cell" if is_head else "bold") if place == pointed else "muted"
        runs += [(text, role), (" " * _GAP, "text")]
    return runs
