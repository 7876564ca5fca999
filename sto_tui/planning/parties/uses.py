"""Where the plan counts on a party: its roles, partnerships, leads, seats and contributions.

What a party did stays its own: its answers and scores, what it has given, and its roles in milestones that are ready.
"""

from collections.abc import Callable, Iterator, Mapping

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import Cofinancing, CofinancingStatus, Realised
from sto_tui.domain.parties import Body
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.money.fulfilment import fulfilment_by_contribution

Use = tuple[Ref, int]
"""The field in which a party stands, and which party."""


def _leads(dossier: Dossier) -> Iterator[Use]:
    for theme in dossier.of(Theme).values():
        if theme.lead:
            yield ref_of(theme, "lead"), theme.lead


def _partnerships(dossier: Dossier) -> Iterator[Use]:
    for speerpunt in dossier.of(Speerpunt).values():
        for party in dict.fromkeys(partner.party for partner in speerpunt.partners if partner.party):
            yield ref_of(speerpunt, "partners"), party


def _memberships(dossier: Dossier) -> Iterator[Use]:
    for body in dossier.of(Body).values():
        for party in dict.fromkeys(member.party for member in body.members if member.party):
            yield ref_of(body, "members"), party


def _contributions(dossier: Dossier) -> Iterator[Use]:
    """Also those of which a part was given: the plan counts on the rest."""
    begun = {realised.contribution for realised in dossier.of(Realised).values()}
    fulfilments = fulfilment_by_contribution(dossier).of
    for line in dossier.of(Cofinancing).values():
        is_whole = line.id in begun and fulfilments[line.id].to_go <= 0
        if line.party and line.status is not CofinancingStatus.GEREALISEERD and not is_whole:
            yield ref_of(line, "party"), line.party


def _roles(dossier: Dossier) -> Iterator[Use]:
    for role in dossier.of(Veri).values():
        if role.party.table == "parties" and role.code is not VeriCode.OUT_OF_THE_LOOP and not is_ready(dossier, role):
            yield ref_of(role, "party"), role.party.id


def is_ready(dossier: Dossier, role: Veri) -> bool:
    """Whether what a role is about is done."""
    milestone = dossier.get(role.row)
    return isinstance(milestone, Milestone) and milestone.light is Stoplicht.GEREED


USES: Mapping[str, Callable[[Dossier], Iterator[Use]]] = {
    "veri": _roles,
    "speerpunten": _partnerships,
    "themes": _leads,
    "bodies": _memberships,
    "cofinancing": _contributions,
}
"""Per table where a party has something to do. Tables that say what a party said or did are left out."""
