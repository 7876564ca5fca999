"""The years that headings and heads name: `2028` above some rows, `Planning 2028` above a table, `Eind 2028`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.text import plain
from sto_tui.intake.milestones.answers import BARE, YEAR, SheetAnswers
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.milestones.passed_over import is_about_table
from sto_tui.intake.milestones.titled_year import year_in
from sto_tui.intake.sheets.table_reader import SheetRow

_YEAR = re.compile(r"(?:kalenderjaar|jaar|in|voor)?[ :]*(20\d{2})[ :.]*")
_SCHOOL_YEAR = re.compile(
    r"(?:schooljaar|school year|sj|studiejaar|cursusjaar)?[ :.]*(?:20)?(\d{2}) ?[-/–] ?(?:20)?(\d{2})[ :.]*"
)
_IN_A_HEAD = re.compile(r"(?<!\d)20\d{2}(?: ?[-/–] ?(?:20)?\d{2})?(?!\d)")
# A head with one of these names the year of something else.
_OF_ANOTHER = re.compile(r"versie|stand\b|bijgewerkt|peildatum|vanaf|tot\b|t/m|sinds|voor\b|version|since|until")
# Above its heads a table may have its title and a line about it.
_LINES_ABOVE = 2
# Further to the right a number alone is an amount.
_COLUMNS_OF_NAMES = 3
_LONGEST_LINE = 60
_WITH_A_DAY = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})\.?[-/. ]")
_OF_A_VERSION = re.compile(
    r"opgesteld|gewijzigd|vastgesteld|datum|concept|\b(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
)


def heading_year(text: str) -> str:
    """`2028` or `2027-2028` of a line that says nothing but a year; empty for any other."""
    words = plain(text).strip()
    if (match := _YEAR.fullmatch(words)) and YEAR_LIMITS[0] <= int(match[1]) <= YEAR_LIMITS[1]:
        return match[1]
    match = _SCHOOL_YEAR.fullmatch(words)
    is_year = match is not None and int(match[2]) == (int(match[1]) + 1) % 100
    # `11-12` alone may be a day.
    is_sure = is_year and (words[:1].isalpha() or "20" in words[:2])
    return f"20{match[1]}-20{match[2]}" if match and is_sure else ""


def title_year(text: str) -> str:
    """The same for the title of a table, which may say that it is a plan."""
    return heading_year(text) or year_in(plain(text)) or _school_year_in(text)


def _school_year_in(text: str) -> str:
    named = [year for match in _IN_A_HEAD.finditer(plain(text)) if (year := heading_year(match[0]))]
    return named[0] if len(named) == 1 and "-" in named[0] and not _OF_ANOTHER.search(plain(text)) else ""


def year_of_head(head: str) -> str:
    """The year in the head of a column of days: `Start 2027`, `Eind (2027-2028)`."""
    named = [year for match in _IN_A_HEAD.finditer(plain(head)) if (year := heading_year(match[0]))]
    return named[0] if len(named) == 1 and not _OF_ANOTHER.search(plain(head)) else ""


def years_by_row(rows: Sequence[SheetRow], heads: Sequence[int], answers: SheetAnswers) -> dict[int, str]:
    """By number of each row the year that the nearest line above it names; `heads` are the places of rows of heads.

    Lines with more words count when they name different years, unless names alone are milestones. Empty when only a
    title above the first heads names a year: that is the year of the whole tab.
    """
    lines = {at: line for at, row in enumerate(rows) if at not in heads and (line := _line(row))}
    titles = {at for head in heads for at in range(max(0, head - _LINES_ABOVE), head)}
    sure = {at: title_year(line) if at in titles or at < heads[0] else heading_year(line) for at, line in lines.items()}
    named = {at: year or _year_in_words(lines[at], is_title=at < heads[0]) for at, year in sure.items()}
    are_years = len({*filter(None, named.values())}) > 1 and answers.get(BARE) != "mijlpaal"
    by_row: dict[int, str] = {}
    year = ""
    for at, row in enumerate(rows):
        year = (named if are_years else sure).get(at, "") or year
        by_row[row.number] = year
    below = {by_row[row.number] for row in rows[heads[0] :]}
    return {} if below == {by_row[rows[heads[0]].number]} else by_row


def lines_with_years(rows: Sequence[SheetRow]) -> dict[int, tuple[str, str]]:
    """By number of each row the nearest line above it that has a year among other words, and that year."""
    by_row: dict[int, tuple[str, str]] = {}
    above = ("", "")
    for row in rows:
        line = _line(row)
        year = _year_in_words(line, is_title=True) if line else ""
        by_row[row.number] = above
        above = (line, year) if year else above
    return by_row


def _line(row: SheetRow) -> str:
    """The text of a row with one, where the names stand; empty for any other."""
    lines = {str(cell) for cell in row.cells if cell}
    return next(iter(lines)) if len(lines) == 1 and any(row.cells[:_COLUMNS_OF_NAMES]) else ""


def _year_in_words(line: str, *, is_title: bool) -> str:
    """The year of `Fase 2 (2028)` or `Maart 2028`; above all tables months and days are those of a version."""
    words = plain(line)
    is_other = _WITH_A_DAY.search(words) or is_about_table(line) or len(words) > _LONGEST_LINE
    return "" if is_other or (is_title and _OF_A_VERSION.search(words)) else year_of_head(line)


def in_years(answers: SheetAnswers, years: str) -> SheetAnswers:
    """The answers for rows of which the year is named."""
    return replace(answers, given={**answers.given, YEAR: years}) if years else answers


def told_years(years: Mapping[int, str]) -> Iterator[str]:
    """Of which rows without a year of their own it is the one that a heading names."""
    named = [year for year in dict.fromkeys(years.values()) if year]
    parts = [f"{year} voor {rows_named([row for row, of in years.items() if of == year])}" for year in named]
    if parts:
        yield f"Het jaar komt uit de kopjes erboven: {'; '.join(parts)}."


def told_heads(heads: Sequence[str]) -> Iterator[str]:
    """That the year of days in these columns is the one in their heads."""
    if heads:
        yield f"Het jaar komt uit de kop van de kolom: {', '.join(f'‘{head}’' for head in heads)}."
