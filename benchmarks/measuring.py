"""A line of the table of measurements, and how two ways are measured in turns."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.terminal import ROOT, Terminal

ALMERE = ROOT / "samples" / "almere-2020-2023.sto.json"
EXAMPLE = ROOT / "samples" / "voorbeeldregio-2027-2028.sto.json"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    baseline: str
    ratio: str
    budget: str
    kept: bool


def ratio_row(what: str, ours: float, baseline: float, budget: float, unit: str = "ms") -> Row:
    """Two measurements and how they compare."""
    found = ours / baseline
    return Row(what, f"{ours:.1f} {unit}", f"{baseline:.1f} {unit}", f"{found:.2f}", f"{budget:.2f}x", found <= budget)


def byte_row(what: str, size: int, budget: int) -> Row:
    """An exact number of bytes."""
    return Row(what, f"{size} B", "", "", f"{budget} B", size <= budget)


def largest(what: str, terminal: Terminal, keys: list[str], budget: int) -> Row:
    """The largest answer to one of these keys."""
    return byte_row(f"{what}, largest of {len(keys)}", max(terminal.press(key).size for key in keys), budget)


def in_turns(one: Callable[[], float], other: Callable[[], float], times: int) -> tuple[float, float]:
    """The median of each, measured in turns so that both feel the same machine."""
    ours, theirs = [], []
    for _ in range(times):
        ours.append(one())
        theirs.append(other())
    return statistics.median(ours), statistics.median(theirs)
