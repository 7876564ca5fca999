"""What stands under a heading, by the labels in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.line_texts import shown_paragraph
from sto_tui.intake.plan_document.plan_sections import PlanLine, SlotLabel, label_slot
from sto_tui.intake.plan_document.plan_words import Slot, year_named
from sto_tui.intake.plan_document.table_lines import LabelledRow, TableEnd

# What is said in a few words: behind a label it ends with its line.
_ON_ONE_LINE = frozenset(
    {Slot.BASELINE, Slot.TARGET, Slot.INDICATOR, Slot.PROBABILITY, Slot.IMPACT, Slot.SIZE, Slot.MEETS, Slot.CHAIR}
)


@dataclass
class LabelledText:
    """The text under no label, what stands under or beside each label that is asked for, and all the rest."""

    opening: list[str] = field(default_factory=list)
    values: dict[Slot, str] = field(default_factory=dict)
    rest: list[PlanLine] = field(default_factory=list)
    years: dict[Slot, int] = field(default_factory=dict)

    def get(self, slot: Slot) -> str:
        """What stands under a label; empty when it is not there."""
        return self.values.get(slot, "")

    def add(self, slot: Slot, text: str, label: str = "") -> None:
        """Adds to what stands under a label, with the year that the label itself names."""
        if year := year_named(label):
            self.years[slot] = year
        self.values[slot] = f"{self.get(slot)}\n{text}".strip()


def by_label(lines: Sequence[PlanLine], known: Collection[Slot]) -> LabelledText:
    """Lines by these labels; what stands under another label, or in a table of another kind, is the rest."""
    read = LabelledText()
    label: Slot | None = None
    is_other = False
    for line in lines:
        if isinstance(line, LabelledRow):
            slot = label_slot(line.label.text)
            if slot and slot in known:
                read.add(slot, "\n".join(paragraph.text for paragraph in line.values), line.label.text)
            else:
                read.rest.append(line)
        elif isinstance(line, SlotLabel):
            label, is_other = (line.slot, False) if line.slot in known else (None, True)
            if label:
                read.add(label, line.rest, line.text)
                if line.rest and label in _ON_ONE_LINE:
                    label, is_other = None, True
            else:
                read.rest.append(line)
        elif isinstance(line, Paragraph) and line.apart:
            read.rest.append(line)
        elif isinstance(line, Paragraph) and label:
            read.add(label, shown_paragraph(line))
        elif isinstance(line, Paragraph) and not is_other:
            read.opening.append(shown_paragraph(line))
        elif not isinstance(line, TableEnd):
            read.rest.append(line)
        else:
            label = None
    return read
