"""Milestones: order, dates, tangible results, and how they are doing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, MilestoneKind, Smart, Stoplicht
from sto_tui.domain.periods import add_months
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import filled, there
from sto_tui.planning.checks.finding import MET, Found, Level, Points, check, check_each
from sto_tui.planning.progress.stoplicht import is_overdue
from sto_tui.planning.schedule.margins import Link, cycles, is_held, links, net, ready_on, schedule, too_early
from sto_tui.planning.veri.summary import BusyQuarter, busy_quarters


def _days(how_many: int) -> str:
    return dutch.count(how_many, "dag", "dagen")


@check(Level.FOUT, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def starts_too_early(dossier: Dossier, today: date) -> Points:
    """A milestone that starts before one that it waits on is ready, plus the time between them.

    Of what is gereed its own day counts and not when it was due. What began while that was not yet so happened, and is
    no longer to be planned. What waits in a ring has its own finding.
    Source: mijlpalenplan 2020, een volgende mijlpaal begint als de eerdere gereed is.
    """
    impossible = {(link.milestone.id, link.predecessor.id) for link in _pushing_links(dossier)}
    chain = net(dossier)
    for milestone, predecessor, days in too_early(dossier):
        if (milestone.id, predecessor.id) in impossible or chain.in_ring(milestone.id, predecessor.id):
            continue
        if milestone.light is not Stoplicht.NIET_GESTART and ready_on(predecessor) is not None:
            continue
        lag = next(dependency.lag_days for dependency in milestone.after if dependency.milestone == predecessor.id)
        past = ready_on(predecessor) is not None
        if lag == 0:
            ready = "gereed was" if past else "klaar is"
            clause = f"Mijlpaal {milestone.number} begint {_days(days)} voordat {predecessor.number} {ready}."
        else:
            clause = (
                f"Mijlpaal {milestone.number} begint {_days(days)} te vroeg na {predecessor.number}, met een "
                f"tussentijd van {_days(lag)}."
            )
        yield Found(
            ref_of(milestone, "start"),
            f"{clause} Verschuif {milestone.number if past else 'een van de twee'}, of haal {predecessor.number} weg "
            "bij ‘Wacht op’.",
        )


@check(Level.FOUT, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def pushes_fixed_date(dossier: Dossier, today: date) -> Points:
    """A fixed date that cannot be met, not even when everything before it is done as early as possible.

    Source: mijlpalenplan 2020, een volgende mijlpaal begint als de eerdere gereed is.
    """
    windows = schedule(dossier)
    for link in _pushing_links(dossier):
        start, due = windows[link.milestone.id].earliest_start, windows[link.predecessor.id].earliest_due
        if start is not None and due is not None:
            lag = f", met een tussentijd van {_days(link.lag_days)}" if link.lag_days else ""
            yield Found(
                ref_of(link.milestone, "fixed_date"),
                f"Het begin van mijlpaal {link.milestone.number} staat vast op {dutch.long_date(start)}, maar "
                f"{link.predecessor.number} is op zijn vroegst klaar op {dutch.long_date(due)}{lag}. Kort het werk "
                f"ervoor in, of haal {link.predecessor.number} weg bij ‘Wacht op’.",
            )


def _pushing_links(dossier: Dossier) -> Iterator[Link]:
    """The links that push a milestone past its fixed date."""
    held = [
        milestone for milestone in dossier.of(Milestone).values() if is_held(milestone) and ready_on(milestone) is None
    ]
    windows, chain = schedule(dossier), net(dossier)
    for link in links(dossier, held):
        milestone, before = link.milestone, link.predecessor
        if chain.in_ring(milestone.id, before.id):
            continue
        start, due = windows[milestone.id].earliest_start, windows[before.id].earliest_due
        if start is not None and due is not None and (due - start).days + link.lag_days > 0:
            yield link


@check(Level.WAARSCHUWING, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def due_too_late(dossier: Dossier, today: date) -> Points:
    """A milestone that is due later than what comes after it allows, where no start date says so.

    A milestone that starts before the one in front of it is ready has its own finding.
    Source: mijlpalenplan 2020, plannen vanaf het eindresultaat terug.
    """
    windows, pressing = schedule(dossier), _pressing(dossier)
    for milestone in dossier.of(Milestone).values():
        slack = windows[milestone.id].slack_days
        if slack is None or slack >= 0 or milestone.light is Stoplicht.GEREED:
            continue
        if after := pressing[milestone.id]:
            yield Found(
                ref_of(milestone, "due"),
                f"Mijlpaal {milestone.number} is {_days(-slack)} te laat klaar om {after.number} op tijd te halen. "
                f"Kies een eerdere einddatum of verschuif {after.number}.",
            )


def _pressing(dossier: Dossier) -> dict[int, Milestone | None]:
    """Per milestone the next one with a due date for which it may be too late; None when another finding says it."""
    early = {(milestone.id, predecessor.id) for milestone, predecessor, _ in too_early(dossier)}
    milestones, windows, chain = dossier.of(Milestone), schedule(dossier), net(dossier)
    next_milestones: dict[int, Milestone | None] = {}
    for milestone_id in reversed(chain.order):
        bounds = [
            (start.toordinal() - lag, successor)
            for successor, lag in chain.successors[milestone_id]
            if (start := windows[successor].latest_start)
        ]
        after = milestones[min(bounds)[1]] if bounds else None
        if after is None or (after.id, milestone_id) in early:
            next_milestones[milestone_id] = None
        elif after.due is None:
            next_milestones[milestone_id] = next_milestones[after.id]
        else:
            next_milestones[milestone_id] = after if (windows[after.id].slack_days or 0) >= 0 else None
    return next_milestones


@check(Level.FOUT, Place.MIJLPALEN, Chapter.PLANNING)
def waits_on_itself(dossier: Dossier, today: date) -> Points:
    """Milestones that wait on each other in a ring, so that none of them can start.

    Source: mijlpalenplan 2020, afhankelijkheden tussen mijlpalen.
    """
    for ring in cycles(dossier):
        first = dossier.of(Milestone)[ring[0]]
        names = " → ".join(dossier.of(Milestone)[milestone].number for milestone in [*ring, ring[0]])
        yield Found(
            ref_of(first, "after"),
            f"Deze mijlpalen wachten in een kring op elkaar: {names}. Haal er een weg bij ‘Wacht op’."
            if len(ring) > 1
            else f"Mijlpaal {first.number} wacht op zichzelf: {names}. Haal dit nummer weg bij ‘Wacht op’.",
        )


@check(Level.FOUT, Place.MIJLPALEN, Chapter.PLANNING)
def due_before_start(dossier: Dossier, today: date) -> Points:
    """A milestone that is due before it starts.

    Source: mijlpalenplan 2020, begin en doorlooptijd.
    """
    for milestone in dossier.of(Milestone).values():
        if milestone.start is not None and milestone.due is not None and milestone.due < milestone.start:
            yield Found(
                ref_of(milestone, "due"),
                f"Mijlpaal {milestone.number} is klaar op {dutch.short_date(milestone.due)}, vóór het begin op "
                f"{dutch.short_date(milestone.start)}. Verbeter een van de twee datums.",
            )


@check(Level.WAARSCHUWING, Place.MIJLPALEN, Chapter.PLANNING)
def outside_period(dossier: Dossier, today: date) -> Points:
    """A milestone that starts before or ends after the period of the plan.

    Source: Tips en tools, paragraaf 6.
    """
    period = dossier.current_period
    if period is None:
        return
    for milestone in dossier.of(Milestone).values():
        for name, day, verb in (("start", milestone.start, "begint"), ("due", milestone.due, "is klaar")):
            if day is not None and not period.start <= day <= period.end:
                yield Found(
                    ref_of(milestone, name),
                    f"Mijlpaal {milestone.number} {verb} op {dutch.short_date(day)}, buiten planperiode "
                    f"{period.label}. Kies een andere datum.",
                )
                break


@check(Level.TIP, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def no_tangible_result(dossier: Dossier, today: date) -> Points:
    """A milestone of which nobody knows what there will be to hold.

    Source: mijlpalenplan 2020, een tastbaar resultaat.
    """
    for milestone in dossier.of(Milestone).values():
        if not milestone.tangible_result and milestone.kind is MilestoneKind.RESULTAAT:
            yield Found(
                ref_of(milestone, "tangible_result"),
                f"Mijlpaal {milestone.number} heeft geen tastbaar resultaat. Wat kun je vastpakken als het klaar is?",
            )


@check(Level.TIP, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def not_smart(dossier: Dossier, today: date) -> Points:
    """Results that are still to come and of which not all five of SMART are ticked; one finding for all.

    Source: mijlpalenplan 2020, een mijlpaal is SMART geformuleerd.
    """
    open_results = [
        milestone
        for milestone in dossier.of(Milestone).values()
        if milestone.kind is MilestoneKind.RESULTAAT
        and milestone.light is not Stoplicht.GEREED
        and len(milestone.smart) < len(Smart)
    ]
    if open_results:
        first = open_results[0]
        lacking = dutch.enumerate_words([criterion.label for criterion in Smart if criterion not in first.smart])
        others = f" en nog {dutch.count(len(open_results) - 1, 'andere', 'andere')}" if len(open_results) > 1 else ""
        verb = "zijn" if others else "is"
        yield Found(
            ref_of(first, "smart"),
            f"Mijlpaal {first.number}{others} {verb} nog niet helemaal op SMART nagelopen; bij {first.number} "
            f"ontbreekt {lacking}. Vink aan wat klopt en scherp de rest aan.",
        )


def milestones(dossier: Dossier) -> Iterable[Milestone]:
    """All milestones."""
    return dossier.of(Milestone).values()


@check_each(milestones, Level.WAARSCHUWING, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def without_dates(dossier: Dossier, milestone: Milestone) -> Points:
    """A milestone without a start or due date, which therefore is missing from the timeline.

    Source: mijlpalenplan 2020, wanneer klaar en wanneer beginnen.
    """
    if milestone.start is not None and milestone.due is not None:
        yield MET
        return
    if milestone.start is None and milestone.due is None:
        lacking, field, act = "begin en geen einddatum", "start", "Vul beide in."
    elif milestone.start is None:
        lacking, field, act = "begin", "start", "Wanneer moet het werk beginnen?"
    else:
        lacking, field, act = "einddatum", "due", "Wanneer is het klaar?"
    yield Found(ref_of(milestone, field), f"Mijlpaal {milestone.number} heeft geen {lacking}. {act}")


@check(Level.TIP, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def shorter_than_a_month(dossier: Dossier, today: date) -> Points:
    """A milestone that takes less than a month; a moment to decide may.

    Source: mijlpalenplan 2020, stappen van ten minste één tot twee maanden.
    """
    for milestone in dossier.of(Milestone).values():
        start, due = milestone.start, milestone.due
        if milestone.kind is MilestoneKind.GO_NO_GO or start is None or due is None or due < start:
            continue
        if due + timedelta(days=1) < add_months(start, 1):
            yield Found(
                ref_of(milestone, "due"),
                f"Mijlpaal {milestone.number} duurt {_days((due - start).days + 1)}, korter dan een maand. Voeg deze "
                "mijlpaal samen met een andere, of maak er een actie van.",
            )


@check(Level.WAARSCHUWING, Place.MIJLPALEN, Chapter.PLANNING)
def past_due(dossier: Dossier, today: date) -> Points:
    """A milestone that should have been ready; one finding for all of them when the whole period is over.

    A period that is over has no other days to choose: then it is about how things ended. What goes on in the next
    period, or stands on rood, has ended; it need not be gereed.
    Source: mijlpalenplan 2022, pas de datum aan of stel het doel bij.
    """
    late = [
        (milestone, milestone.due)
        for milestone in dossier.of(Milestone).values()
        if milestone.due is not None and is_overdue(milestone, today)
    ]
    period = dossier.current_period
    if period and period.ended_before(today):
        yield from _without_end(dossier, period, [milestone for milestone, _ in late])
        return
    for milestone, due in late:
        yield Found(
            ref_of(milestone, "due"),
            f"Mijlpaal {milestone.number} moest klaar zijn op {dutch.long_date(due)}. Zet het stoplicht op gereed als "
            "hij klaar is, of spreek een nieuwe datum af en leg de verschuiving vast.",
        )


def _without_end(dossier: Dossier, period: PlanPeriod, late: list[Milestone]) -> Points:
    gone_on = {milestone.continues for milestone in dossier.whole.of(Milestone).values()}
    undecided = [
        milestone for milestone in late if milestone.light is not Stoplicht.ROOD and milestone.id not in gone_on
    ]
    if not undecided:
        return
    first = undecided[0]
    how_many = dutch.count(len(undecided), "mijlpaal staat", "mijlpalen staan")
    yield Found(
        ref_of(first, "light"),
        f"De planperiode {period.label} is voorbij en {how_many} niet op gereed, zoals {first.number}. Zet het "
        "stoplicht op de eindstand: gereed als het klaar is, en anders rood met waarom het niet lukte.",
    )


@check(Level.WAARSCHUWING, Place.MIJLPALEN, Chapter.PLANNING)
def ready_before_predecessor(dossier: Dossier, today: date) -> Points:
    """A milestone that is ready while one that it waits on is not.

    Source: mijlpalenplan 2020, een volgende mijlpaal begint als de eerdere gereed is.
    """
    for link in links(dossier):
        if link.milestone.light is Stoplicht.GEREED and link.predecessor.light is not Stoplicht.GEREED:
            yield Found(
                ref_of(link.milestone, "light"),
                f"Mijlpaal {link.milestone.number} is gereed, maar wacht op {link.predecessor.number} en die is "
                "het nog niet. Kloppen de stoplichten, en klopt ‘Wacht op’?",
            )


@check(Level.WAARSCHUWING, Place.VOORTGANG, Chapter.PLANNING, until_end=True)
def trouble_without_explanation(dossier: Dossier, today: date) -> Points:
    """A milestone on orange or red of which the newest line of the log lacks the explanation or the obstacle.

    Source: mijlpalenplan 2022, toelichting op de voortgang en knelpunten.
    """
    for milestone in dossier.of(Milestone).values():
        if milestone.light in (Stoplicht.ORANJE, Stoplicht.ROOD) and (lacking := _lacking(dossier, milestone)):
            yield Found(
                lacking[0],
                f"Mijlpaal {milestone.number} staat op {milestone.light.label} zonder {lacking[1]}. Schrijf op wat er "
                "speelt en wat eraan gedaan wordt.",
            )


def _lacking(dossier: Dossier, milestone: Milestone) -> tuple[Ref, str] | None:
    entries = dossier.progress_of(milestone.id)
    if not entries:
        return ref_of(milestone), "toelichting en knelpunt"
    newest = entries[0]
    missing = [word for name, word in (("note", "toelichting"), ("obstacle", "knelpunt")) if not getattr(newest, name)]
    if not missing:
        return None
    return ref_of(newest, "note" if not newest.note else "obstacle"), " en ".join(missing)


@check(Level.TIP, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def no_quick_win(dossier: Dossier, today: date) -> Points:
    """A plan without a single quick result.

    Source: mijlpalenplan 2020, acties die snel resultaat opleveren.
    """
    if dossier.of(Milestone) and not any(milestone.quick_win for milestone in dossier.of(Milestone).values()):
        yield Found(
            ref_of(next(iter(dossier.of(Milestone).values())), "quick_win"),
            "Geen enkele mijlpaal is een snel resultaat. Kies er een paar die vroeg iets opleveren om te vieren.",
        )


@check(Level.TIP, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def no_moment_to_decide(dossier: Dossier, today: date) -> Points:
    """A chain of milestones of more than a year without a go/no-go; the longest of those that hang together.

    Source: mijlpalenplan 2020, een mijlpaal als moment om opnieuw te beslissen (go/no-go).
    """
    longest: dict[int, tuple[int, Milestone, Milestone]] = {}
    milestones, first_of = dossier.of(Milestone), _first_of_chain(dossier)
    for group, ends in _ends_by_group(dossier).items():
        for end in ends:
            first = milestones.get(first_of.get(end.id, 0))
            if first in (None, end) or first.start is None or end.due is None or end.light is Stoplicht.GEREED:
                continue
            days = (end.due - first.start).days
            if end.due + timedelta(days=1) > add_months(first.start, 12) and days > longest.get(group, (0,))[0]:
                longest[group] = days, first, end
    for _, first, end in longest.values():
        yield Found(
            ref_of(end, "kind"),
            f"Van {first.number} tot en met {end.number} duurt het meer dan een jaar, zonder go/no-gomoment. Op welke "
            "mijlpaal ertussen beslis je of je doorgaat?",
        )


def _ends_by_group(dossier: Dossier) -> dict[int, list[Milestone]]:
    """The end results, by the group of milestones that hang together through links."""
    group_of: dict[int, int] = {}
    ends: dict[int, list[Milestone]] = defaultdict(list)
    links_of = net(dossier)
    for group in dossier.of(Milestone):
        waiting = [] if group in group_of else [group]
        while waiting:
            milestone_id = waiting.pop()
            if milestone_id in group_of:
                continue
            group_of[milestone_id] = group
            waiting += [
                neighbour for neighbour, _ in (*links_of.predecessors[milestone_id], *links_of.successors[milestone_id])
            ]
    for milestone_id, milestone in dossier.of(Milestone).items():
        if not links_of.successors[milestone_id]:
            ends[group_of[milestone_id]].append(milestone)
    return ends


def _first_of_chain(dossier: Dossier) -> dict[int, int]:
    """For each milestone that is reached without a go/no-go: the one that starts first of all that lead to it."""
    first_of: dict[int, int] = {}
    milestones, chain = dossier.of(Milestone), net(dossier)
    for milestone_id in chain.order:
        if milestones[milestone_id].kind is MilestoneKind.GO_NO_GO:
            continue
        before = chain.predecessors[milestone_id]
        firsts = {first_of[predecessor] for predecessor, _ in before if predecessor in first_of}
        starts = [(start, first) for first in firsts if (start := milestones[first].start) is not None]
        if firsts or not before:
            first_of[milestone_id] = min(starts)[1] if starts else milestone_id
    return first_of


@check(Level.TIP, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def waits_on_other_theme(dossier: Dossier, today: date) -> Points:
    """A milestone that waits on one of another theme, where other people do the work; once per milestone.

    Source: mijlpalenplan 2020, afhankelijkheden tussen mijlpalen.
    """
    theme_word = dossier.word_of("themes")
    mentions: dict[int, list[str]] = defaultdict(list)
    for link in links(dossier):
        theme, other_theme = dossier.theme_of(link.milestone), dossier.theme_of(link.predecessor)
        if theme and other_theme and theme.id != other_theme.id:
            mentions[link.milestone.id].append(f"{link.predecessor.number} van {theme_word} {other_theme.number}")
    for milestone_id, named in mentions.items():
        milestone = dossier.of(Milestone)[milestone_id]
        more = f" en op nog {dutch.count(len(named) - 2, 'andere', 'andere')}" if len(named) > 2 else ""
        names = ", op ".join(named[:2]) if more else " en op ".join(named)
        yield Found(
            ref_of(milestone, "after"),
            f"Mijlpaal {milestone.number} wacht op {names}{more}. Spreek met elkaar af wie het zegt als de datum "
            "verschuift.",
        )


@check_each(busy_quarters, Level.WAARSCHUWING, Place.MIJLPALEN, Chapter.PLANNING, until_end=True)
def too_many_in_a_quarter(dossier: Dossier, busy: BusyQuarter) -> Points:
    """A party that does the work of more milestones that are due in one quarter than the region finds wise.

    Source: mijlpalenplan 2020, stappen die behapbaar zijn.
    """
    first, *_, last = busy.milestones
    clause = (
        f"In het {busy.quarter.part}e kwartaal van {busy.quarter.year} moeten van {dossier.caption(busy.party)} "
        f"{dutch.in_words(len(busy.milestones))} mijlpalen klaar zijn"
    )
    yield Found(
        ref_of(first, "due"),
        f"{clause}, waaronder {first.number} en {last.number}; meer dan {dossier.region.most_due_per_quarter} is veel. "
        "Spreid ze of verdeel het werk.",
        f"{clause}. Spreid ze of verdeel het werk.",
    )


@check(Level.ONTBREEKT, Place.MIJLPALEN, Chapter.PLANNING, in_paper=True)
def no_milestones(dossier: Dossier, today: date) -> Points:
    """A plan without milestones.

    Source: mijlpalenplan 2020.
    """
    yield there(dossier, "milestones", "de mijlpalen")


@check(Level.ONTBREEKT, Place.OVERZICHT, Chapter.PLANNING, in_paper=True)
def no_period_to_plan_in(dossier: Dossier, today: date) -> Points:
    """Without a period the table of milestones has no columns.

    Source: opbouw van het concept, de mijlpalen per kwartaal.
    """
    yield there(dossier, "periods", "de planperiode")


def milestones_in_columns(dossier: Dossier) -> Iterable[Milestone]:
    """The milestones, where there is a period to show them in: without one none can be late in it either."""
    return milestones(dossier) if dossier.of(PlanPeriod) else ()


@check_each(milestones_in_columns, Level.ONTBREEKT, Place.MIJLPALEN, Chapter.PLANNING, in_paper=True)
def milestone_without_due_day(dossier: Dossier, milestone: Milestone) -> Points:
    """A milestone that stands in no column.

    Source: opbouw van het concept, de mijlpalen per kwartaal.
    """
    yield filled(milestone, "due", f"wanneer mijlpaal {milestone.number} klaar is")
