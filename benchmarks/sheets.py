"""`python -m benchmarks.sheets`: what becomes of the sheets of people, in counts and one line each."""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.intake.sheets_of_people.all_sheets import KINDS, SHEETS
from tests.intake.sheets_of_people.outcomes import Kind, outcome_of


def main() -> int:
    """Reads every sheet and prints the counts; exits with 1 when one is wrong in silence."""
    counts: Counter[Kind] = Counter()
    plans: Counter[Kind] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, sheet in SHEETS.items():
            begin = time.perf_counter()
            outcome = outcome_of(sheet, Path(folder))
            seconds = time.perf_counter() - begin
            counts[outcome.kind] += 1
            plans[outcome.kind] += sheet.is_plan
            asked = f"  asked: {', '.join(outcome.asked)}" if outcome.asked else ""
            print(f"{outcome.kind.value:<34}{seconds:6.2f} s  {name}{asked}")
            for line in outcome.wrong:
                print(f"{'':<44}{line}")
    print(f"\n{len(SHEETS)} sheets: " + ", ".join(f"{how_many} {kind}" for kind, how_many in KINDS.items()))
    for kind in Kind:
        print(f"{kind.value:<34}{counts[kind]:>4}  of which plans {plans[kind]:>3}  {plans[kind] / plans.total():5.0%}")
    return 1 if counts[Kind.WRONG] else 0


if __name__ == "__main__":
    sys.exit(main())
