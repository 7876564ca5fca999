"""Setting a stoplicht: as a line of the log, and on the milestone, in one change."""

from datetime import date

from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import Ref


def light_change(
    dossier: Dossier, milestone: Milestone, light: Stoplicht, today: date, note: str = "", by: str = ""
) -> Change:
    """The change that sets a milestone's stoplicht now, and writes it in the log.

    Source: the monitoring page of 2022, where stoplicht and explanation together make the log.
    """
    entry = Progress(milestone=milestone.id, date=today, light=light, note=note, by=by)
    return _change(dossier, entry, milestone)


def entry_change(dossier: Dossier, entry: Progress) -> Change:
    """The change that adds a line to the log; only the newest line sets the stoplicht of its milestone."""
    newer = [one for one in dossier.progress_of(entry.milestone) if one.date > entry.date]
    return _change(dossier, entry, None if newer else dossier.milestones.get(entry.milestone))


def _change(dossier: Dossier, entry: Progress, milestone: Milestone | None) -> Change:
    edits = [Edit(Ref("progress", -1), None, entry.model_copy(update={"id": -1}))]
    if milestone:
        done_on = (milestone.done_on or entry.date) if entry.light is Stoplicht.GEREED else None
        edits.append(Edit(ref_of(milestone), milestone, milestone.changed(light=entry.light, done_on=done_on)))
    caption = dossier.caption(Ref("milestones", entry.milestone))
    return Change(f"Mijlpaal {caption} op {entry.light.label}", tuple(edits))
