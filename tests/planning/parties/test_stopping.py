"""A party that stops: what it is in, who could take over, what that does to the money, and what stays."""

from datetime import date

import pytest

from sto_tui.domain.change import Occasion
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Realised
from sto_tui.domain.parties import Body, Party, PartyStatus
from sto_tui.domain.plan import Partner, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PeriodDetail, PlanPeriod
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.parties.stopping import stopping
from tests.support.small_region import (
    GIVEN,
    JANSEN,
    MBO,
    NORTH,
    SIGNED,
    SOUTH,
    TODAY,
    VISSER,
    done,
    gives,
    on,
    region,
    role,
    told,
    with_way,
)

NOTHING = "De cofinanciering die meetelt verandert niet."


@pytest.mark.parametrize(
    ("party", "more", "lines"),
    [
        (
            NORTH,
            (),
            [
                "VERI-rollen: E bij mijlpaal 1.1a Lab open → Zuid College (heeft V, wordt VE)",
                "Partner: speerpunt 1.1 Lab → Zuid College (is al partner)",
                "Trekker: thema 1 Labs → Zuid College",
                "Lid van een orgaan: Stuurgroep, voorzitter → Zuid College",
            ],
        ),
        (
            JANSEN,
            (),
            [
                "VERI-rollen: I bij mijlpaal 1.1a Lab open → vervalt",
                "Partner: speerpunt 1.1 Lab → Visser bv (is al partner)",
                "Lid van een orgaan: Stuurgroep → Visser bv",
                "Cofinanciering: Bijdrage 1, 2027: €\u00a060, getekend → valt open (beoogd, zonder partij)",
            ],
        ),
        (
            MBO,
            (role(8, "themes/2", "parties/1", "R"),),
            [
                "VERI-rollen: V bij speerpunt 2.1 Stage → valt open: niemand voert het uit; dan geldt thema 2 Mensen",
                "Partner: speerpunt 2.1 Stage → vervalt",
                "Trekker: thema 2 Mensen → valt open",
            ],
        ),
        (SOUTH, (role(9, "themes/1", "parties/2", "O"),), None),
    ],
)
def test_what_a_party_is_in_and_who_is_proposed(
    party: Party, more: tuple[Record, ...], lines: list[str] | None
) -> None:
    proposal = stopping(party, on(region(*more)))
    said = [told(line) for line in proposal.lines]
    if lines is None:
        assert not [line for line in said if line.startswith("VERI-rollen: O")]
    else:
        assert said == lines


def test_what_was_proposed_is_carried_out_as_one_change() -> None:
    dossier = region()
    proposal = stopping(NORTH, on(dossier))
    change = proposal.change(proposal.proposed)
    after = done(dossier, change)
    party = after.of(Party)[1]
    assert change.label == "Partij ‘Noord College’ gestopt"
    assert (party.status, party.stopped_on) == (PartyStatus.GESTOPT, TODAY)
    assert {str(role.row): role.code.value for role in after.of(Veri).values() if role.party.id == 2} == {
        "milestones/1": "VE"
    }
    assert [(one.party, one.role) for one in after.of(Speerpunt)[1].partners] == [
        (2, "twee docenten; één docent"),
        (4, ""),
        (5, "een machine"),
    ]
    assert after.of(Theme)[1].lead == 2
    assert [(seat.party, seat.person, seat.role) for seat in after.of(Body)[1].members] == [
        (2, "", "voorzitter"),
        (4, "de eigenaar", ""),
    ]
    assert done(after, change.reversed()).tables == dossier.tables


def test_everything_can_fall_open() -> None:
    dossier = region()
    proposal = stopping(NORTH, on(dossier))
    after = done(dossier, proposal.change([0] * len(proposal.lines)))
    assert {role.party.id for role in after.of(Veri).values() if role.row == Ref("milestones", 1)} == {2, 4}
    assert after.of(Speerpunt)[1].partners[0].model_dump() == {"id": 1, "party": None, "role": "één docent"}
    assert after.of(Theme)[1].lead is None
    assert after.of(Body)[1].members[0].model_dump() == {"id": 1, "party": None, "person": "", "role": "voorzitter"}


@pytest.mark.parametrize("party", [JANSEN, SOUTH, MBO])
def test_of_what_was_not_done_nothing_stays(party: Party) -> None:
    """Jansen promised 60 and gave nothing yet."""
    assert stopping(party, on(region())).notes == ()


def test_what_it_did_stays() -> None:
    dossier = region(gives(3, 1, 10, GIVEN))
    proposal = stopping(NORTH, on(dossier))
    after = done(dossier, proposal.change(proposal.proposed))
    assert proposal.notes == ("Blijft zoals het was: €\u00a010 gerealiseerd, 1 rol bij wat gereed is en 1 antwoord.",)
    assert after.of(Answer) == dossier.of(Answer)
    assert after.of(Veri)[4] == dossier.of(Veri)[4]
    assert after.of(Cofinancing)[3] == dossier.of(Cofinancing)[3]


def test_the_effect_on_the_money_by_hand() -> None:
    """Costs 900, Jansen 60 and Visser 40: 100 of 1.000. Without Jansen 40 of 940 is 4,3%, and of the subsidy 4%.

    10% of the whole is 100 beside costs of 900, and 100 of the subsidy of 1.000: both lack 60.
    """
    dossier = region()
    assert stopping(NORTH, on(dossier)).effects(stopping(NORTH, on(dossier)).proposed) == [NOTHING]
    proposal = stopping(JANSEN, on(dossier))
    euro = "€\u00a0"
    lost = [
        f"Cofinanciering die meetelt: {euro}100 → {euro}40.",
        f"Van de subsidiabele begroting met cofinanciering: 10,0% → 4,3% (minimum 10%; er ontbreekt {euro}60).",
        f"Van de subsidie 2027: 10,0% → 4,0% (minimum 10%; er ontbreekt {euro}60).",
    ]
    assert proposal.effects(proposal.proposed) == lost
    taken = with_way(proposal, "Cofinanciering", "Visser bv (beoogd)")
    assert proposal.effects(taken) == lost, "who takes over has not promised it yet"
    line = done(dossier, proposal.change(taken)).of(Cofinancing)[1]
    assert (line.party, line.status, line.evidence) == (5, CofinancingStatus.BEOOGD, "")
    kept = with_way(proposal, "Cofinanciering", "blijft op naam van wie stopt en telt niet mee")
    assert proposal.effects(kept) == lost
    assert done(dossier, proposal.change(kept)).of(Cofinancing)[1] == dossier.of(Cofinancing)[1]


def test_two_of_no_kind_in_particular_do_not_take_over_from_each_other() -> None:
    office, agency = (Party(id=number, name=name) for number, name in ((8, "Bureau Acht"), (9, "Bureau Negen")))
    speerpunt = Speerpunt(
        id=8, theme=1, number="1.8", title="Excursie", partners=(Partner(id=1, party=8), Partner(id=2, party=9))
    )
    (line,) = stopping(office, on(region(office, agency, speerpunt))).lines
    assert told(line) == "Partner: speerpunt 1.8 Excursie → vervalt"


NOBODY_DOES, NOBODY_DECIDES = "valt open: niemand voert het uit", "valt open: niemand beslist"


@pytest.mark.parametrize(
    ("party", "more", "label", "found"),
    [
        (NORTH, (), NOBODY_DECIDES, "Bij mijlpaal 1.1a is niemand eindverantwoordelijk (E)."),
        (SOUTH, (), NOBODY_DOES, "Bij mijlpaal 1.1a is niemand verantwoordelijk (V)."),
        (MBO, (), NOBODY_DOES, "Bij speerpunt 2.1 heeft niemand een rol."),
        (MBO, (Milestone(id=3, number="2.1a", title="Stap", speerpunt=2),), NOBODY_DOES, "Bij mijlpaal 2.1a heeft"),
        # Thema 2 has an E of its own, and no V.
        (
            MBO,
            (role(8, "themes/2", "parties/1", "E"),),
            f"{NOBODY_DOES}; dan geldt thema 2 Mensen",
            "Bij thema 2 is niemand verantwoordelijk (V).",
        ),
        # The V of thema 2 is of the same party, so it tells nothing.
        (MBO, (role(8, "themes/2", "parties/3", "V"),), NOBODY_DOES, ""),
        (MBO, (role(8, "themes/2", "parties/1", "VE"),), "vervalt; dan geldt thema 2 Mensen", ""),
        (SOUTH, (role(8, "milestones/1", "parties/4", "V"),), "vervalt; een ander is hier ook V", ""),
        (JANSEN, (), "vervalt", ""),
        (VISSER, (role(8, "speerpunten/1", "parties/5", "I"),), "vervalt; dan heeft hier niemand een rol", ""),
    ],
)
def test_a_role_that_nobody_takes_over_says_what_is_lost_and_is_found(
    party: Party, more: tuple[Record, ...], label: str, found: str
) -> None:
    dossier = region(*more)
    proposal = stopping(party, on(dossier))
    assert proposal.lines[0].ways[0].label == label
    after = done(dossier, proposal.change([0] * len(proposal.lines)))
    assert not found or [finding for finding in findings(after, TODAY) if finding.message.startswith(found)]


def test_of_what_was_given_in_part_the_rest_goes_to_another_to_the_cent() -> None:
    """4 hours of € 15 promised by Jansen: € 22,50 is an hour and a half, and € 37,50 is to come.

    Visser promised € 40 and gave € 13,33: that is no number of whole parts, so both become an amount.
    """
    hours = gives(1, 4, 60, SIGNED, quantity=4.0, rate=15_00, unit="uur", evidence="contract")
    given = [
        Realised(id=number, contribution=line, date=TODAY, amount=cents)
        for number, line, cents in ((1, 1, 12_50), (2, 1, 10_00), (3, 2, 13_33))
    ]
    dossier = region(hours, *given)
    proposal = stopping(JANSEN, on(dossier))
    line = proposal.lines[-1]
    assert line.detail == "€\u00a022,50 is gerealiseerd en blijft; de rest is €\u00a037,50"
    after = done(dossier, proposal.change(with_way(proposal, "Cofinanciering", "Visser bv (rest, beoogd)")))
    rest, kept, _ = after.of(Cofinancing).values()
    assert [(part.party, part.quantity, part.unit, part.total, part.status.value) for part in (kept, rest)] == [
        (4, 1.5, "uur", 22_50, "gerealiseerd"),
        (5, 2.5, "uur", 37_50, "beoogd"),
    ]
    assert (kept.evidence, rest.evidence) == ("contract", "")
    assert after.of(Realised) == dossier.of(Realised), "what was given stays booked where it was"
    money = stopping(VISSER, on(dossier))
    after = done(dossier, money.change(money.proposed))
    assert [(part.party, part.total) for part in after.of(Cofinancing).values()] == [
        (None, 26_67),
        (4, 60_00),
        (5, 13_33),
    ]
    left = with_way(money, "Cofinanciering", "rest blijft op naam van wie stopt en telt niet mee")
    assert done(dossier, money.change(left)).of(Cofinancing) == dossier.of(Cofinancing)


def test_what_is_said_or_booked_of_a_day_to_come_has_not_happened_yet() -> None:
    """Of € 60 that Jansen signed € 12,50 was given, and € 10 is booked on 20 May: 60 − 12,50 = 47,50 is to come.

    What counts goes from 60 + 40 = 100 to 12,50 + 40 = 52,50. On 20 May 10 of the rest is given, by who took it over.
    """
    log = [
        Progress(id=number, milestone=1, date=day, light=light)
        for number, day, light in ((1, date(2027, 4, 1), Stoplicht.GROEN), (2, date(2027, 5, 10), Stoplicht.GEREED))
    ]
    ready_later = Milestone(
        id=1, number="1.1a", title="Lab open", speerpunt=1, light=Stoplicht.GEREED, done_on=date(2027, 5, 10)
    )
    given = Realised(id=1, contribution=1, date=TODAY, amount=12_50)
    to_come = Realised(id=2, contribution=1, date=date(2027, 5, 20), amount=10_00)
    dossier = region(ready_later, *log, given, to_come)
    assert told(stopping(SOUTH, on(dossier)).lines[0]).startswith("VERI-rollen: V bij mijlpaal 1.1a")
    proposal = stopping(JANSEN, on(dossier))
    assert proposal.lines[-1].detail == (
        "€\u00a012,50 is gerealiseerd en blijft; de rest is €\u00a047,50; "
        "€\u00a010 is geboekt op 20 mei 2027 en hoort bij wat nog komt"
    )
    assert proposal.notes == ("Blijft zoals het was: €\u00a012,50 gerealiseerd.",)
    chosen = with_way(proposal, "Cofinanciering", "Visser bv (rest, beoogd)")
    assert proposal.effects(chosen)[0] == "Cofinanciering die meetelt: €\u00a0100 → €\u00a052,50."
    after = done(dossier, proposal.change(chosen))
    parts = {part.id: (part.party, part.total) for part in after.of(Cofinancing).values()}
    assert [(parts[one.contribution], one.amount) for one in after.of(Realised).values()] == [
        ((5, 47_50), 10_00),
        ((4, 12_50), 12_50),
    ]
    # With nothing given yet the whole of it goes on, and what is booked with it.
    none_yet = region(to_come, to_come.changed(id=3, date=date(2027, 6, 1), rev=0))
    line = stopping(JANSEN, on(none_yet)).lines[-1]
    assert line.detail == "€\u00a020 is geboekt vanaf 20 mei 2027 en hoort bij wat nog komt"
    assert line.ways[0].label == "valt open (beoogd, zonder partij)"


def test_the_effect_is_told_for_every_period_that_it_touches() -> None:
    """Of 2025 Jansen signed € 50 beside costs of € 450, in the plan of 2025-2028 around that of 2027-2028.

    There 60 + 40 + 50 = 150 counted beside costs of 1.350: 10% of 1.500. The 40 that are left are 2,9% of 1.390, and
    1.350 × 10 / 90 = 150 is needed. The amounts are of two years, for which the subsidy is not known.
    """
    around = PlanPeriod(
        id=9, label="2025-2028", start=date(2025, 1, 1), end=date(2028, 12, 31), detail=PeriodDetail.OUTLINE
    )
    cost = BudgetLine(id=9, title="Lab", theme=1, year=2025, quantity=1, price=450_00)
    plan = region().current_period
    assert plan is not None
    dossier = region(plan.changed(current=True), around, cost, gives(9, 4, 50, SIGNED, year=2025)).seen_in(plan.id)
    proposal = stopping(JANSEN, on(dossier))
    effects = proposal.effects(proposal.proposed)
    assert effects[0] == "Cofinanciering die meetelt: €\u00a0100 → €\u00a040."
    assert effects[3:] == [
        "In planperiode 2025-2028: €\u00a0150 → €\u00a040; 10,0% → 2,9%; er ontbreekt €\u00a0110.",
    ]
    assert stopping(NORTH, on(dossier)).effects(stopping(NORTH, on(dossier)).proposed) == [NOTHING]


@pytest.mark.parametrize(
    ("day", "about_2025"),
    [(date(2026, 12, 30), 1), (date(2026, 12, 31), 0), (TODAY, 0)],
)
def test_what_was_signed_for_a_plan_that_ended_stays_in_it(day: date, about_2025: int) -> None:
    """Nobody is asked who takes it over, and it counts as before: the 2025-2026 of who stops in it is asked about."""
    before = PlanPeriod(id=9, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31), current=True)
    cost = BudgetLine(id=9, title="Lab", theme=1, year=2025, quantity=1, price=450_00)
    dossier = region(before, cost, gives(9, 4, 50, SIGNED, year=2025)).seen_in(9)
    proposal = stopping(JANSEN, Occasion(dossier, day, "jan"))
    assert sum(", 2025: " in line.about for line in proposal.lines) == about_2025
    told = [effect for effect in proposal.effects(proposal.proposed) if "€\u00a050 → €\u00a00" in effect]
    assert len(told) == about_2025


@pytest.mark.parametrize("number", range(1, 6))
def test_no_finding_about_who_stopped_is_left(number: int) -> None:
    dossier = region()
    proposal = stopping(dossier.of(Party)[number], on(dossier))
    after = done(dossier, proposal.change(proposal.proposed))
    assert [finding for finding in findings(after, TODAY) if "is gestopt, maar" in finding.message] == []


def with_year_before(dossier: Dossier) -> Dossier:
    """The same, with a plan period that is over and one of its own speerpunten."""
    before = PlanPeriod(id=9, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
    now = dossier.current_period
    assert now is not None
    theme, speerpunt = dossier.of(Theme)[2], dossier.of(Speerpunt)[2]
    return dossier.with_tables(
        {
            "periods": {**dossier.tables["periods"], 9: before},
            "themes": {**dossier.tables["themes"], 2: theme.changed(periods=(now.id, 9))},
            "speerpunten": {
                **dossier.tables["speerpunten"],
                2: speerpunt.changed(periods=(now.id,)),
                9: speerpunt.changed(id=9, number="2.9", periods=(9,)),
            },
        }
    )


def test_a_period_that_is_over_stays_as_it_was() -> None:
    dossier = with_year_before(region())
    proposal = stopping(MBO, on(dossier.seen_in()))
    assert not [line for line in proposal.lines if "2.9" in line.about]
    assert proposal.notes == ("Blijft zoals het was: 1 plek in planperioden die voorbij zijn.",)
    after = done(dossier, proposal.change(proposal.proposed))
    assert after.of(Speerpunt)[9] == dossier.of(Speerpunt)[9]


def test_two_roles_of_one_party_in_a_row_go_to_one_role() -> None:
    dossier = region(role(9, "milestones/1", "parties/1", "V"))
    proposal = stopping(NORTH, on(dossier))
    after = done(dossier, proposal.change(proposal.proposed))
    assert [role.code.value for role in after.of(Veri).values() if role.party == Ref("parties", 2)] == ["VE"]


def test_a_role_above_milestones_says_when_these_are_due() -> None:
    """Milestone 1.1b has a role of its own, and 2.1c is ready."""
    below = [
        Milestone(id=place, number=f"2.1{letter}", title="Stap", speerpunt=2, due=date(2027, month, 1), light=light)
        for place, letter, month, light in (
            (3, "a", 9, Stoplicht.GROEN),
            (4, "b", 8, Stoplicht.GROEN),
            (5, "c", 7, Stoplicht.GEREED),
            (6, "d", 11, Stoplicht.NIET_GESTART),
        )
    ]
    proposal = stopping(MBO, on(region(*below, role(8, "milestones/4", "parties/1", "V"))))
    assert proposal.lines[0].detail == "geldt voor 2 mijlpalen, de eerste klaar op 1 september 2027"
