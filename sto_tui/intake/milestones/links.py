"""What the milestones of a sheet wait on: numbers of the sheet or of the dossier, and never in a ring."""

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone
from sto_tui.domain.text import cut, plain
from sto_tui.planning.schedule.cycles import knots
from sto_tui.planning.schedule.predecessors import shown_lag

MOST_SHOWN = 8
# How many milestones in knots are looked at one link at a time: about a second.
MOST_WORK = 200_000

# A number stands for the milestone with that id, or for none when several have it.
Numbers = Mapping[str, int | None]
# The numbers of rows that are refused, with those rows.
Refused = Mapping[str, int]
_MISSING = "wachten op {} is niet overgenomen: die mijlpaal is er niet."


@dataclass(frozen=True)
class Wish:
    """What one row wants its milestone to wait on: numbers as typed, with the calendar days between."""

    milestone: Milestone
    after: Sequence[tuple[str, int]]


# A wish, the days between by the milestone that it waits on, and what is refused.
FoundLinks = tuple[Wish, dict[int, int], list[str]]
Names = Mapping[int, str]


def dependencies(
    wishes: Sequence[Wish], dossier: Dossier, numbers: Numbers, refused: Refused
) -> list[tuple[Wish, tuple[Dependency, ...], list[str]]]:
    """Per wish the links that can be made, and a Dutch reason for each that can't.

    A link that stays keeps its id. A ring is refused at the row that closes it.
    """
    by_milestone = {wish.milestone.id: (wish, *_wished_links(wish, numbers, refused)) for wish in wishes}
    graph = {milestone.id: {link.milestone for link in milestone.after} for milestone in dossier.of(Milestone).values()}
    graph |= {milestone: set(links) for milestone, (_, links, _) in by_milestone.items()}
    names = {milestone.id: milestone.number for milestone in dossier.of(Milestone).values()}
    names |= {wish.milestone.id: wish.milestone.number for wish in wishes}
    _break_rings(by_milestone, graph, names)
    return [(wish, _parts(wish.milestone, links), reasons) for wish, links, reasons in by_milestone.values()]


def shown_links(links: Sequence[Dependency], names: Names) -> str:
    """`1.1, 1.3+2w`, with the numbers of new milestones too."""
    return ", ".join(f"{names[link.milestone]}{shown_lag(link.lag_days)}" for link in links if link.milestone in names)


def not_there(after: Sequence[tuple[str, int]], numbers: Numbers, refused: Refused) -> list[str]:
    """A Dutch reason for each number that a row waits on and that stands in no row and not in the dossier."""
    missing = [number for number, _ in after if plain(number) not in numbers and plain(number) not in refused]
    return [_MISSING.format(cut(number, 40)) for number in missing]


def _wished_links(wish: Wish, numbers: Numbers, refused: Refused) -> tuple[dict[int, int], list[str]]:
    links: dict[int, int] = {}
    reasons = []
    for number, lag in wish.after:
        typed = cut(number, 40)
        predecessor = numbers.get(plain(number), 0)
        if predecessor is None:
            reasons.append(f"wachten op {typed} is niet overgenomen: dat nummer hebben meer mijlpalen.")
        elif predecessor == 0 and (row := refused.get(plain(number))):
            reasons.append(f"wachten op {typed} is niet overgenomen: regel {row}, met dat nummer, is geweigerd.")
        elif predecessor == 0:
            reasons.append(_MISSING.format(typed))
        elif predecessor == wish.milestone.id:
            reasons.append(f"wachten op {typed} is niet overgenomen: dat is de mijlpaal zelf.")
        else:
            links[predecessor] = lag
    return links, reasons


def _break_rings(by_milestone: Mapping[int, FoundLinks], graph: dict[int, set[int]], names: Names) -> None:
    """Takes out new links until no ring goes through one; a ring that the dossier had already stays.

    Every link inside a knot is part of a ring: of each knot the new link of the lowest row goes, and what is left of
    the knot is looked at again. In a sheet with more rings than any plan has, all new links in a knot go at once.
    """
    order = {milestone: place for place, milestone in enumerate(by_milestone)}
    waiting = list(knots(graph))
    work = 0
    while waiting:
        knot = waiting.pop()
        work += len(knot)
        new = [
            (then, first)
            for then in knot
            if then in by_milestone
            for first in _new_links(by_milestone[then])
            if first in knot
        ]
        if not new:
            continue
        if work > MOST_WORK:
            for then, first in new:
                _refuse(by_milestone[then], first, f"van {len(knot)} mijlpalen", names)
            continue
        lowest = max(order[then] for then, _ in new)
        then, first = [pair for pair in new if order[pair[0]] == lowest][-1]
        inner = {
            milestone: {predecessor for predecessor in graph.get(milestone, ()) if predecessor in knot}
            for milestone in knot
        }
        path = _path(inner, first, then)
        _refuse(
            by_milestone[then], first, _shown_ring([names.get(milestone, "?") for milestone in (*path, then)]), names
        )
        inner[then].discard(first)
        waiting += knots(inner)


def _new_links(found_links: FoundLinks) -> list[int]:
    wish, links, _ = found_links
    existing = {link.milestone for link in wish.milestone.after}
    return [predecessor for predecessor in links if predecessor not in existing]


def _refuse(found_links: FoundLinks, first: int, ring: str, names: Names) -> None:
    _, links, reasons = found_links
    del links[first]
    reasons.append(f"wachten op {names[first]} is niet overgenomen: dan wachten mijlpalen in een kring, {ring}.")


def _path(waits_on: Mapping[int, Collection[int]], first: int, then: int) -> list[int]:
    """The shortest way in order of work from `then` to `first`, which waits on it through others."""
    came_from: dict[int, int] = {first: first}
    queue = deque([first])
    while then not in came_from:
        current = queue.popleft()
        for predecessor in waits_on[current]:
            if predecessor not in came_from:
                came_from[predecessor] = current
                queue.append(predecessor)
    path = [then]
    while path[-1] != first:
        path.append(came_from[path[-1]])
    return path


def _shown_ring(ring: Sequence[str]) -> str:
    """`1.1 → 1.2 → 1.1`; of a long ring the beginning and the end."""
    if len(ring) > MOST_SHOWN:
        ring = [*ring[: MOST_SHOWN - 3], f"(nog {len(ring) - MOST_SHOWN + 1})", *ring[-2:]]
    return " → ".join(ring)


def _parts(milestone: Milestone, links: Mapping[int, int]) -> tuple[Dependency, ...]:
    """The links as parts; the same links in another order are the ones that were there."""
    if {link.milestone: link.lag_days for link in milestone.after} == dict(links):
        return milestone.after
    ids = {link.milestone: link.id for link in milestone.after}
    return tuple(
        Dependency(id=ids.get(predecessor, 0), milestone=predecessor, lag_days=lag)
        for predecessor, lag in links.items()
    )
