"""How the plans of many regions stand, from the few fields that their dossiers give to who supports them nationally.

What is not given is not known, and not zero: who keeps a server chooses the fields.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Goal, GoalOutcome, Speerpunt, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.region import PlanPeriod, Region
from sto_tui.domain.tables import BY_MODEL, TABLES, natural_key
from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.progress.stoplicht import LATE, NOT_BEGUN, is_overdue, should_have_begun

UNDATED = "zonder einddatum"
LEFT = "plan afgelopen en niet gereed"
"""Of a plan that is over nothing can be late any more, nor get a date: it ended without being ready."""
_R = TypeVar("_R", bound=Record)
_UNSEEN: Mapping[type[Record], Mapping[str, Any]] = {
    Region: {"name": "-"},
    PlanPeriod: {"label": "-", "start": date.min, "end": date.max},
    Theme: {"number": 1, "title": "-"},
    Speerpunt: {"theme": 0, "number": "-", "title": "-"},
    Milestone: {"number": "-", "title": "-"},
    Goal: {"number": 1, "text": "-"},
    Progress: {},
}
"""What a record cannot be without, where it is not given. It is never shown."""
_TELLS_PERIOD: Mapping[str, Collection[str]] = {
    "periods": ("label", "start", "end"),
    "themes": ("periods",),
    "speerpunten": ("theme", "periods"),
    "milestones": ("speerpunt", "theme", "start", "due"),
    "goals": ("periods",),
}
"""The fields from which follows to which plan period a record belongs, as a dossier tells it."""

Documents = Mapping[int, Mapping[str, Any]]


@frozen
class SeenRegion:
    """What a dossier gives: per table the documents with the chosen fields, and which fields those are."""

    dossier: str
    documents: Mapping[str, Documents]
    chosen: Mapping[str, Collection[str]]

    def gives(self, table: str, *fields: str) -> bool:
        """Whether these fields of a table are among the chosen ones."""
        return set(fields) <= set(self.chosen.get(table, ()))


@frozen
class NationalRow:
    """One region, in the plan period of the day or, where it does not give what tells the period, in all of them.

    What it does not give is None, or empty.
    `lights` has all lights, `findings` the numbers of milestones by what is the matter with them. `unreadable` records
    count nowhere else.
    """

    dossier: str
    region: str
    kind: str
    period: str
    milestones: int | None
    lights: Mapping[Stoplicht, int] | None
    findings: Mapping[str, tuple[str, ...]]
    goals: int | None
    outcomes: Mapping[GoalOutcome, int] | None
    unreadable: int

    @property
    def found(self) -> int | None:
        """How many findings there are; None when not one can be told."""
        can_tell = self.findings or self.unreadable
        return sum(map(len, self.findings.values())) + self.unreadable if can_tell else None

    @property
    def findings_in_words(self) -> str:
        """`te laat: 1.2, 3.1; zonder einddatum: 2.4`."""
        said = [f"{what}: {', '.join(numbers)}" for what, numbers in self.findings.items() if numbers]
        unread = [f"niet te lezen: {count(self.unreadable, 'regel', 'regels')}"] * bool(self.unreadable)
        return "; ".join(said + unread)


def national_rows(regions: Iterable[SeenRegion], day: date) -> list[NationalRow]:
    """A row for each region, by its name."""
    rows = [_Reading(region, day).row for region in regions]
    return sorted(rows, key=lambda row: ((row.region or row.dossier).casefold(), row.dossier))


class _Reading:
    """Reads the records that can be made of what a region gives."""

    def __init__(self, seen: SeenRegion, day: date) -> None:
        self._seen = seen
        self._day = day
        self._unreadable = 0

    @cached_property
    def row(self) -> NationalRow:
        seen, gives = self._of_period, self._seen.gives
        milestones, goals = tuple(seen.of(Milestone).values()), tuple(seen.of(Goal).values())
        counted = [milestone.light for milestone in milestones]
        outcomes = [goal.outcome for goal in goals]
        region = seen.region
        return NationalRow(
            self._seen.dossier,
            clean_line(region.name) if seen.of(Region) and gives("region", "name") else "",
            region.kind.label if region.kind and gives("region", "kind") else "",
            self._period,
            len(milestones) if "milestones" in self._seen.chosen else None,
            {light: counted.count(light) for light in Stoplicht} if gives("milestones", "light") else None,
            self._findings(milestones),
            len(goals) if "goals" in self._seen.chosen else None,
            {each: outcomes.count(each) for each in GoalOutcome} if gives("goals", "outcome") else None,
            self._unreadable,
        )

    @cached_property
    def _whole(self) -> Dossier:
        tables: dict[str, Mapping[int, Record]] = {name: {} for name in TABLES}
        has_log = self._seen.gives("progress", "milestone", "date", "light")
        models = [model for model in _UNSEEN if model is not Progress or has_log]
        return as_of_today(
            Dossier(tables | {BY_MODEL[model].name: self._records(model) for model in models}), self._day
        )

    @cached_property
    def _of_day(self) -> PlanPeriod | None:
        """The plan period of the day, the shortest when one lies within another; else the last, else the next."""
        if not self._seen.gives("periods", *_TELLS_PERIOD["periods"]):
            return None
        periods = sorted(self._whole.of(PlanPeriod).values(), key=lambda period: period.end, reverse=True)
        begun = sorted((each for each in periods if each.start <= self._day), key=lambda period: period.start)
        now = [period for period in begun if period.end >= self._day]
        coming = min(reversed(periods), key=lambda period: period.start, default=None)
        return next(reversed(now or begun), coming)

    @cached_property
    def _of_period(self) -> Dossier:
        """What belongs to the period of the day, with what belongs to none; all where that cannot be told."""
        if not self._of_day or not self._tells_period:
            return self._whole
        marked = self._of_day.model_copy(update={"current": True})
        others = {id: each.model_copy(update={"current": False}) for id, each in self._whole.of(PlanPeriod).items()}
        return self._whole.with_tables({"periods": {**others, marked.id: marked}}).seen_in(marked.id)

    @property
    def _tells_period(self) -> bool:
        return all(self._seen.gives(table, *fields) for table, fields in _TELLS_PERIOD.items())

    @property
    def _period(self) -> str:
        """What is counted: the period of the day, or all of them."""
        if self._of_day is None:
            return ""
        counted = [self._of_day] if self._tells_period else self._whole.of(PlanPeriod).values()
        return ", ".join(clean_line(period.label) for period in counted)

    def _findings(self, milestones: Sequence[Milestone]) -> dict[str, tuple[str, ...]]:
        gives, day = self._seen.gives, self._day
        if not gives("milestones", "number"):
            return {}
        over = [milestone for milestone in milestones if self._is_of_ended_plan(milestone)]
        going = [milestone for milestone in milestones if milestone not in over]
        tests: Mapping[str, tuple[bool, Sequence[Milestone], Callable[[Milestone], bool]]] = {
            LATE: (gives("milestones", "due", "light"), going, lambda each: is_overdue(each, day)),
            NOT_BEGUN: (gives("milestones", "start", "due", "light"), going, lambda each: should_have_begun(each, day)),
            UNDATED: (gives("milestones", "due"), going, lambda each: each.due is None),
            LEFT: (gives("milestones", "light"), over, lambda each: each.light is not Stoplicht.GEREED),
        }
        return {
            what: _numbers(filter(is_so, among))
            for what, (can_tell, among, is_so) in tests.items()
            if can_tell and (among is going or over)
        }

    def _is_of_ended_plan(self, milestone: Milestone) -> bool:
        """Whether the plan of the day is over; where its plan cannot be told, whether all of its end day are."""
        if self._of_day and self._tells_period:
            return self._of_day.ended_before(self._day)
        if milestone.due is None or not self._seen.gives("periods", *_TELLS_PERIOD["periods"]):
            return False
        around = [each for each in self._whole.of(PlanPeriod).values() if each.start <= milestone.due <= each.end]
        return bool(around) and all(each.ended_before(self._day) for each in around)

    def _records(self, model: type[_R]) -> dict[int, _R]:
        records = {}
        for number, document in self._seen.documents.get(BY_MODEL[model].name, {}).items():
            try:
                records[number] = model.model_validate({**_UNSEEN[model], **document, "id": number})
            except ValidationError:
                self._unreadable += 1
        return records


def _numbers(milestones: Iterable[Milestone]) -> tuple[str, ...]:
    return tuple(sorted((clean_line(milestone.number) for milestone in milestones), key=natural_key))
