"""A row that says twice how many there are: `Weken | Uren per week | Tarief`. Whether that is a product is asked."""

from dataclasses import replace
from decimal import Decimal

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.counted_heads import counted_in_year, unit_of_head
from sto_tui.intake.registers.kinds import TOTAL, Register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.table_answers import COUNTS, TableAnswers
from sto_tui.intake.tables.table_tab import named_rows

_TIMES, _ONE = "maal", "een"
_LONGEST = 40


def with_two_counts(
    table: RegisterTable, columns: RegisterColumns, register: Register, answers: TableAnswers
) -> tuple[RegisterTable, RegisterColumns]:
    """With the product of both where that was answered, and the question before that.

    A sheet with the amount of the row as a whole says itself what it comes to. In the columns that come back the second
    number is no unknown one any more where it was taken, so that it is not told to be left out.
    """
    many, _, price = register.amount or ("", "", "")
    beside = [at for at in columns.unknown if _counts(table, at)]
    if not {many, price} <= columns.fields.keys() or TOTAL in columns.fields or len(beside) != 1:
        return table, columns
    at, other = columns.fields[many], beside[0]
    shown = next(filter(None, (_shown(row, other, at) for row in table.rows)), None)
    if shown is None:
        return table, columns
    heads = [f"‘{cut(clean_line(table.head.text(column)), _LONGEST)}’" for column in (other, at)]
    if answers.get(COUNTS) == _TIMES:
        rows = tuple(_times(row, other, at) for row in table.rows)
        told = [f"Het aantal is {heads[0]} maal {heads[1]}, zoals {shown}."]
        if alone := [row.number for row in table.rows if _number(row, other) is None and _number(row, at) is not None]:
            told.append(f"Zonder {heads[0]} telt alleen {heads[1]}: {named_rows(alone)}.")
        return replace(table, rows=rows, remarks=(*table.remarks, *told)), columns.without_unknown({other})
    if answers.get(COUNTS) == _ONE:
        return table, columns
    only = next(dutch.number(number) for row in table.rows if (number := _number(row, at)) is not None)
    choices = (
        IntakeChoice(_TIMES, f"{heads[0]} maal {heads[1]}: {shown}"),
        IntakeChoice(_ONE, f"alleen {heads[1]}: {only}"),
    )
    text = f"Er staan twee aantallen: {dutch.enumerate_words(heads)}. Met welk aantal wordt gerekend?"
    return replace(table, questions=(*table.questions, IntakeQuestion(COUNTS, text, choices, _TIMES))), columns


def _counts(table: RegisterTable, at: int) -> bool:
    head = table.head.cell(at)
    is_one = unit_of_head(head) is not None and counted_in_year(head) is None
    return is_one and any(_number(row, at) is not None for row in table.rows)


def _number(row: SheetRow, at: int) -> Decimal | None:
    number = written_number(row.text(at))
    return number.value("komma") if number else None


def _shown(row: SheetRow, other: int, at: int) -> str:
    """`40 × 8 = 320`; empty where one of them is missing."""
    first, second = _number(row, other), _number(row, at)
    if first is None or second is None:
        return ""
    return f"{dutch.number(first)} × {dutch.number(second)} = {dutch.number(first * second)}"


def _times(row: SheetRow, other: int, at: int) -> SheetRow:
    first, second = _number(row, other), _number(row, at)
    if first is None or second is None:
        return row
    product = format((first * second).normalize(), "f").replace(".", ",")
    return replace(row, cells=tuple(product if place == at else cell for place, cell in enumerate(row.cells)))
