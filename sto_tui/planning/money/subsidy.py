"""The subsidy, for which years it is given, and costs that exceed it."""

from collections.abc import Sequence

from sto_tui.content.library import periods
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.planning.money.what_counts import money_base, sum_of, years_of
from sto_tui.planning.money.words import shown_years


@frozen
class Subsidy:
    """The subsidy for some years; `cents` is 0 when it is not known, and `why_not` says why."""

    years: str
    cents: int = 0
    why_not: str = ""


def subsidy_for(dossier: Dossier, years: Sequence[int], typed_for: Sequence[int] = ()) -> Subsidy:
    """The subsidy for these years.

    An amount for four years says nothing of two of them, so nothing is divided: the region types its part, which is for
    all years with amounts: `typed_for` when these are others.
    """
    plan = dossier.current_period
    most, part = _typed(dossier.region.subsidy_max), _typed(plan.subsidy if plan else None)
    granted = _years_of_subsidy(dossier, years)
    if most and list(granted) == list(years):
        return Subsidy(shown_years(years), most)
    if part:
        return Subsidy(shown_years(typed_for or years), part)
    if not most:
        return Subsidy("", why_not="de maximale subsidie is nog niet ingevuld")
    if not granted:
        return Subsidy("", why_not=f"{years[0]} hoort bij geen planperiode")
    gap = f"de bedragen gaan over {shown_years(years)}"
    return Subsidy(shown_years(granted), why_not=f"{gap}; vul bij de planperiode de subsidie in")


def _typed(cents: int | None) -> int:
    """The amount that the region typed; one below zero is none."""
    return max(0, cents or 0)


def _years_of_subsidy(dossier: Dossier, years: Sequence[int]) -> range:
    """The years for which the subsidy is given: of the longest period, own or of the regulation, around the plan's.

    Without a period of the plan it is the longest with the first of these years.
    """
    plan = dossier.current_period
    asked = (plan.start.year, plan.end.year) if plan else years[:1]
    bounds = [(period.start.year, period.end.year) for period in dossier.of(PlanPeriod).values()]
    bounds += [(period.start.year, period.end.year) for period in periods()]
    spans = [range(first, last + 1) for first, last in bounds]
    return max((span for span in spans if all(year in span for year in asked)), key=len, default=range(0))


@frozen
class OverSubsidy:
    """Costs that exceed the subsidy. `subsidy_name` says which subsidy."""

    years: tuple[int, ...]
    costs: int
    subsidy: int
    subsidy_name: str

    @property
    def cents(self) -> int:
        """By how much they exceed it."""
        return self.costs - self.subsidy


def over_subsidy(dossier: Dossier) -> OverSubsidy | None:
    """The subsidiable costs in the plan's years, when they exceed the subsidy for the years that have such costs.

    Contributions are not taken off, also not those in money: they stand beside the budget, here as in the share. The
    sources do not say what a contribution in money pays, and this reading never says that there is enough when there is
    not. The whole subsidy is the limit while that for these years is unknown.
    """
    base = money_base(dossier)
    lines, years = base.costs, years_of(base.costs)
    if not years:
        return None
    subsidy = subsidy_for(dossier, years, base.years)
    limit = subsidy.cents or _typed(dossier.region.subsidy_max)
    if not limit:
        return None
    name = f"{'subsidie' if subsidy.cents else 'maximale subsidie'} {subsidy.years}".strip()
    over = OverSubsidy(years, sum_of(lines), limit, name)
    return over if over.cents > 0 else None
