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
        super().__init__(store, _Connected(store), user, clock, fallback)
        self.store: AheadStore = store
        _make(store)

    @property
    def address(self) -> str:
        """What opens it again: `almere@provincie`."""
        return self.store.address

    @property
    def standing(self) -> SendingState:
        """How it stands with what was changed here."""
        return self.store.standing

    @property
    def refusal(self) -> str:
        """Why the server does not keep what waits, as one Dutch sentence; empty when it does."""
        return self.store.refusal

    @property
    def own_states(self) -> str:
        """Where lies what was here and is not on the server, as one Dutch sentence; empty when there is nothing."""
        return self.store.own_states

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


class _Connected:
    """Those who have the dossier open are seen by their connections: they go when these end, whatever ends them."""

    def __init__(self, store: AheadStore) -> None:
        self._store = store
        self._editing: Ref | None = None
        self._serves_phones = False

    def enter(self) -> None:
        """The connection says it."""

    def leave(self) -> None:
        """The end of the connection says it."""

    def beat(self, editing: Ref | None) -> None:
        """Says which record has its form open."""
        self._show(editing, serves_phones=self._serves_phones)

    def serve_phones(self, *, on: bool) -> None:
        """Says that phones of a room come in at this session, or no longer."""
        self._show(self._editing, serves_phones=on)

    def _show(self, editing: Ref | None, *, serves_phones: bool) -> None:
        if (editing, serves_phones) != (self._editing, self._serves_phones):
            self._editing, self._serves_phones = editing, serves_phones
            self._store.show(editing, serves_phones=serves_phones)

    def other_sessions(self) -> tuple[OtherSession, ...]:
        """The other sessions that are connected."""
        return tuple(
            OtherSession(f"{user} {shown.mark}", user, shown.editing, shown.serves_phones)
            for user, shown in self._store.others
        )
