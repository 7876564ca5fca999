"""How the region learns: the scholingsplan, and what it takes from others.

Sources: the plan of Almere of 2019, theme 4; Tips en tools, section 5.
"""

from typing import Annotated

from sto_tui.domain.record import Choice, EndDay, Line, Quantity, Record, Text, field, refers_to


class Training(Record):
    """One line of the scholingsplan: who learns what, when, and how many days that takes."""

    who: Line = field("Wie", "Bijvoorbeeld twee techniekdocenten per school.")
    what: Line = field("Wat", "Bijvoorbeeld bedrijfsstage of cursus lasrobot.")
    date: EndDay | None = field("Wanneer", "Bijvoorbeeld 2027, mrt 2027 of H227.", default=None)
    days: Quantity | None = field(
        "Dagen", "Van alle deelnemers samen: twaalf docenten, elk twee dagen, is 24.", default=None, low=0, high=100_000
    )
    speerpunt: Annotated[int | None, refers_to("speerpunten")] = field("Speerpunt", default=None)


class LessonKind(Choice):
    """From what the region learns. Source: Tips en tools, section 5."""

    PRAKTIJKVOORBEELD = "praktijkvoorbeeld"
    UITWISSELING = "uitwisseling"
    ONDERZOEK = "onderzoek"
    HULPMIDDEL = "hulpmiddel"


class Lesson(Record):
    """An example, an exchange or an aid, and what the region takes from it."""

    title: Line = field("Voorbeeld", "Bijvoorbeeld rijdend lab, of bezoek aan een andere regio.")
    kind: LessonKind = field("Soort", default=LessonKind.PRAKTIJKVOORBEELD)
    source: Line = field("Van wie", "De regio, school of organisatie.", default="")
    address: Line = field("Adres", "Waar het te vinden is; controleer of het nog klopt.", default="", printed=False)
    date: EndDay | None = field("Wanneer", default=None, printed=False)
    lesson: Text = field("Wat we ervan meenemen", default="")
    speerpunten: Annotated[tuple[int, ...], refers_to("speerpunten")] = field("Komt terug in", default=())
