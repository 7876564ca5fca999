"""Rings in a graph: every elementary cycle, and the knots in which each reaches each."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

Graph = Mapping[int, Collection[int]]


def elementary_cycles(graph: Graph, rank: Mapping[int, int]) -> Iterator[list[int]]:
    """Every elementary cycle once: those through the first of a knot, then the knots without it (Johnson, 1975)."""
    for node, nexts in graph.items():
        if node in nexts:
            yield [node]
    waiting = list(knots(graph))
    while waiting:
        knot = waiting.pop()
        inner = {
            node: [next_node for next_node in graph.get(node, ()) if next_node in knot and next_node != node]
            for node in knot
        }
        first = min(knot, key=rank.__getitem__)
        yield from _cycles_through(first, inner)
        del inner[first]
        rest = {node: [next_node for next_node in nexts if next_node != first] for node, nexts in inner.items()}
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
                for next_node in graph[last]:
                    waits[next_node].add(last)
        elif following == first:
            yield path.copy()
            closed[-1] = True
        elif following not in blocked:
            path.append(following)
            blocked.add(following)
            branches.append(iter(graph[following]))
            closed.append(False)


def _unblock(node: int, blocked: set[int], waits: dict[int, set[int]]) -> None:
    freed = [node]
    while freed:
        current = freed.pop()
        if current in blocked:
            blocked.remove(current)
            freed += waits.pop(current, ())


def knots(graph: Graph) -> Iterator[set[int]]:
    """The groups of two or more in which each reaches each (Tarjan's strong components, without recursion)."""
    entered: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_nodes: list[int] = []
    is_open: set[int] = set()
    for start in graph:
        if start in entered:
            continue
        branches = [(start, iter(graph[start]))]
        entered[start] = lowest[start] = len(entered)
        open_nodes.append(start)
        is_open.add(start)
        while branches:
            node, rest = branches[-1]
            following = next(rest, None)
            if following is None:
                branches.pop()
                if branches:
                    above = branches[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == entered[node]:
                    group = _closed_from(node, open_nodes)
                    is_open -= group
                    if len(group) > 1:
                        yield group
            elif following not in entered:
                entered[following] = lowest[following] = len(entered)
                open_nodes.append(following)
                is_open.add(following)
                branches.append((following, iter(graph.get(following, ()))))
            elif following in is_open:
                lowest[node] = min(lowest[node], entered[following])


def _closed_from(node: int, open_nodes: list[int]) -> set[int]:
    place = len(open_nodes) - 1
    while open_nodes[place] != node:
        place -= 1
    group = set(open_nodes[place:])
    del open_nodes[place:]
    return group
