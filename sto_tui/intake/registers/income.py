"""Rows of a budget that are income and no costs: below a heading, above a total, or by what they are called."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sto_tui.domain import dutch
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.column_values import says_nothing
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.kinds import TOTAL, Register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.head_search import after_sum_word
from sto_tui.intake.tables.table_answers import INCOME, TableAnswers
from sto_tui.intake.tables.table_tab import first_named

_LONGEST = 40
Side = Literal["costs", "income"]
_COSTS = re.compile(r"\b(?:\w*kosten|\w*lasten|\w*uitgaven|besteding(?:en)?|costs?|expenses?|expenditures?)\b")
_INCOME = re.compile(
    r"\b(?:baten|(?:\w*opbrengst|\w*inkomst|\w*ontvangst|\w*financiering|\w*subsidie|\w*bijdrage)(?:e?n|s)?"
    r"|(?:\w*financierings|dekkings)plan|(?:dekking(?! van)|gedekt|gefinancierd|\w*sponsoring|inkomen)"
    r"|revenues?|income|funding)\b"
)
_SIDES: tuple[tuple[Side, re.Pattern[str]], ...] = (("costs", _COSTS), ("income", _INCOME))
# What a contribution goes to is paid.
_PAID = re.compile(r"\b\w*(?:bijdragen?|subsidies?) aan\b")
_SOURCE = re.compile(r"\b(?:dekking|bron|financiering|gefinancierd|bekostig\w*|betaald uit|ten laste van|geldstroom)\b")
_TOTAL_OF_PART = re.compile(r"(?:sub|deel)[ -]?tot")


@dataclass
class _Sides:
    """What is known of each row by its number; `headings` are rows that only say it of those below them."""

    by_row: dict[int, Side] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)


def without_income(
    table: RegisterTable, columns: RegisterColumns, register: Register, answers: TableAnswers
) -> RegisterTable:
    """Without the rows of a budget that are income, as far as that was answered; as long as it was not it is asked."""
    if register.model is not BudgetLine:
        return table
    sides = _sides(table, columns, register)
    name = columns.fields[register.name]
    told = {*sides.by_row, *sides.headings}
    beside = [at for at in columns.unknown if _side(table.head.text(at)) == "income"]
    sources = {at for at, cell in enumerate(table.head.cells) if _SOURCE.search(plain(str(cell)))}
    named = [
        row
        for row in table.rows
        if row.number not in told
        and not _is_sum(row, name)
        and (
            _is_income(row, name, sources)
            or _is_beside(row, beside, columns, register)
            or _is_below_zero(row, columns, register)
        )
    ]
    headings = {*sides.headings} if "income" in sides.by_row.values() else set[int]()
    found = {row.number for row in named} | {at for at, side in sides.by_row.items() if side == "income"}
    if not found:
        return table
    answer = answers.get(INCOME)
    names = {row.number: _name(row, name) for row in table.rows}
    gone = headings | (found if answer == "over" else set())
    as_heads = first_named([f"‘{cut(names[at], _LONGEST)}’" for at in sorted(headings)])
    remarks = (*table.remarks, f"Als tussenkop overgeslagen: {as_heads}.") if headings else table.remarks
    table = replace(table, rows=tuple(row for row in table.rows if row.number not in gone), remarks=remarks)
    shown = first_named([f"regel {at} ‘{cut(names[at], _LONGEST)}’" for at in sorted(found)])
    if answer == "over":
        return replace(table, remarks=(*table.remarks, f"Overgeslagen, want inkomsten en geen kosten: {shown}."))
    if answer == "mee":
        return replace(table, remarks=(*table.remarks, f"Als kosten meegenomen: {shown}."))
    are_beside = all(_is_beside(row, beside, columns, register) and not _is_income(row, name, sources) for row in named)
    # Nothing in such rows themselves says that they are income.
    heads = [table.head.text(at) for at in beside] if are_beside and len(named) == len(found) else []
    return replace(table, questions=(*table.questions, _question(shown, register.table.plural, len(found), heads)))


def _question(shown: str, plural: str, rows: int, heads: Sequence[str]) -> IntakeQuestion:
    choices = (IntakeChoice("over", "inkomsten: overslaan"), IntakeChoice("mee", f"kosten, dus {plural}: meenemen"))
    what = f"{dutch.capital(dutch.count(rows, 'regel lijkt', 'regels lijken'))} inkomsten en geen kosten"
    if heads:
        which = dutch.enumerate_words([f"‘{cut(clean_line(head), _LONGEST)}’" for head in heads])
        columns = f"de {'kolom' if len(heads) == 1 else 'kolommen'} {which} met inkomsten"
        what = f"{dutch.capital(dutch.count(rows, 'regel heeft', 'regels hebben'))} alleen bedragen in {columns}"
    return IntakeQuestion(INCOME, f"{what}: {shown}. Wat {'is' if rows == 1 else 'zijn'} dat?", choices, "over")


def _sides(table: RegisterTable, columns: RegisterColumns, register: Register) -> _Sides:
    """On which side the rows are, by the headings above them and the totals below them."""
    sides, current, open_ones = _Sides(), None, list[int]()
    for row in table.rows:
        name = _name(row, columns.fields[register.name])
        side = _side(name)
        is_total = _is_sum(row, columns.fields[register.name])
        if is_total and not _TOTAL_OF_PART.match(plain(name)):
            sides.by_row |= dict.fromkeys(open_ones, side) if side and not current else {}
            current, open_ones = None, []
        elif _has_amount(row, columns, register):
            if current:
                sides.by_row[row.number] = current
            elif not is_total:
                open_ones.append(row.number)
        elif side and not is_total:
            current, open_ones = side, []
            sides.headings.append(row.number)
    return sides


def _side(name: str) -> Side | None:
    """The side that a text names; None when it names none or both."""
    named = [side for side, words in _SIDES if words.search(plain(name))]
    return named[0] if len(named) == 1 else None


def _is_income(row: SheetRow, name: int, sources: Collection[int]) -> bool:
    """Whether what a row is called is income, or another cell says nothing else.

    What costs are paid from stands in columns of `sources`, and makes them no income.
    """
    text = plain(row.text(name))
    if _INCOME.search(text) and not _COSTS.search(text) and not _PAID.search(text):
        return True
    others = [cell for at, cell in enumerate(row.cells) if cell and at != name and at not in sources]
    return any(_INCOME.fullmatch(plain(str(cell)).strip()) for cell in others)


def _is_beside(row: SheetRow, beside: Sequence[int], columns: RegisterColumns, register: Register) -> bool:
    """Whether the only amount of a row stands in a column of income."""
    return any(not says_nothing(row.cell(at)) for at in beside) and not _has_amount(row, columns, register)


def _is_below_zero(row: SheetRow, columns: RegisterColumns, register: Register) -> bool:
    """Whether all amounts of a row are below zero: what comes in, or what was taken off."""
    cells = [row.cell(at) for at in _money(columns, register) if not says_nothing(row.cell(at))]
    numbers = [written_number(cell) for cell in cells if isinstance(cell, str)]
    return bool(numbers) and all(number is not None and number.value("komma") < 0 for number in numbers)


def _is_sum(row: SheetRow, name: int) -> bool:
    return after_sum_word(plain(_name(row, name)).strip()) is not None


def _name(row: SheetRow, name: int) -> str:
    """What a row is called; a heading or total may stand before the column of the names."""
    return clean_line(next((str(cell) for cell in (row.cell(name), *row.cells) if cell), ""))


def _has_amount(row: SheetRow, columns: RegisterColumns, register: Register) -> bool:
    return any(not says_nothing(row.cell(at)) for at in _money(columns, register))


def _money(columns: RegisterColumns, register: Register) -> Iterator[int]:
    yield from columns.amounts_of_years
    yield from (at for name in (TOTAL, *(register.amount or ())) for at in columns.columns_of_field(name))
