"""Minutes, reports and letters that are bound with a plan, or are offered for one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document

from tests.support.word_plans import bold, new_document, read, table, told

REASON = "dit is geen deel van het plan, en er is niets uit overgenomen"


def plan_of_bus() -> Document:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Partners: ROC Noord")
    document.add_paragraph("2027: Kopen", style="List Bullet")
    return document


def minutes(document: Document) -> None:
    document.add_heading("Bijlage 2: Notulen stuurgroep 3 juni", 1)
    for point in ("1. Opening", "2. Voortgang en begroting", "3. Rondvraag"):
        bold(document, point)
        document.add_paragraph("De stuurgroep besluit € 5.000 te betalen.")
    table(document, [["Wat", "Wie", "Wanneer"], ["Bellen", "Jan", "juni 2027"]])


def minutes_with_headings(document: Document) -> None:
    """As high as the title above them."""
    for point in ("Concept-verslag werkgroep techniek", "Opening", "Thema 1: stand", "Risico’s", "Sluiting"):
        document.add_heading(point, 1)
        document.add_paragraph("Jan belt alle scholen.")


def report(document: Document) -> None:
    document.add_heading("Bijlage: Keuringsrapport technieklokaal", 1)
    document.add_heading("1.1 Vloer", 2)
    document.add_paragraph("Vervangen in 2031.")


@pytest.mark.parametrize(
    ("bind", "lines"),
    [(minutes, "7 regels"), (minutes_with_headings, "9 regels"), (report, "2 regels")],
)
def test_what_is_bound_with_a_plan_is_told_as_a_whole(
    bind: Callable[[Document], None], lines: str, tmp_path: Path
) -> None:
    document = plan_of_bus()
    bind(document)
    document.add_heading("Risico’s", 1)
    table(document, [["Risico", "Kans", "Impact", "Maatregel"], ["Geen chauffeur", "klein", "groot", "Werven"]])
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"])])}
    assert [theme.title for theme in plan.themes] == ["Instroom"]
    assert [risk.text for risk in plan.risks] == ["Geen chauffeur"]
    assert (plan.texts, plan.bodies) == ([], [])
    assert [line.reason for line in plan.not_understood] == [REASON]
    assert plan.not_understood[0].text.endswith(f"({lines})")


@pytest.mark.parametrize(
    "title",
    [
        "Bijlage 1: Voortgangsrapport",
        "Bijlage 1: Begroting",
        "Verslag en verantwoording",
        "Verslag en evaluatie door de werkgroepen",
    ],
)
def test_a_chapter_of_the_plan_is_none(title: str, tmp_path: Path) -> None:
    document = plan_of_bus()
    document.add_heading(title, 1)
    document.add_paragraph("Wij kijken elk jaar terug.")
    plan = read(document, tmp_path)
    assert [text.paragraphs for text in plan.texts] == [["Wij kijken elk jaar terug."]]


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Verslag werkgroep Sterk Techniekonderwijs: activiteitenplan 2027-2028", ["Instroom", "Leren"]),
        ("Verslag werkgroep Sterk Techniekonderwijs", ["Lab", "Bus"]),
        ("Eindrapport en activiteiten Sterk Techniekonderwijs", ["Instroom", "Leren"]),
        ("STO Veenland, 3 juni", ["Opening", "Rondvraag"]),
        ("Activiteitenplan STO Veenland", ["Instroom", "Leren"]),
    ],
)
@pytest.mark.parametrize("level", [0, 1])
def test_numbers_alone_are_doubted_and_none_where_they_are_points_of_a_meeting(
    title: str, heads: list[str], level: int, tmp_path: Path
) -> None:
    """What calls itself a report may still be the plan: it was refused as a whole."""
    document = new_document()
    document.add_paragraph("Adviesrapport van de kwartiermaker")
    document.add_heading(title, level)
    for number, head in enumerate(heads, 1):
        document.add_heading(f"{number}. {head}", level + 1)
        for place in (1, 2):
            document.add_heading(f"{number}.{place} Deel {place}", level + 2)
            document.add_paragraph("Het is in goede staat.")
    plan = read(document, tmp_path)
    assert [theme.title for theme in plan.themes] == ([] if "Opening" in heads else heads)
    assert all(theme.doubt for theme in plan.themes)
    assert all(point.doubt for point in plan.speerpunten)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (["Verslag stuurgroepvergadering 3 maart"], ["Agenda", "Actielijst"]),
        (["Verslag stuurgroepvergadering 3 maart", "Opening"], ["Rondvraag"]),
        (["Notulen werkgroep", "Opening", "Sluiting"], ["Agenda", "Actiepunten"]),
        (["Notulen werkgroep", "Agenda"], ["Actiepunten"]),
    ],
)
def test_minutes_take_nothing_of_the_plan_between_them(before: list[str], behind: list[str], tmp_path: Path) -> None:
    document = new_document()

    def chapters(titles: list[str]) -> None:
        for title in titles:
            document.add_heading(title, 1)
            document.add_paragraph("Jan belt.")

    chapters(before)
    chapters(["Monitoring"] if before[-1] != "Opening" else [])
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Partners: ROC Noord")
    chapters(behind)
    document.add_heading("Speerpunt 1.2: Lab", 2)
    plan = read(document, tmp_path)
    assert {name: partners for name, (partners, _) in told(plan).items()} == {"1.1 Bus": ["ROC Noord"], "1.2 Lab": []}
    assert [theme.title for theme in plan.themes] == ["Instroom"]
    assert [text.paragraphs for text in plan.texts] == ([["Jan belt."]] if before[-1] != "Opening" else [])


def test_minutes_with_points_of_their_own_take_no_chapter_behind_them(tmp_path: Path) -> None:
    document = plan_of_bus()
    for title, level in (
        ("Notulen werkgroep", 1),
        ("Opening", 2),
        ("Monitoring", 1),
        ("Agenda", 1),
        ("Actiepunten", 1),
    ):
        document.add_heading(title, level)
        document.add_paragraph(f"{title}: Jan belt.")
    plan = read(document, tmp_path)
    assert [text.paragraphs for text in plan.texts] == [["Monitoring: Jan belt."]]


def test_goals_and_risks_told_nowhere_else_are_those_of_the_plan(tmp_path: Path) -> None:
    document = plan_of_bus()
    document.add_heading("Verslag van de bijeenkomst met de partners", 1)
    for number, goal in enumerate(("Meer meisjes", "Meer docenten"), 1):
        document.add_heading(f"Doel {number}: {goal}", 2)
    document.add_heading("Verslag van de werkgroepen", 1)
    document.add_heading("Risico 1: Geen geld", 2)
    document.add_paragraph("Kans: groot")
    document.add_heading("Notulen overleg", 1)
    document.add_paragraph("Jan belt.")
    plan = read(document, tmp_path)
    assert [goal.text for goal in plan.goals] == ["Meer meisjes", "Meer docenten"]
    assert [risk.text for risk in plan.risks] == ["Geen geld"]
    doubts = [goal.doubt for goal in plan.goals] + [risk.doubt for risk in plan.risks]
    assert {*doubts} == {"het staat in een verslag van een vergadering"}
    assert [line.text for line in plan.not_understood if line.reason == REASON] == ["Notulen overleg (1 regel)"]


@pytest.mark.parametrize("title", ["Verslag aan de stuurgroep", "Verslag per werkgroep", "Verslaglegging per team"])
def test_to_whom_is_reported_is_no_report(title: str, tmp_path: Path) -> None:
    document = plan_of_bus()
    document.add_heading(title, 1)
    document.add_paragraph("Elk kwartaal een verslag.")
    assert [line.text for line in read(document, tmp_path).not_understood] == ["Elk kwartaal een verslag."]


@pytest.mark.parametrize(
    "title",
    [
        "Terugblik 2020-2024",
        "Resultaten vorige planperiode",
        "Wat hebben we in 2020-2024 bereikt?",
        "Wat we niet gaan doen",
        "Ideeën voor later",
    ],
)
def test_speerpunten_of_another_time_or_of_none_are_text(title: str, tmp_path: Path) -> None:
    """One of them came in as a speerpunt of the new theme with its number."""
    document = new_document()
    document.add_heading(title, 1)
    for number, bus in ((1, "Oude bus"), (2, "Oud lab")):
        document.add_heading(f"Speerpunt {number}: {bus}", 2)
        document.add_paragraph("Partners: ROC Oud")
    document.add_heading("Plan 2027-2028", 1)
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Partners: ROC Noord")
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["ROC Noord"], [])}
    said = [*(line for text in plan.texts for line in text.paragraphs), *(line.text for line in plan.not_understood)]
    assert sum("ROC Oud" in line for line in said) == 2


def test_what_looks_back_may_be_all_that_there_is(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Terugblik 2020-2024", 1)
    document.add_heading("Thema 1: Instroom", 2)
    document.add_heading("Speerpunt 1.1: Bus", 3)
    document.add_paragraph("Partners: ROC Noord")
    assert told(read(document, tmp_path)) == {"1.1 Bus": (["ROC Noord"], [])}


@pytest.mark.parametrize(
    "title",
    [
        "Voortzetting uit de vorige periode",
        "Voortbouwen op de afgelopen jaren",
        "Terugblik en vooruitblik",
        "Van idee naar uitvoering",
    ],
)
@pytest.mark.parametrize("has_themes", [True, False])
def test_what_goes_on_is_part_of_the_plan(title: str, has_themes: bool, tmp_path: Path) -> None:
    """The whole document was refused, for what was left of it was no plan."""
    document = new_document()
    for number, (head, points) in enumerate(((title, ("Bus",)), ("Nieuw in 2027-2028", ("Lab", "Stage"))), 1):
        document.add_heading(head, 1)
        if has_themes:
            document.add_heading(f"Thema {number}: Deel {number}", 2)
        for place, point in enumerate(points, 1):
            document.add_heading(f"Speerpunt {number}.{place}: {point}", 3)
            document.add_paragraph("Partners: ROC Noord")
    plan = read(document, tmp_path)
    assert told(plan) == {name: (["ROC Noord"], []) for name in ("1.1 Bus", "2.1 Lab", "2.2 Stage")}
    assert [theme.title for theme in plan.themes] == (
        ["Deel 1", "Deel 2"] if has_themes else [title, "Nieuw in 2027-2028"]
    )


def test_in_bold_alone_a_look_back_does_not_end_by_itself(tmp_path: Path) -> None:
    """Theme 1 stands behind it, not within it."""
    document = new_document()
    lines = ("1. Terugblik", "*Het ging goed.", "Thema 1: Instroom", "Speerpunt 1.1: Bus", "*Partners: ROC Noord")
    more = ("2. Samenwerking", "*Wij werken samen.", "Thema 2: Leren", "Speerpunt 2.1: Lab", "*Partners: ROC Noord")
    for line in (*lines, *more):
        if line.startswith("*"):
            document.add_paragraph(line[1:])
        else:
            bold(document, line)
    plan = read(document, tmp_path)
    assert [theme.title for theme in plan.themes] == ["Instroom", "Leren"]
    assert told(plan) == {"1.1 Bus": (["ROC Noord"], []), "2.1 Lab": (["ROC Noord"], [])}


@pytest.mark.parametrize(
    "line",
    [
        "[Beschrijf hier het resultaat]",
        "Geef hieronder aan wie meedoen.",
        "<naam>",
        "Klik hier als u tekst wilt invoeren.",
        "Lorem ipsum dolor.",
        "xxx",
        "…",
    ],
)
def test_what_a_form_says_where_something_has_to_be_written_is_told(line: str, tmp_path: Path) -> None:
    document = plan_of_bus()
    document.add_paragraph(line, style="List Bullet")
    document.add_heading("Speerpunt 1.2: Lab", 2)
    table(document, [["Resultaat", line], ["Partners", "ROC Noord (o.v.b.)"]])
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"])]),
        "1.2 Lab": (["ROC Noord (o.v.b.)"], []),
    }
    assert [point.result for point in plan.speerpunten] == [[], []]
    assert [one.text for one in plan.not_understood if one.reason == "dit moet nog worden ingevuld"] == [line, line]
