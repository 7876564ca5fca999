"""The plans of 2025-2026 and 2027-2028 as they were on the day on which they were handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Goal, Speerpunt
from sto_tui.domain.record import Record
from sto_tui.domain.region import PlanPeriod, PlanStatus
from sto_tui.planning.example_past import as_on

_NOT_IN_A_PLAN = ("submissions", "reasons", "set_aside")
_DROPPED = 999
"""The id of a speerpunt that was in the plan and is no longer."""


@dataclass(frozen=True)
class AsWritten:
    """A plan that was handed in, and what stood differently in it.

    `days` has the start and due date of a milestone by its number, `quantities` that of a budget line by year and post,
    `targets` of what a goal aims at now what it aimed at then.
    """

    period: int
    day: date
    days: Mapping[str, tuple[date | None, date]]
    quantities: Mapping[tuple[int, str], float]
    targets: Mapping[str, str] = field(default_factory=dict)
    dropped: str = ""
    all_took_part: date | None = None
    """The day on which all parties signed for it, the lyceum too; without it they are as they were."""

    def of(self, dossier: Dossier) -> Dossier:
        """The dossier of the sample as this plan was handed in."""
        seen = as_on(dossier, self.day).seen_in(self.period)
        tables = {name: {} if name in _NOT_IN_A_PLAN else dict(records) for name, records in seen.tables.items()}
        tables["periods"] = {
            number: self._period(period) for number, period in seen.of(PlanPeriod).items() if number <= self.period
        }
        for table, model in (
            ("goals", self._goal),
            ("milestones", self._milestone),
            ("budget", self._line),
            ("parties", self._party),
        ):
            tables[table] = {number: model(record) for number, record in tables[table].items()}
        if self.dropped:
            first = next(iter(seen.of(Speerpunt).values()))
            number, title, result = self.dropped.split(" | ")
            tables["speerpunten"][_DROPPED] = Speerpunt(
                id=_DROPPED, theme=first.theme, number=number, title=title, result=result
            )
        return replace(seen, tables=tables, all_periods=None, lens=None)

    def _period(self, period: PlanPeriod) -> PlanPeriod:
        if period.id != self.period:
            return period.changed(current=False)
        return period.changed(current=True, plan_status=PlanStatus.VASTGESTELD, granted_on=None, closed=False)

    def _goal(self, goal: Record) -> Record:
        if isinstance(goal, Goal) and goal.target in self.targets:
            return goal.changed(target=self.targets[goal.target])
        return goal

    def _milestone(self, milestone: Record) -> Record:
        """Some were moved since."""
        if isinstance(milestone, Milestone) and milestone.number in self.days:
            start, due = self.days[milestone.number]
            return milestone.changed(start=start or milestone.start, due=due)
        return milestone

    def _line(self, line: Record) -> Record:
        if not isinstance(line, BudgetLine):
            return line
        return line.changed(quantity=self.quantities.get((line.year, line.title), line.quantity))

    def _party(self, party: Record) -> Record:
        if not isinstance(party, Party) or not self.all_took_part or party.status is PartyStatus.BEOOGD:
            return party
        return party.changed(status=PartyStatus.GETEKEND, agreed_on=self.all_took_part, stopped_on=None)


_JUNE = date(2026, 6, 26)
PLANS = (
    AsWritten(
        period=2,
        day=date(2025, 4, 15),
        days=dict.fromkeys(("E1b", "B2b", "D1c"), (None, _JUNE)),
        # Two rounds were taken out, and the programme manager got the hours.
        quantities={(2026, "Vervoer en inregelen"): 6.0, (2026, "Programmamanager"): 1_260.0},
        targets={"10 hybride docenten": "12 hybride docenten"},
        dropped="A5 | Robotica na schooltijd | Een club op drie scholen.",
        all_took_part=date(2025, 4, 3),
    ),
    AsWritten(
        period=3,
        day=date(2026, 9, 28),
        days={
            "1.2c": (date(2027, 5, 10), date(2027, 6, 4)),
            "1.2d": (date(2027, 6, 7), date(2027, 7, 9)),
        },
        # Two evenings with parents became one afternoon with role models.
        quantities={(2027, "Keuzeavonden met ouders"): 8.0, (2027, "Rolmodellen en techniekmiddagen"): 5.0},
    ),
)
