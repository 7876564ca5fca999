"""How the plans of many regions stand, as one sheet; nothing of it can be taken back."""

import io
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter

from sto_tui.documents.excel.formats import Formats
from sto_tui.documents.excel.grid import CellLook, Grid, GridColumn, GridRow
from sto_tui.documents.excel.sheet import write_sheet
from sto_tui.documents.excel.workbook import OPTIONS
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.plan import GoalOutcome
from sto_tui.planning.national import NationalRow

_TITLE = "Stand van de regio’s"
_ABOUT = "Alleen wat de dossiers landelijk laten zien. Een leeg vak: dat laat deze server niet zien."


def national_workbook(rows: Sequence[NationalRow], server: str, day: date) -> bytes:
    """The bytes of an .xlsx; the same for the same rows and day."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, OPTIONS)
    workbook.set_properties({"title": _TITLE, "created": datetime(day.year, day.month, day.day)})
    write_sheet(workbook, grid(rows, server, day), Formats(workbook), "landelijk")
    workbook.close()
    return buffer.getvalue()


def grid(rows: Sequence[NationalRow], server: str, day: date) -> Grid:
    """The sheet: a row for each region."""
    columns = [
        GridColumn("Regio", 26),
        GridColumn("Dossier", 18),
        GridColumn("Soort", 18),
        GridColumn("Planperiode", 12, CellLook.CENTRE),
        GridColumn("Mijlpalen", 10, CellLook.NUMBER),
        *(GridColumn(capital(light.label), 10, CellLook.NUMBER) for light in Stoplicht),
        GridColumn("Meldingen", 10, CellLook.NUMBER),
        GridColumn("Welke mijlpalen", 44),
        GridColumn("Doelen", 9, CellLook.NUMBER),
        *(GridColumn(f"Doelen {outcome.label}", 10, CellLook.NUMBER) for outcome in GoalOutcome),
    ]
    sheet = Grid("Regio’s", _TITLE, [f"{server} · {long_date(day)}", _ABOUT], columns, frozen=1)
    for row in rows:
        lights = [row.lights[light] if row.lights else None for light in Stoplicht]
        outcomes = [row.outcomes[outcome] if row.outcomes else None for outcome in GoalOutcome]
        first = [row.region, row.dossier, row.kind, row.period, row.milestones, *lights]
        sheet.add(GridRow([*first, row.found, row.findings_in_words, row.goals, *outcomes]))
    return sheet
