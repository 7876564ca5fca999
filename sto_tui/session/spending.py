"""Reading what was spent from a sheet of the administration, for the dossier that is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sto_tui.domain.change import NotSavedError
from sto_tui.screens.host.papers import Incoming
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.intake.sheets.table_reader import Sheet


class SessionSpending:
    """Says what taking the payments over would change; `follow_file` brings the dossier up to date first."""

    def __init__(self, opened: Opened, follow_file: Callable[[], None]) -> None:
        self._opened = opened
        self._follow_file = follow_file

    def read(self, file: str) -> Incoming:
        """Reads a sheet and says what taking it over would change. Raises NotSavedError."""
        from sto_tui.intake.sheets.table_reader import IntakeError
        from sto_tui.intake.spending.sheet_proposal import KINDS, read_sheet

        try:
            sheet = read_sheet(file_to_read(file, KINDS))
        except IntakeError as error:
            raise NotSavedError(str(error)) from error
        return self._incoming(sheet)

    def _incoming(self, sheet: "Sheet") -> Incoming:
        from sto_tui.intake.spending.sheet_proposal import framed, proposal_of

        dossier = self._opened.dossier
        proposal = proposal_of(sheet, dossier, self._opened.today)

        def again() -> Incoming:
            self._follow_file()
            return made if self._opened.dossier is dossier else self._incoming(sheet)

        made = Incoming(tuple(framed(sheet.name, proposal)), proposal.change, again)
        return made
