"""Parties in the region, and the bodies that steer and do the work."""

from typing import Annotated

from sto_tui.domain.record import Choice, Line, Part, PastDay, Record, Text, field, refers_to


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

    name: Line = field("Naam", "Zoals de partij zichzelf noemt.")
    short: Line = field(
        "Afkorting", "Twee tot vier letters; de kop van de kolom in de VERI-matrix.", default="", printed=False
    )
    kind: PartyKind = field("Soort", default=PartyKind.OVERIG)
    layer: tuple[Layer, ...] = field("Lagen die meedoen", default=())
    involved_in: tuple[Involvement, ...] = field("Doet mee aan", default=())
    status: PartyStatus = field("Status", default=PartyStatus.BEOOGD)
    agreed_on: PastDay | None = field("Akkoord op", default=None)
    contact: Line = field("Contact", "Functie is genoeg; een naam hoeft niet.", default="")
    note: Text = field("Toelichting", default="", printed=False)
    veri_order: int = field("Plaats in de VERI-matrix", "Lager staat verder naar links.", default=0, low=0, high=999)
    veri_hidden: bool = field("Niet in de VERI-matrix", default=False)


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
    task: Text = field("Taak", default="")
    members: tuple[Member, ...] = field("Leden", default=())
    size: int | None = field("Aantal leden", default=None, low=0, high=10_000)
    meets: int | None = field("Keer per jaar bijeen", default=None, low=0, high=366)
    chair: Line = field("Voorzitter", default="")
    authority: Text = field("Bevoegdheid", "Waarover mag dit orgaan beslissen?", default="")
    veri_order: int = field("Plaats in de VERI-matrix", "Lager staat verder naar links.", default=0, low=0, high=999)
    veri_hidden: bool = field("Niet in de VERI-matrix", default=False)
