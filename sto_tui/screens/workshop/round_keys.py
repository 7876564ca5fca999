"""Which keys stand at the bottom in each round of a workshop."""

from sto_tui.acts import WORKSHOP, acts_at
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.workshop.moment import Moment
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
    Round.BESLUIT: ("next", "decide", "write_list", "undo", "previous", "stop", "help"),
    Round.ACTIES: ("next", "typing", "undo", "stop", "help"),
    Round.AFSLUITING: ("write_list", "previous", "stop", "help"),
}


# A narrow window shows the first ones, and the last; what arrows do there, the rule above them says.
KEYS_OF_FIELDS = ("next", "decide", "stop", "arrows", "typing", "undo", "help")
KEYS_OF_GOALS = ("row_down", "next", "pause", "minute", "undo", "stop", "help")
KEYS_OF_LIST = ("typing", "edit", "join", "delete", "hide", "next", "phones", "stop", "help")
KEYS_OF_ACTIONS = ("typing", "edit", "delete", "next", "write_list", "undo", "stop", "help")
KEYS_OF_SCORES = ("next", "previous", "stop", "help")
# These have a place in the narrowest window, and beside a message of two lines.
STAY = ("Volgende", "Stoppen")
# What a key does in the moment that is shown, where its usual name would not say it; by the act that is behind it.
GO_ON, OTHER_IDEA, OTHER_GOAL = "Verder", "Ander antwoord", "Ander doel"
NEXT_IDEA, TO_LIST = "Volgend antwoord", "Naar lijst"
FOLD = "Vouwen"
TAKE, TAKE_AND_ON, STEP_BACK, EMPTY_LINE = "Vastleggen", "Volgende regel", "Teruggaan", "Regel legen"
ACT_BEHIND = {
    GO_ON: "pause",
    OTHER_IDEA: "row_down",
    OTHER_GOAL: "row_down",
    STEP_BACK: "leave",
    EMPTY_LINE: "leave",
    NEXT_IDEA: "typing",
    TO_LIST: "typing",
    FOLD: "edit",
}


# Where letters are typed, and where arrows move what is at the cursor, the same acts have another key.
ON_TEXT = {"undo": "ctrl+z", "help": "f1", "phones": "f2"}
IN_FIELDS = {"next": "pgdn"}


def keys_at(moment: Moment, *, in_list: bool, typed: str = "", on_a_fold: bool = False) -> list[tuple[str, str]]:
    """Key and label of the acts at the bottom in a moment, with `typed` on the line; only what those keys do then.

    `on_a_fold` says that the cursor is on the row under which earlier actions are folded.
    """
    round = moment.standing.round
    by_id = {act.id: act for act in acts_at(WORKSHOP)}
    on_line = moment.is_typed and not in_list
    if on_line and (moment.task or typed):
        return _keys_of_line(moment, typed)
    names = {}
    if on_a_fold:
        names["edit"] = FOLD
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
    if round is Round.VIERVELD:
        ids, names["typing"] = KEYS_OF_FIELDS, NEXT_IDEA
    keys = {}
    if on_line and not moment.numbers_only:
        keys = ON_TEXT
    elif round is Round.VIERVELD:
        keys = IN_FIELDS
    return [(keys.get(id, by_id[id].key), names.get(id, by_id[id].label)) for id in ids]


def _keys_of_line(moment: Moment, typed: str) -> list[tuple[str, str]]:
    """The keys while there is something on the line, or a line about a record: most keys are letters of it then."""
    task = moment.task
    leaves = task is not None and typed in ("", task.begins_with(moment.dossier))
    enter = TAKE if task is None or task.is_last(moment.dossier, typed, moment.today) else TAKE_AND_ON
    keys = [("enter", enter), ("esc", STEP_BACK if leaves else EMPTY_LINE)]
    return [*keys, ("?" if moment.numbers_only else ON_TEXT["help"], "Toetsen")]
