"""What a person reads before figures of DUO are taken over, on the screen and in the terminal alike."""

from collections.abc import Iterator

from sto_tui.domain import dutch
from sto_tui.intake.duo_figures import DuoProposal


def preview(proposal: DuoProposal) -> Iterator[str]:
    """The whole preview, a line of text each."""
    refused = dutch.count(len(proposal.refused), "weigering", "weigeringen")
    yield f"Cijfers van DUO: {counts(proposal) if proposal.change.edits else 'niets nieuws'}, {refused}."
    yield from proposal.lines
    if proposal.refused:
        yield "\nGeweigerd"
        yield from (f"  {one.reason}" for one in proposal.refused)
    if proposal.remarks:
        yield "\nLet op"
        yield from (f"  {one}" for one in proposal.remarks)
    yield ""


def counts(proposal: DuoProposal) -> str:
    """How many figures are new and changed."""
    return f"{proposal.added} nieuw, {proposal.changed} gewijzigd"
