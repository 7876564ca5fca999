"""How milestones stood on a day: pure, from what the log and the days of gereed say.

Source: the monitoring page of 2022, where the log feeds the reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words, long_date
from sto_tui.domain.log import ready_since
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht

_MOST_NAMED = 10


@dataclass(frozen=True)
class PastState:
    """The dossier as its milestones stood at the end of a day, with the log until then.

    `untold` are the milestones of which nothing says how they stood; their stoplicht is not to be read.
    """

    day: date
    dossier: Dossier
    is_past: bool = False
    untold: frozenset[int] = frozenset()

    def light_of(self, milestone: Milestone) -> Stoplicht | None:
        """The stoplicht of one of its milestones; None when nothing says it."""
        return None if milestone.id in self.untold else milestone.light

    @property
    def silence(self) -> str:
        """Of which milestones nothing is known, as a Dutch sentence; empty when there are none."""
        numbers = [one.number for one in self.dossier.of(Milestone).values() if one.id in self.untold]
        if not numbers:
            return ""
        named = numbers[:_MOST_NAMED] + [f"nog {len(numbers) - _MOST_NAMED}"] * (len(numbers) > _MOST_NAMED)
        what = "mijlpaal" if len(numbers) == 1 else "de mijlpalen"
        they = "die" if len(numbers) == 1 else "ze"
        verb = "stond" if len(numbers) == 1 else "stonden"
        return (
            f"Van {what} {enumerate_words(named)} zegt het logboek niet hoe {they} er op {long_date(self.day)} voor "
            f"{verb}."
        )


def as_it_stood(dossier: Dossier, day: date, today: date) -> PastState:
    """How things stood at the end of `day`; from today on that is how they stand.

    Titles, due dates and who does the work are those of today: a dossier does not say what they were.
    """
    if day >= today:
        return PastState(today, dossier)
    milestones: dict[int, Milestone] = {}
    untold: set[int] = set()
    for one in dossier.of(Milestone).values():
        log = dossier.progress_of(one.id)
        light = light_on(one, log, day)
        if light is None:
            untold.add(one.id)
            milestones[one.id] = one
        else:
            milestones[one.id] = one.model_copy(update={"light": light, "done_on": ready_on(one, log, day)})
    until = {entry.id: entry for entry in dossier.of(Progress).values() if entry.date <= day}
    return PastState(day, dossier.with_tables({"milestones": milestones, "progress": until}), True, frozenset(untold))


def light_on(milestone: Milestone, log: Sequence[Progress], day: date) -> Stoplicht | None:
    """The stoplicht at the end of a day, from its log, newest first; None when nothing says it.

    Every stoplicht that is set has a line, so before its first line a milestone had not begun. Only one that was
    found to be gereed, without a day, may have been anything before that.
    """
    told = [entry for entry in log if entry.date <= day]
    done = milestone.done_on if milestone.light is Stoplicht.GEREED else None
    if done and done <= day and not any(entry.date > done and entry.light is not Stoplicht.GEREED for entry in told):
        return Stoplicht.GEREED
    if told:
        return told[0].light
    if not log:
        return milestone.light if milestone.light is Stoplicht.NIET_GESTART else None
    found_ready = milestone.light is Stoplicht.GEREED and not done and ready_since(log) == log[-1]
    return None if found_ready else Stoplicht.NIET_GESTART


def ready_on(milestone: Milestone, log: Sequence[Progress], day: date) -> date | None:
    """Since when it was gereed at the end of a day; None when it was not, or when nobody knows."""
    if light_on(milestone, log, day) is not Stoplicht.GEREED:
        return None
    since = ready_since([entry for entry in log if entry.date <= day])
    still = ready_since(log)
    # The day on the milestone is about the last time that it became ready, which may have been later.
    if milestone.light is Stoplicht.GEREED and (since is None or (still and still.id == since.id)):
        return milestone.done_on
    return since.date if since else None
