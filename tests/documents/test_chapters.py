"""The chapters come from one list, and what a document says of itself is so."""

import io
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, AnswerKind, Question, QuestionKind, QuestionPart, Score
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Body, Member, Party, PartyKind
from sto_tui.domain.plan import Chapter, ChapterText, Goal, ResultMeasure, Risk, Speerpunt, Tag, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import TABLES
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.paper_outline import chapters_of, mention, numbering
from sto_tui.planning.paper_registry import PaperPart
from tests.conftest import ROOT
from tests.planning.checks.test_holes import emptiable
from tests.support.docx_gaps import element_of
from tests.support.findings import said_by
from tests.support.golden_texts import GoldenSample
from tests.support.parts import ABOUT_NO_PARTY
from tests.support.sample_papers import of_each_sample, sample_lines
from tests.support.small_plan import TODAY, emptied, empty_plan, whole_plan, with_records, without
from tests.support.word_text import word_lines


def lines_of(dossier: Dossier, part: PaperPart = "alles") -> list[str]:
    return word_lines(build(dossier, DraftOptions(TODAY, part)).data)


def leads(lines: list[str]) -> dict[str, str]:
    """The paragraph that opens each chapter, by the number of the chapter."""
    found: dict[str, str] = {}
    number = ""
    for line in lines:
        if line.startswith("# "):
            number = line[2:].partition(" ")[0]
        if line.startswith("{STOInleiding} "):
            found[number] = line.removeprefix("{STOInleiding} ")
    return found


@pytest.mark.parametrize(
    ("name", "cover", "lead"),
    [
        ("Twente", "Regio Twente", "wat de regio Twente in de periode"),
        ("Regio Twente", "Regio Twente", "wat de regio Twente in de periode"),
        ("STO-regio Oost", "STO-regio Oost", "wat de STO-regio Oost in de periode"),
        ("Mijn regio", "Mijn regio", "wat mijn regio in de periode"),
    ],
)
def test_the_word_regio_stands_once_on_the_cover_and_in_the_introduction(name: str, cover: str, lead: str) -> None:
    lines = lines_of(new_dossier(name, "2027-2028"))
    assert f"{{Title}} {cover}" in lines
    assert lead in leads(lines)["1"]


def test_a_dash_and_a_letter_are_explained_once_and_only_where_they_stand() -> None:
    """One theme for one goal leaves no dash; a matrix of one row has its key in sight above it."""
    tables = {
        **new_dossier("Twente", "2027-2028").tables,
        "goals": {1: Goal(id=1, number=1, text="Meer leerlingen")},
        "themes": {1: Theme(id=1, number="1", title="Loopbaan", goals=(1,))},
        "parties": {1: Party(id=1, name="Noord College", kind=PartyKind.VMBO)},
        "veri": {1: Veri(id=1, row=Ref("themes", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK)},
    }
    lines = lines_of(Dossier(tables))
    assert [line for line in lines if "draagt bij" in line and "X" in line] == ["{STOBron} X draagt bij."]
    assert [line.split("} ")[1] for line in lines if line.startswith("{STOLegenda} V ")] == [
        "V verantwoordelijk: voert uit en legt verantwoording af aan E"
    ]
    second = Goal(id=2, number=2, text="Meer docenten")
    both = lines_of(Dossier({**tables, "goals": {**tables["goals"], 2: second}}))
    assert "{STOBron} X draagt bij; – draagt niet rechtstreeks bij." in both


# One list.


def test_numbers_are_places_in_the_list() -> None:
    assert [chapter.label for chapter in Chapter][:4] == ["1 Inleiding", "2 Terugblik", "3 Regiovisie", "4 Doelen"]
    assert [chapter.number for chapter in Chapter] == list(range(1, len(Chapter) + 1))


RECIPE = """
from datetime import date
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.draft.screen import chapter_rows
from tests.support.word_text import word_lines
plan, day = new_dossier("Proefland", "2027-2028"), date(2027, 6, 15)
print("\\n".join(line for line in word_lines(build(plan, DraftOptions(day)).data) if line.startswith("# ")))
print("\\n".join(row.cells[0] for row in chapter_rows(plan, day)))
"""


CHECK = '''
@check(Level.ONTBREEKT, Place.PLAN, Chapter.PROEF, in_paper=True)
def nothing_asked(dossier: Dossier, today: date) -> Points:
    """A chapter that asks for nothing.

    Source: proef.
    """
    yield MET
'''


@pytest.mark.slow
def test_a_chapter_is_added_by_one_line_its_checks_and_a_module(tmp_path: Path) -> None:
    """The recipe of the README, followed in a copy: those after it get the next number, in the draft and at place 8."""
    shutil.copytree(ROOT / "sto_tui", tmp_path / "sto_tui", ignore=shutil.ignore_patterns("__pycache__"))
    plan, checks = tmp_path / "sto_tui/domain/plan.py", tmp_path / "sto_tui/planning/checks/goals.py"
    entry = '    DOELEN = "doelen", "Doelen"\n'
    _replace(plan, entry, f'    PROEF = "proef", "Proefhoofdstuk"\n{entry}')
    checks.write_text(checks.read_text() + CHECK)
    module = "def write(dossier, writer):\n    writer.lead('Proef.')\n"
    (tmp_path / "sto_tui/documents/word/chapters/proef.py").write_text(module)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    done = subprocess.run(
        [sys.executable, "-c", RECIPE], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    headings = [f"{number} {chapter.heading}" for number, chapter in enumerate(Chapter, 1)]
    shifted = [*headings[:3], "4 Proefhoofdstuk"]
    shifted += [f"{number} {chapter.heading}" for number, chapter in enumerate([*Chapter][3:], 5)]
    in_draft = [line[2:].replace(" → ", " ") for line in done.stdout.splitlines() if line.startswith("# ")]
    at_place = [line for line in done.stdout.splitlines() if not line.startswith("# ")]
    assert in_draft == [*shifted, "Bijlagen"]
    assert at_place == ["Voorblad", *shifted, "Bijlagen"]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def test_a_part_keeps_the_numbers_of_the_whole_and_says_so() -> None:
    numbers = [line[2:].partition(" ")[0] for line in lines_of(whole_plan(), "activiteitenplan") if line[:2] == "# "]
    assert numbers == ["1", "2", "4", "5", "6", "7", "8", "9", "10", "11", "Bijlagen"]
    sentence = "De hoofdstukken zijn genummerd als in het hele plan; hoofdstuk 3 staat in de regiovisie."
    assert f"{{STOBron}} {sentence}" in lines_of(whole_plan(), "activiteitenplan")
    assert numbering("regiovisie").endswith("; de andere staan in het activiteitenplan.")
    assert (numbering("alles"), numbering("voortgangsrapportage")) == ("", "")


@pytest.mark.slow
def test_a_reference_names_a_chapter_only_where_it_is() -> None:
    plan = with_records(whole_plan(), whole_plan().of(Goal)[1].changed(figure=1))
    assert any("Te zien in | hoofdstuk 3: Instroom" in line for line in lines_of(plan))
    alone = lines_of(plan, "activiteitenplan")
    assert any("Te zien in | de regiovisie: Instroom" in line for line in alone)
    assert mention(Chapter.DOELEN, "regiovisie") == "het activiteitenplan"
    for part in ABOUT_NO_PARTY:
        there = {chapter.number for chapter in chapters_of(part)}
        referred = {int(number) for line in lines_of(plan, part) for number in re.findall(r"in hoofdstuk (\d+)", line)}
        assert referred <= there or part == "voortgangsrapportage"


def test_a_text_that_refers_to_no_chapter_of_the_list_is_found() -> None:
    last = len(Chapter)
    text = ChapterText(id=3, chapter=Chapter.DOELEN, text=f"Zie hoofdstuk {last} en hoofdstuk {last + 1}.")
    found = said_by("lost_number_concept", with_records(whole_plan(), text), TODAY)
    assert [ref for ref, _ in found] == ["texts/3/text"]
    assert f"hoofdstuk {last + 1}, maar dat is er niet" in found[0][1]


# What opens a chapter.


EMPTY_LEADS = {
    "1": "Dit concept beschrijft wat de regio Proefland in de periode 2027-2028 doet voor Sterk Techniekonderwijs.",
    "2": "Dit hoofdstuk gaat over de evaluatie.",
    "3": "De regiovisie is nog niet geschreven.",
    "4": "De regio heeft nog geen doelen voor deze periode vastgelegd.",
    "5": "Het plan heeft nog geen thema’s en speerpunten.",
    "6": "De regeling vraagt aandacht voor een aantal onderwerpen. De vorm is vrij.",
    "7": "Dit hoofdstuk gaat over de organisatie.",
    "8": "Dit hoofdstuk laat zien wanneer welke mijlpaal klaar is, zodra er mijlpalen zijn.",
    "9": "Dit hoofdstuk gaat over de voortgang.",
    "10": "De regio heeft nog geen risico’s benoemd.",
    "11": "De begroting en de cofinanciering ontbreken nog.",
}
ONE_OF_EACH = {
    "2": "Dit hoofdstuk laat zien wat goed ging, wat beter kan en wat er is besloten.",
    "3": "Dit hoofdstuk beschrijft hoe het techniekonderwijs in de regio ervoor staat en waar de regio naartoe wil.",
    "4": "De regio heeft 1 doel voor deze periode.",
    "5": "Het plan heeft 1 thema met 1 speerpunt.",
    "7": "Dit hoofdstuk noemt de organen met hun taak en laat zien wie beslist en wie uitvoert.",
    "8": "De mijlpalen staan per kwartaal, met wie ze uitvoert.",
    "9": "Dit hoofdstuk laat zien hoe de regio volgt of het plan op schema loopt en hoe de mijlpalen ervoor staan.",
    "10": "De regio ziet 1 risico, met kans, impact en maatregel.",
    "11": "Hier staan de totalen van de begroting op hoofdlijnen en de cofinanciering; de regels staan in het dossier.",
}


def test_leads_of_an_empty_plan() -> None:
    assert leads(lines_of(empty_plan())) == EMPTY_LEADS
    assert "Doelen, thema’s, speerpunten en mijlpalen ontbreken nog." in lines_of(empty_plan())


# Counted by hand: 3 of the cover, 1 + 2 + 8 sections + figures + ambition, goals, themes, 6 subjects, 5 tasks and the
# roles, milestones, monitoring, risks, 3 of the money, and the parties.
HOLES_OF_A_BEGIN = 3 + 1 + 2 + 8 + 2 + 1 + 1 + 6 + 5 + 1 + 1 + 1 + 1 + 3 + 1


def test_a_plan_of_which_only_the_region_is_named_states_nothing_more() -> None:
    draft = build(new_dossier("Kust", "2027-2028"), DraftOptions(TODAY))
    assert len(draft.missing) == HOLES_OF_A_BEGIN == 37
    lines = word_lines(draft.data)
    cover = lines[: lines.index("# 1 → Inleiding")]
    assert [line for line in cover if line.startswith(("| Soort regio", "| Datum", "| Versie"))] == [
        "| Soort regio | {{[Nog in te vullen: techniekregio of techniekluwe regio]}}",
        "| Datum | 15 juni 2027",
    ]
    organisation = lines[lines.index("# 7 → Organisatie en VERI") : lines.index("## VERI-matrix")]
    names = ("stuurgroep", "adviesraad", "programmamanager", "deelprojectleiders", "werkgroepen")
    assert organisation[1] == "{STOInleiding} Dit hoofdstuk noemt de organen."
    assert [line for line in organisation if line.startswith("|")] == [
        row
        for name in names
        for row in (f"|= Orgaan | {name}", f"| Taak | {{{{[Nog in te vullen: taak van ‘{name}’]}}}}")
    ]


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({}, "Stuurgroep: taak"),
        ({"meets": 4}, "Stuurgroep: taak en overleg"),
        ({"size": 8}, "Stuurgroep: taak en leden"),
        ({"chair": "directeur", "meets": 1}, "Stuurgroep: taak, leden en overleg"),
        ({"authority": "Beslist over geld."}, "Stuurgroep: taak"),
    ],
)
def test_the_caption_of_a_body_names_what_its_table_tells(values: dict[str, object], title: str) -> None:
    plan = whole_plan()
    body = plan.of(Body)[1].changed(**values)
    (caption,) = [
        line for line in lines_of(with_records(plan, body)) if line.startswith("{Caption}") and "Stuurgroep" in line
    ]
    assert caption.partition("  ")[2] == title


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({}, ""),
        ({"measures": (ResultMeasure(id=1, indicator="Leerlingen"),)}, "Waaraan thema 1 te meten is"),
        ({"goals": (1,)}, "Waar thema 1 bij hoort"),
        ({"deelregio": "Noord"}, "Waar thema 1 bij hoort"),
        ({"goals": (1,), "measures": (ResultMeasure(id=1, indicator="Leerlingen"),)}, "Thema 1 in het kort"),
    ],
)
def test_the_caption_of_a_theme_names_what_its_table_tells(values: dict[str, object], title: str) -> None:
    plan = whole_plan()
    theme = plan.of(Theme)[1].changed(**{"goals": (), "measures": (), "above": "", "deelregio": "", **values})
    captions = [line for line in lines_of(with_records(plan, theme)) if line.startswith("{Caption}")]
    assert [caption.partition("  ")[2] for caption in captions if "hema 1 " in caption] == [title] * bool(title)


@pytest.mark.parametrize(("theme", "rows"), [(1, ["| Hoort bij | kans 1 Kiezen"]), (2, []), (9, []), (None, [])])
def test_a_body_belongs_to_a_theme_of_this_plan(theme: int | None, rows: list[str]) -> None:
    """Theme 2 is of an earlier period, and theme 9 is gone."""
    whole = whole_plan()
    earlier = PlanPeriod(id=8, label="2023-2026", start=date(2023, 1, 1), end=date(2026, 12, 31))
    plan = with_records(
        whole,
        earlier,
        Theme(id=2, number=2, title="Van toen", periods=(8,)),
        whole.of(Body)[1].changed(theme=theme),
        whole.region.changed(theme_name="kans"),
    )
    # Of a body that falls under none nothing is said, though there is a body 1.
    assert [line for line in lines_of(plan) if line.startswith(("| Hoort bij", "| Valt onder"))] == rows


@pytest.mark.parametrize(
    ("seats", "meets", "described"),
    [
        ((), None, "Wat dit orgaan doet."),
        ((), 4, "Wat dit orgaan doet en hoe het overlegt."),
        ((Member(id=1, party=1),), None, "Eerst wat dit orgaan doet, dan een rij per lid met naam en rol."),
    ],
)
def test_who_hears_the_table_of_a_body_hears_what_it_tells(
    seats: tuple[Member, ...], meets: int | None, described: str
) -> None:
    plan = whole_plan()
    body = plan.of(Body)[1].changed(members=seats, meets=meets)
    document = docx.Document(io.BytesIO(build(with_records(plan, body), DraftOptions(TODAY)).data))
    told = [str(one.get(qn("w:val"))) for one in document.element.body.iter(qn("w:tblDescription"))]
    assert [one for one in told if "dit orgaan" in one] == [described]


def test_leads_of_a_plan_with_one_of_each() -> None:
    found = leads(lines_of(whole_plan()))
    assert {number: found[number] for number in ONE_OF_EACH} == ONE_OF_EACH
    built = "Het plan heeft 1 doel, 1 thema, 1 speerpunt en 1 mijlpaal. Eén speerpunt werkt aan het doel. "
    assert f"{built}De mijlpaal laat zien wanneer er wat klaar is." in lines_of(whole_plan())


@pytest.mark.parametrize(
    ("theme", "speerpunt", "sentence"),
    [
        # Theme 1 works at goal 1, and its speerpunt names none: it works at that too, as the table of chapter 4 says.
        ((1,), (), "Eén speerpunt werkt aan het doel."),
        ((), (1,), "Eén speerpunt werkt aan het doel."),
        ((), (), ""),
        # Goal 9 is of no plan.
        ((9,), (), ""),
        ((1,), (9,), ""),
    ],
)
def test_a_speerpunt_without_goals_works_at_those_of_its_theme(
    theme: tuple[int, ...], speerpunt: tuple[int, ...], sentence: str
) -> None:
    whole = whole_plan()
    records = (whole.of(Theme)[1].changed(goals=theme), whole.of(Speerpunt)[1].changed(goals=speerpunt))
    built = next(line for line in lines_of(with_records(whole, *records)) if line.startswith("Het plan heeft 1 doel"))
    assert built.partition("1 mijlpaal. ")[2] == f"{sentence} De mijlpaal laat zien wanneer er wat klaar is.".lstrip()


THEMELESS = Speerpunt(id=2, theme=9, number="9.1", title="Los")
WITHOUT_GOAL = Speerpunt(id=2, theme=1, number="1.2", title="Bus")
NO_TIMES = "Dit hoofdstuk laat zien wanneer welke mijlpaal klaar is, zodra {}."
UNDATED = without(whole_plan(), "goals", "milestones")


@pytest.mark.parametrize(
    ("plan", "chapter", "lead"),
    [
        (without(whole_plan(), "periods"), "8", NO_TIMES.format("er een planperiode is")),
        (without(whole_plan(), "milestones"), "8", NO_TIMES.format("er mijlpalen zijn")),
        (without(whole_plan(), "milestones", "periods"), "8", NO_TIMES.format("er mijlpalen en een planperiode zijn")),
        (without(whole_plan(), "speerpunten"), "5", "Het plan heeft 1 thema. Speerpunten daarbij ontbreken nog."),
        (
            with_records(without(whole_plan(), "themes"), THEMELESS),
            "5",
            "Het plan heeft nog geen thema’s, wel 2 speerpunten.",
        ),
        (
            with_records(whole_plan(), Theme(id=2, number=2, title="Bouwen"), WITHOUT_GOAL),
            "5",
            "Het plan heeft 2 thema’s met samen 2 speerpunten.",
        ),
        (
            with_records(whole_plan(), Theme(id=2, number=2, title="Bouwen")),
            "5",
            "Het plan heeft 2 thema’s met 1 speerpunt.",
        ),
        (with_records(whole_plan(), WITHOUT_GOAL), "5", "Het plan heeft 1 thema met 2 speerpunten."),
        (
            with_records(whole_plan(), THEMELESS),
            "5",
            "Het plan heeft 1 thema met 1 speerpunt. Daarnaast is er 1 speerpunt zonder thema.",
        ),
        (
            emptied(whole_plan(), Ref("risks", 1, "measure")),
            "10",
            "De regio ziet 1 risico, met kans en impact. Maatregelen ontbreken nog.",
        ),
        (
            with_records(whole_plan(), Risk(id=2, text="Geld")),
            "10",
            "De regio ziet 2 risico’s, met kans en impact. Daarvan heeft er 1 een maatregel.",
        ),
        (without(whole_plan(), "veri"), "8", "De mijlpalen staan per kwartaal."),
        (without(whole_plan(), "veri"), "7", "Dit hoofdstuk noemt de organen met hun taak."),
        (
            with_records(without(whole_plan(), "veri"), Body(id=9, name="Klankbordgroep")),
            "7",
            "Dit hoofdstuk noemt de organen met hun taak.",
        ),
        (without(whole_plan(), "answers"), "2", "Dit hoofdstuk laat zien wat er is besloten."),
        (
            emptied(whole_plan(), Ref("region", 1, "ambition")),
            "3",
            "Dit hoofdstuk beschrijft hoe het techniekonderwijs in de regio ervoor staat.",
        ),
        # Figures alone tell how it stands; without them and without a text there is nothing yet.
        (
            emptied(whole_plan(), Ref("region", 1, "ambition"), Ref("vision", 1, "text")),
            "3",
            "Dit hoofdstuk beschrijft hoe het techniekonderwijs in de regio ervoor staat.",
        ),
        (
            emptied(
                whole_plan(),
                Ref("region", 1, "ambition"),
                Ref("vision", 1, "text"),
                Ref("indicators", 1, "series"),
            ),
            "3",
            "De regiovisie is nog niet geschreven.",
        ),
        (
            emptied(whole_plan(), Ref("budget", 1, "price"), Ref("cofinancing", 1, "rate")),
            "11",
            "De bedragen van de begroting en de cofinanciering ontbreken nog.",
        ),
        (
            without(whole_plan(), "cofinancing"),
            "11",
            "Hier staan de totalen van de begroting op hoofdlijnen; de regels staan in het dossier. "
            "De cofinanciering ontbreekt nog.",
        ),
        (
            emptied(whole_plan(), Ref("budget", 1, "price")),
            "11",
            "Hier staan de totalen van de cofinanciering; de regels staan in het dossier. "
            "De bedragen van de begroting ontbreken nog.",
        ),
    ],
)
def test_a_lead_says_only_what_stands_under_it(plan: Dossier, chapter: str, lead: str) -> None:
    assert leads(lines_of(plan))[chapter] == lead


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (
            with_records(whole_plan(), WITHOUT_GOAL),
            "Het plan heeft 1 doel, 1 thema, 2 speerpunten en 1 mijlpaal. "
            "Van de 2 speerpunten werkt er 1 aan het doel. De mijlpaal laat zien wanneer er wat klaar is.",
        ),
        (
            emptied(whole_plan(), Ref("speerpunten", 1, "goals"), Ref("milestones", 1, "due")),
            "Het plan heeft 1 doel, 1 thema, 1 speerpunt en 1 mijlpaal.",
        ),
        (UNDATED, "Het plan heeft 1 thema en 1 speerpunt. Doelen en mijlpalen ontbreken nog."),
        (emptied(whole_plan(), Ref("speerpunten", 1, "goals")), "Nog geen speerpunt is aan een doel gekoppeld."),
    ],
)
def test_how_the_plan_hangs_together_is_said_as_it_is(plan: Dossier, words: str) -> None:
    assert words in lines_of(plan)


@pytest.mark.parametrize(
    ("which", "roles", "milestones"),
    [
        ((1,), "Een deel van de rollen is", "Een deel van de mijlpalen is"),
        ((1, 2), "De rollen zijn", "De mijlpalen zijn"),
    ],
)
def test_what_is_derived_is_called_so_and_no_more(which: tuple[int, ...], roles: str, milestones: str) -> None:
    role, milestone = whole_plan().of(Veri)[1], whole_plan().of(Milestone)[1]
    plan = with_records(
        whole_plan(),
        *(role.model_copy(update={"id": at, "derived": at in which}) for at in (1, 2)),
        *(milestone.model_copy(update={"id": at, "derived": at in which}) for at in (1, 2)),
    )
    boxes = [line for line in lines_of(plan) if line.startswith("{STOKader}")]
    assert [line for line in boxes if roles in line]
    assert [line for line in boxes if milestones in line]


def test_more_answers_than_fit_are_counted() -> None:
    """Twelve of a kind are shown; of thirteen and fourteen one and two are left."""
    for how_many, words in (
        (13, "Nog 1 antwoord staat in het dossier."),
        (14, "Nog 2 antwoorden staan in het dossier."),
    ):
        answers = [
            Answer(id=at, question=1, text="Meer", kind=AnswerKind.SUCCES) for at in range(10, 10 + how_many - 1)
        ]
        assert f"{{STOBron}} {words}" in lines_of(with_records(whole_plan(), *answers))


def test_a_goal_is_shaded_where_it_has_an_x() -> None:
    """Goal 1 has the id 7 and goal 2 the id 1: the speerpunt works at goal 1."""
    whole = whole_plan()
    goals = {7: whole.of(Goal)[1].changed(id=7, number=1), 1: whole.of(Goal)[1].changed(number=2)}
    speerpunt = whole.of(Speerpunt)[1].changed(goals=(7,))
    plan = whole.with_tables({"goals": goals, "speerpunten": {1: speerpunt}})
    table = next(
        table
        for table in docx.Document(io.BytesIO(build(plan, DraftOptions(TODAY)).data)).tables
        if [cell.text for cell in table.rows[0].cells] == ["Thema", "Doel 1", "Doel 2"]
    )
    (row,) = table.rows[1:]
    assert [(cell.text, next(element_of(cell).iter(qn("w:shd")), None) is not None) for cell in row.cells[1:]] == [
        ("X", True),
        ("–", False),
    ]


def test_what_a_goal_touches_is_marked_and_shaded_and_nothing_else_is() -> None:
    """Its speerpunt is about klimaat only; goal 2 has no speerpunt."""
    whole = whole_plan()
    records = (whole.of(Speerpunt)[1].changed(tags=(Tag.KLIMAAT,)), whole.of(Goal)[1].changed(id=2, number=2))
    document = docx.Document(io.BytesIO(build(with_records(whole, *records), DraftOptions(TODAY)).data))
    table = next(table for table in document.tables if table.cell(0, 0).text == "Onderwerp")
    cells = [(row.cells[0].text, cell) for row in table.rows[1:] for cell in row.cells[1:] if cell.text]
    shaded = [
        (subject, cell.text) for subject, cell in cells if next(element_of(cell).iter(qn("w:shd")), None) is not None
    ]
    assert shaded == [("Klimaat en duurzaamheid", "X")]
    assert [cell.text for _, cell in cells].count("X") == 1


def test_more_goals_than_fit_in_a_table_stand_in_a_second_one() -> None:
    """Nine goals stand side by side; the tenth to the twelfth in the next table."""
    goals = [Goal(id=number, number=number, text="Meer") for number in range(2, 13)]
    heads = [line for line in lines_of(with_records(whole_plan(), *goals)) if line.startswith("|= Thema | Doel ")]
    assert [line.count("Doel") for line in heads] == [9, 3]


@pytest.mark.parametrize("chapter", list(Chapter))
def test_what_a_region_wrote_is_printed_though_the_table_is_empty(chapter: Chapter) -> None:
    text = ChapterText(id=9, chapter=chapter, heading="Eigen kopje", text="Eigen woorden van de regio.")
    assert "Eigen woorden van de regio." in lines_of(with_records(empty_plan(), text))


@pytest.mark.parametrize(
    ("lights", "words"),
    [
        (["oranje"], "Op 15 juni 2027 is de enige mijlpaal nog niet gereed."),
        (["gereed"], "Op 15 juni 2027 is de enige mijlpaal gereed."),
        (["oranje", "oranje"], "Op 15 juni 2027 is nog geen van de 2 mijlpalen gereed."),
        (["gereed", "oranje"], "Op 15 juni 2027 is 1 van de 2 mijlpalen gereed."),
        (["gereed", "gereed", "groen"], "Op 15 juni 2027 zijn 2 van de 3 mijlpalen gereed."),
    ],
)
def test_a_report_counts_what_is_ready(lights: list[str], words: str) -> None:
    """None of these is late: all are due in December 2027."""
    first = whole_plan().of(Milestone)[1]
    milestones = [
        Milestone.model_validate({**dict(first), "id": at, "number": f"1.{at}", "light": light})
        for at, light in enumerate(lights, 1)
    ]
    plan = with_records(without(whole_plan(), "progress"), *milestones)
    assert leads(lines_of(plan, "voortgangsrapportage"))["1"] == words


# What no document may say.

GAP = re.compile(r" , | \.(?!\w)|\bNone\b|\[\]|\(\)|‘’|\.\.")
EMPTY_COUNT = re.compile(r"geen [\w'’]+, met|(?<![\d.,–-])\b0 [a-z]|[a-z,]  [a-z]")


def nonsense(lines: list[str]) -> list[str]:
    """Sentences with a hole in them, a count of none or two spaces; tables and contents have two of their own."""
    apart = ("|", "[", "{TOC")
    return [line for line in lines if GAP.search(line) or (not line.startswith(apart) and EMPTY_COUNT.search(line))]


@pytest.mark.parametrize("part", ABOUT_NO_PARTY)
@of_each_sample
def test_samples_say_no_nonsense(sample: GoldenSample, part: PaperPart) -> None:
    assert nonsense(sample_lines(sample, part)) == []


@pytest.mark.slow
@settings(max_examples=20)
@given(
    gone=st.sets(st.sampled_from(sorted(set(TABLES) - {"region", "parties"})), max_size=6),
    fields=st.sets(st.sampled_from(emptiable(whole_plan())), max_size=12),
)
def test_list_of_decisions_and_sheet_of_a_party_say_no_nonsense(gone: set[str], fields: set[Ref]) -> None:
    plan = emptied(without(whole_plan(), *gone), *fields)
    options = DraftOptions(TODAY)
    assert nonsense(word_lines(build_decision_list(plan, options))) == []
    assert nonsense(word_lines(build_party_sheet(plan, Ref("parties", 1), options))) == []
    statement = build(plan, DraftOptions(TODAY, "verklaring", party=Ref("parties", 1)))
    assert nonsense(word_lines(statement.data)) == []


@pytest.mark.slow
@settings(max_examples=30)
@given(
    gone=st.sets(st.sampled_from(sorted(set(TABLES) - {"region"})), max_size=6),
    fields=st.sets(st.sampled_from(emptiable(whole_plan())), max_size=12),
    part=st.sampled_from(ABOUT_NO_PARTY),
)
def test_whatever_is_taken_out_no_nonsense_is_said(gone: set[str], fields: set[Ref], part: PaperPart) -> None:
    assert nonsense(lines_of(emptied(without(whole_plan(), *gone), *fields), part)) == []


def test_what_is_hidden_of_the_evaluation_is_not_printed() -> None:
    """Of two statements and two open questions one is hidden, with its scores and its answer."""
    scale = {"part": QuestionPart.SAMENWERKING, "kind": QuestionKind.SCALE}
    questions = [
        Question(id=1, text="Wij overleggen vaak", **scale),
        Question(id=2, text="Wij delen alles", hidden=True, **scale),
        Question(id=3, part=QuestionPart.SUCCESSEN, text="Wat ging goed?"),
        Question(id=4, part=QuestionPart.SUCCESSEN, text="Wat ging nog meer goed?", hidden=True),
    ]
    scores = [Score(id=1, statement=1, value=3), Score(id=2, statement=2, value=5), Score(id=3, statement=2, value=4)]
    answers = [
        Answer(id=1, question=3, text="De labs", kind=AnswerKind.SUCCES, votes=2),
        Answer(id=2, question=4, text="De bussen", kind=AnswerKind.SUCCES, votes=3),
    ]
    dossier = with_records(empty_plan(), *questions, *scores, *answers)
    lines = "\n".join(lines_of(dossier))
    assert "Wij overleggen vaak" in lines
    assert "Wij delen alles" not in lines
    assert "De labs" in lines
    assert "De bussen" not in lines
    assert "in het dossier." not in lines, "what is hidden is not told of"
    listed = "\n".join(word_lines(build_decision_list(dossier, DraftOptions(TODAY))))
    assert "2 stemmen: De labs" in listed
    assert "De bussen" not in listed
    only_hidden = with_records(empty_plan(), *questions[1:2], *scores[1:])
    assert "stelling" not in leads(lines_of(only_hidden))["2"]


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ((False, False), ""),
        ((True, False), " Eigen stellingen, geen officieel instrument."),
        ((False, True), " Eigen stellingen, geen officieel instrument."),
    ],
)
def test_own_statements_are_no_instrument_wherever_they_stand(own: tuple[bool, bool], told: str) -> None:
    """Two statements, scored 2 and 4, and 3."""
    questions = [
        Question(id=id, part=QuestionPart.SAMENWERKING, text=f"Wij {id}", kind=QuestionKind.SCALE, own=is_own)
        for id, is_own in enumerate(own, 1)
    ]
    scores = [Score(id=id, statement=of, value=value) for id, (of, value) in enumerate(((1, 2), (1, 4), (2, 3)), 1)]
    lines = lines_of(with_records(empty_plan(), *questions, *scores))
    assert [line for line in lines if line.endswith(f"Score van 1 (helemaal niet) tot 5 (helemaal wel).{told}")]
    assert "| Wij 1 | 3,0 | 2–4 | 2" in lines


@pytest.mark.parametrize(
    ("plan", "part", "told"),
    [
        (
            with_records(whole_plan(), whole_plan().of(Goal)[1].changed(source="de jaarrekening")),
            "alles",
            [
                "- Instroom: DUO",
                "- Doel 1: de jaarrekening",
                "- Onderwerpen van de regeling: Tips en tools, paragraaf 7; te controleren in de regeling",
                "- Minimum aan cofinanciering: DUS-I; over welk bedrag het minimum gaat, is te controleren in de "
                "regeling",
            ],
        ),
        (whole_plan(), "regiovisie", ["- Instroom: DUO"]),
        (emptied(whole_plan(), Ref("indicators", 1, "series")), "regiovisie", ["Dit document noemt geen bronnen."]),
        (
            empty_plan(),
            "activiteitenplan",
            ["- Onderwerpen van de regeling: Tips en tools, paragraaf 7; te controleren in de regeling"],
        ),
    ],
)
def test_the_annex_names_the_sources_of_this_document_only(plan: Dossier, part: PaperPart, told: list[str]) -> None:
    lines = lines_of(plan, part)
    start = next(at for at, line in enumerate(lines) if line.startswith("## ") and line.endswith("Bronnen"))
    end = next(at for at in range(start + 1, len(lines)) if lines[at].startswith("## "))
    assert lines[start + 1 : end] == told
