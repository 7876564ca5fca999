"""Plans as other regions lay them out, each in a few lines: what a careful reader would take from them."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.intake.plan_document.only_text import lost_lines
from sto_tui.intake.plan_document.telling_words import TellingWords
from sto_tui.intake.plan_document.written_periods import days_named, read_period
from tests.support.plan_lines import plan_in_lines
from tests.support.word_plans import new_document, read, table, told

# What is read: `1.1 Bus | ROC Noord | 2027: kopen` for each speerpunt.
READ = {
    "speerpunten beside each other below a row of themes": (
        """
        |  | Thema 1: Instroom |  | Thema 2: Docenten |
        |  | Speerpunt 1.1: Bus | Speerpunt 1.2: Club | Speerpunt 2.1: Stage |
        | Partners | ROC Noord | ROC Oost | ROC West |
        | 2027 | kopen | starten | lopen |
        | 2028 | rijden | doorgaan |  |
        """,
        [
            "1.1 Bus | ROC Noord | 2027: kopen | 2028: rijden",
            "1.2 Club | ROC Oost | 2027: starten | 2028: doorgaan",
            "2.1 Stage | ROC West | 2027: lopen",
        ],
    ),
    "all of it in the bullets of one list": (
        """
        # Activiteitenplan
        - Thema 1: Instroom
          - Speerpunt 1.1: Bus
            - Partners: ROC Noord
            - 2027: kopen
        - Thema 2: Docenten
          - Speerpunt 2.1: Stage
            - Partners: ROC West
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen", "2.1 Stage | ROC West"],
    ),
    "bullets that are the contents of what is worked out": (
        """
        # Inhoud in het kort
        - Thema 1: Instroom
          - Speerpunt 1.1: De bus
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus
        Partners: ROC Noord
        """,
        ["1.1 Bus | ROC Noord"],
    ),
    "themes that only the captions of tables name": (
        """
        # Activiteiten
        Tabel 1: Thema 1 – Instroom
        | Speerpunt | Partners | 2027 |
        | 1.1 Bus | ROC Noord | kopen |
        Tabel 2: Thema 2 – Docenten
        | Speerpunt | Partners | 2027 |
        | 2.1 Stage | ROC West | lopen |
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen", "2.1 Stage | ROC West | 2027: lopen"],
    ),
    "a caption that names a theme which has a heading": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus
        Partners: ROC Noord
        Tabel 1: Thema 2 – in cijfers
        2027: kopen
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen"],
    ),
    "bullets of a look-back and a caption of an annex, beside headings with only numbers": (
        """
        # Terugblik 2025-2026
        - Thema 1: Oude instroom
          - Speerpunt 1.1 Oude bus
            - Partners: ROC Oud
        # Ons plan 2027-2028
        ## 1. Instroom
        ### 1.1 Bus
        **Partners**
        - ROC Noord
        ### 1.2 Club
        **Partners**
        - ROC Oost
        ## 2. Docenten
        ### 2.1 Stage
        **Partners**
        - ROC West
        # Bijlage 1 Cijfers
        Tabel 3: Thema 1 – Aantallen leerlingen
        | Speerpunt | Partners |
        | 1.1 Oude bus | ROC Oud |
        """,
        ["1.1 Bus | ROC Noord", "1.2 Club | ROC Oost", "2.1 Stage | ROC West"],
    ),
    "bullets of an introduction, beside headings of speerpunten": (
        """
        # Inleiding
        - Thema 1: Werving
          - meer leerlingen
        # 1. Instroom
        ## Speerpunt 1.1: Bus
        Partners: ROC Noord
        # 2. Docenten
        ## Speerpunt 2.1: Stage
        Partners: ROC West
        """,
        ["1.1 Bus | ROC Noord", "2.1 Stage | ROC West"],
    ),
    "years over all columns": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus
        | 2027 | 2028 |
        | kopen | rijden |
        ## Speerpunt 1.2: Club
        | '26/'27 | '27/'28 |
        | starten | doorgaan |
        """,
        ["1.1 Bus |  | 2027: kopen | 2028: rijden", "1.2 Club |  | '26/'27: starten | '27/'28: doorgaan"],
    ),
    "parts of a speerpunt by their numbers, and a year beside a year": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Labs
        | Deelproject | Wie | 2027 |
        | 1.1.1 Lab Oost | ROC Noord | bouwen |
        ## Speerpunt 1.2: Bus
        | 2027 | 2028 |
        | Partners | ROC West |
        """,
        ["1.1 Labs | ROC Noord | 2027: Lab Oost: bouwen", "1.2 Bus | ROC West"],
    ),
    "years that are labels, with years beside them": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus
        | Periode | 2027 |
        | 2027 | kopen |
        | 2028 | rijden |
        """,
        ["1.1 Bus |  | 2027: kopen | 2028: rijden"],
    ),
    "questions as labels of a period": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus
        | Met wie? | ROC Noord |
        | Wat doen we in 2027? | kopen |
        | Wat gaan we in 2028 doen? | rijden |
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen | 2028: rijden"],
    ),
    "heads that call a year a plan, and arrows": (
        """
        # Thema 1: Instroom
        | Speerpunt | Terugblik 2025 | Plan 2027 | Plan 2028 | Partners |
        | 1.1 Bus | reed | kopen | rijden | ROC Noord |
        ## Speerpunt 1.2: Club
        | Activiteit | 2027 | 2028 |
        | draaien | → | → |
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen | 2028: rijden", "1.2 Club |  | 2027: draaien | 2028: draaien"],
    ),
    "an end behind a dash is no act": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus
        Looptijd: start april 2027 – afronding juni 2028
        | Activiteiten | kopen |
        """,
        ["1.1 Bus |  | april 2027 – juni 2028: kopen"],
    ),
    "begin and end beside each other": (
        """
        # Thema 1: Instroom
        | Speerpunt 1.1 | Bus |  |  |
        | Start | jan 2027 | Eind | juni 2028 |
        | Activiteiten | kopen |  |  |
        """,
        ["1.1 Bus |  | jan 2027 – juni 2028: kopen"],
    ),
    "all the years of the plan": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus
        | Activiteit | Wanneer |
        | rijden | doorlopend 2027-2028 |
        | melden | gehele periode 2027-2028 |
        """,
        ["1.1 Bus |  | 2027-2028: rijden, melden"],
    ),
    "projects within a speerpunt, and the row of another one": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Labs
        | Project | 2027 | 2028 |
        | Lab Oost | inrichten | open |
        ## Speerpunt 1.2: Bus
        | Speerpunt | Partners | 2027 |
        | 1.2 Bus | ROC Noord | kopen |
        | 1.3 Club | ROC West | starten |
        """,
        [
            "1.1 Labs |  | 2027: Lab Oost: inrichten | 2028: Lab Oost: open",
            "1.2 Bus | ROC Noord | 2027: kopen",
            "1.3 Club | ROC West | 2027: starten",
        ],
    ),
    "speerpunten in a table by their number alone": (
        """
        # Thema 1: Instroom
        Speerpunt 1.1: Labs
        Speerpunt 1.2: Bus
        | Speerpunt | Activiteit | Periode | Partners |
        | 1.1 | inrichten | 2027 | ROC Noord |
        | Speerpunt 1.1 | openen | 2028 | ROC Oost |
        | 1.2 | rijden | 2028 | ROC West |
        """,
        [
            "1.1 Labs | ROC Noord, ROC Oost | 2027: inrichten | 2028: openen",
            "1.2 Bus | ROC West | 2028: rijden",
        ],
    ),
    "a level between theme and speerpunt": (
        """
        # Hoofdthema 1: De leerling
        ## Subthema 1.1: Kiezen
        ### Activiteit 1.1.1: Markt
        Partners: ROC Noord
        ## Subthema 1.2: Leren
        ### Activiteit 1.2.1: Werkplaats
        Partners: ROC West
        """,
        ["1.1 Markt | ROC Noord", "1.2 Werkplaats | ROC West"],
    ),
    "a heading that ends the level between theme and speerpunt": (
        """
        # Thema 1: Instroom
        ## Subthema 1.1: Basis
        ### Speerpunt 1.1.1: Bus
        Partners: ROC Noord
        2027: kopen
        ## Activiteiten
        - vergaderen
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen"],
    ),
    "labels as high as the level between theme and speerpunt": (
        """
        # Thema 1: Instroom
        ## Subthema 1.1: Basis
        ### Speerpunt 1.1: Bus
        ## Partners
        ROC Noord
        ## 2027
        - kopen
        ## 2028
        - rijden
        ### Speerpunt 1.2: Club
        ## Partners
        ROC West
        ## Activiteiten
        2027: openen
        ## Partners
        ROC Oost
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen | 2028: rijden", "1.2 Club | ROC West | 2027: openen"],
    ),
    "speerpunten by a word of their own": (
        """
        # Thema 1: Instroom
        ## Interventie 1.1 – Ontdekhoek
        Partners: ROC Noord
        2027: inrichten
        ## Interventie 1.2 – Maakweek
        Partners: ROC West
        2028: houden
        """,
        ["1.1 Ontdekhoek | ROC Noord | 2027: inrichten", "1.2 Maakweek | ROC West | 2028: houden"],
    ),
    "a typed note with a small figure": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Lab van 40 m²
        Partners: ROC Noord¹, ROC West
        2027: kopen
        ¹ tot 2028
        """,
        ["1.1 Lab van 40 m² | ROC Noord, ROC West | 2027: kopen"],
    ),
    "notes that somebody typed": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus*
        Partners: ROC Noord**
        2027: kopen
        * onder voorbehoud
        ** mbo
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen"],
    ),
    "asterisks that are the marks of a list": (
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus*
        2027:
        * kopen
        * rijden
        """,
        ["1.1 Bus* |  | 2027: kopen, rijden"],
    ),
    "a look-back with numbers and partners before the plan": (
        """
        **1. Terugblik 2025-2026**
        **Speerpunt 1.1: Imago**
        Partners: ROC Oost
        Er waren 30 lessen.
        **2. Plan 2027-2028**
        **Thema 1: Instroom**
        **Speerpunt 1.1: Bus**
        Partners: ROC Noord
        2027: kopen
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen"],
    ),
    "a look-back with partners, and a plan that counts again": (
        """
        **Terugblik**
        **Speerpunt 1.1: Imago**
        Partners: ROC Oost
        **Speerpunt 1.2: Folder**
        **Plan 2027-2028**
        **Thema 1: Instroom**
        **Speerpunt 1.1: Bus**
        Partners: ROC Noord
        2027: kopen
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen"],
    ),
    "a plan behind a look-back, and a budget that counts again": (
        """
        **Terugblik**
        **Thema 1: Instroom**
        **Speerpunt 1.1: Bus**
        Partners: ROC Noord
        2027: kopen
        **Begroting 2027**
        **Speerpunt 1.1: Bus**
        2027: € 3.000
        """,
        ["1.1 Bus | ROC Noord | 2027: kopen, € 3.000"],
    ),
}


@pytest.mark.parametrize("name", READ)
def test_speerpunten_are_read_as_they_stand(name: str) -> None:
    text, right = READ[name]
    lines = []
    for title, (partners, phases) in told(plan_in_lines(text)).items():
        acts = [f"{label}: {', '.join(of_period)}" for label, of_period in phases]
        lines.append(" | ".join([title, ", ".join(partners), *acts]))
    assert lines == right


def test_numbers_of_three_parts_are_told_and_what_was_read_is_not_told_as_lost() -> None:
    plan = plan_in_lines(
        """
        # Thema 1: Instroom
        ## Subthema 1.1: Basis
        ### Speerpunt 1.1.1: Bus
        Partners: ROC Noord
        ### Speerpunt 1.1.2: Club
        Partners: ROC Oost
        ## Subthema 1.2: Vervolg
        ### Speerpunt 1.2.1: Stage
        Partners: ROC West
        ## Opbrengst
        Meer leerlingen kiezen techniek.
        """
    )
    assert plan.themes[0].result == ["Meer leerlingen kiezen techniek."]
    assert [point.result for point in plan.speerpunten] == [[], [], []]
    assert {line.text for line in plan.lines if line.is_heading} >= {
        "Speerpunt 1.1.1: Bus",
        "Speerpunt 1.1.2: Club",
        "Speerpunt 1.2.1: Stage",
    }
    assert (
        "Niet elk speerpunt houdt het nummer dat er staat: 1.1.1 is gelezen als 1.1, 1.1.2 is gelezen als 1.2 en "
        "1.2.1 is gelezen als 1.3."
    ) in plan.remarks


def test_a_question_for_goals_in_bold_above_all_themes_is_a_heading() -> None:
    plan = plan_in_lines(
        """
        **Wat willen we in 2028 bereikt hebben?**
        - 200 leerlingen meer in techniek
        # Thema 1: Instroom
        ## Speerpunt 1.1: Bus
        Partners: ROC Noord
        """
    )
    assert [(goal.text, bool(goal.doubt)) for goal in plan.goals] == [("200 leerlingen meer in techniek", True)]
    assert plan.not_understood == []


def test_a_row_with_the_number_of_a_speerpunt_further_on_is_told() -> None:
    plan = plan_in_lines(
        """
        # Thema 1: Instroom
        ## Speerpunt 1.1: Labs
        | Speerpunt | Partners | 2027 |
        | 1.1 | ROC Noord | inrichten |
        | 1.2 | ROC West | rijden |
        ## Speerpunt 1.2: Bus
        Partners: ROC Oost
        """
    )
    assert [(point.title, point.partners) for point in plan.speerpunten] == [
        ("Labs", ["ROC Noord"]),
        ("Bus", ["ROC Oost"]),
    ]
    assert any("ROC West" in told.text for told in plan.not_understood)


TREE = "- Thema 1: Instroom\n  - Speerpunt 1.1: Bus\n    - Partners: ROC Noord\n"
CAPTION = "Tabel 1: Thema 1 – Instroom\n| Speerpunt | Partners |\n| 1.1 Bus | ROC Noord |\n"


@pytest.mark.parametrize("text", [TREE, CAPTION])
@pytest.mark.parametrize(
    ("above", "right"),
    [
        ("# Ons plan", ["1.1"]),
        ("# Terugblik\n# Ons plan", ["1.1"]),
        ("**Terugblik**\n**Ons plan**", ["1.1"]),
        ("# Terugblik", []),
        ("# Terugblik\n## Ons vorige plan", []),
        ("**Terugblik**\n**Wat lukte**", []),
        ("# 1. Inleiding", []),
        ("# Bijlage 2 Cijfers", []),
        ("# Communicatie", []),
    ],
)
def test_lists_and_captions_name_speerpunten_only_where_a_plan_may_stand(
    text: str, above: str, right: list[str]
) -> None:
    assert [point.number for point in plan_in_lines(f"{above}\n{text}").speerpunten] == right


def test_lists_that_name_themes_take_nothing_from_the_goals_around_them() -> None:
    plan = plan_in_lines(f"# Ons plan\n{TREE}    - Doel: meer leerlingen\n**Doelen**\nDoel 1: Meer instroom")
    assert [goal.text for goal in plan.goals] == ["Meer instroom"]


TERRA = "# Thema 1: Instroom\n## Speerpunt 1.1: Bus\nPartners: Terra\n"

BEHIND_PARTNERS = [
    # (items behind `Partners: Terra`, more partners, what is asked as acts)
    ("rijden; tanken", "", "rijden; tanken"),
    ("Werving; Selectie; Bezoek aan Philips", "", "Werving; Selectie; Bezoek aan Philips"),
    ("We kopen een bus.; Philips", "", "We kopen een bus; Philips"),
    ("Alfa; Noorderpoort", "Alfa; Noorderpoort", ""),
    ("Gemeente Emmen; lokale bedrijven; ouders", "Gemeente Emmen; lokale bedrijven; ouders", ""),
    ("docenten van ROC Noord; VDL (gastlessen)", "docenten van ROC Noord; VDL (gastlessen)", ""),
    ("Wij Techniek; Bouwend Nederland", "Wij Techniek; Bouwend Nederland", ""),
    ("ROC Noord; School 2000; bus kopen", "ROC Noord; School 2000", "bus kopen"),
]


@pytest.mark.parametrize(("items", "partners", "acts"), BEHIND_PARTNERS)
def test_a_list_behind_a_line_with_its_partners_is_asked_when_it_names_none(
    items: str, partners: str, acts: str
) -> None:
    plan = plan_in_lines(TERRA + "".join(f"- {item}\n" for item in items.split("; ")))
    assert plan.speerpunten[0].partners == ["Terra", *filter(None, partners.split("; "))]
    asked = [act for doubt in plan.speerpunten[0].doubts for phase in doubt.phases for act in phase.acts]
    assert asked == [*filter(None, acts.split("; "))]


@pytest.mark.parametrize("lead", ["onder andere", "Terra, waaronder", "de volgende scholen:"])
def test_below_words_that_lead_to_a_list_of_partners_all_are_partners(lead: str) -> None:
    plan = plan_in_lines(TERRA.replace("Terra", lead) + "- bakker Jansen\n")
    assert (plan.speerpunten[0].partners[-1], plan.speerpunten[0].doubts) == ("bakker Jansen", [])


@pytest.mark.parametrize(
    "line",
    [
        "start 2027 – oplevering lokaal – evaluatie 2028",
        "2027 – kopen – 2028 – rijden",
        "najaar 2027 - bouw - voorjaar 2028 open",
    ],
)
@pytest.mark.parametrize("label", ["Planning: ", ""])
def test_steps_of_which_some_say_when_are_told_whole(label: str, line: str) -> None:
    plan = plan_in_lines(f"{TERRA}{label}{line}")
    assert (plan.speerpunten[0].phases, plan.speerpunten[0].doubts) == ([], [])
    assert line in [one.text for one in plan.not_understood]


@pytest.mark.parametrize(("head", "sure"), [("Speerpunt", []), ("Project", ["Lab Oost: inrichten"])])
def test_a_row_below_speerpunt_within_one_is_asked(head: str, sure: list[str]) -> None:
    plan = plan_in_lines(f"{TERRA}| {head} | Partners | 2027 |\n| Lab Oost | ROC Noord | inrichten |")
    point = plan.speerpunten[0]
    assert [act for phase in point.phases for act in phase.acts] == sure
    asked = [(doubt.partners, doubt.phases[0].acts) for doubt in point.doubts]
    assert asked == ([] if sure else [(["ROC Noord"], ["Lab Oost: inrichten"])])


def test_goals_that_a_speerpunt_serves_are_not_told_as_taken_nowhere(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Doelen", 1)
    for line in ("1. Meer instroom", "2. Betere docenten"):
        document.add_paragraph(line)
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Club", 2)
    table(document, [["Doel", "1 en 2"], ["Partners", "ROC Noord"]])
    plan = read(document, tmp_path)
    assert plan.speerpunten[0].goals == [1, 2]
    assert [*lost_lines(plan, plan.not_understood, TellingWords(()))] == []


def test_a_label_in_bold_with_a_full_stop_is_one(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for label, text in (
        ("Partners.", " ROC Noord"),
        ("2027.", " kopen"),
        ("Kosten.", " € 9.000"),
        ("Let op.", " Nieuw."),
    ):
        line = document.add_paragraph()
        line.add_run(label).bold = True
        line.add_run(text)
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["ROC Noord"], [("2027", ["kopen"])])}
    assert [line.text for line in plan.not_understood] == ["Kosten: € 9.000", "Let op. Nieuw."]


ASKED = [
    # (lines above the first speerpunt, goals that are asked)
    ("# Wat willen we in 2028 bereikt hebben?\n- Meer instroom\n- Minder uitval", ["Meer instroom", "Minder uitval"]),
    ("# 2. Wat willen wij bereiken?\n1. Meer instroom\n2. Minder uitval", ["Meer instroom", "Minder uitval"]),
    # Of one theme, or of what is over.
    ("# Thema 3: Docenten\n# Wat willen we bereiken?\n- Meer instroom", []),
    ("# Terugblik\n## Wat willen we bereiken?\n- Meer instroom", []),
]


@pytest.mark.parametrize(("lines", "goals"), ASKED)
def test_what_stands_below_a_question_for_goals_above_all_themes_is_asked(lines: str, goals: list[str]) -> None:
    plan = plan_in_lines(f"{lines}\n{TERRA}")
    assert [goal.text for goal in plan.goals] == goals
    assert all(goal.doubt for goal in plan.goals)


def test_a_look_back_without_numbers_is_a_text_of_the_look_back() -> None:
    plan = plan_in_lines(
        """
        **Terugblik op 2025-2026**
        **Speerpunt Bus**
        De bus reed 40 keer.
        **Plan voor 2027-2028**
        **Thema 1: Instroom**
        **Speerpunt 1.1: Nieuwe bus**
        Partners: ROC Noord
        """
    )
    assert [(text.chapter.value, text.heading, text.paragraphs) for text in plan.texts] == [
        ("terugblik", "Speerpunt Bus", ["De bus reed 40 keer."])
    ]


@pytest.mark.parametrize(("year", "result"), [(2028, ["Elke leerling koos."]), (2026, [])])
def test_what_is_reached_in_a_year_of_the_plan_is_a_result(year: int, result: list[str]) -> None:
    plan = plan_in_lines(f"# Thema 1: Instroom\n**Wat hebben we in {year} bereikt?**\nElke leerling koos.")
    assert plan.themes[0].result == result


GOALS = [
    ("2026", "2028", "140", "170", ("140", 2026, "170", 2028)),
    # Both are years of the plan: what stands in the first is no beginning.
    ("2027", "2028", "140", "170", ("", None, "", None)),
    ("2026", "2028", "x", "x", ("", None, "", None)),
    ("2026", "2028", "€ 4", "€ 5", ("", None, "", None)),
    ("2026", "2028", "12 scholen", "minimaal 15%", ("12 scholen", 2026, "minimaal 15%", 2028)),
    ("2026", "2028", "3 van de 10", "7,5 (gemiddeld)", ("3 van de 10", 2026, "7,5 (gemiddeld)", 2028)),
    ("2026", "2028", "", "170", ("", None, "170", 2028)),
    ("2026", "2028", "-", "170", ("", None, "170", 2028)),
    # What is done in a year is no value.
    ("2026", "2028", "Onderzoek 1 doen", "In 3 scholen starten", ("", None, "", None)),
    ("2026", "2028", "3 scholen starten", "10 scholen meer doen", ("", None, "", None)),
]


@pytest.mark.parametrize(("first", "last", "now", "then", "right"), GOALS)
def test_numbers_below_years_are_where_a_goal_stands(
    first: str, last: str, now: str, then: str, right: tuple[str, int | None, str, int | None]
) -> None:
    plan = plan_in_lines(
        f"# Doelen\n| Doel | Indicator | {first} | {last} |\n| Meer instroom | aantal | {now} | {then} |"
    )
    goal = plan.goals[0]
    assert (goal.baseline, goal.baseline_year, goal.target, goal.target_year) == right


RISKS = [
    # (heads, cells below, impact that is read)
    ("Kans | Gevolg | Effect", "groot | Lessen vallen uit | klein", "klein"),
    ("Kans | Effect | Gevolg", "groot | Lessen vallen uit | groot", "groot"),
    ("Kans | Impact | Gevolg", "groot | klein | groot", "klein"),
    # Both say how large it is: neither is taken.
    ("Kans | Gevolg | Effect", "groot | klein | groot", None),
]


@pytest.mark.parametrize(("heads", "cells", "impact"), RISKS)
def test_of_consequence_and_effect_the_one_with_sizes_is_the_impact(heads: str, cells: str, impact: str | None) -> None:
    plan = plan_in_lines(f"# Risico’s\n| Risico | {heads} | Maatregel |\n| Te weinig tijd | {cells} | Plannen |")
    assert [risk.impact.value if risk.impact else None for risk in plan.risks] == [impact]


WHEN = [
    # (words, first and last day): two years alone are those of the plan, and beside a word only a person knows.
    ("doorlopend 2027-2028", (date(2027, 1, 1), date(2028, 12, 31))),
    ("eind 2027-2028", (None, None)),
    ("tijdens 2027/28", (None, None)),
    ("'26/'27", (None, None)),
    # A month or a day beside a year: no two years, but the ends of a time.
    ("medio maart 2027 - 28 juni 2027", (date(2027, 3, 15), date(2027, 6, 28))),
    ("voorjaar 2027 – 28 juni 2027", (date(2027, 3, 1), date(2027, 6, 28))),
    ("zomer 2027 - 2028 voorjaar", (date(2027, 6, 1), date(2028, 5, 31))),
    ("eind maart 2027-28 mei 2027", (date(2027, 3, 21), date(2027, 5, 28))),
    ("eind schooljaar 2027-2028", (date(2028, 5, 1), date(2028, 7, 31))),
    ("vanaf 2027-03", (date(2027, 3, 1), None)),
]


@pytest.mark.parametrize(("words", "days"), WHEN)
def test_two_years_are_a_school_year_only_by_that_word(words: str, days: tuple[date | None, date | None]) -> None:
    period = read_period(words)
    assert period is not None
    assert (period.start, period.end) == days


DAYS = [
    ("1 november 2028 - 29 januari 2029", (date(2028, 11, 1), date(2029, 1, 29))),
    ("1/3/2027 - 28/5/2027", (date(2027, 3, 1), date(2027, 5, 28))),
    ("1 juni 2027 - 28 aug. 2027", (date(2027, 6, 1), date(2027, 8, 28))),
]


@pytest.mark.parametrize(("words", "days"), DAYS)
def test_two_days_keep_their_years(words: str, days: tuple[date, date]) -> None:
    assert days_named(words) == days
