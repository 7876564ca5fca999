"""The invented region as it is on the day on which somebody begins with it, so that a demo lives today.

Years move by two at a time, so that the periods of the regulation follow each other; what had not happened on that day
is left out, and what was due since its log ends went as it mostly goes.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sto_tui.domain.change import RecordOrPart
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, ActionStatus
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.periods import add_months, month_end
from sto_tui.domain.record import Part, Record, fields_of
from sto_tui.domain.region import Deadline
from sto_tui.planning.example_past import as_on

FIRST_YEAR, SPAN = 2026, 2
"""The years in which the example was written to be begun with."""

SATURDAY = 5
_YEAR = re.compile(r"\b20[1-4]\d\b")
_GOES_WRONG = 5
"""One in so many of what was due since the log ends is not ready."""
_FORGOTTEN_AFTER = timedelta(days=21)
"""What was to be done longer ago than this has been done by now."""


def on_day(dossier: Dossier, day: date) -> Dossier:
    """The example as it is on a day."""
    return _gone_on(as_on(in_years_of(dossier, day), day), day)


def in_years_of(dossier: Dossier, day: date) -> Dossier:
    """The example, or its plan that was handed in, in the years that belong to a day."""
    return _years_later(dossier, (day.year - FIRST_YEAR) // SPAN * SPAN)


def _years_later(dossier: Dossier, years: int) -> Dossier:
    if not years:
        return dossier
    tables = {
        table: {number: _moved(record, years) for number, record in records.items()}
        for table, records in dossier.tables.items()
    }
    return replace(dossier, tables=tables)


def _moved(record: RecordOrPart, years: int) -> RecordOrPart:
    """A record or part with its days, its years and the years in its texts so many years later."""
    specs = fields_of(type(record))
    return record.model_copy(
        update={name: _value_moved(name, getattr(record, name), years) for name in specs if name != "url"}
    )


def _value_moved(name: str, value: Any, years: int) -> Any:
    if isinstance(value, date):
        return _day_moved(value, years)
    if isinstance(value, int) and not isinstance(value, bool) and "year" in name:
        return value + years
    if type(value) is str:
        return _YEAR.sub(lambda match: str(int(match[0]) + years), value)
    if isinstance(value, tuple):
        return tuple(_moved(part, years) if isinstance(part, Part) else part for part in value)
    return value


def _day_moved(day: date, years: int) -> date:
    """The same day years later; one on which people work stays one, a day that ends a month ends it."""
    ends_month = (day + timedelta(days=1)).day == 1
    moved = add_months(day, years * 12)
    if ends_month:
        return month_end(moved.year, moved.month)
    if day.weekday() < SATURDAY <= moved.weekday() and day.day > 1:
        return moved - timedelta(days=moved.weekday() - SATURDAY + 1)
    return moved


def _gone_on(dossier: Dossier, day: date) -> Dossier:
    """What was due since the log ends became ready on its day, but for one in five, which takes longer."""
    ends = max((entry.date for entry in dossier.of(Progress).values()), default=day)
    due = [
        milestone
        for milestone in dossier.of(Milestone).values()
        if milestone.due and ends < milestone.due <= day and milestone.light is not Stoplicht.GEREED
    ]
    milestones, progress = dict(dossier.tables["milestones"]), dict(dossier.tables["progress"])
    for place, milestone in enumerate(due, 1):
        is_ready = place % _GOES_WRONG != 0
        light = Stoplicht.GEREED if is_ready else Stoplicht.ORANJE
        done = milestone.due if is_ready else None
        milestones[milestone.id] = milestone.model_copy(update={"light": light, "done_on": done})
        number = max(progress, default=0) + 1
        progress[number] = Progress(
            id=number,
            milestone=milestone.id,
            date=milestone.due or day,
            light=light,
            note="Klaar zoals gepland." if is_ready else "Kost enkele weken meer; het werk gaat door.",
            measure="" if is_ready else "De werkgroep plant een extra middag.",
            by="Programmamanager",
        )
    return dossier.with_tables({"milestones": milestones, "progress": progress, **_done_by_now(dossier, day)})


def _done_by_now(dossier: Dossier, day: date) -> dict[str, dict[int, Record]]:
    """Deadlines and actions, with what was to be done some weeks ago done."""
    last = day - _FORGOTTEN_AFTER
    deadlines = {
        number: deadline.changed(done=True) if deadline.date < last else deadline
        for number, deadline in dossier.of(Deadline).items()
    }
    actions = {
        number: action.changed(status=ActionStatus.GEREED)
        if action.due and action.due < last and action.status.waits
        else action
        for number, action in dossier.of(Action).items()
    }
    return {"deadlines": dict(deadlines), "actions": dict(actions)}
