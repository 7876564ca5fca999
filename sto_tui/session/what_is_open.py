"""What is open: a dossier, a damaged one, or none yet."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from sto_tui import settings
from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region import is_marked_period
from sto_tui.storage.any_store import Store
from sto_tui.storage.together.dossier_session import DossierSession
from sto_tui.storage.together.open_dossier import DamagedFile, Session, open_session


class Opened:
    """What is open now, in whose name, and the clock that was handed in."""

    def __init__(
        self, session_or_damage: DossierSession | DamagedFile | None, user: str, clock: Callable[[], datetime]
    ) -> None:
        self.user = user
        self._clock = clock
        self._session_or_damage = session_or_damage
        self.period: int | None = None
        self.is_practice = False
        """It is a copy to practise on: nobody may take what is typed in it for work that stays."""

    def open(self, what: Path | str) -> None:
        """Opens another dossier, in a file or by its name on a server. Raises DossierError."""
        self.go_to(self.reached(what))

    def reached(self, what: Path | str) -> DossierSession | DamagedFile:
        """The same, without going to it yet. Raises DossierError."""
        return open_or_recover(what, self.user, self._clock)

    def go_to(self, reached: DossierSession | DamagedFile) -> None:
        """That is what is open from now on."""
        self.period = None
        self._session_or_damage = reached

    @property
    def session(self) -> DossierSession | None:
        """The dossier with who else has it open; None when none is open."""
        return self._session_or_damage if isinstance(self._session_or_damage, DossierSession) else None

    @property
    def file(self) -> Session | None:
        """The same when it is kept in a file, of which there can be copies and other versions; None of any other."""
        return self._session_or_damage if isinstance(self._session_or_damage, Session) else None

    def file_for(self, what: str) -> Session:
        """The same for `what` only a file can do. Raises NotSavedError for a dossier on a server."""
        if self.file is None:
            raise NotSavedError(self.only_in_a_file(what))
        return self.file

    @staticmethod
    def only_in_a_file(what: str) -> str:
        """That a dossier on a server is no file, and how it becomes one."""
        return f"{what} kan alleen in een bestand: haal het dossier met sto mee van de server."

    @property
    def damaged(self) -> DamagedFile | None:
        """The file that can't be read; None when none was to be opened."""
        return self._session_or_damage if isinstance(self._session_or_damage, DamagedFile) else None

    @property
    def is_out_of_reach(self) -> bool:
        """Whether the disk does not answer now: what was read last is told then, and no screen stands still."""
        return self.session is not None and self.session.is_stuck

    @property
    def store(self) -> Store:
        """The open dossier's store."""
        if self.session is None:
            raise RuntimeError("no dossier is open")
        return self.session.store

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now, seen through the lens of the plan period that was chosen here.

        That stays the one at hand of the first look, also when somebody else begins another: who works at a milestone
        must not find one of another plan under the cursor.
        """
        seen = self.store.dossier.seen_in(self.period)
        if seen.current_period is not None:
            self.period = seen.current_period.id
        return seen

    def follow(self, change: Change) -> None:
        """Goes to the plan period at hand when a change of this session made that another one."""
        if any(is_marked_period(edit.before) != is_marked_period(edit.after) for edit in change.edits):
            self.period = None

    @property
    def now(self) -> datetime:
        """The moment."""
        return self._clock()

    @property
    def today(self) -> date:
        """The day of today."""
        return self._clock().date()


def open_or_recover(what: Path | str, user: str, clock: Callable[[], datetime]) -> DossierSession | DamagedFile:
    """Opens a dossier, by its name when it is on a server, or finds what can take the place of a damaged file.

    A file is remembered. Raises DossierError.
    """
    if isinstance(what, str):
        from sto_tui.session.servers import open_on_server

        return open_on_server(what, user, clock)
    session_or_damage = open_session(what, user, clock, settings.config_folder())
    if isinstance(session_or_damage, Session):
        settings.remember_dossier(session_or_damage.store.path)
    return session_or_damage
