"""Which columns of a milestone sheet stand for stretches of time, from its rows of heads."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.periods import Period
from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.intake.milestones.answers import PARTS_OF_YEARS, SUB_HEADS, WEEKS_OR_MONTHS, SheetAnswers
from sto_tui.intake.milestones.veri_cells import is_code
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.bars import LONGEST_MARK
from sto_tui.intake.tables.nameless_columns import are_sure, nameless_columns
from sto_tui.intake.tables.numbered_parts import NumberedParts, counted_over, may_be, parts_below, parts_with_years
from sto_tui.intake.tables.one_year import parts_of_one_year
from sto_tui.intake.tables.period_heads import PeriodRun, period_run
from sto_tui.intake.tables.sub_heads import split_over, sub_heads
from sto_tui.intake.tables.week_rows import lie_in_months, unread_numbers, week_outside

_YEAR = re.compile(r"\d{4}")
# Years, quarters and months may stand above weeks.
_ROWS_ABOVE = 4
_MONTHS = 12


@dataclass(frozen=True)
class PeriodColumn:
    """A column that stands for a stretch of time; `is_part` when a cell below it names a part of that itself."""

    column: int
    label: str
    start: date
    end: date
    is_part: bool = False
    is_vague: bool = False


def period_run_of(
    rows: Sequence[SheetRow], head: int, below: Sequence[SheetRow], answers: SheetAnswers
) -> PeriodRun | None:
    """The period columns; only the rows of heads and a few above them may be heads of these."""
    first = max(0, head - _ROWS_ABOVE)
    width = max(_width_of(below), *(len(row.cells) for row in rows[head:]))
    cells = [
        (*row.cells, *[""] * (width - len(row.cells)))
        # Numbers that are no days do not say where a part of the month begins.
        if at == first or not unread_numbers(rows[at - 1], row)
        else [""] * width
        for at, row in enumerate(rows[first:], first)
    ]
    widths = [{left: right - left + 1 for left, right in row.across} for row in rows[first:]]
    periods = replace(answers.periods, week_of_year=True) if lie_in_months(rows[first:]) else answers.periods
    run = _without_roles(period_run(cells, head - first, periods, widths), below)
    if run is None and (found := parts_with_years(rows[head], head - first)) and _holds_marks(found[0], below):
        return _with_numbered_parts(*found, answers)
    if (run is None or run.grain == "deel") and (one := _below_one_year(rows, head, first, below)):
        return _with_numbered_parts(*one, answers)
    outside = week_outside(rows[first:]) if run and not answers.counted else None
    if run and outside:
        label = f"{outside[0]} onder {outside[1]}"
        return replace(
            run,
            heads=tuple(replace(each, label=label, span=None) for each in run.heads),
            asked=(WEEKS_OR_MONTHS,),
        )
    at = first + run.row if run else len(rows)
    if run and (parts := parts_below(run, rows[at], rows[at + 1 : at + 3])):
        return _with_numbered_parts(run, rows[at], parts, answers)
    heads = (sub_heads(rows[at], rows[at + 1]) or unread_numbers(rows[at], rows[at + 1])) if at + 1 < len(rows) else {}
    if run and heads:
        return _with_sub_heads(run, heads, answers)
    return _with_nameless(run, rows[at], rows[at + 1 :], answers) if run else None


def _below_one_year(
    rows: Sequence[SheetRow], head: int, first: int, below: Sequence[SheetRow]
) -> tuple[PeriodRun, SheetRow, NumberedParts] | None:
    """Numbered parts below the only year that there is, in the row of heads or the one below it."""
    for at in range(max(first, head - 1), min(head + 1, len(rows) - 1)):
        joined = parts_of_one_year(rows[at], rows[at + 1])
        found = parts_with_years(joined, at - first) if joined else None
        marks = [row for row in below if row is not rows[at + 1]]
        if found and _holds_marks(found[0], marks) and not _are_roles(found[0], marks):
            run, above, parts = found
            return replace(run, rows=frozenset({at - first, at + 1 - first})), above, parts
    return None


def _holds_marks(run: PeriodRun, below: Sequence[SheetRow]) -> bool:
    """Whether nothing but marks stands there: amounts and texts below `2027-1` are of columns that are told."""
    filled = [str(cell).strip() for row in below for at in run.columns if (cell := row.cell(at))]
    return all(len(cell) <= LONGEST_MARK and not cell.isdecimal() for cell in filled)


def _without_roles(run: PeriodRun | None, below: Sequence[SheetRow]) -> PeriodRun | None:
    """The run, unless its heads are parties (`P1`) over what each does, or seasons over how it then went."""
    if run and run.grain == "season" and not _holds_marks(run, below):
        return None
    return None if run and run.grain == "deel" and _are_roles(run, below) else run


def _are_roles(run: PeriodRun, below: Sequence[SheetRow]) -> bool:
    filled = [str(cell) for row in below for at in run.columns if (cell := row.cell(at))]
    return bool(filled) and all(map(is_code, filled))


def _with_numbered_parts(run: PeriodRun, above: SheetRow, parts: NumberedParts, answers: SheetAnswers) -> PeriodRun:
    """The run over numbers of which it is known or was answered what they are; else open, with what they may be."""
    choices = may_be(run, parts)
    counted = answers.counted_parts or (choices[0] if len(choices) == 1 else None)
    if counted:
        return counted_over(run, above, parts, counted)
    numbers = [parts.typed[min(parts.typed)], parts.typed[parts.most]]
    label = f"onder ‘{run.heads[0].label.rpartition(' (')[0]}’ staan ‘{numbers[0]}’ tot en met ‘{numbers[1]}’"
    open_heads = tuple(replace(each, label=label, span=None) for each in run.heads)
    firsts = {key: counted_over(run, above, parts, key).heads[0] for key in choices}
    meant = tuple((key, head.label, head.span) for key, head in firsts.items() if head.span)
    return replace(run, heads=open_heads, asked=(PARTS_OF_YEARS,), meant=meant)


def _with_nameless(run: PeriodRun, above: SheetRow, below: Sequence[SheetRow], answers: SheetAnswers) -> PeriodRun:
    """The run over columns without heads below wider ones: equal parts, or what was answered; with what they may be."""
    parts = nameless_columns(run, below)
    if parts is None:
        return run
    if answers.counted_parts and answers.counted_parts != "delen":
        return counted_over(run, above, parts, answers.counted_parts)
    choices = may_be(run, parts)
    if run.grain == "year" and parts.most == _MONTHS:
        choices = ("maanden", *(key for key in choices if key != "maanden"))
    firsts = {key: counted_over(run, above, parts, key).heads[0] for key in choices if key != "delen"}
    meant = tuple(
        (key, head.label, head.span)
        for key in choices
        if (head := run.heads[0] if key == "delen" else firsts[key]).span
    )
    return replace(run, meant=meant, nameless=parts.by_column, is_sure=are_sure(run, parts))


def _with_sub_heads(run: PeriodRun, heads: Mapping[int, tuple[int, str]], answers: SheetAnswers) -> PeriodRun:
    """The run over heads that come again below each period; open when these may be parts of it or something else."""
    read = split_over(run, heads, answers.split)
    if read is not None:
        return read
    first = min(heads)
    below = dutch.enumerate_words([f"‘{text}’" for of, text in heads.values() if of == heads[first][0]])
    label = f"onder ‘{run.heads[0].label.rpartition(' (')[0]}’ staan {below}"
    open_heads = tuple(replace(each, label=label, span=None) for each in run.heads)
    return replace(run, heads=open_heads, asked=(SUB_HEADS,))


def _width_of(rows: Sequence[SheetRow]) -> int:
    """How many columns hold marks or less: behind those a head above bars may go on."""
    texts = {at for row in rows for at, cell in enumerate(row.cells) if len(str(cell)) > LONGEST_MARK}
    width = max((len(row.cells) for row in rows), default=0)
    return max([at for at in range(width) if at not in texts], default=-1) + 1


def span_of(column: int, head: str) -> PeriodColumn | None:
    """The stretch of time of a head: `Q127`, `H228`, `2027`."""
    text = head.strip()
    if _YEAR.fullmatch(text) and YEAR_LIMITS[0] <= int(text) <= YEAR_LIMITS[1]:
        return PeriodColumn(column, text, date(int(text), 1, 1), date(int(text), 12, 31))
    if not text or text[0] not in "QqKkHh":
        return None
    try:
        period = Period.parse(text)
    except ValueError:
        return None
    return PeriodColumn(column, period.code, period.start, period.end)
