"""`make mutants`: how many small wrong edits of the source do the tests notice?

For each floor a seeded choice of edits is made, one at a time, in a copy of the tree; the tests that run the edited
line are then run, the quick ones first. An edit that no test notices survives and is printed.
Exits with 1 when a floor notices fewer than nine of ten.
"""

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.util import cache_from_source
from itertools import accumulate
from pathlib import Path
from xml.etree import ElementTree

from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".mutants"
WANTED_SHARE = 0.9
MOST_SECONDS = 150
"""What the tests of one mutant may take, by their own measured times; a mutant costs at least one run of pytest."""
QUICK = "not terminal and not command and not slow"

FLOORS: Mapping[str, str] = {
    "domain": "sto_tui/domain/**/*.py",
    "planning": "sto_tui/planning/**/*.py",
    "documents": "sto_tui/documents/**/*.py",
    "intake": "sto_tui/intake/**/*.py",
    "storage": "sto_tui/storage/**/*.py",
    "rows": "sto_tui/screens/**/*rows.py",
    "command": "sto_tui/command/**/*.py",
}

_COMPARE: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SIGN: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
_PATH_WORDS = ("folder", "path", "parent", "name", "files(")


@dataclass(frozen=True)
class Mutant:
    """One wrong edit: where, of which kind, what stood there and what stands there now."""

    floor: str
    path: str
    line: int
    kind: str
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        """On one line."""
        return f"{self.path}:{self.line} {self.kind}: {_one_line(self.before)} -> {_one_line(self.after)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())[:70]


# Making mutants.


def mutants_of(floor: str, path: Path) -> Iterator[Mutant]:
    """Every mutant of a module."""
    source = path.read_text(encoding="utf-8")
    lines = source.encode().splitlines(keepends=True)
    for node, kind, after in _edits(ast.parse(source)):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
        end = sum(map(len, lines[: node.end_lineno - 1])) + node.end_col_offset
        data = source.encode()
        before = data[start:end].decode()
        mutated = (data[:start] + after.encode() + data[end:]).decode()
        yield Mutant(floor, str(path.relative_to(ROOT)), node.lineno, kind, before, after, mutated)


def _edits(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """Each place that can be wrong: the node, the kind of edit, and what comes in its place."""
    for node in _code_in(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARE:
            changed = ast.Compare(node.left, [_COMPARE[type(node.ops[0])](), *node.ops[1:]], node.comparators)
            yield node, "compare", f"({ast.unparse(changed)})"
        elif isinstance(node, ast.BoolOp):
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield node, "and/or", f"({ast.unparse(ast.BoolOp(other, node.values))})"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, "and/or", f"bool({ast.unparse(node.operand)})"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            yield node, "sign", f"(+{ast.unparse(node.operand)})"
        elif isinstance(node, ast.BinOp) and type(node.op) in _SIGN and not _is_no_number(node):
            yield node, "sign", f"({ast.unparse(ast.BinOp(node.left, _SIGN[type(node.op)](), node.right))})"
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield node, "constant", str(not node.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            yield node, "constant", repr(node.value + 1)
        elif isinstance(node, ast.AugAssign | ast.Expr) and not isinstance(getattr(node, "value", None), ast.Constant):
            yield node, "dropped", "pass"


def _is_no_number(node: ast.BinOp) -> bool:
    """Whether it plainly joins texts, lists or paths: another sign is an error at once, and proves nothing."""
    texts = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)
    sides = (node.left, node.right)
    is_path = isinstance(node.op, ast.Div) and any(word in ast.unparse(node).casefold() for word in _PATH_WORDS)
    return is_path or any(
        isinstance(side, texts) or (isinstance(side, ast.Constant) and isinstance(side.value, str | bytes))
        for side in sides
    )


def _code_in(tree: ast.Module) -> Iterator[ast.AST]:
    """The nodes inside functions, but for annotations, defaults of arguments, f-strings and asserts."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    waiting: list[ast.AST] = [statement for function in functions for statement in function.body]
    seen = set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or isinstance(node, ast.JoinedStr | ast.Assert | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        seen.add(id(node))
        yield node
        children = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.AnnAssign):
            children = [node.value] if node.value else []
        waiting += children


def chosen(seed: int, per_floor: int, floors: Sequence[str]) -> list[Mutant]:
    """So many mutants of each floor, the same for the same seed and source; kinds and modules by chance."""
    picked: list[Mutant] = []
    for floor in floors:
        modules = sorted(path for path in ROOT.glob(FLOORS[floor]) if path.name != "__init__.py")
        every = [mutant for path in modules for mutant in mutants_of(floor, path)]
        by_kind: dict[str, list[Mutant]] = defaultdict(list)
        for mutant in every:
            by_kind[mutant.kind].append(mutant)
        chance = random.Random(f"{seed} {floor}")
        for mutants in by_kind.values():
            chance.shuffle(mutants)
        kinds = sorted(by_kind)
        in_turn = [by_kind[kind].pop() for _ in every for kind in kinds if by_kind[kind]]
        picked += in_turn[:per_floor]
    return picked


# Which tests run which line.


@dataclass(frozen=True)
class Tests:
    """Which tests run each line of each module, and how long each test takes, in seconds."""

    by_line: Mapping[str, Mapping[int, Sequence[str]]]
    seconds: Mapping[str, float]
    newer: Sequence[str]
    """The quick tests that came after the measurement: nobody knows which lines they run."""

    def of(self, mutant: Mutant) -> list[str]:
        """The tests that run its line, the quick ones first, for so long as there is time."""
        running = self.by_line.get(mutant.path, {}).get(mutant.line) or self._beside(mutant.path)
        found = sorted(running, key=lambda test: self.seconds.get(test, 1.0))
        kept = list[str]()
        total = 0.0
        for test in found:
            total += self.seconds.get(test, 1.0)
            if total > MOST_SECONDS and kept:
                break
            kept.append(test)
        return [*kept, *self.newer]

    def _beside(self, path: str) -> set[str]:
        """The tests that run anything in the folder of a module, for a line that ran before any test began."""
        folder = Path(path).parent
        modules = (lines for other, lines in self.by_line.items() if Path(other).parent == folder)
        return {test for lines in modules for tests in lines.values() for test in tests}


def measured_tests(*, again: bool) -> Tests:
    """Runs the whole suite once with coverage by test; kept in `.mutants/` until asked again.

    Lines that moved since then are found again, tests that went are left out and new quick ones are added.
    """
    data, times, sources = CACHE / "coverage", CACHE / "times.xml", CACHE / "sources"
    if again or not (data.exists() and times.exists() and sources.exists()):
        shutil.rmtree(CACHE, ignore_errors=True)
        shutil.copytree(ROOT / "sto_tui", sources / "sto_tui", ignore=shutil.ignore_patterns("__pycache__"))
        options = ["--cov=sto_tui", "--cov-context=test", "--cov-report=", f"--junitxml={times}"]
        environment = _environment(ROOT) | {"COVERAGE_FILE": str(data)}
        subprocess.run([sys.executable, "-m", "pytest", *options], cwd=ROOT, env=environment, check=False)
    coverage = CoverageData(str(data))
    coverage.read()
    seconds, there = _seconds_in(times), _collected()
    by_line = {}
    for path in map(Path, coverage.measured_files()):
        place = path.relative_to(ROOT)
        if (ROOT / place).exists():
            contexts = coverage.contexts_by_lineno(str(path))
            by_line[str(place)] = {
                line: sorted({context.partition("|")[0] for context in contexts.get(before, ())} & there)
                for line, before in enumerate(_lines_before(sources / place, ROOT / place), 1)
            }
    known = {test for lines in by_line.values() for tests in lines.values() for test in tests} | seconds.keys()
    return Tests(by_line, seconds, sorted(_collected("-m", QUICK) - known))


def _lines_before(measured: Path, path: Path) -> list[int]:
    """For each line of a module the number that it had when it was measured; a new line goes with the one above it."""
    before, now = (one.read_text(encoding="utf-8").splitlines() for one in (measured, path))
    found = [0] * len(now)
    for here, there, size in SequenceMatcher(None, now, before, autojunk=False).get_matching_blocks():
        found[here : here + size] = range(there + 1, there + size + 1)
    return list(accumulate(found, max))


def _collected(*options: str) -> set[str]:
    """The tests that there are now."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-n0", "-p", "no:cacheprovider", *options],
        cwd=ROOT,
        env=_environment(ROOT),
        capture_output=True,
        text=True,
        check=True,
    )
    return {line for line in done.stdout.splitlines() if "::" in line}


def _seconds_in(times: Path) -> dict[str, float]:
    found = {}
    for case in ElementTree.parse(times).getroot().iter("testcase"):
        module = case.attrib["classname"].replace(".", "/") + ".py"
        found[f"{module}::{case.attrib['name']}"] = float(case.attrib["time"])
    return found


def _environment(tree: Path) -> dict[str, str]:
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**others, "PYTHONPATH": str(tree)}


# Trying them.


def killer_of(mutant: Mutant, tests: Sequence[str], tree: Path) -> str:
    """The test that fails with the mutant in the tree; empty when every one of these passes."""
    place = tree / mutant.path
    compiled = Path(cache_from_source(place))
    kept = place.read_bytes()
    listed = tree / "tests_of_mutant"
    listed.write_text("\n".join(tests))
    # A compiled file is told from an older one by its second and size: those of a mutant may be the same.
    compiled.unlink(missing_ok=True)
    place.write_text(mutant.source, encoding="utf-8")
    try:
        arguments = ["-x", "-n0", "-q", "-p", "no:cacheprovider", f"@{listed}"]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *arguments],
            cwd=tree,
            env=_environment(tree),
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS * 2,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "no end"
    finally:
        place.write_bytes(kept)
        compiled.unlink(missing_ok=True)
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return _one_line(failed[0]) if failed else "" if done.returncode == 0 else f"exit code {done.returncode}"


def try_all(mutants: Sequence[Mutant], tests: Tests, workers: int) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant, with whether it survives; as they are done."""
    shares = [mutants[number::workers] for number in range(workers)]
    results: list[tuple[Mutant, bool]] = []

    def work(share: Sequence[Mutant]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            tree = Path(folder) / "tree"
            shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", ".m*cache", ".mutants", "*.pyc"))
            for mutant in share:
                found = tests.of(mutant)
                began = time.monotonic()
                killer = killer_of(mutant, found, tree) if found else ""
                results.append((mutant, not killer))
                state = "killed" if killer else "SURVIVES"
                told = f"{state:<9}{len(found):>5} tests {time.monotonic() - began:>4.0f} s  {mutant}"
                print(f"{told}  | {killer}" if killer else told, flush=True)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(work, shares))
    yield from results


def main() -> int:
    """Chooses, tries, prints a table; 1 when a floor notices too few."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-floor", type=int, default=20)
    parser.add_argument("--floor", choices=list(FLOORS), action="append")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--measure-again", action="store_true", help="run the suite with coverage again first")
    options = parser.parse_args()
    floors = options.floor or list(FLOORS)
    tests = measured_tests(again=options.measure_again)
    results = list(try_all(chosen(options.seed, options.per_floor, floors), tests, options.workers))
    return report(results, floors)


def report(results: Sequence[tuple[Mutant, bool]], floors: Sequence[str]) -> int:
    """Prints the table and the survivors; 1 when a floor notices too few."""
    total = Counter(mutant.floor for mutant, _ in results)
    killed = Counter(mutant.floor for mutant, alive in results if not alive)
    print(f"\n{'floor':<12}{'mutants':>8}{'killed':>8}{'share':>8}")
    for floor in floors:
        print(f"{floor:<12}{total[floor]:>8}{killed[floor]:>8}{killed[floor] / max(1, total[floor]):>8.0%}")
    for mutant in sorted((mutant for mutant, alive in results if alive), key=str):
        print(f"survives: {mutant}")
    CACHE.mkdir(exist_ok=True)
    (CACHE / "survivors.json").write_text(json.dumps([str(mutant) for mutant, alive in results if alive], indent=1))
    return int(any(killed[floor] < WANTED_SHARE * total[floor] for floor in floors))


if __name__ == "__main__":
    sys.exit(main())
