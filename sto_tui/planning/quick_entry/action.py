"""`Bedrijven bellen; Anja; 1-3-2027`: an action, read as in a workshop."""

from collections.abc import Sequence

from sto_tui.domain.evaluation import Action
from sto_tui.planning.evaluation.typed_changes import action_change
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead


def _read(place: LinePlace, text: str) -> LineRead:
    action = action_change(place.dossier, text, place.today).edits[0].after
    assert isinstance(action, Action)
    return LineRead({"text": action.text, "owner": action.owner, "due": action.due})


def _examples(place: LinePlace) -> Sequence[str]:
    return [f"Bedrijven bellen; Anja; 1-3-{place.today.year + 1}"]


ACTION = Grammar(_read, _examples, "wat; wie; wanneer", "; ")
