"""Chapters behind the last speerpunt whose headings do not stand above it: `Risico’s` in bold, or without any looks.

What comes back under other speerpunten is a label of these, and so is what may be one and stands there first.
"""

import re
from collections import Counter

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Paragraph, Spot
from sto_tui.intake.plan_document.numbers_before import number_before
from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanHead, PlanLine, PlanSection, SlotLabel, label_slot
from sto_tui.intake.plan_document.plan_words import Slot
from sto_tui.intake.plan_document.table_lines import HeadedRow, LabelledRow

_CHAPTER = re.compile(
    r"(?:risico(?:'s)?|risicoanalyse|risicobeheersing|risico's en (?:beheers)?maatregelen|(?:meerjaren)?begroting|"
    r"financien|financiering|cofinanciering|begroting en (?:co)?financiering|planning|tijdpad|mijlpalen|"
    r"planning en mijlpalen|(?:project)?organisatie(?:structuur)?|governance|organisatie en governance|monitoring|"
    r"evaluatie|monitoring en evaluatie|communicatie|verantwoording|borging)"
)
# Behind the only speerpunt of a plan any other may be a label of it.
_RISKS = re.compile(r"risico(?:'s)?|risicoanalyse|risicobeheersing|risico's en (?:beheers)?maatregelen")
_RANK = 1

_Item = PlanHead | PlanLine


def part_from_last_speerpunt(root: PlanSection) -> None:
    """Makes sections of their own of such chapters."""
    sections = [*root.all_parts()]
    points = [section for section in sections if section.head.kind is HeadKind.SPEERPUNT]
    if points:
        _Parting(root, points[-1], _CHAPTER if len(points) > 1 else _RISKS).part()


class _Parting:
    def __init__(self, root: PlanSection, last: PlanSection, first: re.Pattern[str]) -> None:
        self._root, self._last, self._first = root, last, first
        self._counts = Counter(_title(item) for section in root.all_parts() for item in (section.head, *section.lines))
        self._is_reached = self._has_plan = False
        self._items: list[_Item] = []

    def part(self) -> None:
        self._walk(self._root)
        section = inner = self._root
        for item in self._items:
            if self._is_chapter(item):
                number, title = number_before(_text(item))
                section = inner = PlanSection(PlanHead(_text(item), _spot(item), HeadKind.OTHER, number, title, _RANK))
                self._root.parts.append(section)
            elif isinstance(item, PlanHead):
                inner = PlanSection(item)
                section.parts.append(inner)
            else:
                inner.lines.append(item)

    def _walk(self, section: PlanSection) -> None:
        """Takes out of a section all from the first such chapter on."""
        self._is_reached = self._is_reached or section is self._last
        section.lines = [line for line in section.lines if not self._takes(line)]
        parts = []
        for part in section.parts:
            if self._takes(part.head):
                for inner in part.all_parts():
                    self._items += [*([] if inner is part else [inner.head]), *inner.lines]
            else:
                parts.append(part)
                self._walk(part)
        section.parts = parts

    def _takes(self, item: _Item) -> bool:
        if not self._items and self._is_reached:
            slot = label_slot(_title(item))
            is_label = slot is Slot.PERIOD and not self._has_plan
            self._has_plan = self._has_plan or _is_of_planning(item)
            if is_label or not self._is_chapter(item):
                return False
        elif not self._items:
            return False
        self._items.append(item)
        return True

    def _is_chapter(self, item: _Item) -> bool:
        if isinstance(item, LabelledRow) and item.values:
            # `Organisatie | Type` are words in a table; a heading has nothing beside it.
            return False
        title = _title(item)
        pattern = _CHAPTER if self._items else self._first
        return self._counts[title] == 1 and pattern.fullmatch(title) is not None


def _is_of_planning(item: _Item) -> bool:
    """Whether the speerpunt has its acts or periods already."""
    slots = (Slot.ACTS, Slot.PERIOD)
    if isinstance(item, HeadedRow):
        return bool(item.periods) or any(item.has(slot) for slot in slots)
    return isinstance(item, SlotLabel | LabelledRow | PlanHead) and label_slot(_title(item)) in slots


def _text(item: _Item) -> str:
    if isinstance(item, LabelledRow):
        return item.label.text
    return item.text if isinstance(item, PlanHead | SlotLabel | Paragraph) else ""


def _title(item: _Item) -> str:
    """What a line says when it may be a heading, in letters for comparing; empty when it is none."""
    if isinstance(item, Paragraph) and item.is_item:
        return ""
    return plain(number_before(_text(item))[1]).strip(" :")


def _spot(item: _Item) -> Spot:
    return item.spot if isinstance(item, PlanHead | SlotLabel | Paragraph) else Spot()
