"""A dossier on a server: what it is called, what it says when it is opened, and whatever a text may hold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sto_tui.domain.change import adding, changing, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.vision import VisionSection
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.migrations import SCHEMA, STEPS
from sto_tui.storage.served.server import set_up_text
from sto_tui.storage.served.store import UPGRADED
from sto_tui.storage.store import DossierStore
from tests.conftest import CONTROLS, NASTY, ROOT, clock
from tests.support.kept import NAME, KeptOnServer, check_chain, raw_of
from tests.support.postgres import TEMPLATE, on_postgres, own_postgres, takes_longer

pytestmark = on_postgres


def test_a_dossier_is_found_by_its_name(served: KeptOnServer, few_records: Dossier) -> None:
    served.put(raw_of(few_records))
    server = served.database.server("anja", served.folder)
    (found,) = server.dossiers()
    assert (found.name, found.level, found.changed_by) == (NAME, "bewerker", "jan")
    store = server.open(NAME, "anja", clock)
    assert (store.title, store.folder, store.notices, store.read_only) == (
        "proef op noord",
        served.folder / NAME,
        (),
        "",
    )
    for name in ("zuid", "'; DROP TABLE sto.dossiers; --", ""):
        with pytest.raises(DossierError, match="waar je bij mag"):
            server.open(name, "anja", clock)
    server.close()
    stranger = served.database.server("vreemde", served.folder)
    assert stranger.dossiers() == []
    with pytest.raises(DossierError, match="geen dossier ‘proef’ waar je bij mag"):
        stranger.open(NAME, "vreemde", clock)
    stranger.close()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Almere", "kleine letters"),
        ("al mere", "kleine letters"),
        ("", "kleine letters"),
        ("a" * 61, "kleine letters"),
        ("almere\n", "kleine letters"),
        (NAME, "staat al een dossier met die naam"),
    ],
)
def test_a_name_that_cannot_be_is_refused(served: KeptOnServer, few_records: Dossier, name: str, said: str) -> None:
    served.put(raw_of(few_records))
    server = served.database.server("jan", served.folder)
    with pytest.raises(DossierError, match=said):
        server.create(name, few_records, clock)
    server.close()
    assert served.database.execute("SELECT name FROM sto.dossiers") == [(NAME,)]


def test_file_and_server_hold_the_same_after_the_same(served: KeptOnServer, example: Path) -> None:
    """Whatever texts hold: the server is given values, and nothing that it reads as part of a statement."""
    file = DossierStore.open(example, "jan", clock)
    served.put(dict(file.tables))
    there = served.open()
    assert there.dossier.tables == file.dossier.tables
    for number, text in enumerate([*NASTY, CONTROLS, "'; DROP TABLE sto.records; --", "$1 %s {x} \\u0000"]):
        for store in (file, there):
            record = list(store.dossier.of(Milestone).values())[number]
            store.apply(changing(store.dossier, record, record.changed(title=f"x{text}"[:300], tangible_result=text)))
    for store in (file, there):
        section = next(iter(store.dossier.of(VisionSection).values()))
        store.apply(changing(store.dossier, section, section.changed(text="é€😀" * 20_000)))
        store.apply(removing(store.dossier, next(iter(store.dossier.of(Speerpunt).values()))))
    now, then = file.tables, served.tables()
    now["meta"] = then["meta"] = {}
    assert {table: documents for table, documents in then.items() if table != "meta"} == {
        table: documents for table, documents in now.items() if table != "meta"
    }
    assert [entry.label for entry in there.history.entries()][:-3] == [entry.label for entry in file.history.entries()]
    check_chain(served.database)


def test_what_a_server_does_not_take_is_left_out_and_named(served: KeptOnServer, few_records: Dossier) -> None:
    raw = raw_of(few_records)
    raw["milestones"] = {**raw["milestones"], "2": {"number": 3, "title": "a\0b", "long": 12345678901234567}}
    raw["van_later"] = {"1": {"iets": ["c\0"]}}
    server = served.database.server("jan", served.folder)
    said = server.put(NAME, raw, clock)
    assert said == "Weggelaten tekens die een server niet aanneemt, in milestones/2/title en van_later/1/iets."
    store = server.open(NAME, "jan", clock)
    assert len(store.dossier.aside) == 2
    assert "mijlpaal 2" in store.notices[0].casefold()
    assert store._raw["milestones"]["2"] == {"number": 3, "title": "ab", "long": 12345678901234567}
    store.apply(adding(store.dossier, Milestone(number="9", title="Gewoon")))
    assert served.database.execute("SELECT rest -> 'van_later' FROM sto.dossiers") == [({"1": {"iets": ["c"]}},)]
    server.close()


def test_a_newer_form_is_read_and_not_changed(served: KeptOnServer, few_records: Dossier) -> None:
    served.put(raw_of(few_records))
    before, during = served.open(), served.open("anja")
    newer = SCHEMA + 1
    served.database.execute(
        "UPDATE sto.dossiers SET format = %s, rest = jsonb_set(rest::jsonb, '{meta,1,schema}', %s::text::jsonb)::json",
        newer,
        newer,
    )
    said = "Alleen lezen: proef op noord is gemaakt met een nieuwere versie van sto-tui"
    record = before.dossier.of(Milestone)[1]
    with pytest.raises(DossierError, match=said):
        before.apply(changing(before.dossier, record, record.changed(title="Nee")))
    during.poll()
    for store in (before, during, served.open("piet")):
        assert store.read_only.startswith(said)
        assert store.dossier.of(Milestone)[1] == record
        with pytest.raises(DossierError, match=said):
            store.apply(changing(store.dossier, record, record.changed(title="Nee")))
    assert served.tables()["milestones"]["1"]["title"] == record.title


def test_an_older_form_becomes_this_one_with_the_first_change(served: KeptOnServer, few_records: Dossier) -> None:
    served.put(raw_of(few_records))
    older = min(STEPS)
    served.database.execute(
        "UPDATE sto.dossiers SET format = %s, rest = jsonb_set(rest::jsonb, '{meta,1,schema}', %s::text::jsonb)::json",
        older,
        older,
    )
    jan, anja = served.open(), served.open("anja")
    assert jan.read_only == ""
    assert served.database.execute("SELECT format, seq FROM sto.dossiers")[0][0] == older, "looking changes nothing"
    for store in (jan, anja):
        record = store.dossier.of(Milestone)[1]
        store.apply(changing(store.dossier, record, record.changed(quick_win=not record.quick_win)))
    assert served.database.execute("SELECT format FROM sto.dossiers") == [(SCHEMA,)]
    assert [entry.label for entry in anja.history.entries()].count(UPGRADED) == 1
    jan.poll()
    assert jan.dossier.tables == anja.dossier.tables == served.open("piet").dossier.tables
    check_chain(served.database)


def test_a_change_is_on_disk_before_it_is_accepted(served: KeptOnServer, tmp_path: Path, few_records: Dossier) -> None:
    """Also where the server, the database or the person has another setting for that."""
    served.put(raw_of(few_records))
    served.database.execute("ALTER ROLE jan SET synchronous_commit = off")
    try:
        server = served.database.server("jan", tmp_path)
        assert server._connection.read("SHOW synchronous_commit") == [("on",)]
        server.close()
    finally:
        served.database.execute("ALTER ROLE jan RESET synchronous_commit")


@takes_longer
def test_a_server_that_does_not_write_to_disk_is_told_of(tmp_path: Path, few_records: Dossier) -> None:
    with own_postgres({"fsync": "off"}) as postgres:
        careless = KeptOnServer(postgres.new_database("zonder"), tmp_path)
        careless.put(raw_of(few_records))
        (said,) = careless.open().notices
        careless.database.close()
    assert said.startswith("noord bewaart niet meteen op schijf (fsync staat uit)")


def test_who_may_make_roles_makes_a_server_without_being_all_powerful(served: KeptOnServer) -> None:
    postgres = served.database.postgres
    postgres.execute("postgres", "CREATE ROLE maker LOGIN CREATEROLE")
    postgres.execute("postgres", "CREATE DATABASE van_maker OWNER maker")
    try:
        # On a server where somebody else made the roles for another database, these are not the maker's to give.
        postgres.execute(TEMPLATE, "GRANT sto_owner TO maker WITH ADMIN OPTION")
        postgres.execute("van_maker", f"SET SESSION AUTHORIZATION maker; {set_up_text()}")
        assert postgres.execute("van_maker", "SELECT count(*) FROM sto.dossiers") == [(0,)]
        with pytest.raises(Exception, match="already exists"):
            postgres.execute("van_maker", f"SET SESSION AUTHORIZATION maker; {set_up_text()}")
    finally:
        postgres.execute("postgres", "DROP DATABASE van_maker WITH (FORCE)")
        postgres.execute("postgres", "DROP ROLE maker")


def test_without_its_extra_a_server_is_told_of_in_one_sentence(tmp_path: Path) -> None:
    code = """
import sys
sys.modules["psycopg"] = None
from pathlib import Path
from sto_tui.storage.served.server import connect
from sto_tui.storage.served.server_settings import ServerSettings
try:
    connect(ServerSettings("noord", Path("."), host="/tmp"))
except Exception as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == (
        "Voor een dossier op een server is nog een pakket nodig. Typ pipx inject sto-tui 'psycopg[binary]'; meer staat "
        "in de handleiding bij ‘Een dossier op een server’.\n"
    )
    assert json.dumps(done.stderr) == '""'
