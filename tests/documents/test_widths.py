"""The widths of every table: they add up to the text, and every column can be read, however long or wide the plan."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import docx
import pytest
from docx.shared import Cm
from lxml import etree

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.fit_to_page import fit, narrowed
from sto_tui.documents.word.page_size import OUR_PAGE, twips
from sto_tui.documents.word.xml_reading import NAMESPACE, whole
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.periods import plan_columns
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import SAMPLES
from tests.documents.test_word_draft import dossier_of

DAY = date(2026, 11, 22)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS = 567
# A letter of 9 points and the margins of a raster.
NARROWEST = 0.5


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def number(element: etree._Element | None, name: str = "w") -> int:
    assert element is not None
    return int(element.get(f"{W}{name}", ""))


def text_widths(body: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Every table of the body with the width of the text where it stands."""
    waiting: list[etree._Element] = []
    for child in body:
        waiting += [child] if child.tag == f"{W}tbl" else []
        section = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            margins = section.find(f"{W}pgMar")
            width = number(section.find(f"{W}pgSz")) - number(margins, "left") - number(margins, "right")
            yield from ((width, table) for table in waiting)
            waiting = []


def grid_of(table: etree._Element) -> list[int]:
    return [number(column) for column in table.findall(f"{W}tblGrid/{W}gridCol")]


def check_widths(data: bytes) -> None:
    """Every column can be read, and all sums are right."""
    found = list(text_widths(body_of(data)))
    for text, table in found:
        grid = grid_of(table)
        assert min(grid) >= NARROWEST * TWIPS, grid
        assert abs(sum(grid) - number(table.find(f"{W}tblPr/{W}tblW"))) <= len(grid)
        assert sum(grid) <= text + len(grid)
        for row in table.findall(f"{W}tr"):
            place = 0
            for cell in row.findall(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                columns = grid[place : place + (1 if span is None else number(span, "val"))]
                assert abs(sum(columns) - number(cell.find(f"{W}tcPr/{W}tcW"))) <= len(columns)
                place += len(columns)
            assert place == len(grid)


def planned(start: date, end: date, due: Sequence[date]) -> Dossier:
    """A region with one plan period, and a milestone per day in `due`."""
    began = new_dossier("Proefland", "2027-2028")
    period = next(iter(began.of(PlanPeriod).values())).changed(start=start, end=end)
    milestones = {
        place: Milestone(id=place, number=f"1.{place}", title=f"Stap {place}", due=day)
        for place, day in enumerate(due, 1)
    }
    return began.with_tables({"periods": {period.id: period}, "milestones": milestones})


def planning_tables(dossier: Dossier) -> list[etree._Element]:
    data = build(dossier, DraftOptions(DAY)).data
    check_widths(data)
    return [table for _, table in text_widths(body_of(data)) if title_of(table).startswith("Planning")]


def title_of(table: Any) -> str:
    return str(table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val"))


def rows_of(table: etree._Element) -> list[list[str]]:
    return [
        ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row.findall(f"{W}tc")]
        for row in table.findall(f"{W}tr")
    ]


# Quarters in two calendar years (8), half-years in two more (4), then years. A table holds at most
# (25.7 - 1.3 - 2.0 - 5.0) / 0.85 = 20.5, so 20 of them; more are spread evenly over as few tables as can be.
# The name of a milestone gets what is left: 25.7 - 1.3 - 2.0 - columns x 1.0, or 5.0 when that is less. Nobody carries
# these out, so that column is as narrow as it gets: 2.0.
LENGTHS = (
    ("one day", date(2027, 1, 1), [1], 21.4),
    ("one month", date(2027, 1, 31), [1], 21.4),
    ("1 year", date(2027, 12, 31), [4], 18.4),
    ("2 years", date(2028, 12, 31), [8], 14.4),
    ("4 years", date(2030, 12, 31), [12], 10.4),
    ("5 years", date(2031, 12, 31), [13], 9.4),
    ("8 years", date(2034, 12, 31), [16], 6.4),
    ("9 years", date(2035, 12, 31), [17], 5.4),
    ("10 years", date(2036, 12, 31), [18], 5.0),
    ("20 years", date(2046, 12, 31), [14, 14], 8.4),
    ("50 years", date(2076, 12, 31), [20, 20, 18], 5.0),
)


@pytest.mark.slow
@pytest.mark.parametrize(("end", "columns", "name"), [one[1:] for one in LENGTHS], ids=[one[0] for one in LENGTHS])
def test_a_plan_of_any_length_has_columns_that_can_be_read(end: date, columns: list[int], name: float) -> None:
    start = date(2027, 1, 1)
    assert len(plan_columns(start, end)) == sum(columns)
    due = [min(end, start + timedelta(days=30 * step)) for step in range(620)]
    tables = planning_tables(planned(start, end, sorted(set(due))[:: max(1, len(set(due)) // 60)]))
    assert [len(grid_of(table)) - 3 for table in tables] == columns
    assert abs(grid_of(tables[0])[1] - name * TWIPS) <= 2
    for table in tables:
        assert abs(sum(grid_of(table)) - 25.7 * TWIPS) <= len(grid_of(table))


def test_far_columns_are_half_years_and_years_with_the_letter_of_the_milestone() -> None:
    dossier = planned(date(2027, 1, 1), date(2032, 12, 31), [date(2028, 3, 1), date(2030, 8, 1), date(2032, 1, 5)])
    (table,) = planning_tables(dossier)
    head, _, first, second, third = rows_of(table)
    quarters = [f"{year}Q{part}" for year in (2027, 2028) for part in (1, 2, 3, 4)]
    assert head[3:] == [*quarters, "2029H1", "2029H2", "2030H1", "2030H2", "2031", "2032"]
    assert [row[3:].index("K") for row in (first, second, third)] == [4, 11, 13]


def test_years_without_milestones_are_a_sentence_and_not_a_table() -> None:
    dossier = planned(date(2027, 1, 1), date(2046, 12, 31), [date(2028, 3, 1)])
    assert len(planning_tables(dossier)) == 1
    texts = [
        "".join(node.text or "" for node in one.iter(f"{W}t"))
        for one in body_of(build(dossier, DraftOptions(DAY)).data).iter(f"{W}p")
    ]
    # 28 columns in two tables of 14: 8 quarters, 4 half-years, 2031 and 2032; then 2033 up to 2046.
    assert "In 2033-2046 staan er geen mijlpalen." in texts
    assert "De mijlpalen staan per kwartaal, daarna per halfjaar en dan per jaar." in texts


# A party is 1.15 cm wide, or what the name leaves of 25.7 - 1.3 = 24.4 when it keeps 6.0: at least 0.5, so that 36 fit.
# 18.4 / 20 = 0.92; 18.4 / 36 and 18.4 / 30 in hundredths are 0.51 and 0.61, and leave 6.04 and 6.1.
@pytest.mark.parametrize(
    ("many", "columns", "name"),
    [(1, [1], 23.25), (15, [15], 7.15), (16, [16], 6.0), (36, [36], 6.04), (40, [20, 20], 6.0), (60, [30, 30], 6.1)],
)
def test_a_matrix_of_any_number_of_parties_can_be_read(many: int, columns: list[int], name: float) -> None:
    dossier = planned(date(2027, 1, 1), date(2028, 12, 31), [date(2027, 6, 1)])
    parties = {place: Party(id=place, name=f"Bedrijf {place}") for place in range(1, many + 1)}
    roles = {
        place: Veri(id=place, row=Ref("milestones", 1), party=Ref("parties", place), code=VeriCode.RAADPLEGEN)
        for place in parties
    }
    data = build(dossier.with_tables({"bodies": {}, "parties": parties, "veri": roles}), DraftOptions(DAY)).data
    check_widths(data)
    tables = [table for _, table in text_widths(body_of(data)) if title_of(table).startswith("VERI-matrix")]
    assert [len(grid_of(table)) - 2 for table in tables] == columns
    assert abs(grid_of(tables[0])[1] - name * TWIPS) <= 1


@pytest.mark.parametrize(
    ("needs", "fitted"),
    [
        # Half as wide: 500, 1,500 and 2,000. The first lacks 300; the others have 500 and 1,500 to spare: 15% of each.
        ((800, 1000, 500), [800, 1425, 1775]),
        # Of the 300 only 50 can be found.
        ((800, 1450, 2000), [550, 1450, 2000]),
        # No column gets more than three tenths of the text for a long word: 1,200 of 4,000, which is 700 of 2,000 more.
        ((3000, 1000, 500), [1200, 1325, 1475]),
        ((500, 1500, 2000), [500, 1500, 2000]),
    ],
)
def test_columns_on_a_narrow_page_have_room_for_their_words(needs: Sequence[float], fitted: Sequence[float]) -> None:
    assert narrowed([1000, 3000, 4000], [0, 0, 0], needs, 4000) == pytest.approx(fitted)


def test_a_number_has_room_before_any_word() -> None:
    """In proportion 500, 1,500 and 2,000. The number lacks 300, from 1,500 and 2,000 that have none: 3/7 and 4/7 of it.

    Then the words lack 328.6 and 171.4 and nobody has anything left.
    """
    found = narrowed([1000, 3000, 4000], [800, 0, 0], [0, 1700, 2000], 4000)
    assert found == pytest.approx([800, 1500 - 300 * 3 / 7, 2000 - 300 * 4 / 7])


@pytest.mark.slow
def test_no_head_is_cut_on_a_narrow_page() -> None:
    """Gehaald in bold 9.5 points is 655 twips, with the margins 895; in proportion 12.4 cm leaves it 879."""
    document = docx.Document()
    document.sections[0].left_margin = document.sections[0].right_margin = Cm(4.3)
    document.sections[0].page_width = Cm(21)
    template = io.BytesIO()
    document.save(template)
    region = dossier_of(SAMPLES / "voorbeeldregio-2027-2028.sto.json")
    made = build(region, DraftOptions(DAY, template=template.getvalue(), template_name="smal.docx")).data
    cells = [cell for cell in body_of(made).iter(f"{W}tc") if "".join(map(str, cell.itertext())) == "Gehaald"]
    assert cells
    assert min(number(cell.find(f"{W}tcPr/{W}tcW")) for cell in cells) >= 895


def test_columns_have_room_for_a_wide_font_on_our_own_page_too() -> None:
    """A word of twelve letters in a narrow column: the wide one beside it makes room, which it need not in Calibri."""
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("Handtekening", "wie"))
    table = (
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="{twips(16) - 1500}"/>'
        f"</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    )
    first = []
    for wider in (1.0, 1.44):
        body = etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{table}<w:sectPr/></w:body>')
        fit(body, OUR_PAGE, wider=wider)
        first.append(whole(body[0].find(f"{W}tblGrid/{W}gridCol"), "w"))
    assert first[0] == 1500 < 1700 < first[1]
