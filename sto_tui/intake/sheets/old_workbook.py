"""A workbook in the old form of Excel, read by a process of its own with little memory.

Its reader asks for as much memory as the furthest cell says, and ends the whole program when there is not so much. A
small file can say anything, and unlike a package it cannot be measured first.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sto_tui.intake.sheets.workbook_number import WorkbookNumber

MOST_MEMORY = 512 * 1024 * 1024
MOST_SECONDS = 60.0
_READ = "from sto_tui.intake.sheets.old_workbook import read_here; read_here()"
_REFUSED = 3

Table = tuple[str, list[tuple[int, list[Any]]]]
"""The name of a sheet, and its rows: number and cells."""


class OldWorkbookError(ValueError):
    """A workbook that is not read; `str()` is the Dutch sentence of the reader, empty when it had none."""


def tables_apart(data: bytes, name: str) -> list[Table]:
    """The tables of a workbook. Raises OldWorkbookError."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _READ, name], input=data, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise OldWorkbookError from error
    if done.returncode:
        raise OldWorkbookError(done.stderr.decode("utf-8", "replace").strip() if done.returncode == _REFUSED else "")
    tables = json.loads(done.stdout)
    return [(sheet, [(number, list(_cells(cells))) for number, cells in rows]) for sheet, rows in tables]


def read_here() -> None:
    """Reads the workbook from stdin and writes its tables to stdout, as JSON.

    A date is a list with one text, a number an object with its text.
    """
    from sto_tui.intake.sheets.table_reader import IntakeError, workbook_tables

    _limit_memory()
    try:
        tables = [
            (sheet, [(row.number, [_written(cell) for cell in row.cells]) for row in rows])
            for sheet, rows in workbook_tables(sys.stdin.buffer.read(), sys.argv[1])
        ]
    except IntakeError as error:
        sys.stderr.buffer.write(str(error).encode())
        sys.exit(_REFUSED)
    sys.stdout.write(json.dumps(tables))


def _written(cell: str | date) -> str | list[str] | dict[str, str]:
    if isinstance(cell, date):
        return [cell.isoformat()]
    return {"number": cell} if isinstance(cell, WorkbookNumber) else cell


def _limit_memory() -> None:
    """Where a system can: then what asks for more fails here, and not beside everything else that runs."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _cells(cells: Sequence[Any]) -> Iterator[str | date]:
    for cell in cells:
        if isinstance(cell, dict):
            yield WorkbookNumber(cell["number"])
        else:
            yield date.fromisoformat(cell[0]) if isinstance(cell, list) else str(cell)
