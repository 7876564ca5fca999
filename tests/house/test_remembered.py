"""What is remembered with a dossier is remembered with the tables that it was worked out from.

A plain cache gives its answer without noting what was read, and the finding that asked for it would then stay as it was
when the dossier changes (`domain/reads.py`).
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sources import PACKAGE, modules, nodes_in, reads_sources

pytestmark = reads_sources

PLAIN = {"cache", "lru_cache", "cached_property"}
ELSEWHERE = {
    "domain/periods.py": {"end", "start"},  # of a period, which never changes
    "planning/checks/finding.py": {"_seen_over"},  # of a function that takes one
    "planning/national.py": {"_of_day", "_of_period", "_whole", "row"},  # of one region as it was seen once
    "planning/once_per_version.py": {"answers"},  # notes what was read, that is what it is for
    "planning/quick_entry/grammar.py": {"addresses", "beside"},  # of one line while it is typed
    "planning/search.py": {"WeakKeyDictionary"},  # asked for by people, never by a check
    "planning/veri/matrix.py": {"_with_code"},  # of the codes of one row, which is another row when they change
    "planning/working_days/free_days.py": {"_known"},  # of days, not of records
}


def remembered_in(nodes: tuple[ast.AST, ...]) -> Iterator[str]:
    """The names under which a module remembers something of a dossier, or of an object that may hold one."""
    for node in nodes:
        if isinstance(node, ast.FunctionDef):
            how = {name for decorator in node.decorator_list for name in words_in(decorator)} & PLAIN
            annotations = {
                name for given in (*node.args.args, *node.args.kwonlyargs) for name in words_in(given.annotation)
            }
            if "cached_property" in how or (how and "Dossier" in annotations):
                yield node.name
        elif isinstance(node, ast.Call) and "WeakKeyDictionary" in words_in(node.func):
            yield "WeakKeyDictionary"
        elif isinstance(node, ast.Attribute) and node.attr == "answers" and "dossier" in words_in(node.value):
            yield "answers"


def words_in(node: ast.AST | None) -> set[str]:
    inside = tuple(ast.walk(node)) if node else ()
    names = {one.id for one in inside if isinstance(one, ast.Name)} | {
        one.attr for one in inside if isinstance(one, ast.Attribute)
    }
    return names | {one.value for one in inside if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def of_rules(path: Path) -> bool:
    return path.relative_to(PACKAGE).parts[0] in ("domain", "planning")


def test_nothing_of_a_dossier_is_remembered_in_a_plain_cache() -> None:
    found = {}
    for path in filter(of_rules, modules()):
        if names := set(remembered_in(nodes_in(path))):
            found[path.relative_to(PACKAGE).as_posix()] = names
    assert found == ELSEWHERE


@pytest.mark.parametrize(
    "source",
    [
        "@cache\ndef late(dossier: Dossier) -> int: ...",
        "@lru_cache(maxsize=8)\ndef late(day: date, *, dossier: 'Dossier') -> int: ...",
        "@functools.cache\ndef late(dossier: Dossier | None) -> int: ...",
        "class Reader:\n    @cached_property\n    def late(self) -> int: ...",
    ],
)
def test_a_plain_cache_is_seen(source: str) -> None:
    assert set(remembered_in(tuple(ast.walk(ast.parse(source))))) == {"late"}


def test_an_answer_that_is_kept_past_the_notes_is_seen() -> None:
    source = "def late(dossier: Dossier) -> int:\n    return dossier.answers.setdefault(late, 1)"
    assert set(remembered_in(tuple(ast.walk(ast.parse(source))))) == {"answers"}
