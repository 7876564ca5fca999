"""What a plan offers beside a dossier, worked out by hand."""

from sto_tui.domain.plan import Goal
from sto_tui.domain.region import Region
from sto_tui.intake.plan_document.offers import offers_of
from sto_tui.intake.plan_document.written_plan import WrittenGoal, WrittenPlan
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
    (told,) = offered.not_understood
    assert told.place == "alinea 2"
    assert told.reason == "in het dossier is dit hetzelfde als ‘Meer leerlingen kiezen techniek’ in het plan; dat telt"
