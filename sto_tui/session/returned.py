"""Reading drafts that came back from Word, for the dossier that is open."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui.domain.change import NotSavedError
from sto_tui.screens.host.returned import BackFromWord
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.intake.returned_draft.returned import ReturnedDraft


class SessionReturned:
    """Lays drafts beside the dossier; `follow_file` brings that up to date first. Word is loaded with the first."""

    def __init__(self, opened: Opened, follow_file: Callable[[], None]) -> None:
        self._opened = opened
        self._follow_file = follow_file

    def check(self, files: str) -> None:
        """Whether the files are there, a path per line. Raises NotSavedError."""
        for path in _paths(files):
            if not path.exists():
                raise NotSavedError(f"{path.name} bestaat niet. Controleer de naam en de map.", "files")

    def read(self, files: str) -> BackFromWord:
        """Reads the files, a path per line. Raises NotSavedError."""
        from sto_tui.intake.sheets.table_reader import IntakeError
        from sto_tui.returned_papers import read_drafts

        try:
            drafts = read_drafts(_paths(files), self._opened.dossier, self._opened.store.path)
        except IntakeError as error:
            raise NotSavedError(str(error), "files") from error
        return self._beside(drafts)

    def _beside(self, drafts: "tuple[ReturnedDraft, ...]") -> BackFromWord:
        from sto_tui.intake.returned_draft.laid_beside import why_not_taken
        from sto_tui.intake.returned_draft.taking_over import taking_over
        from sto_tui.returned_papers import beside_dossier

        dossier, today, user = self._opened.dossier, self._opened.today, self._opened.store.user
        laid = beside_dossier(drafts, dossier, today)

        def again() -> BackFromWord:
            self._follow_file()
            return made if self._opened.dossier is dossier else self._beside(drafts)

        made = BackFromWord(
            laid,
            lambda chosen: taking_over(laid, chosen, dossier, today, user),
            lambda line, text: why_not_taken(line, text, dossier, today),
            again,
        )
        return made


def _paths(files: str) -> list[Path]:
    return [file_to_read(file.strip(), ".docx") for file in files.split("\n") if file.strip()]
