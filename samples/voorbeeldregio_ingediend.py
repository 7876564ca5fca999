"""The plan of 2025-2026 as it was handed in on 15 April 2025: before its log, and with what was changed since."""

from dataclasses import replace
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Goal, GoalOutcome, Speerpunt
from sto_tui.domain.record import Record
from sto_tui.domain.region import PlanPeriod, PlanStatus

PERIOD, HANDED_IN_ON = 2, date(2025, 4, 15)
# What is of later: the log, what was spent and given, and looking back.
_LATER = (
    *("progress", "payments", "realised", "submissions", "reasons"),
    *("sessions", "answers", "scores", "decisions", "actions"),
)
_DROPPED = 999
"""The id of a speerpunt that was in the plan and is no longer."""


def handed_in(dossier: Dossier) -> Dossier:
    """The dossier of the sample as its plan of 2025-2026 was handed in."""
    seen = dossier.seen_in(PERIOD)
    tables = {name: {} if name in _LATER else dict(records) for name, records in seen.tables.items()}
    tables["periods"] = {
        number: period.changed(
            current=number == PERIOD, plan_status=PlanStatus.VASTGESTELD, granted_on=None, closed=False
        )
        for number, period in seen.of(PlanPeriod).items()
        if number <= PERIOD
    }
    for table, model in (("goals", _goal), ("milestones", _milestone), ("budget", _line), ("parties", _party)):
        tables[table] = {number: model(record) for number, record in tables[table].items()}
    first = next(iter(seen.of(Speerpunt).values()))
    tables["speerpunten"][_DROPPED] = Speerpunt(
        id=_DROPPED, theme=first.theme, number="A5", title="Robotica na schooltijd", result="Een club op drie scholen."
    )
    return replace(seen, tables=tables, all_periods=None, lens=None)


def _goal(goal: Record) -> Record:
    if not isinstance(goal, Goal):
        return goal
    target = {"target": "12 hybride docenten"} if goal.target == "10 hybride docenten" else {}
    return goal.changed(
        outcome=GoalOutcome.ONBEKEND,
        why="",
        reached="",
        reached_year=None,
        still_ambition=None,
        reformulated_as=None,
        **target,
    )


_DUE = {"E1b": date(2026, 6, 26), "B2b": date(2026, 6, 26), "D1c": date(2026, 6, 26)}


def _milestone(milestone: Record) -> Record:
    """Not begun; three of them were moved since."""
    if not isinstance(milestone, Milestone):
        return milestone
    due = _DUE.get(milestone.number, milestone.due)
    return milestone.changed(light=Stoplicht.NIET_GESTART, done_on=None, due=due)


def _line(line: Record) -> Record:
    """Two rounds were taken out, and the programme manager got the hours."""
    if not isinstance(line, BudgetLine) or line.year != 2026:
        return line
    quantity = {"Vervoer en inregelen": 6.0, "Programmamanager": 1_260.0}.get(line.title, line.quantity)
    return line.changed(quantity=quantity)


def _party(party: Record) -> Record:
    """The lyceum took part, and one school was not there yet."""
    if not isinstance(party, Party):
        return party
    if party.short == "LK":
        return party.changed(status=PartyStatus.TOEGEZEGD, stopped_on=None)
    return party
