"""The tree of place 4 with everything open: bytes and time of a move at 5,000 milestones against 50, and of a fold."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Row, byte_row, processor_seconds, ratio_row
from benchmarks.terminal import Terminal, sto
from benchmarks.timeline import one_move, with_milestones

MOVES = 12


def plan_tree_rows(work: Path) -> Iterator[Row]:
    """Every row about the tree."""
    found = {}
    for how_many in (50, 5_000):
        path = work / f"tree-{how_many}.sto.json"
        path.write_bytes(with_milestones(how_many))
        with Terminal(sto("open", str(path), "--plaats", "plan")) as terminal:
            # The findings are there: working them out is not part of a key.
            terminal.wait_for("meldingen")
            terminal.until_quiet(3.0)
            terminal.press("F")
            terminal.until_quiet(1.0)
            before = processor_seconds(terminal.process)
            moves = sorted(one_move(terminal) for _ in range(MOVES))
            spent = (processor_seconds(terminal.process) - before) * 1000 / MOVES
            found[how_many] = (moves[MOVES // 2], spent)
    (few_size, few_time), (many_size, many_time) = found[50], found[5_000]
    yield byte_row("cursor move in the tree, while moving", many_size, 480)
    yield ratio_row("bytes per key in the tree, 5,000 against 50 milestones", many_size, few_size, 1.2, "B")
    yield ratio_row("processor time per key, 5,000 against 50 milestones", many_time, few_time, 1.5)
