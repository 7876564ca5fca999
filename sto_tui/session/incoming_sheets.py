"""Sheets of others, to take into the dossier that is open: which there are, and what one says."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.screens.host.sheets import IncomingSheet, OfferedSheet, SheetKind
from sto_tui.session.offered_files import offered_files
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.intake.proposal import IntakeProposal
    from sto_tui.intake.questions import Answers
    from sto_tui.intake.sheets_by_kind import SheetOfKind, SheetSaid

KINDS = ".csv, .xlsx of .ods"
_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
# Of programs that make plans; boards of Trello are .json, as much else is.
_OF_PLANS = (".gan", ".tjp", ".xml")


class SessionSheets:
    """Finds and reads sheets; `follow_file` brings the dossier up to date first."""

    def __init__(self, opened: Opened, follow_file: Callable[[], None]) -> None:
        self._opened = opened
        self._follow_file = follow_file

    def offered(self, kind: SheetKind) -> Sequence[OfferedSheet]:
        """The sheets near the dossier, and of milestones plans of other programs too."""
        suffixes = (*_SUFFIXES, *_OF_PLANS) if kind is SheetKind.MILESTONES else _SUFFIXES
        return offered_files((self._opened.store.folder,), suffixes)

    def find(self, typed: str) -> None:
        """Whether there is a file at this path. Raises NotSavedError when there is none."""
        if not file_to_read(typed, KINDS).exists():
            raise NotSavedError(f"Het bestand {typed} bestaat niet. Controleer de naam en de map.")

    def read(self, kind: SheetKind, file: str) -> "SessionSheet":
        """Reads a file. Raises NotSavedError."""
        return self._read(kind, file_to_read(file, KINDS))

    def read_pasted(self, kind: SheetKind, block: str) -> "SessionSheet":
        """Reads a block that was pasted. Raises NotSavedError."""
        return self._read(kind, block.encode())

    def _read(self, kind: SheetKind, source: Path | bytes) -> "SessionSheet":
        from sto_tui.intake.sheets.table_reader import IntakeError
        from sto_tui.intake.sheets_by_kind import READERS

        try:
            sheet = READERS[kind](source)
        except IntakeError as error:
            raise NotSavedError(str(error)) from error
        return SessionSheet(self._opened, self._follow_file, sheet)


class SessionSheet:
    """A sheet that was read, for the dossier as it is when it is asked."""

    def __init__(self, opened: Opened, follow_file: Callable[[], None], sheet: "SheetOfKind") -> None:
        self._opened, self._follow_file, self._sheet = opened, follow_file, sheet
        self._said_of: Dossier | None = None
        self._known: dict[frozenset[tuple[str, str]], SheetSaid] = {}

    @property
    def name(self) -> str:
        """The name of its file."""
        return self._sheet.name

    def earlier(self) -> tuple[date, "Answers"] | None:
        """What was answered the last time about a sheet with the same heads, and when. Raises NotSavedError."""
        from sto_tui.remembered_sheet import remembered_answers

        remembered = remembered_answers(
            self._before_asking(), lambda answers: self._said(self._opened.dossier, answers).proposal
        )
        return (remembered.day, remembered.answers) if remembered.day else None

    def keep(self, answers: "Answers") -> None:
        """Keeps the answers for the next sheet with the same heads."""
        from sto_tui.remembered_sheet import remember_answers

        proposal = self._before_asking()
        if proposal.heads and (proposal.questions or answers):
            remember_answers(self._said(self._opened.dossier, answers).proposal, answers, self._opened.today)

    def _before_asking(self) -> "IntakeProposal":
        """What it says without answers: what is asked, and under which heads."""
        return self._said(self._opened.dossier, {}).proposal

    def said(self, answers: "Answers") -> IncomingSheet:
        """What it would change with these answers. Raises NotSavedError."""
        dossier = self._opened.dossier
        said = self._said(dossier, answers)

        def again() -> IncomingSheet:
            self._follow_file()
            return made if self._opened.dossier is dossier else self.said(answers)

        proposal, change = said.proposal, said.proposal.change
        made = IncomingSheet(said.lines, change, again, said.counts, said.records, proposal.questions, proposal.settled)
        return made

    def _said(self, dossier: Dossier, answers: "Answers") -> "SheetSaid":
        """What it says for this dossier: each time it is asked the same, it is read once."""
        from sto_tui.intake.sheets.table_reader import IntakeError
        from sto_tui.intake.sheets_by_kind import SheetAsked

        given = frozenset(answers.items())
        if self._said_of is not dossier:
            self._said_of, self._known = dossier, {}
        # Of this dossier, also when a reading for another one begins beside this one.
        known = self._known
        if given not in known:
            try:
                asked = SheetAsked(dossier, self._opened.today, self._opened.user, answers)
                known[given] = self._sheet.said(asked)
            except IntakeError as error:
                raise NotSavedError(str(error)) from error
        return known[given]
