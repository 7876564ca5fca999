"""Who steers whom, who is not involved yet, and risks by kans and impact, worked out by hand."""

from datetime import date

import pytest

from sto_tui.documents.decision_list import about
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.parties import Body, Involvement, Layer, Member, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Risk, Size
from sto_tui.domain.record import Ref
from sto_tui.planning.invitations import comes_to
from sto_tui.planning.parties.involvement import layers_without, not_involved
from sto_tui.planning.risk_grid import in_cell, risks_by_cell
from sto_tui.planning.steering import steered
from tests.support.by_hand import dossier_with

TODAY = date(2027, 5, 1)
EVERY = tuple(Involvement)


def test_bodies_stand_under_the_one_that_steers_them() -> None:
    group = Body(id=11, name="werkgroep", parent=12)
    team = Body(id=12, name="team", parent=13)
    steering = Body(id=13, name="stuurgroep")
    council = Body(id=14, name="raad", parent=99)
    placed = [(body.name, depth) for body, depth in steered(dossier_with(group, team, steering, council))]
    assert placed[-4:] == [("stuurgroep", 0), ("team", 1), ("werkgroep", 2), ("raad", 0)]


def test_a_ring_of_bodies_is_shown() -> None:
    dossier = dossier_with(Body(id=11, name="team", parent=12), Body(id=12, name="groep", parent=11))
    assert [depth for body, depth in steered(dossier) if body.id in (11, 12)] == [0, 0]


@pytest.mark.parametrize(
    ("values", "who"),
    [
        # A meeting of nobody in particular is for all; one of a body for that body, and for who has a seat in it.
        ({}, [True, True, True, True]),
        ({"body": 1}, [True, False, True, False]),
        ({"body": 2}, [False, False, False, True]),
        # Whoever was invited or came is expected beside them, and a body with somebody in it who was.
        ({"invited": (2,)}, [False, True, False, False]),
        ({"present": (1,)}, [True, False, True, False]),
        ({"body": 2, "invited": (2,)}, [False, True, False, True]),
    ],
)
def test_who_comes_to_a_meeting(values: dict[str, object], who: list[bool]) -> None:
    """Noord has a seat in the stuurgroep, Jinc nowhere, and nobody has one in the raad."""
    parties = (Party(id=1, name="Noord College"), Party(id=2, name="Jinc"))
    bodies = (Body(id=1, name="stuurgroep", members=(Member(id=1, party=1),)), Body(id=2, name="raad"))
    meeting = Meeting.model_validate({"id": 1, "title": "Overleg", **values})
    refs = [Ref("parties", 1), Ref("parties", 2), Ref("bodies", 1), Ref("bodies", 2)]
    assert [comes_to(dossier_with(*parties, *bodies, meeting), meeting, ref) for ref in refs] == who


def test_kinds_that_miss_a_phase_are_named() -> None:
    parties = (
        Party(id=1, name="A", kind=PartyKind.VMBO, involved_in=EVERY, layer=(Layer.DIRECTIE, Layer.DOCENT)),
        Party(id=2, name="B", kind=PartyKind.MBO, involved_in=(Involvement.UITVOERING,)),
        Party(id=3, name="C", kind=PartyKind.NETWERK, involved_in=EVERY),
        Party(id=4, name="D", kind=PartyKind.PO, involved_in=EVERY, status=PartyStatus.GESTOPT),
        Party(id=5, name="E", kind=PartyKind.GEMEENTE, involved_in=EVERY),
    )
    dossier = dossier_with(*parties)
    assert [(lacking.kind.value, lacking.phases, lacking.is_there) for lacking in not_involved(dossier)] == [
        ("mbo", (Involvement.EVALUATIE, Involvement.PLANVORMING), True),
        ("po", EVERY, False),
        ("pro", EVERY, False),
        ("vso", EVERY, False),
    ]
    assert layers_without(dossier) == [Layer.TEAMLEIDER, Layer.BELEID, Layer.UITVOERING]


def test_risks_stand_in_the_cell_of_their_kans_and_impact() -> None:
    large = Risk(id=1, text="A", probability=Size.GROOT, impact=Size.GROOT)
    small = Risk(id=2, text="B", probability=Size.KLEIN, impact=Size.GROOT)
    cells = risks_by_cell((large, small, large))
    assert cells == {(Size.GROOT, Size.GROOT): [1, 3], (Size.KLEIN, Size.GROOT): [2]}
    assert (in_cell([1, 3], 13), in_cell([], 13), in_cell([*range(10, 16)], 13)) == ("1, 3", "·", "6 risico’s")
    # `1, 2, 3, 4, 5` has thirteen signs; one of two figures more has fourteen.
    assert (in_cell([*range(1, 6)], 13), in_cell([1, 2, 3, 4, 10], 13)) == ("1, 2, 3, 4, 5", "5 risico’s")


def test_the_list_of_decisions_says_who_came() -> None:
    parties = (Party(id=1, name="Noord College"), Party(id=2, name="Jinc"))
    meeting = Meeting(
        id=1, title="Terugblik", date=date(2027, 1, 2), invited=(1, 2), present=(1,), attendees="43 mensen."
    )
    dossier = dossier_with(*parties, meeting.changed(attendees="43 mensen."))
    assert dict(about(dossier, TODAY))["Aanwezig"] == ["43 mensen. Partijen: Noord College"]
