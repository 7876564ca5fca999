"""What the money comes to: totals of budget and cofinancing, and the share that companies contribute.

All amounts are in euro cents. A line without an amount is in no total. Contributions stand beside the budget: what a
party contributes is no line of the budget as well, so the costs of the whole are both together.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import Generic, TypeVar

from sto_tui.content.library import minimum_cofinancing, periods
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import amount, enumerate_words, number, rounded
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus, CostKind
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod

L = TypeVar("L", bound=BudgetLine | Cofinancing)
R = TypeVar("R", bound=Hashable)
C = TypeVar("C", bound=Hashable)

WHOLE_PROJECT = "Hele project"
NO_PARTY = "Geen partij"
INTENDED = CofinancingStatus.BEOOGD
# The words for what a line needs before it has an amount, with and without their article.
_NEEDED = {
    "quantity": ("aantal", "het aantal"),
    "unit": ("eenheid", "de eenheid"),
    "price": ("prijs", "de prijs"),
    "rate": ("tarief", "het tarief"),
}


# Totals.


@dataclass(frozen=True)
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
        if line.total is not None:
            cells[row_of(line), column_of(line)] += line.total
    found = {row for row, _ in cells}
    return Totals(tuple(row for row in rows if row in found), tuple(columns), dict(cells))


def priced(lines: Iterable[L]) -> list[L]:
    """The lines that have an amount."""
    return [line for line in lines if line.total is not None]


def unpriced(lines: Iterable[L]) -> list[L]:
    """The lines that have none yet."""
    return [line for line in lines if line.total is None]


def theme_of(dossier: Dossier, line: BudgetLine | Cofinancing) -> int | None:
    """The theme of a line: that of its speerpunt, else its own; None for the whole project."""
    speerpunt = dossier.of(Speerpunt).get(line.speerpunt or 0)
    theme = speerpunt.theme if speerpunt else line.theme
    return theme if theme in dossier.of(Theme) else None


def party_of(dossier: Dossier, line: Cofinancing) -> int | None:
    """The party of a contribution; None when nobody is named."""
    return line.party if line.party in dossier.of(Party) else None


def _years(lines: Iterable[BudgetLine | Cofinancing]) -> tuple[int, ...]:
    return tuple(sorted({line.year for line in lines if line.total is not None}))


def budget_by_theme(dossier: Dossier) -> Totals[int | None, int]:
    """The budget per theme and year."""
    lines = dossier.of(BudgetLine).values()
    return _totals(
        lines, lambda line: theme_of(dossier, line), lambda line: line.year, (*dossier.of(Theme), None), _years(lines)
    )


def budget_by_kind(dossier: Dossier) -> Totals[CostKind, int]:
    """The budget per kind of cost and year."""
    lines = dossier.of(BudgetLine).values()
    return _totals(lines, lambda line: line.cost_kind, lambda line: line.year, CostKind, _years(lines))


def eligible_by_year(dossier: Dossier) -> dict[int, int]:
    """What of the budget may be paid from the subsidy, per year of the budget."""
    found = dict.fromkeys(_years(dossier.of(BudgetLine).values()), 0)
    for line in dossier.of(BudgetLine).values():
        if line.eligible and line.total is not None:
            found[line.year] += line.total
    return found


def eligible_costs(dossier: Dossier) -> int:
    """What of the whole budget may be paid from the subsidy."""
    return sum(eligible_by_year(dossier).values())


def counted_costs(dossier: Dossier) -> int:
    """What of the budget may be paid from the subsidy, in the years that are set against it."""
    by_year = eligible_by_year(dossier)
    return sum(by_year.get(year, 0) for year in _counted_years(dossier))


def outside_plan(dossier: Dossier, year: int) -> str:
    """`buiten planperiode 2027-2028` for a year that is none of the plan's; else empty, as it is without a period."""
    plan = dossier.current_period
    inside = plan is None or plan.start.year <= year <= plan.end.year
    return "" if plan is None or inside else f"buiten planperiode {plan.label}"


def cofinancing_by_party(dossier: Dossier) -> Totals[int | None, CofinancingStatus]:
    """The contributions per party and status."""
    return _by_status(dossier, lambda line: party_of(dossier, line), (*dossier.of(Party), None))


def cofinancing_by_theme(dossier: Dossier) -> Totals[int | None, CofinancingStatus]:
    """The contributions per theme and status."""
    return _by_status(dossier, lambda line: theme_of(dossier, line), (*dossier.of(Theme), None))


def cofinancing_by_year(dossier: Dossier) -> Totals[int, CofinancingStatus]:
    """The contributions per year and status."""
    return _by_status(dossier, lambda line: line.year, _years(dossier.of(Cofinancing).values()))


def cofinancing_by_form(dossier: Dossier) -> Totals[CofinancingForm, CofinancingStatus]:
    """The contributions per form and status."""
    return _by_status(dossier, lambda line: line.form, CofinancingForm)


def _by_status(dossier: Dossier, row_of: Callable[[Cofinancing], R], rows: Iterable[R]) -> Totals[R, CofinancingStatus]:
    return _totals(dossier.of(Cofinancing).values(), row_of, lambda line: line.status, rows, CofinancingStatus)


# What companies contribute, against the minimum.


@dataclass(frozen=True)
class Share:
    """The contributions that count as part of one amount, in percent.

    `percent` is None when it can't be worked out, and `why_not` says why. `short` is what is still needed.
    """

    name: str
    minimum: Decimal
    amount: int = 0
    percent: Decimal | None = None
    short: int = 0
    why_not: str = ""


@dataclass(frozen=True)
class Contributions:
    """What companies contribute in the years of the budget, and how much that is of both bases.

    `counted` leaves out what is only intended, and what a party that stopped promised and did not give (`stopped`);
    `elsewhere` is what is contributed in other years, and `uncounted` the subsidiable costs in years for which this
    subsidy is not given.
    Source: domain.md §1.5; the 10% stands on the subsidiable part of the whole budget, others say on the subsidy.
    """

    years: tuple[int, ...]
    minimum: Decimal
    counted: int
    intended: int
    stopped: int
    elsewhere: int
    uncounted: int
    shares: tuple[Share, Share]

    @property
    def too_low(self) -> list[Share]:
        """The shares below the minimum."""
        return [share for share in self.shares if share.short > 0]


def contributions(dossier: Dossier) -> Contributions | None:
    """What companies contribute; None while no line of these years has an amount in budget or cofinancing."""
    years = _counted_years(dossier)
    if not years:
        return None
    by_year = cofinancing_by_year(dossier)
    intended = sum(by_year.cells.get((year, INTENDED), 0) for year in years)
    within = sum(by_year.of_row(year) for year in years)
    lines = [line for line in priced(dossier.of(Cofinancing).values()) if line.year in years]
    stopped = sum(line.total or 0 for line in lines if line.status is not INTENDED and is_withdrawn(dossier, line))
    counted = within - intended - stopped
    typed = dossier.region.minimum_cofinancing
    minimum = Decimal(repr(minimum_cofinancing(years[0]) if typed is None else typed))
    shares = (
        _share_of_budget(dossier, counted, minimum),
        _share_of_subsidy(dossier, years, counted, minimum),
    )
    uncounted = eligible_costs(dossier) - counted_costs(dossier)
    return Contributions(years, minimum, counted, intended, stopped, by_year.whole - within, uncounted, shares)


def is_withdrawn(dossier: Dossier, line: Cofinancing) -> bool:
    """Whether it is not given yet, and the party that would give it has stopped.

    Source: domain.md §1.5; the minimum is measured at the end of the period, and such a promise brings nothing then.
    """
    party = dossier.of(Party).get(line.party or 0)
    is_given = line.status is CofinancingStatus.GEREALISEERD
    return party is not None and party.status is PartyStatus.GESTOPT and not is_given


def counts(dossier: Dossier, line: Cofinancing) -> bool:
    """Whether a contribution is set against the minimum: promised, signed or given, by whom still takes part."""
    return line.status is not INTENDED and not is_withdrawn(dossier, line)


def _counted_years(dossier: Dossier) -> tuple[int, ...]:
    """The years of the budget, or of the contributions without one, for which the subsidy of this plan is given."""
    for lines in (dossier.of(BudgetLine), dossier.of(Cofinancing)):
        years = _years(lines.values())
        granted = _subsidy_years(dossier, years) if dossier.current_period else years
        if found := tuple(year for year in years if year in granted):
            return found
    return ()


def _share_of_budget(dossier: Dossier, counted: int, minimum: Decimal) -> Share:
    """The subsidiable costs and the contributions together are the whole of which a part is contributed."""
    name = "subsidiabele begroting met cofinanciering"
    eligible = counted_costs(dossier)
    if eligible <= 0:
        return Share(name, minimum, why_not="de begroting heeft nog geen subsidiabele bedragen")
    return _share(name, eligible + counted, counted, minimum, eligible * minimum / (100 - minimum))


def _share_of_subsidy(dossier: Dossier, years: Sequence[int], counted: int, minimum: Decimal) -> Share:
    most, of_years, why_not = _subsidy(dossier, years)
    name = f"subsidie {of_years}".strip()
    if why_not:
        return Share(name, minimum, why_not=why_not)
    return _share(name, most, counted, minimum, most * minimum / 100)


def _share(name: str, whole: int, counted: int, minimum: Decimal, needed: Decimal) -> Share:
    if counted < 0:
        return Share(name, minimum, why_not="de bijdragen zijn samen lager dan nul")
    short = int(needed.to_integral_value(ROUND_CEILING)) - counted
    return Share(name, minimum, whole, Decimal(100 * counted) / whole, max(0, short))


def _subsidy(dossier: Dossier, years: Sequence[int]) -> tuple[int, str, str]:
    """The subsidy for these years and which they are, or why it is not known.

    An amount for four years says nothing of two of them, so nothing is divided: the region types its part.
    """
    most, part = dossier.region.subsidy_max, dossier.region.subsidy_in_budget
    granted = _subsidy_years(dossier, years)
    if most and most > 0 and list(granted) == list(years):
        return most, shown_years(years), ""
    if part and part > 0:
        return part, shown_years(years), ""
    if not most or most < 0:
        return 0, "", "de maximale subsidie is nog niet ingevuld"
    if not granted:
        return 0, "", f"{years[0]} hoort bij geen planperiode"
    gap = f"de bedragen gaan over {shown_years(years)}"
    return 0, shown_years(granted), f"{gap}; vul in het regioprofiel de subsidie voor de begrote jaren in"


def _subsidy_years(dossier: Dossier, years: Sequence[int]) -> range:
    """The years for which the subsidy is given: of the longest period, own or of the regulation, around the plan's.

    Without a period of the plan it is the longest with the first of these years.
    """
    plan = dossier.current_period
    asked = (plan.start.year, plan.end.year) if plan else years[:1]
    bounds = [(one.start.year, one.end.year) for one in dossier.of(PlanPeriod).values()]
    bounds += [(one.start.year, one.end.year) for one in periods()]
    spans = [range(first, last + 1) for first, last in bounds]
    return max((span for span in spans if all(year in span for year in asked)), key=len, default=range(0))


def lacks_subsidy_of_years(dossier: Dossier) -> bool:
    """Whether the maximal subsidy is known, but not the part of it for the years of the budget."""
    state = contributions(dossier)
    return bool(dossier.region.subsidy_max and state and state.shares[1].percent is None)


def over_subsidy(dossier: Dossier) -> int | None:
    """By how much the subsidiable costs exceed the subsidy and what is promised in money; None when they don't.

    Hours, material and rooms pay no bills. The whole subsidy is the limit while that for the budget's years is unknown.
    """
    years = _counted_years(dossier)
    limit = (_subsidy(dossier, years)[0] if years else 0) or dossier.region.subsidy_max
    if not limit or limit < 0:
        return None
    promised = sum(
        line.total or 0
        for line in dossier.of(Cofinancing).values()
        if line.year in years and line.form is CofinancingForm.GELD and counts(dossier, line)
    )
    over = counted_costs(dossier) - limit - promised
    return over if over > 0 else None


# In words.


def lacking(line: BudgetLine | Cofinancing) -> list[str]:
    """The fields that a line needs for its amount and does not have, in the order of the form."""
    price = "price" if isinstance(line, BudgetLine) else "rate"
    empty = {"quantity": line.quantity is None, "unit": not line.unit, price: getattr(line, price) is None}
    return [name for name, missing in empty.items() if missing]


def gap(line: BudgetLine | Cofinancing) -> Ref:
    """The first field that a line without an amount lacks."""
    return ref_of(line, lacking(line)[0])


def lacking_words(fields: Iterable[str], *, article: bool = False, each: bool = True) -> str:
    """`aantal en prijs`, or `het aantal en de prijs`; with `of` when not each line lacks all of them."""
    words = [_NEEDED[name][article] for name in fields]
    return enumerate_words(words) if each or len(words) < 2 else f"{', '.join(words[:-1])} of {words[-1]}"


def all_lack_the_same(lines: Iterable[BudgetLine | Cofinancing]) -> bool:
    """Whether each of these lines lacks the same fields."""
    return len({tuple(lacking(line)) for line in lines}) < 2


def theme_name(dossier: Dossier, theme: int | None) -> str:
    """The caption of a theme, or the word for the whole."""
    return WHOLE_PROJECT if theme is None else dossier.caption(Ref("themes", theme))


def party_name(dossier: Dossier, party: int | None) -> str:
    """The name of a party."""
    return NO_PARTY if party is None else dossier.of(Party)[party].name


def shown_years(years: Sequence[int]) -> str:
    """`2027`, `2027-2028`, `2025 en 2027`."""
    whole = all(after == before + 1 for before, after in pairwise(years))
    return f"{years[0]}-{years[-1]}" if whole and len(years) > 1 else enumerate_words([str(year) for year in years])


def shown_percent(share: Share) -> str:
    """`12,5%`, with more decimals where one would hide that it is below the minimum; `–` when it is unknown."""
    if share.percent is None:
        return "–"
    if share.short and rounded(share.percent, 1) >= share.minimum:
        return f"{number(share.percent.quantize(Decimal('0.01'), ROUND_FLOOR), 2)}%"
    return f"{number(share.percent, 1)}%"


def shown_minimum(state: Contributions) -> str:
    """`10%`, `7,5%`."""
    return f"{number(state.minimum)}%"


def in_words(state: Contributions) -> list[str]:
    """What counts, how much that is of both bases, and what does not count; one sentence each."""
    told = [f"{amount(state.counted)} telt mee: toegezegd, getekend of gerealiseerd in {shown_years(state.years)}."]
    for share in state.shares:
        if not share.why_not:
            missing = f"; er ontbreekt {amount(share.short)}" if share.short else ""
            told.append(f"{shown_percent(share)} van de {share.name} ({amount(share.amount)}){missing}.")
    return [*told, f"Het minimum is {shown_minimum(state)}.", *remarks(state)]


def remarks(state: Contributions) -> list[str]:
    """What does not count, and which share can't be worked out."""
    told = []
    if state.intended:
        told.append(f"{amount(state.intended)} is alleen beoogd en telt niet mee.")
    if state.stopped:
        told.append(f"{amount(state.stopped)} is van wie gestopt is, nog niet gerealiseerd, en telt niet mee.")
    not_in_years = f"hoort niet bij {shown_years(state.years)} en telt niet mee."
    if state.elsewhere:
        told.append(f"{amount(state.elsewhere)} aan bijdragen {not_in_years}")
    if state.uncounted:
        told.append(f"{amount(state.uncounted)} aan subsidiabele kosten {not_in_years}")
    told += [
        f"Deel van de {share.name}: niet te berekenen, want {share.why_not}." for share in state.shares if share.why_not
    ]
    return told
