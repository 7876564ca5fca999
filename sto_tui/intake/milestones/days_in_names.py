"""The day that stands in the name of what is in a month: `Kick-off (12/1)` beside *januari* is on the twelfth."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.milestones.named import MOST_NAMED
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.date_words import MONTH
from sto_tui.intake.tables.written_dates import WrittenDate, written_date
from sto_tui.intake.telling import first_of

_WEEKDAY = r"(?:(?:ma|di|wo|do|vr|za|zo)(?:\w*dag)?\.? )?"
_DAYS = rf"\d{{1,2}}(?: ?(?:-|–|t/m|tot en met|en) ?\d{{1,2}})? {MONTH}"
_IN_FIGURES = r"\d{1,2}[/-]\d{1,2}(?: ?(?:–|t/m|tot en met) ?\d{1,2}[/-]\d{1,2})?"
_DAY = re.compile(rf"(?<![\w/-]){_WEEKDAY}(?P<day>{_DAYS}|{_IN_FIGURES})(?![\w/-])", re.IGNORECASE)
_AROUND = " ()[].,:;–-"
_BULLETS = "-–—•·*▪◦ "
# Of these it is a part, or two of them.
_COUNTED = (
    r"(?:deel|les|fase|module|ronde|sessie|groep|klas|klassen|leerjaar|leerjaren|week|nr|niveau|vmbo|mavo|havo|mbo)"
)
_PARTED = re.compile(rf"\b{_COUNTED}\.? \d|\d[/-]\d {_COUNTED}\b", re.IGNORECASE)
# A leap year, so that 29 February exists.
_ANY_YEAR = 2028


@dataclass(frozen=True)
class NamedDays:
    """The rows with the day in the cell of their month, and what is told of it."""

    rows: Sequence[SheetRow]
    remarks: tuple[str, ...] = ()


def days_in_names(rows: Sequence[SheetRow], title: int | None, month: int | None) -> NamedDays:
    """The same rows of a calendar; a day that does not lie in the month beside it stays a part of the name."""
    if title is None or month is None:
        return NamedDays(rows)
    told, read = [], []
    for row in rows:
        name = clean_line(row.text(title)).lstrip(_BULLETS)
        day = day_in(name, row.cell(month))
        read.append(replace(row, cells=(*row.cells[:month], day, *row.cells[month + 1 :])) if day else row)
        told += [f"‘{cut(name, 30)}’ is {day} (regel {row.number})"] if day else []
    named = dutch.enumerate_words(first_of(told, MOST_NAMED))
    return NamedDays(read, (f"De dag komt uit de naam: {named}.",) if told else ())


def day_in(name: str, period: Cell) -> str:
    """The day or days in a name that lie in a period, in words, with the year that the period has; else empty."""
    found = [*_DAY.finditer(name)]
    if len(found) != 1 or _PARTED.search(name):
        return ""
    match = found[0]
    before, behind = name[: match.start()].strip(_AROUND), name[match.end() :].strip(_AROUND)
    if bool(before) == bool(behind):
        return ""
    around = _around(period)
    if around is None or around.start is None or around.end is None or around.grain == "day":
        return ""
    days = written_date(match["day"], "dm", around.start.year)
    if days is None or days.start is None or days.end is None or days.grain not in ("day", "range"):
        return ""
    if not around.start <= days.start <= days.end <= around.end:
        return ""
    year = "" if around.without_year else f" {days.end.year}"
    first, last = (f"{day.day} {MONTHS[day.month - 1]}" for day in (days.start, days.end))
    return f"{last}{year}" if first == last else f"{first} t/m {last}{year}"


def _around(period: Cell) -> WrittenDate | None:
    """The days of a period; a real date in a calendar is that of its first day."""
    if isinstance(period, date):
        return written_date(f"{MONTHS[period.month - 1]} {period.year}") if period.day == 1 else None
    return written_date(period, "dm", _ANY_YEAR) if period else None
