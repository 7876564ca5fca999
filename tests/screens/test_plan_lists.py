"""The lists of 4 Plan that offer what can be made: what the person sees, and what is on disk."""

import json
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.plan import Risk
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.storage.store import DossierStore
from tests.support.screens import app_on, at_every_size, place_with_lists, seen, show_list, until
from tests.support.small_region import region


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small region, in which a milestone was reached."""
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, region())
    return path


def on_disk(path: Path, table: str) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))[table].values())


async def test_a_reached_milestone_becomes_something_that_is_told(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        show_list(app, "Communicatie")
        await pilot.pause()
        await at_every_size(app, pilot, "Bereikt, nog niet verteld of gevierd (1)", "Lab besteld", "Met enter maak je")
        await pilot.press("x")
        assert "Deze regel is niet te bewerken." in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: "Nieuw communicatiemoment" in seen(app))
        assert "Bereikt: Lab besteld." in seen(app)
        await pilot.press(*"Ouders", "ctrl+s")
        await until(pilot, lambda: bool(on_disk(path, "communication")))
        (told,) = on_disk(path, "communication")
        assert (told["audience"], told["message"], told["milestone"]) == ("Ouders", "Bereikt: Lab besteld.", 2)
        await pilot.pause()
        assert "nog niet verteld" not in seen(app)
        assert place_with_lists(app).current_ref


async def test_an_example_question_becomes_a_request_that_was_sent(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        show_list(app, "Ondersteuning")
        await pilot.pause()
        await pilot.press("end", "w")
        assert "een bijdrage of een eigen vraag" in " ".join(seen(app).split())
        await pilot.press("enter")
        await until(pilot, lambda: "ondersteuningsvraag" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(on_disk(path, "support")))
        await pilot.pause()
        await pilot.press("w")
        await until(pilot, lambda: "Ondersteuning vragen" in seen(app))
        await at_every_size(app, pilot, "Regio: Proefland", "Soort ondersteuning: thema")
        await pilot.press("y")
        assert "Onze vraag:\nWie kan met ons meedenken over één thema" in app.clipboard
        assert "Gekopieerd." in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: on_disk(path, "support")[0]["state"] == "asked")


async def test_an_aid_of_the_sources_becomes_something_that_is_learned(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        show_list(app, "Leren van anderen")
        await pilot.pause()
        await at_every_size(app, pilot, "Praktijkvoorbeelden", "Hulpmiddelen; controleer")
        assert "enter Opnemen" in seen(app)
        await pilot.press("a", *"Rijdend lab; Zeeland; vaste stops", "enter", "escape")
        (own,) = on_disk(path, "lessons")
        assert (own["title"], own["kind"], own.get("address")) == ("Rijdend lab", "praktijkvoorbeeld", None)
        await pilot.press("z")
        await pilot.press("enter")
        await until(pilot, lambda: "Nieuw voorbeeld" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(on_disk(path, "lessons")))
        (lesson,) = on_disk(path, "lessons")
        assert (lesson["title"], lesson["kind"]) == ("Praktijkvoorbeelden", "hulpmiddel")
        assert lesson["address"].startswith("https://")


async def test_a_risk_that_comes_back_stands_where_it_stood_with_the_cursor_on_it(almere: Path) -> None:
    app = app_on(almere, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        show_list(app, "Risico’s")
        await pilot.pause()
        rows = place_with_lists(app).list.row_count
        await pilot.press("home", "x")
        await until(pilot, lambda: "Verwijderen" in seen(app) or place_with_lists(app).list.row_count < rows)
        await pilot.press("down", "z")
        await until(pilot, lambda: "Ongedaan gemaakt" in seen(app))
        assert [risk.id for risk in app.dossier.of(Risk).values()] == [1, 2, 3, 4, 5]
        assert place_with_lists(app).current_ref == Ref("risks", 1)


async def test_an_own_lesson_has_nothing_of_the_aid_at_the_cursor(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        show_list(app, "Leren van anderen")
        await pilot.pause()
        await pilot.press("home", "a", *"Techlab", "enter")
        await until(pilot, lambda: bool(on_disk(path, "lessons")))
        (lesson,) = on_disk(path, "lessons")
        assert (lesson["title"], lesson.get("kind"), lesson.get("address")) == ("Techlab", "praktijkvoorbeeld", None)


async def test_what_is_said_of_a_row_goes_with_the_next_row(almere: Path) -> None:
    app = app_on(almere, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        show_list(app, "Partijen")
        await pilot.pause()
        await pilot.press("a", "enter")
        await until(pilot, lambda: "De regel is leeg." in seen(app))
        await pilot.press("down")
        await until(pilot, lambda: "De regel is leeg." not in seen(app))
