"""Before a dossier is open: which one, and what can take the place of a damaged one."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from sto_tui.domain.dossier import Dossier
from sto_tui.screens.host.showing import Going


class Glance(Protocol):
    """What is told of a dossier before it is opened."""

    @property
    def region(self) -> str:
        """The name of its region."""

    @property
    def period(self) -> str:
        """The years of its plan; empty when there is none."""

    @property
    def due(self) -> str:
        """What asks for attention first; empty when nothing does."""

    @property
    def wrong(self) -> str:
        """Why it cannot be opened as it is, in a few words; empty for one that is whole."""

    @property
    def when(self) -> str:
        """How many days are left for it, or how late it is; empty when it has no day."""


class DossierThere(Protocol):
    """A dossier on a server, before it is opened."""

    @property
    def address(self) -> str:
        """How it is called, with its server: `almere@noord`."""

    @property
    def level(self) -> str:
        """What one may do with it."""

    @property
    def at(self) -> datetime:
        """When it was changed last."""

    @property
    def by(self) -> str:
        """By whom."""


class Opening(Protocol):
    """Opening a dossier, or making one."""

    def recent(self) -> Sequence[Path]:
        """The dossiers opened last that are still there."""

    def in_this_folder(self) -> Sequence[Path]:
        """The dossiers in the current folder, those opened last first."""

    def left_out_here(self) -> str:
        """What is called a dossier in the current folder and cannot be opened; empty when nothing is."""

    def not_found(self) -> str:
        """Which dossiers that were opened before are not there any more; empty when none is lacking."""

    @property
    def opened_before(self) -> bool:
        """Whether this person ever opened a dossier."""

    def glance_at(self, path: Path) -> Glance | None:
        """What a dossier is about and what is due in it; None when that is not known."""

    def servers(self) -> Sequence[str]:
        """What the servers are called that this person knows."""

    def on_server(self, server: str) -> Sequence[DossierThere]:
        """The dossiers there that one may open; takes a few seconds when it is away. Raises NotSavedError."""

    def samples(self) -> Sequence[str]:
        """The names of the examples."""

    def copy_sample(self, name: str) -> Path:
        """Copies an example into the current folder. Raises NotSavedError."""

    def open_dossier(self, typed: str) -> None:
        """Opens the dossier in the file that was typed, or on the server that it names. Raises NotSavedError."""

    def names_server(self, typed: str) -> bool:
        """Whether it is a dossier on a server, which takes a few seconds when that is away."""

    def reach(self, address: str) -> Any:
        """Opens a dossier on a server in any thread, and leaves what is shown alone. Raises NotSavedError."""

    def begin_with(self, reached: Any) -> None:
        """Shows the first place of what was reached."""

    def let_go(self, reached: Any) -> None:
        """Nobody waits any more for what was reached."""

    def create_dossier(self, typed: str, dossier: Dossier) -> None:
        """Makes a dossier in the file that was typed, or one named after the region, and opens it.

        Raises NotSavedError.
        """

    def begin(self) -> None:
        """Shows the first place of the dossier that was opened."""


class StartHost(Protocol):
    """The app, as the start screen sees it."""

    @property
    def today(self) -> date:
        """The day of today."""

    @property
    def opening(self) -> Opening:
        """Opening a dossier."""

    @property
    def going(self) -> Going:
        """To a place of the dossier that was opened."""

    def begin_tour(self) -> None:
        """Lets the tour take the place of this, until it is over."""


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


class Recovering(Protocol):
    """Putting another version in the place of a damaged file."""

    @property
    def damaged(self) -> DamagedDossier:
        """What is wrong with the file, and the versions that can take its place."""

    def put_in_place(self, version: int) -> None:
        """Puts a version in the place of the damaged file, and opens it. Raises NotSavedError."""

    def save_version(self, version: int, typed: str) -> None:
        """Writes a version as a new file. Raises NotSavedError."""


class RecoveryHost(Protocol):
    """The app, as the recovery screen sees it."""

    @property
    def today(self) -> date:
        """The day of today."""

    @property
    def recovery(self) -> Recovering:
        """Putting another version in the place of the file."""
