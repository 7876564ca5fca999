"""A server with dossiers: which there are, opening one, putting one there, and who may do what."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib.resources import files
from typing import Any
from uuid import UUID, uuid4

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen
from sto_tui.planning.national import SeenRegion
from sto_tui.storage.file.codec import raw_from
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import new_key
from sto_tui.storage.file.migrations import SCHEMA, RawTables
from sto_tui.storage.past.entry import Entry, stored_entry
from sto_tui.storage.served.connection import ServerConnection
from sto_tui.storage.served.national import followed, seen_regions
from sto_tui.storage.served.reasons import NOT_CHANGED, NOT_SET_UP, ServerRefusedError
from sto_tui.storage.served.server_settings import ServerSettings
from sto_tui.storage.served.store import ServedStore
from sto_tui.storage.served.version import as_json, not_there, rest_of

LEVELS = ("lezer", "bewerker", "beheerder", "landelijk")
"""What somebody may be of a dossier: reading it, changing it, also letting others in, or seeing chosen fields only."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_REFUSED = re.compile("[\\x00\\ud800-\\udfff]")
_MOST_PLACES = 5
_NO_RIGHTS = "42501"
_LIST = """
SELECT d.name, (SELECT level FROM sto.members m WHERE m.dossier = d.dossier AND member = session_user), c.at, c.by
FROM sto.dossiers d JOIN sto.changes c USING (dossier) WHERE c.seq = d.seq ORDER BY d.name
"""
_MEMBERS = """
SELECT m.member, m.level FROM sto.members m JOIN sto.dossiers d USING (dossier) WHERE d.name = %s ORDER BY m.member
"""


@frozen
class ServedDossier:
    """A dossier on a server, with what the one who is logged in may, and who changed it last."""

    name: str
    level: str
    changed_at: datetime
    changed_by: str


@frozen
class ServedMember:
    """Who may do something with a dossier."""

    name: str
    level: str


def set_up_text() -> str:
    """What makes a database ready for dossiers, for who owns the server to read and to run."""
    here = files("sto_tui.storage.served")
    parts = ((here / name).read_text(encoding="utf-8") for name in ("schema.sql", "functions.sql"))
    return "\n".join(("BEGIN;", *parts, "COMMIT;\n"))


def connect(settings: ServerSettings) -> "Server":
    """Goes to a server. Raises DossierError with one Dutch sentence."""
    connection = ServerConnection(settings)
    connection.connect()
    return Server(connection)


class Server:
    """A server, by one connection. Every method raises DossierError when the server does not do it."""

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection

    def close(self) -> None:
        """Ends the connection; a store that was opened by it has ended too."""
        self._connection.close()

    def set_up(self) -> None:
        """Makes the database ready for dossiers; it has to be one of its own, and its owner has to ask."""
        try:
            with self._connection.saving(NOT_SET_UP):
                self._connection.read(set_up_text())
        except ServerRefusedError as error:
            # What was begun is undone with the connection.
            self.close()
            if error.state != _NO_RIGHTS:
                raise
            raise DossierError(
                f"Op {self._connection.server} ben je niet de eigenaar van de database, of mag je geen rollen maken. "
                "Er is niets gemaakt; vraag wie de server beheert."
            ) from error

    def dossiers(self) -> Sequence[ServedDossier]:
        """The dossiers that the one who is logged in may open, by name."""
        rows = self._connection.read(_LIST)
        return [ServedDossier(name, level, at.astimezone().replace(tzinfo=None), by) for name, level, at, by in rows]

    def followed(self) -> list[str]:
        """The names of the dossiers of which the one who is logged in is landelijk."""
        return followed(self._connection)

    def national(self) -> list[SeenRegion]:
        """What the dossiers give of which the one who is logged in is landelijk."""
        return seen_regions(self._connection)

    def open(self, name: str, user: str, clock: Callable[[], datetime]) -> ServedStore:
        """Opens a dossier."""
        return ServedStore(self._connection, name, user, clock)

    def create(self, name: str, dossier: Dossier, clock: Callable[[], datetime]) -> None:
        """Puts a new dossier on the server."""
        self.put(name, raw_from(dossier), clock)

    def put(self, name: str, raw: RawTables, clock: Callable[[], datetime]) -> str:
        """Puts the dossier of a file on the server, as its tables stand in it, in the present form.

        Raises DossierError. What another program left in it and a server does not take is left out; the sentence that
        comes back names the fields, and is empty when there were none.
        """
        if not _NAME.fullmatch(name):
            raise DossierError(
                f"‘{name[:60]}’ kan niet de naam van een dossier op een server zijn: gebruik kleine letters, cijfers "
                "en streepjes, ten hoogste 60."
            )
        about = {field: value for field, value in raw["meta"]["1"].items() if field not in ("state", "served")}
        key = new_key()
        entry = Entry(clock(), "", "Dossier op de server gezet", (), key)
        left_out: list[str] = []
        tables = _cleaned({table: raw.get(table, {}) for table in TABLES}, "", left_out)
        rest = _cleaned({**rest_of(raw), "meta": {"1": about}}, "", left_out)
        with self._connection.saving():
            self._connection.read(
                "SELECT sto.put_down(%s, %s, %s, %s, %s::json, %s::json, %s::json)",
                _uuid(str(about.get("dossier", ""))),
                name,
                SCHEMA,
                key,
                as_json(stored_entry(entry)),
                as_json(rest),
                as_json(tables),
            )
        places = enumerate_words(list(dict.fromkeys(left_out))[:_MOST_PLACES])
        return f"Weggelaten tekens die een server niet aanneemt, in {places}." if places else ""

    def invite(self, member: str, level: str, dossier: str) -> bool:
        """Lets somebody in, or gives another level; whether that one can log in there already."""
        if level not in LEVELS:
            raise DossierError(f"‘{level[:40]}’ is geen rol. Kies uit {enumerate_words(LEVELS, 'of')}.")
        if not member or clean_line(member) != member or len(member.encode()) > 63:
            raise DossierError("Die naam kan niemand op een server hebben. Gebruik de naam waarmee die persoon inlogt.")
        return self._about(dossier, "SELECT sto.invite(%s, %s, %s)", member, level)

    def revoke(self, member: str, dossier: str) -> bool:
        """Takes that back; whether that one was a member."""
        return self._about(dossier, "SELECT sto.revoke(%s, %s)", member)

    def members(self, dossier: str) -> Sequence[ServedMember]:
        """Who may do what with a dossier that one may see."""
        members = [ServedMember(*row) for row in self._connection.read(_MEMBERS, dossier)]
        if not members:
            raise not_there(self._connection, dossier)
        return members

    def _about(self, dossier: str, question: str, *values: str) -> bool:
        rows = self._connection.read("SELECT dossier FROM sto.dossiers WHERE name = %s", dossier)
        if not rows:
            raise not_there(self._connection, dossier)
        with self._connection.saving(NOT_CHANGED):
            ((answer,),) = self._connection.read(question, rows[0][0], *values)
        return bool(answer)


def _cleaned(value: Any, where: str, changed: list[str]) -> Any:
    """A value as the server takes it, without U+0000 and halves of a pair; `changed` gets the places of those."""
    if isinstance(value, dict):
        return {
            _cleaned(name, where, changed): _cleaned(each, f"{where}/{name}", changed) for name, each in value.items()
        }
    if isinstance(value, list):
        return [_cleaned(each, where, changed) for each in value]
    if isinstance(value, str) and (kept := _REFUSED.sub("", value)) != value:
        changed.append(where.strip("/").replace("\0", ""))
        return kept
    return value


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return str(uuid4())
