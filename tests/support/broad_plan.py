"""A plan with more than fits: two tables where one would do, and each kind of every thing that a document tells apart.

Its texts are numbered, so that a reader of the golden texts sees what stands where.
"""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import (
    Action,
    ActionStatus,
    Answer,
    AnswerKind,
    Decision,
    DecisionKind,
    Meeting,
    Question,
    QuestionKind,
    QuestionPart,
    Score,
)
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus, CostKind
from sto_tui.domain.parties import Body, Member, Party, PartyKind
from sto_tui.domain.plan import (
    Act,
    Chapter,
    ChapterText,
    Facility,
    Goal,
    GoalOutcome,
    Partner,
    Phase,
    Risk,
    Size,
    Speerpunt,
    Tag,
    Theme,
)
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import BY_MODEL
from sto_tui.domain.vision import Indicator, Point, VisionSection
from sto_tui.planning.new_dossier import new_dossier

TODAY = date(2028, 2, 1)
FIRST_YEAR, LAST_YEAR = 2027, 2036
CODES = (
    VeriCode.VERANTWOORDELIJK,
    VeriCode.EINDVERANTWOORDELIJK,
    VeriCode.RAADPLEGEN,
    VeriCode.INFORMEREN,
    VeriCode.SUPPORT,
    VeriCode.OUT_OF_THE_LOOP,
    VeriCode.BEIDE,
)


def broad_plan() -> Dossier:
    """Ten years, twelve goals, twenty parties, three themes and what has none."""
    began = new_dossier("Breedland", f"{FIRST_YEAR}-{FIRST_YEAR + 5}")
    kept = {name: dict(began.tables[name]) if name in ("region", "periods") else {} for name in began.tables}
    region = began.region.changed(
        lead_school="Kompas",
        place="Dorp",
        contact="kompas@voorbeeld.nl",
        dusi_number="STO12",
        vision_statement="Techniek voor iedereen.\n\n- op school\n- in het bedrijf",
        ambition="Meer techniek.\n\nEn beter.",
        subsidy_max=1_000_000_00,
    )
    for record in (
        region,
        *(
            period.changed(label=f"{FIRST_YEAR}-{LAST_YEAR}", end=date(LAST_YEAR, 12, 31), subsidy=500_000_00)
            for period in began.of(PlanPeriod).values()
        ),
        *_parties(),
        *_goals(),
        *_themes(),
        *_milestones(),
        *_roles(),
        *_progress(),
        *_looking_back(),
    ):
        kept[BY_MODEL[type(record)].name][record.id] = record
    for table in ("answers", "scores", "decisions", "sessions"):
        kept[table] = {number: record.changed(period=9) for number, record in kept[table].items()}
    for record in (*_figures(), *_money(), *_risks(), *_texts()):
        kept[BY_MODEL[type(record)].name][record.id] = record
    return Dossier(kept)


def _parties() -> Iterator[Record]:
    kinds = list(PartyKind)
    for number in range(1, 21):
        yield Party(
            id=number,
            name=f"Partij {number}" if number > 1 else "Partij 1 met een naam die te lang is voor een kop",
            kind=kinds[number % len(kinds)],
            contact="Directeur" if number == 2 else "",
            agreed_on=date(2026, 5, 4) if number == 3 else None,
            veri_hidden=number == 20,
        )
    yield Body(id=1, name="Stuurgroep", task="Beslist.", size=1, meets=4, chair="Anja", authority="Geld.")
    members = (Member(id=1, party=1, person="Jan", role="lid"), Member(id=2, role="voorzitter"))
    yield Body(id=2, name="Werkgroep", members=members, size=2)
    yield Body(id=3, name="Adviesraad", task="Adviseert.")


def _goals() -> Iterator[Record]:
    for number in range(1, 13):
        yield Goal(
            id=number,
            number=number,
            text=f"Doel {number}",
            indicator="Leerlingen" if number == 1 else "",
            figure=1 if number == 1 else None,
            baseline=f"{80 + number} leerlingen" if number < 3 else "",
            baseline_year=2026 if number == 1 else None,
            target="100 leerlingen" if number < 3 else "",
            target_year=2032 if number < 3 else None,
            source=f"Telling {number}" if number < 3 else "",
        ).settled_after(None)
    yield PlanPeriod(id=9, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
    outcomes = (GoalOutcome.DEELS, GoalOutcome.NIET, GoalOutcome.ONBEKEND, GoalOutcome.GEHAALD)
    for number, outcome in enumerate(outcomes, 1):
        yield Goal(
            id=12 + number,
            number=number,
            text=f"Eerder doel {number}",
            target=f"{70 + number} leerlingen" if number < 3 else "",
            target_year=2026 if number == 1 else None,
            periods=(9,),
            outcome=outcome,
            why="Het lukte." if number == 2 else "",
            still_ambition={1: True, 2: False}.get(number),
            reformulated_as=3 if number == 2 else None,
        ).settled_after(None)


def _themes() -> Iterator[Record]:
    labs = Facility(id=1, name="het lab"), Facility(id=2, name="de zaal")
    yield Theme(id=1, number=1, title="Kiezen", result="Keuze.\n\nMeer keuze.", lead=1, facilities=labs)
    yield Theme(id=2, number=2, title="Leren")
    yield Theme(id=3, number=3, title="Leeg")
    begin, end = date(2027, 1, 1), date(2028, 12, 31)
    first = Phase(id=1, label="2027", start=begin, end=end, acts=(Act(id=1, text="Bouwen"), Act(id=2, text="Openen")))
    yield Speerpunt(
        id=1,
        theme=1,
        number="1.1",
        title="Lab",
        result="Een lab.\n\nMet machines.",
        partners=(Partner(id=1, party=1, role="lokaal"), Partner(id=2, party=2), Partner(id=3, role="hulp")),
        phases=(first, Phase(id=2, label="2029")),
        goals=(1, 10),
        tags=(Tag.PO, Tag.KEUZEVAKKEN),
        carried_over_from="Plan 2026",
    )
    one_year = Phase(id=1, label="2027", start=begin, end=date(2027, 6, 30), acts=(Act(id=1, text="Lezen"),))
    yield Speerpunt(id=2, theme=2, number="2.1", title="Lezen", phases=(one_year,), goals=(2,))
    yield Speerpunt(id=3, theme=2, number="2.2", title="Rekenen")


def _milestones() -> Iterator[Record]:
    yield Milestone(
        id=1,
        number="1.1a",
        title="Lab open",
        speerpunt=1,
        goal=1,
        tangible_result="Een sleutel",
        start=date(2027, 1, 1),
        due=date(2027, 9, 30),
        light=Stoplicht.GEREED,
        done_on=date(2027, 10, 5),
        quick_win=True,
    )
    go = MilestoneKind.GO_NO_GO
    yield Milestone(id=2, number="1.1b", title="Door", speerpunt=1, due=date(2028, 1, 31), kind=go)
    late = date(2027, 11, 30)
    yield Milestone(id=3, number="1a", title="Thema klaar", theme=1, due=late, light=Stoplicht.ROOD, fixed_date=True)
    begin = date(2027, 4, 1)
    far = date(2035, 6, 30)
    yield Milestone(id=4, number="2.1a", title="Boek", speerpunt=2, start=begin, due=far, light=Stoplicht.GROEN)
    yield Milestone(id=5, number="2.2a", title="Zonder datum", speerpunt=3, derived=True)
    yield Milestone(id=6, number="9a", title="Los", due=date(2030, 3, 31), light=Stoplicht.ORANJE)


def _roles() -> Iterator[Record]:
    """The first milestone has every letter; the second only parties of the second table, the third its theme."""
    number = 0
    for place, code in enumerate(CODES, 1):
        number += 1
        row, party = Ref("milestones", 1), Ref("parties", place)
        yield Veri(id=number, row=row, party=party, code=code, derived=place == 1)
    for row, party, code in (
        (Ref("milestones", 2), Ref("parties", 18), VeriCode.VERANTWOORDELIJK),
        (Ref("milestones", 2), Ref("parties", 19), VeriCode.EINDVERANTWOORDELIJK),
        (Ref("themes", 1), Ref("parties", 1), VeriCode.VERANTWOORDELIJK),
        (Ref("themes", 1), Ref("bodies", 1), VeriCode.EINDVERANTWOORDELIJK),
        (Ref("milestones", 4), Ref("parties", 20), VeriCode.VERANTWOORDELIJK),
        (Ref("milestones", 6), Ref("parties", 2), VeriCode.VERANTWOORDELIJK),
        (Ref("milestones", 6), Ref("parties", 3), VeriCode.VERANTWOORDELIJK),
    ):
        number += 1
        yield Veri(id=number, row=row, party=party, code=code)


def _progress() -> Iterator[Record]:
    for number in range(1, 18):
        light = Stoplicht.ORANJE if number % 2 else Stoplicht.GROEN
        day = date(2027, 2, 1 + number)
        yield Progress(id=number, milestone=6, date=day, light=light, note=f"Regel {number}." if number % 3 else "")
    yield Progress(
        id=18,
        milestone=3,
        date=date(2027, 12, 1),
        light=Stoplicht.ROOD,
        note="Het loopt vast.",
        obstacle="Geen geld.",
        measure="Zoeken.",
    )
    yield Progress(id=19, milestone=1, date=date(2027, 10, 5), light=Stoplicht.GEREED)


def _looking_back() -> Iterator[Record]:
    yield Meeting(id=1, title="Eerste avond", date=date(2027, 1, 5), attendees="Scholen.")
    yield Meeting(id=2, title="Tweede avond", date=date(2027, 1, 12), attendees="Bedrijven")
    yield Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
    scale = QuestionKind.SCALE
    yield Question(id=2, part=QuestionPart.SAMENWERKING, text="We werken samen", kind=scale, own=True)
    yield Question(id=3, part=QuestionPart.SUCCESFACTOREN, text="We leren", kind=scale, own=True)
    yield Question(id=4, part=QuestionPart.SUCCESFACTOREN, text="We delen", kind=scale)
    for number in range(1, 14):
        yield Answer(
            id=number, question=1, text=f"Succes {number}", kind=AnswerKind.SUCCES, votes=number % 3, session=1
        )
    for number in range(14, 28):
        yield Answer(id=number, question=1, text=f"Beter {number}", kind=AnswerKind.VERBETERPUNT, decision=1)
    for number, (statement, value) in enumerate(((2, 1), (2, 4), (3, 5), (4, 3), (4, 4)), 1):
        yield Score(id=number, statement=statement, value=value)
    every = tuple(Ref("milestones", number) for number in range(1, 7))
    back = (Ref("goals", 2), *every, Ref("actions", 1), Ref("parties", 99))
    yield Decision(id=1, text="Alles blijft", why="Het werkt.", date=date(2027, 1, 12), becomes=back)
    yield Decision(id=2, text="Stoppen", kind=DecisionKind.STOPPEN, why_not="Te duur.")
    yield Decision(id=3, text="Nog niets", kind=DecisionKind.AANPASSEN)
    day = date(2027, 3, 1)
    yield Action(id=1, text="Bel", owner="Anja", due=day, postponed=2, decision=1, status=ActionStatus.BEZIG)
    yield Action(id=2, text="Mail")
    yield Action(id=3, text="Schrijf", status=ActionStatus.GEREED)


def _figures() -> Iterator[Record]:
    yield VisionSection(id=1, section="Aanbod", text="Eerst.\n\n- een\n- twee", now="Nu\nNog", can_be_better="Meer")
    yield VisionSection(id=2, section="Vraag")
    one_by_one = (
        Point(id=1, year=2024, value=80),
        Point(id=2, year=2025, value_min=1, value_max=4),
        Point(id=3, year=2027, value=96.5, prognosis=True),
    )
    yield Indicator(
        id=1,
        title="Instroom",
        unit="leerlingen",
        source="DUO",
        url="https://voorbeeld.nl",
        reference_date=date(2026, 10, 1),
        file="duo.csv",
        note="Een toelichting.",
        series=one_by_one,
    )
    years = range(2015, 2027)
    long = tuple(Point(id=place, year=year, value=-place) for place, year in enumerate(years, 1))
    yield Indicator(id=2, title="Groei", unit="%", source="CBS", series=long)
    many = tuple(
        Point(id=2 * place + which + 1, label=f"reeks {place}", year=2025 + which, value=10 * (place % 7) + which)
        for place in range(10)
        for which in (0, 1)
    )
    masked = Point(id=21, label="reeks 6", year=2024, value_min=1, value_max=4)
    yield Indicator(id=3, title="Reeksen", source="DUO", series=(*many, masked))
    yield Indicator(id=4, title="Nog leeg")


def _money() -> Iterator[Record]:
    kinds = list(CostKind)
    for number, year in enumerate(range(2027, 2033), 1):
        yield BudgetLine(
            id=number,
            title=f"Post {number}",
            theme=1 if number % 2 else None,
            speerpunt=2 if number == 2 else None,
            year=year,
            cost_kind=kinds[number % len(kinds)],
            quantity=number,
            price=1_000_00 + (50 if number == 3 else 0),
            eligible=number != 4,
        )
    yield BudgetLine(id=7, title="Bus", theme=2, year=2027, note="Per rit", quantity=2)
    yield BudgetLine(id=8, title="Bus", theme=2, year=2028, note="Per rit", quantity=2)
    yield BudgetLine(id=9, title="Trein", year=2027)
    states = list(CofinancingStatus)
    forms = list(CofinancingForm)
    for number in range(1, 9):
        yield Cofinancing(
            id=number,
            party=number if number < 4 else None,
            title=f"Bijdrage {number}" if number != 2 else "",
            theme=1 if number % 2 else 2,
            year=2026 + number % 3 + 1,
            form=forms[number % 4],
            quantity=10 * number if number < 7 else None,
            rate=100_00,
            status=states[number % 4],
            evidence="Brief" if number in (1, 4, 7) else "",
        )


def _risks() -> Iterator[Record]:
    yield Risk(
        id=1, text="Te weinig docenten", probability=Size.GROOT, impact=Size.KLEIN, measure="Werven.", owner="Anja"
    )
    yield Risk(id=2, text="Te duur", probability=Size.MIDDEL, impact=Size.GROOT, note="Prijzen stijgen.")
    yield Risk(id=3, text="Brand", probability=Size.KLEIN, impact=Size.MIDDEL)


def _texts() -> Iterator[Record]:
    for number, chapter in enumerate(Chapter):
        yield ChapterText(id=2 * number + 1, chapter=chapter, text=f"Opening {number + 1}.\n\n- punt")
        heading = f"Kopje {number + 1}"
        yield ChapterText(id=2 * number + 2, chapter=chapter, heading=heading, text="Eerste alinea.\n\nTweede alinea.")
