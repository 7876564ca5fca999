"""The VERI matrix: who does, decides, advises, hears and supports, per theme, speerpunt and milestone."""

from datetime import date

from sto_tui.documents.excel.about import about_lines
from sto_tui.documents.excel.grid import Grid, GridColumn, GridRow, RowKind
from sto_tui.documents.excel.role_columns import codes_of, pale_roles, role_columns, role_notes, shown_columns
from sto_tui.domain.dossier import Dossier
from sto_tui.planning.veri.matrix import matrix_rows

NAME = "VERI"
_KINDS = {0: RowKind.GROUP, 1: RowKind.UNDER_GROUP}


def grid(dossier: Dossier, day: date) -> Grid | None:
    """All rows and all columns that the region shows; None when there are none."""
    rows = matrix_rows(dossier)
    if not rows or not shown_columns(dossier):
        return None
    about = [*about_lines(dossier, day), *role_notes(dossier, [row.ref for row in rows])]
    heads = [GridColumn("Nr", 7), GridColumn("Waarover", 46), *role_columns(dossier)]
    sheet = Grid(NAME, "VERI-matrix", about, heads)
    for row in rows:
        pale = frozenset(pale_roles(dossier, row.ref, 2))
        cells = [row.number, row.title, *codes_of(dossier, row.ref)]
        sheet.add(GridRow(cells, str(row.ref), _KINDS.get(row.level, RowKind.ROW), pale))
    return sheet
