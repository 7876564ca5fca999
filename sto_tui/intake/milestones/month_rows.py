"""A month as a heading in the column of days: `Januari 2027`, and below it `12` and `16 t/m 20`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.head_words import DATE_KINDS, head_word
from sto_tui.intake.tables.written_dates import written_date

_DAYS = re.compile(r"\d{1,2}(?: ?(?:t/m|tot en met|tot|-|–|en) ?\d{1,2})?")
# Below these a number is no day.
_OTHER_UNITS = ("week", "wk", "maand", "kwartaal", "periode")
_NEARLY_ALL = 0.8
# One month above one day says too little.
_FEWEST = 2


@dataclass(frozen=True)
class MonthRows:
    """The rows with whole dates, without those of the months; and what is told of it, in Dutch."""

    rows: Sequence[SheetRow]
    remarks: tuple[str, ...] = ()


def with_months(heads: Sequence[str], rows: Sequence[SheetRow]) -> MonthRows:
    """The same table with the month of the row above behind each number of a day."""
    for at, head in enumerate(heads):
        word = head_word(head)
        if word and word.kind in DATE_KINDS and not any(unit in head_key(head) for unit in _OTHER_UNITS):
            months = {row.number for row in rows if _is_month(row, at)}
            filled = [row.text(at) for row in rows if row.cell(at) and row.number not in months]
            days = [text for text in filled if _DAYS.fullmatch(text.strip())]
            if months and len(days) >= _FEWEST and len(days) >= _NEARLY_ALL * len(filled):
                return _joined(rows, at, months, head)
    return MonthRows(rows)


def _is_month(row: SheetRow, at: int) -> bool:
    """Whether a month stands in the column of days, and nothing else in the row."""
    cells = {cell for cell in row.cells if cell}
    written = written_date(row.text(at)) if len(cells) == 1 and row.cell(at) else None
    return written is not None and written.grain == "month" and not written.vague


def _joined(rows: Sequence[SheetRow], at: int, months: set[int], head: str) -> MonthRows:
    month = ""
    whole: list[SheetRow] = []
    names: list[str] = []
    for row in rows:
        if row.number in months:
            month = clean_line(row.text(at))
            names.append(cut(month, 30))
            continue
        text = row.text(at).strip()
        is_day = bool(month) and _DAYS.fullmatch(text) is not None
        whole.append(replace(row, cells=(*row.cells[:at], f"{text} {month}", *row.cells[at + 1 :])) if is_day else row)
    named = dutch.enumerate_words([f"‘{name}’" for name in names])
    verb = "staat" if len(names) == 1 else "staan"
    return MonthRows(whole, (f"{named} {verb} boven de dagen bij ‘{cut(head, 30)}’, en is de maand daarvan.",))
