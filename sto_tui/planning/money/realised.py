"""What was realised of the contributions, against both bases of the minimum."""

from decimal import Decimal

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import Cofinancing
from sto_tui.frozen import frozen
from sto_tui.planning.money.fulfilment import fulfilment_by_contribution
from sto_tui.planning.money.share import Share, minimum_of, share_of_budget, share_of_subsidy
from sto_tui.planning.money.what_counts import money_base, outside_plan


@frozen
class RealisedShare:
    """What was realised in the years of the plan, and how much that is of both bases."""

    years: tuple[int, ...]
    minimum: Decimal
    realised: int
    shares: tuple[Share, Share]

    @property
    def too_low(self) -> list[Share]:
        """The shares below the minimum."""
        return [share for share in self.shares if share.short > 0]


def realised_share(dossier: Dossier) -> RealisedShare | None:
    """What was realised against the minimum; None while no line of the plan's years has an amount.

    The bases are those of what was promised, so that both percentages can stand side by side: only the contributions in
    the first are those that were realised. Source: domain.md §1.5, it is measured at the end of the period.
    """
    base = money_base(dossier)
    if not base.years:
        return None
    minimum = minimum_of(dossier, base)
    per_contribution = fulfilment_by_contribution(dossier).of
    realised = sum(
        per_contribution[contribution.id].realised
        for contribution in dossier.of(Cofinancing).values()
        if not outside_plan(dossier, contribution.year)
    )
    shares = share_of_budget(base, realised, minimum), share_of_subsidy(dossier, base.years, realised, minimum)
    return RealisedShare(base.years, minimum, realised, shares)
