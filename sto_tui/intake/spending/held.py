"""Lines, years and days of the administration that stand in the first row of their block only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain.dutch import short_date
from sto_tui.domain.text import clean_line
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.spending.columns import SpendingColumns
from sto_tui.intake.spending.rows import is_aside, is_total
from sto_tui.intake.tables.held_cells import HELD, HELD_DAYS, held_cells, held_question, told_held
from sto_tui.intake.tables.table_answers import NONE, TableAnswers
from sto_tui.intake.tables.table_tab import named_rows

_MONEY = ("amount", "debit", "credit")
_KEYS = {"number": HELD, "title": HELD, "year": HELD, "date": HELD_DAYS}


@dataclass(frozen=True)
class HeldRows:
    """The rows with what stands above in empty cells, what has to be asked before that, and what is told of it."""

    rows: tuple[SheetRow, ...]
    questions: tuple[IntakeQuestion, ...] = ()
    remarks: tuple[str, ...] = ()


def with_held(head: SheetRow, rows: Sequence[SheetRow], columns: SpendingColumns, answers: TableAnswers) -> HeldRows:
    """With the line, the year and the day of the row above, in columns that are filled at the top of a block only.

    Where it is in doubt whether an empty cell is that, and for a day or a column behind the money, it is asked.
    """
    money = min((columns.fields[name] for name in _MONEY if name in columns.fields), default=0)
    asked: dict[str, IntakeQuestion] = {}
    told: list[str] = []
    filled = {row.number: row for row in rows}
    booked = [row for row in rows if not is_total(row, columns)]
    for name, key in _KEYS.items():
        at = columns.fields.get(name)
        cells = [_shown(row.cell(at)) for row in booked] if at is not None else []
        held = held_cells(cells, below_one=1)
        # Without a year a payment is of that of its day, which is no gap: a year may stand at the exception only.
        if name == "year" and held and not held.is_sure:
            continue
        # A row of the name of a block books nothing, and needs nothing either.
        lacking = [place for place in (held.by_place if held else ()) if not is_aside(booked[place], columns)]
        if at is None or held is None or not lacking:
            continue
        if not answers.get(key) and not (held.is_sure and at < money and key != HELD_DAYS):
            question = held_question(head.text(at), [cell for cell in cells if cell], len(lacking), key)
            asked.setdefault(key, question)
        elif answers.get(key) != NONE:
            above = _above(booked, at)
            for place in lacking:
                number = booked[place].number
                filled[number] = replace(filled[number], cells=_with_cell(filled[number], at, above[number]))
            told.append(told_held(head.text(at), named_rows([booked[place].number for place in lacking]), key))
    return HeldRows(tuple(filled.values()), tuple(asked.values()), tuple(told))


def _shown(cell: Cell) -> str:
    return short_date(cell) if isinstance(cell, date) else clean_line(cell)


def _above(rows: Sequence[SheetRow], at: int) -> Mapping[int, Cell]:
    """By the number of each row what stands there, or above it, as the workbook holds it."""
    above: dict[int, Cell] = {}
    current: Cell = ""
    for row in rows:
        current = row.cell(at) or current
        above[row.number] = current
    return above


def _with_cell(row: SheetRow, at: int, cell: Cell) -> tuple[Cell, ...]:
    width = max(len(row.cells), at + 1)
    return tuple(cell if place == at else row.cell(place) for place in range(width))
