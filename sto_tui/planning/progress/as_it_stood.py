"""How milestones stood on a day: pure, from what the log and the days of gereed say.

Source: the monitoring page of 2022, where the log feeds the reports.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words, long_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.light_and_log import light_on, ready_since
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.frozen import frozen
from sto_tui.planning.money.booked_until import booked_until, payments_after, realised_after
from sto_tui.planning.money.booking_words import told_later, told_without_day
from sto_tui.planning.progress.stoplicht import Tally, how_late, tally

_MOST_NAMED = 10


@frozen
class PastState:
    """The dossier as its milestones stood at the end of a day, with the log until then.

    `untold` are the milestones of which nothing says how they stood; their stoplicht is not to be read. `booked` are
    the tables of money in which anything is written down, be it of later days: then nothing until the day is known too.
    `beside` says of those tables what is of days that are still to come, and counts nowhere yet, and what counts
    without a day. `log_begins_later`: there are lines, all of later days.
    """

    day: date
    dossier: Dossier
    is_past: bool = False
    untold: frozenset[int] = frozenset()
    booked: frozenset[str] = frozenset()
    beside: Mapping[str, Sequence[str]] = field(default_factory=dict)
    log_begins_later: bool = False

    def light_of(self, milestone: Milestone) -> Stoplicht | None:
        """The stoplicht of one of its milestones; None when nothing says it."""
        return None if milestone.id in self.untold else milestone.light

    def ready_since(self, milestone: Milestone) -> date | None:
        """Since when one of its milestones was gereed; None when it was not, or when nobody knows."""
        if self.light_of(milestone) is not Stoplicht.GEREED:
            return None
        # Its dossier holds nothing of later days.
        return ready_on(milestone, self.dossier.progress_of(milestone.id), date.max)

    def latest_line(self, milestone: Milestone) -> Progress | None:
        """The last line of the log about one of its milestones."""
        return next(iter(self.dossier.progress_of(milestone.id)), None)

    def how_late(self, milestone: Milestone) -> str:
        """In which way one of its milestones was late at the end of the day; empty when it was not, or nobody knows."""
        return "" if milestone.id in self.untold else how_late(milestone, self.day)

    def tally(self, milestones: Iterable[Milestone]) -> Tally:
        """How many of its milestones stood where at the end of the day."""
        return tally(milestones, self.day, self.untold)

    @property
    def empty_log(self) -> str:
        """What the counts rest on where the log has no line until the day, as a Dutch sentence; empty when it has."""
        if self.dossier.of(Progress):
            return ""
        until = f" tot en met {long_date(self.day)}" if self.is_past or self.log_begins_later else ""
        silent = f"Het logboek heeft{until} geen regels"
        return f"{silent}." if self.untold else f"{silent}: wat nergens gereed is gemeld, telt hier als niet gestart."

    @property
    def of_now(self) -> str:
        """What is told of a past day as it is now, for the dossier does not say what it was; empty of today."""
        theme = level_words(self.dossier.region).theme.singular
        return f"Welke mijlpalen er zijn, hun {theme} en hun datums zijn zoals nu." if self.is_past else ""

    @property
    def silence(self) -> str:
        """Of which milestones nothing is known, as a Dutch sentence; empty when there are none."""
        numbers = [milestone.number for milestone in self.dossier.of(Milestone).values() if milestone.id in self.untold]
        if not numbers:
            return ""
        named = numbers[:_MOST_NAMED] + [f"nog {len(numbers) - _MOST_NAMED}"] * (len(numbers) > _MOST_NAMED)
        subject = "mijlpaal" if len(numbers) == 1 else "de mijlpalen"
        pronoun = "die" if len(numbers) == 1 else "ze"
        verb = "stond" if len(numbers) == 1 else "stonden"
        return (
            f"Van {subject} {enumerate_words(named)} zegt het logboek niet hoe {pronoun} er op {long_date(self.day)} "
            f"voor {verb}."
        )


def as_it_stood(dossier: Dossier, day: date, today: date) -> PastState:
    """How things stood at the end of `day`; from today on that is how they stand.

    Which milestones there are, their titles, their days and who does the work are those of today: a dossier does not
    say what they were.
    """
    is_past = day < today
    until = min(day, today)
    milestones: dict[int, Milestone] = {}
    untold: set[int] = set()
    for milestone in dossier.of(Milestone).values():
        log = dossier.progress_of(milestone.id)
        milestones[milestone.id] = milestone
        if not is_past and not _is_of_later(milestone, log, today):
            continue
        light = light_on(milestone, log, until)
        if light is None:
            untold.add(milestone.id)
        else:
            milestones[milestone.id] = milestone.model_copy(
                update={"light": light, "done_on": ready_on(milestone, log, until)}
            )
    entries = {entry.id: entry for entry in dossier.of(Progress).values() if entry.date <= until}
    stood = booked_until(dossier, until).with_tables({"milestones": milestones, "progress": entries})
    beside = _beside(dossier, until, still_runs=until < day, is_past=is_past)
    begins_later = bool(dossier.of(Progress)) and not entries
    return PastState(until, stood, is_past, frozenset(untold), _booked(dossier), beside, begins_later)


def as_of_today(dossier: Dossier, today: date) -> Dossier:
    """The dossier with milestones and log as they are today: a line about a day to come counts from then on.

    For what is shown; what is changed is the milestone itself, which has the stoplicht of its newest line.
    """
    newest = next(iter(dossier.of(Progress).values()), None)
    ready = (milestone.done_on for milestone in dossier.of(Milestone).values() if milestone.done_on)
    if (newest is None or newest.date <= today) and max(ready, default=today) <= today:
        return dossier
    stood = as_it_stood(dossier, today, today).dossier
    return dossier.with_tables({name: dict(stood.tables[name]) for name in ("milestones", "progress")})


def _booked(dossier: Dossier) -> frozenset[str]:
    return frozenset(table for table in ("payments", "realised") if dossier.tables[table])


def _beside(dossier: Dossier, until: date, *, still_runs: bool, is_past: bool) -> dict[str, Sequence[str]]:
    """What counts without a day, and of a time that still runs what is booked on days to come, per table of money."""
    payments = payments_after(dossier, until) if still_runs else []
    given = realised_after(dossier, until) if still_runs else []
    without_day = told_without_day(dossier, until, is_past=is_past)
    return {"payments": told_later(payments, until), "realised": [*told_later(given, until), *without_day]}


def _is_of_later(milestone: Milestone, log: Sequence[Progress], today: date) -> bool:
    """Whether its stoplicht or its day of gereed is that of a day that is still to come."""
    day = milestone.done_on if milestone.light is Stoplicht.GEREED else None
    return (day is not None and day > today) or any(entry.date > today for entry in log)


def ready_on(milestone: Milestone, log: Sequence[Progress], day: date) -> date | None:
    """Since when it was gereed at the end of a day; None when it was not, or when nobody knows."""
    if light_on(milestone, log, day) is not Stoplicht.GEREED:
        return None
    since = ready_since([entry for entry in log if entry.date <= day])
    still = ready_since(log)
    # The day on the milestone is about the last time that it became ready, which may have been later.
    is_this_time = milestone.light is Stoplicht.GEREED and (since is None or (still and still.id == since.id))
    if is_this_time and milestone.done_on and milestone.done_on <= day:
        return milestone.done_on
    return since.date if since and not since.since_unknown else None
