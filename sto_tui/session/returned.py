"""Reading drafts that came back from Word, for the dossier that is open."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui.domain.change import NotSavedError
from sto_tui.screens.host.returned import BackFromWord
from sto_tui.screens.host.sheets import OfferedSheet
from sto_tui.session.offered_files import offered_files
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.returned_papers import ReadDrafts

_KIND = ".docx"


class SessionReturned:
    """Lays drafts beside the dossier; `follow_file` brings that up to date first. Word is loaded with the first."""

    def __init__(self, opened: Opened, follow_file: Callable[[], None]) -> None:
        self._opened = opened
        self._follow_file = follow_file

    def offered(self) -> Sequence[OfferedSheet]:
        """The Word files beside the dossier, among its papers, and where mail is saved."""
        from sto_tui.papers import draft_folder

        place = self._opened.store.place
        return offered_files((place.parent, draft_folder(place)), (_KIND,))

    def check(self, files: str) -> None:
        """Whether the files are there, a path per line. Raises NotSavedError."""
        for path in self._paths(files):
            if not path.exists():
                raise NotSavedError(f"Het bestand {path.name} bestaat niet. Controleer de naam en de map.", "files")

    def read(self, files: str) -> BackFromWord:
        """Reads the files, a path per line. Raises NotSavedError."""
        from sto_tui.intake.sheets.table_reader import IntakeError
        from sto_tui.returned_papers import read_drafts

        try:
            drafts = read_drafts(self._paths(files), self._opened.dossier, self._opened.store.place)
        except IntakeError as error:
            raise NotSavedError(str(error), "files") from error
        return self._beside(drafts)

    def _beside(self, drafts: "ReadDrafts") -> BackFromWord:
        from sto_tui.intake.returned_draft.laid_beside import why_not_taken
        from sto_tui.intake.returned_draft.outcome import outcome
        from sto_tui.intake.returned_draft.taking_over import taking_over
        from sto_tui.returned_papers import beside_dossier

        dossier, today, user = self._opened.dossier, self._opened.today, self._opened.store.user
        laid = beside_dossier(drafts, dossier, today)

        def is_current() -> bool:
            self._follow_file()
            return self._opened.dossier is dossier

        return BackFromWord(
            laid,
            lambda chosen: taking_over(laid, chosen, dossier, today, user),
            lambda line, text: why_not_taken(line, text, dossier, today),
            lambda line, text: outcome(line, text, dossier, today),
            is_current,
            lambda: self._beside(drafts),
        )

    def _paths(self, files: str) -> list[Path]:
        return [self._path(file.strip()) for file in files.split("\n") if file.strip()]

    def _path(self, typed: str) -> Path:
        """Where it is; a path that is no file from where sto-tui was started is looked for beside the dossier."""
        path = file_to_read(typed, _KIND)
        beside = self._opened.store.folder / path
        return beside if not path.exists() and beside.exists() else path
