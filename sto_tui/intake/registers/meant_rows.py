"""What rows say in the shorthand of a sheet: marks of a list, marks of repetition, and rows that are part of others."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sto_tui.domain import dutch
from sto_tui.domain.record import Choice, FieldSpec
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.column_values import says_nothing
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.group_sums import group_sums
from sto_tui.intake.registers.kinds import TOTAL, Register, fields_of_register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.registers.words import choice_of, yes_or_no
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.colour_names import colour_name
from sto_tui.intake.tables.held_cells import HELD, held_cells, held_question, told_held
from sto_tui.intake.tables.sheet_looks import TabLooks, is_plain
from sto_tui.intake.tables.table_answers import BTW, NONE, PARTS, SUM, TableAnswers
from sto_tui.intake.tables.table_tab import first_named, named_rows

_LONGEST = 40
# A dash or asterisk is a mark when a space follows; a bullet always is.
_LIST_MARK = re.compile(r"\s*(?:[-–*]\s+|[•·▪●○‣☐□]\s*)+(?=\w)")
# What stands for the cell above: a word, or marks below each other.
_REPEATED = re.compile(r"idem(?: dito)?\.?|id\.|ditt?o|zie (?:hier)?boven|[-–\s]*(?:[\"”“„″〃]|''|,,|’’)+[-–\s]*")
_BALANCE = re.compile(r"(?:eind|begin)?saldo|resultaat|(?:nog )?te dekken|(?:totale )?dekking")
_PART = re.compile(
    r"(?:waarvan|w\.?v\.?|w\.?o\.?|waaronder)\b|(?:(?:eind|begin|per )?saldo|resultaat|(?:nog )?te dekken|dekking)\b"
    r"|netto(?: (?:kosten|lasten|uitgaven|totaal|bedrag|begroting))?$"
)
_TAX = re.compile(r"(?:\d+ ?% )?(?:btw|omzetbelasting|vat)\b")


def with_repeated(table: RegisterTable, columns: RegisterColumns, register: Register) -> RegisterTable:
    """With what stands above in cells that only say so, and without marks of a list before names.

    Of a name that repeats nothing, nothing is left: the row is refused, for nobody is called `idem`.
    """
    name = columns.fields[register.name]
    rows: list[SheetRow] = []
    repeated: list[int] = []
    dashed: list[int] = []
    plainly: set[int] = set()
    for row in table.rows:
        above = rows[-1] if rows else None
        cells = [_meant(cell, above.cell(at) if above else "") for at, cell in enumerate(row.cells)]
        if cells != [*row.cells]:
            repeated.append(row.number)
        if name < len(cells):
            listed = _name(cells[name])
            is_below = bool(above and (above.number in dashed or above.number in plainly))
            if cells[name] and listed != cells[name] and is_below:
                dashed.append(row.number)
            elif listed == cells[name] and not _repeats(row.cell(name)):
                plainly.add(row.number)
            cells[name] = listed
        rows.append(replace(row, cells=tuple(cells)))
    told = (f"Gelezen als de cel erboven (idem, aanhalingstekens): {named_rows(repeated)}.",) if repeated else ()
    return replace(table, rows=tuple(rows), remarks=(*table.remarks, *told), dashed=tuple(dashed))


def _meant(cell: Cell, above: Cell) -> Cell:
    return above if above and _repeats(cell) else cell


def _repeats(cell: Cell) -> bool:
    return isinstance(cell, str) and _REPEATED.fullmatch(cell.strip().casefold()) is not None


def _name(cell: Cell) -> Cell:
    if type(cell) is not str:
        return cell
    return "" if _repeats(cell) else _LIST_MARK.sub("", cell, count=1) if _LIST_MARK.match(cell) else cell


def with_said_by_head(
    table: RegisterTable, columns: RegisterColumns, register: Register
) -> tuple[RegisterTable, RegisterColumns]:
    """With the choice that a head names where a cell says yes to it: `Convenant getekend? ja`; no says nothing more.

    Of more such columns (`Intentie`, `Toezegging`, `Overeenkomst`) the furthest choice with a yes counts; these are no
    unknown ones in the columns that come back.
    """
    about = fields_of_register(register.word)
    for name, at in columns.fields.items():
        spec = about[name].spec
        steps = {at: _said_by(table, at, spec)} if spec.kind == "choice" else {}
        choice = steps.get(at)
        if choice is None:
            continue
        steps |= {other: each for other in columns.unknown if (each := _said_by(table, other, spec))}
        columns = columns.without_unknown({*steps})
        rows = tuple(_with_step(row, at, steps, spec) for row in table.rows)
        if rows != table.rows:
            heads = dutch.enumerate_words([f"‘{cut(table.head.text(of), _LONGEST)}’" for of in steps])
            named = dutch.enumerate_words([each.label for each in steps.values() if each])
            told = f"Bij {heads} is ja gelezen als {named}; nee zegt niets."
            table = replace(table, rows=rows, remarks=(*table.remarks, told))
    return table, columns


def _said_by(table: RegisterTable, at: int, spec: FieldSpec) -> Choice | None:
    """The choice that a head names above a column with yes in it, or no; None without."""
    words = re.findall(r"\w+", table.head.text(at))
    said = any(yes_or_no(row.text(at)) is not None for row in table.rows)
    return next((choice for word in words if (choice := choice_of(word, spec.choices))), None) if said else None


def _with_step(row: SheetRow, at: int, steps: Mapping[int, Choice | None], spec: FieldSpec) -> SheetRow:
    if row.cell(at) and (choice_of(row.text(at), spec.choices) or yes_or_no(row.text(at)) is None):
        return row
    reached = {choice for place, choice in steps.items() if choice and yes_or_no(row.text(place))}
    last = [choice.label for choice in spec.choices if choice in reached]
    return replace(row, cells=_with_cell(row, at, last[-1] if last else ""))


def with_held(
    table: RegisterTable, columns: RegisterColumns, register: Register, answers: TableAnswers
) -> RegisterTable:
    """With what stands above in the empty cells of a column that is filled in the first row of each group only.

    Where that is in doubt, one value stands above them all, or the column stands behind the names, it is asked.
    """
    answer, named = answers.get(HELD), columns.fields.get("title", columns.fields[register.name])
    for name in (name for name in register.grouping if name in columns.fields):
        at = columns.fields[name]
        # Who does it stands behind many things, and is empty where nobody does yet.
        if name == "owner" and at > named:
            continue
        cells = ["" if says_nothing(row.cell(at)) else clean_line(row.text(at)) for row in table.rows]
        held, head = held_cells(cells, below_one=1), table.head.text(at)
        # A value in the last row shows nothing about what an empty cell means.
        if held is None or (not held.is_sure and cells[-1] and held_cells(cells[:-1], below_one=1) is None):
            continue
        if not answer and not (held.is_sure and at <= named):
            question = held_question(head, [cell for cell in cells if cell], len(held.by_place))
            is_asked = any(asked.key == HELD for asked in table.questions)
            table = table if is_asked else replace(table, questions=(*table.questions, question))
        elif answer != NONE:
            rows = [
                replace(row, cells=_with_cell(row, at, held.by_place[place])) if place in held.by_place else row
                for place, row in enumerate(table.rows)
            ]
            told = told_held(head, named_rows([table.rows[place].number for place in held.by_place]))
            table = replace(table, rows=tuple(rows), remarks=(*table.remarks, told))
    return table


def _with_cell(row: SheetRow, at: int, cell: Cell) -> tuple[Cell, ...]:
    width = max(len(row.cells), at + 1)
    return tuple(cell if place == at else row.cell(place) for place in range(width))


def with_colours(table: RegisterTable, columns: Iterable[int], looks: TabLooks) -> RegisterTable:
    """With the name of the colour in cells of these columns that have nothing else: what it says is asked then."""

    def shown(row: SheetRow, at: int) -> Cell:
        fill = looks.fills.get(row.number, {}).get(at, "")
        return row.cell(at) if row.cell(at) or is_plain(fill) else f"kleur {colour_name(fill)}"

    places = [*columns]
    rows = []
    for row in table.rows:
        width = max([len(row.cells), *(at + 1 for at in places)])
        rows.append(replace(row, cells=tuple(shown(row, at) if at in places else row.cell(at) for at in range(width))))
    return replace(table, rows=tuple(rows)) if places and looks.fills else table


def without_parts(
    table: RegisterTable,
    columns: RegisterColumns,
    register: Register,
    answers: TableAnswers,
    bold: Collection[int],
    before: Sequence[SheetRow],
) -> RegisterTable:
    """Without balances, and without what is part of another row or is tax over it, as far as that was answered.

    A sum of a group is asked too: of names in `bold` it is likely one. It may count rows that were left out since, as
    they were `before`: costs less income.
    """
    if register.amount is None:
        return table
    names = {row.number: _text(row, columns, register) for row in table.rows}
    balances = [number for number, name in names.items() if _BALANCE.fullmatch(_key(name))]
    table = _without(table, balances, names, "een saldo of wat te dekken is")
    named = [
        [row for row in rows if not _PART.match(_key(_text(row, columns, register)))] for rows in (table.rows, before)
    ]
    sums, earlier_sums = (group_sums(rows, columns, answers.mark, bold) for rows in named)
    sums = replace(sums, numbers=sums.numbers | (earlier_sums.numbers & {*names}))
    table, earlier = _with_earlier_sums(table, sums.numbers, names, answers)
    parts = (
        sums.numbers | earlier | {number for number in _parts_of_lines(table, columns) if number not in sums.numbers}
    )
    for key, pattern, asked, what in (
        (PARTS, _PART, "Telt dit al mee in andere regels, als som of als deel", "een som of deel van andere regels"),
        (BTW, _TAX, "Zit deze btw al in de andere regels", "btw die al in de andere regels zit"),
    ):
        called = {row.number for row in table.rows if pattern.match(_key(names[row.number]))}
        counted = parts if key == PARTS else frozenset()
        found = [row.number for row in table.rows if row.number in called | counted]
        if not found:
            if key == PARTS and answers.get(key) == "over":
                told = "Geen regel is nog de som van andere regels. Kijk of er geen som bij staat die niet meer klopt."
                table = replace(table, remarks=(*table.remarks, told))
            continue
        if answers.get(key) == "over":
            table = _without(table, found, names, what)
            if key == PARTS:
                summed = sums.numbers | earlier
                table = replace(table, sums=tuple(dict.fromkeys(_key(names[number]) for number in sorted(summed))))
        elif answers.get(key) == "mee":
            told = f"Als eigen regel meegenomen: {_told(found, names)}."
            table = replace(table, remarks=(*table.remarks, told))
        else:
            is_sure = {*found} != sums.numbers or sums.is_sure
            question = _question(key, f"{asked}: {_told(found, names)}?", register.table.plural, is_sure=is_sure)
            table = replace(table, questions=(*table.questions, question))
    return table


def _text(row: SheetRow, columns: RegisterColumns, register: Register) -> str:
    return clean_line(row.text(columns.fields[register.name]))


def _with_earlier_sums(
    table: RegisterTable, sums: Collection[int], names: Mapping[int, str], answers: TableAnswers
) -> tuple[RegisterTable, frozenset[int]]:
    """The rows that were a sum in an earlier sheet, by name, and are none now: an amount was mended."""
    times = Counter(_key(name) for name in names.values())
    earlier = [
        row.number
        for row in table.rows
        if row.number not in sums
        and times[key := _key(names[row.number])] == 1
        and answers.get(PARTS) == "over"
        and answers.get(f"{SUM}{key}") == "over"
    ]
    if not earlier:
        return table, frozenset()
    told = f"Was een som, en is nu niet meer gelijk aan haar regels: {_told(earlier, names)}. Verbeter de som."
    return replace(table, remarks=(*table.remarks, told)), frozenset(earlier)


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


def _parts_of_lines(table: RegisterTable, columns: RegisterColumns) -> list[int]:
    """The rows with a dash under a row that has an amount of its own, which their amounts may be part of.

    Where the row above them is their sum, it is that row that counts twice.
    """
    places = columns.amounts_of_years or [columns.fields[TOTAL]] if TOTAL in columns.fields else []
    parts: list[int] = []
    has_amount = False
    for row in table.rows:
        if row.number not in table.dashed:
            has_amount = any(not says_nothing(row.cell(at)) for at in places)
        elif has_amount:
            parts.append(row.number)
    return parts


def _question(key: str, text: str, plural: str, *, is_sure: bool) -> IntakeQuestion:
    """Whether rows count twice; when it `is_sure` enough they are left out unless somebody says that they do not."""
    choices = (IntakeChoice("over", "ja: overslaan"), IntakeChoice("mee", f"nee, eigen {plural}: meenemen"))
    return IntakeQuestion(key, text, choices, "over" if is_sure else "mee")
