"""The rows of the tree of place 4: goals or themes, speerpunten and milestones."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import brief_date, capital, count
from sto_tui.domain.level_words import LevelWord, level_words, word_of_table
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.once_per_version import once_per_version
from sto_tui.planning.plan_tree.branches import Branch, Ordering, goals_elsewhere, shown_rows, tree_of
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.frame.section import group
from sto_tui.widgets.record_list import Cell, Column, Row
from sto_tui.widgets.signs import light_mark

OPENED, FOLDED = "▾", "▸"
_INDENTS = (0, 1, 3)

_NUMBER = Shown[Speerpunt]("number", width=10)
_TITLE = Shown[Speerpunt]("title", least=28)
_FIRST = Shown[Speerpunt]("partners", head="", width=14, drop=2)
_SECOND = Shown[Speerpunt](width=13, drop=1, cell=lambda speerpunt, around: "")
TREE = ListOf(
    Speerpunt, _NUMBER, _TITLE, _FIRST, _SECOND, none="Nog geen plan. Druk op a om het eerste onderdeel toe te voegen."
)


def tree_columns(dossier: Dossier, ordering: Ordering) -> Sequence[Column]:
    """The columns, with the region's own words in the head."""
    top = word_of_table(dossier.region, ordering.table).singular
    speerpunt = level_words(dossier.region).speerpunt.singular
    return TREE.headed(_TITLE, f"{capital(top)} › {speerpunt} › mijlpaal")


def rows_of_tree(
    dossier: Dossier,
    ordering: Ordering,
    is_open: Callable[[Branch], bool],
    wanted: frozenset[Ref] | None = None,
    caption: str = "",
) -> list[Row]:
    """The tree as it is folded; the first row is the whole plan, with a `caption` that says what was filtered."""
    shown = shown_rows(tree_of(dossier, ordering), is_open, wanted)
    made = _made(dossier)
    rows = [_whole(dossier, ordering, caption)]
    for row in shown:
        if row not in made:
            made[row] = _row(dossier, *row)
        rows.append(made[row])
    return rows


@once_per_version
def _made(dossier: Dossier) -> dict[tuple[Branch, bool | None], Row]:
    """The rows that were made of this version: folding makes only those that were not seen yet."""
    return {}


def _whole(dossier: Dossier, ordering: Ordering, caption: str) -> Row:
    words = level_words(dossier.region)
    tops = dossier.plan_goals if ordering is Ordering.DOEL else tuple(dossier.of(Theme).values())
    parts = [
        _counted(len(tops), word_of_table(dossier.region, ordering.table)),
        _counted(len(dossier.of(Speerpunt)), words.speerpunt),
        count(len(dossier.of(Milestone)), "mijlpaal", "mijlpalen"),
    ]
    text = [("Het hele plan  ", "bold"), (caption or " · ".join(parts), "key" if caption else "muted")]
    return Row((text, ""), key=list_of(ordering.table), wide=True)


def _counted(how_many: int, word: LevelWord) -> str:
    return count(how_many, word.singular, word.plural)


def _at_edge(how_many: int, singular: str, plural: str) -> Cell:
    return (count(how_many, singular, plural) if how_many else "–"), "muted"


def _row(dossier: Dossier, branch: Branch, opened: bool | None) -> Row:
    record = dossier.get(branch.ref) if branch.ref else None
    if record is None or branch.ref is None:
        return group(branch.head)
    sign = "  " if opened is None else f"{OPENED if opened else FOLDED} "
    role = "bold" if branch.depth == 0 else "text"
    first, second = _edge_cells(dossier, record)
    cells: dict[Shown[Speerpunt], Cell] = {
        _NUMBER: (f"{' ' * _INDENTS[branch.depth]}{sign}{getattr(record, 'number', '')}", role),
        _TITLE: _title(record, role),
        _FIRST: first,
        _SECOND: _elsewhere(dossier, branch) or second,
    }
    return replace(TREE.other_row(branch.ref, cells), under=branch.under)


def _title(record: Record, role: str) -> Cell:
    return (record.text.replace("\n", " ") if isinstance(record, Goal) else str(getattr(record, "title", ""))), role


def _elsewhere(dossier: Dossier, branch: Branch) -> Cell:
    """Under which goals it stands as well; empty when it stands only here."""
    goals = goals_elsewhere(dossier, branch.ref, branch.under) if branch.ref else []
    return (f"ook doel {', '.join(str(goal.number) for goal in goals)}", "muted") if goals else ""


def _edge_cells(dossier: Dossier, record: Record) -> tuple[Cell, Cell]:
    """The figures and states at the right edge."""
    if isinstance(record, Milestone):
        return (brief_date(record.due) if record.due else "", "muted"), light_mark(record.light)
    if isinstance(record, Speerpunt):
        milestones = len(dossier.milestones_of_speerpunt(record.id))
        partners = _at_edge(len(record.partners), "partner", "partners")
        return partners, _at_edge(milestones, "mijlpaal", "mijlpalen")
    if isinstance(record, Theme):
        word = level_words(dossier.region).speerpunt
        below = _at_edge(len(dossier.speerpunten_of(record.id)), word.singular, word.plural)
        return below, _at_edge(len(dossier.milestones_of(record.id)), "mijlpaal", "mijlpalen")
    if isinstance(record, Goal):
        return (record.target, "text"), (f"in {record.target_year}" if record.target_year else "", "muted")
    return "", ""


def tree_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The tree by theme with everything open."""
    return rows_of_tree(dossier, Ordering.THEMA, lambda branch: True)


def table_below(dossier: Dossier, at: Ref | None) -> str:
    """The table of what is added at a row: what stands under it, or beside a milestone; at the whole plan its top."""
    if at is None or dossier.get(at) is None:
        return at.table if at else "themes"
    return "speerpunten" if at.table in ("themes", "goals") else "milestones"


def new_below(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """What can be filled in beforehand: where it belongs, and the next number there."""
    record = dossier.get(at) if at else None
    if isinstance(record, Theme):
        return _begun(dossier, Speerpunt, {"theme": record.id})
    if isinstance(record, Goal):
        themes = tuple(dossier.of(Theme))
        given = {"goals": (record.id,), **({"theme": themes[0]} if len(themes) == 1 else {})}
        return _begun(dossier, Speerpunt, given)
    if isinstance(record, Speerpunt):
        return _begun(dossier, Milestone, {"speerpunt": record.id})
    if isinstance(record, Milestone):
        given = {"speerpunt": record.speerpunt} if record.speerpunt else {"theme": record.theme} if record.theme else {}
        return _begun(dossier, Milestone, given)
    return _begun(dossier, Goal if table_below(dossier, at) == "goals" else Theme, {})


def _begun(dossier: Dossier, model: type[Record], given: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**given, **beginning(dossier, model, given)}


def has_record(dossier: Dossier, ref: Ref | None) -> bool:
    """Whether a row is about a record, and not about the whole plan."""
    return ref is not None and ref != list_of(ref.table) and dossier.get(ref) is not None
