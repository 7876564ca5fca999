"""`sto partij`: a party stops, joins, or becomes one with another; shows what that does, asks, and carries it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sto_tui.command.asking import is_terminal, typed
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.output import CommandError, remark, say
from sto_tui.domain.change import Occasion
from sto_tui.domain.parties import Party
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.planning.parties.proposal import PartyProposal
from sto_tui.planning.parties.typed_choices import OPEN, ways_typed

if TYPE_CHECKING:
    from sto_tui.storage.any_store import Store

_NOTHING = "Er is niets gewijzigd."


@dataclass(frozen=True)
class Choices:
    """What was typed beside the party: who takes over, the choice per line, and whether nothing is asked."""

    without_asking: bool
    per_line: Sequence[str] = ()
    successor: str = ""


def party_stops(path: str, name: str, caller: Caller, choices: Choices) -> int:
    """A party stops: 0 done, 1 not done. Raises CommandError or NotSavedError."""
    from sto_tui.planning.parties.stopping import stopping

    store, occasion = _begin(path, caller)
    party = _named(occasion, name)
    if not party.takes_part:
        raise CommandError(f"{party.name} is al gestopt. Weer meedoen kan met: sto partij doet-mee BESTAND NAAM.")
    return _propose(store, stopping(party, occasion), choices)


def party_joins(path: str, name: str, caller: Caller, choices: Choices) -> int:
    """A party joins: 0 done, 1 not done. Raises CommandError or NotSavedError."""
    from sto_tui.planning.parties.joining import joining

    store, occasion = _begin(path, caller)
    return _propose(store, joining(_named(occasion, name), occasion), choices)


def merge_parties(path: str, name: str, second: str, caller: Caller, choices: Choices) -> int:
    """The second party goes up in the first: 0 done, 1 not done. Raises CommandError or NotSavedError.

    Of two that can hardly be one nothing is done without asking, unless a choice was typed.
    """
    from sto_tui.planning.parties.merging import merging

    store, occasion = _begin(path, caller)
    kept, gone = _named(occasion, name), _named(occasion, second)
    if kept.id == gone.id:
        raise CommandError(f"‘{name}’ en ‘{second}’ zijn allebei {kept.name}. Noem twee partijen.")
    proposal = merging(kept, gone, occasion)
    if proposal.warning and choices.without_asking and not choices.per_line:
        raise CommandError(f"{proposal.warning} Zo ja, zeg met --naar soort={kept.kind.label} wat blijft.")
    return _propose(store, proposal, choices)


def _begin(path: str, caller: Caller) -> "tuple[Store, Occasion]":
    store = open_store(path, caller, to_change=True)
    return store, Occasion(seen_in(store.dossier, caller), caller.today, caller.user)


def _named(occasion: Occasion, name: str) -> Party:
    try:
        ref = Addresses(occasion.dossier).named(("parties",), name)
    except NotUnderstoodError as error:
        raise CommandError(str(error)) from error
    return occasion.dossier.of(Party)[ref.id]


def _propose(store: "Store", proposal: PartyProposal, choices: Choices) -> int:
    """Shows a proposal with what was chosen, and carries it out when that was asked or agreed to."""
    try:
        chosen = ways_typed(proposal, Addresses(proposal.occasion.dossier), choices.successor, choices.per_line)
    except NotUnderstoodError as error:
        raise CommandError(str(error)) from error
    for line in _told(proposal, chosen):
        say(line)
    asks = not choices.without_asking and is_terminal()
    if not choices.without_asking and not asks:
        remark(f"{_NOTHING} Voeg --ja toe om dit uit te voeren, en --naar 1={OPEN} of 1=NAAM voor een andere keuze.")
        return 1
    if asks and typed("Uitvoeren? [j/N] ").lower() not in ("j", "ja"):
        remark(_NOTHING)
        return 1
    done = store.apply(proposal.change(chosen))
    say(f"{done.label}." if done.edits else "Er is niets veranderd: alles staat al zo.")
    if store.remark:
        remark(store.remark)
    return 0


def _told(proposal: PartyProposal, chosen: Sequence[int]) -> Iterator[str]:
    """Why it may be a mistake, the effect on the money, every line by number with its choice, and what stays."""
    yield f"{proposal.heading}."
    yield from filter(None, (proposal.warning,))
    yield from proposal.effects(chosen)
    group = ""
    for number, (line, way) in enumerate(zip(proposal.lines, chosen, strict=True), 1):
        if line.group != group:
            group = line.group
            yield f"\n{group}"
        detail = f" ({line.detail})" if line.detail else ""
        yield f"  {number}. {line.about}{detail}"
        yield f"     → {line.ways[way].label}"
    if proposal.notes:
        yield ""
    yield from proposal.notes
    yield ""
