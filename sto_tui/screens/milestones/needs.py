"""What an act of the timeline needs: a milestone at the cursor, and one that can still move."""

from collections.abc import Mapping

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht

NONE_YET = "Nog geen mijlpalen. Druk op a, of i voor een rekenblad."
_MOVES = ("later", "earlier", "longer", "shorter")
_NOT_ON_A_HEAD = (*_MOVES, "after", "go", "quick", "push", "to_veri")
_NEEDS_MILESTONES = (*_NOT_ON_A_HEAD, "critical", "fold", "fold_all", "backwards")


def why_not(id: str, dossier: Dossier, milestone: Milestone | None, *, is_on_a_head: bool) -> str | None:
    """Why an act can't be done at the cursor, empty when it can; None for an act that the timeline knows nothing of."""
    if id in _NEEDS_MILESTONES and not dossier.of(Milestone):
        return NONE_YET
    if id in _NOT_ON_A_HEAD and milestone is None:
        return "Kies eerst een mijlpaal met de pijltjes."
    if id in _MOVES and milestone and milestone.light is Stoplicht.GEREED:
        return f"{milestone.number} is gereed en verschuift niet. Zet bij 7 Voortgang eerst het stoplicht terug."
    if id in ("edit", "delete") and is_on_a_head:
        return "" if id == "edit" else "Dit is een groep; kies een mijlpaal met de pijltjes."
    return None


def called_here(*, is_on_a_head: bool, only_critical: bool) -> Mapping[str, str]:
    """The acts that are called otherwise at the cursor, or while only what has no slack is shown."""
    called = {"edit": "Vouwen"} if is_on_a_head else {}
    return {**called, "critical": "Alles tonen"} if only_critical else called
