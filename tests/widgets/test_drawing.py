"""What is sent for a change gives the same screen as drawing everything: nothing of the old picture stays behind."""

import json
import random
from pathlib import Path

import pyte
import pytest
from textual.events import MouseScrollDown

from sto_tui.app import StoApp
from sto_tui.places import Place
from tests.support.screens import app_on, form_at, seen
from tests.support.textual_gaps import drawn_anew, watch_what_is_sent

KEYS = [
    "up",
    "down",
    "left",
    "right",
    "pagedown",
    "pageup",
    "home",
    "end",
    "v",
    "e",
    "r",
    "space",
    "z",
    "n",
    "c",
    "shift+down",
    "shift+right",
    "shift+left",
    "minus",
    "plus",
    "F",
    "d",
    "escape",
    "enter",
    "question_mark",
    "escape",
    "t",
    "K",
    "escape",
    "o",
    "g",
]
NAMES = ("東京大学校 技術", "a東b京", "[bold]X[/bold] [red", "e\u0301cole 1", "gewoon")


def with_wide_names(path: Path) -> None:
    """Names of which the cells are not as many as the letters."""
    raw = json.loads(path.read_bytes())
    for table, field in (("parties", "name"), ("milestones", "title")):
        for number, record in enumerate(raw[table].values()):
            record[field] = f"{NAMES[number % len(NAMES)]} {number}"
    path.write_text(json.dumps(raw))


class Mirror:
    """The terminal that a person looks at, fed with what the app sends."""

    def __init__(self, app: StoApp, monkeypatch: pytest.MonkeyPatch) -> None:
        self._app = app
        self._screen = pyte.Screen(*app.size)
        self._stream = pyte.Stream(self._screen)
        watch_what_is_sent(app, self._stream.feed, monkeypatch)

    def differences(self) -> list[tuple[str, str]]:
        """The lines that are not as they would be when everything was drawn again."""
        whole = pyte.Screen(*self._app.size)
        pyte.Stream(whole).feed(drawn_anew(self._app))
        return [
            (self._screen.display[y], whole.display[y])
            for y in range(whole.lines)
            if any(self._look(self._screen, y, x) != self._look(whole, y, x) for x in range(whole.columns))
        ]

    def _look(self, screen: pyte.Screen, y: int, x: int) -> tuple[object, ...]:
        cell = screen.buffer[y][x]
        return (cell.data, cell.bg, cell.reverse, *((cell.fg, cell.bold) if cell.data.strip() else ()))


@pytest.mark.parametrize(
    "place", [Place.EVALUATIE, Place.MIJLPALEN, Place.VERI, Place.VOORTGANG], ids=lambda place: place.word
)
async def test_small_updates_give_the_same_picture(
    example: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_wide_names(example)
    app = app_on(example, place)
    choose = random.Random(place.number)
    async with app.run_test(size=(80, 24)) as pilot:
        mirror = Mirror(app, monkeypatch)
        app.screen.refresh()
        await pilot.pause()
        for _ in range(8):
            keys = choose.choices(KEYS, k=3)
            await pilot.press(*keys)
            await pilot.pause()
            assert mirror.differences() == [], keys


async def test_a_list_over_a_form_that_is_scrolled_leaves_nothing_behind(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(example, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await form_at(app, pilot, "part")
        mirror = Mirror(app, monkeypatch)
        app.screen.refresh()
        await pilot.pause()
        for key in ("pagedown", "enter", "escape", "down", "wheel", "down", "escape", "s", "wheel", "enter"):
            if key == "wheel":
                for _ in range(4):
                    app.post_message(MouseScrollDown(None, 3, 18, 0, 1, 0, shift=False, meta=False, ctrl=False))
                await pilot.pause()
            else:
                await pilot.press(key)
            assert mirror.differences() == [], key
            assert "┌─ Deel ─" in seen(app) or key not in ("down", "s"), key
