"""The log and the days of gereed: what they tell has happened already."""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Level, rule

# More than so many are one mistake, such as a clock that is wrong or a dossier of another year.
MOST_APART = 5


@rule(Level.WAARSCHUWING, Place.VOORTGANG)
def log_in_future(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A line of the log about a day that is still to come.

    Source: mijlpalenplan 2022, het logboek zegt hoe de uitvoering verloopt.
    """
    found = [entry for entry in dossier.of(Progress).values() if entry.date > today]
    if len(found) > MOST_APART:
        last = found[-1]
        yield (
            ref_of(last, "date"),
            f"{len(found)} regels van het logboek gaan over een dag die nog moet komen, de eerste over "
            f"{dutch.long_date(last.date)}. Verbeter de datums.",
        )
        return
    for entry in found:
        milestone = dossier.of(Milestone).get(entry.milestone)
        about = f" over mijlpaal {milestone.number}" if milestone else ""
        yield (
            ref_of(entry, "date"),
            f"De regel van het logboek{about} is van {dutch.long_date(entry.date)}, en die dag moet nog komen. "
            "Verbeter de datum.",
        )


@rule(Level.WAARSCHUWING, Place.MIJLPALEN)
def ready_in_future(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A milestone that would be ready since a day that is still to come.

    Source: mijlpalenplan 2022, het stoplicht zegt hoe ver de uitvoering is.
    """
    found = [
        (milestone, milestone.done_on)
        for milestone in dossier.of(Milestone).values()
        if milestone.light is Stoplicht.GEREED and milestone.done_on and milestone.done_on > today
    ]
    if len(found) > MOST_APART:
        first, _ = found[0]
        yield (
            ref_of(first, "done_on"),
            f"{len(found)} mijlpalen zijn gereed op een dag die nog moet komen, zoals {first.number}. Verbeter "
            "‘Gereed op’ of het stoplicht.",
        )
        return
    for milestone, day in found:
        yield (
            ref_of(milestone, "done_on"),
            f"Mijlpaal {milestone.number} is gereed op {dutch.long_date(day)}, en die dag moet nog komen. Verbeter "
            "‘Gereed op’ of het stoplicht.",
        )
