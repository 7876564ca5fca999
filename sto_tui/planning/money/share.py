"""What companies contribute, against the minimum."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sto_tui.content.library import minimum_cofinancing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, enumerate_words, number, rounded
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.frozen import frozen
from sto_tui.planning.money.fulfilment import fulfilment_by_contribution
from sto_tui.planning.money.subsidy import most_subsidy, subsidy_for
from sto_tui.planning.money.what_counts import MoneyBase, Standing, money_base, sum_of
from sto_tui.planning.money.words import BESIDE_BUDGET, shown_years

_OTHER = PartyKind.OVERIG


@frozen
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


@frozen
class Apart:
    """What of the contributions that count is of a kind of party, and the shares without it and what is told before."""

    amount: int
    whose: str
    shares: tuple[Share, Share]


@frozen
class Contributions:
    """What companies contribute in the years of the plan, and how much that is of both bases.

    `counted` leaves out what is only intended, and what a party that stopped promised, as far as it was not given
    (`stopped`);
    `apart` is what of it is not of companies, or of parties of which nobody said whether they are;
    `elsewhere` is what is contributed outside the plan's years, and `uncounted` the subsidiable costs there.
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
    apart: tuple[Apart, ...]

    @property
    def too_low(self) -> list[Share]:
        """The shares below the minimum."""
        return [share for share in self.shares if share.short > 0]


def contributions(dossier: Dossier) -> Contributions | None:
    """What companies contribute; None while no line of the plan's years has an amount in budget or cofinancing."""
    base = money_base(dossier)
    if not base.years:
        return None
    intended, stopped = base.by_standing[Standing.INTENDED], base.by_standing[Standing.WITHDRAWN]
    given_of_hoped, hoped = _given(dossier, intended)
    given_of_withdrawn, withdrawn = _given(dossier, stopped)
    counted = sum_of(base.counted) + given_of_hoped + given_of_withdrawn
    minimum = minimum_of(dossier, base)
    return Contributions(
        years=base.years,
        minimum=minimum,
        counted=counted,
        intended=hoped,
        stopped=withdrawn,
        elsewhere=sum_of(base.by_standing[Standing.OUTSIDE_PLAN]),
        uncounted=sum_of(base.costs_outside),
        shares=_shares(dossier, base, counted, minimum),
        apart=tuple(_apart(dossier, base, counted, minimum)),
    )


def _shares(dossier: Dossier, base: MoneyBase, counted: int, minimum: Decimal) -> tuple[Share, Share]:
    return share_of_budget(base, counted, minimum), share_of_subsidy(dossier, base.years, counted, minimum)


def _apart(dossier: Dossier, base: MoneyBase, counted: int, minimum: Decimal) -> Iterator[Apart]:
    """A stichting or club may have economic activity, which makes it a company too. Source: domain.md §1.2."""
    lines = of_no_company(dossier, base.counted)
    hoped = of_no_company(dossier, [*base.by_standing[Standing.INTENDED], *base.by_standing[Standing.WITHDRAWN]])
    for is_other, whose in ((False, "van scholen en overheden"), (True, f"van partijen van de soort {_OTHER.label}")):
        those = [
            [line for line in every if (_kind_of(dossier, line) is _OTHER) == is_other] for every in (lines, hoped)
        ]
        given, _ = _given(dossier, those[1])
        if part := sum_of(those[0]) + given:
            counted -= part
            yield Apart(part, whose, _shares(dossier, base, counted, minimum))


def of_no_company(dossier: Dossier, lines: Iterable[Cofinancing]) -> list[Cofinancing]:
    """Those of a party that is no company. Source: domain.md §1.5, by whom."""
    return [line for line in lines if (kind := _kind_of(dossier, line)) and not kind.is_company]


def _kind_of(dossier: Dossier, line: Cofinancing) -> PartyKind | None:
    party = dossier.of(Party).get(line.party or 0)
    return party.kind if party else None


def _given(dossier: Dossier, lines: Iterable[Cofinancing]) -> tuple[int, int]:
    """Of contributions that do not count as a whole: what was given all the same, and what was not."""
    per_contribution = fulfilment_by_contribution(dossier).of
    fulfilments = [per_contribution[line.id] for line in lines]
    return sum(each.realised for each in fulfilments), sum(max(0, each.to_go) for each in fulfilments)


def minimum_of(dossier: Dossier, base: MoneyBase) -> Decimal:
    """The minimum in percent: what the region typed, else that of the regulation for the first year with an amount."""
    typed = dossier.region.minimum_cofinancing
    return Decimal(repr(minimum_cofinancing(base.years[0]) if typed is None else typed))


def share_of_budget(base: MoneyBase, counted: int, minimum: Decimal) -> Share:
    """The subsidiable costs and the contributions together are the whole of which a part is contributed."""
    name = "subsidiabele begroting met cofinanciering"
    if not base.costs:
        return Share(name, minimum, why_not="de begroting heeft nog geen subsidiabele bedragen")
    costs = sum_of(base.costs)
    if costs <= 0:
        return Share(name, minimum, why_not="de subsidiabele kosten zijn samen niet hoger dan nul")
    return _share(name, costs + counted, counted, minimum, costs * minimum / (100 - minimum))


def share_of_subsidy(dossier: Dossier, years: Sequence[int], counted: int, minimum: Decimal) -> Share:
    """The contributions as a part of the subsidy for these years."""
    subsidy = subsidy_for(dossier, years)
    name = f"subsidie {subsidy.years}".strip()
    if subsidy.why_not:
        return Share(name, minimum, why_not=subsidy.why_not)
    return _share(name, subsidy.cents, counted, minimum, subsidy.cents * minimum / 100)


def _share(name: str, whole: int, counted: int, minimum: Decimal, needed: Decimal) -> Share:
    if counted < 0:
        return Share(name, minimum, why_not="de bijdragen zijn samen lager dan nul")
    short = int(needed.to_integral_value(ROUND_CEILING)) - counted
    return Share(name, minimum, whole, Decimal(100 * counted) / whole, max(0, short))


def lacks_subsidy_of_years(dossier: Dossier) -> bool:
    """Whether the maximal subsidy is known, but not the part of it for the years of the budget."""
    base = money_base(dossier)
    return bool(most_subsidy(dossier) and base.years and subsidy_for(dossier, base.years).why_not)


# In words.


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
    """What counts, how much that is of both bases or why that is not known, and the minimum; one sentence each."""
    sentences = [
        f"{amount(state.counted)} telt mee: toegezegd, getekend of gerealiseerd in {shown_years(state.years)}."
    ]
    for share in state.shares:
        if not share.why_not:
            missing = f"; er ontbreekt {amount(share.short)}" if share.short else ""
            sentences.append(f"{shown_percent(share)} van de {share.name} ({amount(share.amount)}){missing}.")
    return [*sentences, f"Het minimum is {shown_minimum(state)}.", *unknown_shares(state.shares)]


def unknown_shares(shares: Iterable[Share]) -> list[str]:
    """Which share can't be worked out, and why."""
    return [f"Deel van de {share.name}: niet te berekenen, want {share.why_not}." for share in shares if share.why_not]


def remarks(state: Contributions) -> list[str]:
    """That contributions stand beside the budget, and what does not count."""
    sentences = [BESIDE_BUDGET]
    for place, apart in enumerate(state.apart):
        without = [f"{shown_percent(share)} van de {share.name}" for share in apart.shares if share.percent is not None]
        left = f" Zonder {'beide' if place else 'dat'} is het {enumerate_words(without)}." if without else ""
        sentences.append(f"{amount(apart.amount)} van wat meetelt is {apart.whose}.{left}")
    if state.intended:
        sentences.append(f"{amount(state.intended)} is alleen beoogd en telt niet mee.")
    if state.stopped:
        sentences.append(f"{amount(state.stopped)} is van wie gestopt is, nog niet gerealiseerd, en telt niet mee.")
    outside = "hoort bij jaren buiten de planperiode en telt niet mee."
    if state.elsewhere:
        sentences.append(f"{amount(state.elsewhere)} aan bijdragen {outside}")
    if state.uncounted:
        sentences.append(f"{amount(state.uncounted)} aan subsidiabele kosten {outside}")
    return sentences
