"""`make bench`: two tables, of budgets and of growth; exits with 1 when a budget is missed.

`python -m benchmarks start keys` measures those groups only; `growth` is the word of the second table.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.growth import MOST_PER_TEN, TIMES, growth_rows
from benchmarks.rows import GROUPS, Group, measured

GROWTH = "growth"


def main(words: Sequence[str]) -> int:
    """Measures what was asked for, or everything, and prints it."""
    known = [*(group.word for group in GROUPS), GROWTH]
    if unknown := [word for word in words if word not in known]:
        print(f"unknown: {', '.join(unknown)}; choose from {', '.join(known)}", file=sys.stderr)
        return 2
    missed = _print_budgets([word for word in words if word != GROWTH]) if words != [GROWTH] else []
    if not words or GROWTH in words:
        missed += _print_growth()
    print(f"\n{len(missed)} missed: {'; '.join(missed)}" if missed else "\nall within budget")
    return 1 if missed else 0


def _print_budgets(words: Sequence[str]) -> list[str]:
    """Prints the first table; returns what was missed."""
    missed: list[str] = []
    print(f"{'what':<68}{'ours':>12}{'baseline':>12}{'ratio':>8}{'budget':>10}")
    for found in measured(words):
        if isinstance(found, Group):
            print(f"\n{found.noticed} ({found.word})")
            continue
        mark = "" if found.kept else "  MISSED"
        print(
            f"{found.what:<68}{found.ours:>12}{found.baseline:>12}{found.ratio:>8}{found.budget:>10}{mark}", flush=True
        )
        missed += [found.what] * (not found.kept)
    return missed


def _print_growth() -> list[str]:
    """Prints the second table; returns what grows faster than the dossier."""
    missed: list[str] = []
    heads = "".join(f"{f'{times}x':>14}" for times in TIMES)
    print(f"\n{'growth: processor time, the voorbeeldregio so many times over':<68}{heads}{'per ten':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for row in growth_rows(Path(folder)):
            cells = "".join(f"{f'{one:.1f} ms':>14}" for one in row.milliseconds)
            mark = "" if row.kept else f"  MISSED: more than {MOST_PER_TEN:g}"
            print(f"{row.what:<68}{cells}{row.per_ten:>10.1f}{mark}", flush=True)
            missed += [row.what] * (not row.kept)
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
