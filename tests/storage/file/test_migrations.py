"""Files of earlier forms, kept for ever in `tests/data`: they open, lose only what is said here, and can go back."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import changing
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.plan import Goal
from sto_tui.storage.file.migrations import SCHEMA, migrated_record
from sto_tui.storage.past.history import History
from sto_tui.storage.past.recovery import candidates, put_in_place
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock
from tests.support.commands import Sto

DATA = Path(__file__).parents[2] / "data"
# What a step takes out: the fields of a meeting that said where it had stopped, and that nothing read.
GONE = {"sessions": {"at_question", "round", "seconds_left"}}


def raw_of(path: Path) -> Any:
    return json.loads(path.read_bytes())


def without_what_went(raw: Any) -> Any:
    """The tables of a file, as they should be read now."""
    return {
        table: {
            number: {name: value for name, value in document.items() if name not in GONE.get(table, ())}
            for number, document in documents.items()
        }
        for table, documents in raw.items()
        if table != "meta"
    }


@pytest.fixture(params=["schema-1-klein", "schema-1-voorbeeldregio"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a file of schema 1, with what stands beside it."""
    path = Path(shutil.copy(DATA / f"{request.param}.sto.json", tmp_path / "regio.sto.json"))
    if (beside := DATA / f"{request.param}.sto.d").exists():
        shutil.copytree(beside, tmp_path / "regio.sto.d")
    return path


def test_a_file_of_schema_1_opens_and_only_a_change_gives_it_another_form(old: Path) -> None:
    before = old.read_bytes()
    assert raw_of(old)["meta"]["1"]["schema"] == 1
    store = DossierStore.open(old, "jan", clock)
    assert store.read_only == ""
    assert store.dossier.aside == ()
    assert old.read_bytes() == before, "looking at a file leaves it as it is"
    goal = store.dossier.of(Goal)[1]
    store.apply(changing(store.dossier, goal, goal.changed(target="600 leerlingen")))
    assert (old.parent / "regio.sto.d" / "schema-1.sto.json").read_bytes() == before
    now, then = raw_of(old), json.loads(before)
    assert now["meta"]["1"]["schema"] == SCHEMA
    assert now["meta"]["1"]["dossier"] == then["meta"]["1"]["dossier"]
    expected = without_what_went(then)
    expected["goals"]["1"] |= {"target": "600 leerlingen", "rev": expected["goals"]["1"]["rev"] + 1}
    assert {table: now[table] for table in expected} == expected
    again = DossierStore.open(old, "anja", clock)
    assert again.dossier.of(Goal)[1].target == "600 leerlingen"
    assert again.dossier.aside == ()


def test_the_small_file_has_every_table_and_everything_that_went() -> None:
    small = raw_of(DATA / "schema-1-klein.sto.json")
    assert all(small[table] for table in small)
    assert {name for name in small["sessions"]["1"] if name in GONE["sessions"]} == GONE["sessions"]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small file, whose history is of schema 1 too."""
    shutil.copytree(DATA / "schema-1-klein.sto.d", tmp_path / "regio.sto.d")
    return Path(shutil.copy(DATA / "schema-1-klein.sto.json", tmp_path / "regio.sto.json"))


def test_a_history_of_schema_1_can_be_taken_back(small: Path, sto: Sto) -> None:
    shown = sto("geschiedenis", small)
    assert shown.code == 0
    assert "Bijeenkomst Tweede bijeenkomst verwijderd" in shown.out
    assert sto("geschiedenis", small, "--terug", 4).code == 0
    dossier = DossierStore.open(small, "jan", clock).dossier
    copy = raw_of(DATA / "schema-1-klein.sto.d" / "kopie-2026-11-20.sto.json")
    assert set(dossier.of(Meeting)) == {1}
    assert dossier.of(Meeting)[1].title == copy["sessions"]["1"]["title"]
    assert dossier.of(Goal)[1].text == copy["goals"]["1"]["text"]


def test_a_copy_of_schema_1_with_its_history_takes_the_place_of_a_damaged_file(small: Path) -> None:
    expected = without_what_went(raw_of(small))
    small.write_bytes(small.read_bytes()[:2000])
    best = next(one for one in candidates(small) if one.replayed)
    assert len(best.replayed) == 4
    assert best.lost == ()
    put_in_place(small, best, NOW)
    now = raw_of(small)
    assert now["meta"]["1"]["schema"] == SCHEMA
    assert {table: now[table] for table in expected} == expected


def test_new_lines_of_the_history_say_their_form(small: Path) -> None:
    store = DossierStore.open(small, "jan", clock)
    goal = store.dossier.of(Goal)[1]
    store.apply(changing(store.dossier, goal, goal.changed(target="7")))
    line = json.loads(History(small).path.read_bytes().splitlines()[-1])
    assert line["schema"] == SCHEMA
    store.undo()
    assert DossierStore.open(small, "jan", clock).dossier.of(Goal)[1].target == goal.target


def test_a_record_of_the_history_is_read_in_the_form_of_its_line() -> None:
    document = {"title": "Terugblik", "round": "stemmen", "seconds_left": 4}
    assert migrated_record("sessions", document, 1) == {"title": "Terugblik"}
    assert migrated_record("sessions", document, SCHEMA) == document
    assert migrated_record("goals", {"round": "1"}, 1) == {"round": "1"}
