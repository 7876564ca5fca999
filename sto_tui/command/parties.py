"""`sto partij`: a party stops, joins, or becomes one with another; shows what that does, asks, and carries it out."""

from collections.abc import Iterator
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

if TYPE_CHECKING:
    from sto_tui.storage.store import DossierStore

_NOTHING = "Er is niets gewijzigd."


def party_stops(path: str, name: str, caller: Caller, *, without_asking: bool) -> int:
    """A party stops: 0 done, 1 not done. Raises CommandError or NotSavedError."""
    from sto_tui.planning.parties.stopping import stopping

    store, occasion = _begin(path, caller)
    party = _named(occasion, name)
    if not party.takes_part:
        raise CommandError(f"{party.name} is al gestopt. Weer meedoen kan met: sto partij doet-mee BESTAND NAAM.")
    return _propose(store, stopping(party, occasion), without_asking=without_asking)


def party_joins(path: str, name: str, caller: Caller, *, without_asking: bool) -> int:
    """A party joins: 0 done, 1 not done. Raises CommandError or NotSavedError."""
    from sto_tui.planning.parties.joining import joining

    store, occasion = _begin(path, caller)
    return _propose(store, joining(_named(occasion, name), occasion), without_asking=without_asking)


def merge_parties(path: str, name: str, second: str, caller: Caller, *, without_asking: bool) -> int:
    """The second party goes up in the first: 0 done, 1 not done. Raises CommandError or NotSavedError."""
    from sto_tui.planning.parties.merging import merging

    store, occasion = _begin(path, caller)
    kept, gone = _named(occasion, name), _named(occasion, second)
    if kept.id == gone.id:
        raise CommandError(f"‘{name}’ en ‘{second}’ zijn allebei {kept.name}. Noem twee partijen.")
    return _propose(store, merging(kept, gone, occasion), without_asking=without_asking)


def _begin(path: str, caller: Caller) -> "tuple[DossierStore, Occasion]":
    store = open_store(path, caller, to_change=True)
    return store, Occasion(seen_in(store.dossier, caller), caller.today, caller.user)


def _named(occasion: Occasion, name: str) -> Party:
    try:
        ref = Addresses(occasion.dossier).named(("parties",), name)
    except NotUnderstoodError as error:
        raise CommandError(str(error)) from error
    return occasion.dossier.of(Party)[ref.id]


def _propose(store: "DossierStore", proposal: PartyProposal, *, without_asking: bool) -> int:
    """Shows a proposal, and carries it out as it is when that was asked or agreed to."""
    for line in _told(proposal):
        say(line)
    asks = not without_asking and is_terminal()
    if not without_asking and not asks:
        remark(f"{_NOTHING} Voeg --ja toe om dit uit te voeren; kiezen per regel kan in het programma, bij 4 Plan.")
        return 1
    if asks and typed("Uitvoeren? [j/N] ").lower() not in ("j", "ja"):
        remark(_NOTHING)
        return 1
    done = store.apply(proposal.change(proposal.proposed))
    say(f"{done.label}." if done.edits else "Er is niets veranderd: alles staat al zo.")
    if store.remark:
        remark(store.remark)
    return 0


def _told(proposal: PartyProposal) -> Iterator[str]:
    """The effect on the money, every line with what is proposed for it, and what stays."""
    yield f"{proposal.heading}."
    yield from proposal.effects(proposal.proposed)
    group = ""
    for line in proposal.lines:
        if line.group != group:
            group = line.group
            yield f"\n{group}"
        detail = f" ({line.detail})" if line.detail else ""
        yield f"  {line.about}{detail}"
        yield f"    → {line.ways[line.start].label}"
    if proposal.notes:
        yield ""
    yield from proposal.notes
    yield ""
