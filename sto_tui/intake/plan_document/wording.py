"""A plan that was read, in lines for the terminal: what is offered by kind, and what was not understood."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sto_tui.domain import dutch
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.region import Region
from sto_tui.intake.plan_document.plan_offer import PlanOffer
from sto_tui.intake.plan_document.proposing import PlanProposal, counted, told_line
from sto_tui.intake.plan_document.written_plan import NotUnderstood

MOST_SHOWN = 30
"""So many lines of what was not understood are shown unless all of them are asked for."""
ONLY_TEXT = "Alleen als tekst"
_MOST_OF_TEXT = 10


def told(proposal: PlanProposal, region: Region, *, all_lines: bool) -> Iterator[str]:
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
    yield from _told_text(proposal.only_text, all_lines=all_lines)
    for table, offers in counted(proposal.offers).items():
        yield f"\n{dutch.capital(word_of_table(region, table).plural)}"
        for offer in offers:
            yield from _told_offer(offer)
    yield ""


def _told_text(lines: Sequence[NotUnderstood], *, all_lines: bool) -> Iterator[str]:
    """The sentences that are text only, the most telling ones first."""
    if not lines:
        return
    yield f"\n{ONLY_TEXT}"
    yield from (f"  {told_line(line)}" for line in (lines if all_lines else lines[:_MOST_OF_TEXT]))
    if len(lines) > _MOST_OF_TEXT and not all_lines:
        left = len(lines) - _MOST_OF_TEXT
        yield f"  {dutch.capital(dutch.count(left, 'zin', 'zinnen'))} meer staan er met --alles."


def _told_offer(offer: PlanOffer) -> Iterator[str]:
    mark = " " if offer.is_sure else "?"
    yield f"  {offer.number:3}{mark} {' · '.join((offer.caption, *offer.details))}  [{offer.place}]"
    if offer.doubt:
        yield f"       Twijfel: {offer.doubt}."
    if offer.replaced:
        yield f"       Vervangt wat er staat: {told_replaced(offer)}."
    yield from (f"       {each.label}: {each.old or '(leeg)'} → {each.new or '(leeg)'}" for each in offer.differences)


def told_replaced(offer: PlanOffer) -> str:
    """The fields of which something would go."""
    return dutch.enumerate_words([label.lower() for label in offer.replaced])


def counts(proposal: PlanProposal) -> str:
    """The numbers, as in `73 nieuw, 0 gewijzigd, 3 in twijfel, 4 regels niet begrepen`, and how much is text only."""
    sure = [offer for offer in proposal.offers if offer.is_sure]
    fresh, doubts = sum(offer.before is None for offer in sure), sum(bool(offer.doubt) for offer in proposal.offers)
    replacing = len(proposal.offers) - len(sure) - doubts
    offered = f"{fresh} nieuw, {len(sure) - fresh} gewijzigd" if sure else "niets nieuws"
    offered += f", {replacing} {'vervangt' if replacing == 1 else 'vervangen'} wat er staat" if replacing else ""
    offered += f", {doubts} in twijfel" if doubts else ""
    lines = len(proposal.not_understood)
    texts = len(proposal.only_text)
    if lines or not texts:
        offered += f", {dutch.count(lines, 'regel', 'regels')} niet begrepen" if lines else ", alles is begrepen"
    if not texts:
        return f"{offered}."
    are = "is" if texts == 1 else "zijn"
    return (
        f"{offered}. {dutch.capital(dutch.count(texts, 'zin', 'zinnen'))} met een naam, getal of datum {are} alleen "
        "als tekst gelezen."
    )


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
