"""The rows of the table: each measures ours and a baseline in turns within one run."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

import orjson

from benchmarks.matrix import matrix_rows
from benchmarks.measuring import ALMERE, EXAMPLE, Row, byte_row, in_turns, largest, ratio_row
from benchmarks.palette import palette_rows
from benchmarks.plan_tree import plan_tree_rows
from benchmarks.sessions import session_rows
from benchmarks.terminal import ROOT, Terminal, sto
from benchmarks.timeline import timeline_rows
from sto_tui.domain.milestones import Milestone

TODAY = date(2026, 9, 3)


def all_rows() -> Iterator[Row]:
    """Every row that there is so far."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STO_CONFIG_DIR"] = str(Path(folder) / "settings")
        work = Path(folder)
        yield from start_rows(work)
        yield from command_rows(work)
        yield from key_rows(work)
        yield from timeline_rows(work)
        yield from matrix_rows(work)
        yield from plan_tree_rows(work)
        yield from palette_rows()
        yield from store_rows(work)
        yield from draft_rows()
        yield from session_rows()


def _copy(source: Path, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(source, folder / source.name))


def _first_paint(command: list[str], word: str) -> float:
    """Milliseconds until `word` stands on the screen."""
    with Terminal(command, quiet=0.02) as terminal:
        start = time.monotonic()
        while word not in terminal.text and time.monotonic() - start < 30:
            terminal.until_quiet(0.01)
        return (time.monotonic() - start) * 1000


def start_rows(work: Path) -> Iterator[Row]:
    """First paint and memory, against the smallest Textual app."""
    path = _copy(ALMERE, work / "start")
    minimal = [sys.executable, "-m", "benchmarks.minimal_app"]
    ours, theirs = in_turns(
        lambda: _first_paint(sto("open", str(path)), "Partijen betrekken"), lambda: _first_paint(minimal, "klaar"), 7
    )
    yield ratio_row("first paint of sto open, Almere", ours, theirs, 1.3)
    memory, least = _memory(sto("open", str(path))), _memory(minimal)
    yield ratio_row("memory of the open app, Almere", memory, least, 1.6, "MB")


def _memory(command: list[str]) -> float:
    with Terminal(command, quiet=0.5) as terminal:
        terminal.until_quiet()
        status = Path(f"/proc/{terminal.process}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def _run(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True, cwd=ROOT)
    return (time.perf_counter() - start) * 1000


def command_rows(work: Path) -> Iterator[Row]:
    """Short commands, against Python itself."""
    path = _copy(EXAMPLE, work / "command")
    bare = [sys.executable, "-c", "pass"]
    pydantic = [sys.executable, "-c", "from pydantic import BaseModel\nclass A(BaseModel):\n    a: int"]
    number = next(iter(json.loads(path.read_bytes())["milestones"].values()))["number"]
    for what, command in (
        ("sto --help", sto("--help")),
        ("sto --version", sto("--version")),
        ("sto lijst --json", sto("lijst", str(path), "mijlpalen", "--json")),
        ("sto stoplicht", sto("stoplicht", str(path), number, "groen")),
    ):
        ours, theirs = in_turns(partial(_run, command), lambda: _run(bare), 9)
        yield ratio_row(f"{what} (baseline: python -c pass)", ours, theirs, 6)
        if "--" not in what or "json" in what:
            yield ratio_row(f"{what} (baseline: one pydantic model)", ours, _run(pydantic), 6)


def key_rows(work: Path) -> Iterator[Row]:
    """Bytes per key at 80x24 in true colour."""
    path = _copy(EXAMPLE, work / "keys")
    with Terminal(sto("open", str(path))) as terminal:
        yield byte_row("first screen until quiet", terminal.until_quiet().size, 30_000)
        places = [terminal.press(str(number)).size for number in (2, 3, 4, 5, 6, 7, 8)]
        yield byte_row("change of place, the first time, largest", max(places), 15_000)
        places = [terminal.press(str(number)).size for number in (1, 2, 3, 4, 5, 6, 7, 8)]
        yield byte_row("change of place, largest", max(places), 12_000)
        terminal.press("7")
        yield largest("cursor move in a list", terminal, ["down"] * 12, 1_200)
        yield byte_row("page down in a list", terminal.press("pagedown").size, 9_000)
        terminal.press("5")
        terminal.press("A")
        terminal.wait_for("Nieuwe mijlpaal")
        yield largest("typed character in a field", terminal, list("1.9abcde"), 1_200)
        yield largest("focus move in a form without scrolling", terminal, ["tab"] * 3, 6_000)
        yield largest("focus move in a form that scrolls", terminal, ["tab"] * 4, 6_000)
    # A fresh copy each time: what was being typed in the session before would be offered first.
    with Terminal(sto("open", str(_copy(EXAMPLE, work / "text")), "--plaats", "concept")) as terminal:
        terminal.until_quiet()
        terminal.press("A")
        terminal.wait_for("Nieuwe tekst")
        for _ in range(3):
            terminal.press("tab")
        yield largest("typed character in a text area", terminal, list("een tekst"), 2_300)
    with Terminal(sto("open", str(_copy(EXAMPLE, work / "idle")))) as terminal:
        terminal.until_quiet()
        idle = 0
        for number in range(1, 9):
            terminal.press(str(number))
            idle += terminal.until_quiet(5.0).size
        yield byte_row("idle, 5 s at every place", idle, 0)
    yield _slow_line(_copy(EXAMPLE, work / "slow"))


def _slow_line(path: Path) -> Row:
    """15 keys in a second over a line of 8 KB/s: when all is drawn."""
    with Terminal(sto("open", str(path), "--plaats", "mijlpalen")) as terminal:
        terminal.until_quiet()
        settled = terminal.throttled(["down"] * 15, 1 / 15, 8_000)
    return ratio_row("15 keys in 1 s over 8 KB/s, until drawn", settled * 1000, 1000, 1.5)


def store_rows(work: Path) -> Iterator[Row]:
    """One accepted edit, with all that makes it safe, against stock TinyDB, which does none of it."""
    from tinydb import TinyDB

    from sto_tui.domain.change import changing
    from sto_tui.storage.store import DossierStore

    for megabytes, budget in ((0.33, 1 / 3), (1.0, 1 / 4), (5.0, 1 / 6)):
        path = work / f"store-{megabytes}.sto.json"
        path.write_bytes(padded(int(megabytes * 1_000_000)))
        stock = TinyDB(work / f"stock-{megabytes}.json")
        stock.storage.write(orjson.loads(path.read_bytes()))
        store = DossierStore.open(path, "meter", datetime.now)
        number = next(iter(store.dossier.of(Milestone)))
        state = {"count": 0}

        def ours(store: DossierStore = store, number: int = number, state: dict[str, int] = state) -> float:
            state["count"] += 1
            before = store.dossier.of(Milestone)[number]
            change = changing(store.dossier, before, before.changed(title=f"Keer {state['count']}"))
            start = time.perf_counter()
            store.apply(change)
            return (time.perf_counter() - start) * 1000

        def theirs(stock: TinyDB = stock, number: int = number, state: dict[str, int] = state) -> float:
            start = time.perf_counter()
            stock.table("milestones").update({"title": f"Keer {state['count']}"}, doc_ids=[number])
            return (time.perf_counter() - start) * 1000

        yield ratio_row(
            f"one edit on disk at {megabytes} MB (baseline: stock TinyDB)", *in_turns(ours, theirs, 21), budget
        )
        stock.close()


def padded(size: int) -> bytes:
    """The voorbeeldregio made as large as `size` bytes with lines of the log."""
    raw = orjson.loads(EXAMPLE.read_bytes())
    milestone = int(next(iter(raw["milestones"])))
    have = len(orjson.dumps(raw, option=orjson.OPT_INDENT_2))
    line = {"rev": 0, "milestone": milestone, "date": "2027-01-01", "light": "groen", "note": "Het gaat goed. " * 10}
    start = max(map(int, raw["progress"]), default=0) + 1
    for number in range(start, start + max(0, (size - have) // 300)):
        raw["progress"][str(number)] = line
    return orjson.dumps(raw, option=orjson.OPT_INDENT_2)


def draft_rows() -> Iterator[Row]:
    """The Word draft of the Almere plan, in process, and ten times the plan."""
    from benchmarks.drafts import draft_of, ten_times, with_docxtpl

    ours, theirs = in_turns(draft_of(ALMERE, TODAY), with_docxtpl(ALMERE), 5)
    yield ratio_row("Word draft, Almere, in process (baseline: docxtpl)", ours, theirs, 0.55)
    large, small = in_turns(ten_times(ALMERE, TODAY), draft_of(ALMERE, TODAY), 3)
    yield ratio_row("Word draft of ten times the plan (baseline: once)", large, small, 12)
