"""A plan that was read, in lines for the terminal: what is offered by kind, and what was not understood."""

from collections.abc import Iterator

from sto_tui.domain import dutch
from sto_tui.domain.tables import TABLES
from sto_tui.intake.plan_document.proposing import PlanProposal, counted, told_line

MOST_SHOWN = 30
"""So many lines that were not understood are shown unless all of them are asked for."""


def told(proposal: PlanProposal, *, all_lines: bool) -> Iterator[str]:
    """The numbers first, then what to look at, what was not understood, and every record with its number and place."""
    fresh = sum(offer.before is None for offer in proposal.offers)
    lines = proposal.not_understood
    counts = f"{fresh} nieuw, {len(proposal.offers) - fresh} gewijzigd" if proposal.offers else "niets nieuws"
    missed = f"{dutch.count(len(lines), 'regel', 'regels')} niet begrepen" if lines else "alles is begrepen"
    yield f"{proposal.name}: {counts}, {missed}."
    if proposal.intake.remarks:
        yield "\nLet op"
        yield from (f"  {remark}" for remark in proposal.intake.remarks)
    if lines:
        yield "\nNiet begrepen"
        shown = lines if all_lines else lines[:MOST_SHOWN]
        yield from (f"  {told_line(line)}" for line in shown)
        if len(shown) < len(lines):
            yield f"  … en nog {len(lines) - len(shown)}; alles staat er met --alles."
    for table, offers in counted(proposal.offers).items():
        yield f"\n{dutch.capital(TABLES[table].plural)}"
        for offer in offers:
            yield f"  {offer.number:3}  {' · '.join((offer.caption, *offer.details))}  [{offer.place}]"
            yield from (
                f"       {each.label}: {each.old or '(leeg)'} → {each.new or '(leeg)'}" for each in offer.differences
            )
    yield ""
