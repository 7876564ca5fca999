"""Headings that have days of their own: of a summary these are those of the rows below it, and else it may be more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.text import clean_line, shortened
from sto_tui.intake.milestones.answers import HEADINGS
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.dated_cells import DateCells
from sto_tui.intake.milestones.named import named
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.groups import Nesting

_LONGEST_NAME = 30


@dataclass(frozen=True)
class HeadingDays:
    """The headings of a table that have a day, by row; `beyond` are those of which it is not that of a summary."""

    names: Mapping[int, str]
    beyond: tuple[int, ...] = ()


def heading_days(block: Block, nestings: Sequence[Nesting], dates: DateCells) -> HeadingDays:
    """Which headings have days, and whether the rows below them begin and end with these."""
    title = block.columns.fields.get("title")
    rows = [row for row, _ in block.rows]
    if title is None or block.columns.run:
        return HeadingDays({})
    days = [_days(row, block, dates) for row in rows]
    names, beyond = {}, []
    for at, nesting in enumerate(nestings):
        if not nesting.is_group or not any(days[at]):
            continue
        names[rows[at].number] = clean_line(rows[at].text(title))
        below = [days[other] for other, each in enumerate(nestings) if at in each.parents and not each.is_group]
        starts, dues = [start for start, _ in below if start], [due for _, due in below if due]
        whole = (min(starts, default=None), max(dues, default=None))
        if below and any(own and own != of_rows for own, of_rows in zip(days[at], whole, strict=True)):
            beyond.append(rows[at].number)
    return HeadingDays(names, tuple(beyond))


def _days(row: SheetRow, block: Block, dates: DateCells) -> tuple[date | None, date | None]:
    fields = block.columns.fields
    start, due = (
        dates.written(cell, name, (row.number, fields[name]))
        if name in fields and (cell := row.cell(fields[name]))
        else None
        for name in ("start", "due")
    )
    return start.start if start else None, due.end if due else None


def heading_days_question(names: Sequence[str]) -> IntakeQuestion:
    """Whether headings with days of their own are milestones too."""
    examples = tuple(shortened(name, _LONGEST_NAME) for name in names[:2])
    choices = (
        IntakeChoice("kopje", "alleen een kopje: de eigen datum vervalt", examples),
        IntakeChoice("mijlpaal", "een kopje, en zelf ook een mijlpaal", examples),
    )
    shown = named([shortened(name, _LONGEST_NAME) for name in names])
    verb = "heeft" if len(names) == 1 else "hebben"
    text = f"{shown} {verb} een eigen datum, anders dan de rijen eronder. Wat is zo’n rij?"
    return IntakeQuestion(HEADINGS, text, choices, "kopje")
