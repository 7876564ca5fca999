"""The groups of Jira and others as names: their column has the code of the row that is the parent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.column_contents import is_code


def with_parent_names(rows: Sequence[SheetRow], fields: Mapping[str, int]) -> list[SheetRow]:
    """The rows with, in the column of groups, the name of the row that the code there stands for.

    Only when every cell of that column is a code, and all stand in one other column in which no code stands twice.
    """
    group, title = fields.get("group"), fields.get("title")
    if group is None or title is None:
        return [*rows]
    parents = {row.text(group) for row in rows if row.cell(group)}
    if not parents or not all(map(is_code, parents)):
        return [*rows]
    width = max(len(row.cells) for row in rows)
    for at in range(width):
        codes = [row.text(at) for row in rows if row.cell(at)]
        if at not in (group, title) and parents <= {*codes} and len({*codes}) == len(codes):
            names = {row.text(at): row.cell(title) for row in rows}
            return [_with(row, group, names[row.text(group)]) if row.cell(group) else row for row in rows]
    return [*rows]


def _with(row: SheetRow, at: int, name: Cell) -> SheetRow:
    return replace(row, cells=(*row.cells[:at], name, *row.cells[at + 1 :]))
