"""Columns that stand for stretches of time: runs of period heads, with a row of years above them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from sto_tui.domain.periods import add_months
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables import day_heads
from sto_tui.intake.tables.day_heads import Edge, words_before
from sto_tui.intake.tables.divided_heads import ONE_DAY, PeriodHead, nth_span, over_columns, part_of
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.named_numbers import fewest_numbers
from sto_tui.intake.tables.period_cells import FINEST, PeriodCell, Unit, head_order, initials, period_cell, unit_of
from sto_tui.intake.tables.written_dates import DayOrder, Grain
from sto_tui.planning.working_days.free_days import FIRST_MONTH_OF_SCHOOL

HEADS_IN_A_RUN = 3
# Heads with a year of their own (`2026-2027`) need no third to be sure.
DATED_HEADS_IN_A_RUN = 2
ROWS_AROUND = 2

# Weeks counted from the begin of a project end before this one; those of a year go on.
_LAST_PROJECT_WEEK = 40
_MONTHS_IN_YEAR = 12
_DAYS_OF_FULL_YEAR = 366
_LAST_OF_SHORT_YEAR = 52
_COARSE: tuple[Grain, ...] = ("year", "school year")


@dataclass(frozen=True)
class PeriodRun:
    """The period columns of a table, in order.

    `asked` has the keys of the questions that are open: `jaar`, `week1`, `getallen`, `datumvolgorde`. `rows` are all
    rows that belong to these heads, also that of the years. `is_titled` says that the year is that of the title.
    `meant` has the answers of which one holds, each with a head and what its days then are. `nameless` are columns
    without a head, each with the first of its period and its place in that; `is_sure` says that nobody doubts these.
    `told` is how days were taken for months, or seasons for days, in Dutch.
    """

    heads: tuple[PeriodHead, ...]
    row: int
    rows: frozenset[int]
    grain: Grain | Unit | None
    asked: tuple[str, ...] = ()
    is_titled: bool = False
    meant: tuple[tuple[str, str, Span], ...] = ()
    nameless: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    is_sure: bool = False
    told: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[int, ...]:
        """Where they stand."""
        return tuple(head.column for head in self.heads)


@dataclass(frozen=True)
class PeriodAnswers:
    """What was answered: the year or school year, what numbers count, and the first day of number or week 1."""

    years: str = ""
    numbers: Unit | None = None
    first: date | None = None
    order: DayOrder | None = None
    # Weeks by their number in the year.
    week_of_year: bool = False
    # The calendar year in the title or the name of the tab: taken when nobody answered and all lies in it.
    titled: str = ""
    # Weeks that do not lie in the months above them, and count all the same.
    weeks_alone: bool = False
    # Whether weeks begin or end on the days above the columns.
    edge: Edge | None = None


NO_ANSWERS = PeriodAnswers()


@dataclass(frozen=True)
class _Run:
    """Cells in one row that rise; each with its column and how many columns it covers."""

    row: int
    cells: tuple[tuple[int, int, PeriodCell], ...]
    order_open: bool = False

    @property
    def grain(self) -> Grain | None:
        return self.cells[0][2].grain


def period_run(
    rows: Sequence[Sequence[Cell]],
    head: int,
    answers: PeriodAnswers = NO_ANSWERS,
    widths: Sequence[Mapping[int, int]] = (),
) -> PeriodRun | None:
    """The period columns whose heads stand in row `head`, or up to two rows above or below it; None without any.

    The row with the most heads counts, of equals the finest. Merged cells may be filled or not; `widths` gives by row
    how many columns those cover of which that is known.
    """
    around = range(max(0, head - ROWS_AROUND), min(len(rows), head + ROWS_AROUND + 1))
    known = [*widths, *[dict[int, int]()] * (len(rows) - len(widths))]
    runs = [run for at in around for run in _of_one_row([*_runs(rows, at, answers.order, known[at])])]
    if not runs:
        return None
    dated = [run for run in runs if run.grain is not None]
    best = max(dated or runs, key=lambda run: (len(run.cells), -FINEST.index(run.grain), -abs(run.row - head)))
    if best.grain is None:
        return _numbered(rows, best, answers)
    return _dated(rows, best, answers)


# Finding runs.


@dataclass
class _Head:
    """A head while its run is read: how many columns say the same, and how many empty ones follow.

    `merged` is how many columns it covers as a merged cell; `is_closed` when another head stands behind it.
    """

    column: int
    cell: PeriodCell
    merged: int = 0
    filled: int = 1
    empty: int = 0
    is_closed: bool = False

    @property
    def width(self) -> int:
        """How many columns are its own."""
        return self.merged or self.filled + self.empty


def _of_one_row(runs: list[_Run]) -> list[_Run]:
    """Numbers or weeks that begin anew below each head (`1 2 3 4 1 2 3 4`) only count its columns."""
    counting = [run for run in runs if run.grain in (None, "week") and _number_of(run.cells[0][2]) == 1]
    return [run for run in runs if run not in counting] if len(counting) > 1 else runs


def _number_of(cell: PeriodCell) -> int:
    return int("".join(filter(str.isdecimal, cell.text)) or 0)


def _runs(rows: Sequence[Sequence[Cell]], at: int, order: DayOrder | None, merged: Mapping[int, int]) -> Iterator[_Run]:
    """The stretches of one row in which the heads are of one kind and rise."""
    row = _with_initials(rows[at])
    order = order or head_order(row)
    run: list[_Head] = []
    for column, cell in enumerate([*row, "·"]):
        read = period_cell(cell, order) if cell else None
        if run and not cell and _is_covered(rows, at, column):
            run[-1].empty += not run[-1].is_closed
        elif run and cell and read is None and _goes_on(run[-1].cell, row[column + 1 :], order):
            run[-1].is_closed = True
        elif run and read and read.text == run[-1].cell.text and not run[-1].empty:
            run[-1].filled += 1
        elif read and (not run or _follows(run[-1].cell, read)):
            run.append(_Head(column, read, merged.get(column, 0)))
        else:
            fewest = fewest_numbers(rows, at, run[0].column, run[-1].column) if run else 0
            if _is_run(run, fewest) or _is_pair(run, rows[at + 1] if at + 1 < len(rows) else ()):
                yield _Run(at, _widths(run), any(_is_open(head.cell) for head in run))
            run = [_Head(column, read, merged.get(column, 0))] if read else []


def _goes_on(last: PeriodCell, cells: Sequence[Cell], order: DayOrder | None) -> bool:
    """Whether the periods go on behind a column of something else, such as a holiday or a total."""
    for cell in cells:
        if read := period_cell(cell, order) if cell else None:
            return read.grain is not None and _follows(last, read)
        word = head_word(cell) if isinstance(cell, str) else None
        if word and word.is_exact and word.kind in ("title", "number"):
            # There another table begins.
            return False
    return False


def _is_open(cell: PeriodCell) -> bool:
    return cell.written is not None and cell.written.order_open


def _with_initials(row: Sequence[Cell]) -> list[Cell]:
    """Rows of the first letters of months get their names."""
    cells = list(row)
    letters = [at for at, cell in enumerate(cells) if isinstance(cell, str) and len(cell.strip()) == 1]
    for size in (12, 11, 10, 9, 8, 7, 6):
        for first in range(len(letters) - size + 1):
            places = letters[first : first + size]
            if places[-1] - places[0] == size - 1 and (names := initials([cells[at] for at in places])):
                cells[places[0] : places[-1] + 1] = names
                return _with_initials(cells)
    return cells


def _is_covered(rows: Sequence[Sequence[Cell]], at: int, column: int) -> bool:
    """Whether an empty cell lies under the head before it: no other row of heads has a name there."""
    above = [rows[other][column] for other in range(max(0, at - 1), at) if column < len(rows[other])]
    return not any(isinstance(cell, str) and cell and period_cell(cell, None) is None for cell in above)


def _is_run(run: Sequence[_Head], fewest: int) -> bool:
    """Enough heads; days only at equal steps: a begin, an end and a third date of a row rise too."""
    if not run or len(run) < DATED_HEADS_IN_A_RUN:
        return False
    cells = [head.cell for head in run]
    grain = cells[0].grain
    if grain == "day":
        steps = {_step(first, then) for first, then in pairwise(cells)}
        days = [cell.written.start for cell in cells if cell.written and cell.written.start]
        is_even = len(steps) == 1 or steps <= {28, 29, 30, 31} or steps == {1, 3} or day_heads.are_quarters(days)
        return len(run) >= HEADS_IN_A_RUN and (is_even or any(map(_is_open, cells)))
    if grain is None:
        return len(run) >= (HEADS_IN_A_RUN if cells[0].unit else fewest)
    return len(run) >= (DATED_HEADS_IN_A_RUN if all(cell.has_year for cell in cells) else HEADS_IN_A_RUN)


def _step(first: PeriodCell, then: PeriodCell) -> int:
    """The days from one head to the next; without a year `28-12` is followed by `4-1`."""
    days = then.rank - first.rank
    return days if first.has_year or then.has_year else days % _DAYS_OF_FULL_YEAR


def _is_pair(run: Sequence[_Head], below: Sequence[Cell]) -> bool:
    """Two merged periods without a year, with no heads of their own below them."""
    if len(run) < DATED_HEADS_IN_A_RUN or run[0].cell.grain in (None, "day") or not all(head.merged for head in run):
        return False
    return not any(below[run[0].column : run[-1].column + run[-1].width])


def _follows(before: PeriodCell, after: PeriodCell) -> bool:
    """Later, of the same kind; without a year December may be followed by January."""
    if before.grain != after.grain or before.unit != after.unit:
        return False
    if before.grain is None:
        return after.number == (before.number or 0) + 1 or (after.number == 1 and (before.number or 0) >= 52)
    if _is_open(before) or _is_open(after):
        return True
    if before.has_year != after.has_year:
        return True
    return before.rank < after.rank or (not after.has_year and _over_new_year(before, after))


def _over_new_year(before: PeriodCell, after: PeriodCell) -> bool:
    first, then = before.written and before.written.start, after.written and after.written.end
    return bool(first and then and first.month > 6 >= then.month)


def _widths(run: Sequence[_Head]) -> tuple[tuple[int, int, PeriodCell], ...]:
    """How many columns each head covers.

    Empty columns are covered by the head before them, unless other heads stand side by side; the last covers no more
    than the widest before it, because what follows may be something else. A merged cell says itself what it covers.
    """
    is_covering = all(head.width > 1 for head in run[:-1])
    widths = [head.merged or head.filled + (head.empty if is_covering else 0) for head in run]
    if not run[-1].merged:
        widths[-1] = min(widths[-1], max(run[-1].filled, *widths[:-1]))
    return tuple((head.column, width, head.cell) for head, width in zip(run, widths, strict=True))


# Their days.


def _dated(rows: Sequence[Sequence[Cell]], run: _Run, answers: PeriodAnswers) -> PeriodRun:
    is_alone = answers.weeks_alone and run.grain == "week" and _may_be_of_project(run)
    above = None if is_alone else _year_row(rows, run)
    asked: list[str] = []
    if run.order_open:
        asked.append("datumvolgorde")
    elif run.grain == "week" and above is None and _may_be_of_project(run) and not answers.week_of_year:
        if answers.first:
            return _from_first(rows, run, "week", answers.first)
        asked.append("week1")
    spans = [None] * len(run.cells) if run.order_open else _spans(run, above and above[1], answers)
    known = [span[0] for span in spans if span]
    if known != sorted({*known}):
        # They do not rise: which year each is in is not known.
        spans = [None] * len(spans)
    if None in spans and not asked:
        asked.append("jaar")
    told = day_heads.told_seasons(run.cells[0][2].text, spans[0]) if run.grain == "season" else ()
    if run.grain == "day" and None not in spans:
        words = words_before(rows, run.row, run.cells[0][0])
        of_days = day_heads.of_days([span for span in spans if span], words, answers.edge)
        spans, told = list[Span | None](of_days.spans), of_days.told
        asked += of_days.asked
    whole = _whole(rows, run)
    heads = [
        head
        for (column, width, cell), span in zip(run.cells, spans, strict=True)
        for head in (
            [PeriodHead(column + step, cell.text, None if asked else span) for step in range(width)]
            if column in whole
            else over_columns(rows, run.row, column, width, cell.text, None if asked else span)
        )
    ]
    belonging = frozenset({run.row, above[0]} if above else {run.row})
    lacks_year = above is None and not any(cell.has_year for _, _, cell in run.cells)
    is_titled = bool(answers.titled) and not answers.years and lacks_year and not asked
    return PeriodRun(tuple(heads), run.row, belonging, run.grain, tuple(asked), is_titled, told=told)


def _may_be_of_project(run: _Run) -> bool:
    first, last = run.cells[0][2], run.cells[-1][2]
    return not first.has_year and _number_of(first) == 1 and _number_of(last) < _LAST_PROJECT_WEEK


def _year_row(rows: Sequence[Sequence[Cell]], run: _Run) -> tuple[int, Mapping[int, str]] | None:
    """The row of years over these heads, carried to the right; None when they have years, or there is no such row."""
    if all(cell.has_year for _, _, cell in run.cells):
        return None
    first, last = run.cells[0][0], run.cells[-1][0]
    # A month with its year is one over weeks; over months it is the day of a version.
    coarse = (*_COARSE, "month") if run.grain in ("week", "day") else _COARSE
    for at in (*range(run.row - 1, max(-1, run.row - 4), -1), run.row + 1):
        cells = list(rows[at][: last + 1]) if at < len(rows) else []
        years = {
            column: _years_of(read)
            for column, cell in enumerate(cells)
            if cell and (read := period_cell(cell, None)) and read.has_year and read.grain in coarse
        }
        inside = [column for column in years if first <= column <= last]
        # Years below stand there alone: else they are amounts of a first row.
        alone = len(inside) == sum(bool(cell) for cell in cells[first:])
        if at < run.row and not all(period_cell(cell, None) for cell in cells[first:] if cell):
            # Beside words a year is that of a version, or a person.
            continue
        if inside and (min(inside) == first or len(years) == 1) and (at < run.row or alone):
            return at, _carried(years, min(inside), range(first, last + 1))
    return None


def _carried(years: Mapping[int, str], first: int, columns: range) -> dict[int, str]:
    """The year above each of these columns: the last one on its left."""
    by_column, carried = {}, years[first]
    for column in columns:
        carried = years.get(column, carried)
        by_column[column] = carried
    return by_column


def _years_of(cell: PeriodCell) -> str:
    start = cell.written.start if cell.written and cell.written.start else date.min
    return f"{start.year}-{start.year + 1}" if cell.grain == "school year" else str(start.year)


def _spans(run: _Run, above: Mapping[int, str] | None, answers: PeriodAnswers) -> list[Span | None]:
    """The days of each head: in its own year, in that of the row above, else in the years that were answered."""
    spans: list[Span | None] = []
    for column, _, cell in run.cells:
        if cell.has_year and cell.written:
            spans.append(cell.written.span)
        elif above:
            spans.append(_in_years(cell, above[column]))
        else:
            spans.append(None)
    if any(spans) and None in spans:
        return _rolled(run, spans)
    if None in spans and (answers.years or answers.titled):
        rolled = _rolled(run, [_first_in_years(run, answers.years or answers.titled), *spans[1:]])
        is_sure = answers.years or all(span and answers.titled in (f"{day.year}" for day in span) for span in rolled)
        return rolled if is_sure else spans
    return spans


def _first_in_years(run: _Run, years: str) -> Span | None:
    """The first head in this year; one week before week 1 is that of the turn of the year."""
    first, then = run.cells[0][2], run.cells[1][2]
    is_before = run.grain == "week" and _number_of(first) >= _LAST_OF_SHORT_YEAR and _number_of(then) == 1
    return _in_years(first, str(int(years) - 1) if is_before and "-" not in years else years)


def _in_years(cell: PeriodCell, years: str) -> Span | None:
    return cell.in_years(years)


def _rolled(run: _Run, spans: list[Span | None]) -> list[Span | None]:
    """Heads without a year follow the one before them; those before the first that has one come before it."""
    rolled = list(spans)
    known = next((at for at, span in enumerate(spans) if span), None)
    if known is None:
        return rolled
    for at in range(known + 1, len(rolled)):
        before = rolled[at - 1]
        if rolled[at] is None and before:
            in_year = _in_years(run.cells[at][2], str(before[0].year))
            later = in_year and in_year[0] > before[0]
            rolled[at] = in_year if later else _in_years(run.cells[at][2], str(before[0].year + 1))
    for at in range(known - 1, -1, -1):
        after = rolled[at + 1]
        if after:
            in_year = _in_years(run.cells[at][2], str(after[0].year))
            earlier = in_year and in_year[0] < after[0]
            rolled[at] = in_year if earlier else _in_years(run.cells[at][2], str(after[0].year - 1))
    starts = [span[0] for span in rolled if span]
    return rolled if starts == sorted(starts) else [None] * len(rolled)


# One head over more columns.


def _whole(rows: Sequence[Sequence[Cell]], run: _Run) -> set[int]:
    """The columns of heads that are wider than most, with nothing below them: each of their columns is all of it."""
    below = rows[run.row + 1] if run.row + 1 < len(rows) else ()
    narrow = sum(width == 1 for _, width, _ in run.cells)
    are_narrow = 2 * narrow >= len(run.cells) and narrow > 1
    return {column for column, width, _ in run.cells if are_narrow and not any(below[column : column + width])}


# Numbers.


def _numbered(rows: Sequence[Sequence[Cell]], run: _Run, answers: PeriodAnswers) -> PeriodRun:
    """1, 2, 3 …: nothing until it is known what they count and from when."""
    first, _, cell = run.cells[0]
    named = cell.unit or (unit_of(rows[run.row][first - 1]) if first else None)
    # Whether a block is a part of a year, only the answer says.
    unit = named if named and named != "deel" else answers.numbers
    if unit == "deel":
        return _parts_of_year(run, answers.years) if answers.years else _open_run(run, ("jaar",))
    start = answers.first or _date_beside(rows, run)
    if unit and start:
        return _from_first(rows, run, unit, start)
    if unit and answers.years and unit != "dag":
        year, _, second = answers.years.partition("-")
        begin = date(int(year), 8 if second else 1, 1)
        if unit == "week":
            return _weeks_of_year(run, answers.years)
        return _from_first(rows, run, unit, begin)
    # Months of a project begin in any month; those of a year are asked by their year.
    of_project = unit == "maand" and not answers.week_of_year and (cell.unit or run.cells[-1][2].rank > _MONTHS_IN_YEAR)
    of_year = unit == "week" and answers.week_of_year
    is_counted = not of_year and (of_project or unit in ("week", "dag"))
    asked = ("getallen",) if unit is None else ("week1",) if is_counted else ("jaar",)
    return _open_run(run, asked)


def _parts_of_year(run: _Run, years: str) -> PeriodRun:
    """Equal parts of a year or a school year, as many as the last number says."""
    first, _, second = years.partition("-")
    begin = date(int(first), FIRST_MONTH_OF_SCHOOL if second else 1, 1)
    whole = begin, add_months(begin, _MONTHS_IN_YEAR) - ONE_DAY
    most = run.cells[-1][2].rank
    heads = tuple(
        PeriodHead(column + step, cell.text, part_of(whole, cell.rank, most))
        for column, width, cell in run.cells
        for step in range(width)
    )
    return PeriodRun(heads, run.row, frozenset({run.row}), "deel")


def _date_beside(rows: Sequence[Sequence[Cell]], run: _Run) -> date | None:
    """A day above or below the first number: then that is where it begins."""
    column = run.cells[0][0]
    for at in (run.row - 1, run.row + 1):
        cell = rows[at][column] if 0 <= at < len(rows) and column < len(rows[at]) else ""
        if cell and (read := period_cell(cell, None)) and read.has_year and read.grain == "day" and read.written:
            return read.written.start
    return None


def _open_run(run: _Run, asked: tuple[str, ...]) -> PeriodRun:
    heads = tuple(
        PeriodHead(column + step, cell.text, None) for column, width, cell in run.cells for step in range(width)
    )
    return PeriodRun(heads, run.row, frozenset({run.row}), run.cells[0][2].unit, asked)


def _weeks_of_year(run: _Run, years: str) -> PeriodRun:
    named = [(column, width, period_cell(f"week {cell.number}", None) or cell) for column, width, cell in run.cells]
    weeks = _Run(run.row, tuple(named))
    heads = tuple(
        PeriodHead(column, cell.text, span)
        for (column, _, cell), span in zip(weeks.cells, _spans(weeks, None, PeriodAnswers(years)), strict=True)
    )
    asked = ("jaar",) if any(head.span is None for head in heads) else ()
    return PeriodRun(heads, run.row, frozenset({run.row}), "week", asked)


def _from_first(rows: Sequence[Sequence[Cell]], run: _Run, unit: Unit, first: date) -> PeriodRun:
    heads = [
        head
        for step, (column, width, cell) in enumerate(run.cells)
        for head in over_columns(rows, run.row, column, width, cell.text, nth_span(first, unit, step))
    ]
    return PeriodRun(tuple(heads), run.row, frozenset({run.row}), unit)
