"""Closing with ctrl+q right after other keys, all in one packet: what they do is done first."""

import json
from pathlib import Path

from textual.events import Key, Paste

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.storage.file.companion_folder import companion_folder
from tests.support.screens import app_on, form_of, show_list, stored, until, until_seen

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
        await until(pilot, lambda: app.return_code is not None)
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


async def test_pasted_lines_that_are_still_asked_about_do_not_go_without_a_word(example: Path) -> None:
    """Where a terminal marks no pastes, lines that were typed fast come as pasted."""
    app = app_on(example, Place.PLAN)
    before = example.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        await pilot.press("a")
        for event in Paste("Een\nTwee\n"), Key("ctrl+q", None):
            app.post_message(event)
        await until_seen(app, pilot, "toevoegen?", "Nog niet toegevoegd. Nog eens ctrl+q sluit; het blijft bewaard.")
        assert app.return_code is None
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code == 0)
    assert example.read_bytes() == before
