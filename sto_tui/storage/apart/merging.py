"""Bringing another copy of a dossier together with ours: what would come in, and what there is to choose."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from sto_tui.domain.change import Change, Edit, between
from sto_tui.domain.dossier import Dossier, Tables, Unsettled
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.merging.choices import Chosen, Copy, OpenChoice, Reason
from sto_tui.domain.merging.dossiers import NOTHING_CHOSEN, Together, merged_dossiers
from sto_tui.domain.merging.unsettled import still_unsettled
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.region import PlanPeriod, Region
from sto_tui.domain.resolution_numbers import highest_of_all
from sto_tui.domain.tables import TABLES
from sto_tui.storage.apart.common_start import CommonStart, common_start
from sto_tui.storage.file.codec import is_newer, records_from
from sto_tui.storage.file.dossier_copy import DocumentEdit, DossierCopy, Joined, document_at, with_documents
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.given_numbers import given_after, given_in, with_given
from sto_tui.storage.file.lineage import CopyRelation, joined, relation, state_of, with_lineage
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.tinydb_storage import newer_sentence
from sto_tui.storage.file.unsettled import unsettled_in, with_unsettled


@dataclass(frozen=True)
class Merge:
    """Two copies of one dossier. Raises DossierError when they are not, or cannot be merged here.

    `start` is what both started from when whoever merges says so, as git does.
    """

    ours: DossierCopy
    theirs: DossierCopy
    start: CommonStart | None = None

    def __post_init__(self) -> None:
        """Refuses what cannot be merged."""
        for copy in (self.ours, self.theirs):
            if is_newer(copy.raw):
                raise DossierError(newer_sentence(copy.path.name))
        if self.relation is CopyRelation.OTHER_DOSSIER:
            raise DossierError(
                f"{self.theirs.path.name} is van een ander dossier dan {self.ours.path.name} en kan er niet mee worden "
                "samengevoegd. Kies een kopie van hetzelfde dossier."
            )

    @cached_property
    def relation(self) -> CopyRelation:
        """What the other copy is to ours."""
        return relation(self.ours.lineage, self.theirs.lineage)

    @property
    def their_name(self) -> str:
        """What the other copy is called: with its folder when both copies have one name."""
        path = self.theirs.path
        return path.name if path.name != self.ours.path.name else _with_folder(path)

    @property
    def region(self) -> Region:
        """Of which region our copy is."""
        return self._typed[1].region

    @property
    def doubt(self) -> str:
        """Why these may be two dossiers by now, as one Dutch sentence; empty when nothing points that way.

        Who copies a dossier to begin one for another region or other years leaves in it of which dossier it is.
        """
        ours, theirs = (dossier for dossier in self._typed[1:] if dossier)
        names = [dossier.region.name for dossier in (theirs, ours)]
        if names[0].casefold() != names[1].casefold():
            return f"{self.their_name} is van {names[0]} en {self.ours.path.name} van {names[1]}."
        plans = [{(p.start, p.end): p.label for p in copy.of(PlanPeriod).values()} for copy in (theirs, ours)]
        only = [plans[0].keys() - plans[1].keys(), plans[1].keys() - plans[0].keys()]
        if not all(only):
            # A next period that only one of them has was begun there.
            return ""
        words = [enumerate_words([plan[days] for days in sorted(own)]) for plan, own in zip(plans, only, strict=True)]
        return f"{self.their_name} is voor {words[0]} en {self.ours.path.name} voor {words[1]}."

    @property
    def knows_start(self) -> bool:
        """Whether somebody still has what both copies started from."""
        return self._start is not None

    @cached_property
    def _start(self) -> RawTables | None:
        return self._common.raw if self._common else None

    @cached_property
    def _common(self) -> CommonStart | None:
        if self.start is not None:
            return self.start
        if self.relation is CopyRelation.NEWER:
            return CommonStart(self.ours.raw, self.ours.lineage.tip)
        if self.relation in (CopyRelation.OLDER, CopyRelation.SAME):
            return CommonStart(self.theirs.raw, self.theirs.lineage.tip)
        return common_start(self.ours, self.theirs)

    @cached_property
    def beside(self) -> tuple[DocumentEdit, ...]:
        """The unusable documents that change in ours. Raises DossierError when both copies changed one differently."""
        return tuple(_beside(self._start or {}, self.ours.raw, self.theirs.raw, self._unusable))

    @cached_property
    def _typed(self) -> tuple[Dossier | None, Dossier, Dossier]:
        ours = Dossier(_records(self.ours.raw, {}, {}))
        theirs = Dossier(_records(self.theirs.raw, self.ours.raw, ours.tables))
        start = None if self._start is None else Dossier(_records(self._start, self.ours.raw, ours.tables))
        return start, ours, theirs

    @cached_property
    def _unusable(self) -> frozenset[tuple[str, str]]:
        """Where one of the copies has something that is no record, or of a table that is not ours."""
        raws = (self.ours.raw, self.theirs.raw, self._start or {})
        foreign = {
            (table, number)
            for table in {name for raw in raws for name in raw} - {*TABLES, "meta"}
            for number in _numbers([raw[table] for raw in raws if table in raw])
        }
        typed = zip(raws, self._typed[1:] + self._typed[:1], strict=True)
        aside = {
            (table, number)
            for raw, dossier in typed
            if dossier
            for table in TABLES
            for number in raw.get(table, {})
            if int(number) not in dossier.tables[table]
        }
        return frozenset(foreign | aside)

    def together(self, chosen: Chosen = NOTHING_CHOSEN) -> Together:
        """Both copies together, with these choices made."""
        start, ours, theirs = (dossier and self._without_unusable(dossier) for dossier in self._typed)
        assert ours
        assert theirs
        return merged_dossiers(start, ours, theirs, chosen)

    def _without_unusable(self, dossier: Dossier) -> Dossier:
        """What one of the copies cannot use is merged as it stands, and not as a record of the others."""
        gone = [(table, int(number)) for table, number in self._unusable if table in TABLES]
        tables = {table: dict(dossier.tables[table]) for table, _ in gone}
        for table, number in gone:
            tables[table].pop(number, None)
        return dossier.with_tables(tables)

    def joined(self, chosen: Chosen = NOTHING_CHOSEN) -> Joined:
        """What becomes of our dossier; what was not chosen stays as it is there, and is noted. Raises DossierError."""
        other, _ = self._made_for(chosen, Copy.THEIRS)
        together, open_choices = self._made_for(chosen, Copy.OURS)
        edits = self.edits(together)
        lineage = self.theirs.lineage if self.relation is CopyRelation.NEWER else self.ours.lineage
        # What is taken over from a newer copy has a key of its own too, so that it can be taken back like any merge.
        is_taken_over = self.relation is CopyRelation.NEWER and bool(edits or self.beside)
        if is_taken_over or self.relation in (CopyRelation.APART, CopyRelation.APART_WITHOUT_BASE):
            # Without a choice to make, every computer that brings these two together comes to the same.
            outcome = state_of(self.raw(edits), self.ours.path.name) if together.choices else ""
            lineage = joined(self.ours.lineage, self.theirs.lineage, outcome)
        asked = [_unsettled(choice, Dossier(other.tables), self.their_name, lineage.tip) for choice in open_choices]
        ours = unsettled_in(self.ours.raw, self._typed[1])
        unsettled = self._all_unsettled(ours, asked, Dossier(together.tables))
        known = {choice.key for choice in ours}
        return Joined(
            Change(f"Samengevoegd met {self.their_name}", edits),
            self.beside,
            unsettled,
            tuple(choice for choice in unsettled if choice.key not in known),
            self.ours.lineage.tip,
            self.theirs.lineage.tip,
            lineage,
            tuple(key for key in self.theirs.lineage.keys if key not in self.ours.lineage.keys),
            self._common.tip if self._common else "",
            highest_of_all(given_after(self.ours.raw, edits), given_in(self.theirs.raw)),
        )

    def _all_unsettled(
        self, ours: Iterable[Unsettled], asked: Iterable[Unsettled], together: Dossier
    ) -> tuple[Unsettled, ...]:
        """What is to be chosen in either copy already, and in this merge; a newer copy knows what was chosen since.

        What the other copy is to choose about this one is the same choice the other way round, and asked here anew.
        """
        theirs = unsettled_in(self.theirs.raw, self._typed[2])
        our_names = {self.ours.path.name, _with_folder(self.ours.path)}
        if self.relation is CopyRelation.NEWER:
            known = [self._turned(choice) if choice.source in our_names else choice for choice in theirs]
            return still_unsettled(known, together)
        others = [choice for choice in theirs if choice.source not in our_names]
        return still_unsettled((*ours, *asked, *others), together)

    def _turned(self, choice: Unsettled) -> Unsettled:
        """A choice that the other copy is to make about ours, seen from ours that becomes as the other is."""
        if choice.other is None:
            return replace(choice, source=self.their_name, is_removed_here=not choice.is_removed_here)
        return replace(choice, source=f"{self.ours.path.name} van eerder")

    def _made_for(self, chosen: Chosen, copy: Copy) -> tuple[Together, list[OpenChoice]]:
        """Both copies together, in which this copy wins where nobody chose; and those choices.

        One choice can bring another: then that of a whole record stands in place of those of its fields.
        """
        made: dict[str, Copy] = {}
        together = self.together(chosen)
        while left := [choice for choice in together.open(made | dict(chosen)) if choice.reason is Reason.BOTH_CHANGED]:
            made |= {choice.key: copy for choice in left}
            together = self.together({**made, **chosen})
        return together, [choice for choice in together.choices if choice.key not in chosen]

    def raw(self, edits: Iterable[Edit]) -> RawTables:
        """Our tables as they become."""
        records = {(edit.ref.table, str(edit.ref.id)): edit.after and edit.after.document() for edit in edits}
        beside = {(edit.table, edit.number): edit.after for edit in self.beside}
        return with_documents(self.ours.raw, {**records, **beside})

    def file(self, joined: Joined) -> RawTables:
        """The file as it becomes, for who has no store to write it."""
        raw = with_given(with_unsettled(self.raw(joined.change.edits), joined.unsettled), joined.given)
        return with_lineage(raw, joined.lineage, self.ours.path.name)

    def edits(self, together: Together) -> tuple[Edit, ...]:
        """From our copy to both together."""
        return between(self._without_unusable(self._typed[1]).tables, together.tables)


def _with_folder(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _numbers(tables: Sequence[Any]) -> set[str]:
    """The ids in all versions of a foreign table; none but an empty one when it is no table everywhere."""
    if all(isinstance(documents, dict) for documents in tables):
        return {number for documents in tables for number in documents}
    return {""}


def _unsettled(choice: OpenChoice, other: Dossier, source: str, merge: str) -> Unsettled:
    if choice.reason is Reason.REMOVED:
        return Unsettled(choice.ref, (), None, source, choice.ours is None, merge)
    fields = choice.fields or tuple(fields_of(TABLES[choice.ref.table].model))
    return Unsettled(choice.ref, fields, other.get(choice.ref), source, merge=merge)


def _records(raw: RawTables, known_raw: RawTables, known: Tables) -> Tables:
    """The typed records; those that stand the same in a copy that was read before are shared with it."""
    tables: dict[str, dict[int, Record]] = {}
    for table in TABLES.values():
        documents, same_table = raw.get(table.name, {}), known_raw.get(table.name, {})
        records = known.get(table.name, {})
        shared = {
            int(number): records[int(number)]
            for number, document in documents.items()
            if int(number) in records and same_table.get(number) == document
        }
        rest = {number: document for number, document in documents.items() if int(number) not in shared}
        tables[table.name] = dict(sorted((shared | records_from(table, rest)[0]).items()))
    return tables


def _beside(
    start: RawTables, ours: RawTables, theirs: RawTables, unusable: Iterable[tuple[str, str]]
) -> Iterator[DocumentEdit]:
    for table, number in sorted(unusable):
        was, our_own, their_own = (document_at(raw, table, number) for raw in (start, ours, theirs))
        if their_own in (was, our_own):
            continue
        if our_own != was:
            raise DossierError(
                f"Regel {number[:20]} van tabel ‘{table[:40]}’ is hier niet te gebruiken en in beide kopieën anders. "
                "Werk sto-tui bij of verbeter die regel, en voeg dan samen."
            )
        yield DocumentEdit(table, number, our_own, their_own)
