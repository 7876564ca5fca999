"""What a milestone does in a period, in one letter."""

from sto_tui.domain.milestones import Milestone, MilestoneKind
from sto_tui.domain.periods import Period

LEGEND = "L loopt   K moet klaar zijn   G go/no-gomoment   D vaste datum"


def letter_in(milestone: Milestone, column: Period) -> str:
    """What a milestone does in a period: L runs, K is done, G go or no-go, D on a fixed date, or nothing."""
    if milestone.due is None:
        return ""
    if column.start <= milestone.due <= column.end:
        if milestone.kind is MilestoneKind.GO_NO_GO:
            return "G"
        return "D" if milestone.fixed_date else "K"
    start = milestone.start or milestone.due
    return "L" if start <= column.end and column.end < milestone.due else ""
