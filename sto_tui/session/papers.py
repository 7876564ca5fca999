"""What is written as a file for others to read."""

import contextlib
from collections.abc import Sequence

from sto_tui.domain.record import Ref
from sto_tui.screens.host.papers import MadeDraft
from sto_tui.session.what_is_open import Opened


class SessionPapers:
    """Writes papers from the dossier that is open; Word is loaded with the first of them."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def drafts(self) -> Sequence[str]:
        """The names of earlier drafts, newest first."""
        from sto_tui.papers import draft_folder

        times: dict[str, float] = {}
        for path in draft_folder(self._opened.store.path).glob("*.docx"):
            with contextlib.suppress(OSError):
                if not path.name.startswith("~$"):
                    times[path.name] = path.stat().st_mtime
        return sorted(times, key=lambda name: times[name], reverse=True)

    def make_draft(self, part: str) -> MadeDraft:
        """Writes the Word draft. Raises NotSavedError."""
        from sto_tui.documents.word import DraftOptions
        from sto_tui.papers import write_draft
        from sto_tui.planning.paper_outline import PARTS

        options = DraftOptions(self._opened.today, next(paper_part for paper_part in PARTS if paper_part == part))
        path, draft = write_draft(self._opened.dossier, options, self._opened.store.path)
        return MadeDraft(str(path), draft.missing, draft.notices)

    def write_workbook(self) -> str:
        """Writes the workbook for Excel; the name of the file. Raises NotSavedError."""
        from sto_tui.documents.excel import WorkbookOptions
        from sto_tui.papers import write_workbook

        return write_workbook(self._opened.dossier, WorkbookOptions(self._opened.today), self._opened.store.path).name

    def write_decision_list(self) -> tuple[str, str]:
        """Writes the list of decisions and actions; the names of both files. Raises NotSavedError."""
        from sto_tui.documents.word import DraftOptions
        from sto_tui.papers import write_decision_list

        options = DraftOptions(self._opened.today)
        document, text = write_decision_list(self._opened.dossier, options, self._opened.store.path)
        return document.name, text.name

    def write_party_sheet(self, party: Ref) -> str:
        """Writes what is asked of a party; the name of the file. Raises NotSavedError."""
        from sto_tui.documents.word import DraftOptions
        from sto_tui.papers import write_party_sheet

        options = DraftOptions(self._opened.today)
        return write_party_sheet(self._opened.dossier, party, options, self._opened.store.path).name
