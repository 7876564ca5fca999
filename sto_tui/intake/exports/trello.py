"""A Trello board as it is exported (JSON): cards with a due date, in lists."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sto_tui.domain import dutch
from sto_tui.intake.exports.safe_xml import of_a_plan
from sto_tui.intake.exports.tasks import ExportedPlan, ExportedTask, plan_of
from sto_tui.intake.tables.states import state_of

# Trello writes moments in universal time; a card that is due at midnight is due on the day that the board showed.
_HERE = ZoneInfo("Europe/Amsterdam")


def board_in(data: bytes) -> Mapping[str, Any] | None:
    """The board in a file; None when it is no board of Trello."""
    try:
        board = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(board, dict) or not all(_are_objects(board.get(name)) for name in ("cards", "lists")):
        return None
    return board


def trello_plan(board: Mapping[str, Any]) -> ExportedPlan:
    """The cards that are not archived; lists that all are states (`Te doen`, `Klaar`) say how a card is doing.

    Raises IntakeError.
    """
    lists = {_text(card_list, "id"): card_list for card_list in board["lists"]}
    cards = [card for card in board["cards"] if not _is_closed(card, lists) and _text(card, "name")]
    used = {_text(lists.get(_text(card, "idList"), {}), "name") for card in cards}
    are_states = all(state_of(name) for name in used)
    members = board.get("members")
    names = {
        _text(member, "id"): _text(member, "fullName")
        for member in (members if _are_objects(members) and members else ())
    }
    left_out = len(board["cards"]) - len(cards)
    told = dutch.count(left_out, "gearchiveerde kaart is", "gearchiveerde kaarten zijn")
    tasks = []
    for in_list, of_list in _by_list(cards, board["lists"]):
        if not are_states and in_list:
            tasks.append(ExportedTask("", in_list, 1))
        tasks += [_task(card, in_list if are_states else "", 1 if are_states else 2, names) for card in of_list]
    return plan_of("Trello", _text(board, "name"), tasks, [f"{told} niet gelezen."] if left_out else [])


def _by_list(
    cards: list[Mapping[str, Any]], lists: list[Mapping[str, Any]]
) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """The lists in the order of the board, with their cards; cards of no list last."""
    by_list: dict[str, list[Mapping[str, Any]]] = {_text(card_list, "id"): [] for card_list in lists}
    loose: list[Mapping[str, Any]] = []
    for card in cards:
        by_list.get(_text(card, "idList"), loose).append(card)
    named = {_text(card_list, "id"): _text(card_list, "name") for card_list in lists}
    return [
        (name, of_list) for name, of_list in [*((named[key], by_list[key]) for key in by_list), ("", loose)] if of_list
    ]


def _task(card: Mapping[str, Any], state: str, level: int, names: Mapping[Any, str]) -> ExportedTask:
    members = card.get("idMembers")
    return ExportedTask(
        str(card.get("idShort") or ""),
        _text(card, "name"),
        level,
        _day(card.get("start")),
        _day(card.get("due")),
        status="gereed" if card.get("dueComplete") is True else state,
        who=tuple(filter(None, map(names.get, filter(_is_text, members)))) if isinstance(members, list) else (),
        note=_text(card, "desc"),
    )


def _is_closed(card: Mapping[str, Any], lists: Mapping[str, Mapping[str, Any]]) -> bool:
    return card.get("closed") is True or lists.get(_text(card, "idList"), {}).get("closed") is True


def _are_objects(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, dict) for value in values)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _day(moment: object) -> date | None:
    if not isinstance(moment, str):
        return None
    try:
        read = datetime.fromisoformat(moment)
        return of_a_plan(read.astimezone(_HERE).date() if read.tzinfo else read.date())
    except (ValueError, OverflowError):
        return None
