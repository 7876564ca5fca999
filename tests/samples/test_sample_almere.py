"""The Almere sample against tables of facts that were read from the plan itself, not from the script."""

import html
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht, Veri
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Body, Party, PartyStatus
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Risk, Size, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Deadline, PlanPeriod, PlanStatus, RegionKind
from sto_tui.storage.file.codec import decode, dossier_from, encode, raw_from

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE = SAMPLES / "almere-2020-2023.sto.json"
# The text of the plan is not part of the repository; whoever has it names the file here.
SOURCE_VARIABLE = "STO_ALMERE_PLAN"
COPIED_WORDS = 9

JJ, SD = "2020 (jan. – juli)", "2020 (sept - dec)"
YEARS = ("2020", "2021", "2022 - 2023")
SPANS = {
    JJ: (date(2020, 1, 1), date(2020, 7, 31)),
    SD: (date(2020, 9, 1), date(2020, 12, 31)),
    "2020": (date(2020, 1, 1), date(2020, 12, 31)),
    "2021": (date(2021, 1, 1), date(2021, 12, 31)),
    "2021 - 2023": (date(2021, 1, 1), date(2023, 12, 31)),
    "2022 - 2023": (date(2022, 1, 1), date(2023, 12, 31)),
}

# Number, word of the title, number of partners, labels of the phases, number of acts per phase.
SPEERPUNTEN = (
    ("1.1", "OTT", 15, (JJ, SD, "2021 - 2023", "2022 - 2023"), (6, 2, 2, 1)),
    ("1.2", "Train-de-trainer", 10, (SD, "2021", "2021 - 2023"), (3, 4, 2)),
    ("1.3", "matchingsinstrument", 5, YEARS, (4, 3, 1)),
    ("1.4", "Bliksemstages", 3, YEARS, (5, 2, 2)),
    ("1.5", "NEMO", 2, YEARS, (4, 1, 1)),
    ("2.1", "onderbouw", 2, YEARS, (3, 2, 3)),
    ("2.2", "PIE", 6, YEARS, (6, 3, 2)),
    ("2.3", "BWI", 6, YEARS, (6, 3, 2)),
    ("2.4", "MVI", 7, YEARS, (6, 3, 2)),
    ("2.5", "menukaart", 4, YEARS, (6, 3, 1)),
    ("2.6", "inhoud keuzevakken", 4, YEARS, (2, 2, 1)),
    ("3.1", "Virtual Reality (Stad College)", 3, YEARS, (1, 4, 2)),
    ("3.2", "Ontwerpstudio Design & Grafimedia (Arte College)", 3, YEARS, (1, 4, 2)),
    ("3.3", "Techlab Automotive & Mobiliteit (Meergronden)", 3, YEARS, (1, 4, 2)),
    ("3.4", "Leerbedrijf Technology & Design (Echnaton)", 3, YEARS, (1, 4, 2)),
    ("3.5", "Duurzaam Wonen (Buitenhout College)", 4, YEARS, (1, 4, 2)),
    ("3.6", "DroneTechnology (Aeres vmbo Almere)", 2, YEARS, (1, 4, 2)),
    ("4.1", "techniekdocenten en instructeurs", 4, YEARS, (2, 1, 1)),
    ("4.2", "directieleden", 2, YEARS, (2, 1, 1)),
    ("4.3", "expertise bedrijven", 2, YEARS, (1, 4, 1)),
    ("4.4", "Scholing techniekdocenten", 2, YEARS, (2, 1, 1)),
    ("4.5", "stagebegeleiders", 2, YEARS, (3, 2, 2)),
    ("5.1", "vrienden van techniek", 9, YEARS, (3, 1, 1)),
    ("5.2", "coördinatiepunt", 4, YEARS, (4, 4, 3)),
    ("5.3", "PPS Wetenschap & Techniek (po)", 9, YEARS, (3, 1, 1)),
)

# What must be found in the result and the acts of a speerpunt.
FACTS = (
    ("1.1", "Stad & Natuur Discoverylab studiedag materialisatie Klokhuis Upcyclecentrum Waterbeleefcentrum"),
    ("1.1", "PPS W&T Windesheim watertechnologie duurzaamheid zes 2021"),
    ("1.2", "pool co-creatie tranche 2 3 LOB"),
    ("1.3", "eind 2020 leerjaar 3 en 4 vijf loopbaancompetenties prototype pilot twee"),
    ("1.4", "32 250 47 375 82 650 80 werkexploratie kwaliteitenreflectie leerjaar 1 en 2"),
    ("1.5", "900 30 leerjaar 2 bus reflecteren Idem"),
    ("2.1", "eind 2021 zes doorstroom begeleiding organisatie middelen profieldeel"),
    ("2.2", "eind 2020 niveau 2-3 vijf of zes jaar examinering mbo College Almere Pilotjaar Borging stages"),
    ("2.3", "eind 2020 niveau 2-3 vijf of zes jaar examinering mbo College Lelystad Pilotjaar Borging"),
    ("2.4", "eind 2020 niveau 2-3 ICT ontwerpbureaus Arte College Pilotjaar Borging"),
    ("2.5", "juli 2020 BBL KBL GL TL mbo College Almere Aeres MBO Almere (zie speerpunt 1.3) Idem als 2021"),
    ("2.6", "robotica installeren en monteren design en decoratie 3D-vormgeving kantoortechnologie vijf 12 6"),
    ("3.1", "eind 2021 Technology Care & Services ICT & Design PIE BWI MVI Zorg Nvt"),
    ("3.2", "eind 2021 theatertechniek Grafimedia opdrachtgevers duurzame Nvt"),
    ("3.3", "eind 2021 e-bikes elektrische hybride waterstof Techlab A&M Nvt"),
    ("3.4", "eind 2021 duurzame T&D Nvt"),
    ("3.5", "eind 2021 mini-woning Tech & Care energietechniek installatietechniek isoleersystemen domotica SHA Nvt"),
    ("3.5", "zorgsystemen robotisering smart home"),
    ("3.6", "eind 2021 Outdoor en Science drones natuurbeheer groene inspecties Nvt"),
    ("4.1", "2 docenten week 40 uur scholingsplan Idem"),
    ("4.2", "1 leidinggevende rector conrector teamleider 3 dagen cultuur Idem"),
    ("4.3", "één dag per week hybride medewerker gastlessen Nvt Uitbreiding mag Idem"),
    ("4.4", "2020 twee techniekdocenten 2 dagen 4 docenten didactiek"),
    ("4.5", "tranche 1 tranche 2 tranche 3 Terugkomdag dagdeel tranche 1 en 2"),
    ("5.1", "drie keer per jaar 2-3 uur statuten secretaris penvoerder Idem"),
    ("5.2", "2021 centraal coördinatiepunt zes softwarepakket pilot twee scholen"),
    ("5.3", "twee keer per jaar kennisdag projectteam STA programmateam workshops Idem"),
)

# Speerpunt, place of the partner, party, words of its contribution.
PARTNERS = (
    ("1.1", 2, "mbo College Almere", "mbo College Amere"),
    ("1.1", 5, "bedrijven", "4"),
    ("1.1", 14, "extern bureau", "inhuur expertise"),
    ("1.4", 2, "bedrijven", "30 – 80"),
    ("2.2", 0, "Stad College", "4 docenten"),
    ("2.3", 1, "mbo College Lelystad", "2 docenten"),
    ("2.4", 2, "mbo College Almere", "2 docenten"),
    ("2.4", 6, "Omroep FL", ""),
    ("3.5", 3, "Bouwend Nederland", ""),
    ("4.5", 1, "bedrijven", "8-12 praktijkbegeleiders"),
    ("5.1", 3, "bedrijven", "consortium"),
    ("5.3", 2, "Aeres MBO Almere", "Aers mbo Almere"),
)

RISKS = (
    ("Partners vallen tussentijds af", Size.KLEIN, Size.MIDDEL, "cruciale partner overeenkomst stuurgroep"),
    ("Doelen blijken niet haalbaar", Size.KLEIN, Size.MIDDEL, "planvorming stuurmanskunst waarom alternatieven"),
    ("Planningen worden niet gehaald", Size.KLEIN, Size.MIDDEL, "deelprojectleiders uitloop ziekte aanspreken"),
    ("Financiën ontoereikend", Size.KLEIN, Size.GROOT, "uren rapportages kaders investeren"),
    ("Samenwerking partners komt niet van de grond", Size.GROOT, Size.GROOT, "onafhankelijke vertrouwen oude plan"),
)

# Abbreviation, size, meetings a year, words of task, members and chair.
BODIES = (
    ("SG", 7, 6, "opdrachtgever voortgang budget draagvlak achterban directeur bedrijven manager techniek"),
    ("AR", None, 3, "brancheorganisaties arbeidsmarkt ongevraagd vertegenwoordigers"),
    ("PL", None, None, "algemeen projectleider deelprojectleiders administratieve projectadministratie"),
    ("DP", 5, None, "vier uur per week speerpunten scholen"),
    ("WG", None, None, "onderwijsinstellingen intermediaire definitief hoofdthema"),
)

TEXTS = (
    (Chapter.INLEIDING, "deel II deel 1 27 maart 2019 2020 – 2023 penvoerder Stad College Versie 1.0"),
    (Chapter.THEMAS, "vijf thema's|vijf of zes speerpunten|rode draad|schieten|hagel|profieldelen"),
    (Chapter.ORGANISATIE, "plan van aanpak|planning in detail|gezamenlijke vmbo-scholen|algemeen projectleider"),
    (Chapter.MONITORING, "elke twee maanden|vast format|1 juli 2021|1 juli 2023|financiële verantwoording"),
    (Chapter.MONITORING, "communicatieplan|successen|zes vmbo-scholen"),
    (Chapter.BEGROTING, "Excel-bestand|vijf thema's|jaar 1 (2020)|jaar 2 (2021)|jaren 3 en 4 (2022 en 2023)"),
    (Chapter.BEGROTING, "discoverylab|skillslab|innovationlab of leerbedrijf|meestal in 2020"),
    (Chapter.BEGROTING, "geen getekende overeenkomsten|netwerk|schatting|beoogd"),
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return dossier_from(decode(SAMPLE.read_bytes(), SAMPLE.name), SAMPLE.name)


@pytest.fixture(scope="module")
def by_number(dossier: Dossier) -> dict[str, Speerpunt]:
    return {speerpunt.number: speerpunt for speerpunt in dossier.of(Speerpunt).values()}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def contains(text: str, facts: str, divider: str | None = None) -> list[str]:
    """The facts that are not in the text: a word may be the start of a longer one, a number may not."""
    found = f" {' '.join(words(text))} "
    missing = []
    for fact in facts.split(divider):
        sought = " ".join(words(fact))
        if sought and f" {sought}{' ' if sought[-1].isdigit() else ''}" not in found:
            missing.append(fact)
    return missing


def all_texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from all_texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from all_texts(part)


@pytest.mark.slow
def test_the_script_makes_the_same_bytes(tmp_path: Path) -> None:
    made = tmp_path / "made.sto.json"
    subprocess.run([sys.executable, str(SAMPLES / "make_almere.py"), str(made)], check=True)
    assert made.read_bytes() == SAMPLE.read_bytes()


def test_the_file_is_as_the_store_writes_it(dossier: Dossier) -> None:
    assert encode(raw_from(dossier)) == SAMPLE.read_bytes()


def test_region_period_and_deadlines(dossier: Dossier) -> None:
    region, plan = dossier.region, dossier.current_period
    assert (region.name, region.lead_school, region.place) == ("Almere", "Stad College", "Almere")
    assert plan is not None
    assert plan.version == "1.0"
    assert region.kind is RegionKind.TECHNIEKREGIO
    assert region.programme_manager == ""
    (period,) = dossier.of(PlanPeriod).values()
    assert (period.label, period.start, period.end) == ("2020-2023", date(2020, 1, 1), date(2023, 12, 31))
    assert period.current
    assert period.plan_status is PlanStatus.INGEDIEND
    assert [(one.date, one.done) for one in dossier.of(Deadline).values()] == [
        (date(2019, 3, 27), True),
        (date(2021, 7, 1), False),
        (date(2023, 7, 1), False),
    ]


def test_tables_that_the_plan_does_not_fill_are_empty(dossier: Dossier) -> None:
    for table in ("progress", "questions", "answers", "scores", "sessions", "actions", "vision", "indicators"):
        assert not dossier.tables[table], table


def test_every_reference_leads_to_a_record(dossier: Dossier) -> None:
    assert [(str(ref), str(target)) for ref, target in dossier.references() if dossier.get(target) is None] == []


def test_abbreviations_are_unique_and_short(dossier: Dossier) -> None:
    shorts = [party.short for party in dossier.of(Party).values()] + [body.short for body in dossier.of(Body).values()]
    assert len(dossier.of(Party)) == 32
    assert len(set(shorts)) == len(shorts)
    assert all(2 <= len(short) <= 4 for short in shorts)
    assert {party.status for party in dossier.of(Party).values()} == {PartyStatus.BEOOGD}


def test_colours_have_five_six_six_five_and_three_speerpunten(dossier: Dossier) -> None:
    counts = Counter(dossier.of(Theme)[one.theme].number for one in dossier.of(Speerpunt).values())
    assert [counts[number] for number in range(1, 6)] == [5, 6, 6, 5, 3]
    assert [one.number for one in dossier.of(Speerpunt).values()] == [number for number, *_ in SPEERPUNTEN]
    assert all(theme.result for theme in dossier.of(Theme).values())


@pytest.mark.parametrize(("number", "keyword", "partners", "labels", "acts"), SPEERPUNTEN, ids=lambda value: str(value))
def test_speerpunt(
    by_number: dict[str, Speerpunt],
    number: str,
    keyword: str,
    partners: int,
    labels: tuple[str, ...],
    acts: tuple[int, ...],
) -> None:
    speerpunt = by_number[number]
    assert keyword in speerpunt.title
    assert len(speerpunt.partners) == partners
    assert tuple(phase.label for phase in speerpunt.phases) == labels
    assert [(phase.start, phase.end) for phase in speerpunt.phases] == [SPANS[label] for label in labels]
    assert tuple(len(phase.acts) for phase in speerpunt.phases) == acts
    assert speerpunt.goals
    assert speerpunt.tags


@pytest.mark.parametrize(("number", "facts"), FACTS)
def test_facts_of_a_speerpunt(by_number: dict[str, Speerpunt], number: str, facts: str) -> None:
    speerpunt = by_number[number]
    text = " ".join([speerpunt.result, *(act.text for phase in speerpunt.phases for act in phase.acts)])
    assert contains(text, facts) == []


@pytest.mark.parametrize(("number", "place", "party", "role"), PARTNERS)
def test_partner(
    dossier: Dossier, by_number: dict[str, Speerpunt], number: str, place: int, party: str, role: str
) -> None:
    partner = by_number[number].partners[place]
    assert partner.party is not None
    assert dossier.of(Party)[partner.party].name == party
    assert role in partner.role


def test_goals_have_targets_but_for_four_and_five(dossier: Dossier) -> None:
    goals = list(dossier.of(Goal).values())
    assert [goal.target for goal in goals] == ["20% meer", "25% meer", "verdubbeld", "", ""]
    assert [goal.baseline_year for goal in goals] == [2019, 2019, 2019, None, None]
    assert [goal.target_year for goal in goals] == [2023, 2023, 2023, None, None]
    assert {goal.baseline for goal in goals} == {""}
    assert all(goal.indicator for goal in goals)


def test_known_defects_of_the_plan_are_kept(dossier: Dossier, by_number: dict[str, Speerpunt]) -> None:
    facilities = [facility.name for theme in dossier.of(Theme).values() for facility in theme.facilities]
    assert "Leerbedrijf Design & Innovation (Echnaton)" in facilities
    assert by_number["3.4"].title == "Leerbedrijf Technology & Design (Echnaton)"
    assert len([name for name in facilities if "lab" in name.lower() or "studio" in name or "bedrijf" in name]) >= 6
    assert "mbo College Lelystad" in by_number["2.4"].result
    assert dossier.of(Party)[by_number["2.4"].partners[2].party or 0].name == "mbo College Almere"
    for number in ("1.1", "1.2"):
        starts = [phase.start for phase in by_number[number].phases if phase.start]
        ends = [phase.end for phase in by_number[number].phases if phase.end]
        assert any(start <= end for start, end in zip(starts[1:], ends, strict=False)), number


@pytest.mark.parametrize(("text", "probability", "impact", "facts"), RISKS)
def test_risk(dossier: Dossier, text: str, probability: Size, impact: Size, facts: str) -> None:
    (risk,) = [one for one in dossier.of(Risk).values() if one.text == text]
    assert len(dossier.of(Risk)) == len(RISKS)
    assert (risk.probability, risk.impact) == (probability, impact)
    assert contains(f"{risk.measure} {risk.note}", facts) == []


@pytest.mark.parametrize(("short", "size", "meets", "facts"), BODIES)
def test_body(dossier: Dossier, short: str, size: int | None, meets: int | None, facts: str) -> None:
    (body,) = [one for one in dossier.of(Body).values() if one.short == short]
    assert len(dossier.of(Body)) == len(BODIES)
    assert (body.size, body.meets) == (size, meets)
    members = " ".join(f"{member.person} {member.role}" for member in body.members)
    assert contains(f"{body.task} {body.authority} {body.chair} {members}", facts) == []


def test_the_stuurgroep_has_seven_seats(dossier: Dossier) -> None:
    (steering,) = [one for one in dossier.of(Body).values() if one.short == "SG"]
    seats = Counter(dossier.of(Party)[member.party or 0].name for member in steering.members)
    assert seats == {"Stad College": 1, "ASG groep": 3, "mbo College Almere": 1, "bedrijven": 2}


@pytest.mark.parametrize(("chapter", "facts"), TEXTS)
def test_written_parts(dossier: Dossier, chapter: Chapter, facts: str) -> None:
    text = " ".join(f"{one.heading} {one.text}" for one in dossier.of(ChapterText).values() if one.chapter is chapter)
    assert contains(text, facts, "|" if "|" in facts else None) == []


def test_the_budget_has_lines_but_no_amounts(dossier: Dossier) -> None:
    per_theme = Counter(
        (line.theme, line.year) for line in dossier.of(BudgetLine).values() if line.title.startswith("Project")
    )
    assert set(per_theme) == {(theme, year) for theme in dossier.of(Theme) for year in range(2020, 2024)}
    for environment in ("Discoverylab", "Skillslab", "Innovationlab of leerbedrijf"):
        assert sum(line.title.startswith(environment) for line in dossier.of(BudgetLine).values()) == 6
    assert all(line.total is None and line.price is None and line.note for line in dossier.of(BudgetLine).values())


def test_innovationlab_lines_belong_to_the_speerpunt_of_their_school(dossier: Dossier) -> None:
    for line in dossier.of(BudgetLine).values():
        if line.title.startswith("Innovationlab"):
            school = line.title.removeprefix("Innovationlab of leerbedrijf ")
            assert f"({school})" in dossier.of(Speerpunt)[line.speerpunt or 0].title


def test_cofinancing_is_only_intended(dossier: Dossier) -> None:
    lines = dossier.of(Cofinancing).values()
    assert {line.theme for line in lines} == set(dossier.of(Theme))
    assert {line.status for line in lines} == {CofinancingStatus.BEOOGD}
    assert {dossier.of(Party)[line.party or 0].name for line in lines} == {"bedrijven"}
    assert all(line.total is None and line.quantity is None and line.rate is None for line in lines)


def test_decisions_come_back_or_say_why_not(dossier: Dossier) -> None:
    decisions = dossier.of(Decision).values()
    assert len(decisions) == 5
    for decision in decisions:
        assert decision.why
        assert bool(decision.becomes) != bool(decision.why_not)


def test_milestones_follow_from_the_phases(dossier: Dossier) -> None:
    milestones = dossier.of(Milestone).values()
    per_speerpunt = Counter(one.speerpunt for one in milestones)
    assert 60 <= len(milestones) <= 75
    assert set(per_speerpunt) == set(dossier.of(Speerpunt))
    assert set(per_speerpunt.values()) <= {2, 3}
    assert len({one.number for one in milestones}) == len({one.title for one in milestones}) == len(milestones)
    for one in milestones:
        speerpunt = dossier.of(Speerpunt)[one.speerpunt or 0]
        assert one.number[:-1] == speerpunt.number
        assert len(one.title) <= 60
        assert one.tangible_result
        assert one.derived
        assert one.light is Stoplicht.NIET_GESTART
        assert one.start
        assert one.due
        assert one.goal in speerpunt.goals
        assert one.start < one.due, one.number
        spans = [(phase.start, phase.end) for phase in speerpunt.phases if phase.start and phase.end]
        assert min(start for start, _ in spans) <= one.start, one.number
        assert one.due <= max(end for _, end in spans), one.number


def test_go_no_go_and_quick_wins(dossier: Dossier) -> None:
    go = {one.number for one in dossier.of(Milestone).values() if one.kind is MilestoneKind.GO_NO_GO}
    assert go >= {"1.1a", "2.2a", "2.3a", "2.4a", *(f"3.{number}a" for number in range(1, 7))}
    assert sum(one.quick_win for one in dossier.of(Milestone).values()) >= 5


def test_no_milestone_starts_before_its_predecessor_is_due(dossier: Dossier) -> None:
    across = 0
    for one in dossier.of(Milestone).values():
        for dependency in one.after:
            before = dossier.of(Milestone)[dependency.milestone]
            assert one.start
            assert before.due
            assert one.start > before.due + timedelta(days=dependency.lag_days), one.number
            across += before.speerpunt != one.speerpunt
    assert across >= 4


def test_every_row_has_one_e_and_at_least_one_v(dossier: Dossier) -> None:
    assert all(role.derived for role in dossier.of(Veri).values())
    for one in dossier.of(Milestone).values():
        row = dossier.veri_row(Ref("milestones", one.id))
        assert sum(role.code.decides for role in row) == 1, one.number
        assert any(role.code.does for role in row), one.number
        assert any(role.code in ("R", "I", "S") for role in row), one.number
        assert len({role.party for role in row}) == len(row), one.number


def test_no_sentence_of_the_plan_is_copied() -> None:
    """No run of nine words of the plan stands in the sample; labels of activities are shorter than that."""
    named = os.environ.get(SOURCE_VARIABLE)
    if not named:
        pytest.skip(f"de tekst van het plan is er niet; zet het pad in {SOURCE_VARIABLE}")
    plan = words(html.unescape(re.sub(r"<[^>]+>", " ", Path(named).read_text("utf-8"))))
    runs = {tuple(plan[place : place + COPIED_WORDS]) for place in range(len(plan) - COPIED_WORDS + 1)}
    copied = [
        " ".join(run)
        for text in all_texts(dict(decode(SAMPLE.read_bytes(), SAMPLE.name)))
        for run in zip(*(words(text)[place:] for place in range(COPIED_WORDS)), strict=False)
        if run in runs
    ]
    assert copied == []
