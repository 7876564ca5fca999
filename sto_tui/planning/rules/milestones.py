"""Milestones: order, dates, tangible results, and how they are doing."""

from collections.abc import Iterator
from datetime import date, timedelta

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht
from sto_tui.domain.periods import add_months
from sto_tui.domain.record import Ref
from sto_tui.planning.findings import Level, rule
from sto_tui.planning.schedule import cycles, links, too_early


def _days(how_many: int) -> str:
    return dutch.count(how_many, "dag", "dagen")


@rule(Level.FOUT, 5)
def starts_too_early(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone that starts before one that it waits on is due, plus the time between them.

    Source: mijlpalenplan 2020, een volgende mijlpaal begint als de eerdere gereed is.
    """
    for milestone, predecessor, days in too_early(dossier):
        lag = next(one.lag_days for one in milestone.after if one.milestone == predecessor.id)
        if lag == 0:
            what = f"Mijlpaal {milestone.number} begint {_days(days)} voordat {predecessor.number} klaar is."
        else:
            what = (
                f"Mijlpaal {milestone.number} begint {_days(days)} te vroeg na {predecessor.number}, met een "
                f"tussentijd van {_days(lag)}."
            )
        yield ref_of(milestone, "start"), f"{what} Verschuif een van de twee of haal de koppeling weg."


@rule(Level.FOUT, 5)
def waits_on_itself(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Milestones that wait on each other in a ring, so that none of them can start.

    Source: mijlpalenplan 2020, afhankelijkheden tussen mijlpalen.
    """
    for ring in cycles(dossier):
        first = dossier.milestones[ring[0]]
        names = " → ".join(dossier.milestones[milestone].number for milestone in [*ring, ring[0]])
        yield (
            ref_of(first, "after"),
            f"Deze mijlpalen wachten in een kring op elkaar: {names}. Haal een van de koppelingen weg."
            if len(ring) > 1
            else f"Mijlpaal {first.number} wacht op zichzelf: {names}. Haal de koppeling weg.",
        )


@rule(Level.FOUT, 5)
def due_before_start(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone that is due before it starts.

    Source: mijlpalenplan 2020, begin en doorlooptijd.
    """
    for milestone in dossier.milestones.values():
        if milestone.start is not None and milestone.due is not None and milestone.due < milestone.start:
            yield (
                ref_of(milestone, "due"),
                f"Mijlpaal {milestone.number} is klaar op {dutch.short_date(milestone.due)}, vóór het begin op "
                f"{dutch.short_date(milestone.start)}. Verbeter een van de twee datums.",
            )


@rule(Level.WAARSCHUWING, 5)
def outside_period(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone that starts before or ends after the period of the plan.

    Source: Tips en tools, paragraaf 6.
    """
    period = dossier.current_period
    if period is None:
        return
    for milestone in dossier.milestones.values():
        for name, day, verb in (("start", milestone.start, "begint"), ("due", milestone.due, "is klaar")):
            if day is not None and not period.start <= day <= period.end:
                yield (
                    ref_of(milestone, name),
                    f"Mijlpaal {milestone.number} {verb} op {dutch.short_date(day)}, buiten planperiode "
                    f"{period.label}. Kies een andere datum.",
                )
                break


@rule(Level.TIP, 5)
def no_tangible_result(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone of which nobody knows what there will be to hold.

    Source: mijlpalenplan 2020, een tastbaar resultaat.
    """
    for milestone in dossier.milestones.values():
        if not milestone.tangible_result and milestone.kind is MilestoneKind.RESULTAAT:
            yield (
                ref_of(milestone, "tangible_result"),
                f"Mijlpaal {milestone.number} heeft geen tastbaar resultaat. Wat kun je vastpakken als het klaar is?",
            )


@rule(Level.WAARSCHUWING, 5)
def without_dates(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone without a start or due date, which therefore is missing from the timeline.

    Source: mijlpalenplan 2020, wanneer klaar en wanneer beginnen.
    """
    for milestone in dossier.milestones.values():
        if milestone.start is None and milestone.due is None:
            missing, field, act = "begin en geen einddatum", "start", "Vul beide in."
        elif milestone.start is None:
            missing, field, act = "begin", "start", "Wanneer moet het werk beginnen?"
        elif milestone.due is None:
            missing, field, act = "einddatum", "due", "Wanneer is het klaar?"
        else:
            continue
        yield ref_of(milestone, field), f"Mijlpaal {milestone.number} heeft geen {missing}. {act}"


@rule(Level.TIP, 5)
def shorter_than_a_month(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone that takes less than a month; a moment to decide may.

    Source: mijlpalenplan 2020, stappen van ten minste één tot twee maanden.
    """
    for milestone in dossier.milestones.values():
        start, due = milestone.start, milestone.due
        if milestone.kind is MilestoneKind.GO_NO_GO or start is None or due is None or due < start:
            continue
        if due + timedelta(days=1) < add_months(start, 1):
            yield (
                ref_of(milestone, "due"),
                f"Mijlpaal {milestone.number} duurt {_days((due - start).days + 1)}, korter dan een maand. Voeg hem "
                "samen met een andere of maak er een actie van.",
            )


@rule(Level.WAARSCHUWING, 5)
def past_due(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone that should have been ready; one finding for all of them when the whole period is over.

    Source: mijlpalenplan 2022, pas de datum aan of stel het doel bij.
    """
    late = [
        (milestone, milestone.due)
        for milestone in dossier.milestones.values()
        if milestone.due is not None and milestone.due < today and milestone.light is not Stoplicht.GEREED
    ]
    period = dossier.current_period
    if period and period.end < today and len(late) > 1:
        yield (
            ref_of(late[0][0], "light"),
            f"De planperiode {period.label} is voorbij en {dutch.count(len(late), 'mijlpaal', 'mijlpalen')} staan niet "
            f"op gereed, zoals {late[0][0].number}. Zet de stoplichten op de eindstand.",
        )
        return
    for milestone, due in late:
        yield (
            ref_of(milestone, "due"),
            f"Mijlpaal {milestone.number} moest klaar zijn op {dutch.long_date(due)}. Zet het "
            "stoplicht op gereed, kies een andere datum of stel het doel bij.",
        )


@rule(Level.WAARSCHUWING, 5)
def ready_before_predecessor(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone that is ready while one that it waits on is not.

    Source: mijlpalenplan 2020, een volgende mijlpaal begint als de eerdere gereed is.
    """
    for link in links(dossier):
        if link.milestone.light is Stoplicht.GEREED and link.predecessor.light is not Stoplicht.GEREED:
            yield (
                ref_of(link.milestone, "light"),
                f"Mijlpaal {link.milestone.number} is gereed, maar wacht op {link.predecessor.number} en die is "
                "het nog niet. Kloppen de stoplichten en de koppeling?",
            )


@rule(Level.WAARSCHUWING, 7)
def trouble_without_explanation(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone on orange or red of which the newest line of the log lacks the explanation or the obstacle.

    Source: mijlpalenplan 2022, toelichting op de voortgang en knelpunten.
    """
    for milestone in dossier.milestones.values():
        if milestone.light in (Stoplicht.ORANJE, Stoplicht.ROOD) and (lacking := _lacking(dossier, milestone)):
            yield (
                lacking[0],
                f"Mijlpaal {milestone.number} staat op {milestone.light.label} zonder {lacking[1]}. Schrijf op wat er "
                "speelt en wat eraan gedaan wordt.",
            )


def _lacking(dossier: Dossier, milestone: Milestone) -> tuple[Ref, str] | None:
    entries = dossier.progress_of(milestone.id)
    if not entries:
        return ref_of(milestone, "light"), "toelichting en knelpunt"
    newest = entries[0]
    missing = [word for name, word in (("note", "toelichting"), ("obstacle", "knelpunt")) if not getattr(newest, name)]
    if not missing:
        return None
    return ref_of(newest, "note" if not newest.note else "obstacle"), " en ".join(missing)


@rule(Level.TIP, 5)
def no_quick_win(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A plan without a single quick result.

    Source: mijlpalenplan 2020, acties die snel resultaat opleveren.
    """
    if dossier.milestones and not any(milestone.quick_win for milestone in dossier.milestones.values()):
        yield (
            ref_of(next(iter(dossier.milestones.values())), "quick_win"),
            "Geen enkele mijlpaal is een snel resultaat. Kies er een paar die vroeg iets opleveren om te vieren.",
        )
