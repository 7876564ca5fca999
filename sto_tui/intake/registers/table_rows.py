"""Which rows of a sheet are those of a table: its heads, and what below them is a heading, a total or a note."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.evaluation import Action, ActionStatus
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.record import fields_of
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.registers.columns import RegisterColumns, best_head, fit_of, is_table
from sto_tui.intake.registers.kinds import REGISTERS, Register, fields_of_register
from sto_tui.intake.registers.sideways import TOLD as SIDEWAYS
from sto_tui.intake.registers.sideways import upright
from sto_tui.intake.registers.two_row_heads import head_of_two
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.head_search import after_sum_word, is_total
from sto_tui.intake.tables.no_table import NoTableError
from sto_tui.intake.tables.struck_cells import without_struck
from sto_tui.intake.tables.table_answers import HEAD_ROW, NONE, TableAnswers
from sto_tui.intake.tables.table_questions import head_question
from sto_tui.intake.tables.table_tab import chosen_tab, first_named, hidden_rows
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab
from sto_tui.planning.pasted_text import pasted_lines

_NO_HEAD = SheetRow(0, ())
_MOST_HEADS_SHOWN = 3
_LONG_NOTE = 40
_HALF = 0.5
_LIST_MARK = re.compile(r"\s*[-–•*·▪☐□]\s+\S")


@dataclass(frozen=True)
class RegisterTable:
    """The heads and the rows of a tab that are its table; `aside` are rows of totals and heads that come again.

    `above` are the titles; it is `doubtful` whether it is such a table at all. Before the names of the rows `dashed`
    stands the mark of a list, and before that of the row above them not. `sums` are the names of rows left out as sums,
    and `given` is what headings say of the rows below them, by number.
    """

    tab: Tab
    above: tuple[SheetRow, ...]
    head: SheetRow
    rows: tuple[SheetRow, ...]
    aside: tuple[int, ...] = ()
    questions: tuple[IntakeQuestion, ...] = ()
    remarks: tuple[str, ...] = ()
    doubtful: bool = False
    dashed: tuple[int, ...] = ()
    sums: tuple[str, ...] = ()
    given: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)


def table_of(sheet: SheetFile, register: Register, answers: TableAnswers, *, is_pointed: bool) -> RegisterTable:
    """The tab that is the table, and the rows in it; `is_pointed` when somebody said which column is the name.

    Raises IntakeError when there is none.
    """
    chosen = chosen_tab(
        sheet,
        answers,
        lambda tab: best_head(tab.rows, register)[1],
        lambda tab: is_table(tab.rows, register),
        register.table.plural,
    )
    is_answered = is_pointed or bool(answers.get(HEAD_ROW))
    tab = chosen.tab if is_answered else upright(chosen.tab, register)
    found = _found(sheet, tab, register, answers, is_pointed=is_pointed)
    hidden = hidden_rows(sheet, found.tab, found.rows, answers)
    may_be_ready = register.model is Action
    struck = without_struck(found.rows, sheet.looks(found.tab), answers, may_be_ready=may_be_ready)
    rows: list[SheetRow] = []
    aside: list[int] = []
    for row in struck.rows:
        if row.number in hidden.numbers:
            continue
        if _repeats(row, found.head):
            aside.append(row.number)
        else:
            rows.append(row)
    return replace(
        found,
        rows=tuple(rows),
        aside=tuple(aside),
        questions=(*chosen.questions, *found.questions, *hidden.questions, *struck.questions),
        remarks=(*chosen.remarks, *hidden.remarks, *struck.remarks, *[SIDEWAYS] * tab.is_turned),
        given={number: {"status": ActionStatus.GEREED} for number in struck.ready},
    )


def _found(sheet: SheetFile, tab: Tab, register: Register, answers: TableAnswers, *, is_pointed: bool) -> RegisterTable:
    """Where the heads are, as far as that is known. Raises IntakeError when it is no such table."""
    at, score = best_head(tab.rows, register)
    if answers.get(HEAD_ROW) == NONE:
        return RegisterTable(tab, (), _NO_HEAD, _without_marks(tab.rows))
    answered = answers.head_row(tab.rows)
    is_known = is_table(tab.rows, register) or answered is not None or is_pointed
    if not is_known and (score < 1 or len(tab.rows) == at + 1):
        if not _may_be(tab, register):
            raise no_table(sheet, tab, register)
        return RegisterTable(tab, (), _NO_HEAD, (), questions=(_head_question(tab),))
    if not is_known and _elsewhere(tab, register):
        raise no_table(sheet, tab, register)
    two = head_of_two(tab.rows, at, register) if answered is None else None
    if two:
        upper, head = two
        return RegisterTable(tab, tab.rows[:upper], head, tab.rows[upper + 2 :], doubtful=not is_known)
    at = at if answered is None else answered
    return RegisterTable(tab, tab.rows[:at], tab.rows[at], tab.rows[at + 1 :], doubtful=not is_known)


def _may_be(tab: Tab, register: Register) -> bool:
    """Whether rows of which no head is known may be such a table: names, and where it is about money amounts too."""
    cells = [cell for row in tab.rows for cell in row.cells if cell]
    has_amounts = any(isinstance(cell, str) and written_number(cell) for cell in cells)
    has_names = any(isinstance(cell, str) and not written_number(cell) for cell in cells)
    return (
        len(tab.rows) > 1 and has_names and (register.amount is None or has_amounts) and not _elsewhere(tab, register)
    )


def _head_question(tab: Tab) -> IntakeQuestion:
    first = tab.rows[0]
    filled = [cell for cell in first.cells if cell]
    is_head = len(filled) > 1 and not any(is_date(cell) or written_number(str(cell)) for cell in filled)
    return head_question(tab.rows[:_MOST_HEADS_SHOWN], str(first.number) if is_head else NONE)


def _without_marks(rows: Sequence[SheetRow]) -> tuple[SheetRow, ...]:
    """A list that was pasted, one thing on a line, without the marks before them."""
    if any(len([*filter(None, row.cells)]) > 1 or not _LIST_MARK.match(row.text(0)) for row in rows):
        return tuple(rows)
    return tuple(replace(row, cells=(*pasted_lines(row.text(0)),)) for row in rows)


def _elsewhere(tab: Tab, register: Register) -> Register | None:
    others = [
        other
        for other in REGISTERS.values()
        if other is not register and is_table(tab.rows, other) and not _only_sums(tab, other)
    ]
    return max(others, key=lambda other: best_head(tab.rows, other)[1], default=None)


def _only_sums(tab: Tab, register: Register) -> bool:
    """Whether below every head of what its rows are called stand numbers: a `Bedrijf` with amounts is no party."""
    at = best_head(tab.rows, register)[0]
    about = fields_of_register(register.word)[register.name]
    named = [place for place, cell in enumerate(tab.rows[at].cells) if fit_of(str(cell), about)]
    below = [[row.text(place) for row in tab.rows[at + 1 :] if row.text(place)] for place in named]
    return bool(named) and all(cells and all(map(written_number, cells)) for cells in below)


def no_table(sheet: SheetFile, tab: Tab, register: Register) -> NoTableError:
    """That it is no such table, which heads were seen, and what it looks like."""
    row = tab.rows[best_head(tab.rows, register)[0]]
    heads = [f"‘{cut(str(cell), 30)}’" for cell in row.cells if cell]
    why = (
        f"{sheet.name} is geen tabel van {register.table.plural}: gelezen op regel {row.number} "
        f"{'is' if len(heads) == 1 else 'zijn'} {first_named(heads)}."
    )
    if best := _elsewhere(tab, register):
        looks = f"Het lijkt een tabel van {best.table.plural}"
        there = dutch.capital(best.table.plural) if best.model is not BudgetLine else "Begroting"
        return NoTableError(why, f"{looks}: sto invoer {best.word}.", f"{looks}: neem die over in de lijst {there}.")
    label = fields_of(register.model)[register.name].label
    heads_wanted = "Zet boven de kolommen de namen van de velden"
    here = f"{heads_wanted}, en lees het blad opnieuw."
    return NoTableError(why, f"{heads_wanted}, of wijs aan: --kolom {label}=A.", here)


def _repeats(row: SheetRow, head: SheetRow) -> bool:
    """Whether a row has the same heads again."""
    keys = [head_key(str(cell)) for cell in row.cells if cell]
    return len(keys) > 1 and keys == [head_key(str(cell)) for cell in head.cells if cell]


# What below the heads is no record.


def without_notes(table: RegisterTable) -> RegisterTable:
    """Without what stands below the table in one cell, after an empty row or as a sentence."""
    rows = [*table.rows]
    widths = [len([*filter(None, row.cells)]) for row in rows]
    end = len(rows)
    while end and widths[end - 1] == 1:
        end -= 1
    if len([width for width in widths if width > 1]) <= _HALF * end:
        return table
    notes = rows[end:]
    while notes and not _is_note(notes[0], rows[end - 1]):
        notes, end = notes[1:], end + 1
    if not notes:
        return table
    texts = [f"‘{cut(clean_line(str(next(filter(None, row.cells)))), _LONG_NOTE)}’" for row in notes]
    told = f"Onder de tabel, en niet overgenomen: {first_named(texts)}."
    return replace(table, rows=tuple(rows[:end]), remarks=(*table.remarks, told))


def _is_note(row: SheetRow, before: SheetRow) -> bool:
    text = str(next(filter(None, row.cells)))
    return row.number > before.number + 1 or len(text) > _LONG_NOTE or ":" in text


def without_totals(table: RegisterTable, columns: RegisterColumns, register: Register) -> RegisterTable:
    """Without rows that add up others: what they are called says so, or where they have no name another cell."""
    name = columns.fields[register.name]
    is_sum = is_total if register.amount else partial(_counts_others, table=table, columns=columns, register=register)
    sums = [row.number for row in table.rows if is_sum(_named(row, name) if register.amount else row)]
    rows = tuple(row for row in table.rows if row.number not in sums)
    return replace(table, rows=rows, aside=tuple(sorted((*table.aside, *sums))))


def _counts_others(row: SheetRow, *, table: RegisterTable, columns: RegisterColumns, register: Register) -> bool:
    """Whether a row of a table without amounts sums others up: `Totaal`, `Gemiddelde score`, `Aantal partijen: 12`.

    A name may begin with such a word too (`Totaal gebrek aan docenten`): then nothing but figures stand beside it, and
    in columns that are no field.
    """
    name = plain(row.text(columns.fields[register.name])).strip(" :")
    first, *more = [str(cell) for cell in row.cells if cell] or [""]
    is_figure = bool(more) and all(map(written_number, more)) and _counts(plain(first).strip(" :"))
    if is_figure or not name:
        return is_figure or is_total(row)
    plural = re.escape(plain(register.table.plural))
    rest = after_sum_word(name)
    if rest is None:
        return re.fullmatch(rf"aantal(?: {plural})?(?: *: *\d+)?", name) is not None
    heads = {plain(str(cell)) for cell in table.head.cells if cell}
    rest = re.sub(r"[\d:. ]+$", "", rest).strip().removeprefix("aantal ")
    if not rest or rest in {*heads, plain(register.table.plural)}:
        return True
    others = [at for at, cell in enumerate(row.cells) if cell and at != columns.fields[register.name]]
    return (
        bool(others)
        and not {*others} & {*columns.fields.values()}
        and all(written_number(row.text(at)) is not None for at in others)
    )


def _counts(text: str) -> bool:
    """Whether a text says nothing but that the figures beside it count or add up: `Aantal partners`, `Som`."""
    rest = after_sum_word(text)
    words = (text if rest is None else rest).split()
    return words[:1] == ["aantal"] or (rest is not None and not words)


def _named(row: SheetRow, name: int) -> SheetRow:
    """The cell that says what a row is: before its name may stand a number, or the word itself."""
    filled = [cell for cell in row.cells[: name + 1] if cell]
    return replace(row, cells=tuple(filled)) if row.cell(name) else row
