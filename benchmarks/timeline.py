"""The timeline: bytes of a move, a page and a zoom; the same at 5,000 milestones; the schedule of a very large plan."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import orjson

from benchmarks.measuring import EXAMPLE, Row, byte_row, largest, processor_seconds, ratio_row
from benchmarks.terminal import Terminal, sto
from sto_tui.domain.milestones import Milestone

# Shorter than the rest after which the row of the cursor is spelled out.
BEFORE_THE_REST = 0.08


def timeline_rows(work: Path) -> Iterator[Row]:
    """Every row about the timeline."""
    yield from _bytes(work)
    yield from _sizes(work)
    yield _large_schedule()


def _open(path: Path) -> Terminal:
    return Terminal(sto("open", str(path), "--plaats", "mijlpalen"))


def _bytes(work: Path) -> Iterator[Row]:
    path = work / "some.sto.json"
    path.write_bytes(with_milestones(150))
    with _open(path) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.until_quiet(1.0)
        moves = [one_move(terminal) for _ in range(8)]
        yield byte_row("cursor move in the timeline, while moving, largest of 8", max(moves), 400)
        yield largest("the same with the lines that spell it out", terminal, ["up"] * 6, 1_200)
        for what, keys in (
            ("page in the timeline", ["pagedown", "pageup"]),
            ("zoom", ["+", "-", "-", "+"]),
            ("pan", ["+", "right", "left"]),
        ):
            yield largest(what, terminal, keys, 9_000)


def one_move(terminal: Terminal, key: str = "\x1b[B") -> int:
    """The bytes of one move before the cursor rests."""
    terminal.send(key)
    size = 0
    start = time.monotonic()
    while time.monotonic() - start < BEFORE_THE_REST:
        size += terminal.until_quiet(0.01, limit=0.01).size
    terminal.until_quiet()
    return size


def _sizes(work: Path) -> Iterator[Row]:
    found = {}
    for how_many in (50, 5_000):
        path = work / f"{how_many}.sto.json"
        path.write_bytes(with_milestones(how_many))
        with _open(path) as terminal:
            # The findings are there: working them out is not part of a key.
            terminal.wait_for("meldingen")
            terminal.until_quiet(3.0)
            terminal.press("down")
            before = processor_seconds(terminal.process)
            size = sum(terminal.press("down").size for _ in range(30))
            found[how_many] = (size / 30, (processor_seconds(terminal.process) - before) * 1000 / 30)
    (few_size, few_time), (many_size, many_time) = found[50], found[5_000]
    yield ratio_row("bytes per key over 30 moves, 5,000 against 50 milestones", many_size, few_size, 1.2, "B")
    yield ratio_row("processor time per key, 5,000 against 50 milestones", many_time, few_time, 1.5)


def _large_schedule() -> Row:
    """15,000 milestones that each wait on two others; a new version each time, so nothing is remembered."""
    from sto_tui.domain.dossier import Dossier
    from sto_tui.planning.schedule.margins import schedule
    from sto_tui.storage.file.codec import decode, dossier_from

    read = dossier_from(decode(with_milestones(15_000, waits=2), "groot"), "groot")
    times = []
    for _ in range(3):
        fresh = Dossier(read.tables, read.key)
        _ = fresh.of(Milestone)
        start = time.process_time()
        schedule(fresh)
        times.append(time.process_time() - start)
    return ratio_row("schedule of 15,000 milestones, 30,000 links (baseline: a second)", min(times), 1.0, 1.0, "s")


def with_milestones(how_many: int, waits: int = 1) -> bytes:
    """The voorbeeldregio with so many milestones instead of its own, in chains of six."""
    raw = orjson.loads(EXAMPLE.read_bytes())
    themes = [int(one) for one in raw["themes"]]
    raw["milestones"] = {}
    for number in range(1, how_many + 1):
        step = (number - 1) % 6
        start = date(2027, 1, 4) + timedelta(days=step * 110 + number % 40)
        raw["milestones"][str(number)] = {
            "rev": 0,
            "number": f"1.{number}",
            "title": f"Mijlpaal {number} die klaar is",
            "theme": themes[number * len(themes) // (how_many + 1)],
            "start": start.isoformat(),
            "due": (start + timedelta(days=60)).isoformat(),
            "after": [{"id": back, "milestone": number - back} for back in range(1, waits + 1) if number > back]
            if waits > 1 or step
            else [],
            "kind": "resultaat",
            "light": "niet_gestart",
        }
    raw["veri"] = {}
    raw["progress"] = {}
    raw["decisions"] = {}
    return orjson.dumps(raw)
