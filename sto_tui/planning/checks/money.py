"""Budget and cofinancing: amounts, explanations, what the subsidy can carry, and the minimum of companies."""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import filled, there
from sto_tui.planning.checks.finding import MET, Certainty, Found, Level, Points, check, missing
from sto_tui.planning.money.booked_until import booked_until
from sto_tui.planning.money.booking import below_zero
from sto_tui.planning.money.share import (
    Contributions,
    contributions,
    lacks_subsidy_of_years,
    of_no_company,
    shown_minimum,
    shown_percent,
)
from sto_tui.planning.money.subsidy import field_of_subsidy, over_subsidy
from sto_tui.planning.money.what_counts import Standing, money_base, outside_plan, party_of, priced, sum_of, unpriced
from sto_tui.planning.money.words import BESIDE_BUDGET, all_lack_the_same, gap, lacking, lacking_words, shown_years
from sto_tui.planning.plan_status import plan_is_over

# More than so many are one mistake, such as the lines of an earlier plan.
MOST_APART = 5


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING)
def budget_without_amounts(dossier: Dossier, today: date) -> Points:
    """A budget in which no line has an amount yet.

    Source: formats voor de begroting, elke post is prijs maal aantal.
    """
    lines = list(dossier.of(BudgetLine).values())
    if lines and not priced(lines):
        how_many = dutch.count(len(lines), "regel", "regels")
        yield Found(gap(lines[0]), f"De begroting heeft nog geen enkel bedrag ({how_many}). {_fill_in(lines)}")


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING)
def budget_line_without_amount(dossier: Dossier, today: date) -> Points:
    """A line without quantity or price, in a budget that has amounts.

    Source: formats voor de begroting, elke post is prijs maal aantal.
    """
    lines = list(dossier.of(BudgetLine).values())
    for line in unpriced(lines) if priced(lines) else ():
        yield Found(
            gap(line),
            f"Begrotingsregel ‘{line.title}’ ({line.year}) heeft geen bedrag. {_fill_in([line])}",
        )


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING, Certainty.TE_CONTROLEREN)
def budget_outside_period(dossier: Dossier, today: date) -> Points:
    """Budget lines of a year that is none of the plan's; many of them are one finding.

    Source: Tips en tools, paragraaf 6, een begroting per planperiode; controleer welke jaren erin horen.
    """
    yield from _outside_period(dossier, list(dossier.of(BudgetLine).values()), ("Begrotingsregel", "begrotingsregels"))


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING, Certainty.TE_CONTROLEREN)
def cofinancing_outside_period(dossier: Dossier, today: date) -> Points:
    """Contributions in a year that is none of the plan's; many of them are one finding.

    Source: DUS-I, het minimum gaat over de totale meerjarenbegroting; controleer welke jaren erin horen.
    """
    yield from _outside_period(dossier, list(dossier.of(Cofinancing).values()), ("Bijdrage", "bijdragen"))


def _outside_period(dossier: Dossier, lines: Sequence[BudgetLine | Cofinancing], words: tuple[str, str]) -> Points:
    lines_outside = [(line, where) for line in lines if (where := outside_plan(dossier, line.year))]
    if len(lines_outside) > MOST_APART:
        first, where = lines_outside[0]
        yield Found(
            ref_of(first, "year"),
            f"{len(lines_outside)} {words[1]} horen bij een jaar {where}, zoals {_name(dossier, first)}. Verbeter de "
            "jaren, of controleer of deze regels in dit plan horen.",
        )
        return
    for line, where in lines_outside:
        yield Found(
            ref_of(line, "year"),
            f"{words[0]} {_name(dossier, line)} hoort bij een jaar {where}. Verbeter het jaar, of controleer of deze "
            "regel in dit plan hoort.",
        )


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING)
def cofinancing_without_amounts(dossier: Dossier, today: date) -> Points:
    """Contributions of which none has an amount yet.

    Source: formats voor de begroting, elke bijdrage is aantal maal tarief.
    """
    lines = list(dossier.of(Cofinancing).values())
    if lines and not priced(lines):
        how_many = dutch.count(len(lines), "bijdrage", "bijdragen")
        yield Found(gap(lines[0]), f"De cofinanciering heeft nog geen enkel bedrag ({how_many}). {_fill_in(lines)}")


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING)
def cofinancing_without_amount(dossier: Dossier, today: date) -> Points:
    """A contribution without quantity or rate, among others that have an amount.

    Source: formats voor de begroting, elke bijdrage is aantal maal tarief.
    """
    lines = list(dossier.of(Cofinancing).values())
    for line in unpriced(lines) if priced(lines) else ():
        yield Found(gap(line), f"Bijdrage {_name(dossier, line)} heeft geen bedrag. {_fill_in([line])}")


@check(Level.TIP, Place.PLAN, Chapter.BEGROTING)
def amounts_without_unit(dossier: Dossier, today: date) -> Points:
    """Amounts of which nobody can see what was counted; in one finding.

    Source: formats voor de begroting, elke post is prijs maal aantal.
    """
    lines: list[BudgetLine | Cofinancing] = [*dossier.of(BudgetLine).values(), *dossier.of(Cofinancing).values()]
    bare = [line for line in priced(lines) if not line.unit]
    if bare:
        have = f"{dutch.count(len(bare), 'bedrag heeft', 'bedragen hebben')} geen eenheid"
        yield Found(
            ref_of(bare[0], "unit"),
            f"{have}: uur, dag, stuk. Begin bij {_name(dossier, bare[0])}.",
        )


def _fill_in(lines: Sequence[BudgetLine | Cofinancing]) -> str:
    """What to do about lines without an amount: everything that one of them lacks."""
    fields = {field: None for line in lines for field in lacking(line)}
    each = "Vul" if len(lines) == 1 else "Vul per regel"
    return f"{each} {lacking_words(fields, article=True, each=all_lack_the_same(lines))} in."


def _name(dossier: Dossier, line: BudgetLine | Cofinancing) -> str:
    if line.title or isinstance(line, BudgetLine):
        return f"‘{line.title}’ ({line.year})"
    party = party_of(dossier, line)
    return f"‘{dossier.of(Party)[party].name if party else line.form.label}’ ({line.year})"


@check(Level.TIP, Place.PLAN, Chapter.BEGROTING)
def budget_lines_without_note(dossier: Dossier, today: date) -> Points:
    """Lines that do not say what the money is for; counted in one finding.

    Source: formats voor de begroting, elke post heeft een toelichting.
    """
    bare = [line for line in dossier.of(BudgetLine).values() if not line.note]
    if bare:
        have = f"{dutch.count(len(bare), 'begrotingsregel heeft', 'begrotingsregels hebben')} geen toelichting"
        yield Found(ref_of(bare[0], "note"), f"{have}. Begin bij ‘{bare[0].title}’ ({bare[0].year}).")


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING, Certainty.TE_CONTROLEREN)
def budget_over_subsidy(dossier: Dossier, today: date) -> Points:
    """Subsidiable costs above the subsidy for their years.

    Source: regeling 2025-2028, bijlage 3, maximale subsidie per regio; controleer of een bijdrage in geld eraf mag.
    """
    over = over_subsidy(dossier)
    if over:
        yield Found(
            field_of_subsidy(dossier),
            f"De subsidiabele kosten in {shown_years(over.years)} zijn {dutch.amount(over.costs)}: "
            f"{dutch.amount(over.cents)} meer dan de {over.subsidy_name} ({dutch.amount(over.subsidy)}). "
            f"{BESIDE_BUDGET} Verlaag kosten, of zet wat een partij betaalt alleen bij de cofinanciering.",
        )


_BOOK_WHAT_CAME = "De planperiode is voorbij: leg vast wat er is gerealiseerd, met bewijs."
"""What is left to do when nobody can promise anything any more."""


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING, Certainty.TE_CONTROLEREN)
def cofinancing_below_minimum(dossier: Dossier, today: date) -> Points:
    """Contributions that stay below the minimum, of the subsidiable budget or of the subsidy.

    Source: DUS-I; over welk bedrag het minimum gaat, is te controleren in de regeling.
    """
    state = contributions(booked_until(dossier, today))
    if state is None or not state.too_low:
        return
    parts = [
        f"{shown_percent(share)} van de {share.name} ({dutch.amount(share.short)} te weinig)" for share in state.too_low
    ]
    hoped = money_base(dossier).by_standing[Standing.INTENDED]
    advice = _BOOK_WHAT_CAME if plan_is_over(dossier, today) else "Vraag partijen om toezeggingen."
    where = ref_of(hoped[0], "status") if hoped else ref_of(dossier.region, "minimum_cofinancing")
    yield Found(
        where,
        f"De cofinanciering is, {_left_out(state)}, {dutch.enumerate_words(parts)}. Het minimum is "
        f"{shown_minimum(state)}. {advice}",
    )


def _left_out(state: Contributions) -> str:
    """What of the contributions does not count."""
    stopped = f" en zonder {dutch.amount(state.stopped)} van wie gestopt is" if state.stopped else ""
    return f"zonder wat alleen beoogd is{stopped}"


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING)
def money_below_zero(dossier: Dossier, today: date) -> Points:
    """An amount or number below zero that cannot be, and a line of the budget that is taken off the costs.

    Source: activiteitenplan Almere, paragraaf 8, begroting en cofinanciering als aantal keer prijs.
    """
    lines = [*dossier.of(BudgetLine).values(), *dossier.of(Cofinancing).values()]
    for record in (dossier.region, *dossier.of(PlanPeriod).values(), *lines):
        troubles = list(below_zero(record))
        for trouble in troubles:
            yield Found(ref_of(record, trouble.field), f"Bij ‘{dossier.caption(ref_of(record))}’: {trouble.sentence}")
        if isinstance(record, BudgetLine) and not troubles and (record.total or 0) < 0:
            yield Found(
                ref_of(record, "quantity" if (record.quantity or 0) < 0 else "price"),
                f"Begrotingsregel ‘{dossier.caption(ref_of(record))}’ is onder nul ({dutch.amount(record.total or 0)}) "
                "en gaat van de kosten af. Controleer of dat een aftrek is.",
            )


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING)
def cofinancing_only_intended(dossier: Dossier, today: date) -> Points:
    """Contributions of which none has been promised.

    Source: Tips en tools, paragraaf 7, samenwerking met bedrijven.
    """
    lines = list(dossier.of(Cofinancing).values())
    if lines and all(line.status is CofinancingStatus.BEOOGD for line in lines):
        every = "Beide" if len(lines) == 2 else f"Alle {len(lines)}"
        which = "De enige bijdrage aan de cofinanciering is" if len(lines) == 1 else f"{every} bijdragen zijn"
        yield Found(
            ref_of(lines[0], "status"),
            f"{which} alleen beoogd. {_BOOK_WHAT_CAME}"
            if plan_is_over(dossier, today)
            else f"{which} alleen nog beoogd. Vraag de partijen om een toezegging en leg die vast.",
        )


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING, Certainty.TE_CONTROLEREN)
def cofinancing_by_others(dossier: Dossier, today: date) -> Points:
    """Contributions that count towards the minimum, of a party that is no company; one finding for each party.

    Source: regeling 2025-2028, cofinanciering door het bedrijfsleven; controleer de regeling.
    """
    lines_by_party: dict[int, list[Cofinancing]] = {}
    for line in of_no_company(dossier, money_base(dossier).counted):
        if line.party and line.total:
            lines_by_party.setdefault(line.party, []).append(line)
    for number, lines in lines_by_party.items():
        party = dossier.of(Party)[number]
        contributed = dutch.amount(sum_of(lines))
        yield Found(
            ref_of(lines[0], "party"),
            f"De bijdrage van {party.name} ({party.kind.label}) van {contributed} telt mee voor het minimum. "
            "Cofinanciering komt van het bedrijfsleven: controleer in de regeling of dit meetelt.",
        )


@check(Level.ONTBREEKT, Place.PLAN, Chapter.BEGROTING, in_paper=True)
def no_budget(dossier: Dossier, today: date) -> Points:
    """A plan without a budget, or one whose lines are not all priced.

    Source: formats voor de begroting, elke post is prijs maal aantal.
    """
    yield there(dossier, "budget", "de begroting")
    yield from _amounts(list(dossier.of(BudgetLine).values()), ("post", "posten"))


@check(Level.ONTBREEKT, Place.PLAN, Chapter.BEGROTING, in_paper=True)
def no_cofinancing(dossier: Dossier, today: date) -> Points:
    """A plan without contributions, or with contributions whose amounts are not all known.

    Source: formats voor de begroting, cofinanciering per bijdrage.
    """
    yield there(dossier, "cofinancing", "de cofinanciering")
    yield from _amounts(list(dossier.of(Cofinancing).values()), ("bijdrage", "bijdragen"))


@check(Level.ONTBREEKT, Place.OVERZICHT, Chapter.BEGROTING, in_paper=True)
def no_subsidy(dossier: Dossier, today: date) -> Points:
    """How much subsidy there is at most, and of it for the years of the budget when those are not all.

    Source: formats voor de begroting, wat de subsidie kan dragen.
    """
    ref = field_of_subsidy(dossier)
    if dossier.current_period and ref.table == "periods":
        yield filled(dossier.current_period, "subsidy", f"de subsidie voor {dossier.current_period.label}")
        return
    yield filled(dossier.region, "subsidy_max", "de maximale subsidie")
    if dossier.current_period and lacks_subsidy_of_years(dossier):
        yield filled(dossier.current_period, "subsidy", f"de subsidie voor {dossier.current_period.label}")


def _amounts(lines: Sequence[BudgetLine | Cofinancing], words: tuple[str, str]) -> Points:
    """That every line has an amount."""
    bare = unpriced(lines)
    if bare:
        lacked = dict.fromkeys(field for line in bare for field in lacking(line))
        fields = lacking_words(lacked, each=all_lack_the_same(bare))
        yield missing(gap(bare[0]), f"{fields} bij {dutch.count(len(bare), *words)}")
    elif lines:
        yield MET
