"""What a person reads before figures of DUO are taken over, on the screen and in the terminal alike."""

from collections.abc import Iterator

from sto_tui.intake.duo.figures import DuoProposal
from sto_tui.intake.proposal import told_counts, told_frame


def preview(proposal: DuoProposal) -> Iterator[str]:
    """The whole preview, a line of text each."""
    numbers = counts(proposal) if proposal.change.edits else ""
    return told_frame("Cijfers van DUO", numbers, proposal.lines, proposal.refused, proposal.remarks)


def counts(proposal: DuoProposal) -> str:
    """How many figures are new and changed."""
    return told_counts(proposal.added, proposal.changed)
