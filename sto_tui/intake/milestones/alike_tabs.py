"""Tabs with the same heads, such as one for each year: they may be one plan, and are then read as one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.text import plain
from sto_tui.intake.milestones.answers import YEAR, SheetAnswers
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.heading_columns import GROUP_FIELDS
from sto_tui.intake.milestones.titled_year import titled_year
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.tables.joined_tabs import RowOfTab, is_named, joined_by_row, joined_rows, tabs_named
from sto_tui.intake.tables.workbook_tabs import Tab
from sto_tui.intake.tables.written_dates import written_date

_SCHOOL_YEAR = re.compile(r"(?:schooljaar|sj)? ?(?:20)?(\d{2}) ?[-/–] ?(?:20)?(\d{2})")
_DATES = ("start", "due", "done_on")


def are_alike(one: Sequence[Block], other: Sequence[Block]) -> bool:
    """Whether two tabs have the same columns, and no days of which each tab may have its own year."""
    return _shape(one) == _shape(other) and not any(map(_lacks_year, (*one, *other)))


def _shape(blocks: Sequence[Block]) -> tuple[frozenset[tuple[str, str]], bool]:
    columns = blocks[0].columns
    heads = {column.index: head_key(column.head) for column in columns.kinds.columns}
    return frozenset((name, heads.get(at, "")) for name, at in columns.fields.items()), columns.run is not None


def _lacks_year(block: Block) -> bool:
    places = [at for name, at in block.columns.fields.items() if name in _DATES]
    texts = {cell for at in places for row, _ in block.rows if isinstance(cell := row.cell(at), str) and cell}
    return any(written.without_year for text in texts if (written := written_date(text, "dm")))


def years_of(tab: Tab) -> str:
    """The year or school year that the name or the title of a tab says; empty when it says none."""
    match = _SCHOOL_YEAR.fullmatch(plain(tab.name))
    is_school_year = match is not None and int(match[2]) == (int(match[1]) + 1) % 100
    return f"20{match[1]}-20{match[2]}" if match and is_school_year else titled_year(tab)


def may_be_of_period(tab: Tab, period: PlanPeriod) -> bool:
    """Whether the years that a tab says are not all before the plan period or after it."""
    years = years_of(tab)
    return not years or (int(years[-4:]) >= period.start.year and int(years[:4]) <= period.end.year)


def answers_for(tab: Tab, answers: SheetAnswers) -> SheetAnswers:
    """The answers for one of several tabs: each keeps the year that it names."""
    years = years_of(tab)
    return replace(answers, given={**answers.given, YEAR: years}) if years else answers


def may_be_versions(tabs: Sequence[Sequence[Block]]) -> bool:
    """Whether most milestones of one tab stand in another one too."""
    titles = [_titles(blocks) for blocks in tabs]
    return any(2 * len(one & other) > min(len(one), len(other)) for one, other in combinations(titles, 2))


def _titles(blocks: Sequence[Block]) -> set[str]:
    places = [(row, block.columns.fields.get("title")) for block in blocks for row, _ in block.rows]
    return {plain(row.text(at)) for row, at in places if at is not None and row.cell(at)}


def joined(tabs: Sequence[tuple[Tab, Sequence[Block]]]) -> tuple[Tab, list[Block], list[str]]:
    """These tabs as one with the blocks of each, and what is told of that; a name that is no year is a deelproject."""
    names = [tab.name for tab, _ in tabs]
    rows = joined_rows([(tab.name, tab.rows) for tab, _ in tabs])
    across = joined_by_row([tab.across or {} for tab, _ in tabs])
    whole = Tab(tabs_named(names), rows, across=across, parts=tuple(tab for tab, _ in tabs))
    named = [tab.name if is_named(tab.name) and not years_of(tab) else "" for tab, _ in tabs]
    blocks = [_in_tab(block, at, tab.name, named[at]) for at, (tab, of_tab) in enumerate(tabs) for block in of_tab]
    told = [f"Samen gelezen zijn de tabbladen {whole.name}."]
    if all(years_of(tab) for tab, _ in tabs):
        told = [f"Samen gelezen zijn de tabbladen {whole.name}, elk met het jaar dat het noemt."]
    if any(named):
        own = " van een rij die er zelf geen noemt" * any(map(_names_groups, blocks))
        told.append(f"De naam van het tabblad is het deelproject{own}: {tabs_named([*filter(None, named)])}.")
    return whole, blocks, told


def _names_groups(block: Block) -> bool:
    return any(
        row.text(block.columns.fields[name])
        for name in GROUP_FIELDS
        if name in block.columns.fields
        for row, _ in block.rows
    )


def _in_tab(block: Block, at: int, tab: str, deelproject: str) -> Block:
    def of_tab(number: int) -> int:
        return RowOfTab(number, at, tab)

    columns = replace(block.columns, moved={(of_tab(row), cell): to for (row, cell), to in block.columns.moved.items()})
    return replace(
        block,
        columns=columns,
        years={of_tab(number): year for number, year in block.years.items()},
        rows=tuple((replace(row, number=of_tab(row.number)), above or deelproject) for row, above in block.rows),
        aside=tuple(replace(each, number=of_tab(each.number)) for each in block.aside),
        under=tuple(replace(each, number=of_tab(each.number)) for each in block.under),
    )
