"""A session that runs ahead of its server: what was accepted is on a disk, arrives once and in order, or is asked."""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from sto_tui.domain.change import Change, ConflictError, Occasion, adding, changing, removing, replaced
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.merging.unsettled import settling
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.planning.schedule.replanning import DATES, shifted, stretched
from sto_tui.storage.ahead.ahead_store import AheadStore
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.sending_state import SendingState
from sto_tui.storage.served.own_states import told_place
from sto_tui.storage.served.reasons import WAITS_HERE
from sto_tui.storage.store import DossierStore
from tests.conftest import ROOT, clock
from tests.support.ahead import added, ahead, cut, mend, mended, queued, retitled, until
from tests.support.cutting_proxy import DOWN, LATE, UP, CuttingProxy, cutting_proxy
from tests.support.kept import NAME, KeptOnServer, check_chain, raw_of
from tests.support.postgres import LONGER, on_postgres

pytestmark = on_postgres


@pytest.fixture
def line(served: KeptOnServer, few_records: Dossier) -> Iterator[CuttingProxy]:
    served.put(raw_of(few_records))
    with cutting_proxy(served.database.postgres.folder) as proxy:
        yield proxy


def titles(served: KeptOnServer) -> Counter[str]:
    return Counter(document["title"] for document in served.tables()["milestones"].values())


def test_a_change_is_seen_at_once_and_is_on_the_server_a_moment_later(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        ref = added(jan, "Nieuw").edits[0].ref
        assert jan.dossier.get(ref) is not None
        assert (jan.standing, jan.history.latest(1)[0].by) == (SendingState.SENDING, "jan")
        until(lambda: not jan.waiting)
        before = jan.dossier
        jan.poll()
        assert jan.dossier is before, "what is the same is not drawn again"
        assert jan.standing is SendingState.KEPT
        assert titles(served)["Nieuw"] == 1
        (file,) = queued(served)
        assert file.stat().st_mode & 0o077 == 0
        assert b"Nieuw" not in file.read_bytes()
    assert queued(served) == []
    check_chain(served.database)


def test_without_a_line_work_goes_on_and_is_sent_in_order(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        cut(line, jan)
        for title in ("Een", "Twee", "Drie"):
            retitled(jan, 1, title)
        number = added(jan, "Erbij").edits[0].ref.id
        retitled(jan, number, "Erbij, en gewijzigd")
        jan.undo()
        jan.redo()
        jan.undo()
        assert jan.waiting == 8
        with ahead(served, user="anja") as anja:
            record = anja.dossier.of(Milestone)[1]
            anja.apply(changing(anja.dossier, record, record.changed(tangible_result="Van Anja")))
            until(lambda: not anja.waiting)
        mended(line, jan)
        told = jan.dossier.of(Milestone)[1]
        assert (told.title, told.tangible_result) == ("Drie", "Van Anja")
        assert jan.dossier.of(Milestone)[number].title == "Erbij"
        assert jan.take_news() == []
        labels = [entry.label for entry in jan.history.latest(9)]
    assert [label.split(": ")[0] for label in labels[:3]] == ["Ongedaan", "Opnieuw", "Ongedaan"]
    assert served.tables()["milestones"][str(number)]["title"] == "Erbij"
    check_chain(served.database)


def test_what_waits_outlives_the_session_and_arrives_once(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        cut(line, jan)
        added(jan, "Van gisteren")
        retitled(jan, 1, "Ook van gisteren")
    (file,) = queued(served)
    file.write_text(file.read_text().replace(f'"pid":{os.getpid()}', '"pid":1').replace('"born":"', '"born":"0'))
    mend(line)
    with ahead(served, line) as again:
        assert again.dossier.of(Milestone)[1].title == "Ook van gisteren", "seen before it is sent"
        assert "Van de vorige keer gaan nog 2 wijzigingen naar de server." in again.notices
        until(lambda: not again.waiting)
    assert titles(served)["Van gisteren"] == titles(served)["Ook van gisteren"] == 1
    assert queued(served) == []
    check_chain(served.database)


@pytest.mark.parametrize("where", [UP, DOWN, LATE])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_line_that_breaks_anywhere_loses_and_doubles_nothing(
    served: KeptOnServer, line: CuttingProxy, where: str, at: int
) -> None:
    with ahead(served, line) as jan:
        line.cut(where, at)
        for number in range(4):
            added(jan, f"Nieuw {number}")
        until(lambda: not jan.waiting)
    assert [titles(served)[f"Nieuw {number}"] for number in range(4)] == [1] * 4
    check_chain(served.database)


def test_the_same_field_becomes_a_choice_and_the_rest_arrives(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        cut(line, jan)
        record = jan.dossier.of(Milestone)[1]
        jan.apply(changing(jan.dossier, record, record.changed(title="Van Jan", tangible_result="Ook van Jan")))
        added(jan, "Van Jan erbij")
        retitled(jan, 1, "Van Jan, later")
        with ahead(served, user="anja") as anja:
            retitled(anja, 1, "Van Anja")
            until(lambda: not anja.waiting)
        mended(line, jan)
        assert jan.take_news() == ["anja wijzigde intussen hetzelfde. Druk op C: er staat nog 1 keuze open."]
        told = jan.dossier.of(Milestone)[1]
        assert (told.title, told.tangible_result) == ("Van Anja", "Ook van Jan")
        (choice,) = jan.dossier.unsettled
        assert isinstance(choice.other, Milestone)
        assert (choice.source, choice.other.title) == ("het werk van jan", "Van Jan, later")
        assert titles(served)["Van Jan erbij"] == 1
    check_chain(served.database)


def test_a_move_that_waited_while_another_moved_to_the_same_end_is_a_choice(
    served: KeptOnServer, line: CuttingProxy
) -> None:
    """From January to March jan makes it a quarter longer, anja shifts it a quarter: both end on 30 June."""

    def moved(store: AheadStore, way: Callable[..., Milestone], label: str) -> None:
        record = store.dossier.of(Milestone)[1]
        store.apply(Change(label, replaced(record, way(record, "quarter", 1)), follows=DATES))

    with ahead(served, line) as jan:
        record = jan.dossier.of(Milestone)[1]
        days = record.changed(start=date(2027, 1, 1), due=date(2027, 3, 31))
        jan.apply(changing(jan.dossier, record, days))
        until(lambda: not jan.waiting)
        cut(line, jan)
        moved(jan, stretched, "langer")
        with ahead(served, user="anja") as anja:
            moved(anja, shifted, "later")
            until(lambda: not anja.waiting)
        mended(line, jan)
        assert jan.take_news() == ["anja wijzigde intussen hetzelfde. Druk op C: er staat nog 1 keuze open."]
        now, (choice,) = jan.dossier.of(Milestone)[1], jan.dossier.unsettled
        assert (now.start, now.due) == (date(2027, 4, 1), date(2027, 6, 30))
        jan.settle(choice, settling(jan.dossier, choice, Occasion(jan.dossier, clock().date(), "jan")))
        until(lambda: not jan.waiting)
        longer = jan.dossier.of(Milestone)[1]
        assert (longer.start, longer.due) == (date(2027, 1, 1), date(2027, 6, 30))
    check_chain(served.database)


def test_what_another_removed_is_asked_too(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        cut(line, jan)
        retitled(jan, 3, "Van Jan")
        with ahead(served, user="anja") as anja:
            anja.apply(removing(anja.dossier, anja.dossier.of(Milestone)[3]))
            until(lambda: not anja.waiting)
        mended(line, jan)
        (said,) = jan.take_news()
        assert "Druk op C" in said
        assert jan.dossier.of(Milestone)[3].title == "Van Jan", "what was worked on stays until somebody chooses"
        assert len(jan.dossier.unsettled) == 1
    check_chain(served.database)


def test_what_nothing_makes_one_with_the_dossier_lies_in_a_file_of_its_own(
    served: KeptOnServer, line: CuttingProxy
) -> None:
    """Another program writes what is no record in the place of one that was worked on here meanwhile."""
    with ahead(served, line) as jan:
        cut(line, jan)
        retitled(jan, 1, "Van Jan")
        added(jan, "Ook van Jan")
        _spoil(served, 1)
        mended(line, jan)
        (said,) = jan.take_news()
        (own,) = (served.folder / NAME).glob("eigen-*.sto.json")
        assert said == (
            f"Wat wachtte past niet meer bij het dossier en is niet opgeslagen. Het staat in {told_place(own)}; open "
            "dat met sto open en neem over wat nog geldt."
        )
        assert own.name in jan.own_states
        assert jan.waiting == 0
        assert retitled(jan, 2, "Het werk gaat door")
        until(lambda: not jan.waiting)
    kept = DossierStore.open(own, "jan", clock).dossier.of(Milestone)
    assert {"Van Jan", "Ook van Jan"} <= {milestone.title for milestone in kept.values()}
    assert own.parent.stat().st_mode & 0o077 == 0
    assert titles(served)["Het werk gaat door"] == 1
    assert queued(served) == []
    check_chain(served.database)


def _spoil(served: KeptOnServer, number: int) -> None:
    import psycopg

    found = "SELECT d.dossier, d.tip, d.format, r.doc FROM sto.dossiers d JOIN sto.records r USING (dossier) "
    ((dossier, tip, form, document),) = served.database.execute(f"{found} WHERE tbl = 'milestones' AND id = {number}")
    edit = {"ref": f"milestones/{number}", "before": document, "after": {**document, "light": "paars"}}
    key = "0123456789abcdef"
    line = {"key": key, "schema": form, "at": "2027-01-01T00:00:00", "by": "", "label": "Van elders", "edits": [edit]}
    reached = {"host": str(served.database.postgres.folder), "dbname": served.database.name, "user": "anja"}
    with psycopg.connect(autocommit=True, **reached) as connection:  # type: ignore[arg-type, unused-ignore]
        asked = connection.execute(
            "SELECT state FROM sto.apply(%s, %s, %s, %s, %s::json, NULL)", (dossier, key, tip, form, json.dumps(line))
        )
        assert asked.fetchone() == ("gedaan",)


def test_one_cell_that_both_filled_is_no_dead_end(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        party = Ref("parties", next(iter(jan.dossier.tables["parties"])))
        row = ref_of(next(iter(jan.dossier.of(Milestone).values())))
        cut(line, jan)
        jan.apply(adding(jan.dossier, Veri(row=row, party=party, code=VeriCode.VERANTWOORDELIJK)))
        with ahead(served, user="anja") as anja:
            anja.apply(adding(anja.dossier, Veri(row=row, party=party, code=VeriCode.INFORMEREN)))
            until(lambda: not anja.waiting)
        mended(line, jan)
        assert len(jan.take_news()) == 1
    check_chain(served.database)


def test_a_clash_that_is_known_here_is_refused_at_once_as_in_a_file(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        old = jan.dossier
        retitled(jan, 1, "Eerst")
        record = old.of(Milestone)[1]
        with pytest.raises(ConflictError):
            jan.apply(changing(old, record, record.changed(title="Daarna")))


def test_who_loses_access_keeps_the_work_and_it_arrives_when_that_is_back(
    served: KeptOnServer, line: CuttingProxy
) -> None:
    with ahead(served, line, "anja") as anja:
        server = served.database.server("jan", served.folder)
        server.invite("anja", "lezer", NAME)
        record = anja.dossier.of(Milestone)[1]
        change = changing(anja.dossier, record, record.changed(title="Van Anja"))
        if not anja.read_only:
            anja.apply(change)
            until(lambda: anja.standing is SendingState.REFUSED)
            anja.poll()
            assert any("lezer" in said or "rechten" in said for said in anja.take_news())
            assert anja.waiting == 1
        server.invite("anja", "bewerker", NAME)
        server.close()
        until(lambda: not anja.waiting)
    assert titles(served)["Van Anja"] == 1


_FULL = """
CREATE FUNCTION public.vol() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE SQLSTATE '53100' USING MESSAGE = 'could not extend file'; END $$;
GRANT USAGE ON SCHEMA public TO PUBLIC;
CREATE TRIGGER vol BEFORE INSERT ON sto.changes EXECUTE FUNCTION public.vol()
"""
_ROOM = "DROP FUNCTION IF EXISTS public.vol() CASCADE; REVOKE ALL ON SCHEMA public FROM PUBLIC"


def test_a_server_whose_disk_is_full_keeps_nobody_from_working(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        served.database.execute(_FULL)
        try:
            added(jan, "Eerste")
            until(lambda: jan.standing is SendingState.REFUSED)
            added(jan, "Tweede")
            assert jan.waiting == 2
            told = f"De schijf van noord is vol. {WAITS_HERE}; waarschuw wie noord beheert."
            jan.poll()
            assert (jan.take_news(), jan.refusal) == ([told], told)
        finally:
            served.database.execute(_ROOM)
        mended(line, jan)
        until(lambda: not jan.refusal)
    assert (titles(served)["Eerste"], titles(served)["Tweede"]) == (1, 1)
    check_chain(served.database)


def test_a_server_that_cannot_be_read_says_nothing_of_saving(served: KeptOnServer, line: CuttingProxy) -> None:
    with ahead(served, line) as jan:
        served.database.execute("ALTER SCHEMA sto RENAME TO weg")
        try:
            until(lambda: jan.standing is SendingState.UNSEEN)
            assert jan.refusal.startswith("Op noord staat geen sto-tui. Wordt er net een reservekopie teruggezet")
            added(jan, "Toch al")
            assert jan.standing is SendingState.REFUSED
        finally:
            served.database.execute("ALTER SCHEMA weg RENAME TO sto")
        mended(line, jan)
    assert titles(served)["Toch al"] == 1
    check_chain(served.database)


def test_a_server_with_too_many_connections_is_tried_again(served: KeptOnServer, line: CuttingProxy) -> None:
    limit = f"ALTER DATABASE {served.database.name} CONNECTION LIMIT"
    with ahead(served, line) as jan:
        served.database.execute(f"{limit} 0")
        try:
            cut(line, jan)
            added(jan, "Nieuw")
            mend(line)
            until(lambda: jan.standing is SendingState.REFUSED)
            assert jan.refusal == f"noord heeft te veel verbindingen. {WAITS_HERE}; probeer het zo nog eens."
        finally:
            served.database.execute(f"{limit} -1")
        mended(line, jan)
    assert titles(served)["Nieuw"] == 1
    check_chain(served.database)


def test_a_disk_that_takes_nothing_refuses_the_change(served: KeptOnServer, line: CuttingProxy) -> None:
    (served.folder).mkdir(exist_ok=True)
    (served.folder / "wachtrij").write_text("geen map")
    with ahead(served, line) as jan:
        before = jan.dossier
        with pytest.raises(DossierError, match="Deze computer kan de wijziging niet bewaren"):
            added(jan, "Nieuw")
        assert jan.dossier is before
        assert not jan.next_undo


_TYPIST = """
import sys
from datetime import datetime
from pathlib import Path
from sto_tui.domain.change import adding
from sto_tui.domain.milestones import Milestone
from sto_tui.storage.ahead.ahead_store import AheadStore
from sto_tui.storage.served.server import connect
from sto_tui.storage.served.server_settings import ServerSettings
host, port, database, folder, turn = sys.argv[1:]
settings = ServerSettings("noord", Path(folder), host=host, port=port, database=database, user="jan")
store = AheadStore(connect(settings).open("proef", "jan", datetime.now), Path(folder) / "wachtrij", "jan", datetime.now)
store.start(lambda: None)
for number in range(100_000):
    store.apply(adding(store.dossier, Milestone(number="9", title=f"{turn} {number}")))
    print(f"{turn} {number}", flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("is_cut", [True, False], ids=["without a line", "with a line"])
def test_a_program_that_is_killed_loses_nothing_that_was_accepted(
    served: KeptOnServer, line: CuttingProxy, is_cut: bool
) -> None:
    chance = random.Random(7)
    accepted: list[str] = []
    for turn in range(2 * LONGER):
        place = ("127.0.0.1", line.port, served.database.name, str(served.folder), str(turn))
        mend(line)
        typist = subprocess.Popen([sys.executable, "-c", _TYPIST, *place], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert typist.stdout is not None
        accepted.append(typist.stdout.readline().strip())
        if is_cut:
            cut(line)
        accepted += [typist.stdout.readline().strip() for _ in range(chance.randrange(20))]
        typist.send_signal(signal.SIGKILL)
        accepted += typist.communicate(timeout=20)[0].splitlines()
    mend(line)
    with ahead(served, line) as again:
        until(lambda: not again.waiting, 60)
    found = titles(served)
    # The last line may have been cut off with the program.
    assert [title for title in accepted if found[title] != 1 and title] == []
    assert max(found[title] for title in accepted) == 1
    assert queued(served) == []
    check_chain(served.database)
