"""Parties in the region, and the bodies that steer and do the work."""

from datetime import date
from typing import Annotated, Self

from sto_tui.domain.record import Choice, Line, Part, PastDay, Record, Text, field, refers_to
from sto_tui.domain.region import PlanPeriod


class PartyKind(Choice):
    """Kinds of party. Source: Tips en tools, section 1; the regulation's own list."""

    VMBO = "vmbo"
    MBO = "mbo"
    PO = "po"
    PRO = "pro"
    VSO = "vso"
    HAVO_VWO = "havo_vwo", "havo/vwo"
    HBO = "hbo"
    BEDRIJF = "bedrijf"
    BRANCHE = "branche", "brancheorganisatie"
    NETWERK = "netwerk", "bedrijvennetwerk"
    GEMEENTE = "gemeente"
    PROVINCIE = "provincie"
    OVERIG = "overig"

    @property
    def is_company(self) -> bool:
        """Whether it belongs to the companies that contribute: a company, or an organisation or network of them."""
        return self in (PartyKind.BEDRIJF, PartyKind.BRANCHE, PartyKind.NETWERK)


class VmboKind(Choice):
    """Whether a vmbo has profiles in techniek, or others to which techniek is near. Source: plans of other regions."""

    TECHNIEK = "techniek"
    TECHNIEKVERWANT = "techniekverwant"


class Layer(Choice):
    """Layers inside an organisation that the tips ask to involve."""

    DIRECTIE = "directie"
    TEAMLEIDER = "teamleider"
    DOCENT = "docent"
    BELEID = "beleid"
    UITVOERING = "uitvoering"


class Involvement(Choice):
    """In which part of the work a party takes part. Source: Tips en tools, section 1."""

    EVALUATIE = "evaluatie"
    PLANVORMING = "planvorming"
    UITVOERING = "uitvoering"


class PartyStatus(Choice):
    """How firm the party's commitment is."""

    BEOOGD = "beoogd"
    TOEGEZEGD = "toegezegd"
    GETEKEND = "getekend"
    GESTOPT = "gestopt"


class Party(Record):
    """A school, company, authority or other organisation that takes part."""

    one_value = (("status", "stopped_on"),)

    name: Line = field("Naam", "Zoals de partij zichzelf noemt.")
    short: Line = field(
        "Afkorting", "Twee tot vier letters; de kop van de kolom in de VERI-matrix.", default="", printed=False
    )
    kind: PartyKind = field("Soort", default=PartyKind.OVERIG)
    vmbo_kind: VmboKind | None = field("Soort vmbo", "Alleen voor een vmbo-school.", default=None)
    deelregio: Line = field("Deelregio", "Alleen als de regio uit delen bestaat.", default="")
    layer: tuple[Layer, ...] = field("Lagen die meedoen", default=())
    involved_in: tuple[Involvement, ...] = field("Doet mee aan", default=())
    status: PartyStatus = field("Status", default=PartyStatus.BEOOGD)
    agreed_on: PastDay | None = field("Akkoord op", default=None)
    stopped_on: PastDay | None = field("Gestopt op", "De laatste dag waarop de partij meedeed.", default=None)
    contact: Line = field("Contact", "Functie is genoeg; een naam hoeft niet.", default="")
    note: Text = field("Toelichting", default="", printed=False)
    veri_order: int = field("Plaats in de VERI-matrix", "Lager staat verder naar links.", default=0, low=0, high=999)
    veri_hidden: bool = field("Niet in de VERI-matrix", default=False)

    @property
    def takes_part(self) -> bool:
        """Whether it has not stopped."""
        return self.status is not PartyStatus.GESTOPT

    def takes_part_to_the_end(self, plan: PlanPeriod | None) -> bool:
        """Whether it did not stop before a plan ended: who stopped later was part of that plan to the end."""
        return self.takes_part or (plan is not None and self.stopped_on is not None and self.stopped_on >= plan.end)

    def agreed_later_than(self, plan: PlanPeriod | None) -> bool:
        """Whether its agreement is of after a plan: it tells nothing of that plan."""
        return plan is not None and self.agreed_on is not None and self.agreed_on > plan.end

    def status_in(self, plan: PlanPeriod | None) -> PartyStatus | None:
        """Its status in a plan; None where it stopped or agreed when that was over: only the later one is kept."""
        is_later = self.takes_part_to_the_end(plan) and not self.takes_part
        return None if is_later or self.agreed_later_than(plan) else self.status

    def settled_after(self, before: Self | None, day: date | None = None) -> Self:
        """Only who stopped has a day on which that was; a day that is filled in says that it stopped."""
        took_part = before is None or before.takes_part
        if not self.takes_part:
            is_new = took_part and self.stopped_on is None
            return self.model_copy(update={"stopped_on": day}) if is_new else self
        if self.stopped_on is None:
            return self
        if took_part and self.stopped_on != (before.stopped_on if before else None):
            return self.model_copy(update={"status": PartyStatus.GESTOPT})
        return self.model_copy(update={"stopped_on": None})

    def settled_between(self, base: Self, mine: Self, theirs: Self) -> tuple[Self, tuple[str, ...]]:
        """A day on which it stopped and a status that says it takes part cannot both stay."""
        return self, () if self.stopped_on is None or not self.takes_part else ("stopped_on",)


class Member(Part):
    """A seat in a body."""

    party: Annotated[int | None, refers_to("parties")] = field("Partij", default=None)
    person: Line = field("Persoon of functie", default="")
    role: Line = field("Rol", "Bijvoorbeeld voorzitter.", default="")


class Body(Record):
    """A body of the organisation: stuurgroep, adviesraad, projectleider, werkgroep."""

    name: Line = field("Orgaan", "Bijvoorbeeld stuurgroep.")
    short: Line = field(
        "Afkorting", "Twee tot vier letters; de kop van de kolom in de VERI-matrix.", default="", printed=False
    )
    task: Text = field("Taak", "Bijvoorbeeld: beslist over doelen, voortgang en geld.", default="")
    members: tuple[Member, ...] = field("Leden", default=())
    size: int | None = field("Aantal leden", default=None, low=0, high=10_000)
    meets: int | None = field("Keer per jaar bijeen", default=None, low=0, high=366)
    chair: Line = field("Voorzitter", default="")
    authority: Text = field("Bevoegdheid", "Waarover mag dit orgaan beslissen?", default="")
    parent: Annotated[int | None, refers_to("bodies")] = field(
        "Valt onder", "Het orgaan dat dit aanstuurt.", default=None
    )
    theme: Annotated[int | None, refers_to("themes")] = field("Hoort bij thema", default=None)
    veri_order: int = field("Plaats in de VERI-matrix", "Lager staat verder naar links.", default=0, low=0, high=999)
    veri_hidden: bool = field("Niet in de VERI-matrix", default=False)
