"""A dossier as it is kept, in a file or on a server: what a test of the store needs of both."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.storage.file.codec import raw_from
from sto_tui.storage.past.entry import Entry
from sto_tui.storage.served.store import ServedStore
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.screen_store import ScreenStore
from tests.conftest import clock
from tests.support.postgres import PEOPLE, Database

AnyStore = DossierStore | ServedStore
NAME = "proef"
_TABLES = ("dossiers", "records", "changes", "members")


class Kept(Protocol):
    """One dossier, and sessions that open it."""

    def open(self, user: str = "jan") -> AnyStore:
        """A session of this person."""

    def tables(self) -> dict[str, Any]:
        """What is kept, past all stores."""

    def writes(self) -> object:
        """Another value after anything was written."""


class KeptInFile:
    """In a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self, user: str = "jan") -> AnyStore:
        """A session of this person."""
        return ScreenStore(self.path, user, clock)

    def tables(self) -> dict[str, Any]:
        """What is in the file."""
        tables: dict[str, Any] = json.loads(self.path.read_bytes())
        return tables

    def writes(self) -> object:
        """Another file."""
        return self.path.stat().st_ino, self.path.read_bytes()


class KeptOnServer:
    """On a server, with a connection for every session."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self._opened: list[ServedStore] = []

    def put(self, raw: dict[str, Any]) -> None:
        """Puts the dossier there, of which everybody but the stranger is bewerker."""
        server = self.database.server("jan", self.folder)
        server.put(NAME, raw, clock)
        for person in PEOPLE[1:3]:
            server.invite(person, "bewerker", NAME)
        server.close()

    def open(self, user: str = "jan") -> AnyStore:
        """A session of this person."""
        store = self.database.server(user, self.folder).open(NAME, user, clock)
        self._opened.append(store)
        return store

    def tables(self) -> dict[str, Any]:
        """What is in the tables of the server."""
        ((rest,),) = self.database.execute("SELECT rest FROM sto.dossiers WHERE name = %s", NAME)
        tables: dict[str, Any] = {**rest, **{table: {} for table in TABLES}}
        records = "SELECT tbl, id, doc FROM sto.records JOIN sto.dossiers USING (dossier) WHERE name = %s ORDER BY id"
        for table, number, document in self.database.execute(records, NAME):
            tables[table][str(number)] = document
        return tables

    def writes(self) -> object:
        """Another place in the history."""
        return self.database.execute("SELECT seq, tip FROM sto.dossiers WHERE name = %s", NAME)

    def back_up(self) -> None:
        """Lays a copy of all that is there aside, for once."""
        for table in _TABLES:
            self.database.execute(f"CREATE TABLE public.{table} AS SELECT * FROM sto.{table}")

    def put_backup_back(self) -> None:
        """Makes it what it was then, at once, under whoever has it open."""
        away = [f"DELETE FROM sto.{table}" for table in reversed(_TABLES)]
        back = [f"INSERT INTO sto.{table} SELECT * FROM public.{table}; DROP TABLE public.{table}" for table in _TABLES]
        self.database.execute("; ".join([*away, *back]))

    def close(self) -> None:
        """Ends the sessions and takes the dossier away."""
        for store in self._opened:
            store.close()
        self.database.clear()


KeepIt = Callable[[Dossier], Kept]


def raw_of(dossier: Dossier) -> dict[str, Any]:
    """The tables of a dossier."""
    return dict(raw_from(dossier))


def check_chain(database: Database) -> None:
    """Numbers without a hole, each change on what the one before it left, and the records what the history leaves."""
    for dossier, seq, tip in database.execute("SELECT dossier, seq, tip FROM sto.dossiers"):
        lines = database.execute("SELECT seq, key, line FROM sto.changes WHERE dossier = %s ORDER BY seq", dossier)
        assert [line[0] for line in lines] == list(range(1, seq + 1)), "a number is missing"
        assert lines[-1][1] == tip
        assert len({key for _, key, _ in lines}) == len(lines)
        left: dict[str, Any] = {}
        for _, _, line in lines:
            for edit in line["edits"]:
                if edit["ref"] in left:
                    assert edit["before"] == left[edit["ref"]], "a change does not stand on the one before it"
                left[edit["ref"]] = edit["after"]
        there = {
            str(Ref(table, number)): document
            for table, number, document in database.execute(
                "SELECT tbl, id, doc FROM sto.records WHERE dossier = %s", dossier
            )
        }
        assert {ref: there.get(ref) for ref in left} == left, "the records are not what the history leaves"


def labels(entries: list[Entry]) -> list[str]:
    """What was done."""
    return [entry.label for entry in entries]
