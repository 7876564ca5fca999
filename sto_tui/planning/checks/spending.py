"""Spending and what was realised: too much, too little, and what does not agree with the budget."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Equipment, Payment, Realised
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.text import plain
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import there
from sto_tui.planning.checks.finding import MET, Certainty, Found, Level, Points, check, check_report, missing
from sto_tui.planning.money.booked_until import (
    ahead_of_year,
    booked_until,
    only_by_status,
    payments_after,
    realised_after,
)
from sto_tui.planning.money.booking import line_of, trouble_with
from sto_tui.planning.money.booking_words import told_later
from sto_tui.planning.money.depreciation import lines_by_equipment, mismatches
from sto_tui.planning.money.forecast import forecast
from sto_tui.planning.money.fulfilment import fulfilment_by_contribution, fulfilment_by_party
from sto_tui.planning.money.realised import realised_share
from sto_tui.planning.money.share import shown_percent
from sto_tui.planning.money.spending import balances_by_line, balances_by_year
from sto_tui.planning.money.what_counts import outside_plan
from sto_tui.planning.paper_outline import MONEY
from sto_tui.planning.plan_status import granted_word
from sto_tui.planning.progress.period_report import Reported

# More than so many are one mistake, such as a sheet that was taken in on other lines.
MOST_APART = 5
# What of a year or of the period may be left without a word about it, in percent.
LEFT_UNSAID = 10


@check(Level.WAARSCHUWING, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def overspent_line(dossier: Dossier, today: date) -> Points:
    """Budget lines on which more was spent than granted; many of them are one finding.

    Source: activiteitenplan Almere, paragraaf 7, risico 4, op tijd ingrijpen; controleer of schuiven mag.
    """
    balances = balances_by_line(booked_until(dossier, today)).of
    over = [line for line in dossier.of(BudgetLine).values() if balances[line.id].left < 0]
    if len(over) > MOST_APART:
        how_many = dutch.count(len(over), "begrotingsregel", "begrotingsregels")
        together = dutch.amount(-sum(balances[line.id].left for line in over))
        yield Found(
            ref_of(over[0]),
            f"Op {how_many} is meer uitgegeven dan {granted_word(dossier)}, samen {together}, zoals "
            f"{_named(dossier, over[0])}. Controleer de uitgaven, of schuif met geld van een andere regel.",
        )
        return
    for line in over:
        yield Found(
            ref_of(line),
            f"Op begrotingsregel {_named(dossier, line)} is {dutch.amount(-balances[line.id].left)} meer "
            f"uitgegeven dan {granted_word(dossier)}. Controleer de uitgaven, of schuif met geld van een andere regel.",
        )


@check(Level.WAARSCHUWING, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def underspent_year(dossier: Dossier, today: date) -> Points:
    """A year of the plan that is over, of which more than a tenth was not spent; only once anything was written down.

    Source: STO-site, vragen over plannen: wat niet is besteed wordt teruggevorderd; controleer of het mag schuiven.
    """
    for year, balance in balances_by_year(booked_until(dossier, today)).of.items() if dossier.of(Payment) else ():
        is_over = year < today.year and not outside_plan(dossier, year)
        if is_over and _is_much(balance.left, balance.granted):
            yield Found(
                list_of("payments"),
                f"Van {year} is {dutch.amount(balance.left)} niet uitgegeven, "
                f"{_percent(balance.left, balance.granted)} van wat was {granted_word(dossier)}. "
                f"{_what_of_the_rest(dossier, today)}",
            )


def _what_of_the_rest(dossier: Dossier, today: date) -> str:
    """Money moves to a year that is not over yet; after the last one of the plan it is given back."""
    plan = dossier.current_period
    if plan and today.year > plan.end.year:
        return "Boek wat nog ontbreekt: wat dan over is, wordt teruggevorderd."
    return "Boek wat nog ontbreekt, of verplaats het geld naar een later jaar."


@check(Level.WAARSCHUWING, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def forecast_over(dossier: Dossier, today: date) -> Points:
    """More will be spent than was granted, as it goes now.

    Source: activiteitenplan Almere, paragraaf 7, risico 4; de prognose trekt het tempo tot nu toe door.
    """
    expected = forecast(dossier, today)
    if expected and expected.left < 0:
        yield Found(
            list_of("payments"),
            f"Gaat het zo door, dan wordt {dutch.amount(-expected.left)} meer uitgegeven dan {granted_word(dossier)}. "
            "Bekijk de prognose bij 7 Voortgang, Geld, en stuur bij.",
        )


@check(Level.TIP, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def forecast_under(dossier: Dossier, today: date) -> Points:
    """More than a tenth will be left, as it goes now.

    Source: STO-site, vragen over plannen: wat niet is besteed wordt teruggevorderd; de prognose trekt het tempo door.
    """
    expected = forecast(dossier, today)
    if expected and _is_much(expected.left, expected.granted):
        yield Found(
            list_of("payments"),
            f"Gaat het zo door, dan blijft {dutch.amount(expected.left)} over, "
            f"{_percent(expected.left, expected.granted)} van wat is {granted_word(dossier)}. Boek wat nog "
            "ontbreekt, of stuur bij.",
        )


@check(Level.WAARSCHUWING, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def booked_wrong(dossier: Dossier, today: date) -> Points:
    """What was spent or realised on a day outside the period of its line, or below zero without a note.

    Source: STO-site, vragen over plannen: de datum van de factuur bepaalt het jaar.
    """
    bookings: list[Payment | Realised] = [*dossier.of(Payment).values(), *dossier.of(Realised).values()]
    for booking in bookings:
        if trouble := trouble_with(booking, dossier.get(line_of(booking)), dossier):
            yield Found(ref_of(booking, trouble.field), trouble.sentence)


@check(Level.TIP, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def booked_twice(dossier: Dossier, today: date) -> Points:
    """What was spent or realised twice on one line and day, of the same amount, as far as nothing tells them apart.

    Source: STO-site, vragen over voortgangsrapportage: de eindrapportage verantwoordt elke uitgave.
    """
    for bookings in (list(dossier.of(Payment).values()), list(dossier.of(Realised).values())):
        for alike in _alike(bookings):
            about = alike[-1]
            word = "uitgave" if isinstance(about, Payment) else "bijdrage"
            proof = "bron" if isinstance(about, Payment) else "bewijs"
            name = dossier.caption(line_of(about))
            yield Found(
                ref_of(about),
                f"Op ‘{name}’ staat {dutch.amount(about.amount)} van "
                f"{dutch.short_date(about.date)} {len(alike)} keer. Verwijder wat dubbel is, "
                f"of geef elke {word} een eigen {proof}.",
            )


def _alike(bookings: Sequence[Payment | Realised]) -> Iterator[list[Payment | Realised]]:
    """Bookings of one line, day and amount, when they do not each have a source of their own."""
    groups: dict[tuple[Ref, date, int], list[Payment | Realised]] = defaultdict(list)
    for booking in bookings:
        groups[line_of(booking), booking.date, booking.amount].append(booking)
    for group in groups.values():
        sources = {plain(booking.source if isinstance(booking, Payment) else booking.evidence) for booking in group}
        if len(group) > 1 and (len(sources) < len(group) or "" in sources):
            yield group


@check(Level.TIP, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def realised_over(dossier: Dossier, today: date) -> Points:
    """Contributions of which more was realised than stands in the plan; many of them are one finding.

    Source: STO-site, vragen over cofinanciering: de waarde is aan te tonen; controleer of het bedrag klopt.
    """
    fulfilments = fulfilment_by_contribution(booked_until(dossier, today)).of
    lines = [line for line in dossier.of(Cofinancing).values() if fulfilments[line.id].planned]
    over = sorted(
        (line for line in lines if fulfilments[line.id].to_go < 0), key=lambda line: fulfilments[line.id].to_go
    )
    is_many = len(over) > MOST_APART
    many = (
        f"Bij {dutch.count(len(over), 'bijdrage', 'bijdragen')} kwam meer dan in het plan staat, het meest bij deze. "
    )
    for line in over[:1] if is_many else over:
        given = fulfilments[line.id]
        yield Found(
            ref_of(line),
            f"{many if is_many else ''}Van bijdrage {_named(dossier, line)} is {dutch.amount(given.realised)} "
            f"gerealiseerd; in het plan staat {dutch.amount(given.planned)}. Controleer de bedragen.",
        )


@check(Level.TIP, Place.VOORTGANG, MONEY)
def booked_ahead(dossier: Dossier, today: date) -> Points:
    """Payments and contributions of days that are still to come, which count nowhere yet.

    Source: STO-site, vragen over plannen: de datum van de factuur bepaalt het jaar.
    """
    for bookings in (payments_after(dossier, today), realised_after(dossier, today)):
        for sentence in told_later(bookings, today):
            yield Found(ref_of(bookings[0], "date"), f"{sentence} Controleer de datum.")


@check(Level.TIP, Place.PLAN, Chapter.BEGROTING)
def number_on_more_lines(dossier: Dossier, today: date) -> Points:
    """A number that two lines of one year have, so that a sheet cannot say which is meant.

    Source: activiteitenplan Almere, paragraaf 8.1, een begroting per thema en per jaar.
    """
    seen: dict[tuple[str, int], BudgetLine] = {}
    for line in dossier.of(BudgetLine).values():
        key = plain(line.number), line.year
        if line.number and key in seen:
            yield Found(
                ref_of(line, "number"),
                f"Regelnummer {line.number} staat in {line.year} op meer begrotingsregels, ook op ‘{seen[key].title}’. "
                "Geef elke regel een eigen nummer.",
            )
        seen.setdefault(key, line)


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.BEGROTING, Certainty.TE_CONTROLEREN)
def depreciation_differs(dossier: Dossier, today: date) -> Points:
    """A year in which the budget has another amount for equipment than is written off.

    Source: regel van 2020-2023, alleen de afschrijving over de economische levensduur; controleer of die nog geldt.
    """
    for misfit in mismatches(dossier):
        budgeted = dutch.amount(misfit.budgeted)
        yield Found(
            ref_of(misfit.line, "price") if misfit.line else ref_of(misfit.equipment),
            f"Voor {misfit.equipment.title} is in {misfit.year} {budgeted} begroot, en de afschrijving is "
            f"{dutch.amount(misfit.written_off)}. Verbeter het bedrag van de begrotingsregel of het apparaat.",
        )


@check(Level.TIP, Place.PLAN, Chapter.BEGROTING)
def equipment_without_line(dossier: Dossier, today: date) -> Points:
    """Equipment that no line of the budget names.

    Source: activiteitenplan Almere, paragraaf 8.2, kosten voor machines en apparatuur staan in de begroting.
    """
    named = lines_by_equipment(dossier)
    for equipment in dossier.of(Equipment).values():
        if equipment.id not in named:
            yield Found(
                ref_of(equipment),
                f"Geen begrotingsregel gaat over {equipment.title}. "
                "Kies dit apparaat bij de regels voor de afschrijving ervan.",
            )


@check(Level.WAARSCHUWING, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def realised_below_minimum(dossier: Dossier, today: date) -> Points:
    """What was realised stays below the minimum: once the period is over, or more than half of it.

    Source: DUS-I; het minimum wordt aan het eind gemeten, over welk bedrag is te controleren in de regeling.
    """
    plan, state = dossier.current_period, realised_share(booked_until(dossier, today))
    if plan is None or state is None or not state.too_low or not dossier.of(Cofinancing):
        return
    if 2 * (today - plan.start) <= plan.end - plan.start:
        return
    parts = [
        f"{shown_percent(share)} van de {share.name} ({dutch.amount(share.short)} te weinig)" for share in state.too_low
    ]
    so_far = "aan het eind van" if today > plan.end else "voorbij de helft van"
    yield Found(
        list_of("realised"),
        f"Er is {so_far} {plan.label} {dutch.amount(state.realised)} aan cofinanciering gerealiseerd: "
        f"{dutch.enumerate_words(parts)}. Het minimum is {dutch.number(state.minimum)}%. Vraag partijen om bewijs.",
    )


@check(Level.WAARSCHUWING, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def status_and_amount_differ(dossier: Dossier, today: date) -> Points:
    """A contribution that is said to be realised, while its lines come to less.

    Source: STO-site, vragen over voortgangsrapportage: de eindrapportage verantwoordt de cofinanciering.
    """
    fulfilments = fulfilment_by_contribution(booked_until(dossier, today)).of
    by_status = {contribution.id for contribution in only_by_status(dossier)}
    for contribution in dossier.of(Cofinancing).values():
        fulfilment = fulfilments[contribution.id]
        is_booked = contribution.status is CofinancingStatus.GEREALISEERD and contribution.id not in by_status
        if is_booked and fulfilment.to_go > 0:
            yield Found(
                ref_of(contribution, "status"),
                f"Bijdrage {_named(dossier, contribution)} staat op gerealiseerd, maar er is "
                f"{dutch.amount(fulfilment.realised)} van {dutch.amount(fulfilment.planned)} vastgelegd. "
                "Leg de rest vast bij 7 Voortgang, Gerealiseerd, of verbeter de status.",
            )


@check(Level.WAARSCHUWING, Place.VOORTGANG, MONEY)
def realised_before_its_year(dossier: Dossier, today: date) -> Points:
    """A contribution that is said to be realised without a day, of a year that is still to begin; not counted yet.

    Source: STO-site, vragen over voortgangsrapportage: de eindrapportage verantwoordt de cofinanciering.
    """
    for line in ahead_of_year(dossier, today):
        yield Found(
            ref_of(line, "status"),
            f"Bijdrage {_named(dossier, line)} is van {line.year} en staat zonder dag op gerealiseerd; tot dat jaar "
            "begint telt zij als getekend. Leg vast wat er al kwam, met de dag, bij 7 Voortgang, Gerealiseerd, of "
            "verbeter de status of het jaar.",
        )


@check(Level.TIP, Place.VOORTGANG, MONEY)
def realised_without_day(dossier: Dossier, today: date) -> Points:
    """Contributions that count as realised by their status alone; counted in one finding.

    Source: STO-site, vragen over voortgangsrapportage: de eindrapportage verantwoordt de cofinanciering.
    """
    lines = [line for line in only_by_status(dossier) if line.year <= today.year]
    if lines:
        stand = dutch.count(len(lines), "bijdrage staat", "bijdragen staan")
        yield Found(
            ref_of(lines[0], "status"),
            f"{stand} op gerealiseerd zonder dag. Leg bij 7 Voortgang, Gerealiseerd, vast wat er kwam en wanneer. "
            f"Begin bij {_named(dossier, lines[0])}.",
        )


@check(Level.TIP, Place.VOORTGANG, MONEY, Certainty.TE_CONTROLEREN)
def realised_without_evidence(dossier: Dossier, today: date) -> Points:
    """Realised contributions of which nothing proves that they were; counted in one finding. Of later days none is yet.

    Source: STO-site, vragen over cofinanciering: de waarde is aan te tonen; controleer wat de accountant vraagt.
    """
    until_today = booked_until(dossier, today).of(Realised).values()
    bare = [realised for realised in until_today if not realised.evidence.strip()]
    if bare:
        have = dutch.count(len(bare), "gerealiseerde bijdrage heeft", "gerealiseerde bijdragen hebben")
        name = dossier.caption(Ref("cofinancing", bare[-1].contribution))
        yield Found(ref_of(bare[-1], "evidence"), f"{have} geen bewijs. Begin bij ‘{name}’.")


@check_report(Place.VOORTGANG, MONEY)
def no_spending_to_report_on(reported: Reported) -> Points:
    """A report about a budget of which nobody wrote down what was spent.

    Who did write something down of later days, has spent nothing until then.
    Source: activiteitenplan Almere, paragraaf 6, tussen- en eindrapportage met een financiële verantwoording.
    """
    standing = reported.standing
    if standing.dossier.of(BudgetLine):
        is_known = "payments" in standing.booked
        yield MET if is_known else there(standing.dossier, "payments", "wat er is uitgegeven")


@check_report(Place.VOORTGANG, MONEY)
def nothing_realised_to_report_on(reported: Reported) -> Points:
    """A report about contributions of which nobody wrote down what was realised.

    Source: activiteitenplan Almere, paragraaf 6, tussen- en eindrapportage met een financiële verantwoording.
    """
    dossier = reported.standing.dossier
    if dossier.of(Cofinancing):
        is_known = bool(dossier.of(Realised)) or "realised" in reported.standing.booked
        is_told = is_known or fulfilment_by_party(dossier).whole.realised
        yield MET if is_told else missing(list_of("realised"), "wat er van de cofinanciering is gerealiseerd")


def _is_much(left: int, granted: int) -> bool:
    return 100 * left > LEFT_UNSAID * granted > 0


def _percent(part: int, whole: int) -> str:
    return f"{dutch.number(Decimal(100 * part) / whole, 1)}%"


def _named(dossier: Dossier, record: Record) -> str:
    return f"‘{dossier.caption(ref_of(record))}’"
