"""The store: what is accepted is on disk, others' work is kept, a bad file is left alone."""

import json
import os
import shutil
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sto_tui.domain.change import Change, ConflictError, NotSavedError, adding, changing, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Question, QuestionPart
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Partner, Speerpunt
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
    changed = Counter(new) - Counter(old)
    assert len(new) == len(old) + 1, "the key of the change"
    assert changed.total() == 5, "that key with the comma before it, the state, the title and the revision"


def test_two_sessions_give_out_ids_in_the_order_of_adding_and_none_twice(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    first = one.apply(adding(one.dossier, Milestone(number="9.1", title="Van Jan")))
    second = other.apply(adding(other.dossier, Milestone(number="9.2", title="Van Anja")))
    assert first.edits[0].ref.id < second.edits[0].ref.id
    record = other.dossier.get(second.edits[0].ref)
    assert record is not None
    other.apply(removing(other.dossier, record))
    third = other.apply(adding(other.dossier, Milestone(number="9.3", title="Weer een")))
    assert third.edits[0].ref.id not in (first.edits[0].ref.id, second.edits[0].ref.id)


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


def test_what_comes_back_stands_where_it_stands_in_the_file(example: Path) -> None:
    """For the session that took it back, for another one, and after taking that back again."""
    store, other = opened(example), opened(example, "anja")
    order = {table: list(records) for table, records in store.dossier.tables.items()}
    for table in ("parties", "risks", "texts", "budget"):
        store.apply(removing(store.dossier, next(iter(store.dossier.tables[table].values()))))
        other.poll()
        store.undo()
        other.poll()
        for session in (store, other, opened(example)):
            assert {name: list(records) for name, records in session.dossier.tables.items()} == order
        store.redo()
        store.undo()
        assert {name: list(records) for name, records in store.dossier.tables.items()} == order


def test_removing_takes_along_what_cannot_stand_alone_and_undo_brings_all_back(example: Path) -> None:
    store = opened(example)
    before = example.read_bytes()
    record = next(
        one for one in store.dossier.of(Milestone).values() if store.dossier.veri_row(Ref("milestones", one.id))
    )
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


def test_a_link_to_what_someone_else_removed_is_refused(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    question = Question(part=QuestionPart.BORGING, text="Nieuwe vraag")
    ref = one.apply(adding(one.dossier, question)).edits[0].ref
    other.poll()
    one.apply(adding(one.dossier, Answer(question=ref.id, text="Een antwoord")))
    asked = other.dossier.of(Question)[ref.id]
    with pytest.raises(ConflictError, match="intussen nodig voor antwoord"):
        other.apply(removing(other.dossier, asked))
    one.apply(removing(one.dossier, one.dossier.of(Question)[ref.id]))
    with pytest.raises(ConflictError, match="er niet meer is"):
        other.apply(adding(other.dossier, Answer(question=ref.id, text="Te laat")))
    assert not [target for _, target in one.dossier.references() if one.dossier.get(target) is None]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([(1,)], "anja: 1."),
        ([(1, 2)], "anja: 1 2."),
        # The last one is told; what it does not tell of is counted.
        ([(1,), (2,)], "anja: 2. En nog 1 regel in een andere sessie."),
        ([(1,), (3,), (2,)], "anja: 2. En nog 2 regels in een andere sessie."),
        ([(1, 2), (2, 3)], "anja: 2 3. En nog 1 regel in een andere sessie."),
    ],
)
def test_who_changed_what_is_told_of_the_last_change(small: Path, changes: list[tuple[int, ...]], said: str) -> None:
    one, other = opened(small), opened(small, "anja")
    for numbers in changes:
        there = [other.dossier.of(Milestone)[number] for number in numbers]
        edits = [
            edit for old in there for edit in changing(other.dossier, old, old.changed(title=f"{old.title} x")).edits
        ]
        other.apply(Change(" ".join(map(str, numbers)), tuple(edits)))
    refs = one.poll()
    assert sorted(ref.id for ref in refs) == sorted({number for numbers in changes for number in numbers})
    assert one.who_changed(refs) == said
    assert other.who_changed(refs) == "Gewijzigd in een andere sessie: mijlpaal 1.1 Proefles 1 is klaar x."
    entry = one.last_by_others(refs)
    assert entry is not None
    assert entry.by == "anja"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (("milestones/2", "parties/1"), ""),
        (("milestones/1", "parties/2"), ""),
        (("milestones/1", "parties/1"), "is intussen al ingevuld door anja"),
    ],
)
def test_one_cell_of_the_matrix_is_filled_by_one_of_two_sessions(
    tmp_path: Path, few_records: Dossier, cell: tuple[str, str], said: str
) -> None:
    path = tmp_path / "leeg.sto.json"
    parties = {number: Party(id=number, name=f"School {number}") for number in (1, 2)}
    DossierStore.create(path, few_records.with_tables({"veri": {}, "parties": parties}))
    one, other = opened(path), opened(path, "anja")

    def role(row: str, party: str) -> Veri:
        return Veri(row=Ref.parse(row), party=Ref.parse(party), code=VeriCode.VERANTWOORDELIJK)

    other.apply(adding(other.dossier, role("milestones/1", "parties/1")))
    mine = adding(one.dossier, role(*cell))
    if said:
        with pytest.raises(ConflictError, match=said):
            one.apply(mine)
    else:
        one.apply(mine)
    assert len(one.dossier.of(Veri)) == (1 if said else 2)
    there = next(iter(one.dossier.of(Veri).values()))
    if not said:
        # Nor is a role that is there already put into a cell that is filled.
        full = one.dossier.of(Veri)[max(one.dossier.of(Veri))]
        with pytest.raises(ConflictError, match="al ingevuld door anja"):
            one.apply(changing(one.dossier, full, full.changed(row=there.row, party=there.party)))
    # What is there may be changed, also in the same change as one that is removed.
    one.apply(changing(one.dossier, there, there.changed(code=VeriCode.INFORMEREN)))
    swapped = (*removing(one.dossier, one.dossier.of(Veri)[there.id]).edits, *adding(one.dossier, role(*cell)).edits)
    if said:
        one.apply(Change("Gewisseld", swapped))
        assert [record.code for record in one.dossier.of(Veri).values()] == [VeriCode.VERANTWOORDELIJK]


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


def test_an_addition_keeps_its_id_when_it_is_taken_back_and_done_again(example: Path) -> None:
    store = opened(example)
    ref = store.apply(adding(store.dossier, Party(name="Nieuw"))).edits[0].ref
    store.undo()
    assert on_disk(example, ref) is None
    store.redo()
    assert on_disk(example, ref) is not None


def test_a_part_that_was_removed_is_never_taken_for_one_that_came_later(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    old = next(iter(one.dossier.of(Speerpunt).values()))
    gone, *kept = old.partners
    without = old.changed(partners=tuple(kept))
    one.apply(changing(one.dossier, old, without))
    fresh = one.dossier.of(Speerpunt)[old.id]
    one.apply(changing(one.dossier, fresh, fresh.changed(partners=(*fresh.partners, Partner(role="nieuw")))))
    edited = tuple(part.model_copy(update={"role": "van Anja"}) if part == gone else part for part in old.partners)
    with pytest.raises(ConflictError, match="betrokken partners"):
        other.apply(changing(other.dossier, old, old.changed(partners=edited)))
    assert len({part.id for part in one.dossier.of(Speerpunt)[old.id].partners}) == len(old.partners)


def test_one_refused_undo_does_not_block_the_ones_before_it(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    first, second = list(one.dossier.of(Milestone).values())[:2]
    one.apply(changing(one.dossier, first, first.changed(title="Eerste")))
    one.apply(changing(one.dossier, second, second.changed(title="Tweede")))
    other.poll()
    current = other.dossier.of(Milestone)[second.id]
    other.apply(changing(other.dossier, current, current.changed(title="Van Anja")))
    with pytest.raises(ConflictError):
        one.undo()
    one.undo()
    assert one.dossier.of(Milestone)[first.id].title == first.title


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


def test_others_work_that_my_own_save_took_in_is_still_reported(example: Path) -> None:
    one, other = opened(example), opened(example, "anja")
    first, second = list(one.dossier.of(Milestone).values())[:2]
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
    with pytest.raises(DossierError, match="is weg of de schijf is los"):
        store.poll()
    assert store.saved_at == moment


def test_an_emptied_text_with_a_default_stays_empty(example: Path) -> None:
    store = opened(example)
    region = store.dossier.region
    store.apply(changing(store.dossier, region, region.changed(theme_name="")))
    assert opened(example).dossier.region.theme_name == store.dossier.region.theme_name == ""
