"""The regiovisie: its sections, and the figures it rests on. Source: Tips en tools, section 3."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import model_validator

from sto_tui.domain.agreement import lapsed, lapsed_between
from sto_tui.domain.counting import Counting, CountingRule, counting_sentences
from sto_tui.domain.record import Choice, Line, Part, PastDay, Quantity, Record, Text, Year, field, refers_to
from sto_tui.domain.region import TechniekDefinition
from sto_tui.domain.text import full_stop_after


class VisionSection(Record):
    """One section of the regiovisie: what it said, what happens now, and the new text."""

    order: int = field("Volgorde", default=1, low=1, high=999)
    section: Line = field("Onderdeel")
    previous: Text = field("Vorige tekst", "Wat er in de vorige regiovisie stond.", default="", printed=False)
    now: Text = field("Wat gebeurt er nu", default="")
    goes_well: Text = field("Wat gaat goed", default="")
    can_be_better: Text = field("Wat kan beter", default="")
    text: Text = field("Nieuwe tekst", default="")
    period: Annotated[int | None, refers_to("periods")] = field(
        "Planperiode", "In welk plan deze tekst staat.", default=None
    )
    agreed_on: PastDay | None = field(
        "Vastgesteld op", "Vervalt als de nieuwe tekst verandert.", default=None, printed=False
    )

    agreed_by: Annotated[int | None, refers_to("bodies")] = field(
        "Vastgesteld door", "Het orgaan; vervalt met de dag.", default=None, printed=False
    )

    def settled_after(self, before: Self | None, day: date | None = None) -> Self:
        """A text that was changed has not been agreed on."""
        return self.model_copy(update=lapsed(before, self, _AGREED_WORDS))

    def settled_between(self, base: Self, mine: Self, theirs: Self) -> tuple[Self, tuple[str, ...]]:
        """A text of both sides together is one that nobody agreed on."""
        return self.model_copy(update=lapsed_between(self, (mine, theirs), _AGREED_WORDS)), ()


_AGREED_WORDS = ("text",)


class IndicatorKind(Choice):
    """Kinds of figures."""

    PROGNOSE = "prognose"
    INSTROOM = "instroom", "instroom per profiel"
    DOORSTROOM = "doorstroom", "doorstroom naar mbo"
    ARBEIDSMARKT = "arbeidsmarkt"
    OTHER = "other", "anders"


class Point(Part):
    """One figure of a series; masked counts have a lowest and a highest possible value instead of a value."""

    label: Line = field("Reeks", "Bijvoorbeeld PIE, of leeg bij één reeks.", default="")
    year: Year = field("Jaar")
    value: Quantity | None = field("Waarde", default=None)
    value_min: Quantity | None = field("Laagst mogelijk", "Alleen bij een afgeschermd aantal.", default=None)
    value_max: Quantity | None = field("Hoogst mogelijk", "Alleen bij een afgeschermd aantal.", default=None)
    prognosis: bool = field("Prognose", default=False)

    @model_validator(mode="after")
    def _range_in_order(self) -> "Point":
        if self.value_min is not None and self.value_max is not None and self.value_min > self.value_max:
            raise ValueError("laagst mogelijk is hoger dan hoogst mogelijk")
        return self


class Indicator(Record):
    """A figure with its source and reference date."""

    title: Line = field("Cijfer")
    kind: IndicatorKind = field("Soort", default=IndicatorKind.OTHER)
    unit: Line = field("Eenheid", "Bijvoorbeeld leerlingen.", default="")
    source: Line = field("Bron", default="")
    url: Line = field("Webadres", default="")
    reference_date: PastDay | None = field("Peildatum", default=None)
    definition: TechniekDefinition | None = field(
        "Wat telt als techniek", "Leeg: de definitie van de regio.", default=None
    )
    baseline_year: Year | None = field(
        "Vergelijken met", "Het jaar waartegen de verandering wordt getoond.", default=None
    )
    file: Line = field("Bestand", "Waaruit de waarden zijn overgenomen.", default="")
    file_hash: Line = field(
        "Vingerafdruk",
        "SHA-256 per bestand, in dezelfde volgorde; bij veel bestanden de eerste 16 tekens.",
        default="",
        hidden=True,
        printed=False,
    )
    series: tuple[Point, ...] = field("Waarden", default=())
    countings: tuple[Counting, ...] = field(
        "Tellingen van DUO", "Welke jaren over welke vestigingen zijn geteld.", default=(), hidden=True
    )
    counting_rules: tuple[CountingRule, ...] = field("Bij de telling", default=(), hidden=True)
    note: Text = field("Toelichting", default="")

    @property
    def counting_note(self) -> str:
        """What is to be known of the counts of DUO, in one paragraph."""
        return " ".join(counting_sentences(self.countings, self.counting_rules))

    def as_shown(self, name: str) -> Any:
        """The note with what is to be known of the counts of DUO after what people wrote."""
        ours = self.counting_note
        if name != "note" or not ours:
            return super().as_shown(name)
        own = self.note.strip()
        return f"{own}{full_stop_after(own)} {ours}" if own else ours
