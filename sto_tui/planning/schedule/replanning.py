"""Proposals to move milestones: back from the end result, or onwards after a move; nothing moves by itself."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.periods import add_months, month_end
from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.frozen import frozen
from sto_tui.planning.schedule.dates import Dates, back_to_working_days, on_to_working_days
from sto_tui.planning.schedule.margins import Net, duration_days, is_held, links, net, ready_day, ready_on, successors
from sto_tui.planning.working_days.free_days import FreeDays

Unit = Literal["month", "quarter", "half", "year"]
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_DAY = timedelta(days=1)
DATES = ("start", "due")
"""What a move works out anew from what it was."""


@frozen
class Move:
    """A proposal: the dates of a milestone before and after, and in Dutch why."""

    milestone: int
    before: Dates
    after: Dates
    reason: str


@frozen
class Proposed:
    """What can move, and per milestone that should move or wait but cannot a Dutch sentence."""

    moves: list[Move]
    blocked: list[str]


def backwards(dossier: Dossier, last_day: date | None = None, days: FreeDays | None = None) -> Proposed:
    """Each milestone as late as it may be, by number; end results, fixed dates and what is ready stay where they are.

    With `last_day` the end results that can move are due on that day first; with `days` what moves comes on working
    days. What would come to lie before the plan period stays and is named, as is what would no longer wait on something
    that stays.
    Source: mijlpalenplan 2020, plannen vanaf het eindresultaat terug.
    """
    places = {milestone_id: place for place, milestone_id in enumerate(dossier.of(Milestone))}
    spans: dict[int, Dates] = {}
    moves: list[Move] = []
    blocked: list[tuple[int, str]] = []
    for milestone_id in reversed(net(dossier).order):
        milestone = dossier.of(Milestone)[milestone_id]
        before = _span(milestone)
        after, reason = _latest(dossier, milestone, spans, last_day)
        if days and after != before:
            working, why = back_to_working_days(after, days)
            if not _misfit(dossier, milestone, working):
                after, reason = working, f"{reason}{why}"
        if after != before and (misfit := _misfit(dossier, milestone, after)):
            blocked.append((places[milestone_id], misfit))
            after = before
        spans[milestone_id] = after
        if after != before:
            moves.append(Move(milestone_id, before, after, reason))
    moves.sort(key=lambda move: places[move.milestone])
    for move in moves:
        blocked += ((places[move.milestone], sentence) for sentence in _left_behind(dossier, move))
    return Proposed(moves, [sentence for _, sentence in sorted(blocked)])


def pushed(dossier: Dossier, moved: Collection[int], days: FreeDays | None = None) -> Proposed:
    """What waits on the moved milestones, moved onwards as little as needed; `dossier` has the moved ones in place.

    A fixed or ready milestone and one in a ring stay, and are named. With `days` all comes on working days.
    """
    chain = net(dossier)
    spans = {
        milestone_id: _span(dossier.of(Milestone)[milestone_id])
        for milestone_id in moved
        if milestone_id in dossier.of(Milestone)
    }
    places = {milestone_id: place for place, milestone_id in enumerate(dossier.of(Milestone))}
    moves: list[Move] = []
    blocked: list[tuple[int, str]] = []
    for milestone_id in _reached(chain, dossier, spans):
        milestone = dossier.of(Milestone)[milestone_id]
        before = spans.get(milestone_id, _span(milestone))
        wait = _longest_wait(dossier, milestone_id, spans)
        start = before.start or before.due
        if wait is None or start is None or wait[0] <= start.toordinal():
            continue
        bound, reason = wait
        after = _later(before, bound - start.toordinal())
        if days and after:
            working, why = on_to_working_days(after, days)
            if _possible(working):
                after, reason = working, f"{reason}{why}"
        if hindrance := _hindrance(milestone, chain, after):
            blocked.append((places[milestone_id], f"{milestone.number} {reason}, maar schuift niet mee: {hindrance}."))
        elif after is not None:
            spans[milestone_id] = after
            moves.append(Move(milestone_id, _span(milestone), after, reason))
    moves.sort(key=lambda move: places[move.milestone])
    return Proposed(moves, [sentence for _, sentence in sorted(blocked)])


def moves_change(dossier: Dossier, moves: Iterable[Move], label: str) -> Change:
    """One change, and so one step to undo, that carries out these moves; what is gone meanwhile is passed over."""
    edits: list[Edit] = []
    for move in moves:
        if milestone := dossier.of(Milestone).get(move.milestone):
            edits += edited(milestone, start=move.after.start, due=move.after.due)
    return Change(label, tuple(edits), follows=DATES)


def shifted(milestone: Milestone, unit: Unit, step: int) -> Milestone:
    """The milestone `step` months, quarters, half-years or years later. Raises ValueError with a Dutch sentence."""
    _may_move(milestone)
    if milestone.start is None and milestone.due is None:
        raise ValueError(f"{milestone.number} heeft nog geen datums. Vul eerst in het formulier een begin en einde in.")
    months = _MONTHS[unit] * step
    start = _months_later(milestone, milestone.start, months)
    return milestone.changed(start=start, due=_end_months_later(milestone, months))


def stretched(milestone: Milestone, unit: Unit, step: int) -> Milestone:
    """The milestone due `step` units later, with the same start. Raises ValueError with a Dutch sentence."""
    _may_move(milestone)
    if milestone.due is None:
        raise ValueError(f"{milestone.number} heeft nog geen einddatum. Vul die eerst in het formulier in.")
    due = _end_months_later(milestone, _MONTHS[unit] * step)
    if milestone.start and due and due < milestone.start:
        raise ValueError(
            f"{milestone.number} begint op {dutch.brief_date(milestone.start)} en kan niet eerder klaar zijn. "
            "Verschuif de mijlpaal als geheel."
        )
    return milestone.changed(due=due)


# Planning back.


def _latest(
    dossier: Dossier, milestone: Milestone, spans: Mapping[int, Dates], last_day: date | None
) -> tuple[Dates, str]:
    """Where a milestone comes when what waits on it stands at `spans`, and in Dutch why; its own span when it stays."""
    stays = _span(milestone), ""
    if _stays(milestone):
        return stays
    if milestone.id not in successors(dossier):
        return (
            (_due_on(milestone, last_day), f"eindresultaat, klaar op {dutch.brief_date(last_day)}")
            if last_day
            else stays
        )
    bounds = [
        (start.toordinal() - lag, successor_id, lag, start)
        for successor_id, lag in net(dossier).successors[milestone.id]
        if (start := spans[successor_id].start or spans[successor_id].due) is not None
    ]
    if not bounds:
        return stays
    bound, successor_id, lag, start = min(bounds)
    # Of the two dates only what was known moves; without any, a due date is given.
    after = Dates(
        _day(bound - duration_days(milestone)) if milestone.start else None,
        _day(bound) if milestone.due or not milestone.start else None,
    )
    return after, _must_be_ready(dossier, milestone, successor_id, lag, start)


def _due_on(milestone: Milestone, last_day: date) -> Dates:
    """An end result that is due on `last_day`."""
    start = milestone.start
    if start and milestone.due:
        return Dates(_day(last_day.toordinal() - duration_days(milestone)), last_day)
    return Dates(start and min(start, last_day), last_day)


def _must_be_ready(dossier: Dossier, milestone: Milestone, successor_id: int, lag: int, start: date) -> str:
    """Which successor says how late it may be."""
    successor = dossier.of(Milestone)[successor_id]
    begins = f"{successor.number} {'begint' if successor.start else 'klaar is'} ({dutch.brief_date(start)})"
    if lag > 0:
        reason = f"moet {dutch.count(lag, 'dag', 'dagen')} klaar zijn voordat {begins}"
    elif lag < 0:
        reason = f"mag {dutch.count(-lag, 'dag', 'dagen')} doorlopen nadat {begins}"
    else:
        reason = f"moet klaar zijn voordat {begins}"
    return reason if milestone.start or milestone.due else f"{reason}; alleen een einddatum, want de duur is onbekend"


def _misfit(dossier: Dossier, milestone: Milestone, after: Dates) -> str:
    """Why a milestone cannot be planned back to `after`; empty when it can."""
    period = dossier.current_period
    first = period.start if period else date(YEAR_LIMITS[0], 1, 1)
    border = "de planperiode" if period else str(YEAR_LIMITS[0])
    for day, act in ((after.start, "moeten beginnen"), (after.due, "klaar moeten zijn")):
        if day and day < first:
            return (
                f"{milestone.number} zou vóór {border} {act} ({dutch.brief_date(day)}). Maak de keten korter "
                "of kies een later eind."
            )
    return "" if _possible(after) else f"{milestone.number} komt dan na {YEAR_LIMITS[1]} en blijft staan."


def _left_behind(dossier: Dossier, move: Move) -> Iterator[str]:
    """On what stays this move no longer waits long enough, a sentence for each."""
    milestone = dossier.of(Milestone)[move.milestone]
    start = move.after.start or move.after.due
    for link in links(dossier, [milestone]):
        predecessor, due = link.predecessor, ready_day(link.predecessor)
        if (
            start is None
            or due is None
            or not _stays(predecessor)
            or net(dossier).in_ring(milestone.id, predecessor.id)
        ):
            continue
        if (due - start).days + link.lag_days <= 0:
            continue
        if link.lag_days < 0:
            when = f"meer dan {dutch.count(-link.lag_days, 'dag', 'dagen')} voordat"
        elif due <= start:
            when = f"minder dan {dutch.count(link.lag_days, 'dag', 'dagen')} nadat"
        else:
            when = "voordat"
        act = "begint" if move.after.start else "eindigt"
        why = "is gereed" if predecessor.light is Stoplicht.GEREED else "staat vast"
        yield f"{milestone.number} {act} dan {when} {predecessor.number} klaar is, en {predecessor.number} {why}."


# Pushing on.


def _reached(chain: Net, dossier: Dossier, moved: Collection[int]) -> Sequence[int]:
    """Everything that waits on the moved ones, directly or through others, in the order of work."""
    reached: set[int] = set()
    waiting = list(moved)
    while waiting:
        for follower, _ in successors(dossier).get(waiting.pop(), ()):
            if follower not in reached:
                reached.add(follower)
                waiting.append(follower)
    return [milestone_id for milestone_id in chain.order if milestone_id in reached]


def _longest_wait(dossier: Dossier, milestone_id: int, spans: Mapping[int, Dates]) -> tuple[int, str] | None:
    """The earliest start (as ordinal) that the moved predecessors leave, and in Dutch which of them says so."""
    waits = [
        (due.toordinal() + link.lag_days, link.lag_days, link.milestone, due)
        for link in dossier.of(Milestone)[milestone_id].after
        if link.milestone != milestone_id and link.milestone in spans
        if (due := _ready(dossier.of(Milestone)[link.milestone], spans[link.milestone])) is not None
    ]
    if not waits:
        return None
    bound, lag, predecessor, due = max(waits)
    ready = f"{dossier.of(Milestone)[predecessor].number} (klaar op {dutch.brief_date(due)})"
    if lag == 0:
        return bound, f"wacht op {ready}"
    return bound, f"wacht tot {dutch.count(abs(lag), 'dag', 'dagen')} {'na' if lag > 0 else 'vóór'} {ready}"


def _ready(milestone: Milestone, span: Dates) -> date | None:
    """When it is ready if it stands at `span`: what is done stays done on its own day."""
    return ready_on(milestone) or span.due


def _hindrance(milestone: Milestone, chain: Net, after: Dates | None) -> str:
    """Why a milestone cannot move to `after`; empty when it can."""
    if milestone.light is Stoplicht.GEREED:
        return "de mijlpaal is gereed"
    if milestone.fixed_date:
        return "de datum staat vast"
    if milestone.id in chain.ring_of:
        return "de mijlpaal zit in een kring van mijlpalen die op elkaar wachten"
    return "" if after and _possible(after) else f"de mijlpaal komt dan na {YEAR_LIMITS[1]}"


# Dates.


def _span(milestone: Milestone) -> Dates:
    return Dates(milestone.start, milestone.due)


def _stays(milestone: Milestone) -> bool:
    return is_held(milestone) or milestone.light is Stoplicht.GEREED


def _possible(span: Dates) -> bool:
    """Whether a milestone can have these dates, none of which is before the first year."""
    return all(day is None or day.year <= YEAR_LIMITS[1] for day in (span.start, span.due))


def _later(span: Dates, days: int) -> Dates | None:
    """The span so many days later; None when it falls off the calendar."""
    try:
        return Dates(*(day and day + days * _DAY for day in (span.start, span.due)))
    except OverflowError:
        return None


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _may_move(milestone: Milestone) -> None:
    if milestone.fixed_date:
        raise ValueError(f"De datum van {milestone.number} staat vast. Haal dat eerst weg in het formulier.")


def _months_later(milestone: Milestone, day: date | None, months: int) -> date | None:
    """Raises ValueError with a Dutch sentence when the year becomes impossible."""
    if day is None:
        return None
    year = day.year + (day.month - 1 + months) // 12
    if not YEAR_LIMITS[0] <= year <= YEAR_LIMITS[1]:
        raise ValueError(f"{milestone.number} komt dan buiten de jaren {YEAR_LIMITS[0]}-{YEAR_LIMITS[1]}.")
    return add_months(day, months)


def _end_months_later(milestone: Milestone, months: int) -> date | None:
    """Its due date so many months later; the last day of a month stays the last day."""
    due = milestone.due
    later = _months_later(milestone, due, months)
    if later and due and due == month_end(due.year, due.month):
        return month_end(later.year, later.month)
    return later
