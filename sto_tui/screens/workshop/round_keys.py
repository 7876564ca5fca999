"""Which keys stand at the bottom in each round of a workshop."""

from sto_tui.acts import WORKSHOP, acts_at
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.workshop.moment import TYPING, Moment
from sto_tui.screens.workshop.rows import is_scale

# Those that the facilitator needs in this round.
KEYS_TIMED = ("pause", "minute", "next", "row_down", "undo", "typing", "stop", "help")
KEYS_LARGE = ("pause", "minute", "next", "previous", "stop", "help")
KEYS_IN = {
    Round.WELKOM: ("next", "phones", "stop", "help"),
    Round.PUNT: KEYS_LARGE,
    Round.NADENKEN: KEYS_LARGE,
    Round.STEMMEN: ("row_down", "next", "skip", "undo", "pause", "stop", "help"),
    Round.UITSLAG: ("chosen", "decide", "per_table", "next", "previous", "stop", "help"),
    Round.EFFECT: ("row_down", "next", "skip", "undo", "stop", "help"),
    Round.MOEITE: ("row_down", "next", "skip", "undo", "stop", "help"),
    Round.BESLUIT: ("next", "decide", "undo", "previous", "stop", "help"),
    Round.ACTIES: ("next", "typing", "undo", "stop", "help"),
    Round.AFSLUITING: ("write_list", "previous", "stop", "help"),
}


KEYS_OF_FIELDS = ("arrows", "decide", "undo", "stop", "help")
KEYS_OF_GOALS = ("row_down", "next", "pause", "minute", "undo", "stop", "help")
KEYS_OF_LIST = ("typing", "edit", "join", "delete", "hide", "next", "phones", "help")
KEYS_OF_ACTIONS = ("typing", "edit", "delete", "next", "undo", "stop", "help")
KEYS_OF_SCORES = ("next", "previous", "stop", "help")
# What a key does in the moment that is shown, where its usual name would not say it; by the act that is behind it.
GO_ON, OTHER_IDEA, OTHER_GOAL = "Verder", "Ander idee", "Ander doel"
NEXT_IDEA, TO_LIST = "Volgend idee", "Naar lijst"
TAKE, STEP_BACK = "Vastleggen", "Teruggaan"
ACT_BEHIND = {
    GO_ON: "pause",
    OTHER_IDEA: "row_down",
    OTHER_GOAL: "row_down",
    STEP_BACK: "leave",
    NEXT_IDEA: "typing",
    TO_LIST: "typing",
}


def keys_at(moment: Moment, *, in_list: bool) -> list[tuple[str, str]]:
    """Key and label of the acts at the bottom in a moment; where letters are typed, undo is ctrl+z."""
    if moment.task:
        return [("enter", TAKE), ("esc", STEP_BACK), ("?", "Toetsen")]
    round = moment.standing.round
    by_id = {act.id: act for act in acts_at(WORKSHOP)}
    if round is Round.VIERVELD:
        # Arrows move the idea of the cursor here, so that the rounds go on with another key.
        arrows, decide, *rest = ((by_id[id].key, by_id[id].label) for id in KEYS_OF_FIELDS)
        return [arrows, ("tab", NEXT_IDEA), decide, ("pgdn", by_id["next"].label), *rest]
    names = {}
    if moment.waits:
        names["pause"] = GO_ON
    if not in_list:
        names["typing"] = TO_LIST
    if moment.item:
        names["row_down"] = OTHER_GOAL if moment.is_goals else OTHER_IDEA
    ids = KEYS_IN.get(round, KEYS_TIMED)
    if moment.is_goals:
        ids = KEYS_OF_GOALS
    if in_list and round in (Round.OPHALEN, Round.ACTIES):
        ids = KEYS_OF_LIST if round is Round.OPHALEN else KEYS_OF_ACTIONS
    if round is Round.UITSLAG and is_scale(moment.question):
        ids = KEYS_OF_SCORES
    is_text = round in TYPING and not moment.numbers_only and not in_list
    return [("ctrl+z" if is_text and id == "undo" else by_id[id].key, names.get(id, by_id[id].label)) for id in ids]
