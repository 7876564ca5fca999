"""Who is not involved yet: the kinds of party and the layers that the tips ask for, per phase of the work.

Source: Tips en tools, section 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Involvement, Layer, Party, PartyKind
from sto_tui.planning.parties_of_plan import taking_part

ASKED_FOR = (
    PartyKind.VMBO,
    PartyKind.MBO,
    PartyKind.PO,
    PartyKind.PRO,
    PartyKind.VSO,
    PartyKind.BEDRIJF,
    PartyKind.GEMEENTE,
)


@dataclass(frozen=True)
class NotInvolved:
    """A kind of party, and the phases in which none of that kind takes part; `is_there` when the plan has one."""

    kind: PartyKind
    phases: tuple[Involvement, ...]
    is_there: bool


def not_involved(dossier: Dossier) -> Sequence[NotInvolved]:
    """The kinds that are missing in a phase. A trade organisation or network of companies counts as a company."""
    lacking = []
    for kind in ASKED_FOR:
        own = [party for party in taking_part(dossier) if _counts_as(party, kind)]
        involved = {phase for party in own for phase in party.involved_in}
        phases = tuple(phase for phase in Involvement if phase not in involved)
        if phases:
            lacking.append(NotInvolved(kind, phases, bool(own)))
    return lacking


def layers_without(dossier: Dossier) -> Sequence[Layer]:
    """The layers in which nobody takes part."""
    there = {layer for party in taking_part(dossier) for layer in party.layer}
    return [layer for layer in Layer if layer not in there]


def _counts_as(party: Party, kind: PartyKind) -> bool:
    return party.kind is kind or (kind is PartyKind.BEDRIJF and party.kind.is_company)
