"""The region, its plan periods and its deadlines."""

from datetime import date
from typing import Annotated

from sto_tui.domain.periods import add_months
from sto_tui.domain.record import (
    Cents,
    Choice,
    EndDay,
    Line,
    PastDay,
    Record,
    StartDay,
    Text,
    field,
    refers_to,
)


class RegionKind(Choice):
    """The two kinds of region of the regulation 2025-2028."""

    TECHNIEKREGIO = "techniekregio"
    TECHNIEKLUW = "techniekluw", "techniekluwe regio"


class TechniekDefinition(Choice):
    """What counts as techniek in the figures. Source: monitor Techniekpact and the STO questions of 2018."""

    HARD3 = "hard3", "BWI, PIE en M&T"
    TECHNIEKPACT5 = "techniekpact5", "BWI, PIE, M&T, MVI en MaT (monitor Techniekpact)"
    OWN = "own", "eigen definitie"


class HolidayRegion(Choice):
    """The three regions in which schools have their holidays. Source: ministry of education, vakantiespreiding."""

    NOORD = "noord"
    MIDDEN = "midden"
    ZUID = "zuid"


class Region(Record):
    """The region profile; a dossier has exactly one."""

    name: Line = field("Regio", "De naam van de regio, zonder het woord regio.")
    dusi_number: Line = field("DUS-I-nummer", "Het registratienummer van DUS-I.", default="")
    kind: RegionKind | None = field("Soort regio", default=None)
    lead_school: Line = field("Penvoerder", "De school of het bestuur dat de subsidie aanvraagt.", default="")
    programme_manager: Line = field("Programmamanager", default="")
    place: Line = field("Plaats", default="")
    holiday_region: HolidayRegion | None = field(
        "Vakantieregio",
        "Van deze regio staan de schoolvakanties in de tijdlijn; eigen dagen schrijf je bij Vrije dagen.",
        default=None,
    )
    contact: Line = field("Contact", "E-mail of telefoon; komt op het voorblad.", default="")
    subsidy_max: Cents | None = field(
        "Maximale subsidie", "Voor alle jaren van de regeling, uit bijlage 3.", default=None
    )
    minimum_cofinancing: float | None = field(
        "Minimum cofinanciering",
        "In procenten. Leeg: 10, en 7,5 voor jaren tot en met 2024.",
        default=None,
        low=0,
        high=90,
    )
    above_name: Line = field(
        "Naam van het niveau boven een thema",
        "Hoe de regio noemt waar thema’s onder vallen, bijvoorbeeld pijler. Leeg: programmalijn.",
        default="",
    )
    theme_name: Line = field(
        "Naam van een thema", "Hoe de regio een thema noemt, bijvoorbeeld actielijn.", default="thema"
    )
    theme_plural: Line = field(
        "Meervoud van thema", "Hoe de regio thema’s noemt; mag leeg blijven bij een gewoon woord.", default=""
    )
    speerpunt_name: Line = field("Naam van een speerpunt", "Bijvoorbeeld activiteit.", default="speerpunt")
    speerpunt_plural: Line = field(
        "Meervoud van speerpunt", "Hoe de regio speerpunten noemt; mag leeg blijven bij een gewoon woord.", default=""
    )
    vision_statement: Text = field(
        "Visie in het kort",
        "Waar staat de regio voor? Eén of twee zinnen. Geldt voor elke planperiode zonder eigen visie.",
        default="",
    )
    ambition: Text = field(
        "Ambitie", "Wat wil de regio bereiken? Geldt voor elke planperiode zonder eigen ambitie.", default=""
    )
    definition_of_techniek: TechniekDefinition = field(
        "Definitie van techniek", "Staat bij elk cijfer.", default=TechniekDefinition.TECHNIEKPACT5
    )
    most_due_per_quarter: int = field(
        "Mijlpalen per partij per kwartaal",
        "Meer dan dit in één kwartaal geeft een melding.",
        default=5,
        low=1,
        high=99,
        printed=False,
    )
    most_consulted: int = field(
        "Raadplegen per rij",
        "Meer R’s dan dit in één rij van de VERI-matrix geeft een tip.",
        default=6,
        low=1,
        high=99,
        printed=False,
    )
    most_informed: int = field(
        "Informeren per rij",
        "Meer I’s dan dit in één rij van de VERI-matrix geeft een tip.",
        default=10,
        low=1,
        high=99,
        printed=False,
    )


class PeriodDetail(Choice):
    """How far a plan period is worked out."""

    OUTLINE = "outline", "op hoofdlijnen"
    DETAILED = "detailed", "uitgewerkt"


class PlanStatus(Choice):
    """How far the plan of a period is: with those who adopt it, and then at DUS-I.

    Whether the period has begun or is over follows from its days.
    """

    CONCEPT = "concept"
    VOORGELEGD = "voorgelegd"
    VASTGESTELD = "vastgesteld"
    INGEDIEND = "ingediend"
    TOEGEKEND = "toegekend"

    @property
    def is_handed_in(self) -> bool:
        """Whether it went to DUS-I."""
        return self in (PlanStatus.INGEDIEND, PlanStatus.TOEGEKEND)


_MADE_FOR = 18
"""Months in which a plan is made before it begins."""


class PlanPeriod(Record):
    """A period for which a plan is handed in. Source: Tips en tools, section 6."""

    label: Line = field("Planperiode", "Bijvoorbeeld 2027-2028.")
    start: StartDay = field("Begin")
    end: EndDay = field("Einde")
    detail: PeriodDetail = field("Uitwerking", default=PeriodDetail.DETAILED, printed=False)
    submit_by: EndDay | None = field("Uiterlijk indienen", default=None, printed=False)
    current: bool = field("Hierover gaat het plan", "Tijdlijn en concept gaan over deze periode.", default=False)
    subsidy: Cents | None = field(
        "Subsidie voor deze periode",
        "Alleen als de periode korter is dan die van de maximale subsidie, of bij een eerdere regeling hoort.",
        default=None,
    )
    version: Line = field("Versie van het plan", "Bijvoorbeeld 0.3; komt op het voorblad.", default="")
    plan_date: EndDay | None = field(
        "Datum van het plan", "Leeg: de dag waarop het concept wordt gemaakt.", default=None
    )
    plan_status: PlanStatus = field(
        "Status van het plan", "Staat op het voorblad en boven elke bladzijde.", default=PlanStatus.CONCEPT
    )
    adopted_by: Annotated[int | None, refers_to("bodies")] = field(
        "Vastgesteld door",
        "Het orgaan dat het plan vaststelt; ook de onderdelen van de visie en de doelen.",
        default=None,
    )
    adopted_on: PastDay | None = field("Vastgesteld op", "De dag waarop het plan is vastgesteld.", default=None)
    granted_on: PastDay | None = field("Toegekend op", "De dag van de beschikking.", default=None)
    vision_statement: Text = field("Visie in het kort", "Leeg: die van het regioprofiel.", default="")
    ambition: Text = field("Ambitie", "Leeg: die van het regioprofiel.", default="")
    closed: bool = field(
        "Afgesloten", "Alles is verantwoord; de periode is er nog om te lezen.", default=False, printed=False
    )

    def ended_before(self, day: date) -> bool:
        """Whether it is over on this day."""
        return self.end < day

    @property
    def made_from(self) -> date:
        """The day from which its plan is made: a year and a half before it begins."""
        return add_months(self.start, -_MADE_FOR)

    @property
    def is_adopted(self) -> bool:
        """Whether the plan was adopted; one that is further may never have been."""
        return self.plan_status is PlanStatus.VASTGESTELD or (
            self.plan_status.is_handed_in and self.adopted_on is not None
        )


def is_marked_period(record: Record | None) -> bool:
    """Whether it is a plan period with the mark that the plan is about it."""
    return isinstance(record, PlanPeriod) and record.current


class DeadlineKind(Choice):
    """Who set a deadline."""

    NATIONAL = "national", "landelijk"
    REGION = "region", "regio"


class Deadline(Record):
    """A date that has to be met. Source of the national ones: Tips en tools, section 6."""

    title: Line = field("Termijn", "Wat moet er klaar zijn?")
    date: EndDay = field("Datum")
    kind: DeadlineKind = field("Soort", default=DeadlineKind.REGION, printed=False)
    source: Line = field("Bron", default="", printed=False)
    done: bool = field("Gedaan", default=False)


class FreeDay(Record):
    """A day or a stretch of days on which the region does not work, beside weekends and public holidays."""

    title: Line = field(
        "Vrije dag of vakantie",
        "Bijvoorbeeld Studiedag of Meivakantie; een landelijke vakantie met die naam vervalt in dat schooljaar.",
    )
    start: StartDay = field("Eerste dag")
    end: EndDay | None = field("Laatste dag", "Leeg: alleen de eerste dag.", default=None)
    source: Line = field("Bron", default="", printed=False)

    @property
    def ends_before_it_begins(self) -> bool:
        """Whether its days are the wrong way round."""
        return self.end is not None and self.end < self.start
