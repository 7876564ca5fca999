"""The line on which records are typed: type, enter, type, enter, esc; what is typed is in the file at once."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.screens.frame.list_place import PlaceScreen
from tests.support.screens import SIZES, app_on, form_of, place_of, seen, show_list, stored, without_form


def texts(path: Path, table: str, field: str) -> list[str]:
    return [str(record.get(field, "")) for record in stored(path, table).values()]


async def typed(pilot: Pilot[None], *lines: str) -> None:
    """Types lines, each with its enter."""
    for line in lines:
        await pilot.press(*line, "enter")


def kinds(app: StoApp) -> Iterable[int]:
    """The numbers of the lists of a place in which a record is added by a line."""
    place = place_of(app)
    numbers = range(len(place.sections)) if isinstance(place, PlaceScreen) else (0,)
    return (number for number in numbers if not isinstance(place, PlaceScreen) or number_of_line(place, number))


def number_of_line(place: PlaceScreen, number: int) -> bool:
    return place.sections[number].table != "submissions"


async def test_one_line_after_another_is_in_the_file_at_once(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        before = stored(example, "bodies")
        await pilot.press("a")
        await typed(pilot, "Werkgroep vervoer")
        assert texts(example, "bodies", "name")[-1] == "Werkgroep vervoer", "before the next one is typed"
        await typed(pilot, "x 1-2 z")
        await pilot.press(*"half", "escape")
        assert texts(example, "bodies", "name")[len(before) :] == ["Werkgroep vervoer", "x 1-2 z"]
        assert "Niet toegevoegd: ‘half’" in seen(app)
        ref = place_of(app).current_ref
        assert ref
        assert app.dossier.caption(ref) == "x 1-2 z", "the cursor stands on the last one"
        await pilot.press("z", "z")
        assert stored(example, "bodies") == before


async def test_what_was_left_on_the_line_comes_back_on_it_and_in_the_form(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        await pilot.press("a", *"Raad", "escape", "a", *" van advies", "escape", "A")
        assert form_of(app)._form.typed["name"] == "Raad van advies"
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        assert texts(example, "bodies", "name")[-1] == "Raad van advies"
        await pilot.press("a", *"Nog een", "tab")
        assert form_of(app)._form.typed["name"] == "Nog een", "straight from the line"


async def test_an_answer_costs_its_text_and_enter(example: Path) -> None:
    app = app_on(example, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        before = len(stored(example, "answers"))
        await typed(pilot, "Korte lijnen", "Eén aanspreekpunt")
        answers = list(stored(example, "answers").values())[before:]
        question = place_of(app).main.current_key.id
        assert [(one["text"], one["question"]) for one in answers] == [
            ("Korte lijnen", question),
            ("Eén aanspreekpunt", question),
        ]
        await pilot.press("down")
        await typed(pilot, "Bij de volgende vraag")
        assert list(stored(example, "answers").values())[-1]["question"] != question


@pytest.mark.parametrize("size", SIZES)
async def test_every_list_has_a_line_that_says_what_it_may_carry(example: Path, size: tuple[int, int]) -> None:
    app = app_on(example)
    async with app.run_test(size=size) as pilot:
        for place in Place:
            app.going.open_place(place)
            await pilot.pause()
            if place is Place.VERI:
                continue
            for number in kinds(app):
                here = place_of(app)
                if isinstance(here, PlaceScreen):
                    here.show_section(number)
                await pilot.press("a")
                await pilot.pause()
                *_, rule, line, _, _ = seen(app).splitlines()
                assert rule.startswith(("── N", "── B")), (place, number, rule)
                assert "…" not in rule, (place, number, rule)
                assert line.strip() == "›", (place, number, line)
                await pilot.press("escape")


async def test_a_click_in_the_list_leaves_the_line(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"half")
        await pilot.click("#list", offset=(5, 3))
        await pilot.pause()
        assert not place_of(app).quick.is_open
        await pilot.press("7")
        assert place_of(app).place is Place.VOORTGANG, "letters and figures are keys again"
