"""Rows of the administration that say that nothing was paid: they come in, and that is told."""

import re
from collections.abc import Iterator, Sequence

from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.spending.columns import SpendingColumns
from sto_tui.intake.spending.rows import is_aside, is_total
from sto_tui.intake.tables.table_tab import first_named

_CALLED_OFF = re.compile(
    r"(?:geannuleerd|annulering|vervallen|vervalt|afgekeurd|afgewezen|ingetrokken|gestorneerd|niet betaald|offerte|"
    r"concept|cancelled|canceled|rejected|void|draft)"
)


def told_called_off(head: SheetRow, rows: Sequence[SheetRow], columns: SpendingColumns) -> Iterator[str]:
    """Which rows say so in a column that is not read; whether they count is for a person to say."""
    found = [
        (row, at)
        for row in rows
        if not is_aside(row, columns) and not is_total(row, columns)
        for at, cell in enumerate(row.cells)
        if at not in columns.fields.values()
        and isinstance(cell, str)
        and _CALLED_OFF.fullmatch(plain(cell).strip(" ."))
    ]
    if found:
        named = [f"regel {row.number} ‘{cut(clean_line(row.text(at)), 30)}’" for row, at in found]
        where = cut(clean_line(head.text(found[0][1])), 40)
        yield (
            f"Bij ‘{where}’ staat dat het niet doorging of nog niet vaststaat, en deze regels zijn wel overgenomen: "
            f"{first_named(named)}. Haal ze weg als ze niet tellen."
        )
