"""What a sheet from outside would add and change, in lines of text."""

from collections.abc import Iterator

from sto_tui.intake.proposal import Changed, IntakeProposal
from sto_tui.intake.telling import cut_short

MOST_TOLD = 60


def told_records(proposal: IntakeProposal, most: int | None = None) -> Iterator[str]:
    """New records with what stands in them, and changed ones field by field: old and new; of each at most `most`."""
    if proposal.added:
        yield "\nNieuw"
        lines = (f"  {' · '.join((new_record.caption, *new_record.details))}" for new_record in proposal.added)
        yield from cut_short(lines, most or len(proposal.added), "; alles staat in het bestand van --verslag")
    if proposal.changed:
        yield "\nGewijzigd"
        yield from cut_short(map(_told_change, proposal.changed), most or len(proposal.changed), "")


def _told_change(changed_record: Changed) -> str:
    fields = (
        f"    {each.label}: {each.old or '(leeg)'} → {each.new or '(leeg)'}" for each in changed_record.differences
    )
    return "\n".join((f"  {changed_record.caption}", *fields))
