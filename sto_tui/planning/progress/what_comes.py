"""What comes after the period of a report: the milestones and go/no-go moments of the next one, by month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.progress.as_it_stood import PastState
from sto_tui.planning.progress.period_report import Reported, ReportPeriod

_MONTHS_OF_YEAR = 12


@dataclass(frozen=True)
class ComingMonth:
    """What is due in a month: the moments at which to go on or stop, and the other milestones."""

    year: int
    month: int
    moments: Sequence[Milestone]
    milestones: Sequence[Milestone]


def next_span(span: ReportPeriod, plan: PlanPeriod | None) -> ReportPeriod | None:
    """As many months, or days, as a period has, right after it; as far as the plan goes, None when that is over."""
    start = span.end + timedelta(days=1)
    end = start + (span.end - span.start)
    if span.start.day == start.day == 1:
        months = _months(start) - _months(span.start)
        end = _first_of(_months(start) + months) - timedelta(days=1)
    if plan is None:
        return ReportPeriod(start, end)
    return ReportPeriod(start, min(end, plan.end)) if start <= plan.end else None


def _months(day: date) -> int:
    return day.year * _MONTHS_OF_YEAR + day.month - 1


def _first_of(months: int) -> date:
    return date(months // _MONTHS_OF_YEAR, months % _MONTHS_OF_YEAR + 1, 1)


def coming_span(reported: Reported) -> ReportPeriod | None:
    """From the day on which the report tells how things stand to the end of the next period; None when all is over.

    It begins with the plan at the earliest, and no later than a period that is still to come: what is due before that
    and not ready has to be told too.
    """
    span, plan = reported.span, reported.standing.dossier.current_period
    after = next_span(span, plan)
    start = max(reported.standing.day + timedelta(days=1), plan.start if plan else span.start)
    end = after.end if after else span.end
    return ReportPeriod(start, end) if start <= end else None


def coming(standing: PastState, span: ReportPeriod) -> Iterator[ComingMonth]:
    """What is due in a period and not yet ready, a month at a time; months without anything are left out."""
    due = [
        (milestone.due, milestone)
        for milestone in standing.dossier.of(Milestone).values()
        if milestone.due and milestone.due in span and standing.light_of(milestone) is not Stoplicht.GEREED
    ]
    for months in sorted({_months(day) for day, _ in due}):
        ahead = [milestone for day, milestone in due if _months(day) == months]
        first = _first_of(months)
        yield ComingMonth(
            first.year,
            first.month,
            [milestone for milestone in ahead if milestone.kind is MilestoneKind.GO_NO_GO],
            [milestone for milestone in ahead if milestone.kind is not MilestoneKind.GO_NO_GO],
        )


def unfinished(standing: PastState) -> Sequence[Milestone]:
    """What was due by the end of the day and is known not to have been ready then."""
    return [
        milestone
        for milestone in standing.dossier.of(Milestone).values()
        if milestone.due
        and milestone.due <= standing.day
        and standing.light_of(milestone) not in (None, Stoplicht.GEREED)
    ]
