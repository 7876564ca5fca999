"""Who takes part: the kinds of party that are asked for, the bodies, and the support that was asked."""

from collections.abc import Iterable
from datetime import date

from sto_tui.content.library import free_half_days
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.parties import Body, Party, PartyKind
from sto_tui.domain.plan import Chapter, Support, SupportState
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import filled, there
from sto_tui.planning.checks.finding import MET, Certainty, Found, Level, Points, check, check_each, missing
from sto_tui.planning.paper_outline import ANNEXES, WHOLE
from sto_tui.planning.parties_of_plan import bodies_of_plan, taking_part
from sto_tui.planning.steering import in_a_ring
from sto_tui.planning.support_request import half_days


def _how_many(dossier: Dossier, kind: PartyKind) -> int:
    return sum(party.kind is kind for party in parties_that_take_part(dossier))


@check(Level.WAARSCHUWING, Place.PLAN, ANNEXES, Certainty.TE_CONTROLEREN, until_end=True)
def too_few_vmbo(dossier: Dossier, today: date) -> Points:
    """Fewer than two vmbo schools; two was the least in 2020-2023.

    Source: Tips en tools, paragraaf 1, en DUS-I; controleer de regeling.
    """
    schools = _how_many(dossier, PartyKind.VMBO)
    if schools < 2:
        there = "één" if schools else "geen"
        yield Found(
            list_of("parties"),
            f"Voeg vmbo-scholen toe bij de partijen: er doet er {there} mee. Controleer de regeling.",
        )


@check(Level.WAARSCHUWING, Place.PLAN, ANNEXES, Certainty.TE_CONTROLEREN, until_end=True)
def no_mbo(dossier: Dossier, today: date) -> Points:
    """No mbo takes part.

    Source: Tips en tools, paragraaf 7; controleer de regeling.
    """
    if not _how_many(dossier, PartyKind.MBO):
        yield Found(
            list_of("parties"),
            "Voeg een mbo-instelling toe bij de partijen: er doet er geen mee. Controleer de regeling.",
        )


@check(Level.WAARSCHUWING, Place.PLAN, ANNEXES, Certainty.TE_CONTROLEREN, until_end=True)
def no_company(dossier: Dossier, today: date) -> Points:
    """No company, trade organisation or company network takes part.

    Source: Tips en tools, paragraaf 7; controleer de regeling.
    """
    if not any(party.kind.is_company for party in parties_that_take_part(dossier)):
        yield Found(
            list_of("parties"),
            "Voeg een bedrijf, brancheorganisatie of bedrijvennetwerk toe bij de partijen: er doet er geen mee. "
            "Controleer de regeling.",
        )


@check(Level.WAARSCHUWING, Place.PLAN, ANNEXES, Certainty.TE_CONTROLEREN, until_end=True)
def no_po(dossier: Dossier, today: date) -> Points:
    """No primary school takes part; new in 2025-2028.

    Source: Tips en tools, paragraaf 7; controleer de regeling.
    """
    if not _how_many(dossier, PartyKind.PO):
        yield Found(
            list_of("parties"),
            "Voeg een po-school of po-bestuur toe bij de partijen: er doet er geen mee. Controleer de regeling.",
        )


@check(Level.ONTBREEKT, Place.PLAN, ANNEXES, in_paper=True)
def no_parties(dossier: Dossier, today: date) -> Points:
    """A plan in which nobody takes part.

    Source: Tips en tools, paragraaf 1.
    """
    yield there(dossier, "parties", "de deelnemende partijen")


def parties_that_take_part(dossier: Dossier) -> Iterable[Party]:
    """The parties of the plan but those that stopped before it ended."""
    return taking_part(dossier)


@check_each(parties_that_take_part, Level.ONTBREEKT, Place.PLAN, ANNEXES)
def party_not_involved(dossier: Dossier, party: Party) -> Points:
    """A party of which nobody knows in what it takes part.

    Source: Tips en tools, paragraaf 1.
    """
    yield filled(party, "involved_in", f"waaraan {party.name} meedoet")


@check(Level.ONTBREEKT, Place.PLAN, Chapter.ORGANISATIE, in_paper=True)
def no_bodies(dossier: Dossier, today: date) -> Points:
    """A plan without an organisation.

    Source: opbouw van het activiteitenplan, organisatie en rollen.
    """
    yield there(dossier, "bodies", "de organen: stuurgroep, programmamanager, werkgroepen")


def bodies(dossier: Dossier) -> Iterable[Body]:
    """All bodies."""
    return dossier.of(Body).values()


@check_each(bodies_of_plan, Level.ONTBREEKT, Place.PLAN, Chapter.ORGANISATIE, in_paper=True)
def body_without_task(dossier: Dossier, body: Body) -> Points:
    """A body of which the plan does not say what it does.

    Source: opbouw van het activiteitenplan, organisatie en rollen.
    """
    yield filled(body, "task", f"taak van ‘{body.name}’")


@check_each(bodies, Level.WAARSCHUWING, Place.PLAN, Chapter.ORGANISATIE)
def body_under_itself(dossier: Dossier, body: Body) -> Points:
    """A body that stands under itself, so that nobody steers it.

    Source: opbouw van het activiteitenplan, organisatie en rollen.
    """
    if in_a_ring(dossier, body):
        yield Found(
            ref_of(body, "parent"),
            f"{capital(body.name)} valt onder een orgaan dat er zelf onder valt. Kies een ander bij ‘Valt onder’.",
        )


def meetings(dossier: Dossier) -> Iterable[Meeting]:
    """All meetings."""
    return dossier.of(Meeting).values()


@check_each(meetings, Level.TIP, Place.EVALUATIE, ANNEXES, until_end=True)
def invited_and_not_there(dossier: Dossier, meeting: Meeting) -> Points:
    """Parties that were invited to a meeting and were not among those who came.

    Source: Tips en tools, paragraaf 1, partijen vanaf het begin betrekken.
    """
    absent = [party for party in meeting.invited if party not in meeting.present]
    if meeting.present and absent:
        names = enumerate_words([dossier.caption(Ref("parties", party)) for party in absent])
        yield Found(
            ref_of(meeting, "invited"),
            f"Uitgenodigd voor ‘{meeting.title}’ maar niet aanwezig: {names}. Praat ze bij.",
        )


def questions_for_support(dossier: Dossier) -> Iterable[Support]:
    """All questions to the national support team."""
    return dossier.of(Support).values()


@check_each(questions_for_support, Level.ONTBREEKT, Place.PLAN, WHOLE)
def support_not_asked(dossier: Dossier, support: Support) -> Points:
    """A question for support that was written down, and not asked.

    Source: Tips en tools, paragraaf 8.
    """
    was_asked = support.state is not SupportState.OPEN
    yield MET if was_asked else missing(ref_of(support), f"het antwoord op ‘{support.question}’")


@check(Level.TIP, Place.PLAN, WHOLE, Certainty.TE_CONTROLEREN)
def more_half_days_than_free(dossier: Dossier, today: date) -> Points:
    """More half-days of support than a region gets for nothing.

    Source: STO-site, ondersteuning, hoogstens vijf dagdelen.
    """
    used, free = half_days(dossier), free_half_days()
    if used > free:
        yield Found(
            list_of("support"),
            f"Er staan {count(used, 'dagdeel', 'dagdelen')} ondersteuning, waarvan {free} gratis. De rest betalen de "
            "scholen zelf.",
        )
