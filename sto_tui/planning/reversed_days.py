"""What ends before it begins is not stored: free days and milestones; what stood so in an old file may stay."""

from datetime import date

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dutch import short_date
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Record
from sto_tui.domain.region import FreeDay


def refuse_reversed(change: Change) -> None:
    """Raises NotSavedError when a change makes something end before it begins, and it did not do so before."""
    for edit in change.edits:
        after, before = edit.after, edit.before
        if after is not None and not (before is not None and _days(before) == _days(after)):
            if isinstance(after, FreeDay):
                _refuse_free_day(after)
            elif isinstance(after, Milestone):
                _refuse_milestone(after, before)


def _days(record: Record) -> tuple[date | None, date | None] | None:
    match record:
        case FreeDay():
            return record.start, record.end
        case Milestone():
            return record.start, record.due
    return None


def _refuse_free_day(free: FreeDay) -> None:
    if free.ends_before_it_begins:
        raise NotSavedError(
            f"‘{free.title}’ eindigt vóór de eerste dag. Kies een latere laatste dag, of laat die leeg.", "end"
        )


def _refuse_milestone(milestone: Milestone, before: Record | None) -> None:
    """The field to mend is the one that was changed, or the end of both."""
    start, due = milestone.start, milestone.due
    if start is None or due is None or not milestone.ends_before_it_begins:
        return
    name = f"Mijlpaal {milestone.number}" if milestone.number else f"Mijlpaal ‘{milestone.title}’"
    is_of_start = isinstance(before, Milestone) and before.due == due
    raise NotSavedError(
        f"{name} kan niet klaar zijn op {short_date(due)}, vóór het begin op {short_date(start)}. Verbeter een van de "
        "twee datums.",
        "start" if is_of_start else "due",
    )
