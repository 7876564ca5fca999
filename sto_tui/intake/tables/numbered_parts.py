"""Numbers below periods of which nobody knows what they count: `1 … 6` may be parts of two months, or six months."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

from sto_tui.domain.periods import add_months
from sto_tui.domain.text import plain
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.divided_heads import ONE_DAY, PeriodHead, nth_span, part_of
from sto_tui.intake.tables.period_cells import period_cell, unit_of
from sto_tui.intake.tables.period_heads import PeriodRun
from sto_tui.intake.tables.written_dates import Grain

CountedParts = Literal["delen", "maanden", "weken", "dagen", "heel"]
"""What such numbers are: equal parts of the period above them, its months, weeks or days, or nothing."""
COUNTED_PARTS: tuple[CountedParts, ...] = get_args(CountedParts)

# How many numbers below a period are what everybody takes them for: its months, quarters or halves.
_SURE: Mapping[Grain, tuple[int, ...]] = {"year": (12, 4, 2), "school year": (2,), "half": (6, 2), "quarter": (3,)}
# Below a month only all its days.
_SURE_DAYS = (28, 29, 30, 31)
_MOST_DAYS, _MONTHS = 7, 12
_COUNTED = re.compile(r"([a-z]{0,12})[ .-]{0,2}(\d{1,2})(?:e|ste)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:e|ste|de)[ -]?([a-z]{1,12})")
_WORD = r"(?P<word>trimester|trim|tertaal|tert|semester|sem|blok|periode|module|[tspb])\.?"
_OF_YEAR = r"(?:van |in )?(?:het )?(?:schooljaar |cursusjaar |sj\.? )?(?P<year>20\d\d(?: ?[-/] ?20\d\d)?)"
_WITH_YEAR = tuple(
    map(
        re.compile,
        (
            rf"{_WORD} ?(?P<number>[1-6])[ ,/-]+{_OF_YEAR}",
            rf"(?P<number>[1-6])(?:e|ste|de) {_WORD} {_OF_YEAR}",
            rf"{_OF_YEAR}[ ,/-]+{_WORD} ?(?P<number>[1-6])",
            r"(?P<year>20\d\d) ?[-/] ?(?P<number>[1-6])",
        ),
    )
)
# What stands around the year in such a head.
_BEFORE_YEAR = re.compile(
    r"[ ,/-]*(?:\b(?:van|in|het|schooljaar|cursusjaar|sj)\b\.? *)*20\d\d(?: ?[-/] ?20\d\d)?[ ,/-]*", re.IGNORECASE
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


@dataclass(frozen=True)
class NumberedParts:
    """The number in each column and the column of the period above it; the word before them, and how they are typed."""

    by_column: Mapping[int, tuple[int, int]]
    word: str
    typed: Mapping[int, str]

    @property
    def most(self) -> int:
        """How many a whole period has."""
        return max(number for _, number in self.by_column.values())


def parts_with_years(row: SheetRow, at: int) -> tuple[PeriodRun, SheetRow, NumberedParts] | None:
    """The same where each head has its year beside its number, as `T1 2027` and `2027-2` have, in a row at `at`.

    The answer is a run of the years, these as a row above the numbers, and the numbers.
    """
    read: dict[int, tuple[str, str, int]] = {}
    for column, cell in enumerate(row.cells):
        text = " ".join(plain(str(cell)).split())
        if match := next(filter(None, (pattern.fullmatch(text) for pattern in _WITH_YEAR)), None):
            read[column] = match["year"], match.groupdict().get("word") or "", int(match["number"])
    firsts: dict[str, int] = {}
    for column, (year, _, _) in read.items():
        firsts.setdefault(year, column)
    over = {column: (firsts[year], number) for column, (year, _, number) in read.items()}
    by_period = [[number for of, number in over.values() if of == first] for first in firsts.values()]
    years = {year: period_cell(year, None) for year in firsts}
    spans = {year: cell.written.span for year, cell in years.items() if cell and cell.written and cell.written.span}
    if len({word for _, word, _ in read.values()}) != 1 or not _are_counted(by_period) or len(spans) < len(years):
        return None
    grain: Grain = "school year" if any("-" in year or "/" in year for year in years) else "year"
    heads = tuple(PeriodHead(column, f"{year} ({number})", spans[year]) for column, (year, _, number) in read.items())
    above = {first: year for year, first in firsts.items()}
    typed = {number: _BEFORE_YEAR.sub("", row.text(column)) for column, (_, _, number) in read.items()}
    return (
        PeriodRun(heads, at, frozenset({at}), grain),
        replace(row, cells=tuple(above.get(column, "") for column in range(len(row.cells)))),
        NumberedParts(over, next(iter(read.values()))[1], typed),
    )


def parts_below(run: PeriodRun, above: SheetRow, below: Sequence[SheetRow]) -> NumberedParts | None:
    """The numbers in the first of these rows, or below one word in it (`Blok`), where nobody knows what they are."""
    words = {plain(str(cell)) for cell in below[0].cells[min(run.columns) :] if cell} if len(below) > 1 else set()
    if len(words) == 1:
        return _numbered(run, above, below[1], *words)
    return _numbered(run, above, below[0]) if below else None


def _numbered(run: PeriodRun, above: SheetRow, row: SheetRow, said: str = "") -> NumberedParts | None:
    """The numbers below the periods of a run where these may be more than one thing; else None.

    Each period has them from 1 on; only the first may begin, and the last one end, in the middle.
    """
    is_month = run.grain == "month"
    sure = _SURE_DAYS if is_month else next((sure for grain, sure in _SURE.items() if grain == run.grain), None)
    if run.asked or sure is None:
        return None
    periods = _periods(above)
    read = _numbers(row, periods[0]) if len(periods) > 1 else {}
    words = {word for word, _ in read.values()}
    if len(words) != 1:
        return None
    over = {at: (_period_of(at, periods), number) for at, (_, number) in read.items()}
    by_period = [[number for of, number in over.values() if of == period] for period in periods]
    parts = NumberedParts(over, words.pop() or said, {number: row.text(at) for at, (_, number) in over.items()})
    is_sure = not parts.word and parts.most in sure
    # Of weeks one month has four, and another one five.
    return None if is_sure or not (_are_counted(by_period) or (is_month and _are_ragged(by_period))) else parts


def _periods(row: SheetRow) -> list[int]:
    return [at for at, cell in enumerate(row.cells) if cell and (read := period_cell(cell, None)) and read.grain]


def _period_of(column: int, periods: Sequence[int]) -> int:
    return max(at for at in periods if at <= column)


def _numbers(row: SheetRow, first: int) -> dict[int, tuple[str, int]]:
    """By column the word and the number of what is numbered, and nothing else, such as a total."""
    numbers = {}
    for at, cell in enumerate(row.cells):
        text = plain(str(cell)) if at >= first and cell else ""
        if match := _COUNTED.fullmatch(text):
            numbers[at] = (match[1], int(match[2]))
        elif match := _ORDINAL.fullmatch(text):
            numbers[at] = (match[2], int(match[1]))
        elif text in _ROMAN:
            numbers[at] = ("", _ROMAN[text])
        if text and (read := period_cell(text, None)) and read.grain:
            return {}
    return numbers


def _are_counted(by_period: Sequence[Sequence[int]]) -> bool:
    """Whether the numbers go on by one in each period, from 1 on but for the first, to the end but for the last."""
    most = max((number for numbers in by_period for number in numbers), default=0)
    is_on = all(numbers and [*numbers] == [*range(numbers[0], numbers[-1] + 1)] for numbers in by_period)
    return (
        most > 1
        and is_on
        and all(numbers[0] == 1 for numbers in by_period[1:])
        and all(numbers[-1] == most for numbers in by_period[:-1])
    )


def _are_ragged(by_period: Sequence[Sequence[int]]) -> bool:
    """Whether the numbers begin anew in each period, which has one more or less of them."""
    sizes = {*map(len, by_period)}
    return min(sizes) > 1 and all([*numbers] == [*range(1, len(numbers) + 1)] for numbers in by_period)


def may_be(run: PeriodRun, parts: NumberedParts) -> tuple[CountedParts, ...]:
    """What the numbers may be, the likeliest first; months that are called so are nothing else."""
    if run.grain in ("quarter", "month"):
        days: tuple[CountedParts, ...] = ("dagen",) if run.grain == "month" and parts.most <= _MOST_DAYS else ()
        is_week = unit_of(parts.word) == "week"
        return ("weken", "delen", *days, "heel") if is_week else ("delen", "weken", *days, "heel")
    if run.grain != "year":
        return "delen", "heel"
    if unit_of(parts.word) == "maand":
        return ("maanden",)
    return ("delen", "maanden", "heel") if parts.most <= _MONTHS else ("weken", "delen", "heel")


def counted_over(run: PeriodRun, above: SheetRow, parts: NumberedParts, counted: CountedParts) -> PeriodRun:
    """The run with a head for each number, as was answered."""
    periods = _periods(above)
    heads = []
    for at, (of, number) in sorted(parts.by_column.items()):
        spans = [head.span for head in run.heads if head.span and _period_of(head.column, periods) == of]
        if spans:
            label = f"{above.text(of)} ({parts.typed.get(number, number)})"
            whole, most = (spans[0][0], spans[-1][1]), _most_of(run, parts, of)
            heads.append(PeriodHead(at, label, _span(whole, number, most, counted, is_year=run.grain == "year")))
    return replace(run, heads=tuple(heads))


def _most_of(run: PeriodRun, parts: NumberedParts, period: int) -> int:
    """How many numbers a period has: a month its own, but the last one may end in the middle."""
    if run.grain != "month":
        return parts.most
    sizes: dict[int, int] = {}
    for of, number in parts.by_column.values():
        sizes[of] = max(number, sizes.get(of, 0))
    last = max(sizes)
    shortest = min((size for of, size in sizes.items() if of != last), default=1)
    return max(sizes[period], shortest) if period == last else sizes[period]


def _span(whole: Span, number: int, most: int, counted: CountedParts, *, is_year: bool) -> Span:
    if counted == "heel":
        return whole
    if counted == "maanden":
        return add_months(whole[0], number - 1), add_months(whole[0], number) - ONE_DAY
    if counted == "dagen":
        return nth_span(whole[0], "dag", number - 1)
    if counted == "weken" and not is_year:
        return nth_span(whole[0] + timedelta(days=-whole[0].weekday() % 7), "week", number - 1)
    if counted == "weken":
        return nth_span(date.fromisocalendar(whole[0].year, 1, 1), "week", number - 1)
    return part_of(whole, number, most)
