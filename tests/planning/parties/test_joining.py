"""A party that joins: the empty places of its kind."""

from datetime import date

from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.domain.money import Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Body, Member, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Partner, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.parties.joining import joining
from sto_tui.planning.parties.kindred import speerpunten_around
from tests.support.small_region import TODAY, VISSER, done, gives, on, region, role, told, with_way

NEW = Party(id=7, name="Basis Zeven", kind=PartyKind.PO)
INTENDED = CofinancingStatus.BEOOGD


def test_the_places_of_its_kind_are_shown_and_those_meant_for_it_proposed() -> None:
    dossier = region(
        NEW,
        Theme(id=3, number=3, title="Kiezen"),
        Speerpunt(id=3, theme=3, number="3.1", title="Les", partners=(Partner(id=1, role="een po leerkracht"),)),
        Milestone(id=3, number="3.1a", title="Les klaar", speerpunt=3, due=date(2027, 6, 30)),
        role(6, "milestones/3", "parties/1", "V"),
        Body(id=2, name="Werkgroep", members=(Member(id=1, role="lid namens het po"),)),
        gives(3, None, 10, INTENDED),
    )
    proposal = joining(NEW, on(dossier))
    assert [told(line) for line in proposal.lines] == [
        "Zonder partner: po: speerpunt 1.1 Lab → niet",
        "Zonder partner: po: speerpunt 2.1 Stage → wordt partner",
        "Open plaats: speerpunt 3.1 Les → neemt deze plaats",
        "Zonder partner: po: speerpunt 3.1 Les → niet",
        "VERI-rollen: speerpunt 2.1 Stage → niet",
        "VERI-rollen: mijlpaal 3.1a Les klaar → niet",
        "Zonder trekker: thema 3 Kiezen → niet",
        "Open zetel: Werkgroep, lid namens het po → niet",
    ]
    change = proposal.change(with_way(proposal, "mijlpaal 3.1a", "E"))
    after = done(dossier, change)
    party = after.of(Party)[7]
    assert (party.status, party.agreed_on) == (PartyStatus.TOEGEZEGD, TODAY)
    assert [partner.party for partner in after.of(Speerpunt)[2].partners] == [3, 7]
    assert [(partner.party, partner.role) for partner in after.of(Speerpunt)[3].partners] == [(7, "een po leerkracht")]
    (new,) = [veri for veri in after.of(Veri).values() if veri.party == Ref("parties", 7)]
    assert (str(new.row), new.code.value) == ("milestones/3", "E")
    assert done(after, change.reversed()).tables == dossier.tables


def test_it_takes_the_lead_and_the_seat_that_are_chosen_and_no_other() -> None:
    seats = (Member(id=1, party=1, role="voorzitter"), Member(id=2, role="lid namens het po"))
    dossier = region(NEW, Theme(id=3, number=3, title="Kiezen"), Body(id=2, name="Werkgroep", members=seats))
    proposal = joining(NEW, on(dossier))
    for about, label, lead, sits in (
        ("Zonder trekker", "wordt trekker", 7, [1, None]),
        ("Open zetel", "neemt deze zetel", None, [1, 7]),
    ):
        after = done(dossier, proposal.change(with_way(proposal, about, label)))
        assert [theme.lead for theme in after.of(Theme).values()] == [1, 3, lead]
        assert [member.party for member in after.of(Body)[2].members] == sits


def test_what_is_near_a_record_is_its_speerpunt_or_else_those_of_its_theme() -> None:
    """Speerpunt 1 is of theme 1 and 2 of theme 2; of what has neither nothing is near."""
    loose = Milestone(id=8, number="8", title="Los")
    dossier = region(loose, loose.changed(id=9, number="9", theme=2))
    near = {
        address: [speerpunt.id for speerpunt in speerpunten_around(dossier, Ref.parse(address))]
        for address in ("speerpunten/2", "milestones/1", "milestones/9", "milestones/8", "themes/2")
    }
    assert near == {
        "speerpunten/2": [2],
        "milestones/1": [1],
        "milestones/9": [2],
        "milestones/8": [],
        "themes/2": [2],
    }


def test_a_company_can_bring_in_what_nobody_brings_in() -> None:
    dossier = region(gives(3, None, 10, INTENDED))
    proposal = joining(VISSER, on(dossier))
    chosen = with_way(proposal, "Bijdrage 3", "brengt dit in (beoogd)")
    after = done(dossier, proposal.change(chosen))
    assert (after.of(Cofinancing)[3].party, after.of(Cofinancing)[3].status) == (5, INTENDED)
    assert proposal.effects(chosen) == ["De cofinanciering die meetelt verandert niet."]


def test_a_role_that_nobody_has_goes_together_with_its_own() -> None:
    """Visser is informed of what nobody decides on: E takes the place of I."""
    dossier = region().with_tables({"veri": {1: role(1, "milestones/1", "parties/5", "I")}})
    proposal = joining(VISSER, on(dossier))
    line = next(line for line in proposal.lines if "1.1a" in line.about)
    assert [way.label for way in line.ways] == ["niet", "V", "E", "VE"]
    assert (told(line), line.detail) == (
        "VERI-rollen: mijlpaal 1.1a Lab open → V",
        "zonder V en E; klaar op 30 september 2027",
    )
    after = done(dossier, proposal.change(with_way(proposal, "1.1a", "E")))
    assert {number: veri.code.value for number, veri in after.of(Veri).items()} == {1: "E"}


def test_who_stopped_takes_part_again_and_what_is_firm_stays() -> None:
    dossier = region()
    again = joining(dossier.of(Party)[6], on(dossier))
    party = done(dossier, again.change(again.proposed)).of(Party)[6]
    assert (party.status, party.agreed_on, party.stopped_on) == (PartyStatus.TOEGEZEGD, TODAY, None)
    signed = joining(dossier.of(Party)[2], on(dossier))
    assert done(dossier, signed.change([0] * len(signed.lines))).of(Party)[2] == dossier.of(Party)[2]


def test_nobody_misses_a_party_of_no_kind_in_particular() -> None:
    office = Party(id=8, name="Bureau Acht")
    assert joining(office, on(region(office))).lines == ()


def test_a_contribution_of_nobody_says_what_it_is_worth() -> None:
    """1 × 10 euro; of the other no rate is known, and it has no name."""
    unpriced = gives(4, None, 1, INTENDED, title="", year=2028, rate=None)
    dossier = region(gives(3, None, 10, INTENDED), unpriced)
    lines = [line for line in joining(VISSER, on(dossier)).lines if line.group == "Cofinanciering zonder partij"]
    assert [line.about.replace("\N{NO-BREAK SPACE}", " ") for line in lines] == [
        "Bijdrage 3, 2027: € 10",
        "Bijdrage, 2028: zonder bedrag",
    ]
