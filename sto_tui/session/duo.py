"""Reading figures from files of DUO, for the dossier that is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sto_tui.domain.change import NotSavedError
from sto_tui.screens.host.papers import DuoQuestion, Incoming
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.intake.duo.into_counts import DuoResult


class SessionDuo:
    """Says what taking the figures over would change; `follow_file` brings the dossier up to date first."""

    def __init__(self, opened: Opened, follow_file: Callable[[], None]) -> None:
        self._opened = opened
        self._follow_file = follow_file

    def read(self, question: DuoQuestion, progress: Callable[[int, int], bool]) -> Incoming:
        """Reads files of DUO and says what taking them over would change. Raises NotSavedError."""
        from sto_tui.intake.duo.into_counts import read_duo
        from sto_tui.intake.duo.vestigingen import DuoChoice, NotChosenError
        from sto_tui.intake.duo.wording import first_named
        from sto_tui.intake.sheets.table_reader import IntakeError

        brins, gemeenten, rmcs = (_listed(text, ",") for text in (question.brins, question.gemeenten, question.rmcs))
        paths = [file_to_read(name, ".csv") for name in _listed(question.files, "\n")]
        choice = DuoChoice(brins, gemeenten, rmcs, question.year)
        try:
            result = read_duo(paths, choice, self._opened.today, progress)
        except NotChosenError as error:
            there = f" Gemeenten in deze bestanden: {first_named(error.gemeenten)}." if error.gemeenten else ""
            raise NotSavedError(f"{error}{there}") from error
        except IntakeError as error:
            raise NotSavedError(str(error)) from error
        return self._incoming(result)

    def _incoming(self, result: "DuoResult") -> Incoming:
        from sto_tui.intake.duo.figures import duo_proposal
        from sto_tui.intake.duo.preview import preview

        dossier = self._opened.dossier
        proposal = duo_proposal(result, dossier, self._opened.today)

        def again() -> Incoming:
            self._follow_file()
            return made if self._opened.dossier is dossier else self._incoming(result)

        made = Incoming(tuple(preview(proposal)), proposal.change, again)
        return made


def _listed(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())
