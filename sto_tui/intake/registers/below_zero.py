"""Rows with an amount below zero: a deduction, what comes in, or a mistake; that is asked."""

from collections.abc import Iterator
from dataclasses import replace

from sto_tui.domain import dutch
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.kinds import TOTAL, Register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.table_answers import BELOW_ZERO, TableAnswers
from sto_tui.intake.tables.table_tab import first_named

_SO, _NOT = "zo", "over"
_LONGEST = 40


def with_below_zero(
    table: RegisterTable, columns: RegisterColumns, register: Register, answers: TableAnswers
) -> RegisterTable:
    """Without the amounts below zero where that was answered, and the question before that.

    Lines of a budget that are below zero throughout may be income, which is asked elsewhere; a contribution is never
    below zero.
    """
    found = {row.number: below for row in table.rows if (below := _below(row, columns, register))}
    if not found:
        return table
    name = columns.fields[register.name]
    shown = first_named(
        [
            f"regel {row.number} ‘{cut(clean_line(row.text(name)), _LONGEST)}’ ({_amounts(row, found[row.number])})"
            for row in table.rows
            if row.number in found
        ]
    )
    answer = _NOT if register.model is Cofinancing else answers.get(BELOW_ZERO)
    if answer == _NOT:
        rows = tuple(_without(row, found.get(row.number, ())) for row in table.rows)
        told = f"Het bedrag onder nul niet overgenomen: {shown}."
        return replace(table, rows=rows, remarks=(*table.remarks, told))
    if answer == _SO:
        return replace(table, remarks=(*table.remarks, f"Onder nul overgenomen: {shown}."))
    choices = (
        IntakeChoice(_SO, "een aftrek: overnemen zoals het er staat"),
        IntakeChoice(_NOT, "iets anders: dat bedrag niet overnemen"),
    )
    text = f"{dutch.count(len(found), 'regel', 'regels')} met een bedrag onder nul: {shown}. Wat is dat?"
    return replace(table, questions=(*table.questions, IntakeQuestion(BELOW_ZERO, text, choices, _SO)))


def _below(row: SheetRow, columns: RegisterColumns, register: Register) -> tuple[int, ...]:
    """The columns with an amount below zero; none in a line of a budget where all of them are."""
    signs = {at: sign for at in _places(columns, register) if (sign := _sign(row.cell(at)))}
    below = tuple(at for at, sign in signs.items() if sign < 0)
    return () if register.model is BudgetLine and len(below) == len(signs) else below


def _places(columns: RegisterColumns, register: Register) -> Iterator[int]:
    yield from columns.amounts_of_years or columns.columns_of_field(TOTAL)
    if register.model is Cofinancing:
        yield from (at for name in ("quantity", "rate") for at in columns.columns_of_field(name))


def _sign(cell: Cell) -> int:
    number = written_number(cell) if isinstance(cell, str) else None
    value = number.value("komma") if number else 0
    return (value > 0) - (value < 0)


def _amounts(row: SheetRow, places: tuple[int, ...]) -> str:
    return dutch.enumerate_words([clean_line(row.text(at)) for at in places])


def _without(row: SheetRow, places: tuple[int, ...]) -> SheetRow:
    return replace(row, cells=tuple("" if at in places else cell for at, cell in enumerate(row.cells)))
