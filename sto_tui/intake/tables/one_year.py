"""Numbered parts below a single year: `2027` above `T1`, `T2` and `T3` are the heads `T1 2027` to `T3 2027`."""

import re

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.period_cells import period_cell

_BEFORE_YEAR = re.compile(r"^(?:(?:jaar)?planning|periode|jaar|kalenderjaar) ")
_NUMBERED = re.compile(r"(?P<word>[a-z]{1,12})[ .-]{0,2}(?P<number>[1-9])")
_NTH = re.compile(r"(?P<number>[1-9])(?:e|ste|de)[ -]?(?P<word>[a-z]{1,12})")
_FEWEST = 2


def parts_of_one_year(above: SheetRow, row: SheetRow) -> SheetRow | None:
    """One row of heads out of these two; None unless nothing but such parts stands below the only period above."""
    years = {at: year for at, cell in enumerate(above.cells) if (year := _year(cell))}
    if len(years) != 1:
        return None
    ((first, year),) = years.items()
    last = len(row.cells)
    while last > first and not row.cell(last - 1):
        last -= 1
    read = [_part(row.cell(at)) for at in range(first, last)]
    numbers = [part[1] for part in read if part]
    are_parts = len(numbers) == len(read) >= _FEWEST and numbers == [*range(1, len(numbers) + 1)]
    is_one_word = len({part[0] for part in read if part}) == 1
    beside = [(above.cell(at), row.cell(at)) for at in range(first)]
    if not are_parts or not is_one_word or any(above.cell(at) for at in range(first + 1, last)):
        return None
    if any(over and under and over != under for over, under in beside):
        return None
    heads = [f"{row.text(at)} {year}" for at in range(first, last)]
    words = [over or under for over, under in beside]
    return SheetRow(row.number, (*words, *heads, *above.cells[last:]))


def _year(cell: Cell) -> str:
    """The year or school year that a cell names, in figures; empty when it names none."""
    text = _BEFORE_YEAR.sub("", plain(str(cell)), count=1) if cell else ""
    read = period_cell(text, None) if text else None
    span = read.written.span if read and read.written else None
    if read is None or span is None or read.grain not in ("year", "school year"):
        return ""
    return str(span[0].year) if read.grain == "year" else f"{span[0].year}-{span[1].year}"


def _part(cell: Cell) -> tuple[str, int] | None:
    """The word and the number of a part."""
    text = plain(str(cell)).strip()
    match = _NUMBERED.fullmatch(text) or _NTH.fullmatch(text)
    return (match["word"], int(match["number"])) if match else None
