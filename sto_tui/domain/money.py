"""The budget (price times quantity) and what companies put in. Source: the STO budget formats."""

from decimal import Decimal
from typing import Annotated

from sto_tui.domain.dutch import rounded
from sto_tui.domain.record import Cents, Choice, Line, Quantity, Record, Text, Year, field, refers_to


class CostKind(Choice):
    """Kinds of cost."""

    INTERN_PERSONEEL = "intern_personeel", "intern personeel"
    EXTERN_PERSONEEL = "extern_personeel", "extern personeel"
    MATERIEEL = "materieel"
    AFSCHRIJVING = "afschrijving"
    SCHOLING = "scholing"
    OVERIG = "overig"
    OVERHEAD = "overhead"


def _product(quantity: float | None, price: int | None) -> int | None:
    """Quantity times price in euro cents, half a cent up; None while one of the two is missing."""
    return None if quantity is None or price is None else int(rounded(Decimal(repr(quantity)) * price))


class BudgetLine(Record):
    """One line of the budget."""

    title: Line = field("Post", "Waarvoor?")
    theme: Annotated[int | None, refers_to("themes")] = field("Thema", default=None)
    speerpunt: Annotated[int | None, refers_to("speerpunten")] = field("Speerpunt", default=None)
    year: Year = field("Jaar")
    cost_kind: CostKind = field("Kostensoort", default=CostKind.OVERIG)
    quantity: Quantity | None = field("Aantal", default=None)
    unit: Line = field("Eenheid", "Bijvoorbeeld uur.", default="", printed=False)
    price: Cents | None = field("Prijs per eenheid", "In euro, bijvoorbeeld 12.500,50.", default=None)
    eligible: bool = field("Subsidiabel", "Mag dit van de subsidie? Zo niet, dan telt het niet mee.", default=True)
    note: Text = field("Toelichting", default="")

    @property
    def total(self) -> int | None:
        """Quantity times price in euro cents; None while one of the two is missing."""
        return _product(self.quantity, self.price)


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
    unit: Line = field("Eenheid", "Bijvoorbeeld uur.", default="", printed=False)
    rate: Cents | None = field("Tarief per eenheid", "In euro, bijvoorbeeld 50.", default=None)
    status: CofinancingStatus = field(
        "Status", "Wat beoogd is, telt nog niet mee voor het minimum.", default=CofinancingStatus.BEOOGD
    )
    evidence: Line = field("Bewijs", "Bijvoorbeeld een getekende overeenkomst.", default="")

    @property
    def total(self) -> int | None:
        """Quantity times rate in euro cents; None while one of the two is missing."""
        return _product(self.quantity, self.rate)
