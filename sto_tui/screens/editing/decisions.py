"""Decisions: the form of one, and the list with their actions."""

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.evaluation import Answer
from sto_tui.domain.record import Ref
from sto_tui.screens.editing.editing_screen import EditingScreen


def decide(screen: EditingScreen, answer: Answer) -> None:
    """The form of a decision about an answer; a decision that is there already is opened itself."""
    from sto_tui.screens.editing.decision_edit import DecisionEdit

    if answer.decision is not None and screen.host.dossier.get(Ref("decisions", answer.decision)):
        screen.open_form(Ref("decisions", answer.decision))
    else:
        DecisionEdit(screen, answer).open()


def write_decision_list(screen: EditingScreen) -> None:
    """Writes the list of decisions and actions as Word and Markdown, and says where it stands."""
    try:
        document, text, has_any = screen.host.papers.write_decision_list()
        said = f"In concepten: {document} en .{text.rpartition('.')[2]}."
        screen.say(said if has_any else f"De lijst is nog leeg. {said}")
    except NotSavedError as error:
        screen.say(str(error), error=True)
