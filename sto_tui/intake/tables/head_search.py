"""Where the tables of a tab begin and end: rows of heads found by their words and by what stands below them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, SheetRow
from sto_tui.intake.tables.column_contents import content_of, is_date
from sto_tui.intake.tables.date_words import MONTH
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.next_heads import is_table_of_periods, next_head, periods_of_heads
from sto_tui.intake.tables.period_cells import period_cell
from sto_tui.intake.tables.states import state_of

# From this score on a row is one of heads. Right heads had 4 to 59, most 7 to 30.
ENOUGH = 4.0
# A later row takes over when it scores so much more, and little stands between: a block about the project is no table.
_MUCH_BETTER = 1.6
_ROWS_BETWEEN = 12
_FULL_ROWS_BETWEEN = 3
_ROWS_BELOW = 15
_PERIODS_IN_A_ROW = 3
_MOST_FOR_PERIODS = 4.0
_LONG_HEAD = 60
_DIFFERENT = 0.7
_MOST = 0.6
_DAY_OF_MONTH = re.compile(rf"\b\d{{1,2}} {MONTH}(?: \d{{4}}\b| '?\d{{2}}\b|$)")
# A second table: so many known heads, which make up half of its cells.
_KNOWN_OF_NEXT = 3
_FEWEST_NAMED = 2


@dataclass(frozen=True)
class TableRows:
    """A table: its row of heads, by place in the rows of the tab, and the places of its rows up to `end`."""

    head: int
    end: int


def head_score(rows: Sequence[SheetRow], at: int) -> float:
    """How much a row looks like one of heads, from its words and from what is below it."""
    cells = [(index, cell) for index, cell in enumerate(rows[at].cells) if cell]
    periods = [index for index, cell in cells if (read := period_cell(cell, None)) and read.grain is not None]
    is_run = len(periods) >= _PERIODS_IN_A_ROW
    below = rows[at + 1 : at + 1 + _ROWS_BELOW]
    score = min(len(periods) / 2, _MOST_FOR_PERIODS) if is_run else 0.0
    seen: set[str] = set()
    for index, cell in cells:
        if is_run and index in periods:
            continue
        word = head_word(cell) if isinstance(cell, str) else None
        if word:
            score += 0.5 if word.kind in seen else 3 if word.is_exact else 2
            seen.add(word.kind)
        elif isinstance(cell, date) or is_date(cell) or str(cell).replace(".", "").isdecimal():
            score -= 1
        elif state_of(str(cell)):
            score -= 0.8
        elif _tells(below, index):
            score += 0.7
    return score - _unlikely([str(cell) for _, cell in cells], below)


def _tells(below: Sequence[SheetRow], index: int) -> bool:
    """Whether a column holds dates, numbers or states, which no title or explanation has under it."""
    content = content_of([row.cell(index) for row in below])
    return content.filled > 1 and max(content.dates, content.numbers, content.states_by_content) >= 0.6


def _unlikely(texts: Sequence[str], below: Sequence[SheetRow]) -> float:
    """What speaks against a row of heads: the same text again and again, whole sentences, nothing below."""
    less = 0.0
    if texts and len({plain(text) for text in texts}) < _DIFFERENT * len(texts):
        less += 1.5
    less += sum(len(text) > _LONG_HEAD for text in texts)
    return less + (2 if not any(len([*filter(None, row.cells)]) > 1 for row in below) else 0)


def first_head(rows: Sequence[SheetRow]) -> int | None:
    """The place of the first row of heads; None when no row looks like one."""
    scores = [0.0 if is_below_periods(rows, at) else head_score(rows, at) for at in range(min(len(rows), HEAD_ROWS))]
    first = next((at for at, score in enumerate(scores) if score >= ENOUGH), None)
    if first is None:
        return None
    best = first
    if is_table_of_periods(rows[first]):
        # What stands below it is a table of its own.
        return first
    for at in range(first + 1, min(first + 1 + _ROWS_BETWEEN, len(scores))):
        right_below = at == best + 1 and scores[at] > scores[best] and not _names_one(rows[best], rows[at])
        better = right_below or (
            scores[at] >= _MUCH_BETTER * scores[best] and not _repeats(rows[at], _keys(rows[best]))
        )
        if better and _little_between(rows, best, at):
            best = at
    above = best - 1
    if best and rows[best].number == rows[above].number + 1 and len([*filter(None, rows[above].cells)]) > 1:
        return above if _names_one(rows[above], rows[best]) else best
    return best


def is_below_periods(rows: Sequence[SheetRow], at: int) -> bool:
    """Whether a row is one of a table with periods as its heads, whatever its words: they stand below these."""
    for above in range(at - 1, -1, -1):
        if rows[above + 1].number != rows[above].number + 1:
            return False
        if has_periods(rows[above]):
            return has_words_below(rows[above], rows[at])
    return False


def has_words_below(heads: SheetRow, row: SheetRow) -> bool:
    """Whether words stand in a row below different periods; the same heads again below each of them are none."""
    periods = {
        at: cell for at, cell in enumerate(heads.cells) if cell and (read := period_cell(cell, None)) and read.grain
    }
    words = [cell for at in periods if isinstance(cell := row.cell(at), str) and cell and not period_cell(cell, None)]
    is_again = len(words) > 1 and len({*map(plain, words)}) == 1
    return len({*periods.values()}) >= _PERIODS_IN_A_ROW and bool(words) and not is_again


def _names_one(head: SheetRow, below: SheetRow) -> bool:
    """Whether a row has a name below the head of names: then its other words (`start`, `klaar`) are no heads."""
    titles = [
        at
        for at, cell in enumerate(head.cells)
        if isinstance(cell, str) and (word := head_word(cell)) and word.is_exact and word.kind == "title"
    ]
    return any(isinstance(cell := below.cell(at), str) and cell and head_word(cell) is None for at in titles)


def head_by_content(rows: Sequence[SheetRow]) -> int | None:
    """The first row of texts that stand above columns of dates and of texts, whatever they say; None without one."""
    for at in range(min(len(rows), HEAD_ROWS)):
        below = rows[at + 1 : at + 1 + _ROWS_BELOW]
        heads = [index for index, cell in enumerate(rows[at].cells) if cell]
        if len(below) < 2 or len(heads) < 2 or any(_is_data(rows[at].cells[index]) for index in heads):
            continue
        contents = [content_of([row.cell(index) for row in below]) for index in heads]
        has_dates = any(_are_days([cell for row in below if (cell := row.cell(index))]) for index in heads)
        if has_dates and any(content.filled > 1 and content.texts >= 0.6 for content in contents):
            return at
    return None


def head_by_periods(rows: Sequence[SheetRow]) -> int | None:
    """The first row with periods in it, or the one above when the names stand there; None without one."""
    for at in range(min(len(rows), HEAD_ROWS)):
        if not has_periods(rows[at]):
            continue
        above = rows[at - 1] if at else None
        empty = [index for index in range(len(rows[at].cells)) if not rows[at].cell(index)]
        is_below = above is not None and above.number == rows[at].number - 1
        return (
            at - 1
            if above and is_below and any(isinstance(above.cell(i), str) and above.cell(i) for i in empty)
            else at
        )
    return None


def head_of_years(rows: Sequence[SheetRow]) -> int | None:
    """The first row of two or more periods with a year beside rows that are named, with no amounts below it."""
    for at in range(min(len(rows), HEAD_ROWS)):
        periods = periods_of_heads(rows[at])
        below = rows[at + 1 : at + 1 + _ROWS_BELOW]
        named = [
            row for row in below if any(isinstance(cell, str) and cell for cell in row.cells[: min(periods, default=0)])
        ]
        cells = [str(cell) for row in below for column in periods if (cell := row.cell(column))]
        if len(named) >= _FEWEST_NAMED and not any(cell[:1].isdigit() or cell[-1:].isdigit() for cell in cells):
            return at
    return None


def has_head_beside_periods(row: SheetRow) -> bool:
    """Whether a row has periods, such as months over weeks, and beside them a known head."""
    read = [period_cell(cell, None) for cell in row.cells if cell]
    words = [head_word(cell) for cell in row.cells if isinstance(cell, str)]
    return any(each and each.grain for each in read) and any(word and word.is_exact for word in words)


def has_periods(row: SheetRow) -> bool:
    """Whether enough cells of a row are periods to be heads of bars."""
    read = [period_cell(cell, None) for cell in row.cells if cell]
    return sum(cell is not None and cell.grain is not None for cell in read) >= _PERIODS_IN_A_ROW


def _is_data(cell: str | date) -> bool:
    return _is_day(cell) or str(cell).replace(".", "").isdecimal()


def _are_days(cells: Sequence[str | date]) -> bool:
    return len(cells) > 1 and sum(map(_is_day, cells)) >= _MOST * len(cells)


def _is_day(cell: str | date) -> bool:
    """Whether a cell is a day, or names several: `ma 8 en di 9 maart 2027`."""
    return is_date(cell) or bool(_DAY_OF_MONTH.search(plain(str(cell))))


def _little_between(rows: Sequence[SheetRow], first: int, then: int) -> bool:
    width = len([*filter(None, rows[first].cells)])
    full = [row for row in rows[first + 1 : then] if len([*filter(None, row.cells)]) >= max(2, width)]
    return len(full) < _FULL_ROWS_BETWEEN


def tables_of(rows: Sequence[SheetRow], first: int) -> tuple[TableRows, ...]:
    """The tables of a tab, of which the first has its heads in row `first`.

    A later row is one of heads when it repeats at least half of the first ones, or follows an empty row, holds no date,
    and has three known heads that make up half of its cells; or when it has periods of its own, or only heads. Words
    alone are not enough: a row of data has them too.
    """
    heads = _keys(rows[first])
    starts = [first]
    for at in range(first + 1, len(rows)):
        if at <= starts[-1] + 1:
            continue
        if _repeats(rows[at], heads) or _is_another(rows, at):
            starts.append(at)
        elif (begin := next_head(rows, starts[-1], at)) is not None and begin > starts[-1] + 1:
            starts.append(begin)
    return tuple(TableRows(start, end) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True))


def _keys(row: SheetRow) -> set[str]:
    return {head_key(str(cell)) for cell in row.cells if cell} - {""}


def _repeats(row: SheetRow, heads: set[str]) -> bool:
    if sum(isinstance(cell, str) and cell != "" for cell in row.cells) < 2:
        return False
    again = {head_key(str(cell)) for cell in row.cells if cell} & heads
    return len(again) >= 2 and 2 * len(again) >= len(heads)


def _is_another(rows: Sequence[SheetRow], at: int) -> bool:
    row = rows[at]
    is_alone = len({*filter(None, rows[at - 1].cells)}) == 1
    # The title of the table may stand between the empty row and its heads.
    before = at - 1 if is_alone and row.number == rows[at - 1].number + 1 else at
    if before < 1 or rows[before].number == rows[before - 1].number + 1:
        return False
    cells = [cell for cell in row.cells if cell]
    if any(isinstance(cell, date) or (is_date(cell) and not head_word(cell)) for cell in cells):
        return False
    kinds = Counter(
        word.kind for cell in cells if isinstance(cell, str) and (word := head_word(cell)) and word.is_exact
    )
    return len(kinds) >= _KNOWN_OF_NEXT and 2 * sum(kinds.values()) >= len(cells)


# What a row of sums is called, with what may stand before it: `Totaal 2027`, `Eindtotaal`, `Totale kosten`.
_SUM_WORD = re.compile(
    r"(?:(?:eind|sub|generaal|algemeen|grand)[ -]?)?(?:totaal|total|totalen|totals|totaalbedrag)(?:-generaal)?\b"
    r"|totale (?:kosten|lasten|uitgaven|begroting|bijdragen?|cofinanciering|subsidie)\b"
    r"|(?:eindbedrag|som|sum|gemiddelde?|average)\b",
    re.IGNORECASE,
)


def after_sum_word(name: str) -> str | None:
    """What follows the word for a sum or an average at the begin of a plain name; None when it begins otherwise."""
    match = _SUM_WORD.match(name)
    return name[match.end() :] if match else None


def is_total(row: SheetRow) -> bool:
    """Whether a row only adds up the others: its first text says so, or one of its texts says nothing else."""
    texts = [text.strip() for cell in row.cells if isinstance(cell, str) and (text := plain(cell)).strip()]
    if not texts:
        return False
    is_first = texts[0] == plain(str(next(filter(None, row.cells)))).strip()
    if is_first and _SUM_WORD.match(texts[0]):
        return True
    return any(_SUM_WORD.fullmatch(text.rstrip(" :")) for text in texts)


def next_tables_at(row: SheetRow) -> tuple[int, ...]:
    """The columns at which the same heads begin again, so that tables stand beside each other; empty without."""
    keys = [head_key(str(cell)) for cell in row.cells]
    for at in range(2, len(keys)):
        first = [key for key in keys[:at] if key]
        # Months or numbers that begin anew stand below the next year.
        has_words = any(
            cell and period_cell(cell, None) is None and len(head_key(str(cell))) > 1 for cell in row.cells[:at]
        )
        if keys[at] and len(first) > 1 and has_words and (begins := _repeated_at(keys, at, first)):
            return begins
    return ()


def _repeated_at(keys: Sequence[str], second: int, first: Sequence[str]) -> tuple[int, ...]:
    """Where the first heads begin again and again up to the last one, from `second` on; empty when they do not."""
    filled = [at for at, key in enumerate(keys) if key and at >= second]
    begins = filled[:: len(first)]
    again = [keys[at] for at in filled]
    return tuple(begins) if again == [*first] * len(begins) else ()
