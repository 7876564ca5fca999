"""Two sessions add in the same moment: a number that nobody typed goes on behind the other, a typed one stays."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sto_tui.command.edits import TypedEdits
from sto_tui.domain.change import Change, Occasion
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.planning.quick_entry.pasted_lines import lines_change
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.commands import raw

# In the sample speerpunt 1.1 has the milestones a to f, theme 1 five speerpunten; there are five themes and six goals.
TODAY = clock().date()
SPEERPUNT = {"speerpunt": 1}


def occasion(store: DossierStore) -> Occasion:
    return Occasion(store.dossier.seen_in(), TODAY, store.user)


def numbers(path: Path, table: str, titles: Sequence[str]) -> list[Any]:
    called = TABLES[table].caption[-1]
    records = {record[called]: record["number"] for record in raw(path)[table].values()}
    return [records[title] for title in titles]


@pytest.fixture
def two(dossier: Path) -> tuple[DossierStore, DossierStore]:
    return DossierStore.open(dossier, "jan", clock), DossierStore.open(dossier, "bo", clock)


def of_speerpunt(path: Path, number: str) -> Mapping[str, Any]:
    table = raw(path)["speerpunten"]
    last = max(int(key) for key, record in table.items() if record["number"] == number)
    return {"speerpunt": last, "theme": table[str(last)]["theme"]}


def given_for(path: Path, table: str) -> Mapping[str, Any]:
    if table == "milestones":
        return of_speerpunt(path, "1.1")
    return {"theme": of_speerpunt(path, "1.1")["theme"]} if table == "speerpunten" else {}


@pytest.mark.parametrize(
    ("table", "first", "second"),
    [("milestones", "1.1g", "1.1h"), ("speerpunten", "1.6", "1.7"), ("themes", 6, 7), ("goals", 7, 8)],
)
def test_the_second_gets_the_next_number(
    dossier: Path, two: tuple[DossierStore, DossierStore], table: str, first: object, second: object
) -> None:
    jan, bo = two
    given = given_for(dossier, table)
    changes = [line_change(table, given, text, occasion(store)) for store, text in ((jan, "Van jan"), (bo, "Van bo"))]
    jan.apply(changes[0])
    done = bo.apply(changes[1])
    assert numbers(dossier, table, ["Van jan", "Van bo"]) == [first, second]
    assert str(second) in done.label
    assert done.label == next(iter(bo.history.entries())).label
    new = next(edit.ref for edit in done.edits if edit.ref.table == table)
    bo.undo()
    assert str(new.id) not in raw(dossier)[table]
    bo.redo()
    assert numbers(dossier, table, ["Van jan", "Van bo"]) == [first, second]


@pytest.mark.parametrize(
    ("theirs", "mine", "given"),
    [
        ("", "1.1g", ["1.1g", "1.1g"]),
        ("1.1h", "", ["1.1h", "1.1g"]),
        ("1.1g", "", ["1.1g", "1.1h"]),
        ("2.1z", "", ["2.1z", "1.1g"]),
    ],
)
def test_a_number_that_was_typed_stays(
    dossier: Path, two: tuple[DossierStore, DossierStore], theirs: str, mine: str, given: list[str]
) -> None:
    """Two of the same number are told by a finding, as before: somebody wanted them."""
    beside = of_speerpunt(dossier, "1.1")
    changes = [
        line_change("milestones", {**beside, **({"number": typed} if typed else {})}, title, occasion(store))
        for store, typed, title in zip(two, (theirs, mine), ("Een", "Twee"), strict=True)
    ]
    for store, change in zip(two, changes, strict=True):
        store.apply(change)
    assert numbers(dossier, "milestones", ["Een", "Twee"]) == given


def test_several_lines_go_on_from_each_other(dossier: Path, two: tuple[DossierStore, DossierStore]) -> None:
    jan, bo = two
    beside = of_speerpunt(dossier, "1.1")
    change = lines_change("milestones", beside, ["Een", "Twee", "Drie"], occasion(bo))
    jan.apply(lines_change("milestones", beside, ["Vier", "Vijf"], occasion(jan)))
    bo.apply(change)
    titles = ["Vier", "Vijf", "Een", "Twee", "Drie"]
    assert numbers(dossier, "milestones", titles) == ["1.1g", "1.1h", "1.1i", "1.1j", "1.1k"]


def test_what_belongs_to_a_new_record_goes_with_it(dossier: Path, two: tuple[DossierStore, DossierStore]) -> None:
    """The role of who does it stands with the milestone that got another number."""
    jan, bo = two
    beside = of_speerpunt(dossier, "1.1")
    change = line_change("milestones", beside, "Twee  @Kompas College", occasion(bo))
    jan.apply(line_change("milestones", beside, "Een", occasion(jan)))
    done = bo.apply(change)
    (milestone,) = [edit.ref for edit in done.edits if edit.ref.table == "milestones"]
    rows = [edit.after.row for edit in done.edits if edit.ref.table == "veri" and edit.after]  # type: ignore[attr-defined]
    assert rows == [milestone]
    assert numbers(dossier, "milestones", ["Twee"]) == ["1.1h"]


def test_the_command_line_does_the_same(dossier: Path, two: tuple[DossierStore, DossierStore]) -> None:
    jan, bo = two
    changes: list[Change] = []
    for store, title in ((jan, "Een"), (bo, "Twee")):
        edits = TypedEdits(store.dossier.seen_in(), TODAY, store.user)
        values = {**of_speerpunt(dossier, "1.1"), "title": title}
        edits.add("mijlpalen", lambda model, before, addresses, values=values: values)  # type: ignore[misc]
        changes.append(edits.change)
    jan.apply(changes[0])
    bo.apply(changes[1])
    assert numbers(dossier, "milestones", ["Een", "Twee"]) == ["1.1g", "1.1h"]


def test_what_stands_below_a_new_record_follows_its_number(
    dossier: Path, two: tuple[DossierStore, DossierStore]
) -> None:
    """Each adds a theme with a speerpunt and two milestones below it; the second milestone has a typed number."""
    changes: list[Change] = []
    for store in two:
        edits = TypedEdits(store.dossier.seen_in(), TODAY, store.user)

        def add(table: str, edits: TypedEdits = edits, title: str = store.user, **values: object) -> int:
            return edits.add(table, lambda model, before, addresses: {"title": title, **values}).id

        speerpunt = add("speerpunten", theme=add("themas"))
        add("mijlpalen", speerpunt=speerpunt)
        add("mijlpalen", speerpunt=speerpunt, number="9.9z", title=f"{store.user} 2")
        changes.append(edits.change)
    for store, change in zip(two, changes, strict=True):
        store.apply(change)
    assert numbers(dossier, "themes", ["jan", "bo"]) == [6, 7]
    assert numbers(dossier, "speerpunten", ["jan", "bo"]) == ["6.1", "7.1"]
    assert numbers(dossier, "milestones", ["jan", "bo", "jan 2", "bo 2"]) == ["6.1a", "7.1a", "9.9z", "9.9z"]


def test_what_moved_away_keeps_its_number_to_itself(dossier: Path) -> None:
    """Speerpunt 1.5, of five, goes to theme 2, and milestone 1.1f, the last of six, to speerpunt 1.2."""
    store = DossierStore.open(dossier, "jan", clock)
    edits = TypedEdits(store.dossier.seen_in(), TODAY, store.user)
    theme, speerpunt = edits.dossier.of(Theme), edits.dossier.of(Speerpunt)
    second = next(number for number, one in theme.items() if one.number == 2)
    next_to_it = next(number for number, one in speerpunt.items() if one.number == "1.2")
    edits.set("speerpunten/1.5", lambda model, before, addresses: {"theme": second})
    edits.set("mijlpalen/1.1f", lambda model, before, addresses: {"speerpunt": next_to_it})
    store.apply(edits.change)
    for table in ("speerpunten", "milestones"):
        store.apply(line_change(table, given_for(dossier, table), "Nieuw", occasion(store)))
    assert numbers(dossier, "speerpunten", ["Nieuw"]) == ["1.6"]
    assert numbers(dossier, "milestones", ["Nieuw"]) == ["1.1g"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["In 7 jaar klaar"], "Doel 8 In 7 jaar klaar toegevoegd"),
        ([f"Na {n}" for n in range(1, 8)], "7 doelen toegevoegd"),
    ],
)
def test_only_the_number_of_the_record_changes_in_what_is_said(
    two: tuple[DossierStore, DossierStore], lines: Sequence[str], said: str
) -> None:
    """Six goals in the sample, so each begins with the seventh; a count, and a figure in a title, stay as they were."""
    jan, bo = two
    occasion_of_bo = occasion(bo)
    change = (
        line_change("goals", {}, lines[0], occasion_of_bo)
        if len(lines) == 1
        else lines_change("goals", {}, lines, occasion_of_bo)
    )
    jan.apply(line_change("goals", {}, "Van jan", occasion(jan)))
    assert bo.apply(change).label == said


def test_a_place_that_is_not_in_the_change_is_passed_over(two: tuple[DossierStore, DossierStore]) -> None:
    jan, bo = two
    change = line_change("goals", {}, "Een", occasion(jan))
    jan.apply(replace(change, begun=(*change.begun, Ref("goals", -9))))
    assert bo.poll()


ADDING = """
import sys
from pathlib import Path
from sto_tui.planning.quick_entry.line_changes import line_change
from tests.storage.together.test_numbers_taken import clock, occasion, of_speerpunt, DossierStore
path, who = Path(sys.argv[1]), sys.argv[2]
store = DossierStore.open(path, who, clock)
for turn in range(3):
    change = line_change("milestones", of_speerpunt(path, "1.1"), f"{who} {turn}", occasion(store))
    print("klaar", flush=True)
    sys.stdin.readline()
    store.apply(change)
    print("gedaan", flush=True)
    sys.stdin.readline()
    store.poll()
"""


@pytest.mark.slow
def test_processes_that_add_at_once_give_each_number_once(dossier: Path) -> None:
    """All have made their change before the first may write it: without care each would take the same letter."""
    root = Path(__file__).resolve().parents[3]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ADDING, str(dossier), who],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
        )
        for who in ("jan", "bo", "mia")
    ]
    try:
        for said in ("klaar", "gedaan") * 3:
            for process in processes:
                assert process.stdout is not None
                assert process.stdout.readline().strip() == said
            for process in processes:
                assert process.stdin is not None
                process.stdin.write("\n")
                process.stdin.flush()
    finally:
        for process in processes:
            process.communicate(timeout=60)
    added = numbers(dossier, "milestones", [f"{who} {turn}" for who in ("jan", "bo", "mia") for turn in range(3)])
    assert sorted(added) == [f"1.1{letter}" for letter in "ghijklmno"]
