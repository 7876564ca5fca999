"""`python -m benchmarks.random_edits [20000]`: so many random edits, ten in each draft; what no line tells of."""

import random
import sys
import tempfile
import time
from pathlib import Path

from sto_tui.intake.sheets.table_reader import IntakeError
from tests.intake.returned_draft.test_nothing_lost import untold_after
from tests.support.random_edits import STEPS
from tests.support.word_edits import Way

_IN_EACH = 10
_USUAL = 20_000


def main() -> int:
    """Prints the faults as they come, with what is needed to make them again, and the figures."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else _USUAL
    ways, faults, refused, start = list(Way), 0, 0, time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(many // _IN_EACH):
            luck = random.Random(seed)
            if seed and seed % 100 == 0:
                print(f"{seed * _IN_EACH} edits, {time.process_time() - start:.0f} s", file=sys.stderr, flush=True)
            steps = [luck.randrange(len(STEPS)) for _ in range(_IN_EACH)]
            way = ways[seed % len(ways)]
            try:
                new, gone = untold_after(Path(folder) / "terug.docx", seed, steps, way)
            except IntakeError as error:
                refused += 1
                print(f"{seed} {way.name} {steps}: {error}", flush=True)
                continue
            if new or gone:
                faults += 1
                print(f"{seed} {way.name} {steps}: new {sorted(new)}, gone {sorted(gone)}", flush=True)
    seconds = time.process_time() - start
    print(f"{many} edits in {many // _IN_EACH} drafts, {seconds:.0f} s: {faults} with words untold, {refused} refused")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
