"""Rows and names in a sentence about a sheet: the first few, and how many follow."""

from collections.abc import Sequence

from sto_tui.domain import dutch

MOST_NAMED = 6


def named(names: Sequence[str]) -> str:
    """`‘A’, ‘B’ en nog 3`."""
    more = [f"nog {len(names) - MOST_NAMED}"] if len(names) > MOST_NAMED else []
    return dutch.enumerate_words([*(f"‘{name}’" for name in names[:MOST_NAMED]), *more])


def rows_named(rows: Sequence[int]) -> str:
    """`regel 3`, or `de regels 3, 4 en nog 7`."""
    if len(rows) == 1:
        return f"regel {rows[0]}"
    more = [f"nog {len(rows) - MOST_NAMED}"] if len(rows) > MOST_NAMED else []
    return f"de regels {dutch.enumerate_words([*map(str, rows[:MOST_NAMED]), *more])}"
