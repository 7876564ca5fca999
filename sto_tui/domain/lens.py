"""To which plan periods each record belongs, and a dossier's tables as one period sees them.

Goals, themes, speerpunten and risks name their periods, milestones follow their speerpunt or theme (else their days),
money its year (what was spent or realised that of its line), what is told and trained its day (else its milestone or
speerpunt), what is learned of others the speerpunten in which it comes back, equipment the years in which it is written
off, deadlines the plan that is made, carried out or accounted for by then, texts their period, and the evaluation the
period that it looks back at; a meeting of those who steer is of its day, and their action of the period in which they
decided on it. What belongs to no period is seen in the one at hand, so that it is neither lost nor told twice; a check
says so. An evaluation without a period is of what was before the first one. All other tables are of every period.
Source: Tips en tools, section 2: a plan is evaluated, and what is kept goes on in the next one.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, cast

from sto_tui.domain.communication import Communication
from sto_tui.domain.evaluation import Action, Answer, Decision, Meeting, Score
from sto_tui.domain.learning import Lesson, Training
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import Equipment
from sto_tui.domain.periods import add_months
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.reads import kept
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Deadline, PlanPeriod
from sto_tui.domain.steering import Resolution

Tables = Mapping[str, Mapping[int, Record]]
Periods = frozenset[int]
NONE: Periods = frozenset()

_FOLLOWS = {"veri": "row", "progress": "milestone", "payments": "budget_line", "realised": "contribution"}
"""Tables whose records belong where the record belongs that this field refers to."""

_LED_BY = {
    "milestones": ("veri", "progress", "communication"),
    "budget": ("payments",),
    "cofinancing": ("realised",),
    "resolutions": ("actions",),
}
"""Tables by what their records may take their periods from."""
_LEADING = frozenset(("periods", "themes", "speerpunten", "sessions", "decisions", "answers"))
"""Tables that lead to others in more than one step, so that what changes in them is looked up in all."""

_ACCOUNTED_FOR = 12
"""Months after a plan period in which its deadlines fall."""

_LOOKING_BACK = ("sessions", "decisions", "answers", "scores")
_EVALUATION = (*_LOOKING_BACK, "actions")
_OF_THE_STUURGROEP = ("sessions", "actions")
"""Tables in which stands what those who steer do, beside the evaluation."""


def before(periods: Iterable[PlanPeriod], period: PlanPeriod | None) -> PlanPeriod | None:
    """The last period that ended before this one begins."""
    earlier = (other for other in periods if period and other.end < period.start)
    return max(earlier, key=lambda ended: (ended.end, ended.start, ended.id), default=None)


class Belonging:
    """To which periods the records of a dossier belong. An empty set: to none of them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._periods = cast(Mapping[int, PlanPeriod], tables.get("periods", {}))
        self._rules: Mapping[str, Callable[[Any], Periods]] = {
            "goals": self._named,
            "themes": self._theme,
            "speerpunten": self._speerpunt,
            "risks": self._named,
            "milestones": self._milestone,
            "budget": self._year,
            "cofinancing": self._year,
            "equipment": self._equipment,
            "deadlines": self._deadline,
            "texts": self._own,
            "communication": self._communication,
            "training": self._training,
            "vision": self._own,
            "lessons": self._lesson,
            "sessions": self._session,
            "decisions": self._decision,
            "answers": self._answer,
            "scores": self._answer,
            "actions": self._action,
        }

    def is_bound(self, table: str) -> bool:
        """Whether records of this table belong to periods at all."""
        return table in self._rules or table in _FOLLOWS

    def of(self, table: str, record: Record) -> Periods:
        """The periods to which a record of a bound table belongs."""
        rule = self._rules.get(table)
        return rule(record) if rule else self._of_what_it_follows(_FOLLOWS[table], record)

    def among(self, table: str) -> Callable[[Any], Periods]:
        """`of` for many records of a bound table at once: what ten roles follow is looked up once."""
        if table not in _FOLLOWS:
            return self._rules[table]
        field = _FOLLOWS[table]
        followed = attrgetter(field)
        known: dict[object, Periods] = {}

        def of(record: Record) -> Periods:
            value = followed(record)
            if value not in known:
                known[value] = self._of_what_it_follows(field, record)
            return known[value]

        return of

    def _of_what_it_follows(self, field: str, record: Record) -> Periods:
        value = getattr(record, field)
        return self.at(value if isinstance(value, Ref) else Ref(_TABLE_OF[field], value))

    def at(self, ref: Ref) -> Periods:
        """The periods to which the record at an address belongs; none when it is gone."""
        record = self._tables.get(ref.table, {}).get(ref.id)
        return NONE if record is None else self.of(ref.table, record)

    def _there(self, numbers: Iterable[int | None]) -> Periods:
        return frozenset(number for number in numbers if number is not None and number in self._periods)

    def _named(self, record: Any) -> Periods:
        return self._there(record.periods)

    def _own(self, record: Any) -> Periods:
        return self._there((record.period,))

    def _theme(self, theme: Theme) -> Periods:
        """Those that it names, and those of its speerpunten: a speerpunt is never seen without its theme."""
        return self._named(theme) | self._of_speerpunten.get(theme.id, NONE)

    @kept
    def _of_speerpunten(self) -> Mapping[int, Periods]:
        by_theme: dict[int, Periods] = {}
        for speerpunt in cast(Iterable[Speerpunt], self._tables.get("speerpunten", {}).values()):
            by_theme[speerpunt.theme] = by_theme.get(speerpunt.theme, NONE) | self._named(speerpunt)
        return by_theme

    def _speerpunt(self, speerpunt: Speerpunt) -> Periods:
        """Those that it names, else those of its theme."""
        theme = cast(Theme | None, self._tables.get("themes", {}).get(speerpunt.theme))
        if (own := self._named(speerpunt)) or theme is None:
            return own
        return self._named(theme) or self._theme(theme)

    def _milestone(self, milestone: Milestone) -> Periods:
        """Those of its speerpunt or theme, of these the ones in which its days fall; else by its days alone."""
        parents = self._by_speerpunt.get(milestone.speerpunt or 0)
        if parents is None:
            parents = self._by_theme.get(milestone.theme or 0, NONE)
        days = self._in_which_fall(milestone.start or milestone.due, milestone.due or milestone.start)
        return (parents & days or parents) if parents else days

    @kept
    def _by_theme(self) -> Mapping[int, Periods]:
        """Those of every theme: thousands of milestones ask for those of a few."""
        return {number: self.of("themes", theme) for number, theme in self._tables.get("themes", {}).items()}

    @kept
    def _by_speerpunt(self) -> Mapping[int, Periods]:
        speerpunten = self._tables.get("speerpunten", {})
        return {number: self.of("speerpunten", speerpunt) for number, speerpunt in speerpunten.items()}

    def _in_which_fall(self, first: date | None, last: date | None) -> Periods:
        if first is None or last is None:
            return NONE
        return frozenset(
            number for number, period in self._periods.items() if first <= period.end and last >= period.start
        )

    def _year(self, line: Any) -> Periods:
        return frozenset(
            number for number, period in self._periods.items() if period.start.year <= line.year <= period.end.year
        )

    def _equipment(self, equipment: Equipment) -> Periods:
        """Those in which it is written off."""
        return self._in_which_fall(equipment.in_use_from, equipment.written_off_on)

    def _communication(self, told: Communication) -> Periods:
        """That of its day, else those of the milestone that is told."""
        return self._in_which_fall(told.date, told.date) or self.at(Ref("milestones", told.milestone or 0))

    def _training(self, training: Training) -> Periods:
        """That of its day, else those of its speerpunt."""
        return self._in_which_fall(training.date, training.date) or self.at(Ref("speerpunten", training.speerpunt or 0))

    def _lesson(self, lesson: Lesson) -> Periods:
        """Those of the speerpunten in which it comes back; else all that had not ended when it was learned."""
        returns = [self.at(Ref("speerpunten", number)) for number in lesson.speerpunten]
        if back := NONE.union(*returns):
            return back
        learned = lesson.date or date.min
        return frozenset(number for number, period in self._periods.items() if period.end >= learned)

    def _session(self, meeting: Meeting) -> Periods:
        """The one that it looks back at; of those who steer, who look back at none, that of its day."""
        if _is_of_stuurgroep(meeting):
            return self._in_which_fall(meeting.date, meeting.date)
        return self._own(meeting)

    def _deadline(self, deadline: Deadline) -> Periods:
        """Those of which the plan is made, carried out or accounted for then; before and after all: the first and last.

        A plan is made in the year and a half before it begins, and accounted for in the year after it.
        """
        first = min((period.start for period in self._periods.values()), default=None)
        last = max((period.end for period in self._periods.values()), default=None)
        return frozenset(
            number
            for number, period in self._periods.items()
            if (period.start == first or period.made_from <= deadline.date)
            and (period.end == last or deadline.date <= add_months(period.end, _ACCOUNTED_FOR))
        )

    def _decision(self, decision: Decision) -> Periods:
        """Its own, else those of the answers from which it follows."""
        return self._own(decision) or self._of_answers.get(decision.id, NONE)

    @kept
    def _of_answers(self) -> Mapping[int, Periods]:
        by_decision: dict[int, Periods] = {}
        for answer in cast(Iterable[Answer], self._tables.get("answers", {}).values()):
            if answer.decision:
                by_decision[answer.decision] = by_decision.get(answer.decision, NONE) | self._of_meeting(answer)
        return by_decision

    def _answer(self, answer: Answer | Score) -> Periods:
        """That of its meeting, else its own, else that of the decision that was taken on it."""
        return self._of_meeting(answer) or self.at(Ref("decisions", getattr(answer, "decision", 0) or 0))

    def _of_meeting(self, answer: Answer | Score) -> Periods:
        meeting = cast(Meeting | None, self._tables.get("sessions", {}).get(answer.session or 0))
        return (self._own(meeting) if meeting else NONE) or self._own(answer)

    def _action(self, action: Action) -> Periods:
        """Those of the decision of the evaluation, else that in which the stuurgroep decided on it."""
        return self.at(Ref("decisions", action.decision or 0)) or self._of_resolution(action.resolution or 0)

    def _of_resolution(self, number: int) -> Periods:
        resolution = cast(Resolution | None, self._tables.get("resolutions", {}).get(number))
        meeting = cast(Meeting | None, self._tables.get("sessions", {}).get((resolution and resolution.session) or 0))
        day = (resolution and resolution.date) or (meeting and meeting.date) or None
        return self._in_which_fall(day, day)


_TABLE_OF = {"milestone": "milestones", "budget_line": "budget", "contribution": "cofinancing"}
"""The table of a field in `_FOLLOWS` that holds a number and no address."""


def restricted(
    tables: Tables,
    belonging: Belonging,
    period: int | None,
    at_hand: int | None,
    *,
    as_plan: bool = False,
    earlier: tuple[Tables, Tables] | None = None,
) -> Tables:
    """The tables as one period sees them; the same object when it sees all.

    The evaluation of a period stands with the plan that follows from it: that of the next period, or as long as there
    is none with its own, but not `as_plan`. `earlier` are the tables of the version before, and as this period saw
    them: only what changed since is looked up, and a table in which nothing did is the same object.
    """
    periods = cast(Mapping[int, PlanPeriod], tables.get("periods", {}))
    if period is None or period not in periods:
        return tables
    evaluated = _evaluated(periods, periods[period], as_plan=as_plan)
    changed = {name for name, records in tables.items() if earlier and earlier[0].get(name) is not records}
    led = {name for leader in changed for name in _LED_BY.get(leader, ())}
    if not changed.isdisjoint(_LEADING):
        earlier = None
    seen: dict[str, Mapping[int, Record]] = {}
    for table, records in tables.items():
        if not belonging.is_bound(table):
            continue
        own: Periods = frozenset((period,))
        wanted = evaluated if table in _EVALUATION else own
        takes_loose = period == (_first(periods, at_hand) if table in _LOOKING_BACK else at_hand)
        if earlier and table not in changed | led:
            kept = earlier[1][table]
        else:
            known, known_seen = (earlier[0][table], earlier[1][table]) if earlier and table not in led else ({}, {})
            periods_of = belonging.among(table)
            kept = {
                number: record
                for number, record in records.items()
                if (
                    number in known_seen
                    if known.get(number) is record
                    else _is_seen(periods_of(record), own, takes_loose=period == at_hand)
                    if table in _OF_THE_STUURGROEP and _is_of_stuurgroep(record)
                    else _is_seen(periods_of(record), wanted, takes_loose=takes_loose)
                )
            }
        if len(kept) < len(records):
            seen[table] = kept
    return {**tables, **seen} if seen else tables


def _is_of_stuurgroep(record: Record) -> bool:
    """Whether it is a meeting or an action of those who steer: these stand with their own plan, not with the next."""
    if isinstance(record, Meeting):
        return record.body is not None and record.period is None
    return isinstance(record, Action) and record.decision is None and record.resolution is not None


def _is_seen(periods: Periods, wanted: Periods, *, takes_loose: bool) -> bool:
    return bool(periods & wanted) if periods else takes_loose


def _first(periods: Mapping[int, PlanPeriod], at_hand: int | None) -> int | None:
    """The plan that looks back at what was before the dossier began: that at hand when no period ended before it."""
    first = [period for period in periods.values() if before(periods.values(), period) is None]
    if any(period.id == at_hand for period in first):
        return at_hand
    return min(first, key=lambda period: (period.start, period.end, period.id)).id if first else None


def _evaluated(periods: Mapping[int, PlanPeriod], period: PlanPeriod, *, as_plan: bool) -> Periods:
    earlier = before(periods.values(), period)
    wanted = {earlier.id} if earlier else set()
    leads_on = any(before(periods.values(), later) == period for later in periods.values())
    return frozenset(wanted if as_plan or leads_on else {*wanted, period.id})
