"""`python -m benchmarks.sheets`: what becomes of the sheets of people, in counts and one line each.

With `--varied` also of their variations; with `--tables` of the tables other than milestones; with a part of a name
only of those sheets.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from tests.intake.sheets_of_people.all_sheets import KINDS, SHEETS
from tests.intake.sheets_of_people.made import MadeSheet
from tests.intake.sheets_of_people.outcomes import Kind, Outcome, outcome_of
from tests.intake.sheets_of_people.varied import varied
from tests.intake.tables_of_people.all_tables import KINDS as TABLE_KINDS
from tests.intake.tables_of_people.all_tables import TABLES
from tests.intake.tables_of_people.outcomes import outcome_of as outcome_of_table


def main(arguments: list[str]) -> int:
    """Reads every sheet and prints the counts; exits with 1 when one is wrong in silence."""
    parts = [argument for argument in arguments if not argument.startswith("--")]
    if "--tables" in arguments:
        print(f"{len(TABLES)} tables: " + ", ".join(f"{how_many} {word}" for word, how_many in TABLE_KINDS.items()))
        tables = [made for name, made in TABLES.items() if all(part in name for part in parts)]
        read = [(made.name, bool(made.records), partial(outcome_of_table, made)) for made in tables]
        return 1 if _told(read) else 0
    print(f"{len(SHEETS)} sheets: " + ", ".join(f"{how_many} {kind}" for kind, how_many in KINDS.items()))
    wrong = _told(_as_read(sheet for name, sheet in SHEETS.items() if all(part in name for part in parts)))
    if "--varied" in arguments:
        others = (sheet for made in SHEETS.values() for _, sheet in varied(made))
        wrong += _told(_as_read(sheet for sheet in others if all(part in sheet.name for part in parts)))
    return 1 if wrong else 0


Read = tuple[str, bool, Callable[[Path], Outcome]]
"""The name of a sheet, whether there is something in it to take in, and what reads it in a folder."""


def _as_read(sheets: Iterable[MadeSheet]) -> Iterator[Read]:
    return ((sheet.name, sheet.is_plan, partial(outcome_of, sheet)) for sheet in sheets)


def _told(sheets: Iterable[Read]) -> int:
    """Prints a line for each sheet and the counts; returns how many are wrong in silence."""
    counts: Counter[Kind] = Counter()
    plans: Counter[Kind] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, is_plan, read in sheets:
            begin = time.perf_counter()
            outcome = read(Path(folder))
            seconds = time.perf_counter() - begin
            counts[outcome.kind] += 1
            plans[outcome.kind] += is_plan
            asked = f"  asked: {', '.join(outcome.asked)}" if outcome.asked else ""
            print(f"{outcome.kind.value:<34}{seconds:6.2f} s  {name}{asked}")
            for line in outcome.wrong:
                print(f"{'':<44}{line}")
    print()
    for kind in Kind:
        share = plans[kind] / max(1, plans.total())
        print(f"{kind.value:<34}{counts[kind]:>4}  of which plans {plans[kind]:>3}  {share:5.0%}")
    return counts[Kind.WRONG]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
