"""Rows of a table of money that hold what other rows hold too: the sum of a group, or a part of the row above."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sto_tui.intake.registers.column_values import says_nothing
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.kinds import TOTAL
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.amounts import Mark, number_in

_Counted = tuple[str, tuple[Decimal, ...]]
"""The year that a row says, and its amounts."""
_LEAST_OF_GROUP = 2


@dataclass(frozen=True)
class GroupSums:
    """The numbers of rows that may count others; it `is_sure` when all rows are in groups, or these stand out."""

    numbers: frozenset[int]
    is_sure: bool


def group_sums(
    rows: Sequence[SheetRow], columns: RegisterColumns, mark: Mark | None, bold: Collection[int]
) -> GroupSums:
    """The rows of which every amount is the sum of those of the rows below or above, or that are in `bold` as few are.

    One amount that was mended, and its sum not, may not bring that sum in.
    """
    places = columns.amounts_of_years or tuple(columns.fields[name] for name in (TOTAL,) if name in columns.fields)
    year = columns.fields.get("year")
    read = [
        (row.number, ("" if year is None else row.text(year), of_row))
        for row in rows
        if (of_row := _amounts(row, places, mark))
    ]
    numbers, counted = [number for number, _ in read], [each for _, each in read]
    for order in (1, -1):
        if sums := _whole(counted[::order]):
            return GroupSums(frozenset(numbers[::order][at] for at in sums), is_sure=True)
    found = {numbers[at] for at in _with_rows_behind(counted)}
    found |= {numbers[::-1][at] for at in _with_rows_behind(counted[::-1])}
    heavy = {*bold} & {*numbers}
    stand_out = heavy if 2 * len(heavy) < len(numbers) else set()
    return GroupSums(frozenset(found | stand_out), is_sure=bool(stand_out) and found <= stand_out)


def _amounts(row: SheetRow, places: Sequence[int], mark: Mark | None) -> tuple[Decimal, ...] | None:
    """The amounts of a row, zero where it has none; None without any, or where one cannot be read."""
    try:
        amounts = tuple(
            Decimal(0) if says_nothing(row.cell(at)) else number_in(row.cell(at), mark or "komma") for at in places
        )
    except ValueError:
        return None
    return amounts if any(amounts) else None


def _whole(rows: Sequence[_Counted]) -> list[int]:
    """The places of the sums, where all rows are a sum and then its group; empty otherwise."""
    sums, at, largest = [], 0, 0
    while at < len(rows):
        size = _group_behind(rows, at, 1)
        if not size:
            return []
        sums.append(at)
        largest = max(largest, size)
        at += 1 + size
    return sums if largest >= _LEAST_OF_GROUP else []


def _with_rows_behind(rows: Sequence[_Counted]) -> list[int]:
    return [at for at in range(len(rows)) if _group_behind(rows, at, _LEAST_OF_GROUP)]


def _group_behind(rows: Sequence[_Counted], at: int, least: int) -> int:
    """How many rows of its year right behind this one come to the same, at least so many; 0 when they do not."""
    year, wanted = rows[at]
    together = tuple(Decimal(0) for _ in wanted)
    for size, (of_year, amounts) in enumerate(rows[at + 1 :], 1):
        together = tuple(so_far + amount for so_far, amount in zip(together, amounts, strict=True))
        if of_year != year:
            return 0
        # What was deducted may follow yet.
        is_past = any(so_far > sought for so_far, sought in zip(together, wanted, strict=True))
        if is_past and not any(amount < 0 for _, later in rows[at + 1 + size :] for amount in later):
            return 0
        if size >= least and together == wanted:
            return size
    return 0
