"""What was typed on a line and not added: it waits at its list, in its plan period, and comes back marked."""

from collections.abc import Mapping
from typing import Any

from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen
from sto_tui.planning.quick_entry.grammar import LinePlace

ListAt = tuple[int, int | None]
"""A list of a place, by its number, in a plan period."""


@frozen
class LeftLine:
    """A text, and what followed from the cursor when it was typed."""

    text: str
    given: Mapping[str, Any]


class LeftLines:
    """The lines that were left at a place, one for each list and table."""

    def __init__(self) -> None:
        self._lines: dict[tuple[ListAt, str], LeftLine] = {}

    def keep(self, at: ListAt, table: str, line: LeftLine) -> str:
        """Keeps it until it is taken; the sentence that says so."""
        from sto_tui.planning.quick_entry.reading import MOST_OF_A_NAME

        self._lines[at, table] = line
        # Only what stands on an open line is kept on disk as it is typed.
        return f"Niet toegevoegd: ‘{shortened(line.text, MOST_OF_A_NAME)}’. a gaat verder, tot je sto-tui sluit."

    def take(self, at: ListAt, table: str) -> LeftLine | None:
        """Takes what was left there."""
        return self._lines.pop((at, table), None)

    def text(self, at: ListAt, table: str) -> str:
        """What was left there, which stays."""
        line = self._lines.get((at, table))
        return line.text if line else ""


def told_unfinished(left: LeftLine, table: str, place: LinePlace) -> str:
    """That it is not finished, and when the cursor stands elsewhere by now, where it goes."""
    from sto_tui.planning.quick_entry.reading import MOST_OF_A_NAME, owner_of

    before = owner_of(table, LinePlace(place.dossier, left.given, place.today))
    now = owner_of(table, place)
    if before is None or now is None or before == now:
        return "Niet af: dit stond nog op de regel."
    names = [shortened(place.dossier.caption(ref), MOST_OF_A_NAME) for ref in (before, now)]
    return f"Niet af, getypt bij ‘{names[0]}’; enter zet het bij ‘{names[1]}’."
