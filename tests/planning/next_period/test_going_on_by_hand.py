"""Why each thing goes on, what stays behind and what a goal begins with, worked out on paper."""

from datetime import date

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Decision, DecisionKind
from sto_tui.domain.milestones import Dependency, Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Goal, GoalOutcome, Partner, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.next_period.carrying_over import begun
from sto_tui.planning.next_period.derived import source_of_roles
from sto_tui.planning.next_period.left_behind import left_behind
from sto_tui.planning.next_period.proposal import next_period
from sto_tui.planning.next_period.reached import Reached, reached_value
from sto_tui.planning.next_period.what_went_on import what_went_on
from tests.support.by_hand import dossier_with

OLD = PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31), current=True)
NEW = PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31))
AFTER_FIRST = (Dependency(id=1, milestone=1),)


def goal(number: int, **values: object) -> Goal:
    return Goal.model_validate({"id": number, "number": number, "text": f"D{number}", "periods": (1,), **values})


def decided(number: int, kind: DecisionKind, *becomes: str) -> Decision:
    refs = tuple(Ref.parse(address) for address in becomes)
    return Decision(id=number, text=f"B{number}", kind=kind, becomes=refs, period=1)


def milestone(number: int, start: date, due: date, **values: object) -> Milestone:
    record = {"id": number, "number": f"M{number}", "title": "Stap", "theme": 1, "start": start, "due": due, **values}
    return Milestone.model_validate(record)


PLAN = dossier_with(
    OLD,
    goal(1, still_ambition=True, outcome=GoalOutcome.GEHAALD),
    goal(2, still_ambition=False),
    goal(3, outcome=GoalOutcome.DEELS),
    goal(4, reformulated_as=5),
    goal(5),
    goal(6, still_ambition=False),
    goal(7),
    goal(8),
    Theme(id=1, number=1, title="Kiezen", periods=(1,)),
    # From November to January is two months: 31 October 2028 becomes 31 December, the last day, and November does not.
    milestone(1, date(2026, 11, 2), date(2026, 11, 20)),
    milestone(2, date(2028, 10, 2), date(2028, 10, 31), after=AFTER_FIRST),
    milestone(3, date(2028, 10, 2), date(2028, 11, 30), after=AFTER_FIRST),
    milestone(4, date(2026, 12, 1), date(2026, 12, 30)),
    decided(1, DecisionKind.BEHOUDEN, "goals/6", "goals/7"),
    decided(2, DecisionKind.STOPPEN, "goals/7", "goals/8"),
    decided(3, DecisionKind.AANPASSEN, "goals/6"),
)


@pytest.mark.parametrize(
    ("address", "goes_on", "reason"),
    [
        ("goals/1", True, "nog steeds de ambitie"),
        ("goals/2", False, "niet langer de ambitie"),
        ("goals/3", True, "deels gehaald"),
        ("goals/4", False, "al geherformuleerd als doel 5"),
        # What was decided comes before what was filled in.
        ("goals/6", True, "besluiten: behouden en aanpassen"),
        ("goals/7", True, "besluiten: behouden en stoppen; kies zelf"),
        ("goals/8", False, "besluit: stoppen"),
        ("milestones/1", True, "staat op niet gestart; schuift 2 maanden"),
        ("milestones/2", True, "staat op niet gestart; schuift 2 maanden"),
        ("milestones/3", True, "staat op niet gestart; schuift, tot het einde van de periode"),
        ("milestones/4", True, "staat op niet gestart; schuift 1 maand"),
    ],
)
def test_why_it_goes_on(address: str, goes_on: bool, reason: str) -> None:
    item = next(item for item in next_period(PLAN, "2027-2028").items if str(item.ref) == address)
    assert (item.goes_on, item.reason) == (goes_on, reason)


def ready(number: int, speerpunt: int) -> Milestone:
    return Milestone(id=number, number=f"{number}", title="Klaar", speerpunt=speerpunt, light=Stoplicht.GEREED)


BOTH = dossier_with(
    OLD,
    NEW,
    Theme(id=1, number=1, title="Van beide", periods=(1, 2)),
    Theme(id=2, number=2, title="Van toen", periods=(1,)),
    Speerpunt(id=1, theme=1, number="1.1", title="Van beide"),
    Speerpunt(id=2, theme=2, number="2.1", title="Een"),
    Speerpunt(id=3, theme=2, number="2.2", title="Twee"),
    Speerpunt(id=4, theme=2, number="2.3", title="Vertraagd"),
    ready(1, 2),
    ready(2, 3),
    ready(3, 3),
    ready(4, 4),
    Milestone(id=5, number="5", title="Open", speerpunt=4),
    Milestone(id=6, number="6", title="Later", speerpunt=1, due=date(2027, 6, 30)),
    milestone(7, date(2026, 8, 3), date(2026, 8, 31), theme=None, speerpunt=1, after=(Dependency(id=1, milestone=6),)),
)


def test_what_became_of_it_and_why() -> None:
    """2.1 has one milestone and 2.2 has two, all gereed; of 2.3 one is open."""
    assert [(part.number, part.became, part.why) for part in what_went_on(BOTH.seen_in(2))] == [
        ("1", "Loopt door", ""),
        ("1.1", "Loopt door", ""),
        ("2", "Gaat niet door", ""),
        ("2.1", "Afgerond", "De enige mijlpaal is gereed."),
        ("2.2", "Afgerond", "Alle mijlpalen zijn gereed."),
        ("2.3", "Gaat niet door", ""),
    ]


def test_what_waits_on_a_milestone_of_both_periods_goes_on_waiting() -> None:
    proposal = next_period(BOTH, "2027-2028")
    assert Ref("milestones", 7) in proposal.proposed
    assert left_behind(BOTH, proposal, proposal.proposed) == ()


def stopped(number: int) -> Party:
    return Party(id=number, name=f"Bedrijf {number}", status=PartyStatus.GESTOPT)


def role(number: int, party: int, **values: object) -> Veri:
    address = Ref("milestones", 1)
    record = {"id": number, "row": address, "party": Ref("parties", party), "code": VeriCode.INFORMEREN, **values}
    return Veri.model_validate(record)


@pytest.mark.parametrize(
    ("parties", "sentence"),
    [
        ((8,), "1 rol gaat niet mee: Bedrijf 8 is gestopt."),
        ((8, 9), "2 rollen gaan niet mee: Bedrijf 8 en Bedrijf 9 zijn gestopt."),
    ],
)
def test_roles_of_who_stopped(parties: tuple[int, ...], sentence: str) -> None:
    dossier = dossier_with(
        OLD,
        Theme(id=1, number=1, title="Kiezen", periods=(1,)),
        milestone(1, date(2026, 11, 2), date(2026, 11, 30)),
        *map(stopped, parties),
        *(role(number, number) for number in parties),
    )
    proposal = next_period(dossier, "2027-2028")
    assert left_behind(dossier, proposal, proposal.proposed) == (sentence,)


def series(*points: tuple[str, int, float, bool]) -> tuple[Point, ...]:
    return tuple(
        Point(id=number, label=label, year=year, value=value, prognosis=prognosis)
        for number, (label, year, value, prognosis) in enumerate(points, 1)
    )


@pytest.mark.parametrize(
    ("reached", "points", "expected"),
    [
        ("12%", (("", 2025, 410, False),), Reached("12%", 2026)),
        ("", (("", 2025, 410, False), ("", 2026, 431, False)), Reached("431 leerlingen", 2026)),
        # A prognosis was not measured, and 2024 and 2027 are of another plan.
        ("", (("", 2025, 410, False), ("", 2026, 431, True)), Reached("410 leerlingen", 2025)),
        ("", (("", 2024, 400, False), ("", 2027, 500, False)), Reached("", 2026)),
        # Of 2026 one school is not known, so only 200 + 210 of 2025 is the whole.
        (
            "",
            (("A", 2025, 200, False), ("B", 2025, 210, False), ("A", 2026, 220, False)),
            Reached("410 leerlingen", 2025),
        ),
        # How much it changed is no value to begin from.
        ("14% meer", (), Reached("", 2026)),
    ],
)
def test_what_a_goal_begins_with(
    reached: str, points: tuple[tuple[str, int, float, bool], ...], expected: Reached
) -> None:
    figure = Indicator(id=1, title="Instroom", unit="leerlingen", series=series(*points))
    looked_at = goal(1, figure=1, reached=reached, reached_year=2026)
    dossier = dossier_with(OLD, figure, looked_at)
    assert reached_value(dossier, dossier.of(Goal)[1], OLD) == expected


@pytest.mark.parametrize(("reached", "source"), [("431", "DUO"), ("", "")])
def test_a_source_goes_along_with_its_value(reached: str, source: str) -> None:
    dossier = dossier_with(OLD, goal(1, reached=reached, source="DUO"))
    assert [copy.source for copy in begun_whole(dossier).seen_in().of(Goal).values()] == [source]


def begun_whole(dossier: Dossier) -> Dossier:
    proposal = next_period(dossier, "2027-2028")
    return carried_out(dossier, begun(dossier, proposal, proposal.proposed)).whole


def test_of_one_party_where_its_roles_come_from() -> None:
    """The role of 1 was carried over; that of 2 was read from the text of this plan."""
    dossier = dossier_with(
        OLD,
        *(Party(id=number, name=f"School {number}") for number in (1, 2)),
        Theme(id=1, number=1, title="Kiezen", periods=(1,)),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab", partners=(Partner(id=1, party=1),)),
        milestone(1, date(2026, 11, 2), date(2026, 11, 30)),
        role(1, 1, derived=True),
    )
    new = begun_whole(dossier).seen_in()
    (copy,) = new.of(Veri).values()
    own = copy.changed(id=99, rev=0, party=Ref("parties", 2))
    both = new.with_tables({"veri": {copy.id: copy, own.id: own}})
    assert source_of_roles(both, Ref("parties", 1)) == "het plan van 2025-2026"
    assert source_of_roles(both, Ref("parties", 2)) == "de tekst van het plan"
    assert source_of_roles(both) == "de tekst van het plan en het plan van 2025-2026"
