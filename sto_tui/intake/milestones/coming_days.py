"""A column of days on which things were ready, in which most days are still to come: it is rather the planned end."""

from datetime import date

from sto_tui.intake.milestones.answers import SheetAnswers
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.dated_cells import DateCells
from sto_tui.intake.milestones.doubts import column_question
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.tables.column_kinds import ColumnDoubt


def coming_days_question(block: Block, dates: DateCells, today: date, answers: SheetAnswers) -> IntakeQuestion | None:
    """Whether `Datum gereed` is when it has to be ready, in a table without another end."""
    columns = block.columns
    at = columns.fields.get("done_on")
    if at is None or "due" in columns.fields or columns.periods or "due" in answers.columns:
        return None
    rows = [row for row, _ in block.rows]
    read = [dates.written(row.cell(at), "done_on", (row.number, at)) for row in rows if row.cell(at)]
    days = [written.end for written in read if written and written.end]
    if 2 * sum(day > today for day in days) <= len(days):
        return None
    candidates = tuple(column for column in columns.kinds.columns if column.index == at)
    return column_question(ColumnDoubt("due", candidates), rows)
