"""Cells below periods that only have a colour, as in a planning of bars: the row is of those periods.

Where anything is written below a period the colour is one of looks, and so is that of a whole row or column, of all
rows in turn or of what bars are drawn on: a bar leaves some period of its row open.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sto_tui.intake.plan_document.blocks import Block, Paragraph, WordCell, WordRow, WordTable
from sto_tui.intake.plan_document.table_lines import heads_of
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
        are_heads = len(columns) >= _LEAST_PERIODS and heads_of(replace(block, rows=block.rows[at:])) is not None
        if are_heads and (bars := _bars(below, columns)):
            marked = [replace(row, cells=_marked(row, bars.get(number, ()))) for number, row in enumerate(below)]
            return replace(block, rows=(*block.rows[: at + 1], *marked))
    return block


def _bars(rows: tuple[WordRow, ...], columns: set[int]) -> Mapping[int, set[int]]:
    """The columns with a bar, by the row; empty when the colours say something else, or nothing."""
    stripes = _stripes([cell.fill for cell in row.cells if cell.column in columns] for row in rows)
    found: dict[int, dict[int, str]] = {}
    for number, row in enumerate(rows):
        cells = [cell for cell in row.cells if cell.column in columns]
        beside = stripes | {cell.fill for cell in row.cells if cell.column not in columns}
        if any(cell.paragraphs for cell in cells):
            return {}
        found[number] = {cell.column: cell.fill for cell in cells if cell.fill and cell.fill not in beside}
    looks = _of_whole_columns([*found.values()])
    bars = {number: {column for column in fills if column not in looks} for number, fills in found.items()}
    return {number: painted for number, painted in bars.items() if painted}


def _of_whole_columns(rows: Sequence[Mapping[int, str]]) -> set[int]:
    """The columns that are painted in all rows, in no colour that bars have elsewhere."""
    whole = set.intersection(*map(set, rows)) if len(rows) > 1 else set()
    elsewhere = {fill for fills in rows for column, fill in fills.items() if column not in whole}
    return {column for column in whole if not elsewhere & {fills[column] for fills in rows}}


def _stripes(rows: Iterable[list[str]]) -> set[str]:
    """The colours that fill all periods of some row, and never stand beside a period that is left open.

    One that never stands beside another colour is a bar as long as its table, where other bars have nothing behind
    them.
    """
    whole: set[str] = set()
    beside_open: set[str] = set()
    beside_other: set[str] = set()
    for fills in rows:
        whole |= {*fills} if len({*fills}) == 1 else set()
        beside_open |= {*fills} if "" in fills else set()
        beside_other |= {*fills} if len({*fills} - {""}) > 1 else set()
    has_bars = bool(beside_open - {""})
    return (whole & beside_other if has_bars else whole) - beside_open


def _marked(row: WordRow, columns: Collection[int]) -> tuple[WordCell, ...]:
    return tuple(
        replace(cell, paragraphs=(Paragraph(_BAR, row.spot, painted=True),)) if cell.column in columns else cell
        for cell in row.cells
    )
