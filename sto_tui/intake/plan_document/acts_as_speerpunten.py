"""Activities in a table of a plan that has no speerpunten: each is one, which is offered in doubt.

A plan may have two levels only, themes and activities; then an activity has partners, a result and a period of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.numbers_before import number_of
from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanLine, PlanSection
from sto_tui.intake.plan_document.plan_words import Slot
from sto_tui.intake.plan_document.table_lines import HeadedRow, has_only_marks_in
from sto_tui.intake.plan_document.written_periods import days_named, read_period

AS_SPEERPUNT = "er staan geen speerpunten in; een activiteit uit deze tabel is als speerpunt gelezen"
_LONGEST_TITLE = 120
_OF_OTHERS = (Slot.SPEERPUNT, Slot.RISK, Slot.BODY, Slot.MILESTONE, Slot.PARTY)


def lift_acts(sections: Sequence[PlanSection]) -> None:
    """Makes speerpunten of the activities below a theme, or beside one."""
    if any(_has_speerpunten(section) for section in sections):
        return
    for section in sections:
        if section.head.kind is HeadKind.THEME and _lists_acts(section):
            section.lines = [*_lifted(section.lines)]
        elif any(_is_beside_theme(line) for line in section.lines):
            section.lines = [*_lifted(section.lines, only_beside_theme=True)]


def lift_below_headings(headings: Sequence[PlanSection]) -> list[PlanSection]:
    """Makes speerpunten of the activities below headings that are to be themes; the answer is which these are."""
    found = [section for section in headings if not section.parts and _lists_acts(section) and _tells_more(section)]
    if len(found) < 2:
        return []
    for section in found:
        section.lines = [*_lifted(section.lines)]
    return found


def _has_speerpunten(section: PlanSection) -> bool:
    rows = (line for line in section.lines if isinstance(line, HeadedRow))
    return section.head.kind is HeadKind.SPEERPUNT or any(row.has(Slot.SPEERPUNT) for row in rows)


def _is_beside_theme(line: PlanLine) -> bool:
    return isinstance(line, HeadedRow) and line.has(Slot.THEME) and _may_be_speerpunt(line)


def _lists_acts(section: PlanSection) -> bool:
    rows = [line for line in section.lines if isinstance(line, HeadedRow) and line.has(Slot.ACTS)]
    return bool(rows) and all(map(_may_be_speerpunt, rows))


def _tells_more(section: PlanSection) -> bool:
    """Whether a table has results or periods: who does what on which day is a list of actions, as in minutes."""
    rows = [line for line in section.lines if isinstance(line, HeadedRow)]
    return any(row.has(Slot.RESULT) or row.periods or read_period(row.text(Slot.PERIOD)) for row in rows)


def _may_be_speerpunt(row: HeadedRow) -> bool:
    """Whether a row tells of one activity who does it or what comes of it."""
    if not row.has(Slot.ACTS) or any(map(row.has, _OF_OTHERS)) or not (row.has(Slot.PARTNERS) or row.has(Slot.RESULT)):
        return False
    cell = row.slots[Slot.ACTS]
    return Slot.ACTS in row.merged or not cell or (len(cell) == 1 and _is_title(cell[0]))


def _is_title(paragraph: Paragraph) -> bool:
    return "\n" not in paragraph.text and len(paragraph.text) <= _LONGEST_TITLE


def _lifted(lines: Sequence[PlanLine], *, only_beside_theme: bool = False) -> Iterator[PlanLine]:
    for line in lines:
        is_act = isinstance(line, HeadedRow) and _may_be_speerpunt(line)
        if isinstance(line, HeadedRow) and is_act and (line.has(Slot.THEME) or not only_beside_theme):
            yield _as_speerpunt(line)
        else:
            yield line


def _as_speerpunt(row: HeadedRow) -> HeadedRow:
    """The row with its activity as a speerpunt, and as what is done in the period that stands beside it."""
    slots = dict(row.slots)
    title = slots[Slot.SPEERPUNT] = slots.pop(Slot.ACTS)
    when = row.text(Slot.PERIOD)
    if read_period(when) or any(days_named(when)) or has_only_marks_in(row.periods.values()):
        slots[Slot.ACTS] = tuple(replace(one, text=number_of(one)[1]) for one in title)
    merged = row.merged | ({Slot.SPEERPUNT} if Slot.ACTS in row.merged else set())
    return replace(row, slots=slots, merged=merged, doubt=row.doubt or AS_SPEERPUNT)
