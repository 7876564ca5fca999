"""A copy of a dossier as its file holds it, and what becomes of it together with another one."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Unsettled
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import LARGEST_FILE, parsed, too_large, up_to_date
from sto_tui.storage.file.durable_write import why_not_read
from sto_tui.storage.file.errors import DossierError, OtherKindError
from sto_tui.storage.file.held_folder import read_ordinary
from sto_tui.storage.file.lineage import Lineage, lineage_of
from sto_tui.storage.file.migrations import RawTables


@frozen
class DossierCopy:
    """The tables of a copy, in the present form, and which changes are in them."""

    path: Path
    raw: RawTables
    lineage: Lineage


Documents = Mapping[tuple[str, str], Any]
"""Documents by table and id, None for one that goes; without an id it is a table that is no table."""


@frozen
class DocumentEdit:
    """A document that this version cannot use, before and after; None when it was not there."""

    table: str
    number: str
    before: Any
    after: Any

    @property
    def reversed(self) -> "DocumentEdit":
        """The edit that takes it back."""
        return DocumentEdit(self.table, self.number, self.after, self.before)


def fitting(raw: RawTables, edits: Iterable[DocumentEdit]) -> Iterator[DocumentEdit]:
    """Those of the edits, one after another, whose document stands as it did before; another one is left alone."""
    changed: dict[tuple[str, str], Any] = {}
    for edit in edits:
        place = edit.table, edit.number
        if (changed[place] if place in changed else document_at(raw, *place)) == edit.before:
            changed[place] = edit.after
            yield edit


def document_at(raw: RawTables, table: str, number: str) -> Any:
    """The document of a table; None when it is not there."""
    documents: Any = raw.get(table)
    if not number:
        return documents
    return documents.get(number) if isinstance(documents, dict) else None


def with_edits(raw: RawTables, edits: Iterable[DocumentEdit]) -> RawTables:
    """The tables as these edits leave them."""
    return with_documents(raw, {(edit.table, edit.number): edit.after for edit in edits})


def with_documents(raw: RawTables, documents: Documents) -> RawTables:
    """The tables with these documents in them; ids in order where they are numbers."""
    changed: dict[str, Any] = dict(raw)
    for table in {table for table, _ in documents}:
        given = {number: document for (name, number), document in documents.items() if name == table}
        if "" in given:
            changed[table] = given[""]
            continue
        kept = [(key, value) for key, value in ({**changed.get(table, {}), **given}).items() if value is not None]
        in_order = dict(sorted(kept, key=lambda item: (int(item[0]) if item[0].isdecimal() else 0, item[0])))
        # An unknown table that is empty again was not there before, as far as anybody can see.
        changed[table] = in_order if in_order or table in TABLES else None
    return {table: value for table, value in changed.items() if value is not None}


@frozen
class Joined:
    """What becomes of a dossier when another copy is brought together with it.

    `beside` are the edits of documents that this version cannot use. `unsettled` is all that is to be chosen then, of
    which `asked` were not in ours yet. `ours` is the last change of the dossier as it was, `base` the last that
    both copies had, empty when that is not known. `brought` are the changes that come in, and `lineage` is that of
    both. `given` are the numbers that decisions of the stuurgroep ever got in either, per year the highest.
    """

    change: Change
    beside: tuple[DocumentEdit, ...]
    unsettled: tuple[Unsettled, ...]
    asked: tuple[Unsettled, ...]
    ours: str
    theirs: str
    lineage: Lineage
    brought: tuple[str, ...]
    base: str
    given: Mapping[int, int]

    @property
    def changes_anything(self) -> bool:
        """Whether the other copy brings in anything that people see."""
        return any(edit.says_something for edit in self.change.edits) or bool(self.beside or self.asked)

    @property
    def is_known(self) -> bool:
        """Whether all changes of the other copy are in the dossier already."""
        return self.lineage.tip == self.ours


def read_copy(path: Path, place: Path | None = None) -> DossierCopy:
    """Reads a copy; `place` is where it belongs when it stands elsewhere for a moment. Raises DossierError.

    A link is refused: what lies beside a dossier may have been put there by somebody else.
    """
    name = (place or path).name
    try:
        if path.lstat().st_size > LARGEST_FILE:
            raise DossierError(too_large(path.name))
        data = read_ordinary(path)
    except OSError as error:
        raise DossierError(why_not_read(path, error)) from error
    try:
        raw = parsed(data, name)
    except OtherKindError as error:
        raise error.at(place or path) from error
    return DossierCopy(place or path, up_to_date(raw, name), lineage_of(raw, name))
