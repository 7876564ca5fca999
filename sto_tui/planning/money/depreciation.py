"""What equipment costs per year: its depreciation, in whole cents of which the sum is exactly the whole.

Source: the rule of 2020-2023 (domain.md §1.6): the real economic life and the real use for the project; the life is not
cut off at the end of the project. Whether it holds for 2025-2028 is to be checked.
"""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import rounded
from sto_tui.domain.money import BudgetLine, Equipment
from sto_tui.frozen import frozen
from sto_tui.planning.money.totals import Totals
from sto_tui.planning.money.what_counts import outside_plan

MONTHS_PER_YEAR = 12


def for_project(equipment: Equipment) -> int:
    """The part of the purchase that is for the project, in euro cents; half a cent up."""
    return int(rounded(Decimal(equipment.purchase) * Decimal(repr(equipment.share_of_use)) / 100))


def depreciation(equipment: Equipment) -> Mapping[int, int]:
    """Per year of its life what is written off, in euro cents: every month the same, the month of first use included.

    Each year is what was written off up to its end, rounded, less what was before: so nothing is lost in rounding.
    """
    whole, begin = for_project(equipment), equipment.in_use_from
    per_year: dict[int, int] = {}
    written_off = 0
    for year in range(begin.year, equipment.written_off_on.year + 1):
        months = min((year + 1 - begin.year) * MONTHS_PER_YEAR - (begin.month - 1), equipment.life)
        until = int(rounded(Decimal(whole) * months / equipment.life))
        per_year[year], written_off = until - written_off, until
    return per_year


def depreciation_by_year(dossier: Dossier) -> Totals[int, int]:
    """Per piece of equipment, by its id, and year; also the years after the plan."""
    cells = {
        (equipment.id, year): cents
        for equipment in dossier.of(Equipment).values()
        for year, cents in depreciation(equipment).items()
    }
    years = {year for _, year in cells}
    columns = tuple(range(min(years), max(years) + 1)) if years else ()
    return Totals(tuple(dossier.of(Equipment)), columns, cells)


@frozen
class Mismatch:
    """A year of the plan in which the budget has another amount for equipment than is written off."""

    equipment: Equipment
    year: int
    budgeted: int
    written_off: int
    line: BudgetLine | None


def lines_by_equipment(dossier: Dossier) -> Mapping[int, list[BudgetLine]]:
    """The budget lines that name a piece of equipment, by its id; of what none names there are none."""
    lines: dict[int, list[BudgetLine]] = defaultdict(list)
    for line in dossier.of(BudgetLine).values():
        if line.equipment is not None:
            lines[line.equipment].append(line)
    return lines


def mismatches(dossier: Dossier) -> list[Mismatch]:
    """Where the lines that name equipment differ from its depreciation by more than a hundredth, in the plan's years.

    A budget says so many months times whole euros, which is never exactly the same.
    """
    misfits: list[Mismatch] = []
    every_line = lines_by_equipment(dossier)
    for equipment in dossier.of(Equipment).values():
        lines, written_off = every_line.get(equipment.id, []), depreciation(equipment)
        for year in sorted({*written_off, *(line.year for line in lines)}):
            of_year = [line for line in lines if line.year == year]
            budgeted, due = sum(line.total or 0 for line in of_year), written_off.get(year, 0)
            if lines and abs(budgeted - due) * 100 > due and not outside_plan(dossier, year):
                misfits.append(Mismatch(equipment, year, budgeted, due, of_year[0] if of_year else None))
    return misfits
