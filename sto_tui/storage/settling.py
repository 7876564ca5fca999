"""A change against what stands in the file by now: new records have ids, and others' work is kept."""

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from operator import attrgetter

from pydantic import ValidationError

from sto_tui.domain.change import Change, ConflictError, Edit, carried_out, fresh_part_id, renumbered, with_part_ids
from sto_tui.domain.dossier import Dossier, record_targets, ref_of
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.merging.records import merged
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.region import is_marked_period
from sto_tui.domain.resolution_numbers import numbers_to_give
from sto_tui.domain.steering import Resolution
from sto_tui.domain.tables import TABLES
from sto_tui.domain.validation import problems
from sto_tui.planning.beginnings import number_anew
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.given_numbers import given_in
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.new_ids import HIGHEST_ID, NewIds
from sto_tui.storage.past.entry import Entry
from sto_tui.storage.votes_of_tables import gave_since, voting_twice, without_votes_of_before

_LONGEST_NAME = 60
"""Of a record in a refusal: who was first, and what to do, must not fall off the screen."""

_NUMBERED_BY = ("resolutions", "sessions")
"""A decision of the stuurgroep is numbered by its day, which may be that of its meeting."""

_FROM_ABOVE = ("goals", "themes", "speerpunten", "milestones")
"""What can be given a number beforehand; a number further on begins with one before it."""


class Settling:
    """Settles changes in a dossier as it stands in the file.

    `strangers` are records of another copy that have the number of one that was known here; `last_by_others` tells who
    changed a record last.
    """

    def __init__(
        self,
        dossier: Dossier,
        raw: RawTables,
        strangers: Collection[Ref],
        last_by_others: Callable[[Collection[Ref]], Entry | None],
        ids: NewIds,
    ) -> None:
        self._dossier = dossier
        self._raw = raw
        self._strangers = strangers
        self._last_by_others = last_by_others
        self._ids = ids

    def settled(self, change: Change) -> Change:
        """The change as it can be carried out. Raises ConflictError, or DossierError when there are no more ids."""
        return self.numbered(self.placed(change))

    def placed(self, change: Change) -> Change:
        """The change with ids and others' work in it, without the numbers that decisions of the stuurgroep get.

        Such a number is only known once nobody can give it to another one. Raises like `settled`.
        """
        numbers: dict[Ref, int] = {}
        for edit in change.edits:
            if edit.before is None and edit.ref.id < 0:
                table = edit.ref.table
                numbers[edit.ref] = self._ids.next(table, self._raw.get(table, ()))
                if numbers[edit.ref] > HIGHEST_ID:
                    raise DossierError(f"De nummers van tabel {table} zijn op. Zet een kopie terug van eerder.")
        settled = (self._settled_edit(edit, change.follows) for edit in renumbered(change, numbers).edits)
        edits = tuple(without_votes_of_before([edit for edit in settled if edit], self._dossier))
        label, edits = self._numbered_anew(
            change.label, edits, [Ref(ref.table, numbers[ref]) for ref in change.begun if ref in numbers]
        )
        self._check_references(edits)
        self._check_single(edits)
        self._check_marked(edits)
        if (twice := voting_twice(edits, self._dossier)) is not None:
            raise gave_anew(twice, edits[0].ref)
        return Change(label, edits, follows=change.follows)

    def _numbered_anew(
        self, label: str, edits: tuple[Edit, ...], begun: Collection[Ref]
    ) -> tuple[str, tuple[Edit, ...]]:
        """The edits in which no new record has the number that somebody else gave meanwhile, and what is said of them.

        Of several the numbers go on from each other, and what stands below one of them follows it.
        """
        new = {edit.ref: edit.after for edit in edits if edit.after and edit.ref in begun}
        if all(number_anew(self._dossier, record) is None for record in new.values()):
            return label, edits
        now, renumbered = self._dossier, dict[Ref, Record]()
        for ref in sorted(new, key=lambda ref: _FROM_ABOVE.index(ref.table)):
            number = number_anew(now, new[ref], renumbered)
            if number is not None:
                label = _with_number(label, new[ref], number)
                renumbered[ref] = new[ref] = new[ref].model_copy(update={"number": number})
            now = carried_out(now, Change("", (Edit(ref, None, new[ref]),)))
        return label, tuple(replace(edit, after=renumbered.get(edit.ref, edit.after)) for edit in edits)

    def numbered(self, placed: Change) -> Change:
        """Also what gives a number to the decisions of the stuurgroep that have a day now and none yet."""
        edits = placed.edits
        if not any(edit.ref.table in _NUMBERED_BY for edit in edits):
            return placed
        by_ref = {edit.ref: edit for edit in edits}
        then = carried_out(self._dossier, Change("", edits))
        for resolution, number in numbers_to_give(then, given_in(self._raw)):
            ref, before = ref_of(resolution), self._dossier.get(ref_of(resolution))
            rev = before.rev + 1 if before else resolution.rev
            by_ref[ref] = Edit(ref, before, resolution.model_copy(update={"number": number, "rev": rev}))
        return replace(placed, edits=tuple(by_ref.values()))

    def _check_references(self, edits: tuple[Edit, ...]) -> None:
        """Raises ConflictError when, with others' work taken in, a link would lead nowhere that did lead somewhere."""
        changed = {edit.ref: edit.after for edit in edits}
        gone = {edit.ref for edit in edits if edit.after is None}
        for ref in gone:
            stays = [owner for owner in self._dossier.referrers(ref) if owner.at(None) not in changed]
            if stays:
                raise self._conflict(ref, f"is intussen nodig voor {self._dossier.name(stays[0].at(None))}")
        for edit in edits:
            if edit.after is None:
                continue
            before = set(record_targets(edit.before)) if edit.before else set()
            for target in set(record_targets(edit.after)):
                lost = target not in before and target not in changed and self._dossier.get(target) is None
                if target in gone or lost:
                    why = f"verwijst naar een regel ({TABLES[target.table].singular}) die er niet meer is"
                    raise self._conflict(edit.ref, why, named=edit.after)

    def _check_single(self, edits: tuple[Edit, ...]) -> None:
        """Raises ConflictError when two records would stand in one place, such as a cell of the matrix."""
        changed = {edit.ref for edit in edits}
        placed = [(edit.ref, key) for edit in edits if (key := _place(edit.after)) and key != _place(edit.before)]
        for table in {ref.table for ref, _ in placed}:
            # The first of the fields that tell a place is enough to leave out nearly all: a matrix has ten thousands.
            first = fields_of(TABLES[table].model)[TABLES[table].single[0]]
            bare = attrgetter(f"{first.name}.id" if first.by_ref else first.name)
            near = {bare(edit.after) for edit in edits if edit.after and edit.ref.table == table}
            there = {
                _place(record): Ref(table, number)
                for number, record in self._dossier.tables[table].items()
                if bare(record) in near and Ref(table, number) not in changed
            }
            for ref, key in placed:
                if ref.table == table and (stands := there.get(key)):
                    entry = self._last_by_others((stands,))
                    done = "opzijgezet" if table == "set_aside" else "ingevuld"
                    why = f"is intussen al {done} door {entry.by}" if entry else "staat er al"
                    raise self._conflict(stands, why)

    def _check_marked(self, edits: tuple[Edit, ...]) -> None:
        """Raises ConflictError when the plan would be about two periods, as somebody else marked another meanwhile."""
        marks = {edit.ref.id: edit for edit in edits if edit.ref.table == "periods"}
        newly = [
            edit.ref for edit in marks.values() if is_marked_period(edit.after) and not is_marked_period(edit.before)
        ]
        stay = [
            period
            for number, period in self._dossier.tables["periods"].items()
            if is_marked_period(marks[number].after if number in marks else period)
        ]
        for ref in newly:
            if others := [period for period in stay if period.id != ref.id]:
                about = self._dossier.short_name_of(others[0], _LONGEST_NAME)
                raise self._conflict(ref, f"wordt niet die van het plan, want dat gaat intussen over {about}")

    def _settled_edit(self, edit: Edit, follows: Collection[str]) -> Edit | None:
        current = self._dossier.get(edit.ref)
        if edit.before is None and edit.after is None:
            return None
        if edit.before is None:
            if str(edit.ref.id) in self._raw.get(edit.ref.table, {}) or edit.after is None:
                entry = self._last_by_others((edit.ref,))
                is_back = entry and any(one.ref == edit.ref and one.before is None for one in entry.edits)
                why = f"is intussen al teruggezet door {entry.by}" if entry and is_back else "bestaat al"
                raise self._conflict(edit.ref, why, named=edit.after)
            return Edit(edit.ref, None, with_part_ids(edit.after))
        if current is None:
            if edit.after is None:
                return None
            by = self._by_whom(edit.ref)
            raise self._conflict(edit.ref, f"is intussen verwijderd door {by}", named=edit.before)
        if edit.ref in self._strangers and is_another(edit.before, current):
            raise self._conflict(edit.ref, "staat niet in deze versie van het dossier", named=edit.before)
        if edit.after is None:
            if not _same(_numbered_like(edit.before, current), current):
                raise self._conflict(edit.ref, f"is intussen gewijzigd door {self._by_whom(edit.ref)}")
            return Edit(edit.ref, current, None)
        if (since := gave_since(edit, current)) is not None:
            raise gave_anew(since, edit.ref)
        after, clashes = merged(edit.before, with_part_ids(edit.after, fresh_part_id), current)
        if clashes := clashes or _changed_among(follows, edit.before, current):
            labels = ", ".join(own_fields(type(current), self._dossier.region)[name].label_in_text for name in clashes)
            raise self._conflict(
                edit.ref, f"is intussen door {self._by_whom(edit.ref)} gewijzigd bij {labels}", clashes
            )
        if _same(after, current):
            return None
        self._check_whole(edit.before, edit.after, after)
        return Edit(edit.ref, current, after.model_copy(update={"rev": current.rev + 1}))

    def _check_whole(self, before: Record, mine: Record, together: Record) -> None:
        """Raises ConflictError when each side's fields are right, but together they make a record that is not."""
        try:
            type(together).model_validate(dict(together))
        except ValidationError as error:
            names = tuple(
                name
                for name, spec in fields_of(type(mine)).items()
                if not spec.hidden and getattr(mine, name) != getattr(before, name)
            )
            raise self._conflict(
                ref_of(together),
                f"past niet bij wat {self._by_whom(ref_of(together))} intussen wijzigde: {problems(error)[0][1]}",
                names,
            ) from error

    def _conflict(
        self, ref: Ref, why: str, fields: tuple[str, ...] = (), *, named: Record | None = None
    ) -> ConflictError:
        """The refusal of an edit; `named` has the name of a record that is not in the dossier, or not as it was."""
        name = (
            self._dossier.short_name_of(named, _LONGEST_NAME) if named else self._dossier.short_name(ref, _LONGEST_NAME)
        )
        sentence = f"{name[0].upper()}{name[1:]} {why}. Er is niets opgeslagen; bekijk eerst de nieuwe stand."
        return ConflictError(sentence, ref, fields)

    def _by_whom(self, ref: Ref) -> str:
        entry = self._last_by_others((ref,))
        return entry.by if entry else "een ander"


def gave_anew(table: int, ref: Ref) -> ConflictError:
    """The refusal of votes or a score in the place of which others came; nobody reads from it what they are."""
    sentence = f"Wat tafel {table} gaf is intussen veranderd, en blijft zoals het nu is. Er is niets opgeslagen."
    return ConflictError(sentence, ref, ())


def _changed_among(fields: Collection[str], before: Record, current: Record) -> tuple[str, ...]:
    return tuple(name for name in fields if getattr(before, name, None) != getattr(current, name, None))


def _with_number(label: str, record: Record, number: object) -> str:
    """What is said of a new record, with the number that it got in the end.

    It stands behind the word for what it is: a figure in front, or further on, says something else.
    """
    earlier = re.escape(str(getattr(record, "number", "")))
    return re.sub(rf"^(\D+ ){earlier}(?!\w|\.\w)", lambda match: f"{match[1]}{number}", label)


def is_another(before: Record | None, now: Record | None) -> bool:
    """Whether a record of another version is a stranger with the same id: nothing of its name is the same.

    A part of the name that neither has, such as a number that was not given yet, says nothing.
    """
    if before is None or now is None:
        return False
    names = TABLES[ref_of(before).table].caption
    told = [pair for name in names if any(pair := (getattr(before, name), getattr(now, name)))]
    return all(mine != theirs for mine, theirs in told)


def _numbered_like(before: Record, current: Record) -> Record:
    """A decision of the stuurgroep as it was left, with the number that it got since: that is nobody’s change of it."""
    if isinstance(before, Resolution) and isinstance(current, Resolution) and not before.number:
        return before.model_copy(update={"number": current.number})
    return before


def _same(record: Record, current: Record) -> bool:
    """Whether two versions of a record say the same; `rev` aside."""
    return record.model_copy(update={"rev": current.rev}) == current


def _place(record: Record | None) -> tuple[object, ...]:
    """What tells the place of a record that has one to itself; empty for any other."""
    return tuple(getattr(record, name) for name in TABLES[ref_of(record).table].single) if record else ()
