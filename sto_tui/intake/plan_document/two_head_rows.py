"""Heads of a table in two rows as the one row that they mean: `2027` above `Q1` and `Q2` is `Q1 2027` and `Q2 2027`.

What stands below a year and is no part of it keeps both words, so that the column is told instead of taken. The year
may also stand above all heads, or in the first of them: `Stap 2027 | jan | feb | mrt`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Block, Paragraph, Spot, WordCell, WordRow, WordTable
from sto_tui.intake.plan_document.plan_words import word_key, year_named
from sto_tui.intake.plan_document.written_periods import read_period
from sto_tui.intake.tables.date_words import MONTH_NUMBERS

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FIRST_LETTERS = [month[0] for month in _MONTHS]
_SCHOOL_YEAR = re.compile(r"(?:(?:schooljaar|cursusjaar|sj\.?) ?)?(20\d\d) ?[-–/] ?((?:20)?\d\d)")
_ONE = re.compile(r"[1-6]")
_WORD = re.compile(r"[^\W\d_]+")
# The last month of a school year.
_JULY = 7
_MOST_ROWS_ABOVE = 2
_LEAST_PARTS = 3
_LONGEST_PART = 24


def with_one_row_of_heads(block: Block) -> Block:
    """A table with its heads in one row; anything else as it is."""
    if isinstance(block, WordTable):
        for at, (above, below) in enumerate(zip(block.rows[:_MOST_ROWS_ABOVE], block.rows[1:-1], strict=False)):
            if heads := _together(above, below):
                return replace(block, rows=(*block.rows[:at], heads, *block.rows[at + 2 :]))
        for at, row in enumerate(block.rows[:_MOST_ROWS_ABOVE]):
            if heads := _with_year(row, block.rows[at - 1] if at else None):
                return replace(block, rows=(*block.rows[:at], heads, *block.rows[at + 1 :]))
    return block


def _with_year(row: WordRow, above: WordRow | None) -> WordRow | None:
    """Heads such as `jan` with the year that stands in the first of them or in the title above; None without one."""
    first, *parts = row.cells or (WordCell(()),)
    titled = first if above is None else above.cells[0]
    year = year_named(titled.text)
    is_title = above is None or len(above.filled) == 1
    if year is None or not is_title or len(parts) < _LEAST_PARTS or not all(map(_may_be_part, parts)):
        return None
    names = _names(parts, dict.fromkeys((cell.column for cell in parts), _cell(titled, str(year))))
    if any(read_period(cell.text) or not read_period(names[cell.column]) for cell in parts):
        return None
    corner = first.text.replace(str(year), "").strip(" :-–()") if titled is first else first.text
    # Beside nothing but periods a step is what is done then; beside an activity it is its number.
    corner = "Stappen" if word_key(corner) == "stap" else corner
    return WordRow((_cell(first, corner), *(_cell(cell, names[cell.column]) for cell in parts)), row.spot)


def _cell(cell: WordCell, text: str) -> WordCell:
    spot = cell.paragraphs[0].spot if cell.paragraphs else Spot()
    return replace(cell, paragraphs=(Paragraph(text, spot, strong=True),), continues=False)


def _together(above: WordRow, below: WordRow) -> WordRow | None:
    """The row of heads that two rows are; None when they are not."""
    over = {} if _is_title(above) else _over(above, below)
    parts = [cell for cell in below.cells if cell.column in over]
    is_divided = len({over[cell.column].column for cell in parts}) < len(parts)
    if not is_divided or not all(_may_be_part(cell) for cell in parts):
        return None
    names = _names(parts, over)
    upper = {cell.column: cell for cell in above.cells}
    cells = []
    for cell in below.cells:
        if cell in parts:
            cells.append(_cell(cell, names[cell.column]))
        elif cell.paragraphs and not cell.continues and cell.column in upper and upper[cell.column].paragraphs:
            # Words in both rows beside the periods: the lower row is no row of heads.
            return None
        else:
            words = cell.paragraphs or (upper[cell.column].paragraphs if cell.column in upper else ())
            cells.append(replace(cell, paragraphs=words, continues=False))
    return WordRow(tuple(cells), above.spot)


def _is_title(row: WordRow) -> bool:
    return len(row.filled) == 1 and row.filled[0].column == 0


def _over(above: WordRow, below: WordRow) -> Mapping[int, WordCell]:
    """The period that stands above each column, by the column: over as many as it spans, or as are empty behind it."""
    found: dict[int, WordCell] = {}
    under = {cell.column: cell.text for cell in below.cells}
    last: WordCell | None = None
    for cell in above.cells:
        if read_period(cell.text) and not (cell.column in under and under[cell.column] == cell.text):
            last = cell
            found |= dict.fromkeys(range(cell.column, cell.column + cell.span), cell)
        elif cell.paragraphs or last is None or not read_period(_named(under.get(cell.column, ""), last.text)):
            last = None
        else:
            found[cell.column] = last
    return found


def _may_be_part(cell: WordCell) -> bool:
    return 0 < len(cell.text) <= _LONGEST_PART and not cell.continues and "\n" not in cell.text


def _names(parts: Sequence[WordCell], over: Mapping[int, WordCell]) -> Mapping[int, str]:
    """What each column is called, by the column."""
    names = {}
    for year in {over[cell.column] for cell in parts}:
        below = [cell for cell in parts if over[cell.column] is year]
        texts = [plain(cell.text) for cell in below]
        are_months = texts in (_FIRST_LETTERS, [str(number) for number in range(1, len(_MONTHS) + 1)])
        for cell, text in zip(below, _MONTHS if are_months else [cell.text for cell in below], strict=True):
            names[cell.column] = _named(text, year.text)
    return names


def _named(part: str, year: str) -> str:
    """`Q1 2027`, and of months in `2027-2028` with the year in which each is."""
    if read_period(part):
        return part
    if _ONE.fullmatch(part):
        part = f"periode {part}"
    school_year = _SCHOOL_YEAR.fullmatch(plain(year))
    named = [match for match in _WORD.finditer(part) if plain(match[0]) in MONTH_NUMBERS]
    if school_year is None or not named:
        return f"{part} {year}"
    first, last = school_year[1], f"20{school_year[2][-2:]}"
    years = [first if MONTH_NUMBERS[plain(match[0])] > _JULY else last for match in named]
    if len({*years}) == 1:
        return f"{part} {years[0]}"
    begin = named[0].end()
    return f"{part[:begin]} {first} – {part[named[-1].start() :]} {last}"
