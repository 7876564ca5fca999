"""Rows of which the amounts are not in euros: they would stand in the dossier as so many euros."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.foreign_money import (
    currency_of_head,
    is_currency,
    is_currency_head,
    says_euro,
    told_foreign,
)


def foreign_rows(
    columns: RegisterColumns, amounts: Sequence[int], head: SheetRow, rows: Iterable[SheetRow]
) -> tuple[Mapping[int, str], RegisterColumns]:
    """By number the rows with amounts in another currency, and why they are refused.

    A column that says the currency of each row is no longer one that nobody knows in the columns that come back.
    """
    rows = [*rows]
    said = [at for at in (*columns.unknown, *columns.headless) if _says_currency(head, rows, at)]
    headless = [at for at in columns.headless if at not in said]
    of_heads = {at: told_foreign(currency) for at in amounts if (currency := currency_of_head(head.cell(at)))}
    told: dict[int, str] = {}
    for row in rows:
        filled = [at for at in amounts if row.cell(at)]
        in_cells = [why for at in said if (why := told_foreign(row.cell(at)))]
        in_heads = [of_heads[at] for at in filled if at in of_heads]
        in_cells = [] if filled and all(says_euro(head.cell(at)) for at in filled) else in_cells
        if filled and (in_cells or in_heads):
            told[row.number] = (in_cells or in_heads)[0]
    return told, replace(columns.without_unknown(said), headless=headless)


def _says_currency(head: SheetRow, rows: Sequence[SheetRow], at: int) -> bool:
    cells = [cell for row in rows if (cell := row.cell(at))]
    return is_currency_head(head.cell(at)) or (bool(cells) and all(map(is_currency, cells)))
