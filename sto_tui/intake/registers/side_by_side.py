"""Tables side by side under one row of heads: which one is meant is asked, as an amount may be that of the other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.columns import SURE, fit_of
from sto_tui.intake.registers.kinds import Register, fields_of_register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.column_kinds import letters
from sto_tui.intake.tables.table_answers import BESIDE, NONE, TableAnswers

_LEAST = 2
_MOST_SHOWN = 4
_LONGEST = 30


def one_table(table: RegisterTable, register: Register, answers: TableAnswers) -> RegisterTable:
    """Only the columns of the table that is meant; those of the likely one as long as that is asked."""
    blocks = {letters(block[0]): block for block in _blocks(table.head, register)}
    if len(blocks) < _LEAST or answers.get(BESIDE) == NONE:
        return table
    answer = answers.get(BESIDE).upper()
    if answer not in blocks:
        # An amount beside another name is never that of the first one.
        are_apart = register.amount is not None or _are_apart(table.head, [*blocks.values()])
        proposed = next(iter(blocks)) if are_apart else NONE
        table = replace(table, questions=(*table.questions, _question(table, blocks, proposed)))
        answer = proposed
    if answer == NONE:
        return table
    rows = tuple(row for row in (_only(row, blocks[answer]) for row in table.rows) if any(row.cells))
    told = f"Alleen de tabel vanaf kolom {answer} is gelezen; lees de tabel ernaast apart."
    head = _only(table.head, blocks[answer])
    return replace(table, head=head, rows=rows, remarks=(*table.remarks, told))


def _blocks(head: SheetRow, register: Register) -> list[range]:
    """The columns of each table: from the head of the names up to where that one comes again."""
    about = fields_of_register(register.word)[register.name]
    keys = [head_key(str(cell)) if cell else "" for cell in head.cells]
    names = [at for at, cell in enumerate(head.cells) if keys[at] and fit_of(str(cell), about) >= SURE]
    starts = [at for at in names if keys[at] == keys[names[0]]]
    # Numbers may stand before the names: `Nr | Post | 2027 | | Nr | Post | 2027`.
    before = 1 if starts and starts[0] and len({keys[at - 1] for at in starts}) == 1 and keys[starts[0] - 1] else 0
    begins = [at - before for at in starts]
    blocks = [range(begin, end) for begin, end in zip(begins, [*begins[1:], len(keys)], strict=False)]
    return blocks if all(sum(bool(keys[at]) for at in block) >= _LEAST for block in blocks) else []


def _are_apart(head: SheetRow, blocks: Sequence[range]) -> bool:
    """Whether nothing stands above a column between two tables, or both have the same heads."""
    keys = [{head_key(str(head.cell(at))) for at in block if head.cell(at)} for block in blocks]
    return any(not head.cell(block[-1]) for block in blocks[:-1]) or all(of == keys[0] for of in keys)


def _only(row: SheetRow, block: range) -> SheetRow:
    """A row with nothing but the cells of a table, each in its own column."""
    return replace(row, cells=tuple(cell if at in block else "" for at, cell in enumerate(row.cells)))


def _question(table: RegisterTable, blocks: Mapping[str, range], proposed: str) -> IntakeQuestion:
    choices = [
        IntakeChoice(key, f"de tabel vanaf kolom {key} ({_heads(table.head, block)})", _names(table.rows, block))
        for key, block in blocks.items()
    ]
    choices.append(IntakeChoice(NONE, "het is één tabel"))
    text = f"Er lijken {len(blocks)} tabellen naast elkaar te staan. Welke neem je over? De andere lees je daarna."
    return IntakeQuestion(BESIDE, text, tuple(choices), proposed)


def _heads(head: SheetRow, block: range) -> str:
    heads = [cut(clean_line(head.text(at)), _LONGEST) for at in block if head.cell(at)]
    return ", ".join(heads[:_MOST_SHOWN])


def _names(rows: Sequence[SheetRow], block: range) -> tuple[str, ...]:
    firsts = (next((str(row.cell(at)) for at in block if row.cell(at)), "") for row in rows)
    return tuple(cut(clean_line(first), _LONGEST) for first in firsts if first)[:_LEAST]
