"""What a report tells of each activity: which of its milestones it names, and how many of the others it counts.

Source: STO-site, vragen over voortgangsrapportage: per activiteit inhoud, planning, mijlpalen en stand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.planning.progress.period_report import Reported
from sto_tui.planning.progress.stoplicht import LATE, NOT_BEGUN, Tally

_BAD = (Stoplicht.ROOD.label, Stoplicht.ORANJE.label, LATE, NOT_BEGUN)
_WORST_FIRST = (*_BAD, Stoplicht.GROEN.label)
PARTLY = "deels gereed"
PARTLY_MEANS = f"{capital(PARTLY)}: de rest is niet gestart en nog niet aan de beurt."


@dataclass(frozen=True)
class Activity:
    """A speerpunt, or what a theme does as a whole, with its milestones.

    `told` are those that the report names one by one; `done` are ready and only named or counted, and `waiting` is how
    many had not begun and need not have.
    """

    speerpunt: Speerpunt | None
    milestones: Sequence[Milestone]
    tally: Tally
    told: Sequence[Milestone]
    done: Sequence[Milestone]
    waiting: int


def activities_by_theme(reported: Reported, *, final: bool = False) -> Iterator[tuple[Theme | None, list[Activity]]]:
    """The themes in the order of the plan, last what has none; of what is ready a `final` report says the name."""
    dossier = reported.standing.dossier
    for theme in (*dossier.of(Theme).values(), None):
        number = theme.id if theme else 0
        speerpunten = dossier.speerpunten_of(number) if theme else _loose(dossier)
        known = {speerpunt.id for speerpunt in speerpunten}
        apart = [milestone for milestone in dossier.milestones_of(number) if milestone.speerpunt not in known]
        activities = [_activity(reported, None, apart, final=final)] if apart else []
        for speerpunt in speerpunten:
            milestones = dossier.milestones_of_speerpunt(speerpunt.id)
            activities.append(_activity(reported, speerpunt, milestones, final=final))
        if activities:
            yield theme, activities


def _loose(dossier: Dossier) -> list[Speerpunt]:
    themes = dossier.of(Theme)
    return [speerpunt for speerpunt in dossier.of(Speerpunt).values() if speerpunt.theme not in themes]


def _activity(
    reported: Reported, speerpunt: Speerpunt | None, milestones: Sequence[Milestone], *, final: bool
) -> Activity:
    standing = reported.standing
    waiting = [milestone for milestone in milestones if _waits(reported, milestone, final=final)]
    done = [milestone for milestone in milestones if _is_settled(reported, milestone, final=final)]
    apart = {milestone.id for milestone in (*waiting, *done)}
    told = [milestone for milestone in milestones if milestone.id not in apart]
    return Activity(speerpunt, milestones, standing.tally(milestones), told, done, len(waiting))


def _waits(reported: Reported, milestone: Milestone, *, final: bool) -> bool:
    """Whether it had not begun and need not have, and the log says nothing of it; after the plan nothing waits."""
    standing = reported.standing
    if final and standing.day >= reported.span.end:
        return False
    idle = standing.light_of(milestone) is Stoplicht.NIET_GESTART and not standing.how_late(milestone)
    return idle and standing.latest_line(milestone) is None


def _is_settled(reported: Reported, milestone: Milestone, *, final: bool) -> bool:
    """Whether it was ready before the period and the log says nothing more of it; in a final report: whether it is."""
    standing = reported.standing
    if standing.light_of(milestone) is not Stoplicht.GEREED:
        return False
    if final:
        return True
    ready = standing.ready_since(milestone)
    is_before = ready is not None and ready < reported.span.start
    return is_before and not any(line.date in reported.span for line in standing.dossier.progress_of(milestone.id))


def state_of(counts: Tally) -> str:
    """The worst that is known of these milestones, as a word; gereed when all are, empty when nobody knows.

    A stoplicht on groen says that all is on schedule: not when something is late, or when none stands on groen.
    """
    lights, many = counts.lights, _words(counts)
    if not counts.total:
        return "–"
    if bad := next((word for word in _BAD if many[word]), ""):
        return bad
    if counts.untold:
        return ""
    if lights[Stoplicht.GROEN]:
        return Stoplicht.GROEN.label
    ready = lights[Stoplicht.GEREED]
    if ready == counts.total:
        return Stoplicht.GEREED.label
    return PARTLY if ready else Stoplicht.NIET_GESTART.label


def worst_first(activities: Iterable[Activity]) -> list[str]:
    """The words that are said of milestones of these activities, those that outdo the others first."""
    counts = [_words(activity.tally) for activity in activities]
    return [word for word in _WORST_FIRST if any(many[word] for many in counts)]


def _words(counts: Tally) -> Mapping[str, int]:
    """How many are late, should have begun, or have each of the lights, by the word for that."""
    lights = {light.label: counts.lights[light] for light in Stoplicht}
    return {LATE: counts.late, NOT_BEGUN: counts.behind, **lights}


def planned_span(activity_milestones: Sequence[Milestone], speerpunt: Speerpunt | None) -> tuple[date, date] | None:
    """The first and the last day of an activity: of its periods and its milestones; None when neither has a day."""
    phases = speerpunt.phases if speerpunt else ()
    starts = [phase.start for phase in phases] + [milestone.start for milestone in activity_milestones]
    ends = [phase.end for phase in phases] + [milestone.due for milestone in activity_milestones]
    days = [day for day in (*starts, *ends) if day]
    return (min(days), max(days)) if days else None
