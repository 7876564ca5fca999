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


class Absence(Part):
    """A time in which a party did not take part: it had stopped, and came back."""

    stopped_on: PastDay = field("Gestopt op", "De laatste dag waarop de partij meedeed.")
    back_on: PastDay | None = field("Weer mee sinds", default=None)
    agreed_on: PastDay | None = field("Akkoord daarvóór", "Het akkoord dat toen verviel.", default=None)


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
    absences: tuple[Absence, ...] = field("Eerder gestopt", "Staat er vanzelf als een partij weer meedoet.", default=())
    contact: Line = field("Contact", "Functie is genoeg; een naam hoeft niet.", default="")
    note: Text = field("Toelichting", default="", printed=False)
    veri_order: int = field("Plaats in de VERI-matrix", "Lager staat verder naar links.", default=0, low=0, high=999)
    veri_hidden: bool = field("Niet in de VERI-matrix", default=False)

    @property
    def takes_part(self) -> bool:
        """Whether it has not stopped."""
        return self.status is not PartyStatus.GESTOPT

    def as_of(self, plan: PlanPeriod | None) -> Self:
        """The party as a plan knew it: what came back when that was over had only stopped, or was still to stop."""
        later = [gap for gap in self.absences if plan and gap.back_on and gap.back_on > plan.end]
        first = min(later, key=lambda gap: gap.stopped_on, default=None)
        if first is None:
            return self
        stopped = {"status": PartyStatus.GESTOPT, "stopped_on": first.stopped_on, "agreed_on": first.agreed_on}
        return self.model_copy(update={**stopped, "absences": ()})

    def takes_part_to_the_end(self, plan: PlanPeriod | None) -> bool:
        """Whether it did not stop before a plan ended: who stopped later was part of that plan to the end."""
        then = self.as_of(plan)
        return then.takes_part or (plan is not None and then.stopped_on is not None and then.stopped_on >= plan.end)

    def away_since(self, day: date) -> date | None:
        """Since when it was away at the end of a day, of who had come back after that; None when it was not."""
        return next(
            (gap.stopped_on for gap in self.absences if gap.back_on and gap.stopped_on <= day < gap.back_on), None
        )

    def agreed_later_than(self, plan: PlanPeriod | None) -> bool:
        """Whether its agreement is of after a plan: it tells nothing of that plan."""
        agreed = self.as_of(plan).agreed_on
        return plan is not None and agreed is not None and agreed > plan.end

    def status_in(self, plan: PlanPeriod | None) -> PartyStatus | None:
        """Its status in a plan; None where it stopped or agreed when that was over: only the later one is kept."""
        then = self.as_of(plan)
        is_later = self.takes_part_to_the_end(plan) and not then.takes_part
        return None if is_later or self.agreed_later_than(plan) else then.status

    def settled_after(self, before: Self | None, day: date | None = None) -> Self:
        """Only who stopped has a day on which that was; a day that is filled in says that it stopped.

        Of who takes part again that day goes on as an absence, and its agreement is of then.
        """
        took_part = before is None or before.takes_part
        if before and not took_part and self.takes_part and before.stopped_on:
            return self._back_after(before, before.stopped_on, day)
        if not self.takes_part:
            is_new = took_part and self.stopped_on is None
            return self.model_copy(update={"stopped_on": day}) if is_new else self
        if self.stopped_on is None:
            return self
        if took_part and self.stopped_on != (before.stopped_on if before else None):
            return self.model_copy(update={"status": PartyStatus.GESTOPT})
        return self.model_copy(update={"stopped_on": None})

    def _back_after(self, before: Self, stopped_on: date, day: date | None) -> Self:
        """Since its new agreement, else since the day; who is back by the day on which it stopped was never away."""
        since = self.agreed_on if self.agreed_on != before.agreed_on and self.agreed_on else day
        if since is not None and since <= stopped_on:
            return self.model_copy(update={"stopped_on": None})
        number = max((gap.id for gap in self.absences), default=0) + 1
        gap = Absence(id=number, stopped_on=stopped_on, back_on=since, agreed_on=before.agreed_on)
        agreed = None if self.status is PartyStatus.BEOOGD else since or self.agreed_on
        return self.model_copy(update={"stopped_on": None, "agreed_on": agreed, "absences": (*self.absences, gap)})

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
