"""Opening: what is no whole dossier is refused, read, or set aside, each with its sentence, and left as it is."""

import os
import re
import time
from pathlib import Path

import orjson
import pytest
from filelock import FileLock

from sto_tui.domain.change import Change, ConflictError, Edit, adding, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import new_key
from sto_tui.storage.file.migrations import SCHEMA, RawTables, migrated
from sto_tui.storage.file.network_disk import disk_kind
from sto_tui.storage.file.new_ids import HIGHEST_ID
from sto_tui.storage.file.replacing import LEFT_BEHIND_AFTER_SECONDS
from sto_tui.storage.file.tinydb_storage import DurableStorage
from sto_tui.storage.store import DossierStore
from tests.conftest import clock


def opened(path: Path, user: str = "jan") -> DossierStore:
    return DossierStore.open(path, user, clock)


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
        ("milestones", "een", {"number": "1", "title": "x"}, "klopt regel ‘een’ niet"),
        ("milestones", "1", "geen record", "klopt regel ‘1’ niet"),
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
    record = store.dossier.of(Milestone)[2]
    store.apply(changing(store.dossier, record, record.changed(title="De rest blijft te gebruiken")))
    added = store.apply(adding(store.dossier, Milestone(number="9.9", title="Nieuw")))
    with pytest.raises(ConflictError, match="bestaat al"):
        store.apply(Change("Eroverheen", (Edit(Ref("milestones", 1), None, record),)))
    raw = orjson.loads(example.read_bytes())
    assert raw["milestones"]["1"] == document
    assert raw["wensen"] == {"x": ["wat", "dan", "ook"]}
    assert opened(example).dossier.of(Milestone)[2].title == "De rest blijft te gebruiken"
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
    assert 1 in store.dossier.of(Milestone)


def test_a_file_of_a_newer_version_is_only_read(example: Path) -> None:
    raw = orjson.loads(example.read_bytes())
    raw["meta"]["1"]["schema"] = SCHEMA + 1
    raw["milestones"]["1"]["kleur"] = "paars"
    raw["wensen"] = []
    example.write_bytes(orjson.dumps(raw))
    before = example.read_bytes()
    store = opened(example)
    record = store.dossier.of(Milestone)[1]
    assert "nieuwere versie" in store.read_only
    with pytest.raises(DossierError, match="nieuwere versie"):
        store.apply(changing(store.dossier, record, record.changed(title="Mag niet")))
    assert example.read_bytes() == before


def test_a_newer_version_that_takes_the_file_over_while_it_is_open_is_noticed(example: Path) -> None:
    store = opened(example)
    record = store.dossier.of(Milestone)[1]
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


def test_beside_the_dossier_only_what_is_left_behind_long_ago_is_cleaned_up(example: Path) -> None:
    folder = companion_folder(example)
    long_ago = time.time() - LEFT_BEHIND_AFTER_SECONDS - 1
    names = (
        "sessies/.pc-1.json.abc.tmp",
        "onafgemaakt/.jan.json.abc.tmp",
        ".bijeenkomst.json.abc.tmp",
        "sessies/pc-1.tmp",
    )
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("half")
    opened(example)
    assert all((folder / name).exists() for name in names), "someone may be writing now"
    for name in names:
        os.utime(folder / name, (long_ago, long_ago))
    copies = [folder / ".kopie-2027-01-01.sto.json.abc.tmp", folder / ".schema-1.sto.json.abc.tmp"]
    for copy in copies:
        copy.write_text("half")
    opened(example)
    assert not [one for one in folder.rglob("*.tmp") if one.is_file()]


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


@pytest.mark.parametrize(
    ("mounts", "kind"),
    [
        ("", ""),
        ("a /\nb /mnt\n", ""),
        ("a / ext4\n", "ext4"),
        ("a /mnt/team nfs4 rw\nb / ext4 rw\n", "nfs4"),
        # Of two at one place the latest lies on top.
        ("a / ext4 rw\nb / cifs rw\n", "cifs"),
        ("a / ext4 rw\nb /mnt/te nfs4 rw\n", "ext4"),
        ("a /mnt/team nfs4 rw\nb /mnt ext4 rw\n", "nfs4"),
    ],
)
def test_a_table_of_mounts_by_hand(mounts: str, kind: str) -> None:
    assert disk_kind(Path("/mnt/team/regio.sto.json"), mounts) == kind


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"deadlines": {', b'"milestones": {}, "deadlines": {'),
        (b'"themes": {', b'"themes": {"12345678901234567": {}, '),
    ],
    ids=["double table", "impossible id"],
)
def test_doubles_and_impossible_ids_are_refused(example: Path, old: bytes, new: bytes) -> None:
    example.write_bytes(example.read_bytes().replace(old, new, 1))
    with pytest.raises(DossierError, match=r"twee keer|klopt regel"):
        opened(example)


def test_the_last_version_in_an_older_form_is_kept(example: Path) -> None:
    storage = DurableStorage(example)
    storage.refresh()
    before = example.read_bytes()
    storage._schema = SCHEMA - 1
    with storage.locked(), storage.transaction(clock().date(), lambda lineage: lineage.with_change(new_key())):
        storage.write({**storage.read(), "wensen": {}})
    kept = example.parent / "regio.sto.d" / f"schema-{SCHEMA - 1}.sto.json"
    assert kept.read_bytes() == before
    assert example.read_bytes() != before


def test_ids_that_are_used_up_are_said_before_the_file_would_be_unreadable(example: Path) -> None:
    with_document(example, "milestones", str(HIGHEST_ID), {"number": "9.9", "title": "De laatste"})
    store = opened(example)
    with pytest.raises(DossierError, match="nummers van tabel milestones zijn op"):
        store.apply(adding(store.dossier, Milestone(number="9.10", title="Te veel")))
    assert len(opened(example).dossier.of(Milestone)) == len(store.dossier.of(Milestone))


def test_a_region_that_another_program_spoils_is_not_taken_over(example: Path) -> None:
    store = opened(example)
    name = store.dossier.region.name
    with_document(example, "region", "1", {"naam": "weg"})
    for _ in range(2):
        with pytest.raises(DossierError, match="Regioprofiel 1"):
            store.poll()
    record = store.dossier.of(Milestone)[1]
    with pytest.raises(DossierError, match="Er is niets opgeslagen"):
        store.apply(changing(store.dossier, record, record.changed(title="Kan nu niet")))
    assert store.dossier.region.name == name


def test_rights_that_were_widened_later_hold_for_what_stands_beside(example: Path) -> None:
    example.chmod(0o600)
    store = opened(example)
    record = store.dossier.of(Milestone)[1]
    store.apply(changing(store.dossier, record, record.changed(title="Nog alleen")))
    example.chmod(0o660)
    opened(example)
    folder = example.parent / "regio.sto.d"
    assert folder.stat().st_mode & 0o777 == 0o770
    assert (folder / "geschiedenis.jsonl").stat().st_mode & 0o777 == 0o660
    assert example.with_name(f"{example.name}.lock").stat().st_mode & 0o777 == 0o660


@pytest.mark.skipif(os.name == "nt", reason="no pipes as files")
def test_a_pipe_in_the_folder_does_not_stop_the_app(example: Path) -> None:
    folder = example.parent / "regio.sto.d"
    folder.mkdir()
    os.mkfifo(folder / "geschiedenis.jsonl")
    store = opened(example)
    assert store.history.latest(3) == []
    with pytest.raises(DossierError, match="kan niet gelezen worden"):
        list(store.history.entries())
