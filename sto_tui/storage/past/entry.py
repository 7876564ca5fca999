"""One line of the history: who changed what and when, and the change that takes it back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from sto_tui.domain.change import Change, Edit
from sto_tui.domain.merging.records import merged
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen
from sto_tui.storage.file.dossier_copy import DocumentEdit
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.migrations import FIRST, SCHEMA, migrated_record

LATEST = 50
"""Lines in which what happened a moment ago is looked for."""
BACK = "Teruggezet: "
AGAIN = "Terugzetten ongedaan gemaakt: "
SOMEONE = "iemand"

Document = Mapping[str, Any]


@frozen
class PastEdit:
    """One record as it was stored before and after; None when it was not there."""

    ref: Ref
    before: Document | None
    after: Document | None

    def is_replaced_by(self, now: Record | None) -> bool:
        """Whether every value that it gave the record is another one by now."""
        if self.before is None or self.after is None or now is None:
            return False
        was, given, stands = self.before, self.after, now.document()
        names = [name for name in {*was, *given} if name != "rev" and was.get(name) != given.get(name)]
        return all(stands.get(name) != given.get(name) for name in names)


@frozen
class Entry:
    """One line of the history.

    `parents` are the keys of the changes that the dossier ended with before this one; of two when it was a merge. A
    line without any is no change of the dossier, or of before changes had them. Of a merge, `brought` are the changes
    that came in with it, and `base` is the last that both copies had; what takes a merge back `forgets` them. `beside`
    are the edits of documents that this version cannot use.
    """

    at: datetime
    by: str
    label: str
    edits: tuple[PastEdit, ...]
    key: str
    parents: tuple[str, ...] = ()
    brought: tuple[str, ...] = ()
    base: str = ""
    forgets: tuple[str, ...] = ()
    beside: tuple[DocumentEdit, ...] = ()

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The records that changed."""
        return tuple(edit.ref for edit in self.edits)


class KeptHistory(Protocol):
    """The history of one dossier, wherever it stands."""

    def entries(self) -> Iterator[Entry]:
        """All changes, newest first. Raises DossierError."""

    def latest(self, how_many: int) -> list[Entry]:
        """The last changes, newest first; none when the history cannot be read."""


def past_edits(change: Change) -> tuple[PastEdit, ...]:
    """The edits of a change as the history holds them."""
    return tuple(
        PastEdit(edit.ref, *(record.document() if record else None for record in (edit.before, edit.after)))
        for edit in change.edits
    )


def change_of(entry: Entry, said: str, follows: tuple[str, ...]) -> Change:
    """The change that a line tells of, without what was said before its label. Raises DossierError.

    What `follows` in it no line of the history tells.
    """
    edits = (Edit(edit.ref, _record(edit.ref, edit.before), _record(edit.ref, edit.after)) for edit in entry.edits)
    return Change(entry.label.removeprefix(said), tuple(edits), follows=follows)


def taken_back(entries: Sequence[Entry]) -> Change:
    """The change that takes back all these changes, given newest first. Raises DossierError.

    Per record it goes from what the newest left to what the oldest found; what was changed in between by another
    program stays.
    """
    versions: dict[Ref, tuple[Record | None, Record | None]] = {}
    for entry in entries:
        for edit in reversed(entry.edits):
            before, after = _record(edit.ref, edit.before), _record(edit.ref, edit.after)
            now, then = versions.get(edit.ref, (after, after))
            versions[edit.ref] = (now, _one_back(edit.ref, before, after, then))
    edits = tuple(Edit(ref, now, then) for ref, (now, then) in versions.items() if not _same(now, then))
    return Change(_label(entries), edits)


def _label(entries: Sequence[Entry]) -> str:
    """Names the one change that is put back, or how many there are and from when."""
    if len(entries) == 1:
        label = entries[0].label
        return f"{AGAIN}{label.removeprefix(BACK)}" if label.startswith(BACK) else f"{BACK}{label.removeprefix(AGAIN)}"
    return f"{len(entries)} wijzigingen teruggezet, vanaf {entries[-1].at:%d-%m-%Y %H:%M}" if entries else ""


def _one_back(ref: Ref, before: Record | None, after: Record | None, then: Record | None) -> Record | None:
    """What stood there before an edit, when `then` is what stood there after it."""
    if before is None or after is None or then is None:
        return before
    record, clashes = merged(after, before, then)
    if clashes:
        raise DossierError(
            f"Een regel ({TABLES[ref.table].singular}) is tussendoor buiten sto-tui gewijzigd en kan niet worden "
            "teruggezet. Er is niets gewijzigd; zet minder wijzigingen terug."
        )
    return record


def _same(now: Record | None, then: Record | None) -> bool:
    """Whether two versions of a record say the same; `rev` aside."""
    return now == then if now is None or then is None else now.model_copy(update={"rev": then.rev}) == then


def _record(ref: Ref, document: Document | None) -> Record | None:
    if document is None:
        return None
    try:
        return TABLES[ref.table].model.model_validate({**document, "id": ref.id})
    except (ValueError, KeyError) as error:
        raise DossierError(
            "Deze wijziging komt uit een andere versie van sto-tui en kan niet worden teruggezet. "
            "Zet een kopie terug of wijzig het met de hand."
        ) from error


def stored_entry(entry: Entry) -> Mapping[str, Any]:
    """A line as it is stored."""
    return {
        "key": entry.key,
        **({"parents": entry.parents} if entry.parents else {}),
        **({"brought": entry.brought} if entry.brought else {}),
        **({"base": entry.base} if entry.base else {}),
        **({"forgets": entry.forgets} if entry.forgets else {}),
        **({"beside": entry.beside} if entry.beside else {}),
        "schema": SCHEMA,
        "at": entry.at.isoformat(timespec="seconds"),
        "by": entry.by,
        "label": entry.label,
        "edits": [{"ref": str(edit.ref), "before": edit.before, "after": edit.after} for edit in entry.edits],
    }


def entry_from(fields: Any) -> Entry | None:
    """The line that was stored so, in the present form; None when it is none."""
    try:
        schema = int(fields.get("schema", FIRST))
        edits = tuple(_past_edit(edit, schema) for edit in fields["edits"])
        at = datetime.fromisoformat(fields["at"])
        by, label = clean_line(str(fields["by"])) or SOMEONE, clean_line(str(fields["label"]))
        parents, brought, forgets = (
            tuple(str(key) for key in fields.get(name, ())) for name in ("parents", "brought", "forgets")
        )
        key, base = str(fields.get("key", "")), str(fields.get("base", ""))
        beside = tuple(_document_edit(edit) for edit in fields.get("beside", ()))
        return Entry(at.replace(tzinfo=None), by, label, edits, key, parents, brought, base, forgets, beside)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _past_edit(edit: Mapping[str, Any], schema: int) -> PastEdit:
    """An edit of a line in the form `schema`, in the present form."""
    ref = Ref.parse(edit["ref"])
    return PastEdit(ref, _document(ref, edit["before"], schema), _document(ref, edit["after"], schema))


def _document_edit(edit: Mapping[str, Any]) -> DocumentEdit:
    return DocumentEdit(str(edit["table"]), str(edit["number"]), edit["before"], edit["after"])


def _document(ref: Ref, stored: Any, schema: int) -> Document | None:
    if stored is None:
        return None
    if not isinstance(stored, dict):
        raise TypeError("a document is an object")
    return migrated_record(ref.table, stored, schema)
