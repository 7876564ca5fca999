"""What was granted and spent, and what is left: per budget line, theme, kind of cost and year.

A payment counts where its line stands, in the year of that line too, so that what is left of a year is left of what was
granted for it. The total of every list is that of the payments. All amounts are in euro cents.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import Generic, TypeVar

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine, CostKind, Payment
from sto_tui.frozen import frozen
from sto_tui.planning.money.what_counts import theme_of, themes_of_money

R = TypeVar("R", bound=Hashable)


@frozen
class Balance:
    """What was granted for something, and what was spent on it."""

    granted: int = 0
    spent: int = 0

    @property
    def left(self) -> int:
        """What is left; below zero when more was spent than granted."""
        return self.granted - self.spent

    def __add__(self, other: "Balance") -> "Balance":
        """Both together."""
        return Balance(self.granted + other.granted, self.spent + other.spent)


@frozen
class Balances(Generic[R]):
    """Balances per row, in order."""

    of: Mapping[R, Balance]

    @property
    def whole(self) -> Balance:
        """All rows together."""
        return sum(self.of.values(), Balance())


def balances_by_line(dossier: Dossier) -> Balances[int]:
    """Per budget line, by its id."""
    spent = spent_by_line(dossier)
    return Balances(
        {line.id: Balance(line.to_spend, spent.get(line.id, 0)) for line in dossier.of(BudgetLine).values()}
    )


def balances_by_theme(dossier: Dossier) -> Balances[int | None]:
    """Per theme; None is the whole project."""
    return _balances(dossier, lambda line: theme_of(dossier, line), themes_of_money(dossier))


def balances_by_kind(dossier: Dossier) -> Balances[CostKind]:
    """Per kind of cost."""
    return _balances(dossier, lambda line: line.cost_kind, CostKind)


def balances_by_year(dossier: Dossier) -> Balances[int]:
    """Per year of the budget."""
    years = sorted({line.year for line in dossier.of(BudgetLine).values()})
    return _balances(dossier, lambda line: line.year, years)


def eligible_balance(dossier: Dossier) -> Balance:
    """What of it may be paid from the subsidy."""
    per_line, lines = balances_by_line(dossier).of, dossier.of(BudgetLine).values()
    return sum((per_line[line.id] for line in lines if line.eligible), Balance())


def spent_by_line(dossier: Dossier, first: date = date.min, last: date = date.max) -> Mapping[int, int]:
    """What was spent per budget line from one day to another, both included."""
    spent: dict[int, int] = defaultdict(int)
    lines = dossier.of(BudgetLine)
    for payment in dossier.of(Payment).values():
        if payment.budget_line in lines and first <= payment.date <= last:
            spent[payment.budget_line] += payment.amount
    return spent


def spent_by_theme(dossier: Dossier, first: date, last: date) -> Mapping[int | None, int]:
    """What was spent per theme from one day to another, both included; None is the whole project."""
    per_line, sums = spent_by_line(dossier, first, last), defaultdict[int | None, int](int)
    for line in dossier.of(BudgetLine).values():
        sums[theme_of(dossier, line)] += per_line.get(line.id, 0)
    return sums


def _balances(dossier: Dossier, row_of: Callable[[BudgetLine], R], rows: Iterable[R]) -> Balances[R]:
    """The rows that occur, in this order."""
    sums: dict[R, Balance] = defaultdict(Balance)
    per_line = balances_by_line(dossier).of
    for line in dossier.of(BudgetLine).values():
        sums[row_of(line)] += per_line[line.id]
    return Balances({row: sums[row] for row in rows if row in sums})
