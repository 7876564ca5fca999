"""One row of a sheet of the administration, read cell by cell and not yet compared with the dossier."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sto_tui.domain import dutch
from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.domain.typed_dates import parse_date
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.spending.columns import SpendingColumns

_NO_CENTS = re.compile(r",\s*[-–—]+$")
_IN_BRACKETS = re.compile(r"\((.+)\)")
_CURRENCY = re.compile(r"^\s*(eur|euro)\b|\b(eur|euro)\s*$", re.IGNORECASE)


class BookingError(ValueError):
    """A row that is not taken in, with the Dutch reasons, each with a full stop."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class BookedRow:
    """What a row says: which line of the budget by number or title, when, how many euro cents, and what for.

    `year` is that of the line when the sheet says it.
    """

    row: int
    number: str
    title: str
    day: date
    cents: int
    year: int | None = None
    note: str = ""
    source: str = ""


def is_total(row: SheetRow) -> bool:
    """Whether it is a row of sums."""
    return any(plain(str(cell)).startswith(("totaal", "subtotaal", "eindtotaal")) for cell in row.cells)


def is_aside(row: SheetRow, columns: SpendingColumns) -> bool:
    """Whether it books nothing at all: an explanation, or the name of a group."""
    return not any(columns.cell(row, name) for name in ("date", "amount", "debit", "credit"))


def read_row(row: SheetRow, columns: SpendingColumns) -> BookedRow:
    """What a row says. Raises BookingError with all that is wrong in it."""
    reasons: list[str] = []
    number, title = columns.cell(row, "number"), clean_line(str(columns.cell(row, "title")))
    if isinstance(number, date):
        reasons.append(
            f"het regelnummer is een datum geworden ({dutch.short_date(number)}). "
            "Maak de kolom op als tekst en typ het opnieuw."
        )
    elif not number and not title:
        reasons.append("er staat geen regelnummer en geen post.")
    day, year = _day(columns.cell(row, "date"), reasons), _year(columns.cell(row, "year"), reasons)
    cents = _cents(row, columns, reasons)
    if reasons or day is None or cents is None:
        raise BookingError(*reasons)
    note, source = (clean_line(str(columns.cell(row, name))) for name in ("note", "source"))
    return BookedRow(row.number, clean_line(str(number)), title, day, cents, year, note, source)


def _day(cell: Cell, reasons: list[str]) -> date | None:
    if isinstance(cell, date):
        return cell
    if not cell:
        reasons.append("er staat geen datum.")
        return None
    try:
        return parse_date(clean_line(cell)[:80], "end")
    except ValueError as error:
        reasons.append(str(error))
        return None


def _year(cell: Cell, reasons: list[str]) -> int | None:
    if not cell:
        return None
    text = clean_line(str(cell))
    if not text.isdecimal() or not YEAR_LIMITS[0] <= int(text) <= YEAR_LIMITS[1]:
        reasons.append(f"‘{cut(text, 40)}’ is geen jaar.")
        return None
    return int(text)


def _cents(row: SheetRow, columns: SpendingColumns, reasons: list[str]) -> int | None:
    """The amount; of two columns what was paid less what came back."""
    cells = {name: columns.cell(row, name) for name in ("amount", "debit", "credit")}
    try:
        if cells["amount"]:
            cents = cents_of(cells["amount"])
        elif cells["debit"] or cells["credit"]:
            debit, credit = (cents_of(cells[name]) if cells[name] else 0 for name in ("debit", "credit"))
            cents = debit - credit
        else:
            reasons.append("er staat geen bedrag.")
            return None
    except ValueError as error:
        reasons.append(str(error))
        return None
    if not cents:
        reasons.append("het bedrag is nul.")
    return cents


def cents_of(cell: Cell) -> int:
    """An amount in euro cents; of a workbook half a cent goes up. Raises ValueError with a Dutch sentence.

    In texts also `€ 50,-`, `100,00-` and `(100,00)`, as administrations write them.
    """
    if isinstance(cell, WorkbookNumber):
        return int(dutch.rounded(Decimal(cell) * 100))
    if isinstance(cell, date):
        raise ValueError(f"het bedrag is een datum geworden ({dutch.short_date(cell)}). Typ het opnieuw als getal.")
    text = _CURRENCY.sub("", clean_line(cell)).strip()
    text = _NO_CENTS.sub("", text)
    bracketed = _IN_BRACKETS.fullmatch(text)
    below_zero = bool(bracketed) or text.endswith("-")
    text = bracketed[1] if bracketed else text.rstrip("- ")
    cents = dutch.parse_amount(text.replace("−", "-"))
    return -cents if below_zero else cents
