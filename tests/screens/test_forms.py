"""Forms: where the cursor stands in a new record, and choosing by typing, in the form of every table."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.events import MouseDown, MouseUp
from textual.widget import Widget
from textual.widgets import OptionList

from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import plain
from sto_tui.places import Place
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.widgets.editors import SeveralOf, TickEditor
from sto_tui.widgets.one_of import OneOf
from sto_tui.widgets.typed_letters import PAUSE, TypedLetters
from tests.support.screens import (
    SIZES,
    app_on,
    form_at,
    form_of,
    place_of,
    retype,
    seen,
    stored,
    until,
    until_seen,
    without_form,
)

NAMES = ("vmbo", "mbo", "po", "metaalsector", "Één school", "havo/vwo", "de mbo-raad")

# What was filled in beforehand, and where the cursor then stands: the first field with a star that is empty.
FIRST_TO_FILL: dict[str, tuple[dict[str, Any], str]] = {
    "region": ({}, "name"),
    "periods": ({"label": "2029"}, "start"),
    "deadlines": ({}, "title"),
    "submissions": ({}, "period"),
    "reasons": ({"submission": 1, "about": "goals/1"}, "reason"),
    "free_days": ({}, "title"),
    "set_aside": ({"facts": "0" * 24, "finding": "Er is geen mbo."}, "reason"),
    "parties": ({}, "name"),
    "bodies": ({}, "name"),
    "goals": ({"number": 7}, "text"),
    "themes": ({"number": 6}, "title"),
    "speerpunten": ({"theme": 1, "number": "1.9"}, "title"),
    "milestones": ({"speerpunt": 1, "number": "1.1z"}, "title"),
    "veri": ({"row": Ref("milestones", 1)}, "party"),
    # All that must be filled in is: then the first field that is empty.
    "progress": ({"milestone": 1, "date": date(2027, 1, 1), "light": "groen"}, "note"),
    "questions": ({"part": "borging", "order": 3}, "text"),
    "answers": ({"question": 1, "kind": "succes"}, "text"),
    "scores": ({"statement": 1}, "value"),
    "sessions": ({}, "title"),
    "decisions": ({}, "text"),
    "resolutions": ({}, "text"),
    "actions": ({}, "text"),
    "vision": ({"order": 9}, "section"),
    "indicators": ({}, "title"),
    "communication": ({}, "audience"),
    "training": ({}, "who"),
    "lessons": ({}, "title"),
    "risks": ({}, "text"),
    "budget": ({"number": "101"}, "title"),
    "cofinancing": ({}, "year"),
    "equipment": ({}, "title"),
    "payments": ({}, "budget_line"),
    "realised": ({}, "contribution"),
    "support": ({}, "question"),
    "texts": ({"chapter": "themas", "order": 2}, "text"),
}


@pytest.mark.parametrize(
    ("keys", "here", "place"),
    [
        ("m", -1, 1),
        ("me", -1, 3),
        ("mm", -1, 3),
        ("mmm", -1, 1),
        ("m", 1, 3),
        ("e", -1, 4),
        ("H", -1, 5),
        ("vwo", -1, 5),
        ("raad", -1, 6),
        ("de m", -1, 6),
        ("x", 2, None),
        ("xp", 0, 2),
        (" ", 0, None),
    ],
)
def test_what_is_typed_leads_to_the_name_that_begins_so(keys: str, here: int, place: int | None) -> None:
    """By name: 0 vmbo, 1 mbo, 2 po, 3 metaalsector, 4 Één school, 5 havo/vwo, 6 de mbo-raad."""
    letters = TypedLetters()
    found: int | None = None
    for second, key in enumerate(keys):
        found = letters.place(key, float(second), NAMES, here)
        here = here if found is None else found
    assert found == place


def test_after_a_pause_a_letter_begins_anew() -> None:
    letters = TypedLetters()
    assert letters.place("m", 0.0, NAMES, -1) == 1
    assert letters.place("e", PAUSE, NAMES, 1) == 3, "still the same word: metaalsector"
    assert letters.place("p", 2 * PAUSE + 0.1, NAMES, 3) == 2, "po, not mep"
    assert letters.place("v", 9.0, (), -1) is None


def test_every_table_says_where_its_cursor_begins() -> None:
    assert set(FIRST_TO_FILL) == set(TABLES)


async def test_the_key_for_a_new_one_leads_past_what_the_place_fills_in(small: Path) -> None:
    app = app_on(small)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for place, number, wanted in (
            (Place.EVALUATIE, 0, "text"),
            (Place.REGIOVISIE, 0, "section"),
            (Place.PLAN, 0, "title"),
            (Place.PLAN, 1, "text"),
            (Place.PLAN, 2, "name"),
            (Place.MIJLPALEN, 0, "title"),
            (Place.VOORTGANG, 0, "note"),
            (Place.CONCEPT, 0, "chapter"),  # the cursor is on the cover, which is no chapter
        ):
            app.going.open_place(place)
            await pilot.pause()
            here = place_of(app)
            if isinstance(here, PlaceScreen):
                here.show_section(number)
            here.action_act("add_full")
            await form_at(app, pilot, wanted)
            await pilot.press("escape")
            await without_form(app, pilot)


async def test_an_existing_record_begins_at_its_first_field(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        place_of(app).open_form(Ref("goals", 1))
        await form_at(app, pilot, "number")


def _typed_for(names: list[str], wanted: int) -> str:
    """As many letters as it takes to tell a name from the others; the space bar ticks in a list of ticks."""
    name = plain(names[wanted])
    others = [plain(one) for one in names[:wanted] + names[wanted + 1 :]]
    enough = (many for many in range(1, len(name)) if not any(one.startswith(name[:many]) for one in others))
    return name[: next(enough, len(name))]


async def test_every_form_begins_where_something_must_be_filled_in_and_letters_go_to_a_choice(small: Path) -> None:
    tried = 0
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for table, (values, begin) in FIRST_TO_FILL.items():
            place_of(app).open_new(table, values)
            form = await form_at(app, pilot, begin)
            editors = [field.editor for field in form._form._fields.values()]
            one = next((editor for editor in editors if isinstance(editor, OneOf) and len(editor.choices) > 1), None)
            if one is not None:
                options = [(text, key) for text, key in one.choices if key is not None]
                wanted = len(options) // 2
                one.focus()
                await pilot.press(*map(_key, _typed_for([text for text, _ in options], wanted)), "enter")
                assert one.value == options[wanted][1], (table, one.spec.name)
                assert app.focused is one
            several = next((editor for editor in editors if isinstance(editor, SeveralOf) and editor.choices), None)
            if several is not None:
                texts = [text for text, _ in several.choices]
                typed = _typed_for(texts, len(texts) - 1).split()[0]
                several.focus()
                chosen = list(several.chosen)
                await pilot.press(*typed)
                assert typed in plain(texts[several.cursor]), (table, several.spec.name)
                assert list(several.chosen) == chosen
            tried += (one is not None) + (several is not None)
            form.dismiss()
            await without_form(app, pilot)
    assert tried > 20


def _key(character: str) -> str:
    return {" ": "space"}.get(character, character)


async def test_escape_leaves_the_choice_as_it_was(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place_of(app).open_form(Ref("parties", 1, "status"))
        await form_at(app, pilot, "status")
        editor = app.focused
        assert isinstance(editor, OneOf)
        before = editor.value
        await pilot.press("g", "e", "s")
        choices = editor.query_one(OptionList)
        assert choices.highlighted == 4
        assert choices.styles.border.top[0] == "solid", "the choices stand apart from the form below them"
        drawn = choices.get_visual_style("option-list--option", "option-list--option-highlighted")
        assert drawn.underline, "in the colours of the terminal nothing else says which one it is"
        assert "gestopt" in seen(app)
        assert re.search("┌─+ Status ─+┐", seen(app)), "the list may lie over the label of its field"
        await pilot.press("escape")
        assert editor.value == before
        assert not editor.is_open


OPENED: tuple[tuple[str, int | None], ...] = (
    ("enter", 2),
    ("space", 2),
    ("up", 2),
    ("down", 2),
    ("down down", 3),
    ("up up up up", 4),
    ("enter end", 4),
    ("enter end down", 0),
    ("enter end home", 0),
    ("enter pagedown", 4),
    ("enter home pageup", 0),
    ("enter space", 2),
    ("g", 3),
    ("g g", 4),
    ("enter x", 2),
    # Closed, or closed again.
    ("x", None),
    ("home", None),
    ("pagedown", None),
    ("enter escape", None),
    ("enter escape enter", 2),
    ("enter down enter", None),
    ("enter tab", None),
    ("enter shift+tab", None),
)
"""Keys on a choice of five of which the third is chosen, and where in the list they lead; None where it is closed."""


async def test_keys_open_the_list_of_a_choice_and_move_in_it(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place_of(app).open_form(Ref("parties", 1, "status"))
        form = await form_at(app, pilot, "status")
        editor = app.focused
        assert isinstance(editor, OneOf)
        assert [name for name, _ in editor.choices] == ["", "beoogd", "toegezegd", "getekend", "gestopt"]
        for keys, place in OPENED:
            editor.take("toegezegd")
            editor.focus()
            await pilot.press(*keys.split())
            assert [each.highlighted for each in editor.query(OptionList)] == [place] * (place is not None), keys
            assert app.screen is form
            assert (app.focused is editor) is ("tab" not in keys), keys
            assert editor.value == ("getekend" if keys == "enter down enter" else "toegezegd")
            editor.close()
            await pilot.pause()


async def test_the_mouse_opens_the_list_of_a_choice_chooses_and_closes_it(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 70)) as pilot:
        await pilot.pause()
        place_of(app).open_form(Ref("parties", 1, "status"))
        form = await form_at(app, pilot, "status")
        editor = form._form.editor("status")
        tick = next(field.editor for field in form._form._fields.values() if isinstance(field.editor, TickEditor))
        assert isinstance(editor, OneOf)
        await until(pilot, lambda: bool(tick.region))
        assert not form.altered

        async def click(widget: Widget, line: int = 0) -> None:
            x, y = widget.region.x + 3, widget.region.y + line
            for event in (MouseDown, MouseUp):  # Pilot's own click hands itself to the screen, held back or not
                app.post_message(event(None, x, y, 0, 0, 1, False, False, False, x, y))
                await pilot.pause()

        await click(editor)
        choices = editor.query_one(OptionList)
        await click(choices)
        assert editor.is_open, "there is nothing to choose on the frame"
        await click(choices, 1 + 3)
        assert (editor.value, editor.is_open, app.focused) == ("getekend", False, editor)
        await click(editor)
        await click(editor)
        assert not editor.is_open
        await click(editor)
        before = tick.value
        await click(tick)
        assert (editor.is_open, tick.value) == (False, before), "that click only closes the list"
        await click(tick)
        assert tick.value is not before


@pytest.mark.parametrize("size", SIZES[:2])
async def test_what_is_wrong_can_be_read_wherever_its_field_stands(example: Path, size: tuple[int, int]) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        place_of(app).open_form(Ref("milestones", 1, "due"))
        form = await form_at(app, pilot, "due")
        due = form_of(app)._form.editor("due")
        assert due is not None

        async def at_last_line() -> None:
            """Scrolls the form until only the first line of the field is in sight."""
            form._form.scroll_relative(y=due.region.bottom - form._form.region.bottom, animate=False, immediate=True)
            await pilot.pause()
            assert due.region.bottom == form._form.region.bottom

        await at_last_line()
        await pilot.press("x")
        await until_seen(app, pilot, "x’ is geen datum")
        await at_last_line()
        assert "x’ is geen datum" not in seen(app)
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "x’ is geen datum")


@pytest.mark.parametrize(
    "words", ["de 2e keer zo veel als de 1e", "9999999999999 leerlingen", "20 leerlingen meer dan in 1985"]
)
async def test_a_target_without_a_number_that_fits_is_saved_as_it_was_typed(example: Path, words: str) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test() as pilot:
        place_of(app).open_form(Ref("goals", 1))
        await pilot.pause()
        retype(app, "target", words)
        retype(app, "baseline_year", "")
        await pilot.press("ctrl+s")
        assert app.screen is place_of(app)
    found = stored(example, "goals")["1"]
    assert found["target"] == words
    assert "target_value" not in found
