"""The amounts of a dossier, and which of them are set against the minimum and the subsidy.

All amounts are in euro cents; a line without one is in no total. Contributions stand beside the budget, those in money
too: what a party contributes is no line of the budget as well, so the costs of the whole are both together.
"""

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import TypeVar

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.frozen import frozen

L = TypeVar("L", bound=BudgetLine | Cofinancing)


class Standing(Enum):
    """Whether a contribution counts, and the first reason when it doesn't."""

    COUNTS = auto()
    OUTSIDE_PLAN = auto()
    INTENDED = auto()
    WITHDRAWN = auto()


@frozen
class MoneyBase:
    """All lines that have an amount, and which of them count.

    `costs` are the subsidiable lines in the years of the plan, `costs_outside` those in other years. `years` are the
    years of the plan in which an amount stands, in the budget or among the contributions.
    """

    budget: tuple[BudgetLine, ...]
    contributions: tuple[Cofinancing, ...]
    costs: tuple[BudgetLine, ...]
    costs_outside: tuple[BudgetLine, ...]
    by_standing: Mapping[Standing, tuple[Cofinancing, ...]]
    years: tuple[int, ...]

    @property
    def counted(self) -> tuple[Cofinancing, ...]:
        """The contributions that count."""
        return self.by_standing[Standing.COUNTS]


def money_base(dossier: Dossier) -> MoneyBase:
    """The amounts of a dossier, each with what it counts for."""
    budget = tuple(priced(dossier.of(BudgetLine).values()))
    contributions = tuple(priced(dossier.of(Cofinancing).values()))
    by_standing = {
        state: tuple(line for line in contributions if standing(dossier, line) is state) for state in Standing
    }
    eligible = [line for line in budget if line.eligible]
    return MoneyBase(
        budget,
        contributions,
        tuple(line for line in eligible if not outside_plan(dossier, line.year)),
        tuple(line for line in eligible if outside_plan(dossier, line.year)),
        by_standing,
        tuple(year for year in years_of((*budget, *contributions)) if not outside_plan(dossier, year)),
    )


def standing(dossier: Dossier, line: Cofinancing) -> Standing:
    """What a contribution counts for: it does when it is promised, signed or given, by whom still takes part."""
    if outside_plan(dossier, line.year):
        return Standing.OUTSIDE_PLAN
    if line.status is CofinancingStatus.BEOOGD:
        return Standing.INTENDED
    return Standing.WITHDRAWN if is_withdrawn(dossier, line) else Standing.COUNTS


def outside_plan(dossier: Dossier, year: int) -> str:
    """`buiten planperiode 2027-2028` for a year that is none of the plan's; else empty, as it is without a period.

    This is the one rule for which years count. The minimum stands on the whole budget of more years (domain.md §1.5),
    and the subsidy is given for all of them: so every year of the plan counts, also one in which only a contribution
    stands. A year before or after counts nowhere: earlier contributions without the costs of those years beside them
    would make the share of this plan too high.
    """
    plan = dossier.current_period
    inside = plan is None or plan.start.year <= year <= plan.end.year
    return "" if plan is None or inside else f"buiten planperiode {plan.label}"


def is_withdrawn(dossier: Dossier, line: Cofinancing) -> bool:
    """Whether it is not given yet, and the party that would give it stopped before the plan ended.

    Source: domain.md §1.5; the minimum is measured at the end of the period, and such a promise brings nothing then.
    Who stops after that day takes nothing back of what stood in the plan when it was measured.
    """
    party = dossier.of(Party).get(line.party or 0)
    is_given = line.status is CofinancingStatus.GEREALISEERD
    return party is not None and not party.takes_part_to_the_end(dossier.current_period) and not is_given


def priced(lines: Iterable[L]) -> list[L]:
    """The lines that have an amount."""
    return [line for line in lines if line.total is not None]


def unpriced(lines: Iterable[L]) -> list[L]:
    """The lines that have none yet."""
    return [line for line in lines if line.total is None]


def sum_of(lines: Iterable[BudgetLine | Cofinancing]) -> int:
    """What lines come to together."""
    return sum(line.total or 0 for line in lines)


def years_of(lines: Iterable[BudgetLine | Cofinancing]) -> tuple[int, ...]:
    """The years of lines, in order."""
    return tuple(sorted({line.year for line in lines}))


def theme_of(dossier: Dossier, line: BudgetLine | Cofinancing) -> int | None:
    """The theme of a line: that of its speerpunt, else its own; None for the whole project."""
    speerpunt = dossier.whole.of(Speerpunt).get(line.speerpunt or 0)
    theme = speerpunt.theme if speerpunt else line.theme
    return theme if theme in dossier.whole.of(Theme) else None


def themes_of_money(dossier: Dossier) -> tuple[int | None, ...]:
    """The themes that lines may be of, in order: those of the plan, those of other periods, and the whole project."""
    seen = dossier.of(Theme)
    return (*seen, *(theme for theme in dossier.whole.of(Theme) if theme not in seen), None)


def party_of(dossier: Dossier, line: Cofinancing) -> int | None:
    """The party of a contribution; None when nobody is named."""
    return line.party if line.party in dossier.of(Party) else None
