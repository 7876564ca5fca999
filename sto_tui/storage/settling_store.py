"""An open dossier as one session has it, wherever it is kept: changing it, and taking changes back."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sto_tui.domain.change import Change, ConflictError
from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.dutch import count
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.storage.file.codec import dossier_from, foreign_tables, records_from
from sto_tui.storage.file.dossier_copy import fitting
from sto_tui.storage.file.errors import DamagedError, DossierError
from sto_tui.storage.file.given_numbers import GivenBefore
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.new_ids import NewIds
from sto_tui.storage.file.unsettled import unsettled_in
from sto_tui.storage.past.entry import LATEST, Entry, KeptHistory, taken_back
from sto_tui.storage.settling import Settling
from sto_tui.storage.steps import NO_EFFECT, Effect, Step

UNDONE, AGAIN = "Ongedaan: ", "Opnieuw: "


class SettlingStore(ABC):
    """What a session knows of the dossier, and what it did that can be taken back.

    Who inherits says where the dossier is kept, by `_write` and by what `poll` takes over with `_follow`.

    Large because: what was done, what others did and what is kept decide together what can be taken back.
    """

    def __init__(
        self,
        raw: RawTables,
        title: str,
        history: KeptHistory,
        user: str,
        clock: Callable[[], datetime],
        dossier: Dossier | None = None,
    ) -> None:
        """`dossier` is what these tables are read as, when somebody did that before."""
        self.user = user
        self.clock = clock
        self.remark = ""
        self._past = history
        self._raw = raw
        self._dossier = dossier or dossier_from(raw, title)
        self._given_before = GivenBefore()
        self._strangers: set[Ref] = set()
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._refused: dict[str, str] = {}
        self._in_the_way: list[Step] = []
        self._unseen: tuple[Ref, ...] = ()
        self._own: set[str] = set()
        self._since = clock()
        self._told: set[str] = set()

    @property
    @abstractmethod
    def title(self) -> str:
        """What the dossier is called in a sentence."""

    @property
    @abstractmethod
    def folder(self) -> Path:
        """Where papers of this dossier belong."""

    @property
    @abstractmethod
    def place(self) -> Path:
        """Beside which this computer keeps what belongs to the dossier."""

    @property
    @abstractmethod
    def read_only(self) -> str:
        """Why nothing can be changed, as one Dutch sentence; empty when it can."""

    @abstractmethod
    def poll(self) -> tuple[Ref, ...]:
        """The records that another session changed since the last look; reads them. Raises DossierError."""

    @abstractmethod
    def note(self, label: str) -> None:
        """Adds a line to the history about something that is no change of a record."""

    @abstractmethod
    def _write(self, change: Change, said: str = "", effect: Effect = NO_EFFECT, by: str = "") -> Change:
        """Makes a change durable and returns it as it was carried out; `said` stands before its label in the history.

        Raises ConflictError and DossierError, and then nothing has changed.
        """

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is kept, as far as this session has looked."""
        return self._dossier

    @abstractmethod
    def close(self) -> None:
        """Lets go of whatever the dossier was kept with."""

    # Changing it.

    def apply(self, change: Change, by: str = "") -> Change:
        """Makes a change durable and returns it as it was carried out: with ids, merged with others' work.

        What others did through this session, `by` whom, `undo` does not take back. Raises ConflictError when someone
        else changed the same field, DossierError when it can't be written; then the dossier has not changed anywhere.
        """
        settled = self._write(change, by=by)
        if settled.edits and not by:
            self._did(Step(settled))
        return settled

    def settle(self, unsettled: Unsettled, change: Change) -> Change:
        """Makes a choice that was left open; `change` has no edits when all stays as it is. Raises like `apply`."""
        settled = self._write(change, effect=Effect(settles=(unsettled,)))
        self._did(Step(settled, settled=(unsettled,)))
        return settled

    def put_back(self, entries: Sequence[Entry]) -> Change:
        """Takes back these changes, given newest first, as one new change. Raises like `apply`.

        When everything already is as it was then, the change has no edits and nothing is written.
        """
        merges = [entry for entry in entries if entry.brought]
        keys = {entry.key for entry in merges}
        effect = Effect(
            frozenset(key for entry in merges for key in entry.brought),
            keys,
            beside=tuple(edit.reversed for entry in entries for edit in reversed(entry.beside)),
        )
        choices = tuple(choice for choice in self._dossier.unsettled if choice.merge in keys)
        beside = tuple(fitting(self._raw, effect.beside))
        settled = self._write(taken_back(entries), effect=effect)
        if settled.edits or choices or beside:
            self._did(Step(settled, settled=choices, beside=beside))
        return settled

    # Taking back what this session did.

    def _did(self, step: Step) -> None:
        self._done.append(step)
        self._undone.clear()
        self._refused.pop(AGAIN, None)
        self._refused.setdefault(UNDONE, "Alles wat je in deze sessie wijzigde is al ongedaan gemaakt.")

    def undo(self) -> Change | None:
        """Takes back the last change of this session; None when there is none. Raises like `apply`."""
        return self._swap(self._done, self._undone, UNDONE)

    def redo(self) -> Change | None:
        """Carries out again what was taken back last; None when there is none. Raises like `apply`."""
        return self._swap(self._undone, self._done, AGAIN)

    @property
    def why_no_undo(self) -> str:
        """Why what this session changed can't be taken back any more; empty when it changed nothing."""
        return self._refused.get(UNDONE, "")

    @property
    def why_no_redo(self) -> str:
        """Why what was taken back can't be carried out again any more; empty when nothing was taken back."""
        return self._refused.get(AGAIN, "")

    @property
    def next_undo(self) -> Change | None:
        """What `undo` would take back; None when there is nothing."""
        step = self._next_of(self._done)
        return step.change if step else None

    @property
    def next_redo(self) -> Change | None:
        """What `redo` would carry out again; None when there is nothing."""
        step = self._next_of(self._undone)
        return step.change if step else None

    def _next_of(self, source: Sequence[Step]) -> Step | None:
        """The last step; one that was refused is passed over for as long as others have gone on from it."""
        return next((step for step in reversed(source) if not self._is_in_the_way(step)), None)

    def _is_in_the_way(self, step: Step) -> bool:
        if not any(refused is step for refused in self._in_the_way):
            return False
        try:
            self._settling().placed(self._turned(step))
        except (ConflictError, DossierError):
            return True
        return False

    def _turned(self, step: Step) -> Change:
        """What takes a step back, which rests only on what it changes, or what does it again."""
        change = step.change.reversed()
        return change.resting_on_its_own if any(done is step for done in self._done) else change

    def _swap(self, source: list[Step], target: list[Step], said: str) -> Change | None:
        step = self._next_of(source)
        if step is None:
            return None
        effect = step.taken_back if source is self._done else step.done_again
        try:
            settled = self._write(self._turned(step), said, effect)
        except ConflictError as error:
            # Others have gone on from here: until that is taken back the ones before it may still be swapped.
            self._in_the_way.append(step)
            self._refused[said] = str(error)
            raise
        source[:] = [each for each in source if each is not step]
        # What a merge brought in is brought in again by merging again, with what the other copy became since.
        if (settled.edits or step.settled or step.beside) and not step.merge:
            target.append(replace(step, change=replace(settled, follows=step.change.follows)))
        return settled

    def _drop_steps(self) -> int:
        """Forgets the steps whose records are not in the version that is gone on with; how many those were."""
        done, undone = len(self._done), len(self._undone)
        self._done = [step for step in self._done if self._has_what_it_left(step.change)]
        self._undone = [step for step in self._undone if self._has_what_it_left(step.change.reversed())]
        for said, dropped in ((UNDONE, done - len(self._done)), (AGAIN, undone - len(self._undone))):
            if dropped:
                self._refused[said] = "Wat je wijzigde staat niet in deze versie van het dossier."
        return done + undone - len(self._done) - len(self._undone)

    def _has_what_it_left(self, change: Change) -> bool:
        return all(edit.after is None or self._dossier.get(edit.ref) for edit in change.edits)

    # What others did.

    def last_by_others(self, refs: Collection[Ref]) -> Entry | None:
        """The latest change of one of these records that was made in another session, if it is not long ago."""
        for entry in self._past.latest(LATEST):
            if entry.key not in self._own and not set(refs).isdisjoint(entry.refs):
                return entry
        return None

    def made_here(self, entry: Entry) -> bool:
        """Whether this session made a change."""
        return entry.key in self._own

    def removal_of(self, ref: Ref) -> Entry | None:
        """What took a record away last; None when the history does not tell."""
        with suppress(DossierError):
            for entry in self._past.entries():
                for edit in entry.edits:
                    if edit.ref == ref:
                        return entry if edit.after is None else None
        return None

    def who_changed(self, refs: tuple[Ref, ...]) -> str:
        """Who changed these records last and what, as one Dutch sentence; empty when nothing of it is left."""
        unusable = [record_aside.sentence for record_aside in self._dossier.aside if record_aside.ref in refs]
        if unusable:
            return f"Gewijzigd buiten sto-tui: {unusable[0]}."
        last = self.last_by_others(refs)
        if last is None:
            return f"Gewijzigd in een andere sessie: {self._dossier.name(refs[0])}."
        entry = self._still_standing(refs, last)
        elsewhere = [ref for ref in refs if ref not in (*last.refs, *(entry.refs if entry else ()))]
        if entry is None:
            return self.who_changed(tuple(elsewhere)) if elsewhere else ""
        self._told.add(entry.key)
        more = f" En nog {count(len(elsewhere), 'regel', 'regels')} in een andere sessie." if elsewhere else ""
        return f"{entry.by}: {entry.label}.{more}"

    def _still_standing(self, refs: Collection[Ref], last: Entry) -> Entry | None:
        """The latest change of others of these records of which something is left: `last`, or one that is not told yet.

        What one wrote over is no news; what a third person did before it is.
        """
        for entry in self._past.latest(LATEST):
            is_news = entry.key == last.key or (entry.key not in self._told and entry.at >= self._since)
            is_about = entry.key not in self._own and not set(refs).isdisjoint(entry.refs)
            is_gone = all(edit.is_replaced_by(self._dossier.get(edit.ref)) for edit in entry.edits)
            if is_about and is_news and not is_gone:
                return entry
        return None

    # Going on from what is kept now.

    def _follow(self, raw: RawTables, *, lenient: bool) -> tuple[Ref, ...]:
        """Makes the dossier what these tables hold, and tells what differs; only documents that do are read again.

        `lenient` passes over fields that this version does not know. Raises DamagedError without a region profile.
        """
        changed_tables: dict[str, dict[int, Record]] = {}
        refs: list[Ref] = []
        aside = list(self._dossier.aside)
        for table in TABLES.values():
            old, new = self._raw.get(table.name, {}), raw.get(table.name, {})
            if old == new:
                continue
            different = {key: document for key, document in new.items() if old.get(key) != document}
            gone = [int(key) for key in old if key not in new]
            good, bad = records_from(table, different, lenient=lenient)
            touched = {Ref(table.name, number) for number in [*map(int, different), *gone]}
            kept = {
                key: record
                for key, record in self._dossier.tables[table.name].items()
                if Ref(table.name, key) not in touched
            }
            changed_tables[table.name] = kept | good
            aside = [record_aside for record_aside in aside if record_aside.ref not in touched] + bad
            refs += sorted(touched)
        if not changed_tables.get("region", self._dossier.tables["region"]):
            raise DamagedError(f"{self.title}: {aside[-1].sentence}.")
        aside = [record_aside for record_aside in aside if record_aside.ref.id] + foreign_tables(raw)
        self._raw = raw
        if changed_tables or aside != list(self._dossier.aside):
            self._dossier = replace(self._dossier.with_tables(changed_tables), aside=tuple(aside))
        self._dossier = self._dossier.leaving(unsettled_in(self._raw, self._dossier))
        return tuple(refs)

    def _settling(self) -> Settling:
        raw = self._given_before.noted(self._raw)
        return Settling(self._dossier, raw, self._strangers, self.last_by_others, NewIds(self.clock()))

    def _now_kept(self, raw: RawTables, records: Mapping[str, Mapping[int, Record]]) -> None:
        """Makes the dossier what was written just now: with these tables in place of the old ones."""
        self._raw = raw
        self._dossier = self._dossier.with_tables(records)
        self._dossier = self._dossier.leaving(unsettled_in(self._raw, self._dossier))


def typed_after(dossier: Dossier, change: Change) -> dict[str, dict[int, Record]]:
    """The typed tables that a change touches, as it leaves them."""
    records: dict[str, dict[int, Record]] = {}
    for edit in change.edits:
        kept = records.setdefault(edit.ref.table, dict(dossier.tables[edit.ref.table]))
        if edit.after is None:
            kept.pop(edit.ref.id, None)
        else:
            kept[edit.ref.id] = edit.after
    return records


def documents_after(change: Change) -> Mapping[str, Mapping[int, dict[str, Any] | None]]:
    """The documents that a change puts in the tables; None for one that goes."""
    documents: dict[str, dict[int, dict[str, Any] | None]] = defaultdict(dict)
    for edit in change.edits:
        documents[edit.ref.table][edit.ref.id] = edit.after.document() if edit.after else None
    return documents
