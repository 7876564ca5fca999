"""Real processes: killed while they save, four at once, a full disk, a folder without rights, two accounts."""

import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sto_tui.storage.file import tinydb_storage

pytest.importorskip("fcntl", reason="needs processes, signals and rights as Unix has them")

from benchmarks.sessions import (
    WRITERS,
    ended_well,
    forked,
    history_titles,
    kill_often,
    make_small,
    opened,
    tear_history,
    write_at_once,
)
from sto_tui.domain.change import adding, changing, removing
from sto_tui.domain.milestones import Milestone
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.dossier_copy import read_copy
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.store import DossierStore
from tests.conftest import is_root

pytestmark = [pytest.mark.slow, pytest.mark.copies]

GROUP = 100
NOBODY = 65534


@pytest.fixture(scope="module", autouse=True)
def _everything_imported(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A child process then starts at once, and needs no rights where our code stands."""
    path = tmp_path_factory.mktemp("eerst") / "proef.sto.json"
    make_small(path)
    retitle(opened(path), "Andere titel")


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine four writers can keep a lock busy for longer than a person wants to wait."""
    monkeypatch.setattr(tinydb_storage, "LOCK_SECONDS", 60.0)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "proef.sto.json"
    make_small(path)
    return path


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that other accounts can reach; those of pytest are closed to them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def retitle(store: DossierStore, title: str, result: str = "") -> None:
    record = store.dossier.of(Milestone)[1]
    store.apply(changing(store.dossier, record, record.changed(title=title, tangible_result=result)))


def title_in(path: Path) -> str:
    return opened(path).dossier.of(Milestone)[1].title


def titles_told(path: Path) -> list[object]:
    """What the history says that the first milestone was called, newest first."""
    return [edit.after["title"] for entry in opened(path).history.latest(9) for edit in entry.edits if edit.after]


# Killed.


def test_after_every_kill_the_file_opens_with_all_that_was_acknowledged(small: Path) -> None:
    kills = kill_often(small, 100, seed=7)
    assert (kills.unreadable, kills.lost) == (0, 0)
    assert kills.killed >= 100
    assert kills.acknowledged > 100
    assert kills.halfway > 0, "no kill came between the save and its acknowledgement"
    assert not list(small.parent.glob("*.tmp"))


def test_a_torn_line_of_the_history_spoils_no_other(small: Path) -> None:
    for title in ("Een", "Twee", "Drie"):
        retitle(opened(small), title)
        tear_history(small)
    assert list(history_titles(small)) == ["Een", "Twee", "Drie"]
    assert titles_told(small) == ["Drie", "Twee", "Een"]


def killed_before_its_line(path: Path, work: Callable[[DossierStore], object]) -> None:
    """A session of another process, that is killed when its change is on disk and its line of the history is not."""

    def kill(event: str, told: tuple[object, ...]) -> None:
        if event == "open" and told[0] == "geschiedenis.jsonl" and isinstance(told[2], int) and told[2] & os.O_APPEND:
            os.kill(os.getpid(), signal.SIGKILL)

    def work_until_killed() -> None:
        store = opened(path, "piet")
        sys.addaudithook(kill)
        work(store)

    assert not ended_well(forked(work_until_killed))


LEFT: dict[str, tuple[Callable[[DossierStore], object], str]] = {
    "an edit": (lambda store: retitle(store, "Anders"), "Mijlpaal 1.1 Anders gewijzigd"),
    "an addition": (
        lambda store: store.apply(adding(store.dossier, Milestone(number="9.9", title="Erbij"))),
        "Mijlpaal 9.9 Erbij toegevoegd",
    ),
    "a removal": (
        lambda store: store.apply(removing(store.dossier, store.dossier.of(Milestone)[2])),
        "1 regel gewijzigd",
    ),
}


@pytest.mark.parametrize("seen", ["at the next opening", "by an open session", "by its next change"])
@pytest.mark.parametrize("is_first", [False, True])
@pytest.mark.parametrize("what", LEFT)
def test_the_line_that_a_killed_session_did_not_write_is_written_by_who_sees_it(
    small: Path, what: str, is_first: bool, seen: str
) -> None:
    """Without it the history calls another change the last one, and that is the one that is taken back."""
    work, label = LEFT[what]
    if not is_first:
        retitle(opened(small), "Eerste")
    colleague = opened(small)
    before = colleague.dossier.tables
    killed_before_its_line(small, work)
    if seen == "at the next opening":
        colleague = opened(small)
    elif seen == "by an open session":
        colleague.poll()
    else:
        colleague.note("Geen wijziging van het bestand")
        third = colleague.dossier.of(Milestone)[3]
        colleague.apply(changing(colleague.dossier, third, third.changed(title="Verder")))
        colleague.undo()
    lines = [line for line in colleague.history.entries() if line.by != "jan"]
    assert [(line.by, line.label) for line in lines] == [("iemand", f"{label}; wie dat deed is niet bewaard")]
    assert lines[0].key in colleague.lineage.keys
    assert len(list(opened(small, "anja").history.entries())) == len(list(colleague.history.entries()))
    colleague.put_back(lines)
    assert {
        table: {number: record.changed(rev=0) for number, record in records.items()}
        for table, records in colleague.dossier.tables.items()
    } == {
        table: {number: record.changed(rev=0) for number, record in records.items()}
        for table, records in before.items()
    }


@pytest.mark.parametrize("seen", ["at the next opening", "by an open session"])
@pytest.mark.parametrize("chosen", [False, True])
def test_the_line_of_a_merge_that_a_killed_session_did_not_write_is_written_too(
    small: Path, seen: str, chosen: bool
) -> None:
    """Without it `geschiedenis --terug 1` takes back what was before the merge, and the merge stays."""
    (other := small.parent / "elders").mkdir()
    copy = Path(shutil.copy(small, other / "laptop.sto.json"))
    retitle(opened(small), "Hier")
    there = opened(copy)
    second = there.dossier.of(Milestone)[2]
    there.apply(changing(there.dossier, second, second.changed(title="Daar")))
    if chosen:
        retitle(there, "Anders")
    colleague = opened(small)
    kept, before = colleague.as_copy, colleague.dossier.of(Milestone)
    killed_before_its_line(small, lambda store: store.join(Merge(store.as_copy, read_copy(copy)).joined()))
    if seen == "at the next opening":
        colleague = opened(small)
    else:
        colleague.poll()
    merge, *others = colleague.history.entries()
    assert (merge.by, merge.label) == (
        "iemand",
        "Samengevoegd met een andere kopie; wie dat deed is niet bewaard",
    )
    assert merge.parents == (others[0].key, there.lineage.tip)
    assert set(merge.brought) == {*there.lineage.keys} - {*kept.lineage.keys}
    assert [entry.label for entry in opened(small, "anja").history.entries()].count(merge.label) == 1
    colleague.put_back([merge])
    assert [each.changed(rev=0) for each in colleague.dossier.of(Milestone).values()] == [
        each.changed(rev=0) for each in before.values()
    ]
    # What it brought is forgotten, so that the copy can be brought in again.
    again = colleague.join(Merge(colleague.as_copy, read_copy(copy)).joined())
    assert again.edits


# Four at once.


def test_four_writers_of_different_records_never_meet(small: Path) -> None:
    outcome = write_at_once(small, 50, lambda number: (number + 1,))
    assert (outcome.accepted, outcome.lost, outcome.unreported) == (WRITERS * 50, 0, 0)
    assert (outcome.merged, outcome.conflicts) == (0, 0)


def test_four_writers_of_the_same_records_keep_each_others_work(small: Path) -> None:
    outcome = write_at_once(small, 50, lambda number: (1, 2, 3, 4, 5))
    assert (outcome.accepted, outcome.lost, outcome.unreported) == (WRITERS * 50, 0, 0)
    assert outcome.merged > 0
    assert outcome.conflicts > 0


def test_ids_are_given_once_when_four_processes_add(small: Path) -> None:
    def add(number: int) -> None:
        store = opened(small, f"schrijver {number}")
        for round_ in range(20):
            store.apply(adding(store.dossier, Milestone(number=f"9.{number}.{round_}", title="erbij")))

    children = [forked(partial(add, number)) for number in range(WRITERS)]
    assert [ended_well(child) for child in children] == [True] * WRITERS
    numbers = {milestone.number for milestone in opened(small).dossier.of(Milestone).values()}
    assert numbers >= {f"9.{number}.{round_}" for number in range(WRITERS) for round_ in range(20)}


# No space, no rights.


def test_a_full_disk_changes_nothing_and_the_edit_works_once_there_is_space(small: Path) -> None:
    assert ended_well(forked(lambda: edit_without_space(small)))
    assert title_in(small) == "Nu wel"


def edit_without_space(path: Path) -> None:
    store = opened(path)
    retitle(store, "Ervoor")
    size = path.stat().st_size

    def edit() -> None:
        retitle(store, "Nu wel", "Een lang verhaal. " * 2_000)

    limit_files(size + 200)
    refused(store, edit, "het bestand mag niet zo groot worden")
    limit_files(None)
    edit()
    assert path.stat().st_size > size + 30_000


def test_an_edit_is_saved_when_only_its_history_has_no_space(small: Path) -> None:
    assert ended_well(forked(lambda: edit_without_history(small)))
    assert title_in(small) == "Weer gewoon"
    assert titles_told(small) == ["Weer gewoon", "Zonder regel", "Ervoor"], "and its line once there is"


def edit_without_history(path: Path) -> None:
    store = opened(path)
    retitle(store, "Ervoor")
    history = store.history.path
    with history.open("ab") as file:
        file.write(b'"%s"\n' % (b"x" * 2 * path.stat().st_size))
    limit_files(history.stat().st_size + 40)
    retitle(store, "Zonder regel")
    assert "niet in de geschiedenis" in store.remark
    assert title_in(path) == "Zonder regel"
    limit_files(None)
    retitle(store, "Weer gewoon")
    assert store.remark == ""


def limit_files(size: int | None) -> None:
    """From here no file of this process can be larger; None takes that away."""
    import resource

    highest = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (highest if size is None else size, highest))


def test_a_folder_that_becomes_read_only_changes_nothing(reachable: Path) -> None:
    folder = reachable / "map"
    folder.mkdir()
    path = folder / "proef.sto.json"
    make_small(path)
    if is_root():
        os.chown(folder, NOBODY, NOBODY)
        os.chown(path, NOBODY, NOBODY)
    assert ended_well(forked(lambda: edit_without_rights(path)))
    assert title_in(path) == "Nu wel"


def edit_without_rights(path: Path) -> None:
    if is_root():
        become(NOBODY, NOBODY)
    store = opened(path)
    retitle(store, "Ervoor")
    path.parent.chmod(0o555)
    refused(store, lambda: retitle(store, "Nu wel"), "geen schrijfrechten in deze map")
    path.parent.chmod(0o755)
    retitle(store, "Nu wel")


def refused(store: DossierStore, edit: Callable[[], None], reason: str) -> None:
    """Sees that an edit fails with a Dutch sentence, and leaves everything as it was."""
    folder = store.path.parent
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    dossier, undoable = store.dossier, store.next_undo
    with pytest.raises(DossierError) as caught:
        edit()
    sentence = str(caught.value)
    what_now = "maak ruimte" if "vol" in reason or "groot" in reason else "los dat op"
    assert sentence.endswith(
        f"{store.path} is niet geschreven: {reason}. Er is niets gewijzigd; {what_now} en probeer het nog eens."
    )
    assert re.fullmatch(r"[^\n]+\.", sentence)
    assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
    assert not left_behind(folder)
    assert store.dossier is dossier
    assert (store.next_undo, store.next_redo) == (undoable, None)


def left_behind(folder: Path) -> list[Path]:
    return list(folder.rglob("*.tmp"))


# Two accounts.


@pytest.mark.skipif(not is_root(), reason="only root can be two accounts")
@pytest.mark.parametrize("umask", [0o022, 0o077])
@pytest.mark.parametrize(
    ("own_group", "mode"),
    [(False, 0o2770), (True, 0o2770), (True, 0o770)],
    ids=["shared group first", "own group first", "own group first, folder gives no group"],
)
def test_two_accounts_in_a_shared_folder_take_turns(reachable: Path, umask: int, own_group: bool, mode: int) -> None:
    folder = reachable / "samen"
    folder.mkdir()
    path = folder / "proef.sto.json"
    make_small(path)
    path.chmod(0o660)
    os.chown(path, 1001, GROUP)
    os.chown(folder, 1001, GROUP)
    folder.chmod(mode)

    def take_turn(account: int, round_: int) -> None:
        become(account, account if own_group else GROUP)
        os.umask(umask)
        store = opened(path, str(account))
        assert not store.read_only
        retitle(store, f"keer {round_} van {account}")
        assert store.remark == ""
        store.undo()
        store.redo()
        assert store.remark == ""
        assert store.history.latest(1)[0].by == str(account)

    def see_all(account: int) -> None:
        become(account, account if own_group else GROUP)
        everything = [folder, *folder.rglob("*")]
        assert companion_folder(path) / "geschiedenis.jsonl" in everything
        assert len(everything) >= 5
        for one in everything:
            assert os.access(one, os.R_OK | os.W_OK | (os.X_OK if one.is_dir() else 0)), one

    # In the first round all files are made and taken over; from the second on each turn is like the one before.
    for round_ in range(4):
        for account in (1001, 1002):
            assert ended_well(forked(partial(take_turn, account, round_)))
            assert title_in(path) == f"keer {round_} van {account}"
        for account in (1001, 1002):
            assert ended_well(forked(partial(see_all, account)))


def become(account: int, group: int) -> None:
    """From here this process is another account, that is in the shared group."""
    os.setgroups([GROUP])
    os.setgid(group)
    os.setuid(account)
