"""Several processes on one dossier, and processes that are killed while they save. What is counted is loss."""

import json
import os
import random
import select
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.measuring import Row
from sto_tui.domain.change import ConflictError, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.store import DossierStore

FIELDS = ("title", "deelproject", "tangible_result")
WRITERS = 4
PAUSE = 0.02
KILLED_WITHIN = 0.02


def make_small(path: Path, milestones: int = 5) -> None:
    """Writes a dossier that opens in a moment."""
    records = {
        number: Milestone(id=number, number=f"1.{number}", title="keer 0") for number in range(1, milestones + 1)
    }
    DossierStore.create(path, new_dossier("Proef", "2027-2028").with_tables({"milestones": records}))


def opened(path: Path, user: str = "jan") -> DossierStore:
    """A session of its own."""
    return DossierStore.open(path, user, datetime.now)


def forked(work: Callable[[], None]) -> int:
    """Does `work` in a child process; returns its number. What goes wrong there ends it with 1."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def ended_well(child: int) -> bool:
    """Waits for a child process; whether its work was done to the end."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


# Writers at the same time.


@dataclass
class Report:
    """What one writer saw. An accepted edit is: the milestone, the field, what it said before and what it says now."""

    accepted: list[tuple[int, str, str, str]] = field(default_factory=list)
    merged: int = 0
    conflicts: int = 0
    busy: int = 0
    unreported: int = 0


@dataclass(frozen=True)
class Outcome:
    """What all writers together came to.

    `lost` are accepted edits that someone wrote over without having seen them; `unreported` are changes that a look at
    the file did not tell, or that are not in the history.
    """

    accepted: int
    merged: int
    conflicts: int
    busy: int
    lost: int
    unreported: int


class Writer:
    """A session that edits again and again, from what it happens to see, and keeps account."""

    def __init__(self, path: Path, number: int, milestones: tuple[int, ...]) -> None:
        self._name = f"schrijver {number}"
        self._store = opened(path, self._name)
        self._milestones = milestones
        self._choose = random.Random(number)
        self._known = dict(self._store.dossier.of(Milestone))
        self.report = Report()

    def edit(self, round_: int) -> None:
        """One edit; after a conflict it looks what is new and tries again.

        Before it a moment in which others can come in, or each writer would do all its edits in one go.
        """
        time.sleep(self._choose.uniform(0, PAUSE))
        number, name = self._choose.choice(self._milestones), self._choose.choice(FIELDS)
        value = f"{self._name}, keer {round_}"
        while True:
            start = self._store.dossier.of(Milestone)[number]
            try:
                settled = self._store.apply(changing(self._store.dossier, start, start.changed(**{name: value}))).edits[
                    0
                ]
            except ConflictError:
                self.report.conflicts += 1
                self.look()
            except DossierError as error:
                if "bezet" not in str(error):
                    raise
                self.report.busy += 1
            else:
                break
        self.report.accepted.append((number, name, getattr(start, name), value))
        self.report.merged += _said(settled.before) != _said(start)
        self._known[number] = self._known[number].model_copy(update={name: value})

    def look(self) -> None:
        """Takes in what others did; every difference that is not ours has to be told."""
        told = self._store.poll()
        now = self._store.dossier.of(Milestone)
        self.report.unreported += sum(
            _said(record) != _said(self._known.get(number)) and Ref("milestones", number) not in told
            for number, record in now.items()
        )
        self._known = dict(now)


def _said(record: Any) -> Any:
    return record and record.model_copy(update={"rev": 0})


def write_at_once(path: Path, times: int, milestones: Callable[[int], tuple[int, ...]]) -> Outcome:
    """Lets four processes make `times` edits each, at the milestones that `milestones` gives for their number."""
    start = opened(path).dossier.of(Milestone)
    reports = [path.with_name(f"verslag-{number}.json") for number in range(WRITERS)]

    def write(number: int) -> None:
        writer = Writer(path, number, milestones(number))
        for round_ in range(times):
            writer.edit(round_)
        writer.look()
        reports[number].write_text(json.dumps(vars(writer.report)))

    ends = [ended_well(child) for child in [forked(partial(write, number)) for number in range(WRITERS)]]
    if not all(ends):
        raise RuntimeError("a writer did not come to its end")
    found = [Report(**json.loads(report.read_text())) for report in reports]
    accepted = [edit for report in found for edit in report.accepted]
    return Outcome(
        accepted=len(accepted),
        merged=sum(report.merged for report in found),
        conflicts=sum(report.conflicts for report in found),
        busy=sum(report.busy for report in found),
        lost=_lost(accepted, start, opened(path).dossier.of(Milestone)),
        unreported=sum(report.unreported for report in found) + len(accepted) - len(list(history_titles(path, FIELDS))),
    )


def _lost(accepted: list[tuple[int, str, str, str]], start: Any, end: Any) -> int:
    """Edits that are not on the way from what a field said first to what it says at last, each from the one before."""
    lost = 0
    for number in start:
        for name in FIELDS:
            steps = [(before, after) for one, other, before, after in accepted if (one, other) == (number, name)]
            next_of = dict(steps)
            value, walked = getattr(start[number], name), 0
            while value in next_of:
                value, walked = next_of.pop(value), walked + 1
            lost += len(steps) - walked + (value != getattr(end[number], name))
    return lost


def history_titles(path: Path, fields: tuple[str, ...] = ("title",)) -> Iterator[str]:
    """What was written in these fields of a milestone that was there, by the history, read without our code."""
    for line in (companion_folder(path) / "geschiedenis.jsonl").read_bytes().split(b"\n"):
        try:
            edits = json.loads(line)["edits"]
        except ValueError:
            continue
        for before, after in ((edit["before"], edit["after"]) for edit in edits):
            yield from (after[name] for name in fields if name in after and after[name] != before.get(name))


# Writers that are killed.


@dataclass
class Kills:
    """What came of killing writers. `halfway` counts edits that were on disk before they were acknowledged."""

    killed: int = 0
    acknowledged: int = 0
    halfway: int = 0
    unreadable: int = 0
    lost: int = 0


def save_until_killed(path: Path, acknowledge: int, start: int) -> None:
    """Makes edits numbered from `start`, and writes every number that was acknowledged to a descriptor."""
    store = opened(path)
    for number in count(start):
        record = store.dossier.of(Milestone)[1]
        store.apply(changing(store.dossier, record, record.changed(title=f"keer {number}")))
        os.write(acknowledge, f"{number}\n".encode())


def kill_while_saving(path: Path, start: int, until_ready: float, after: float) -> list[int]:
    """Kills a writer some seconds after its first save, or after `until_ready`; returns what was acknowledged."""
    reading, writing = os.pipe()
    child = forked(lambda: save_until_killed(path, writing, start))
    os.close(writing)
    select.select([reading], [], [], until_ready)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as acknowledged:
        return [int(line) for line in acknowledged]


def kill_often(path: Path, times: int, seed: int) -> Kills:
    """Kills writers in the midst of saves; after each the file has to open, with all that was acknowledged in it.

    The moments are spread over the time of several saves, a slice for each kill: by chance alone a third of the slices
    would be left out.
    A busy machine kills writers before they save much: it goes on until more edits than `times` were acknowledged,
    and gives up at twice as many kills.
    """
    chance = random.Random(seed)
    slices = chance.sample(range(times), times)
    found = Kills()
    stands = 0
    all_acknowledged: set[int] = set()
    while found.killed < times or (len(all_acknowledged) <= times and found.killed < 2 * times):
        until_ready = 10.0 if chance.random() < 0.8 else chance.uniform(0, 0.01)
        moment = KILLED_WITHIN * (slices[found.killed % times] + chance.random()) / times
        acknowledged = kill_while_saving(path, stands + 1, until_ready, moment)
        found.killed += 1
        all_acknowledged.update(acknowledged)
        last = max(acknowledged, default=stands)
        try:
            stands = int(opened(path).dossier.of(Milestone)[1].title.split()[-1])
        except DossierError:
            found.unreadable += 1
            break
        found.lost += stands not in (last, last + 1)
        found.halfway += stands == last + 1
        if chance.random() < 0.1:
            tear_history(path)
    found.acknowledged = len(all_acknowledged)
    logged = {int(title.split()[-1]) for title in history_titles(path)}
    found.lost += len(all_acknowledged - logged)
    return found


def tear_history(path: Path) -> None:
    """Half a line at the end of the history, as a loss of power can leave it."""
    with (companion_folder(path) / "geschiedenis.jsonl").open("ab") as file:
        file.write(b'{"key": "0", "at": "2026-')


def session_rows(work: Path) -> Iterator[Row]:
    """Loss with four writers at once, and with writers that are killed: nothing may be lost, ever."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        apart, together, killed = (work / name for name in ("apart.sto.json", "samen.sto.json", "kill.sto.json"))
        make_small(apart, WRITERS)
        yield from _loss_rows("4 x 200 edits, own records", write_at_once(apart, 200, lambda number: (number + 1,)))
        make_small(together, 5)
        outcome = write_at_once(together, 200, lambda number: (1, 2, 3, 4, 5))
        what = f"4 x 200, same 5 ({outcome.merged} merged, {outcome.conflicts} conflicts)"
        yield from _loss_rows(what, outcome)
        make_small(killed, 1)
        kills = kill_often(killed, 300, seed=1)
        what = f"{kills.killed} kills in {kills.acknowledged} saves"
        yield _none_row(f"{what}: unreadable", kills.unreadable)
        yield _none_row(f"{what}: acknowledged lost", kills.lost)


def _loss_rows(what: str, outcome: Outcome) -> Iterator[Row]:
    yield _none_row(f"{what}: lost", outcome.lost)
    yield _none_row(f"{what}: unreported", outcome.unreported)


def _none_row(what: str, found: int) -> Row:
    return Row(what, str(found), "", "", "0", found == 0)
