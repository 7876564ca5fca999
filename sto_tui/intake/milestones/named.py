"""Rows and names in a sentence about a sheet: the first few, and how many follow."""

from collections.abc import Sequence

from sto_tui.domain import dutch
from sto_tui.intake.telling import first_of

MOST_NAMED = 6


def named(names: Sequence[str]) -> str:
    """`‘A’, ‘B’ en nog 3`."""
    return dutch.enumerate_words(first_of([f"‘{name}’" for name in names], MOST_NAMED))


def rows_named(rows: Sequence[int]) -> str:
    """`regel 3`, or `de regels 3, 4 en nog 7`."""
    if len(rows) == 1:
        return f"regel {rows[0]}"
    return f"de regels {dutch.enumerate_words(first_of([*map(str, rows)], MOST_NAMED))}"
