"""Typing in a form while a sync program does all it can to the file: what is typed stays until it is saved."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from textual.widgets import Input

from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.version_window import VersionWindow
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.confirm import QuestionWindow
from tests.support.screens import app_on, retype
from tests.support.two_computers import TwoComputers


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
async def test_what_is_typed_stays_until_it_is_saved(small: Path, seed: int) -> None:
    world, dice = TwoComputers(small, seed), random.Random(seed)
    app = app_on(small, Place.MIJLPALEN)
    world.jan.following = app.following
    file_acts = [
        world.anja_adds,
        world.an_older_version,
        world.the_copy_of_anja,
        world.another_region,
        world.half_a_file,
        world.no_file,
        world.in_place_with_an_old_time,
        world.whole_again,
        world.whole_again,
    ]
    saved: list[str] = []
    typed = ""
    async with app.run_test() as pilot:
        for number in range(30):
            if isinstance(app.screen, FormWindow):
                if not typed:
                    typed = f"getypt-{seed}-{number}"
                    retype(app, "deelproject", typed)
                elif dice.random() < 0.5:
                    world.keep()
                    await pilot.press("ctrl+s")
                    if isinstance(app.screen, PlaceFrame):
                        saved.append(typed)
                        typed = ""
                        world.keep()
            elif isinstance(app.screen, PlaceFrame) and dice.random() < 0.5:
                await pilot.press("down", "enter")
                assert isinstance(app.screen, FormWindow)
            while not isinstance(app.screen, FormWindow | PlaceFrame):
                await pilot.press("escape")
            if dice.random() < 0.4:
                with suppress(OSError):
                    dice.choice(file_acts)()
            app.following.poll()
            await pilot.pause()
            if dice.random() < 0.5:
                await pilot.press("ctrl+o")
                if isinstance(app.screen, VersionWindow):
                    await pilot.press(dice.choice("snsno"))
                    if isinstance(app.screen, QuestionWindow):
                        await pilot.press(*dice.choice((("left", "enter"), ("enter",))))
                    if isinstance(app.screen, VersionWindow):
                        await pilot.press("escape")
            assert isinstance(app.screen, FormWindow | PlaceFrame), app.screen
            if typed:
                assert isinstance(app.screen, FormWindow), "the form is still there"
                assert typed in {field.value for field in app.screen.query(Input)}
        held = {milestone.deelproject for milestone in app.dossier.of(Milestone).values()}
        app.following.poll()
    texts = "".join(path.read_text(errors="replace") for path in small.parent.rglob("*") if path.is_file())
    assert [text for text in saved if text not in texts and text not in held] == []
    assert saved, "it did let him save"
