"""The store: what is accepted is on disk, others' work is kept, a bad file is left alone."""

import json
import os
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import orjson
import pytest
from filelock import FileLock

from sto_tui.domain.change import Change, ConflictError, Edit, NotSavedError, adding, changing, removing
from sto_tui.domain.evaluation import Answer, Question, QuestionPart
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Partner
from sto_tui.domain.record import Ref
from sto_tui.storage.copies import KEPT_DAYS, dated_copies, previous_version
from sto_tui.storage.disks import disk_kind
from sto_tui.storage.durable import DurableStorage
from sto_tui.storage.errors import DossierError
from sto_tui.storage.migrations import SCHEMA, RawTables, migrated
from sto_tui.storage.store import DossierStore
from tests.conftest import clock, is_root


def opened(path: Path, user: str = "jan") -> DossierStore:
    return DossierStore.open(path, user, clock)


def on_disk(path: Path, ref: Ref) -> dict[str, object] | None:
    found: dict[str, object] | None = json.loads(path.read_bytes())[ref.table].get(str(ref.id))
    return found


def first_milestone(store: DossierStore) -> Milestone:
    return next(iter(store.dossier.milestones.values()))


def test_an_applied_change_is_on_disk_and_undo_and_redo_are_too(example: Path) -> None:
    store = opened(example)
    before = first_milestone(store)
    store.apply(changing(store.dossier, before, before.changed(title="Andere titel")))
    ref = Ref("milestones", before.id)
    assert (on_disk(example, ref) or {})["title"] == "Andere titel"
    undone = store.undo()
    assert undone is not None
    assert "gewijzigd: mijlpaal" in undone.label
    assert (on_disk(example, ref) or {})["title"] == before.title
    store.redo()
    assert (on_disk(example, ref) or {})["title"] == "Andere titel"
    assert store.redo() is None


def test_the_file_stays_readable_for_people_and_changes_only_where_it_was_edited(example: Path) -> None:
    store = opened(example)
    old = example.read_text(encoding="utf-8").splitlines()
    before = first_milestone(store)
    store.apply(changing(store.dossier, before, before.changed(title="Andere titel")))
    new = example.read_text(encoding="utf-8").splitlines()
    different = [(one, other) for one, other in zip(old, new, strict=False) if one != other]
    assert len(old) == len(new)
    assert len(different) == 2, "the title and the revision"


def test_new_records_get_ids_inside_the_lock_and_ids_are_not_used_again(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    first = one.apply(adding(one.dossier, Milestone(number="9.1", title="Van Jan")))
    second = other.apply(adding(other.dossier, Milestone(number="9.2", title="Van Anja")))
    assert first.edits[0].ref.id + 1 == second.edits[0].ref.id
    record = other.dossier.get(second.edits[0].ref)
    assert record is not None
    other.apply(removing(other.dossier, record))
    third = other.apply(adding(other.dossier, Milestone(number="9.3", title="Weer een")))
    assert third.edits[0].ref.id == second.edits[0].ref.id + 1


def test_two_sessions_edit_different_fields_of_one_record(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    record = first_milestone(one)
    one.apply(changing(one.dossier, record, record.changed(title="Van Jan")))
    other.apply(changing(other.dossier, record, record.changed(quick_win=not record.quick_win)))
    assert one.poll() == (Ref("milestones", record.id),)
    found = first_milestone(one)
    assert (found.title, found.quick_win) == ("Van Jan", not record.quick_win)


def test_the_same_field_on_both_sides_is_a_conflict_that_writes_nothing(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    record = first_milestone(one)
    one.apply(changing(one.dossier, record, record.changed(title="Van Jan")))
    bytes_before = example.read_bytes()
    with pytest.raises(ConflictError, match="intussen door jan gewijzigd bij mijlpaal") as caught:
        other.apply(changing(other.dossier, record, record.changed(title="Van Anja")))
    assert caught.value.fields == ("title",)
    assert example.read_bytes() == bytes_before
    assert first_milestone(other).title == "Van Jan"


def test_undo_refuses_when_another_session_changed_the_same_field(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    record = first_milestone(one)
    one.apply(changing(one.dossier, record, record.changed(title="Van Jan")))
    other.poll()
    current = first_milestone(other)
    other.apply(changing(other.dossier, current, current.changed(title="Van Anja")))
    with pytest.raises(ConflictError, match="intussen"):
        one.undo()
    assert first_milestone(one).title == "Van Anja"


def test_removing_takes_along_what_cannot_stand_alone_and_undo_brings_all_back(example: Path) -> None:
    store = opened(example)
    before = example.read_bytes()
    record = next(one for one in store.dossier.milestones.values() if store.dossier.veri_row(Ref("milestones", one.id)))
    change = store.apply(removing(store.dossier, record))
    assert len(change.edits) > 1
    assert not [target for _, target in store.dossier.references() if store.dossier.get(target) is None]
    store.undo()
    assert without_revisions(example.read_bytes()) == without_revisions(before)


def without_revisions(data: bytes) -> object:
    raw = json.loads(data)
    raw.pop("meta")
    for documents in raw.values():
        for document in documents.values():
            document.pop("rev", None)
    return raw


@pytest.mark.parametrize(
    ("content", "part_of_sentence"),
    [
        (b"", "is leeg"),
        (b"\x00" * 500, "is leeg"),
        (b'{"meta": {"1": {"format": "sto-dossier"', "geen leesbaar dossier"),
        (b"geen json", "geen leesbaar dossier"),
        (b"[1, 2]", "geen STO-dossier"),
        (b'{"_default": {}}', "geen STO-dossier"),
        (b'{"meta": {"1": {"format": "sto-dossier", "schema": 0}}}', "oudere versie"),
        (b'{"meta": {"1": {"format": "sto-dossier", "schema": 1}}}', "precies \u00e9\u00e9n regioprofiel"),
    ],
)
def test_a_bad_file_is_named_and_left_alone(tmp_path: Path, content: bytes, part_of_sentence: str) -> None:
    path = tmp_path / "stuk.sto.json"
    path.write_bytes(content)
    with pytest.raises(DossierError, match=part_of_sentence) as caught:
        opened(path)
    assert "stuk.sto.json" in str(caught.value)
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir() if one.name != "instellingen"] == ["stuk.sto.json"]


def with_document(path: Path, table: str, key: str, document: object) -> bytes:
    raw = orjson.loads(path.read_bytes())
    raw.setdefault(table, {})[key] = document
    path.write_bytes(orjson.dumps(raw))
    return path.read_bytes()


@pytest.mark.parametrize(
    ("table", "key", "document", "part_of_sentence"),
    [
        ("milestones", "een", {"number": "1", "title": "x"}, "is ‘een’ geen record"),
        ("milestones", "1", "geen record", "is ‘1’ geen record"),
        ("region", "2", {"name": "Nog een"}, "precies één regioprofiel"),
        ("region", "1", {"naam": "Zonder naam"}, "Regioprofiel 1 .* het veld ontbreekt"),
    ],
)
def test_a_file_without_its_shape_is_refused(
    example: Path, table: str, key: str, document: object, part_of_sentence: str
) -> None:
    before = with_document(example, table, key, document)
    with pytest.raises(DossierError, match=part_of_sentence):
        opened(example)
    assert example.read_bytes() == before


@pytest.mark.parametrize(
    ("document", "part_of_sentence"),
    [
        ({"title": "Zonder nummer"}, "Mijlpaal 1 .* bij ‘Nr’: het veld ontbreekt"),
        ({"number": "1", "title": "x", "light": "paars"}, "Stoplicht.*deze keuze bestaat niet"),
        ({"number": "1", "title": "x", "due": "31-2-2027"}, "Klaar.*dit is geen datum"),
        ({"number": "1", "title": "x", "kleur": 1}, "kleur.*dit veld bestaat niet"),
    ],
)
def test_one_record_that_does_not_validate_is_set_aside_and_kept_as_it_is(
    example: Path, document: dict[str, object], part_of_sentence: str
) -> None:
    with_document(example, "milestones", "1", document)
    with_document(example, "wensen", "x", ["wat", "dan", "ook"])
    store = opened(example)
    assert [re.search(part_of_sentence, one.sentence) is not None for one in store.dossier.aside] == [True, False]
    assert "onbekende tabel ‘wensen’" in store.dossier.aside[1].sentence
    assert part_of_sentence.split(".*")[-1] in store.notices[0]
    record = store.dossier.milestones[2]
    store.apply(changing(store.dossier, record, record.changed(title="De rest blijft te gebruiken")))
    added = store.apply(adding(store.dossier, Milestone(number="9.9", title="Nieuw")))
    with pytest.raises(ConflictError, match="bestaat al"):
        store.apply(Change("Eroverheen", (Edit(Ref("milestones", 1), None, record),)))
    raw = orjson.loads(example.read_bytes())
    assert raw["milestones"]["1"] == document
    assert raw["wensen"] == {"x": ["wat", "dan", "ook"]}
    assert opened(example).dossier.milestones[2].title == "De rest blijft te gebruiken"
    assert added.edits[0].ref.id == max(map(int, raw["milestones"]))


def test_a_record_that_another_program_spoils_or_mends_is_followed(example: Path) -> None:
    store = opened(example)
    good = example.read_bytes()
    with_document(example, "milestones", "1", {"number": "1"})
    assert store.poll() == (Ref("milestones", 1),)
    assert [one.ref for one in store.dossier.aside] == [Ref("milestones", 1)]
    example.write_bytes(good)
    store.poll()
    assert store.dossier.aside == ()
    assert 1 in store.dossier.milestones


def test_a_file_of_a_newer_version_is_only_read(example: Path) -> None:
    raw = orjson.loads(example.read_bytes())
    raw["meta"]["1"]["schema"] = SCHEMA + 1
    raw["milestones"]["1"]["kleur"] = "paars"
    raw["wensen"] = []
    example.write_bytes(orjson.dumps(raw))
    before = example.read_bytes()
    store = opened(example)
    record = store.dossier.milestones[1]
    assert "nieuwere versie" in store.read_only
    with pytest.raises(DossierError, match="nieuwere versie"):
        store.apply(changing(store.dossier, record, record.changed(title="Mag niet")))
    assert example.read_bytes() == before


def test_a_newer_version_that_takes_the_file_over_while_it_is_open_is_noticed(example: Path) -> None:
    store = opened(example)
    record = store.dossier.milestones[1]
    raw = orjson.loads(example.read_bytes())
    raw["meta"]["1"]["schema"] = SCHEMA + 1
    example.write_bytes(orjson.dumps(raw))
    with pytest.raises(DossierError, match="nieuwere versie"):
        store.apply(changing(store.dossier, record, record.changed(title="Mag niet")))
    assert orjson.loads(example.read_bytes()) == raw


def test_numbered_steps_lead_from_an_older_form_to_the_present_one() -> None:
    def to_two(raw: RawTables) -> RawTables:
        return {"nieuw" if table == "oud" else table: documents for table, documents in raw.items()}

    def to_three(raw: RawTables) -> RawTables:
        return {**raw, "extra": {}}

    old: RawTables = {"meta": {"1": {"format": "sto-dossier", "schema": 1}}, "oud": {"1": {"naam": "x"}}}
    now = migrated(old, {1: to_two, 2: to_three}, 3)
    assert now == {"meta": {"1": {"format": "sto-dossier", "schema": 3}}, "nieuw": {"1": {"naam": "x"}}, "extra": {}}
    assert migrated(old, {2: to_three}, 3) is None


def test_the_version_before_and_one_copy_a_day_are_kept(example: Path) -> None:
    days = iter(datetime(2026, 9, 1, 8) + timedelta(days=number // 2) for number in range(10_000))
    example.chmod(0o640)
    original = example.read_bytes()
    store = DossierStore.open(example, "jan", lambda: next(days))
    versions = [original]
    for number in range(80):
        record = store.dossier.milestones[1]
        store.apply(changing(store.dossier, record, record.changed(title=f"Keer {number}")))
        versions.append(example.read_bytes())
        assert previous_version(example).read_bytes() == versions[-2]
    copies = dated_copies(example)
    assert len(copies) == KEPT_DAYS
    assert all(copy.read_bytes() in versions for copy in copies)
    assert copies[0].stat().st_mode & 0o777 == 0o640
    assert store.remark == ""
    assert not list(example.parent.rglob("*.tmp"))


def test_what_a_killed_write_left_behind_is_cleaned_up_but_not_while_someone_writes(example: Path) -> None:
    stray = example.parent / f".{example.name}.abc.tmp"
    other = example.parent / ".ander.sto.json.abc.tmp"
    for path in (stray, other):
        path.write_text("half")
    with FileLock(example.with_name(f"{example.name}.lock")):
        opened(example)
        assert stray.exists()
    opened(example)
    assert not stray.exists()
    assert other.exists()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/anja/regio.sto.json", "ext4"),
        ("/mnt/team/regio.sto.json", "nfs4"),
        ("/mnt/team/lokaal/regio.sto.json", "tmpfs"),
        ("/mnt/team share/regio.sto.json", "fuse.sshfs"),
        ("/mnt/teamwork/regio.sto.json", "ext4"),
    ],
)
def test_the_disk_of_a_path_is_the_deepest_mount(path: str, kind: str) -> None:
    mounts = """/dev/vda1 / ext4 rw 0 0
server:/team /mnt/team nfs4 rw 0 0
tmpfs /mnt/team/lokaal tmpfs rw 0 0
anja@host:/x /mnt/team\\040share fuse.sshfs rw 0 0
"""
    assert disk_kind(Path(path), mounts) == kind


def test_a_failed_write_changes_neither_file_nor_dossier(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(example)
    before, record = example.read_bytes(), first_milestone(store)

    def full(source: object, target: object) -> None:
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
        assert len(database.table("milestones")) == len(opened(example).dossier.milestones)
        number = next(iter(database.table("milestones"))).doc_id
        database.table("milestones").update({"title": "Met gewone TinyDB"}, doc_ids=[number])
    assert opened(Path(copy)).dossier.milestones[number].title == "Met gewone TinyDB"


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


def test_a_link_to_what_someone_else_removed_is_refused(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    question = Question(part=QuestionPart.BORGING, text="Nieuwe vraag")
    ref = one.apply(adding(one.dossier, question)).edits[0].ref
    other.poll()
    one.apply(adding(one.dossier, Answer(question=ref.id, text="Een antwoord")))
    asked = other.dossier.questions[ref.id]
    with pytest.raises(ConflictError, match="intussen nodig voor antwoord"):
        other.apply(removing(other.dossier, asked))
    one.apply(removing(one.dossier, one.dossier.questions[ref.id]))
    with pytest.raises(ConflictError, match="er niet meer is"):
        other.apply(adding(other.dossier, Answer(question=ref.id, text="Te laat")))
    assert not [target for _, target in one.dossier.references() if one.dossier.get(target) is None]


def test_a_part_that_was_removed_is_never_taken_for_one_that_came_later(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    old = next(iter(one.dossier.speerpunten.values()))
    gone, *kept = old.partners
    without = old.changed(partners=tuple(kept))
    one.apply(changing(one.dossier, old, without))
    fresh = one.dossier.speerpunten[old.id]
    one.apply(changing(one.dossier, fresh, fresh.changed(partners=(*fresh.partners, Partner(role="nieuw")))))
    edited = tuple(part.model_copy(update={"role": "van Anja"}) if part == gone else part for part in old.partners)
    with pytest.raises(ConflictError, match="betrokken partners"):
        other.apply(changing(other.dossier, old, old.changed(partners=edited)))
    assert len({part.id for part in one.dossier.speerpunten[old.id].partners}) == len(old.partners)


def test_one_refused_undo_does_not_block_the_ones_before_it(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    first, second = list(one.dossier.milestones.values())[:2]
    one.apply(changing(one.dossier, first, first.changed(title="Eerste")))
    one.apply(changing(one.dossier, second, second.changed(title="Tweede")))
    other.poll()
    current = other.dossier.milestones[second.id]
    other.apply(changing(other.dossier, current, current.changed(title="Van Anja")))
    with pytest.raises(ConflictError):
        one.undo()
    one.undo()
    assert one.dossier.milestones[first.id].title == first.title


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"deadlines": {', b'"milestones": {}, "deadlines": {'),
        (b'"themes": {', b'"themes": {"123456789012": {}, '),
    ],
    ids=["double table", "impossible id"],
)
def test_doubles_and_impossible_ids_are_refused(example: Path, old: bytes, new: bytes) -> None:
    example.write_bytes(example.read_bytes().replace(old, new, 1))
    with pytest.raises(DossierError, match=r"twee keer|geen record"):
        opened(example)


def test_a_very_long_edit_does_not_hide_the_history_before_it(example: Path) -> None:
    store = opened(example)
    section = next(iter(store.dossier.vision.values()))
    store.apply(changing(store.dossier, section, section.changed(text="kort")))
    for word in ("een ", "twee "):
        section = store.dossier.vision[section.id]
        store.apply(changing(store.dossier, section, section.changed(text=word * 10_000)))
    assert len(store.history.latest(3)) == 3
    with store.history.path.open("ab") as file:
        file.write(b'{"at": "2026-')
    assert len(store.history.latest(3)) == 3


def test_others_work_that_my_own_save_took_in_is_still_reported(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    first, second = list(one.dossier.milestones.values())[:2]
    other.apply(changing(other.dossier, first, first.changed(title="Van Anja")))
    one.apply(changing(one.dossier, second, second.changed(title="Van Jan")))
    refs = one.poll()
    assert refs == (Ref("milestones", first.id),)
    assert one.who_changed(refs).startswith("anja: ")
    assert one.poll() == ()


def test_the_last_save_is_known_while_the_file_is_away(example: Path) -> None:
    store = opened(example)
    moment = store.saved_at
    example.unlink()
    with pytest.raises(DossierError, match="bestaat niet"):
        store.poll()
    assert store.saved_at == moment


def test_an_emptied_text_with_a_default_stays_empty(example: Path) -> None:
    store = opened(example)
    region = store.dossier.region
    store.apply(changing(store.dossier, region, region.changed(theme_name="")))
    assert opened(example).dossier.region.theme_name == store.dossier.region.theme_name == ""


def test_the_last_version_in_an_older_form_is_kept(example: Path) -> None:
    storage = DurableStorage(example)
    storage.refresh()
    before = example.read_bytes()
    storage._schema = SCHEMA - 1
    with storage.locked(), storage.transaction(clock().date()):
        storage.write({**storage.read(), "wensen": {}})
    kept = example.parent / "regio.sto.d" / f"schema-{SCHEMA - 1}.sto.json"
    assert kept.read_bytes() == before
    assert example.read_bytes() != before
