"""Answers that are calculated once per version of the dossier."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from sto_tui.domain.dossier import Dossier

Answer = TypeVar("Answer")


def once_per_version(calculate: Callable[[Dossier], Answer]) -> Callable[[Dossier], Answer]:
    """Keeps the answer for as long as that version of the dossier is in use."""
    answers: WeakKeyDictionary[Dossier, Answer] = WeakKeyDictionary()

    @wraps(calculate)
    def answer(dossier: Dossier) -> Answer:
        if dossier not in answers:
            answers[dossier] = calculate(dossier)
        return answers[dossier]

    return answer
