"""How the plans of many regions stand, from the few fields that their dossiers give to who supports them nationally.

What is not given is not known, and not zero: who keeps a server chooses the fields.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from sto_tui.domain.dutch import count
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.domain.record import Record
from sto_tui.domain.region import PlanPeriod, Region
from sto_tui.domain.tables import natural_key
from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen
from sto_tui.planning.progress.stoplicht import LATE, NOT_BEGUN, is_overdue, should_have_begun

UNDATED = "zonder einddatum"
_R = TypeVar("_R", bound=Record)
_UNSEEN: Mapping[type[Record], Mapping[str, Any]] = {
    Region: {"name": "-"},
    PlanPeriod: {"label": "-", "start": date.min, "end": date.max},
    Milestone: {"number": "-", "title": "-"},
    Goal: {"number": 1, "text": "-"},
}
"""What a record cannot be without, where it is not given. It is never shown."""

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
    """One region. What it does not give is None, or empty.

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
        regions, milestones = self._records("region", Region), self._records("milestones", Milestone)
        goals = self._records("goals", Goal)
        gives, first, period = self._seen.gives, next(iter(regions), None), self._period()
        counted = [milestone.light for milestone in milestones]
        outcomes = [goal.outcome for goal in goals]
        return NationalRow(
            self._seen.dossier,
            clean_line(first.name) if first and gives("region", "name") else "",
            first.kind.label if first and first.kind and gives("region", "kind") else "",
            period,
            len(milestones) if "milestones" in self._seen.chosen else None,
            {light: counted.count(light) for light in Stoplicht} if gives("milestones", "light") else None,
            self._findings(milestones),
            len(goals) if "goals" in self._seen.chosen else None,
            {each: outcomes.count(each) for each in GoalOutcome} if gives("goals", "outcome") else None,
            self._unreadable,
        )

    def _period(self) -> str:
        """The plan period of the day; else the last that began before it, else the first."""
        if not self._seen.gives("periods", "label", "start", "end"):
            return ""
        periods = sorted(self._records("periods", PlanPeriod), key=lambda period: (period.start, period.end))
        begun = [period for period in periods if period.start <= self._day]
        now = [period for period in begun if period.end >= self._day]
        return next((clean_line(period.label) for period in (*now, *reversed(begun), *periods)), "")

    def _findings(self, milestones: Iterable[Milestone]) -> dict[str, tuple[str, ...]]:
        gives = self._seen.gives
        if not gives("milestones", "number"):
            return {}
        tests: Mapping[str, tuple[bool, Callable[[Milestone], bool]]] = {
            LATE: (gives("milestones", "due", "light"), lambda each: is_overdue(each, self._day)),
            NOT_BEGUN: (gives("milestones", "start", "due", "light"), lambda each: should_have_begun(each, self._day)),
            UNDATED: (gives("milestones", "due"), lambda each: each.due is None),
        }
        return {
            what: _numbers(milestone for milestone in milestones if is_so(milestone))
            for what, (can_tell, is_so) in tests.items()
            if can_tell
        }

    def _records(self, table: str, model: type[_R]) -> list[_R]:
        records = []
        for number, document in self._seen.documents.get(table, {}).items():
            try:
                records.append(model.model_validate({**_UNSEEN[model], **document, "id": number}))
            except ValidationError:
                self._unreadable += 1
        return records


def _numbers(milestones: Iterable[Milestone]) -> tuple[str, ...]:
    return tuple(sorted((clean_line(milestone.number) for milestone in milestones), key=natural_key))
