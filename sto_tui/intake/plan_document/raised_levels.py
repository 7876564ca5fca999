"""Speerpunten that are the themes of a plan: `Werkpakket 1` above `Taak 1.1` and `Taak 1.2`, each with its partners.

Read as they are called, what is done in the tasks would stand together in one speerpunt, and nobody could tell whose
it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanSection, SlotLabel, label_slot
from sto_tui.intake.plan_document.plan_words import Slot
from sto_tui.intake.plan_document.table_lines import HeadedRow, LabelledRow

RAISED = "onder dit kopje staan genummerde delen met partners en een planning; die zijn als {} gelezen"
_NUMBERED = re.compile(r"[^\W\d]+\s+(\d{1,2})\.(\d{1,2})\s*[:.–—|)-]*\s*(\S.*)")
_LEAST = 2


def raise_levels(sections: Sequence[PlanSection]) -> None:
    """Gives such speerpunten the kind of a theme, in doubt, and what stands below them that of a speerpunt."""
    if any(section.head.kind is HeadKind.THEME for section in sections):
        return
    points = [section for section in sections if section.head.kind is HeadKind.SPEERPUNT]
    below = {id(point): [*_numbered_below(point)] for point in points}
    parts = [part for point in points for part in below[id(point)]]
    above = [point for point in points if below[id(point)]]
    are_alike = bool(above) and {point.head.word for point in points} == {point.head.word for point in above}
    if len(parts) < _LEAST or not are_alike or not all(map(is_worked_out, parts)):
        return
    if any(is_worked_out(PlanSection(point.head, point.lines)) for point in points):
        return
    for point in points:
        point.head, point.doubt = replace(point.head, kind=HeadKind.THEME), RAISED.format("speerpunt")
    for part in parts:
        match = _NUMBERED.fullmatch(part.head.text)
        if match:
            number, title = f"{match[1]}.{match[2]}", match[3]
            part.head = replace(part.head, kind=HeadKind.SPEERPUNT, number=number, title=title)


def _numbered_below(point: PlanSection) -> Iterator[PlanSection]:
    for part in point.parts:
        match = _NUMBERED.fullmatch(part.head.text)
        if part.head.kind is HeadKind.OTHER and match and match[1] == point.head.number:
            yield part


def is_worked_out(section: PlanSection) -> bool:
    """Whether something like a speerpunt stands in a section: it has partners, and acts or a planning."""
    slots = set(_slots(section))
    return Slot.PARTNERS in slots and bool(slots & {Slot.ACTS, Slot.PERIOD})


def _slots(section: PlanSection) -> Iterator[Slot | None]:
    for line in section.lines:
        if isinstance(line, SlotLabel):
            yield line.slot
        elif isinstance(line, LabelledRow):
            yield label_slot(line.label.text)
        elif isinstance(line, HeadedRow):
            yield from line.slots
            yield from (Slot.PERIOD for _ in line.periods)
    for part in section.parts:
        yield label_slot(part.head.title)
