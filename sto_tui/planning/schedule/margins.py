"""When milestones can and must be done: who waits on whom, and how early and late each may be.

Source: the STO page on milestone plans of 2020; a next milestone starts when the earlier one is ready, and the work is
planned back from the end result. All days are calendar days.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import islice
from typing import NamedTuple

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.frozen import frozen
from sto_tui.planning.once_per_version import once_per_version
from sto_tui.planning.schedule.cycles import elementary_cycles, knots

# A tangle of links can hold more rings than anyone can read; mending the first ones shows the next.
MOST_CYCLES = 50
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()

Links = Mapping[int, list[tuple[int, int]]]


@frozen
class Link:
    """`milestone` waits until `lag_days` calendar days after `predecessor` is ready."""

    milestone: Milestone
    predecessor: Milestone
    lag_days: int


class Margins(NamedTuple):
    """Between which days a milestone can be done; None where nothing is known.

    `slack_days` is how much later than planned it may be due; below zero it is due too late for what waits on it. Of
    what is gereed the day on which it was so counts.
    """

    earliest_start: date | None
    earliest_due: date | None
    latest_start: date | None
    latest_due: date | None
    slack_days: int | None

    @property
    def critical(self) -> bool:
        """Whether any delay delays an end result."""
        return self.slack_days is not None and self.slack_days <= 0


@frozen
class Net:
    """The links to calculate with, as (milestone, lag in days): those inside a ring are left out.

    `order` has every milestone after what it waits on; `ring_of` gives for each member of a ring its members.
    """

    order: tuple[int, ...]
    predecessors: Links
    successors: Links
    ring_of: Mapping[int, frozenset[int]]

    def in_ring(self, one: int, other: int) -> bool:
        """Whether a link between these two is inside a ring; also from a milestone to itself."""
        return one == other or other in self.ring_of.get(one, ())


def links(dossier: Dossier, waiting: Iterable[Milestone] | None = None) -> Iterator[Link]:
    """Every link between two milestones that exist, by the number of the one that waits; of `waiting` when given."""
    milestones = dossier.of(Milestone)
    for milestone in milestones.values() if waiting is None else waiting:
        for dependency in milestone.after:
            predecessor = milestones.get(dependency.milestone)
            if predecessor is not None:
                yield Link(milestone, predecessor, dependency.lag_days)


def too_early(dossier: Dossier) -> Iterator[tuple[Milestone, Milestone, int]]:
    """The milestones that start before a predecessor is ready plus lag, and how many calendar days."""
    for link in links(dossier):
        start, ready = link.milestone.start, ready_day(link.predecessor)
        if start is None or ready is None:
            continue
        days = (ready - start).days + link.lag_days
        if days > 0:
            yield link.milestone, link.predecessor, days


def cycles(dossier: Dossier) -> list[list[int]]:
    """The rings of milestones that wait on each other, each once, from its lowest number on and in order of work.

    At most `MOST_CYCLES`.
    """
    rank = {milestone: place for place, milestone in enumerate(dossier.of(Milestone))}
    rings = list(islice(elementary_cycles(_followers(dossier), rank), MOST_CYCLES))
    return sorted(rings, key=lambda ring: [rank[milestone] for milestone in ring])


def _followers(dossier: Dossier) -> dict[int, dict[int, None]]:
    return {
        milestone: dict.fromkeys(follower for follower, _ in nexts) for milestone, nexts in successors(dossier).items()
    }


@once_per_version
def successors(dossier: Dossier) -> Links:
    """Who waits on a milestone, as (milestone, lag in days); those on whom nobody waits are not in it."""
    milestones = dossier.of(Milestone)
    waiting: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for milestone_id, milestone in milestones.items():
        for dependency in milestone.after:
            if dependency.milestone in milestones:
                waiting[dependency.milestone].append((milestone_id, dependency.lag_days))
    return dict(waiting)


@once_per_version
def net(dossier: Dossier) -> Net:
    """The links of a dossier in an order to calculate in."""
    try:
        return _net_without(dossier, {})
    except CycleError:
        ring_of = {milestone: frozenset(knot) for knot in knots(_followers(dossier)) for milestone in knot}
        return _net_without(dossier, ring_of)


def _net_without(dossier: Dossier, ring_of: Mapping[int, frozenset[int]]) -> Net:
    """The links that are not inside a ring. Raises CycleError when there are rings that are not in `ring_of`."""
    before: dict[int, list[tuple[int, int]]] = {milestone: [] for milestone in dossier.of(Milestone)}
    then: dict[int, list[tuple[int, int]]] = {milestone: [] for milestone in dossier.of(Milestone)}
    for milestone, nexts in successors(dossier).items():
        ring = ring_of.get(milestone, ())
        for successor, lag in nexts:
            if successor != milestone and successor not in ring:
                before[successor].append((milestone, lag))
                then[milestone].append((successor, lag))
    order = TopologicalSorter(
        {milestone: [predecessor for predecessor, _ in predecessors] for milestone, predecessors in before.items()}
    ).static_order()
    return Net(tuple(order), before, then, ring_of)


def ready_on(milestone: Milestone) -> date | None:
    """The day on which it was ready, when it is and the day is known: then there is nothing left to plan."""
    return milestone.done_on if milestone.light is Stoplicht.GEREED else None


def ready_day(milestone: Milestone) -> date | None:
    """The day since which it is ready, or else the day on which it is due; None when neither is known."""
    return ready_on(milestone) or milestone.due


def is_held(milestone: Milestone) -> bool:
    """Whether its date stands fast; without any date there is nothing to hold."""
    return milestone.fixed_date and (milestone.start is not None or milestone.due is not None)


def duration_days(milestone: Milestone) -> int:
    """Due minus start in calendar days; 0 when one of them is unknown."""
    return 0 if milestone.start is None or milestone.due is None else (milestone.due - milestone.start).days


@once_per_version
def schedule(dossier: Dossier) -> Mapping[int, Margins]:
    """The window of every milestone, by id.

    Source: mijlpalenplan 2020, plannen vanaf het eindresultaat terug.
    """
    earliest = _earliest(dossier)
    latest = _latest(dossier)
    windows = {}
    for milestone_id, milestone in dossier.of(Milestone).items():
        last_start, last = latest[milestone_id]
        ready = ready_day(milestone)
        slack = None if last is None or ready is None else last - ready.toordinal()
        first_start, first = earliest[milestone_id]
        windows[milestone_id] = Margins(_day(first_start), _day(first), _day(last_start), _day(last), slack)
    return windows


# Days are counted as ordinals here, which cannot overflow; what falls off the calendar stops at its edge.
_Span = tuple[int | None, int | None]


def _earliest(dossier: Dossier) -> dict[int, _Span]:
    """The earliest start and due of every milestone."""
    period = dossier.current_period
    first = [period.start.toordinal()] if period else []
    spans: dict[int, _Span] = {}
    milestones, links = dossier.of(Milestone), net(dossier)
    for milestone_id in links.order:
        milestone = milestones[milestone_id]
        if ready := ready_on(milestone):
            done = ready.toordinal()
            spans[milestone_id] = (min(done, _ordinal(milestone.start) or done), done)
        elif is_held(milestone):
            spans[milestone_id] = _own(milestone)
        else:
            bounds = [
                due + lag
                for predecessor, lag in links.predecessors[milestone_id]
                if (due := spans[predecessor][1]) is not None
            ]
            start = max(bounds + first) if bounds or first else _ordinal(milestone.start)
            spans[milestone_id] = (start, None if start is None else start + duration_days(milestone))
    return spans


def _latest(dossier: Dossier) -> dict[int, _Span]:
    """The latest start and due of every milestone."""
    spans: dict[int, _Span] = {}
    milestones, links = dossier.of(Milestone), net(dossier)
    for milestone_id in reversed(links.order):
        milestone, nexts = milestones[milestone_id], links.successors[milestone_id]
        bounds = [start - lag for successor, lag in nexts if (start := spans[successor][0]) is not None]
        own = None if nexts and not is_held(milestone) else _last_by_itself(milestone)
        if own is not None:
            bounds.append(own)
        due = min(bounds) if bounds else None
        spans[milestone_id] = (None if due is None else due - duration_days(milestone), due)
    return spans


def _last_by_itself(milestone: Milestone) -> int | None:
    """On which day it may be due, whatever waits on it: as planned, or when it was ready later, on that day."""
    planned = _own(milestone)[1] if is_held(milestone) else _ordinal(milestone.due)
    days = [day for day in (planned, _ordinal(ready_on(milestone))) if day is not None]
    return max(days, default=None)


def _own(milestone: Milestone) -> _Span:
    """Its own start and due; one that is unknown is taken to be the day of the other."""
    return _ordinal(milestone.start or milestone.due), _ordinal(milestone.due or milestone.start)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


@lru_cache(maxsize=16_384)
def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(min(max(ordinal, _FIRST_DAY), _LAST_DAY))
