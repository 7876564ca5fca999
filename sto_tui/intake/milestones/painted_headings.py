"""Rows of one colour from the name over the periods: in a grid with bars these are headings, and no bar.

A grey or pale row was one already; a blue one kept its heading from being seen.
"""

from collections.abc import Mapping, Sequence

from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.sheet_looks import TabLooks

_NEARLY_ALL = 0.8
# Over fewer periods a colour is soon a bar.
_PERIODS_TO_JUDGE = 3


def is_painted_heading(row: SheetRow, block: Block, filled: Mapping[int, Sequence[object]], looks: TabLooks) -> bool:
    """Whether the colour behind a row without a bar runs over its name and nearly all periods.

    A colour that stands behind the name of a row with a bar too only makes the table easy to read.
    """
    columns = block.columns
    title = columns.fields["title"]
    fills = looks.fills.get(row.number, {})
    colour = fills.get(title, "")
    if not colour or filled.get(row.number) or len(columns.periods) < _PERIODS_TO_JUDGE:
        return False
    behind = [fills.get(at, "") for at in columns.periods]
    if {*behind} - {"", colour} or behind.count(colour) < _NEARLY_ALL * len(behind):
        return False
    return not any(
        filled.get(other.number) and looks.fills.get(other.number, {}).get(title, "") == colour
        for other, _ in block.rows
    )
