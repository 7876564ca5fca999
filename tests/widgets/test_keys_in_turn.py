"""Keys that a stalled line hands over at once reach what the person saw, one after the other."""

import json
from pathlib import Path

import pytest
from textual.events import Key

from sto_tui.app import StoApp
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.frame.place import PlaceFrame
from tests.support.screens import app_on

CHARACTERS = {"escape": "\x1b", "enter": "\r", "question_mark": "?", "slash": "/", "tab": "\t"}


def sent_at_once(app: StoApp, keys: str) -> None:
    for key in keys.split():
        app.post_message(Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))


@pytest.mark.parametrize(
    ("keys", "form_stands"),
    [
        ("enter escape x escape", False),
        ("slash escape enter escape slash escape", False),
        ("enter escape 7 enter escape 5 enter", True),
        ("A escape A escape A", True),
        ("enter tab tab escape down enter escape", False),
    ],
)
async def test_keys_in_one_packet_act_as_keys_one_by_one(example: Path, keys: str, form_stands: bool) -> None:
    before = example.read_bytes()
    app = app_on(example)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        sent_at_once(app, keys)
        for _ in range(3):  # a pause ends after a while, and a busy machine takes longer
            await pilot.pause()
        assert isinstance(app.screen, FormWindow if form_stands else PlaceFrame)
    assert json.loads(example.read_bytes())["milestones"] == json.loads(before)["milestones"]
