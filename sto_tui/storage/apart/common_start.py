"""What two copies of a dossier both started from, as far as somebody still has it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sto_tui.domain.tables import TABLES
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.copies import dated_copies, previous_version
from sto_tui.storage.file.dossier_copy import DossierCopy, fitting, read_copy, with_edits
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import APART, MOST_KEYS, CopyRelation, relation
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.past.entry import Entry, PastEdit
from sto_tui.storage.past.history import History


@dataclass(frozen=True)
class CommonStart:
    """What both copies started from: the tables, and the last change in them."""

    raw: RawTables
    tip: str


def common_start(ours: DossierCopy, theirs: DossierCopy) -> CommonStart | None:
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


def given_start(start: DossierCopy, ours: DossierCopy, theirs: DossierCopy) -> CommonStart | None:
    """A version of before both copies, as whoever merges gives it; None when one of the copies has all of the other.

    Raises DossierError when it is no such version: against another one, what was added would count as removed.
    """
    if relation(ours.lineage, theirs.lineage) not in APART:
        return None
    for copy in (ours, theirs):
        told = relation(start.lineage, copy.lineage)
        # Of a long history the last key of a version is not kept for ever.
        was_thinned = told is CopyRelation.APART and len(copy.lineage.keys) == MOST_KEYS
        if not was_thinned and told not in (CopyRelation.SAME, CopyRelation.NEWER):
            raise DossierError(
                f"{start.path.name} is geen versie van vóór {copy.path.name}. Neem de versie waar beide kopieën van "
                "uitgingen."
            )
    return CommonStart(start.raw, start.lineage.tip)


def _entries(path: Path) -> Iterator[Entry]:
    """The lines of all histories in the folder beside a dossier: a sync program makes copies of those as well."""
    with suppress(OSError, DossierError):
        for history in sorted(companion_folder(path).glob("geschiedenis*.jsonl")):
            yield from History(path, history.name).entries()


def _taken_back(copy: DossierCopy, common: set[str], entries: Mapping[str, Entry]) -> CommonStart | None:
    """The copy with its changes taken back, newest first, until one that both have; None when a link is missing."""
    documents = with_own_tables(copy.raw)
    tip, until = copy.lineage.tip, common
    while tip not in until:
        entry = entries.get(tip)
        if entry is None or not entry.parents or not took_back(documents, reversed(entry.edits)):
            return None
        if entry.beside:
            beside = [edit.reversed for edit in reversed(entry.beside)]
            if len(list(fitting(documents, beside))) < len(beside):
                return None
            documents = with_own_tables(with_edits(documents, beside))
        if len(entry.parents) > 1 and common.issuperset(entry.parents):
            # The other copy brought the same two together on its own: what each chose is no change since either.
            until = {entry.base}
        tip = entry.parents[0]
    return CommonStart(documents, tip)


def with_own_tables(raw: RawTables) -> dict[str, Any]:
    """The tables, of which those with records can be changed."""
    return dict(raw) | {name: dict(raw.get(name, {})) for name in TABLES}


def took_back(documents: dict[str, Any], edits: Iterable[PastEdit]) -> bool:
    """Makes the records what they were before; False when one is not what these edits left."""
    for edit in edits:
        table = documents[edit.ref.table]
        if table.get(str(edit.ref.id)) != edit.after:
            return False
        if edit.before is None:
            table.pop(str(edit.ref.id), None)
        else:
            table[str(edit.ref.id)] = dict(edit.before)
    return True


def _beside(keys: tuple[str, ...], common: set[str], paths: Iterable[Path]) -> CommonStart | None:
    """The file beside one of the copies that holds all that both have, and nothing else."""
    able: list[tuple[int, CommonStart]] = []
    for path in paths:
        for copy in (previous_version(path), *dated_copies(path)):
            with suppress(DossierError):
                older = read_copy(copy)
                if common == set(older.lineage.keys):
                    able.append((keys.index(older.lineage.tip), CommonStart(older.raw, older.lineage.tip)))
    return max(able, key=lambda start: start[0])[1] if able else None
