"""What the region tells, to whom and when. Source: the plan of Almere of 2019, communicatieplan."""

from typing import Annotated

from sto_tui.domain.record import EndDay, Line, Record, Text, field, refers_to


class Communication(Record):
    """One thing that is told: to whom, what, by which means, when and by whom."""

    audience: Line = field("Doelgroep", "Bijvoorbeeld ouders, bedrijven, schoolleiders of gemeenten.")
    message: Text = field("Boodschap", "Wat moeten zij weten of gaan doen?")
    means: Line = field("Middel", "Bijvoorbeeld nieuwsbrief, open dag of feestelijk moment.", default="")
    date: EndDay | None = field("Wanneer", default=None)
    owner: Line = field("Wie", "Eén persoon of functie.", default="")
    milestone: Annotated[int | None, refers_to("milestones")] = field(
        "Bij mijlpaal", "De mijlpaal of het snelle resultaat dat hiermee wordt verteld of gevierd.", default=None
    )
