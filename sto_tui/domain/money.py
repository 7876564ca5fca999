"""The budget (price times quantity), what was spent of it, and what companies put in.

Source: the STO budget formats; for spending and what was realised the questions about progress reports on the STO site.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from sto_tui.domain.dutch import rounded
from sto_tui.domain.periods import add_months
from sto_tui.domain.record import (
    Cents,
    Choice,
    Line,
    PastDay,
    Quantity,
    Record,
    StartDay,
    Text,
    Unit,
    Year,
    field,
    refers_to,
)


class CostKind(Choice):
    """Kinds of cost."""

    INTERN_PERSONEEL = "intern_personeel", "intern personeel"
    EXTERN_PERSONEEL = "extern_personeel", "extern personeel"
    MATERIEEL = "materieel"
    AFSCHRIJVING = "afschrijving"
    SCHOLING = "scholing"
    OVERIG = "overig"
    OVERHEAD = "overhead"


def product(quantity: float | None, price: int | None) -> int | None:
    """Quantity times price in euro cents, half a cent up; None while one of the two is missing."""
    return None if quantity is None or price is None else int(rounded(Decimal(repr(quantity)) * price))


class Equipment(Record):
    """A machine or other equipment, of which only the depreciation is a cost.

    Source: the rule of 2020-2023 for equipment: real economic life, real use for the project; whether it still holds is
    to be checked.
    """

    title: Line = field("Apparaat", "Bijvoorbeeld robotarm, of inrichting van een lab.")
    purchase: Cents = field("Aanschaf", "In euro, bijvoorbeeld 24.600.", low=0)
    in_use_from: StartDay = field("In gebruik vanaf", "Die maand telt helemaal mee.")
    life: Annotated[int, Unit("maand", "maanden")] = field(
        "Levensduur in maanden", "De economische levensduur, ook na de planperiode.", low=1, high=600
    )
    share_of_use: float = field(
        "Deel voor het project",
        "In procenten: hoeveel het voor het project wordt gebruikt.",
        default=100,
        low=0,
        high=100,
    )
    evidence: Line = field("Onderbouwing van de waarde", "Bijvoorbeeld een offerte of factuur.", default="")

    @property
    def written_off_on(self) -> date:
        """The last day of its economic life."""
        return add_months(self.in_use_from.replace(day=1), self.life) - timedelta(days=1)


class BudgetLine(Record):
    """One line of the budget."""

    number: Line = field("Regelnummer", "Het nummer waaronder de administratie boekt, bijvoorbeeld 101.", default="")
    title: Line = field("Post", "Waarvoor?")
    theme: Annotated[int | None, refers_to("themes")] = field("Thema", default=None)
    speerpunt: Annotated[int | None, refers_to("speerpunten")] = field("Speerpunt", default=None)
    year: Year = field("Jaar")
    cost_kind: CostKind = field("Kostensoort", default=CostKind.OVERIG)
    quantity: Quantity | None = field("Aantal", default=None)
    unit: Line = field("Eenheid", "Bijvoorbeeld uur.", default="", printed=False)
    price: Cents | None = field("Prijs per eenheid", "In euro, bijvoorbeeld 12.500,50.", default=None)
    eligible: bool = field("Subsidiabel", "Mag dit van de subsidie? Zo niet, dan telt het niet mee.", default=True)
    granted: Cents | None = field("Toegekend", "In euro. Leeg: het bedrag van de regel zelf.", default=None)
    equipment: Annotated[int | None, refers_to("equipment")] = field(
        "Apparaat", "Bij afschrijving: van welk apparaat.", default=None, printed=False
    )
    note: Text = field("Toelichting", default="")

    @property
    def total(self) -> int | None:
        """Quantity times price in euro cents; None while one of the two is missing."""
        return product(self.quantity, self.price)

    @property
    def to_spend(self) -> int:
        """What may be spent on it in euro cents: what was granted, else its amount; nothing while it has none."""
        return (self.total or 0) if self.granted is None else self.granted


class Payment(Record):
    """Something that was spent on a budget line; below zero it is money that came back.

    Source: questions about plans on the STO site: the date of the invoice decides the year.
    """

    budget_line: Annotated[int, refers_to("budget")] = field("Begrotingsregel", "Regelnummer of post.")
    date: PastDay = field("Datum", "De datum van de factuur.")
    amount: Cents = field("Bedrag", "In euro. Wat terugkwam staat onder nul, met een toelichting.")
    note: Line = field("Toelichting", default="", printed=False)
    source: Line = field("Bron", "Bijvoorbeeld het nummer van de factuur of het boekstuk.", default="", printed=False)


class CofinancingForm(Choice):
    """In what form a company contributes."""

    GELD = "geld"
    UREN = "uren"
    MATERIAAL = "materiaal"
    RUIMTE = "ruimte"


class CofinancingStatus(Choice):
    """How firm a contribution is."""

    BEOOGD = "beoogd"
    TOEGEZEGD = "toegezegd"
    GETEKEND = "getekend"
    GEREALISEERD = "gerealiseerd"


class Cofinancing(Record):
    """A contribution of a party to a speerpunt in one year."""

    party: Annotated[int | None, refers_to("parties")] = field("Partij", default=None)
    title: Line = field("Bijdrage", default="")
    theme: Annotated[int | None, refers_to("themes")] = field("Thema", default=None)
    speerpunt: Annotated[int | None, refers_to("speerpunten")] = field("Speerpunt", default=None)
    year: Year = field("Jaar")
    form: CofinancingForm = field("Vorm", default=CofinancingForm.UREN)
    quantity: Quantity | None = field("Aantal", default=None)
    unit: Line = field("Eenheid", "Bijvoorbeeld uur.", default="")
    rate: Cents | None = field("Tarief per eenheid", "In euro, bijvoorbeeld 50.", default=None)
    status: CofinancingStatus = field(
        "Status", "Wat beoogd is, telt nog niet mee voor het minimum.", default=CofinancingStatus.BEOOGD
    )
    evidence: Line = field("Bewijs", "Bijvoorbeeld een getekende overeenkomst.", default="")

    @property
    def total(self) -> int | None:
        """Quantity times rate in euro cents; None while one of the two is missing."""
        return product(self.quantity, self.rate)


class Realised(Record):
    """What a party really put in of a contribution, with what proves it.

    Source: questions about progress reports on the STO site: the end report accounts for the cofinancing.
    """

    contribution: Annotated[int, refers_to("cofinancing")] = field("Bijdrage")
    date: PastDay = field("Datum", "De dag waarop het geleverd is.")
    amount: Cents = field("Bedrag", "In euro. Een correctie staat onder nul, met een toelichting.")
    evidence: Line = field("Bewijs", "Bijvoorbeeld een urenlijst of factuur.", default="")
    note: Line = field("Toelichting", default="", printed=False)
