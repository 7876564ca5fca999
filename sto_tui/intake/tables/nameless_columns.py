"""Columns without a head of their own below a wider period: twelve below a year are months, seven are a riddle."""

import re
from collections.abc import Collection, Mapping, Sequence

from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.numbered_parts import NumberedParts
from sto_tui.intake.tables.period_heads import PeriodRun
from sto_tui.intake.tables.written_dates import Grain

# As many columns below a period are what everybody takes them for.
_SURE: Mapping[Grain, tuple[int, ...]] = {
    "year": (12, 4, 2),
    "school year": (12, 4, 2),
    "half": (6, 2),
    "quarter": (3,),
    "month": (2,),
}
_DIVIDED = re.compile(r"(.+) \((\d+)/(\d+)\)")


def nameless_columns(run: PeriodRun, below: Sequence[SheetRow]) -> NumberedParts | None:
    """The columns of a run that are parts of a period without saying which, as if they were numbered; else None."""
    if run.asked or any(row.cell(at) for row in below for at in run.columns):
        return None
    by_column: dict[int, tuple[int, int]] = {}
    for head in run.heads:
        if match := _DIVIDED.fullmatch(head.label):
            number = int(match[2])
            by_column[head.column] = (head.column - number + 1, number)
    return NumberedParts(by_column, "", {}) if len(by_column) == len(run.heads) and by_column else None


def are_sure(run: PeriodRun, parts: NumberedParts) -> bool:
    """Whether every period has as many columns as make them its months or quarters."""
    widths = {max(number for of, number in parts.by_column.values() if of == first) for first in _firsts(parts)}
    sure = next((sure for grain, sure in _SURE.items() if grain == run.grain), ())
    return len(widths) == 1 and widths <= {*sure}


def _firsts(parts: NumberedParts) -> set[int]:
    return {of for of, _ in parts.by_column.values()}


def is_partly_filled(parts: Mapping[int, tuple[int, int]], filled: Collection[int]) -> bool:
    """Whether of the columns of a period some are filled, and others are not: then it counts what these are."""
    by_period: dict[int, list[bool]] = {}
    for at, (of, _) in parts.items():
        by_period.setdefault(of, []).append(at in filled)
    return any(any(columns) and not all(columns) for columns in by_period.values())
