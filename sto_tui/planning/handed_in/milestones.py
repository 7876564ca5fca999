"""Milestones that were dropped, added, changed, moved or not carried out in time.

Source: domain.md §1.7: what is not carried out, or not in time, is reported at once; a shift in time, or another
activity for the same goal, in the next report. What has another day that has not passed is moved, and not late.
"""

from collections.abc import Mapping

from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import capital, short_date
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.record import Ref
from sto_tui.planning.handed_in.difference import (
    Difference,
    DifferenceKind,
    Differences,
    ReportBy,
    Sides,
    field_changes,
    told,
)
from sto_tui.planning.progress.stoplicht import is_overdue

_CONTENT = ("title", "tangible_result")


def milestone_differences(sides: Sides, dropped_above: frozenset[Ref]) -> Differences:
    """By number. Those of a speerpunt that was dropped itself, in `dropped_above`, are told with it."""
    before, now = sides.before.of(Milestone), sides.now.of(Milestone)
    added = [milestone for number, milestone in now.items() if number not in before]
    for number, milestone in before.items():
        if number in now:
            yield from _changed(sides, milestone, now[number])
            yield from _in_time(sides, milestone, now[number])
        elif Ref("speerpunten", milestone.speerpunt or 0) not in dropped_above:
            yield _dropped(sides, milestone, added)
    for milestone in added:
        ref = ref_of(milestone)
        yield Difference(
            str(ref),
            ref,
            DifferenceKind.ACTIVITY_ADDED,
            ReportBy.NEXT_REPORT,
            f"{capital(sides.name(milestone))} is nieuw.",
            now=sides.now.caption(ref),
        )


def _dropped(sides: Sides, milestone: Milestone, added: list[Milestone]) -> Difference:
    """Where another one came for the same speerpunt or theme, the goal has another activity."""
    ref = ref_of(milestone)
    others = [sides.name(other) for other in added if _belongs(other) == _belongs(milestone) != (None, None)]
    text = f"{capital(sides.name(milestone))} {sides.gone(ref)}."
    if others:
        text += f" Nieuw is hier {others[0]}."
    report = ReportBy.NEXT_REPORT if others else ReportBy.AT_ONCE
    kind = DifferenceKind.ACTIVITY_DROPPED
    return Difference(str(ref), ref, kind, report, text, before=sides.before.caption(ref))


def _belongs(milestone: Milestone) -> tuple[int | None, int | None]:
    return (milestone.speerpunt, None) if milestone.speerpunt else (None, milestone.theme)


def _changed(sides: Sides, before: Milestone, now: Milestone) -> Differences:
    if changes := field_changes(sides, before, now, _CONTENT):
        ref = ref_of(now)
        text = f"Mijlpaal {now.number}: {', '.join(map(str, changes))}."
        kind, report = DifferenceKind.ACTIVITY_CHANGED, ReportBy.NEXT_REPORT
        yield Difference(str(ref), ref, kind, report, text, **told(changes))


def _in_time(sides: Sides, before: Milestone, now: Milestone) -> Differences:
    if now.light is Stoplicht.GEREED:
        clauses, words = _ready_later(before, now)
        late = ""
    else:
        clauses, words = _moved(sides, before, now)
        late = _late(sides, now)
    if not clauses and not late:
        return
    ref = ref_of(now)
    text = f"{capital(sides.name(now))}: {', '.join(filter(None, (*clauses, late)))}."
    kind = DifferenceKind.ACTIVITY_LATE if late else DifferenceKind.ACTIVITY_MOVED
    report = ReportBy.AT_ONCE if late else ReportBy.NEXT_REPORT
    yield Difference(f"{ref}/time", ref, kind, report, text, **words)


def _moved(sides: Sides, before: Milestone, now: Milestone) -> tuple[list[str], Mapping[str, str]]:
    changes = field_changes(sides, before, now, ("start", "due"))
    clauses = [f"{change.label} {change.before or 'zonder dag'} → {change.now or 'zonder dag'}" for change in changes]
    if before.light is Stoplicht.GEREED:
        clauses.append(f"was gereed, staat nu op {now.light.label}")
    return clauses, told(changes)


def _ready_later(before: Milestone, now: Milestone) -> tuple[list[str], Mapping[str, str]]:
    if before.light is Stoplicht.GEREED or not (before.due and now.done_on and now.done_on > before.due):
        return [], {}
    planned, ready = f"klaar op {short_date(before.due)}", f"gereed op {short_date(now.done_on)}"
    return [f"{planned} → {ready}"], {"before": planned, "now": ready}


def _late(sides: Sides, now: Milestone) -> str:
    """Why it is not carried out in time; empty while it still can be, and when nobody said by when."""
    if now.due and is_overdue(now, sides.today):
        return f"had op {short_date(now.due)} klaar moeten zijn en is niet gereed"
    period = sides.now.current_period
    if now.due is None and period and period.ended_before(sides.today):
        return f"de planperiode is op {short_date(period.end)} geëindigd en dit is niet gereed"
    return ""
