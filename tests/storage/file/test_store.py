"""The store: what is accepted is on disk, others' work is kept, a bad file is left alone."""

import json
import os
import shutil
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sto_tui.domain.change import NotSavedError, adding, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import VisionSection
from sto_tui.storage.file.copies import KEPT_DAYS, dated_copies, previous_version
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.store import DossierStore
from tests.conftest import clock, is_root


def opened(path: Path, user: str = "jan") -> DossierStore:
    return DossierStore.open(path, user, clock)


def on_disk(path: Path, ref: Ref) -> dict[str, object] | None:
    found: dict[str, object] | None = json.loads(path.read_bytes())[ref.table].get(str(ref.id))
    return found


def first_milestone(store: DossierStore) -> Milestone:
    return next(iter(store.dossier.of(Milestone).values()))


def test_the_file_stays_readable_for_people_and_changes_only_where_it_was_edited(example: Path) -> None:
    store = opened(example)
    old = example.read_text(encoding="utf-8").splitlines()
    before = first_milestone(store)
    store.apply(changing(store.dossier, before, before.changed(title="Andere titel")))
    new = example.read_text(encoding="utf-8").splitlines()
    changed = Counter(new) - Counter(old)
    assert len(new) == len(old) + 1, "the key of the change"
    assert changed.total() == 5, "that key with the comma before it, the state, the title and the revision"


@pytest.mark.slow
def test_the_version_before_and_one_copy_a_day_are_kept(example: Path) -> None:
    days = iter(datetime(2026, 9, 1, 8) + timedelta(days=number // 2) for number in range(10_000))
    example.chmod(0o640)
    original = example.read_bytes()
    store = DossierStore.open(example, "jan", lambda: next(days))
    versions = [original]
    for number in range(80):
        record = store.dossier.of(Milestone)[1]
        store.apply(changing(store.dossier, record, record.changed(title=f"Keer {number}")))
        versions.append(example.read_bytes())
        assert previous_version(example).read_bytes() == versions[-2]
    copies = dated_copies(example)
    assert len(copies) == KEPT_DAYS
    assert all(copy.read_bytes() in versions for copy in copies)
    assert copies[0].stat().st_mode & 0o777 == 0o640
    assert store.remark == ""
    assert not list(example.parent.rglob("*.tmp"))


def test_a_failed_write_changes_neither_file_nor_dossier(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(example)
    before, record = example.read_bytes(), first_milestone(store)

    def full(source: object, target: object, **folders: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(NotSavedError, match="de schijf is vol"):
        store.apply(changing(store.dossier, record, record.changed(title="Komt er niet")))
    assert example.read_bytes() == before
    assert first_milestone(store) == record
    monkeypatch.undo()
    store.apply(changing(store.dossier, record, record.changed(title="Nu wel")))
    assert first_milestone(opened(example)).title == "Nu wel"
    assert not list(example.parent.glob("*.tmp"))


def test_mode_and_link_are_kept(example: Path, tmp_path: Path) -> None:
    example.chmod(0o660)
    link = tmp_path / "koppeling.sto.json"
    link.symlink_to(example)
    store = opened(link)
    record = first_milestone(store)
    store.apply(changing(store.dossier, record, record.changed(title="Door de koppeling")))
    assert link.is_symlink()
    assert example.stat().st_mode & 0o777 == 0o660
    assert first_milestone(opened(example)).title == "Door de koppeling"


def test_history_tells_who_did_what(example: Path) -> None:
    store = opened(example, "anja")
    record = first_milestone(store)
    store.apply(changing(store.dossier, record, record.changed(title="Nieuw")))
    (entry,) = store.history.latest(5)
    assert (entry.by, entry.at) == ("anja", clock())
    assert entry.label.startswith("Mijlpaal")


def test_a_new_dossier_never_replaces_a_file(example: Path) -> None:
    before = example.read_bytes()
    with pytest.raises(DossierError, match="bestaat al"):
        DossierStore.create(example, opened(example).dossier)
    assert example.read_bytes() == before


def test_plain_tinydb_reads_the_file(example: Path, tmp_path: Path) -> None:
    from tinydb import TinyDB

    copy = shutil.copy(example, tmp_path / "kopie.json")
    with TinyDB(copy) as database:
        assert len(database.table("milestones")) == len(opened(example).dossier.of(Milestone))
        number = next(iter(database.table("milestones"))).doc_id
        database.table("milestones").update({"title": "Met gewone TinyDB"}, doc_ids=[number])
    assert opened(Path(copy)).dossier.of(Milestone)[number].title == "Met gewone TinyDB"


def test_group_and_rights_of_dossier_and_history_let_a_colleague_in(example: Path) -> None:
    if not is_root():
        pytest.skip("another group can only be given by root")
    example.chmod(0o660)
    os.chown(example, -1, 100)
    store = opened(example)
    record = first_milestone(store)
    store.apply(changing(store.dossier, record, record.changed(title="Nieuw")))
    assert (example.stat().st_gid, example.stat().st_mode & 0o777) == (100, 0o660)
    assert (store.history.path.stat().st_gid, store.history.path.stat().st_mode & 0o777) == (100, 0o660)
    folder = store.history.path.parent.stat()
    assert (folder.st_gid, folder.st_mode & 0o777) == (100, 0o770)
    beside = store.history.path.parent
    lock = example.with_name(f"{example.name}.lock")
    assert lock.stat().st_gid == 100
    assert {place.stat().st_uid for place in (example, lock, beside, *beside.iterdir())} == {os.getuid()}


def test_two_copies_that_are_edited_apart_never_give_one_id_to_two_records(example: Path) -> None:
    copy = example.with_name("kopie.sto.json")
    copy.write_bytes(example.read_bytes())
    given = [
        [edit.ref.id for edit in store.apply(adding(store.dossier, Party(name="Eerst"), Party(name="Dan"))).edits]
        for store in (opened(example), opened(copy), opened(example), opened(copy))
    ]
    assert len({number for numbers in given for number in numbers}) == 8
    assert [list(opened(path).dossier.of(Party))[-4:] for path in (example, copy)] == [
        given[0] + given[2],
        given[1] + given[3],
    ], "in the order of adding"


def test_a_very_long_edit_does_not_hide_the_history_before_it(example: Path) -> None:
    store = opened(example)
    section = next(iter(store.dossier.of(VisionSection).values()))
    store.apply(changing(store.dossier, section, section.changed(text="kort")))
    for word in ("een ", "twee "):
        section = store.dossier.of(VisionSection)[section.id]
        store.apply(changing(store.dossier, section, section.changed(text=word * 10_000)))
    assert len(store.history.latest(3)) == 3
    with store.history.path.open("ab") as file:
        file.write(b'{"at": "2026-')
    assert len(store.history.latest(3)) == 3


def test_the_last_save_is_known_while_the_file_is_away(example: Path) -> None:
    store = opened(example)
    moment = store.saved_at
    example.unlink()
    with pytest.raises(DossierError, match="is weg of de schijf is los"):
        store.poll()
    assert store.saved_at == moment
