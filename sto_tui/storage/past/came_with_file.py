"""Changes that came with the file itself: another program's, or those of a newer copy that was put over it.

Whoever made them wrote no line in this history, so who sees them first does that. The same holds for the last change of
a session that was killed: it is on disk before its line is.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
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
from sto_tui.storage.file.lineage import Lineage, merged_with, state_of
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.past.entry import SOMEONE, Document, Entry, PastEdit
from sto_tui.storage.past.history import History

ANOTHER_PROGRAM = "een ander programma"
ANOTHER_COPY = "een andere kopie"


@frozen
class Arrival:
    """The file as it was read, and as it was read before it; and which records differ.

    `is_of_here` says that a session in this folder saved it, of which nobody knows whose it was; `merged_with` is the
    tip of the copy that it brought in, when it did.
    """

    at: datetime
    before: RawTables
    after: RawTables
    from_lineage: Lineage
    lineage: Lineage
    refs: Sequence[Ref]
    is_of_here: bool = False
    merged_with: str = ""


class CameWithFile:
    """What came with the file and may not be in the history yet; `name_of` calls a record by its name."""

    def __init__(self, dossier_path: Path, history: History, name_of: Callable[[Ref], str]) -> None:
        self._path = dossier_path
        self._history = history
        self._name_of = name_of
        self._arrivals: list[Arrival] = []

    def saw(self, arrival: Arrival) -> None:
        """Keeps it until it is in the history."""
        if not self._can_be_told(arrival) or self._tells(arrival.lineage):
            return
        kept, merged = self._kept_before(arrival.after, arrival.lineage)
        self._arrivals.append(replace(arrival, is_of_here=kept is not None, merged_with=merged))

    def _can_be_told(self, arrival: Arrival) -> bool:
        """Whether it is something that a line can tell all of, and that is not told by the line of what was chosen."""
        was, lineage = arrival.from_lineage, arrival.lineage
        return (
            lineage.tip != was.tip
            and bool(arrival.refs)
            and foreign_documents(arrival.after) == foreign_documents(arrival.before)
            and (lineage.is_outside_after(was) or was.tip in lineage.keys or self._leads_on(was.tip, lineage))
        )

    def _leads_on(self, tip: str, lineage: Lineage) -> bool:
        with suppress(DossierError):
            return self._history.leads_on(tip, lineage)
        return False

    def found(self, at: datetime, raw: RawTables, lineage: Lineage) -> None:
        """Looks, when a dossier is opened, whether its last change has a line."""
        # Nearly always the last line tells it, and no other is read.
        if not previous_version(self._path).exists() or self._tells(lineage):
            return
        before, _ = self._kept_before(raw, lineage)
        if before is None:
            return
        refs = [
            Ref(table, int(number))
            for table in TABLES
            for number in sorted({*before.raw.get(table, {}), *raw.get(table, {})}, key=int)
            if before.raw.get(table, {}).get(number) != raw.get(table, {}).get(number)
        ]
        self.saw(Arrival(at, before.raw, raw, before.lineage, lineage, refs))

    def _kept_before(self, raw: RawTables, lineage: Lineage) -> tuple[DossierCopy | None, str]:
        """The version before this one, when the session that saved this one kept it; and what that merged it with."""
        with suppress(DossierError):
            kept = read_copy(previous_version(self._path), self._path)
            if lineage.is_outside:
                return None, ""
            # A merge may name the two it was made of in either order.
            if other := merged_with(kept.lineage.tip, lineage, state_of(raw, self._path.name)):
                return kept, other
            if (kept.lineage.tip, lineage.tip) == lineage.keys[-2:]:
                return kept, ""
        return None, ""

    def _tells(self, lineage: Lineage) -> bool:
        with suppress(DossierError):
            return self._history.tells(lineage.tip, {*lineage.keys[:-1]})
        return False

    @property
    def is_untold(self) -> bool:
        """Whether something is not in the history. Another session's change is, as soon as that session is done."""
        self._arrivals = [arrival for arrival in self._arrivals if not self._tells(arrival.lineage)]
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
        told, on_the_way = self._told_on_the_way(arrival)
        parent = on_the_way[-1] if on_the_way else arrival.from_lineage.tip
        edits = []
        for ref in arrival.refs:
            was = told[ref] if ref in told else _document(arrival.before, ref)
            now = _document(arrival.after, ref)
            if was != now:
                edits.append(PastEdit(ref, was, now))
        rows = count(len(edits), "regel", "regels")
        if arrival.lineage.is_outside_after(arrival.from_lineage):
            by, label = ANOTHER_PROGRAM, f"{rows} gewijzigd buiten sto-tui"
        elif arrival.merged_with:
            by, label = SOMEONE, "Samengevoegd met een andere kopie; wie dat deed is niet bewaard"
        elif arrival.is_of_here:
            by, label = SOMEONE, f"{rows} gewijzigd; wie dat deed is niet bewaard"
            if len(edits) == 1 and edits[0].after is not None:
                done = "toegevoegd" if edits[0].before is None else "gewijzigd"
                label = f"{capital(self._name_of(edits[0].ref))} {done}; wie dat deed is niet bewaard"
        else:
            by, label = ANOTHER_COPY, f"{rows} overgenomen"
            if len(edits) == 1 and edits[0].after is not None:
                label = f"{capital(self._name_of(edits[0].ref))} overgenomen"
        entry = Entry(arrival.at, by, label, tuple(edits), arrival.lineage.tip, (parent,))
        if not arrival.merged_with:
            return entry
        known = {*arrival.from_lineage.keys, *on_the_way, entry.key}
        brought = tuple(key for key in arrival.lineage.keys if key not in known)
        return replace(entry, parents=(parent, arrival.merged_with), brought=brought)

    def _told_on_the_way(self, arrival: Arrival) -> tuple[Mapping[Ref, Document | None], Sequence[str]]:
        """What sessions that do write this history left of each record since, and their changes, oldest first."""
        there, start = {*arrival.lineage.keys}, arrival.from_lineage.tip
        on_the_way: list[Entry] = []
        with suppress(DossierError):
            for entry in self._history.entries():
                if entry.key == start:
                    break
                if entry.key in there and entry.key not in arrival.from_lineage.keys:
                    there.update(entry.parents)
                    on_the_way.insert(0, entry)
        told = {edit.ref: edit.after for entry in on_the_way for edit in entry.edits}
        return told, [entry.key for entry in on_the_way]


def _document(raw: RawTables, ref: Ref) -> Any:
    return raw.get(ref.table, {}).get(str(ref.id))
