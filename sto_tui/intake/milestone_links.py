"""What the milestones of a sheet wait on: numbers of the sheet or of the dossier, and never in a ring."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone
from sto_tui.domain.text import cut, plain
from sto_tui.planning.waiting import shown_lag

MOST_SHOWN = 8

# A number stands for the milestone with that id, or for none when several have it.
Numbers = Mapping[str, int | None]


@dataclass(frozen=True)
class Wish:
    """What one row wants its milestone to wait on: numbers as typed, with the calendar days between."""

    milestone: Milestone
    after: Sequence[tuple[str, int]]


# A wish, the days between by the milestone that it waits on, and what is refused.
Found = tuple[Wish, dict[int, int], list[str]]
Names = Mapping[int, str]


def dependencies(
    wishes: Sequence[Wish], dossier: Dossier, numbers: Numbers
) -> list[tuple[Wish, tuple[Dependency, ...], list[str]]]:
    """Per wish the links that can be made, and a Dutch reason for each that can't.

    A link that stays keeps its id. A ring is refused at the row that closes it.
    """
    found = {wish.milestone.id: (wish, *_known(wish, numbers)) for wish in wishes}
    graph = {one.id: {link.milestone for link in one.after} for one in dossier.milestones.values()}
    graph |= {milestone: set(links) for milestone, (_, links, _) in found.items()}
    names = {one.id: one.number for one in dossier.milestones.values()}
    names |= {wish.milestone.id: wish.milestone.number for wish in wishes}
    while ring := _ring(graph):
        _break(ring, found, graph, names)
    return [(wish, _parts(wish.milestone, links), reasons) for wish, links, reasons in found.values()]


def shown_links(links: Sequence[Dependency], names: Names) -> str:
    """`1.1, 1.3+2w`, with the numbers of new milestones too."""
    return ", ".join(f"{names[link.milestone]}{shown_lag(link.lag_days)}" for link in links if link.milestone in names)


def _known(wish: Wish, numbers: Numbers) -> tuple[dict[int, int], list[str]]:
    links: dict[int, int] = {}
    reasons = []
    for number, lag in wish.after:
        typed = cut(number, 40)
        other = numbers.get(plain(number), 0)
        if other is None:
            reasons.append(f"wachten op {typed} is niet overgenomen: dat nummer hebben meer mijlpalen.")
        elif other == 0:
            reasons.append(f"wachten op {typed} is niet overgenomen: die mijlpaal is er niet.")
        elif other == wish.milestone.id:
            reasons.append(f"wachten op {typed} is niet overgenomen: dat is de mijlpaal zelf.")
        else:
            links[other] = lag
    return links, reasons


def _ring(graph: Mapping[int, Collection[int]]) -> list[int]:
    """Milestones that wait on each other, in order of work, the first again at the end; empty when there are none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring: list[int] = error.args[1]
        return ring
    return []


def _break(ring: Sequence[int], found: Mapping[int, Found], graph: dict[int, set[int]], names: Names) -> None:
    """Takes out the new link of the lowest row; a ring that the dossier had already stays, and is passed over."""
    order = {milestone: place for place, milestone in enumerate(found)}
    pairs = list(pairwise(ring))
    new = [(first, then) for first, then in pairs if then in found and _is_new(found[then], first)]
    if not new:
        graph[pairs[0][1]].discard(pairs[0][0])
        return
    first, then = max(new, key=lambda pair: order[pair[1]])
    graph[then].discard(first)
    _, links, reasons = found[then]
    del links[first]
    start = ring.index(then)
    path = [names.get(one, "?") for one in (*ring[start:-1], *ring[: start + 1])]
    reasons.append(
        f"wachten op {names[first]} is niet overgenomen: dan wachten mijlpalen in een kring, {_shown_ring(path)}."
    )


def _is_new(one: Found, other: int) -> bool:
    wish, links, _ = one
    return other in links and other not in {link.milestone for link in wish.milestone.after}


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
    return tuple(Dependency(id=ids.get(other, 0), milestone=other, lag_days=lag) for other, lag in links.items())
