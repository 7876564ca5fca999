"""What stands around the themes and looks like them: matrices, budgets, a look-back, a calendar, worked out by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx.document import Document

from sto_tui.domain.plan import Size
from tests.support.word_plans import bold, new_document, read, table, told

POINTS = {"1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"])]), "2.1 Stage": (["VDL Groep"], [("2028", ["Lopen"])])}


def add_plan(document: Document) -> None:
    for number, theme, point, partner, acts in (
        (1, "Instroom", "Bus", "ROC Noord", "2027: Kopen"),
        (2, "Docenten", "Stage", "VDL Groep", "2028: Lopen"),
    ):
        document.add_heading(f"Thema {number}: {theme}", 1)
        document.add_heading(f"Speerpunt {number}.1: {point}", 2)
        document.add_paragraph(f"Partners: {partner}")
        document.add_paragraph(acts)


@pytest.mark.parametrize(
    "rows",
    [
        [["", "Stuurgroep", "Projectleider", "Scholen"], ["Thema 1", "E", "V", "R"], ["Thema 2", "E", "V", "I"]],
        [["Onderdeel", "Subsidie", "Looptijd"], ["Thema 1", "€ 90.000", "2027-2028"], ["Thema 2", "€ 5.000", "2027"]],
        [["Onderdeel", "Subsidie"], ["Thema 1", "€ 90.000"], ["Thema 2", "€ 45.000"]],
        [["Wie", "Trekker", "Leden"], ["Thema 1", "Jan Smit", "Docenten"], ["Thema 2", "Els Vos", "Adviseurs"]],
    ],
)
def test_what_a_table_says_of_each_theme_is_no_title_of_it(rows: Sequence[Sequence[str]], tmp_path: Path) -> None:
    """The codes of a matrix came in as themes, and took the speerpunten of those with their numbers."""
    document = new_document()
    document.add_heading("Overzicht", 1)
    table(document, rows)
    add_plan(document)
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title, theme.result) for theme in plan.themes] == [
        (1, "Instroom", []),
        (2, "Docenten", []),
    ]
    assert told(plan) == POINTS
    said = " ".join(line.text for line in plan.not_understood)
    assert all(cell in said for row in rows[1:] for cell in row[1:])


@pytest.mark.parametrize("head", [[], [["Onderdeel", "Titel", "Wie"]]])
def test_rows_with_a_title_and_who_does_it_are_headings_each(head: list[list[str]], tmp_path: Path) -> None:
    """Only the first row was one, and took what stands below the others."""
    document = new_document()
    table(
        document,
        [
            *head,
            ["Thema 1", "M&T", "Trekker: Jan"],
            ["Speerpunt 1.1", "Menukaart", "Vista College"],
            ["2027", "Koken", ""],
            ["Speerpunt 1.2", "Techniekbus", "ROC Noord"],
            ["2028", "Rijden", ""],
            ["Thema 2", "Docenten op niveau", "Trekker: Els"],
        ],
    )
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title) for theme in plan.themes] == [(1, "M&T"), (2, "Docenten op niveau")]
    assert told(plan) == {
        "1.1 Menukaart": ([], [("2027", ["Koken"])]),
        "1.2 Techniekbus": ([], [("2028", ["Rijden"])]),
    }


def test_a_line_between_number_and_title_is_part_of_neither(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Spoor 1 | Instroom", 1)
    document.add_heading("1.1 | Buurtlab", 2)
    document.add_paragraph("Partners: ROC Noord")
    assert told(read(document, tmp_path)) == {"1.1 Buurtlab": (["ROC Noord"], [])}


OLD = ("Thema 1: Imago", "Speerpunt 1.1: Folder", "*Die is verspreid.", "Speerpunt 1.2: Website", "*Bleek te duur.")
NEW = ("Thema 1: Beleven", "Speerpunt 1.1: Maakdag", "*Partners: ROC Noord", "*2027: Proef")


def in_bold(document: Document, lines: Sequence[str]) -> None:
    """Headings in bold, and text behind a star."""
    for line in lines:
        if line.startswith("*"):
            document.add_paragraph(line[1:])
        else:
            bold(document, line)


@pytest.mark.parametrize(
    "looks_back",
    ["Terugblik 2025-2026", "1. Terugblik", "1. Wat hebben we in 2025 bereikt?", "DEEL 1 EVALUATIE 2025-2026"],
)
@pytest.mark.parametrize("plan", ["Plan voor 2027-2028", "2. Activiteiten", "2. Wat gaan we doen?"])
def test_a_look_back_in_bold_ends_at_a_plan_that_counts_anew(looks_back: str, plan: str, tmp_path: Path) -> None:
    """What was done came in as the plan, and the plan was told as double."""
    document = new_document()
    in_bold(document, (looks_back, *OLD, plan, *NEW))
    read_plan = read(document, tmp_path)
    assert [theme.title for theme in read_plan.themes] == ["Beleven"]
    assert told(read_plan) == {"1.1 Maakdag": (["ROC Noord"], [("2027", ["Proef"])])}
    said = [*(line for text in read_plan.texts for line in text.paragraphs)]
    said += [line.text for line in read_plan.not_understood]
    assert "Die is verspreid." in said
    assert "Bleek te duur." in said


def test_a_plan_that_counts_anew_for_each_part_of_the_region_is_no_look_back(tmp_path: Path) -> None:
    document = new_document()
    in_bold(document, ("Terugblik", "*Het ging goed.", "Plan Noord", *OLD, "Plan Zuid", *NEW))
    assert [theme.title for theme in read(document, tmp_path).themes] == ["Imago", "Beleven"]


@pytest.mark.parametrize("behind", ["Begroting 2027-2028", "Communicatieplan", "Activiteiten in de tijd"])
@pytest.mark.parametrize(("said", "more"), [("*Kosten: € 10.000", []), ("*2028: Rijden", [("2028", ["Rijden"])])])
@pytest.mark.parametrize("above", ["a heading style", "Thema’s en speerpunten", ""])
def test_a_chapter_that_goes_by_the_numbers_of_the_plan_is_not_the_plan(
    above: str, behind: str, said: str, more: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    """Behind Terugblik the plan itself was taken for what is over, and its costs for the plan."""
    document = new_document()
    point = ("Thema 1: Instroom", "Speerpunt 1.1: Bus")
    planned = (*point, "*Partners: ROC Noord", "*2027: Kopen", behind, *point, said)
    for line in ("Terugblik", "*Het ging goed.", *filter(None, [above]), *planned):
        if above == "a heading style" and not line.startswith("*"):
            document.add_heading(line, 2 if line in point else 1)
        else:
            in_bold(document, (line,))
    assert told(read(document, tmp_path)) == {"1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"]), *more])}


@pytest.mark.parametrize("head", ["Regio Zuid", "2. Samenwerking"])
def test_without_a_plan_behind_it_nothing_is_known_to_be_over(head: str, tmp_path: Path) -> None:
    document = new_document()
    in_bold(document, ("Terugblik", "*Het ging goed.", *OLD, head, *NEW))
    assert [theme.title for theme in read(document, tmp_path).themes] == ["Imago", "Beleven"]


def test_what_a_speerpunt_looks_back_on_is_no_act_of_it(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Talentweken", 2)
    document.add_heading("Terugblik", 3)
    for line in ("2025: twee weken", "2026: drie weken"):
        document.add_paragraph(line, style="List Bullet")
    document.add_heading("Partners", 3)
    document.add_paragraph("ROC Noord", style="List Bullet")
    document.add_heading("Planning", 3)
    document.add_paragraph("2027: vier weken", style="List Bullet")
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Talentweken": (["ROC Noord"], [("2027", ["vier weken"])])}
    assert [line.text for line in plan.not_understood] == ["Terugblik: 2025: twee weken", "Terugblik: 2026: drie weken"]


def test_a_calendar_behind_the_last_speerpunt_is_a_doubt(tmp_path: Path) -> None:
    """The meetings of the stuurgroep were acts of the speerpunt that stands above them."""
    document = new_document()
    add_plan(document)
    bold(document, "Jaarkalender stuurgroep")
    table(document, [["Wanneer", "Wat", "Wie"], ["juni 2027", "Voortgang bespreken", "Stuurgroep"]])
    plan = read(document, tmp_path)
    assert told(plan) == POINTS
    assert [(doubt.reason, doubt.phases[0].acts) for doubt in plan.speerpunten[1].doubts] == [
        ("het staat onder ‘Jaarkalender stuurgroep’, en dat kan van het hele project zijn", ["Voortgang bespreken"])
    ]


def test_parts_of_a_speerpunt_that_each_say_when_are_of_it(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Talentweken", 2)
    for part, act in (("Onderbouw", "kiezen"), ("Bovenbouw", "lopen")):
        document.add_heading(part, 3)
        document.add_paragraph(f"2027: {act}")
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Talentweken": ([], [("2027", ["kiezen", "lopen"])])}


def test_a_risk_that_stands_only_in_minutes_is_a_doubt(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph("Verslag stuurgroep", style="Title")
    for head in ("1. Opening en mededelingen", "2. Risico’s", "3. Rondvraag en sluiting"):
        document.add_heading(head, 1)
        document.add_paragraph("Jan belt.")
        if "Risico" in head:
            table(document, [["Risico", "Kans", "Impact", "Maatregel"], ["Lage opkomst", "groot", "middel", "Bellen"]])
    assert [(risk.text, risk.doubt) for risk in read(document, tmp_path).risks] == [
        ("Lage opkomst", "het staat in een verslag van een vergadering")
    ]


def test_what_happens_beside_how_large_the_impact_is(tmp_path: Path) -> None:
    """The heads were a risk, and the risk was told."""
    document = new_document()
    document.add_heading("Risico’s", 1)
    table(
        document,
        [
            ["Risico", "Oorzaak", "Gevolg", "Beheersmaatregel", "Kans", "Impact"],
            ["Bouw loopt uit", "Vergunning", "Lab later open", "Tijdig starten", "M", "H"],
        ],
    )
    add_plan(document)
    plan = read(document, tmp_path)
    assert [(risk.text, risk.probability, risk.impact, risk.measure) for risk in plan.risks] == [
        ("Bouw loopt uit", Size.MIDDEL, Size.GROOT, "Tijdig starten")
    ]
    assert [line.text for line in plan.not_understood] == ["Oorzaak: Vergunning", "Gevolg: Lab later open"]


def test_labels_beside_each_other_each_have_their_own_value(tmp_path: Path) -> None:
    """Who leads a speerpunt was a partner of it, with the word for it too."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    table(
        document,
        [
            ["Speerpunt 1.1", "Bus", "", ""],
            ["Partners", "ROC Noord", "Trekker", "Anouk"],
            ["Resultaat", "600 leerlingen", "Budget", "€ 9.000"],
            ["2027", "Kopen", "2028", "Rijden"],
        ],
    )
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"]), ("2028", ["Rijden"])])}
    assert plan.speerpunten[0].result == ["600 leerlingen"]
    assert [line.text for line in plan.not_understood] == ["Trekker: Anouk", "Budget: € 9.000"]


def test_what_is_done_for_a_goal_is_no_goal(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Hoofddoelen", 1)
    for line in ("Meer leerlingen", "Meer docenten"):
        document.add_paragraph(line, style="List Number")
    document.add_paragraph("Activiteiten")
    document.add_paragraph("Techniekdag (mei 2027)", style="List Bullet")
    add_plan(document)
    plan = read(document, tmp_path)
    assert [goal.text for goal in plan.goals] == ["Meer leerlingen", "Meer docenten"]
    assert [text.paragraphs for text in plan.texts] == [["Activiteiten", "- Techniekdag (mei 2027)"]]


def test_a_risk_on_one_line_has_its_sizes_and_measure_in_their_fields(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Risico’s", 1)
    document.add_paragraph("Risico 1: Te weinig tijd. Kans: groot. Impact: klein. Maatregel: vrijroosteren.")
    add_plan(document)
    assert [(risk.text, risk.probability, risk.impact, risk.measure) for risk in read(document, tmp_path).risks] == [
        ("Te weinig tijd", Size.GROOT, Size.KLEIN, "vrijroosteren.")
    ]


def test_themes_over_all_columns_of_a_planning_are_headings(tmp_path: Path) -> None:
    """Without bold letters or a sign behind their number the whole document was refused."""
    document = new_document()
    document.add_heading("Meerjarenplanning", 1)
    table(
        document,
        [
            ["Nr.", "Speerpunt / activiteit", "Partners", "2027", "2028"],
            ["Thema 1 Instroom", "", "", "", ""],
            ["1.1", "Bus", "ROC Noord", "Kopen", ""],
            ["Thema 2 Docenten", "", "", "", ""],
            ["2.1", "Stage", "VDL Groep", "", "Lopen"],
        ],
        [(1, 0, 1, 4), (3, 0, 3, 4)],
    )
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title) for theme in plan.themes] == [(1, "Instroom"), (2, "Docenten")]
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"])]),
        "2.1 Stage": (["VDL Groep"], [("2028", ["Lopen"])]),
    }


def test_heads_above_columns_of_tabs_are_no_act(tmp_path: Path) -> None:
    document = new_document()
    add_plan(document)
    bold(document, "Activiteit\tWie\tWanneer")
    document.add_paragraph("Coach aanstellen\tROC Noord\tQ1 2027")
    plan = read(document, tmp_path)
    assert told(plan) == POINTS
    assert "Coach aanstellen" in " ".join(line.text for line in plan.not_understood)


@pytest.mark.parametrize(
    ("when", "phases", "apart"),
    [
        ("Vanaf september 2027, elke maand", [("Vanaf september 2027", ["Rijden"])], ["elke maand"]),
        (
            "Najaar 2027, elke maand een dag",
            [("periode niet genoemd", ["Rijden"]), ("Najaar 2027,", ["elke maand een dag"])],
            [],
        ),
    ],
)
def test_how_often_behind_a_period_leaves_the_period(
    when: str, phases: list[tuple[str, list[str]]], apart: list[str], tmp_path: Path
) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    table(document, [["Wat gaan we doen?", "Rijden"], ["Met wie?", "ROC Noord"], ["Wanneer?", when]])
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["ROC Noord"], phases)}
    assert [line.text for line in plan.not_understood] == apart
