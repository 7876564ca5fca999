"""The invented region without what had not happened on a day: no days, evidence, counts or words of later."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sto_tui.domain.change import without
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.evaluation import Action, ActionStatus, Answer, Decision, Meeting, Score
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.money import Cofinancing, CofinancingStatus, Realised
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.periods import add_months
from sto_tui.domain.plan import Chapter, ChapterText, Goal, GoalOutcome, Support, SupportState
from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.region import Deadline, PlanPeriod, PlanStatus
from sto_tui.domain.steering import Resolution
from sto_tui.domain.typed_dates import parse_date
from sto_tui.domain.vision import Indicator
from sto_tui.planning.progress.as_it_stood import as_it_stood

_WRITTEN_DATE = re.compile(rf"\b(?:\d{{1,2}}-\d{{1,2}}-20\d\d|(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) 20\d\d)\b")
_PAPERS = ("evidence", "source")
"""Fields that name a paper, by its date."""
_NEXT_MONTHS = 2
"""An action that is due later than this has not been begun."""
_NOT_LOOKED_BACK: dict[str, Any] = {
    "reached": "",
    "reached_year": None,
    "outcome": GoalOutcome.ONBEKEND,
    "why": "",
    "still_ambition": None,
    "reformulated_as": None,
}
_BEFORE_PAPER = {
    CofinancingStatus.GETEKEND: CofinancingStatus.TOEGEZEGD,
    CofinancingStatus.TOEGEZEGD: CofinancingStatus.BEOOGD,
}
_AGREEMENT = "Getekende overeenkomst"


def as_on(dossier: Dossier, day: date) -> Dossier:
    """The example with only what had happened at the end of a day."""
    dossier = as_it_stood(dossier, day, day).dossier
    looked_back = any(_came(decision, day) for decision in dossier.of(Decision).values())
    everything = [record for records in dossier.tables.values() for record in records.values()]
    to_come = [record for record in everything if not _existed(record, dossier, day, looked_back=looked_back)]
    dossier = without(dossier, to_come)
    handed_in = {submission.period for submission in dossier.of(Submission).values()}
    given = {entry.contribution for entry in dossier.of(Realised).values()}
    tables = {
        table: {
            number: _not_yet(record, day, looked_back=looked_back, is_given=number in given)
            for number, record in records.items()
        }
        for table, records in dossier.tables.items()
    }
    tables["periods"] = {
        period.id: _as_far_as(period, dossier.of(PlanPeriod)[period.id], is_handed_in=period.id in handed_in)
        for period in tables["periods"].values()
        if isinstance(period, PlanPeriod)
    }
    return replace(dossier, tables=tables)


def _as_far_as(period: PlanPeriod, later: PlanPeriod, *, is_handed_in: bool) -> PlanPeriod:
    """A period with its plan as far as it was: adopted, handed in and granted on days that are known."""
    if later.adopted_on and period.adopted_on is None:
        return period.changed(plan_status=PlanStatus.CONCEPT)
    if later.granted_on and period.granted_on is None:
        return period.changed(plan_status=PlanStatus.INGEDIEND if is_handed_in else PlanStatus.VASTGESTELD)
    return period


def _came(record: Record | None, day: date) -> bool:
    """Whether the day of a record had come; one without a day always has."""
    moment = getattr(record, "date", None)
    return not isinstance(moment, date) or moment <= day


def _existed(record: Record, dossier: Dossier, day: date, *, looked_back: bool) -> bool:
    """Whether a record was there: it had happened, its meeting was held, somebody had decided on it."""
    if isinstance(record, Answer | Score):
        return record.session is None or _came(dossier.of(Meeting).get(record.session), day)
    if isinstance(record, Decision | Resolution):
        return _came(record, day)
    if isinstance(record, Action) and record.resolution is not None:
        decided = dossier.of(Resolution).get(record.resolution)
        return decided is not None and _came(decided, day)
    if isinstance(record, Action) or (isinstance(record, ChapterText) and record.chapter is Chapter.TERUGBLIK):
        return looked_back
    return not any(moment > day and spec.required for spec, moment in _days_of(record))


def _days_of(record: Record) -> Iterator[tuple[FieldSpec, date]]:
    """The days on which something of a record happened."""
    for name, spec in fields_of(type(record)).items():
        if spec.happened and isinstance(moment := getattr(record, name), date):
            yield spec, moment


def _not_yet(record: Record, day: date, *, looked_back: bool, is_given: bool) -> Record:
    """A record as it was: what happened to it later did not happen yet."""
    if isinstance(record, Indicator):
        return _counted_until(record, day)
    later = {spec.name for spec, moment in _days_of(record) if moment > day}
    values: dict[str, Any] = dict.fromkeys(later)
    values |= {name: "" for name in _PAPERS if _is_dated_after(getattr(record, name, ""), day)}
    if isinstance(record, Deadline) and record.date > day:
        values["done"] = False
    if isinstance(record, Party) and ("agreed_on" in later or "stopped_on" in later):
        values["status"] = PartyStatus.TOEGEZEGD
    if isinstance(record, Cofinancing):
        values |= _promised(record, day, is_given=is_given)
    if isinstance(record, Support):
        values |= _visited(record, day)
    if isinstance(record, Action) and record.due and record.due > day:
        values |= _planned(record, day)
    if isinstance(record, Meeting) and not _came(record, day):
        values["attendees"] = ""
    if isinstance(record, Goal) and not looked_back:
        values |= _NOT_LOOKED_BACK
    return record.changed(**values) if values else record


def _is_dated_after(written: str, day: date) -> bool:
    """Whether a paper that is named has a date that is still to come."""
    return any(parse_date(found) > day for found in _WRITTEN_DATE.findall(written))


def _promised(line: Cofinancing, day: date, *, is_given: bool) -> dict[str, Any]:
    """How far a contribution was; one of which nothing was given in this year or later was promised on paper."""
    if line.status is CofinancingStatus.GEREALISEERD and line.year >= day.year and not is_given:
        return {"status": CofinancingStatus.GETEKEND, "evidence": _AGREEMENT}
    if _is_dated_after(line.evidence, day):
        return {"status": _BEFORE_PAPER.get(line.status, line.status)}
    return {}


def _visited(support: Support, day: date) -> dict[str, Any]:
    """The visits that were paid, and how far the question is with those."""
    visits = tuple(visit for visit in support.visits if visit.date is None or visit.date <= day)
    if visits == support.visits:
        return {}
    return {"visits": visits, "state": SupportState.RUNNING if visits else SupportState.ASKED}


def _planned(action: Action, day: date) -> dict[str, Any]:
    """An action whose day is to come: not ready, and begun only when that day is near."""
    if action.due and action.due > add_months(day, _NEXT_MONTHS):
        return {"status": ActionStatus.OPEN, "postponed": 0}
    return {"status": ActionStatus.OPEN} if action.status is ActionStatus.GEREED else {}


def _counted_until(indicator: Indicator, day: date) -> Indicator:
    """A figure with what was counted until a day; of later years it has what was expected, if anything was."""
    counted_on = indicator.reference_date
    if counted_on is None or counted_on <= day:
        return indicator
    while counted_on > day:
        counted_on = add_months(counted_on, -12)
    has_prognosis = any(point.prognosis for point in indicator.series)
    series = tuple(
        point.model_copy(update={"prognosis": True}) if point.year > counted_on.year else point
        for point in indicator.series
        if has_prognosis or point.year <= counted_on.year
    )
    return indicator.changed(reference_date=counted_on, series=series)
