"""What is typed to let a line of a proposal go another way: `3=Zuid College`, `soort=mbo`, or one successor for all."""

from collections.abc import Callable, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.record import Ref
from sto_tui.domain.text import plain, shortened
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.planning.parties.proposal import PartyProposal
from sto_tui.planning.proposal import ProposalLine, Way

OPEN = "open"
"""Is typed for: nobody takes it over."""
_TAKERS = ("parties", "bodies")
_MOST_NAMED = 6
_LONGEST = 60


def ways_typed(
    proposal: PartyProposal, addresses: Addresses, successor: str, per_line: Sequence[str]
) -> tuple[int, ...]:
    """The way of each line: what is typed for the line, else the successor where it can take over, else the proposed.

    A line is typed by its number from one or a part of its words. Raises NotUnderstoodError with one Dutch sentence.
    """
    chosen = list(proposal.proposed)
    if successor:
        taker = addresses.named(("parties",), successor)
        taken = [_by(line, lambda way: way.taker == taker) for line in proposal.lines]
        if not any(ways for ways in taken):
            raise NotUnderstoodError(f"{addresses.dossier.caption(taker)} kan hier niets overnemen.")
        chosen = [ways[0] if ways else place for ways, place in zip(taken, chosen, strict=True)]
    for typed in per_line:
        about, equals, choice = typed.partition("=")
        if not equals or not choice.strip():
            raise NotUnderstoodError(f"‘{typed}’ is geen keuze. Schrijf bijvoorbeeld 3=Zuid College of 3={OPEN}.")
        place = _line(proposal, about.strip())
        chosen[place] = _way(proposal.lines[place], place, addresses, choice.strip())
    return tuple(chosen)


def _line(proposal: PartyProposal, typed: str) -> int:
    if typed.isdecimal():
        if 1 <= int(typed) <= len(proposal.lines):
            return int(typed) - 1
        many = dutch.count(len(proposal.lines), "regel", "regels")
        raise NotUnderstoodError(f"Regel {typed} is er niet: het voorstel heeft {many}.")
    names = [plain(f"{line.group}: {line.about}") for line in proposal.lines]
    places = [place for place, name in enumerate(names) if typed and plain(typed) in name]
    if len(places) == 1:
        return places[0]
    if not places:
        raise NotUnderstoodError(f"Geen regel van het voorstel gaat over ‘{typed}’. Noem het nummer van de regel.")
    numbers = dutch.enumerate_words([str(place + 1) for place in places])
    raise NotUnderstoodError(f"‘{typed}’ staat in meer regels ({numbers}). Noem het nummer van de regel.")


def _way(line: ProposalLine, place: int, addresses: Addresses, typed: str) -> int:
    key = plain(typed)
    taker = _taker(addresses, typed)
    for fits in (
        lambda way: plain(way.label) == key or (key == OPEN and way.is_open),
        lambda way: taker is not None and way.taker == taker,
    ):
        if ways := _by(line, fits):
            return ways[0]
    # A party that nobody knows is no word for leaving it open.
    within = _by(line, lambda way: key in plain(way.label) and not way.is_open)
    if len(within) == 1:
        return within[0]
    labels = [f"‘{shortened(way.label, _LONGEST)}’" for way in line.ways[:_MOST_NAMED]]
    more = [f"nog {len(line.ways) - _MOST_NAMED}"] if len(line.ways) > _MOST_NAMED else []
    raise NotUnderstoodError(
        f"Regel {place + 1} ({shortened(line.about, _LONGEST)}) kan niet naar ‘{typed}’. Kies uit "
        f"{dutch.enumerate_words([*labels, *more])}."
    )


def _by(line: ProposalLine, fits: Callable[[Way], bool]) -> list[int]:
    return [number for number, way in enumerate(line.ways) if fits(way)]


def _taker(addresses: Addresses, typed: str) -> Ref | None:
    try:
        return addresses.named(_TAKERS, typed)
    except NotUnderstoodError:
        return None
