"""How large things may grow: modules, screens, classes, and the row of ancestors above a class.

A class with more methods says why in a line of its docstring that begins with `Large because:`.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.support.sources import PACKAGE, modules, nodes_in, reads_sources

MOST_LINES = 500
MOST_LINES_OF_A_SCREEN = 300
MOST_METHODS = 30
MOST_ANCESTORS = 5
"""A list place stands on a place, an editing screen, and a screen that carries out acts and repaints little."""
REASON = "Large because: "

LONG_SCREENS = {
    "frame/place.py": "one method for each key and event that all places share",
    "veri/screen.py": "one method for each of the many keys of the matrix",
}


@cache
def lines_of() -> dict[str, int]:
    return {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()
    }


@cache
def classes() -> dict[str, tuple[Path, ast.ClassDef]]:
    """Every class of ours by its name, which means one thing."""
    found: dict[str, tuple[Path, ast.ClassDef]] = {}
    for path in modules():
        for node in nodes_in(path):
            if isinstance(node, ast.ClassDef):
                found[node.name] = (path.relative_to(PACKAGE), node)
    return found


def bases(node: ast.ClassDef) -> set[str]:
    """The classes of ours that it names as its bases; `Generic[Of]` and the like count by their first name."""
    named = (base.value if isinstance(base, ast.Subscript) else base for base in node.bases)
    return {base.id for base in named if isinstance(base, ast.Name) and base.id in classes()}


def ancestors(name: str) -> set[str]:
    own = bases(classes()[name][1])
    return own.union(*(ancestors(one) for one in own))


def methods(node: ast.ClassDef) -> int:
    return sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)


@reads_sources
def test_no_module_has_outgrown_its_room() -> None:
    assert {path: lines for path, lines in lines_of().items() if lines > MOST_LINES} == {}


@reads_sources
def test_a_module_of_the_screens_is_short_or_says_why_not() -> None:
    long = {
        path.removeprefix("screens/")
        for path, lines in lines_of().items()
        if path.startswith("screens/") and lines > MOST_LINES_OF_A_SCREEN
    }
    assert long == set(LONG_SCREENS), "split it, or leave it out of the list when it became short"


@pytest.mark.slow
@reads_sources
def test_a_class_has_few_methods_or_says_why_not() -> None:
    silent = {}
    for name, (path, node) in classes().items():
        reasoned = REASON in (ast.get_docstring(node) or "")
        if (methods(node) > MOST_METHODS) != reasoned:
            silent[f"{path}: {name}"] = methods(node)
    assert silent == {}, f"split it, or give the reason; a small class needs no ‘{REASON}’"


@reads_sources
def test_a_class_is_not_cut_over_ancestors() -> None:
    tall = {name: sorted(ancestors(name)) for name in classes() if len(ancestors(name)) > MOST_ANCESTORS}
    assert tall == {}, "hold a part instead"
