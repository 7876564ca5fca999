"""What those who steer decide in their meetings, apart from the decisions of the evaluation.

Source: the plan of Almere of 2019, chapter 5: the stuurgroep decides on goals, progress and money.
"""

from typing import Annotated

from sto_tui.domain.record import Line, PastDay, Record, Text, field, refers_to


class Resolution(Record):
    """A decision of the stuurgroep, taken in one of its meetings."""

    text: Text = field("Besluit", "Eén zin: wat is er besloten?")
    date: PastDay | None = field("Datum", "De dag van de vergadering.", default=None)
    session: Annotated[int | None, refers_to("sessions")] = field(
        "Vergadering", "Alleen als die bij de bijeenkomsten staat.", default=None
    )
    number: Line = field("Nr", "Zoals 2027-3. Leeg: het volgende van het jaar van de vergadering.", default="")
