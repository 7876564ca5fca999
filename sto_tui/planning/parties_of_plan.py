"""Which parties and bodies stand in the papers of a plan: they are of every period, and a plan is of its own."""

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
    if plan is None or all(_may_take_part(party, plan) for party in parties):
        return parties
    named = _named(dossier)
    return [party for party in parties if party.id in named or _may_take_part(party, plan)]


def taking_part(dossier: Dossier) -> list[Party]:
    """The parties of the plan that did not stop before it ended."""
    plan = dossier.current_period
    return [party for party in parties_of_plan(dossier) if party.takes_part_to_the_end(plan)]


@once_per_version
def bodies_of_plan(dossier: Dossier) -> Sequence[Body]:
    """All but who belong to a theme that is only of other plans, and have no part in this one.

    Who has a role here, adopts the plan, or steers one that stands in it has a part.
    """
    bodies, plan = dossier.of(Body), dossier.current_period
    themes, elsewhere = _kin_of_themes(dossier), dossier.whole.of(Theme)
    wanted = [body.id for body in bodies.values() if body.theme in themes or body.theme not in elsewhere]
    wanted += [role.party.id for role in dossier.of(Veri).values() if role.party.table == "bodies"]
    wanted += [plan.adopted_by] if plan and plan.adopted_by else []
    kept: set[int] = set()
    while wanted:
        body = bodies.get(wanted.pop())
        if body and body.id not in kept:
            kept.add(body.id)
            wanted += [body.parent] if body.parent else []
    return [body for body in bodies.values() if body.id in kept]


def _kin_of_themes(dossier: Dossier) -> set[int]:
    """The themes of the plan, with what they continue and what continues them."""
    kin = set(dossier.of(Theme))
    links = [(theme.id, theme.continues) for theme in dossier.whole.of(Theme).values() if theme.continues]
    while more := {one for link in links for one in link if kin & set(link)} - kin:
        kin |= more
    return kin


def seats_of_plan(dossier: Dossier, body: Body) -> Sequence[Member]:
    """The seats of a body without those of parties that agreed when the plan had ended: a body is as it is now."""
    later = _agreed_later(dossier)
    return [member for member in body.members if member.party not in later]


@once_per_version
def _agreed_later(dossier: Dossier) -> frozenset[int]:
    """The parties that agreed when the plan had ended."""
    plan = dossier.current_period
    return frozenset(number for number, party in dossier.of(Party).items() if party.agreed_later_than(plan))


def _may_take_part(party: Party, plan: PlanPeriod) -> bool:
    stopped_on = party.as_of(plan).stopped_on
    left_before = stopped_on is not None and stopped_on < plan.start
    return not left_before and not party.agreed_later_than(plan)


def _named(dossier: Dossier) -> set[int | None]:
    """Who has a role, partnership, lead, seat or contribution in the plan."""
    return {
        *(role.party.id for role in dossier.of(Veri).values() if role.party.table == "parties"),
        *(partner.party for speerpunt in dossier.of(Speerpunt).values() for partner in speerpunt.partners),
        *(theme.lead for theme in dossier.of(Theme).values()),
        *(member.party for body in bodies_of_plan(dossier) for member in seats_of_plan(dossier, body)),
        *(line.party for line in dossier.of(Cofinancing).values()),
    }
