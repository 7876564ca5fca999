"""The one way to a dossier's file: open it, look at it, change it, take changes back."""

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.record import Record, Ref
from sto_tui.storage.file.codec import encode, raw_from
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.copies import copy_of_today
from sto_tui.storage.file.dossier_copy import DossierCopy, Joined, fitting, with_edits
from sto_tui.storage.file.durable_write import why_read_only, write_new
from sto_tui.storage.file.errors import DamagedError, DossierError, LockedError
from sto_tui.storage.file.given_numbers import given_after, with_given
from sto_tui.storage.file.lineage import Lineage, new_key, with_lineage
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.network_disk import network_warning
from sto_tui.storage.file.newcomer import FileVersion, Newcomer
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.file.tinydb_storage import DossierDatabase, DurableStorage, RecordTable, newer_sentence
from sto_tui.storage.file.unsettled import with_unsettled
from sto_tui.storage.past.came_with_file import Arrival, CameWithFile
from sto_tui.storage.past.entry import Entry, past_edits
from sto_tui.storage.past.history import History
from sto_tui.storage.settling import is_another
from sto_tui.storage.settling_store import SettlingStore, documents_after, typed_after
from sto_tui.storage.steps import NO_EFFECT, Effect, Step


class DossierStore(SettlingStore):
    """One open dossier. `apply` returns only when the change is on disk.

    `patience` is how many seconds a write waits for another session's; without it as long as a command can.

    Large because: file, lock, history and undo of one dossier change together or not at all.
    """

    def __init__(self, path: Path, user: str, clock: Callable[[], datetime], patience: float | None = None) -> None:
        self.path = path.resolve()
        self.history = History(self.path)
        self._database = DossierDatabase(self.path, patience, storage=DurableStorage)
        self._storage = cast(DurableStorage, self._database.storage)
        self._storage.leads_on = self._leads_on
        self._storage.refresh()
        super().__init__(self._storage.committed, self.path.name, self.history, user, clock)
        self._lineage = self._storage.lineage
        self._came = CameWithFile(self.path, self.history, lambda ref: self._dossier.name(ref))
        self._no_rights = why_read_only(self.path)
        # Of what did not fit on the disk; the next change adds it.
        self._unlogged: list[Entry] = []
        if not self.read_only:
            self._storage.put_in_order()
            self._came.found(self.saved_at, self._raw, self._lineage)
            self._tell_what_came()

    @classmethod
    def open(cls, path: Path, user: str, clock: Callable[[], datetime]) -> "DossierStore":
        """Opens a dossier. Raises DossierError with one Dutch sentence; the file is left alone."""
        return cls(path, user, clock)

    @staticmethod
    def create(path: Path, dossier: Dossier) -> None:
        """Writes a new dossier, never over an existing file. Raises DossierError."""
        write_new(path, encode(raw_from(dossier)))

    @property
    def title(self) -> str:
        """The name of the file."""
        return self.path.name

    @property
    def folder(self) -> Path:
        """The folder of the file."""
        return self.path.parent

    @property
    def place(self) -> Path:
        """The file itself."""
        return self.path

    def close(self) -> None:
        """A file is not held on to."""

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, as one Dutch sentence; empty when it can."""
        return newer_sentence(self.path.name) if self._storage.is_newer else self._no_rights

    @property
    def notices(self) -> tuple[str, ...]:
        """What someone who opens the dossier has to know beforehand."""
        aside = self._dossier.aside
        beside = companion_folder(self.path)
        more = f" En nog {len(aside) - 1}; zie de meldingen." if len(aside) > 1 else ""
        sentences = (
            self.read_only,
            network_warning(self.path),
            f"{beside.name} is geen map, dus er komen geen geschiedenis en kopieën. Hernoem dat bestand."
            if beside.is_symlink() or (beside.exists() and not beside.is_dir())
            else "",
            f"Niet alles in {self.path.name} is te gebruiken. {aside[0].sentence}.{more}" if aside else "",
        )
        return tuple(sentence for sentence in sentences if sentence)

    @property
    def tables(self) -> RawTables:
        """What is in the dossier, as it is stored, with its lineage. Not to be changed."""
        return with_lineage(self._raw, self._lineage, self.path.name)

    @property
    def lineage(self) -> Lineage:
        """Which changes are in it."""
        return self._lineage

    @property
    def is_free(self) -> bool:
        """Whether nobody is writing now, so that a write need not wait; also when it would fail for another reason."""
        try:
            with self._storage.locked(0.0):
                return True
        except DossierError as error:
            return not isinstance(error, LockedError)

    def keep_copy(self) -> None:
        """Keeps the copy of today before anything is changed, as far as that can be."""
        if not self.read_only:
            with suppress(OSError):
                copy_of_today(self.path, self.clock().date())

    @property
    def saved_at(self) -> datetime:
        """When the file that was read last was written, in local time."""
        return datetime.fromtimestamp(self._storage.seen[0] / 1e9)

    @contextmanager
    def alone(self) -> Iterator[bytes]:
        """Nobody else writes while it lasts; the dossier follows its file, of which these are the bytes."""
        with self._storage.locked():
            self._storage.refresh()
            self._unseen += self._take_over()
            yield self._storage.data()

    def poll(self) -> tuple[Ref, ...]:
        """The records that another session changed since the last look; reads them. Raises DossierError."""
        self._storage.refresh()
        # A disk, or the rights on it, may be others than before.
        before, self._no_rights = self._no_rights, why_read_only(self.path)
        if before and not self.read_only:
            self._storage.put_in_order()
        self._unseen += self._take_over()
        self._tell_what_came()
        refs, self._unseen = self._unseen, ()
        return refs

    def _tell_what_came(self) -> None:
        if self._came.is_untold:
            with suppress(DossierError), self._storage.locked(0.0):
                self._came.tell()

    @property
    def newcomer(self) -> Newcomer | None:
        """The version that took the place of the dossier without holding all of it: nothing is written over it."""
        return self._storage.newcomer

    def write_over(self, newcomer: Newcomer) -> None:
        """Puts the dossier back as it is here, over the newcomer, of which the caller kept what it is worth.

        Raises DossierError.
        """
        if self._no_rights:
            raise DossierError(self._no_rights)
        with self._storage.locked():
            self._storage.write_over(newcomer)
            self._raw, self._lineage = self._storage.committed, self._storage.lineage
            self.note("Eigen versie van het dossier teruggezet over een andere")
        self._note_given_in(newcomer.version.tables, newcomer.version.lineage)

    def take(self, newcomer: Newcomer) -> int:
        """Goes on with the newcomer; how many steps can no longer be taken back. Raises DossierError.

        What was changed here can still be taken back or done again where its records are.
        """
        before = self._dossier
        self._storage.take(newcomer)
        self.note("Verder gegaan met een andere versie van het dossier; de eigen is ernaast bewaard")
        return self._gone_on_from(before)

    def replace_by(self, version: FileVersion) -> int:
        """Puts another version in the place of the dossier, and goes on with it like `take`. Raises DossierError."""
        if self._no_rights:
            raise DossierError(self._no_rights)
        with self._storage.locked():
            before = self._dossier
            self._storage.replace_by(version)
            self.note("Eerdere eigen versie van het dossier teruggezet")
        return self._gone_on_from(before)

    def _gone_on_from(self, before: Dossier) -> int:
        left, lineage = self._raw, self._lineage
        # Whoever chose this version needs not be told of it as of another session's work.
        changed, self._unseen = self._take_over(), ()
        self._note_given_in(left, lineage)
        self._strangers |= {ref for ref in changed if is_another(before.get(ref), self._dossier.get(ref))}
        return self._drop_steps()

    def _note_given_in(self, left: RawTables, lineage: Lineage) -> None:
        """Writes down what a version gave that is not the file; where that fails it goes with the next change."""
        if lineage.dossier == self._lineage.dossier:
            self._given_before.saw(left)
        if self._given_before.noted(self._raw) is not self._raw and not self.read_only:
            with suppress(DossierError), self._storage.locked():
                with self._storage.transaction(self.clock().date(), lambda noted: noted):
                    self._unseen += self._take_over()
                    self._note(self._dossier.unsettled, given_after(self._raw, ()))
                self._written({})

    def _take_over(self) -> tuple[Ref, ...]:
        """Makes the dossier follow the file; only documents that differ are read again."""
        raw = self._storage.committed
        if raw is self._raw:
            return ()
        before = self._raw
        refs = self._follow(raw, lenient=self._storage.is_newer)
        if not self.read_only:
            self._came.saw(Arrival(self.clock(), before, raw, self._lineage, self._storage.lineage, refs))
        self._lineage = self._storage.lineage
        return refs

    def _write(self, change: Change, said: str = "", effect: Effect = NO_EFFECT, by: str = "") -> Change:
        if self.read_only:
            raise DossierError(self.read_only)
        try:
            return self._write_locked(change, said, effect, by or self.user)
        except DamagedError as error:
            raise DossierError(f"{error.why} Er is niets opgeslagen.") from error

    def _write_locked(self, change: Change, said: str, effect: Effect, by: str) -> Change:
        key = new_key()
        parents: tuple[str, ...] = ()

        def after(lineage: Lineage) -> Lineage:
            lineage = lineage.without(effect.forgets)
            return lineage.with_change(key) if parents else lineage

        with self._storage.locked():
            with self._storage.transaction(self.clock().date(), after):
                self._unseen += self._take_over()
                settled = self._settling().settled(change)
                unsettled = effect.on(self._dossier.unsettled)
                beside = tuple(fitting(self._raw, effect.beside))
                forgets = tuple(key for key in self._lineage.keys if key in effect.forgets)
                if not (settled.edits or beside or forgets or unsettled != self._dossier.unsettled):
                    return settled
                # A choice by which all stays as it is here is no change of the dossier.
                parents = (self._lineage.tip,) if settled.edits or beside or forgets else ()
                records = self._put(settled)
                if beside or forgets:
                    self._storage.write(with_edits(self._storage.read(), beside))
                self._note(unsettled, given_after(self._raw, settled.edits))
            self._written(records)
            label = f"{said}{settled.label}"
            entry = Entry(self.clock(), by, label, past_edits(settled), key, parents)
            self._log(replace(entry, forgets=forgets, beside=beside))
        return settled

    def _written(self, records: Mapping[str, Mapping[int, Record]]) -> None:
        """Makes the dossier what stands in the file now: with these tables in place of the old ones."""
        self._now_kept(self._storage.committed, records)
        self._lineage = self._storage.lineage
        self.remark = self._storage.remark
        self._came.tell()

    @property
    def as_copy(self) -> DossierCopy:
        """The dossier as a copy of itself, to bring together with another one."""
        return DossierCopy(self.path, self._raw, self._lineage)

    def join(self, joined: Joined, over: Newcomer | None = None) -> Change:
        """Brings another copy in, as one change that can be taken back; `over` it when it stands in the file.

        Raises DossierError, also when the dossier is no longer the one that the other copy was brought together with.
        """
        if self.read_only:
            raise DossierError(self.read_only)
        with self._storage.locked():
            with self._storage.transaction(self.clock().date(), lambda lineage: joined.lineage, over):
                self._unseen += self._take_over()
                if self._lineage.tip != joined.ours:
                    raise DossierError(
                        "Het dossier is intussen gewijzigd. Er is niets samengevoegd; probeer het zo nog eens."
                    )
                records = self._put(joined.change)
                if joined.beside:
                    self._storage.write(with_edits(self._storage.read(), joined.beside))
                self._note(joined.unsettled, joined.given)
            self._written(records)
            parents = (joined.ours, joined.theirs)
            entry = Entry(
                self.clock(), self.user, joined.change.label, past_edits(joined.change), joined.lineage.tip, parents
            )
            self._log(replace(entry, brought=joined.brought, base=joined.base, beside=joined.beside))
        if joined.changes_anything:
            self._did(Step(joined.change, joined.brought, joined.lineage.tip, beside=joined.beside))
        return joined.change

    def note_in_file(self, field: str, value: Mapping[str, Any]) -> None:
        """Notes something about the file itself, which is no change of the dossier. Raises DossierError."""
        with self._storage.locked():
            with self._storage.transaction(self.clock().date(), lambda noted: noted):
                self._unseen += self._take_over()
                self._table("meta").put({1: {**self._raw["meta"]["1"], field: value}})
            self._written({})

    def _note(self, unsettled: Iterable[Unsettled], given: Mapping[int, int]) -> None:
        about = self._given_before.noted(with_given(with_unsettled(self._raw, unsettled), given))["meta"]["1"]
        self._table("meta").put({1: about})

    def _put(self, change: Change) -> dict[str, dict[int, Record]]:
        """Puts the edits in TinyDB's tables; returns the typed tables as they are to be."""
        for table, documents in documents_after(change).items():
            self._table(table).put(documents)
        return typed_after(self._dossier, change)

    def _table(self, name: str) -> RecordTable:
        return cast(RecordTable, self._database.table(name))

    def note(self, label: str) -> None:
        """Adds a line to the history about something that is no change of a record."""
        self._log(Entry(self.clock(), self.user, label, (), new_key()))

    def _log(self, entry: Entry) -> None:
        self._own.add(entry.key)
        self._unlogged.append(entry)
        try:
            self._add_lines()
        except OSError as error:
            if error.errno == errno.E2BIG:
                self._unlogged.pop(0)
            self.remark = f"De wijziging is opgeslagen, maar niet in de geschiedenis: {reason(error)}."

    def _add_lines(self) -> None:
        """Adds what is not in the history, also what did not fit on the disk before. Raises OSError."""
        has_waited = len(self._unlogged) > 1
        while self._unlogged:
            entry = self._unlogged[0]
            if not (has_waited and self._tells(entry)):
                self.history.append(entry)
            del self._unlogged[0]

    def _tells(self, entry: Entry) -> bool:
        with suppress(DossierError):
            return self.history.tells(entry.key, entry.parents)
        return False

    def _leads_on(self, tip: str, lineage: Lineage) -> bool:
        with suppress(DossierError):
            return self.history.leads_on(tip, lineage)
        return False
