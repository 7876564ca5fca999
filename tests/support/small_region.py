"""A region with a few parties that stand everywhere, of which the figures were worked out on paper."""

from datetime import date

from sto_tui.domain.change import Change, Occasion, carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus
from sto_tui.domain.parties import Body, Member, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Partner, Speerpunt, Tag, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.planning.parties.proposal import PartyProposal
from sto_tui.planning.proposal import ProposalLine
from tests.support.by_hand import dossier_with

TODAY = date(2027, 5, 1)
GIVEN, SIGNED, PROMISED = CofinancingStatus.GEREALISEERD, CofinancingStatus.GETEKEND, CofinancingStatus.TOEGEZEGD


def role(number: int, row: str, party: str, code: str) -> Veri:
    return Veri(id=number, row=Ref.parse(row), party=Ref.parse(party), code=VeriCode(code))


def gives(number: int, party: int | None, euros: int, status: CofinancingStatus, **more: object) -> Cofinancing:
    values = {"title": f"Bijdrage {number}", "year": 2027, "form": CofinancingForm.GELD, "speerpunt": 1, **more}
    return Cofinancing.model_validate(
        {"id": number, "party": party, "quantity": 1.0, "rate": euros * 100, "status": status, **values}
    )


NORTH = Party(id=1, name="Noord College", short="NC", kind=PartyKind.VMBO, status=PartyStatus.GETEKEND)
SOUTH = Party(id=2, name="Zuid College", short="ZC", kind=PartyKind.VMBO, status=PartyStatus.GETEKEND)
MBO = Party(id=3, name="mbo College Almere", short="MCA", kind=PartyKind.MBO, status=PartyStatus.GETEKEND)
JANSEN = Party(id=4, name="Jansen bv", kind=PartyKind.BEDRIJF, status=PartyStatus.GETEKEND)
VISSER = Party(id=5, name="Visser bv", kind=PartyKind.BEDRIJF, status=PartyStatus.TOEGEZEGD)
GONE = Party(id=6, name="Weg School", kind=PartyKind.VMBO, status=PartyStatus.GESTOPT, stopped_on=date(2027, 1, 1))

REGION: tuple[Record, ...] = (
    NORTH,
    SOUTH,
    MBO,
    JANSEN,
    VISSER,
    GONE,
    Body(
        id=1,
        name="Stuurgroep",
        members=(
            Member(id=1, party=1, person="de directeur", role="voorzitter"),
            Member(id=2, party=4, person="de eigenaar"),
        ),
    ),
    Theme(id=1, number=1, title="Labs", lead=1),
    Theme(id=2, number=2, title="Mensen", lead=3),
    Speerpunt(
        id=1,
        theme=1,
        number="1.1",
        title="Lab",
        tags=(Tag.MBO, Tag.BEDRIJVEN),
        partners=(
            Partner(id=1, party=1, role="één docent"),
            Partner(id=2, party=2, role="twee docenten"),
            Partner(id=3, party=4),
            Partner(id=4, party=5, role="een machine"),
        ),
    ),
    Speerpunt(id=2, theme=2, number="2.1", title="Stage", tags=(Tag.PO,), partners=(Partner(id=1, party=3),)),
    Milestone(id=1, number="1.1a", title="Lab open", speerpunt=1, due=date(2027, 9, 30)),
    Milestone(id=2, number="1.1b", title="Lab besteld", speerpunt=1, light=Stoplicht.GEREED, done_on=date(2027, 3, 1)),
    role(1, "milestones/1", "parties/1", "E"),
    role(2, "milestones/1", "parties/2", "V"),
    role(3, "milestones/1", "parties/4", "I"),
    role(4, "milestones/2", "parties/1", "V"),
    role(5, "speerpunten/2", "parties/3", "V"),
    Answer(id=1, question=1, text="Het lab", party=1),
    BudgetLine(id=1, title="Lab", theme=1, year=2027, quantity=1, price=900_00),
    gives(1, 4, 60, SIGNED, evidence="contract"),
    gives(2, 5, 40, PROMISED),
)


def region(*more: Record) -> Dossier:
    return dossier_with(*REGION, *more, subsidy_max=2_000_00, subsidy=1_000_00)


def on(dossier: Dossier) -> Occasion:
    return Occasion(dossier, TODAY, "jan")


def told(line: ProposalLine) -> str:
    """`Partner: speerpunt 1.1 Lab → Zuid College`."""
    return f"{line.group}: {line.about} → {line.ways[line.start].label}"


def with_way(proposal: PartyProposal, about: str, label: str) -> tuple[int, ...]:
    """The proposed ways, but this one for the line about something."""
    chosen = list(proposal.proposed)
    (place,) = [place for place, line in enumerate(proposal.lines) if about in f"{line.group}: {line.about}"]
    chosen[place] = [way.label for way in proposal.lines[place].ways].index(label)
    return tuple(chosen)


def done(dossier: Dossier, change: Change) -> Dossier:
    return carried_out(dossier, change)
