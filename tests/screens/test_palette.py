"""The palette: an act of another place, a list, what was chosen last, and the way back."""

from functools import partial
from pathlib import Path

import pytest

from sto_tui.app import StoApp
from sto_tui.places import Place
from tests.support.screens import app_on, form_of, place_of, place_with_lists, seen, until, until_seen


def _is_at(app: StoApp, place: Place) -> bool:
    return place_of(app).place is place


async def test_from_any_place_to_an_act_a_list_and_a_record_and_back(example: Path) -> None:
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"terugp", "enter")
        await until(pilot, lambda: "Terugplannen" in seen(app) and app.screen is not app.screen_stack[0])
        assert form_of(app)
        await pilot.press("escape", "slash", *"risicos", "enter")
        await until(pilot, lambda: place_of(app).place is Place.PLAN)
        await until(pilot, lambda: place_with_lists(app).section.table == "risks")
        await pilot.press("slash", *"proeflesen")
        await until_seen(app, pilot, "1.1a Acht proeflessen")
        await pilot.press("enter")
        await until(pilot, lambda: place_of(app).place is Place.MIJLPALEN)
        for place in (Place.PLAN, Place.MIJLPALEN, Place.OVERZICHT):
            await pilot.press("0")
            await until(pilot, partial(_is_at, app, place))
        await pilot.press("slash")
        await until_seen(app, pilot, "Laatst gekozen")
        lines = seen(app).splitlines()
        first = next(number for number, line in enumerate(lines) if "Laatst gekozen" in line)
        assert "1.1a Acht proeflessen" in lines[first + 1]
        assert "Risico’s" in lines[first + 2]
        assert "Terugplannen" in lines[first + 3]


async def test_at_most_ten_are_kept_for_the_next_time(small: Path) -> None:
    app = app_on(small)
    async with app.run_test(size=(80, 24)) as pilot:
        for number in range(1, 9):
            await pilot.press("slash", *f"proefles {number}", "enter")
            await pilot.pause()
        for place in ("evaluatie", "regiovisie", "voortgang"):
            await pilot.press("slash", *place, "enter")
            await pilot.pause()
    app = app_on(small)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await until_seen(app, pilot, "Laatst gekozen", "Bij Overzicht")
        lines = seen(app).splitlines()
        first, after = (next(n for n, line in enumerate(lines) if word in line) for word in ("Laatst", "Bij Over"))
        assert after - first - 1 == 10
        assert "7 Voortgang" in lines[first + 1]


@pytest.mark.parametrize(
    ("typed", "place", "title"),
    [("termi", Place.OVERZICHT, "Termijnen"), ("leren van", Place.PLAN, "Leren van anderen")],
)
async def test_a_list_opens_that_list(small: Path, typed: str, place: Place, title: str) -> None:
    app = app_on(small, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *typed)
        await until_seen(app, pilot, f"{title}   {place.numbered}")
        await pilot.press("enter")
        await until(pilot, lambda: place_of(app).place is place)
        await until(pilot, lambda: place_with_lists(app).section.title == title)
