"""What every comma-separated file is read by, whoever made it: how strictly, and with which delimiter."""

import csv
from collections.abc import Callable, Iterable, Sequence

from sto_tui.frozen import frozen


class StrictCommas(csv.excel):
    """A quote that is not closed, or closed halfway, is an error and never swallows what follows."""

    strict = True


@frozen
class Head:
    """The row that holds the heads of the columns (from zero), and the delimiter with which they are best known."""

    delimiter: str
    row: int = 0
    cells: tuple[str, ...] = ()


def best_head(lines: Iterable[str], delimiters: str, most_rows: int, score: Callable[[Sequence[str]], int]) -> Head:
    """The delimiter and the row with the most known heads; without one the first delimiter, and no cells."""
    lines = list(lines)
    best, most = Head(delimiters[0]), 0
    for delimiter in delimiters:
        try:
            for number, cells in zip(range(most_rows), csv.reader(lines, delimiter=delimiter), strict=False):
                if (heads_known := score(cells)) > most:
                    best, most = Head(delimiter, number, tuple(cells)), heads_known
        except csv.Error:
            continue
    return best
