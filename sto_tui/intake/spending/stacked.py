"""Other tables of bookings in a tab, with heads of their own: they come in below the columns of the first."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.spending.columns import begins_with_number, columns_of, holds_amounts, holds_days, is_known_head
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.stacked_tables import Places, Stacked, TableWords, with_other_tables
from sto_tui.intake.tables.table_answers import TableAnswers

_CERTAIN = 2
_LINE, _MONEY = ("number", "title"), ("amount", "debit", "credit")


def with_stacked(
    above: Sequence[SheetRow],
    head: SheetRow,
    rows: Sequence[SheetRow],
    numbers: Collection[str],
    pointed: Mapping[str, int | None],
    answers: TableAnswers,
) -> Stacked:
    """The table with others of its kind in the same tab; `numbers` are those of the budget lines."""
    own = {name: at for name, at in pointed.items() if at is not None}
    words = TableWords(
        "uitgaven",
        _is_known,
        lambda head, rows, given: _places(head, rows, numbers, given),
        lambda head, rows: _trust(head, rows, numbers),
    )
    return with_other_tables(above, head, rows, words, answers, own)


def _is_known(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return False
    word = head_word(cell)
    return is_known_head(cell) or bool(word and word.is_exact)


def _places(
    head: SheetRow, rows: Sequence[SheetRow], numbers: Collection[str], given: Places
) -> Mapping[str, int] | None:
    """What stands where; lines, days and amounts that no head says stand where they are `given`, if they can."""
    fields = {**columns_of(head, rows, numbers).fields}
    may_be: Mapping[str, Callable[[int], bool]] = {
        "number": partial(_has_numbers, rows, numbers),
        "date": partial(holds_days, rows),
        "amount": partial(holds_amounts, rows),
    }
    for name, fits in may_be.items():
        at = given.get(name)
        if name not in fields and at is not None and at not in fields.values() and fits(at):
            fields[name] = at
    is_whole = {*fields} & {*_LINE} and "date" in fields and {*fields} & {*_MONEY}
    return fields if is_whole else None


def _has_numbers(rows: Sequence[SheetRow], numbers: Collection[str], at: int) -> bool:
    return any(begins_with_number(row.cell(at), numbers) for row in rows)


def _trust(head: SheetRow, rows: Sequence[SheetRow], numbers: Collection[str]) -> int:
    return _CERTAIN if _places(head, rows, numbers, {}) is not None else 0
