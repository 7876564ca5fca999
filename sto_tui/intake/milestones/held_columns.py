"""Columns that are filled in the first row of each block, and hold for the rows below it: of groups and of days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain.dutch import MONTHS, short_date
from sto_tui.domain.text import clean_line
from sto_tui.intake.milestones.answers import SheetAnswers
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.dated_cells import is_dated
from sto_tui.intake.milestones.headings import marked_headings
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.held_cells import HELD, HELD_DAYS, held_cells, held_question, told_held
from sto_tui.intake.tables.sheet_looks import TabLooks
from sto_tui.intake.tables.table_answers import NONE
from sto_tui.intake.tables.workbook_tabs import Tab
from sto_tui.intake.tables.written_dates import written_date

# One day above empty cells is more often a milestone with a day above others without one.
_FEWEST_DAYS = 2


@dataclass(frozen=True)
class HeldColumn:
    """By number of a row what it has from above, and what is asked or told of it."""

    by_row: dict[int, str]
    questions: Sequence[IntakeQuestion] = ()
    remarks: Sequence[str] = ()


def held_group(rows: Sequence[SheetRow], at: int, block: Block, answers: SheetAnswers) -> HeldColumn:
    """What the empty cells of a column of groups hold from above: asked, unless each value begins a run of blanks."""
    cells = ["" if row.cell(at) in NOTHING else clean_line(row.text(at)) for row in rows]
    held = held_cells(cells)
    if held is None:
        return HeldColumn({})
    head, answer = _head(block, at), answers.get(HELD)
    asked = []
    if not answer and not held.is_sure:
        asked.append(held_question(head, [cell for cell in cells if cell], len(held.by_place)))
    if answer == NONE or not (answer or held.is_sure):
        return HeldColumn({}, asked)
    by_row = {rows[place].number: value for place, value in held.by_place.items()}
    return HeldColumn(by_row, asked, [told_held(head, rows_named([*by_row]))])


@dataclass(frozen=True)
class HeldDays:
    """A table of which the empty cells of days hold what stands above them, as far as that was answered."""

    block: Block
    questions: Sequence[IntakeQuestion] = ()
    remarks: Sequence[str] = ()


def held_days(block: Block, tab: Tab, looks: TabLooks, answers: SheetAnswers) -> HeldDays:
    """A month, quarter or day that stands only in the first row of its block; it is always asked."""
    title = block.columns.fields.get("title")
    if title is None:
        return HeldDays(block)
    marked = marked_headings(block, looks, tab)
    rows = [row for row, _ in block.rows if row.cell(title) and row.number not in marked]
    questions: list[IntakeQuestion] = []
    remarks: list[str] = []
    for name in ("start", "due"):
        at = block.columns.fields.get(name)
        cells: list[Cell] = [row.cell(at) for row in rows] if at is not None else []
        if at is None or (held := _held(rows, cells, at, block, looks)) is None:
            continue
        by_row, are_days = held
        if not answers.get(HELD_DAYS):
            shown = [short_date(cell) if isinstance(cell, date) else clean_line(cell) for cell in cells if cell]
            questions.append(held_question(_head(block, at), shown, len(by_row), HELD_DAYS, proposes=not are_days))
        elif answers.get(HELD_DAYS) != NONE:
            block = _filled(block, at, by_row)
            remarks.append(told_held(_head(block, at), rows_named([*by_row]), HELD_DAYS))
    return HeldDays(block, questions[:1], remarks)


def _held(
    rows: Sequence[SheetRow], cells: Sequence[Cell], at: int, block: Block, looks: TabLooks
) -> tuple[dict[int, Cell], bool] | None:
    """By row what it would have, and whether that are days; a day holds for more rows less soon than a period does."""
    held = held_cells([str(cell) for cell in cells])
    if held is None:
        return None
    whole = {
        str(cell): _as_text(cell, (row.number, at) in looks.months)
        for row, cell in zip(rows, cells, strict=True)
        if cell
    }
    are_days = all(_is_day(value) for value in whole.values() if is_dated(value))
    values = sum(map(is_dated, whole.values()))
    # Beside a begin an empty end says that there is none.
    is_one_of_two = {"start", "due"} <= block.columns.fields.keys()
    is_none = block.columns.is_own or is_one_of_two or not held.is_sure or values < _FEWEST_DAYS
    if not values or (are_days and is_none):
        return None
    return {rows[place].number: whole[value] for place, value in held.by_place.items()}, are_days


def _as_text(cell: Cell, is_month: bool) -> Cell:
    """A day that shows as a month is, in a row of which the cell does not say so, that month in words."""
    return f"{MONTHS[cell.month - 1]} {cell.year}" if is_month and isinstance(cell, date) else cell


def _is_day(cell: Cell) -> bool:
    return isinstance(cell, date) or ((written := written_date(cell)) is not None and written.grain == "day")


def _filled(block: Block, at: int, by_row: dict[int, Cell]) -> Block:
    rows = tuple(
        (_with(row, at, by_row[row.number]) if row.number in by_row else row, part) for row, part in block.rows
    )
    return replace(block, rows=rows)


def _with(row: SheetRow, at: int, cell: Cell) -> SheetRow:
    cells = [*row.cells, *[""] * (at + 1 - len(row.cells))]
    cells[at] = cell
    return replace(row, cells=tuple(cells))


def _head(block: Block, at: int) -> str:
    return next(column.head for column in block.columns.kinds.columns if column.index == at)
