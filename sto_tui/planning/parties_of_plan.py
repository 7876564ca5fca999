"""Which parties stand in the papers of a plan: parties are of every period, and a plan is of its own."""

from collections.abc import Sequence

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Veri
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.once_per_version import once_per_version


@once_per_version
def parties_of_plan(dossier: Dossier) -> Sequence[Party]:
    """All but who stopped before the plan began or agreed after it ended, and stands nowhere in it."""
    plan = dossier.current_period
    parties = list(dossier.of(Party).values())
    if plan is None:
        return parties
    named = _named(dossier)
    return [
        party for party in parties if party.id in named or _may_take_part(party, plan) or _is_seated(dossier, party)
    ]


def taking_part(dossier: Dossier) -> list[Party]:
    """The parties of the plan that did not stop before it ended."""
    plan = dossier.current_period
    return [party for party in parties_of_plan(dossier) if party.takes_part_to_the_end(plan)]


def seats_of_plan(dossier: Dossier, body: Body) -> Sequence[Member]:
    """The seats of a body without those of parties that agreed when the plan had ended: a body is as it is now."""
    plan, parties = dossier.current_period, dossier.of(Party)
    later = {number for number, party in parties.items() if party.agreed_later_than(plan)}
    return [member for member in body.members if member.party not in later]


def _may_take_part(party: Party, plan: PlanPeriod) -> bool:
    left_before = party.stopped_on is not None and party.stopped_on < plan.start
    return not left_before and not party.agreed_later_than(plan)


def _is_seated(dossier: Dossier, party: Party) -> bool:
    bodies = dossier.of(Body).values()
    return any(member.party == party.id for body in bodies for member in seats_of_plan(dossier, body))


def _named(dossier: Dossier) -> set[int | None]:
    """Who has a role, partnership, lead or contribution in the plan."""
    return {
        *(role.party.id for role in dossier.of(Veri).values() if role.party.table == "parties"),
        *(partner.party for speerpunt in dossier.of(Speerpunt).values() for partner in speerpunt.partners),
        *(theme.lead for theme in dossier.of(Theme).values()),
        *(line.party for line in dossier.of(Cofinancing).values()),
    }
