"""A line that breaks, people and servers that stop halfway: what was accepted is there, once; the rest is not."""

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sto_tui.domain.change import Change, adding, changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.served.own_states import told_place
from sto_tui.storage.served.reasons import OutcomeUnknownError, UnreachableError
from sto_tui.storage.served.server import connect
from sto_tui.storage.served.store import ServedStore
from tests.conftest import ROOT, clock
from tests.support.cutting_proxy import DOWN, LATE, UP, CuttingProxy, cutting_proxy
from tests.support.kept import NAME, KeptOnServer, check_chain, raw_of
from tests.support.postgres import LONGER, on_postgres, own_postgres, takes_longer

pytestmark = on_postgres


@pytest.fixture
def line(served: KeptOnServer, few_records: Dossier) -> Iterator[CuttingProxy]:
    served.put(raw_of(few_records))
    with cutting_proxy(served.database.postgres.folder) as proxy:
        yield proxy


def over(line: CuttingProxy, served: KeptOnServer, user: str = "jan") -> ServedStore:
    settings = served.database.settings(user, served.folder, host="127.0.0.1", port=line.port)
    return connect(settings).open(NAME, user, clock)


def titles(served: KeptOnServer) -> Counter[str]:
    return Counter(str(document["title"]) for document in served.tables()["milestones"].values())


def new(store: ServedStore, title: str) -> Change:
    return adding(store.dossier, Milestone(number="9", title=title))


def insist(store: ServedStore, change: Change) -> None:
    """Saves until it is saved, as a person does who reads that it is not, or that nobody knows."""
    for _ in range(3):
        try:
            store.apply(change)
            return
        except (UnreachableError, OutcomeUnknownError):
            continue
    raise AssertionError("not saved in three times")


@pytest.mark.parametrize("where", [UP, DOWN, LATE])
@pytest.mark.parametrize("at", range(1, 13) if LONGER > 1 else (1, 2, 3, 5, 8))
def test_a_line_that_breaks_at_any_message(served: KeptOnServer, line: CuttingProxy, where: str, at: int) -> None:
    jan, anja = over(line, served), served.open("anja")
    line.cut(where, at)
    for number in range(3):
        anja.apply(adding(anja.dossier, Milestone(number="8", title=f"Van Anja {number}")))
        insist(jan, new(jan, f"Van Jan {number}"))
        jan.poll()
    time.sleep(0.4 if where == LATE and line.has_cut else 0)
    found = titles(served)
    assert [found[f"Van Jan {number}"] for number in range(3)] == [1, 1, 1]
    assert [found[f"Van Anja {number}"] for number in range(3)] == [1, 1, 1]
    for _ in range(3):
        assert jan.undo() is not None
    assert not jan.next_undo
    assert not [title for title in titles(served) if title.startswith("Van Jan")]
    check_chain(served.database)


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_line_that_breaks_while_a_dossier_is_opened(served: KeptOnServer, line: CuttingProxy, at: int) -> None:
    for where in (UP, DOWN):
        line.cut(where, at)
        try:
            store = over(line, served)
        except UnreachableError:
            store = over(line, served)
        assert line.has_cut
        assert store.dossier.of(Milestone)


@pytest.mark.parametrize("where", [UP, DOWN])
@pytest.mark.parametrize("how_on", ["poll", "again", "other", "undo"])
def test_what_may_have_arrived_is_asked_by_its_own_key(
    served: KeptOnServer, line: CuttingProxy, where: str, how_on: str
) -> None:
    jan = over(line, served)
    insist(jan, new(jan, "Eerste"))
    line.stay_down(down=True)
    line.cut(where, 1)
    change = replace(new(jan, "Onzeker"), follows=("number",))
    with pytest.raises(OutcomeUnknownError, match="of deze wijziging is opgeslagen is nog niet te zeggen"):
        jan.apply(change)
    assert titles(served)["Onzeker"] == (where == DOWN)
    line.stay_down(down=False)
    if how_on == "poll":
        assert "Onzeker" in [getattr(jan.dossier.get(ref), "title", "") for ref in jan.poll()]
    elif how_on == "other":
        insist(jan, new(jan, "Iets anders"))
        assert jan.undo()
    elif how_on == "undo":
        # The step before it is taken back only when it is known what came after.
        jan.poll()
    if how_on in ("poll", "again"):
        # Asked once more, as the form that is still open does.
        settled = jan.apply(change)
        assert [getattr(edit.after, "title", "") for edit in settled.edits] == ["Onzeker"]
        assert settled.follows == ("number",), "the history does not tell it"
    assert titles(served)["Onzeker"] == 1
    undone = [jan.undo(), jan.undo(), jan.undo()]
    assert [step is not None for step in undone] == [True, True, False]
    assert not {"Onzeker", "Eerste", "Iets anders"} & set(titles(served))
    check_chain(served.database)


def test_without_a_line_nothing_is_saved_and_later_it_goes_on(served: KeptOnServer, line: CuttingProxy) -> None:
    jan = over(line, served)
    line.stay_down(down=True)
    line.cut(DOWN, 1)
    with pytest.raises(DossierError, match="Geen verbinding met noord"):
        jan.poll()
    change = new(jan, "Later")
    with pytest.raises(UnreachableError, match="Er is niets opgeslagen"):
        jan.apply(change)
    line.stay_down(down=False)
    jan.apply(change)
    assert titles(served)["Later"] == 1


_WRITER = """
import sys, json
from pathlib import Path
from datetime import datetime
from sto_tui.domain.change import BusyError, adding
from sto_tui.domain.milestones import Milestone
from sto_tui.storage.served.server import connect
from sto_tui.storage.served.server_settings import ServerSettings
host, database, user, folder, turn = sys.argv[1:]
settings = ServerSettings("noord", Path(folder), host=host, database=database, user=user)
store = connect(settings).open("proef", user, datetime.now)
for number in range(100_000):
    try:
        store.apply(adding(store.dossier, Milestone(number="9", title=f"{turn} {user} {number}")))
    except BusyError:
        continue
    print(f"{turn} {user} {number}", flush=True)
"""


@pytest.mark.slow
def test_people_who_are_killed_lose_nothing_that_was_accepted(served: KeptOnServer, few_records: Dossier) -> None:
    served.put(raw_of(few_records))
    chance = random.Random(4)
    accepted: list[str] = []
    place = (str(served.database.postgres.folder), served.database.name)
    for turn in range(LONGER):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", _WRITER, *place, user, str(served.folder), str(turn)],
                stdout=subprocess.PIPE,
                text=True,
                cwd=ROOT,
            )
            for user in ("jan", "anja", "piet")
        ]
        accepted += [writer.stdout.readline().strip() for writer in writers if writer.stdout]
        for writer in writers:
            time.sleep(chance.random() / 10)
            writer.send_signal(signal.SIGKILL)
        accepted += [line for writer in writers for line in writer.communicate(timeout=20)[0].splitlines()]
        check_chain(served.database)
    found = titles(served)
    assert [line for line in accepted if found[line] != 1] == []
    assert max(found.values()) == 1, "one that was not accepted is there once at most"
    assert len(accepted) >= 3 * LONGER


@takes_longer
@pytest.mark.slow
def test_a_server_that_is_killed_has_kept_what_it_accepted(few_records: Dossier, tmp_path: Path) -> None:
    with own_postgres() as postgres:
        database = postgres.new_database("omval")
        kept = KeptOnServer(database, tmp_path)
        kept.put(raw_of(few_records))
        jan = kept.open()
        assert isinstance(jan, ServedStore)
        accepted = []
        for turn in range(LONGER):
            for number in range(10):
                title = f"Ronde {turn}, {number}"
                jan.apply(new(jan, title))
                accepted.append(title)
            database.close()
            postgres.kill()
            with pytest.raises(DossierError):
                jan.poll()
            postgres.start()
            assert jan.poll() == ()
            found = titles(kept)
            assert [found[title] for title in accepted] == [1] * len(accepted)
            check_chain(database)
        assert jan.undo()
        database.close()


def test_a_backup_that_is_put_back_under_an_open_session_loses_nothing_of_its_own(
    served: KeptOnServer, few_records: Dossier
) -> None:
    served.put(raw_of(few_records))
    jan = served.open()
    first, second = jan.dossier.of(Milestone)[1], jan.dossier.of(Milestone)[2]
    jan.apply(changing(jan.dossier, first, first.changed(title="Staat in de reservekopie")))
    served.back_up()
    ref = jan.apply(new(jan, "Daarna")).edits[0].ref  # type: ignore[arg-type]
    jan.apply(changing(jan.dossier, second, second.changed(title="Ook daarna")))
    served.put_backup_back()
    # So that the number of the last change is what it was: only its key tells that it is another.
    anja = served.open("anja")
    for title in ("Een", "Twee"):
        third = anja.dossier.of(Milestone)[3]
        anja.apply(changing(anja.dossier, third, third.changed(title=title)))
    third = jan.dossier.of(Milestone)[3]
    jan.apply(changing(jan.dossier, third, third.changed(tangible_result="Van Jan")))
    anja.poll()
    assert jan.dossier.tables == anja.dossier.tables
    assert jan.dossier.get(ref) is None
    assert jan.dossier.of(Milestone)[3].title == "Twee"
    (kept,) = (served.folder / NAME).glob("eigen-*.sto.json")
    assert jan.remark == (
        f"Op noord is een oudere stand van proef teruggezet. Wat je hier had staat in {told_place(kept)}."
    )
    assert [document["title"] for document in json.loads(kept.read_bytes())["milestones"].values()][-1] == "Daarna"
    assert kept.parent.stat().st_mode & 0o077 == 0
    # What it added is not there to be taken back; what is there still is.
    assert [len(step.edits) if step else None for step in (jan.undo(), jan.undo(), jan.undo())] == [1, 0, 1]
    assert jan.undo() is None
    check_chain(served.database)
