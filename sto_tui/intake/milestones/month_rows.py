"""A month as a heading in the column of days: `Januari 2027`, and below it `12`, `di 12` and `16 t/m 20`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.date_words import WEEKDAY_NUMBERS
from sto_tui.intake.tables.head_words import DATE_KINDS, head_word
from sto_tui.intake.tables.written_dates import written_date

_BETWEEN = r" ?(?:t/m|tot en met|tot|-|–|en|/|&|\+) ?"
_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAY_NUMBERS, key=len, reverse=True))})\.?"
# `di 12`, `12 di` or `12 (di)`: the day of the week is held against the year.
_DAY = re.compile(rf"(?:({_WEEKDAY}) ?)?(\d{{1,2}})(?: ?\(?({_WEEKDAY})\)?)?", re.IGNORECASE)
_DAYS = re.compile(rf"{_DAY.pattern}(?:({_BETWEEN}){_DAY.pattern})?", re.IGNORECASE)
# Below these a number is no day.
_OTHER_UNITS = ("week", "wk", "maand", "kwartaal", "periode")
_NEARLY_ALL = 0.8
# One month above one day says too little.
_FEWEST = 2


@dataclass(frozen=True)
class MonthRows:
    """The heads and rows with whole dates, without the rows of months; and what is told of it, in Dutch."""

    heads: Sequence[str]
    rows: Sequence[SheetRow]
    remarks: tuple[str, ...] = ()


def with_months(heads: Sequence[str], rows: Sequence[SheetRow]) -> MonthRows:
    """The same table with the month of the row above, or of the column beside it, behind each number of a day."""
    if beside := _with_months_beside(heads, rows):
        return beside
    for at, head in enumerate(heads):
        word = head_word(head)
        if word and word.kind in DATE_KINDS and _may_be_day(head):
            months = {row.number for row in rows if _is_month(row, at)}
            filled = [row.text(at) for row in rows if row.cell(at) and row.number not in months]
            if months and len(filled) >= _FEWEST and _are_days([text.strip() for text in filled]):
                return _joined(heads, rows, at, months)
    return MonthRows(heads, rows)


def _with_months_beside(heads: Sequence[str], rows: Sequence[SheetRow]) -> MonthRows | None:
    """Where one column has the months, in each row or in the first of several, and another the days in them."""
    columns = [at for at, head in enumerate(heads) if (word := head_word(head)) and word.kind in DATE_KINDS]
    filled = {at: [row.text(at).strip() for row in rows if row.cell(at)] for at in columns}
    months = [at for at in columns if filled[at] and all(map(_says_month, filled[at]))]
    days = [at for at in columns if len(filled[at]) >= _FEWEST and _are_days(filled[at]) and _may_be_day(heads[at])]
    if len(months) != 1 or len(days) != 1 or not rows or not rows[0].cell(months[0]):
        return None
    (of_month,), (at,) = months, days
    if not any(map(_says_more, (*filled[of_month], *filled[at]))):
        return None
    month = ""
    whole, held = [], []
    for row in rows:
        month = clean_line(row.text(of_month)) if row.cell(of_month) else month
        held += [row.number] if row.cell(at) and not row.cell(of_month) else []
        match = _DAYS.fullmatch(row.text(at).strip())
        day = _in_month(match, month) if match else row.cell(at)
        cells = [*row.cells, *[""] * (max(of_month, at) + 1 - len(row.cells))]
        if row.cell(at):
            cells[of_month], cells[at] = day, ""
        whole.append(replace(row, cells=tuple(cells)))
    told = [f"De dagen bij ‘{cut(heads[at], 30)}’ zijn gelezen met de maand bij ‘{cut(heads[of_month], 30)}’."]
    if held:
        told.append(f"Bij ‘{cut(heads[of_month], 40)}’ leeg, en genomen wat erboven staat: {rows_named(held)}.")
    return MonthRows([*heads[:at], "", *heads[at + 1 :]], whole, tuple(told))


def _says_more(text: str) -> bool:
    """Whether a month has its year, or a day that of the week or another one: what is bare is joined elsewhere."""
    return not text.isdecimal() and re.search(r"\d", text) is not None


def _says_month(text: str) -> bool:
    written = written_date(text)
    return written is not None and written.grain == "month" and not written.vague


def _are_days(texts: Sequence[str]) -> bool:
    return sum(_DAYS.fullmatch(text) is not None for text in texts) >= _NEARLY_ALL * len(texts)


def _may_be_day(head: str) -> bool:
    return not any(unit in head_key(head) for unit in _OTHER_UNITS)


def _is_month(row: SheetRow, at: int) -> bool:
    """Whether a month stands in the column of days, and nothing else in the row."""
    cells = {cell for cell in row.cells if cell}
    return len(cells) == 1 and bool(row.cell(at)) and _says_month(row.text(at))


def _in_month(days: re.Match[str], month: str) -> str:
    """`di 12 januari`; of two days each has its month where a day of the week stands between them."""
    before, number, behind, between, *second = days.groups()
    first = f"{before or behind or ''} {number}".strip()
    if between is None:
        return f"{first} {month}"
    weekday = second[0] or second[2] or ""
    if not (weekday or before or behind):
        return f"{number}{between}{second[1]} {month}"
    is_next = int(second[1]) == int(number) + 1
    return f"{first} {month}{' t/m ' if is_next else between}{weekday} {second[1]} {month}"


def _joined(heads: Sequence[str], rows: Sequence[SheetRow], at: int, months: set[int]) -> MonthRows:
    month = ""
    whole: list[SheetRow] = []
    names: list[str] = []
    for row in rows:
        if row.number in months:
            month = clean_line(row.text(at))
            names.append(cut(month, 30))
            continue
        text = row.text(at).strip()
        days = _DAYS.fullmatch(text) if month else None
        day = _in_month(days, month) if days else row.cell(at)
        whole.append(replace(row, cells=(*row.cells[:at], day, *row.cells[at + 1 :])))
    named = dutch.enumerate_words([f"‘{name}’" for name in names])
    verb = "staat" if len(names) == 1 else "staan"
    is_month = "is de maand" if len(names) == 1 else "zijn de maanden"
    told = f"{named} {verb} boven de dagen bij ‘{cut(heads[at], 30)}’, en {is_month} daarvan."
    return MonthRows(heads, whole, (told,))
