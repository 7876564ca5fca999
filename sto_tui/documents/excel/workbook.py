"""From dossier to the bytes of an .xlsx: its sheets, and the hidden one that says what stood where.

To add a sheet: a module with `grid(dossier, day)`, and one line in SHEETS.
"""

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime

import xlsxwriter

from sto_tui.documents.excel import (
    WorkbookOptions,
    budget,
    budget_totals,
    cofinancing,
    figures,
    milestones,
    progress,
    veri,
)
from sto_tui.documents.excel.formats import Formats
from sto_tui.documents.excel.grid import Grid
from sto_tui.documents.excel.hidden import write_hidden
from sto_tui.documents.excel.sheet import write_sheet
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region_words import region_in_words

SHEETS: Sequence[Callable[[Dossier, date], Grid | None]] = (
    milestones.grid,
    progress.grid,
    veri.grid,
    budget.grid,
    budget_totals.grid,
    cofinancing.grid,
    figures.grid,
)
_LONGEST_PROPERTY = 255
# A text that begins with `=` or looks like a number or an address is what somebody typed: it stays a text.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def written(dossier: Dossier, options: WorkbookOptions) -> bytes:
    """The workbook; a sheet of which the dossier has nothing is left out, and an empty one says so."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, OPTIONS)
    period = dossier.current_period
    title = f"Werkmap {region_in_words(dossier.region)}{f' {period.label}' if period else ''}"
    moment = datetime(options.date.year, options.date.month, options.date.day)
    workbook.set_properties(
        {
            "title": title[:_LONGEST_PROPERTY],
            "author": dossier.region.lead_school[:_LONGEST_PROPERTY],
            "subject": "Sterk Techniekonderwijs",
            "created": moment,
        }
    )
    grids = [grid for make in SHEETS if (grid := make(dossier, options.date))]
    looks = Formats(workbook)
    for grid in grids or [_nothing(dossier)]:
        write_sheet(workbook, grid, looks, dossier.region.name)
    write_hidden(workbook, grids, dossier, options.date)
    workbook.close()
    return buffer.getvalue()


def _nothing(dossier: Dossier) -> Grid:
    return Grid("Leeg", "Nog niets om te tonen", ["Het dossier heeft nog geen mijlpalen, begroting of cijfers."], ())
