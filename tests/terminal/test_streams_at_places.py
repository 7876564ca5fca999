"""At every place: whatever a line sends between the keys, the dossier becomes what the keys alone make of it."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.message import Message

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.terminal.reader import TerminalReader
from tests.support.screens import app_on
from tests.terminal.test_real_sequences import ANSWERS

SECONDS_BETWEEN = 0.3
# A few keys of each place, those that change something among them; and where a form, a wall or a window is opened.
PRESSED = {
    Place.OVERZICHT: ["down", "up", "tab", "r", "escape"],
    Place.EVALUATIE: ["down", "right", "v", "V", "left", "tab", "o", "f"],
    Place.REGIOVISIE: ["down", "tab", "right", "left", "E", "v"],
    Place.PLAN: ["down", "up", "tab", "x", "escape"],
    Place.MIJLPALEN: ["down", "up", "right_square_bracket", "left_square_bracket", "g", "d", "escape", "plus", "minus"],
    Place.VERI: ["down", "right", "v", "e", "r", "i", "s", "left", "backspace", "space"],
    Place.VOORTGANG: ["down", "g", "o", "r", "n", "tab", "k"],
    Place.CONCEPT: ["down", "tab", "c", "escape"],
}
# What is no key, besides the answers of terminals: other character sets, keys that are let go, sizes that cannot be.
PASTED = b"Excursie op 1 maart, groep 3-4\r"
NOISE = [
    *ANSWERS.values(),
    b"\xe9",
    b"\x80",
    PASTED,
    b"\x1b[97;1:3u",
    b"\x1b[1;1:3B",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[48;99999;99999;99999;99999t",
    b"\x1b[<32;NaN;NaNM",
]


def stream(place: Place, seed: int, length: int) -> Iterator[str | bytes]:
    """Names of keys, and bytes that are none."""
    chance = random.Random(f"{place} {seed}")
    for _ in range(length):
        yield chance.choice(PRESSED[place]) if chance.random() < 0.5 else chance.choice(NOISE)


async def after(app: StoApp, items: list[str | bytes], *, with_noise: bool) -> None:
    """Lets the app hear the stream, through the reader when it is noise."""
    reader, now = TerminalReader(0.1), 0.0
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for item in items:
            if isinstance(item, str):
                await pilot.press(item)
                continue
            if not with_noise:
                continue
            heard: list[Message] = []
            cut = 0 if item is PASTED else len(item) // 2
            for piece in (item[:cut], item[cut:]):
                heard += reader.feed(piece, now)
                now += 0.05
            now += SECONDS_BETWEEN
            heard += reader.tick(now)
            assert not any(isinstance(message, Key) for message in heard), (item, heard)
            for message in heard:
                app.post_message(message)
            await pilot.pause()
        assert app.return_code is None


def tables(path: Path) -> dict[str, Any]:
    """What is in the dossier; ids follow from the clock and chance, so records of one table are compared by content."""
    raw: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    return {
        name: sorted(json.dumps(record, sort_keys=True) for record in records.values())
        for name, records in raw.items()
        if name != "meta"
    }


@pytest.mark.slow
@pytest.mark.parametrize("place", Place, ids=lambda place: place.word)
async def test_only_keys_change_the_dossier(place: Place, example: Path, tmp_path: Path) -> None:
    items = list(stream(place, 1, 40))
    quiet = Path(shutil.copy(example, tmp_path / "stil.sto.json"))
    await after(app_on(example, place), items, with_noise=True)
    await after(app_on(quiet, place), items, with_noise=False)
    assert tables(example) == tables(quiet)
