from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Aside, Dossier, Unsettled
from sto_tui.domain.evaluation import Action, Answer, Ballot, Decision, Meeting, Question, QuestionPart
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.learning import Lesson, Training
from sto_tui.domain.milestones import Dependency, Milestone, MilestoneKind, Progress, Smart, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus
from sto_tui.domain.parties import Body, Member, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import (
    Act,
    Chapter,
    ChapterText,
    Facility,
    Goal,
    Partner,
    Phase,
    Risk,
    Speerpunt,
    Support,
    SupportState,
    Tag,
    Theme,
    Visit,
)
from sto_tui.domain.record import FieldSpec, Record, Ref, fields_of
from sto_tui.domain.region import PlanPeriod, PlanStatus, Region
from sto_tui.domain.steering import Resolution
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.vision import Indicator, Point, VisionSection
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Certainty, Finding, Level, all_checks, findings
from sto_tui.planning.parties.uses import USES
from sto_tui.storage.file.codec import decode, dossier_from
from tests.support.findings import said_by

SAMPLES = Path(__file__).parents[3] / "samples"
TODAY = date(2027, 2, 1)


def dossier_of(records: Iterable[Record]) -> Dossier:
    tables: dict[str, dict[int, Record]] = {name: {} for name in TABLES}
    for record in records:
        tables[BY_MODEL[type(record)].name][record.id] = record
    return Dossier(tables)


def milestone(number: int, name: str, start: date | None, due: date | None, **more: object) -> Milestone:
    values = {
        "speerpunt": 1,
        "goal": 1,
        "tangible_result": "Een map",
        "title": f"Stap {number} is klaar",
        "smart": tuple(Smart),
        **more,
    }
    return Milestone.model_validate({"id": number, "number": name, "start": start, "due": due, **values})


def role(number: int, row: str, party: str, code: str) -> Veri:
    return Veri(id=number, row=Ref.parse(row), party=Ref.parse(party), code=VeriCode(code))


def phase(number: int, label: str, start: date | None = None, end: date | None = None) -> Phase:
    return Phase(id=number, label=label, start=start, end=end, acts=(Act(id=1, text="Werkgroep vormen"),))


CLEAN = dossier_of(
    [
        Region(id=1, name="Proefland", subsidy_max=1_100_000_00),
        PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True),
        Party(id=1, name="Noord College", short="NC", kind=PartyKind.VMBO),
        Party(id=2, name="Zuid College", short="ZC", kind=PartyKind.VMBO),
        Party(id=3, name="mbo College Waterstad", short="MW", kind=PartyKind.MBO),
        Party(id=4, name="Metaalbedrijf Jansen", short="MJ", kind=PartyKind.BEDRIJF),
        Party(id=5, name="De Ontdekkers", short="DO", kind=PartyKind.PO),
        Body(id=1, name="stuurgroep", short="SG"),
        Goal(
            id=1,
            number=1,
            text="Meer leerlingen",
            figure=1,
            baseline="100",
            baseline_year=2025,
            target="150 leerlingen",
            target_year=2028,
            source="DUO",
            periods=(1,),
        ),
        Indicator(
            id=1,
            title="Instroom",
            source="DUO",
            reference_date=date(2025, 10, 1),
            series=(Point(id=1, year=2025, value=100),),
        ),
        Theme(
            id=1,
            number=1,
            title="Kiezen",
            result="Dit thema helpt bij doel 1.",
            periods=(1,),
            facilities=(Facility(id=1, name="Techlab Water (Noord College)"),),
        ),
        Speerpunt(
            id=1,
            theme=1,
            number="1.1",
            title="Techlab Water (Noord College)",
            result="Noord College heeft een lab, zie mijlpaal 1.1a.",
            partners=(
                Partner(id=1, party=1),
                Partner(id=2, role="twee docenten mbo College Waterstad"),
            ),
            phases=(phase(1, "2027"), phase(2, "2028")),
            goals=(1,),
            tags=(Tag.PO, Tag.MBO, Tag.BEDRIJVEN, Tag.KLIMAAT, Tag.GELIJKE_KANSEN, Tag.ONDERWIJSPERSONEEL),
        ),
        milestone(1, "1.1a", date(2027, 1, 4), date(2027, 3, 31), quick_win=True),
        milestone(2, "1.1b", date(2027, 4, 14), date(2027, 6, 30), after=(Dependency(id=1, milestone=1, lag_days=14),)),
        role(1, "milestones/1", "bodies/1", "E"),
        role(2, "milestones/1", "parties/1", "V"),
        role(3, "milestones/1", "parties/3", "R"),
        role(4, "milestones/2", "bodies/1", "E"),
        role(5, "milestones/2", "parties/1", "V"),
        role(6, "milestones/2", "parties/3", "I"),
        Progress(id=1, milestone=1, date=date(2027, 1, 20), light=Stoplicht.GROEN),
        Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?"),
        Question(id=2, part=QuestionPart.SUCCESSEN, order=2, text="Wat nog meer?"),
        Answer(id=1, question=1, text="De lessen", decision=1),
        Decision(id=1, text="We gaan door", period=1, becomes=(Ref("speerpunten", 1),)),
        Action(id=1, text="Zaal boeken", owner="projectleider", due=date(2027, 2, 1)),
        Risk(id=1, text="Te weinig docenten", periods=(1,)),
        BudgetLine(id=1, title="Lab", year=2027, quantity=1, unit="lab", price=1_050_000_00, note="Volgens offerte"),
        BudgetLine(id=2, title="Uren", year=2028, quantity=1, unit="uur", price=50_00, note="Vast tarief"),
        Cofinancing(
            id=1,
            title="Geld",
            year=2027,
            form=CofinancingForm.GELD,
            quantity=2,
            unit="jaar",
            rate=60_000_00,
            status=CofinancingStatus.TOEGEZEGD,
        ),
        VisionSection(id=1, section="Aanbod", period=1, text="Eén thema telt."),
        *(ChapterText(id=place, chapter=chapter, text="Tekst.", period=1) for place, chapter in enumerate(Chapter, 1)),
    ]
)


def at(address: str, **values: object) -> Record:
    """A record of the clean dossier with other values."""
    record = CLEAN.get(Ref.parse(address))
    assert record is not None
    return record.changed(**values)


def edited(*edits: Record | Ref) -> Dossier:
    """The clean dossier with records put in, and addresses taken out."""
    tables = {name: dict(records) for name, records in CLEAN.tables.items()}
    for edit in edits:
        if isinstance(edit, Ref):
            tables[edit.table].pop(edit.id)
        else:
            tables[BY_MODEL[type(edit)].name][edit.id] = edit
    return Dossier(tables)


def emptied(table: str) -> tuple[Ref, ...]:
    return tuple(Ref(table, number) for number in CLEAN.tables[table])


def found_by(check: str, dossier: Dossier, today: date = TODAY) -> list[tuple[str, str]]:
    return said_by(check, dossier, today)


@dataclass(frozen=True)
class Case:
    """A dossier in which a rule finds exactly one thing: where, and words of the sentence."""

    rule: str
    edits: tuple[Record | Ref, ...]
    ref: str
    words: str
    today: date = TODAY


THEME = CLEAN.of(Theme)[1]
SPEERPUNT = CLEAN.of(Speerpunt)[1]
SECOND = SPEERPUNT.changed(id=2, number="1.2", title="Bezoek aan bedrijven", result="Er is een lijst.")
NO_DATES = {"start": None, "due": None}
LATE = {"light": Stoplicht.ORANJE}


def text_of(chapter: int, text: str) -> Record:
    return at(f"texts/{chapter}", text=text)


PUT_BEFORE = at("periods/1", plan_status=PlanStatus.VOORGELEGD)

BEFORE = PlanPeriod(id=2, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))

MORE_OF_THE_SAME = tuple(
    record
    for number in range(11, 14)
    for record in (
        milestone(number, f"1.1{number}", None, None),
        role(number, f"milestones/{number}", "bodies/1", "E"),
    )
)


CASES = (
    Case(
        "reached_and_not_told",
        (at("milestones/1", light=Stoplicht.GEREED, done_on=date(2027, 1, 30)),),
        "communication/0",
        "Van 1 bereikte mijlpaal staat nog niet hoe je die vertelt of viert.",
    ),
    Case(
        "professionalisation_without_training",
        (at("speerpunten/1", tags=(*SPEERPUNT.tags, Tag.PROFESSIONALISERING)),),
        "training/0",
        "maar er is nog geen scholing",
    ),
    Case(
        "training_without_days",
        (Training(id=1, who="Docenten", what="Stage"), Training(id=2, who="Docenten", what="Lassen", days=2)),
        "training/1/days",
        "Van de scholing ‘Stage’ staat niet",
    ),
    Case(
        "lesson_without_follow_up",
        (Lesson(id=1, title="Rijdend lab", lesson="Vaste stops"), Lesson(id=2, title="STO LIVE")),
        "lessons/1/speerpunten",
        "Wat je meeneemt van ‘Rijdend lab’ komt nog in geen speerpunt terug.",
    ),
    Case(
        "more_half_days_than_free",
        (Support(id=1, question="Hoe?", state=SupportState.ASKED, visits=(Visit(id=1, half_days=6),)),),
        "support/0",
        "Er staan 6 dagdelen ondersteuning, waarvan 5 gratis.",
    ),
    Case("body_under_itself", (at("bodies/1", parent=1),), "bodies/1/parent", "Stuurgroep valt onder een orgaan dat"),
    Case(
        "invited_and_not_there",
        (Meeting(id=1, title="Terugblik", period=1, invited=(1, 2), present=(1,)),),
        "sessions/1/invited",
        "Uitgenodigd voor ‘Terugblik’ maar niet aanwezig: Zuid College.",
    ),
    Case("of_no_period_plan", (BEFORE, at("goals/1", periods=())), "goals/1/periods", "planperiode hoort doel 1 Meer"),
    Case(
        "of_no_period_plan", (BEFORE, at("risks/1", periods=())), "risks/1/periods", "hoort risico Te weinig docenten"
    ),
    Case("of_no_period_regiovisie", (BEFORE, at("vision/1", period=None)), "vision/1/period", "Kies er een."),
    Case("of_no_period_concept", (BEFORE, at("texts/1", period=None)), "texts/1/period", "hoort tekst"),
    Case(
        "of_no_period_mijlpalen",
        (BEFORE, at("milestones/2", speerpunt=None, start=None, due=None)),
        "milestones/2/speerpunt",
        "Kies een speerpunt of thema, of vul de dagen in.",
    ),
    Case(
        "of_no_period_mijlpalen",
        (BEFORE, *(Milestone(id=number, number=f"M{number}", title="Los") for number in range(11, 15))),
        "milestones/11/speerpunt",
        "4 mijlpalen horen bij geen planperiode, zoals mijlpaal M11 Los. Kies een speerpunt",
    ),
    Case(
        "year_of_the_period_before_plan",
        (
            BEFORE,
            Risk(id=2, text="Te weinig docenten", measure="Werven vóór 2026.", periods=(2,)),
            at("risks/1", measure="Werven vóór 2026.", continues=2),
        ),
        "risks/1/measure",
        "Risico ‘Te weinig docenten’ noemt nog 2026",
    ),
    Case(
        "year_of_the_period_before_plan",
        (
            BEFORE,
            THEME.changed(id=2, periods=(2,), result="Klaar in 2026."),
            at("themes/1", result="Klaar in 2026.", continues=2),
        ),
        "themes/1/result",
        "Thema 1 noemt nog 2026, een jaar van vóór 2027-2028. Pas de tekst aan.",
    ),
    Case(
        "year_of_the_period_before_mijlpalen",
        (
            BEFORE,
            milestone(9, "1", None, date(2026, 1, 1), speerpunt=None, title="Af in 2025"),
            at("milestones/2", title="Af in 2025", continues=9),
        ),
        "milestones/2/title",
        "noemt nog 2025",
    ),
    Case(
        "periods_do_not_fit",
        (BEFORE.changed(end=date(2027, 1, 1)),),
        "periods/2/start",
        "Planperiode 2025-2026 overlapt 2027-2028. Laat de ene beginnen als de andere is geëindigd.",
    ),
    Case(
        "not_about_one_period",
        (BEFORE.changed(current=True),),
        "periods/1/current",
        "staat aan bij 2025-2026 en 2027-2028; sto-tui gaat uit van 2027-2028. Laat of zet het bij één aan.",
    ),
    Case("lost_reference_evaluatie", (Ref("questions", 1),), "answers/1/question", "‘Vraag’ van antwoord ‘De lessen’"),
    Case("lost_reference_overzicht", (at("periods/1", adopted_by=9),), "periods/1/adopted_by", "orgaan 9, maar"),
    Case("lost_reference_plan", (Ref("parties", 1),), "speerpunten/1/partners", "verwijst naar partij 1, maar dat is"),
    Case("lost_reference_mijlpalen", (Ref("goals", 1), at("milestones/2", goal=None)), "milestones/1/goal", "doel 1"),
    Case("lost_reference_veri", (at("veri/6", party=Ref("parties", 9)),), "veri/6/party", "partij 9"),
    Case("lost_reference_regiovisie", (at("vision/1", period=9),), "vision/1/period", "planperiode 9, maar"),
    Case("lost_reference_concept", (at("texts/1", period=9),), "texts/1/period", "planperiode 9, maar"),
    Case("lost_reference_voortgang", (Ref("milestones", 1),), "progress/1/milestone", "mijlpaal 1, maar"),
    Case(
        "same_number_plan", (SECOND.changed(number="1. 1"),), "speerpunten/2/number", "hetzelfde nummer als ‘1.1 Tech"
    ),
    Case(
        "same_number_voortgang",
        tuple(Resolution(id=number, text=text, number="2027-1") for number, text in ((1, "Bus"), (2, "Lab"))),
        "resolutions/2/number",
        "Stuurgroepbesluit ‘2027-1 Lab’ heeft hetzelfde nummer als ‘2027-1 Bus’.",
    ),
    Case("same_number_mijlpalen", (at("milestones/2", number="1.1a"),), "milestones/2/number", "Mijlpaal ‘1.1a Stap 2"),
    Case("same_title_plan", (at("parties/2", name="noord college"),), "parties/2/name", "Twee partijen heten ‘noord"),
    Case(
        "same_title_mijlpalen",
        (at("milestones/2", title="Stap 1 is klaar!"),),
        "milestones/2/title",
        "Mijlpalen 1.1a en 1.1b heten allebei",
    ),
    Case("same_abbreviation", (at("parties/2", short="sg"),), "parties/2/short", "dezelfde afkorting als ‘stuurgroep’"),
    Case(
        "same_party_twice",
        (at("parties/4", name="mbo College Wterstad", kind=PartyKind.MBO),),
        "parties/4/name",
        "‘mbo College Wterstad’ en ‘mbo College Waterstad’ heten bijna hetzelfde.",
    ),
    Case(
        "two_names",
        (at("speerpunten/1", title="Techlab Lucht (Noord College)"),),
        "themes/1/facilities",
        "‘Techlab Water (Noord College)’, maar speerpunt 1.1 heet ‘Techlab Lucht (Noord College)’",
    ),
    Case(
        "misspelt_party",
        (at("speerpunten/1", partners=(Partner(id=1, party=1, role="1 docent MBO College Wterstad"),)),),
        "speerpunten/1/partners",
        "‘MBO College Wterstad’. Is dat mbo College Waterstad?",
    ),
    Case(
        "party_not_among_partners",
        (at("speerpunten/1", result="Zuid College en het MBO College Waterstad doen mee."),),
        "speerpunten/1/partners",
        "Speerpunt 1.1 noemt Zuid College in het beoogde resultaat",
    ),
    Case("goal_without_target", (at("goals/1", target=""),), "goals/1/target", "Doel 1 heeft geen streefwaarde"),
    Case("goal_reached_in_other_time", (at("goals/1", reached_year=2031),), "goals/1/reached_year", "moet nog komen"),
    Case("goal_reached_in_other_time", (at("goals/1", reached_year=2020),), "goals/1/reached_year", "is voor plan"),
    Case("goal_without_target_year", (at("goals/1", target_year=None),), "goals/1/target_year", "geen streefjaar"),
    Case(
        "goal_with_early_outcome",
        (at("goals/1", outcome="deels"),),
        "goals/1/outcome",
        "Doel 1 staat op ‘deels’, maar 2027-2028 loopt tot 31 december 2028.",
    ),
    Case(
        "goal_without_baseline",
        (at("goals/1", baseline="", baseline_year=2026),),
        "goals/1/baseline",
        "Zoek de waarde van 2026 op",
    ),
    Case(
        "goal_without_baseline_year",
        (at("goals/1", baseline_year=None),),
        "goals/1/baseline_year",
        "Doel 1 noemt een nulwaarde zonder peiljaar",
    ),
    Case("goal_without_source", (at("goals/1", source=""),), "goals/1/source", "nulwaarde zonder bron"),
    Case("goal_without_figure", (at("goals/1", figure=None),), "goals/1/figure", "Doel 1 verwijst naar geen enkel"),
    Case(
        "figure_without_source", (at("indicators/1", source=""),), "indicators/1/source", "‘Instroom’ heeft geen bron"
    ),
    Case(
        "figure_without_reference_date",
        (at("indicators/1", reference_date=None),),
        "indicators/1/reference_date",
        "heeft geen peildatum",
    ),
    Case(
        "figure_with_two_values",
        (at("indicators/1", series=(Point(id=1, year=2025, value=100), Point(id=2, year=2025, value=90))),),
        "indicators/1/series",
        "2 waarden in 2025",
    ),
    Case("goal_without_speerpunt", (at("speerpunten/1", goals=()),), "goals/1", "Aan doel 1 werkt nog geen speerpunt"),
    Case("speerpunt_without_goal", (at("speerpunten/1", goals=()),), "speerpunten/1/goals", "Speerpunt 1.1 werkt aan"),
    Case("theme_without_speerpunt", (THEME.changed(id=2, number=2),), "themes/2", "Thema 2 heeft geen speerpunten"),
    Case("speerpunt_without_partners", (at("speerpunten/1", partners=()),), "speerpunten/1/partners", "geen partners"),
    Case(
        "speerpunt_without_result", (at("speerpunten/1", result=""),), "speerpunten/1/result", "geen beoogd resultaat"
    ),
    Case("speerpunt_without_phases", (at("speerpunten/1", phases=()),), "speerpunten/1/phases", "geen activiteiten"),
    Case(
        "number_of_another_theme",
        (at("speerpunten/1", number="2.9"),),
        "speerpunten/1/number",
        "Speerpunt 2.9 staat onder thema 1. Geef het met N een nummer dat met 1 begint, of verplaats het.",
    ),
    Case(
        "overlapping_phases",
        (at("speerpunten/1", phases=(phase(1, "2027 – 2028"), phase(2, "2028"))),),
        "speerpunten/1/phases",
        "‘2027 – 2028’ en ‘2028’",
    ),
    Case(
        "uneven_phases",
        (SECOND.changed(phases=(phase(1, "voorjaar", date(2027, 1, 1), date(2027, 6, 30)),)),),
        "speerpunten/1/phases",
        "thema 1 delen de jaren verschillend in: ‘voorjaar’ en ‘2027’. Kies voor alle speerpunten dezelfde perioden; "
        "begin bij 1.1.",
    ),
    Case("too_few_vmbo", (at("parties/2", status=PartyStatus.GESTOPT),), "parties/0", "er doet er één mee"),
    Case("no_mbo", (at("parties/3", kind=PartyKind.HBO),), "parties/0", "Voeg een mbo-instelling"),
    Case("no_company", (at("parties/4", kind=PartyKind.GEMEENTE),), "parties/0", "Voeg een bedrijf, brancheorg"),
    Case("no_po", (at("parties/5", kind=PartyKind.PRO),), "parties/0", "Voeg een po-school"),
    Case(
        "back_on_no_day",
        (at("parties/4", absences=({"id": 1, "stopped_on": date(2026, 3, 31)},)),),
        "parties/4/absences",
        "stopte op 31 maart 2026 en doet weer mee; sinds welke dag staat er niet",
    ),
    Case(
        "stopped_party_plan",
        (at("parties/2", status=PartyStatus.GESTOPT), at("themes/1", lead=2)),
        "themes/1/lead",
        "Zuid College is gestopt, maar is nog trekker van thema 1. Kies een andere trekker.",
    ),
    Case(
        "stopped_party_veri",
        (at("parties/3", status=PartyStatus.GESTOPT), Ref("veri", 3)),
        "veri/6/party",
        "Mbo College Waterstad is gestopt, maar heeft nog rol I bij mijlpaal 1.1b. Geef die rol aan een ander.",
    ),
    Case(
        "starts_too_early", (at("milestones/2", start="2027-04-13"),), "milestones/2/start", "begint 1 dag te vroeg na"
    ),
    Case(
        "waits_on_itself",
        (at("milestones/1", after=(Dependency(id=1, milestone=2),)),),
        "milestones/1/after",
        "1.1a → 1.1b → 1.1a",
    ),
    Case(
        "due_before_start", (at("milestones/2", due="2027-04-13"),), "milestones/2/due", "vóór het begin op 14-04-2027"
    ),
    Case(
        "outside_period", (at("milestones/2", due="2029-01-01"),), "milestones/2/due", "01-01-2029, buiten planperiode"
    ),
    Case("no_tangible_result", (at("milestones/2", tangible_result=""),), "milestones/2/tangible_result", "vastpakken"),
    Case(
        "not_smart",
        (at("milestones/1", smart=("specifiek", "meetbaar", "acceptabel")), at("milestones/2", smart=())),
        "milestones/1/smart",
        "Mijlpaal 1.1a en nog 1 andere zijn nog niet helemaal op SMART nagelopen; bij 1.1a ontbreekt realistisch en "
        "tijdgebonden.",
    ),
    Case("without_dates", (at("milestones/2", **NO_DATES),), "milestones/2/start", "geen begin en geen einddatum"),
    Case("shorter_than_a_month", (at("milestones/2", due="2027-05-12"),), "milestones/2/due", "duurt 29 dagen"),
    Case("past_due", (), "milestones/1/due", "moest klaar zijn op 31 maart 2027", date(2027, 4, 1)),
    Case(
        "ready_before_predecessor",
        (at("milestones/2", light=Stoplicht.GEREED),),
        "milestones/2/light",
        "Mijlpaal 1.1b is gereed, maar wacht op 1.1a",
    ),
    Case(
        "trouble_without_explanation",
        (at("milestones/1", **LATE), at("progress/1", **LATE, note="Ziekte")),
        "progress/1/obstacle",
        "Mijlpaal 1.1a staat op oranje zonder knelpunt",
    ),
    Case("no_quick_win", (at("milestones/1", quick_win=False),), "milestones/1/quick_win", "Geen enkele mijlpaal"),
    Case("empty_matrix", emptied("veri"), "milestones/1", "De VERI-matrix is nog leeg (2 mijlpalen)"),
    Case("milestone_without_role", emptied("veri")[3:], "milestones/2", "Bij mijlpaal 1.1b heeft niemand een rol"),
    Case(
        "not_one_decider",
        (role(7, "milestones/2", "parties/2", "E"),),
        "milestones/2",
        "2 partijen eindverantwoordelijk (E): stuurgroep en Zuid College",
    ),
    Case("no_doer", (Ref("veri", 5),), "milestones/2", "Bij mijlpaal 1.1b is niemand verantwoordelijk (V)"),
    Case(
        "out_of_the_loop_with_role",
        (role(7, "milestones/2", "parties/1", "O"),),
        "milestones/2",
        "staat Noord College op O (out of the loop) en ook op V",
    ),
    Case("does_and_decides", (at("veri/5", code="VE"), Ref("veri", 4)), "milestones/2", "Noord College zowel V als E"),
    Case("nobody_heard", (Ref("veri", 6),), "milestones/2", "niemand geraadpleegd (R) of geïnformeerd (I)"),
    Case("only_on_the_side", (at("veri/3", code="O"),), "parties/3", "Mbo College Waterstad staat in de VERI-matrix"),
    Case("several_doers", (role(7, "milestones/2", "parties/2", "V"),), "milestones/2", "meer dan één partij verantw"),
    Case(
        "many_consulted",
        (at("region/1", most_consulted=1), role(7, "milestones/1", "parties/2", "R")),
        "milestones/1",
        "Bij mijlpaal 1.1a staan veel partijen op R (meer dan 1)",
    ),
    Case(
        "many_informed",
        (at("region/1", most_informed=1), role(7, "milestones/2", "parties/2", "I")),
        "milestones/2",
        "Wil iedereen dit weten?",
    ),
    Case("party_everywhere", MORE_OF_THE_SAME, "bodies/1", "Stuurgroep heeft een rol in elke mijlpaal"),
    Case(
        "party_without_role",
        (at("parties/2", involved_in=("uitvoering",)), at("parties/1", involved_in=("uitvoering",))),
        "parties/2",
        "Zuid College doet mee aan de uitvoering, maar heeft geen rol",
    ),
    Case("decision_without_follow_up", (at("decisions/1", becomes=()),), "decisions/1/becomes", "‘We gaan door’"),
    Case(
        "votes_without_decision",
        (
            at("answers/1", votes=9),
            Answer(id=2, question=1, text="De zaal", votes=1),
            Answer(id=3, question=1, text="De bus", ballots=(Ballot(id=1, table=2, votes=3),)),
        ),
        "answers/2/decision",
        "‘Wat ging goed?’ kreeg 1 antwoord stemmen, maar geen besluit",
    ),
    Case(
        "question_without_decision",
        (at("answers/1", decision=None), Answer(id=2, question=1, text="De zaal")),
        "questions/1",
        "staan 2 antwoorden, maar geen besluit",
    ),
    Case("action_without_owner", (at("actions/1", owner=""),), "actions/1/owner", "‘Zaal boeken’ heeft geen eigenaar"),
    Case("action_without_date", (at("actions/1", due=None),), "actions/1/due", "heeft geen datum"),
    Case("action_past_due", (), "actions/1/due", "moest klaar zijn op 1 februari 2027", date(2027, 2, 2)),
    Case(
        "budget_without_amounts",
        (at("budget/1", price=None), at("budget/2", quantity=None)),
        "budget/1/price",
        "De begroting heeft nog geen enkel bedrag (2 regels)",
    ),
    Case(
        "budget_line_without_amount", (at("budget/2", quantity=None),), "budget/2/quantity", "‘Uren’ (2028) heeft geen"
    ),
    Case("budget_lines_without_note", (at("budget/2", note=""),), "budget/2/note", "1 begrotingsregel heeft geen"),
    Case(
        "cofinancing_without_amounts",
        (at("cofinancing/1", rate=None, unit=""),),
        "cofinancing/1/unit",
        "nog geen enkel bedrag (1 bijdrage). Vul de eenheid en het tarief in.",
    ),
    Case(
        "cofinancing_without_amount",
        (Cofinancing(id=2, party=4, year=2028, unit="uur", rate=50_00),),
        "cofinancing/2/quantity",
        "Bijdrage ‘Metaalbedrijf Jansen’ (2028) heeft geen bedrag. Vul het aantal in.",
    ),
    Case(
        "amounts_without_unit",
        (at("budget/2", unit=""), at("cofinancing/1", unit="")),
        "budget/2/unit",
        "2 bedragen hebben geen eenheid: uur, dag, stuk. Begin bij ‘Uren’ (2028).",
    ),
    # 1.050.050 of costs; the 120.000 in money stands beside them. 50 more than 1.050.000.
    Case(
        "budget_over_subsidy",
        (at("region/1", subsidy_max=1_050_000_00),),
        "region/1/subsidy_max",
        "in 2027-2028 zijn €\u00a01.050.050: €\u00a050 meer dan de maximale subsidie 2025-2028 (€\u00a01.050.000).",
    ),
    # A ninth of 1.050.050 is 116.672,23: a tenth of that and the costs together.
    Case(
        "cofinancing_below_minimum",
        (at("cofinancing/1", rate=50_000_00),),
        "region/1/minimum_cofinancing",
        "8,7% van de subsidiabele begroting met cofinanciering (€\u00a016.672,23 te weinig). Het minimum is 10%.",
    ),
    Case(
        "own_word_without_plural",
        (at("region/1", theme_name="klus"),),
        "region/1/theme_plural",
        "Het meervoud van ‘klus’ is niet ingevuld; in het concept staat daarvoor ‘thema’s’.",
    ),
    # CLEAN has one contribution, of a company; the same of a school counts as well, and is asked about.
    Case(
        "cofinancing_by_others",
        (at("cofinancing/1", party=1),),
        "cofinancing/1/party",
        "telt mee voor het minimum",
    ),
    Case(
        "cofinancing_only_intended", (at("cofinancing/1", status="beoogd"),), "cofinancing/1/status", "enige bijdrage"
    ),
    Case("lost_number_overzicht", (at("region/1", ambition="Zie hoofdstuk 12."),), "region/1/ambition", "hoofdstuk 12"),
    Case(
        "lost_number_regiovisie",
        (at("vision/1", text="Zie thema 2."),),
        "vision/1/text",
        "‘Aanbod’ verwijst naar thema",
    ),
    Case(
        "lost_number_plan", (at("risks/1", note="Zie Speerpunt 1.3."),), "risks/1/note", "verwijst naar speerpunt 1.3"
    ),
    Case(
        "lost_number_mijlpalen",
        (at("milestones/2", tangible_result="Na mijlpaal 1.1c."),),
        "milestones/2/tangible_result",
        "verwijst naar mijlpaal 1.1c",
    ),
    Case("lost_number_concept", (text_of(5, "Zie paragraaf 3.4."),), "texts/5/text", "verwijst naar paragraaf 3.4"),
    Case("called_final", (text_of(1, "Versie 1.0 is definitief."),), "texts/1/text", "zegt ‘Versie 1.0 is definitief’"),
    Case("called_final", (text_of(1, "De definitieve versie."), PUT_BEFORE), "texts/1/text", "is voorgelegd"),
    Case(
        "adopted_day_without_status",
        (at("periods/1", adopted_on=date(2026, 9, 1)),),
        "periods/1/plan_status",
        "heeft een dag van vaststelling, maar is concept",
    ),
    Case(
        "called_final",
        (text_of(1, "De definitieve versie."), at("periods/1", plan_status=PlanStatus.INGEDIEND)),
        "texts/1/text",
        "is ingediend",
    ),
    Case(
        "handed_in_as_concept",
        (Submission(id=1, period=1, handed_in_on=date(2026, 9, 28)),),
        "periods/1/plan_status",
        "is op 28 september 2026 ingediend, maar de status van het plan is concept",
    ),
    Case(
        "adopted_in_the_future",
        (at("periods/1", plan_status=PlanStatus.VASTGESTELD, adopted_on=date(2027, 1, 2)),),
        "periods/1/adopted_on",
        "is vastgesteld op 2 januari 2027; die dag moet nog komen",
        date(2027, 1, 1),
    ),
    Case(
        "wrong_count_overzicht",
        (at("region/1", vision_statement="Wij werken aan vijf thema’s."),),
        "region/1/vision_statement",
        "zegt ‘vijf thema’s’, maar er is 1 thema",
    ),
    Case(
        "wrong_count_regiovisie", (at("vision/1", text="Er zijn 3 speerpunten."),), "vision/1/text", "‘3 speerpunten’"
    ),
    Case(
        "wrong_count_plan", (at("themes/1", result="Eén van twaalf thema's."),), "themes/1/result", "‘twaalf thema's’"
    ),
    Case(
        "wrong_count_concept",
        (text_of(5, "Elk thema heeft vijf of zes speerpunten."),),
        "texts/5/text",
        "zegt ‘vijf of zes speerpunten’, maar thema 1 heeft er 1",
    ),
    Case("chapter_without_text", (Ref("texts", 10),), "texts/0", "geen eigen tekst bij hoofdstuk ‘10 Risico’s’"),
    Case(
        "subject_without_speerpunt",
        (at("speerpunten/1", tags=SPEERPUNT.tags[1:]),),
        "speerpunten/0",
        "geen speerpunt over ‘po’. Kies",
    ),
)


def test_the_clean_dossier_has_no_findings() -> None:
    assert findings(CLEAN, TODAY) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_finds_what_is_wrong(case: Case) -> None:
    found = found_by(case.rule, edited(*case.edits), case.today)
    assert [ref for ref, _ in found] == [case.ref]
    message = found[0][1]
    assert case.words in message
    assert message[0].isupper() or message[0] in "‘123456789"
    assert message[-1] in ".?"
    assert len(message) <= 300
    assert "  " not in message


@pytest.mark.parametrize(
    ("table", "place"), [("parties", Place.PLAN), ("milestones", Place.MIJLPALEN), ("texts", Place.CONCEPT)]
)
def test_what_was_set_aside_is_found_at_its_place(table: str, place: Place) -> None:
    aside = Aside(Ref(table, 9), "Onderdeel 9 klopt niet")
    found = findings(replace(CLEAN, aside=(aside,)), TODAY)
    assert [(one.ref, one.place, one.message) for one in found] == [(aside.ref, place, "Onderdeel 9 klopt niet.")]


@pytest.mark.parametrize(
    ("fields", "place_of_it", "words"),
    [
        (("title",), "milestones/1/title", "heeft bij ‘Mijlpaal’ iets anders in laptop.sto.json."),
        (
            ("light", "done_on"),
            "milestones/1/light",
            "bij ‘Stoplicht’ en ‘Gereed op’ iets anders in laptop.sto.json.",
        ),
        ((), "milestones/1", "is in laptop.sto.json verwijderd en hier gewijzigd of gebruikt."),
    ],
)
def test_a_choice_between_two_copies_is_an_error_until_it_is_made(
    fields: tuple[str, ...], place_of_it: str, words: str
) -> None:
    milestone_there = CLEAN.of(Milestone)[1].changed(title="Anders") if fields else None
    choice = Unsettled(Ref("milestones", 1), fields, milestone_there, "laptop.sto.json")
    found = findings(replace(CLEAN, unsettled=(choice,)), TODAY)
    assert [(str(one.ref), one.place, one.level) for one in found] == [(place_of_it, Place.MIJLPALEN, Level.FOUT)]
    assert words in found[0].message


def test_every_rule_says_its_source() -> None:
    for one in all_checks():
        assert one.source
    unsure = {one.name for one in all_checks() if one.certainty is Certainty.TE_CONTROLEREN}
    assert unsure == {
        "too_few_vmbo",
        "no_mbo",
        "no_company",
        "no_po",
        "subject_without_speerpunt",
        "subject_to_place",
        "budget_over_subsidy",
        "cofinancing_below_minimum",
        "cofinancing_by_others",
        *(
            "overspent_line",
            "underspent_year",
            "forecast_over",
            "forecast_under",
            "booked_wrong",
            "booked_twice",
            "realised_over",
        ),
        *("depreciation_differs", "realised_below_minimum", "status_and_amount_differ", "realised_without_evidence"),
        "budget_outside_period",
        "cofinancing_outside_period",
        "more_half_days_than_free",
    }


def test_findings_stand_in_order_of_weight_place_and_number() -> None:
    dossier = edited(
        milestone(10, "1.10", date(2027, 9, 1), date(2027, 8, 1)),
        milestone(9, "1.9", date(2027, 9, 1), date(2027, 8, 1)),
        at("goals/1", target=""),
    )
    found = findings(dossier, TODAY)
    levels = [list(Level).index(one.level) for one in found]
    assert levels == sorted(levels)
    assert [str(one.ref) for one in found[:3]] == ["goals/1/target", "milestones/9/due", "milestones/10/due"]


def test_the_sentence_about_starting_too_early() -> None:
    without_lag = edited(at("milestones/2", start="2027-03-19", after=(Dependency(id=1, milestone=1),)))
    assert "Mijlpaal 1.1b begint 12 dagen voordat 1.1a klaar is." in found_by("starts_too_early", without_lag)[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "Zie thema 1, doel 1, speerpunt 1.1 en de mijlpalen 1.1a en 1.1b; hoofdstuk 11.",
        "Het doel 25% meer leerlingen, doel 20 procent, en de mijlpaal 30 juni.",
        "In paragraaf 3.4 van de regeling staat het; ook in paragraaf 4.",
        "Doelen 2028, thema 3.",
    ],
)
def test_texts_that_refer_well(text: str) -> None:
    dossier = edited(text_of(5, text), THEME.changed(id=3, number=3))
    assert found_by("lost_number_concept", dossier) == []


def test_a_risk_and_an_ambition_name_what_is_in_their_own_plan() -> None:
    """Speerpunt 1.1 and milestone 1.1a are of 2027-2028, speerpunt 7.1 of 2025-2026: nothing to strike in either."""
    there = (
        BEFORE.changed(ambition="Speerpunt 7.1 werkt."),
        THEME.changed(id=2, number=7, periods=(2,), result=""),
        Speerpunt(id=2, theme=2, number="7.1", title="Van toen"),
        Risk(id=1, text="Te laat", measure="Zie mijlpaal 1.1a.", periods=(1,)),
        Risk(id=2, text="Te vol", measure="Zie speerpunt 7.1.", periods=(2,)),
    )
    both = edited(*there)
    for check in ("lost_number_plan", "lost_number_overzicht"):
        assert [said_by(check, both.seen_in(period), TODAY) for period in (1, 2)] == [[], []]
    crossed = edited(*there, Risk(id=2, text="Te vol", measure="Zie speerpunt 7.1.", periods=(1,)))
    assert [ref for ref, _ in said_by("lost_number_plan", crossed.seen_in(1), TODAY)] == ["risks/2/measure"]


def test_every_lost_number_of_a_text_is_found_once() -> None:
    dossier = edited(text_of(5, "Zie § 3.4, thema’s 1, 2 en 7, Doelen 1 en 9, mijlpaal 2.1. En paragraaf 3.4 dus."))
    words = [
        message.split("verwijst naar ")[1].split(",")[0] for _, message in found_by("lost_number_concept", dossier)
    ]
    assert words == ["paragraaf 3.4", "thema 2", "thema 7", "doel 9", "mijlpaal 2.1"]


@pytest.mark.parametrize(
    "text",
    [
        "Het plan heeft één thema en twee speerpunten.",
        "De eerste vijf thema's van de vorige periode.",
        "Per thema zijn er 2 tot 4 speerpunten.",
        "Wij hebben zesentwintig thema's besproken.",
    ],
)
def test_texts_that_count_well(text: str) -> None:
    assert found_by("wrong_count_concept", edited(text_of(5, text), SECOND)) == []


@pytest.mark.parametrize(
    "role_text",
    [
        "docent mbo College Waterstad",
        "docenten van het vmbo College Waterstad",
        "mbo College Lelystad",
        "Noord Colleges",
        "Metaalbedrijf",
    ],
)
def test_other_words_are_no_misspelling(role_text: str) -> None:
    partners = (Partner(id=1, party=1), Partner(id=2, role=role_text))
    assert found_by("misspelt_party", edited(at("speerpunten/1", partners=partners))) == []


def test_a_longer_name_does_not_name_the_shorter_one() -> None:
    longer = Party(id=6, name="Noord College Techniek")
    dossier = edited(longer, at("speerpunten/1", result="Bij Noord College Techniek staat een lab."))
    found = found_by("party_not_among_partners", dossier)
    assert [message.split(" in het")[0] for _, message in found] == ["Speerpunt 1.1 noemt Noord College Techniek"]


def test_trouble_without_any_line_in_the_log() -> None:
    found = found_by("trouble_without_explanation", edited(at("milestones/2", light=Stoplicht.ROOD)))
    assert [ref for ref, _ in found] == ["milestones/2"]
    assert "staat op rood zonder toelichting en knelpunt." in found[0][1]


STOPPED = at("parties/2", status=PartyStatus.GESTOPT)
STILL_THERE: tuple[tuple[str, Record, str, str], ...] = (
    ("plan", at("themes/1", lead=2), "themes/1/lead", "is nog trekker van thema 1. Kies een andere trekker."),
    (
        "plan",
        at("speerpunten/1", partners=(Partner(id=1, party=2, role="een docent"), Partner(id=2, party=2))),
        "speerpunten/1/partners",
        "staat nog bij de partners van speerpunt 1.1. Haal de partij daar weg.",
    ),
    (
        "plan",
        at("bodies/1", members=(Member(id=1, party=2, role="voorzitter"),)),
        "bodies/1/members",
        "staat nog bij de leden van ‘stuurgroep’. Haal de partij daar weg.",
    ),
    (
        "plan",
        at("cofinancing/1", party=2, title="Machines", status="getekend"),
        "cofinancing/1/party",
        "heeft nog de bijdrage ‘Machines’ (2027), die getekend is en niet meetelt voor het minimum. Zoek een andere.",
    ),
    (
        "veri",
        role(7, "themes/1", "parties/2", "VE"),
        "veri/7/party",
        "heeft nog rol VE bij thema 1. Geef die rol aan een ander.",
    ),
    (
        "veri",
        role(7, "milestones/2", "parties/2", "S"),
        "veri/7/party",
        "heeft nog rol S bij mijlpaal 1.1b. Geef die rol aan een ander.",
    ),
)


@pytest.mark.parametrize(("place", "record", "ref", "sentence"), STILL_THERE, ids=lambda one: str(one)[:40])
def test_a_party_that_stopped_is_found_where_it_still_has_something_to_do(
    place: str, record: Record, ref: str, sentence: str
) -> None:
    assert found_by(f"stopped_party_{place}", edited(STOPPED, record)) == [
        (ref, f"Zuid College is gestopt, maar {sentence}")
    ]
    assert found_by(f"stopped_party_{place}", edited(record)) == []
    other = {"plan": "veri", "veri": "plan"}[place]
    assert found_by(f"stopped_party_{other}", edited(STOPPED, record)) == []


def test_what_a_party_did_before_it_stopped_stays() -> None:
    """What it said, what it paid, a role in what is ready, and a mark that it has no part in something."""
    dossier = edited(
        STOPPED,
        at("answers/1", party=2),
        at("cofinancing/1", party=2, status="gerealiseerd"),
        at("milestones/1", light=Stoplicht.GEREED),
        role(7, "milestones/1", "parties/2", "V"),
        role(8, "milestones/2", "parties/2", "O"),
    )
    assert [one for name in ("plan", "veri") for one in found_by(f"stopped_party_{name}", dossier)] == []


def test_no_way_in_which_a_party_takes_part_is_forgotten() -> None:
    def refers(spec: FieldSpec) -> bool:
        inner = fields_of(spec.part).values() if spec.part else ()
        return "parties" in spec.tables or any(map(refers, inner))

    with_party = {name for name, table in TABLES.items() if any(map(refers, fields_of(table.model).values()))}
    assert with_party - {"answers", "scores", "sessions"} == set(USES)


def test_who_took_part_until_the_period_ended_is_part_of_how_it_was() -> None:
    lead = at("themes/1", lead=2)
    for day, is_found in ((date(2028, 12, 30), True), (date(2028, 12, 31), False)):
        dossier = edited(lead, at("parties/2", status=PartyStatus.GESTOPT, stopped_on=day))
        assert ("themes/1/lead" in [str(ref) for ref, _ in found_by("stopped_party_plan", dossier)]) is is_found
    # When the period is over only a day can tell, and it is asked for.
    asked = " Stopte die partij na 31 december 2028? Vul dan in op welke dag."
    dossier = edited(lead, at("parties/2", status=PartyStatus.GESTOPT))
    for today, is_asked in ((date(2028, 12, 31), False), (date(2029, 1, 1), True)):
        (told,) = [one.message for one in findings(dossier, today) if one.check == "stopped_party_plan"]
        assert told.endswith(asked) is is_asked


def test_a_moment_to_decide_may_be_short_and_have_nothing_to_hold() -> None:
    short = at("milestones/2", due="2027-04-20", kind=MilestoneKind.GO_NO_GO, tangible_result="")
    assert findings(edited(short), TODAY) == ()


def test_colours_and_speerpunten_with_a_role_are_rows_too() -> None:
    dossier = edited(role(7, "themes/1", "parties/1", "V"), role(8, "speerpunten/1", "bodies/1", "E"))
    assert [ref for ref, _ in found_by("not_one_decider", dossier)] == ["themes/1"]
    assert [ref for ref, _ in found_by("no_doer", dossier)] == ["speerpunten/1"]


def sample_findings(name: str, today: date) -> list[Finding]:
    path = SAMPLES / f"{name}.sto.json"
    return list(findings(dossier_from(decode(path.read_bytes(), path.name), path.name).seen_in(), today))


def test_the_example_region_has_only_its_planted_errors() -> None:
    found = sample_findings("voorbeeldregio-2027-2028", date(2027, 9, 3))
    errors = [(one.check, str(one.ref)) for one in found if one.level is Level.FOUT]
    assert errors == [
        ("goal_without_target", "goals/6/target"),
        ("starts_too_early", "milestones/87/start"),
        ("no_doer", "milestones/141"),
        ("not_one_decider", "milestones/70"),
        ("not_one_decider", "milestones/99"),
    ]
    messages = " ".join(one.message for one in found if one.level is Level.FOUT)
    for number in ("Doel 6", "3.5c", "5.4c", "3.2d", "4.2c"):
        assert number in messages
    rules = Counter(one.check for one in found)
    assert rules["trouble_without_explanation"] == rules["decision_without_follow_up"] == 1
    assert rules["chapter_without_text"] == 1


def test_the_defects_of_the_almere_plan_are_found() -> None:
    found = sample_findings("almere-2020-2023", date(2019, 3, 27))
    said = [(one.check, one.place.number, one.message) for one in found]
    for rule, place, *words in (
        ("wrong_count_concept", 8, "vijf of zes speerpunten", "thema 5 heeft er 3"),
        ("two_names", 4, "Leerbedrijf Design & Innovation (Echnaton)", "Leerbedrijf Technology & Design (Echnaton)"),
        ("party_not_among_partners", 4, "Speerpunt 2.4", "mbo College Lelystad"),
        ("goal_without_target", 4, "Doel 4"),
        ("goal_without_target", 4, "Doel 5"),
        ("goal_without_target_year", 4, "Doel 4"),
        ("goal_without_target_year", 4, "Doel 5"),
        *(("goal_without_baseline", 4, f"Doel {number} ") for number in range(1, 6)),
        ("budget_without_amounts", 4, "geen enkel bedrag"),
        ("cofinancing_only_intended", 4, "beoogd"),
        ("uneven_phases", 4, "‘2021 - 2023’", "‘2022 - 2023’"),
        ("overlapping_phases", 4, "speerpunt 1.1"),
        ("overlapping_phases", 4, "speerpunt 1.2"),
        ("misspelt_party", 4, "mbo College Amere", "mbo College Almere"),
        ("misspelt_party", 4, "Aers mbo Almere"),
    ):
        told = [message for one, where, message in said if (one, where) == (rule, place)]
        assert any(all(str(word) in message for word in words) for message in told), (rule, words)
