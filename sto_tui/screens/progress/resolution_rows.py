"""The list of place 7 of what the stuurgroep decided, with the actions that follow from it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import short_date
from sto_tui.domain.evaluation import Action
from sto_tui.domain.record import Ref
from sto_tui.domain.resolution_numbers import day_of
from sto_tui.domain.steering import Resolution
from sto_tui.planning.resolutions import actions_of, by_plan
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, Offer, group
from sto_tui.widgets.record_list import Cell, Row


def _number(resolution: Resolution, around: Around) -> Cell:
    return resolution.number or "–", "key"


def _day(resolution: Resolution, around: Around) -> Cell:
    day = day_of(around.dossier, resolution)
    return (short_date(day) if day else "nog geen dag"), "muted"


_NUMBER = Shown[Resolution]("number", width=7, cell=_number)
_DAY = Shown[Resolution]("date", width=12, cell=_day)
_TEXT = Shown[Resolution]("text", head="Besluit, met wat eruit volgt", least=24, wrap=True)
RESOLUTIONS = ListOf(
    Resolution, _NUMBER, _DAY, _TEXT, none="Nog geen besluiten van de stuurgroep. Druk op a om er een toe te voegen."
)


def resolution_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The decisions, the newest above, each with its actions; those of other plan periods stand below."""
    own, others = by_plan(dossier, today)
    rows = _with_actions(dossier, own, today)
    if others:
        rows += [*[BLANK] * bool(rows), group("Uit een andere planperiode"), *_with_actions(dossier, others, today)]
    return rows or [RESOLUTIONS.none]


def _with_actions(dossier: Dossier, resolutions: Sequence[Resolution], today: date) -> list[Row]:
    """Under a decision without actions its first can be begun."""
    rows: list[Row] = []
    for resolution in resolutions:
        rows += RESOLUTIONS.rows_of([resolution], dossier, today)
        actions = actions_of(dossier, resolution.id)
        rows += [_action_row(action, today) for action in actions]
        if not actions:
            rows.append(_first_action(resolution))
    return rows


def _first_action(resolution: Resolution) -> Row:
    sentence = f"Een actie bij {resolution.number or 'het besluit'}: wie doet wat, en voor wanneer?"
    offer = Offer("actions", str(resolution.id), {"resolution": resolution.id}, sentence, takes_more=True)
    return RESOLUTIONS.other_row(offer, {_TEXT: ("└ nog geen actie; enter maakt er een", "muted")})


def _action_row(action: Action, today: date) -> Row:
    done = not action.status.waits
    late = action.due is not None and action.due < today and not done
    day: Cell = (short_date(action.due) if action.due else "geen dag", "error" if late else "muted")
    words = " · ".join(filter(None, (action.text, action.owner or "nog niemand", action.status.label)))
    return RESOLUTIONS.other_row(
        Ref("actions", action.id), {_DAY: day, _TEXT: (f"└ {words}", "muted" if done else "text")}
    )


def new_resolution(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """Beside an action another one of the same decision; else a decision, of the meeting of the one at the cursor."""
    action = dossier.whole.of(Action).get(at.id) if at and at.table == "actions" else None
    if action and action.resolution:
        return {"resolution": action.resolution}
    resolution = dossier.of(Resolution).get(at.id) if at and at.table == "resolutions" else None
    if resolution is None:
        return {}
    return {name: value for name in ("date", "session") if (value := getattr(resolution, name)) is not None}


def adds_here(dossier: Dossier, at: Ref | None) -> str:
    """Which table gets the new record."""
    return "actions" if at and at.table == "actions" else "resolutions"
