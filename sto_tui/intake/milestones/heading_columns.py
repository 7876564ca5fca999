"""Groups on a row of their own, in a column before that of the names: `Fase 1` above rows of which that is empty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.sheets.table_reader import SheetRow

GROUP_FIELDS = ("theme", "speerpunt", "deelproject", "group")
"""The columns of which any says where a milestone belongs."""
_NAMES = ("title", "number")


@dataclass(frozen=True)
class HeadedRows:
    """The rows with the group above them in their own cell, without the rows of the groups; and what is told of it."""

    rows: Sequence[SheetRow]
    remarks: tuple[str, ...] = ()


def with_headings_beside(rows: Sequence[SheetRow], fields: Mapping[str, int]) -> HeadedRows:
    """The same table with the name of a group in each of its rows; of a wider group a narrower one ends."""
    groups = sorted(fields[name] for name in GROUP_FIELDS if name in fields)
    if "title" not in fields or not groups:
        return HeadedRows(rows)
    names = [fields[name] for name in _NAMES if name in fields]
    headings = [row for row in rows if any(map(row.cell, groups)) and not any(map(row.cell, names))]
    starts = [row for row, below in pairwise(rows) if row in headings and _is_below(row, below, groups)]
    if not starts:
        return HeadedRows(rows)
    above: dict[int, str] = {}
    whole = []
    for row in rows:
        if row in headings:
            first = min(at for at in groups if row.cell(at))
            above = {at: value for at, value in above.items() if at < first}
            above |= {at: clean_line(row.text(at)) for at in groups if row.cell(at)}
        else:
            whole.append(_with(row, {at: value for at, value in above.items() if not row.cell(at)}))
    return HeadedRows(whole, (_told(headings, groups),))


def _is_below(heading: SheetRow, below: SheetRow, groups: Sequence[int]) -> bool:
    """Whether the row below a heading leaves the column of its name to it."""
    return not any(below.cell(at) for at in groups if heading.cell(at)) and any(below.cells)


def _with(row: SheetRow, values: Mapping[int, str]) -> SheetRow:
    width = max(len(row.cells), *(at + 1 for at in values)) if values else len(row.cells)
    cells = [*row.cells, *[""] * (width - len(row.cells))]
    return replace(row, cells=tuple(values.get(at, cell) for at, cell in enumerate(cells)))


def _told(headings: Sequence[SheetRow], groups: Sequence[int]) -> str:
    texts = [cut(clean_line(next(row.text(at) for at in groups if row.cell(at))), 40) for row in headings]
    others = [row.number for row in headings if any(cell for at, cell in enumerate(row.cells) if at not in groups)]
    rest = f" Wat er verder staat op {rows_named(others)}, is niet overgenomen." if others else ""
    what = "is de groep van de rijen eronder" if len(texts) == 1 else "zijn de groepen van de rijen eronder"
    return f"{named(texts)} op een eigen regel {what}.{rest}"
