"""Keys that a stalled line hands over at once reach what the person saw, one after the other."""

from pathlib import Path

import pytest
from textual.events import Key

from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.frame.place import PlaceFrame
from tests.support.screens import app_on

CHARACTERS = {"escape": "\x1b", "enter": "\r", "question_mark": "?", "slash": "/"}


@pytest.mark.parametrize(
    ("keys", "form_stands"),
    [
        ("enter escape", False),
        ("enter escape x escape", False),
        ("enter escape question_mark escape", False),
        ("enter escape enter", True),
        ("slash escape enter escape slash escape", False),
    ],
)
async def test_keys_in_one_packet_act_as_keys_one_by_one(example: Path, keys: str, form_stands: bool) -> None:
    app = app_on(example)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        for key in keys.split():
            app.post_message(Key(key, CHARACTERS.get(key, key)))
        await pilot.pause()
        assert isinstance(app.screen, FormWindow if form_stands else PlaceFrame)
