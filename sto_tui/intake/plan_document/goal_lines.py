"""Which lines and rows of a chapter are goals."""

from collections.abc import Sequence

from sto_tui.domain.plan import Chapter
from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.goal_numbers import goal_number
from sto_tui.intake.plan_document.numbers_before import number_of
from sto_tui.intake.plan_document.pieces import lines_in
from sto_tui.intake.plan_document.plan_sections import PlanLine, SlotLabel
from sto_tui.intake.plan_document.plan_words import Slot, slot_named
from sto_tui.intake.plan_document.table_lines import HeadedRow

_OF_SPEERPUNT = (Slot.ACTS, Slot.PARTNERS)


def may_be_goal(line: PlanLine) -> bool:
    """Whether a line does not begin what is done or who takes part: a list below that is of it, and none of goals."""
    if isinstance(line, Paragraph) and not line.is_item:
        return slot_named(line.text.partition(":")[0]) not in _OF_SPEERPUNT
    return not (isinstance(line, SlotLabel) and line.slot in _OF_SPEERPUNT)


def is_goal(row: HeadedRow, chapter: Chapter | None) -> bool:
    """Whether a row under heads is a goal."""
    return (chapter is Chapter.DOELEN or row.has(Slot.INDICATOR)) and bool(row.text(Slot.GOAL))


def goal_items(lines: Sequence[PlanLine]) -> tuple[Paragraph, ...]:
    """The lines of a chapter that are goals: its numbered list, or else its list."""
    paragraphs = [line for line in lines if isinstance(line, Paragraph) and not line.apart]
    numbered = [
        line
        for line in paragraphs
        if (goal_number(line.text)[0] or number_of(line)[0]) and (line.is_item or not line.strong)
    ]
    listed = [line for line in paragraphs if line.is_item or next(lines_in((line,)), line.text) != line.text]
    return tuple(line for line in paragraphs if line in listed or line in numbered)
