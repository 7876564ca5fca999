"""An example with a stoplicht that is seen today: its own log is of 2027, and what is to come is not shown."""

import subprocess
from pathlib import Path

from benchmarks.terminal import sto


def lit(example: Path) -> Path:
    """The example, with milestone 1.1a on oranje since today."""
    subprocess.run(sto("stoplicht", str(example), "1.1a", "oranje", "Laat"), check=True, capture_output=True)
    return example
