"""What someone with write access to the folder can put in the way: links, pipes, folders and second names.

Nothing of the account that works there may be read into the dossier, written, opened up or removed by it, and nothing
may wait for it.
"""

import json
import os
import select
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pytest.importorskip("fcntl", reason="needs processes, signals and rights as Unix has them")

from benchmarks.sessions import ended_well, forked, make_small, opened
from sto_tui.documents.word import DraftOptions
from sto_tui.domain.change import NotSavedError, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.papers import write_decision_list
from sto_tui.storage.apart.beside import copies_beside
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.durable_write import write_new
from sto_tui.storage.past.recovery import candidates
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import Session
from tests.conftest import is_root

pytestmark = [pytest.mark.slow, pytest.mark.copies]

SECONDS = 20
"""Longer than a day of work takes; who waits for a pipe waits for ever."""
OWNER, COLLEAGUE, STRANGER, GROUP = 1001, 1002, 1003, 100
TODAY = date(2027, 1, 4)
ABOUT = {"table": "goals", "id": 3, "base": {"text": "a"}, "values": {"text": "b"}, "name": "Doel 3"}
TYPED = {"about": ABOUT, "levels": [{"typed": {"text": "half"}, "new": []}]}
DEAD = {"user": "jan", "host": socket.gethostname(), "pid": 0, "born": "", "editing": None}

FILES = (
    "p.sto.json.lock",
    "p.sto.json.bak",
    "p.sto.d/geschiedenis.jsonl",
    "p.sto.d/bijeenkomst.json",
    f"p.sto.d/kopie-{TODAY}.sto.json",
    "p.sto.d/kopie-2026-01-01.sto.json",
    "p.sto.d/sessies/{host}-{process}.json",
    "p.sto.d/sessies/anders.json",
    "p.sto.d/onafgemaakt/anders.json",
    f"concepten/{TODAY}-besluiten-en-acties.docx",
    f"concepten/{TODAY}-besluiten-en-acties.md",
)
FOLDERS = ("p.sto.d", "p.sto.d/sessies", "p.sto.d/onafgemaakt", "concepten")


@pytest.fixture(scope="module", autouse=True)
def _everything_imported(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A child process then starts at once, and needs no rights where our code stands."""
    folder = tmp_path_factory.mktemp("eerst")
    make_small(folder / "p.sto.json")
    day_of_work(folder / "p.sto.json", folder)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that other accounts can reach, with a dossier in `samen` and something private in `thuis`."""
    with TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        for folder in ("samen", "thuis"):
            (place / folder).mkdir(0o700)
        make_small(place / "samen" / "p.sto.json")
        secret = place / "thuis" / "geheim"
        secret.mkdir(0o700)
        make_small(secret / "brief")
        (secret / "oud.tmp").write_text("bewaren")
        (secret / ".kopie-x.y.tmp").write_text("bewaren")
        (secret / "dood.json").write_text(json.dumps(DEAD))
        for path in secret.iterdir():
            path.chmod(0o600)
            os.utime(path, (1_000_000_000, 1_000_000_000))
        yield place


def day_of_work(path: Path, home: Path) -> None:
    """All that a session does on disk. What is refused is refused with a sentence, and the rest goes on."""
    session = Session(path, "jan", lambda: datetime.combine(TODAY, datetime.min.time()), home / "instellingen")
    session.enter()
    for editing in (None, Ref("milestones", 1)):
        session.look_around(editing)
    with suppress(NotSavedError):
        retitle(session.store, "Gewijzigd")
        session.store.undo()
        session.store.redo()
    session.store.note("Iets gedaan")
    session.keep_typing(TYPED)
    session.unfinished()
    session.keep_typing(None)
    session.workshop.keep({"question": 3})
    session.workshop.read()
    session.workshop.forget()
    with suppress(NotSavedError):
        write_decision_list(session.store.dossier, DraftOptions(TODAY), path)
    session.store.history.latest(5)
    candidates(path)
    session.leave()
    DossierStore.open(path, "jan", datetime.now)


def retitle(store: DossierStore, title: str) -> None:
    record = store.dossier.of(Milestone)[1]
    store.apply(changing(store.dossier, record, record.changed(title=title)))


def title_in(path: Path) -> str:
    return opened(path).dossier.of(Milestone)[1].title


def put(kind: str, at: Path, secret: Path) -> None:
    """Puts something in the place of a name."""
    at.parent.mkdir(parents=True, exist_ok=True)
    if at.is_dir() and not at.is_symlink():
        at.rename(at.with_name(f"weg-{at.name}"))
    at.unlink(missing_ok=True)
    if kind == "link":
        at.symlink_to(secret / "brief")
    elif kind == "link to a folder":
        at.symlink_to(secret)
    elif kind == "link to nothing":
        at.symlink_to(secret / "nieuw")
    elif kind == "second name":
        at.hardlink_to(secret / "brief")
    elif kind == "pipe":
        os.mkfifo(at)
    elif kind == "folder":
        at.mkdir()
    else:
        at.write_text("een bestand")
    if is_root() and kind != "second name":
        os.chown(at, COLLEAGUE, GROUP, follow_symlinks=False)
        if not at.is_symlink():
            at.chmod(0o770)


def everything_in(folder: Path) -> dict[str, tuple[object, ...]]:
    """All that can be seen to have changed in a folder: names, rights, owner, time of change and what is in it."""
    state: dict[str, tuple[object, ...]] = {}
    for path in [folder, *folder.rglob("*")]:
        status = path.lstat()
        whole = path.read_bytes() if path.is_file() else b""
        state[str(path)] = (status.st_mode, status.st_uid, status.st_gid, status.st_mtime_ns, whole)
    return state


def become(account: int) -> None:
    """From here this process is another account, in the shared group unless it is a stranger."""
    if not is_root():
        return
    os.setgroups([GROUP] if account != STRANGER else [])
    os.setgid(account)
    os.setuid(account)
    os.umask(0o022)


def at_work(place: Path, plant: Callable[[int], None]) -> bool:
    """A day of work of the owner, after `plant` did its part, which gets the number of the process."""
    ready, go = os.pipe()

    def work() -> None:
        become(OWNER)
        os.close(go)
        select.select([ready], [], [])
        signal.alarm(SECONDS)
        day_of_work(place / "samen" / "p.sto.json", place / "thuis")

    child = forked(work)
    plant(child)
    os.close(go)
    os.close(ready)
    return ended_well(child)


def shared_by_two(place: Path, mode: int = 0o660) -> None:
    """The folder is of the group and the rest of the owner; for who is not root all is of one account."""
    if not is_root():
        return
    for path in [place / "thuis", *(place / "thuis").rglob("*"), *(place / "samen").iterdir()]:
        os.chown(path, OWNER, OWNER)
    os.chown(place / "samen", OWNER, GROUP)
    (place / "samen").chmod(0o2770)
    os.chown(place / "samen" / "p.sto.json", OWNER, GROUP)
    (place / "samen" / "p.sto.json").chmod(mode)


@pytest.mark.parametrize("kind", ["link", "link to a folder", "link to nothing", "second name", "pipe", "folder"])
@pytest.mark.parametrize("name", FILES)
def test_nothing_goes_through_a_name_that_a_colleague_took(place: Path, name: str, kind: str) -> None:
    shared_by_two(place)
    secret, before = place / "thuis" / "geheim", {}

    def plant(process: int) -> None:
        put(kind, place / "samen" / name.format(host=socket.gethostname(), process=process), secret)
        for parent in ("p.sto.d", "p.sto.d/sessies", "p.sto.d/onafgemaakt", "concepten"):
            if is_root() and (place / "samen" / parent).is_dir():
                os.chown(place / "samen" / parent, COLLEAGUE, GROUP)
                (place / "samen" / parent).chmod(0o2770)
        before.update(everything_in(secret))

    assert at_work(place, plant)
    assert everything_in(secret) == before
    without_lock = name.endswith(".lock") and kind != "second name"
    assert title_in(place / "samen" / "p.sto.json") == ("keer 0" if without_lock else "Gewijzigd")


@pytest.mark.parametrize("worked", [False, True], ids=["first time", "later"])
@pytest.mark.parametrize("kind", ["link", "link to a folder", "link to nothing", "pipe", "file"])
@pytest.mark.parametrize("name", FOLDERS)
def test_nothing_goes_through_a_folder_that_a_colleague_took(place: Path, name: str, kind: str, worked: bool) -> None:
    shared_by_two(place)
    if worked:
        assert at_work(place, lambda _: None)
    secret, before = place / "thuis" / "geheim", {}

    def plant(process: int) -> None:
        put(kind, place / "samen" / name, secret)
        before.update(everything_in(secret))

    assert at_work(place, plant)
    assert everything_in(secret) == before
    assert title_in(place / "samen" / "p.sto.json") == "Gewijzigd", "the edit itself does not depend on it"


def test_nothing_goes_through_a_folder_that_is_exchanged_all_the_time(place: Path) -> None:
    """Whoever looks first and opens then loses this race sooner or later."""
    shared_by_two(place)
    assert at_work(place, lambda _: None)
    shared, secret = place / "samen", place / "thuis" / "geheim"
    before = everything_in(secret)

    def exchange() -> None:
        become(COLLEAGUE)
        (shared / "koppeling").symlink_to(secret)
        end = time.monotonic() + 1
        while time.monotonic() < end:
            for name in ("p.sto.d", "concepten"):
                with suppress(OSError):
                    os.rename(shared / name, shared / f"{name}-echt")
                    os.rename(shared / "koppeling", shared / name)
                    os.rename(shared / name, shared / "koppeling")
                    os.rename(shared / f"{name}-echt", shared / name)

    def work() -> None:
        become(OWNER)
        end = time.monotonic() + 1
        while time.monotonic() < end:
            day_of_work(shared / "p.sto.json", place / "thuis")

    children = [forked(exchange), forked(work)]
    assert [ended_well(child) for child in children] == [True, True]
    assert everything_in(secret) == before


@pytest.mark.parametrize("kind", ["link", "link to a folder", "link to nothing", "pipe", "folder"])
def test_what_takes_the_place_of_an_open_dossier_is_refused(place: Path, kind: str) -> None:
    path = place / "samen" / "p.sto.json"
    secret = place / "thuis" / "geheim"
    store = opened(path)
    kept = path.rename(place / "samen" / "apart")
    put(kind, path, secret)
    before = everything_in(secret)
    signal.alarm(SECONDS)
    with pytest.raises(NotSavedError, match=r"p\.sto\.json"):
        store.poll()
    with pytest.raises(NotSavedError, match=r"p\.sto\.json"):
        retitle(store, "Komt er niet")
    signal.alarm(0)
    assert everything_in(secret) == before
    os.rmdir(path) if kind == "folder" else path.unlink()
    kept.rename(path)
    retitle(store, "Nu wel")
    assert title_in(path) == "Nu wel"


def test_a_link_beside_a_dossier_is_no_copy_of_it(place: Path) -> None:
    """Else a private copy that a colleague gave another name would be brought in, for all to read."""
    path, private = place / "samen" / "p.sto.json", place / "thuis" / "apart.sto.json"
    retitle(opened(path), "Gewijzigd")
    shutil.copy(path, private)
    retitle(opened(private), "Nog geheim")
    named = path.with_name("p.sto (conflicted copy 2027-01-04 101112).json")
    shutil.copy(private, named)
    assert [copy.path for copy in copies_beside(opened(path).as_copy)] == [named]
    named.unlink()
    named.symlink_to(private)
    assert copies_beside(opened(path).as_copy) == []


# Rights.


@pytest.mark.skipif(not is_root(), reason="only root can be two accounts")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o664])
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o000])
def test_all_that_is_made_is_as_open_as_the_dossier(place: Path, mode: int, mask: int) -> None:
    shared_by_two(place, mode)
    shared, seen = place / "samen", []

    def work() -> None:
        become(OWNER)
        os.umask(mask)
        session = Session(shared / "p.sto.json", "jan", datetime.now, place / "thuis" / "instellingen")
        session.enter()
        retitle(session.store, "Gewijzigd")
        session.keep_typing(TYPED)
        session.workshop.keep({"question": 3})
        write_decision_list(session.store.dossier, DraftOptions(TODAY), shared / "p.sto.json")

    assert ended_well(forked(work))
    for path in shared.rglob("*"):
        status, private = path.stat(), path.parent.name == "onafgemaakt"
        seen.append(path.name)
        if path.name == "concepten":
            # It is there for all dossiers of the folder.
            assert (oct(status.st_mode & 0o7777), status.st_gid) == (oct(0o2770), GROUP)
            continue
        wanted = 0o600 if private else mode | (mode & 0o444) >> 2 | 0o700 if path.is_dir() else mode
        assert (path.name, oct(status.st_mode & 0o777), status.st_gid) == (path.name, oct(wanted), GROUP)
    assert {"concepten", "geschiedenis.jsonl", "sessies", "bijeenkomst.json", "p.sto.json.lock"} < set(seen)


@pytest.mark.skipif(not is_root(), reason="only root can be two accounts")
@pytest.mark.parametrize(("rights", "kept"), [(0o2770, 0o2770), (0o770, 0o770), (0o3777, 0o3775), (0o2750, 0o2750)])
def test_a_dossier_that_others_may_only_read_locks_no_folder_for_all(place: Path, rights: int, kept: int) -> None:
    """The drafts of one dossier, made first, stand in one folder with those of the next."""
    shared_by_two(place, 0o640)
    shared = place / "samen"
    second = shared / "q.sto.json"
    shutil.copy(shared / "p.sto.json", second)
    os.chown(second, COLLEAGUE, GROUP)
    second.chmod(0o660)
    shared.chmod(rights)

    def write(account: int, path: Path, day: date) -> None:
        become(account)
        write_decision_list(opened(path).dossier, DraftOptions(day), path)

    assert ended_well(forked(partial(write, OWNER, shared / "p.sto.json", TODAY)))
    status = (shared / "concepten").stat()
    assert (oct(status.st_mode & 0o7777), status.st_gid) == (oct(kept), GROUP)
    may_write = bool(rights & 0o020)
    assert ended_well(forked(partial(write, COLLEAGUE, second, date(2027, 1, 5)))) == may_write
    modes = sorted(oct(path.stat().st_mode & 0o777) for path in (shared / "concepten").iterdir())
    assert modes == [oct(0o640)] * 2 + [oct(0o660)] * 2 * may_write


@pytest.mark.skipif(not is_root(), reason="only root can be two accounts")
@pytest.mark.parametrize(
    ("rights", "mask", "mode"),
    [
        (0o2770, 0o022, 0o664),
        (0o2770, 0o027, 0o660),
        (0o2770, 0o007, 0o660),
        (0o2770, 0o077, 0o600),
        (0o2750, 0o022, 0o644),
        (0o770, 0o022, 0o644),
    ],
)
def test_a_new_dossier_in_a_shared_folder_is_for_the_group(place: Path, rights: int, mask: int, mode: int) -> None:
    """Also when it is made by a command over SSH, which reads no profile; whoever keeps all others out still does."""
    shared_by_two(place)
    (place / "samen").chmod(rights)
    new = place / "samen" / "nieuw.sto.json"

    def make() -> None:
        become(OWNER)
        os.umask(mask)
        write_new(new, b"{}")

    assert ended_well(forked(make))
    assert oct(new.stat().st_mode & 0o777) == oct(mode)


def test_copies_follow_a_dossier_that_is_closed_and_not_one_that_is_opened_up(place: Path) -> None:
    path = place / "samen" / "p.sto.json"
    path.chmod(0o664)
    for title in ("een", "twee", "drie"):
        retitle(opened(path), title)
    copies = [path.with_name("p.sto.json.bak"), *companion_folder(path).glob("kopie-*")]
    for mode, after in ((0o640, 0o640), (0o600, 0o600), (0o664, 0o600)):
        path.chmod(mode)
        opened(path)
        assert {copy.stat().st_mode & 0o777 for copy in copies} == {after}
    assert len(copies) == 2


@pytest.mark.skipif(not is_root(), reason="only root can be two accounts")
def test_in_another_group_than_its_own_a_dossier_is_open_to_nobody(place: Path) -> None:
    """The owner left the group: what is written cannot be given to it, and is not given to another group instead."""
    shared_by_two(place)
    os.chown(place / "samen", OWNER, OWNER)

    def work() -> None:
        become(OWNER)
        if is_root():
            return
        os.umask(0)
        day_of_work(place / "samen" / "p.sto.json", place / "thuis")

    def alone() -> None:
        os.setgroups([])
        os.setgid(STRANGER)
        os.setuid(OWNER)
        day_of_work(place / "samen" / "p.sto.json", place / "thuis")

    assert ended_well(forked(alone))
    assert ended_well(forked(work))
    for path in (place / "samen").rglob("*"):
        status = path.stat()
        if path.name == "concepten":
            # That is of its place, and tells no more than the names.
            assert not status.st_mode & 0o007
            continue
        assert status.st_gid == GROUP or not status.st_mode & 0o077, path


@pytest.mark.skipif(not is_root(), reason="only root can be two accounts")
def test_typing_is_read_by_who_typed_it_and_offered_when_that_account_wrote_it(place: Path) -> None:
    shared_by_two(place)
    shared = place / "samen"
    path = shared / "p.sto.json"

    def type_() -> None:
        become(OWNER)
        assert Session(path, "jan", datetime.now, place / "thuis" / "instellingen").keep_typing(TYPED)

    def trick() -> None:
        become(COLLEAGUE)
        folder = companion_folder(path) / "onafgemaakt"
        (kept,) = folder.iterdir()
        with pytest.raises(PermissionError):
            kept.read_bytes()
        said = {"user": "jan", "host": "elders", "pid": 1, "at": "2027-01-02T09:30:00"}
        planted = {**TYPED, "levels": [{"typed": {"text": "van een ander"}, "new": []}]}
        (folder / "x.json").write_text(json.dumps({**said, "state": planted}))
        (folder / "x.json").chmod(0o666)

    def look() -> None:
        become(OWNER)
        offered = Session(path, "jan", datetime.now, place / "thuis" / "instellingen").unfinished()
        assert [rescued.state["levels"][0]["typed"]["text"] for rescued in offered] == ["half"]

    for act in (type_, trick, look):
        assert ended_well(forked(act))


@pytest.mark.skipif(not is_root(), reason="only root can be two accounts")
@pytest.mark.parametrize(
    ("mode", "account", "reads", "writes"),
    [
        (0o600, COLLEAGUE, False, False),
        (0o640, COLLEAGUE, True, False),
        (0o660, COLLEAGUE, True, True),
        (0o660, STRANGER, False, False),
    ],
)
def test_who_may_do_what_with_a_dossier(place: Path, mode: int, account: int, reads: bool, writes: bool) -> None:
    shared_by_two(place, mode)
    assert at_work(place, lambda _: None)
    path = place / "samen" / "p.sto.json"

    def try_it() -> None:
        become(account)
        if not reads:
            with pytest.raises(NotSavedError, match="mag je niet lezen"):
                opened(path)
            for part in ("geschiedenis.jsonl", f"kopie-{TODAY}.sto.json"):
                with pytest.raises(PermissionError):
                    (companion_folder(path) / part).read_bytes()
            return
        store = opened(path)
        assert bool(store.read_only) == (not writes)
        with suppress(NotSavedError):
            retitle(store, "Van een collega")

    assert ended_well(forked(partial(try_it)))
    assert title_in(path) == ("Van een collega" if writes else "Gewijzigd")
