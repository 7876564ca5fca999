"""A table of records in the terminal, cut to its width."""

import io
from collections.abc import Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.tables import Table
from sto_tui.domain.text import clean_line

# Rich puts a blank of its own between columns.
GAP = 2
WIDEST_AT_FIRST = 32
NARROWEST = 8
_NUMBERS = ("whole", "decimal", "amount")
# Which fields get room first, after those that name a record.
_ORDER = (("whole", "decimal", "amount", "date", "choice"), ("line", "reference"), ("choices", "references", "tick"))


def grid_of(table: Table, records: Sequence[Record], dossier: Dossier, width: int) -> tuple[str, list[str]]:
    """The table in `width` cells, and the labels of the fields for which there was no room."""
    specs = own_fields(table.model, dossier.region)
    columns = _columns(table, records, dossier)
    wanted = {name: max(map(cell_len, (specs[name].label, *cells))) for name, cells in columns.items()}
    numbers = {name: max(map(cell_len, cells)) for name, cells in columns.items() if specs[name].kind in _NUMBERS}
    widths = _fitting(wanted, width, whole=numbers)
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, GAP - 1, 0, 0), pad_edge=False)
    for name, cells in widths.items():
        spec = specs[name]
        grid.add_column(
            Text(spec.label),
            width=cells,
            no_wrap=True,
            overflow="ellipsis",
            justify="right" if spec.kind in _NUMBERS else "left",
        )
    for row in zip(*(columns[name] for name in widths), strict=True):
        grid.add_row(*map(Text, row))
    lines = io.StringIO()
    Console(file=lines, width=width, color_system=None, markup=False, highlight=False, emoji=False).print(grid)
    text = "\n".join(line.rstrip() for line in lines.getvalue().splitlines())
    return text, [specs[name].label for name in columns if name not in widths]


def _columns(table: Table, records: Sequence[Record], dossier: Dossier) -> Mapping[str, list[str]]:
    """Per field that says something its cells; first the fields that name a record, last the long ones.

    After those where a record comes from, and its plan period: that is mostly the one that is asked for.
    """

    def rank(spec: FieldSpec) -> int:
        if spec.name in table.caption:
            return -1
        if spec.tables in ((table.name,), ("periods",)):
            return len(_ORDER) + 1
        return next((place for place, kinds in enumerate(_ORDER) if spec.kind in kinds), len(_ORDER))

    columns = {}
    for spec in sorted(fields_of(table.model).values(), key=rank):
        values = [record.as_shown(spec.name) for record in records]
        cells = ["" if value is False else clean_line(dossier.shown(spec, value)) for value in values]
        if any(cells) and not spec.hidden and not spec.follows:
            columns[spec.name] = cells
    return columns


def _fitting(wanted: Mapping[str, int], width: int, *, whole: Mapping[str, int]) -> dict[str, int]:
    """The columns that fit, in order, with their widths in cells; what is left over goes to those that were cut.

    Those of numbers are not cut to less than in `whole`: half a number is another number.
    """
    widths: dict[str, int] = {}
    room = width
    for name, cells in wanted.items():
        given = min(cells, WIDEST_AT_FIRST)
        if widths:
            given = min(given, room - GAP)
            if given < max(whole.get(name, 0), min(cells, NARROWEST)):
                break
        widths[name] = min(given, max(room, 1))
        room -= widths[name] + GAP
    for name in widths:
        more = min(max(room + GAP, 0), wanted[name] - widths[name])
        widths[name] += more
        room -= more
    return widths
