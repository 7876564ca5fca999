"""Signs for the same as above, such as `"` and `idem`: a cell with one says what the cell above it does."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sto_tui.domain.text import plain
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.sheets.table_reader import Cell, SheetRow

_SIGNS = frozenset(
    ('"', "''", ",,", '""', "”", "“", "„", "〃", "″", "idem", "id.", "ditto", "dito", "zie boven", "↑", '-"-')
)


@dataclass(frozen=True)
class SameRows:
    """The rows with words for these signs, and what is told of it, in Dutch."""

    rows: Sequence[SheetRow]
    remarks: tuple[str, ...] = ()


def with_the_same(rows: Sequence[SheetRow]) -> SameRows:
    """The same rows; a sign below an empty cell stays as it is."""
    above: SheetRow | None = None
    whole, numbers = [], list[int]()
    for row in rows:
        cells: list[Cell] = [
            above.cell(at) if above and above.cell(at) and _is_sign(cell) else cell for at, cell in enumerate(row.cells)
        ]
        numbers += [row.number] if cells != [*row.cells] else []
        above = replace(row, cells=tuple(cells))
        whole.append(above)
    told = f"Een teken of woord voor hetzelfde als erboven is zo gelezen: {rows_named(numbers)}."
    return SameRows(whole, (told,) if numbers else ())


def _is_sign(cell: Cell) -> bool:
    return isinstance(cell, str) and (cell.strip() in _SIGNS or plain(cell).strip() in _SIGNS)
