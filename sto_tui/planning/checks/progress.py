"""The log and the days of gereed: what they tell has happened already."""

from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import there
from sto_tui.planning.checks.finding import MET, Found, Level, Points, check, check_report, missing
from sto_tui.planning.paper_outline import LIGHTS, STANDING
from sto_tui.planning.progress.as_it_stood import ready_on
from sto_tui.planning.progress.period_report import Reported, entries_in, kept_report

# More than so many are one mistake, such as a clock that is wrong or a dossier of another year.
MOST_APART = 5


@check(Level.WAARSCHUWING, Place.VOORTGANG, Chapter.MONITORING, as_kept=True)
def log_in_future(dossier: Dossier, today: date) -> Points:
    """A line of the log about a day that is still to come.

    Source: mijlpalenplan 2022, het logboek zegt hoe de uitvoering verloopt.
    """
    future_entries = [entry for entry in dossier.of(Progress).values() if entry.date > today]
    if len(future_entries) > MOST_APART:
        last = future_entries[-1]
        yield Found(
            ref_of(last, "date"),
            f"{len(future_entries)} regels van het logboek gaan over een dag die nog moet komen, de eerste over "
            f"{dutch.long_date(last.date)}. Verbeter de datums.",
        )
        return
    for entry in future_entries:
        milestone = dossier.of(Milestone).get(entry.milestone)
        about = f" over mijlpaal {milestone.number}" if milestone else ""
        yield Found(
            ref_of(entry, "date"),
            f"De regel van het logboek{about} is van {dutch.long_date(entry.date)}, en die dag moet nog komen. "
            "Verbeter de datum.",
        )


@check(Level.WAARSCHUWING, Place.MIJLPALEN, Chapter.MONITORING, as_kept=True)
def ready_in_future(dossier: Dossier, today: date) -> Points:
    """A milestone that would be ready since a day that is still to come.

    Source: mijlpalenplan 2022, het stoplicht zegt hoe ver de uitvoering is.
    """
    ready_later = [
        (milestone, milestone.done_on)
        for milestone in dossier.of(Milestone).values()
        if milestone.light is Stoplicht.GEREED and milestone.done_on and milestone.done_on > today
    ]
    if len(ready_later) > MOST_APART:
        first, _ = ready_later[0]
        yield Found(
            ref_of(first, "done_on"),
            f"{len(ready_later)} mijlpalen zijn gereed op een dag die nog moet komen, zoals {first.number}. Verbeter "
            "‘Gereed op’ of het stoplicht.",
        )
        return
    for milestone, day in ready_later:
        yield Found(
            ref_of(milestone, "done_on"),
            f"Mijlpaal {milestone.number} is gereed op {dutch.long_date(day)}, en die dag moet nog komen. Verbeter "
            "‘Gereed op’ of het stoplicht.",
        )


@check(Level.WAARSCHUWING, Place.MIJLPALEN, Chapter.MONITORING)
def ready_without_day(dossier: Dossier, today: date) -> Points:
    """A milestone that is ready, while neither its day nor the log says since when.

    Source: mijlpalenplan 2022, het logboek zegt hoe de uitvoering verloopt.
    """
    undated = [
        milestone
        for milestone in dossier.of(Milestone).values()
        if milestone.light is Stoplicht.GEREED
        and ready_on(milestone, dossier.progress_of(milestone.id), date.max) is None
    ]
    if len(undated) > MOST_APART:
        yield Found(
            ref_of(undated[0], "done_on"),
            f"Van {dutch.count(len(undated), 'mijlpaal', 'mijlpalen')} op gereed is niet bekend sinds wanneer, zoals "
            f"{undated[0].number}. Vul ‘Gereed op’ in; tot dan noemt geen verslag ze als gereed in zijn periode.",
        )
        return
    for milestone in undated:
        yield Found(
            ref_of(milestone, "done_on"),
            f"Van mijlpaal {milestone.number} op gereed is niet bekend sinds wanneer. Vul ‘Gereed op’ in; tot dan "
            "noemt geen verslag de mijlpaal als gereed in zijn periode.",
        )


@check_report(Place.MIJLPALEN, STANDING)
def no_milestones_to_report_on(reported: Reported) -> Points:
    """A report about milestones that are not there.

    Source: mijlpalenplan 2022, het stoplicht zegt hoe ver de uitvoering is.
    """
    yield there(reported.standing.dossier, "milestones", "de mijlpalen")


@check_report(Place.VOORTGANG, STANDING)
def nothing_told_of_period(reported: Reported) -> Points:
    """A period about which the log says nothing, and of which no report was kept.

    Source: mijlpalenplan 2022, het logboek zegt hoe de uitvoering verloopt.
    """
    dossier, span = reported.standing.dossier, reported.span
    is_told = bool(entries_in(dossier, span)) or kept_report(dossier, span) is not None
    hole = "wat er in deze periode gebeurde; het logboek heeft er geen regels over"
    yield MET if is_told else missing(list_of("progress"), hole)


@check_report(Place.VOORTGANG, LIGHTS)
def light_without_reason(reported: Reported) -> Points:
    """Oranje and rood need a line that says why, up to the day of which the report tells.

    Source: mijlpalenplan 2022, toelichting op de voortgang en knelpunten.
    """
    standing = reported.standing
    for milestone in standing.dossier.of(Milestone).values():
        light = standing.light_of(milestone)
        if light in (Stoplicht.ORANJE, Stoplicht.ROOD):
            latest = standing.latest_line(milestone)
            ref, detail = why_of(milestone, latest)
            stood = "stond" if standing.is_past else "staat"
            hole = f"waarom mijlpaal {milestone.number} op {light.label} {stood}"
            yield MET if latest is not None and latest.speaks else missing(ref, hole, detail)


def why_of(milestone: Milestone, latest: Progress | None) -> tuple[Ref, str]:
    """Where it is written why a milestone is late: in its latest line of the log, or in a new one."""
    return (ref_of(latest, "note") if latest else list_of("progress").at("note")), str(milestone.id)
