"""Another copy of the dossier, as the person at the screen sees it."""

import json
import shutil
from pathlib import Path

import orjson

from sto_tui.domain.change import Occasion, changing, removing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.screens import app_on, place_of, seen, stored, until


def edit(path: Path, number: int, title: str, **more: str) -> None:
    store = DossierStore.open(path, "anja", clock)
    record = store.dossier.of(Milestone)[number]
    occasion = Occasion(store.dossier, clock().date(), "anja")
    store.apply(changing(store.dossier, record, record.changed(title=title, **more), occasion))


def copied(path: Path) -> Path:
    """The copy that OneDrive puts beside a dossier."""
    return Path(shutil.copy2(path, path.with_name(path.name.replace(".sto.json", ".sto-LAPTOP-4K2.json"))))


async def test_all_that_there_is_to_know_at_the_opening_is_one_message(small: Path) -> None:
    """Of two the second waited for a key; `?` shows the whole of it where it is cut."""
    damaged = json.loads(small.read_bytes())
    damaged["milestones"]["3"] = {"title": "Zonder nummer"}
    small.write_bytes(orjson.dumps(damaged))
    other = copied(small)
    edit(small, 1, "Hier gewijzigd")
    edit(other, 2, "Daar gewijzigd")
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "naast dit dossier ligt een kopie" in place_of(app).bar.message)
        told = place_of(app).bar.message
        assert "bij ‘Nr’: het veld ontbreekt" in told
        await pilot.press("question_mark")
        words = " ".join(seen(app).replace("│", " ").split())
        assert "het veld ontbreekt" in words
        assert "Druk op C: naast dit dossier ligt een kopie met ander werk." in words


async def test_a_copy_beside_the_dossier_is_said_and_brought_in_and_taken_back(small: Path) -> None:
    other = copied(small)
    edit(small, 1, "Hier gewijzigd")
    edit(other, 2, "Daar gewijzigd")
    before = stored(small, "milestones")["2"]["title"]
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Druk op C: naast dit dossier ligt een kopie met ander werk." in seen(app)
        await pilot.press("C")
        assert other.name in seen(app)
        await pilot.press("enter")
        assert "mijlpalen: 1 gewijzigd" in seen(app)
        await pilot.press("left", "enter")
        await pilot.pause()
        assert "Samengevoegd; z maakt het ongedaan." in seen(app)
        assert stored(small, "milestones")["2"]["title"] == "Daar gewijzigd"
        assert stored(small, "milestones")["1"]["title"] == "Hier gewijzigd"
        await pilot.press("C")
        assert "Er ligt geen andere kopie naast dit dossier" in seen(app)
        await pilot.press("escape", "z")
        assert stored(small, "milestones")["2"]["title"] == before


async def test_a_copy_that_comes_to_lie_there_while_the_dossier_is_open_is_said_once(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.pause()
        half = small.with_name("regio.sto-LAPTOP-4K2.json")
        half.write_bytes(small.read_bytes()[:2000])
        app.copies.look()
        assert "Druk op C" not in seen(app), "a sync program may still be writing it"
        await pilot.press("C")
        assert half.name in seen(app)
        assert "is geen leesbaar dossier" in seen(app)
        await pilot.press("escape")
        edit(copied(small), 2, "Daar gewijzigd")
        app.copies.look()
        assert "Druk op C: naast dit dossier ligt een kopie met ander werk." in seen(app)
        place_of(app).say("Iets anders.")
        app.copies.look()
        assert "Iets anders." in seen(app)


async def test_what_both_changed_is_chosen_at_the_screen(small: Path) -> None:
    other = copied(small)
    edit(small, 1, "Hier gewijzigd")
    edit(other, 1, "Daar gewijzigd")
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "enter", "left", "enter")
        await pilot.pause()
        assert stored(small, "milestones")["1"]["title"] == "Hier gewijzigd"
        await pilot.press("C")
        assert "Nog te kiezen (1)" in seen(app)
        await pilot.press("enter")
        assert "hier Hier gewijzigd" in seen(app)
        assert "daar Daar gewijzigd" in seen(app)
        assert "Beide houden" not in seen(app), "one title cannot be two"
        await pilot.press("down", "down", "enter")
        assert "Kies bovenaan wat blijft staan." in seen(app)
        await pilot.press("escape")
        assert stored(small, "milestones")["1"]["title"] == "Hier gewijzigd"
        await pilot.press("C", "enter", "down", "enter")
        await pilot.pause()
        assert stored(small, "milestones")["1"]["title"] == "Daar gewijzigd"
        await pilot.press("C")
        assert "Er ligt geen andere kopie" in seen(app)


async def test_two_long_texts_are_shown_in_full_and_can_both_stay(small: Path) -> None:
    edit(small, 1, "Lab", tangible_result="Begin\n\nMidden\n\nEinde")
    other = copied(small)
    long = " ".join(f"woord{number}" for number in range(300))
    edit(small, 1, "Lab", tangible_result="Begin van hier\n\nMidden\n\nEinde van hier")
    edit(other, 1, "Lab", tangible_result=f"Begin van daar\n\nMidden\n\n{long}")
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("C", "enter", "left", "enter")
        await pilot.pause()
        assert "Druk op C: nog 1 keuze" in seen(app), "in a small window too"
        await pilot.press("C", "enter")
        shown = seen(app)
        assert "Verschil 1 van 2" in shown
        assert "hier Begin van hier" in shown
        for _ in range(16):
            await pilot.press("down")
            shown += seen(app)
        assert "Einde van hier" in shown
        assert "woord299" in shown, "to its end"
        await pilot.press("home", "down", "down", "enter")
        await pilot.pause()
    text = stored(small, "milestones")["1"]["tangible_result"]
    assert text == f"Begin van hier\n\nBegin van daar\n\nMidden\n\nEinde van hier\n\n{long}"


async def test_what_one_copy_removed_is_asked_and_can_stay_removed(small: Path) -> None:
    other = copied(small)
    store = DossierStore.open(small, "anja", clock)
    store.apply(removing(store.dossier, store.dossier.of(Milestone)[2]))
    edit(other, 2, "Toch door")
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "enter", "left", "enter")
        await pilot.pause()
        assert stored(small, "milestones")["2"]["title"] == "Toch door"
        await pilot.press("C", "enter")
        assert "is hier verwijderd en in" in seen(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "2" not in stored(small, "milestones")
