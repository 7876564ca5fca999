"""Copies of a dossier that were edited apart come together without losing anything that people are not asked about."""

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.agreement import NOT_AGREED
from sto_tui.domain.dossier import Dossier, Tables, record_targets
from sto_tui.domain.merging.choices import Copy, Reason
from sto_tui.domain.merging.dossiers import Together, merged_dossiers
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Part, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from tests.support.broad_plan import broad_plan
from tests.support.edited_apart import Editor, counted_ids, large_ids

BASE = broad_plan()
STANDS = set(Milestone.one_value[0])
"""What a milestone has from the newest line of its log, whatever each copy made of it."""


def copies(seed: int, counted: bool = False, many: int = 2) -> list[Dossier]:
    """Copies of one dossier, each edited a few times at random."""
    edited = []
    for number in range(many):
        random = Random(f"{seed} {number}")
        editor = Editor(BASE, random, counted_ids(BASE) if counted else large_ids(random))
        editor.edit(random.randrange(1, 11))
        edited.append(editor.dossier)
    return edited


def what_is_wrong(base: Dossier, ours: Dossier, theirs: Dossier) -> list[str]:
    """Everything that should not be in these two copies together."""
    together = merged_dossiers(base, ours, theirs)
    return [
        *_uneven(base, ours, theirs, together),
        *_not_the_same_again(base, ours, theirs, together),
        *_not_whole(base, Dossier(together.tables)),
        *lost(base, ours, together),
        *lost(base, theirs, together),
        *_not_as_chosen(base, ours, theirs, together),
    ]


def _uneven(base: Dossier, ours: Dossier, theirs: Dossier, together: Together) -> Iterator[str]:
    turned = merged_dossiers(base, theirs, ours)
    if turned.tables != together.tables:
        yield "the order of the copies matters"
    if [choice.key for choice in turned.choices] != [choice.key for choice in together.choices]:
        yield "the order of the copies matters to what is chosen"


def _not_the_same_again(base: Dossier, ours: Dossier, theirs: Dossier, together: Together) -> Iterator[str]:
    merged = Dossier(together.tables)
    for name, start, one, two, outcome in (
        ("one side unchanged", base, ours, base, ours),
        ("both sides the same", base, ours, ours, ours),
        ("merged in once more", theirs, merged, theirs, merged),
    ):
        again = merged_dossiers(start, one, two)
        if again.choices or not _alike(again.tables, outcome.tables):
            yield name
    if not together.choices and not together.renumbered:
        again = merged_dossiers(base, merged, theirs)
        if again.choices or not _alike(again.tables, merged.tables):
            yield f"merged in once more from an older start: {[choice.key for choice in again.choices]}"


def _alike(tables: Tables, others: Tables) -> bool:
    return all(_without_rev(tables[name]) == _without_rev(others[name]) for name in TABLES)


def _without_rev(records: Mapping[int, Record]) -> dict[int, Record]:
    return {number: record.model_copy(update={"rev": 0}) for number, record in records.items()}


def _not_whole(base: Dossier, merged: Dossier) -> Iterator[str]:
    for table, records in merged.tables.items():
        for number, record in records.items():
            assert record.id == number
            type(record).model_validate(dict(record))
            dead = (ref for ref in record_targets(record) if merged.get(ref) is None and base.get(ref) is not None)
            yield from (f"{table}/{number} refers to {ref}" for ref in dead)
            yield from (f"parts of {table}/{number}" for _ in _double_parts(record))
        cells = Counter(tuple(getattr(record, name) for name in TABLES[table].single) for record in records.values())
        if TABLES[table].single and max(cells.values(), default=1) > 1:
            yield f"a place filled twice in {table}: {cells.most_common(1)}"
    for milestone in merged.of(Milestone).values():
        if milestone.done_on and milestone.light is not Stoplicht.GEREED:
            yield f"{milestone.id} is not gereed and has a day"


def _double_parts(item: Record | Part) -> Iterator[None]:
    for name, spec in fields_of(type(item)).items():
        if spec.part:
            parts = getattr(item, name)
            if len({part.id for part in parts}) < len(parts):
                yield None
            for part in parts:
                yield from _double_parts(part)


def lost(base: Dossier, copy: Dossier, together: Together) -> Iterator[str]:
    """What this copy did and is not there, while no choice names it."""
    merged = Dossier(together.tables)
    of_records = {choice.ref for choice in together.choices if not choice.fields}
    of_fields = {(choice.ref, name) for choice in together.choices for name in choice.fields}
    some_came_back = any(choice.reason is Reason.REMOVED for choice in together.choices)
    for table in TABLES:
        before, now, after = (dossier.tables[table] for dossier in (base, copy, merged))
        if not some_came_back:
            yield from (f"removed {table}/{number} is back" for number in before.keys() - now.keys() if number in after)
        for number, record in now.items():
            was, ref = before.get(number), Ref(table, number)
            here = after.get(together.renumbered.get(ref, number)) or after.get(number)
            if record == was or ref in of_records or _same_place(record, table, after):
                continue
            if here is None:
                yield f"{ref} is gone"
            elif any(target in together.renumbered for target in record_targets(record)):
                continue
            elif was is not None:
                yield from _lost_fields(ref, was, record, here, of_fields)
            elif _text(record) not in {_text(there) for there in (here, after.get(number)) if there}:
                # Both added one of that name: what only one of them filled in is there, the rest is asked.
                specs = fields_of(type(record)).values()
                empty = record.model_copy(update={spec.name: spec.default for spec in specs if not spec.required})
                yield from _lost_fields(ref, empty, record, here, of_fields)


def _same_place(record: Record, table: str, records: Mapping[int, Record]) -> bool:
    """Whether it is in a table where two records for one place became one."""
    names = TABLES[table].single
    key = [getattr(record, name) for name in names]
    there = [other for other in records.values() if key == [getattr(other, name) for name in names]]
    return bool(names) and bool(there) and record.id not in records


def _text(record: Record) -> str:
    return record.model_copy(update={"id": 0, "rev": 0}).model_dump_json()


def _lost_fields(ref: Ref, was: Record, record: Record, here: Record, of_fields: set[tuple[Ref, str]]) -> Iterator[str]:
    for name, spec in fields_of(type(was)).items():
        old, new, now = (getattr(version, name) for version in (was, record, here))
        lapses = name in NOT_AGREED and _words(record) != _words(here)
        follows = spec.follows or name in STANDS or lapses
        if old == new or new == now or (ref, name) in of_fields or follows:
            continue
        if spec.part:
            before, after = ({part.id: part for part in parts} for parts in (old, now))
            # Not there, or as if nobody had touched it.
            is_lost = any(
                _was_changed(part, before.get(part.id)) and after.get(part.id) in (None, before.get(part.id))
                for part in new
            )
        elif spec.many:
            is_lost = bool(set(new) - set(old) - set(now))
        elif spec.kind == "text":
            is_lost = bool(set(new.split("\n\n")) - set(old.split("\n\n")) - set(now.split("\n\n")))
        else:
            # With a record that came back the links to it are there again.
            is_lost = not (spec.tables and new is None)
        if is_lost:
            yield f"{ref} {name}: {old} {new} {now}"


def _was_changed(part: Part, was: Part | None) -> bool:
    """Whether it is new or says something else; what only lost a link gets it back with the record it led to."""
    specs = fields_of(type(part)).items()
    return was is None or any(
        getattr(part, name) != getattr(was, name) and not (spec.tables and not getattr(part, name))
        for name, spec in specs
    )


def _words(record: Record) -> list[str]:
    """What people can agree on: that holds for these words, and no longer when the other copy changed them."""
    return [getattr(record, name) for name, spec in fields_of(type(record)).items() if spec.kind in ("line", "text")]


def _not_as_chosen(base: Dossier, ours: Dossier, theirs: Dossier, together: Together) -> Iterator[str]:
    for side in Copy:
        chosen = {choice.key: side for choice in together.choices}
        outcome = merged_dossiers(base, ours, theirs, chosen)
        if outcome.open(chosen):
            yield f"still open: {[choice.key for choice in outcome.open(chosen)]}"
        for choice in outcome.choices:
            record = Dossier(outcome.tables).get(choice.ref)
            version = choice.ours if side is Copy.OURS else choice.theirs
            if version is None:
                if record is not None:
                    yield f"{choice.key} was to go"
                continue
            if record is None:
                continue
            for name in choice.fields:
                spec = fields_of(type(record))[name]
                if not spec.many and spec.kind != "text" and getattr(record, name) != getattr(version, name):
                    yield f"{choice.key} is not as {side}"
        yield from _not_whole(base, Dossier(outcome.tables))


@settings(max_examples=150, database=None)
@given(st.integers(0, 10**9), st.booleans())
def test_two_copies_come_together_whole(seed: int, counted: bool) -> None:
    assert what_is_wrong(BASE, *copies(seed, counted)) == []


def test_a_role_that_both_moved_away_from_what_one_removed_keeps_a_row() -> None:
    """Its row before both changes is gone, and a role without a row is none: it stands where one copy put it."""
    milestones = {number: Milestone(id=number, number=f"1.{number}", title="Iets") for number in (1, 2, 3)}
    party = Party(id=1, name="Stad")

    def copy(row: int, there: tuple[int, ...]) -> Dossier:
        role = Veri(id=1, row=Ref("milestones", row), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK)
        tables: dict[str, dict[int, Record]] = {
            "milestones": {number: milestones[number] for number in there},
            "parties": {1: party},
            "veri": {1: role},
        }
        return Dossier({name: tables.get(name, {}) for name in TABLES})

    together = merged_dossiers(copy(1, (1, 2, 3)), copy(2, (1, 2, 3)), copy(3, (2, 3)))
    (role,) = together.tables["veri"].values()
    assert isinstance(role, Veri)
    assert role.row == Ref("milestones", 2)
    assert [(choice.ref, choice.fields) for choice in together.choices] == [(Ref("veri", 1), ("row",))]
