"""The milestone sheet of STO: number, milestone, a column per period, and one per party with its code.

Source: the STO page on milestone plans of 2020, whose example sheet has these columns per deelproject.
"""

from collections.abc import Sequence
from datetime import date

from sto_tui.documents.excel.about import about_lines
from sto_tui.documents.excel.grid import CellLook, CellValue, Grid, GridColumn, GridRow, Paint, RowKind
from sto_tui.documents.excel.role_columns import codes_of, pale_roles, role_columns, role_notes
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.periods import Period, plan_columns
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import fields_of
from sto_tui.planning.progress.stoplicht import milestones_by_theme
from sto_tui.planning.schedule.letters import LEGEND, letter_in
from sto_tui.planning.sheet_homes import Home, HomeKind, field_home

NAME = "Mijlpalen"
_LETTERS = ("L", "K", "G", "D")
_HOW = (
    "Vul in een periode een letter in, of maak die leeg: begin en ‘klaar op’ gaan dan naar de eerste en de laatste "
    "gevulde periode. Wie liever dagen typt, doet dat in die kolommen. Een nieuwe mijlpaal is een nieuwe rij."
)


def grid(dossier: Dossier, day: date) -> Grid | None:
    """The milestones by theme; None when there are none."""
    milestones = list(dossier.of(Milestone).values())
    if not milestones:
        return None
    period = dossier.current_period
    periods = plan_columns(period.start, period.end) if period else []
    notes = [f"{LEGEND}   {_HOW}", *role_notes(dossier, [ref_of(milestone) for milestone in milestones])]
    sheet = Grid(NAME, "Mijlpalenplan", [*about_lines(dossier, day), *notes], _columns(dossier, periods))
    for theme, of_theme in milestones_by_theme(dossier):
        sheet.add(_group(dossier, theme))
        for milestone in of_theme:
            sheet.add(_line(dossier, milestone, periods))
        sheet.add(GridRow([]))
    return sheet


def _columns(dossier: Dossier, periods: Sequence[Period]) -> list[GridColumn]:
    specs = fields_of(Milestone)
    speerpunt = capital(level_words(dossier.region).speerpunt.singular)
    columns = [
        GridColumn(specs["number"].label, 7, home=field_home("number")),
        GridColumn(specs["title"].label, 46, home=field_home("title")),
        GridColumn(speerpunt, 10, CellLook.CENTRE, field_home("speerpunt")),
    ]
    if _deelprojecten(dossier):
        columns.append(GridColumn(specs["deelproject"].label, 16, home=field_home("deelproject")))
    columns += [
        GridColumn(specs["start"].label, 11, CellLook.DAY, field_home("start"), band="Tijdsduur"),
        GridColumn(specs["due"].label, 11, CellLook.DAY, field_home("due"), band="Tijdsduur"),
    ]
    columns += [
        GridColumn(
            period.code,
            5.3,
            CellLook.CENTRE,
            Home(HomeKind.SPAN, f"{period.start} {period.end}"),
            _LETTERS,
            is_more=True,
            band="Tijdsduur",
            paint=Paint.PERIOD,
        )
        for period in periods
    ]
    return [*columns, *role_columns(dossier)]


def _deelprojecten(dossier: Dossier) -> bool:
    return any(milestone.deelproject for milestone in dossier.of(Milestone).values())


def _group(dossier: Dossier, theme: Theme | None) -> GridRow:
    word = level_words(dossier.region).theme.singular
    if theme is None:
        return GridRow([f"Zonder {word}"], "themes/0", RowKind.GROUP, is_group=True)
    return GridRow([f"{capital(word)} {theme.number}: {theme.title}"], str(ref_of(theme)), RowKind.GROUP, is_group=True)


def _line(dossier: Dossier, milestone: Milestone, periods: Sequence[Period]) -> GridRow:
    speerpunt = dossier.whole.of(Speerpunt).get(milestone.speerpunt or 0)
    cells: list[CellValue] = [milestone.number, milestone.title, speerpunt.number if speerpunt else ""]
    if _deelprojecten(dossier):
        cells.append(milestone.deelproject)
    cells += [milestone.start, milestone.due]
    cells += [letter_in(milestone, period) for period in periods]
    pale = frozenset(pale_roles(dossier, ref_of(milestone), len(cells)))
    return GridRow([*cells, *codes_of(dossier, ref_of(milestone))], str(ref_of(milestone)), pale=pale)
