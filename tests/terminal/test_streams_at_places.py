"""At every place: whatever a line sends between the keys, the dossier becomes what the keys alone make of it."""

import json
import random
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.terminal.reader import TerminalReader
from tests.support.screens import app_on
from tests.support.second_reader import keys


def tables(path: Path) -> dict[str, Any]:
    """What is in the dossier; ids follow from the clock and chance, so records of one table are compared by content."""
    raw: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    return {
        name: sorted(json.dumps(record, sort_keys=True) for record in records.values())
        for name, records in raw.items()
        if name != "meta"
    }


ENDING = b"\x03\x11Q"
BYTES = b"\x1b\x1b\x1b[[[]OPX^_<$~u;;:?!0123456789ABRab \\\r\x07\x9b\x9d\x90\xe9\xc3\xa9\x09\x7fvergosxiwdz/?.+-"


def random_bytes(place: Place, seed: int) -> bytes:
    """Bytes that often make half and whole sequences, and keys that change something; none that ends the app."""
    chance = random.Random(f"{place} {seed}")
    drawn = chance.choices(BYTES, k=20) if seed % 2 else chance.randbytes(20)
    return bytes(byte for byte in drawn if byte not in ENDING)


async def after_each(app: StoApp, path: Path, streams: Iterable[Iterable[Message]]) -> list[dict[str, Any]]:
    """The dossier after each stream of messages."""
    dossiers = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for messages in streams:
            for message in messages:
                app.post_message(message)
            await pilot.pause()
            assert app.return_code is None
            dossiers.append(tables(path))
    return dossiers


def by_reader(stream: bytes) -> list[Message]:
    reader = TerminalReader(0.1)
    heard = [message for byte in stream for message in reader.feed(bytes((byte,)), 1.0)]
    heard += [message for seconds in range(10, 40, 3) for message in reader.tick(float(seconds))]
    return heard


@pytest.mark.slow
@pytest.mark.parametrize("place", Place, ids=lambda place: place.word)
async def test_any_bytes_change_what_the_keys_in_them_change(place: Place, example: Path, tmp_path: Path) -> None:
    streams = [random_bytes(place, seed) for seed in range(4)]
    second = Path(shutil.copy(example, tmp_path / "tweede.sto.json"))
    before = tables(example)
    ours = await after_each(app_on(example, place), example, map(by_reader, streams))
    theirs = [list(keys(stream.decode("utf-8", "surrogateescape"))) for stream in streams]
    reference = await after_each(app_on(second, place), second, theirs)
    for stream, own, expected in zip(streams, ours, reference, strict=True):
        assert own == expected, stream
    assert place is not Place.VERI or ours[-1] != before, "keys are among the bytes"
