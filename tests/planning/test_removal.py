"""What a removal takes along and what stays, counted by hand."""

from sto_tui.domain.change import removing
from sto_tui.domain.milestones import Dependency, Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.planning.removal import removal_in
from tests.support.by_hand import dossier_with

FIRST = Milestone(id=1, number="1.1", title="Lab klaar")
SECOND = Milestone(id=2, number="1.2", title="Lab open", after=(Dependency(milestone=1),))
PARTY = Party(id=1, name="Jinc", kind="bedrijf")
ROLE = Veri(id=1, row=Ref("milestones", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK)


def test_roles_go_along_and_what_waits_stays() -> None:
    dossier = dossier_with(FIRST, SECOND, PARTY, ROLE)
    removal = removal_in(dossier, removing(dossier, FIRST))
    assert removal.along == (Ref("veri", 1),)
    assert removal.loose == (Ref("milestones", 2),)
    assert list(removal.told(dossier)) == [
        "Gaat mee weg (1 regel):",
        dossier.name(Ref("veri", 1)),
        "Blijft, en staat dan los hiervan (1 regel):",
        dossier.name(Ref("milestones", 2)),
    ]
    assert removal.said == "; 1 regel ging mee weg; 1 regel staat nu los"


def test_a_light_that_goes_back_with_a_line_of_the_log_hangs_on_nothing() -> None:
    lit = FIRST.changed(light=Stoplicht.ORANJE)
    entry = Progress(id=1, milestone=1, date="2027-01-01", light=Stoplicht.ORANJE, note="Traag")
    dossier = dossier_with(lit, entry)
    assert not removal_in(dossier, removing(dossier, entry)).touches_others
