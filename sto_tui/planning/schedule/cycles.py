"""Rings in a graph: every elementary cycle, and the knots in which each reaches each."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

Graph = Mapping[int, Collection[int]]


def elementary_cycles(graph: Graph, rank: Mapping[int, int]) -> Iterator[list[int]]:
    """Every elementary cycle once: those through the first of a knot, then the knots without it (Johnson, 1975)."""
    for one, nexts in graph.items():
        if one in nexts:
            yield [one]
    waiting = list(knots(graph))
    while waiting:
        knot = waiting.pop()
        inner = {one: [other for other in graph.get(one, ()) if other in knot and other != one] for one in knot}
        first = min(knot, key=rank.__getitem__)
        yield from _cycles_through(first, inner)
        del inner[first]
        rest = {one: [other for other in nexts if other != first] for one, nexts in inner.items()}
        waiting += knots(rest)


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


def knots(graph: Graph) -> Iterator[set[int]]:
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
