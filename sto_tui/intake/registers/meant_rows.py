"""What rows say in the shorthand of a sheet: marks of a list, marks of repetition, and rows that are part of others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.kinds import Register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.table_answers import BTW, PARTS, TableAnswers
from sto_tui.intake.tables.table_tab import first_named, named_rows

_LONGEST = 40
# A dash or asterisk is a mark when a space follows; a bullet always is.
_LIST_MARK = re.compile(r"\s*(?:[-–*]\s+|[•·▪●○‣☐□]\s*)+(?=\w)")
# What stands for the cell above: a word, or marks below each other.
_REPEATED = re.compile(r"idem(?: dito)?\.?|id\.|ditt?o|zie (?:hier)?boven|[-–\s]*(?:[\"”“„″〃]|''|,,|’’)+[-–\s]*")
_BALANCE = re.compile(r"(?:eind|begin)?saldo|resultaat|(?:nog )?te dekken|(?:totale )?dekking")
_PART = re.compile(
    r"(?:waarvan|w\.?v\.?|w\.?o\.?|waaronder)\b|(?:(?:eind|begin)?saldo|resultaat|(?:nog )?te dekken|dekking)\b"
)
_TAX = re.compile(r"(?:\d+ ?% )?(?:btw|omzetbelasting|vat)\b")


def with_repeated(table: RegisterTable, columns: RegisterColumns, register: Register) -> RegisterTable:
    """With what stands above in cells that only say so, and without marks of a list before names.

    Of a name that repeats nothing, nothing is left: the row is refused, for nobody is called `idem`.
    """
    name = columns.fields[register.name]
    rows: list[SheetRow] = []
    repeated: list[int] = []
    for row in table.rows:
        above = rows[-1] if rows else None
        cells = [_meant(cell, above.cell(at) if above else "") for at, cell in enumerate(row.cells)]
        if cells != [*row.cells]:
            repeated.append(row.number)
        if name < len(cells):
            cells[name] = _name(cells[name])
        rows.append(replace(row, cells=tuple(cells)))
    told = (f"Gelezen als de cel erboven (idem, aanhalingstekens): {named_rows(repeated)}.",) if repeated else ()
    return replace(table, rows=tuple(rows), remarks=(*table.remarks, *told))


def _meant(cell: Cell, above: Cell) -> Cell:
    return above if above and _repeats(cell) else cell


def _repeats(cell: Cell) -> bool:
    return isinstance(cell, str) and _REPEATED.fullmatch(cell.strip().casefold()) is not None


def _name(cell: Cell) -> Cell:
    if type(cell) is not str:
        return cell
    return "" if _repeats(cell) else _LIST_MARK.sub("", cell, count=1) if _LIST_MARK.match(cell) else cell


def without_parts(
    table: RegisterTable, columns: RegisterColumns, register: Register, answers: TableAnswers
) -> RegisterTable:
    """Without balances, and without what is part of another row or is tax over it, as far as that was answered."""
    if register.amount is None:
        return table
    names = {row.number: clean_line(row.text(columns.fields[register.name])) for row in table.rows}
    balances = [number for number, name in names.items() if _BALANCE.fullmatch(_key(name))]
    table = _without(table, balances, names, "een saldo of wat te dekken is")
    for key, pattern, asked, what in (
        (PARTS, _PART, "Telt dit al mee in andere regels, als som of als deel", "een som of deel van andere regels"),
        (BTW, _TAX, "Zit deze btw al in de andere regels", "btw die al in de andere regels zit"),
    ):
        found = [row.number for row in table.rows if pattern.match(_key(names[row.number]))]
        if not found:
            continue
        if answers.get(key) == "over":
            table = _without(table, found, names, what)
        elif answers.get(key) == "mee":
            told = f"Als eigen regel meegenomen: {_told(found, names)}."
            table = replace(table, remarks=(*table.remarks, told))
        else:
            question = _question(key, f"{asked}: {_told(found, names)}?", register.table.plural)
            table = replace(table, questions=(*table.questions, question))
    return table


def _key(name: str) -> str:
    return plain(name).strip(" :-–")


def _without(table: RegisterTable, numbers: Sequence[int], names: Mapping[int, str], what: str) -> RegisterTable:
    if not numbers:
        return table
    rows = tuple(row for row in table.rows if row.number not in numbers)
    told = f"Overgeslagen, want {what}: {_told(numbers, names)}."
    return replace(table, rows=rows, remarks=(*table.remarks, told))


def _told(numbers: Sequence[int], names: Mapping[int, str]) -> str:
    return first_named([f"regel {number} ‘{cut(names[number], _LONGEST)}’" for number in numbers])


def _question(key: str, text: str, plural: str) -> IntakeQuestion:
    """Whether rows count twice; these are left out unless somebody says that they do not."""
    choices = (IntakeChoice("over", "ja: overslaan"), IntakeChoice("mee", f"nee, eigen {plural}: meenemen"))
    return IntakeQuestion(key, text, choices, "over")
