"""The school year that a sheet names in its title, its tab or its file: then its weeks and months need no question."""

import re
from collections.abc import Iterator, Sequence

from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.milestones.answers import YEAR
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.dated_cells import DATE_FIELDS, DateCells
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.milestones.years_above import lines_with_years, told_heads, told_years
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.period_cells import period_cell
from sto_tui.intake.tables.workbook_tabs import SheetFile
from sto_tui.intake.telling import Advised

_NAMED = re.compile(r"schooljaar (20\d{2}) ?[-/–] ?(?:20)?(\d{2})(?!\d)")
_FIRST_ROWS = 6


def named_school_year(file: SheetFile) -> str:
    """`2027-2028`; empty when none is named, or several are, or it stands beside other cells and may be a day."""
    texts = [file.name, *(tab.name for tab in file.tabs)]
    for tab in file.tabs:
        filled = [[cell for cell in row.cells if cell] for row in tab.rows[:_FIRST_ROWS]]
        texts += [str(cells[0]) for cells in filled if len(cells) == 1]
    years = {(int(match[1]), int(match[2])) for text in texts for match in _NAMED.finditer(plain(text))}
    first, second = next(iter(years), (0, 0))
    return f"{first}-{first + 1}" if len(years) == 1 and second == (first + 1) % 100 else ""


def told_titled(titled: str, years: str, blocks: Sequence[Block]) -> Iterator[str]:
    """That the calendar year of the periods is the one in the title, where that was used."""
    runs = [block.columns.run for block in blocks if block.columns.run]
    if titled and not years and any(run.is_titled for run in runs):
        yield Advised(
            f"Het jaar van de perioden komt uit de titel of het tabblad: {titled}.", f"Anders: --antwoord {YEAR}=…"
        )


def told_year(file: SheetFile, years: str, blocks: Sequence[Block], dates: DateCells) -> Iterator[str]:
    """That the year of what has none is the one in the title, where that was used."""
    if years and years == named_school_year(file) and any(_lacks_year(block, dates) for block in blocks):
        yield Advised(f"Het jaar komt uit de titel of de naam: schooljaar {years}.", f"Anders: --antwoord {YEAR}=…")


def told_named(blocks: Sequence[Block], dates: DateCells) -> Iterator[str]:
    """Of which rows the year is that of a heading above them, and of which columns that of their head."""
    by_heading: dict[int, str] = {}
    heads: list[str] = []
    for block in blocks:
        if _has_heads_without_year(block):
            by_heading |= block.years
        columns = {column.index: column.head for column in block.columns.kinds.columns}
        for row, at in _without_year(block, dates):
            if row in block.years:
                by_heading[row] = block.years[row]
            elif (row, at) in dates.named:
                heads.append(columns[at])
    yield from told_years(by_heading)
    yield from told_heads([*dict.fromkeys(heads)])


def told_unused(rows: Sequence[SheetRow], years: str, blocks: Sequence[Block], dates: DateCells) -> Iterator[str]:
    """Which rows without a year stand below a line with another year than theirs, which was not taken."""
    lines = lines_with_years(rows)
    below: dict[tuple[str, str], dict[int, None]] = {}
    for block in blocks:
        of_days = [row for row, at in _without_year(block, dates) if (row, at) not in dates.named]
        of_bars = [row.number for row, _ in block.rows if _has_heads_without_year(block) and not block.years]
        for row in (*of_days, *of_bars):
            line, year = lines.get(row, ("", ""))
            if year and years and year != years:
                below.setdefault((line, year), {})[row] = None
    for (line, year), numbers in below.items():
        told = f"Onder ‘{cut(clean_line(line), 40)}’ is {year} niet genomen als jaar, maar {years}"
        yield f"{told}: {rows_named([*numbers])}. Geldt {year}, zet dat dan alleen op de regel erboven."


def _lacks_year(block: Block, dates: DateCells) -> bool:
    """Whether a period or a day has no year, and no heading or head names it."""
    if _has_heads_without_year(block) and not block.years:
        return True
    return any(place not in dates.named for place in _without_year(block, dates))


def _has_heads_without_year(block: Block) -> bool:
    run = block.columns.run
    heads = [period_cell(head.label, None) for head in run.heads] if run and len(run.rows) == 1 else []
    return any(head and head.grain and not head.has_year for head in heads)


def _without_year(block: Block, dates: DateCells) -> Iterator[tuple[int, int]]:
    """The row and column of each day that is written without a year."""
    for name, at in block.columns.fields.items():
        for row, _ in block.rows if name in DATE_FIELDS else ():
            written = dates.written(row.cell(at), name, (row.number, at)) if row.cell(at) else None
            if written and written.without_year:
                yield row.number, at
