"""A dossier on a server as one person has it open: what is private to the person stays on this computer."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sto_tui.domain.record import Ref
from sto_tui.storage.ahead.ahead_store import AheadStore
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.replacing import write_whole
from sto_tui.storage.sending_state import SendingState
from sto_tui.storage.together.dossier_session import DossierSession
from sto_tui.storage.together.presence import OtherSession


class ServedSession(DossierSession):
    """Has a place on this computer, made when it is not there: papers stand beside it, and what is being typed."""

    def __init__(self, store: AheadStore, user: str, clock: Callable[[], datetime], fallback: Path) -> None:
        super().__init__(store, _Unseen(), user, clock, fallback)
        self.store: AheadStore = store
        _make(store)

    @property
    def standing(self) -> SendingState:
        """How it stands with what was changed here."""
        return self.store.standing

    @property
    def unsent(self) -> int:
        """How many changes wait on this computer to be kept on the server."""
        return self.store.waiting

    def listen(self, tell: Callable[[], object]) -> None:
        """Begins to send and to look; `tell` hears, in another thread, that there is something to look at."""
        self.store.start(tell)

    def take_news(self) -> list[str]:
        """What there is to say of changes that were sent, once."""
        return self.store.take_news()


def _make(store: AheadStore) -> None:
    """What stands for the dossier: its rights are those of all that is written beside it."""
    told = f"Hiernaast staan de stukken van {store.title}, op deze computer. Het dossier zelf staat op de server.\n"
    with contextlib.suppress(OSError):
        store.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with HeldFolder.at(store.folder) as folder:
            if store.place.name not in folder.names():
                write_whole(folder, store.place.name, told.encode())


class _Unseen:
    """Nobody sees this session, and it sees nobody."""

    def enter(self) -> None:
        """Nothing is said."""

    def leave(self) -> None:
        """Nothing is taken back."""

    def beat(self, editing: Ref | None) -> None:
        """Nothing is kept fresh."""

    def serve_phones(self, *, on: bool) -> None:
        """Nothing is said."""

    def other_sessions(self) -> tuple[OtherSession, ...]:
        """Nobody that can be seen."""
        return ()
