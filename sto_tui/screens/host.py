"""What a screen may ask of the app. Screens know no file and no store.

That the app answers all of this, `app.py` shows to mypy.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.needs import Need

if TYPE_CHECKING:
    from textual.screen import Screen


@dataclass(frozen=True)
class PastChange:
    """A line of the history."""

    at: datetime
    by: str
    label: str
    key: str


@dataclass(frozen=True)
class MadeDraft:
    """A draft that was written: where, and what is still missing in it."""

    path: str
    missing: tuple[Need, ...]
    notices: tuple[str, ...]


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


@dataclass(frozen=True)
class Incoming:
    """What was found in files from elsewhere: the preview, and the change that takes it over.

    `again` says the same for the dossier as it stands in the file by then: other sessions may have taken in the same.
    It is this one itself when nothing changed.
    """

    lines: tuple[str, ...]
    change: Change
    again: Callable[[], "Incoming"]


class Host(Protocol):
    """The app, as screens see it."""

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""

    @property
    def today(self) -> date:
        """The day of today."""

    @property
    def saved(self) -> str:
        """When it was saved: `opgeslagen 14:02`."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings; empty until they have been worked out for this version."""

    def findings_now(self) -> tuple[Finding, ...]:
        """All findings of this version, worked out first when they were not yet."""

    def apply(self, change: Change) -> Change:
        """Makes a change durable. Raises NotSavedError."""

    def undo(self) -> str:
        """Takes the last change back and says what that was. Raises NotSavedError."""

    def redo(self) -> str:
        """Carries out again what was taken back. Raises NotSavedError."""

    @property
    def read_only(self) -> str:
        """Why nothing can be changed in this dossier; empty when it can."""

    @property
    def present(self) -> str:
        """Who else has the dossier open: `anja werkt mee`; empty when nobody does."""

    def who_edits(self, ref: Ref) -> str:
        """Who else has the form of this record open; empty when nobody does."""

    def last_change(self, ref: Ref) -> PastChange | None:
        """What another session changed last in a record."""

    def put_back(self, keys: Sequence[str]) -> Change:
        """Takes back these lines of the history, as one change. Raises NotSavedError."""

    def keep_typing(self) -> None:
        """Keeps what is typed in open forms, or forgets it when none is open any more."""

    @property
    def remark(self) -> str:
        """What did not quite go well with the last change, though it was saved."""

    def take_news(self) -> tuple[str, bool]:
        """What there was to say while a window was open, once, and whether something went wrong."""

    def why_no_undo(self) -> str:
        """Why there is nothing to take back; empty when there is."""

    def why_no_redo(self) -> str:
        """Why there is nothing to carry out again; empty when there is."""

    def open_place(self, place: Place) -> None:
        """Goes to a place."""

    def go_to(self, ref: Ref, place: Place | None = None) -> None:
        """Goes to the place of a record, or to another one that shows it, and puts the cursor on it.

        With a field in the address its form is opened there.
        """

    def switch_theme(self) -> str:
        """Takes the next theme, remembers it, and returns its name."""

    def past_changes(self, how_many: int) -> Sequence[PastChange]:
        """The latest changes, newest first. Raises NotSavedError when the history cannot be read."""

    def drafts(self) -> Sequence[str]:
        """The names of earlier drafts, newest first."""

    def write_decision_list(self) -> tuple[str, str]:
        """Writes the list of decisions and actions; the names of its Word and Markdown file. Raises NotSavedError."""

    def write_outside(self, about: Mapping[str, Any], text: str, name: str) -> tuple[str, str]:
        """Has a text edited in the person's own editor; what came back, and what went wrong with the editor.

        `about` says of which record it is; with `keep_typing` the caller says that the text is safe elsewhere. Raises
        NotSavedError when nothing came back.
        """

    def write_party_sheet(self, party: Ref) -> str:
        """Writes what is asked of a party; the name of its Word file. Raises NotSavedError."""

    def workshop_standing(self) -> Mapping[str, Any] | None:
        """Where the last workshop stood; None when it came to its end."""

    def keep_workshop(self, standing: Mapping[str, Any]) -> None:
        """Keeps where the workshop stands."""

    def forget_workshop(self) -> None:
        """The workshop has come to its end."""

    def read_duo(self, question: DuoQuestion, progress: Callable[[int, int], bool]) -> Incoming:
        """Reads files of DUO; `progress` gets the bytes read and all bytes, and False stops it.

        Called from a worker thread. Raises NotSavedError.
        """

    def on_the_wall(self, *, begin: bool) -> None:
        """Light colours while something is presented, unless the terminal only has its own; then back."""

    def make_draft(self, part: str) -> MadeDraft:
        """Writes the Word draft. Called from a worker thread. Raises NotSavedError."""


def host_of(screen: "Screen[Any]") -> Host:
    """The app of a screen."""
    return cast(Host, screen.app)


class StartHost(Protocol):
    """The app, as the start screen sees it."""

    @property
    def today(self) -> date:
        """The day of today."""

    def recent(self) -> Sequence[Path]:
        """The dossiers opened last that are still there."""

    def samples(self) -> Sequence[str]:
        """The names of the examples."""

    def copy_sample(self, name: str) -> Path:
        """Copies an example into the current folder. Raises NotSavedError."""

    def open_dossier(self, typed: str) -> None:
        """Opens the dossier in the file that was typed. Raises NotSavedError."""

    def begin(self) -> None:
        """Shows the first place of the dossier that was opened."""

    def create_dossier(self, typed: str, dossier: Dossier) -> None:
        """Makes a dossier in the file that was typed, or one named after the region, and opens it.

        Raises NotSavedError.
        """


def start_host_of(screen: "Screen[Any]") -> StartHost:
    """The app of the start screen."""
    return cast(StartHost, screen.app)


class Version(Protocol):
    """A whole dossier that can take the place of a damaged file."""

    @property
    def source(self) -> str:
        """Where it comes from, in Dutch."""

    @property
    def saved_at(self) -> datetime:
        """When it was written."""

    @property
    def replayed(self) -> tuple[str, ...]:
        """The later changes that are in it."""

    @property
    def lost(self) -> tuple[str, ...]:
        """The later changes that are not in it."""

    @property
    def counts(self) -> str:
        """How much is in it, in Dutch."""


class DamagedDossier(Protocol):
    """A file that can't be read."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def sentence(self) -> str:
        """What is wrong with it."""

    @property
    def versions(self) -> Sequence[Version]:
        """What can take its place, best first."""


class RecoveryHost(Protocol):
    """The app, as the recovery screen sees it."""

    @property
    def today(self) -> date:
        """The day of today."""

    @property
    def damaged(self) -> DamagedDossier:
        """What is wrong with the file, and the versions that can take its place."""

    def put_in_place(self, version: int) -> None:
        """Puts a version in the place of the damaged file, and opens it. Raises NotSavedError."""

    def save_version(self, version: int, typed: str) -> None:
        """Writes a version as a new file. Raises NotSavedError."""


def recovery_host_of(screen: "Screen[Any]") -> RecoveryHost:
    """The app of the recovery screen."""
    return cast(RecoveryHost, screen.app)
