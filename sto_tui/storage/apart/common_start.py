"""What two copies of a dossier both started from, as far as somebody still has it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.copies import dated_copies, previous_version
from sto_tui.storage.file.dossier_copy import DossierCopy, read_copy
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.past.history import Entry, History


def common_start(ours: DossierCopy, theirs: DossierCopy) -> RawTables | None:
    """The tables as they were when both copies were still one; None when nobody has them any more.

    The histories beside both are read, and the safety copies. An older start than the newest is right too; it only
    leaves more to choose.
    """
    common = set(ours.lineage.keys) & set(theirs.lineage.keys)
    if not common:
        return None
    paths = list(dict.fromkeys((ours.path, theirs.path)))
    entries = {entry.key: entry for path in paths for entry in _entries(path) if entry.key}
    for copy in (ours, theirs):
        start = _taken_back(copy, common, entries)
        if start is not None:
            return start
    return _beside(ours.lineage.keys, common, paths)


def _entries(path: Path) -> Iterator[Entry]:
    """The lines of all histories in the folder beside a dossier: a sync program makes copies of those as well."""
    with suppress(OSError, DossierError):
        for history in sorted(companion_folder(path).glob("geschiedenis*.jsonl")):
            yield from History(path, history.name).entries()


def _taken_back(copy: DossierCopy, common: set[str], entries: Mapping[str, Entry]) -> RawTables | None:
    """The copy with its changes taken back, newest first, until one that both have; None when a link is missing."""
    documents: dict[str, dict[str, Any]] = {name: dict(records) for name, records in copy.raw.items()}
    tip = copy.lineage.tip
    while tip not in common:
        entry = entries.get(tip)
        if entry is None or not entry.parents:
            return None
        for edit in reversed(entry.edits):
            table = documents.setdefault(edit.ref.table, {})
            if table.get(str(edit.ref.id)) != edit.after:
                return None
            if edit.before is None:
                table.pop(str(edit.ref.id), None)
            else:
                table[str(edit.ref.id)] = dict(edit.before)
        tip = entry.parents[0]
    return documents


def _beside(keys: tuple[str, ...], common: set[str], paths: Iterable[Path]) -> RawTables | None:
    """The newest file beside one of the copies that holds nothing but what both have."""
    able: list[tuple[int, RawTables]] = []
    for path in paths:
        for copy in (previous_version(path), *dated_copies(path)):
            with suppress(DossierError):
                older = read_copy(copy)
                if older.lineage.tip in common:
                    able.append((keys.index(older.lineage.tip), older.raw))
    return max(able, key=lambda start: start[0])[1] if able else None
