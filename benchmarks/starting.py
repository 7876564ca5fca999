"""From a command to its answer, and from `sto open` to a screen that stands."""

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.measuring import ALMERE, EXAMPLE, Row, in_turns, processor_milliseconds, processor_seconds, ratio_row
from benchmarks.terminal import Terminal, sto
from benchmarks.timeline import with_milestones

MINIMAL = [sys.executable, "-m", "benchmarks.minimal_app"]
BARE = [sys.executable, "-c", "pass"]
# Garbage is not looked for in ours either: what it costs to have one model, and no more.
ONE_MODEL = [
    sys.executable,
    "-c",
    "import gc, os; gc.disable(); os.environ['PYDANTIC_DISABLE_PLUGINS'] = '__all__'\n"
    "from pydantic import BaseModel\nclass A(BaseModel):\n    a: int\ngc.freeze()",
]
ROUNDS = 7


class _Start(NamedTuple):
    """Of one start: milliseconds of the processors until the first paint and until it is quiet, and memory in MB."""

    painted: float
    quiet: float
    memory: float


def start_rows(work: Path) -> Iterator[Row]:
    """First paint, quiet and memory, against the smallest Textual app at the same size."""
    almere, large = work / "start.sto.json", work / "large.sto.json"
    almere.write_bytes(ALMERE.read_bytes())
    large.write_bytes(with_milestones(5_000))
    ways = {
        "ours": partial(_start, sto("open", str(almere)), "Partijen betrekken"),
        "large": partial(_start, sto("open", str(large), "--plaats", "mijlpalen"), "Mijlpaal 1"),
        "least": partial(_start, MINIMAL, "klaar"),
    }
    rounds = [{name: start() for name, start in ways.items()} for _ in range(ROUNDS)]
    found = {
        name: _Start(*(median(each) for each in zip(*(one[name] for one in rounds), strict=True))) for name in ways
    }
    ours, large_start, least = found["ours"], found["large"], found["least"]
    yield ratio_row("sto open, Almere: first paint (baseline: smallest Textual app)", ours.painted, least.painted, 2.3)
    yield ratio_row("sto open, Almere: until quiet", ours.quiet, least.quiet, 2.6)
    yield ratio_row("5,000 milestones at Mijlpalen: first paint", large_start.painted, least.painted, 3.5)
    yield ratio_row("5,000 milestones at Mijlpalen: until quiet", large_start.quiet, least.quiet, 4.5)
    yield ratio_row("memory of the open app, Almere", ours.memory, least.memory, 1.5, "MB")


def _start(command: list[str], word: str) -> _Start:
    with Terminal(command, quiet=0.02, heeds_work=False) as terminal:
        terminal.wait_for(word)
        painted = processor_seconds(terminal.process)
        terminal.until_quiet(1.5)
        quiet = processor_seconds(terminal.process)
        status = Path(f"/proc/{terminal.process}/status").read_text()
        memory = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
    return _Start(painted * 1000, quiet * 1000, memory)


def command_rows(work: Path) -> Iterator[Row]:
    """Short commands, against Python itself, and against one pydantic model, below which none of ours can come."""
    path = work / "command.sto.json"
    path.write_bytes(EXAMPLE.read_bytes())
    number = next(iter(json.loads(path.read_bytes())["milestones"].values()))["number"]
    for what, command, budget in (
        ("sto --help", sto("--help"), 4.0),
        ("sto --version", sto("--version"), 4.0),
        ("sto lijst --json", sto("lijst", str(path), "mijlpalen", "--json"), 16.0),
        ("sto controle", sto("controle", str(path)), 16.0),
        ("sto stoplicht", sto("stoplicht", str(path), number, "groen"), 16.0),
    ):
        ours, theirs = in_turns(partial(processor_milliseconds, command), partial(processor_milliseconds, BARE), 9)
        yield ratio_row(f"{what} (baseline: python -c pass)", ours, theirs, budget)
    model, bare = in_turns(partial(processor_milliseconds, ONE_MODEL), partial(processor_milliseconds, BARE), 9)
    yield ratio_row("for comparison: one pydantic model", model, bare, 16.0)
