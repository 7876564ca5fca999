"""Amounts of which a title or a head says that they are in thousands or millions of euros: that is always asked."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.tables.amounts import Mark, number_in, written_number

THOUSANDS = "duizend"
"""The key of the question: `maal` a thousand or a million, or `zo` as they stand."""
_THOUSAND, _MILLION = 1000, 1_000_000

# A number before the word makes it an amount: `subsidie van 2 miljoen`.
# What a title or a head says when its amounts leave three noughts away: `x € 1.000`, `in duizenden euro`, `k€`.
_SAID = re.compile(
    r"[x×*]\s*(?:€|eur(?:o)?)?\s*1[. ]?000\b|(?<!\d )\bduizend(?:en|tallen)?\b|\bk\s?€|€\s?k\b"
    r"|\b(?:in|per) €\s?1[. ]?000\b|\bthousands?\b|\bkeur\b",
    re.IGNORECASE,
)
_SAID_MILLIONS = re.compile(
    r"[x×*]\s*(?:€|eur(?:o)?)?\s*1[. ]?000[. ]?000\b|(?<!\d )\b(?:miljoen(?:en)?|mln)\b|\bm\s?€|€\s?m\b"
    r"|\b(?:in|per) €\s?1[. ]?000[. ]?000\b|\bmillions?\b|\bmeur\b",
    re.IGNORECASE,
)
_MOST_SHOWN = 40
_MOST_EXAMPLES = 3


@dataclass(frozen=True)
class SaidInThousands:
    """The row that says it, in which words, of which columns (None means all of them), and times how much."""

    row: int
    said: str
    columns: frozenset[int] | None
    times: int = _THOUSAND

    def holds_for(self, column: int) -> bool:
        """Whether it says so of a column."""
        return self.columns is None or column in self.columns


def said_in_thousands(above: Sequence[SheetRow], head: SheetRow) -> SaidInThousands | None:
    """What the titles say of all amounts, else what heads say of their own columns; None when nothing says so."""
    for row in above:
        for cell in row.cells:
            if times := _times(cell):
                return SaidInThousands(row.number, _shown(str(cell)), None, times)
    columns = {at: cell for at, cell in enumerate(head.cells) if _times(cell)}
    if not columns:
        return None
    first = next(iter(columns.values()))
    return SaidInThousands(head.number, _shown(str(first)), frozenset(columns), _times(first))


def _times(cell: Cell) -> int:
    """How many times an amount is what it says; 0 where nothing says so."""
    if not isinstance(cell, str):
        return 0
    return _MILLION if _SAID_MILLIONS.search(cell) else _THOUSAND if _SAID.search(cell) else 0


def _shown(cell: str) -> str:
    return cut(clean_line(cell), _MOST_SHOWN)


def thousands_question(said: SaidInThousands, cells: Collection[Cell], mark: Mark | None) -> IntakeQuestion:
    """Whether the amounts are to be taken a thousandfold; `cells` are amounts of the sheet, shown both ways."""
    amounts = [number for cell in cells if cell and (number := _number(cell, mark))][:_MOST_EXAMPLES]
    choices = (
        IntakeChoice("maal", f"maal {_word(said)}", tuple(_euros(number * said.times) for number in amounts)),
        IntakeChoice("zo", "zoals ze er staan", tuple(map(_euros, amounts))),
    )
    text = f"Regel {said.row} zegt ‘{said.said}’. Hoe lees je de bedragen?"
    return IntakeQuestion(THOUSANDS, text, choices, "maal")


def _word(said: SaidInThousands) -> str:
    return "duizend" if said.times == _THOUSAND else "een miljoen"


def _number(cell: Cell, mark: Mark | None) -> Decimal | None:
    try:
        return number_in(cell, mark or "komma")
    except ValueError:
        return None


def _euros(number: Decimal) -> str:
    return dutch.amount(int(dutch.rounded(number * 100)))


def told_thousands(said: SaidInThousands, answer: str) -> list[str]:
    """What was done, as a remark; nothing as long as it is asked."""
    if not answer:
        return []
    done = f"zijn maal {_word(said)} genomen" if answer == "maal" else "blijven zoals ze er staan"
    return [f"Regel {said.row} zegt ‘{said.said}’: de bedragen {done}."]


def is_whole_already(cell: Cell) -> bool:
    """Whether an amount says its thousands or millions itself: `25k`, `1,2 mln`."""
    if not isinstance(cell, str) or isinstance(cell, WorkbookNumber):
        return False
    number = written_number(cell)
    return number is not None and number.scale != 1
