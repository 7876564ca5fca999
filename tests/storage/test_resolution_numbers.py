"""The numbers of what the stuurgroep decides: given once, kept, and never given again."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import ConflictError, adding, changing, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Region
from sto_tui.domain.steering import Resolution
from sto_tui.planning.checks.finding import findings
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.file.dossier_copy import read_copy
from sto_tui.storage.file.migrations import SCHEMA
from sto_tui.storage.file.newcomer import FileVersion
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.by_hand import dossier_with
from tests.support.kept import AnyStore, Kept, KeptInFile

DATA = Path(__file__).parents[1] / "data"
SPRING, AUTUMN, NEXT_YEAR = date(2027, 4, 10), date(2027, 10, 1), date(2028, 1, 12)


def opened(path: Path) -> DossierStore:
    return DossierStore.open(path, "jan", clock)


def decide(store: AnyStore, text: str, day: date | None = SPRING) -> Ref:
    change = store.apply(adding(store.dossier, Resolution(text=text, date=day)))
    return change.refs[0]


def change_of(store: AnyStore, ref: Ref, **values: object) -> None:
    record = store.dossier.get(ref)
    assert record
    store.apply(changing(store.dossier, record, record.changed(**values)))


def remove(store: AnyStore, ref: Ref) -> None:
    record = store.dossier.get(ref)
    assert record
    store.apply(removing(store.dossier, record))


def numbers(kept: Kept) -> dict[str, str]:
    """By what was decided, as it is kept."""
    documents = kept.tables()["resolutions"].values()
    return {document["text"]: document.get("number", "") for document in documents}


@pytest.fixture
def begin() -> Dossier:
    """A region with a meeting without a day."""
    records: tuple[Record, ...] = (Region(id=1, name="Delta"), Meeting(id=1, title="Voorjaar"))
    return dossier_with(*records)


@pytest.fixture
def region(tmp_path: Path, begin: Dossier) -> Path:
    """The same in a file."""
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, begin)
    return path


def test_removing_one_renumbers_no_other_and_its_number_is_not_given_again(kept: Kept) -> None:
    store = kept.open()
    first, second, third = (decide(store, text) for text in ("Bus", "Lab", "Lift"))
    decide(store, "Plan", NEXT_YEAR)
    assert numbers(kept) == {"Bus": "2027-1", "Lab": "2027-2", "Lift": "2027-3", "Plan": "2028-1"}
    remove(store, second)
    remove(store, third)
    assert numbers(kept) == {"Bus": "2027-1", "Plan": "2028-1"}
    # Also for who opens the dossier later, in which nothing of 2027-3 is left.
    decide(kept.open(), "Dak", AUTUMN)
    assert numbers(kept) == {"Bus": "2027-1", "Plan": "2028-1", "Dak": "2027-4"}
    assert kept.open().dossier.get(first)


def test_it_is_given_with_the_day_or_that_of_the_meeting_and_stays_when_the_day_changes(kept: Kept) -> None:
    store = kept.open()
    loose = decide(store, "Bus", None)
    change = store.apply(adding(store.dossier, Resolution(text="Lab", session=1)))
    assert numbers(kept) == {"Bus": "", "Lab": ""}
    change_of(store, Ref("sessions", 1), date=SPRING)
    change_of(store, loose, date=AUTUMN)
    assert numbers(kept) == {"Bus": "2027-2", "Lab": "2027-1"}
    change_of(store, change.refs[0], date=NEXT_YEAR)
    change_of(store, loose, text="Lesbus")
    assert numbers(kept) == {"Lesbus": "2027-2", "Lab": "2027-1"}


def test_undo_and_redo_keep_the_number_and_an_empty_one_gets_the_next(kept: Kept) -> None:
    store = kept.open()
    decide(store, "Bus")
    lab = decide(store, "Lab")
    remove(store, lab)
    store.undo()
    assert numbers(kept) == {"Bus": "2027-1", "Lab": "2027-2"}
    store.undo()
    store.redo()
    assert numbers(kept) == {"Bus": "2027-1", "Lab": "2027-2"}
    change_of(store, lab, number="")
    assert numbers(kept) == {"Bus": "2027-1", "Lab": "2027-3"}
    change_of(store, lab, number="B14")
    decide(store, "Lift")
    assert numbers(kept) == {"Bus": "2027-1", "Lab": "B14", "Lift": "2027-4"}


def test_what_was_added_is_taken_back_from_the_history_also_when_it_got_its_number_later(kept: Kept) -> None:
    """The number came with the day of its meeting, or with a newer sto-tui: nobody changed the decision itself."""
    store = kept.open()
    lab = store.apply(adding(store.dossier, Resolution(text="Lab", session=1)))
    added = store.history.latest(1)
    change_of(store, Ref("sessions", 1), date=SPRING)
    assert numbers(kept) == {"Lab": "2027-1"}
    later = kept.open()
    change_of(later, lab.refs[0], text="Lab bouwen")
    with pytest.raises(ConflictError, match="is intussen gewijzigd"):
        later.put_back(added)
    later.undo()
    later.put_back(added)
    assert numbers(kept) == {}
    decide(later, "Bus")
    assert numbers(kept) == {"Bus": "2027-2"}


def test_two_sessions_that_add_at_once_never_give_one_number_twice(kept: Kept) -> None:
    here, there = kept.open(), kept.open()
    decide(here, "Bus")
    decide(there, "Lab")
    decide(here, "Lift")
    assert numbers(kept) == {"Bus": "2027-1", "Lab": "2027-2", "Lift": "2027-3"}


def test_two_copies_keep_both_decisions_of_one_number_and_it_is_told(region: Path, tmp_path: Path) -> None:
    decide(opened(region), "Bus")
    other = tmp_path / "elders.sto.json"
    shutil.copy2(region, other)
    decide(opened(region), "Lab")
    elsewhere = opened(other)
    decide(elsewhere, "Lift", AUTUMN)
    remove(elsewhere, decide(elsewhere, "Dak"))
    store = opened(region)
    store.join(Merge(store.as_copy, read_copy(other)).joined())
    assert numbers(KeptInFile(region)) == {"Bus": "2027-1", "Lab": "2027-2", "Lift": "2027-2"}
    (told,) = [found for found in findings(store.dossier, AUTUMN) if found.ref.table == "resolutions"]
    assert told.message == (
        "Stuurgroepbesluit ‘2027-2 Lift’ heeft hetzelfde nummer als ‘2027-2 Lab’. "
        "Geef een van de twee een ander nummer."
    )
    # 2027-3 was given in the other copy, to one that is gone.
    change_of(store, told.ref.at(None), number="")
    assert numbers(KeptInFile(region)) == {"Bus": "2027-1", "Lab": "2027-2", "Lift": "2027-4"}


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_number_of_a_version_that_was_replaced_is_not_given_again(region: Path, is_kept: bool) -> None:
    """2027-3 was given last, to one that is gone, and only the version that goes knows of it."""
    store = opened(region)
    bus = decide(store, "Bus")
    early = region.read_bytes()
    for text in ("Lab", "Lift"):
        remove(store, decide(store, text))
    if is_kept:
        # The version that knows it stands in the file; the other session has the earlier one, and puts it back.
        late = region.read_bytes()
        region.write_bytes(early)
        store = opened(region)
        change_of(store, bus, text="Lesbus")
        region.write_bytes(late)
    else:
        region.write_bytes(early)
    store.poll()
    assert store.newcomer
    if is_kept:
        store.write_over(store.newcomer)
    else:
        store.take(store.newcomer)
    decide(opened(region), "Dak")
    assert numbers(KeptInFile(region)) == {"Lesbus" if is_kept else "Bus": "2027-1", "Dak": "2027-4"}


def test_an_earlier_version_that_is_put_back_gives_no_number_again(region: Path, tmp_path: Path) -> None:
    store = opened(region)
    decide(store, "Bus")
    earlier = read_copy(Path(shutil.copy(region, tmp_path / "eerder.sto.json")))
    remove(store, decide(store, "Lab"))
    store.replace_by(FileVersion((0, 0, 0, 0), earlier.raw, SCHEMA, earlier.lineage))
    decide(opened(region), "Dak")
    assert numbers(KeptInFile(region)) == {"Bus": "2027-1", "Dak": "2027-3"}


def test_a_file_of_schema_6_gets_the_numbers_that_were_counted(tmp_path: Path) -> None:
    old = Path(shutil.copy(DATA / "schema-6-stuurgroep.sto.json", tmp_path / "regio.sto.json"))
    assert json.loads(old.read_bytes())["meta"]["1"]["schema"] == 6
    store = opened(old)
    assert store.dossier.aside == ()
    counted = {
        "Bus kopen": "2026-1",
        "Lab bouwen": "2027-1",
        "Plan maken": "2026-2",
        "Ooit": "",
        "Lift zoeken": "2027-2",
    }
    assert {each.text: each.number for each in store.dossier.of(Resolution).values()} == counted
    remove(store, Ref("resolutions", 1))
    decide(store, "Dak")
    assert json.loads(old.read_bytes())["meta"]["1"]["schema"] == SCHEMA
    del counted["Bus kopen"]
    assert numbers(KeptInFile(old)) == counted | {"Dak": "2027-3"}
