"""The order of milestones: who waits on whom, who starts too early, and who wait on each other in a ring.

Source: the STO page on milestone plans of 2020; a next milestone starts when the earlier one is ready.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone

# A tangle of links can hold more rings than anyone can read; mending the first ones shows the next.
MOST_CYCLES = 50

Graph = Mapping[int, Collection[int]]


@dataclass(frozen=True)
class Link:
    """`milestone` waits until `lag_days` calendar days after `predecessor` is due."""

    milestone: Milestone
    predecessor: Milestone
    lag_days: int


def links(dossier: Dossier) -> Iterator[Link]:
    """Every link between two milestones that exist, by the number of the one that waits."""
    milestones = dossier.milestones
    for milestone in milestones.values():
        for dependency in milestone.after:
            predecessor = milestones.get(dependency.milestone)
            if predecessor is not None:
                yield Link(milestone, predecessor, dependency.lag_days)


def too_early(dossier: Dossier) -> Iterator[tuple[Milestone, Milestone, int]]:
    """The milestones that start before a predecessor's due date plus lag, and how many calendar days."""
    for link in links(dossier):
        if link.milestone.start is None or link.predecessor.due is None:
            continue
        days = (link.predecessor.due + timedelta(days=link.lag_days) - link.milestone.start).days
        if days > 0:
            yield link.milestone, link.predecessor, days


def cycles(dossier: Dossier) -> list[list[int]]:
    """The rings of milestones that wait on each other, each once, from its lowest number on and in order of work.

    At most `MOST_CYCLES`.
    """
    followers: dict[int, dict[int, None]] = defaultdict(dict)
    for link in links(dossier):
        followers[link.predecessor.id][link.milestone.id] = None
    rank = {milestone: place for place, milestone in enumerate(dossier.milestones)}
    found = list(islice(_all_cycles(followers, rank), MOST_CYCLES))
    return sorted(found, key=lambda ring: [rank[milestone] for milestone in ring])


def _all_cycles(graph: Graph, rank: Mapping[int, int]) -> Iterator[list[int]]:
    """Every elementary cycle once: those through the first of a knot, then the knots without it (Johnson, 1975)."""
    for one, nexts in graph.items():
        if one in nexts:
            yield [one]
    waiting = list(_knots(graph))
    while waiting:
        knot = waiting.pop()
        inner = {one: [other for other in graph.get(one, ()) if other in knot and other != one] for one in knot}
        first = min(knot, key=rank.__getitem__)
        yield from _cycles_through(first, inner)
        del inner[first]
        rest = {one: [other for other in nexts if other != first] for one, nexts in inner.items()}
        waiting += _knots(rest)


def _cycles_through(first: int, graph: Graph) -> Iterator[list[int]]:
    """The elementary cycles through `first`; what led nowhere is not tried again until its way out is free."""
    blocked = {first}
    waits: dict[int, set[int]] = defaultdict(set)
    path = [first]
    branches = [iter(graph[first])]
    closed = [False]
    while branches:
        following = next(branches[-1], None)
        if following is None:
            branches.pop()
            last = path.pop()
            if closed.pop():
                _unblock(last, blocked, waits)
                if closed:
                    closed[-1] = True
            else:
                for other in graph[last]:
                    waits[other].add(last)
        elif following == first:
            yield path.copy()
            closed[-1] = True
        elif following not in blocked:
            path.append(following)
            blocked.add(following)
            branches.append(iter(graph[following]))
            closed.append(False)


def _unblock(one: int, blocked: set[int], waits: dict[int, set[int]]) -> None:
    freed = [one]
    while freed:
        current = freed.pop()
        if current in blocked:
            blocked.remove(current)
            freed += waits.pop(current, ())


def _knots(graph: Graph) -> Iterator[set[int]]:
    """The groups of two or more in which each reaches each (Tarjan's strong components, without recursion)."""
    entered: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_ones: list[int] = []
    is_open: set[int] = set()
    for start in graph:
        if start in entered:
            continue
        branches = [(start, iter(graph[start]))]
        entered[start] = lowest[start] = len(entered)
        open_ones.append(start)
        is_open.add(start)
        while branches:
            one, rest = branches[-1]
            following = next(rest, None)
            if following is None:
                branches.pop()
                if branches:
                    above = branches[-1][0]
                    lowest[above] = min(lowest[above], lowest[one])
                if lowest[one] == entered[one]:
                    group = _closed_from(one, open_ones)
                    is_open -= group
                    if len(group) > 1:
                        yield group
            elif following not in entered:
                entered[following] = lowest[following] = len(entered)
                open_ones.append(following)
                is_open.add(following)
                branches.append((following, iter(graph.get(following, ()))))
            elif following in is_open:
                lowest[one] = min(lowest[one], entered[following])


def _closed_from(one: int, open_ones: list[int]) -> set[int]:
    place = len(open_ones) - 1
    while open_ones[place] != one:
        place -= 1
    group = set(open_ones[place:])
    del open_ones[place:]
    return group
