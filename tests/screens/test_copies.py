"""Another copy of the dossier, as the person at the screen sees it."""

import shutil
from pathlib import Path

from sto_tui.domain.change import Occasion, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.screens import app_on, seen, stored


def edit(path: Path, number: int, title: str) -> None:
    store = DossierStore.open(path, "anja", clock)
    record = store.dossier.of(Milestone)[number]
    occasion = Occasion(store.dossier, clock().date(), "anja")
    store.apply(changing(store.dossier, record, record.changed(title=title), occasion))


def copied(path: Path) -> Path:
    """The copy that OneDrive puts beside a dossier."""
    return Path(shutil.copy2(path, path.with_name(path.name.replace(".sto.json", ".sto-LAPTOP-4K2.json"))))


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
        assert "Hier: Hier gewijzigd" in seen(app)
        assert "Daar gewijzigd" in seen(app)
        await pilot.press("escape")
        assert stored(small, "milestones")["1"]["title"] == "Hier gewijzigd"
        await pilot.press("C", "enter", "left", "enter")
        await pilot.pause()
        assert stored(small, "milestones")["1"]["title"] == "Daar gewijzigd"
        await pilot.press("C")
        assert "Er ligt geen andere kopie" in seen(app)
