"""Putting the history on top of an older copy of a dossier, as far as it fits."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from sto_tui.domain.record import LINE_LIMIT, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.storage.file.codec import records_from
from sto_tui.storage.file.dossier_copy import DocumentEdit, document_at, with_documents
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import Lineage, lineage_of, with_lineage
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.new_ids import HIGHEST_ID
from sto_tui.storage.past.entry import Document, Entry, PastEdit
from sto_tui.storage.past.history import History

LONGEST = 20_000
# Two computers' clocks differ, and in autumn the clock goes back an hour.
SLACK = timedelta(hours=2)

Replayed = tuple[RawTables, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class PastStep:
    """One change of the history."""

    at: datetime
    label: str
    edits: tuple[PastEdit, ...]
    key: str
    parents: tuple[str, ...]
    brought: tuple[str, ...]
    forgets: tuple[str, ...]
    beside: tuple[DocumentEdit, ...]

    @cached_property
    def fits_in(self) -> bool:
        """Whether what it left are records that this version can use."""
        return not any(
            edit.after is not None and records_from(TABLES[edit.ref.table], {str(edit.ref.id): edit.after})[1]
            for edit in self.edits
        )


class Past:
    """The history of a dossier, oldest first, to be put on top of a copy. Reads what there is; raises nothing."""

    def __init__(self, dossier_path: Path) -> None:
        history = History(dossier_path)
        entries: list[Entry] = []
        with suppress(DossierError):
            entries.extend(islice(history.entries(), LONGEST))
        self._steps = [_step(entry) for entry in reversed(entries) if all(_is_known(edit.ref) for edit in entry.edits)]
        self._times_hold = bool(self._steps) and _was_written_at(history.path, self._steps[-1].at)

    def put_on(self, copy: RawTables, since: datetime) -> Replayed:
        """The copy with all later changes that fit; and the labels of those that did and did not, newest first.

        `since` is when the copy was the dossier, in local time.
        """
        present = _Present(copy, self._edits)
        replayed: list[PastStep] = []
        lost: list[str] = []
        place = self._place(present, since)
        for index, step in enumerate(self._steps[place:], place):
            if self._may_be_later(step, since) and step.fits_in and present.is_before_all(step):
                present.put(step)
                replayed.append(step)
            elif not all(present.is_past(edit, index) for edit in step.edits):
                lost.append(step.label)
        raw = present.tables()
        lineage = None if lost else _lineage_after(copy, replayed)
        if lineage:
            raw = with_lineage(raw, lineage, "de kopie")
        return raw, tuple(step.label for step in reversed(replayed) if step.edits), tuple(reversed(lost))

    def later_than(self, copy: RawTables, since: datetime) -> tuple[str, ...]:
        """The labels of the changes that came after a copy, newest first."""
        place = self._place(_Present(copy, self._edits), since)
        return tuple(step.label for step in reversed(self._steps[place:]))

    @cached_property
    def _edits(self) -> dict[Ref, list[tuple[int, PastEdit]]]:
        """Per record its edits, oldest first, each with the number of its step."""
        edits_by_record: dict[Ref, list[tuple[int, PastEdit]]] = defaultdict(list)
        for index, step in enumerate(self._steps):
            for edit in step.edits:
                edits_by_record[edit.ref].append((index, edit))
        return dict(edits_by_record)

    def _may_be_later(self, step: PastStep, since: datetime) -> bool:
        """A much older change that is not in a copy was taken out of the file by hand, with an older copy."""
        return not self._times_hold or step.at >= since - SLACK

    def _place(self, present: "_Present", since: datetime) -> int:
        """How many steps are in the copy already: the number that the fewest records contradict.

        A copy is the dossier at one moment. Looking at one record alone is not enough: a record that is not there
        was never added, or was removed since. Where the contents leave a choice, the time of the copy decides.
        """
        many = len(self._steps)
        turns = [0] * (many + 1)
        for edits in self._edits.values():
            start, fits_before = 0, False
            for index, edit in edits:
                if not fits_before and not present.is_before(edit):
                    turns[start] += 1
                    turns[index + 1] -= 1
                start, fits_before = index + 1, present.is_after(edit)
            turns[start] += not fits_before
        contradicted = list(accumulate(turns))
        fewest = min(contradicted)
        by_time = many
        if self._times_hold:
            by_time = max((index + 1 for index, step in enumerate(self._steps) if step.at <= since), default=0)
        best = (place for place in range(many + 1) if contradicted[place] == fewest)
        return min(best, key=lambda place: (abs(place - by_time), -place))


class _Present:
    """The copy while changes are put on top of it."""

    def __init__(self, copy: RawTables, edits: dict[Ref, list[tuple[int, PastEdit]]]) -> None:
        self._copy = copy
        self._edits = edits
        self._put: dict[Ref, Document | None] = {}
        self._beside: dict[tuple[str, str], Any] = {}

    def is_before_all(self, step: PastStep) -> bool:
        """Whether all stands as it did before this step."""
        return all(map(self.is_before, step.edits)) and all(map(self._takes, step.beside))

    def _takes(self, edit: DocumentEdit) -> bool:
        place = edit.table, edit.number
        document = self._beside[place] if place in self._beside else document_at(self._copy, *place)
        return document in (edit.before, edit.after)

    def is_before(self, edit: PastEdit) -> bool:
        """Whether the record stands as it did before this edit."""
        return _same(edit.ref, edit.before, self._document(edit.ref))

    def is_after(self, edit: PastEdit) -> bool:
        """Whether the record stands as this edit left it."""
        return _same(edit.ref, edit.after, self._document(edit.ref))

    def is_past(self, edit: PastEdit, index: int) -> bool:
        """Whether the record stands as this edit, or one after it, left or found it."""
        if self.is_after(edit):
            return True
        later = (later_edit for at, later_edit in self._edits[edit.ref] if at > index)
        return any(self.is_before(later_edit) or self.is_after(later_edit) for later_edit in later)

    def put(self, step: PastStep) -> None:
        """Makes the records what this step left."""
        for edit in step.edits:
            self._put[edit.ref] = edit.after
        self._beside |= {(edit.table, edit.number): edit.after for edit in step.beside}

    def tables(self) -> RawTables:
        """The tables as they are now, ids in order."""
        raw = dict(self._copy)
        for table in {ref.table for ref in self._put}:
            raw[table] = dict(raw.get(table, {}))
        for ref, document in self._put.items():
            raw[ref.table].pop(str(ref.id), None)
            if document is not None:
                raw[ref.table][str(ref.id)] = dict(document)
        for table in {ref.table for ref in self._put}:
            raw[table] = dict(sorted(raw[table].items(), key=lambda row: int(row[0])))
        return with_documents(raw, self._beside)

    def _document(self, ref: Ref) -> Document | None:
        return self._put[ref] if ref in self._put else self._copy.get(ref.table, {}).get(str(ref.id))


def _same(ref: Ref, past: Document | None, present: Document | None) -> bool:
    """Whether two documents are the same record; the history has it as this program writes it, a copy may not."""
    if past is None or present is None or past == present:
        return past == present
    if past.get("rev", 0) != present.get("rev", 0):
        return False
    records = [records_from(TABLES[ref.table], {str(ref.id): document})[0] for document in (past, present)]
    return bool(records[0]) and records[0] == records[1]


def _is_known(ref: Ref) -> bool:
    return ref.table in TABLES and 0 < ref.id <= HIGHEST_ID and ref.field is None


def _step(entry: Entry) -> PastStep:
    label = clean_line(entry.label[:LINE_LIMIT]) or "wijziging zonder naam"
    at, chain = entry.at.replace(tzinfo=None), (entry.key, entry.parents, entry.brought, entry.forgets)
    return PastStep(at, label, entry.edits, *chain, entry.beside)


def _lineage_after(copy: RawTables, steps: Iterable[PastStep]) -> Lineage | None:
    """The lineage of a copy with these changes on it: that of the file that was lost, when each follows on the last."""
    lineage = lineage_of(copy, "de kopie")
    for step in steps:
        if not step.parents or step.key in lineage.keys:
            continue
        if step.parents[0] != lineage.tip:
            return None
        brought = tuple(key for key in step.brought if key not in (*lineage.keys, step.key))
        lineage = lineage.without(step.forgets)
        lineage = replace(lineage, keys=(*lineage.keys, *brought)).with_change(step.key)
    return lineage


def _was_written_at(path: Path, at: datetime) -> bool:
    """Whether a file has about this time; copying a folder or restoring it can give all its files a new one."""
    try:
        return abs(datetime.fromtimestamp(path.stat().st_mtime) - at) <= SLACK
    except (OSError, ValueError, OverflowError):
        return False
