"""A plan that was read, in lines for the terminal: what is offered by kind, and what was not understood."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sto_tui.domain import dutch
from sto_tui.domain.tables import TABLES
from sto_tui.intake.plan_document.offers import PlanOffer
from sto_tui.intake.plan_document.proposing import PlanProposal, counted, told_line
from sto_tui.intake.plan_document.written_plan import NotUnderstood

MOST_SHOWN = 30
"""So many lines of what was not understood are shown unless all of them are asked for."""


def told(proposal: PlanProposal, *, all_lines: bool) -> Iterator[str]:
    """The numbers first, then what to look at, what was not understood, and every record with its number and place."""
    lines = proposal.not_understood
    yield f"{proposal.name}: {counts(proposal)}"
    if proposal.intake.remarks:
        yield "\nLet op"
        yield from (f"  {remark}" for remark in proposal.intake.remarks)
    if lines:
        yield "\nNiet begrepen"
        shown = [*map(told_line, lines)] if all_lines else [*_together(lines)]
        yield from (f"  {line}" for line in (shown if all_lines else shown[:MOST_SHOWN]))
        if len(shown) < len(lines) or (len(shown) > MOST_SHOWN and not all_lines):
            yield "  Elke regel apart staat er met --alles."
    for table, offers in counted(proposal.offers).items():
        yield f"\n{dutch.capital(TABLES[table].plural)}"
        for offer in offers:
            yield from _told_offer(offer)
    yield ""


def _told_offer(offer: PlanOffer) -> Iterator[str]:
    mark = "?" if offer.doubt else " "
    yield f"  {offer.number:3}{mark} {' · '.join((offer.caption, *offer.details))}  [{offer.place}]"
    if offer.doubt:
        yield f"       Twijfel: {offer.doubt}."
    yield from (f"       {each.label}: {each.old or '(leeg)'} → {each.new or '(leeg)'}" for each in offer.differences)


def counts(proposal: PlanProposal) -> str:
    """The numbers, as in `73 nieuw, 0 gewijzigd, 3 in twijfel, 4 regels niet begrepen`."""
    sure = [offer for offer in proposal.offers if not offer.doubt]
    fresh, doubts = sum(offer.before is None for offer in sure), len(proposal.offers) - len(sure)
    offered = f"{fresh} nieuw, {len(sure) - fresh} gewijzigd" if sure else "niets nieuws"
    offered += f", {doubts} in twijfel" if doubts else ""
    lines = len(proposal.not_understood)
    missed = f"{dutch.count(lines, 'regel', 'regels')} niet begrepen" if lines else "alles is begrepen"
    return f"{offered}, {missed}."


def _together(lines: Sequence[NotUnderstood]) -> Iterator[str]:
    """What stands in one table, or under one heading, and was not understood for one reason, in one line."""
    for (where, reason), group in groupby(
        lines, lambda line: (line.place.rpartition(", ")[0] or line.place, line.reason)
    ):
        first, *others = group
        if others:
            count = dutch.count(1 + len(others), "regel", "regels")
            first = NotUnderstood(f"{where}, {count} vanaf {first.place.rpartition(', ')[2]}", first.text, reason)
        yield told_line(first)
