"""What a sheet holds and does not show: hidden columns that are read, and what hangs at cells that is not."""

from collections.abc import Collection, Sequence

from sto_tui.domain.text import shortened
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.named import named
from sto_tui.intake.tables.at_cells import told_at_cells
from sto_tui.intake.tables.column_kinds import letters
from sto_tui.intake.tables.sheet_looks import TabLooks

_LONGEST_HEAD = 40


def out_of_sight(blocks: Sequence[Block], looks: TabLooks, left_out: Collection[int]) -> list[str]:
    """What is told of it, in Dutch; rows that are no milestone (`left_out`) have no comment or link that counts."""
    remarks = []
    read = {at for block in blocks for at in block.columns.fields.values()}
    # A bar goes on below months that somebody put out of sight.
    read |= {
        at
        for block in blocks
        if not {"start", "due"} <= block.columns.fields.keys()
        for at in block.columns.periods
        if any(row.cell(at) or at in looks.fills.get(row.number, {}) for row, _ in block.rows)
    }
    heads = {column.index: column.head for block in blocks for column in block.columns.kinds.columns}
    if hidden := sorted(read & looks.hidden_columns):
        names = [shortened(heads.get(at) or f"kolom {letters(at)}", _LONGEST_HEAD) for at in hidden]
        remarks.append(f"In het blad verborgen, en toch gelezen: {named(names)}.")
    rows = [row for block in blocks for row, _ in block.rows if row.number not in left_out]
    return [*remarks, *told_at_cells(looks, rows)]
