"""The lines of a history, which is read from its end in blocks of 65.536 bytes."""

from datetime import datetime
from pathlib import Path

import pytest

from sto_tui.storage.file.lineage import new_key
from sto_tui.storage.past.entry import Entry
from sto_tui.storage.past.history import History

BLOCK = 65_536


@pytest.mark.parametrize("beyond", [-1, 0, 1, 2])
def test_the_oldest_line_is_read_also_where_a_block_begins_beside_it(tmp_path: Path, beyond: int) -> None:
    """Two lines that are a block together and a byte more or less; blanks in a line say nothing."""
    path = tmp_path / "regio.sto.json"
    path.write_bytes(b"{}")
    history = History(path)
    for label in ("Eerste", "Tweede"):
        history.append(Entry(datetime(2026, 9, 1, 9, 0), "jan", label, (), new_key()))
    first, second = history.path.read_bytes().splitlines(keepends=True)
    blanks = b" " * (BLOCK + beyond - len(first) - len(second))
    history.path.write_bytes(first + second[:1] + blanks + second[1:])
    assert history.path.stat().st_size == BLOCK + beyond
    assert [entry.label for entry in history.entries()] == ["Tweede", "Eerste"]
