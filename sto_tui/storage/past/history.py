"""Who changed what and when: one JSON line per change, only ever appended, beside the dossier."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from sto_tui.domain.change import Change, Edit
from sto_tui.domain.merging.records import merged
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen
from sto_tui.storage.file.companion_folder import beside, companion_folder, made_beside
from sto_tui.storage.file.dossier_copy import DocumentEdit
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.migrations import FIRST, SCHEMA, migrated_record
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.file.rights import share, status_of

NAME = "geschiedenis.jsonl"
LATEST = 50
"""Lines in which what happened a moment ago is looked for."""
BACK = "Teruggezet: "
AGAIN = "Terugzetten ongedaan gemaakt: "
SOMEONE = "iemand"
_BLOCK = 64 * 1024

Document = Mapping[str, Any]


@frozen
class PastEdit:
    """One record as it was stored before and after; None when it was not there."""

    ref: Ref
    before: Document | None
    after: Document | None


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


class History:
    """The history of one dossier, in `NAAM.sto.d/geschiedenis.jsonl`."""

    def __init__(self, dossier_path: Path, name: str = NAME) -> None:
        self._dossier_path = dossier_path
        self.path = companion_folder(dossier_path) / name

    def append(self, entry: Entry) -> None:
        """Adds a line, durably. Raises OSError; the change itself is on disk already."""
        line = {
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
        self._append(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))

    def _append(self, line: bytes) -> None:
        with made_beside(self._dossier_path) as folder:
            descriptor = self._to_append(folder)
        try:
            if not _ends_whole(descriptor):
                line = b"\n" + line
            while line:
                line = line[os.write(descriptor, line) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _to_append(self, folder: HeldFolder) -> int:
        """The open history. A file with a second name could be one of elsewhere. Raises OSError."""
        flags = os.O_RDWR | os.O_APPEND
        try:
            return folder.open(NAME, flags, only_name=True)
        except FileNotFoundError:
            descriptor = folder.open(NAME, flags | os.O_CREAT, only_name=True)
        share(descriptor, status_of(self._dossier_path))
        return descriptor

    def entries(self) -> Iterator[Entry]:
        """All changes, newest first; a torn or foreign line is passed over. Raises DossierError."""
        try:
            for line in _lines_backwards(self._to_read()):
                entry = _entry(line)
                if entry:
                    yield entry
        except FileNotFoundError:
            return
        except OSError as error:
            raise DossierError(
                f"{self.path} kan niet gelezen worden: {reason(error)}. Hernoem wat er staat, of vraag om rechten."
            ) from error

    def _to_read(self) -> BinaryIO:
        with beside(self._dossier_path) as folder:
            return open(folder.open(self.path.name), "rb")

    def latest(self, how_many: int) -> list[Entry]:
        """The last changes, newest first; none when the history cannot be read."""
        try:
            return list(islice(self.entries(), how_many))
        except DossierError:
            return []


def past_edits(change: Change) -> tuple[PastEdit, ...]:
    """The edits of a change as the history holds them."""
    return tuple(
        PastEdit(edit.ref, *(record.document() if record else None for record in (edit.before, edit.after)))
        for edit in change.edits
    )


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


def _ends_whole(descriptor: int) -> bool:
    """Whether the last line was written to its end: after a crash it may not be, and then the next starts anew."""
    size = os.fstat(descriptor).st_size
    if not size:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"


def _lines_backwards(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file from the last to the first, without reading more of it than is asked for; closes it."""
    with file:
        place = file.seek(0, os.SEEK_END)
        rest: list[bytes] = []
        while place > 0:
            size = min(_BLOCK, place)
            place = file.seek(place - size)
            first, *lines = file.read(size).split(b"\n")
            if lines:
                lines[-1] += b"".join(reversed(rest))
                yield from reversed(lines)
                rest = []
            rest.append(first)
        yield b"".join(reversed(rest))


def _entry(line: bytes) -> Entry | None:
    try:
        fields: Mapping[str, Any] = orjson.loads(line)
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
