"""What a screen may ask of the app. Screens know no file and no store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.planning.findings import Finding

if TYPE_CHECKING:
    from textual.screen import Screen


@dataclass(frozen=True)
class PastChange:
    """A line of the history."""

    at: datetime
    by: str
    label: str


@dataclass(frozen=True)
class MadeDraft:
    """A draft that was written: where, and what is still missing in it."""

    path: str
    missing: tuple[tuple[str, Ref | None], ...]
    notices: tuple[str, ...]


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

    def apply(self, change: Change) -> Change:
        """Makes a change durable. Raises NotSavedError."""

    def undo(self) -> str:
        """Takes the last change back and says what that was. Raises NotSavedError."""

    def redo(self) -> str:
        """Carries out again what was taken back. Raises NotSavedError."""

    @property
    def remark(self) -> str:
        """What did not quite go well with the last change, though it was saved."""

    def take_news(self) -> str:
        """What another session changed while a window was open; once."""

    def why_no_undo(self) -> str:
        """Why there is nothing to take back; empty when there is."""

    def why_no_redo(self) -> str:
        """Why there is nothing to carry out again; empty when there is."""

    def open_place(self, number: int) -> None:
        """Goes to a place."""

    def go_to(self, ref: Ref) -> None:
        """Goes to the place of a record and puts the cursor on it; with a field, opens its form there."""

    def switch_theme(self) -> str:
        """Takes the next theme, remembers it, and returns its name."""

    def past_changes(self, how_many: int) -> Sequence[PastChange]:
        """The latest changes, newest first."""

    def drafts(self) -> Sequence[str]:
        """The names of earlier drafts, newest first."""

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
