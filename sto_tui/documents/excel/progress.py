"""The monitoring sheet of STO: goal, result and activity, when it is planned, its stoplicht and what is said of it.

Source: the STO page on milestone plans of 2022, whose example sheet has these columns.
"""

from collections.abc import Sequence
from datetime import date

from sto_tui.documents.excel.about import about_lines
from sto_tui.documents.excel.grid import CellLook, CellValue, Grid, GridColumn, GridRow, Paint, RowKind
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import level_words
from sto_tui.domain.light_and_log import TEXTS
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.periods import Period
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref, fields_of
from sto_tui.planning.plan_status import day_to_be_late_on
from sto_tui.planning.progress.as_it_stood import PastState, as_it_stood
from sto_tui.planning.progress.stoplicht import LATE, LATE_MEANS, is_overdue, milestones_by_theme
from sto_tui.planning.schedule.letters import LEGEND, letter_in
from sto_tui.planning.sheet_homes import UNKNOWN, Home, HomeKind, field_home

NAME = "Voortgang"
_MEANING = "Groen: op schema. Oranje: kleine obstakels. Rood: loopt vast."
_HOW = (
    "Wijzig het stoplicht of schrijf een toelichting, knelpunt of maatregel: dat wordt een regel in het logboek van de "
    "dag waarop je het blad terugneemt."
)


def grid(dossier: Dossier, day: date) -> Grid | None:
    """How the milestones stand; None when there are none. A stoplicht of a day to come counts from that day on."""
    if not dossier.of(Milestone):
        return None
    standing, late_on = as_it_stood(dossier, day, day), day_to_be_late_on(dossier, day)
    about = [*about_lines(dossier, day), f"{_MEANING} {LATE_MEANS} {_HOW} {LEGEND}"]
    if any(entry.date > day for entry in dossier.of(Progress).values()):
        about.append("Wat in het logboek bij latere dagen staat, is hier niet meegenomen.")
    years = _years(dossier)
    sheet = Grid(NAME, "Voortgang van de mijlpalen", about, _columns(years), frozen=4)
    word = level_words(dossier.region).theme.singular
    for theme, milestones in milestones_by_theme(standing.dossier):
        name = f"{capital(word)} {theme.number}: {theme.title}" if theme else f"Zonder {word}"
        sheet.add(GridRow([name], kind=RowKind.GROUP))
        above = ""
        for milestone in milestones:
            goals = _goals(standing.dossier, milestone)
            sheet.add(_line(standing, milestone, late_on, years, goals if goals != above else ""))
            above = goals
    return sheet


def _years(dossier: Dossier) -> list[Period]:
    period = dossier.current_period
    return [Period(year, 1, 1) for year in range(period.start.year, period.end.year + 1)] if period else []


def _columns(years: Sequence[Period]) -> list[GridColumn]:
    specs = fields_of(Progress)
    lights = tuple(light.label for light in Stoplicht)
    return [
        GridColumn("Nr", 7),
        GridColumn("Doelstelling", 28),
        GridColumn("Resultaat", 28, home=field_home("tangible_result")),
        GridColumn("Activiteit", 34),
        *(GridColumn(year.code, 6, CellLook.CENTRE, band="Planning", paint=Paint.PERIOD) for year in years),
        GridColumn(
            specs["light"].label,
            13,
            CellLook.CENTRE,
            Home(HomeKind.STANDING, "light"),
            lights,
            band="Status",
            paint=Paint.LIGHT,
        ),
        GridColumn(capital(LATE), 9, CellLook.CENTRE, band="Status"),
        *(GridColumn(specs[name].label, 34, home=Home(HomeKind.STANDING, name), band="Status") for name in TEXTS),
    ]


def _line(standing: PastState, milestone: Milestone, late_on: date, years: Sequence[Period], goals: str) -> GridRow:
    """A row; as in the sheet of STO, a goal stands once above the activities for it."""
    log = standing.dossier.progress_of(milestone.id)
    light = standing.light_of(milestone)
    cells: list[CellValue] = [
        milestone.number,
        goals,
        milestone.tangible_result,
        milestone.title,
        *(letter_in(milestone, year) for year in years),
        light.label if light else UNKNOWN,
        LATE if light and is_overdue(milestone, late_on) else "",
        *(getattr(log[0], name) if log else "" for name in TEXTS),
    ]
    return GridRow(cells, str(ref_of(milestone)))


def _goals(dossier: Dossier, milestone: Milestone) -> str:
    """The goals that a milestone works at, each on a line."""
    numbers = dossier.goals_worked_at(milestone)
    return "\n".join(dossier.caption(Ref("goals", number)) for number in numbers if number in dossier.of(Goal))
