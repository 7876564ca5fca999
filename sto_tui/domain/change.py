"""A change: what was, and what is to be. Saving, undo, history and merging all come from this one idea.

Records are edited by `added`, `edited` and `removed`, and nowhere else: they validate and settle them, and let what
hangs together change together.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Any, TypeVar

from sto_tui.domain import light_and_log
from sto_tui.domain.dossier import Dossier, Tables, ref_of, targets_of
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.milestones import Milestone, Progress
from sto_tui.domain.record import FRESH_PART_IDS, Part, Record, Ref, fields_of
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen

_LONGEST_NAME = 60
# Behind the time and a name, a line of the history has room for this much in 80 columns.
_LONGEST_WITH_AMOUNT = 48

RecordOrPart = TypeVar("RecordOrPart", Record, Part)


@frozen
class Edit:
    """One record before and after. No `before` adds it, no `after` removes it.

    A record that is added has a negative id until the store gives it one; other edits of the same change may
    refer to it by that negative id.
    """

    ref: Ref
    before: Record | None
    after: Record | None

    @property
    def says_something(self) -> bool:
        """Whether anything that people see changes: not its version number alone."""
        if self.before is None or self.after is None:
            return True
        return self.before.model_copy(update={"rev": self.after.rev}) != self.after

    def reversed(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(self.ref, self.after, self.before)


@frozen
class Change:
    """Edits that belong together, with a label that says in Dutch what was done.

    `begun` are the new records with a number that nobody typed: it was the next one when the change was made, and a
    store gives them another when somebody else took it meanwhile. `follows` are the fields whose new value was worked
    out from the old one, as a shift is: what somebody else made of them meanwhile is never the same wish.
    """

    label: str
    edits: tuple[Edit, ...]
    begun: tuple[Ref, ...] = ()
    follows: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The records that change."""
        return tuple(edit.ref for edit in self.edits)

    def reversed(self) -> "Change":
        """The change that takes this one back."""
        edits = tuple(edit.reversed() for edit in reversed(self.edits))
        return Change(self.label, edits, follows=self.follows)

    @property
    def resting_on_its_own(self) -> "Change":
        """The same, which follows only from fields that it changes."""
        pairs = [(edit.before, edit.after) for edit in self.edits]
        changed = (
            name for name in self.follows if any(getattr(b, name, None) != getattr(a, name, None) for b, a in pairs)
        )
        return replace(self, follows=tuple(changed))


@frozen
class Occasion:
    """On which day an edit is made, in which dossier, and by whom: what the log of a milestone needs to know.

    `said` are the texts that go with it in the log. `just_now` says that what changes now became so on this day; a
    sheet does not know that.
    """

    dossier: Dossier
    day: date
    by: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    just_now: bool = True


def added(record: Record, occasion: Occasion | None = None) -> tuple[Edit, ...]:
    """The edits that add a record: its id is below zero, or that of one that was removed.

    A line of the log, or a stoplicht, needs an occasion; without one a plan period leaves the others as they are.
    """
    new = record.settled_after(None, _since(occasion))
    return (Edit(ref_of(new), None, new), *_following(None, new, occasion))


def edited(before: Record, occasion: Occasion | None = None, /, **values: Any) -> tuple[Edit, ...]:
    """The edits that give a record these values, none when it has them: validated, settled, with what follows.

    A stoplicht, a day on which a milestone was ready and a line of the log need an occasion; without one a plan period
    leaves the others as they are.
    Raises pydantic.ValidationError, or NotSavedError when it goes against what the log says.
    """
    after = before.changed(**values).settled_after(before, _since(occasion))
    if after == before:
        return ()
    return (Edit(ref_of(before), before, after), *_following(before, after, occasion))


def replaced(before: Record, after: Record, occasion: Occasion | None = None) -> tuple[Edit, ...]:
    """The same, with the values of `after`."""
    return edited(before, occasion, **{name: getattr(after, name) for name in fields_of(type(before))})


def removed(record: Record, dossier: Dossier | None = None) -> tuple[Edit, ...]:
    """The edits that remove a record to which nothing refers. A line of the log needs its dossier."""
    edits = [Edit(ref_of(record), record, None)]
    if isinstance(record, Progress):
        edits += _milestones_following(_needed(dossier), record, None)
    return tuple(edits)


def _since(occasion: Occasion | None) -> date | None:
    return occasion.day if occasion and occasion.just_now else None


def _following(before: Record | None, after: Record, occasion: Occasion | None) -> Iterator[Edit]:
    """Stoplicht, day and log belong together, and the marks of plan periods: what changes in one when another does."""
    if isinstance(after, Progress) and isinstance(before, Progress | None):
        if before is None or light_and_log.place_of(before) != light_and_log.place_of(after):
            yield from _milestones_following(_needed(occasion).dossier, before, after)
    elif (
        isinstance(after, Milestone)
        and isinstance(before, Milestone | None)
        and light_and_log.is_told_anew(before, after)
    ):
        yield from _line_following(before, after, _needed(occasion))
    elif isinstance(after, PlanPeriod) and isinstance(before, PlanPeriod | None) and occasion:
        yield from _periods_following(before, after, occasion.dossier)


def _periods_following(before: PlanPeriod | None, after: PlanPeriod, dossier: Dossier) -> Iterator[Edit]:
    """A plan is about one period: the one that is marked takes the mark of the others."""
    if after.current and not (before and before.current):
        others = (other for other in dossier.whole.of(PlanPeriod).values() if other.id != after.id and other.current)
        yield from (Edit(ref_of(other), other, other.changed(current=False)) for other in others)


def _mark_passed_on(removed_period: PlanPeriod, dossier: Dossier) -> Iterator[Edit]:
    """The latest of the others takes the mark of the period that is removed, as it is the one at hand from then on."""
    others = [other for other in dossier.whole.of(PlanPeriod).values() if other.id != removed_period.id]
    if others and removed_period.current and not any(other.current for other in others):
        latest = max(others, key=lambda other: other.start)
        yield Edit(ref_of(latest), latest, latest.changed(current=True))


def _line_following(before: Milestone | None, after: Milestone, occasion: Occasion) -> Iterator[Edit]:
    lines = occasion.dossier.whole.progress_of(after.id)
    try:
        line = light_and_log.line_after(before, after, lines, occasion.day, occasion.by, occasion.said)
    except light_and_log.ContradictionError as error:
        raise NotSavedError(str(error), "done_on") from error
    if line:
        line = light_and_log.as_found(line, before, after, lines, just_now=occasion.just_now)
        yield Edit(Ref("progress", line.id), line.before, line.after)


def _milestones_following(dossier: Dossier, before: Progress | None, after: Progress | None) -> Iterator[Edit]:
    for number in dict.fromkeys(line.milestone for line in (before, after) if line):
        milestone = dossier.whole.of(Milestone).get(number)
        lines = dossier.whole.progress_of(number)
        now = [line for line in lines if not before or line.id != before.id]
        now += [after] if after and after.milestone == number else []
        if (
            milestone
            and (stands := light_and_log.milestone_after(milestone, lines, light_and_log.newest_first(now)))
            != milestone
        ):
            yield Edit(ref_of(milestone), milestone, stands)


_Needed = TypeVar("_Needed")


def _needed(value: _Needed | None) -> _Needed:
    if value is None:
        raise TypeError("a stoplicht and a line of the log change on an occasion, in a dossier")
    return value


def between(before: Tables, after: Tables) -> tuple[Edit, ...]:
    """The edits from one version of a dossier's tables to another, which was settled as a whole."""
    edits: list[Edit] = []
    for table in TABLES:
        was, now = before.get(table, {}), after.get(table, {})
        for number in sorted({*was, *now}):
            if was.get(number) is not now.get(number) and was.get(number) != now.get(number):
                edits.append(Edit(Ref(table, number), was.get(number), now.get(number)))
    return tuple(edits)


def carried_out(dossier: Dossier, change: Change) -> Dossier:
    """The dossier as a change makes it, before a store gives new records their ids; seen through the same lens."""
    if dossier.whole is not dossier:
        return carried_out(dossier.whole, change).seen_in(dossier.lens)
    tables: dict[str, dict[int, Record]] = {}
    for edit in change.edits:
        table = tables.setdefault(edit.ref.table, dict(dossier.tables[edit.ref.table]))
        if edit.after is None:
            table.pop(edit.ref.id, None)
        else:
            table[edit.ref.id] = edit.after
    return dossier.with_tables(tables)


def adding(dossier: Dossier, *records: Record, occasion: Occasion | None = None) -> Change:
    """The change that adds these records; ids below zero tell them apart, zero is numbered here."""
    edits: list[Edit] = []
    for index, record in enumerate(records, 1):
        edits += added(record if record.id < 0 else record.model_copy(update={"id": -index}), occasion)
    return Change(f"{_named(dossier, records[0])} toegevoegd", tuple(edits))


def changing(dossier: Dossier, before: Record, after: Record, occasion: Occasion | None = None) -> Change:
    """The change that puts `after` in place of `before`, named after the fields that differ."""
    specs = own_fields(type(before), dossier.region)
    edits = replaced(before, after, occasion)
    now = next((edit.after for edit in edits[:1] if edit.after), after)
    fields = [spec.label_in_text for name, spec in specs.items() if getattr(before, name) != getattr(now, name)]
    named_fields = f": {', '.join(fields[:3])}" if fields else ""
    return Change(f"{_named(dossier, now)} gewijzigd{named_fields}", edits)


def removing(dossier: Dossier, record: Record) -> Change:
    """The change that removes a record with all that cannot stand without it.

    A record whose required field refers to it goes too; an optional reference is emptied.
    """
    edits: dict[Ref, Edit] = {}
    _remove(dossier, ref_of(record), edits)
    if isinstance(record, Progress):
        edits |= {edit.ref: edit for edit in removed(record, dossier)}
    if isinstance(record, PlanPeriod):
        edits |= {edit.ref: edit for edit in _mark_passed_on(record, dossier)}
    return Change(f"{_named(dossier, record)} verwijderd", tuple(edits.values()))


def without(dossier: Dossier, records: Iterable[Record]) -> Dossier:
    """The dossier as it is when these records are removed one after the other, also with what went with another."""
    edits: dict[Ref, Edit] = {}
    for ref in map(ref_of, records):
        if ref not in edits or edits[ref].after is not None:
            _remove(dossier, ref, edits)
    return carried_out(dossier, Change("", tuple(edits.values())))


def _remove(dossier: Dossier, ref: Ref, edits: dict[Ref, Edit]) -> None:
    edits[ref] = Edit(ref, dossier.get(ref), None)
    for field_ref in dossier.referrers(ref):
        owner = field_ref.at(None)
        done = edits.get(owner)
        if done and done.after is None:
            continue
        before = dossier.get(owner)
        current = done.after if done and done.after else before
        if before is None or current is None or field_ref.field is None:
            continue
        spec = fields_of(TABLES[owner.table].model)[field_ref.field]
        if spec.required:
            _remove(dossier, owner, edits)
            continue
        emptied = without_reference(current, field_ref.field, ref)
        edits[owner] = Edit(owner, before, emptied)


def without_reference(record: Record, field: str, ref: Ref) -> Record:
    """The record whose field no longer refers to `ref`."""
    spec = fields_of(type(record))[field]
    value = getattr(record, field)
    if spec.kind == "parts":
        value = tuple(part for part in (_partwithout_reference(part, ref) for part in value) if part is not None)
    elif spec.many:
        value = tuple(target for target in value if ref not in targets_of(spec, (target,)))
    else:
        value = None
    return record.model_copy(update={field: value})


def _partwithout_reference(part: Part, ref: Ref) -> Part | None:
    """The part without a reference to `ref`; None when it cannot stand without it or says nothing any more."""
    for name, spec in fields_of(type(part)).items():
        if ref in targets_of(spec, getattr(part, name)):
            if spec.required:
                return None
            part = part.model_copy(update={name: None})
            if not any(getattr(part, field_name) for field_name in fields_of(type(part))):
                return None
    return part


def renumbered(change: Change, ids: Mapping[Ref, int]) -> Change:
    """The change in which new records have their given ids, also where they are referred to.

    `ids` maps the address with the negative id to the id that the store gave.
    """
    if not ids:
        return change
    edits = []
    for edit in change.edits:
        after = edit.after and with_references(edit.after, ids)
        if edit.ref in ids and after is not None:
            after = after.model_copy(update={"id": ids[edit.ref]})
            edits.append(replace(edit, ref=Ref(edit.ref.table, ids[edit.ref]), after=after))
        else:
            edits.append(replace(edit, after=after))
    begun = tuple(Ref(ref.table, ids[ref]) if ref in ids else ref for ref in change.begun)
    return replace(change, edits=tuple(edits), begun=begun)


def with_references(record: RecordOrPart, ids: Mapping[Ref, int]) -> RecordOrPart:
    """A record or part in which references to the records in `ids` have the ids given there."""
    updates: dict[str, Any] = {}
    for name, spec in fields_of(type(record)).items():
        value = getattr(record, name)
        if not any(target in ids for target in targets_of(spec, value)):
            continue
        if spec.kind == "parts":
            updates[name] = tuple(with_references(part, ids) for part in value)
        else:
            give = _giver(spec.tables, ids)
            updates[name] = tuple(give(reference) for reference in value) if spec.many else give(value)
    return record.model_copy(update=updates) if updates else record


def _giver(tables: tuple[str, ...], ids: Mapping[Ref, int]) -> Callable[[Any], Any]:
    def give(value: Any) -> Any:
        if isinstance(value, Ref):
            return Ref(value.table, ids.get(value, value.id), value.field)
        return ids.get(Ref(tables[0], value), value)

    return give


def _named(dossier: Dossier, record: Record) -> str:
    """`Mijlpaal 1.2 Programma vastgesteld`, cut to a line, also for a record that is not in the dossier yet."""
    table = TABLES[ref_of(record).table]
    has_amount = any(fields_of(table.model)[name].kind == "amount" for name in table.caption)
    most = _LONGEST_WITH_AMOUNT if has_amount else _LONGEST_NAME
    short = dossier.short_name_of(record, most)
    return short[0].upper() + short[1:]


def with_part_ids(record: RecordOrPart, next_id: Callable[[], int] | None = None) -> RecordOrPart:
    """The record in which every part has an id.

    By default they count from one; for a record that is edited `next_id` has to give numbers that were never used in
    it, or a part that was removed and one that came later would be taken for the same.
    """
    updates: dict[str, Any] = {}
    for name, spec in fields_of(type(record)).items():
        if spec.part:
            updates[name] = _numbered(getattr(record, name), next_id)
    return record.model_copy(update=updates) if updates else record


def fresh_part_id() -> int:
    """A number that no part has had: one in two thousand million."""
    return secrets.choice(FRESH_PART_IDS)


def _numbered(parts: tuple[Part, ...], next_id: Callable[[], int] | None) -> tuple[Part, ...]:
    highest = max((part.id for part in parts), default=0)
    numbered = []
    for part in parts:
        if part.id <= 0:
            highest += 1
            part = part.model_copy(update={"id": next_id() if next_id else highest})
        numbered.append(with_part_ids(part, next_id))
    return tuple(numbered)


class NotSavedError(Exception):
    """A change was not carried out; `str()` is the Dutch sentence that says why and what to do.

    `field` is the field of the record that it is about, when it is about one.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class BusyError(NotSavedError):
    """Someone else is writing at this very moment. Nothing was written; the same can be done once that is over."""


class ConflictError(NotSavedError):
    """Someone else changed the same thing meanwhile. Nothing was written.

    `fields` are the fields that both changed; without any, the record as a whole is in the way: one side removed it.
    """

    def __init__(self, sentence: str, ref: Ref, fields: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.ref = ref
        self.fields = fields
