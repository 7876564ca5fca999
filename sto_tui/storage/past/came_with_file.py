"""Changes that came with the file itself: another program's, or those of a newer copy that was put over it.

Whoever made them wrote no line in this history, so who sees them first does that. The same holds for the last change of
a session that was killed: it is on disk before its line is.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sto_tui.domain.dutch import capital, count
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import foreign_documents
from sto_tui.storage.file.copies import previous_version
from sto_tui.storage.file.dossier_copy import DossierCopy, read_copy
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import Lineage
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.past.entry import LATEST, SOMEONE, Document, Entry, PastEdit
from sto_tui.storage.past.history import History

ANOTHER_PROGRAM = "een ander programma"
ANOTHER_COPY = "een andere kopie"


@frozen
class Arrival:
    """The file as it was read, and as it was read before it; and which records differ.

    `is_of_here` says that a session in this folder saved it, of which nobody knows whose it was.
    """

    at: datetime
    before: RawTables
    after: RawTables
    from_lineage: Lineage
    lineage: Lineage
    refs: Sequence[Ref]
    is_of_here: bool = False

    @property
    def can_be_told(self) -> bool:
        """Whether it is something that a line can tell all of, and that is not told by the line of what was chosen."""
        follows = self.lineage.is_outside_after(self.from_lineage) or self.from_lineage.tip in self.lineage.keys
        is_another = self.lineage.tip != self.from_lineage.tip
        return (
            follows
            and is_another
            and bool(self.refs)
            and foreign_documents(self.after) == foreign_documents(self.before)
        )


class CameWithFile:
    """What came with the file and may not be in the history yet; `name_of` calls a record by its name."""

    def __init__(self, dossier_path: Path, history: History, name_of: Callable[[Ref], str]) -> None:
        self._path = dossier_path
        self._history = history
        self._name_of = name_of
        self._arrivals: list[Arrival] = []

    def saw(self, arrival: Arrival) -> None:
        """Keeps it until it is in the history."""
        if arrival.can_be_told and not self._is_told(arrival.lineage.tip):
            self._arrivals.append(replace(arrival, is_of_here=self._kept_before(arrival.lineage) is not None))

    def found(self, at: datetime, raw: RawTables, lineage: Lineage) -> None:
        """Looks, when a dossier is opened, whether its last change has a line."""
        # Nearly always the last line tells it, and no other is read.
        if not previous_version(self._path).exists() or self._is_told(lineage.tip):
            return
        if (before := self._kept_before(lineage)) is None:
            return
        refs = [
            Ref(table, int(number))
            for table in TABLES
            for number in sorted({*before.raw.get(table, {}), *raw.get(table, {})}, key=int)
            if before.raw.get(table, {}).get(number) != raw.get(table, {}).get(number)
        ]
        self.saw(Arrival(at, before.raw, raw, before.lineage, lineage, refs))

    def _kept_before(self, lineage: Lineage) -> DossierCopy | None:
        """The version before this one, when the session that saved this one kept it."""
        with suppress(DossierError):
            kept = read_copy(previous_version(self._path), self._path)
            if not lineage.is_outside and (kept.lineage.tip, lineage.tip) == lineage.keys[-2:]:
                return kept
        return None

    def _is_told(self, tip: str) -> bool:
        with suppress(DossierError):
            return any(entry.key == tip for entry in islice(self._history.entries(), LATEST))
        return False

    @property
    def is_untold(self) -> bool:
        """Whether something is not in the history. Another session's change is, as soon as that session is done."""
        if self._arrivals:
            told = {entry.key for entry in self._history.latest(LATEST)}
            self._arrivals = [arrival for arrival in self._arrivals if arrival.lineage.tip not in told]
        return bool(self._arrivals)

    def tell(self) -> None:
        """Adds the lines, unless another session was first. Stands inside `locked`."""
        if not self.is_untold:
            return
        with suppress(OSError):
            for arrival in self._arrivals:
                entry = self._entry(arrival)
                if entry.edits:
                    self._history.append(entry)
        self._arrivals.clear()

    def _entry(self, arrival: Arrival) -> Entry:
        told, parent = self._told_on_the_way(arrival)
        edits = []
        for ref in arrival.refs:
            was = told[ref] if ref in told else _document(arrival.before, ref)
            now = _document(arrival.after, ref)
            if was != now:
                edits.append(PastEdit(ref, was, now))
        rows = count(len(edits), "regel", "regels")
        if arrival.lineage.is_outside_after(arrival.from_lineage):
            by, label = ANOTHER_PROGRAM, f"{rows} gewijzigd buiten sto-tui"
        elif arrival.is_of_here:
            by, label = SOMEONE, f"{rows} gewijzigd; wie dat deed is niet bewaard"
            if len(edits) == 1 and edits[0].after is not None:
                done = "toegevoegd" if edits[0].before is None else "gewijzigd"
                label = f"{capital(self._name_of(edits[0].ref))} {done}; wie dat deed is niet bewaard"
        else:
            by, label = ANOTHER_COPY, f"{rows} overgenomen"
            if len(edits) == 1 and edits[0].after is not None:
                label = f"{capital(self._name_of(edits[0].ref))} overgenomen"
        return Entry(arrival.at, by, label, tuple(edits), arrival.lineage.tip, (parent,))

    def _told_on_the_way(self, arrival: Arrival) -> tuple[Mapping[Ref, Document | None], str]:
        """What sessions that do write this history left of each record since, and the last of their changes."""
        keys = arrival.lineage.keys
        start = arrival.from_lineage.tip
        since = keys[keys.index(start) + 1 :] if start in keys else ()
        on_the_way = [entry for entry in reversed(self._history.latest(LATEST)) if entry.key in since]
        told = {edit.ref: edit.after for entry in on_the_way for edit in entry.edits}
        return told, on_the_way[-1].key if on_the_way else start


def _document(raw: RawTables, ref: Ref) -> Any:
    return raw.get(ref.table, {}).get(str(ref.id))
