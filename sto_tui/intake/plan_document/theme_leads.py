"""Who leads a theme: `Trekker: ROC Noord` below its heading, for which a theme has a field."""

import re
from dataclasses import dataclass

from sto_tui.intake.plan_document.blocks import Paragraph, Spot
from sto_tui.intake.plan_document.line_texts import around_colon, joined_text, texts_of
from sto_tui.intake.plan_document.plan_sections import PlanLine, PlanSection
from sto_tui.intake.plan_document.plan_words import LEADERS, word_key
from sto_tui.intake.plan_document.table_lines import LabelledRow

_LEAD = re.compile(
    rf"(?:kar|project|thema)?trekkers?|trekkende (?:partij|school|organisatie)|{LEADERS}|portefeuillehouder"
)


@dataclass(frozen=True)
class WrittenLead:
    """What stands behind `Trekker`, with where it stands."""

    name: str
    spot: Spot


def without_leads(section: PlanSection) -> tuple[PlanSection, list[WrittenLead]]:
    """A section without what says who leads it, and that."""
    leads = [lead for line in section.lines if (lead := _lead_in(line))]
    rest = PlanSection(section.head, [line for line in section.lines if _lead_in(line) is None])
    for part in section.parts:
        before, after = around_colon(part.head.text)
        if not _is_lead(before):
            rest.parts.append(part)
            continue
        leads += [WrittenLead(after, part.head.spot)] * bool(after)
        leads += [WrittenLead(text.removeprefix("- "), spot) for text, spot in texts_of(part.lines)]
        rest.parts += part.parts
    return rest, leads


def _lead_in(line: PlanLine) -> WrittenLead | None:
    if isinstance(line, LabelledRow):
        name = joined_text(line.values)
        return WrittenLead(name, line.spot) if name and _is_lead(line.label.text) else None
    if not isinstance(line, Paragraph) or line.apart:
        return None
    before, after = around_colon(line.text)
    return WrittenLead(after, line.spot) if after and _is_lead(before) else None


def _is_lead(label: str) -> bool:
    return _LEAD.fullmatch(word_key(label)) is not None
