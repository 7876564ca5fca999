"""How many rows the heads of a table take up, and what they say together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sto_tui.domain.record import Ref
from sto_tui.domain.text import clean_line
from sto_tui.intake.milestones.period_columns import span_of
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables import head_search
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.head_search import TableRows
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.one_year import parts_of_one_year
from sto_tui.intake.tables.spelled_out import spelled_out
from sto_tui.intake.tables.sub_heads import sub_heads
from sto_tui.intake.tables.week_rows import is_number_row

# So many days side by side are heads: a row of the table has a begin and an end.
_DAYS_IN_A_ROW = 3
# Years, quarters, months and weeks.
_MOST_HEAD_ROWS = 4


def _known_heads(row: SheetRow) -> SheetRow:
    """Only what is a head by its words: else a line above the heads is a title."""
    words = [(cell, head_word(cell)) if isinstance(cell, str) else ("", None) for cell in row.cells]
    return replace(row, cells=tuple(cell if word and word.is_exact else "" for cell, word in words))


def heads_end(rows: Sequence[SheetRow], table: TableRows, names: Mapping[str, Ref]) -> int:
    """Where the heads of a table end: more rows than one are of years above months above weeks, or of merged cells."""
    end = table.head + 1
    while end < min(table.end, table.head + _MOST_HEAD_ROWS) and rows[end].number == rows[end - 1].number + 1:
        above, row = rows[end - 1], rows[end]
        is_of_heads = _is_again(rows[table.head], row) or is_number_row(rows, end) or sub_heads(above, row)
        if not (is_of_heads or parts_of_one_year(above, row)):
            is_second = end == table.head + 1
            if not is_second or not _continues(rows[table.head], rows[end], names):
                break
        end += 1
    return end


def _is_again(head: SheetRow, below: SheetRow) -> bool:
    """Whether the head on the left goes on in the row below, as a merged cell does, beside other heads."""
    first = next((at for at, cell in enumerate(head.cells) if cell), None)
    others = any(cell and cell != head.cell(at) for at, cell in enumerate(below.cells))
    is_same = first is not None and below.cell(first) == head.cell(first) and others
    return is_same and not _holds_data(head, below)


def _holds_data(head: SheetRow, below: SheetRow) -> bool:
    """Whether below a known head stands what it is about: a day, or a name; a mark may be the head of its column."""
    for at, cell in enumerate(head.cells):
        word = head_word(cell) if isinstance(cell, str) else None
        under = below.cell(at)
        if not word or not word.is_exact or not under or under == cell:
            continue
        is_name = word.kind == "title" and isinstance(under, str) and head_word(under) is None
        if is_date(under) or (is_name and span_of(at, str(under)) is None):
            return True
    return False


def _continues(row: SheetRow, below: SheetRow, names: Mapping[str, Ref]) -> bool:
    """Whether the row below belongs to the heads: periods, parties or other heads under a shared one."""
    days = [cell for cell in below.cells if isinstance(cell, date)]
    if days and (len(days) < _DAYS_IN_A_ROW or len(days) < sum(map(bool, below.cells))):
        return False
    if head_search.has_words_below(row, below):
        return False
    own = {
        index
        for index, cell in enumerate(row.cells)
        if (word := head_word(str(cell))) and word.is_exact and word.kind in ("number", "title")
    }
    if any(below.cell(index) not in ("", row.cell(index)) for index in own):
        return False
    rest = [(index, str(cell)) for index, cell in enumerate(below.cells) if cell and index not in own]
    has_known = not _has_name_below(row, below) and any(
        span_of(index, cell) or head_key(spelled_out(cell)) in names for index, cell in rest
    )
    if head_search.has_periods(below) and not any(below.cell(index) for index in own) and rest[0][0] > 0:
        return True
    words = [word for _, cell in rest if (word := head_word(cell)) and word.is_exact and not is_date(cell)]
    return has_known or (len(words) > 1 and 2 * len(words) >= len(rest))


def _has_name_below(row: SheetRow, below: SheetRow) -> bool:
    """Whether below the head on the left stands something else that is no head: the name of a first row."""
    first = next((at for at, cell in enumerate(row.cells) if cell), 0)
    name = below.cell(first)
    return isinstance(name, str) and name not in ("", row.cell(first)) and head_word(name) is None


def heads_of_rows(rows: Sequence[SheetRow], at: int, end: int) -> list[str]:
    """Of each column the lowest head of the rows from `at` to `end`, or the one beside the periods right above them."""
    first = at
    while (
        first
        and rows[first].number == rows[first - 1].number + 1
        and head_search.has_head_beside_periods(rows[first - 1])
    ):
        first -= 1
    lowest_first = (*reversed(rows[at:end]), *map(_known_heads, reversed(rows[first:at])))
    width = max(len(each.cells) for each in lowest_first)
    return [clean_line(next((text for each in lowest_first if (text := each.text(at))), "")) for at in range(width)]
