"""The package as Python reads it; tests that look at all of it are one group, so that one process reads it once."""

import ast
from functools import cache
from pathlib import Path

import pytest

import sto_tui

PACKAGE = Path(sto_tui.__file__).parent
reads_sources = pytest.mark.xdist_group("sources")


@cache
def modules() -> tuple[Path, ...]:
    """Every module, in order."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def nodes_in(path: Path) -> tuple[ast.AST, ...]:
    """All that stands in a module; the whole comes first."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
