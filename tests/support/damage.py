"""What the tests of recovery share: a session on a clock that is moved by hand, and ways to damage a file."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sto_tui.domain.change import adding, changing, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone
from sto_tui.domain.record import Ref
from sto_tui.storage.past.recovery import Candidate, put_in_place
from sto_tui.storage.store import DossierStore

START = datetime(2026, 11, 20, 9, 0)
LATER = datetime(2026, 11, 25, 8, 30, 15)


def touch(path: Path, at: datetime) -> None:
    os.utime(path, (at.timestamp(), at.timestamp()))


class Session:
    """A store whose clock is moved by hand; the files have the times of that clock."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = START
        touch(path, START - timedelta(days=7))
        self.store = DossierStore.open(path, "jan", lambda: self.now)

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)

    def done(self) -> None:
        """After a change: the times of the files are those of the clock."""
        touch(self.path, self.now)
        touch(self.store.history.path, self.now)

    @property
    def dossier(self) -> Dossier:
        return self.store.dossier

    def edit(self, record: Milestone, title: str) -> None:
        self.store.apply(changing(self.dossier, record, record.changed(title=title)))
        self.done()

    def link(self, record: Milestone, to: int) -> None:
        after = (*record.after, Dependency(milestone=to))
        self.store.apply(changing(self.dossier, record, record.changed(after=after)))
        self.done()

    def add(self, title: str) -> Ref:
        ref = self.store.apply(adding(self.dossier, Milestone(number="9.9", title=title))).edits[0].ref
        self.done()
        return ref

    def remove(self, ref: Ref) -> None:
        record = self.dossier.get(ref)
        assert record is not None
        self.store.apply(removing(self.dossier, record))
        self.done()

    def undo(self) -> None:
        self.store.undo()
        self.done()


def first(dossier: Dossier) -> Milestone:
    return next(iter(dossier.of(Milestone).values()))


def five_changes(path: Path, days: tuple[int, ...] = (0, 0, 0, 0, 0)) -> Session:
    """An edit, an addition, a removal that takes others along, an edit, and that edit undone."""
    session = Session(path)
    with_roles = [
        one for one in session.dossier.of(Milestone).values() if session.dossier.veri_row(Ref("milestones", one.id))
    ]
    steps: tuple[Callable[[], object], ...] = (
        lambda: session.edit(first(session.dossier), "Eerste wijziging"),
        lambda: session.add("Erbij gekomen"),
        lambda: session.remove(Ref("milestones", with_roles[-1].id)),
        lambda: session.edit(first(session.dossier), "Wordt teruggenomen"),
        session.undo,
    )
    for step, wait in zip(steps, days, strict=True):
        session.wait(days=wait, minutes=1)
        step()
    return session


def recovered(path: Path, candidate: Candidate) -> Dossier:
    put_in_place(path, candidate, LATER)
    store = DossierStore.open(path, "anja", lambda: LATER)
    assert store.dossier.aside == ()
    return store.dossier


def assert_same(found: Dossier, wanted: Dossier) -> None:
    """Field by field."""
    assert found.key == wanted.key
    for table, records in wanted.tables.items():
        assert dict(found.tables[table]) == dict(records), table


DAMAGE: dict[str, Callable[[Path], object]] = {
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-500]),
    "empty": lambda path: path.write_bytes(b""),
    "nul": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "holes": lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(4096) + path.read_bytes()[8192:]),
    "other file": lambda path: path.write_bytes(b"PK\x03\x04"),
    "missing": lambda path: path.unlink(),
}


MOVED = {"stays": None, "moved at once": timedelta(minutes=1), "moved later": timedelta(days=400)}


def move_folder(session: Session, after: timedelta | None) -> None:
    """Gives all files a new time, as copying a folder can do; without a time it stays where it is."""
    for path in session.path.parent.rglob("*") if after is not None else ():
        touch(path, session.now + (after or timedelta()))
