"""`sto servers`, `sto server` and the commands that take a dossier on a server, with a real one."""

import json
from pathlib import Path

import pytest

from sto_tui import settings
from sto_tui.storage.served.server import set_up_text
from tests.support.commands import Sto, assert_refused
from tests.support.kept import KeptOnServer, check_chain
from tests.support.postgres import on_postgres

ADDRESS = "almere@noord"


@pytest.fixture
def noord(served: KeptOnServer) -> KeptOnServer:
    """The server in the settings, where jan logs in."""
    reached = {"host": str(served.database.postgres.folder), "database": served.database.name, "user": "jan"}
    log_in_as(served, "jan")
    assert settings.load().servers == {"noord": reached}
    return served


def log_in_as(served: KeptOnServer, user: str) -> None:
    reached = {"host": str(served.database.postgres.folder), "database": served.database.name, "user": user}
    path = settings.settings_file()
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"servers": {"noord": reached}}))


@on_postgres
def test_a_dossier_goes_to_a_server_and_is_used_there(noord: KeptOnServer, example: Path, sto: Sto) -> None:
    assert sto("servers").err == (
        "Er staan nog geen dossiers waar je bij mag. Vraag de beheerder van een dossier om een uitnodiging.\n"
    )
    put = sto("server", "zet", str(example), ADDRESS)
    assert (put.code, put.out) == (0, "regio.sto.json staat nu als almere op noord; jij bent beheerder.\n")
    listed = sto("servers")
    assert listed.out.startswith("almere@noord  beheerder  ")
    assert listed.out.endswith("  jan\n")
    for command in (("lijst", "doelen", "--json"), ("zoek", "lab", "--json")):
        assert sto(command[0], ADDRESS, *command[1:]).out == sto(command[0], str(example), *command[1:]).out
    assert sto("controle", ADDRESS).out == sto("controle", str(example)).out
    for target in (ADDRESS, str(example)):
        assert sto("stoplicht", target, "1.1a", "groen", "loopt").code == 0
        assert sto("zet", target, "mijlpalen/1.1b", "klaar=1-12-2027").code == 0
        assert sto("voeg-toe", target, "partijen", "naam=Nieuwe school").code == 0
        assert sto("verwijder", target, "risicos/1", "--ja").code == 0
    there, here = (sto("lijst", target, "mijlpalen", "--json").out for target in (ADDRESS, str(example)))
    assert there == here
    history = sto("geschiedenis", ADDRESS).out.splitlines()
    assert len(history) == 5
    assert history[-1].endswith("jan  Dossier op de server gezet")
    assert sto("geschiedenis", ADDRESS, "--terug", "1").out.startswith("Teruggezet: ")
    assert len(json.loads(sto("geschiedenis", ADDRESS, "--json").out)) == 6
    check_chain(noord.database)


@on_postgres
def test_people_are_let_in_and_out(noord: KeptOnServer, small: Path, sto: Sto) -> None:
    sto("server", "zet", str(small), ADDRESS)
    assert sto("server", "uitnodigen", ADDRESS, "anja", "--als", "lezer").out == "anja is lezer van almere op noord.\n"
    asked = sto("server", "uitnodigen", ADDRESS, "wim", "--als", "bewerker")
    assert asked.err == (
        "wim kan daar nog niet inloggen: wie de server beheert maakt een rol die lid is van sto_user.\n"
    )
    assert sto("server", "wie", ADDRESS).out == "anja  lezer\njan   beheerder\nwim   bewerker\n"
    log_in_as(noord, "anja")
    assert sto("servers").out.startswith("almere@noord  lezer  ")
    refused = sto("zet", ADDRESS, "mijlpalen/1.1", "titel=Nee")
    assert_refused(refused)
    assert refused.err == "Alleen lezen: je bent lezer van almere op noord. Vraag jan om meer rechten.\n"
    assert sto("lijst", ADDRESS, "mijlpalen").err.startswith("Alleen lezen: je bent lezer")
    for command in (("uitnodigen", ADDRESS, "piet", "--als", "lezer"), ("intrekken", ADDRESS, "jan")):
        assert_refused(sto("server", *command))
    assert_refused(sto("server", "zet", str(small), "zuid@noord"))
    log_in_as(noord, "jan")
    sto("server", "uitnodigen", ADDRESS, "land", "--als", "landelijk")
    assert sto("server", "wie", ADDRESS).out == "anja  lezer\njan   beheerder\nland  landelijk\nwim   bewerker\n"
    log_in_as(noord, "land")
    for words in (["wie", ADDRESS], ["intrekken", ADDRESS, "anja"], ["uitnodigen", ADDRESS, "piet", "--als", "lezer"]):
        refused = sto("server", *words)
        assert_refused(refused)
        assert refused.err.startswith("Je volgt almere op noord landelijk, en ziet daarvan alleen gekozen velden.")
    log_in_as(noord, "jan")
    for person in ("land", "anja"):
        gone = sto("server", "intrekken", ADDRESS, person)
        assert (gone.code, gone.out) == (0, f"{person} heeft geen toegang meer tot almere op noord.\n")
    assert_refused(sto("server", "intrekken", ADDRESS, "anja"))
    log_in_as(noord, "anja")
    assert_refused(sto("lijst", ADDRESS, "mijlpalen"))
    assert_refused(sto("server", "wie", ADDRESS))


@on_postgres
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["lijst", "zuid@noord", "doelen"], "Op noord is geen dossier ‘zuid’ waar je bij mag"),
        (["lijst", "almere@zuid", "doelen"], "‘zuid’ is geen server in"),
        (["lijst", "@noord", "doelen"], "‘@noord’ is geen dossier op een server"),
        (["server", "wie", "almere"], "‘almere’ is geen dossier op een server"),
        (["server", "zet", "BESTAND", "Al Mere@noord"], "‘Al Mere’ kan niet de naam van een dossier"),
        (["server", "uitnodigen", "x@noord", "a", "--als", "baas"], "‘baas’ is geen rol"),
        (["server", "uitnodigen", "x@noord", "", "--als", "lezer"], "Die naam kan niemand op een server hebben"),
        (["server", "maak"], "Er ontbreekt: SERVER"),
        (["server", "maak", "noord"], "ben je niet de eigenaar van de database"),
        (["open", ADDRESS], "Het scherm van sto heeft een terminal nodig"),
        (["concept", ADDRESS], "Met een dossier op een server kan dit nog niet"),
        (["lijst", "postgresql://jan:geheim@noord.nl/sto?dossier=a", "doelen"], "Een wachtwoord hoort niet op"),
        (["server", "wie", "postgresql://jan:geheim@noord.nl/sto?dossier=a"], "Een wachtwoord hoort niet op"),
        (["lijst", "almere@noord password=geheim", "doelen"], "Een wachtwoord hoort niet op"),
        (["server", "wie", "almere PASSWD = geheim@noord"], "Een wachtwoord hoort niet op"),
        (["landelijk", "noord wachtwoord:geheim"], "Een wachtwoord hoort niet op"),
        (["lijst", "jan:geheim@noord", "doelen"], "Een wachtwoord hoort niet op"),
        (["lijst", "postgresql://noord.nl/sto", "doelen"], "Het adres van de server klopt niet"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_is_refused_in_one_sentence(
    noord: KeptOnServer, small: Path, tmp_path: Path, sto: Sto, argv: list[str], said: str
) -> None:
    result = sto(*(str(small) if word == "BESTAND" else word for word in argv))
    assert_refused(result)
    assert said in result.err
    assert "geheim" not in result.err
    # Nor is it in anything that was written meanwhile.
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"geheim" in path.read_bytes()]


@on_postgres
def test_a_database_is_made_ready_once(served: KeptOnServer, tmp_path: Path, sto: Sto) -> None:
    postgres = served.database.postgres
    postgres.execute("postgres", "CREATE DATABASE nieuw")
    try:
        path = settings.settings_file()
        path.parent.mkdir()
        reached = {"host": str(postgres.folder), "database": "nieuw", "user": "postgres"}
        path.write_text(json.dumps({"servers": {"noord": reached}}))
        assert_refused(sto("lijst", ADDRESS, "doelen"))
        made = sto("server", "maak", "noord")
        assert (made.code, made.out) == (0, "")
        assert made.err.startswith("noord is klaar voor dossiers.")
        assert sto("server", "maak", "noord").err == "Op noord staat sto-tui al.\n"
        assert postgres.execute("nieuw", "SELECT count(*) FROM sto.dossiers") == [(0,)]
    finally:
        postgres.execute("postgres", "DROP DATABASE nieuw WITH (FORCE)")


@on_postgres
def test_a_database_that_cannot_hold_all_letters_is_not_made_ready(served: KeptOnServer, small: Path, sto: Sto) -> None:
    """As a server makes them that was installed where no language was set."""
    postgres = served.database.postgres
    postgres.execute("postgres", "CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0")
    try:
        path = settings.settings_file()
        path.parent.mkdir()
        reached = {"host": str(postgres.folder), "database": "ascii", "user": "postgres"}
        path.write_text(json.dumps({"servers": {"noord": reached}}))
        refused = sto("server", "maak", "noord")
        assert_refused(refused)
        assert refused.err.startswith("De database van noord is niet in UTF8")
        # One that somebody made ready all the same, as a version before this one did.
        postgres.execute("ascii", set_up_text().replace("<> 'UTF8'", "= ''"))
        assert sto("server", "zet", str(small), ADDRESS).code == 0
        assert sto("servers").out.startswith("almere@noord  beheerder  ")
    finally:
        postgres.execute("postgres", "DROP DATABASE ascii WITH (FORCE)")


@on_postgres
def test_a_server_that_is_away_keeps_nobody_from_the_others(noord: KeptOnServer, small: Path, sto: Sto) -> None:
    sto("server", "zet", str(small), ADDRESS)
    path = settings.settings_file()
    path.write_text(json.dumps({"servers": {"weg": {"host": "/nergens"}, **settings.load().servers}}))
    listed = sto("servers")
    assert (listed.code, listed.err) == (1, "Geen verbinding met weg.\n")
    assert listed.out.startswith("almere@noord  beheerder  ")
    asked = sto("lijst", "almere@weg", "doelen")
    assert_refused(asked)
    assert asked.err == "Geen verbinding met weg. Probeer het later nog eens.\n"
    changed = sto("zet", "almere@weg", "mijlpalen/1.1a", "titel=Nee")
    assert_refused(changed)
    assert "Er is niets opgeslagen" in changed.err


def test_a_file_with_such_a_name_is_a_file(small: Path, sto: Sto) -> None:
    small.rename("regio@noord")
    assert sto("lijst", "regio@noord", "mijlpalen").code == 0
    assert "regio@noord" in sto("lijst", "./elders@noord", "mijlpalen").err.replace("elders", "regio")


def test_what_a_server_is_made_of_is_shown_without_one(sto: Sto) -> None:
    shown = sto("server", "maak", "--tonen")
    assert (shown.code, shown.out) == (0, set_up_text())


def test_servers_in_the_settings_stay_when_something_else_is_remembered(tmp_path: Path, sto: Sto) -> None:
    assert sto("servers").err.startswith("Er staan geen servers in ")
    path = settings.settings_file()
    path.parent.mkdir()
    path.write_text('{"servers": {"noord": {"service": "sto"}, "zuid": 3}}')
    settings.remember_theme("nacht")
    assert json.loads(path.read_text())["servers"] == {"noord": {"service": "sto"}}
