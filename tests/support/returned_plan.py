"""A small plan with every kind of field in it, for editing its draft in Word."""

from dataclasses import replace
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import (
    Act,
    Chapter,
    ChapterText,
    Goal,
    Partner,
    Phase,
    Risk,
    Size,
    Speerpunt,
    Theme,
)
from tests.support.by_hand import dossier_with

PROSE = (
    "Wij kijken eerst naar de scholen.\n\nDaarna praten we met bedrijven:\n- in de bouw\n- in de zorg\n\n"
    "Tot slot kiezen we."
)


def returned_plan() -> Dossier:
    """Its key is that of a dossier that people share."""
    dossier = dossier_with(
        Party(id=1, name="Kompas"),
        Party(id=2, name="Bouwbedrijf De Linde"),
        Goal(id=1, number=1, text="Meer leerlingen kiezen techniek", indicator="Aantal leerlingen", target="400"),
        Theme(id=1, number=1, title="Kiezen", result="Iedereen weet wat techniek is."),
        Speerpunt(
            id=7,
            theme=1,
            number="1.1",
            title="Techniekcoaches in de klas",
            result="Alle scholen hebben een coach.",
            goals=(1,),
            partners=(Partner(id=1, party=1, role="bouwt het lab"), Partner(id=2, party=2, role="leent gereedschap")),
            phases=(
                Phase(
                    id=4,
                    label="2027",
                    start=date(2027, 1, 1),
                    end=date(2027, 12, 31),
                    acts=(
                        Act(id=1, text="Coaches werven en inwerken"),
                        Act(id=2, text="Lessen maken met bedrijven"),
                        Act(id=3, text="Ouders uitnodigen op school"),
                    ),
                ),
            ),
        ),
        Speerpunt(id=8, theme=1, number="1.2", title="Een lab voor iedereen"),
        Milestone(id=1, number="1.1a", title="Coaches zijn begonnen", speerpunt=7, due=date(2027, 6, 30)),
        Milestone(id=2, number="1.1b", title="Lessen zijn klaar", speerpunt=7, due=date(2027, 10, 31)),
        Body(id=1, name="Stuurgroep", members=(Member(id=1, party=1, person="J. Smit", role="lid"),)),
        Risk(id=1, text="Te weinig docenten", probability=Size.GROOT, measure="Samen werven", owner="A. Bos"),
        Risk(id=2, text="Het lab is te laat klaar", measure="Op tijd bestellen", note="Levertijd is lang."),
        Risk(id=3, text="Ouders kennen het niet", measure="Een avond houden"),
        ChapterText(id=1, chapter=Chapter.RISICOS, text=PROSE),
    )
    return replace(dossier, key="5d0c1c7e")
