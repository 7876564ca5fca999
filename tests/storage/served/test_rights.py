"""Who may do what on a server: everything in its schema against everybody, asked past our own program.

The tables and functions come from the database itself: a new one that is not in the tables here fails.
"""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.tables import TABLES
from tests.support.kept import NAME, KeptOnServer, raw_of
from tests.support.postgres import on_postgres

pytestmark = on_postgres

LEVELS = {"els": "beheerder", "anja": "bewerker", "piet": "lezer", "land": "landelijk", "vreemde": ""}
INSIDE = {"els", "anja", "piet"}
SEES = {
    "dossiers": INSIDE,
    "records": INSIDE,
    "changes": INSIDE,
    "members": INSIDE,
    "landelijke_velden": set(LEVELS),
    "landelijk": {"land"},
}
"""Who gets any row of a table or view; nobody may write in one."""

LINE = """'{"key": "00000000000000aa", "edits": []}'"""
CALLS = {
    "may": ("SELECT sto.may('{lezer}')", set(LEVELS)),
    "apply": (f"SELECT sto.apply(%s, '00000000000000aa', '00000000000000bb', 7, {LINE}, NULL)", {"els", "anja"}),
    "put_down": (f"SELECT sto.put_down(%s, 'nieuw', 7, '00000000000000aa', {LINE}, '{{}}', '{{}}')", set[str]()),
    "noted": ("SELECT sto.noted(%s, 'x')", set[str]()),
    "invite": ("SELECT sto.invite(%s, 'gast', 'lezer')", {"els"}),
    "revoke": ("SELECT sto.revoke(%s, 'gast')", {"els"}),
}
"""How each function is called, and for whom it does something."""


@pytest.fixture(scope="module")
def people(database: Any, few_records: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeptOnServer]:
    """A dossier with one member of each level, and one of somebody else."""
    kept = KeptOnServer(database, tmp_path_factory.mktemp("rechten"))
    kept.put(raw_of(few_records))
    server = database.server("jan", kept.folder)
    for person, level in LEVELS.items():
        if level:
            server.invite(person, level, NAME)
    server.close()
    yield kept
    kept.close()


def refused(kept: KeptOnServer, person: str, statement: str, *values: object) -> str:
    """The state of the error that somebody gets for a statement; empty when it was carried out."""
    import psycopg

    reached = {"host": str(kept.database.postgres.folder), "dbname": kept.database.name, "user": person}
    with psycopg.connect(**reached) as connection:  # type: ignore[arg-type, unused-ignore]
        try:
            connection.execute(statement, values or None)  # type: ignore[arg-type, unused-ignore]
        except psycopg.Error as error:
            return error.sqlstate or "?"
        finally:
            connection.rollback()
    return ""


def rows(kept: KeptOnServer, person: str, statement: str) -> list[tuple[Any, ...]]:
    import psycopg

    reached = {"host": str(kept.database.postgres.folder), "dbname": kept.database.name, "user": person}
    with psycopg.connect(**reached) as connection:  # type: ignore[arg-type, unused-ignore]
        return list(connection.execute(statement).fetchall())  # type: ignore[arg-type, unused-ignore]


def key_of(kept: KeptOnServer) -> object:
    return kept.database.execute("SELECT dossier FROM sto.dossiers WHERE name = %s", NAME)[0][0]


def test_everything_in_the_schema_is_in_the_tables_of_this_test(people: KeptOnServer) -> None:
    relations = people.database.execute(
        "SELECT relname, relkind, relrowsecurity FROM pg_class "
        "WHERE relnamespace = 'sto'::regnamespace AND relkind <> 'i'"
    )
    assert {name for name, _, _ in relations} == set(SEES)
    assert {kind for _, kind, _ in relations} == {"r", "v"}, "no sequence, and nothing else either"
    assert all(secured for _, kind, secured in relations if kind == "r"), "every table has row level security"
    policies = people.database.execute("SELECT tablename, cmd FROM pg_policies WHERE schemaname = 'sto'")
    assert sorted(policies) == sorted((name, "SELECT") for name, kind, _ in relations if kind == "r")
    functions = people.database.execute(
        "SELECT proname, prosecdef, proconfig FROM pg_proc WHERE pronamespace = 'sto'::regnamespace"
    )
    assert {name for name, _, _ in functions} == set(CALLS)
    assert all(definer and config == ["search_path=sto, pg_temp"] for _, definer, config in functions)
    owners = people.database.execute(
        "SELECT DISTINCT rolname, rolcanlogin FROM pg_roles JOIN (SELECT relowner AS oid FROM pg_class WHERE "
        "relnamespace = 'sto'::regnamespace UNION SELECT proowner FROM pg_proc WHERE pronamespace = "
        "'sto'::regnamespace) AS all_of_it USING (oid)"
    )
    assert owners == [("sto_owner", False)]


def test_nothing_is_for_the_public(people: KeptOnServer) -> None:
    """In an access list the public has no name: `=r/sto_owner`. Without a list a function is for everybody."""
    lists = people.database.execute(
        "SELECT relname, relacl::text[] FROM pg_class WHERE relnamespace = 'sto'::regnamespace AND relkind <> 'i' "
        "UNION ALL SELECT proname, proacl::text[] FROM pg_proc WHERE pronamespace = 'sto'::regnamespace "
        "UNION ALL SELECT nspname, nspacl::text[] FROM pg_namespace WHERE nspname IN ('sto', 'public') "
        "UNION ALL SELECT datname, datacl::text[] FROM pg_database WHERE datname = current_database()"
    )
    assert [name for name, held in lists if held is None or any(each.startswith("=") for each in held)] == []


@pytest.mark.parametrize("person", LEVELS)
@pytest.mark.parametrize("name", SEES)
def test_a_table_is_seen_by_its_own_and_written_by_nobody(people: KeptOnServer, name: str, person: str) -> None:
    assert bool(rows(people, person, f"SELECT * FROM sto.{name}")) == (person in SEES[name])
    column = people.database.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'sto' AND table_name = %s LIMIT 1",
        name,
    )[0][0]
    for statement in (
        f"INSERT INTO sto.{name} DEFAULT VALUES",
        f"UPDATE sto.{name} SET {column} = {column}",
        f"DELETE FROM sto.{name}",
        f"TRUNCATE sto.{name}",
        f"ALTER TABLE sto.{name} RENAME TO anders",
        f"COPY sto.{name} FROM STDIN",
    ):
        # A view over several tables cannot be written, whoever asks; that comes first.
        told = ("42501", "55000", "42809") if name == "landelijk" else ("42501",)
        assert refused(people, person, statement) in told, statement


@pytest.mark.parametrize("person", LEVELS)
@pytest.mark.parametrize("name", CALLS)
def test_a_function_is_for_who_may(people: KeptOnServer, name: str, person: str) -> None:
    statement, allowed = CALLS[name]
    values = (key_of(people),) if "%s" in statement else ()
    assert refused(people, person, statement, *values) == ("" if person in allowed else "42501")
    if values:
        # Nor for a dossier that is not there, or for none: both are told like one of somebody else.
        for other in (uuid4(), None):
            assert refused(people, person, statement, other) == "42501"


@pytest.mark.parametrize("person", LEVELS)
@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE sto_owner",
        "SET SESSION AUTHORIZATION postgres",
        "CREATE TABLE sto.eigen (x int)",
        "CREATE TABLE public.eigen (x int)",
        "CREATE TEMP TABLE dossiers (x int)",
        "CREATE SCHEMA eigen",
        "CREATE FUNCTION sto.may(text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "DROP POLICY own ON sto.records",
        "GRANT sto_beheer TO vreemde",
    ],
)
def test_nobody_gets_round_it(people: KeptOnServer, person: str, statement: str) -> None:
    assert refused(people, person, statement) == "42501"


def test_landelijk_gets_the_chosen_fields_and_no_more(people: KeptOnServer, few_records: Dossier) -> None:
    chosen = dict(people.database.execute("SELECT tbl, fields FROM sto.landelijke_velden"))
    for table, fields in chosen.items():
        assert set(fields) <= TABLES[table].model.model_fields.keys()
    seen = rows(people, "land", "SELECT tbl, id, doc FROM sto.landelijk")
    assert {table for table, _, _ in seen} <= set(chosen)
    assert len([table for table, _, _ in seen if table == "milestones"]) == len(few_records.of(Milestone))
    assert all(set(document or {}) <= set(chosen[table]) for table, _, document in seen)
    assert "Proefles" not in str(seen)
    assert rows(people, "land", "SELECT 1 FROM sto.landelijk WHERE doc ->> 'title' IS NOT NULL") == []
