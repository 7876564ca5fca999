"""The order of day and month in the columns of a tab, decided once from all their cells; in doubt it stays open.

Source: a count over 107 date columns of public sheets; 26 held days in numbers, of which 9 prove nothing by themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.written_dates import (
    DayOrder,
    MonthNumber,
    NumberedDay,
    is_month_or_day,
    month_and_number,
    numbered_days,
    written_date,
)

ORDERS: tuple[DayOrder, DayOrder] = ("dm", "md")
EXAMPLES = 3

# Numbers behind a month (`jan 27`) that lie so near to each other are years, and so far apart days.
_YEARS_APART = 3
_DAYS_APART = 6
_FIRST_YEAR = 20
# One pair that is the wrong way round may be a mistake of who wrote it.
_BROKEN_PAIRS = 2
# So many different first numbers beside nothing but ones are months, or days in January.
_FIRSTS_OF_MONTHS = 3
# Days before months that an American program took: rare, so one or two real dates beside text are no sign of it.
_SWAPPED_BY_AMERICAN = 3


class OrderReason(Enum):
    """Why a column has its order, or why it has to be asked."""

    NUMBER_OVER_12 = "one of both numbers can be no month"
    WEEKDAY = "the day of the week fits one reading"
    OTHER_COLUMN = "another column of the tab is proved"
    BEGIN_BEFORE_END = "read the other way, ends come before their begins"
    DASHES = "only a slash is used with the month first"
    OPEN = "nothing proves it"
    MONTHS = "all other cells are months of a year"
    MIXED = "some cells prove one order, others the other"


@dataclass(frozen=True)
class DateOrders:
    """Per column its order, or that it has to be asked; both, where only `mrt 27` beside days has to.

    A column without days in numbers stands in neither. `proposed` is for the question, with `examples` of its cells;
    in the `swapped` columns real dates have probably got day and month exchanged by a program. The `short_months` are
    cells as `mrt 27` that are taken for a month of a year.
    """

    orders: Mapping[int, DayOrder]
    reasons: Mapping[int, OrderReason]
    open_columns: tuple[int, ...]
    proposed: DayOrder
    examples: tuple[str, ...]
    swapped: tuple[int, ...]
    short_months: tuple[str, ...]

    def order_of(self, at: int, answer: DayOrder | None) -> DayOrder | None:
        """The order of a column with what was answered, which says nothing of days that are proved."""
        proved = self.orders.get(at)
        if proved == "dm?" and answer:
            return "dmd" if answer == "md" else "dm"
        return proved or answer


@dataclass(frozen=True)
class _Column:
    """What the cells of a column say about the order."""

    days: tuple[NumberedDay, ...]
    behind_months: tuple[MonthNumber, ...]
    written: tuple[str, ...]
    texts: tuple[str, ...]
    short: tuple[str, ...]
    has_only_months: bool

    @property
    def needs_order(self) -> bool:
        return any(behind.is_open for behind in self.behind_months) or any(map(_is_open, self.days))


def date_orders(columns: Mapping[int, Sequence[Cell]], begin: int | None = None, due: int | None = None) -> DateOrders:
    """The orders of these date columns of one tab; `begin` and `due` are those that bound a task, row by row."""
    read = {at: _column(cells) for at, cells in columns.items()}
    orders: dict[int, DayOrder] = {}
    reasons: dict[int, OrderReason] = {}
    for at, column in read.items():
        over, weekdays = _by_number(column), _by_weekday(column)
        proved = over | weekdays | _by_number_behind_month(column)
        if not proved and column.has_only_months:
            orders[at], reasons[at] = "dm", OrderReason.MONTHS
        elif len(proved) > 1 or _may_have_year_first(column):
            reasons[at] = OrderReason.MIXED
        elif proved:
            orders[at] = proved.pop()
            reasons[at] = OrderReason.WEEKDAY if weekdays and not over else OrderReason.NUMBER_OVER_12
    undecided = [at for at, column in read.items() if column.needs_order and at not in reasons]
    _by_other_column(read, undecided, orders, reasons)
    broken = _broken_pairs(columns, begin, due, orders) if {begin, due} & {*undecided} else {}
    _by_pairs([at for at in undecided if at not in orders and at in (begin, due)], broken, orders, reasons)
    _by_dashes(read, undecided, orders, reasons)
    reasons |= {at: OrderReason.OPEN for at in undecided if at not in orders}
    asked = tuple(at for at in read if at in reasons and at not in orders)
    short = [at for at, column in read.items() if column.short and at not in asked and orders.get(at) != "md"]
    months = [at for at in short if read[at].has_only_months or _by_number_behind_month(read[at])]
    orders |= {at: "dm?" for at in short if at not in months}
    examples = _examples(text for at in asked for text in read[at].written or read[at].texts)
    return DateOrders(
        orders, reasons, tuple(at for at in read if at in asked or orders.get(at) == "dm?"),
        _proposed([read[at] for at in asked], broken),
        examples or _examples(text for at in short if at not in months for text in read[at].short),
        _swapped(columns, read), _examples(text for at in months for text in read[at].short),
    )  # fmt: skip


def exchanged(day: date) -> date | None:
    """Day and month of a real date the other way round; None when there is no such day."""
    return day.replace(day=day.month, month=day.day) if day.day <= 12 else None


def _column(cells: Sequence[Cell]) -> _Column:
    texts = [cell for cell in cells if isinstance(cell, str) and cell]
    different = dict.fromkeys(texts)
    days = {text: numbered_days(text) for text in different}
    behind = {text: number for text in different if (number := month_and_number(text)) is not None}
    written = tuple(
        text for text in days if (text in behind and behind[text].is_open) or any(map(_is_open, days[text]))
    )
    short = tuple(filter(is_month_or_day, different))
    return _Column(
        tuple(day for text in texts for day in days[text]),
        tuple(behind.values()),
        written,
        tuple(text for text in days if days[text]),
        short,
        bool(short) and _are_months(cell for cell in cells if cell and cell not in short),
    )


def _are_months(cells: Iterable[Cell]) -> bool:
    """Whether there are dates, and all of them are months or longer periods with their year."""
    read = [None if isinstance(cell, date) else written_date(cell) for cell in cells if is_date(cell)]
    return bool(read) and all(
        written and written.grain not in ("day", "week", "range") and not written.without_year for written in read
    )


def _both_ways(day: NumberedDay) -> bool:
    return 1 <= day.first <= 12 and 1 <= day.second <= 12 and day.first != day.second


def _is_open(day: NumberedDay) -> bool:
    return _both_ways(day) or day.may_be_month_of_year


def _by_number(column: _Column) -> set[DayOrder]:
    return {
        "dm" if day.first > 12 else "md"
        for day in column.days
        if max(day.first, day.second) in range(13, 32) and 1 <= min(day.first, day.second) <= 12
        if not day.may_be_month_of_year
    }


def _by_weekday(column: _Column) -> set[DayOrder]:
    proved: set[DayOrder] = set()
    for day in filter(_both_ways, column.days):
        if day.weekday is not None and day.year is not None:
            fits = {order for order in ORDERS if _in_order(day, order).weekday() == day.weekday}
            proved |= fits if len(fits) == 1 else set()
    return proved


def _in_order(day: NumberedDay, order: DayOrder) -> date:
    month, number = (day.second, day.first) if order == "dm" else (day.first, day.second)
    return date(day.year or 1, month, number)


def _may_have_year_first(column: _Column) -> bool:
    """Whether the first numbers look like years and the last like days: `27-01-04, 27-02-15`."""
    firsts = {day.first for day in column.days}
    lasts = {day.year % 100 for day in column.days if day.year is not None}
    return (
        len(column.days) > 1
        and min(firsts) >= _FIRST_YEAR
        and max(firsts) - min(firsts) <= _YEARS_APART
        and bool(lasts)
        and max(lasts) - min(lasts) > _DAYS_APART
    )


def _by_number_behind_month(column: _Column) -> set[DayOrder]:
    """`jan 27, mrt 27, jan 28` are months of years, `Jan 21, Feb 27, Mar 30` days."""
    numbers = [behind.number for behind in column.behind_months]
    if len(set(numbers)) < 2:
        return set()
    apart = max(numbers) - min(numbers)
    if apart <= _YEARS_APART and min(numbers) >= _FIRST_YEAR and len(numbers) > len(set(numbers)):
        return {"dm"}
    return {"md"} if apart > _DAYS_APART else set()


def _by_other_column(
    read: Mapping[int, _Column],
    undecided: Sequence[int],
    orders: dict[int, DayOrder],
    reasons: dict[int, OrderReason],
) -> None:
    """All that is proved in the tab agrees, and nothing in it is mixed."""
    proved = {order for at, order in orders.items() if read[at].days}
    if len(proved) != 1 or OrderReason.MIXED in reasons.values():
        return
    order = proved.pop()
    for at in undecided:
        if not read[at].behind_months:
            orders[at], reasons[at] = order, OrderReason.OTHER_COLUMN


def _broken_pairs(
    columns: Mapping[int, Sequence[Cell]], begin: int | None, due: int | None, orders: Mapping[int, DayOrder]
) -> dict[DayOrder, int]:
    """Per reading in how many rows the end comes before the begin."""
    if begin is None or due is None or begin not in columns or due not in columns:
        return {}
    pairs = list(zip(columns[begin], columns[due], strict=False))
    return {
        order: sum(_is_broken(first, last, orders.get(begin, order), orders.get(due, order)) for first, last in pairs)
        for order in ORDERS
    }


def _is_broken(first: Cell, last: Cell, begin_order: DayOrder, due_order: DayOrder) -> bool:
    start, end = _span_of(first, begin_order), _span_of(last, due_order)
    return start is not None and end is not None and end[1] < start[0]


def _span_of(cell: Cell, order: DayOrder) -> tuple[date, date] | None:
    if isinstance(cell, date):
        return cell, cell
    written = written_date(cell, order) if cell else None
    return written.span if written else None


def _by_pairs(
    undecided: Sequence[int],
    broken: Mapping[DayOrder, int],
    orders: dict[int, DayOrder],
    reasons: dict[int, OrderReason],
) -> None:
    for order, turned in (ORDERS, ORDERS[::-1]) if broken else ():
        if broken[order] == 0 and broken[turned] >= _BROKEN_PAIRS:
            for at in undecided:
                orders[at], reasons[at] = order, OrderReason.BEGIN_BEFORE_END


def _by_dashes(
    read: Mapping[int, _Column],
    undecided: Sequence[int],
    orders: dict[int, DayOrder],
    reasons: dict[int, OrderReason],
) -> None:
    """With dashes or dots the day comes first, unless it would always be a day of January."""
    for at in undecided:
        column = read[at]
        days = [day for day in column.days if not day.may_be_month_of_year] or column.days
        if at in orders or column.behind_months or any(day.slash for day in days):
            continue
        if not _are_firsts_of_months(days):
            orders[at], reasons[at] = "dm", OrderReason.DASHES


def _are_firsts_of_months(days: Sequence[NumberedDay]) -> bool:
    return {day.second for day in days} == {1} and len({day.first for day in days}) >= _FIRSTS_OF_MONTHS


def _proposed(columns: Sequence[_Column], broken: Mapping[DayOrder, int]) -> DayOrder:
    """The reading that breaks no pair; else day before month, unless that would always be a day of January."""
    if any(map(_may_have_year_first, columns)):
        return "ymd"
    if broken and min(broken.values()) == 0 < max(broken.values()):
        return "dm" if broken["dm"] == 0 else "md"
    days = [day for column in columns for day in column.days]
    if days and {day.second for day in days} == {1} and len({day.first for day in days}) > 1:
        return "md"
    return "dm"


def _examples(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))[:EXAMPLES]


def _swapped(columns: Mapping[int, Sequence[Cell]], read: Mapping[int, _Column]) -> tuple[int, ...]:
    """The columns in which a program took the days that it could for the wrong order, and left the others as text.

    One real date of the tab with a day over 12 shows that it read them as they were meant.
    """
    real = {at: [cell for cell in cells if isinstance(cell, date)] for at, cells in columns.items()}
    if any(day.day > 12 for days in real.values() for day in days):
        return ()
    return tuple(at for at, days in real.items() if _is_swapped(days, read[at]))


def _is_swapped(real: Sequence[date], column: _Column) -> bool:
    """Then no text can be read both ways. A row of firsts of months is as it was; a Dutch program seldom errs."""
    proved = _by_number(column)
    if not column.days or any(map(_both_ways, column.days)) or len(proved) != 1:
        return False
    if all(day.day == day.month for day in real) or (proved == {"dm"} and len(real) < _SWAPPED_BY_AMERICAN):
        return False
    return not ({day.day for day in real} == {1} and len({day.month for day in real}) >= _FIRSTS_OF_MONTHS)
