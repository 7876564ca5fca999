"""The first list of place 4: themes with their speerpunten."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import group
from sto_tui.widgets.record_list import Cell, Row


def next_number(used: Sequence[str], prefix: str) -> str:
    """The number after the highest of `1.1`, `1.2`."""
    last = [number.removeprefix(prefix) for number in used if number.startswith(prefix)]
    whole = [int(part) for part in last if part.isdecimal()]
    return f"{prefix}{max(whole, default=0) + 1}"


def _how_many_milestones(speerpunt: Speerpunt, around: Around) -> Cell:
    milestones = around.dossier.milestones_of_speerpunt(speerpunt.id)
    return count(len(milestones), "mijlpaal", "mijlpalen"), "muted"


_NUMBER = Shown[Speerpunt]("number", width=6, cell=lambda speerpunt, around: f"  {speerpunt.number}")
_TITLE = Shown[Speerpunt]("title", head="Thema of speerpunt", least=34)
_PARTNERS = Shown[Speerpunt](
    "partners",
    head="",
    width=14,
    drop=2,
    cell=lambda speerpunt, around: (count(len(speerpunt.partners), "partner", "partners"), "muted"),
)
TREE = ListOf(
    Speerpunt,
    _NUMBER,
    _TITLE,
    _PARTNERS,
    Shown(width=14, drop=1, cell=_how_many_milestones),
    none="Nog geen speerpunten. Maak eerst een thema in de lijst Thema’s.",
)


def tree_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Themes with their speerpunten."""
    rows: list[Row] = []
    for theme in dossier.of(Theme).values():
        below = dossier.speerpunten_of(theme.id)
        cells: dict[Shown[Speerpunt], Cell] = {
            _NUMBER: (str(theme.number), "bold"),
            _TITLE: (theme.title, "bold"),
            _PARTNERS: (count(len(below), "speerpunt", "speerpunten"), "muted"),
        }
        rows += [TREE.other_row(ref_of(theme), cells), *TREE.rows_of(below, dossier, today)]
    strays = [speerpunt for speerpunt in dossier.of(Speerpunt).values() if speerpunt.theme not in dossier.of(Theme)]
    if strays:
        rows += [group("Zonder thema"), *TREE.rows_of(strays, dossier, today)]
    return rows or [TREE.none]


def new_speerpunt(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the theme of the cursor, with the next number."""
    record = dossier.get(at) if at else None
    theme = record.theme if isinstance(record, Speerpunt) else at.id if at and at.table == "themes" else None
    if theme is None or theme not in dossier.of(Theme):
        return {}
    used = [speerpunt.number for speerpunt in dossier.speerpunten_of(theme)]
    return {"theme": theme, "number": next_number(used, f"{dossier.of(Theme)[theme].number}.")}
