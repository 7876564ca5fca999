"""A table with its heads in the first column and a record in each other one: turned, it reads as any other."""

from dataclasses import replace
from itertools import zip_longest

from sto_tui.intake.registers.columns import is_table
from sto_tui.intake.registers.kinds import Register
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, SheetRow
from sto_tui.intake.tables.workbook_tabs import Tab

TOLD = "De koppen staan onder elkaar: elke kolom is als regel gelezen (regel 2 is kolom B)."


def upright(tab: Tab, register: Register) -> Tab:
    """The tab with rows for columns, where only that makes it such a table; any other tab as it is.

    The number of a row is then that of its column, from one.
    """
    if is_table(tab.rows, register) or not 1 < len(tab.rows) <= HEAD_ROWS:
        return tab
    columns = zip_longest(*(row.cells for row in tab.rows), fillvalue="")
    rows = tuple(SheetRow(number, of_column) for number, of_column in enumerate(columns, 1) if any(of_column))
    # Its heads stand in its first column, and nowhere else.
    if not rows or not is_table(rows[:1], register):
        return tab
    return replace(tab, rows=rows, across=None, is_turned=True)
