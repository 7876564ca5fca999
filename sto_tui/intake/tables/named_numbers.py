"""How many numbers in a row of heads are enough to ask what they count."""

from collections.abc import Sequence

from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.head_words import head_word

_BELOW_A_WORD, _BESIDE_HEADS, _ANYWHERE = 3, 4, 5


def fewest_numbers(rows: Sequence[Sequence[Cell]], at: int, first: int, last: int) -> int:
    """Fewest below one word, as over sprints, or one year; a few more when only known heads stand beside them."""
    if len({cell for cell in (rows[at - 1][first : last + 1] if at else ()) if cell}) == 1:
        return _BELOW_A_WORD
    words = [head_word(cell) if isinstance(cell, str) else None for cell in rows[at][:first] if cell]
    are_heads = bool(words) and all(word and word.is_exact for word in words) and not any(rows[at][last + 1 :])
    return _BESIDE_HEADS if are_heads else _ANYWHERE
