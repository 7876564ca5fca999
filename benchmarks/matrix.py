"""The VERI matrix: bytes of a move and a letter with 300 rows and 40 parties, and the same against a small one."""

from collections.abc import Iterator
from pathlib import Path

import orjson

from benchmarks.measuring import Row, byte_row, largest, processor_seconds, ratio_row
from benchmarks.terminal import Terminal, sto
from benchmarks.timeline import one_move, with_milestones


def matrix_rows(work: Path) -> Iterator[Row]:
    """Every row about the matrix."""
    large, small = work / "matrix.sto.json", work / "small-matrix.sto.json"
    large.write_bytes(with_roles(300, 40))
    small.write_bytes(with_roles(30, 8))
    with _open(large) as terminal:
        for what, key in (("down", "\x1b[B"), ("right", "\x1b[C")):
            moves = [one_move(terminal, key) for _ in range(6)]
            yield byte_row(f"cursor move in the matrix, {what}, while moving, largest of 6", max(moves), 400)
        yield largest("the same with the lines that spell it out", terminal, ["up", "left"] * 3, 1_200)
        yield largest("a letter in the matrix", terminal, ["v", "e", "r", "i"], 2_300)
        yield largest("page in the matrix", terminal, ["pagedown", "pageup"], 9_000)
    found = {}
    for path in (small, large):
        with _open(path) as terminal:
            terminal.press("down")
            before = processor_seconds(terminal.process)
            size = sum(terminal.press(key).size for key in ("down", "right", "up", "left") * 6)
            found[path] = (size / 24, (processor_seconds(terminal.process) - before) * 1000 / 24)
    yield ratio_row("bytes per key, 300 x 40 against 30 x 8", found[large][0], found[small][0], 1.2, "B")
    yield ratio_row("processor time per key, 300 x 40 against 30 x 8", found[large][1], found[small][1], 1.5)


def _open(path: Path) -> Terminal:
    terminal = Terminal(sto("open", str(path), "--plaats", "veri"))
    terminal.wait_for("? Toetsen")
    terminal.until_quiet(2.0)
    return terminal


def with_roles(how_many: int, parties: int) -> bytes:
    """So many milestones and parties, with a role in every third cell."""
    raw = orjson.loads(with_milestones(how_many))
    raw["bodies"] = {}
    raw["parties"] = {
        str(number): {"rev": 0, "name": f"Partij nummer {number}", "kind": "bedrijf"}
        for number in range(1, parties + 1)
    }
    codes = "VERI"
    cells = [(row, party) for row in range(1, how_many + 1) for party in range(1 + row % 3, parties + 1, 3)]
    raw["veri"] = {
        str(number): {
            "rev": 0,
            "row": f"milestones/{row}",
            "party": f"parties/{party}",
            "code": codes[(row + party) % len(codes)],
        }
        for number, (row, party) in enumerate(cells, 1)
    }
    for table in ("cofinancing", "actions", "scores", "answers", "budget", "speerpunten"):
        raw[table] = {}
    return orjson.dumps(raw)
