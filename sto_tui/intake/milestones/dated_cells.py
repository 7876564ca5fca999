"""The days in the cells of a milestone sheet: in which order of day and month, and in which year."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.periods import month_end
from sto_tui.intake.milestones.answers import OF_THE_YEAR, WEEK, WEEK_YEAR, SheetAnswers
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.doubts import (
    counted_question,
    first_number_question,
    week_year_question,
    year_question,
)
from sto_tui.intake.milestones.durations import NO_DURATIONS, Durations, cells_of, durations_of
from sto_tui.intake.milestones.years_above import year_of_head
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.date_order import DateOrders, date_orders, exchanged
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.divided_heads import nth_span
from sto_tui.intake.tables.missing_years import AroundDates, read_in_years, years_to_choose
from sto_tui.intake.tables.period_cells import Unit
from sto_tui.intake.tables.sheet_questions import (
    ORDER,
    ORDER_NAMES,
    order_question,
    swapped_question,
    told_short_months,
)
from sto_tui.intake.tables.weeks_of_years import as_weeks, weeks_of_years
from sto_tui.intake.tables.written_dates import DayOrder, WrittenDate, written_date
from sto_tui.intake.telling import Advised

DATE_FIELDS = ("start", "due", "done_on")
_FIELD_NAMES = {"start": "het begin", "due": "het einde", "done_on": "‘gereed op’"}
# Columns that are not taken in can prove the order too; they come after those that are.
_BESIDE = 10
_DATES_BESIDE = 0.6
_NUMBERS_OF_FIELD = 0.6
_NUMBER_OF_PROJECT = re.compile(r"(?:m|maand|mnd|month)?[ .-]?(\d{1,3})", re.IGNORECASE)
# Fewer real dates without a day over 12 are no sign that they were exchanged.
_FEW_DAYS = 3


@dataclass(frozen=True)
class DateCells:
    """How the date columns are read. `months` are the cells, by row and column, that show a month and not its day.

    The `counted` fields hold numbers: of months, weeks or days from the `first` day on, without one those of the year.
    """

    orders: Mapping[str, DayOrder] = field(default_factory=dict)
    years: str = ""
    months: frozenset[tuple[int, int]] = frozenset()
    exchanged: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    unit: Unit | None = None
    first: date | None = None
    remarks: tuple[str, ...] = ()
    durations: Durations = NO_DURATIONS
    # By row and column the year that a heading or the head of the column names.
    named: Mapping[tuple[int, int], str] = field(default_factory=dict)
    # What is written for a week and two figures of its year, in full.
    weeks: Mapping[str, str] = field(default_factory=dict)

    def written(self, cell: Cell, name: str, place: tuple[int, int] = (0, 0)) -> WrittenDate | None:
        """What a cell of a field says, at a row and column of the sheet; None when it is no date."""
        if isinstance(cell, date):
            day = (exchanged(cell) if name in self.exchanged else None) or cell
            if place in self.months and (day.day == 1 or name == "start"):
                day = day.replace(day=1)
                return WrittenDate(day, month_end(day.year, day.month), "month")
            return WrittenDate(day, day, "day")
        if name in self.counted and (number := _number_in(cell)) is not None:
            return self._counted(number, place)
        return self._text(cell, self.orders.get(name), place)

    def _counted(self, number: int, place: tuple[int, int]) -> WrittenDate | None:
        if self.unit is None or not number:
            return None
        if self.first:
            return WrittenDate(*nth_span(self.first, self.unit, number - 1), "range")
        if self.unit == "week":
            return self._text(f"week {number}", None, place)
        if self.unit == "maand":
            return self._text(MONTHS[number - 1], None, place) if number <= len(MONTHS) else None
        return None

    def _text(self, cell: str, order: DayOrder | None, place: tuple[int, int]) -> WrittenDate | None:
        cell = self.weeks.get(cell, cell)
        years = self.named.get(place) or self.years
        return read_in_years(cell, order, years) if years else written_date(cell, order)


def date_cells_of(
    blocks: Sequence[Block],
    answers: SheetAnswers,
    months: frozenset[tuple[int, int]],
    around: AroundDates,
) -> tuple[DateCells, list[IntakeQuestion]]:
    """How the dates of these tables of one tab are read, and what has to be asked first."""
    cells = {name: _cells(blocks, name) for name in DATE_FIELDS}
    places = {name: _places(blocks, name) for name in DATE_FIELDS}
    columns: dict[int, Sequence[Cell]] = {at: cells[name] for at, name in enumerate(DATE_FIELDS) if any(cells[name])}
    columns |= {_BESIDE + at: beside for at, beside in enumerate(_cells_beside(blocks))}
    orders = date_orders(columns, begin=0 if 0 in columns else None, due=1 if 1 in columns else None)
    questions = _order_questions(orders, cells, answers)
    by_field = {
        name: order
        for at, name in enumerate(DATE_FIELDS)
        if (order := _order_of(at, orders, answers.order)) is not None
    }
    swapped = frozenset(
        name for at, name in enumerate(DATE_FIELDS) if at in orders.swapped and answers.order == orders.orders.get(at)
    )
    counted = frozenset(name for name in ("start", "due") if _are_numbers(cells[name]))
    periods = answers.periods
    first = periods.first if answers.get(WEEK) != OF_THE_YEAR else None
    told = (*_told_orders(by_field, orders), *(told_short_months(orders) if not answers.order else ()))
    dates = DateCells(
        by_field, answers.years, months, swapped, counted, periods.numbers, first, told, named=_named(blocks)
    )
    weeks, of_weeks = _weeks(cells, answers, around.plan_year)
    dates = replace(dates, weeks=weeks)
    if counted:
        # In the order of the sheet, so that the question is the same each time.
        numbers = [str(cell) for name in DATE_FIELDS if name in counted for cell in cells[name] if cell]
        questions += _counted_questions(numbers, answers, around.today)
    order = by_field.get("due") or by_field.get("start")
    questions += _year_questions(dates, cells, places, order, around) if not answers.years else []
    lengths = [cell for block in blocks for cell in cells_of(block, [*_begin_and_end(block, dates)])]
    durations, of_lengths = durations_of(lengths, answers)
    return replace(dates, durations=durations), [*of_weeks, *questions, *of_lengths]


def _weeks(
    cells: Mapping[str, Sequence[Cell]], answers: SheetAnswers, plan_year: int
) -> tuple[dict[str, str], list[IntakeQuestion]]:
    """The weeks that are written with two figures of their year, and what is asked of those that may be ranges."""
    texts = [cell for name in DATE_FIELDS for cell in cells[name] if isinstance(cell, str)]
    read = weeks_of_years(texts, plan_year)
    if not read.doubtful or answers.get(WEEK_YEAR):
        return read.written | (as_weeks(read.doubtful) if answers.get(WEEK_YEAR) == "jaar" else {}), []
    return read.written | as_weeks(read.doubtful), [week_year_question(read.doubtful)]


def _begin_and_end(block: Block, dates: DateCells) -> Iterator[tuple[date | None, date | None]]:
    """The days that each row of a table gives in its own columns."""
    fields = block.columns.fields
    for row, _ in block.rows:
        read = [
            dates.written(cell, name, (row.number, fields[name]))
            if name in fields and (cell := row.cell(fields[name]))
            else None
            for name in ("start", "due")
        ]
        yield read[0].start if read[0] else None, read[1].end if read[1] else None


def _order_of(at: int, orders: DateOrders, answer: DayOrder | None) -> DayOrder | None:
    """The order of a column: the one that a person gives, who may know better than its cells.

    An answer to what is open in one column, or to what a program exchanged, says nothing of columns that are proved.
    """
    is_about_others = at in orders.swapped or orders.open_columns
    return orders.order_of(at, answer) if is_about_others else answer or orders.orders.get(at)


def _told_orders(by_field: Mapping[str, DayOrder], orders: DateOrders) -> tuple[str, ...]:
    """That the month comes first, or not in every column: a Dutch reader takes the day to come first."""
    written = {name: by_field[name] for at, name in enumerate(DATE_FIELDS) if name in by_field and at in orders.orders}
    if {ORDER_NAMES[order] for order in written.values()} <= {ORDER_NAMES["dm"]}:
        return ()
    named = [f"{_FIELD_NAMES[name]} {ORDER_NAMES[order]}" for name, order in written.items()]
    told = f"Dag en maand zijn zo gelezen: {dutch.enumerate_words(named)}."
    return (Advised(told, f"Anders: --antwoord {ORDER}=dm of md."),)


def _are_numbers(cells: Sequence[Cell]) -> bool:
    """Whether most cells hold small numbers: of months, weeks or days of a project."""
    filled = [cell for cell in cells if cell]
    numbers = [cell for cell in filled if isinstance(cell, str) and _number_in(cell) is not None]
    return len(filled) > 1 and len(numbers) > _NUMBERS_OF_FIELD * len(filled)


def _number_in(cell: str) -> int | None:
    """The number of a month, week or day of a project, as `3` or `M3`."""
    match = _NUMBER_OF_PROJECT.fullmatch(cell.strip())
    return int(match[1]) if match else None


def _counted_questions(numbers: Sequence[str], answers: SheetAnswers, today: date) -> list[IntakeQuestion]:
    questions = [] if answers.periods.numbers else [counted_question([*dict.fromkeys(numbers)])]
    first = first_number_question(today, answers.periods.numbers, numbers)
    return questions if answers.get(WEEK) else [*questions, first]


def has_numbers(block: Block) -> bool:
    """Whether begin and end are numbers, of which it has to be asked what they count."""
    return all(
        name in block.columns.fields and _are_numbers([row.cell(block.columns.fields[name]) for row, _ in block.rows])
        for name in ("start", "due")
    )


def _cells(blocks: Iterable[Block], name: str) -> list[Cell]:
    """The cells of a field, row by row, over all tables; empty where a table has no such column."""
    return [
        row.cell(block.columns.fields[name]) if name in block.columns.fields else ""
        for block in blocks
        for row, _ in block.rows
    ]


def _places(blocks: Iterable[Block], name: str) -> list[tuple[int, int]]:
    """The row and column of each of these cells."""
    return [(row.number, block.columns.fields.get(name, 0)) for block in blocks for row, _ in block.rows]


def _named(blocks: Iterable[Block]) -> dict[tuple[int, int], str]:
    """By row and column of a date the year of the nearest heading above it, else of the head of its column."""
    named: dict[tuple[int, int], str] = {}
    for block in blocks:
        heads = {column.index: column.head for column in block.columns.kinds.columns}
        for at in (block.columns.fields[name] for name in DATE_FIELDS if name in block.columns.fields):
            of_head = year_of_head(heads.get(at, ""))
            years = {(row.number, at): block.years.get(row.number) or of_head for row, _ in block.rows}
            named |= {place: year for place, year in years.items() if year}
    return named


def _cells_beside(blocks: Iterable[Block]) -> Iterable[list[Cell]]:
    for block in blocks:
        used = {block.columns.fields.get(name) for name in DATE_FIELDS}
        for column in block.columns.kinds.columns:
            if column.index not in used and column.content.dates >= _DATES_BESIDE:
                yield [row.cell(column.index) for row, _ in block.rows]


def _order_questions(
    orders: DateOrders, cells: Mapping[str, Sequence[Cell]], answers: SheetAnswers
) -> list[IntakeQuestion]:
    if answers.order:
        return []
    if any(at < _BESIDE for at in orders.open_columns):
        return [order_question(orders.examples, orders.proposed)]
    for at in orders.swapped:
        if at < _BESIDE:
            days = [cell for cell in cells[DATE_FIELDS[at]] if isinstance(cell, date) and cell.day != cell.month]
            if orders.orders[at] == "md" or len(days) >= _FEW_DAYS:
                return [swapped_question(days[:3], orders.orders[at])]
    return []


def _year_questions(
    dates: DateCells,
    cells: Mapping[str, Sequence[Cell]],
    places: Mapping[str, Sequence[tuple[int, int]]],
    order: DayOrder | None,
    around: AroundDates,
) -> list[IntakeQuestion]:
    texts = [
        cell
        for name in DATE_FIELDS
        for cell, place in zip(cells[name], places[name], strict=True)
        if isinstance(cell, str) and cell and (written := dates.written(cell, name, place)) and written.without_year
        if written.start is None and not written.order_open
    ]
    if not texts:
        return []
    unique = [*dict.fromkeys(texts)]
    years = years_to_choose(unique, order, around) or (str(around.plan_year), str(around.plan_year + 1))
    return [year_question(years, unique)]


def is_dated(cell: Cell) -> bool:
    """Whether a cell says when, in any order and year."""
    return isinstance(cell, date) or (bool(cell) and not says_no_date(cell) and is_date(cell))
