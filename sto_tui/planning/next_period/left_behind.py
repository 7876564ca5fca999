"""What of the parts that go on in the next plan period does not go along with them, counted, and why."""

from collections.abc import Collection

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.next_period.of_regulation import about_subsidy
from sto_tui.planning.next_period.proposal import NextPeriod, carried_into, there_already


def left_behind(dossier: Dossier, proposal: NextPeriod, chosen: Collection[Ref]) -> tuple[str, ...]:
    """A Dutch sentence for each kind of thing that stays behind; none when all of it goes along."""
    going = {item.ref for item in proposal.items if item.ref in chosen}
    seen = dossier.seen_in(proposal.earlier.id)
    speerpunten = [speerpunt for number, speerpunt in seen.of(Speerpunt).items() if Ref("speerpunten", number) in going]
    sentences = [_of_the_stopped(seen, going, speerpunten)]
    if with_phases := sum(bool(speerpunt.phases) for speerpunt in speerpunten):
        word = level_words(dossier.region).speerpunt
        whose = count(with_phases, word.singular, word.plural)
        sentences.append(
            f"De activiteiten per periode van {whose} gaan niet mee: die waren van {proposal.earlier.label}."
        )
    if waits := _waits_left(dossier, proposal, going):
        links = count(waits, "keer ‘Wacht op’ gaat", "keer ‘Wacht op’ gaan")
        sentences.append(f"{links} niet mee: waarop is gewacht, is gereed of gaat niet door.")
    sentences.append(about_subsidy(dossier, proposal))
    return tuple(sentence for sentence in sentences if sentence)


def _of_the_stopped(seen: Dossier, going: Collection[Ref], speerpunten: Collection[Speerpunt]) -> str:
    """What parties that have stopped did in it."""
    stopped = {party.id for party in seen.of(Party).values() if party.status is PartyStatus.GESTOPT}
    roles = [
        role.party.id
        for role in seen.of(Veri).values()
        if role.row in going and role.party.table == "parties" and role.party.id in stopped
    ]
    leads = [
        theme.lead
        for number, theme in seen.of(Theme).items()
        if Ref("themes", number) in going and theme.lead in stopped
    ]
    partners = [
        partner.party for speerpunt in speerpunten for partner in speerpunt.partners if partner.party in stopped
    ]
    counted = [
        count(len(whose), singular, plural)
        for whose, singular, plural in (
            (roles, "rol", "rollen"),
            (leads, "trekker", "trekkers"),
            (partners, "partner", "partners"),
        )
        if whose
    ]
    if not counted:
        return ""
    who = [seen.caption(Ref("parties", number)) for number in stopped if number in {*roles, *leads, *partners}]
    goes = "gaan" if len(roles) + len(leads) + len(partners) > 1 else "gaat"
    is_over = "is" if len(who) == 1 else "zijn"
    return f"{enumerate_words(counted)} {goes} niet mee: {enumerate_words(who)} {is_over} gestopt."


def _waits_left(dossier: Dossier, proposal: NextPeriod, going: Collection[Ref]) -> int:
    """How often a milestone that goes on waited on one that is not in the next period."""
    there = {*going, *carried_into(dossier, proposal.period), *there_already(dossier, proposal.period)}
    milestones = dossier.seen_in(proposal.earlier.id).of(Milestone)
    return sum(
        Ref("milestones", part.milestone) not in there
        for number, milestone in milestones.items()
        if Ref("milestones", number) in going
        for part in milestone.after
    )
