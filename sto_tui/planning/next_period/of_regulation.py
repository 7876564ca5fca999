"""The maximum subsidy of the region when the next plan falls under another regulation: it was that of the one before.

Source: the regulation gives each region an amount for all its years, and a next one gives another.
"""

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.money.subsidy import years_of_regulation
from sto_tui.planning.money.words import shown_years
from sto_tui.planning.next_period.proposal import NextPeriod


def subsidy_goes_to(dossier: Dossier, proposal: NextPeriod) -> PlanPeriod | None:
    """The earlier plan that keeps the maximum as its own: one for all years of its regulation, without an amount."""
    if not _is_of_before(dossier, proposal):
        return None
    years = years_of_regulation(dossier, proposal.earlier)
    whole = (
        period
        for period in dossier.whole.of(PlanPeriod).values()
        if range(period.start.year, period.end.year + 1) == years and not period.subsidy
    )
    return next(whole, None)


def about_subsidy(dossier: Dossier, proposal: NextPeriod) -> str:
    """What becomes of the maximum, and that the next regulation has its own; empty when there is nothing to say."""
    most = dossier.region.subsidy_max
    if not most or not _is_of_before(dossier, proposal):
        return ""
    owner = subsidy_goes_to(dossier, proposal)
    years = shown_years(years_of_regulation(dossier, proposal.earlier))
    became = f"wordt de subsidie van {owner.label}" if owner else f"is die van {years} en blijft staan"
    return (
        f"De maximale subsidie van {amount(most)} {became}: vul in het regioprofiel in wat voor "
        f"{proposal.period.label} geldt."
    )


def _is_of_before(dossier: Dossier, proposal: NextPeriod) -> bool:
    """Whether the maximum is that of the regulation before: once the next plan is at hand it may be a new one."""
    if not dossier.region.subsidy_max or proposal.period.current:
        return False
    return years_of_regulation(dossier, proposal.earlier) != years_of_regulation(dossier, proposal.period)
