"""Plans in Word, to take into the dossier that is open: which there are, and what one offers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sto_tui.domain.change import NotSavedError, carried_out
from sto_tui.screens.host.plans import Chosen, IncomingPlan
from sto_tui.screens.host.sheets import OfferedSheet
from sto_tui.session.offered_files import offered_files
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.intake.plan_document.proposing import PlanFile, PlanProposal

_KIND = ".docx"


class SessionPlans:
    """Finds and reads plans; `follow_file` brings the dossier up to date first. Word is loaded with the first."""

    def __init__(self, opened: Opened, follow_file: Callable[[], None]) -> None:
        self._opened = opened
        self._follow_file = follow_file

    def offered(self) -> Sequence[OfferedSheet]:
        """The Word files near the dossier."""
        return offered_files((self._opened.store.folder,), (_KIND,))

    def find(self, typed: str) -> None:
        """Whether there is a file at this path. Raises NotSavedError when there is none."""
        if not file_to_read(typed, _KIND).exists():
            raise NotSavedError(f"Het bestand {typed} bestaat niet. Controleer de naam en de map.")

    def read(self, file: str) -> IncomingPlan:
        """Reads a file. Raises NotSavedError."""
        from sto_tui.intake.plan_document.proposing import read_plan_file
        from sto_tui.intake.sheets.table_reader import IntakeError

        try:
            return self._beside(read_plan_file(file_to_read(file, _KIND), self._opened.dossier))
        except IntakeError as error:
            raise NotSavedError(str(error)) from error

    def _beside(self, plan: "PlanFile") -> IncomingPlan:
        from sto_tui.intake.plan_document.proposing import proposal_of

        dossier, today = self._opened.dossier, self._opened.today
        proposal = proposal_of(plan, dossier, today)
        whole = proposal_of(plan, dossier, today, [offer.number for offer in proposal.offers])

        def take(chosen: Chosen) -> "PlanProposal":
            edited = {number: record for number, record in chosen.items() if record is not None}
            return proposal_of(plan, dossier, today, chosen, edited)

        def again() -> IncomingPlan:
            self._follow_file()
            return made if self._opened.dossier is dossier else self._beside(plan)

        made = IncomingPlan(proposal, carried_out(dossier, whole.intake.change), take, again)
        return made
