"""Sessions that run ahead of a real server, over a line that can break."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sto_tui.app import StoApp
from sto_tui.domain.change import Change, adding, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.storage.ahead.ahead_store import AheadStore
from sto_tui.storage.ahead.served_session import ServedSession
from sto_tui.storage.sending_state import SendingState
from sto_tui.storage.served.server import connect
from tests.conftest import clock
from tests.support.cutting_proxy import DOWN, CuttingProxy
from tests.support.kept import NAME, KeptOnServer


def until(condition: Callable[[], object], within: float = 120) -> None:
    """Waits for what another thread does."""
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


@contextmanager
def ahead(served: KeptOnServer, line: CuttingProxy | None = None, user: str = "jan") -> Iterator[AheadStore]:
    """A session of this person, over the line when there is one."""
    store = _store(served, line, user)
    store.start(lambda: None)
    try:
        yield store
    finally:
        store.close()


def cut(line: CuttingProxy, store: AheadStore | None = None) -> None:
    """Nobody gets through from here on; with a store, once that has found out."""
    line.stay_down(down=True)
    line.cut(DOWN, 1)
    if store:
        until(lambda: store.standing is SendingState.CUT)


def mend(line: CuttingProxy) -> None:
    """The line is there again, also for who had not noticed that it was cut."""
    line.stay_down(down=False)
    line.cut(DOWN, 10**9)


def mended(line: CuttingProxy, store: AheadStore) -> None:
    """The line is there again, and all that waited is on the server."""
    mend(line)
    until(lambda: not store.waiting and store.standing is SendingState.KEPT)
    store.poll()


def retitled(store: AheadStore, number: int, title: str) -> Change:
    """Gives a milestone another title."""
    record = store.dossier.of(Milestone)[number]
    return store.apply(changing(store.dossier, record, record.changed(title=title)))


def added(store: AheadStore, title: str) -> Change:
    """Adds a milestone."""
    return store.apply(adding(store.dossier, Milestone(number="9", title=title)))


def queued(served: KeptOnServer) -> list[Path]:
    """The files of what waits."""
    folder = served.folder / "wachtrij"
    return sorted(folder.glob("*.jsonl")) if folder.exists() else []


def app_on_server(served: KeptOnServer, place: Place, user: str = "jan", line: CuttingProxy | None = None) -> StoApp:
    """The app on the dossier, over the line when there is one."""
    session = ServedSession(_store(served, line, user), user, clock, served.folder / "instellingen")
    return StoApp(session, place, user, clock)


def _store(served: KeptOnServer, line: CuttingProxy | None, user: str) -> AheadStore:
    there = {"host": "127.0.0.1", "port": line.port} if line else {}
    settings = served.database.settings(user, served.folder, **there)
    return AheadStore(connect(settings).open(NAME, user, clock), served.folder / "wachtrij", user, clock)
