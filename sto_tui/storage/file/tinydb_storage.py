"""The Storage that TinyDB writes through: whole transactions, durable files, nothing half done.

Stock TinyDB overwrites its file in place and locks nothing; a lock inside `write` alone still loses three quarters
of the edits of four writers, because TinyDB reads before it writes. So the lock encloses the whole transaction.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from sto_tui.storage.file.codec import (
    LARGEST_FILE,
    WRITTEN,
    encoded_anew,
    is_newer,
    parsed,
    too_large,
    up_to_date,
)
from sto_tui.storage.file.companion_folder import align_lock, align_rights, lock_of
from sto_tui.storage.file.copies import keep_copies, keep_of_schema, rights_of
from sto_tui.storage.file.durable_write import (
    Written,
    has_strays,
    remove_strays,
    why_lost,
    why_not_read,
    why_not_written,
    write_durably,
)
from sto_tui.storage.file.errors import DossierError, LockedError, LostError, OtherKindError
from sto_tui.storage.file.held_folder import check_ordinary, read_ordinary
from sto_tui.storage.file.lineage import KeptState, Lineage, lineage_of, with_lineage
from sto_tui.storage.file.migrations import SCHEMA, RawTables, schema_of
from sto_tui.storage.file.newcomer import FileVersion, LeadsOn, Newcomer, ReplacedError, Stamp, newcomer_of
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.file.table_texts import TableTexts
from sto_tui.storage.file.tinydb_gaps import Documents, update_at_once
from sto_tui.storage.file.unbroken import unbroken

LOCK_SECONDS = 5.0
UNKNOWN: Stamp = (0, 0, 0, 0)
"""The stamp of no file."""


def newer_sentence(name: str) -> str:
    """The sentence for a file that a newer version wrote."""
    return f"Alleen lezen: {name} is gemaakt met een nieuwere versie van sto-tui. Werk sto-tui bij om te wijzigen."


class DurableStorage(Storage):
    """Keeps the decoded file until another process replaces it; writes only inside a transaction.

    `patience` is how many seconds it waits for the lock.
    """

    def __init__(self, path: Path, patience: float | None = None) -> None:
        self.path = path
        self._patience = patience
        self._tables: RawTables = {}
        self._stamp: Stamp | None = None
        self._working: RawTables | None = None
        self._changed = False
        self._schema = SCHEMA
        self._lineage: Lineage | None = None
        self._newcomer: Newcomer | None = None
        self._is_locked = False
        self.leads_on: LeadsOn = lambda tip, lineage: False
        self._state, self._written = KeptState(), TableTexts(WRITTEN)
        self.remark = ""

    @property
    def seen(self) -> Stamp:
        """The version of the file that was read or written last."""
        return self._stamp or UNKNOWN

    def read(self) -> RawTables:
        """All tables; inside a transaction the ones being changed. Callers must not change the documents."""
        if self._working is not None:
            return self._working
        self.refresh()
        return self._tables

    @property
    def committed(self) -> RawTables:
        """All tables as they stand on disk, as far as this session has looked."""
        return self._tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Takes over the tables for the end of the transaction; outside of one nothing may be written."""
        if self._working is None:
            raise RuntimeError("a dossier is only written inside a transaction")
        self._working = cast(RawTables, data)
        self._changed = True

    @property
    def newcomer(self) -> Newcomer | None:
        """The version that took the place of ours without holding all of it, when one stands there."""
        return self._newcomer

    def refresh(self) -> None:
        """Reads the file again when it is another one than was read last. Raises DossierError.

        A version that lacks something of ours is not taken over: it becomes the newcomer.
        """
        try:
            stamp = self.stamp()
            if stamp == self._stamp:
                self._newcomer = None
                return
            if self._newcomer and stamp == self._newcomer.version.stamp:
                return
            if stamp[2] > LARGEST_FILE:
                raise DossierError(too_large(self.path.name))
            data = read_ordinary(self.path)
        except OSError as error:
            if self._stamp is not None:
                raise LostError(why_lost(self.path, error)) from error
            raise DossierError(why_not_read(self.path, error)) from error
        try:
            raw = parsed(data, self.path.name, strictly=self._stamp is None)
        except OtherKindError as error:
            raise error.at(self.path) from error
        lineage = lineage_of(raw, self.path.name)
        version = FileVersion(stamp, up_to_date(raw, self.path.name), schema_of(raw), lineage)
        self._newcomer = newcomer_of(self._lineage, version, self.leads_on) if self._lineage else None
        if self._newcomer is None:
            self._take(version)

    def data(self) -> bytes:
        """The bytes of the file, as it was read last. Stands inside `locked`. Raises DossierError."""
        if self._newcomer:
            raise ReplacedError(self._newcomer)
        try:
            data = read_ordinary(self.path)
            if self.stamp() == self._stamp:
                return data
        except OSError as error:
            raise LostError(why_lost(self.path, error)) from error
        raise DossierError(f"{self.path.name} is intussen weer anders. Er is niets veranderd; kijk opnieuw.")

    def take(self, newcomer: Newcomer) -> None:
        """Goes on with the newcomer. Raises DossierError when something else stands there by now."""
        self._check_still_there(newcomer)
        self._newcomer = None
        self._take(newcomer.version)

    def write_over(self, newcomer: Newcomer) -> None:
        """Puts ours back over the newcomer, durably. Stands inside `locked`. Raises DossierError."""
        self._check_still_there(newcomer)
        self._write(self._tables, self.lineage)

    def replace_by(self, version: FileVersion) -> None:
        """Puts another version in the place of ours, durably. Stands inside `locked`. Raises DossierError."""
        self.refresh()
        if self._newcomer:
            raise ReplacedError(self._newcomer)
        self._write(version.tables, version.lineage)

    def _write(self, raw: RawTables, lineage: Lineage, before_replace: Callable[[], str] = str) -> None:
        tables = with_lineage(raw, lineage, self.path.name, self._state)
        pieces = encoded_anew(tables, self._written)
        written = write_durably(self.path, pieces, before_replace)
        self.remark = written.remark
        self._newcomer = None
        self._take(FileVersion(self._stamp_of(written, pieces), tables, schema_of(tables), lineage))

    def _stamp_of(self, written: Written, pieces: Sequence[bytes]) -> Stamp:
        """The stamp of the file that was written just now; of another one that took its place none that is known.

        A sync program keeps to no lock: what it puts there meanwhile has to be seen at the next look. A file that was
        last written when this one was, and changed since by no more than its name, need not be read for that; where a
        clock is too coarse to tell the two apart it is.
        """
        with suppress(OSError):
            stamp = self.stamp()
            was = _stamp(written.status)
            if (stamp[:3] == was[:3] and stamp[3] > stamp[0]) or read_ordinary(self.path) == b"".join(pieces):
                return stamp
        return UNKNOWN

    def _check_still_there(self, newcomer: Newcomer) -> None:
        self.refresh()
        if self._newcomer is not newcomer:
            raise DossierError(f"{self.path.name} is intussen weer anders. Er is niets veranderd; kijk opnieuw.")

    def _take(self, version: FileVersion) -> None:
        self._tables, self._lineage = version.tables, version.lineage
        self._schema, self._stamp = version.schema, version.stamp

    def stamp(self) -> Stamp:
        """What tells one version of the file from another: time of change, inode, size, and when any of them changed.

        Only the last cannot be set back by a program that puts an old time on what it wrote.
        """
        return _stamp(self.path.lstat())

    @property
    def lineage(self) -> Lineage:
        """Which changes are in the tables as they stand on disk, as far as this session has looked."""
        assert self._lineage is not None
        return self._lineage

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of sto-tui wrote the file; then it is not written here."""
        return is_newer(self._tables)

    def put_in_order(self) -> None:
        """Removes what killed writes left behind, unless someone is writing now, and sets rights beside the dossier."""
        if has_strays(self.path):
            with suppress(DossierError), self.locked(0.0):
                remove_strays(self.path)
        align_rights(self.path)

    @contextmanager
    def transaction(
        self, today: date, after: Callable[[Lineage], Lineage], over: Newcomer | None = None
    ) -> Iterator[None]:
        """Reads what is there now, and at the end writes it durably; on any error nothing has changed.

        `after` says which changes the file holds once this one is in it. Without a change nothing is written. Stands
        inside `locked`. The version before it is kept, and once a day also under the date. Over a newcomer is only
        written with all that it has, `over` it.
        """
        if over:
            self._check_still_there(over)
        else:
            self.refresh()
        if self._newcomer and not over:
            raise ReplacedError(self._newcomer)
        if self.is_newer:
            raise DossierError(newer_sentence(self.path.name))
        self._working = dict(self._tables)
        self._changed = False
        try:
            yield
            if not self._changed:
                return
            self._write(self._working, after(self.lineage), lambda: self._keep_copies(today))
        finally:
            self._working = None

    def _keep_copies(self, today: date) -> str:
        """Before the file gets another form, the version in the old form has to be safe. Raises OSError."""
        if self._schema < SCHEMA:
            keep_of_schema(self.path, self._schema)
        return keep_copies(self.path, today)

    @contextmanager
    def locked(self, seconds: float | None = None) -> Iterator[None]:
        """Keeps all other sessions from writing, and signals from ending this one while it may write.

        Raises LockedError when another session holds on too long. Within itself it is no other session.
        """
        if self._is_locked:
            yield
            return
        from filelock import FileLock, Timeout

        if seconds is None:
            seconds = LOCK_SECONDS if self._patience is None else self._patience
        lock_path = lock_of(self.path)
        is_new = self._has_no_lock(lock_path)
        try:
            dossier = rights_of(self.path)
            mode = 0o600 if dossier is None else dossier.st_mode & 0o666 | 0o600
            lock = FileLock(lock_path, timeout=seconds, mode=mode)
            lock.acquire()
        except Timeout as error:
            raise LockedError(self.path.name) from error
        except OSError as error:
            raise DossierError(why_not_written(self.path, error, is_there=self._stamp is not None)) from error
        try:
            with unbroken():
                if is_new:
                    align_lock(self.path)
                self._is_locked = True
                yield
        finally:
            self._is_locked = False
            lock.release()

    def _has_no_lock(self, lock_path: Path) -> bool:
        """Whether the lock is still to be made. Raises DossierError when it can't be.

        filelock makes the folder of a lock again, where the dossier was before it was moved, and takes a pipe or a
        device for a lock.
        """
        try:
            if self._stamp is None:
                self.path.parent.stat()
            else:
                check_ordinary(self.path.lstat())
        except OSError as error:
            if self._stamp is None:
                raise DossierError(why_not_written(self.path, error)) from error
            raise LostError(why_lost(self.path, error)) from error
        try:
            check_ordinary(lock_path.lstat())
        except FileNotFoundError:
            return True
        except OSError as error:
            raise DossierError(
                f"{lock_path.name} is niet te gebruiken: {reason(error)}. Er is niets gewijzigd; haal het weg."
            ) from error
        return False


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_ino, status.st_size, status.st_ctime_ns


class RecordTable(Table):
    """A TinyDB table that takes many documents at once, with the ids they already have."""

    default_query_cache_capacity = 0

    def put(self, documents: Mapping[int, Mapping[str, Any] | None]) -> None:
        """Sets documents by id; None removes one. Ids stay in order, so that the file can be compared."""

        def update(table: Documents) -> None:
            in_order = True
            for number, document in documents.items():
                key = str(number)
                if document is None:
                    table.pop(key, None)
                    continue
                # Nearly always; ten thousands of ids take longer to look at than to change one of their documents.
                in_order = in_order and (key in table or not table or int(next(reversed(table))) < number)
                table[key] = document
            if not in_order:
                ordered = sorted(table.items(), key=lambda item: int(item[0]))
                table.clear()
                table.update(ordered)

        update_at_once(self, update)


class DossierDatabase(TinyDB):
    """TinyDB over one dossier file, with our tables; opened with our Storage."""

    table_class = RecordTable
