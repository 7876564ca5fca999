"""What is open: a dossier, a damaged one, or none yet."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from sto_tui import settings
from sto_tui.domain.dossier import Dossier
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import DamagedFile, Session, open_session


class Opened:
    """What is open now, in whose name, and the clock that was handed in."""

    def __init__(
        self, session_or_damage: Session | DamagedFile | None, user: str, clock: Callable[[], datetime]
    ) -> None:
        self.user = user
        self._clock = clock
        self._session_or_damage = session_or_damage
        self.period: int | None = None

    def open(self, path: Path) -> None:
        """Opens another dossier. Raises DossierError."""
        self.period = None
        self._session_or_damage = open_or_recover(path, self.user, self._clock)

    @property
    def session(self) -> Session | None:
        """The dossier with who else has it open; None when none is open."""
        return self._session_or_damage if isinstance(self._session_or_damage, Session) else None

    @property
    def damaged(self) -> DamagedFile | None:
        """The file that can't be read; None when none was to be opened."""
        return self._session_or_damage if isinstance(self._session_or_damage, DamagedFile) else None

    @property
    def store(self) -> DossierStore:
        """The open dossier's store."""
        if self.session is None:
            raise RuntimeError("no dossier is open")
        return self.session.store

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now, seen through the lens of the plan period that was chosen here."""
        return self.store.dossier.seen_in(self.period)

    @property
    def now(self) -> datetime:
        """The moment."""
        return self._clock()

    @property
    def today(self) -> date:
        """The day of today."""
        return self._clock().date()


def open_or_recover(path: Path, user: str, clock: Callable[[], datetime]) -> Session | DamagedFile:
    """Opens a dossier and remembers it, or finds what can take the place of a damaged one. Raises DossierError."""
    session_or_damage = open_session(path, user, clock, settings.config_folder())
    if isinstance(session_or_damage, Session):
        settings.remember_dossier(session_or_damage.store.path)
    return session_or_damage
