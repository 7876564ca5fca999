"""Reading a planning sheet for the dossier that is open, again with every answer, and keeping the answers."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sto_tui.domain.change import NotSavedError
from sto_tui.screens.host.papers import IncomingSheet
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.intake.tables.workbook_tabs import SheetFile


class SessionMilestoneSheet:
    """Says what taking a sheet over would change; `follow_file` brings the dossier up to date first."""

    def __init__(self, opened: Opened, follow_file: Callable[[], None]) -> None:
        self._opened = opened
        self._follow_file = follow_file

    def read(self, file: str, *, anew: bool = False) -> IncomingSheet:
        """Reads a sheet, with the answers that were kept of one with the same heads, unless it is read `anew`.

        Raises NotSavedError.
        """
        from sto_tui.intake.milestones.sheet_proposal import read_sheet
        from sto_tui.intake.sheets.table_reader import IntakeError
        from sto_tui.remembered_sheet import remembered_answers

        try:
            sheet = read_sheet(file_to_read(file, ".csv of .xlsx"))
        except IntakeError as error:
            raise NotSavedError(str(error)) from error
        first = self._incoming(sheet, {})
        remembered = remembered_answers(first.proposal)
        return first if anew or not remembered.answers else self._incoming(sheet, remembered.answers, remembered.told)

    def remember(self, incoming: IncomingSheet) -> None:
        """Keeps the answers for the next sheet with the same heads, once it is taken over."""
        from sto_tui.remembered_sheet import remember_answers

        remember_answers(incoming.proposal, incoming.answers, self._opened.today)

    def _incoming(self, sheet: "SheetFile", answers: Mapping[str, str], told: str = "") -> IncomingSheet:
        from sto_tui.intake.milestones.sheet_proposal import proposal_of
        from sto_tui.intake.proposal import told_counts, told_frame
        from sto_tui.intake.sheets.table_reader import IntakeError
        from sto_tui.intake.told_records import MOST_TOLD, told_records

        dossier = self._opened.dossier
        try:
            proposal = proposal_of(sheet, dossier, self._opened.today, answers, self._opened.user)
        except IntakeError as error:
            raise NotSavedError(str(error)) from error
        counts = told_counts(len(proposal.added), len(proposal.changed)) if proposal.added or proposal.changed else ""

        def again() -> IncomingSheet:
            self._follow_file()
            return made if self._opened.dossier is dossier else self._incoming(sheet, answers, told)

        def answered(key: str, choice: str) -> IncomingSheet:
            return self._incoming(sheet, {**answers, key: choice}, told)

        lines = told_frame(sheet.name, counts, told_records(proposal, MOST_TOLD), proposal.refused, proposal.remarks)
        made = IncomingSheet(
            lines=tuple(lines),
            change=proposal.change,
            again=again,
            proposal=proposal,
            answers=answers,
            answered=answered,
            told=told,
        )
        return made
