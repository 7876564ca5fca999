"""A file that stands where the dossier was and does not hold all that the dossier held: an older or another copy."""

from collections.abc import Callable, Collection
from typing import Any

from sto_tui.domain.dutch import count
from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import APART, CopyRelation, Lineage, relation
from sto_tui.storage.file.migrations import RawTables

Stamp = tuple[int, int, int, int]
"""What tells one version of a file from another: time of change, inode, size, and when any of them changed."""

_FOLLOWED: Collection[CopyRelation] = (CopyRelation.SAME, CopyRelation.NEWER)


@frozen
class FileVersion:
    """What was read from a file: its tables in the present form, its own form, and which changes it holds."""

    stamp: Stamp
    tables: RawTables
    schema: int
    lineage: Lineage


@frozen
class Newcomer:
    """A version that took the place of ours, with what it is to ours. Until someone chose, nothing is written."""

    version: FileVersion
    relation: CopyRelation
    missing: int
    """How many of our changes it lacks; 0 when that cannot be told."""
    new: int
    """How many changes it has that we lack; 0 when that cannot be told."""

    @property
    def sentence(self) -> str:
        """What happened, in Dutch, short enough for the line under a form."""
        if self.relation is CopyRelation.OTHER_DOSSIER:
            return f"Hier staat nu het dossier van {region_of(self.version.tables)}."
        kind = "oudere versie" if self.relation is CopyRelation.OLDER else "andere kopie"
        without = f", zonder {count(self.missing, 'wijziging', 'wijzigingen')}" if self.missing else ""
        return f"Er staat een {kind}{without}."


class ReplacedError(DossierError):
    """Another version stands where ours was: nothing was written."""

    def __init__(self, newcomer: Newcomer) -> None:
        super().__init__(f"Er is niets opgeslagen. Kies eerst met ctrl+o welke versie geldt. {newcomer.sentence}")


LeadsOn = Callable[[str, Lineage], bool]
"""Whether the history leads from a change to a lineage: a file does not name its changes of long ago for ever."""


def newcomer_of(ours: Lineage, version: FileVersion, leads_on: LeadsOn) -> Newcomer | None:
    """The version as a newcomer; None when it holds all that ours held and can be followed.

    What another program did and took back, or did in another way, is followed too: that was nobody's work here.
    """
    told = relation(ours, version.lineage)
    if told in _FOLLOWED or relation(ours.within, version.lineage) in _FOLLOWED:
        return None
    if told in APART and leads_on(ours.within.tip, version.lineage):
        return None
    if told in APART and leads_on(version.lineage.within.tip, ours):
        told = CopyRelation.OLDER
    return Newcomer(version, told, len(keys_since(ours, version.lineage)), len(keys_since(version.lineage, ours)))


def keys_since(lineage: Lineage, base: Lineage) -> tuple[str, ...]:
    """The changes after the last one that both have, oldest first; none when they have none in common."""
    places = [place for place, key in enumerate(lineage.keys) if key in base.keys]
    return lineage.keys[places[-1] + 1 :] if places else ()


def region_of(tables: RawTables) -> str:
    """The name of the region of a dossier."""
    documents: list[Any] = list(tables.get("region", {}).values())
    name = documents[0].get("name") if documents and isinstance(documents[0], dict) else None
    return clean_line(str(name or "een andere regio"))[:60]
