"""Totals of budget and contributions, in rows and columns. They have all amounts, also those that count nowhere."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import Cofinancing, CofinancingForm, CofinancingStatus, CostKind
from sto_tui.domain.parties import Party
from sto_tui.frozen import frozen
from sto_tui.planning.money.what_counts import L, money_base, party_of, sum_of, theme_of, themes_of_money, years_of

R = TypeVar("R", bound=Hashable)
C = TypeVar("C", bound=Hashable)


@frozen
class Totals(Generic[R, C]):
    """Amounts in rows and columns, added up both ways."""

    rows: tuple[R, ...]
    columns: tuple[C, ...]
    cells: Mapping[tuple[R, C], int]

    def of_row(self, row: R) -> int:
        """The sum of a row."""
        return sum(self.cells.get((row, column), 0) for column in self.columns)

    def of_column(self, column: C) -> int:
        """The sum of a column."""
        return sum(self.cells.get((row, column), 0) for row in self.rows)

    @property
    def whole(self) -> int:
        """The sum of everything."""
        return sum(self.cells.values())


def _totals(
    lines: Iterable[L],
    row_of: Callable[[L], R],
    column_of: Callable[[L], C],
    rows: Iterable[R],
    columns: Iterable[C],
) -> Totals[R, C]:
    """The rows that occur, in this order, in all of these columns."""
    cells: dict[tuple[R, C], int] = defaultdict(int)
    for line in lines:
        cells[row_of(line), column_of(line)] += sum_of([line])
    used_rows = {row for row, _ in cells}
    return Totals(tuple(row for row in rows if row in used_rows), tuple(columns), dict(cells))


def budget_by_theme(dossier: Dossier) -> Totals[int | None, int]:
    """The budget per theme and year."""
    lines = money_base(dossier).budget
    themes = themes_of_money(dossier)
    return _totals(lines, lambda line: theme_of(dossier, line), lambda line: line.year, themes, years_of(lines))


def budget_by_kind(dossier: Dossier) -> Totals[CostKind, int]:
    """The budget per kind of cost and year."""
    lines = money_base(dossier).budget
    return _totals(lines, lambda line: line.cost_kind, lambda line: line.year, CostKind, years_of(lines))


def eligible_by_year(dossier: Dossier) -> dict[int, int]:
    """What of the budget may be paid from the subsidy, per year of the budget."""
    base = money_base(dossier)
    cents_by_year = dict.fromkeys(years_of(base.budget), 0)
    for line in (*base.costs, *base.costs_outside):
        cents_by_year[line.year] += sum_of([line])
    return cents_by_year


def eligible_costs(dossier: Dossier) -> int:
    """What of the whole budget may be paid from the subsidy."""
    return sum(eligible_by_year(dossier).values())


def cofinancing_by_party(dossier: Dossier) -> Totals[int | None, CofinancingStatus]:
    """The contributions per party and status."""
    return _by_status(dossier, lambda line: party_of(dossier, line), (*dossier.of(Party), None))


def cofinancing_by_theme(dossier: Dossier) -> Totals[int | None, CofinancingStatus]:
    """The contributions per theme and status."""
    return _by_status(dossier, lambda line: theme_of(dossier, line), themes_of_money(dossier))


def cofinancing_by_year(dossier: Dossier) -> Totals[int, CofinancingStatus]:
    """The contributions per year and status."""
    return _by_status(dossier, lambda line: line.year, years_of(money_base(dossier).contributions))


def cofinancing_by_form(dossier: Dossier) -> Totals[CofinancingForm, CofinancingStatus]:
    """The contributions per form and status."""
    return _by_status(dossier, lambda line: line.form, CofinancingForm)


def _by_status(dossier: Dossier, row_of: Callable[[Cofinancing], R], rows: Iterable[R]) -> Totals[R, CofinancingStatus]:
    return _totals(money_base(dossier).contributions, row_of, lambda line: line.status, rows, CofinancingStatus)
