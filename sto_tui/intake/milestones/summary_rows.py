"""Rows that look like headings and have a bar that spans those of the rows below: a summary, or a milestone as well."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sto_tui.domain.text import clean_line, shortened
from sto_tui.intake.milestones.answers import HEADINGS
from sto_tui.intake.milestones.bars_of_rows import Filled
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.headings import face_of, is_written_as_heading
from sto_tui.intake.milestones.named import named
from sto_tui.intake.milestones.period_columns import PeriodColumn
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.sheet_looks import TabLooks

_LONGEST_NAME = 30


def summary_rows(block: Block, looks: TabLooks, filled: Filled) -> Mapping[int, tuple[int, ...]]:
    """By the number of such a row those of the rows below it, up to the next row that looks like it."""
    title = block.columns.fields.get("title")
    rows = [row for row, _ in block.rows if title is not None and row.cell(title)]
    if title is None or not block.columns.run or not rows:
        return {}
    usual = Counter(face_of(row, title, looks) for row in rows).most_common(1)[0][0]
    stands_out = [
        face_of(row, title, looks) != usual or is_written_as_heading(clean_line(row.text(title))) for row in rows
    ]
    found: dict[int, tuple[int, ...]] = {}
    for at, row in enumerate(rows):
        if stands_out[at]:
            end = next((other for other in range(at + 1, len(rows)) if stands_out[other]), len(rows))
            below = rows[at + 1 : end]
            if _spans(filled.get(row.number, ()), below, filled):
                found[row.number] = tuple(each.number for each in below)
    return found


def _spans(bar: Sequence[PeriodColumn], below: Sequence[SheetRow], filled: Filled) -> bool:
    bars = [of for each in below if (of := filled.get(each.number))]
    return bool(bar and bars) and (bar[0].start, bar[-1].end) == (
        min(of[0].start for of in bars),
        max(of[-1].end for of in bars),
    )


def summary_question(names: Sequence[str]) -> IntakeQuestion:
    """Whether such rows are headings only."""
    examples = tuple(shortened(name, _LONGEST_NAME) for name in names[:2])
    choices = (
        IntakeChoice("kopje", "alleen een kopje: de eigen balk vervalt", examples),
        IntakeChoice("mijlpaal", "zelf een mijlpaal, en geen kopje", examples),
    )
    shown = named([shortened(name, _LONGEST_NAME) for name in names])
    text = f"De balk bij {shown} beslaat die van de rijen eronder. Wat is zo’n rij?"
    return IntakeQuestion(HEADINGS, text, choices, "kopje")
