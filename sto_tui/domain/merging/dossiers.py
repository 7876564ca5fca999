"""Two copies of a dossier that were changed apart, as one dossier again.

Everything follows from the copies and what both started from: no clock, and no copy that goes first. So whoever
merges, and in whatever order, the outcome is the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sto_tui.domain.change import carried_out, removing, with_references, without_reference
from sto_tui.domain.dossier import Dossier, Tables, record_targets, targets_of
from sto_tui.domain.light_and_log import newest_first
from sto_tui.domain.merging.births import told_apart
from sto_tui.domain.merging.choices import Chosen, Copy, OpenChoice, Reason
from sto_tui.domain.merging.removals import with_what_comes_back
from sto_tui.domain.merging.versions import merged_versions
from sto_tui.domain.milestones import Milestone, Progress
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES

NOTHING_CHOSEN: Chosen = MappingProxyType({})


@dataclass(frozen=True)
class Together:
    """The tables of both copies together, all there is to choose, and which records got another number."""

    tables: Tables
    choices: tuple[OpenChoice, ...]
    renumbered: Mapping[Ref, int]

    def open(self, chosen: Chosen) -> tuple[OpenChoice, ...]:
        """What is still to be chosen."""
        return tuple(choice for choice in self.choices if choice.key not in chosen)


def merged_dossiers(base: Dossier | None, ours: Dossier, theirs: Dossier, chosen: Chosen = NOTHING_CHOSEN) -> Together:
    """Both copies together; `base` is what both started from, None when nobody has that any more."""
    start, ours, theirs = _with_one_region(base or Dossier({name: {} for name in TABLES}), ours, theirs)
    our_tables, their_tables, renumbered = told_apart(start.tables if base else None, ours.tables, theirs.tables)
    ours, theirs = Dossier(our_tables), Dossier(their_tables)
    our_own, our_touched = with_what_comes_back(start, ours, theirs)
    their_own, their_touched = with_what_comes_back(start, theirs, ours)
    merge = _Merge(start, Dossier(our_own), Dossier(their_own), chosen, start_unknown=base is None)
    for table in ("progress", *(name for name in TABLES if name != "progress")):
        merge.table(table)
    merge.places_filled_twice()
    removals = [
        OpenChoice(Reason.REMOVED, ref, (), ours.get(ref), theirs.get(ref))
        for ref in sorted({*our_touched, *their_touched})
    ]
    merge.empty_dead_links()
    tables = _without_what_is_removed(merge.tables, removals, chosen)
    return Together(tables, tuple(sorted((*removals, *merge.choices), key=lambda choice: choice.ref)), renumbered)


def _with_one_region(*versions: Dossier) -> Iterator[Dossier]:
    """The versions with their one region profile under one number, whatever another program called it."""
    numbers = [number for version in versions for number in version.tables.get("region", {})]
    for version in versions:
        region = next(iter(version.tables.get("region", {}).values()), None)
        if region is None or region.id == min(numbers):
            yield version
        else:
            yield version.with_tables({"region": {min(numbers): region.model_copy(update={"id": min(numbers)})}})


class _Merge:
    """The tables while they are brought together one by one; the log before the milestones that stand in it."""

    def __init__(self, base: Dossier, ours: Dossier, theirs: Dossier, chosen: Chosen, *, start_unknown: bool) -> None:
        self._base = base
        self._ours = ours
        self._theirs = theirs
        self._chosen = chosen
        self._start_unknown = start_unknown
        self.tables: dict[str, dict[int, Record]] = {}
        self.choices: list[OpenChoice] = []

    def table(self, name: str) -> None:
        """Merges one table, record by record."""
        base, ours, theirs = (version.tables.get(name, {}) for version in (self._base, self._ours, self._theirs))
        together: dict[int, Record] = {}
        for number in sorted({*ours, *theirs}):
            before, our_own, their_own = base.get(number), ours.get(number), theirs.get(number)
            if our_own is None or their_own is None:
                # In one copy only: it was added there, or the other removed it and nobody needs it.
                record = our_own or their_own
                if record is not None and before is None:
                    together[number] = record
            elif our_own is their_own or their_own == before:
                together[number] = our_own
            elif our_own == before:
                together[number] = their_own
            else:
                together[number] = self._both(Ref(name, number), before, our_own, their_own)
            if name == "milestones" and number in together and our_own and their_own:
                together[number] = self._as_its_log(together[number], our_own, their_own)
        self.tables[name] = together

    def _both(self, ref: Ref, before: Record | None, ours: Record, theirs: Record) -> Record:
        record, choices = merged_versions(ref, before, ours, theirs, self._chosen, start_unknown=self._start_unknown)
        self.choices += choices
        return record

    def _as_its_log(self, record: Record, ours: Record, theirs: Record) -> Record:
        """A milestone of which both copies have news stands as the newest line of both logs together says.

        As everywhere, of two lines of one day the one that was written last is the newest; both stay in the log. When
        that line says the same as the milestone does, a day that one copy alone gave stays.
        """
        our_log, their_log = (newest_first(copy.progress_of(record.id)) for copy in (self._ours, self._theirs))
        if not our_log or not their_log or our_log[0] == their_log[0]:
            return record
        lines = (line for line in self.tables["progress"].values() if isinstance(line, Progress))
        newest = newest_first(line for line in lines if line.milestone == record.id)[:1]
        ref, names = Ref("milestones", record.id), Milestone.one_value[0]
        asked = [choice for choice in self.choices if choice.ref == ref and {*choice.fields} <= {*names}]
        if not asked and [line.light for line in newest] == [getattr(record, "light", None)]:
            return record
        for log, milestone in ((our_log, ours), (their_log, theirs)):
            if newest == log[:1]:
                self.choices = [choice for choice in self.choices if choice not in asked]
                return record.model_copy(update={name: getattr(milestone, name) for name in names})
        return record

    def places_filled_twice(self) -> None:
        """What both copies put in one place, such as a cell of the matrix, becomes one record."""
        gone: dict[Ref, int] = {}
        for table in TABLES.values():
            if not table.single:
                continue
            places: dict[tuple[object, ...], list[int]] = defaultdict(list)
            for number, record in self.tables[table.name].items():
                places[tuple(getattr(record, name) for name in table.single)].append(number)
            for key, numbers in places.items():
                before = [self._base.get(Ref(table.name, number)) for number in numbers]
                if all(record and key == tuple(getattr(record, name) for name in table.single) for record in before):
                    continue
                for number in numbers[1:]:
                    self._as_one(table.name, numbers[0], number)
                    gone[Ref(table.name, number)] = numbers[0]
        for records in self.tables.values() if gone else ():
            for number, record in records.items():
                if any(target in gone for target in record_targets(record)):
                    records[number] = with_references(record, gone)

    def empty_dead_links(self) -> None:
        """What is not chosen yet is as it was, and that can refer to what one copy removed since."""
        dossier = Dossier(self.tables)
        for choice in self.choices:
            record = dossier.get(choice.ref)
            for name in choice.fields or fields_of(TABLES[choice.ref.table].model):
                for target in targets_of(fields_of(type(record))[name], getattr(record, name)) if record else ():
                    if record and dossier.get(target) is None:
                        record = _without_dead_link(dossier, record, choice, name, target)
                        self.tables[choice.ref.table][choice.ref.id] = record

    def _as_one(self, table: str, kept: int, gone: int) -> None:
        records = self.tables[table]
        first, second = records[kept], records.pop(gone).model_copy(update={"id": kept})
        if kept not in self._ours.tables[table] or gone not in self._theirs.tables[table]:
            ours, theirs = second, first
        else:
            ours, theirs = first, second
        record, choices = merged_versions(Ref(table, kept), None, ours, theirs, self._chosen)
        self.choices += choices
        records[kept] = record


def _without_dead_link(dossier: Dossier, record: Record, choice: OpenChoice, name: str, target: Ref) -> Record:
    """The record without this reference; where it cannot be without one, with that of a copy until it is chosen."""
    spec = fields_of(type(record))[name]
    if not spec.required or spec.many or spec.kind == "parts":
        return without_reference(record, name, target)
    said = (getattr(copy, name) for copy in (choice.ours, choice.theirs) if copy)
    alive = [value for value in said if all(dossier.get(place) for place in targets_of(spec, value))]
    # The same whichever copy is ours; a copy that refers to what is gone would have brought it back.
    return record.model_copy(update={name: min(alive, key=str)})


def _without_what_is_removed(
    tables: Mapping[str, Mapping[int, Record]], removals: list[OpenChoice], chosen: Chosen
) -> Tables:
    """The tables without what was chosen to stay removed, and what hangs on it."""
    dossier = Dossier(tables)
    for choice in removals:
        copy = chosen.get(choice.key)
        record = dossier.get(choice.ref)
        if copy and record and (choice.ours if copy is Copy.OURS else choice.theirs) is None:
            dossier = carried_out(dossier, removing(dossier, record))
    return dossier.tables
