"""How alike two texts are, by their words: quick enough to compare every row of a long draft."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from sto_tui.intake.returned_draft.field_form import lenient

CLEARLY = 0.2
"""How much more alike a text must be to the one than to the other before that decides."""


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[Counter[str], int]:
    counted = Counter(lenient(text).lower().split())
    return counted, counted.total()


def alike(first: str, second: str) -> float:
    """From 0, no word in common, to 1, the same words; two empty texts are the same."""
    (mine, many), (theirs, others) = _words(first), _words(second)
    if not many and not others:
        return 1.0
    return 2 * (mine & theirs).total() / (many + others)


def rows_alike(first: Sequence[str], second: Sequence[str]) -> float:
    """The same of what stands in two rows, without their labels."""
    return alike("\n".join(first[1:] or first), "\n".join(second[1:] or second))
