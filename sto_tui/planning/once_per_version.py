"""Answers that are calculated once per version of the dossier."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.reads import Reads, note, noted

Answer = TypeVar("Answer")
_KEPT = 2
"""Two periods of one dossier can be looked at in turns."""


def once_per_version(calculate: Callable[[Dossier], Answer]) -> Callable[[Dossier], Answer]:
    """Keeps the answer for as long as that version of the dossier is in use."""

    @wraps(calculate)
    def answer(dossier: Dossier) -> Answer:
        known: tuple[Answer, Reads] | None = dossier.answers.get(calculate)
        if known is None:
            known = dossier.answers[calculate] = noted(lambda: calculate(dossier))
        note(known[1])
        return known[0]

    return answer


def while_same(*tables: str) -> Callable[[Callable[[Dossier], Answer]], Callable[[Dossier], Answer]]:
    """Keeps the answer as long as these tables, all that it is calculated from, are the same.

    An edit leaves the tables that it does not touch as they were, so that most answers outlive it.
    """

    def keeping(calculate: Callable[[Dossier], Answer]) -> Callable[[Dossier], Answer]:
        kept: list[tuple[list[Any], Answer]] = []

        @wraps(calculate)
        def answer(dossier: Dossier) -> Answer:
            now = [each.tables[name] for each in (dossier, dossier.whole) for name in tables]
            for before, known in kept:
                if all(one is other for one, other in zip(now, before, strict=True)):
                    return known
            kept.insert(0, (now, calculate(dossier)))
            del kept[_KEPT:]
            return kept[0][1]

        return answer

    return keeping


def going_on(calculate: Callable[[Dossier, Answer | None], Answer]) -> Callable[[Dossier], Answer]:
    """Answers that are calculated once per version, each from that of the version before: of any dossier, or None."""
    latest: list[Answer] = []

    @once_per_version
    @wraps(calculate)
    def answer(dossier: Dossier) -> Answer:
        latest[:] = [calculate(dossier, latest[0] if latest else None)]
        return latest[0]

    return answer
