"""One version of a dossier as the server has it, and how it becomes the next one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson

from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import parsed, up_to_date, value_in
from sto_tui.storage.file.dossier_copy import with_documents
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.long_numbers import as_written
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.past.entry import Entry, entry_from
from sto_tui.storage.served.connection import Row, ServerConnection
from sto_tui.storage.served.national import followed
from sto_tui.storage.served.reasons import NoAccessError, advised

# One statement is one moment: line and records belong together. Its first row tells of the dossier itself.
_WHOLE = """
WITH d AS (SELECT * FROM sto.dossiers WHERE {which})
SELECT '' AS tbl, json_build_object(
  'dossier', dossier, 'name', name, 'seq', seq, 'tip', tip, 'format', format,
  'level', (SELECT level FROM sto.members m WHERE m.dossier = d.dossier AND member = session_user),
  'keepers', (
    SELECT json_agg(member ORDER BY member) FROM sto.members m WHERE m.dossier = d.dossier AND level = 'beheerder'
  ),
  'at', (SELECT at FROM sto.changes c WHERE c.dossier = d.dossier AND c.seq = d.seq),
  'fsync', current_setting('fsync')
)::text, rest::text FROM d
UNION ALL
SELECT r.tbl, json_object_agg(r.id, r.doc)::text, '' FROM d JOIN sto.records r USING (dossier) GROUP BY r.tbl
"""
_KEYS = "SELECT key, line -> 'brought' FROM sto.changes WHERE dossier = %s AND seq <= %s ORDER BY seq"
_SINCE = """
SELECT d.format, (SELECT level FROM sto.members m WHERE m.dossier = d.dossier AND member = session_user),
  c.seq, c.key, c.at, c.by, CASE WHEN c.seq > %s THEN c.line::text END,
  CASE WHEN c.seq > %s THEN c.rest::text END
FROM sto.dossiers d LEFT JOIN sto.changes c ON c.dossier = d.dossier AND c.seq >= %s
WHERE d.dossier = %s ORDER BY c.seq
"""


@frozen
class ServedLine:
    """A line of the history with its place; `rest` is what is no record after it, None when that stayed the same."""

    seq: int
    entry: Entry
    rest: RawTables | None


@frozen
class ServedVersion:
    """The dossier at one moment.

    `seq` and `tip` are the place and the key of its last change, `form` is the form in which it is kept, `level` what
    the one who is logged in may. `is_durable` is false when the server says that a change is kept before it is.
    """

    dossier: str
    name: str
    seq: int
    tip: str
    form: int
    level: str
    keepers: tuple[str, ...]
    at: datetime
    is_durable: bool
    stored: RawTables
    raw: RawTables


def whole_by_name(connection: ServerConnection, name: str) -> ServedVersion:
    """The dossier with this name. Raises DossierError; of one that is another's the same as of none."""
    version = _whole(connection.read(_WHOLE.format(which="name = %s"), name), name)
    if version is None:
        raise not_there(connection, name)
    return version


def not_there(connection: ServerConnection, name: str) -> DossierError:
    """A dossier that is not shown under this name. Raises DossierError."""
    if name in followed(connection):
        return NoAccessError(
            f"Je volgt {name} op {connection.server} landelijk, en ziet daarvan alleen gekozen velden. Die toont "
            f"sto landelijk {connection.server}."
        )
    return NoAccessError(
        f"Op {connection.server} is geen dossier ‘{name[:60]}’ waar je bij mag. Kijk de naam na, of vraag toegang."
    )


def whole_by_key(connection: ServerConnection, dossier: str, title: str) -> ServedVersion:
    """The dossier that was open already. Raises DossierError."""
    version = _whole(connection.read(_WHOLE.format(which="dossier = %s"), dossier), title)
    if version is None:
        raise no_access(title, connection.unsaved)
    return version


def no_access(title: str, unsaved: str) -> DossierError:
    """A dossier that was open is no longer shown."""
    return NoAccessError(f"Je hebt geen toegang meer tot {title}. {advised(unsaved, 'vraag de beheerder ervan')}")


def _whole(rows: Sequence[Row], title: str) -> ServedVersion | None:
    about = next((orjson.loads(text) for table, text, _ in rows if not table), None)
    if about is None:
        return None
    rest = next(rest for table, _, rest in rows if not table).strip()
    tables = ",".join(f"{orjson.dumps(table).decode()}:{text}" for table, text, _ in rows if table)
    # The tables that are known come first and hold no word of the rest; both are what a file holds together.
    together = f"{rest[:-1]},{tables}}}" if tables else rest
    stored = _in_order(parsed(together.encode(), title, strictly=False))
    return ServedVersion(
        about["dossier"],
        about["name"],
        about["seq"],
        about["tip"],
        about["format"],
        about["level"],
        tuple(about["keepers"] or ()),
        _local(about["at"]),
        about["fsync"] == "on",
        stored,
        up_to_date(stored, title),
    )


def _in_order(raw: RawTables) -> RawTables:
    """The tables as in a file: all of them, with records by id."""
    documents = {(table, number): document for table in TABLES for number, document in raw.get(table, {}).items()}
    return with_documents({**raw, **{table: raw.get(table, {}) for table in TABLES}}, documents)


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone().replace(tzinfo=None)


@frozen
class Since:
    """What happened after a version: its lines, and whether the server still knows that version at all."""

    form: int
    level: str
    is_known: bool
    lines: tuple[ServedLine, ...]


def since(connection: ServerConnection, dossier: str, seq: int, tip: str, title: str) -> Since:
    """What others did after the change `tip` at the place `seq`. Raises DossierError."""
    rows = connection.read(_SINCE, seq, seq, seq, dossier)
    if not rows:
        raise no_access(title, connection.unsaved)
    first = rows[0]
    lines = tuple(
        _line(place, at.isoformat(), by, value_in(text.encode()), rest and value_in(rest.encode()))
        for _, _, place, _, at, by, text, rest in rows
        if text is not None
    )
    is_whole = [line.seq for line in lines] == list(range(seq + 1, seq + 1 + len(lines)))
    return Since(first[0], first[1], first[3] == tip and is_whole, lines)


def keys_until(connection: ServerConnection, dossier: str, seq: int) -> tuple[str, ...]:
    """The keys of all changes, oldest first, and before each those that came in with it. Raises DossierError."""
    rows = connection.read(_KEYS, dossier, seq)
    return tuple(key for own, brought in rows for key in (*(brought or ()), own))


def lines_in(told: Sequence[Mapping[str, Any]]) -> tuple[ServedLine, ...]:
    """The lines that came as the answer to a change for which others were first."""
    return tuple(_line(each["seq"], each["at"], each["by"], each["line"], each["rest"]) for each in told)


def _line(seq: int, at: str, by: str, line: Mapping[str, Any], rest: Any) -> ServedLine:
    """The server says who and when; a name in the line itself is that of somebody who did it through that one."""
    through = line.get("by")
    said = f"{through} (via {by})" if through and through != by else by
    entry = entry_from({**line, "by": said, "at": _local(at).isoformat()})
    if entry is None:
        raise DossierError("Een regel van de geschiedenis op de server is niet te lezen. Werk sto-tui bij.")
    return ServedLine(seq, entry, rest)


def after_lines(raw: RawTables, lines: Iterable[ServedLine]) -> RawTables:
    """The tables as these changes leave them."""
    documents: dict[tuple[str, str], Any] = {}
    for line in lines:
        for edit in line.entry.edits:
            documents[edit.ref.table, str(edit.ref.id)] = edit.after
        if line.rest is not None:
            raw = with_rest(raw, line.rest)
    return with_documents(raw, documents)


def rest_of(raw: RawTables) -> RawTables:
    """What is no record: `meta`, and the tables that this version does not know."""
    return {table: documents for table, documents in raw.items() if table not in TABLES}


def with_rest(raw: RawTables, rest: RawTables) -> RawTables:
    """The tables with another rest."""
    return {**{table: documents for table, documents in raw.items() if table in TABLES}, **rest}


def as_json(value: object) -> str:
    """What the server is sent."""
    return orjson.dumps(value, as_written).decode()
