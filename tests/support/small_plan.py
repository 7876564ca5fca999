"""A plan with one of each, filled in; what a test takes out of it is all that it lacks."""

from datetime import date
from functools import cache
from typing import Any

from sto_tui.content.library import subjects
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Action, Answer, AnswerKind, Decision
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, Payment, Realised
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Act, Chapter, ChapterText, Goal, Partner, Phase, Risk, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod, RegionKind
from sto_tui.domain.tables import TABLES
from sto_tui.domain.vision import Indicator, Point, VisionSection
from sto_tui.planning.new_dossier import new_dossier

TODAY = date(2027, 6, 15)


def empty_plan() -> Dossier:
    """A region and a period, and nothing else."""
    began = new_dossier("Proefland", "2027-2028")
    kept = {name: began.tables[name] for name in ("region", "periods")}
    return Dossier({name: kept.get(name, {}) for name in TABLES})


@cache
def whole_plan() -> Dossier:
    """One of each."""
    began = empty_plan()
    tags = tuple(subject.tag for subject in subjects())
    phase = Phase(id=1, label="2027", start=date(2027, 1, 1), end=date(2027, 12, 31), acts=(Act(id=1, text="Bouwen"),))
    records: list[Record] = [
        began.region.changed(
            lead_school="Kompas",
            kind=RegionKind.TECHNIEKREGIO,
            programme_manager="Anja",
            ambition="Meer.",
            subsidy_max=100_000_00,
        ),
        *(period.changed(subsidy=50_000_00) for period in began.of(PlanPeriod).values()),
        Party(id=1, name="Kompas"),
        Body(id=1, name="Stuurgroep", task="Beslist."),
        Answer(id=1, question=1, text="Het lab", kind=AnswerKind.SUCCES, votes=2),
        Answer(id=2, question=1, text="De bus", kind=AnswerKind.VERBETERPUNT),
        Decision(id=1, text="Het lab blijft", why="Het werkt.", becomes=(Ref("goals", 1),)),
        Action(id=1, text="Bel de school", owner="Anja", due=date(2027, 9, 1)),
        VisionSection(id=1, section="Aanbod", text="Alle profielen blijven."),
        Indicator(id=1, title="Instroom", source="DUO", series=(Point(id=1, year=2026, value=80),)),
        Goal(id=1, number=1, text="Meer leerlingen", baseline="80", baseline_year=2026, target="90", target_year=2028),
        Theme(id=1, number=1, title="Kiezen", result="Meer keuze."),
        Speerpunt(
            id=1,
            theme=1,
            number="1.1",
            title="Lab",
            result="Een lab.",
            partners=(Partner(id=1, party=1),),
            phases=(phase,),
            goals=(1,),
            tags=tags,
        ),
        Milestone(
            id=1,
            number="1.1a",
            title="Lab open",
            speerpunt=1,
            start=date(2027, 1, 1),
            due=date(2027, 12, 31),
            light=Stoplicht.ORANJE,
        ),
        Veri(id=1, row=Ref("milestones", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
        Veri(id=2, row=Ref("milestones", 1), party=Ref("bodies", 1), code=VeriCode.EINDVERANTWOORDELIJK),
        Progress(id=1, milestone=1, date=date(2027, 3, 1), light=Stoplicht.ORANJE, note="De aannemer is laat."),
        Risk(id=1, text="Te weinig docenten", measure="Werven."),
        BudgetLine(id=1, title="Machines", theme=1, year=2027, quantity=2, price=1_000_00),
        Cofinancing(id=1, title="Uren", party=1, theme=1, year=2027, quantity=10, rate=50_00),
        Payment(id=1, budget_line=1, date=date(2027, 2, 1), amount=500_00),
        Realised(id=1, contribution=1, date=date(2027, 2, 1), amount=100_00, evidence="Urenlijst"),
        ChapterText(id=1, chapter=Chapter.INLEIDING, text="Waarom dit plan er is."),
        ChapterText(id=2, chapter=Chapter.MONITORING, text="Elke maand."),
    ]
    return with_records(began, *records)


def with_records(dossier: Dossier, *records: Record) -> Dossier:
    """The dossier with these records in it, in place of those of the same number."""
    tables = {name: dict(found) for name, found in dossier.tables.items()}
    for record in records:
        tables[ref_of(record).table][record.id] = record
    return Dossier(tables)


def without(dossier: Dossier, *tables: str) -> Dossier:
    """The dossier with nothing in these tables."""
    return Dossier({name: {} if name in tables else found for name, found in dossier.tables.items()})


def emptied(dossier: Dossier, *fields: Ref) -> Dossier:
    """The dossier with nothing in these fields."""
    for ref in fields:
        record = dossier.get(ref)
        if record and ref.field:
            value: Any = type(record).model_fields[ref.field].get_default()
            dossier = with_records(dossier, record.model_copy(update={ref.field: value}))
    return dossier
