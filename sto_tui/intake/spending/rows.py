"""One row of a sheet of the administration, read cell by cell and not yet compared with the dossier."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sto_tui.domain import dutch
from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.domain.typed_dates import parse_date
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.spending.columns import SIDES, SpendingColumns
from sto_tui.intake.tables.amounts import Mark, number_in, written_number
from sto_tui.intake.tables.date_order import exchanged
from sto_tui.intake.tables.foreign_money import told_foreign
from sto_tui.intake.tables.head_search import after_sum_word
from sto_tui.intake.tables.thousands import is_whole_already
from sto_tui.intake.tables.written_dates import DayOrder, written_date

_CARRIED = frozenset(("saldo", "transport"))
_BALANCES = frozenset(
    ("beginsaldo", "openingssaldo", "openingsbalans", "beginbalans", "eindsaldo", "eindbalans", "saldobalans")
)
_BALANCE_WORDS = ("saldo per ", "saldo vorig", "saldo begin", "saldo eind", "saldo oud ", "oud saldo", "van transport")
_WITH_SIDE = re.compile(r"(.*\d[-–]*)\s*(d|c|cr)", re.IGNORECASE)
# Behind the point stands the time of the day.
_COUNTED_DAY = re.compile(r"(\d{5})(\.\d+)?", re.ASCII)
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WITH_TIME = re.compile(r"(.*\d)[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?")
# The days of a workbook count from here; these are 1990 to 2100.
_FIRST_DAY = date(1899, 12, 30)
_DAYS = range(32_874, 73_416)


class BookingError(ValueError):
    """A row that is not taken in, with the Dutch reasons, each with a full stop."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class BookedRow:
    """What a row says: which line of the budget by number or title, when, how many euro cents, and what for.

    `year` is that of the line when the sheet says it; `is_counted` is a number that the workbook holds as a number, so
    that 1.10 became 1.1.
    """

    row: int
    number: str
    title: str
    day: date
    cents: int
    year: int | None = None
    note: str = ""
    source: str = ""
    is_counted: bool = False


@dataclass(frozen=True)
class Notations:
    """How a sheet writes its amounts and days, decided once from all its rows; `mark` is None as long as it is asked.

    Where a program `exchanged` day and month of real dates, they are turned back. Amounts are times `scale`; where they
    are `reversed`, a minus is an expense. With `credit_notes` the amount of a row that calls itself one is what came
    back.
    """

    mark: Mark | None = "komma"
    order: DayOrder | None = None
    is_exchanged: bool = False
    scale: int = 1
    is_reversed: bool = False
    credit_notes: bool = False


def is_total(row: SheetRow, columns: SpendingColumns) -> bool:
    """Whether it is a row of sums or of a balance.

    A word for sums is one only where no day or no line of the budget stands beside it: `Totaal` may begin the
    description of a payment too. An opening balance is none, also with a day and a line.
    """
    texts = [text for cell in row.cells if (text := plain(str(cell)).strip())]
    firsts = [text.split()[0].rstrip(":") for text in texts]
    if any(first in _BALANCES for first in firsts) or any(text.startswith(_BALANCE_WORDS) for text in texts):
        return True
    is_booked = columns.cell(row, "date") and (columns.cell(row, "number") or columns.cell(row, "title"))
    return not is_booked and (
        any(first in _CARRIED for first in firsts) or any(after_sum_word(text) is not None for text in texts)
    )


def is_aside(row: SheetRow, columns: SpendingColumns) -> bool:
    """Whether it books nothing at all: an explanation, or the name of a group."""
    return not any(columns.cell(row, name) for name in ("date", "amount", "debit", "credit"))


def read_row(row: SheetRow, columns: SpendingColumns, notations: Notations) -> BookedRow:
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
    day, year = _day(columns.cell(row, "date"), notations, reasons), _year(columns.cell(row, "year"), reasons)
    cents = _cents(row, columns, notations, reasons)
    if foreign := told_foreign(columns.cell(row, "currency")):
        reasons.append(foreign)
    if reasons or day is None or cents is None:
        raise BookingError(*reasons)
    note, source = (clean_line(str(columns.cell(row, name))) for name in ("note", "source"))
    is_counted = isinstance(number or columns.cell(row, "title"), WorkbookNumber)
    return BookedRow(row.number, clean_line(str(number)), title, day, cents, year, note, source, is_counted)


def _day(cell: Cell, notations: Notations, reasons: list[str]) -> date | None:
    if isinstance(cell, date):
        return (exchanged(cell) if notations.is_exchanged else None) or cell
    if not cell:
        reasons.append("er staat geen datum.")
        return None
    text = clean_line(cell)[:80]
    if day := _unformatted_day(text):
        return day
    if notations.order == "md" and (written := written_date(text, "md")) and written.end:
        return written.end
    try:
        return parse_date(text[: match.end(1)] if (match := _WITH_TIME.fullmatch(text)) else text, "end")
    except ValueError as error:
        written = written_date(text, notations.order)
        if written and written.grain == "day" and written.end:
            return written.end
        reasons.append(str(error))
        return None


def _unformatted_day(text: str) -> date | None:
    """A day as a workbook counts it (46112), or as a program writes it without marks (20260331)."""
    if (match := _COUNTED_DAY.fullmatch(text)) and int(match[1]) in _DAYS:
        return _FIRST_DAY + timedelta(days=int(match[1]))
    if match := _COMPACT_DAY.fullmatch(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            return None
    return None


def _year(cell: Cell, reasons: list[str]) -> int | None:
    if not cell:
        return None
    text = clean_line(str(cell))
    if not text.isdecimal() or not YEAR_LIMITS[0] <= int(text) <= YEAR_LIMITS[1]:
        reasons.append(f"‘{cut(text, 40)}’ is geen jaar.")
        return None
    return int(text)


def _cents(row: SheetRow, columns: SpendingColumns, notations: Notations, reasons: list[str]) -> int | None:
    """The amount, below zero for what came back."""
    try:
        cents = _signed(notations, *(columns.cell(row, name) for name in ("amount", "debit", "credit", "side")))
    except ValueError as error:
        reasons.append(str(error))
        return None
    if cents is None:
        reasons.append("er staat geen bedrag.")
    elif not cents:
        reasons.append("het bedrag is nul.")
    is_turned = notations.is_reversed or (notations.credit_notes and is_credit_note(row))
    return -cents if cents and is_turned else cents


def is_credit_note(row: SheetRow) -> bool:
    """Whether a row says that it is a credit note, of which the amount is above zero."""
    texts = [plain(cell) for cell in row.cells if isinstance(cell, str)]
    return any(re.match(r"credit ?(?:nota|factuur|note|invoice)\b", text) for text in texts)


def _signed(notations: Notations, amount: Cell, debit: Cell, credit: Cell, side: Cell) -> int | None:
    """Of two columns what was paid less what came back; else the amount, with a side of its own when there is one.

    Raises ValueError with a Dutch sentence, also where two columns do not say the same.
    """
    mark, scale = notations.mark, notations.scale
    cents = cents_of(amount, mark, scale) if amount else None
    if debit or credit:
        both = (cents_of(debit, mark, scale) if debit else 0) - (cents_of(credit, mark, scale) if credit else 0)
        if cents is not None and abs(cents) != abs(both):
            raise ValueError(f"bedrag ({dutch.amount(cents)}) en debet en credit ({dutch.amount(both)}) verschillen.")
        return both
    if cents is None or not side:
        return cents
    sign = SIDES.get(plain(str(side)))
    if sign is None:
        raise ValueError(f"‘{cut(clean_line(str(side)), 40)}’ is geen debet (D) of credit (C).")
    return _on_side(cents, sign)


def _on_side(cents: int, sign: int) -> int:
    """Raises ValueError for less than nothing on credit: what came back to some, and its opposite to others."""
    if cents < 0 and sign < 0:
        raise ValueError(
            f"het bedrag is onder nul ({dutch.amount(cents)}) en staat op credit: dat kan twee dingen betekenen. Laat "
            "het minteken weg, of de C."
        )
    return sign * cents


def amount_texts(cells: Iterable[Cell]) -> list[Cell]:
    """Amounts without the letter of their side, for deciding how the sheet writes them."""
    return [cell if isinstance(cell, date | WorkbookNumber) else _with_side(cell)[0] for cell in cells]


def cents_of(cell: Cell, mark: Mark | None = "komma", scale: int = 1) -> int:
    """An amount times `scale` in euro cents; of a workbook half a cent goes up.

    In texts also with a side behind it, as administrations write it: `100,00 C`. Raises ValueError with a Dutch
    sentence.
    """
    if isinstance(cell, WorkbookNumber):
        return int(dutch.rounded(Decimal(cell) * scale * 100))
    if isinstance(cell, date):
        raise ValueError(f"het bedrag is een datum geworden ({dutch.short_date(cell)}). Typ het opnieuw als getal.")
    text, side = _with_side(cell)
    if written_number(text) is None:
        raise ValueError(f"‘{cut(clean_line(text), 40)}’ is geen getal. Schrijf bijvoorbeeld 12.500,50.")
    scale = 1 if is_whole_already(text) else scale
    number = number_in(text, mark, is_amount=scale == 1) * scale
    cents = dutch.parse_amount(format(number.normalize(), "f").replace(".", ","))
    return _on_side(cents, SIDES[side]) if side else cents


def _with_side(text: str) -> tuple[str, str]:
    match = _WITH_SIDE.fullmatch(clean_line(text))
    return (match[1], match[2].lower()) if match else (clean_line(text), "")
