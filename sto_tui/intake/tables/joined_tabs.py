"""Tabs of one shape as one: a tab for each year, or for each theme. Their rows say of which tab they are."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Self, TypeVar

from sto_tui.domain import dutch
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.sheet_looks import TabLooks

# No rekenblad has so many rows.
_APART = 2**21
_NAMELESS = re.compile(r"(?:blad|werkblad|sheet|tabblad|tabelle|feuil)? ?\(?\d*\)?", re.IGNORECASE)

Value = TypeVar("Value")


class RowOfTab(int):
    """The number of a row of one of several tabs: it counts on over the tabs, and is told as `5 van 2028`."""

    tab: str

    def __new__(cls, number: int, at: int, tab: str) -> Self:
        """Row `number` of the tab that is number `at` of those that are read together, from zero."""
        row = super().__new__(cls, number + at * _APART)
        row.tab = tab
        return row

    def __str__(self) -> str:
        return f"{int(self) % _APART} van {self.tab}"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def joined_rows(tabs: Sequence[tuple[str, Sequence[SheetRow]]]) -> tuple[SheetRow, ...]:
    """The rows of these tabs, by name, one after the other."""
    return tuple(
        replace(row, number=RowOfTab(row.number, at, name)) for at, (name, rows) in enumerate(tabs) for row in rows
    )


def joined_by_row(tabs: Sequence[Mapping[int, Value]]) -> dict[int, Value]:
    """What each of these tabs has by row, by the rows of all."""
    return {row + at * _APART: value for at, by_row in enumerate(tabs) for row, value in by_row.items()}


def joined_looks(tabs: Sequence[TabLooks]) -> TabLooks:
    """How the cells of these tabs look, by the rows of all."""

    def by_cell(of: Callable[[TabLooks], Mapping[tuple[int, int], str]]) -> dict[tuple[int, int], str]:
        told = ((at, cell, text) for at, tab in enumerate(tabs) for cell, text in of(tab).items())
        return {(row + at * _APART, column): text for at, (row, column), text in told}

    def cells(of: Callable[[TabLooks], frozenset[tuple[int, int]]]) -> frozenset[tuple[int, int]]:
        return frozenset((row + at * _APART, column) for at, tab in enumerate(tabs) for row, column in of(tab))

    return TabLooks(
        hidden_rows=frozenset(row + at * _APART for at, tab in enumerate(tabs) for row in tab.hidden_rows),
        levels=joined_by_row([tab.levels for tab in tabs]),
        indents=joined_by_row([tab.indents for tab in tabs]),
        fills=joined_by_row([tab.fills for tab in tabs]),
        inks=joined_by_row([tab.inks for tab in tabs]),
        faces=joined_by_row([tab.faces for tab in tabs]),
        struck=cells(lambda tab: tab.struck),
        months=cells(lambda tab: tab.months),
        uncalculated=tuple(
            (row + at * _APART, column) for at, tab in enumerate(tabs) for row, column in tab.uncalculated
        ),
        hidden_columns=frozenset(column for tab in tabs for column in tab.hidden_columns),
        comments=by_cell(lambda tab: tab.comments),
        links=by_cell(lambda tab: tab.links),
        unstruck=by_cell(lambda tab: tab.unstruck),
    )


def is_named(tab: str) -> bool:
    """Whether the name of a tab says anything: `Blad1` does not."""
    return _NAMELESS.fullmatch(tab.strip()) is None


def tabs_named(tabs: Sequence[str]) -> str:
    """`2027 en 2028`."""
    return dutch.enumerate_words([*tabs])
