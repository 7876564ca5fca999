"""The subsidy, for which years it is given, and costs that exceed it."""

from collections.abc import Sequence

from sto_tui.content.library import periods
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.record import Ref
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
    most, part = most_subsidy(dossier), _typed(plan.subsidy if plan else None)
    granted = years_of_regulation(dossier, plan, years)
    if most and list(granted) == list(years):
        return Subsidy(shown_years(years), most)
    if part:
        return Subsidy(shown_years(typed_for or years), part)
    if plan and _is_of_other_regulation(dossier):
        return Subsidy(shown_years(granted), why_not=f"de subsidie van {plan.label} is nog niet ingevuld")
    if not most:
        return Subsidy("", why_not="de maximale subsidie is nog niet ingevuld")
    if not granted:
        return Subsidy("", why_not=f"{years[0]} hoort bij geen planperiode")
    gap = f"de bedragen gaan over {shown_years(years)}"
    return Subsidy(shown_years(granted), why_not=f"{gap}; vul bij de planperiode de subsidie in")


def _typed(cents: int | None) -> int:
    """The amount that the region typed; one below zero is none."""
    return max(0, cents or 0)


def most_subsidy(dossier: Dossier) -> int:
    """The maximum that the region typed, 0 without one: that of the regulation of the plan at hand, and of no other."""
    return 0 if _is_of_other_regulation(dossier) else _typed(dossier.region.subsidy_max)


def field_of_subsidy(dossier: Dossier) -> Ref:
    """Where the subsidy of a plan for all years of its regulation is filled in."""
    if (plan := dossier.current_period) and _is_of_other_regulation(dossier):
        return ref_of(plan, "subsidy")
    return ref_of(dossier.region, "subsidy_max")


def _is_of_other_regulation(dossier: Dossier) -> bool:
    """Whether the plan falls under another regulation than that at hand: 2020-2023 beside 2025-2028."""
    plan, at_hand = dossier.current_period, dossier.whole.period_at_hand
    return plan != at_hand and years_of_regulation(dossier, plan) != years_of_regulation(dossier, at_hand)


def years_of_regulation(dossier: Dossier, plan: PlanPeriod | None, years: Sequence[int] = ()) -> range:
    """The years for which the subsidy is given: of the longest period, own or of the regulation, around the plan's.

    Without a plan it is the longest with the first of these years.
    """
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
    limit = subsidy.cents or most_subsidy(dossier)
    if not limit:
        return None
    name = f"{'subsidie' if subsidy.cents else 'maximale subsidie'} {subsidy.years}".strip()
    over = OverSubsidy(years, sum_of(lines), limit, name)
    return over if over.cents > 0 else None
