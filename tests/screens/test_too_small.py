"""A window that is too small says both sizes, everywhere, forgets it when it fits again, and loses nothing."""

from pathlib import Path

import pytest

from sto_tui.app import StoApp
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from tests.conftest import clock
from tests.support.golden_screens import app_in, damaged_app, windows_in_need
from tests.support.golden_texts import VOORBEELDREGIO
from tests.support.screens import form_at, place_of, seen

SAID = "Venster te klein: 50x15, nodig 60x20."


@pytest.mark.parametrize("place", Place, ids=lambda place: place.word)
async def test_every_place(place: Place, tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, place)
    async with app.run_test(size=(80, 24)) as pilot:
        before = seen(app)
        await pilot.resize_terminal(50, 15)
        assert seen(app).startswith(SAID)
        await pilot.press("down")
        assert seen(app).startswith(SAID), "an act does not take it away"
        await pilot.press("up")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "te klein" not in seen(app)
        assert seen(app).splitlines()[1:3] == before.splitlines()[1:3]


async def test_windows_that_open_in_it(tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, Place.OVERZICHT)
    async with app.run_test(size=(50, 15)) as pilot:
        await pilot.pause()
        assert seen(app).startswith(SAID)
        for name, window in windows_in_need().items():
            app.push_screen(window)
            await pilot.pause()
            assert seen(app).startswith(SAID), name
            app.pop_screen()
            await pilot.pause()


async def test_before_a_dossier_is_open(tmp_path: Path) -> None:
    for app in (StoApp(None, Place.OVERZICHT, "jan", clock), damaged_app(tmp_path)):
        async with app.run_test(size=(59, 20)) as pilot:
            await pilot.pause()
            assert seen(app).startswith("Venster te klein: 59x20, nodig 60x20.")
            await pilot.resize_terminal(60, 20)
            assert "te klein" not in seen(app)


async def test_what_is_typed_stays_and_goes_on(tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        place_of(app).open_form(Ref("milestones", 1).at("title"))
        await form_at(app, pilot, "title")
        await pilot.press("end", "A")
        for size in ((30, 8), (5, 2), (1, 1), (200, 3), (50, 15)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert seen(app).startswith(SAID)
        await pilot.press("B")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "AB" in seen(app)
        assert "te klein" not in seen(app)


@pytest.mark.parametrize("place", [Place.MIJLPALEN, Place.VERI, Place.EVALUATIE], ids=lambda place: place.word)
async def test_no_size_is_too_small_to_live_in(place: Place, tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, place)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ((), ("question_mark",), ("escape", "p")):
            await pilot.press(*keys)
            for size in ((20, 5), (3, 3), (1, 1), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.press("down")
        assert app.is_running
