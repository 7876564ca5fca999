"""Questions that any sheet may raise, whatever its rows are about: the order of day and month, and rows that help."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.text import shortened
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.date_order import DateOrders
from sto_tui.intake.tables.written_dates import DayOrder, WrittenDate, written_date

ORDER = "datumvolgorde"
LONGEST_CELL = 24
_FEW_DAYS = 3
# For a day without a year: a leap year, so that 29 February exists.
_ANY_YEAR = 2028
_MOST_SHOWN = 5
MOST_CELLS = 8
ORDER_NAMES: Mapping[DayOrder, str] = {
    "dm": "dag/maand", "md": "maand/dag", "ymd": "jaar/maand/dag", "dm?": "dag/maand", "dmd": "dag/maand",
}  # fmt: skip


def shown_cell(cell: Cell, most: int = LONGEST_CELL) -> str:
    """A cell as it helps to choose: a date as people write it, a long text cut."""
    return dutch.short_date(cell) if isinstance(cell, date) else shortened(str(cell), most)


def shown_rows(rows: Iterable[SheetRow]) -> tuple[str, ...]:
    """The first rows, each as a line."""
    return tuple(
        f"regel {row.number}: " + " | ".join(map(shown_cell, row.cells[:MOST_CELLS]))
        for row, _ in zip(rows, range(_MOST_SHOWN), strict=False)
    )


def shown_cells(rows: Sequence[SheetRow]) -> tuple[tuple[str, ...], ...]:
    """The first rows as cells, for a question of which the choices point at columns."""
    return tuple(tuple(map(shown_cell, row.cells)) for row in rows[:_MOST_SHOWN])


def order_question(examples: Sequence[str], proposed: DayOrder) -> IntakeQuestion:
    """Whether the day or the month comes first."""
    orders: tuple[DayOrder, ...] = ("ymd", "dm", "md") if proposed == "ymd" else ("dm", "md")
    choices = tuple(
        IntakeChoice(order, ORDER_NAMES[order], tuple(_as_read(text, order) for text in examples)) for order in orders
    )
    return IntakeQuestion(ORDER, f"Hoe lees je {dutch.enumerate_words([*examples])}?", choices, proposed)


def told_short_months(decided: DateOrders) -> tuple[str, ...]:
    """That `mrt 27` was taken for March 2027: it may be a day of another year as well."""
    days = {text: written.start for text in decided.short_months if (written := written_date(text, "dm"))}
    shown = [f"{text} is {MONTHS[day.month - 1]} {day.year}" for text, day in days.items() if day]
    told = f"Een getal achter een maand is gelezen als jaar, en niet als dag: {dutch.enumerate_words(shown)}."
    return (told,) if shown else ()


def swapped_question(examples: Sequence[date], proved: DayOrder) -> IntakeQuestion:
    """Whether a program exchanged day and month of real dates."""
    other: DayOrder = "md" if proved == "dm" else "dm"
    turned = tuple(dutch.long_date(day.replace(day=day.month, month=day.day)) for day in examples)
    choices = (
        IntakeChoice(proved, f"dag en maand zijn omgewisseld ({ORDER_NAMES[proved]})", turned),
        IntakeChoice(other, "zoals het er nu staat", tuple(map(dutch.long_date, examples))),
    )
    # Only what was written in American, and read in Dutch, is exchanged as a rule.
    proposed = proved if proved == "md" else other
    text = (
        "Een deel van de datums is tekst, en de echte datums hebben geen dag boven de 12. Excel wisselt dag en maand "
        "dan soms om. Wat geldt?"
    )
    return IntakeQuestion(ORDER, text, choices, proposed)


def order_questions(decided: DateOrders, cells: Sequence[Sequence[Cell]]) -> list[IntakeQuestion]:
    """Whether the day or the month comes first, and whether a program exchanged them."""
    if decided.open_columns:
        return [order_question(decided.examples, decided.proposed)]
    for at in decided.swapped:
        days = [cell for cell in cells[at] if isinstance(cell, date) and cell.day != cell.month]
        if decided.orders[at] == "md" or len(days) >= _FEW_DAYS:
            return [swapped_question(days[:_FEW_DAYS], decided.orders[at])]
    return []


def _as_read(text: str, order: DayOrder) -> str:
    written = written_date(text, order)
    if written is None or not written.without_year:
        return shown_date(written) or f"{text} (geen datum)"
    span = found.span if (found := written_date(text, order, _ANY_YEAR)) else None
    day = f"{span[0].day} {MONTHS[span[0].month - 1]}" if span and span[0] == span[1] else text
    return f"{day} (jaar ontbreekt)"


def shown_date(written: WrittenDate | None) -> str:
    """A written date in words; empty when it is none yet."""
    if written is None or written.span is None:
        return ""
    first, last = written.span
    return dutch.long_date(first) if first == last else f"{dutch.long_date(first)} t/m {dutch.long_date(last)}"
