"""Which budget line a number means: it may stand on a line of every year, and the day of what is booked says of which.

Source: questions about plans on the STO site: the date of the invoice decides the year.
"""

from collections.abc import Sequence

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.record import Record
from sto_tui.domain.text import plain


def lines_numbered(dossier: Dossier, number: str) -> list[BudgetLine]:
    """The budget lines with this number, in order."""
    lines: Sequence[Record] = list(dossier.ordered("budget").values()) if plain(number) else []
    return [line for line in lines if isinstance(line, BudgetLine) and plain(line.number) == plain(number)]


def line_of_year(lines: Sequence[BudgetLine], year: int, at_hand: int | None = None) -> BudgetLine:
    """The one that is meant of lines with the same number; `at_hand` is the id of the line of the cursor.

    Raises ValueError with a Dutch sentence when the year does not tell.
    """
    if len(lines) == 1:
        return lines[0]
    of_it = [line for line in lines if line.year == year]
    chosen = of_it if len(of_it) == 1 else [line for line in of_it or lines if line.id == at_hand]
    if chosen:
        return chosen[0]
    number = lines[0].number
    if of_it:
        raise ValueError(
            f"Regelnummer {number} staat in {year} op {count(len(of_it), 'regel', 'regels')}. Geef elke regel "
            "een eigen nummer."
        )
    years = enumerate_words([str(known) for known in sorted({line.year for line in lines})])
    raise ValueError(f"Regelnummer {number} is van {years}, en niet van {year}. Verbeter de datum of het nummer.")
