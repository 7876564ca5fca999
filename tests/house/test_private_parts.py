"""Private parts of Textual, python-docx and TinyDB stand in one module per library, with a test of their own.

A name with an underscore may go in any release of its library, and nothing says so but a test.
"""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import sto_tui
from tests.conftest import ROOT
from tests.support.sources import PACKAGE, nodes_in, reads_sources

LIBRARIES = ("textual", "docx", "tinydb")
GAPS = {
    PACKAGE / "widgets" / "textual_gaps.py",
    PACKAGE / "terminal" / "textual_gaps.py",
    PACKAGE / "documents" / "word" / "docx_gaps.py",
    PACKAGE / "domain" / "pydantic_gaps.py",
    PACKAGE / "storage" / "file" / "tinydb_gaps.py",
    ROOT / "tests" / "support" / "textual_gaps.py",
    ROOT / "tests" / "support" / "docx_gaps.py",
}
DEFINES = re.compile(
    r"\bdef (_[a-z]\w*)|\b(?:self|cls)\.(_[a-z]\w*)(?::[^=\n]+)? = |^ +(_[a-z]\w*)(?::[^=\n]+)?(?: = |$)", re.MULTILINE
)
# Of os, of enumerations, of ctypes, and of the event loop (`tests/support/at_rest.py`).
OF_PYTHON = {"_exit", "_value_", "_fields_", "_ready", "_scheduled"}

pytestmark = [pytest.mark.slow, reads_sources]


def test_no_private_module_or_name_of_a_library_is_imported() -> None:
    found = []
    for path in our_files():
        for node in nodes_in(path):
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            parts = [name.split(".") for name in names]
            if any(part[0] in LIBRARIES and any(map(is_private, part)) for part in parts):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert found == []


def test_no_private_attribute_of_a_library_is_used_from_outside() -> None:
    """Names that we have too are passed over: without types there is no telling whose they are."""
    foreign = names_defined_in(library_files()) - names_defined_in(our_files()) - OF_PYTHON
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.attr}"
        for path in our_files()
        for node in nodes_in(path)
        if isinstance(node, ast.Attribute) and node.attr in foreign and not is_own(node.value)
    ]
    assert found == []


def test_no_class_of_ours_takes_over_a_private_name_of_its_library() -> None:
    """Nor by chance: a name of ours that Textual has as well changes what Textual does."""
    ours: set[Any] = {
        one
        for module in our_modules()
        for one in vars(module).values()
        if inspect.isclass(one) and one.__module__ == module.__name__ and Path(inspect.getfile(one)) not in GAPS
    }
    found = set()
    for one in ours:
        theirs = [base for base in one.__mro__ if base.__module__.split(".")[0] in LIBRARIES]
        taken = {name for base in theirs for name in private_names_in(base)}
        for base in ours.intersection(one.__mro__):
            found |= {f"{base.__qualname__}.{name}" for name in private_names_in(base) & taken}
    assert found == set()


def our_files() -> list[Path]:
    folders = (PACKAGE, ROOT / "tests", ROOT / "benchmarks")
    return sorted(path for folder in folders for path in folder.rglob("*.py") if path not in GAPS)


def library_files() -> Iterator[Path]:
    for library in LIBRARIES:
        spec = find_spec(library)
        assert spec is not None
        assert spec.origin
        yield from Path(spec.origin).parent.rglob("*.py")


def names_defined_in(paths: Iterable[Path]) -> set[str]:
    found = (match for path in paths for match in DEFINES.findall(path.read_text(encoding="utf-8")))
    return {name for match in found for name in match if name}


def our_modules() -> Iterator[ModuleType]:
    for about in pkgutil.walk_packages(sto_tui.__path__, "sto_tui."):
        yield importlib.import_module(about.name)


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def is_own(node: ast.expr) -> bool:
    """`self`, `cls` or `super()`: what a class inherits is looked at by itself."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


@cache
def classes_in(path: Path) -> dict[str, ast.ClassDef]:
    """The classes of a module by their qualified names; `inspect` reads all of the module for each of them."""
    return dict(_classes_below(nodes_in(path)[0], ""))


def _classes_below(node: ast.AST, above: str) -> Iterator[tuple[str, ast.ClassDef]]:
    for below in ast.iter_child_nodes(node):
        if isinstance(below, ast.ClassDef):
            yield f"{above}{below.name}", below
            yield from _classes_below(below, f"{above}{below.name}.")
        elif isinstance(below, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _classes_below(below, f"{above}{below.name}.<locals>.")
        elif not isinstance(below, ast.expr):
            yield from _classes_below(below, above)


@cache
def private_names_in(one: Any) -> set[str]:
    """The private names that a class reads, writes or defines in its own source."""
    try:
        path = inspect.getsourcefile(one)
    except TypeError:
        return set()
    whole = classes_in(Path(path)).get(one.__qualname__) if path else None
    if whole is None:
        return set()
    found = {node.attr for node in ast.walk(whole) if isinstance(node, ast.Attribute) and is_own(node.value)}
    for node in whole.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return set(filter(is_private, found))
