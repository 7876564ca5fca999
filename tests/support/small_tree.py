"""A plan of two themes that fits on a page, for the acts of the tree; what they do to it was worked out on paper."""

from datetime import date

from sto_tui.domain.change import Occasion
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CostKind
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Act, Facility, Goal, Partner, Phase, Risk, Speerpunt, Tag, Theme
from sto_tui.domain.record import Record, Ref
from tests.support.by_hand import dossier_with

DAY = date(2027, 5, 1)

RECORDS: tuple[Record, ...] = (
    Party(id=1, name="Noord College", short="NC", kind=PartyKind.VMBO),
    Party(id=2, name="Jansen bv", kind=PartyKind.BEDRIJF),
    Goal(id=1, number=1, text="Meer leerlingen in de techniek", target="500 leerlingen", target_year=2028),
    Goal(id=2, number=2, text="Docenten kennen het werk"),
    Theme(id=1, number=1, title="Labs", lead=1, facilities=(Facility(id=1, name="Lab Noord"),)),
    Theme(id=2, number=2, title="Mensen"),
    Speerpunt(
        id=1,
        theme=1,
        number="1.1",
        title="Lab op school",
        result="Een lab dat draait, zie 1.2.",
        goals=(1, 2),
        tags=(Tag.PO,),
        partners=(Partner(id=1, party=1, role="lokaal"), Partner(id=2, party=2, role="machines")),
        phases=(
            Phase(id=1, label="2027", acts=(Act(id=1, text="Lokaal kiezen"), Act(id=2, text="Lab inrichten"))),
            Phase(id=2, label="2028", acts=(Act(id=1, text="Lab openen"),)),
        ),
    ),
    Speerpunt(
        id=2,
        theme=1,
        number="1.2",
        title="Lab in de wijk",
        goals=(1,),
        tags=(Tag.MBO,),
        partners=(Partner(id=1, party=2, role="bus"),),
        phases=(Phase(id=1, label="2027", acts=(Act(id=1, text="Bus kopen"),)),),
    ),
    Speerpunt(id=3, theme=2, number="2.1", title="Docenten op stage", goals=(2,)),
    Speerpunt(id=4, theme=2, number="2.2", title="Nog te bedenken"),
    Milestone(id=1, speerpunt=1, number="1.1a", title="Lokaal gekozen"),
    Milestone(
        id=2, speerpunt=1, number="1.1b", title="Lab open", after=(Dependency(id=1, milestone=1, lag_days=7),), goal=2
    ),
    Milestone(id=3, speerpunt=2, number="1.2a", title="Bus rijdt", after=(Dependency(id=1, milestone=2),)),
    Milestone(id=4, theme=2, number="2a", title="Teams gevraagd"),
    Milestone(id=5, speerpunt=3, number="2.1a", title="Eerste stage", goal=1),
    Milestone(id=6, number="9", title="Los eind"),
    Veri(id=1, row=Ref("speerpunten", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
    Veri(id=2, row=Ref("milestones", 3), party=Ref("parties", 2), code=VeriCode.EINDVERANTWOORDELIJK),
    Veri(id=3, row=Ref("speerpunten", 2), party=Ref("parties", 1), code=VeriCode.RAADPLEGEN),
    BudgetLine(id=1, title="Docenturen", speerpunt=1, year=2027, quantity=10, price=5000, cost_kind=CostKind.OVERIG),
    Cofinancing(id=1, title="Machines", party=2, speerpunt=1, year=2027, quantity=1, rate=100000),
    Risk(id=1, text="De bus komt te laat (speerpunt 1.2, mijlpaal 1.2a)", measure="Zie 1.1 en 1.10; kosten € 1.2 mln"),
)


def small_tree(*more: Record, **region: object) -> Dossier:
    """The plan, with more records when a case asks for them."""
    return dossier_with(*RECORDS, *more, **region)


def occasion(dossier: Dossier) -> Occasion:
    return Occasion(dossier, DAY)
