"""Risks by kans and impact. Source: the plan of Almere of 2019, section 7."""

from collections.abc import Iterable, Mapping

from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Risk, Size

Cell = tuple[Size, Size]


def risks_by_cell(risks: Iterable[Risk]) -> Mapping[Cell, list[int]]:
    """The numbers of the risks, from 1 in the order of the list, by their kans and impact."""
    cells: dict[Cell, list[int]] = {}
    for number, risk in enumerate(risks, 1):
        cells.setdefault((risk.probability, risk.impact), []).append(number)
    return cells


def in_cell(numbers: list[int], width: int) -> str:
    """`1, 4`; what does not fit in so many cells is counted: `6 risico’s`; a dot when there is none."""
    if not numbers:
        return "·"
    named = ", ".join(map(str, numbers))
    return named if len(named) <= width else count(len(numbers), "risico", "risico’s")
