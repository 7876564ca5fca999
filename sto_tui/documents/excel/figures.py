"""The figures of the regiovisie, with their source, as numbers that can be reckoned with."""

from datetime import date
from decimal import Decimal

from sto_tui.documents.excel.about import about_lines
from sto_tui.documents.excel.grid import CellLook, CellValue, Grid, GridColumn, GridRow, RowKind
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import short_date
from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.figures.values import definition_of, legend, series_of, shown, titled, value_of
from sto_tui.planning.sheet_homes import COPY

NAME = "Cijfers"
_HOW = "Cijfers wijzig je in sto-tui, of komen opnieuw van DUO; dit blad komt niet terug."


def grid(dossier: Dossier, day: date) -> Grid | None:
    """Per figure a table of series by year; None when no figure has values."""
    figures = [indicator for indicator in dossier.of(Indicator).values() if indicator.series]
    if not figures:
        return None
    years = sorted({point.year for indicator in figures for point in indicator.series})
    about = [*about_lines(dossier, day), " ".join(filter(None, (_HOW, legend(figures))))]
    columns = [
        GridColumn("Cijfer en reeks", 52, home=COPY),
        *(GridColumn(str(year), 11, CellLook.NUMBER) for year in years),
    ]
    sheet = Grid(NAME, "Cijfers van de regio", about, columns, frozen=1)
    for indicator in figures:
        sheet.add(GridRow([titled(indicator)], kind=RowKind.GROUP))
        for label, points in series_of(indicator).items():
            name = label or indicator.unit or "aantal"
            sheet.add(GridRow([name, *(_cell(points.get(year), indicator.unit) for year in years)]))
        sheet.add(GridRow([_origin(dossier, indicator)], kind=RowKind.NOTE))
    return sheet


def _cell(point: Point | None, unit: str) -> CellValue:
    """The number itself when it is one and was counted; else the words of the draft."""
    value = value_of(point)
    if point is None:
        return None
    if value is not None and value.is_exact and not value.prognosis:
        return Decimal(repr(value.low))
    return shown(value, unit)


def _origin(dossier: Dossier, indicator: Indicator) -> str:
    definition = definition_of(dossier, indicator)
    parts = [
        f"Bron: {indicator.source}" if indicator.source else "Bron: nog niet ingevuld",
        f"peildatum {short_date(indicator.reference_date)}" if indicator.reference_date else "",
        f"techniek is hier: {definition}" if definition else "",
        indicator.url,
    ]
    return " · ".join(filter(None, parts))
