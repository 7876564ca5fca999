"""The lines above a table that are its title, or name the deelproject of its rows."""

import re
from collections.abc import Sequence

from sto_tui.domain.text import clean_line
from sto_tui.intake.milestones.passed_over import is_about_table
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import SheetRow

_TITLE_LINE = re.compile(r"deelproject\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
# These stand above a group of columns and say nothing of the one below them.
GROUP_HEADS = {"tijdsduur", "doorlooptijd", "rollenenverantwoordelijkheden", "rollen", "planning", "veri", "verimatrix"}


def titles_above(rows: Sequence[SheetRow], heads: Sequence[int]) -> list[str]:
    """The lines that stand alone right above these heads."""
    above = [
        {str(cell) for cell in rows[head - 1].cells if cell}
        if head and rows[head - 1].number == rows[head].number - 1
        else set()
        for head in heads
    ]
    return [clean_line(next(iter(cells))) for cells in above if len(cells) == 1]


def first_of_titles(rows: Sequence[SheetRow], head: int, titles: Sequence[str]) -> str:
    """`Fase 1` above the first table where `Fase 2` stands above the next; a line alone may be the title of all.

    It is not when a line alone stands above it too: that is then the title.
    """
    if len(titles) < 2:
        return ""
    is_series = titles[0].split()[:1] == titles[1].split()[:1] and titles[0] != titles[1]
    is_below_title = head > 1 and len({*filter(None, rows[head - 2].cells)}) == 1 and not is_about_table(titles[0])
    return titles[0] if is_series or is_below_title else ""


def title_line(row: SheetRow) -> str | None:
    """`Discoverylabs` of a row `DEELPROJECT: Discoverylabs`, also when the name stands in a cell of its own."""
    filled = [str(cell) for cell in row.cells if cell]
    match = _TITLE_LINE.fullmatch(filled[0]) if filled else None
    if match is None:
        return None
    beside = filled[1] if len(filled) > 1 and head_key(filled[1]) not in GROUP_HEADS else ""
    return clean_line(match[1] or beside)
