"""Place 5, Mijlpalen: the milestone plan, by theme."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.milestones import Milestone, MilestoneKind
from sto_tui.domain.record import Ref
from sto_tui.screens.place import PlaceScreen
from sto_tui.screens.section import BLANK, Section, group, note
from sto_tui.widgets.marks import light_mark
from sto_tui.widgets.record_list import Cell, Column, Row


def milestone_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Milestones by theme."""
    rows: list[Row] = []
    for theme in [*dossier.themes.values(), None]:
        milestones = dossier.milestones_of(theme.id if theme else 0)
        if not milestones:
            continue
        name = f"{theme.number} {theme.title}" if theme else "Zonder thema"
        rows += [BLANK] * bool(rows)
        rows += [group(f"{name} ({count(len(milestones), 'mijlpaal', 'mijlpalen')})")]
        rows += [_milestone_row(dossier, milestone) for milestone in milestones]
    return rows or [note("Nog geen mijlpalen. Druk op a om er een toe te voegen.")]


def _milestone_row(dossier: Dossier, milestone: Milestone) -> Row:
    mark = "◆" if milestone.kind is MilestoneKind.GO_NO_GO else "*" if milestone.quick_win else ""
    after = ", ".join(_number(dossier, link.milestone) for link in milestone.after)
    cells: tuple[Cell, ...] = (
        (milestone.number, "muted"),
        milestone.title,
        (mark, "primary"),
        short_date(milestone.start) if milestone.start else "",
        short_date(milestone.due) if milestone.due else "",
        (after, "muted"),
        light_mark(milestone.light),
        ("; ".join(dossier.doers_of(Ref("milestones", milestone.id))), "muted"),
    )
    return Row(cells, key=Ref("milestones", milestone.id))


def _number(dossier: Dossier, milestone: int) -> str:
    found = dossier.milestones.get(milestone)
    return found.number if found else "(vervallen)"


def new_milestone(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the speerpunt of the cursor, with the next letter."""
    milestone = dossier.milestones.get(at.id) if at else None
    speerpunt = dossier.speerpunten.get(milestone.speerpunt or 0) if milestone else None
    if speerpunt is None:
        return {"theme": milestone.theme} if milestone and milestone.theme else {}
    used = {one.number for one in dossier.milestones_of_speerpunt(speerpunt.id)}
    letters = (f"{speerpunt.number}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    number = next((one for one in letters if one not in used), "")
    return {"speerpunt": speerpunt.id, "number": number}


class MilestonesScreen(PlaceScreen):
    """All milestones in one list."""

    place_number = 5
    sections = (
        Section(
            "Mijlpalen",
            "milestones",
            (
                Column("Nr", 6),
                Column("Mijlpaal", share=2, least=34),
                Column("", 1),
                Column("Begin", 10, drop=1),
                Column("Klaar", 10),
                Column("Na", 10, drop=2),
                Column("Stand", 8),
                Column("Wie", share=1, least=18, drop=3),
            ),
            milestone_rows,
            new_milestone,
        ),
    )
