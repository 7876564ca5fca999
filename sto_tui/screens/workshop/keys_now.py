"""The window with all keys, for a workshop: which do something at this moment, and why the others don't."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sto_tui.acts import WORKSHOP, KeyAct, acts_at
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.windows.key_list import ROW_BY_ROW, KeyGroup
from sto_tui.screens.workshop.moment import Moment
from sto_tui.widgets.wall_parts import EntryLine

FIRST_EMPTY = "Kan als de regel leeg is."
# On the line and in the list alike.
ANYWHERE = ("ctrl+n", "ctrl+o")
OF_FIELDS: Mapping[str, KeyAct | None] = {
    act.id: act
    for act in (
        KeyAct("next", ("pagedown",), "Volgende", "Gaat naar de volgende ronde."),
        KeyAct("previous", ("pageup",), "Vorige", "Gaat een ronde terug."),
        KeyAct("typing", ("tab",), "Volgend antwoord", "Kiest het volgende antwoord; shift+tab kiest het vorige."),
        KeyAct("arrows", ("f4",), "Verplaatsen", "Zetten het gekozen antwoord in het veld ernaast.", shown="pijlen"),
    )
} | dict.fromkeys(("row_up", "row_down"))


def groups_of_keys(
    moment: Moment, why_not: Callable[[str], str], *, in_list: bool, typed: str = ""
) -> tuple[KeyGroup, ...]:
    """What keys do now; what they do in the list; and what is for another moment, with the reason."""
    on_line = moment.is_typed and not in_list
    in_fields = moment.standing.round is Round.VIERVELD and not on_line
    now: list[KeyAct] = []
    in_rows: list[KeyAct] = []
    later: list[KeyAct] = []
    for registered in acts_at(WORKSHOP):
        act = OF_FIELDS.get(registered.id, registered) if in_fields else registered
        # In the list the arrows move its cursor.
        is_of_cursor = in_list and not moment.item and registered.id in ("row_up", "row_down")
        if act is None or is_of_cursor or (act.id == "arrows" and not in_fields):
            continue
        keys = _on_line(act, moment, typed) if on_line else act.keys
        if reason := why_not(act.id):
            later.append(replace(act, help=reason))
        elif keys:
            now.append(act if keys == act.keys else replace(act, keys=keys, shown=""))
        elif _on_line(act, moment, ""):
            later.append(replace(act, help=FIRST_EMPTY))
        else:
            in_rows.append(act)
    groups = (
        ("Nu", sorted([*now, *[ROW_BY_ROW] * in_list], key=lambda act: act.id == "choose_version")),
        ("In de lijst, na tab", in_rows),
        ("Op een ander moment", later),
    )
    return tuple((heading, acts) for heading, acts in groups if acts)


def _on_line(act: KeyAct, moment: Moment, typed: str) -> tuple[str, ...]:
    """The keys of an act that are no letters of the line."""
    told = {**EntryLine.ALWAYS, **dict.fromkeys(ANYWHERE, act.id)}
    told |= EntryLine.KEYS if not typed else {}
    told |= EntryLine.LETTERS if moment.numbers_only else {}
    return tuple(key for key in act.keys if ("stop" if told.get(key) == "leave" else told.get(key)) == act.id)
