"""Which changes a copy of a dossier holds, and so what one copy is to another: older, newer, or gone apart.

Every change has a random key. A file carries the keys of its changes, oldest first; the last is its tip. Beside them
stands a hash of its tables, by which one that another program changed is told from what its keys say. That makes one
more key, worked out from the tables, so that everybody who looks at such a file gives it the same.
"""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from hashlib import sha256
from itertools import chain, zip_longest
from typing import Any

import orjson

from sto_tui.frozen import frozen
from sto_tui.patterns import pattern
from sto_tui.storage.file.errors import DamagedError
from sto_tui.storage.file.long_numbers import as_written
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.table_texts import TableNotation, TableTexts

MOST_KEYS = 128
_KEY = pattern(r"[0-9a-f]{16}")


class CopyRelation(Enum):
    """What another copy of a dossier is to mine."""

    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    APART = "apart"
    APART_WITHOUT_BASE = "apart without base"
    OTHER_DOSSIER = "other dossier"


APART = (CopyRelation.APART, CopyRelation.APART_WITHOUT_BASE)
"""Each has something that the other lacks."""


@frozen
class Lineage:
    """The keys of the changes that a file holds, oldest first, never empty; and of which dossier it is.

    `is_noted` says that the file itself had keys; older ones have none. `is_outside` says that its last change was not
    made by sto-tui.
    """

    dossier: str
    keys: tuple[str, ...]
    is_noted: bool = True
    is_outside: bool = False

    @property
    def tip(self) -> str:
        """The key of the last change."""
        return self.keys[-1]

    @property
    def within(self) -> "Lineage":
        """The lineage without what another program did last."""
        return Lineage(self.dossier, self.keys[:-1]) if self.is_outside else self

    def is_outside_after(self, before: "Lineage") -> bool:
        """Whether another program changed the file after `before`, of which it may have made the last change too."""
        return self.is_outside and self.tip != before.tip and self.within.tip == before.within.tip

    def with_change(self, key: str) -> "Lineage":
        """The lineage after one more change."""
        return Lineage(self.dossier, kept((*self.keys, key)))

    def without(self, keys: Collection[str]) -> "Lineage":
        """The lineage of which these changes are no part any more: what came in with a merge was taken back."""
        return replace(self, keys=tuple(key for key in self.keys if key not in keys or key == self.tip))


def new_key() -> str:
    """A key for a change: 64 random bits."""
    return secrets.token_hex(8)


def relation(mine: Lineage, theirs: Lineage) -> CopyRelation:
    """What `theirs` is to `mine`. A tip of long ago that was thinned away makes it apart, never older or newer.

    A file that does not say of which dossier it is may be of this one. Of two without keys nothing more can be told:
    the one that is there now is the newer.
    """
    if mine.dossier and theirs.dossier and mine.dossier != theirs.dossier:
        return CopyRelation.OTHER_DOSSIER
    if mine.tip == theirs.tip:
        return CopyRelation.SAME
    if mine.tip in theirs.keys or not (mine.is_noted or theirs.is_noted):
        return CopyRelation.NEWER
    if theirs.tip in mine.keys:
        return CopyRelation.OLDER
    return CopyRelation.APART if set(mine.keys) & set(theirs.keys) else CopyRelation.APART_WITHOUT_BASE


def joined(mine: Lineage, theirs: Lineage, outcome: str = "") -> Lineage:
    """The lineage of what both were merged into; `outcome` says what came of it when choices were made.

    On every computer that makes the same merge it is the same one.
    """
    first, second = sorted((mine, theirs), key=lambda lineage: lineage.tip)
    shared = [key for key in first.keys if key in second.keys]
    tails = [[key for key in lineage.keys if key not in shared] for lineage in (first, second)]
    # The newest of both stand last, so that neither is thinned away sooner than the other.
    pairs = zip_longest(*(reversed(tail) for tail in tails))
    apart = [key for pair in pairs for key in pair if key is not None]
    return Lineage(mine.dossier, (*shared, *reversed(apart))).with_change(_digest(first.tip, second.tip, outcome))


def merged_with(before: str, lineage: Lineage, state: str) -> str:
    """The tip of what a copy with the tip `before` was merged with, which made the lineage; empty when nothing was.

    `state` is the hash of the tables that came of it.
    """
    for other in reversed(lineage.keys[:-1]):
        first, second = sorted((before, other))
        if lineage.tip in (_digest(first, second, ""), _digest(first, second, state)):
            return other
    return ""


def kept(keys: Sequence[str], most: int = MOST_KEYS) -> tuple[str, ...]:
    """As many keys as a file carries: of the older half those go first that every copy drops first.

    So two copies that went apart long ago still have a key in common.
    """
    kept_keys = list(keys)
    while len(kept_keys) > most:
        older = range(len(kept_keys) - most // 2)
        del kept_keys[min(older, key=lambda place: (_level(kept_keys[place]), place))]
    return tuple(kept_keys)


def _level(key: str) -> int:
    """How long a key stays: the number of zero bits at its end."""
    number = int(key, 16)
    return (number & -number).bit_length()


def lineage_of(raw: RawTables, name: str) -> Lineage:
    """The lineage of a file, from its tables as they stand in it. Raises DamagedError when they are too deep."""
    about = raw["meta"]["1"]
    dossier, keys, state = str(about.get("dossier", "")), noted_keys(about), state_of(raw, name)
    if keys and about.get("state") == state:
        return Lineage(dossier, keys)
    return Lineage(dossier, kept((*keys, _digest(*keys[-1:], state))), is_noted=bool(keys), is_outside=bool(keys))


def with_lineage(raw: RawTables, lineage: Lineage, name: str, before: "KeptState | None" = None) -> RawTables:
    """The tables with their lineage noted, and the hash of what they hold now. Raises DamagedError."""
    about = {**raw["meta"]["1"], "keys": list(lineage.keys), "state": state_of(raw, name, before)}
    return {**raw, "meta": {**raw["meta"], "1": about}}


def state_of(raw: RawTables, name: str, before: "KeptState | None" = None) -> str:
    """A hash of all tables but `meta`, whatever their order. Raises DamagedError when they are too deep.

    `before` has what was hashed before.
    """
    tables = {table: documents for table, documents in sorted(raw.items()) if table != "meta"}
    try:
        return before.of(tables) if before else sha256(_sorted_text(tables)).hexdigest()
    except orjson.JSONEncodeError as error:
        raise DamagedError(f"{name} is geen leesbaar dossier: het is te diep genest.") from error


class KeptState:
    """The hash of tables, and what it was after each piece of them: it is only worked out on from the first new one."""

    def __init__(self) -> None:
        self._texts = TableTexts(TableNotation(_hashed_text, before=b"", between=b",", after=b"", is_sorted=True))
        self._pieces: list[bytes] = []
        self._after = [sha256()]

    def of(self, tables: Mapping[str, Mapping[str, Any]]) -> str:
        """The hash of these tables, which are in order. Raises JSONEncodeError."""
        hashed = self._texts.of(tables)
        pieces = [
            b"{",
            *chain.from_iterable((b"," if place else b"", *text) for place, text in enumerate(hashed)),
            b"}",
        ]
        kept = zip(pieces, self._pieces, strict=False)
        same = next((place for place, (new, old) in enumerate(kept) if new != old), min(len(pieces), len(self._pieces)))
        del self._after[same + 1 :]
        for piece in pieces[same:]:
            state = self._after[-1].copy()
            state.update(piece)
            self._after.append(state)
        self._pieces = pieces
        return self._after[-1].hexdigest()


def _hashed_text(table: str, documents: Mapping[str, Any]) -> bytes:
    """The part of one table in what `state_of` hashes."""
    return b"%b:%b" % (_sorted_text(table), _sorted_text(documents))


def _sorted_text(value: object) -> bytes:
    return orjson.dumps(value, as_written, orjson.OPT_SORT_KEYS)


def noted_keys(about: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys in a file; none when another program left something else there."""
    keys = about.get("keys")
    if not isinstance(keys, list) or not all(isinstance(key, str) and _KEY.fullmatch(key) for key in keys):
        return ()
    return tuple(keys)


def _digest(*words: str) -> str:
    return sha256(" ".join(words).encode()).hexdigest()[:16]
