"""Who steers whom: the bodies as a tree, each under the one that it answers to."""

from collections.abc import Iterator, Sequence

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body


def steered(dossier: Dossier) -> Sequence[tuple[Body, int]]:
    """Every body once, with how deep it stands; those in a ring come last, at the top."""
    bodies = dossier.of(Body)
    tops = [body for body in bodies.values() if body.parent not in bodies]
    placed = [placed for top in tops for placed in _from(dossier, top, 0)]
    known = {body.id for body, _ in placed}
    return [*placed, *((body, 0) for body in bodies.values() if body.id not in known)]


def _from(dossier: Dossier, body: Body, depth: int) -> Iterator[tuple[Body, int]]:
    yield body, depth
    for below in dossier.of(Body).values():
        if below.parent == body.id:
            yield from _from(dossier, below, depth + 1)


def in_a_ring(dossier: Dossier, body: Body) -> bool:
    """Whether a body stands, over others or by itself, under itself."""
    bodies, seen = dossier.of(Body), set[int]()
    above = bodies.get(body.parent or 0)
    while above and above.id not in seen:
        if above.id == body.id:
            return True
        seen.add(above.id)
        above = bodies.get(above.parent or 0)
    return False
