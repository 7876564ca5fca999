"""Dates that stand in pieces, or as the number that Excel keeps for a day, made whole before the columns are judged.

A week, month or day and the year in columns beside each other become one date; a week alone becomes `week 12`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sto_tui.domain import dutch
from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.text import cut, plain
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.column_contents import content_of
from sto_tui.intake.tables.date_order import date_orders
from sto_tui.intake.tables.date_words import MONTH_NUMBERS
from sto_tui.intake.tables.head_words import DATE_KINDS, head_word
from sto_tui.intake.tables.missing_years import read_in_years
from sto_tui.intake.tables.moved_days import moved_days
from sto_tui.intake.tables.table_tab import named_rows
from sto_tui.intake.tables.written_dates import DayOrder, numbered_days, written_date
from sto_tui.planning.working_days.free_days import FIRST_MONTH_OF_SCHOOL

_EDGE = (
    r"start|begin|van|vanaf|aanvang|from|eind|einde|tot|totenmet|tm|tem|to|until|end|finish|deadline|klaar|gereed|"
    r"uiterlijk"
)
_UNIT = r"weeknummer|weeknr|week|wk|maand|mnd|month|dag|day|kwartaal|quarter|schooljaar|jaar|jr|year"
_HEAD = re.compile(rf"(?P<edge>{_EDGE})?(?:in|van)?(?P<unit>{_UNIT})|(?P<unit_first>{_UNIT})(?P<edge_last>{_EDGE})")
_UNITS = {"weeknummer": "week", "weeknr": "week", "wk": "week", "mnd": "maand", "month": "maand", "day": "dag",
          "jr": "jaar", "year": "jaar", "schooljaar": "jaar", "quarter": "kwartaal"}  # fmt: skip
_NUMBER = re.compile(r"(?:week|wk|w)?[ .]?(\d{1,2})", re.IGNORECASE)
_WEEKS = re.compile(r"\d{1,2} ?(?:-|–|t/m|tot en met|tot|en|&|,|/) ?\d{1,2}")
_QUARTER = re.compile(r"[qk]?([1-4])(?:e|ste|de)?(?: kwartaal)?")
_YEAR = re.compile(r"'?(20\d{2}|\d{2})")
_SCHOOL_YEAR = re.compile(r"(?:schooljaar|sj\.?)? ?'?(?:20)?(\d{2}) ?[-/–] ?'?(?:20)?(\d{2})", re.IGNORECASE)
_FIRST_WEEK_OF_SCHOOL = 31
_MOST = 0.6
# A part that holds for the rows below it, the widest first.
_COARSE = ("jaar", "kwartaal", "maand")
# The days of Excel are counted from here; only those of this century are taken for one.
_DAY_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_SERIALS = range((date(2000, 1, 1) - _DAY_ZERO).days, (date(2099, 12, 31) - _DAY_ZERO).days)


@dataclass(frozen=True)
class WholeDates:
    """The heads and rows with each date in one cell, and what is told of it, in Dutch."""

    heads: Sequence[str]
    rows: Sequence[SheetRow]
    remarks: tuple[str, ...] = ()


def whole_dates(heads: Sequence[str], rows: Sequence[SheetRow], order: DayOrder | None = None) -> WholeDates:
    """The same table with dates in one cell; the cells that only hold a part of one are then empty.

    `order` is what a person answered about day and month, where the cells themselves do not prove it.
    """
    remarks: list[str] = []
    rows = _without_serials(heads, rows, remarks)
    moved = moved_days(heads, rows)
    rows = moved.rows
    remarks += moved.remarks
    rows = _with_named_weeks(heads, rows)
    rows, beside = _with_years_beside(heads, rows, remarks, order)
    parts: dict[str, dict[str, int]] = {}
    for at, head in enumerate(heads):
        if (part := _part_of(head)) and _holds(part[1], [row.cell(at) for row in rows]):
            parts.setdefault(part[0], {}).setdefault(part[1], at)
    in_parts = {at for columns in parts.values() for at in columns.values()}
    has_dates = any(
        (word := head_word(head))
        and word.kind in ("start", "due", "date")
        and _are_dates([row.cell(at) for row in rows])
        for at, head in enumerate(heads)
        if at not in in_parts
    )
    is_empty = beside is not None and not any(row.cell(beside) for row in rows)
    heads = ["" if is_empty and at == beside else head for at, head in enumerate(heads)]
    if beside is not None:
        parts.get("", {}).pop("jaar", None)
    whole = parts.get("", {})
    if [*whole] == ["jaar"] and len(parts) > 1:
        # One year for the begin and the end.
        parts = {
            edge: {**columns, "jaar": columns.get("jaar", whole["jaar"])} for edge, columns in parts.items() if edge
        }
    named_heads = [*heads]
    for edge, columns in parts.items() if not has_dates else ():
        if (into := _place(columns, edge)) is not None:
            rows, told = _held(heads, rows, columns)
            remarks += told
    typed = rows
    for edge, columns in parts.items() if not has_dates else ():
        if (into := _place(columns, edge)) is not None:
            rows = [_joined(row, before, columns, into) for row, before in zip(rows, typed, strict=True)]
            others = [at for at in columns.values() if at != into]
            if others:
                named = dutch.enumerate_words([f"‘{named_heads[at]}’" for at in sorted(columns.values())])
                remarks.append(f"{named} zijn samen gelezen als datum.")
            for at in others:
                heads[at] = ""
    return WholeDates(heads, rows, tuple(remarks))


def _with_named_weeks(heads: Sequence[str], rows: Sequence[SheetRow]) -> Sequence[SheetRow]:
    """`7-9` below *Week* are weeks, and no day in September; then all numbers below such heads are written so."""
    columns = [at for at, head in enumerate(heads) if (part := _part_of(head)) and part[1] == "week"]
    filled = {at: [row.text(at).strip() for row in rows if row.cell(at)] for at in columns}
    ranges = {at: [text for text in filled[at] if _WEEKS.fullmatch(text)] for at in columns}
    weeks = {at: [*ranges[at], *filter(str.isdecimal, filled[at])] for at in columns}
    if not any(ranges.values()) or any(len(weeks[at]) < _MOST * len(filled[at]) for at in columns):
        return rows
    for at in columns:
        rows = [
            _with_cell(row, at, f"week {text}") if (text := row.text(at).strip()) in weeks[at] else row for row in rows
        ]
    return rows


# A year beside words for a date.


def _with_years_beside(
    heads: Sequence[str], rows: Sequence[SheetRow], remarks: list[str], answered: DayOrder | None
) -> tuple[Sequence[SheetRow], int | None]:
    """The rows with the year or school year of their own column behind a date without one, and where that stood.

    `eind maart` beside `2026-2027` is in 2027. Parts that are whole numbers or names are joined elsewhere.
    """
    parts = {at: part[1] for at, head in enumerate(heads) if (part := _part_of(head))}
    years = [at for at, unit in parts.items() if unit == "jaar" and heads[at]]
    if len(years) != 1 or "dag" in parts.values() or not _holds("jaar", [row.cell(years[0]) for row in rows]):
        return rows, None
    dates = {
        at: parts.get(at, "")
        for at, head in enumerate(heads)
        if at != years[0] and (word := head_word(head)) and word.kind in ("start", "due", "date")
        if at not in parts or any(_READ[parts[at]](row.text(at)) is None for row in rows if row.cell(at))
    }
    decided = date_orders({at: [row.cell(at) for row in rows] for at in dates})
    orders = {at: decided.order_of(at, answered) for at in dates}
    whole, joined, strange, held, above = [], set[int](), list[int](), list[int](), ""
    for row in rows:
        above = row.text(years[0]) or above
        beside = _beside(row, years[0], dates, orders, above)
        joined |= beside.joined
        strange += [row.number] if beside.is_strange else []
        held += [row.number] if beside.joined and not row.cell(years[0]) else []
        whole.append(beside.row)
    if not joined:
        return rows, None
    named = dutch.enumerate_words([f"‘{heads[at]}’" for at in sorted([*joined, years[0]])])
    remarks.append(f"{named} zijn samen gelezen als datum.")
    if held:
        remarks.append(_told_above(heads[years[0]], held))
    if strange:
        remarks.append(f"De datum ligt niet in wat bij ‘{cut(heads[years[0]], 40)}’ staat: {named_rows(strange)}.")
    return whole, years[0]


@dataclass(frozen=True)
class _Beside:
    """A row with its year taken up; `joined` are the columns that got it, `is_strange` a date in another year."""

    row: SheetRow
    joined: frozenset[int] = frozenset()
    is_strange: bool = False


def _beside(
    row: SheetRow, year_at: int, dates: Mapping[int, str], orders: Mapping[int, DayOrder | None], above: str
) -> _Beside:
    """A row without a year of its own has that of the row above; words that are no date keep the year behind them."""
    year = _year(above)
    # A dash says as little as an empty cell.
    filled = [at for at in dates if any(map(str.isalnum, row.text(at)))]
    if year is None or not dates:
        return _Beside(row)
    own, is_strange, joined = row.text(year_at), False, set[int]()
    if own and not filled:
        return _Beside(_with_cell(_with_cell(row, [*dates][-1], own), year_at, ""))
    for at in filled:
        cell = row.cell(at)
        if isinstance(cell, str) and (text := _in_year(cell, year, dates[at], orders[at])):
            row = _with_cell(row, at, text)
            joined.add(at)
        elif (span := _span_of(cell)) is not None:
            is_strange |= not _overlaps(span, year)
        elif own:
            row = _with_cell(row, at, f"{cell} {own}")
    return _Beside(_with_cell(row, year_at, "") if own else row, frozenset(joined), is_strange)


def _span_of(cell: Cell) -> Span | None:
    if isinstance(cell, date):
        return cell, cell
    # In which order is asked elsewhere; here only its year counts.
    written = written_date(cell, "dm") or written_date(cell)
    return written.span if written else None


def _overlaps(span: Span, year: int | tuple[int, int]) -> bool:
    first, last = year if isinstance(year, tuple) else (year, year)
    is_school = isinstance(year, tuple)
    begin = date(first, FIRST_MONTH_OF_SCHOOL if is_school else 1, 1)
    end = date(last, FIRST_MONTH_OF_SCHOOL, 1) if is_school else date(last + 1, 1, 1)
    return span[0] < end and span[1] >= begin


def _in_year(text: str, year: int | tuple[int, int], unit: str, order: DayOrder | None) -> str:
    """What is written, with the year in which it lies; empty when it has one or is no date.

    A number alone is one of the unit that its column has: `3` below *Maand*. A day in numbers keeps its order.
    """
    text = text.strip()
    if text.isdecimal() and unit == "maand" and (month := _month(text)):
        text = MONTHS[month - 1]
    elif text.isdecimal():
        text = f"{'Q' if unit == 'kwartaal' else unit}{' ' * (unit == 'week')}{text}"
    written = read_in_years(text, order, f"{year[0]}-{year[1]}" if isinstance(year, tuple) else str(year))
    if written is None or not written.without_year or not written.start or not written.end:
        return ""
    if written.grain == "day" and len(days := numbered_days(text)) == 1:
        sign = "/" if days[0].slash else "-"
        doubt = "?" if text.endswith("?") else ""
        return f"{days[0].first}{sign}{days[0].second}{sign}{written.start.year}{doubt}"
    shown = written.start.isocalendar().year if written.grain == "week" else written.end.year
    again = written_date(f"{text} {shown}")
    return f"{text} {shown}" if again and not again.without_year and again.span == written.span else ""


# Parts.


def _part_of(head: str) -> tuple[str, str] | None:
    """Of `Startweek` that it is about the begin, and a week."""
    match = _HEAD.fullmatch(head_key(head))
    if match is None:
        return None
    unit = match["unit"] or match["unit_first"]
    return match["edge"] or match["edge_last"] or "", _UNITS.get(unit, unit)


def _holds(unit: str, cells: Sequence[Cell]) -> bool:
    filled = [str(cell) for cell in cells if cell]
    return bool(filled) and sum(_READ[unit](cell) is not None for cell in filled) >= _MOST * len(filled)


def _are_dates(cells: Sequence[Cell]) -> bool:
    content = content_of(cells)
    return content.filled > 0 and content.dates >= _MOST


def _place(columns: Mapping[str, int], edge: str) -> int | None:
    """Where the date goes: in the column of the finest part; None when the parts make no date.

    A month alone is one of which the year is asked, where the head says that something begins or ends in it.
    """
    if edge and [*columns] == ["maand"]:
        return columns["maand"]
    if "maand" in columns and ("jaar" in columns or "dag" in columns):
        return columns["week"] if "week" in columns and "dag" not in columns else columns["maand"]
    if "kwartaal" in columns and "jaar" in columns and "week" not in columns:
        return columns["kwartaal"]
    return columns.get("week")


def _held(
    heads: Sequence[str], rows: Sequence[SheetRow], columns: Mapping[str, int]
) -> tuple[Sequence[SheetRow], list[str]]:
    """The rows with the month and year above where a finer part stands without one: a day alone is no date."""
    remarks = []
    for place, unit in enumerate(_COARSE):
        if (at := columns.get(unit)) is None:
            continue
        finer = [columns[each] for each in (*_COARSE[place + 1 :], "week", "dag") if each in columns]
        above, held = "", []
        for number, row in enumerate(rows):
            above = row.text(at) or above
            if above and not row.cell(at) and any(map(row.cell, finer)):
                rows = [*rows[:number], _with_cell(row, at, above), *rows[number + 1 :]]
                held.append(row.number)
        if held:
            remarks.append(_told_above(heads[at], held))
    return rows, remarks


def _told_above(head: str, rows: Sequence[int]) -> str:
    return f"Bij ‘{cut(head, 40)}’ leeg, en genomen wat erboven staat: {named_rows(rows)}."


def _with_cell(row: SheetRow, at: int, text: str) -> SheetRow:
    cells = [*row.cells, *[""] * (at + 1 - len(row.cells))]
    cells[at] = text
    return replace(row, cells=tuple(cells))


def _joined(row: SheetRow, typed: SheetRow, columns: Mapping[str, int], into: int) -> SheetRow:
    """The row with its parts joined as they were `typed`."""
    said = {unit: _READ[unit](str(typed.cell(at))) for unit, at in columns.items() if typed.cell(at)}
    cells = [*row.cells, *[""] * (max(columns.values()) + 1 - len(row.cells))]
    text = _as_date(said, columns.get("week") == into)
    # What is no part of a date stays as it was typed, and is then told.
    text = text if None not in said.values() else " ".join(str(typed.cell(at)) for at in columns.values())
    for at in columns.values():
        cells[at] = ""
    cells[into] = text
    while cells and not cells[-1]:
        cells.pop()
    return replace(row, cells=tuple(cells))


def _as_date(said: Mapping[str, int | tuple[int, int] | None], of_week: bool) -> Cell:
    """`week 12 2027`, `maart 2027` or a day; of a school year the year in which that part of it lies."""
    week, month, day = (number if isinstance(number := said.get(unit), int) else 0 for unit in ("week", "maand", "dag"))
    year, quarter = said.get("jaar"), said.get("kwartaal")
    if isinstance(year, tuple):
        is_first = week >= _FIRST_WEEK_OF_SCHOOL if of_week else month >= FIRST_MONTH_OF_SCHOOL
        is_first = isinstance(quarter, int) and quarter > 2 if not (of_week or month) else is_first
        year = year[0] if is_first else year[1]
    behind = f" {year}" if year else ""
    if of_week:
        return f"week {week}{behind}" if week else behind.strip()
    if not month:
        return f"Q{quarter}{behind}" if quarter else behind.strip()
    return f"{f'{day} ' if day else ''}{MONTHS[month - 1]}{behind}"


def _number(most: int) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        match = _NUMBER.fullmatch(plain(text))
        return int(match[1]) if match and 1 <= int(match[1]) <= most else None

    return read


def _month(text: str) -> int | None:
    return MONTH_NUMBERS.get(plain(text).rstrip(".")) or _number(12)(text)


def _quarter(text: str) -> int | None:
    match = _QUARTER.fullmatch(plain(text))
    return int(match[1]) if match else None


def _year(text: str) -> int | tuple[int, int] | None:
    if match := _SCHOOL_YEAR.fullmatch(text.strip()):
        first = 2000 + int(match[1])
        return (first, first + 1) if int(match[2]) == (first + 1) % 100 else None
    match = _YEAR.fullmatch(text.strip())
    return int(f"20{match[1]}"[-4:]) if match else None


_READ: Mapping[str, Callable[[str], int | tuple[int, int] | None]] = {
    "week": _number(53), "maand": _month, "dag": _number(31), "jaar": _year, "kwartaal": _quarter,
}  # fmt: skip


# Day numbers.


def _without_serials(heads: Sequence[str], rows: Sequence[SheetRow], remarks: list[str]) -> Sequence[SheetRow]:
    """Under a head of a date, `46388` is the day that Excel keeps so."""
    columns = [at for at, head in enumerate(heads) if (word := head_word(head)) and word.kind in DATE_KINDS]
    for at in columns:
        serials = {row.number: day for row in rows if (day := _day_of(row.cell(at)))}
        filled = [row.cell(at) for row in rows if row.cell(at)]
        dates = content_of(filled).dates * len(filled)
        if not serials or len(serials) + dates < _MOST * len(filled):
            continue
        number, day = next(iter(serials.items()))
        shown = next(row.text(at) for row in rows if row.number == number)
        remarks.append(
            f"‘{cut(heads[at], 40)}’ heeft dagnummers van Excel, gelezen als datum: {shown} is {dutch.long_date(day)} "
            f"({dutch.count(len(serials), 'rij', 'rijen')})."
        )
        rows = [*_with_days(rows, at, serials)]
    return rows


def _with_days(rows: Sequence[SheetRow], at: int, days: Mapping[int, date]) -> Iterator[SheetRow]:
    for row in rows:
        day = days.get(row.number)
        yield replace(row, cells=(*row.cells[:at], day, *row.cells[at + 1 :])) if day else row


def _day_of(cell: Cell) -> date | None:
    match = _SERIAL.fullmatch(cell) if isinstance(cell, str) else None
    return _DAY_ZERO + timedelta(days=int(match[1])) if match and int(match[1]) in _SERIALS else None
