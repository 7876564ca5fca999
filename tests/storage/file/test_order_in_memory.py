"""The tables in memory stand in the order of the file, whatever is done: a list shows the same when opened anew."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from sto_tui.domain.change import Change, Edit, NotSavedError, removing
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.parties import Party
from sto_tui.domain.tables import TABLES
from sto_tui.storage.store import DossierStore
from tests.conftest import clock


def order(dossier: Dossier) -> dict[str, list[int]]:
    return {table: list(records) for table, records in dossier.tables.items()}


def opened(path: Path) -> DossierStore:
    return DossierStore.open(path, "jan", clock)


def test_what_comes_back_stands_where_it_stood(small: Path) -> None:
    store, elsewhere = opened(small), opened(small)
    at_first = order(store.dossier)
    first = next(iter(store.dossier.of(Party).values()))
    store.apply(removing(store.dossier, first))
    elsewhere.poll()
    assert first.id not in elsewhere.dossier.tables["parties"]
    store.undo()
    elsewhere.poll()
    assert order(store.dossier) == order(elsewhere.dossier) == at_first


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_memory_has_the_order_of_the_file(small: Path, seed: int) -> None:
    chance = random.Random(seed)
    stores = opened(small), opened(small)
    for _ in range(25):
        store = chance.choice(stores)
        with suppress(NotSavedError):
            _one_step(store, chance)
        store.poll()
        afresh = opened(small).dossier
        assert order(store.dossier) == order(afresh)
        assert store.dossier.tables == afresh.tables
    for store in stores:
        store.poll()
        assert order(store.dossier) == order(opened(small).dossier)


def _one_step(store: DossierStore, chance: random.Random) -> None:
    """Removes or doubles a record, takes back, does again, looks, or takes back from the history."""
    match chance.choice(("remove", "remove", "copy", "undo", "undo", "redo", "look", "history")):
        case "remove" | "copy" as act:
            tables = [table for table in TABLES if table != "region" and store.dossier.tables[table]]
            record = chance.choice(list(store.dossier.tables[chance.choice(tables)].values()))
            ref = ref_of(record.model_copy(update={"id": -1}))
            copied = Change("Dubbel", (Edit(ref, None, record.model_copy(update={"id": -1})),))
            store.apply(removing(store.dossier, record) if act == "remove" else copied)
        case "undo":
            store.undo()
        case "redo":
            store.redo()
        case "look":
            store.poll()
        case "history":
            store.put_back(store.history.latest(chance.randint(1, 3)))
