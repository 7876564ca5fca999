"""Who takes part: the kinds of party that the tips and the regulation ask for."""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.parties import Party, PartyKind, PartyStatus
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Certainty, Level, rule

_COMPANIES = (PartyKind.BEDRIJF, PartyKind.BRANCHE, PartyKind.NETWERK)


def _how_many(dossier: Dossier, *kinds: PartyKind) -> int:
    return sum(party.kind in kinds and party.status is not PartyStatus.GESTOPT for party in dossier.of(Party).values())


@rule(Level.WAARSCHUWING, Place.PLAN, Certainty.TE_CONTROLEREN)
def too_few_vmbo(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Fewer than two vmbo schools; two was the least in 2020-2023.

    Source: Tips en tools, paragraaf 1, en DUS-I; controleer de regeling.
    """
    schools = _how_many(dossier, PartyKind.VMBO)
    if schools < 2:
        there = "één vmbo-school" if schools else "geen vmbo-school"
        yield (
            list_of("parties"),
            f"Er doet {there} mee. Voeg vmbo-scholen toe bij de partijen en controleer de regeling.",
        )


@rule(Level.WAARSCHUWING, Place.PLAN, Certainty.TE_CONTROLEREN)
def no_mbo(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """No mbo takes part.

    Source: Tips en tools, paragraaf 7; controleer de regeling.
    """
    if not _how_many(dossier, PartyKind.MBO):
        yield (
            list_of("parties"),
            "Er doet geen mbo-instelling mee. Voeg er een toe bij de partijen en controleer de regeling.",
        )


@rule(Level.WAARSCHUWING, Place.PLAN, Certainty.TE_CONTROLEREN)
def no_company(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """No company, trade organisation or company network takes part.

    Source: Tips en tools, paragraaf 7; controleer de regeling.
    """
    if not _how_many(dossier, *_COMPANIES):
        yield (
            list_of("parties"),
            "Er doet geen bedrijf, brancheorganisatie of bedrijvennetwerk mee. Voeg er een toe bij de partijen en "
            "controleer de regeling.",
        )


@rule(Level.WAARSCHUWING, Place.PLAN, Certainty.TE_CONTROLEREN)
def no_po(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """No primary school takes part; new in 2025-2028.

    Source: Tips en tools, paragraaf 7; controleer de regeling.
    """
    if not _how_many(dossier, PartyKind.PO):
        yield (
            list_of("parties"),
            "Er doet geen po-school of po-bestuur mee. Voeg er een toe bij de partijen en controleer de regeling.",
        )
