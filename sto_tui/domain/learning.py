"""How people in the region learn: the scholingsplan. Source: the plan of Almere of 2019, theme 4."""

from typing import Annotated

from sto_tui.domain.record import EndDay, Line, Quantity, Record, field, refers_to


class Training(Record):
    """One line of the scholingsplan: who learns what, when, and how many days that takes."""

    who: Line = field("Wie", "Bijvoorbeeld twee techniekdocenten per school.")
    what: Line = field("Wat", "Bijvoorbeeld bedrijfsstage of cursus lasrobot.")
    date: EndDay | None = field("Wanneer", "Bijvoorbeeld 2027, mrt 2027 of H227.", default=None)
    days: Quantity | None = field(
        "Dagen", "Van alle deelnemers samen: twaalf docenten, elk twee dagen, is 24.", default=None, low=0, high=100_000
    )
    speerpunt: Annotated[int | None, refers_to("speerpunten")] = field("Speerpunt", default=None)
