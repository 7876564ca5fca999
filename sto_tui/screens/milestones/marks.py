"""What a milestone is besides a bar: a moment to go on or stop, a quick result."""

from sto_tui.domain.change import Change, edited
from sto_tui.domain.milestones import Milestone, MilestoneKind


def go_turned(milestone: Milestone) -> Change:
    """A moment to decide, or a result."""
    go = milestone.kind is not MilestoneKind.GO_NO_GO
    kind = MilestoneKind.GO_NO_GO if go else MilestoneKind.RESULTAAT
    label = f"{milestone.number} is {'een' if go else 'geen'} go/no-gomoment{'' if go else ' meer'}"
    return Change(label, edited(milestone, kind=kind))


def quick_turned(milestone: Milestone) -> Change:
    """A quick result, or an ordinary one."""
    quick = not milestone.quick_win
    label = f"{milestone.number} is {'een' if quick else 'geen'} snel resultaat{'' if quick else ' meer'}"
    return Change(label, edited(milestone, quick_win=quick))
