"""Which keys stand at the bottom in each round of a workshop."""

from sto_tui.acts import WORKSHOP, acts_at
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.workshop.moment import TYPING

# Those that the facilitator needs in this round.
KEYS_TIMED = ("pause", "minute", "next", "row_down", "undo", "typing", "stop", "help")
KEYS_LARGE = ("pause", "minute", "next", "previous", "stop", "help")
KEYS_IN = {
    Round.WELKOM: ("next", "stop", "help"),
    Round.PUNT: KEYS_LARGE,
    Round.NADENKEN: KEYS_LARGE,
    Round.STEMMEN: ("row_down", "next", "skip", "undo", "pause", "stop", "help"),
    Round.UITSLAG: ("next", "decide", "per_table", "previous", "stop", "help"),
    Round.EFFECT: ("next", "skip", "undo", "stop", "help"),
    Round.MOEITE: ("next", "skip", "undo", "stop", "help"),
    Round.VIERVELD: ("next", "previous", "stop", "help"),
    Round.BESLUIT: ("next", "decide", "undo", "previous", "stop", "help"),
    Round.ACTIES: ("next", "typing", "undo", "stop", "help"),
    Round.AFSLUITING: ("write_list", "previous", "stop", "help"),
}


GO_ON = "Verder"


def keys_in(round: Round, *, numbers_only: bool = False, waits: bool = False) -> list[tuple[str, str]]:
    """Key and label of the acts at the bottom in a round; where letters are typed, undo is ctrl+z.

    When the clock `waits` the key that stops it lets it go on.
    """
    by_id = {act.id: act for act in acts_at(WORKSHOP)}
    keys = [(by_id[id].key, by_id[id].label) for id in KEYS_IN.get(round, KEYS_TIMED)]
    typed = round in TYPING and not numbers_only
    if waits:
        pause = by_id["pause"].label
        keys = [(key, GO_ON if label == pause else label) for key, label in keys]
    return [("ctrl+z", label) if typed and key == "z" else (key, label) for key, label in keys]
