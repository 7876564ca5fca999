"""From a key that changes something to its row on the screen, and to the disk."""

import os
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median

import orjson

from benchmarks.grown import grown_file
from benchmarks.matrix import with_roles
from benchmarks.measuring import EXAMPLE, Row, in_turns, limit_row, processor_seconds, ratio_row, spent_by
from benchmarks.terminal import Terminal, sto
from sto_tui.domain.change import changing
from sto_tui.domain.milestones import Milestone
from sto_tui.storage.file.codec import encode
from sto_tui.storage.store import DossierStore

EDITS = 6
LETTERS = "verivervieri"
OPENED_MEGABYTES = 36


def edit_rows(work: Path) -> Iterator[Row]:
    """Processor time until a letter in the matrix is painted, and until twelve at once are."""
    for milestones, budget in ((155, 20), (1_550, 50), (15_500, 400)):
        path = work / f"edit-{milestones}.sto.json"
        path.write_bytes(with_roles(milestones, 4))
        with _matrix(path) as terminal:
            spent = [_until_painted(terminal, key) for key in LETTERS[:EDITS]]
        yield limit_row(f"a letter in the matrix until painted, {milestones:,} milestones", median(spent), budget, "ms")
    path = work / "letters.sto.json"
    path.write_bytes(with_roles(1_550, 52))
    with _matrix(path) as terminal:
        terminal.until_quiet(1.5)
        before = processor_seconds(terminal.process)
        terminal.send(LETTERS)
        terminal.wait_for(f"voor Partij nummer {len(LETTERS)}.")
        spent_on_letters = processor_seconds(terminal.process) - before
    yield limit_row("12 letters in one packet, 1,550 x 52", spent_on_letters, 0.3, "s")


def _matrix(path: Path) -> Terminal:
    terminal = Terminal(sto("open", str(path), "--plaats", "veri"), marks_pastes=True)
    terminal.wait_for("melding")
    terminal.until_quiet(2.0)
    terminal.press("down")
    return terminal


def _until_painted(terminal: Terminal, key: str) -> float:
    terminal.until_quiet(0.5)
    before = processor_seconds(terminal.process)
    terminal.send(key)
    terminal.wait_for_input()
    spent = (processor_seconds(terminal.process) - before) * 1000
    terminal.until_quiet(1.0)
    return spent


def store_rows(work: Path) -> Iterator[Row]:
    """One accepted edit with all that makes it safe, against writing the same bytes as safely as a system can."""
    for megabytes in (0.4, 1.0, 5.0):
        path = work / f"store-{megabytes}.sto.json"
        path.write_bytes(padded(int(megabytes * 1_000_000)))
        store = DossierStore.open(path, "meter", datetime.now)
        number = next(iter(store.dossier.of(Milestone)))
        times = iter(range(1_000))
        ours, floor = in_turns(
            partial(_edit, store, number, times), partial(_safe_write, work / "floor.json", path), 21
        )
        yield ratio_row(f"one edit on disk at {megabytes} MB (baseline: write, fsync, rename, fsync)", ours, floor, 1.6)


def _edit(store: DossierStore, number: int, times: Iterator[int]) -> float:
    before = store.dossier.of(Milestone)[number]
    change = changing(store.dossier, before, before.changed(title=f"Keer {next(times)}"))
    start = time.perf_counter()
    store.apply(change)
    return (time.perf_counter() - start) * 1000


def _safe_write(path: Path, source: Path) -> float:
    """Milliseconds of the least that leaves a whole file after a loss of power."""
    data, beside = source.read_bytes(), path.with_suffix(".tmp")
    start = time.perf_counter()
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return (time.perf_counter() - start) * 1000


def padded(size: int) -> bytes:
    """The voorbeeldregio made as large as `size` bytes with lines of the log."""
    raw = orjson.loads(EXAMPLE.read_bytes())
    milestone = int(next(iter(raw["milestones"])))
    have = len(encode(raw))
    line = {"rev": 0, "milestone": milestone, "date": "2027-01-01", "light": "groen", "note": "Het gaat goed. " * 10}
    start = max(map(int, raw["progress"]), default=0) + 1
    for number in range(start, start + max(0, (size - have) // 300)):
        raw["progress"][str(number)] = line
    return encode(raw)


def opening_rows(work: Path) -> Iterator[Row]:
    """A dossier of many regions' size, opened by a process of its own."""
    one = len(grown_file(1))
    path = work / "opening.sto.json"
    path.write_bytes(grown_file(OPENED_MEGABYTES * 1_000_000 // one))
    spent = spent_by(_opening(path))
    yield limit_row(f"opening {path.stat().st_size / 1e6:.0f} MB", spent.seconds, 3.0, "s")
    yield limit_row("the memory of that", spent.megabytes, 250, "MB")


def _opening(path: Path) -> list[str]:
    code = (
        "import sys; from datetime import datetime; from pathlib import Path\n"
        "from sto_tui.storage.store import DossierStore\n"
        "DossierStore.open(Path(sys.argv[1]), 'meter', datetime.now)"
    )
    return [sys.executable, "-c", code, str(path)]
