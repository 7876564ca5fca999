"""Files of earlier forms, kept for ever in `tests/data`: they open, lose only what is said here, and can go back."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.change import adding, changing
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import fields_of
from sto_tui.domain.targets import TargetKind
from sto_tui.domain.vision import Indicator
from sto_tui.planning.figures.values import targets_of
from sto_tui.storage.file.migrations import SCHEMA, migrated_record
from sto_tui.storage.past.history import History
from sto_tui.storage.past.recovery import candidates, put_in_place
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock
from tests.support.by_hand import paragraphs_of
from tests.support.commands import Sto

DATA = Path(__file__).parents[2] / "data"
# What a step takes out: the fields of a meeting that said where it had stopped, and that nothing read.
GONE = {"sessions": {"at_question", "round", "seconds_left"}}


def raw_of(path: Path) -> Any:
    return json.loads(path.read_bytes())


# What a step gives goals: the numbers that their words say.
CAME = {name for name, spec in fields_of(Goal).items() if spec.follows}


def without_numbers(raw: Any) -> Any:
    """The tables of a file, with goals as they were before their numbers had fields."""
    return {
        table: {
            number: {name: value for name, value in document.items() if not (table == "goals" and name in CAME)}
            for number, document in documents.items()
        }
        for table, documents in raw.items()
    }


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
    assert now["goals"]["1"]["target_value"] == 600
    expected["goals"]["1"] |= {"target": "600 leerlingen", "rev": expected["goals"]["1"]["rev"] + 1}
    assert without_numbers({table: now[table] for table in expected}) == expected
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
    assert without_numbers({table: now[table] for table in expected}) == expected


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
    assert migrated_record("parties", {"round": "1"}, 1) == {"round": "1"}
    goal = {"text": "Meer", "target": "25% meer"}
    numbers = {"target_value": 25, "target_kind": "procent", "target_of_part": False}
    assert migrated_record("goals", goal, 1) == migrated_record("goals", goal, 2) == goal | numbers
    assert migrated_record("goals", goal, SCHEMA) == goal


# A file of schema 2, with figures of DUO and goals of every kind. Beside it stands what that version said of it.


@pytest.fixture
def goals(tmp_path: Path) -> Path:
    """The file of schema 2, with its history."""
    shutil.copytree(DATA / "schema-2-doelen.sto.d", tmp_path / "regio.sto.d")
    return Path(shutil.copy(DATA / "schema-2-doelen.sto.json", tmp_path / "regio.sto.json"))


def told(path: Path) -> str:
    """The targets of all figures, and what the regiovisie prints under them."""
    dossier = DossierStore.open(path, "jan", clock).dossier
    assert dossier.aside == ()
    targets = [
        f"{indicator.title}: doel {one.goal} in {one.year} {one.value}"
        for indicator in dossier.of(Indicator).values()
        for one in targets_of(dossier, indicator)
    ]
    printed = paragraphs_of(build(dossier, DraftOptions(date(2026, 11, 2), "regiovisie")).data)
    notes = [line for line in printed if line.startswith("Bron:") or "Vestigingen 20" in line]
    return "\n".join([*targets, "", *notes]) + "\n"


def test_figures_and_targets_of_schema_2_are_what_they_were(goals: Path) -> None:
    before = goals.read_bytes()
    assert raw_of(goals)["meta"]["1"]["schema"] == 2
    said = (DATA / "schema-2-doelen.txt").read_text("utf-8")
    assert told(goals) == said
    assert goals.read_bytes() == before, "looking at a file leaves it as it is"
    store = DossierStore.open(goals, "jan", clock)
    party = Party(name="Kompas", kind=PartyKind.VMBO)
    store.apply(adding(store.dossier, party))
    assert (goals.parent / "regio.sto.d" / "schema-2.sto.json").read_bytes() == before
    assert raw_of(goals)["meta"]["1"]["schema"] == SCHEMA
    assert told(goals) == said


def test_a_target_of_schema_2_is_taken_back_with_its_number(goals: Path, sto: Sto) -> None:
    goal = DossierStore.open(goals, "jan", clock).dossier.of(Goal)
    assert (goal[1].target_value, goal[2].target_value) == (495, 30)
    assert sto("geschiedenis", goals, "--terug", 2).code == 0
    goal = DossierStore.open(goals, "jan", clock).dossier.of(Goal)
    assert (goal[1].target, goal[1].target_value) == ("350 leerlingen", 350)
    assert (goal[2].target, goal[2].target_value) == ("25% meer", 25)


def test_an_edit_over_the_border_is_undone(goals: Path) -> None:
    store = DossierStore.open(goals, "jan", clock)
    before = store.dossier.of(Goal)[1]
    store.apply(changing(store.dossier, before, before.changed(target="verdubbeld")))
    now = store.dossier.of(Goal)[1]
    assert (now.target_value, now.target_kind) == (2, TargetKind.KEER)
    store.undo()
    assert DossierStore.open(goals, "jan", clock).dossier.of(Goal)[1].changed(rev=before.rev) == before


def test_a_damaged_file_of_schema_2_is_rebuilt_from_its_copy_and_history(goals: Path) -> None:
    said = told(goals)
    goals.write_bytes(goals.read_bytes()[:2000])
    best = next(one for one in candidates(goals) if one.replayed)
    assert best.lost == ()
    put_in_place(goals, best, NOW)
    assert told(goals) == said


def test_a_file_of_the_next_form_is_only_looked_at(goals: Path) -> None:
    raw = raw_of(goals)
    raw["meta"]["1"]["schema"] = SCHEMA + 1
    goals.write_text(json.dumps(raw), "utf-8")
    assert "nieuwere versie" in DossierStore.open(goals, "jan", clock).read_only
