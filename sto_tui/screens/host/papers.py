"""What goes out as a file, and what comes in from files of others."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Protocol

from sto_tui.domain.change import Change
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.progress.period_report import ReportPeriod


@frozen
class MadeDraft:
    """A draft that was written: where, and what is still missing in it."""

    path: str
    missing: tuple[Finding, ...]
    notices: tuple[str, ...]

    @property
    def name(self) -> str:
        """Without its folder."""
        return PurePath(self.path).name


@frozen
class EarlierPaper:
    """A paper that was written before: its file, when, and how often the dossier changed since.

    `changes` is None when the history does not tell, and `many` says that there are at least so many.
    """

    name: str
    when: datetime
    changes: int | None
    many: bool = False


@frozen
class PaperChoices:
    """How a paper is to be: with the text of its house style, with contacts, with status and day; a report’s period.

    Without a period it is that of the latest one. `commenting` adds a page on how to comment in it.
    """

    with_text: bool = False
    contacts: bool = True
    state: bool = True
    commenting: bool = False
    span: ReportPeriod | None = None


class Papers(Protocol):
    """What is written as a file for others to read."""

    @property
    def house_style(self) -> str:
        """The path of the template that papers have; empty for our own look."""

    def choose_house_style(self, typed: str) -> None:
        """Keeps another template for all papers, or none. Raises NotSavedError for one that cannot be used."""

    def chosen(self, paper: str) -> PaperChoices:
        """What was chosen for a paper, by its key, since the app began."""

    def choose(self, paper: str, choices: PaperChoices) -> None:
        """Keeps what was chosen for a paper."""

    def earlier(self, most: int) -> Sequence[EarlierPaper]:
        """The newest papers beside the dossier, at most so many."""

    def make(self, paper: str, party: Ref | None = None, told: Callable[[int, str], bool] | None = None) -> MadeDraft:
        """Writes a paper, by its key in the registry, about a party or body when one is given.

        `told` gets the percentage and what is being made, and False stops it: then nothing is written. Called from a
        worker thread where it may take long. Raises NotSavedError, also when it was stopped.
        """

    def open_with_desktop(self, name: str) -> str:
        """Opens a paper with the program of the desktop; without a desktop its path. Raises NotSavedError."""

    def write_decision_list(self) -> tuple[str, str, bool]:
        """Writes the list of decisions and actions; the names of its Word and Markdown file, and whether it has any.

        Raises NotSavedError.
        """


class DuoQuestion(Protocol):
    """Which files of DUO, and which vestigingen in them, as typed."""

    @property
    def files(self) -> str:
        """The paths, a line each."""

    @property
    def brins(self) -> str:
        """BRIN numbers with commas between them."""

    @property
    def gemeenten(self) -> str:
        """Gemeenten with commas between them."""

    @property
    def rmcs(self) -> str:
        """RMC regions with commas between them."""

    @property
    def year(self) -> int | None:
        """The year, when the file does not say it."""


@frozen
class Incoming:
    """What was found in files from elsewhere: the preview, and the change that takes it over.

    `again` says the same for the dossier as it stands in the file by then: other sessions may have taken in the same.
    It is this one itself when nothing changed.
    """

    lines: tuple[str, ...]
    change: Change
    again: Callable[[], "Incoming"]


class Duo(Protocol):
    """Figures from the open data of DUO."""

    def read(self, question: DuoQuestion, progress: Callable[[int, int], bool]) -> Incoming:
        """Reads files of DUO; `progress` gets the bytes read and all bytes, and False stops it.

        Called from a worker thread. Raises NotSavedError.
        """
