"""What a plan offers beside a dossier, worked out by hand."""

from datetime import date

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import Act, Goal, Partner, Phase, ResultMeasure, Speerpunt, Theme
from sto_tui.domain.region import Region
from sto_tui.intake.plan_document.offers import offers_of
from sto_tui.intake.plan_document.proposing import PlanFile, proposal_of
from sto_tui.intake.plan_document.written_plan import (
    WrittenBody,
    WrittenGoal,
    WrittenMember,
    WrittenPhase,
    WrittenPlan,
    WrittenSpeerpunt,
    WrittenTheme,
)
from tests.support.by_hand import dossier_with


def test_two_pieces_that_are_one_record_change_it_once_and_the_second_is_told() -> None:
    """One is it by its name, the other by its number with a name much like it."""
    dossier = dossier_with(Region(id=1, name="Delta"), Goal(id=1, number=1, text="Meer leerlingen kiezen techniek"))
    goals = [
        WrittenGoal("alinea 1", 2, "Meer leerlingen kiezen techniek", target="500"),
        WrittenGoal("alinea 2", 1, "Meer leerlingen kiezen de techniek", target="900"),
    ]
    offered = offers_of(WrittenPlan(goals=goals), dossier)
    (offer,) = offered.offers
    assert isinstance(offer.after, Goal)
    assert (offer.after.id, offer.after.target) == (1, "500")
    reason = "in het dossier is dit hetzelfde als ‘Meer leerlingen kiezen techniek’ in het plan; dat telt"
    assert [(told.place, told.text, told.reason) for told in offered.not_understood] == [
        ("alinea 2", "Meer leerlingen kiezen de techniek", reason),
        ("alinea 2", "900", reason),
    ]


def test_speerpunten_of_one_title_are_as_many_as_their_numbers() -> None:
    """A title with a number that was there already has no place, and all that stands in it is told."""
    themes = [WrittenTheme("kop 1", 1, "Instroom"), WrittenTheme("kop 2", 2, "Doorstroom")]
    points = [
        WrittenSpeerpunt(
            f"rij {row}", theme, number, "Bus", partners=[f"ROC {row}"], phases=[WrittenPhase("2027", [act])]
        )
        for row, theme, number, act in ((1, 1, "1.1", "Kopen"), (2, 2, "2.1", "Rijden"), (3, 2, "2.1", "Verven"))
    ]
    plan = WrittenPlan(themes=themes, speerpunten=points)
    empty = dossier_with(Region(id=1, name="Delta"))
    offered = offers_of(plan, empty)
    assert [offer.caption for offer in offered.offers if isinstance(offer.after, Speerpunt)] == ["1.1 Bus", "2.1 Bus"]
    assert [told.text for told in offered.not_understood] == ["2.1", "Bus", "ROC 3", "2027: Verven"]
    taken = carried_out(empty, proposal_of(PlanFile("plan.docx", plan), empty, date(2026, 11, 29)).intake.change)
    assert [offer.caption for offer in offers_of(plan, taken).offers] == []


BUS = Speerpunt(
    id=1,
    theme=1,
    number="1.1",
    title="Bus",
    result="Een bus die rijdt.",
    measures=(ResultMeasure(id=1, indicator="ritten", baseline="10"),),
    partners=(Partner(id=1, party=1, role="twee docenten"), Partner(id=2, role="ouders")),
    phases=(Phase(id=1, label="2027", start=date(2027, 2, 1), acts=(Act(id=2, text="Kopen"),)),),
    goals=(1,),
)
STUURGROEP = Body(id=1, name="stuurgroep", task="Besluit.", members=(Member(id=1, party=1, person="Els"),))
THERE = dossier_with(
    Region(id=1, name="Delta"),
    Goal(id=1, number=1, text="Meer leerlingen", target="500"),
    Theme(id=1, number=1, title="Instroom"),
    Party(id=1, name="ROC Noord"),
    BUS,
    STUURGROEP,
)


def bus(**values: object) -> WrittenPlan:
    point = WrittenSpeerpunt("alinea 2", 1, "1.1", "Bus")
    for name, value in values.items():
        setattr(point, name, value)
    return WrittenPlan(themes=[WrittenTheme("alinea 1", 1, "Instroom")], speerpunten=[point])


def goal(*, target: str = "", baseline: str = "") -> WrittenPlan:
    return WrittenPlan(goals=[WrittenGoal("alinea 1", 1, "Meer leerlingen", baseline=baseline, target=target)])


@pytest.mark.parametrize(
    ("plan", "replaced"),
    [
        (bus(result=["Een lab."]), ("Beoogd resultaat",)),
        (bus(result=["Een bus die rijdt.", "En een lab."]), ()),
        (bus(partners=["ROC Noord"]), ("Betrokken partners",)),
        (bus(partners=["ROC Noord", "ouders", "Philips"]), ()),
        (bus(partners=["ROC Noord: één docent", "ouders"]), ("Betrokken partners",)),
        (bus(phases=[WrittenPhase("2027", ["Rijden"])]), ("Activiteiten per periode",)),
        (bus(phases=[WrittenPhase("Najaar 2027", ["Kopen"])]), ("Activiteiten per periode",)),
        (bus(measures=["ritten", "leerlingen"]), ()),
        (bus(measures=["leerlingen"]), ("Te meten aan",)),
        (goal(target="900"), ("Streefwaarde",)),
        (goal(baseline="100"), ()),
        (WrittenPlan(bodies=[WrittenBody("kop", "Stuurgroep", ["Kiest."])]), ("Taak",)),
        (WrittenPlan(bodies=[WrittenBody("kop", "Stuurgroep", ["Besluit."], meets=4)]), ()),
        (WrittenPlan(bodies=[WrittenBody("kop", "Stuurgroep", members=[WrittenMember("ROC Noord", role="lid")])]), ()),
        (WrittenPlan(bodies=[WrittenBody("kop", "Stuurgroep", members=[WrittenMember("Philips")])]), ("Leden",)),
    ],
)
def test_what_replaces_something_of_the_dossier_is_only_taken_on_purpose(
    plan: WrittenPlan, replaced: tuple[str, ...]
) -> None:
    """Adding to what is there takes nothing away, and what the plan does not say stays."""
    offers = [offer for offer in offers_of(plan, THERE).offers if offer.before is not None]
    assert [offer.replaced for offer in offers] == [replaced]
    file = PlanFile("plan.docx", plan)
    left = proposal_of(file, THERE, date(2026, 11, 29))
    changed = {type(edit.after) for edit in left.intake.change.edits if edit.before is not None}
    assert (changed == set()) == bool(replaced)
    on_purpose = proposal_of(file, THERE, date(2026, 11, 29), [offer.number for offer in left.offers])
    taken = carried_out(THERE, on_purpose.intake.change)
    assert offers_of(plan, taken).offers == ()
