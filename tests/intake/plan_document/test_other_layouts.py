"""Plans laid out in ways that regions publish: what is sure becomes a record, doubt becomes a line with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sto_tui.domain.plan import Chapter
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.plan_sections import PlanWords
from sto_tui.intake.plan_document.word_reading import read_blocks
from tests.support.docx_gaps import element_of
from tests.support.word_plans import bold, new_document, read, table, told


def test_contents_that_word_keeps_in_a_control_are_no_speerpunten(tmp_path: Path) -> None:
    """The lines have no style and no link, as after a program that made plain text of them."""
    document = new_document()
    lines = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Speerpunt 1.1: Bus", "Speerpunt 1.2: Lab"))
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    element_of(document).body.insert(
        0, parse_xml(f"<w:sdt {nsdecls('w')}>{gallery}<w:sdtContent>{lines}</w:sdtContent></w:sdt>")
    )
    bold(document, "Thema 1: Instroom")
    bold(document, "Speerpunt 1.2: Techlab")
    assert [f"{point.number} {point.title}" for point in read(document, tmp_path).speerpunten] == ["1.2 Techlab"]


def test_measures_worked_out_in_a_table_under_a_theme_are_speerpunten(tmp_path: Path) -> None:
    document = new_document()
    bold(document, "Actielijn 1: Aantrekkelijk onderwijs")
    table(
        document,
        [
            ["Maatregel", "Beoogd resultaat", "Wie", "Planning", "Eigenaar"],
            ["Maakplaatsen", "Twee open", "ROC Noord, Philips", "2027: inrichten; 2028: draaien", "Els"],
            ["Keuzevakken", "Vier nieuwe", "Lyceum Noord", "2027", ""],
        ],
    )
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Maakplaatsen": (["ROC Noord, Philips"], [("2027", ["inrichten"]), ("2028", ["draaien"])]),
        "1.2 Keuzevakken": (["Lyceum Noord"], []),
    }
    assert [point.result for point in plan.speerpunten] == [["Twee open"], ["Vier nieuwe"]]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("eigenaar: Els", "deze kolom is niet overgenomen"),
        ("2027", "er staan geen activiteiten bij deze periode"),
    ]


def test_bodies_in_running_text_are_offered_and_one_that_is_only_named_is_told(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Organisatie", 1)
    document.add_paragraph(
        "De stuurgroep besluit over geld en komt vier keer per jaar bijeen. Zij spreekt elke maand met de penvoerder. "
        "In juni kijken we terug. De projectgroep voert uit."
    )
    plan = read(document, tmp_path)
    assert [(body.name, body.task, body.meets) for body in plan.bodies] == [
        (
            "Stuurgroep",
            [
                "De stuurgroep besluit over geld en komt vier keer per jaar bijeen. "
                "Zij spreekt elke maand met de penvoerder."
            ],
            4,
        ),
        ("Projectgroep", ["De projectgroep voert uit."], None),
    ]
    assert plan.remarks == ["De tekst over de organisatie noemt penvoerder; als orgaan voeg je die zelf toe."]
    assert len(plan.texts) == 1


PLAIN, BOLD, DEEP = "plain", "bold", "deep"


@pytest.mark.parametrize("looks", [PLAIN, BOLD, DEEP])
def test_chapters_behind_the_last_speerpunt_are_no_part_of_it(looks: str, tmp_path: Path) -> None:
    """Their headings are bold, without any looks, or as deep as a label; what comes back is a label of a speerpunt."""
    document = new_document()
    headings: dict[str, Callable[[str], object]] = {
        PLAIN: document.add_paragraph,
        BOLD: lambda text: bold(document, text),
        DEEP: lambda text: document.add_heading(text, 3),
    }
    document.add_heading("Actielijn 1: Instroom", 1)
    document.add_paragraph("Beoogd effect: meer instroom.")
    for number in (1, 2):
        document.add_heading(f"Speerpunt 1.{number}: Bus {number}", 2)
        bold(document, "Planning")
        document.add_paragraph("2027: Rijden; Parkeren", style="List Bullet")
        bold(document, "Borging")
        document.add_paragraph("In het rooster.")
    headings[looks]("Risico’s")
    table(document, [["Risico", "Kans", "Impact", "Maatregel"], ["Geen chauffeur", "klein", "groot", "Werven"]])
    headings[looks]("Begroting")
    document.add_paragraph("De bus kost een ton.")
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus 1": ([], [("2027", ["Rijden", "Parkeren"])]),
        "1.2 Bus 2": ([], [("2027", ["Rijden", "Parkeren"])]),
    }
    assert [(risk.text, risk.measure) for risk in plan.risks] == [("Geen chauffeur", "Werven")]
    assert [(text.chapter, text.paragraphs) for text in plan.texts] == [(Chapter.BEGROTING, ["De bus kost een ton."])]
    assert plan.themes[0].result == ["meer instroom."]
    assert [line.text for line in plan.not_understood] == ["Borging: In het rooster."] * 2


@pytest.mark.parametrize(
    "rows",
    [
        [["", "2027", "2028"], ["Activiteiten", "Rijden", "Parkeren"]],
        [["Activiteit", "Opmerking"], ["2027", ""], ["Rijden", ""], ["2028", ""], ["Parkeren", ""]],
    ],
    ids=["periods beside each other", "periods on rows of their own"],
)
def test_periods_above_acts_in_a_table(rows: list[list[str]], tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    bold(document, "Wie doen mee?")
    document.add_paragraph("ROC Veenland", style="List Bullet")
    own = [(row, 0, row, 1) for row, texts in enumerate(rows) if texts[1:] == [""] and texts[0].isdecimal()]
    table(document, rows, own)
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["ROC Veenland"], [("2027", ["Rijden"]), ("2028", ["Parkeren"])])}
    assert plan.not_understood == []


def test_words_below_periods_say_what_is_done_of_the_act_and_a_total_is_told(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    acts = [["Bus", "ontwerpen", "rijden\nwassen"], ["Totaal aanbod", "x", ""], ["Excursie", "", ""]]
    table(document, [["Activiteit", "2027", "2028"], *acts, ["Totaal", "2 bussen", "3 bussen"]])
    table(document, [["Partner", "Inbreng"], ["ROC Veenland", "chauffeur"], ["Subtotaal:", "1 partner"]])
    plan = read(document, tmp_path)
    assert told(plan)["1.1 Bus"] == (
        ["ROC Veenland: chauffeur"],
        [
            ("2027", ["Bus: ontwerpen", "Totaal aanbod"]),
            ("2028", ["Bus: rijden", "Bus: wassen"]),
            ("periode niet genoemd", ["Excursie"]),
        ],
    )
    assert [line.reason for line in plan.not_understood] == ["dit is een totaal"] * 2


def test_heads_in_two_rows(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    rows = [["Speerpunt", "Partners", "Planning", ""], ["", "", "2027", "2028"]]
    table(document, [*rows, ["1.1 Bus", "ROC Veenland", "Rijden", "Parkeren"]], [(0, 2, 0, 3)])
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["ROC Veenland"], [("2027", ["Rijden"]), ("2028", ["Parkeren"])])}
    assert plan.not_understood == []


def test_speerpunten_beside_each_other_in_a_table(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    rows = [["Speerpunt", "1.1 Bus", "1.2 Lab"], ["Partners", "ROC Veenland", "Gemeente Waalstad"]]
    table(document, [*rows, ["2027", "Rijden", "Inrichten"], ["2028", "", "Draaien"]])
    assert told(read(document, tmp_path)) == {
        "1.1 Bus": (["ROC Veenland"], [("2027", ["Rijden"])]),
        "1.2 Lab": (["Gemeente Waalstad"], [("2027", ["Inrichten"]), ("2028", ["Draaien"])]),
    }


def test_a_heading_in_bold_before_its_text_and_one_without_looks(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    line = document.add_paragraph()
    line.add_run("Speerpunt 1.1 Bus. ").bold = True
    line.add_run("De bus rijdt in 2027. Daarna blijft hij.")
    document.add_paragraph("Speerpunt 1.2 Lab. Het lab gaat open. Iedereen mag er in.")
    plan = read(document, tmp_path)
    assert [(point.title, point.result) for point in plan.speerpunten] == [
        ("Bus", ["De bus rijdt in 2027. Daarna blijft hij."])
    ]
    assert [(line.text[:17], line.reason) for line in plan.not_understood] == [
        ("Speerpunt 1.2 Lab", "dit begint als een kop, en is er geen")
    ]
    assert plan.remarks == [
        f"Geen {what} gevonden bij speerpunt 1.1; kijk of ze in de tekst van het resultaat staan."
        for what in ("partners", "activiteiten")
    ]


def test_what_nobody_sees_is_not_read_and_told_as_what_is_struck(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema II. Instroom", 1)
    seen = document.add_paragraph("Meer instroom.")
    seen.add_run(" Voor intern gebruik.").font.hidden = True
    hint = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Typ hier.</w:t></w:r></w:sdtContent>"
    element_of(seen).addnext(parse_xml(f"<w:p {nsdecls('w')}><w:sdt>{hint}</w:sdt></w:p>"))
    rows = [["Speerpunt", "Partners", "2027"], ["2.1 Bus", "ROC Veenland", "Rijden"], ["Totaal", "", "12 dagen"]]
    table(document, rows)
    cell = document.tables[0].cell(1, 2)
    cell.add_paragraph().add_run("Vliegen").font.strike = True
    plan = read(document, tmp_path)
    assert [(theme.title, theme.result) for theme in plan.themes] == [("Instroom", ["Meer instroom."])]
    assert [*told(plan).values()] == [(["ROC Veenland"], [("2027", ["Rijden"])])]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("Voor intern gebruik.", "het is verborgen tekst"),
        ("Vliegen", "het is doorgehaald"),
        ("Totaal | 12 dagen", "dit is een totaal"),
    ]


def test_typed_contents_text_boxes_and_periods_on_a_line_of_their_own(tmp_path: Path) -> None:
    document = new_document()
    for line in ("1 Doelen\t3", "Actielijn 1 – Instroom\t4", "Actielijn 2 – Docenten\t7"):
        document.add_paragraph(line)
    document.add_heading("Actielijn 1 – Instroom", 1)
    anchor = document.add_paragraph("Meer instroom.")
    box = (
        "<w:r {}><w:pict><w:txbxContent><w:p><w:r><w:t>Ik word lasser!</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    element_of(anchor).append(parse_xml(box.format(nsdecls("w"))))
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Partners: ROC Veenland; Gemeente Waalstad; Bouwend Rijk: lessen, materiaal")
    document.add_paragraph("Activiteiten:")
    for item in ("2027", "Rijden", "2028", "Parkeren"):
        document.add_paragraph(item, style="List Bullet")
    plan = read(document, tmp_path)
    assert [(theme.title, theme.result) for theme in plan.themes] == [("Instroom", ["Meer instroom."])]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("Ik word lasser!", "het staat in een tekstvak, los van de tekst eromheen")
    ]
    assert [(phase.label, phase.acts) for phase in plan.speerpunten[0].phases] == [
        ("2027", ["Rijden"]),
        ("2028", ["Parkeren"]),
    ]


def test_a_table_of_speerpunten_with_a_column_per_year(tmp_path: Path) -> None:
    document = new_document()
    bold(document, "Actielijn 1: Instroom")
    rows = [
        ["Nr", "Speerpunt", "Resultaat", "Betrokken partijen", "2025", "2026"],
        ["1.1", "Techniekbus", "Bus rijdt", "gemeente Terelst, ROC Noord", "Bus kopen", "Rijden"],
        ["", "", "", "Bedrijven", "Bus inrichten", ""],
        ["1.2", "Open dag", "Dag gehouden", "Kompas College", "Plannen\nUitvoeren", "Idem"],
    ]
    table(document, rows, [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2)])
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Techniekbus": (
            ["gemeente Terelst, ROC Noord", "Bedrijven"],
            [("2025", ["Bus kopen", "Bus inrichten"]), ("2026", ["Rijden"])],
        ),
        "1.2 Open dag": (["Kompas College"], [("2025", ["Plannen", "Uitvoeren"]), ("2026", ["Idem"])]),
    }
    assert [point.result for point in plan.speerpunten] == [["Bus rijdt"], ["Dag gehouden"]]
    assert plan.not_understood == []


@pytest.mark.parametrize(
    ("heads", "row", "speerpunt", "left"),
    [
        ("Nr|Mijlpaal|Speerpunt", "7|Bus is er|Bus", "2.1 Bus", "7 | Bus is er"),
        ("Speerpunt|Nr|Mijlpaal", "Bus|7|Bus is er", "2.1 Bus", "7 | Bus is er"),
        ("Speerpunt|Mijlpaal|Nr", "Bus|Bus is er|7", "2.1 Bus", "Bus is er | 7"),
        ("Nr|Speerpunt|Mijlpaal", "7|Bus|Bus is er", "2.7 Bus", "Bus is er"),
        ("Mijlpaal|Nr|Speerpunt", "Bus is er|7|Bus", "2.7 Bus", "Bus is er"),
        ("Nr|Speerpunt|Mijlpaal", "7|2.3 Bus|Bus is er", "2.3 Bus", "Bus is er"),
    ],
)
def test_a_number_beside_a_milestone_is_of_one_of_both(
    heads: str, row: str, speerpunt: str, left: str, tmp_path: Path
) -> None:
    document = new_document()
    document.add_heading("Thema 2: Leren", 1)
    table(document, [heads.split("|"), row.split("|")])
    plan = read(document, tmp_path)
    assert [f"{point.number} {point.title}" for point in plan.speerpunten] == [speerpunt]
    assert [line.text for line in plan.not_understood] == [left]


def test_partners_and_acts_in_a_table_in_doubt_below_a_theme_are_told(tmp_path: Path) -> None:
    """Their result may be that of the theme, which has no partners and no acts."""
    document = new_document()
    document.add_heading("Thema 1: Kiezen", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_heading("Thema 1: Leren", 2)
    table(document, [["Resultaat", "Rol / inbreng", "Naam"], ["Een lab", "lokaal", "ROC Noord"]])
    table(document, [["Rol / inbreng", "Partner"], ["vervoer", "Bakker Bouw"]])
    plan = read(document, tmp_path)
    assert [doubt.result for theme in plan.themes for doubt in theme.doubts] == [["Een lab"]]
    assert [line.text for line in plan.not_understood] == [
        "partner: Bakker Bouw: vervoer",
        "partner: ROC Noord: lokaal",
    ]


def test_a_table_of_the_whole_plan(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Activiteiten", 1)
    rows = [
        ["Thema", "Speerpunt", "Activiteiten", "Partners", "Periode"],
        ["1. Kiezen", "1.1 Bus", "Bus kopen", "ROC Noord", "2025"],
        ["", "", "Bus verven", "", "2026"],
        ["", "1.2 Dag", "Dag houden", "Kompas College", "2026"],
        ["2. Leren", "2.1 Route", "Plan maken", "ROC Noord", "2025"],
    ]
    table(document, rows, [(1, 0, 3, 0), (1, 1, 2, 1)])
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title) for theme in plan.themes] == [(1, "Kiezen"), (2, "Leren")]
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord"], [("2025", ["Bus kopen"]), ("2026", ["Bus verven"])]),
        "1.2 Dag": (["Kompas College"], [("2026", ["Dag houden"])]),
        "2.1 Route": (["ROC Noord"], [("2025", ["Plan maken"])]),
    }


def test_a_table_of_labels_per_project(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Pijler A: Aantrekken", 1)
    rows = [
        ["Project A1: Promotie", ""],
        ["Doelstelling", "Meer bekendheid"],
        ["Beoogd resultaat", "De campagne loopt"],
        ["Trekker", "teamleider"],
        ["Betrokken partijen", "ROC Noord\nKompas College"],
        ["Planning", "Q1 2025: voorbereiden\nQ2 2025: uitvoeren"],
        ["Kosten", "€ 10.000"],
    ]
    table(document, rows, [(0, 0, 0, 1)])
    plan = read(document, tmp_path)
    assert told(plan) == {
        "A1 Promotie": (
            ["ROC Noord", "Kompas College"],
            [("Q1 2025", ["voorbereiden"]), ("Q2 2025", ["uitvoeren"])],
        )
    }
    assert plan.goals == []
    assert [(doubt.place, doubt.result) for doubt in plan.speerpunten[0].doubts] == [
        ("tabel 1, rij 2", ["Meer bekendheid"])
    ]
    assert [(line.place, line.text.partition(":")[0]) for line in plan.not_understood] == [
        ("tabel 1, rij 4", "Trekker"),
        ("tabel 1, rij 7", "Kosten"),
    ]


def test_text_without_any_looks(tmp_path: Path) -> None:
    document = new_document()
    lines = (
        "1 Doelen|Doel 1: Meer leerlingen|2 Thema’s|Thema 1 - Kiezen|Leerlingen kiezen bewust.|Speerpunt 1.1 - Bus|"
        "Een bus rijdt.|Partners|- ROC Noord|- Kompas College|2025|- bus kopen|- bus verven|2026|- rijden|"
        "Dit schrijft niemand zo.|Speerpunt 1.2 - Dag|Partners: ROC Noord|2025: een dag houden|3 Risico’s|"
        "Risico 1: te weinig geld|Kans: groot|Impact: klein|Maatregel: sparen"
    )
    for line in lines.split("|"):
        document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (
            ["ROC Noord", "Kompas College"],
            [("2025", ["bus kopen", "bus verven"]), ("2026", ["rijden"])],
        ),
        "1.2 Dag": (["ROC Noord"], [("2025", ["een dag houden"])]),
    }
    assert [(goal.number, goal.text) for goal in plan.goals] == [(1, "Meer leerlingen")]
    assert [(risk.text, risk.probability, risk.impact, risk.measure) for risk in plan.risks] == [
        ("te weinig geld", "groot", "klein", "sparen")
    ]
    assert [line.text for line in plan.not_understood] == ["Dit schrijft niemand zo."]


def test_levels_by_what_stands_in_them_and_numbers_that_word_counts(tmp_path: Path) -> None:
    document = new_document()
    number_headings(document)
    document.add_heading("Inleiding", 1)
    document.add_heading("Uitwerking van de programmalijnen", 1)
    for line, projects in (("Oriëntatie", ("Techniekweek", "Lesbrieven")), ("Leerroutes", ("Route PIE",))):
        document.add_heading(line, 2)
        document.add_paragraph(f"Wat we willen met {line}.")
        for project in projects:
            document.add_heading(project, 3)
            document.add_paragraph("Partners: ROC Noord")
            table(document, [["Activiteit", "2025", "2026"], ["Starten", "x", ""], ["Uitvoeren", "", "x"]])
    plan = read(document, tmp_path)
    acts = [("2025", ["Starten"]), ("2026", ["Uitvoeren"])]
    assert told(plan) == {
        name: (["ROC Noord"], acts) for name in ("1.1 Techniekweek", "1.2 Lesbrieven", "2.1 Route PIE")
    }
    assert [theme.result for theme in plan.themes] == [
        ["Wat we willen met Oriëntatie."],
        ["Wat we willen met Leerroutes."],
    ]
    assert plan.speerpunten[2].place == "kop ‘2.2.1 Route PIE’"


def number_headings(document: Document) -> None:
    """Numbers the heading styles as Word does itself: 1, 1.1, 1.1.1."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{".".join(f"%{part + 1}" for part in range(depth + 1))}"/></w:lvl>'
        for depth in range(3)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for depth in range(3):
        style = element_of(document.styles[f"Heading {depth + 1}"])
        listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
        style.get_or_add_pPr().append(parse_xml(listed))


def test_bodies_and_risks_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Kiezen", 1)
    document.add_heading("Organisatie", 1)
    document.add_heading("Stuurgroep", 2)
    document.add_paragraph("De stuurgroep komt tweemaandelijks bij elkaar. Zij telt acht leden.")
    rows = [
        ["Overleg", "Taken", "Samenstelling", "Frequentie"],
        ["Werkgroep po", "Lessen maken", "po-scholen", "4x per jaar"],
        ["Klankbordgroep", "Advies", "ouders", "zo vaak als nodig"],
    ]
    table(document, rows)
    document.add_heading("Risico’s", 1)
    table(
        document,
        [
            ["Risico", "Kans", "Gevolg", "Beheersmaatregel"],
            ["Te weinig docenten", "hoog", "laag", "Werven"],
            ["Te duur", "3", "4", "Bijsturen"],
        ],
    )
    plan = read(document, tmp_path)
    assert [(body.name, body.meets, body.size) for body in plan.bodies] == [
        ("Stuurgroep", 6, 8),
        ("Werkgroep po", 4, None),
        ("Klankbordgroep", None, None),
    ]
    assert [(risk.text, risk.probability, risk.impact) for risk in plan.risks] == [
        ("Te weinig docenten", "groot", "klein")
    ]
    assert [(line.place, line.text) for line in plan.not_understood] == [
        ("tabel 1, rij 3", "Klankbordgroep: zo vaak als nodig"),
        ("tabel 2, rij 3", "Te duur | 3 | 4 | Bijsturen"),
    ]


def test_an_insertion_counts_and_a_deletion_does_not(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Kiezen", 1)
    heading = document.add_paragraph("Speerpunt 1.1: De ", style="Heading 2")
    for tag, inner, text in (("del", "delText", "oude"), ("ins", "t", "nieuwe")):
        run = f'<w:r><w:{inner} xml:space="preserve">{text} </w:{inner}></w:r>'
        element_of(heading).append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a">{run}</w:{tag}>'))
    heading.add_run("bus")
    table(document, [["Periode", "Activiteit"], ["2025", "kopen"], ["2026", "verven"]])
    row = element_of(document.tables[0].rows[2])
    row.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="a"/>'))
    assert told(read(document, tmp_path)) == {"1.1 De nieuwe bus": ([], [("2025", ["kopen"])])}


@pytest.mark.parametrize(
    "lines",
    [
        ["Notulen", "Actie 1: mail sturen", "Wie: Jan", "2025: klaar"],
        ["Jaarverslag", "Doelen van de school", "Wij hadden doelen.", "Thema 2024: lezen"],
        ["Projectplan", "Project 1: Site", "Partners: Bureau Klik", "2025: bouwen"],
    ],
    ids=lambda lines: lines[0],
)
def test_another_kind_of_document_has_no_themes_and_speerpunten(lines: list[str], tmp_path: Path) -> None:
    document = new_document()
    document.add_heading(lines[0], 1)
    bold(document, lines[1])
    for line in lines[2:]:
        document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert (plan.themes, plan.speerpunten) == ([], [])


def test_the_words_of_the_region_and_headings_in_two_lines(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Koers 1: Kiezen", 1)
    document.add_heading("Stap 1.1", 2)
    document.add_heading("Bus", 2)
    document.add_heading("Stap 1.2\nDag", 2)
    for line in ("Partners: ROC Noord", "2025: een dag houden"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "plan.docx"))
    blocks = read_blocks(tmp_path / "plan.docx")
    assert read_plan(blocks, PlanWords()).speerpunten == []
    assert told(read_plan(blocks, PlanWords.with_own("koers", "stap"))) == {
        "1.1 Bus": ([], []),
        "1.2 Dag": (["ROC Noord"], [("2025", ["een dag houden"])]),
    }


def test_themes_under_one_heading_that_says_so(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("De actielijnen", 1)
    for title in ("1. Meer instroom", "2. Betere doorstroom"):
        document.add_heading(title, 2)
        document.add_paragraph("Waarom dit nodig is.")
        bold(document, "Eindresultaat (2023)")
        document.add_paragraph("Meer leerlingen.")
        bold(document, "Activiteiten")
        document.add_paragraph("Dit doen we door:")
        document.add_paragraph("lespakketten te maken", style="List Bullet")
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title, theme.result) for theme in plan.themes] == [
        (1, "Meer instroom", ["Waarom dit nodig is.", "Meer leerlingen."]),
        (2, "Betere doorstroom", ["Waarom dit nodig is.", "Meer leerlingen."]),
    ]
    assert [line.text for line in plan.not_understood] == ["Dit doen we door:", "lespakketten te maken"] * 2


def test_when_is_a_period_or_a_doubt_and_never_an_act(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Kiezen", 1)
    document.add_heading("Speerpunt 1.1: Dag", 2)
    document.add_paragraph("Planning: jaarlijks in 2025 en 2026")
    document.add_paragraph("Activiteiten:")
    document.add_paragraph("2025: plannen", style="List Bullet")
    rows = [["Speerpunt 1.2", "Route"], ["Wie", "Kompas College"], ["Wat", "Starten"], ["Wanneer", "2025"]]
    table(document, rows)
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Dag": ([], [("2025", ["plannen"])]),
        "1.2 Route": (["Kompas College"], [("2025", ["Starten"])]),
    }
    assert [line.text for line in plan.not_understood] == ["jaarlijks in 2025 en 2026"]


def test_a_label_without_a_field_takes_nothing_of_the_labels_below_it(tmp_path: Path) -> None:
    """In bold they are headings of their own, and on one line with their words part of no list."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in ("Activiteiten:", "Doelgroep: klas 2", "Projecttrekker: Els"):
        document.add_paragraph(line)
    document.add_paragraph("2027: Rijden", style="List Bullet")
    for label, text in (("Trekker", "ROC Noord"), ("Budget", "10.000 euro"), ("Resultaat", "Een")):
        bold(document, label)
        document.add_paragraph(text)
    bold(document, "Bijzonderheden")
    table(document, [["Partner", "Activiteit", "2028"], ["Kompas College", "Parkeren", "x"]])
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["Kompas College"], [("2027", ["Rijden"]), ("2028", ["Parkeren"])])}
    assert plan.speerpunten[0].result == ["Een"]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("Doelgroep: klas 2", "hiervoor heeft een speerpunt geen veld"),
        ("Projecttrekker: Els", "hiervoor heeft een speerpunt geen veld"),
        ("Trekker: ROC Noord", "hiervoor heeft een speerpunt geen veld"),
        ("Budget: 10.000 euro", "hiervoor heeft een speerpunt geen veld"),
        ("Bijzonderheden", ""),
    ]


def test_risks_behind_the_only_speerpunt_are_risks(tmp_path: Path) -> None:
    """And `Borging` before them stays a label of it."""
    document = new_document()
    bold(document, "Thema 6 Energie")
    bold(document, "Speerpunt 6.1 Waterstof")
    bold(document, "Borging")
    document.add_paragraph("In het rooster.")
    bold(document, "Risico’s")
    table(document, [["Risico", "Maatregel"], ["Gas", "Brandweer vooraf"]])
    plan = read(document, tmp_path)
    assert [(risk.text, risk.measure) for risk in plan.risks] == [("Gas", "Brandweer vooraf")]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("Borging: In het rooster.", "dit kopje is niet bekend")
    ]


def test_a_table_within_a_cell_is_what_stands_beside_its_label(tmp_path: Path) -> None:
    """A table that only puts others in their place has a title above each: that is no result, and is told."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    inner = {
        "Partners": [["Partner", "Inbreng"], ["ROC Noord", "docenten"], ["Philips", "geld"]],
        "Planning": [["2027", "Kopen"], ["2028", "Rijden"]],
    }
    labelled = document.add_table(2, 2)
    for row, (label, rows) in zip(labelled.rows, inner.items(), strict=True):
        row.cells[0].text = label
        table(row.cells[1], rows)
    document.add_heading("Speerpunt 1.2: Lab", 2)
    side = document.add_table(1, 2)
    for cell, title, rows in zip(side.rows[0].cells, ("Wie doet wat", "Wat we doen"), inner.values(), strict=True):
        cell.text = title
        table(cell, [["Periode", "Activiteit"], *rows] if rows[0][0] == "2027" else rows)
    plan = read(document, tmp_path)
    both = (["ROC Noord: docenten", "Philips: geld"], [("2027", ["Kopen"]), ("2028", ["Rijden"])])
    assert told(plan) == {"1.1 Bus": both, "1.2 Lab": both}
    assert [point.result for point in plan.speerpunten] == [[], []]
    assert [line.text for line in plan.not_understood] == ["Wie doet wat", "Wat we doen"]


def test_a_table_with_heads_within_a_cell_is_of_the_label_beside_it(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    outer = document.add_table(6, 2)
    for row, title, act in ((0, "Bus", "Kopen"), (3, "Lab", "Bouwen")):
        for at, texts in enumerate(
            ((f"Speerpunt 1.{row // 3 + 1}", title), ("Resultaat", f"Een {title}"), ("Acties", ""))
        ):
            for cell, text in zip(outer.rows[row + at].cells, texts, strict=True):
                cell.text = text
        table(outer.cell(row + 2, 1), [["Wat", "Wie", "Wanneer"], [act, "ROC Noord", "2027"]])
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"])]),
        "1.2 Lab": (["ROC Noord"], [("2027", ["Bouwen"])]),
    }
    assert [point.result for point in plan.speerpunten] == [["Een Bus"], ["Een Lab"]]
    assert plan.not_understood == []


def test_a_deleted_row_and_what_stands_on_every_page_are_told_and_a_tick_counts(tmp_path: Path) -> None:
    """A title or the number of a page says nothing of the plan; a tick is a letter of a font for symbols."""
    document = new_document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Concept voor de stuurgroep"
    section.footer.paragraphs[0].text = "Pagina 3 van 12"
    document.add_paragraph("Plan van Veenland", style="Title")
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    table(document, [["Activiteit", "2027", "2028"], ["Kopen", "", "☐"], ["Verven", "", ""], ["Stallen", "", ""]])
    made = document.tables[0]
    tick = f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    for row, column in ((1, 1), (3, 2)):
        element_of(made.cell(row, column).paragraphs[0]).append(parse_xml(tick))
    mark = f'<w:trPr {nsdecls("w")}><w:del w:id="1" w:author="Els"/></w:trPr>'
    element_of(made.rows[2]).insert(0, parse_xml(mark))
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": ([], [("2027", ["Kopen"]), ("2028", ["Stallen"])])}
    assert [(line.place, line.text, line.reason) for line in plan.not_understood] == [
        ("begin", "Concept voor de stuurgroep", "het staat in de kop- of voettekst"),
        ("tabel 1, rij 2", "Verven", "het is verwijderd met wijzigingen bijhouden"),
    ]


@pytest.mark.parametrize(
    ("themes", "points"), [(["Instroom"], "Heading 1"), (["Instroom", "Leren"], "Subtitle"), (["A", "B"], "Heading 1")]
)
def test_themes_in_the_style_of_a_title(themes: list[str], points: str, tmp_path: Path) -> None:
    """One title names the theme of a whole file; more than a few are headings."""
    document = new_document()
    for number, theme in enumerate(themes, 1):
        document.add_paragraph(f"Thema {number}: {theme}", style="Title")
        for place in (1, 2):
            document.add_paragraph(f"Speerpunt {number}.{place}: Bus", style=points)
            document.add_paragraph("Partners: ROC Noord")
    for line in ("Bijlage", "Colofon") if len(themes) > 1 else ():
        document.add_paragraph(line, style="Title")
    plan = read(document, tmp_path)
    assert [theme.title for theme in plan.themes] == themes
    assert [*told(plan)] == [f"{number}.{place} Bus" for number in range(1, len(themes) + 1) for place in (1, 2)]


def test_lines_below_each_other_on_a_cover_are_no_headings(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph("Techniek in beweging", style="Title")
    for line in ("Activiteitenplan", "Regio Veenland", "2027-2028"):
        document.add_paragraph(line, style="Subtitle")
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    plan = read(document, tmp_path)
    assert [*told(plan)] == ["1.1 Bus"]
    assert plan.not_understood == []


@pytest.mark.parametrize("number", ["", "2. "])
def test_a_label_in_the_style_strong_below_a_theme_that_has_the_number_of_a_chapter(
    number: str, tmp_path: Path
) -> None:
    """`Zwaar` is bold by its style, as LibreOffice and Word have it."""
    document = new_document()
    document.add_heading(f"{number}Thema: Instroom", 1)
    document.add_heading("2.1 Bus", 2)
    document.styles.add_style("Zwaar", WD_STYLE_TYPE.CHARACTER).font.bold = True
    for label, line in (("Wie doen mee?", "ROC Noord"), ("Schooljaar 2027-2028", "Rijden")):
        document.add_paragraph().add_run(label, style="Zwaar")
        document.add_paragraph(line, style="List Bullet")
    document.add_paragraph().add_run("Samenvatting", style="Zwaar").bold = False
    plan = read(document, tmp_path)
    assert [theme.title for theme in plan.themes] == ["Instroom"]
    assert [*told(plan).values()] == [(["ROC Noord"], [("Schooljaar 2027-2028", ["Rijden"])])]
