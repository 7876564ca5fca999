"""Taking in a plan in Word: which file, what it offers, and then what was chosen of it as one change."""

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.record import Line, field
from sto_tui.screens.editing.incoming import TakingIn
from sto_tui.screens.host import host_of
from sto_tui.screens.host.plans import Chosen, IncomingPlan
from sto_tui.screens.intake.files import SheetEntry, choose_file
from sto_tui.screens.intake.plan_window import PlanWindow
from sto_tui.screens.windows.reading import ReadingWindow
from sto_tui.screens.windows.stoppable import StoppableWork

_HEADING = "Plan uit Word overnemen"
_CHANGED_MEANWHILE = "Het dossier is intussen gewijzigd; kijk het opnieuw na."
_SHOWN_FIRST = ("themes", "speerpunten", "goals", "bodies", "risks", "parties", "texts", "vision")


class PlanEntry(SheetEntry):
    """What is asked of a plan that is not in the list."""

    file: Line = field("Bestand", "Het pad van een activiteitenplan in Word (.docx).")


class PlanReadingWindow(ReadingWindow[IncomingPlan]):
    """Closes with the plan, or None."""

    stops_at_once = True

    def __init__(self, path: str) -> None:
        super().__init__(_HEADING)
        self._path = path

    def read(self, reading: StoppableWork) -> IncomingPlan:
        """Reads the file. Raises NotSavedError."""
        return host_of(self).plans.read(self._path)


def take_in_plan(screen: TakingIn) -> None:
    """Asks for a file, reads it, and shows what it offers."""

    def read(path: str) -> None:
        screen.app.push_screen(PlanReadingWindow(path), found)

    def found(plan: IncomingPlan | None) -> None:
        if plan is not None:
            _show(screen, plan)

    plans = screen.host.plans
    choose_file(screen, _HEADING, plans.offered(), PlanEntry, plans.find, read)


def _show(screen: TakingIn, plan: IncomingPlan, sentence: str = "") -> None:
    def answered(chosen: Chosen | None) -> None:
        if chosen:
            _take(screen, plan, chosen)

    screen.app.push_screen(PlanWindow(plan, sentence), answered)


def _take(screen: TakingIn, plan: IncomingPlan, chosen: Chosen) -> None:
    """Takes over what was chosen; when the dossier is another one by now, that has to be seen first."""
    now = plan.again()
    if now is not plan and now.proposal.offers != plan.proposal.offers:
        _show(screen, now, _CHANGED_MEANWHILE)
        return
    done: list[Change] = []

    def act() -> Change:
        done.append(screen.host.changes.apply(now.take(chosen).intake.change))
        return done[-1]

    screen.try_out(act, lambda: _show_first(screen, done[-1]))


def _show_first(screen: TakingIn, change: Change) -> None:
    """Puts the cursor on the first record that is new, or else on one that changed."""
    taken = [edit for edit in change.edits if edit.after is not None and edit.ref.table in _SHOWN_FIRST]
    taken.sort(key=lambda edit: (edit.before is not None, _SHOWN_FIRST.index(edit.ref.table)))
    if taken and taken[0].after and taken[0].ref.table != "vision":
        screen.show_record(ref_of(taken[0].after))
