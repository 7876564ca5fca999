"""Heads in two rows: `2027` over `Aantal | Bedrag`, or `Contact` over `naam | telefoon`, become one row."""

import re
from collections.abc import Sequence
from datetime import date

from sto_tui.intake.registers.columns import fit_of
from sto_tui.intake.registers.kinds import Register, fields_of_register
from sto_tui.intake.registers.year_columns import is_period
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.amounts import written_number

_LONGEST = 40


def head_of_two(rows: Sequence[SheetRow], at: int, register: Register) -> tuple[int, SheetRow] | None:
    """The place of the upper of two rows of heads, of which row `at` is one, and both as one; None for one row."""
    for upper in (at, at - 1):
        if 0 <= upper < len(rows) - 2 and _are_heads(rows[upper], rows[upper + 1], register):
            return upper, _as_one(rows[upper], rows[upper + 1], register)
    return None


def _are_heads(top: SheetRow, low: SheetRow, register: Register) -> bool:
    """Whether the lower row says more of the upper one: below a head that goes over several columns, or the same."""
    places = [at for at, cell in enumerate(low.cells) if cell]
    if low.number != top.number + 1 or not places or not all(_may_be_head(low.cell(at)) for at in places):
        return False
    more = [at for at in places if not _same(top.cell(at), low.cell(at))]
    own = [*_own_columns(top, low, register)]
    # What stands below the head of the names, or left of all bands, would be a record.
    if not more or not own or any(at in more and _band(top, at) is not None for at in own):
        return False
    if any(len(str(cell)) > _LONGEST for cell in top.cells):
        return False
    return len(more) > 1 and all(_band(top, at) is not None for at in more if at not in own)


def _own_columns(top: SheetRow, low: SheetRow, register: Register) -> list[int]:
    """The columns of which either row, and not both, has the head of what the rows are called."""
    about = fields_of_register(register.word)[register.name]
    width = max(len(top.cells), len(low.cells))
    fits = [at for at in range(width) if any(fit_of(str(row.cell(at)), about) for row in (top, low) if row.cell(at))]
    return [at for at in fits if not low.cell(at) or not top.cell(at) or _same(top.cell(at), low.cell(at))]


def _band(top: SheetRow, at: int) -> int | None:
    """The column of the head above this one, when it goes over several columns; None without."""
    first = next((left for left in range(at, -1, -1) if top.cell(left)), None)
    if first is None:
        return None
    is_wide = first != at or not top.cell(at + 1) or any(_same(top.cell(at), top.cell(at + by)) for by in (-1, 1))
    return first if is_wide else None


def _as_one(top: SheetRow, low: SheetRow, register: Register) -> SheetRow:
    width = max(len(top.cells), len(low.cells))
    return SheetRow(low.number, tuple(_head(top, low, at, register) for at in range(width)))


def _head(top: SheetRow, low: SheetRow, at: int, register: Register) -> Cell:
    below = low.cell(at)
    if not below or _same(top.cell(at), below):
        return top.cell(at)
    band = _band(top, at)
    if band is None or _says_it_all(top.cell(band), below, low, register):
        return below
    return f"{top.cell(band)} {below}"


def _says_it_all(band: Cell, below: Cell, low: SheetRow, register: Register) -> bool:
    """Whether a head is that of a field without the one above it: `Kans` below `Inschatting`, and nowhere else."""

    def fits(text: str) -> bool:
        return any(fit_of(text, about) for about in fields_of_register(register.word).values())

    is_only = sum(_same(below, cell) for cell in low.cells) == 1
    is_plain = not re.search(r"\d", str(band)) and not fits(str(band)) and not fits(f"{band} {below}")
    return is_only and is_plain and fits(str(below))


def _may_be_head(cell: Cell) -> bool:
    if isinstance(cell, date) or len(cell) > _LONGEST:
        return False
    return written_number(cell) is None or is_period(cell)


def _same(first: Cell, second: Cell) -> bool:
    return bool(first) and head_key(str(first)) == head_key(str(second))
