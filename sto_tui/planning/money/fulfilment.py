"""From what parties intend to what they put in: per party, theme and year.

What was realised of a contribution is the sum of its own lines; without any, the whole of one whose status says that it
is realised. It counts in the year of the contribution. All amounts are in euro cents.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import Cofinancing, CofinancingStatus, Realised
from sto_tui.domain.parties import Party
from sto_tui.frozen import frozen
from sto_tui.planning.money.what_counts import party_of, theme_of, themes_of_money

R = TypeVar("R", bound=Hashable)


@frozen
class Fulfilment:
    """What stands in the plan of contributions, whatever their status, and what was realised of it."""

    planned: int = 0
    realised: int = 0

    @property
    def to_go(self) -> int:
        """What is still to come; below zero when more was realised than planned."""
        return self.planned - self.realised

    def __add__(self, other: "Fulfilment") -> "Fulfilment":
        """Both together."""
        return Fulfilment(self.planned + other.planned, self.realised + other.realised)


@frozen
class Fulfilments(Generic[R]):
    """Per row, in order."""

    of: Mapping[R, Fulfilment]

    @property
    def whole(self) -> Fulfilment:
        """All rows together."""
        return sum(self.of.values(), Fulfilment())


def fulfilment_by_contribution(dossier: Dossier) -> Fulfilments[int]:
    """Per contribution, by its id."""
    lines: dict[int, list[int]] = defaultdict(list)
    for realised in dossier.of(Realised).values():
        lines[realised.contribution].append(realised.amount)
    return Fulfilments(
        {
            contribution.id: Fulfilment(contribution.total or 0, _realised(contribution, lines[contribution.id]))
            for contribution in dossier.of(Cofinancing).values()
        }
    )


def _realised(contribution: Cofinancing, amounts: list[int]) -> int:
    if amounts:
        return sum(amounts)
    return (contribution.total or 0) if contribution.status is CofinancingStatus.GEREALISEERD else 0


def fulfilment_by_party(dossier: Dossier) -> Fulfilments[int | None]:
    """Per party; None is nobody."""
    return _fulfilments(dossier, lambda contribution: party_of(dossier, contribution), (*dossier.of(Party), None))


def fulfilment_by_theme(dossier: Dossier) -> Fulfilments[int | None]:
    """Per theme; None is the whole project."""
    return _fulfilments(dossier, lambda contribution: theme_of(dossier, contribution), themes_of_money(dossier))


def fulfilment_by_year(dossier: Dossier) -> Fulfilments[int]:
    """Per year of the contributions."""
    years = sorted({contribution.year for contribution in dossier.of(Cofinancing).values()})
    return _fulfilments(dossier, lambda contribution: contribution.year, years)


def _fulfilments(dossier: Dossier, row_of: Callable[[Cofinancing], R], rows: Iterable[R]) -> Fulfilments[R]:
    """The rows that occur, in this order."""
    sums: dict[R, Fulfilment] = defaultdict(Fulfilment)
    per_contribution = fulfilment_by_contribution(dossier).of
    for contribution in dossier.of(Cofinancing).values():
        sums[row_of(contribution)] += per_contribution[contribution.id]
    return Fulfilments({row: sums[row] for row in rows if row in sums})
