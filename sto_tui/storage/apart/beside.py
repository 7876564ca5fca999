"""Other copies of a dossier that lie beside it."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sto_tui.storage.apart.conflict_names import copies_by_name
from sto_tui.storage.file.dossier_copy import DossierCopy, read_copy
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import CopyRelation, relation
from sto_tui.storage.file.newcomer import region_of

_BRINGS_SOMETHING = (CopyRelation.NEWER, CopyRelation.APART, CopyRelation.APART_WITHOUT_BASE)


def copies_beside(ours: DossierCopy) -> list[DossierCopy]:
    """The files beside a dossier that are copies of it with something that it lacks. Raises nothing.

    A name is not enough: a copy says itself of which dossier it is.
    """
    copies = []
    for path in copies_by_name(ours.path):
        with suppress(DossierError):
            copy = read_copy(path)
            is_ours = bool(copy.lineage.dossier) and copy.lineage.dossier == ours.lineage.dossier
            if is_ours and relation(ours.lineage, copy.lineage) in _BRINGS_SOMETHING:
                copies.append(copy)
    return copies


def useless_beside(ours: DossierCopy) -> list[tuple[str, str]]:
    """The files that are called as copies of a dossier and cannot be brought in: their names, and why. Raises nothing.

    A sync program may still be writing one.
    """
    useless = []
    for path in copies_by_name(ours.path):
        try:
            copy = read_copy(path)
        except DossierError as error:
            useless.append((path.name, str(error)))
        else:
            if relation(ours.lineage, copy.lineage) is CopyRelation.OTHER_DOSSIER:
                useless.append((path.name, f"{path.name} is een ander dossier, van {region_of(copy.raw)}."))
    return useless


def stamps_beside(dossier: Path) -> Mapping[str, tuple[int, int]]:
    """What tells whether a file that can be a copy came, went or changed: its time and size, by its name."""
    stamps = {}
    for path in copies_by_name(dossier):
        with suppress(OSError):
            status = path.lstat()
            stamps[path.name] = (status.st_mtime_ns, status.st_size)
    return stamps


def told_beside(copies: list[DossierCopy]) -> str:
    """That they are there, as one short Dutch sentence without what to do; empty when there are none."""
    if len(copies) > 1:
        return f"Hiernaast liggen {len(copies)} kopieën met ander werk."
    return f"Hiernaast ligt een kopie met ander werk: {copies[0].path.name}." if copies else ""
