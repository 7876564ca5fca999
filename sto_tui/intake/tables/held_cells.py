"""Cells that are left empty below the first of their block, as people do who do not merge them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.text import cut, shortened
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.tables.table_answers import NONE
from sto_tui.intake.telling import Advised

HELD = "doorvullen"
"""The key of the question whether a cell above empty ones holds for these too."""
HELD_DAYS = "datumdoorvullen"
"""The same for a column of days: who fills down a group has not said that a month holds for more rows."""
# A value that is alone in its column holds for more rows only when there are some below it.
_BELOW_ONE = 2


@dataclass(frozen=True)
class HeldCells:
    """What empty cells of a column would hold, by place in it; `is_sure` when each value begins a run of blanks."""

    by_place: dict[int, str]
    is_sure: bool


def held_cells(cells: Sequence[str], below_one: int = _BELOW_ONE) -> HeldCells | None:
    """What the cells of a column hold from above; None when nothing points to it.

    Most values have to begin a run of empty cells. Who writes a value again in a next row writes it in every row
    where it holds: then an empty cell is empty. One value alone needs `below_one` empty cells below it.
    """
    filled = [at for at, cell in enumerate(cells) if cell]
    values = [cells[at] for at in filled]
    if not filled or filled[0] or len(filled) == len(cells) or len({*values}) < len(values):
        return None
    by_place, above = {}, ""
    for at, cell in enumerate(cells):
        above = cell or above
        if not cell:
            by_place[at] = above
    begins = sum(at + 1 == len(cells) or not cells[at + 1] for at in filled)
    is_one = len(filled) == 1
    if (is_one and len(by_place) < below_one) or 2 * begins <= len(filled):
        return None
    return HeldCells(by_place, is_sure=begins == len(filled) and not is_one)


def held_question(
    head: str, values: Sequence[str], rows: int, key: str = HELD, *, proposes: bool = True
) -> IntakeQuestion:
    """Whether a cell above empty ones holds for these too."""
    choices = (IntakeChoice("door", "ja, tot de volgende die is ingevuld"), IntakeChoice(NONE, "nee, leeg is leeg"))
    named = dutch.enumerate_words([f"‘{shortened(value, 30)}’" for value in values[:3]])
    empty = dutch.count(rows, "cel is", "cellen zijn")
    text = f"{empty} leeg bij ‘{shortened(head, 30)}’, onder {named}. Geldt wat erboven staat ook daar?"
    return IntakeQuestion(key, text, choices, "door" if proposes else NONE)


def told_held(head: str, rows: str, key: str = HELD) -> Advised:
    """That these rows have what stands above their empty cell."""
    told = f"Bij ‘{cut(head, 40)}’ leeg, en genomen wat erboven staat: {rows}."
    return Advised(told, f"Anders: --antwoord {key}={NONE}.")
