"""Amounts of a year that no column is read for, while those of another year come in: that is asked."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.column_values import says_nothing
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.counted_heads import ANY_YEAR, counts_years
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.table_answers import LOST_YEARS, TableAnswers
from sto_tui.intake.tables.table_tab import named_rows

_TOO, _SOME, _NOT = "mee", "deels", "niet"
_LONGEST = 40
_YEARS = re.compile(r"(\d{1,2})(?:[.,]0+)?(?: (?:school|kalender)?(?:jaar|jaren))?$")
# Of which day the prices or the figures are, and not what a year costs.
_SEEN_ON = re.compile(r"\bprijs(?:peil|niveau|basis)|\bpeil|\bstand\b|\bper \d|\bloonpeil|\bniveau\b")
# What is no plan of that year, and what is no money.
_OTHER = re.compile(
    r"realisatie|gerealiseerd|besteed|uitgaven|werkelijk|toegekend|beschik|subsidie|verschil|prognose|vorig|jaarrekening"
    r"|%|uren|aantal|fte|dagen|indexatie"
)


def with_lost_years(
    columns: RegisterColumns,
    head: SheetRow,
    rows: tuple[SheetRow, ...],
    answers: TableAnswers,
    plan_years: Collection[int] = (),
) -> tuple[RegisterColumns, IntakeQuestion | None]:
    """With the columns that have amounts of another year when that was answered; the question before that.

    A year outside the `plan_years` (when they are known), or the day of which prices are, is rather not taken.
    """
    lost = {at: year for at in columns.unknown if (year := _year(head, rows, at)) and year not in _taken(columns)}
    if not columns.years or not lost or len({*lost.values()}) < len(lost) or answers.get(LOST_YEARS) == _NOT:
        return columns, None
    likely = {
        at: year
        for at, year in lost.items()
        if (not plan_years or year in plan_years) and not _SEEN_ON.search(plain(head.text(at)))
    }
    if answers.get(LOST_YEARS) in (_TOO, _SOME):
        taken = lost if answers.get(LOST_YEARS) == _TOO else likely
        return replace(columns.without_unknown(taken), years={**columns.years, **taken}), None
    named = dutch.enumerate_words([f"‘{cut(clean_line(head.text(at)), _LONGEST)}’" for at in lost])
    some = (
        [IntakeChoice(_SOME, f"alleen de bedragen van {_told(likely)}: meenemen")]
        if 0 < len(likely) < len(lost)
        else []
    )
    choices = (
        IntakeChoice(_TOO, f"de bedragen van {_told(lost)}: meenemen"),
        *some,
        IntakeChoice(_NOT, "iets anders: niet overnemen"),
    )
    proposed = _SOME if some else _TOO if likely else _NOT
    return columns, IntakeQuestion(LOST_YEARS, f"Wat staat er onder {named}?", choices, proposed)


def told_more_years(columns: RegisterColumns, head: SheetRow, rows: Sequence[SheetRow]) -> list[str]:
    """Says of which rows the amount is for more years than the one in which it comes in."""
    more = [
        row.number
        for at in columns.unknown
        if counts_years(head.cell(at))
        for row in rows
        if (years := _YEARS.match(row.text(at))) and int(years[1]) > 1
    ]
    told = "alleen het eerste jaar is overgenomen. Zet voor elk jaar een eigen regel in het blad."
    return [f"Voor meer dan een jaar: {named_rows(more)}; {told}"] if more else []


def _told(years: Mapping[int, int]) -> str:
    return dutch.enumerate_words([str(year) for year in years.values()])


def _taken(columns: RegisterColumns) -> set[int]:
    of_school = {year + later for year in columns.begins_of_school for later in (0, 1)}
    return {*columns.years.values(), *columns.of_years, *of_school}


def _year(head: SheetRow, rows: tuple[SheetRow, ...], at: int) -> int | None:
    """The one year that a head names above amounts, when it names nothing that is no plan."""
    years = {*ANY_YEAR.findall(head.text(at))}
    cells = [cell for row in rows if not says_nothing(cell := row.cell(at))]
    amounts = [cell for cell in cells if isinstance(cell, str) and written_number(cell) is not None]
    # A word among them, such as `PM`, does not make it another column.
    are_amounts = bool(amounts) and len(amounts) > len(cells) / 2
    is_other = _OTHER.search(plain(head.text(at))) is not None
    return int(years.pop()) if are_amounts and len(years) == 1 and not is_other else None
