"""Periods, numbers and levels as regions write them, each with the records that a person reads there."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.region import Region
from sto_tui.intake.plan_document.offers import offers_of
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.plan_sections import PlanWords
from sto_tui.intake.plan_document.word_reading import read_blocks
from sto_tui.intake.plan_document.written_periods import read_period
from tests.support.by_hand import dossier_with
from tests.support.docx_gaps import element_of
from tests.support.word_plans import bold, new_document, read, table, told


@pytest.mark.parametrize(
    ("lines", "phases"),
    [
        (["Activiteiten: Rijden", "Planning: 2027 en 2028"], [("2027 en 2028", ["Rijden"])]),
        (["Activiteiten: Rijden", "Wanneer?", "Schooljaar 2026-2027"], [("Schooljaar 2026-2027", ["Rijden"])]),
        (["Periode: 2027-2028", "Activiteiten: Rijden"], [("2027-2028", ["Rijden"])]),
        (
            ["2027", "Activiteiten: Rijden", "2028", "Activiteiten: Parkeren"],
            [("2027", ["Rijden"]), ("2028", ["Parkeren"])],
        ),
        (["2027: tien docenten, 2028: twintig"], [("2027", ["tien docenten"]), ("2028", ["twintig"])]),
        (["Planning: 2027: Rijden. 2028: Parkeren."], [("2027", ["Rijden"]), ("2028", ["Parkeren"])]),
        (["Activiteiten: Rijden", "Wanneer: najaar 2027"], [("najaar 2027", ["Rijden"])]),
        (["vanaf 2028: Parkeren"], [("vanaf 2028", ["Parkeren"])]),
        (["najaar 2027 – Rijden"], [("najaar 2027", ["Rijden"])]),
        (
            ["Activiteiten:", "- Rijden (najaar 2027)", "- Parkeren – eind 2028"],
            [("najaar 2027", ["Rijden"]), ("eind 2028", ["Parkeren"])],
        ),
        (
            ["Activiteiten:", "- Q3 2027: Rijden", "- Parkeren"],
            [("Q3 2027", ["Rijden"]), ("periode niet genoemd", ["Parkeren"])],
        ),
        (["T1 2027: Rijden", "T2 2027: Parkeren"], [("T1 2027", ["Rijden"]), ("T2 2027", ["Parkeren"])]),
        (["2027: twee scholen, drie bedrijven"], [("2027", ["twee scholen, drie bedrijven"])]),
    ],
    ids=lambda value: value[0] if isinstance(value[0], str) else "",
)
def test_when_acts_are(lines: list[str], phases: list[tuple[str, list[str]]], tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in lines:
        document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": ([], phases)}
    assert plan.not_understood == []


def test_an_item_has_the_period_before_it_only_when_it_stands_deeper(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Activiteiten:")
    for text, style in (
        ("najaar 2027: Kopen", "List Bullet"),
        ("Verven", "List Bullet 2"),
        ("Rijden", "List Bullet"),
        ("eind 2028: Parkeren", "List Bullet"),
    ):
        document.add_paragraph(text, style=style)
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (
            [],
            [("najaar 2027", ["Kopen", "Verven"]), ("periode niet genoemd", ["Rijden"]), ("eind 2028", ["Parkeren"])],
        )
    }


def test_a_period_without_days_is_told(tmp_path: Path) -> None:
    """The words are in the dossier: what it cannot do without a begin and an end has to be said."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    rows = [("na de zomer van 2027", "Kopen"), ("doorlopend", "Rijden"), ("week 12 2027", "Verven")]
    rows += [("2e trimester 2027-2028", "Wassen"), ("2027-2", "Tanken"), ("2027-03", "Laden")]
    table(document, [["Periode", "Activiteit"], *map(list, rows), ["voorjaar 2028", "Parkeren"]])
    plan = read(document, tmp_path)
    offered = offers_of(plan, dossier_with(Region(id=1, name="Delta")))
    (point,) = (offer.after for offer in offered.offers if isinstance(offer.after, Speerpunt))
    assert [(phase.label, phase.start, phase.end) for phase in point.phases] == [
        ("na de zomer van 2027", None, None),
        ("doorlopend", None, None),
        ("week 12 2027", date(2027, 3, 22), date(2027, 3, 26)),
        ("2e trimester 2027-2028", None, None),
        ("2027-2", None, None),
        ("2027-03", date(2027, 3, 1), date(2027, 3, 31)),
        ("voorjaar 2028", date(2028, 3, 1), date(2028, 5, 31)),
    ]
    assert [line.text for line in offered.not_understood] == [
        f"periode: {words}" for words in ("na de zomer van 2027", "doorlopend", "2e trimester 2027-2028", "2027-2")
    ]


def test_two_periods_for_one_list_of_acts_are_told(tmp_path: Path) -> None:
    """Which act is in which of them, nobody knows."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in ("Activiteiten: Rijden", "Planning:", "2027", "2028"):
        document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": ([], [("periode niet genoemd", ["Rijden"])])}
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        (year, "er staan geen activiteiten bij deze periode") for year in ("2027", "2028")
    ]


def test_headings_of_school_years_above_the_themes(tmp_path: Path) -> None:
    document = new_document()
    for year, act in (("Schooljaar 2026-2027", "route uitzetten"), ("Schooljaar 2027-2028", "route lopen")):
        document.add_heading(year, 1)
        document.add_heading("Thema 1: Kiezen", 2)
        document.add_heading("1.1 Techniekroute", 3)
        document.add_paragraph(f"Activiteiten: {act}")
        document.add_paragraph("Partners: Kandinsky College")
    assert told(read(document, tmp_path)) == {
        "1.1 Techniekroute": (
            ["Kandinsky College"],
            [("Schooljaar 2026-2027", ["route uitzetten"]), ("Schooljaar 2027-2028", ["route lopen"])],
        )
    }


def test_lines_within_one_paragraph(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Resultaat: De bus rijdt.\nPartners: ROC Noord\n2027: Rijden\n2028: Parkeren")
    document.add_heading("Speerpunt 1.2: Lab", 2)
    document.add_paragraph("Een lab\nin twee regels.")
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord"], [("2027", ["Rijden"]), ("2028", ["Parkeren"])]),
        "1.2 Lab": ([], []),
    }
    assert [point.result for point in plan.speerpunten] == [["De bus rijdt."], ["Een lab\nin twee regels."]]


def test_numbers_with_letters_and_a_number_of_a_chapter_before_that_of_a_theme(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("3.1 Thema 1: Kiezen", 1)
    document.add_heading("Project 1a: Toernooi", 2)
    document.add_heading("3.2 Thema 2: Leren", 1)
    table(document, [["Project", "B.1 Route"], ["Partners", "ROC Noord"], ["Activiteiten 2027", "Starten"]])
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title) for theme in plan.themes] == [(1, "Kiezen"), (2, "Leren")]
    assert told(plan) == {"1.1 Toernooi": ([], []), "B.1 Route": (["ROC Noord"], [("2027", ["Starten"])])}


@pytest.mark.parametrize(
    ("heads", "points"),
    [
        ([(1, "2 Actielijn 1 Samen werven"), (1, "3 Actielijn 2 Leerroutes")], ["1.1 Samen werven", "1.2 Leerroutes"]),
        (
            [(1, "4 Thema 1 Instroom"), (2, "4.1 Speerpunt 1.1 Bus"), (2, "4.2 Speerpunt 1.2 Lab")],
            ["1.1 Bus", "1.2 Lab"],
        ),
        (
            [(1, "Thema A – Instroom"), (0, "1.1 Bus"), (1, "Thema B – Lab"), (0, "2.1 Robots")],
            ["1.1 Bus", "2.1 Robots"],
        ),
        ([(1, "A. Instroom"), (2, "A1 Bus"), (1, "B. Lab"), (2, "B1 Robots")], ["A1 Bus", "B1 Robots"]),
        ([(1, "I. Instroom"), (2, "I.1 Bus"), (1, "II. Lab"), (2, "II.1 Robots")], ["I.1 Bus", "II.1 Robots"]),
        ([(1, "Thema: Instroom"), (2, "a. Bus"), (2, "b. Lab")], ["1.1 Bus", "1.2 Lab"]),
        (
            [(1, "Instroom (thema 3)"), (2, "Bus (speerpunt 3.2)"), (2, "Project Lab – speerpunt 3.4")],
            ["3.2 Bus", "3.4 Project Lab"],
        ),
        (
            [(1, "Thema: Instroom"), (2, "Activiteit: Bus"), (2, "Activiteit – Lab"), (2, "Project Robots")],
            ["1.1 Bus", "1.2 Lab", "1.3 Project Robots"],
        ),
        (
            [(1, "Hoofdstuk 2 Instroom"), (2, "2.1 Bus"), (1, "Hoofdstuk 3: Lab"), (2, "3.1 Robots")],
            ["2.1 Bus", "3.1 Robots"],
        ),
        (
            [(1, "Eerste thema: Instroom"), (2, "Bus"), (1, "Tweede thema – Lab"), (2, "Robots")],
            ["1.1 Bus", "2.1 Robots"],
        ),
        # A number that is not that of the theme is no speerpunt of it.
        ([(1, "Thema A – Instroom"), (0, "1.1 Bus"), (0, "3.2 Zie bijlage")], ["1.1 Bus"]),
    ],
)
def test_a_number_of_a_chapter_before_a_level_and_letters_for_themes(
    heads: list[tuple[int, str]], points: list[str], tmp_path: Path
) -> None:
    document = new_document()
    for level, text in heads:
        if level:
            document.add_heading(text, level)
        else:
            document.add_paragraph(text)
        document.add_paragraph("Partners: ROC Noord")
        document.add_paragraph("2027: beginnen")
    assert [*told(read(document, tmp_path))] == points


@pytest.mark.parametrize(
    ("themes", "points", "numbers"),
    [
        (["A. Instroom", "B. Leren"], ["A.1 Bus", "A.2 Lab", "B.1 Robots"], ["A.1", "A.2", "B.1"]),
        (["I. Instroom", "II. Leren"], ["a) Bus", "b) Lab", "a) Robots"], ["1.1", "1.2", "2.1"]),
        (["1 Instroom", "2 Leren"], ["1a Bus", "1b Lab", "2a Robots"], ["1.1", "1.2", "2.1"]),
    ],
)
def test_themes_in_bold_and_without_any_heading_style(
    themes: list[str], points: list[str], numbers: list[str], tmp_path: Path
) -> None:
    document = new_document()
    for theme, below in zip(themes, (points[:2], points[2:]), strict=True):
        bold(document, theme)
        for point in below:
            bold(document, point)
            document.add_paragraph("Partners: ROC Noord")
            document.add_paragraph("2027: beginnen")
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title) for theme in plan.themes] == [(1, "Instroom"), (2, "Leren")]
    titles = ("Bus", "Lab", "Robots")
    assert [*told(plan)] == [f"{number} {title}" for number, title in zip(numbers, titles, strict=True)]


def test_a_speerpunt_without_a_number_in_several_rows_or_places_is_one(tmp_path: Path) -> None:
    """In another theme the same words name another one."""
    document = new_document()
    heads = ["Speerpunt", "Partner", "Activiteit", "Periode"]
    rows = [["Bus", "ROC Noord", "Kopen", "2027"], ["bus ", "Philips", "Verven", "2028"], ["Lab", "", "Bouwen", "2027"]]
    document.add_heading("Thema 1: Instroom", 1)
    table(document, [heads, *rows, ["Bus", "Gemeente Delta", "Stallen", "2028"]])
    document.add_heading("Thema 2: Leren", 1)
    table(document, [heads, ["Bus", "ROC Noord", "Lessen geven", "2028"]])
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (
            ["ROC Noord", "Philips", "Gemeente Delta"],
            [("2027", ["Kopen"]), ("2028", ["Verven", "Stallen"])],
        ),
        "1.2 Lab": ([], [("2027", ["Bouwen"])]),
        "2.1 Bus": (["ROC Noord"], [("2028", ["Lessen geven"])]),
    }
    assert plan.remarks[0] == (
        "Speerpunt ‘Bus’ staat er op meer plekken (tabel 1, rij 2 en tabel 1, rij 5); het is één speerpunt geworden."
    )
    assert "Welke partner welke activiteit doet" in plan.remarks[-1]


ACTS = [["Techniekbus", "ROC Noord", "2027", "Twee bussen"], ["Open dagen", "Lyceum Zuid", "najaar 2028", ""]]
AS_SPEERPUNT = "er staan geen speerpunten in; een activiteit uit deze tabel is als speerpunt gelezen"


@pytest.mark.parametrize(
    ("headings", "heads", "doubt"),
    [
        (["Thema 1: Instroom", "Thema 2: Leren"], ["Activiteit", "Partners", "Planning", "Resultaat"], ""),
        (["1. Instroom", "2. Leren"], ["Wat", "Wie", "Wanneer", "Resultaat"], AS_SPEERPUNT),
        ([], ["Thema", "Activiteit", "Partners", "Periode", "Resultaat"], AS_SPEERPUNT),
    ],
)
def test_activities_in_a_table_of_a_plan_without_speerpunten_are_offered_in_doubt(
    headings: list[str], heads: list[str], doubt: str, tmp_path: Path
) -> None:
    document = new_document()
    for heading in headings:
        document.add_heading(heading, 1)
        table(document, [heads, *ACTS])
    if not headings:
        table(document, [heads, *([theme, *act] for theme in ("Instroom", "Leren") for act in ACTS)])
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title, theme.doubt) for theme in plan.themes] == [
        (1, "Instroom", doubt),
        (2, "Leren", doubt),
    ]
    bus = (["ROC Noord"], [("2027", ["Techniekbus"])])
    day = (["Lyceum Zuid"], [("najaar 2028", ["Open dagen"])])
    assert told(plan) == {"1.1 Techniekbus": bus, "1.2 Open dagen": day, "2.1 Techniekbus": bus, "2.2 Open dagen": day}
    assert {point.doubt for point in plan.speerpunten} == {AS_SPEERPUNT}
    assert [point.result for point in plan.speerpunten] == [["Twee bussen"], [], ["Twee bussen"], []]
    assert plan.not_understood == []


def test_who_does_what_on_which_day_is_no_plan(tmp_path: Path) -> None:
    document = new_document()
    for heading in ("1. Bus", "2. Lab"):
        document.add_heading(heading, 1)
        table(document, [["Actie", "Wie", "Wanneer"], ["Bellen", "Jan", "1-4-2027"]])
    plan = read(document, tmp_path)
    assert not plan.says_something


@pytest.mark.parametrize(
    ("first", "headings", "points"),
    [
        (
            "Plan voor Sterk Techniekonderwijs",
            ["1. Instroom", "1.1 Bus", "2. Leren", "2.1 Lab"],
            ["1.1 Bus", "2.1 Lab"],
        ),
        ("Activiteitenplan", ["A. Instroom", "A1 Bus", "B. Leren", "B1 Lab"], ["A1 Bus", "B1 Lab"]),
        # A chapter is no theme, and a report that calls itself no plan has none.
        ("Activiteitenplan", ["1. Inleiding", "1.1 Aanleiding", "2. Kosten", "2.1 Personeel"], []),
        ("Jaarverslag", ["1. Personeel", "1.1 Verzuim", "2. Huisvesting", "2.1 Onderhoud"], []),
    ],
)
def test_headings_with_nothing_but_numbers(first: str, headings: list[str], points: list[str], tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph(first)
    for heading in headings:
        document.add_heading(heading, 2 if heading[1:3].strip(". ").isdecimal() else 1)
        document.add_paragraph("Wij werken er samen aan.")
    plan = read(document, tmp_path)
    assert [*told(plan)] == points
    assert all(theme.doubt for theme in plan.themes)
    assert all(point.doubt for point in plan.speerpunten)


def test_lines_of_action_under_ambitions_are_the_speerpunten(tmp_path: Path) -> None:
    document = new_document()
    for number, ambition, lines in ((1, "Iedereen ontdekt", ("Lab", "Club")), (2, "Iedereen leert", ("Cursus",))):
        bold(document, f"Ambitie {number}: {ambition}")
        for place, line in enumerate(lines, 1):
            bold(document, f"Actielijn {number}.{place} {line}")
            document.add_paragraph("Partners: ROC Noord")
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title) for theme in plan.themes] == [(1, "Iedereen ontdekt"), (2, "Iedereen leert")]
    assert {*told(plan)} == {"1.1 Lab", "1.2 Club", "2.1 Cursus"}
    assert plan.goals == []
    assert plan.remarks[-1] == (
        "‘Ambitie’ is in dit plan gelezen als thema, omdat er speerpunten onder staan. Voeg toe wat ook een doel van "
        "de regio is."
    )


def test_heads_with_a_year_or_an_explanation_behind_them(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Kiezen", 1)
    document.add_heading("Doelen", 1)
    heads = ["Doel", "Indicator", "Nulmeting 2024", "Streefwaarde 2028"]
    table(document, [heads, ["1. Meer instroom", "leerlingen PIE", "120", "150"]])
    document.add_heading("Risico’s", 1)
    table(document, [["Risico", "Kans (K/M/G)", "Effect (K/M/G)", "Maatregel"], ["Vertrek", "M", "G", "Overdragen"]])
    plan = read(document, tmp_path)
    assert [(goal.indicator, goal.baseline, goal.target) for goal in plan.goals] == [("leerlingen PIE", "120", "150")]
    assert [(risk.text, risk.probability, risk.impact) for risk in plan.risks] == [("Vertrek", "middel", "groot")]
    assert plan.not_understood == []


@pytest.mark.parametrize(("kind", "reason"), [("footnote", "het is een voetnoot"), ("endnote", "het is een eindnoot")])
def test_a_note_is_told_where_the_text_refers_to_it(kind: str, reason: str, tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    mark = f'<w:r {nsdecls("w")}><w:{kind}Reference w:id="2"/></w:r>'
    element_of(document.add_paragraph("De bus rijdt.")).append(parse_xml(mark))
    document.save(str(tmp_path / "without.docx"))
    note = f'<w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/><w:t>Hij reed in 2026 al.</w:t></w:r></w:p></w:{kind}>'
    with zipfile.ZipFile(tmp_path / "without.docx") as old, zipfile.ZipFile(tmp_path / "plan.docx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr(f"word/{kind}s.xml", f"<w:{kind}s {nsdecls('w')}>{note}</w:{kind}s>")
    plan = read_plan(read_blocks(tmp_path / "plan.docx"), PlanWords())
    assert plan.speerpunten[0].result == ["De bus rijdt."]
    assert [(line.text, line.reason) for line in plan.not_understood] == [("Hij reed in 2026 al.", reason)]


@pytest.mark.parametrize("looks", ["plain", "bold", "italic"])
@pytest.mark.parametrize(
    ("below", "result", "phases"),
    [
        ("De bus bezoekt alle scholen.", ["Een bus.", "De bus bezoekt alle scholen."], [("maart 2028", ["Rijden"])]),
        ("Bus kopen", ["Een bus."], [("maart 2028", ["Bus kopen"]), ("periode niet genoemd", ["Rijden"])]),
    ],
)
def test_text_below_a_line_that_says_when_is_no_act(
    below: str, result: list[str], phases: list[tuple[str, list[str]]], looks: str, tmp_path: Path
) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Een bus.")
    line = document.add_paragraph().add_run("Planning: maart 2028")
    line.bold, line.italic = looks == "bold", looks == "italic"
    document.add_paragraph(below)
    document.add_paragraph("Activiteiten: Rijden")
    plan = read(document, tmp_path)
    assert plan.speerpunten[0].result == result
    assert told(plan) == {"1.1 Bus": ([], phases)}


@pytest.mark.parametrize(
    ("lines", "result", "phases", "doubted"),
    [
        (
            [
                "Resultaat: Een bus.",
                "Periode: 2027",
                "Wij rijden.",
                "Wij remmen.",
                "Periode: 2028",
                "Wij kijken terug.",
            ],
            ["Een bus."],
            [("2027", ["Wij rijden", "Wij remmen"]), ("2028", ["Wij kijken terug"])],
            [],
        ),
        (["Activiteiten", "Jaar: 2027", "Wij rijden."], [], [("2027", ["Wij rijden"])], []),
        (
            ["Planning: 2027", "Jan rijdt. Piet remt.", "Planning: 2028", "Evaluatie en borging."],
            [],
            [("2027", ["Jan rijdt", "Piet remt"]), ("2028", ["Evaluatie en borging"])],
            [],
        ),
        (
            ["Beoogd resultaat", "Een bus.", "Periode: Q1 2027", "Wij rijden.", "Periode: Q2 2027", "Wij remmen."],
            ["Een bus."],
            [("Q1 2027", ["Wij rijden"]), ("Q2 2027", ["Wij remmen"])],
            [],
        ),
        (["Uitvoering: 2027", "Wij rijden.", "Resultaat: Een bus."], ["Een bus."], [], [("2027", ["Wij rijden"])]),
        (
            ["Looptijd: 2027-2028", "Planning: maart 2028", "Wij rijden.", "Wij remmen."],
            [],
            [],
            [("maart 2028", ["Wij rijden", "Wij remmen"])],
        ),
    ],
    ids=["two periods", "below acts", "two plannings", "quarters", "one", "one below another"],
)
def test_text_below_periods_is_what_is_done_then(
    lines: list[str],
    result: list[str],
    phases: list[tuple[str, list[str]]],
    doubted: list[tuple[str, list[str]]],
    tmp_path: Path,
) -> None:
    """Below one such line it may be text of the speerpunt as well."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in ["Partners: ROC Noord", *lines]:
        document.add_paragraph(line)
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": (["ROC Noord"], phases)}
    assert plan.speerpunten[0].result == result
    assert [(phase.label, phase.acts) for doubt in plan.speerpunten[0].doubts for phase in doubt.phases] == doubted


def test_numbered_activities_in_a_table_of_periods_are_speerpunten(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema A Bewust kiezen", 1)
    heads = ["Activiteit", "Betrokken", "2027", "2028"]
    table(document, [heads, ["A1 Proefdag", "ROC Noord", "plannen", "houden"], ["A2 Gidsen", "", "werven", ""]])
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title) for theme in plan.themes] == [(1, "Bewust kiezen")]
    assert told(plan) == {
        "A1 Proefdag": (["ROC Noord"], [("2027", ["plannen"]), ("2028", ["houden"])]),
        "A2 Gidsen": ([], [("2027", ["werven"])]),
    }


def test_a_phase_with_a_name_is_a_period_where_it_stands_out_and_an_act_in_a_list(tmp_path: Path) -> None:
    """Two phases are in one year, so their names stay in the label."""
    document = new_document()
    document.add_heading("Thema: Instroom", 1)
    for title in ("Bus", "Lab"):
        document.add_heading(title, 2)
        bold(document, "Betrokken partners")
        document.add_paragraph("ROC Noord", style="List Bullet")
        for phase, act in (("Fase 1: voorbereiding (2027)", "Kopen"), ("Fase 2 – start (najaar 2027)", "Rijden")):
            bold(document, phase)
            document.add_paragraph(act, style="List Bullet")
    document.add_heading("Club", 2)
    document.add_paragraph("Partners: ROC Noord")
    bold(document, "Activiteiten")
    document.add_paragraph("Fase 1: werven (2027)", style="List Bullet")
    phases = [("Fase 1: voorbereiding (2027)", ["Kopen"]), ("Fase 2 – start (najaar 2027)", ["Rijden"])]
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord"], phases),
        "1.2 Lab": (["ROC Noord"], phases),
        "1.3 Club": (["ROC Noord"], [("periode niet genoemd", ["Fase 1: werven (2027)"])]),
    }
    assert plan.not_understood == []
    period = read_period("Fase 1: voorbereiding (2027)")
    assert period
    assert (period.start, period.end) == (date(2027, 1, 1), date(2027, 12, 31))
    bare = read_period("Fase 2 (2027)")
    assert bare
    assert (bare.label, bare.is_named) == ("Fase 2 (2027)", False)


RAISED = "onder dit kopje staan genummerde delen met partners en een planning; die zijn als speerpunt gelezen"


@pytest.mark.parametrize("is_styled", [True, False], ids=["headings", "bold"])
@pytest.mark.parametrize(
    ("above", "below"),
    [("Werkpakket", "Taak"), ("Deelproject", "Actie"), ("Speerpunt", "Activiteit"), ("Werkpakket", "Interventie")],
)
def test_numbered_parts_of_a_speerpunt_that_are_worked_out_are_the_speerpunten(
    above: str, below: str, is_styled: bool, tmp_path: Path
) -> None:
    """Read as they are called, the acts of two parts would stand together in one."""
    document = new_document()

    def head(text: str, level: int) -> None:
        document.add_heading(text, level) if is_styled else bold(document, text)

    for number, title in enumerate(("Instroom", "Docenten"), 1):
        head(f"{above} {number}: {title}", 1)
        for place in (1, 2):
            head(f"{below} {number}.{place}: Bus {place}", 2)
            document.add_paragraph("Partners: ROC Noord")
            document.add_paragraph("2027: Kopen", style="List Bullet")
    plan = read(document, tmp_path)
    assert [(theme.title, theme.doubt) for theme in plan.themes] == [("Instroom", RAISED), ("Docenten", RAISED)]
    assert [*told(plan)] == ["1.1 Bus 1", "1.2 Bus 2", "2.1 Bus 1", "2.2 Bus 2"]
    assert plan.not_understood == []


def test_numbered_headings_of_a_speerpunt_that_are_not_worked_out_stay_below_it(tmp_path: Path) -> None:
    document = new_document()
    for number in (1, 2):
        document.add_heading(f"Werkpakket {number}: Bus {number}", 1)
        document.add_paragraph("Partners: ROC Noord")
        document.add_heading(f"Stap {number}.1: Kopen", 2)
        document.add_paragraph("2027: Kopen", style="List Bullet")
    assert [*told(read(document, tmp_path))] == ["1.1 Bus 1", "1.2 Bus 2"]


def test_days_beside_an_activity_that_is_a_speerpunt_are_its_period(tmp_path: Path) -> None:
    document = new_document()
    heads = ["Thema", "Activiteit", "Resultaat", "Start", "Eind"]
    table(
        document,
        [heads, ["1. Instroom", "Bus", "Hij rijdt", "1-8-2027", "31-7-2028"], ["2. Leren", "Lab", "Open", "2027", ""]],
    )
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": ([], [("1-8-2027 – 31-7-2028", ["Bus"])]),
        "2.1 Lab": ([], [("vanaf 2027", ["Lab"])]),
    }


def test_a_numbered_period_with_its_year_is_a_period_and_a_tranche_an_act(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    bold(document, "Periode 1 (2027)")
    document.add_paragraph("Uitvoering tranche 1: 32 plekken (2027)", style="List Bullet")
    bold(document, "Periode 2 (2028)")
    document.add_paragraph("Rijden", style="List Bullet")
    assert told(read(document, tmp_path))["1.1 Bus"][1] == [
        ("Periode 1 (2027)", ["Uitvoering tranche 1: 32 plekken (2027)"]),
        ("Periode 2 (2028)", ["Rijden"]),
    ]


@pytest.mark.parametrize(
    "again", ["vervolg 1.1 Bus", "(Vervolg) speerpunt 1.1 Bus", "1.1 Bus (vervolg)", "1.1 Bus – vervolg"]
)
def test_a_speerpunt_that_goes_on_is_the_same_one(again: str, tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    heads = ["Speerpunt", "Activiteit", "Periode"]
    table(document, [heads, ["1.1 Bus", "Kopen", "2027"], [again, "Rijden", "2028"]])
    assert told(read(document, tmp_path)) == {"1.1 Bus": ([], [("2027", ["Kopen"]), ("2028", ["Rijden"])])}


@pytest.mark.parametrize(
    "line",
    ["Start: sept 2027. Einde: juli 2028.", "Begin: sept 2027; gereed: juli 2028", "Start: sept 2027 Einde: juli 2028"],
)
def test_a_begin_and_an_end_in_one_line_are_a_period(line: str, tmp_path: Path) -> None:
    """The end was what is done in the begin."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    table(document, [["Aanpak", "Kopen"], ["Planning", line]])
    assert told(read(document, tmp_path)) == {"1.1 Bus": ([], [("sept 2027 – juli 2028", ["Kopen"])])}


def test_parts_of_the_year_above_them_are_periods_and_no_numbers_of_speerpunten(tmp_path: Path) -> None:
    """`Q1: inventariseren` came in as a speerpunt with the number Q1."""
    document = new_document()
    document.add_heading("Thema 1: Leren", 1)
    document.add_heading("Speerpunt 1.1: Leerlijn", 2)
    document.add_heading("2027", 3)
    for line in ("Q1: inventariseren", "Q3 en Q4: proefdraaien"):
        document.add_paragraph(line)
    document.add_heading("2028", 3)
    for line in ("Tweede halfjaar: evalueren", "Voorlichting: aan ouders"):
        document.add_paragraph(line)
    assert told(read(document, tmp_path)) == {
        "1.1 Leerlijn": (
            [],
            [
                ("Q1 2027", ["inventariseren"]),
                ("Q3 en Q4 2027", ["proefdraaien"]),
                ("Tweede halfjaar 2028", ["evalueren"]),
                ("2028", ["Voorlichting: aan ouders"]),
            ],
        )
    }


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("start in september 2027, afronding december 2028", "september 2027 – december 2028"),
        ("Begin mrt 2027, oplevering juli 2028.", "mrt 2027 – juli 2028"),
    ],
)
def test_a_begin_and_an_end_without_colons_are_the_period_of_all(line: str, period: str, tmp_path: Path) -> None:
    """What came behind the first day was an act."""
    document = new_document()
    document.add_heading("Thema 1: Leren", 1)
    document.add_heading("Speerpunt 1.1: Leerlijn", 2)
    document.add_paragraph("Activiteiten: Bouwen")
    document.add_paragraph(f"Planning: {line}")
    assert told(read(document, tmp_path)) == {"1.1 Leerlijn": ([], [(period, ["Bouwen"])])}
