"""The calendar year of a planning that its title or tab names: `Planning 2027`, or a tab `2027`."""

import re
from collections.abc import Iterator

from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.text import plain
from sto_tui.intake.tables.workbook_tabs import Tab

_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")
_OF_A_PLAN = re.compile(
    r"plan|agenda|kalender|calendar|roadmap|routekaart|rooster|programma|schedule|activiteiten|overzicht|gantt|tijdlijn"
)
# What is of another day than the plan, or of more years than one.
_OF_ANOTHER = re.compile(
    r"versie|stand\b|bijgewerkt|opgesteld|gewijzigd|peildatum|evaluatie|verslag|vanaf|tot\b|t/m|sinds|voor\b|meerjaren"
    r"|school|version|updated|\b(?:jan|feb|maart|mrt|march|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)"
)
_FIRST_ROWS = 10


def titled_year(tab: Tab) -> str:
    """`2027`; empty when none is named, or several are, or it may be the year of something else."""
    years = {year for text in (*_titles(tab), tab.name) if (year := year_in(plain(text)))}
    return next(iter(years)) if len(years) == 1 else ""


def _titles(tab: Tab) -> Iterator[str]:
    """The lines above the table with one cell that is filled; two may be a word and what it is."""
    for row in tab.rows[:_FIRST_ROWS]:
        filled = {cell for cell in row.cells if cell}
        if len(filled) > 2:
            return
        yield from map(str, filled if len(filled) == 1 else ())


def year_in(text: str) -> str:
    """The year in a plain line that says what is planned; empty when it may be that of something else."""
    years = _YEAR.findall(text)
    words = _YEAR.sub("", text).strip(" .:-–()")
    is_named = not words or (_OF_A_PLAN.search(words) and not _OF_ANOTHER.search(words) and not re.search(r"\d", words))
    is_year = len(years) == 1 and YEAR_LIMITS[0] <= int(years[0]) <= YEAR_LIMITS[1]
    return years[0] if is_year and is_named else ""
