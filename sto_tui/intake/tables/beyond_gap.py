"""Another table behind an empty column, such as a list of abbreviations or addresses beside a plan."""

from collections.abc import Sequence

from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.column_contents import content_of
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.period_cells import period_cell

_FEWEST_HEADS = 2
_FEWEST_ROWS = 2
_MOSTLY = 0.6


def other_table_at(rows: Sequence[SheetRow], head: int) -> int | None:
    """The column at which another table begins behind an empty one; None when all belongs to the same rows.

    It has heads of its own of which one comes again, or rows that end before or after those of the first.
    """
    width = max((len(row.cells) for row in rows[head:]), default=0)
    used = [any(row.cell(at) for row in rows[head:]) for at in range(width)]
    for gap in range(_FEWEST_HEADS, width - _FEWEST_HEADS):
        at = next((at for at in range(gap, width) if used[at]), width)
        if used[gap] or not used[gap - 1] or sum(used[:gap]) < _FEWEST_HEADS:
            continue
        if _has_own_heads(rows[head], at, width) and _is_other(rows, head, gap, at):
            return at
    return None


def _has_own_heads(row: SheetRow, at: int, width: int) -> bool:
    heads = [row.cell(column) for column in range(at, width)]
    named = [head for head in heads if head]
    return len(named) >= _FEWEST_HEADS and bool(heads[0]) and all(map(_is_word, named))


def _is_word(head: Cell) -> bool:
    return isinstance(head, str) and period_cell(head, None) is None and any(map(str.isalpha, head))


def _is_other(rows: Sequence[SheetRow], head: int, gap: int, at: int) -> bool:
    below = rows[head + 1 :]
    names = content_of([row.cell(at) for row in below])
    if not names.filled or max(names.dates, names.numbers, names.yes_no, names.states) >= _MOSTLY:
        return False
    left, right = ({_kind(cell) for cell in cells if cell} for cells in _parted(rows[head], gap, at))
    return bool(left & right) or _ends_elsewhere(below, gap, at)


def _kind(cell: Cell) -> str:
    """The same for two heads that say the same."""
    word = head_word(str(cell))
    return word.kind if word and word.is_exact else f"={head_key(str(cell))}"


def _ends_elsewhere(below: Sequence[SheetRow], gap: int, at: int) -> bool:
    """Whether the right part is full up to a row that is not the last of the left one."""
    width = max(len(row.cells) for row in below)
    parted = [_parted(row, gap, at) for row in below]
    left = sum(any(cells) for cells, _ in parted)
    right = [sum(map(bool, cells)) for _, cells in parted]
    rows = sum(map(bool, right))
    is_full = all(count == width - at for count in right[:rows])
    return is_full and rows >= _FEWEST_ROWS and left >= _FEWEST_ROWS and rows != left


def _parted(row: SheetRow, gap: int, at: int) -> tuple[Sequence[Cell], Sequence[Cell]]:
    return row.cells[:gap], row.cells[at:]
