"""Other tables of the same kind in a tab, with heads of their own: they come in below the columns of the first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sto_tui.intake.registers.columns import SURE, columns_of, fit_of, head_score
from sto_tui.intake.registers.kinds import REGISTERS, Register, fields_of_register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.registers.words import choice_of
from sto_tui.intake.registers.year_columns import is_period
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.stacked_tables import Places, TableWords, with_other_tables
from sto_tui.intake.tables.table_answers import TableAnswers

_CERTAIN = 2


def with_stacked(
    table: RegisterTable, register: Register, pointed: Mapping[str, int | None], answers: TableAnswers
) -> RegisterTable:
    """The table with others of its kind in the same tab; what is of another kind is told, and doubt is asked."""
    if not table.head.number or not table.rows:
        return table
    own = {name: at for name, at in pointed.items() if at is not None}
    name_head = head_key(table.head.text(_name_column(table.head, register, own)))
    words = TableWords(
        register.table.plural,
        lambda cell: _is_known(cell, register),
        lambda head, rows, given: _places(head, rows, register, given),
        lambda head, rows: _trust(head, rows, register, name_head),
    )
    found = with_other_tables(table.above, table.head, table.rows, words, answers, own)
    return replace(
        table,
        above=found.above,
        head=found.head,
        rows=found.rows,
        questions=(*table.questions, *found.questions),
        remarks=(*table.remarks, *found.remarks),
    )


def _name_column(head: SheetRow, register: Register, pointed: Places) -> int:
    about = fields_of_register(register.word)[register.name]
    if register.name in pointed:
        return pointed[register.name]
    return max(range(len(head.cells)), key=lambda at: fit_of(head.text(at), about), default=0)


def _is_known(cell: Cell, register: Register) -> bool:
    """Whether a cell is a head in some table; a word that may stand below heads too is none."""
    if not isinstance(cell, str):
        return False
    if is_period(cell):
        return register.amount is not None
    fields = fields_of_register(register.word).values()
    if any(choice_of(cell, about.spec.choices) for about in fields if about.spec.choices):
        return False
    word = head_word(cell)
    return bool(word and word.is_exact) or any(
        fit_of(cell, about) >= SURE for word in REGISTERS for about in fields_of_register(word).values()
    )


def _places(head: SheetRow, rows: Sequence[SheetRow], register: Register, given: Places) -> Places | None:
    """What stands where; the names where they are `given`, as long as no head says another column."""
    columns = columns_of(head, rows, register, {})
    if register.name not in columns.fields and register.name in given:
        columns = columns_of(head, rows, register, {register.name: given[register.name]})
    if register.name not in columns.fields or not any(row.cell(columns.fields[register.name]) for row in rows):
        return None
    years = {**columns.years, **columns.school_years}
    of_years = {f"{name} {year}": at for year, fields in columns.of_years.items() for name, at in fields.items()}
    forms = columns.forms
    return {**columns.fields, **of_years, **{f"amount {year} {forms.get(at)}": at for at, year in years.items()}}


def _trust(head: SheetRow, rows: Sequence[SheetRow], register: Register, name_head: str) -> int:
    """How sure these are heads of this kind: certain where they say the names, and fit no other kind better."""
    about = fields_of_register(register.word)[register.name]
    fit = max((fit_of(head.text(at), about) for at in range(len(head.cells))), default=0)
    is_same = name_head in {head_key(str(cell)) for cell in head.cells if cell}
    own = head_score(head, register)
    is_best = all(own >= head_score(head, other) for other in REGISTERS.values())
    if is_best and (fit >= SURE or is_same):
        return _CERTAIN
    return 1 if is_best and fit else 0
