"""The store, wherever the dossier is kept: what is accepted is kept, others' work too, and nothing else happens."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from sto_tui.domain.change import Change, ConflictError, adding, changing, removing
from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.evaluation import Answer, Question, QuestionPart
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Partner, Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.steps import Effect
from tests.conftest import SAMPLES
from tests.support.kept import AnyStore, KeepIt, Kept


@pytest.fixture(scope="module")
def begin() -> Dossier:
    """Every table has something in it."""
    path = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
    return dossier_from(decode(path.read_bytes(), path.name), path.name)


def first_milestone(store: AnyStore) -> Milestone:
    return next(iter(store.dossier.of(Milestone).values()))


def stored(kept: Kept, ref: Ref) -> dict[str, object] | None:
    found: dict[str, object] | None = kept.tables()[ref.table].get(str(ref.id))
    return found


def without_revisions(raw: Mapping[str, Any]) -> object:
    return {
        table: {number: {**document, "rev": 0} for number, document in documents.items()}
        for table, documents in raw.items()
        if table != "meta"
    }


def test_an_applied_change_is_kept_and_undo_and_redo_are_too(kept: Kept) -> None:
    store = kept.open()
    before = first_milestone(store)
    store.apply(changing(store.dossier, before, before.changed(title="Andere titel")))
    ref = Ref("milestones", before.id)
    assert (stored(kept, ref) or {})["title"] == "Andere titel"
    undone = store.undo()
    assert undone is not None
    assert "gewijzigd: mijlpaal" in undone.label
    assert (stored(kept, ref) or {})["title"] == before.title
    store.redo()
    assert (stored(kept, ref) or {})["title"] == "Andere titel"
    assert store.redo() is None


def test_two_sessions_give_out_ids_in_the_order_of_adding_and_none_twice(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
    first = one.apply(adding(one.dossier, Milestone(number="9.1", title="Van Jan")))
    second = other.apply(adding(other.dossier, Milestone(number="9.2", title="Van Anja")))
    assert first.edits[0].ref.id < second.edits[0].ref.id
    record = other.dossier.get(second.edits[0].ref)
    assert record is not None
    other.apply(removing(other.dossier, record))
    third = other.apply(adding(other.dossier, Milestone(number="9.3", title="Weer een")))
    assert third.edits[0].ref.id not in (first.edits[0].ref.id, second.edits[0].ref.id)


def test_two_sessions_edit_different_fields_of_one_record(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
    record = first_milestone(one)
    one.apply(changing(one.dossier, record, record.changed(title="Van Jan")))
    other.apply(changing(other.dossier, record, record.changed(quick_win=not record.quick_win)))
    assert one.poll() == (Ref("milestones", record.id),)
    found = first_milestone(one)
    assert (found.title, found.quick_win) == ("Van Jan", not record.quick_win)


def test_the_same_field_on_both_sides_is_a_conflict_that_writes_nothing(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
    record = first_milestone(one)
    one.apply(changing(one.dossier, record, record.changed(title="Van Jan")))
    before = kept.writes()
    with pytest.raises(ConflictError, match="intussen door jan gewijzigd bij mijlpaal") as caught:
        other.apply(changing(other.dossier, record, record.changed(title="Van Anja")))
    assert caught.value.fields == ("title",)
    assert kept.writes() == before
    assert first_milestone(other).title == "Van Jan"


def test_undo_refuses_when_another_session_changed_the_same_field(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
    record = first_milestone(one)
    one.apply(changing(one.dossier, record, record.changed(title="Van Jan")))
    other.poll()
    current = first_milestone(other)
    other.apply(changing(other.dossier, current, current.changed(title="Van Anja")))
    with pytest.raises(ConflictError, match="intussen"):
        one.undo()
    assert first_milestone(one).title == "Van Anja"


def test_what_comes_back_stands_where_it_stood(kept: Kept) -> None:
    """For the session that took it back, for another one, and after taking that back again."""
    store, other = kept.open(), kept.open("anja")
    order = {table: list(records) for table, records in store.dossier.tables.items()}
    for table in ("parties", "risks", "texts", "budget"):
        store.apply(removing(store.dossier, next(iter(store.dossier.tables[table].values()))))
        other.poll()
        store.undo()
        other.poll()
        for session in (store, other, kept.open()):
            assert {name: list(records) for name, records in session.dossier.tables.items()} == order
        store.redo()
        store.undo()
        assert {name: list(records) for name, records in store.dossier.tables.items()} == order


def test_removing_takes_along_what_cannot_stand_alone_and_undo_brings_all_back(kept: Kept) -> None:
    store = kept.open()
    before = kept.tables()
    record = next(
        one for one in store.dossier.of(Milestone).values() if store.dossier.veri_row(Ref("milestones", one.id))
    )
    change = store.apply(removing(store.dossier, record))
    assert len(change.edits) > 1
    assert not [target for _, target in store.dossier.references() if store.dossier.get(target) is None]
    store.undo()
    assert without_revisions(kept.tables()) == without_revisions(before)


def test_what_one_wrote_over_is_no_news_and_what_a_third_person_did_before_it_is(kept: Kept) -> None:
    """Anja moves the end, Piet gives a title, I give another title: her day is told, once."""
    one, anja, piet = kept.open(), kept.open("anja"), kept.open("piet")

    def edit(store: AnyStore, what: str, **values: object) -> None:
        milestone = store.dossier.of(Milestone)[1]
        change = changing(store.dossier, milestone, milestone.changed(**values))
        store.apply(Change(what, change.edits))

    edit(anja, "dag", due=date(2027, 8, 31))
    piet.poll()
    edit(piet, "titel van Piet", title="Van Piet")
    refs = one.poll()
    edit(one, "mijn titel", title="Van mij")
    assert one.who_changed(refs) == "anja: dag."
    piet.poll()
    edit(piet, "weer een titel", title="Weer van Piet")
    refs = one.poll()
    edit(one, "weer mijn titel", title="Weer van mij")
    assert one.who_changed(refs) == ""


def test_a_link_to_what_someone_else_removed_is_refused(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
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
def test_who_changed_what_is_told_of_the_last_change(
    keep: KeepIt, few_records: Dossier, changes: list[tuple[int, ...]], said: str
) -> None:
    kept = keep(few_records)
    one, other = kept.open(), kept.open("anja")
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
    keep: KeepIt, few_records: Dossier, cell: tuple[str, str], said: str
) -> None:
    parties = {number: Party(id=number, name=f"School {number}") for number in (1, 2)}
    kept = keep(few_records.with_tables({"veri": {}, "parties": parties}))
    one, other = kept.open(), kept.open("anja")

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


def test_an_addition_keeps_its_id_when_it_is_taken_back_and_done_again(kept: Kept) -> None:
    store = kept.open()
    ref = store.apply(adding(store.dossier, Party(name="Nieuw"))).edits[0].ref
    store.undo()
    assert stored(kept, ref) is None
    store.redo()
    assert stored(kept, ref) is not None


def test_a_part_that_was_removed_is_never_taken_for_one_that_came_later(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
    old = next(iter(one.dossier.of(Speerpunt).values()))
    gone, *left = old.partners
    without = old.changed(partners=tuple(left))
    one.apply(changing(one.dossier, old, without))
    fresh = one.dossier.of(Speerpunt)[old.id]
    one.apply(changing(one.dossier, fresh, fresh.changed(partners=(*fresh.partners, Partner(role="nieuw")))))
    edited = tuple(part.model_copy(update={"role": "van Anja"}) if part == gone else part for part in old.partners)
    with pytest.raises(ConflictError, match="betrokken partners"):
        other.apply(changing(other.dossier, old, old.changed(partners=edited)))
    assert len({part.id for part in one.dossier.of(Speerpunt)[old.id].partners}) == len(old.partners)


def test_one_refused_undo_does_not_block_the_ones_before_it(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
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


def test_others_work_that_my_own_save_took_in_is_still_reported(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
    first, second = list(one.dossier.of(Milestone).values())[:2]
    other.apply(changing(other.dossier, first, first.changed(title="Van Anja")))
    one.apply(changing(one.dossier, second, second.changed(title="Van Jan")))
    refs = one.poll()
    assert refs == (Ref("milestones", first.id),)
    assert one.who_changed(refs).startswith("anja: ")
    assert one.poll() == ()


def test_an_emptied_text_with_a_default_stays_empty(kept: Kept) -> None:
    store = kept.open()
    region = store.dossier.region
    store.apply(changing(store.dossier, region, region.changed(theme_name="")))
    assert kept.open().dossier.region.theme_name == store.dossier.region.theme_name == ""


def test_an_earlier_state_comes_back_as_one_change_that_can_be_taken_back(kept: Kept) -> None:
    one, other = kept.open(), kept.open("anja")
    first, second = list(one.dossier.of(Milestone).values())[:2]
    one.apply(changing(one.dossier, first, first.changed(title="Eerste")))
    other.apply(changing(other.dossier, second, second.changed(title="Tweede")))
    added = one.apply(adding(one.dossier, Party(name="Nieuw"))).edits[0].ref
    one.poll()
    entries = one.history.latest(3)
    assert [entry.by for entry in entries][1:] == ["anja", "jan"]
    back = one.put_back(entries)
    assert back.label.startswith("3 wijzigingen teruggezet, vanaf ")
    milestones = one.dossier.of(Milestone)
    assert (milestones[first.id].title, milestones[second.id].title) == (first.title, second.title)
    assert one.dossier.get(added) is None
    before = kept.writes()
    assert one.put_back(entries).edits == (), "it is so already"
    assert kept.writes() == before
    assert one.undo()
    other.poll()
    for store in (one, other, kept.open()):
        assert store.dossier.of(Milestone)[second.id].title == "Tweede"
        assert store.dossier.get(added) is not None


def test_the_history_is_read_as_far_as_somebody_looks(kept: Kept) -> None:
    one = kept.open()
    for number in range(60):
        record = first_milestone(one)
        one.apply(changing(one.dossier, record, record.changed(title=f"Keer {number}")))
    told = [entry.edits[0].after for entry in one.history.entries() if entry.edits]
    assert [document["title"] for document in told if document] == [f"Keer {number}" for number in range(59, -1, -1)]
    ref = Ref("milestones", first_milestone(one).id)
    gone = one.apply(removing(one.dossier, first_milestone(one)))
    removal = one.removal_of(ref)
    assert removal is not None
    assert removal.label == gone.label
    assert one.made_here(removal)
    assert not kept.open().made_here(removal)


def test_a_choice_that_was_left_open_is_made_and_left_open_again(kept: Kept) -> None:
    """What two copies left to choose when they came together comes along with the dossier, wherever it goes."""
    one = kept.open()
    record = first_milestone(one)
    theirs = record.changed(title="Van de ander")
    left = Unsettled(Ref("milestones", record.id), ("title",), theirs, "kopie", merge="aa")
    other_title = changing(one.dossier, record, theirs)
    # As the store of a file leaves it when it brings two copies together.
    one._write(Change("Samengevoegd", ()), effect=Effect(reopens=(left,)))
    other = kept.open("anja")
    assert [choice.fields for choice in other.dossier.unsettled] == [("title",)]
    other.settle(other.dossier.unsettled[0], other_title)
    assert other.dossier.unsettled == ()
    one.poll()
    assert (one.dossier.unsettled, first_milestone(one).title) == ((), "Van de ander")
    other.undo()
    one.poll()
    assert [choice.source for choice in one.dossier.unsettled] == ["kopie"]
    one.settle(one.dossier.unsettled[0], Change("Blijft zo", ()))
    assert kept.open().dossier.unsettled == ()
    assert first_milestone(one).title == record.title
