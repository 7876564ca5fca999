"""Charts in the draft, read back: well-formed, related, in words for who can't see them, and with the numbers."""

import cProfile
import io
import zipfile
from collections.abc import Iterator
from datetime import date

import docx
import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from sto_tui.documents.word import DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed, write_chapter
from sto_tui.documents.word.charts.block import Chart, with_charts
from sto_tui.documents.word.charts.figure_chart import chart_of
from sto_tui.documents.word.charts.lines import spread
from sto_tui.documents.word.charts.plot import MOST_SERIES, drawn_series, plot_of
from sto_tui.documents.word.charts.workbook import DataSheet
from sto_tui.documents.word.field_texts import by_key
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter, Goal, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.vision import Indicator, IndicatorKind, VisionSection
from sto_tui.planning.checks.holes import holes
from sto_tui.planning.figures.values import Target
from tests.conftest import NASTY
from tests.planning.figures.test_figures import dossier_of, figure, point

OPTIONS = DraftOptions(date(2026, 11, 22))
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

PUPILS = figure(
    point(2024, 1250),
    point(2025, "60-80"),
    point(2026, 50.5, prognosis=True),
    title="Leerlingen",
    unit="leerlingen",
    kind=IndicatorKind.PROGNOSE,
    source="DUO",
    reference_date=date(2025, 10, 1),
    file="01-leerlingen.csv",
)
PROFILES = figure(
    *(point(year, value, label) for label, value in (("PIE", 92), ("M&T", "28-31")) for year in (2025, 2026)),
    id=2,
    title="Per profiel",
)
GOAL = Goal(id=1, number=4, text="Meer", figure=1, baseline="1250", target="10% meer", target_year=2028).settled_after(
    None
)


def package_of(dossier: Dossier) -> zipfile.ZipFile:
    """The draft of chapters 3 and 4."""
    base = opened(OPTIONS)
    lacking = by_key(holes(dossier, OPTIONS.part, OPTIONS.date))
    writer = Writer(base.ids, dossier, OPTIONS.date, lacking, OPTIONS.part)
    for chapter in (Chapter.REGIOVISIE, Chapter.DOELEN):
        write_chapter(dossier, writer, chapter)
    labels = Labels("Plan", "Plan", "concept", "concept", cover=False)
    data = packed(base, writer.blocks, writer, OPTIONS, labels)
    return zipfile.ZipFile(io.BytesIO(data))


def read(package: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(package.read(name))


def series_names(chart: etree._Element) -> list[str | None]:
    return [one.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v") for one in chart.iter(f"{C}ser")]


def test_a_chart_is_related_has_its_numbers_and_says_in_words_what_it_shows() -> None:
    package = package_of(dossier_of(GOAL, PUPILS, PROFILES))
    body = read(package, "word/document.xml")
    relations = {one.get("Id"): one.get("Target") for one in read(package, "word/_rels/document.xml.rels")}
    targets = [relations[one.get(f"{R}id")] for one in body.iter(f"{C}chart")]
    assert targets == ["charts/chart1.xml", "charts/chart2.xml"]
    assert package.read("[Content_Types].xml").count(b"drawingml.chart+xml") == 2
    described = [str(one.get("descr")) for one in body.iter(f"{WP}docPr")]
    assert described[0] == (
        "Kolomgrafiek van Leerlingen. 2024: 1.250, 2025: 60–80, 2026: 50,5*; doel 4: 1.375 in 2028."
    )
    assert described[1].startswith("Lijngrafiek van Per profiel. PIE: 2025: 92, 2026: 92; M&T: 2025: 28–31")
    columns, lines = (read(package, f"word/{target}") for target in targets)
    numbers = [[point.text for point in one.iter(f"{C}v")] for one in columns.iter(f"{C}val") if len(one)]
    assert numbers == [["80"], ["1250", "60"], ["50.5"], ["1375"]]
    assert [one.text for one in columns.iter(f"{A}t")] == ["60–80", "1.250", "50,5*", "doel 4: 1.375"]
    assert [point.text for one in lines.iter(f"{C}plus") for point in one.iter(f"{C}v")] == ["3", "3"], (
        "masked: a stroke upwards"
    )


def formulas_of(chart: etree._Element) -> Iterator[tuple[str, list[str]]]:
    """Each reference of a chart to its workbook, with what the chart holds of it."""
    for place in chart.iter(f"{C}f", f"{C15}f"):
        cache = place.getnext()
        assert cache is not None
        yield str(place.text), [str(one.text) for one in cache.iter(f"{C}v")]


def cells_of(book: CalamineWorkbook, formula: str) -> list[str]:
    """The cells of `Gegevens!$B$2:$B$4` that are filled, as text."""
    sheet, _, cells = formula.partition("!")
    first, _, last = cells.replace("$", "").partition(":")
    column, top, bottom = ord(first[0]) - ord("A"), int(first[1:]) - 1, int((last or first)[1:])
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    texts = [row[column] for row in rows[top:bottom] if row[column] != ""]
    return [f"{cell:.10g}" if isinstance(cell, float) else str(cell) for cell in texts]


@pytest.mark.parametrize("number", [1, 2])
def test_the_workbook_of_a_chart_has_its_numbers_where_the_chart_looks_for_them(number: int) -> None:
    package = package_of(dossier_of(GOAL, PUPILS, PROFILES))
    relation = next(iter(read(package, f"word/charts/_rels/chart{number}.xml.rels")))
    chart = read(package, f"word/charts/chart{number}.xml")
    assert [one.get(f"{R}id") for one in chart.iter(f"{C}externalData")] == [relation.get("Id")]
    embedded = package.read(f"word/{str(relation.get('Target')).removeprefix('../')}")
    book = CalamineWorkbook.from_filelike(io.BytesIO(embedded))
    references = list(formulas_of(chart))
    assert len(references) > 6
    for formula, cached in references:
        assert cells_of(book, formula) == cached, formula


def test_the_label_of_a_number_changes_with_it_and_that_of_a_masked_one_does_not() -> None:
    """The cells of the labels: a formula over the number as it is written on paper, or a text."""
    package = package_of(dossier_of(GOAL, PUPILS))
    book = zipfile.ZipFile(io.BytesIO(package.read("word/embeddings/Microsoft_Excel_Sheet1.xlsx")))
    sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    formulas = {cell.get("r"): text for cell in sheet.iter(f"{main}c") if (text := cell.findtext(f"{main}f"))}
    assert formulas == {
        "E2": shown_as_on_paper("D2"),
        "G4": shown_as_on_paper("F4") + '&"*"',
        "I6": '"doel 4: "&' + shown_as_on_paper("H6"),  # 2028; 2027 has a row and no number
    }


def shown_as_on_paper(cell: str) -> str:
    """With as many decimals as it has, two at the most."""
    return f"FIXED({cell},IF(ROUND({cell},2)=ROUND({cell},0),0,IF(ROUND({cell},2)=ROUND({cell},1),1,2)))"


@pytest.mark.parametrize(
    ("values", "target", "room", "axis"),
    [
        ((59, 58), 68, True, (0, 100)),  # 68 and a fifth of it: 81.6, in steps of 20
        ((8, 9.5), 15, True, (0, 20)),
        ((110, 124), None, False, (0, 150)),
        ((8, "10-38"), None, False, (0, 40)),  # what is masked may be 38: four steps of 10
        ((-5, 12), None, True, (-10, 20)),  # -5 and 12, with 3.4 beyond both
        ((0, 0), None, True, (0, 0.2)),  # of nothing one step
    ],
)
def test_the_axis_goes_past_the_highest_value_and_target(
    values: tuple[float, float | str], target: float | None, room: bool, axis: tuple[float, float]
) -> None:
    indicator = figure(*(point(year, value) for year, value in enumerate(values, 2025)))
    plot = plot_of(indicator, [Target(2028, target, 1)] if target else [])
    assert plot is not None
    scale = plot.scale(room=room)
    assert (scale.low, scale.high) == pytest.approx(axis)


@pytest.mark.parametrize(
    ("heights", "settled"),
    [
        ([10, 50], [10, 50]),
        ([50, 48, 10], [54, 44, 10]),  # ten apart, around 49
        ([2, 1], [10, 0]),  # not below the axis
        ([99, 98], [100, 90]),  # not above the top
        ([20, 14, 12], [25.33, 15.33, 5.33]),  # three around 15.33
    ],
)
def test_names_at_the_ends_of_lines_do_not_stand_over_each_other(heights: list[float], settled: list[float]) -> None:
    assert spread(heights, 10, 100) == pytest.approx(settled, abs=0.01)


def test_table_source_date_definition_and_change_stand_under_the_chart() -> None:
    package = package_of(dossier_of(GOAL, PUPILS, PROFILES))
    paragraphs = [
        "".join(node.text or "" for node in one.iter(f"{W}t"))
        for one in read(package, "word/document.xml").iter(f"{W}p")
    ]
    whole = "\n".join(paragraphs)
    assert {"Figuur 1  Leerlingen", "Bron: DUO"} <= set(paragraphs)
    assert (
        "Peildatum 1 oktober 2025. Techniek is hier: BWI, PIE, M&T, MVI en MaT (monitor Techniekpact). "
        "Overgenomen uit 01-leerlingen.csv. "
        "Verandering sinds 2024: \u22121.190 tot \u22121.170 (\u221295,2% tot \u221293,6%). Doel 4: 1.375 in 2028."
    ) in paragraphs
    assert {"1.250", "60–80", "50,5*", "28–31"} <= set(paragraphs)
    assert "[Nog in te vullen: bron bij ‘Per profiel’]" in whole
    assert "Te zien in\nhoofdstuk 3: Leerlingen" in whole


@pytest.mark.parametrize("text", [*NASTY, "<c:v>&amp;"], ids=lambda text: repr(text)[:20])
def test_nasty_text_stands_in_a_chart_as_itself(text: str) -> None:
    package = package_of(dossier_of(PROFILES.changed(title=text, series=(point(2025, 1, text), point(2025, 2, "PIE")))))
    assert text in [one.text for one in read(package, "word/charts/chart1.xml").iter(f"{C}v")]


@pytest.mark.parametrize(
    "indicator",
    [figure(), figure(point(2025, None))],
)
def test_what_cannot_be_drawn_is_a_table_only(indicator: Indicator) -> None:
    assert chart_of(indicator, (), "") is None
    package_of(dossier_of(indicator))


def test_of_too_many_series_the_largest_are_drawn_and_the_source_line_says_so() -> None:
    values = [50, 7, 90, 3, 80, 70, 60, 40, 30, 20, 10, None]
    indicator = figure(
        *(point(2025, value, f"profiel {place}") for place, value in enumerate(values)), title="Profielen"
    )
    package = package_of(dossier_of(indicator))
    chart = read(package, "word/charts/chart1.xml")
    names = series_names(chart)
    assert names == [f"profiel {place}" for place in (0, 2, 4, 5, 6, 7, 8, 9)]
    assert len(names) == MOST_SERIES
    whole = "".join(node.text or "" for node in read(package, "word/document.xml").iter(f"{W}t"))
    # Twelve series, of which the last has no value.
    assert "De grafiek toont 8 van de 11 reeksen met een waarde: die met de hoogste laatste waarde." in whole
    assert "profiel 11" in whole


@pytest.mark.parametrize(("masked_is_measured", "known"), [(True, "gemeten, of ten minste"), (False, "gemeten")])
def test_measured_is_at_least_only_where_what_was_measured_is_masked(masked_is_measured: bool, known: str) -> None:
    indicator = figure(point(2024, 100), point(2025, "60-80", prognosis=not masked_is_measured))
    names = series_names(read(package_of(dossier_of(indicator)), "word/charts/chart1.xml"))
    assert names == ["hoogst mogelijk", known, *["prognose"] * (not masked_is_measured)]


def test_series_without_values_are_not_drawn_and_not_missed() -> None:
    """Nine series, of which two have no value: all seven others are drawn, so nothing is left out."""
    values = [None, 7, 9, 3, 8, 7, 6, 4, None]
    series = [point(2025, value, f"reeks {place}") for place, value in enumerate(values)]
    assert drawn_series(figure(*series)) == [f"reeks {place}" for place in range(1, 8)]
    whole = "".join(package_text(figure(*series)))
    assert "De grafiek toont" not in whole


def test_without_a_chart_nothing_is_said_of_one() -> None:
    """Nine series and eight years without a value: a table of the last seven years, and no chart."""
    series = [point(year, None, f"reeks {place}") for place in range(9) for year in range(2018, 2026)]
    whole = "".join(package_text(figure(*series)))
    assert "grafiek" not in whole
    assert "De tabel begint in 2019." in whole


def test_one_series_with_values_among_others_keeps_its_name() -> None:
    """Its line has the name of the series, and a goal for the whole is not marked at it."""
    indicator = figure(point(2024, 10, "PIE"), point(2025, 12, "PIE"), point(2025, None, "BWI"), id=1)
    package = package_of(
        dossier_of(indicator, GOAL.changed(figure=1, baseline="12", target="20", target_year=2025).settled_after(GOAL))
    )
    chart = read(package, "word/charts/chart1.xml")
    assert series_names(chart) == ["PIE"]


def test_a_theme_without_speerpunten_that_serves_a_goal_stands_in_the_table_of_goals() -> None:
    theme = Theme(id=1, number=1, title="Kiezen", goals=(1,))
    body = read(package_of(dossier_of(GOAL, PUPILS, theme)), "word/document.xml")
    whole = "".join(node.text or "" for node in body.iter(f"{W}t"))
    assert "Nog geen speerpunt is aan een doel gekoppeld." not in whole
    told = [str(one.get(f"{W}val")) for one in body.iter(f"{W}tblDescription")]
    assert "Een X: wat op de rij staat, of ten minste één speerpunt ervan, werkt aan het doel." in told


def test_a_goal_for_the_whole_is_not_among_its_parts() -> None:
    plot = plot_of(PROFILES, [Target(goal=4, value=200.0, year=2030)])
    assert plot is not None
    assert (list(plot.targets), plot.years) == ([], (2025, 2026))


def test_only_masked_numbers_stand_in_the_workbook_as_they_do_in_the_plan() -> None:
    """M&T is 28 to 31 in both years, PIE 92."""
    package = package_of(dossier_of(PROFILES))
    (name,) = (name for name in package.namelist() if name.endswith(".xlsx"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(package.read(name))).get_sheet_by_index(0).to_python()
    written = {str(head): [row[place] for row in rows[1:]] for place, head in enumerate(rows[0])}
    assert [head for head in written if "zoals het in het plan staat" in head] == ["M&T: zoals het in het plan staat"]
    assert written["M&T: zoals het in het plan staat"] == ["28–31", "28–31"]


@pytest.mark.parametrize(("year", "place"), [(2028, "outEnd"), (2024, "ctr")])
def test_a_label_goes_into_its_column_only_for_a_goal_of_that_year(year: int, place: str) -> None:
    chart = chart_of(figure(point(2024, 100)), [Target(goal=1, value=101.0, year=year)], "Figuur 1")
    assert chart is not None
    drawn = etree.fromstring(chart.xml.encode())
    labels = next(drawn.iter(f"{C}barChart")).iter(f"{C}dLblPos")
    assert {label.get("val") for label in labels} == {place}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("VMBO in beeld", "VMBO in beeld"),
        ("Ons aanbod", "ons aanbod"),
        ("Het MBO", "het MBO"),
        ("De Waard", "de Waard"),
    ],
)
def test_the_name_of_a_section_goes_on_after_a_colon(typed: str, shown: str) -> None:
    section = VisionSection(id=1, section=typed, text="Tekst.", goes_well="Veel")
    assert f"Stand van zaken: {shown}" in package_text(section)


def package_text(*records: Record) -> list[str]:
    """The paragraphs of chapters 3 and 4, without the label of a caption."""
    body = read(package_of(dossier_of(*records)), "word/document.xml")
    texts = ["".join(node.text or "" for node in one.iter(f"{W}t")) for one in body.iter(f"{W}p")]
    return [text.split("  ")[-1] for text in texts]


def calls_for(charts: int) -> int:
    """How many functions are called to put so many charts in a document."""
    document = docx.Document()
    blocks = [Chart.of("", "<c:chart/>", "Leerlingen", "Leerlingen per jaar", b"") for _ in range(charts)]
    profile = cProfile.Profile()
    placed = profile.runcall(with_charts, document, blocks, {})
    assert len(placed) == len({str(part.partname) for part in document.part.related_parts.values()} & NAMES) == charts
    return sum(entry.callcount for entry in profile.getstats())


NAMES = {f"/word/charts/chart{number}.xml" for number in range(1, 401)}


def test_the_work_for_charts_grows_with_their_number() -> None:
    """Two thousand figures took a minute, nearly all of it spent looking for the next free name."""
    assert calls_for(400) < 5 * calls_for(100)


def test_a_column_of_the_workbook_of_a_chart_is_as_wide_as_its_head() -> None:
    """With two cells more, and no wider than 40; a cell is drawn with 5 pixels beside it, which Excel adds."""
    sheet = DataSheet((2025,))
    for head in ("Leerlingen", "L" * 38, "L" * 60):
        sheet.add(head, {2025: 1.0})
    drawn = etree.fromstring(zipfile.ZipFile(io.BytesIO(sheet.workbook())).read("xl/worksheets/sheet1.xml"))
    columns = drawn.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}col")
    widths = [(one.get("min"), one.get("max"), int(float(one.get("width", "")))) for one in columns]
    assert widths == [("2", "2", 12), ("3", "4", 40)]
