"""In which column of a milestone sheet each field is read, so that somebody can point at another one."""

from collections.abc import Sequence

from sto_tui.domain import dutch
from sto_tui.intake.milestones.answers import COLUMN, FIELDS
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.questions import SettledColumn
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.table_questions import settled_columns


def settled_in(blocks: Sequence[Block]) -> tuple[SettledColumn, ...]:
    """Those of the longest table, as what is pointed at holds for all of them."""
    block = max(blocks, key=lambda block: len(block.rows), default=None)
    if block is None or not block.rows:
        return ()
    columns, kinds = block.columns, block.columns.kinds
    heads = {column.index: column.head for column in kinds.columns}
    head = SheetRow(0, tuple(heads.get(at, "") for at in range(max(heads, default=-1) + 1)))
    asked = {doubt.kind for doubt in kinds.doubts}
    fields = [
        (f"{COLUMN}{name}", dutch.capital(name.replace("-", " ")), columns.fields.get(kind, kinds.by_kind.get(kind)))
        for name, kind in FIELDS.items()
        if kind not in asked
    ]
    return settled_columns(fields, head, [row for row, _ in block.rows])
