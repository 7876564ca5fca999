"""Closing with ctrl+q right after other keys, all in one packet: what they do is done first."""

import json
from pathlib import Path

from textual.events import Key

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.storage.file.companion_folder import companion_folder
from tests.support.screens import app_on, form_of, stored

LETTERS = "Bezoek aan de chipfabriek"


def kept(path: Path) -> list[str]:
    """What was being typed in the field of the title, as it waits for the next start."""
    folder = companion_folder(path) / "onafgemaakt"
    files = folder.glob("*.json") if folder.is_dir() else ()
    return [json.loads(file.read_bytes())["state"]["levels"][0]["typed"]["title"] for file in files]


async def ended_by(app: StoApp, *keys: str) -> None:
    """Sends all keys at once to the form of a new milestone; the last one has to end the app."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("A")
        assert form_of(app)
        for key in (*LETTERS, *keys):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
    assert app.return_code == 0


async def test_ctrl_s_and_ctrl_q_save_and_close(example: Path) -> None:
    await ended_by(app_on(example, Place.MIJLPALEN), "ctrl+s", "ctrl+q")
    assert LETTERS in [milestone["title"] for milestone in stored(example, "milestones").values()]
    assert kept(example) == []


async def test_the_last_letters_before_ctrl_q_are_kept(example: Path) -> None:
    before = example.read_bytes()
    await ended_by(app_on(example, Place.MIJLPALEN), "ctrl+q")
    assert example.read_bytes() == before
    assert kept(example) == [LETTERS]
