"""What a sheet from outside would add and change, in lines for the terminal."""

from collections.abc import Iterator

from sto_tui.intake.proposal import IntakeProposal


def told_records(proposal: IntakeProposal) -> Iterator[str]:
    """New records with what stands in them, and changed ones field by field: old and new."""
    if proposal.added:
        yield "\nNieuw"
        yield from (f"  {' · '.join((new_record.caption, *new_record.details))}" for new_record in proposal.added)
    if proposal.changed:
        yield "\nGewijzigd"
    for changed_record in proposal.changed:
        yield f"  {changed_record.caption}"
        yield from (
            f"    {each.label}: {each.old or '(leeg)'} → {each.new or '(leeg)'}" for each in changed_record.differences
        )
