"""What stands in lists, between letters or under headings of their own: read, offered in doubt, or told."""

from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sto_tui.intake.plan_document.running_text import acts_behind_periods, numbered_titles
from tests.support.docx_gaps import element_of
from tests.support.word_plans import bold, new_document, read, table, told


def of_bus() -> Document:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    return document


def test_bodies_in_a_list_of_lists_are_offered_with_what_stands_below_them(tmp_path: Path) -> None:
    """A name behind one is of somebody in it, and no task; of one with a heading of its own that is the one."""
    document = of_bus()
    document.add_heading("Organisatie", 1)
    for text, style in (
        ("Stuurgroep", "List Bullet"),
        ("Besluit over geld", "List Bullet 2"),
        ("Leden: ROC Noord, Gemeente Delta", "List Bullet 2"),
        ("Programmamanager: Els de Wit", "List Bullet"),
        ("Werkgroep PO", "List Bullet 2"),
        ("Maakt lessen", "List Bullet 3"),
        ("Werkgroep Labs: maakt de labs", "List Bullet 2"),
        ("Kernteam", "List Bullet"),
    ):
        document.add_paragraph(text, style=style)
    document.add_heading("Kernteam", 2)
    document.add_paragraph("Voert uit.")
    plan = read(document, tmp_path)
    doubt = "het is gelezen uit een lijst, en die blijft staan"
    assert [(one.name, one.task, [each.person for each in one.members], one.doubt) for one in plan.bodies] == [
        ("Stuurgroep", ["Besluit over geld"], ["ROC Noord", "Gemeente Delta"], doubt),
        ("Programmamanager", [], ["Els de Wit"], ""),
        ("Werkgroep PO", ["Maakt lessen"], [], doubt),
        ("Werkgroep Labs", ["maakt de labs"], [], ""),
        ("Kernteam", ["Voert uit."], [], ""),
    ]
    assert "Leden: ROC Noord, Gemeente Delta" in plan.texts[0].paragraphs


@pytest.mark.parametrize(
    ("rows", "phases"),
    [
        (
            [["Activiteit", "Start", "Gereed"], ["Kopen", "2027", "juni 2028"], ["Rijden", "", "eind 2028"]],
            [("2027 – juni 2028", ["Kopen"]), ("uiterlijk eind 2028", ["Rijden"])],
        ),
        (
            [["Wat", "Begindatum", "Einddatum", "Wie"], ["Kopen", "1-2-2027", "1-2-2027", ""]],
            [("1-2-2027", ["Kopen"])],
        ),
        ([["Partners", ""], ["Start", "sept 2027"], ["Acties", "Rijden"]], [("vanaf sept 2027", ["Rijden"])]),
    ],
)
def test_begin_and_end_are_a_period(rows: list[list[str]], phases: list[tuple[str, list[str]]], tmp_path: Path) -> None:
    document = of_bus()
    table(document, rows)
    document.add_heading("Speerpunt 1.2: Lab", 2)
    for line in ("Start: september 2027", "Gereed: nog niet bekend", "Einde: juni 2028", "Activiteiten: Bouwen"):
        document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": ([], phases), "1.2 Lab": ([], [("september 2027 – juni 2028", ["Bouwen"])])}
    assert plan.speerpunten[1].result == ["Gereed: nog niet bekend"]


def test_heads_above_results_are_no_result(tmp_path: Path) -> None:
    """Of `Resultaat | Gereed | Trekker` only the first column is a result; what stands in the others is told."""
    document = of_bus()
    table(
        document, [["Resultaat", "Gereed", "Trekker"], ["Bus gekocht", "maart 2027", "Els"], ["Bus rijdt", "", "Jan"]]
    )
    plan = read(document, tmp_path)
    assert plan.speerpunten[0].result == ["Bus gekocht", "Bus rijdt"]
    assert [one.text for one in plan.not_understood] == ["Gereed: maart 2027", "Trekker: Els", "Trekker: Jan"]


def test_numbers_with_a_letter_and_a_line_that_should_have_been_a_heading(tmp_path: Path) -> None:
    """What stands below that line is of nobody."""
    document = new_document()
    document.add_heading("Thema A: Instroom", 1)
    bold(document, "Project A1: Bus")
    document.add_paragraph("2027: Rijden")
    bold(document, "Project A2 Lab")
    for line in ("2027: Bouwen", "Deelproject 3 met de bedrijven", "Partners: ROC Noord", "2028: Verven"):
        document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert told(plan) == {"A1 Bus": ([], [("2027", ["Rijden"])]), "A2 Lab": ([], [("2027", ["Bouwen"])])}
    assert [line.text for line in plan.not_understood] == [
        "Deelproject 3 met de bedrijven",
        "Partners: ROC Noord",
        "2028: Verven",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Door wie",
        "Scholen en bedrijven:",
        "Met medewerking van",
        "Deelnemers uit de regio",
        "In samenwerking met:",
        "Deelnemende scholen en instellingen",
        "Bedrijven:",
    ],
)
def test_labels_for_partners(label: str, tmp_path: Path) -> None:
    document = of_bus()
    bold(document, label)
    document.add_paragraph("ROC Noord", style="List Bullet")
    document.add_paragraph("Scholen: drie docenten", style="List Bullet")
    document.add_heading("Thema 2: Doorstroom", 1)
    table(document, [["Speerpunt", "Actie", "Door wie"], ["Lab", "Bouwen", "ROC Noord"], ["Dag", "Houden", "3"]])
    plan = read(document, tmp_path)
    acts = "periode niet genoemd"
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord", "Scholen: drie docenten"], []),
        "2.1 Lab": (["ROC Noord"], [(acts, ["Bouwen"])]),
        "2.2 Dag": ([], [(acts, ["Houden"])]),
    }
    assert [(line.text, line.reason) for line in plan.not_understood] == [("3", "dit is een getal, geen partner")]


def test_speerpunten_between_letters_on_one_line_are_offered_in_doubt(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_paragraph("De speerpunten zijn a) een bus, b) een lab en c) een dag.")
    document.add_heading("Thema 2: Doorstroom", 1)
    document.add_paragraph("Dit is a) nodig en b) goed.")
    plan = read(document, tmp_path)
    assert [(one.number, one.title, bool(one.doubt)) for one in plan.speerpunten] == [
        ("1.1", "een bus", True),
        ("1.2", "een lab", True),
        ("1.3", "een dag", True),
    ]
    assert plan.themes[0].result == ["De speerpunten zijn a) een bus, b) een lab en c) een dag."]


def test_a_numbered_list_of_a_theme_without_speerpunten_is_offered_in_doubt(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    for item in ("Techniekbus: rijdt langs scholen", "Open dagen."):
        document.add_paragraph(item, style="List Number")
    plan = read(document, tmp_path)
    assert [(one.number, one.title, bool(one.doubt)) for one in plan.speerpunten] == [
        ("1.1", "Techniekbus", True),
        ("1.2", "Open dagen", True),
    ]
    assert plan.themes[0].result == ["1. Techniekbus: rijdt langs scholen", "2. Open dagen."]


def test_a_table_that_begins_with_the_title_of_its_heading_is_of_it(tmp_path: Path) -> None:
    document = of_bus()
    table(document, [["Speerpunt", "Bus"], ["Partners", "ROC Noord"], ["2027", "Rijden"]])
    assert told(read(document, tmp_path)) == {"1.1 Bus": (["ROC Noord"], [("2027", ["Rijden"])])}


def test_chapters_in_bold_are_headings_and_no_labels_of_the_text_above_them(tmp_path: Path) -> None:
    document = new_document()
    bold(document, "Inleiding")
    document.add_paragraph("Dit is ons plan.")
    bold(document, "Doelen")
    for goal in ("Meer leerlingen", "Meer docenten"):
        document.add_paragraph(goal, style="List Number")
    bold(document, "Thema 1: Instroom")
    bold(document, "Speerpunt 1.1: Bus")
    document.add_paragraph("Rijden.")
    plan = read(document, tmp_path)
    assert [(goal.number, goal.text) for goal in plan.goals] == [(1, "Meer leerlingen"), (2, "Meer docenten")]
    assert [text.paragraphs for text in plan.texts] == [["Dit is ons plan."]]


def test_a_text_box_is_part_of_no_list_and_its_partners_are_a_doubt(tmp_path: Path) -> None:
    """What it says of the plan does not go on behind it, and a heading in it begins nothing."""
    document = of_bus()
    names = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Partners:", "ROC Noord", "Philips", "2027: Rijden")
    )
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent>{names}</w:txbxContent></w:pict></w:r>"
    element_of(document.add_paragraph("De bus rijdt.")).append(parse_xml(box))
    document.add_paragraph("Overal.")
    other = names.replace("Partners:", "Thema 2: Doorstroom")
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent>{other}</w:txbxContent></w:pict></w:r>"
    element_of(document.add_paragraph("Elke dag.")).append(parse_xml(box))
    plan = read(document, tmp_path)
    (point,) = plan.speerpunten
    assert (point.result, point.partners, point.phases) == (["De bus rijdt.", "Overal.", "Elke dag."], [], [])
    boxed = "het staat in een tekstvak, los van de tekst eromheen"
    assert [(doubt.reason, doubt.partners) for doubt in point.doubts] == [(boxed, ["ROC Noord", "Philips"])]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        (text, boxed) for text in ("2027: Rijden", "Thema 2: Doorstroom", "ROC Noord", "Philips", "2027: Rijden")
    ]


def test_a_tab_behind_a_label_or_period_is_a_colon(tmp_path: Path) -> None:
    document = of_bus()
    for line in ("Trekker\tEls", "Resultaat\tRijden", "Partners\t: ROC Noord", "\tKompas College", "Activiteiten"):
        document.add_paragraph(line)
    for line in ("2027 (sept - dec)\tKopen", "2028 – 2029\tRijden", "Lab\tof niet"):
        document.add_paragraph(line)
    document.add_paragraph("Partners:\tPhilips\n\tTata Steel")
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (
            ["ROC Noord", "Kompas College", "Philips", "Tata Steel"],
            [("2027 (sept - dec)", ["Kopen"]), ("2028 – 2029", ["Rijden"])],
        )
    }
    assert plan.speerpunten[0].result == ["Rijden"]
    assert [line.text for line in plan.not_understood] == ["Trekker: Els", "Lab of niet"]


@pytest.mark.parametrize(
    ("line", "phases"),
    [
        ("- 2022 - 2023 Evaluatie", [("periode niet genoemd", ["2022 - 2023 Evaluatie"])]),
        ("- 2022 - 2023: Evaluatie", [("2022 - 2023", ["Evaluatie"])]),
        ("- Kopen (2020 (jan. – juli))", [("2020 (jan. – juli)", ["Kopen"])]),
        ("- Kopen (2020 – en later)", [("periode niet genoemd", ["Kopen (2020 – en later)"])]),
    ],
)
def test_a_dash_within_a_period_is_no_end_of_it(line: str, phases: list[tuple[str, list[str]]], tmp_path: Path) -> None:
    document = of_bus()
    document.add_paragraph("Activiteiten:")
    document.add_paragraph(line)
    assert told(read(document, tmp_path)) == {"1.1 Bus": ([], phases)}


def test_one_period_beside_the_acts_of_a_table(tmp_path: Path) -> None:
    document = of_bus()
    table(document, [["Activiteit", "vanaf 2028"], ["Werven", "X"], ["Begeleiden", "X"]])
    assert told(read(document, tmp_path)) == {"1.1 Bus": ([], [("vanaf 2028", ["Werven", "Begeleiden"])])}


def test_headings_above_tables_of_speerpunten_are_the_themes(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Speerpunten per thema", 1)
    heads = ["Speerpunt", "Met wie?", "Activiteit", "Tijdpad"]
    for theme, rows in (
        ("1. Kiezen", [["1.1 Bus", "ROC Noord", "Kopen", "2027"], ["", "", "Verven", "idem"]]),
        ("2. Leren", [["2.1 Lab", "Kompas College", "Bouwen", "2028"]]),
    ):
        document.add_heading(theme, 2)
        table(document, [heads, *rows])
        document.add_paragraph("(vervolg)")
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title, theme.result) for theme in plan.themes] == [(1, "Kiezen", []), (2, "Leren", [])]
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord"], [("2027", ["Kopen", "Verven"])]),
        "2.1 Lab": (["Kompas College"], [("2028", ["Bouwen"])]),
    }


def test_labels_that_nobody_knows_are_no_partners(tmp_path: Path) -> None:
    document = of_bus()
    for line in (
        "Partners",
        "ROC Noord",
        "Vereniging Techniek: gastlessen",
        "Stuurgroep: beslist",
        "Samenwerking: met Philips",
        "Aanspreekpunt: Els",
        "Verwachte start: januari 2027",
        "Afronding: december 2028",
        "Communicatie: nieuwsbrief",
        "Activiteiten: Rijden",
    ):
        document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (
            ["ROC Noord", "Vereniging Techniek: gastlessen", "Stuurgroep: beslist"],
            [("januari 2027 – december 2028", ["Rijden"])],
        )
    }
    assert [line.text for line in plan.not_understood] == [
        "Samenwerking: met Philips",
        "Aanspreekpunt: Els",
        "Communicatie: nieuwsbrief",
    ]


@pytest.mark.parametrize("letters", ["a) |b) ", "(a) |(b) ", "a. |b. "])
def test_lines_with_letters_and_labels_below_each_are_speerpunten(letters: str, tmp_path: Path) -> None:
    first, second = letters.split("|")
    document = new_document()
    document.add_heading("Thema 1: Labs", 1)
    for line in (
        f"{first}Bus",
        "Partners: ROC Noord",
        "2027: rijden",
        f"{second}Lab",
        "Planning: Najaar 2027 kopen; voorjaar 2028 les geven",
    ):
        document.add_paragraph(line)
    assert told(read(document, tmp_path)) == {
        "1.1 Bus": (["ROC Noord"], [("2027", ["rijden"])]),
        "1.2 Lab": ([], [("Najaar 2027", ["kopen"]), ("voorjaar 2028", ["les geven"])]),
    }


@pytest.mark.parametrize("last", ["Lab", "b) Lab"])
def test_letters_without_labels_below_each_are_no_speerpunten(last: str, tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Labs", 1)
    for line in ("a) Bus", "Partners: ROC Noord", last):
        document.add_paragraph(line)
    assert read(document, tmp_path).speerpunten == []


@pytest.mark.parametrize(
    "line",
    [
        "Najaar 2027 t/m voorjaar 2028",
        "2027 leerlingen werven",
        "Najaar 2027 kopen; rijden",
        "Vanaf sept 2027, elke maand",
    ],
)
def test_a_line_of_planning_that_does_not_say_when_everywhere_gives_no_act(line: str) -> None:
    assert acts_behind_periods(line) == []


@pytest.mark.parametrize(
    ("lines", "partners", "phases", "apart"),
    [
        (
            "Partners: ROC Noord|Activiteiten 2027|-Werven|-Rijden|Activiteiten 2028|-Wassen",
            ["ROC Noord"],
            [("2027", ["Werven", "Rijden"]), ("2028", ["Wassen"])],
            [],
        ),
        ("Partners:|-ROC Noord|Activiteiten:|-Rijden", ["ROC Noord"], [("periode niet genoemd", ["Rijden"])], []),
        ("Partners|-ROC Noord|najaar 2028|-Rijden", ["ROC Noord"], [("najaar 2028", ["Rijden"])], []),
        (
            "Partners: ROC Noord|Activiteiten: rijden|Leider: Els|Kosten: 12",
            ["ROC Noord"],
            [("periode niet genoemd", ["rijden"])],
            ["Leider: Els", "Kosten: 12"],
        ),
        (
            "Partners|-ROC Noord|Activiteiten|-Rijden|Borging|-In het rooster",
            ["ROC Noord"],
            [("periode niet genoemd", ["Rijden"])],
            ["Borging:", "In het rooster"],
        ),
    ],
)
def test_labels_that_are_items_of_a_list_themselves(
    lines: str, partners: list[str], phases: list[tuple[str, list[str]]], apart: list[str], tmp_path: Path
) -> None:
    document = of_bus()
    for line in lines.split("|"):
        document.add_paragraph(line.removeprefix("-"), style="List Bullet 2" if line[0] == "-" else "List Bullet")
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (partners, phases)}
    assert [line.text for line in plan.not_understood] == apart
    assert plan.speerpunten[0].result == []


def test_names_in_a_list_of_partners_stay_partners(tmp_path: Path) -> None:
    document = of_bus()
    document.add_paragraph("Partners")
    for text, style in (("ROC Noord", "List Bullet"), ("afdeling bouw", "List Bullet 2"), ("Els BV", "List Bullet")):
        document.add_paragraph(text, style=style)
    assert told(read(document, tmp_path))["1.1 Bus"][0] == ["ROC Noord", "afdeling bouw", "Els BV"]


@pytest.mark.parametrize(
    ("label", "lead", "result"),
    [("Trekker", "ROC Noord", []), ("Leider", "ROC Noord", []), ("Portefeuillehouder", "ROC Noord", []),
     ("Begeleider", "", ["Begeleider: ROC Noord"])],
)  # fmt: skip
def test_who_leads_a_theme(label: str, lead: str, result: list[str], tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_paragraph(f"{label}: ROC Noord")
    document.add_heading("Speerpunt 1.1: Bus", 2)
    theme = read(document, tmp_path).themes[0]
    assert (theme.lead, theme.result) == (lead, result)


@pytest.mark.parametrize("heads", ["Ronde 1|Ronde 2", "Maand 1|Maand 2", "Week 12 2027|Week 20 2027", "Vmbo|Mbo"])
def test_what_stands_above_marks_is_a_head_and_no_act(heads: str, tmp_path: Path) -> None:
    """Of a period that a plan does not have it is told; beside words it is what is done."""
    document = of_bus()
    first, second = heads.split("|")
    table(document, [["Activiteit", first, second], ["Werven", "x", ""], ["Rijden", "", "x"]])
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": ([], [("periode niet genoemd", ["Werven", "Rijden"])])}
    assert [line.text for line in plan.not_understood] == [f"{first}: x", f"{second}: x"]
    beside = of_bus()
    table(beside, [["Activiteit", "Bus 1 rijdt", "Bus 2 rijdt"], ["2027", "Wassen", "Verven"]])
    phases = [("periode niet genoemd", ["Bus 1 rijdt", "Bus 2 rijdt"]), ("2027", ["Wassen", "Verven"])]
    assert told(read(beside, tmp_path)) == {"1.1 Bus": ([], phases)}


def test_acts_stand_in_the_part_of_a_year_above_their_mark(tmp_path: Path) -> None:
    document = of_bus()
    table(document, [["Activiteit", "T1 2027", "Semester 2 2027-2028"], ["Werven", "x", ""], ["Rijden", "", "x"]])
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": ([], [("T1 2027", ["Werven"]), ("Semester 2 2027-2028", ["Rijden"])])}
    assert plan.not_understood == []


def headed(*lines: tuple[str, int]) -> Document:
    """A document of headings of these levels, and of lines in bold (0)."""
    document = new_document()
    for text, level in lines:
        if level:
            document.add_heading(text, level)
        else:
            bold(document, text)
    return document


def test_beside_numbers_in_front_a_number_behind_says_only_of_what_a_part_is(tmp_path: Path) -> None:
    """`Partners (thema 1)` and `Sluit aan (speerpunt 1.2)` are no other theme and speerpunt."""
    plan = read(
        headed(
            ("Thema 1 Instroom", 1),
            ("Speerpunt 1.1 Bus", 2),
            ("Sluit aan op de open dagen (speerpunt 1.2)", 0),
            ("Speerpunt 1.2 Open dag", 2),
            ("Doelen (thema 1)", 2),
            ("Partners (thema 1)", 2),
            ("Thema 2 Doorstroom", 1),
            ("Tweede spoor – zij-instroom", 3),
        ),
        tmp_path,
    )
    assert [theme.title for theme in plan.themes] == ["Instroom", "Doorstroom"]
    assert [(point.number, point.title) for point in plan.speerpunten] == [("1.1", "Bus"), ("1.2", "Open dag")]


@pytest.mark.parametrize("letters", [("a) Voorbereiding", "b) Uitvoering"), ("A. Aanleiding", "B. Partners")])
def test_letters_in_bold_within_a_speerpunt_end_it_not(letters: tuple[str, str], tmp_path: Path) -> None:
    lines = [("Thema 1: Instroom", 0)]
    for title in ("Speerpunt 1.1: Bus", "Speerpunt 1.2: Lab"):
        lines += [(title, 0), *((letter, 0) for letter in letters)]
    plan = read(headed(*lines), tmp_path)
    assert [(point.number, point.title) for point in plan.speerpunten] == [("1.1", "Bus"), ("1.2", "Lab")]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Speerpunt 1.1 T - shaped docenten opleiden", "T - shaped docenten opleiden"),
        ("Speerpunt 1.1 I. Bakker prijs", "I. Bakker prijs"),
        ("Speerpunt 1.1 Spoor – trein en techniek", "Spoor – trein en techniek"),
        ("Speerpunt 1.1 Project: Vakwerk", "Vakwerk"),
    ],
)
def test_behind_a_number_a_letter_is_part_of_the_title(heading: str, title: str, tmp_path: Path) -> None:
    plan = read(headed(("Thema 1 Instroom", 1), (heading, 2)), tmp_path)
    assert [point.title for point in plan.speerpunten] == [title]


def test_a_table_of_activities_above_worked_out_parts_is_no_list_of_speerpunten(tmp_path: Path) -> None:
    document = headed(("Thema 1 Instroom", 1))
    table(document, [["Activiteit", "Partners", "Periode"], ["Rijden", "ROC Noord", "2027"]])
    for title in ("De bus", "Het lab"):
        document.add_heading(title, 2)
        for line in ("Partners: ROC Noord", "Planning: 2027", "Activiteiten: Rijden"):
            document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert [(point.number, point.title) for point in plan.speerpunten] == [("1.1", "De bus"), ("1.2", "Het lab")]


def test_sentences_in_a_list_below_partners_stay_in_the_text(tmp_path: Path) -> None:
    document = of_bus()
    document.add_heading("Organisatie", 1)
    document.add_heading("Partners", 2)
    document.add_paragraph("Onze afspraken:")
    for line in (
        "Wij overleggen elk kwartaal",
        "Bouwbedrijf De Vries, Elektro Jansen en Metaal BV",
        "ROC van het Noorden",
    ):
        document.add_paragraph(line, style="List Bullet")
    plan = read(document, tmp_path)
    assert [party.name for party in plan.parties] == ["ROC van het Noorden"]
    assert "- Wij overleggen elk kwartaal" in [line for text in plan.texts for line in text.paragraphs]


def test_headings_with_one_title_become_one_speerpunt_and_that_is_told(tmp_path: Path) -> None:
    plan = read(headed(("Thema 1 Instroom", 1), *[("Speerpunt: Betere lessen", 2)] * 2), tmp_path)
    assert [point.title for point in plan.speerpunten] == ["Betere lessen"]
    assert [remark for remark in plan.remarks if "staat er op meer plekken" in remark]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (
            ["We doen het volgende:", "1. Kenniskring opzetten.", "2. Bureau inrichten"],
            ["Kenniskring opzetten", "Bureau inrichten"],
        ),
        (["1. De bus: die is er.", "2. Het lab: dat komt."], ["De bus", "Het lab"]),
        (["De partners zijn het eens over:", "1. Bus", "2. Lab"], ["Bus", "Lab"]),
        (
            ["1. Leerlingen gaan naar bedrijven", "2. Bedrijven komen in de klas"],
            ["Leerlingen gaan naar bedrijven", "Bedrijven komen in de klas"],
        ),
        (["Waarom is dit een thema?", "1. Weinig docenten", "2. Oude lokalen"], []),
        (["Dit is nodig om drie redenen:", "1. Weinig docenten", "2. Oude lokalen"], []),
        (["1. Er zijn te weinig docenten.", "2. Alle lokalen oud."], []),
        (["Partners:", "1. ROC Noord", "2. Philips"], []),
        (
            ["Vanuit de vragen van de scholen en de ontwikkelingen kiezen wij deze speerpunten:", "1. Bus", "2. Lab"],
            ["Bus", "Lab"],
        ),
        (
            ["Onze speerpunten:", "1. Leerlingen gaan naar bedrijven.", "2. Meisjes kiezen techniek."],
            ["Leerlingen gaan naar bedrijven", "Meisjes kiezen techniek"],
        ),
        (
            ["Dit doen wij:", "1. De bus is er.", "2. Docenten volgen stages.", "3. Alle scholen nemen deel."],
            ["De bus is er", "Docenten volgen stages", "Alle scholen nemen deel"],
        ),
        (["Om deze redenen kiezen wij voor de volgende speerpunten:", "1. Bus", "2. Lab"], ["Bus", "Lab"]),
        (["De speerpunten zijn:", "1. Er is een bus.", "2. Er is een lab."], ["Er is een bus", "Er is een lab"]),
        (["De redenen voor onze speerpunten:", "1. Weinig docenten", "2. Oude lokalen"], []),
        (["Wij kiezen deze speerpunten om drie redenen:", "1. Weinig docenten", "2. Oude lokalen"], []),
    ],
)
def test_reasons_and_names_in_a_numbered_list_are_no_titles(lines: list[str], titles: list[str]) -> None:
    assert numbered_titles(lines) == titles


@pytest.mark.parametrize("label", ["Wat en wanneer", "Wat gaan we daarvoor doen?"])
def test_programmas_with_a_number_are_parts_of_a_plan(label: str, tmp_path: Path) -> None:
    """`Programma: 3 maart` is that of a day."""
    document = new_document()
    document.add_heading("Programma: 3 maart", 1)
    for number in (1, 2):
        document.add_heading(f"Programma {number}: Instroom {number}", 1)
        document.add_heading("Met wie?", 2)
        document.add_paragraph("ROC Noord", style="List Bullet")
        document.add_heading(label, 2)
        document.add_paragraph("2027: Kopen", style="List Bullet")
    plan = read(document, tmp_path)
    assert told(plan) == {f"1.{one} Instroom {one}": (["ROC Noord"], [("2027", ["Kopen"])]) for one in (1, 2)}
    assert [theme.title for theme in plan.themes] == ["Thema 1"]
    assert plan.themes[0].doubt


@pytest.mark.parametrize(
    "above",
    [[("Thema 1: Instroom", 1), ("Speerpunt 1.1: Bus", 2)], [("Instroom", 1), ("Speerpunt 1.1: Bus", 2)]],
)
@pytest.mark.parametrize("style", ["Normal", "Heading 3", "List Bullet"])
def test_programmas_within_a_speerpunt_are_of_its_text(
    above: list[tuple[str, int]], style: str, tmp_path: Path
) -> None:
    """They became the themes of the plan, and what was one had its name no longer."""
    document = headed(*above)
    document.add_paragraph("Partners: ROC Noord")
    document.add_paragraph("Activiteiten:")
    for line in ("Programma 1: Techniekdag", "Programma 2: Bus langs de scholen"):
        document.add_paragraph(line, style=style)
    document.add_heading("Leren" if above[0][0] == "Instroom" else "Thema 2: Leren", 1)
    document.add_heading("Speerpunt 2.1: Lab", 2)
    plan = read(document, tmp_path)
    assert [(theme.title, theme.doubt) for theme in plan.themes] == [("Instroom", ""), ("Leren", "")]
    assert [point.number for point in plan.speerpunten] == ["1.1", "2.1"]
    said = [*(act for _, acts in told(plan)["1.1 Bus"][1] for act in acts), *(one.text for one in plan.not_understood)]
    assert [sum(name in line for line in said) for name in ("Techniekdag", "Bus langs")] == [1, 1]


def test_a_programma_of_a_day_is_no_theme(tmp_path: Path) -> None:
    plan = read(headed(("Thema 1: Instroom", 1), ("Speerpunt 1.1: Bus", 2), ("Programma 1 dag", 1)), tmp_path)
    assert [theme.title for theme in plan.themes] == ["Instroom"]


IN_THEME = "het staat binnen thema 1, achter een speerpunt; kijk of dit een thema is"
TAKEN = "nummer 1 is in het plan al van een ander thema; kijk of dit er ook een is"


@pytest.mark.parametrize(
    ("second", "level", "themes"),
    [
        ("Actielijn 1: Dag", 0, [(1, "Instroom", ""), (3, "Dag", IN_THEME), (2, "Leren", "")]),
        ("Actielijn 2: Dag", 0, [(1, "Instroom", ""), (3, "Dag", IN_THEME), (2, "Leren", "")]),
        ("Actielijn 3: Dag", 0, [(1, "Instroom", ""), (3, "Dag", IN_THEME), (2, "Leren", "")]),
        ("Thema 1: Dag", 1, [(1, "Instroom", ""), (3, "Dag", TAKEN), (2, "Leren", "")]),
        ("Thema 1: Instroom", 1, [(1, "Instroom", ""), (2, "Leren", "")]),
    ],
)
def test_a_second_theme_with_a_number_is_doubted_and_the_first_stays(
    second: str, level: int, themes: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    """The title of the first was gone, and nothing said so."""
    document = of_bus()
    if level:
        document.add_heading(second, level)
    else:
        bold(document, second)
    document.add_paragraph("Een dag.")
    document.add_heading("Speerpunt 1.2: Lab", 2)
    document.add_heading("Thema 2: Leren", 1)
    document.add_heading("Speerpunt 2.1: Stage", 2)
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title, theme.doubt) for theme in plan.themes] == themes
    assert [(point.theme, point.title) for point in plan.speerpunten] == [(1, "Bus"), (1, "Lab"), (2, "Stage")]


def test_a_goal_above_the_only_column_of_a_matrix_is_no_theme(tmp_path: Path) -> None:
    """It took the number of the theme, also in our own draft of one theme and one goal."""
    document = new_document()
    document.add_heading("Doelen", 1)
    table(document, [["Thema", "Doel 1"], ["1 Instroom", "X"]])
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title, theme.doubt) for theme in plan.themes] == [(1, "Instroom", "")]
    assert [(point.theme, point.title) for point in plan.speerpunten] == [(1, "Bus")]
