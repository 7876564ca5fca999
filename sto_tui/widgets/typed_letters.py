"""Going to a choice by typing how it begins."""

from collections.abc import Sequence

from sto_tui.domain.text import plain

PAUSE = 1.5
"""Seconds within which letters belong together; long, because on a slow line they come late."""


class TypedLetters:
    """What was typed last in one list. Letters that follow each other count together: `me` passes over `mbo`."""

    def __init__(self) -> None:
        self._typed = ""
        self._last = float("-inf")

    def place(self, letter: str, at: float, names: Sequence[str], here: int) -> int | None:
        """The place of the name that is meant, by a letter typed `at` this second; None when no name fits.

        The same letter again goes to the next name that begins with it; `here` is where the cursor is, -1 is nowhere.
        A blank only goes on with what was typed.
        """
        together = self._typed + letter if at - self._last <= PAUSE else letter
        self._last = at
        tries = [(together, here)] if len(together) > 1 else []
        for typed, first in (*tries, (letter, here + 1)):
            self._typed = typed
            if typed.strip() and (place := _match(plain(typed), names, first)) is not None:
                return place
        self._typed = ""
        return None


def _match(typed: str, names: Sequence[str], first: int) -> int | None:
    """A name that begins so, else one with a word that does, else one that holds it; looking on from `first`."""
    order = [(first + step) % len(names) for step in range(len(names))]
    shown = {place: plain(names[place]) for place in order}
    for fits in (
        lambda name: name.startswith(typed),
        lambda name: f" {typed}" in name,
        lambda name: typed in name,
    ):
        for place in order:
            if fits(shown[place]):
                return place
    return None
