"""Cells below periods that only have a colour, as in a planning of bars: the row is of those periods.

Where anything is written below a period the colour is one of looks, and so is the colour of a whole row or column.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sto_tui.intake.plan_document.blocks import Block, Paragraph, WordCell, WordRow, WordTable
from sto_tui.intake.plan_document.written_periods import read_period

_BAR = "■"
_LEAST_PERIODS = 3
_MOST_ROWS_ABOVE = 2


def with_bars(block: Block) -> Block:
    """A table with a mark in each cell of a bar; anything else as it is."""
    if not isinstance(block, WordTable):
        return block
    for at, heads in enumerate(block.rows[:_MOST_ROWS_ABOVE]):
        columns = {cell.column for cell in heads.cells if read_period(cell.text)}
        below = block.rows[at + 1 :]
        if len(columns) >= _LEAST_PERIODS and (bars := _bars(below, columns)):
            marked = [replace(row, cells=_marked(row, bars.get(number, ()))) for number, row in enumerate(below)]
            return replace(block, rows=(*block.rows[: at + 1], *marked))
    return block


def _bars(rows: tuple[WordRow, ...], columns: set[int]) -> Mapping[int, set[int]]:
    """The columns with a bar, by the row; empty when the colours say something else, or nothing."""
    found: dict[int, set[int]] = {}
    for number, row in enumerate(rows):
        cells = [cell for cell in row.cells if cell.column in columns]
        beside = {cell.fill for cell in row.cells if cell.column not in columns}
        if any(cell.paragraphs for cell in cells):
            return {}
        found[number] = {cell.column for cell in cells if cell.fill and cell.fill not in beside}
    everywhere = set.intersection(*found.values()) if len(found) > 1 else set()
    return {number: painted - everywhere for number, painted in found.items() if painted - everywhere}


def _marked(row: WordRow, columns: Collection[int]) -> tuple[WordCell, ...]:
    return tuple(
        replace(cell, paragraphs=(Paragraph(_BAR, row.spot, painted=True),)) if cell.column in columns else cell
        for cell in row.cells
    )
