"""The year in a cell of a column of years, where it is written in another way than in four figures."""

import re

from sto_tui.domain.record import YEAR_LIMITS, FieldSpec
from sto_tui.domain.text import clean_line
from sto_tui.intake.registers.year_columns import school_year_of, year_of_head, year_of_part
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.amounts import written_number

# An apostrophe of any kind before two figures; without one they may be anything.
_SHORT = re.compile(r"['’‘`´]\s*([2-4]\d)")
_ANY = re.compile(rf"(?<!\d)20\d\d(?!\d)|(?<!\w){_SHORT.pattern}(?!\d)")


def is_of_years(spec: FieldSpec) -> bool:
    """Whether a field is a calendar year."""
    return (spec.low, spec.high) == YEAR_LIMITS


def year_in(cell: Cell) -> int | None:
    """The one year that a cell surely means: `’28`, `jaar 2027`, `Q1 2027`; None for anything else."""
    if not isinstance(cell, str):
        return cell.year
    if short := _SHORT.fullmatch(cell.strip()):
        return 2000 + int(short[1])
    return year_of_head(cell) or year_of_part(cell) or None


def has_year(cell: Cell) -> bool:
    """Whether a cell names a year in any way: `2028 e.v.`, `2027 en 2028`."""
    return not isinstance(cell, str) or _ANY.search(cell) is not None or school_year_of(cell) is not None


def is_asked(cell: Cell) -> bool:
    """Whether nobody knows which year a cell means, so that it has to be asked: `2028 e.v.`, `structureel`."""
    if not isinstance(cell, str) or written_number(cell) is not None or not clean_line(cell):
        return False
    return year_in(cell) is None and school_year_of(cell) is None


def years_named(cell: str) -> list[int]:
    """The years that a cell names, each once."""
    return [*dict.fromkeys(2000 + int(match[1]) if match[1] else int(match[0]) for match in _ANY.finditer(cell))]
