"""What changed since a plan was handed in, worked out by hand on a plan with one of each.

Handed in: doel 1 (80 in 2026, 90 in 2028), speerpunt 1.1 Lab with one act and one partner, mijlpaal 1.1a (1 January to
31 December 2027, oranje), machines of 2 times € 1.000 and a contribution of 10 times € 50.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.money import BudgetLine, Cofinancing, CostKind
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Act, Goal, Phase, Speerpunt
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.handed_in.comparison import differences
from sto_tui.planning.handed_in.difference import ReportBy
from tests.support.small_plan import TODAY, whole_plan, with_records

NB = "\u00a0"
ACT = Act(id=1, text="Bouwen")
PHASE = Phase(id=1, label="2027", start=date(2027, 1, 1), end=date(2027, 12, 31), acts=(ACT,))


def handed_in() -> Dossier:
    """The plan, with a line of overhead and a second milestone."""
    return with_records(
        whole_plan(),
        BudgetLine(id=2, title="Beheer", year=2028, cost_kind=CostKind.OVERHEAD, quantity=1, price=400_00),
        Milestone(id=2, number="1.1b", title="Lab gevuld", speerpunt=1, light=Stoplicht.GEREED, due=date(2027, 3, 1)),
    )


def at(address: str, **values: Any) -> Callable[[Dossier], Dossier]:
    """Other values in one record."""

    def change(dossier: Dossier) -> Dossier:
        record = dossier.get(Ref.parse(address))
        assert record is not None
        return with_records(dossier, record.changed(**values))

    return change


def without(*addresses: str) -> Callable[[Dossier], Dossier]:
    """Without these records."""
    refs = {Ref.parse(address) for address in addresses}

    def change(dossier: Dossier) -> Dossier:
        return Dossier(
            {
                table: {number: record for number, record in records.items() if Ref(table, number) not in refs}
                for table, records in dossier.tables.items()
            }
        )

    return change


def plus(*records: Record) -> Callable[[Dossier], Dossier]:
    """With more records."""
    return lambda dossier: with_records(dossier, *records)


def phase(**values: Any) -> Callable[[Dossier], Dossier]:
    """Other values in the only period of speerpunt 1.1."""
    return at("speerpunten/1", phases=(PHASE.model_copy(update=values),))


NEXT_PERIOD = PlanPeriod(id=2, label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 31))
LAB_2 = Speerpunt(id=2, theme=1, number="1.2", title="Bus", goals=(1,))
AT_ONCE = ReportBy.AT_ONCE
D, R = "direct", "rapportage"


def told(*changes: Callable[[Dossier], Dossier], today: date = TODAY) -> list[tuple[str, str, str]]:
    before = now = handed_in()
    for change in changes:
        now = change(now)
    found = differences(before.seen_in(1), now.seen_in(1), today)
    return [(D if one.report is AT_ONCE else R, one.kind.value, one.text) for one in found]


GOALS: list[tuple[tuple[Any, ...], list[tuple[str, str, str]]]] = [
    ((), []),
    (
        (without("goals/1"),),
        [(D, "doel_vervallen", "Doel 1 Meer leerlingen is vervallen.")],
    ),
    ((plus(Goal(id=2, number=2, text="Meer docenten.")),), [(D, "doel_nieuw", "Doel 2 Meer docenten is nieuw.")]),
    (
        (plus(Goal(id=2, number=2, text="Meer meisjes")), at("goals/1", periods=(9,), reformulated_as=2)),
        # A goal of a period that is not there is shown with the plan at hand: it is still in this one.
        [(D, "doel_nieuw", "Doel 2 Meer meisjes is nieuw.")],
    ),
    ((at("goals/1", target="85"),), [(D, "doel_gewijzigd", "Doel 1: streefwaarde ‘90’ → ‘85’.")]),
    (
        (at("goals/1", target="85", baseline="75", text="Meer  leerlingen"),),
        [
            (D, "doel_gewijzigd", "Doel 1: streefwaarde ‘90’ → ‘85’."),
            (R, "doel_gewijzigd", "Doel 1: nulwaarde ‘80’ → ‘75’."),
        ],
    ),
    ((at("goals/1", source="DUO", outcome="gehaald", number=3),), []),
]
DAY_2, LATE = date(2028, 3, 1), date(2028, 3, 2)
MILESTONES: list[tuple[tuple[Any, ...], date, list[tuple[str, str, str]]]] = [
    # Not late: the day is still to come.
    ((), date(2027, 12, 31), []),
    (
        (),
        date(2028, 1, 1),
        [
            (
                D,
                "activiteit_niet_op_tijd",
                "Mijlpaal 1.1a Lab open: had op 31-12-2027 klaar moeten zijn en is niet gereed.",
            )
        ],
    ),
    # Moved, and no more than that: the first day has passed, the new one has not.
    (
        (at("milestones/1", due=DAY_2),),
        date(2028, 2, 1),
        [(R, "activiteit_verschoven", "Mijlpaal 1.1a Lab open: klaar op 31-12-2027 → 01-03-2028.")],
    ),
    (
        (at("milestones/1", due=DAY_2),),
        DAY_2,
        [(R, "activiteit_verschoven", "Mijlpaal 1.1a Lab open: klaar op 31-12-2027 → 01-03-2028.")],
    ),
    (
        (at("milestones/1", due=DAY_2),),
        LATE,
        [
            (
                D,
                "activiteit_niet_op_tijd",
                "Mijlpaal 1.1a Lab open: klaar op 31-12-2027 → 01-03-2028, had op 01-03-2028 klaar moeten zijn en is "
                "niet gereed.",
            )
        ],
    ),
    # Ready in time, whatever its planned days became; ready later; ready on a day that nobody told.
    ((at("milestones/1", light="gereed", done_on=date(2027, 12, 31), due=DAY_2),), LATE, []),
    (
        (at("milestones/1", light="gereed", done_on=date(2028, 1, 10)),),
        LATE,
        [(R, "activiteit_verschoven", "Mijlpaal 1.1a Lab open: klaar op 31-12-2027 → gereed op 10-01-2028.")],
    ),
    ((at("milestones/1", light="gereed"),), LATE, []),
    # Without a day it is only late once the period is over.
    (
        (at("milestones/1", due=None, start=date(2027, 2, 1)),),
        date(2028, 12, 31),
        [
            (
                R,
                "activiteit_verschoven",
                "Mijlpaal 1.1a Lab open: begin 01-01-2027 → 01-02-2027, klaar op 31-12-2027 → zonder dag.",
            )
        ],
    ),
    (
        (at("milestones/1", due=None),),
        date(2029, 1, 1),
        [
            (
                D,
                "activiteit_niet_op_tijd",
                "Mijlpaal 1.1a Lab open: klaar op 31-12-2027 → zonder dag, de planperiode is op 31-12-2028 geëindigd "
                "en dit is niet gereed.",
            )
        ],
    ),
    # What was gereed when it was handed in, and is not any more.
    (
        (at("milestones/2", light="oranje"),),
        date(2027, 2, 1),
        [(R, "activiteit_verschoven", "Mijlpaal 1.1b Lab gevuld: was gereed, staat nu op oranje.")],
    ),
    ((without("milestones/1"),), TODAY, [(D, "activiteit_vervallen", "Mijlpaal 1.1a Lab open is vervallen.")]),
    (
        (without("milestones/1"), plus(Milestone(id=3, number="1.1c", title="Proef", speerpunt=1))),
        TODAY,
        [
            (
                R,
                "activiteit_vervallen",
                "Mijlpaal 1.1a Lab open is vervallen. Nieuw is hier mijlpaal 1.1c Proef.",
            ),
            (R, "activiteit_nieuw", "Mijlpaal 1.1c Proef is nieuw."),
        ],
    ),
    (
        (at("milestones/1", title="Lab dicht"),),
        TODAY,
        [(R, "activiteit_gewijzigd", "Mijlpaal 1.1a: titel ‘Lab open’ → ‘Lab dicht’.")],
    ),
]
OTHER_GOAL = (plus(Goal(id=2, number=2, text="Meer docenten")), at("speerpunten/1", goals=(1, 2)))
ACTIVITIES: list[tuple[tuple[Any, ...], list[tuple[str, str, str]]]] = [
    (
        (without("speerpunten/1", "milestones/1", "milestones/2", "veri/1", "veri/2"),),
        [(D, "activiteit_vervallen", "Speerpunt 1.1 Lab is vervallen, met 2 mijlpalen.")],
    ),
    # One of its two milestones stays, without a speerpunt.
    (
        (without("speerpunten/1", "milestones/2"), at("milestones/1", speerpunt=None)),
        [(D, "activiteit_vervallen", "Speerpunt 1.1 Lab is vervallen, met 1 mijlpaal; 1 mijlpaal staat er nog.")],
    ),
    # Its only goal has another activity since.
    (
        (without("speerpunten/1", "milestones/1", "milestones/2", "veri/1", "veri/2"), plus(LAB_2)),
        [
            (
                R,
                "activiteit_vervallen",
                "Speerpunt 1.1 Lab is vervallen, met 2 mijlpalen. Voor doel 1 is nieuw: speerpunt 1.2 Bus.",
            ),
            (R, "activiteit_nieuw", "Speerpunt 1.2 Bus is nieuw."),
        ],
    ),
    # What is new is for another goal; nothing is done for its own any more.
    (
        (
            without("speerpunten/1", "milestones/1", "milestones/2", "veri/1", "veri/2"),
            plus(Goal(id=2, number=2, text="Meer docenten"), LAB_2.changed(goals=(2,))),
        ),
        [
            (D, "doel_nieuw", "Doel 2 Meer docenten is nieuw."),
            (D, "activiteit_vervallen", "Speerpunt 1.1 Lab is vervallen, met 2 mijlpalen."),
            (R, "activiteit_nieuw", "Speerpunt 1.2 Bus is nieuw."),
        ],
    ),
    (
        OTHER_GOAL,
        [
            (D, "doel_nieuw", "Doel 2 Meer docenten is nieuw."),
            (R, "activiteit_gewijzigd", "Speerpunt 1.1: werkt aan doel ‘1’ → ‘1, 2’."),
        ],
    ),
    # The new activity names no goal itself; its theme works at goal 1.
    (
        (
            without("speerpunten/1", "milestones/1", "milestones/2", "veri/1", "veri/2"),
            at("themes/1", goals=(1,)),
            plus(LAB_2.changed(goals=())),
        ),
        [
            (
                R,
                "activiteit_vervallen",
                "Speerpunt 1.1 Lab is vervallen, met 2 mijlpalen. Voor doel 1 is nieuw: speerpunt 1.2 Bus.",
            ),
            (R, "activiteit_nieuw", "Speerpunt 1.2 Bus is nieuw."),
        ],
    ),
    # Its goal is now that of its theme: nothing changed for it, until the theme works at another one.
    ((at("themes/1", goals=(1,)), at("speerpunten/1", goals=())), []),
    (
        (
            plus(Goal(id=2, number=2, text="Meer docenten")),
            at("themes/1", goals=(2,)),
            at("speerpunten/1", goals=()),
        ),
        [
            (D, "doel_nieuw", "Doel 2 Meer docenten is nieuw."),
            (R, "activiteit_gewijzigd", "Speerpunt 1.1: werkt aan doel ‘1’ → ‘2’."),
        ],
    ),
    (
        (at("speerpunten/1", result="Twee labs."),),
        [(R, "activiteit_gewijzigd", "Speerpunt 1.1: beoogd resultaat ‘Een lab.’ → ‘Twee labs.’.")],
    ),
    (
        (phase(acts=()),),
        [(D, "activiteit_vervallen", "Speerpunt 1.1 Lab: activiteit ‘Bouwen’ in 2027 is vervallen.")],
    ),
    (
        (phase(acts=(Act(id=2, text="Huren"),)),),
        [
            (
                R,
                "activiteit_vervallen",
                "Speerpunt 1.1 Lab: activiteit ‘Bouwen’ in 2027 is vervallen. Nieuw is hier ‘Huren’.",
            ),
            (R, "activiteit_nieuw", "Speerpunt 1.1 Lab: activiteit ‘Huren’ in 2027 is nieuw."),
        ],
    ),
    (
        (phase(acts=(Act(id=1, text="Verbouwen"),)),),
        [(R, "activiteit_gewijzigd", "Speerpunt 1.1 Lab: activiteit ‘Bouwen’ → ‘Verbouwen’.")],
    ),
    (
        (at("speerpunten/1", phases=(PHASE.model_copy(update={"acts": ()}), Phase(id=2, label="2028", acts=(ACT,)))),),
        [(R, "activiteit_verschoven", "Speerpunt 1.1 Lab: activiteit ‘Bouwen’ van 2027 → 2028.")],
    ),
    (
        (phase(label="H227", start=date(2027, 7, 1)),),
        [
            (
                R,
                "activiteit_verschoven",
                "Speerpunt 1.1 Lab: periode 2027 (01-01-2027 t/m 31-12-2027) → H227 (01-07-2027 t/m 31-12-2027).",
            )
        ],
    ),
]
MONEY: list[tuple[tuple[Any, ...], list[tuple[str, str, str]]]] = [
    # € 500 goes from the machines to overhead: the whole stays € 2.400.
    (
        (at("budget/1", quantity=1.5), at("budget/2", price=900_00)),
        [
            (
                D,
                "naar_overhead",
                f"Van activiteiten naar overhead ging €{NB}500: overhead €{NB}400 → €{NB}900, "
                f"activiteiten €{NB}2.000 → €{NB}1.500.",
            ),
            (R, "geld", f"Begrotingsregel ‘Machines 2027’: €{NB}2.000 → €{NB}1.500."),
            (R, "geld", f"Begrotingsregel ‘Beheer 2028’: €{NB}400 → €{NB}900."),
        ],
    ),
    # Overhead rises by € 300, activities fall by € 1.000: € 300 was moved, and the whole falls.
    (
        (at("budget/1", quantity=1), at("budget/2", price=700_00)),
        [
            (
                D,
                "naar_overhead",
                f"Van activiteiten naar overhead ging €{NB}300: overhead €{NB}400 → €{NB}700, "
                f"activiteiten €{NB}2.000 → €{NB}1.000.",
            ),
            (R, "geld", f"Begroting in totaal: €{NB}2.400 → €{NB}1.700."),
            (R, "geld", f"Begrotingsregel ‘Machines 2027’: €{NB}2.000 → €{NB}1.000."),
            (R, "geld", f"Begrotingsregel ‘Beheer 2028’: €{NB}400 → €{NB}700."),
        ],
    ),
    # More overhead beside the same activities was not moved from them.
    (
        (at("budget/2", price=700_00),),
        [
            (R, "geld", f"Overhead €{NB}400 → €{NB}700, activiteiten €{NB}2.000 → €{NB}2.000."),
            (R, "geld", f"Begroting in totaal: €{NB}2.400 → €{NB}2.700."),
            (R, "geld", f"Begrotingsregel ‘Beheer 2028’: €{NB}400 → €{NB}700."),
        ],
    ),
    # The same line is called overhead now.
    (
        (at("budget/1", cost_kind="overhead"),),
        [
            (
                D,
                "naar_overhead",
                f"Van activiteiten naar overhead ging €{NB}2.000: overhead €{NB}400 → €{NB}2.400, "
                f"activiteiten €{NB}2.000 → €{NB}0.",
            ),
            (R, "geld", "Begrotingsregel ‘Machines 2027’: kostensoort ‘overig’ → ‘overhead’."),
        ],
    ),
    (
        (without("budget/1"), plus(BudgetLine(id=3, title="Bus", year=2027, quantity=1, price=2_000_00))),
        [
            (R, "geld", f"Begrotingsregel ‘Machines 2027’ van €{NB}2.000 is vervallen."),
            (R, "geld", f"Begrotingsregel ‘Bus 2027’ van €{NB}2.000 is nieuw."),
        ],
    ),
    # A line that went to a year of another period is not in this plan any more, and is not gone either.
    (
        (at("budget/2", year=2030), plus(NEXT_PERIOD)),
        [
            (R, "geld", f"Overhead €{NB}400 → €{NB}0, activiteiten €{NB}2.000 → €{NB}2.000."),
            (R, "geld", f"Begroting in totaal: €{NB}2.400 → €{NB}2.000."),
            (R, "geld", f"Begrotingsregel ‘Beheer 2028’ van €{NB}400 hoort niet meer bij deze planperiode."),
        ],
    ),
    (
        (at("cofinancing/1", quantity=6, status="getekend"),),
        [
            (R, "geld", f"Cofinanciering in totaal: €{NB}500 → €{NB}300."),
            (R, "geld", f"Bijdrage ‘Uren 2027’: €{NB}500 → €{NB}300, status ‘beoogd’ → ‘getekend’."),
        ],
    ),
    ((at("cofinancing/1", status="gerealiseerd", evidence="Urenstaat"),), []),
    (
        (at("cofinancing/1", status="toegezegd"),),
        [(R, "geld", "Bijdrage ‘Uren 2027’: status ‘beoogd’ → ‘toegezegd’.")],
    ),
    (
        (plus(Cofinancing(id=2, title="Ruimte", year=2028)),),
        [(R, "geld", "Bijdrage ‘Ruimte 2028’ van geen bedrag is nieuw.")],
    ),
]
PARTIES: list[tuple[tuple[Any, ...], list[tuple[str, str, str]]]] = [
    (
        (at("parties/1", status="gestopt", stopped_on=date(2027, 5, 1)), at("speerpunten/1", partners=())),
        [(R, "partner_weg", "Kompas is op 1 mei 2027 gestopt; was partner bij speerpunt 1.1.")],
    ),
    (
        (without("parties/1", "veri/1"), at("speerpunten/1", partners=()), at("cofinancing/1", party=None)),
        [
            (R, "geld", "Bijdrage ‘Uren 2027’: partij ‘Kompas’ → leeg."),
            (R, "partner_weg", "Kompas staat niet meer in het dossier; was partner bij speerpunt 1.1."),
        ],
    ),
    (
        # Merged into a party that has its name by now: under another number it is there.
        (
            without("parties/1"),
            plus(Party(id=2, name="Kompas")),
            at("veri/1", party="parties/2"),
            at("speerpunten/1", partners=({"id": 1, "party": 2},)),
            at("cofinancing/1", party=2),
        ),
        [],
    ),
    (
        # Merged into one of another name, which by now has its role, its place and its contribution.
        (
            without("parties/1"),
            plus(Party(id=2, name="Baken")),
            at("veri/1", party="parties/2"),
            at("speerpunten/1", partners=({"id": 1, "party": 2},)),
            at("cofinancing/1", party=2),
        ),
        [
            (R, "geld", "Bijdrage ‘Uren 2027’: partij ‘Kompas’ → ‘Baken’."),
            (R, "partner_weg", "Kompas is samengevoegd met Baken; was partner bij speerpunt 1.1."),
        ],
    ),
    (
        # Stopped on the day after today, as far as a report of today knows: it still takes part.
        (at("parties/1", status="gestopt", stopped_on=date(2027, 6, 16)), at("speerpunten/1", partners=())),
        [],
    ),
    (
        # Back when the plan of 2027-2028 had ended: of that plan it had stopped.
        (
            at("parties/1", absences=({"id": 1, "stopped_on": date(2027, 5, 1), "back_on": date(2029, 2, 1)},)),
            at("speerpunten/1", partners=()),
        ),
        [(R, "partner_weg", "Kompas is op 1 mei 2027 gestopt; was partner bij speerpunt 1.1.")],
    ),
    (
        # Back by 15 June, the day on which is looked: it takes part, and is no partner any more.
        (
            at("parties/1", absences=({"id": 1, "stopped_on": date(2027, 5, 1), "back_on": date(2027, 6, 15)},)),
            at("speerpunten/1", partners=()),
        ),
        [(R, "partner_weg", "Speerpunt 1.1 Lab: Kompas is geen partner meer.")],
    ),
    (
        # Away on that day, and back later: a report of that day knows only that it stopped.
        (at("parties/1", absences=({"id": 1, "stopped_on": date(2027, 6, 15), "back_on": date(2027, 6, 16)},)),),
        [(R, "partner_weg", "Kompas is op 15 juni 2027 gestopt; was partner bij speerpunt 1.1.")],
    ),
    (
        # Back by that day, or not stopped yet.
        (
            at(
                "parties/1",
                absences=(
                    {"id": 1, "stopped_on": date(2027, 5, 1), "back_on": date(2027, 6, 15)},
                    {"id": 2, "stopped_on": date(2027, 6, 16), "back_on": date(2027, 7, 1)},
                ),
            ),
        ),
        [],
    ),
    (
        # Stopped when the plan of 2027-2028 had ended: it took part in all of it.
        (at("parties/1", status="gestopt", stopped_on=date(2028, 12, 31)),),
        [],
    ),
    (
        (at("speerpunten/1", partners=()),),
        [(R, "partner_weg", "Speerpunt 1.1 Lab: Kompas is geen partner meer.")],
    ),
    ((plus(Party(id=2, name="Baken", status=PartyStatus.GETEKEND)),), []),
]


@pytest.mark.parametrize(("changes", "expected"), [*GOALS, *ACTIVITIES, *MONEY, *PARTIES])
def test_what_changed(changes: tuple[Any, ...], expected: list[tuple[str, str, str]]) -> None:
    assert told(*changes) == expected


@pytest.mark.parametrize(("changes", "today", "expected"), MILESTONES)
def test_moved_is_not_late(changes: tuple[Any, ...], today: date, expected: list[tuple[str, str, str]]) -> None:
    assert told(*changes, today=today) == expected


def test_each_period_is_compared_with_its_own_plan() -> None:
    """A goal, a line and a speerpunt that move on to 2029-2030 are not in 2027-2028 any more, and not gone."""
    before = with_records(handed_in(), NEXT_PERIOD)
    now = at("goals/1", periods=(2,))(at("speerpunten/1", periods=(2,))(before))
    before = at("goals/1", periods=(1,))(at("speerpunten/1", periods=(1,))(before))
    texts = [one.text for one in differences(before.seen_in(1), now.seen_in(1), TODAY)]
    assert texts[0] == "Doel 1 Meer leerlingen hoort niet meer bij deze planperiode."
    assert texts[1] == "Speerpunt 1.1 Lab hoort niet meer bij deze planperiode, met 2 mijlpalen."
    in_next = differences(before.seen_in(2), now.seen_in(2), TODAY)
    assert in_next[0].text == "Doel 1 Meer leerlingen is nieuw."


def test_a_difference_keeps_its_key_when_it_becomes_late() -> None:
    """So that the reason that somebody typed stays with it."""
    before = handed_in()
    now = at("milestones/1", due=DAY_2)(before)
    moved, late = (differences(before.seen_in(1), now.seen_in(1), today) for today in (DAY_2, LATE))
    assert [one.about for one in (*moved, *late)] == ["milestones/1/time"] * 2
    assert (moved[0].before, moved[0].now) == ("klaar op: 31-12-2027", "klaar op: 01-03-2028")


def test_every_difference_has_its_own_key() -> None:
    """Ten changes at once: no two share the place where a reason is kept."""
    before = handed_in()
    now = before
    for change in (
        at("goals/1", target="85", baseline="75"),
        plus(Goal(id=2, number=2, text="Meer docenten")),
        phase(label="H227", acts=(Act(id=2, text="Huren"),)),
        at("milestones/1", due=DAY_2, title="Lab dicht"),
        at("speerpunten/1", result="Twee labs.", partners=()),
        at("budget/1", quantity=1),
        at("budget/2", price=900_00),
        at("cofinancing/1", quantity=6),
        at("parties/1", status="gestopt"),
    ):
        now = change(now)
    keys = [one.about for one in differences(before.seen_in(1), now.seen_in(1), LATE)]
    assert len(keys) > 10
    assert len(set(keys)) == len(keys)


def test_acts_with_one_number_in_two_periods_are_two() -> None:
    """Each with a place of its own for a reason: what was written about the one does not come to stand at the other."""
    second = Phase(id=2, label="2028", acts=(Act(id=1, text="Huren"),))
    both, none = (at("speerpunten/1", phases=phases)(handed_in()) for phases in ((PHASE, second), ()))
    first = at("speerpunten/1", phases=(PHASE,))(handed_in())
    kept = at("speerpunten/1", phases=(PHASE, second.model_copy(update={"acts": ()})))(handed_in())

    def told(before: Dossier, now: Dossier) -> list[tuple[str, str]]:
        found = differences(before.seen_in(1), now.seen_in(1), TODAY)
        return [(one.about, one.text.partition("activiteit ")[2]) for one in found]

    huren, bouwen = "speerpunten/1/acts/2.1", "speerpunten/1/acts/1.1"
    assert told(both, kept) == [(huren, "‘Huren’ in 2028 is vervallen.")]
    assert told(kept, both) == [(huren, "‘Huren’ in 2028 is nieuw.")]
    assert told(first, both) == [(huren, "‘Huren’ in 2028 is nieuw.")]
    assert told(both, none) == [(bouwen, "‘Bouwen’ in 2027 is vervallen."), (huren, "‘Huren’ in 2028 is vervallen.")]
