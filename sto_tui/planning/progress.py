"""Setting a stoplicht: as a line of the log, and on the milestone, in one change."""

from datetime import date

from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import Ref


def light_change(
    dossier: Dossier, milestone: Milestone, light: Stoplicht, today: date, note: str = "", by: str = ""
) -> Change:
    """The change that writes a stoplicht of today in the log and sets it on its milestone."""
    return entry_change(dossier, Progress(milestone=milestone.id, date=today, light=light, note=note, by=by))


def entry_change(dossier: Dossier, entry: Progress) -> Change:
    """The change that adds a line to the log; the newest line sets the stoplicht of its milestone.

    Source: the monitoring page of 2022, where stoplicht and explanation together make the log.
    """
    new = entry.model_copy(update={"id": -1})
    edits = [Edit(Ref("progress", -1), None, new)]
    milestone = dossier.milestones.get(entry.milestone)
    earlier = dossier.progress_of(entry.milestone)
    if milestone and (not earlier or earlier[0].date <= entry.date):
        done_on = (milestone.done_on or entry.date) if entry.light is Stoplicht.GEREED else None
        edits.append(Edit(ref_of(milestone), milestone, milestone.changed(light=entry.light, done_on=done_on)))
    caption = dossier.caption(Ref("milestones", entry.milestone))
    return Change(f"Mijlpaal {caption} op {entry.light.label}", tuple(edits))
