"""Cells that somebody merged: all of them say what the first one does."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sto_tui.intake.sheets.table_reader import Cell, MergedCells, SheetRow


def spread(
    rows: Sequence[SheetRow], merges: Sequence[MergedCells], across: Collection[int], below: int
) -> Sequence[SheetRow]:
    """The rows with merged cells under row `below` filled: down their column, and to the right in those of `across`.

    A merge over columns of several kinds is a way of writing a long text.
    """
    inside = [merge for merge in merges if merge.top > below]
    by_number = {row.number: row for row in rows}
    said: dict[int, dict[int, Cell]] = {}
    for merge in inside:
        value = by_number[merge.top].cell(merge.left) if merge.top in by_number else ""
        columns = [at for at in range(merge.left, merge.right + 1) if at == merge.left or {at, merge.left} <= {*across}]
        for number in range(merge.top, merge.bottom + 1) if value else ():
            said.setdefault(number, {}).update(dict.fromkeys(columns, value))
    return [_filled(row, said[row.number]) if row.number in said else row for row in rows]


def _filled(row: SheetRow, said: dict[int, Cell]) -> SheetRow:
    cells = [*row.cells, *[""] * (max(said) + 1 - len(row.cells))]
    for place, value in said.items():
        cells[place] = value
    return replace(row, cells=tuple(cells))
