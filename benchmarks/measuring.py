"""A line of the table of measurements, and how two ways are measured in turns."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

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


class Spent(NamedTuple):
    """What a process took: seconds of the processors, and the most memory in MB."""

    seconds: float
    megabytes: float


def ratio_row(what: str, ours: float, baseline: float, budget: float, unit: str = "ms") -> Row:
    """Two measurements and how they compare."""
    found = ours / baseline
    return Row(what, f"{ours:.1f} {unit}", f"{baseline:.1f} {unit}", f"{found:.2f}", f"{budget:.2f}x", found <= budget)


def limit_row(what: str, found: float, budget: float, unit: str) -> Row:
    """A measurement with a limit of its own."""
    return Row(what, f"{found:.1f} {unit}", "", "", f"{budget:g} {unit}", found <= budget)


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


def spent_by(command: Sequence[str]) -> Spent:
    """Runs a command to its end. Raises RuntimeError when it fails."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def processor_milliseconds(command: Sequence[str]) -> float:
    """What a command takes of the processors: unlike time by the clock the same on a busy machine."""
    return spent_by(command).seconds * 1000


def processor_seconds(process: int) -> float:
    """What a process used of the processors so far, exactly where the system keeps that; also its ended threads."""
    if sys.platform == "linux":
        # The number that the system gives to the clock of another process, as clock_getcpuclockid(3) works it out.
        return time.clock_gettime((~process << 3) | 2)
    used = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")
