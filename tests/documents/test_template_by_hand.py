"""What of a template is taken over, piece by piece: its page, its styles and lists, and what is fitted to it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from sto_tui.documents.file_names import (
    decision_list_names,
    draft_name,
    free_pair,
    free_party_sheet,
    free_path,
    free_plan_file,
)
from sto_tui.documents.word import DraftOptions
from sto_tui.documents.word.fit_to_page import fit
from sto_tui.documents.word.page_size import OUR_PAGE, PageSetup
from sto_tui.documents.word.schema_order import put_in_order
from sto_tui.documents.word.table_letters import set_as_wide
from sto_tui.documents.word.template_page import page_of, sheet_of
from sto_tui.documents.word.template_styles import has_list, sound_numbering, sound_styles, tab_stops
from sto_tui.documents.word.xml_reading import NAMESPACE, W, value, whole
from tests.support.by_hand import dossier_with

DAY = date(2026, 11, 22)
CM = 567
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def xml(text: str) -> etree._Element:
    """`<w:…>` as an element."""
    return etree.fromstring(f'<w:x xmlns:w="{NAMESPACE}" xmlns:wp="{_DRAWING}">{text}</w:x>')[0]


def brief(root: etree._Element) -> list[str]:
    """Every element under it, by its name and value."""
    return [f"{etree.QName(one).localname} {value(one)}".strip() for one in root.iterdescendants()]


# Names.


def test_a_name_has_the_part_region_period_and_day() -> None:
    dossier = dossier_with(name="Noord-Veluwe & Zo")
    assert draft_name(dossier, DraftOptions(DAY)) == "plan-noord-veluwe-zo-2027-2028-20261122.docx"
    assert (
        draft_name(dossier, DraftOptions(DAY, "regiovisie"), 2)
        == "regiovisie-noord-veluwe-zo-2027-2028-20261122-2.docx"
    )
    long = draft_name(dossier_with(name="a" * 84), DraftOptions(DAY))
    assert long == f"plan-{'a' * 84}.docx", "no longer than 90, and no dash at the end"


def test_a_name_that_is_taken_gets_the_next_number(tmp_path: Path) -> None:
    dossier, options = dossier_with(), DraftOptions(DAY)
    stem = "plan-proefland-2027-2028-20261122"
    for wanted in (f"{stem}.docx", f"{stem}-2.docx", f"{stem}-3.docx"):
        path = free_path(tmp_path, dossier, options)
        assert path.name == wanted
        path.touch()
    assert decision_list_names(DAY, 1) == ("2026-11-22-besluiten-en-acties.docx", "2026-11-22-besluiten-en-acties.md")
    (tmp_path / "2026-11-22-besluiten-en-acties.md").touch()
    (tmp_path / "2026-11-22-besluiten-en-acties-2.docx").symlink_to(tmp_path / "nergens")
    assert [path.name for path in free_pair(tmp_path, DAY)] == list(decision_list_names(DAY, 3))
    for wanted in ("rollen-mbo-a-2026-11-22.docx", "rollen-mbo-a-2026-11-22-2.docx", "rollen-mbo-a-2026-11-22-3.docx"):
        path = free_party_sheet(tmp_path, "Mbo A", DAY)
        assert path.name == wanted
        path.touch()
    stem = "werkmap-proefland-2027-2028-20261122"
    for wanted in (f"{stem}.xlsx", f"{stem}-2.xlsx", f"{stem}-3.xlsx"):
        path = free_plan_file(tmp_path, "werkmap", dossier, DAY, ".xlsx")
        assert path.name == wanted
        path.touch()
    assert free_party_sheet(tmp_path, "&", DAY).name == "rollen-partij-2026-11-22.docx"
    assert free_party_sheet(tmp_path, "b" * 61, DAY).name == f"rollen-{'b' * 60}-2026-11-22.docx"


# Its page.


def section(width: float, height: float, side: float = 2, above: float = 2, more: str = "") -> etree._Element:
    """A section by its measures in centimetres."""
    margins = f'w:top="{round(above * CM)}" w:bottom="{round(above * CM)}"'
    margins += f' w:left="{round(side * CM)}" w:right="{round(side * CM)}"'
    size = f'<w:pgSz w:w="{round(width * CM)}" w:h="{round(height * CM)}"/>'
    return xml(f"<w:sectPr>{size}<w:pgMar {margins} {more}/></w:sectPr>")


def test_what_a_section_leaves_out_is_as_with_us() -> None:
    assert sheet_of(xml("<w:sectPr/>")) == OUR_PAGE.upright
    sheet = sheet_of(section(20, 30, 3, -1.5, 'w:header="284" w:footer="283" w:gutter="100"'))
    assert sheet is not None
    # A negative margin above says something about the header; half a centimetre (284) is the least of an edge.
    assert (sheet.width, sheet.height, sheet.left, sheet.top, sheet.gutter) == (11340, 17010, 1701, 850, 100)
    assert (sheet.header, sheet.footer) == (284, OUR_PAGE.upright.footer)
    assert (sheet.text, sheet.text_cm, sheet.lying) == (11340 - 2 * 1701 - 100, 13.82, False)


@pytest.mark.parametrize(
    ("width", "height", "more", "sensible"),
    [
        (56, 20, "", True),
        (56.01, 20, "", False),
        (20, 56, "", True),
        (20, 56.01, "", False),
        (0, 20, "", False),
        (20, 0, "", False),
        (20, 30, 'w:gutter="-1"', False),
        (20, 30, f'w:gutter="{16 * CM - 1}"', True),
        (20, 30, f'w:gutter="{16 * CM}"', False),
        (4, 20, "", False),
    ],
)
def test_a_sheet_that_makes_no_sense(width: float, height: float, more: str, sensible: bool) -> None:
    assert (sheet_of(section(width, height, more=more)) is not None) is sensible


@pytest.mark.parametrize(
    ("sections", "upright", "lying"),
    [
        ([], (11906, 16838), (16838, 11906)),
        # The last in a direction counts; one that lacks is the other, turned.
        ([section(20, 30), section(21, 29)], (21, 29), (29, 21)),
        ([section(30, 20)], (20, 30), (30, 20)),
        ([section(20, 30), section(31, 22)], (20, 30), (31, 22)),
        # 18 cm of text lying and 12 upright is the least; what is narrower gives way or is refused.
        ([section(22, 22)], (22, 22), (22, 22)),
        ([section(16, 22)], (16, 22), (22, 16)),
        ([section(15.99, 22)], None, None),
        ([section(16, 21.99)], None, None),
        ([section(20, 30), section(21.9, 21)], (20, 30), (30, 20)),
        # 10 cm of text is the least height.
        ([section(20, 30), section(31, 14)], (20, 30), (31, 14)),
        ([section(20, 30), section(31, 13.99)], None, None),
        ([section(0, 0)], None, None),
    ],
)
def test_the_page_of_a_template(
    sections: list[etree._Element], upright: tuple[float, float] | None, lying: tuple[float, float] | None
) -> None:
    page = page_of(sections)
    found = page and [(sheet.width, sheet.height) for sheet in (page.upright, page.lying)]
    scale = CM if sections else 1
    wanted = upright and lying and [(round(w * scale), round(h * scale)) for w, h in (upright, lying)]
    assert found == wanted


# What is fitted to it.


def body(*blocks: str) -> etree._Element:
    """Blocks on one upright page of 20 cm."""
    return xml(f'<w:body>{"".join(blocks)}<w:sectPr><w:pgSz w:w="11340" w:h="17010"/></w:sectPr></w:body>')


def grid(*widths: int, cells: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    size = f'<w:tblPr><w:tblW w:w="{sum(widths)}"/></w:tblPr>'
    return f"<w:tbl>{size}<w:tblGrid>{columns}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


def other_page(text: int) -> PageSetup:
    """A page whose text is so wide."""
    wide = OUR_PAGE.upright.width + text - OUR_PAGE.upright.text
    upright = sheet_of(xml(f'<w:sectPr><w:pgSz w:w="{wide}"/></w:sectPr>'))
    assert upright is not None
    return PageSetup(upright, upright.turned())


OURS = OUR_PAGE.upright.text


@pytest.mark.parametrize(
    ("widths", "fitted"),
    [
        # Our text is 9070 twips wide; a table that fills it up to 40 more or less fills the other.
        ((3000, OURS - 3000), (2646, 5354)),
        ((3000, OURS - 3040), (2658, 5342)),
        ((3000, 5000), (3000, 5000)),
        ((3000, 5001), (3000, 5000)),
        ((1000, 1000), (1000, 1000)),
    ],
)
def test_a_table_that_fills_our_text_fills_the_other(widths: tuple[int, ...], fitted: tuple[int, ...]) -> None:
    assert OURS == 9070
    found = body(grid(*widths))
    fit(found, other_page(8000), wider=1.44)
    assert tuple(whole(one, "w") for one in found.iter(f"{W}gridCol")) == fitted
    assert whole(found.find(f"{W}tbl/{W}tblPr/{W}tblW"), "w") == sum(fitted)


def test_cells_follow_their_columns_also_over_several() -> None:
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="1"/>{span}</w:tcPr></w:tc>' for span in ('<w:gridSpan w:val="2"/>', ""))
    found = body(grid(3000, 3000, OURS - 6000, cells=cells))
    fit(found, other_page(2 * OURS), wider=1.44)
    assert [whole(one, "w") for one in found.iter(f"{W}gridCol")] == [6000, 6000, 2 * OURS - 12000]
    assert [whole(one, "w") for one in found.iter(f"{W}tcW")] == [12000, 2 * OURS - 12000]


@pytest.mark.parametrize(
    ("twips", "fitted"),
    [(OURS, 8000), (OURS - 40, 8000), (OURS + 40, 8000), (8000, 8000), (8001, 8000), (7000, 7000)],
)
def test_a_drawing_is_as_wide_as_the_text_or_smaller(twips: int, fitted: int) -> None:
    found = body(f'<w:p><wp:inline><wp:extent cx="{twips * 635}"/></wp:inline></w:p>')
    fit(found, other_page(8000), wider=1.44)
    (extent,) = found.iter(f"{{{_DRAWING}}}extent")
    assert extent.get("cx") == str(fitted * 635)


def test_a_small_drawing_stays_small_on_a_wide_page() -> None:
    for twips, fitted in ((OURS - 41, OURS - 41), (OURS - 40, 2 * OURS), (OURS + 41, OURS + 41)):
        found = body(f'<w:p><wp:inline><wp:extent cx="{twips * 635}"/></wp:inline></w:p>')
        fit(found, other_page(2 * OURS), wider=1.44)
        assert next(found.iter(f"{{{_DRAWING}}}extent")).get("cx") == str(fitted * 635)


def test_each_section_has_its_own_width() -> None:
    """A lying page of ours has room for 14570 twips; a table of that width stands before its end."""
    lying = OUR_PAGE.lying.text
    end = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="17010" w:h="11340"/></w:sectPr></w:pPr></w:p>'
    page = other_page(8000)
    found = body(grid(lying), end, grid(lying), grid(OURS))
    fit(found, page, wider=1.44)
    assert [whole(one, "w") for one in found.iter(f"{W}gridCol")] == [page.lying.text, 8000, 8000]


def test_a_date_and_a_span_of_years_stay_on_one_line_in_a_wide_font() -> None:
    """A digit is 96.3 twips and a hyphen 58.1: 17-09-2026 is 886 wide, times 1.44 with 240 beside it 1517."""
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("17-09-2026", "a b " * 40))
    found = body(
        f'<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="8172"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
    )
    fit(found, OUR_PAGE, wider=1.44)
    assert whole(next(found.iter(f"{W}gridCol")), "w") in range(1500, 1535)


def test_letters_in_tables_are_as_wide_as_with_us() -> None:
    """Verdana is 1.22 times as wide as Calibri: 9.5 / 1.22 = 7.79, to half a point 8; 7.5 becomes 7 and not 6.15."""

    def sizes(name: str, font: str) -> list[str]:
        style = xml(
            f'<w:style><w:name w:val="{name}"/><w:rPr><w:b/><w:sz w:val="19"/><w:szCs w:val="15"/></w:rPr></w:style>'
        )
        set_as_wide([style], font)
        return [value(size) for size in style.iterfind(f"{W}rPr/*")][1:]

    assert sizes("STO Tabeltekst", "Verdana") == ["16", "14"]
    assert sizes("STO Tabeltekst", "Calibri") == sizes("STO Tabeltekst", "Onbekend") == ["19", "15"]
    assert sizes("STO Kader", "Verdana") == ["19", "15"]


# Its styles and lists.


def styles(*parts: str) -> etree._Element:
    return xml(f"<w:styles>{''.join(parts)}</w:styles>")


def style(identity: str, name: str, inside: str = "", *, kind: str = "paragraph", default: str = "") -> str:
    named = f'<w:name w:val="{name}"/>' if name else ""
    begin = f' w:default="{default}"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{begin}>{named}{inside}</w:style>'


def lists(*numbers: int, definitions: str = "") -> etree._Element:
    known = "".join(f'<w:abstractNum w:abstractNumId="{number}"/>' for number in numbers)
    uses = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in numbers)
    return xml(f"<w:numbering>{known}{definitions}{uses}</w:numbering>")


def sound(*parts: str, numbering: etree._Element | None = None) -> tuple[etree._Element, Mapping[str, str]]:
    return sound_styles(styles(*parts), lists() if numbering is None else numbering)


def test_lists_lead_to_a_definition_and_are_none_of_ours() -> None:
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{to}"/></w:num>'
        for number, to in (("1", "1"), ("1", "2"), ("2", "9"), ("901", "1"), ("902", "1"), ("x", "1"), ("3", "2"))
    )
    known = "".join(f'<w:abstractNum w:abstractNumId="{number}"/>' for number in ("1", "1", "2", "901", "y"))
    root = sound_numbering(xml(f"<w:numbering>{uses}{known}</w:numbering>"))
    assert [value(one, "abstractNumId") for one in root.findall(f"{W}abstractNum")] == ["1", "2"]
    assert [value(one, "numId") for one in root.findall(f"{W}num")] == ["1", "3"]
    assert len(sound_numbering(None)) == 0
    assert len(sound_numbering(xml("<w:styles><w:num/></w:styles>"))) == 0


def test_second_styles_go_and_their_ids_stand_for_the_first() -> None:
    root, ids = sound(
        style("A", "Alinea"), style("B", "ALINEA"), style("A", "Anders"), style("", "Leeg"), style("C", ""),
        style("D", "Vreemd", kind="onbekend"), style("E", "Alinea", kind="character"),
    )  # fmt: skip
    assert ids == {"A": "A", "B": "A", "C": "C", "D": "D", "E": "E"}
    assert [(value(one, "styleId"), value(one, "type"), value(one.find(f"{W}name"))) for one in root] == [
        ("A", "paragraph", "Alinea"),
        ("C", "paragraph", "C"),
        ("D", "paragraph", "Vreemd"),
        ("E", "character", "Alinea"),
    ]


def test_styles_refer_to_styles_that_are_there_and_never_in_a_ring() -> None:
    based = '<w:basedOn w:val="{}"/><w:next w:val="{}"/>'.format
    root, _ = sound(
        style("A", "a", based("B", "Nergens")),
        style("B", "b", based("C", "A")),
        style("C", "c", based("A", "T")),
        style("T", "t", based("A", "A"), kind="table"),
    )
    assert [brief(one)[1:] for one in root] == [["basedOn B"], ["basedOn C", "next A"], ["next T"], ["next A"]]


def test_one_style_of_a_kind_is_the_default() -> None:
    root, _ = sound(
        style("A", "a", default="0"),
        style("B", "b", default="1"),
        style("C", "c", default="true"),
        style("D", "d", kind="table", default="on"),
    )
    assert [value(one, "default") for one in root] == ["0", "1", "", "on"]


def test_headings_lose_their_number_and_others_a_list_that_is_gone() -> None:
    number = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'.format
    numbering = lists(
        1, definitions='<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:pStyle w:val="H"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:pStyle w:val="L"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="Nergens"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="L"/></w:abstractNum>',
    )  # fmt: skip
    root, _ = sound(
        style("H", "Heading 1", number("1")),
        style("S", "Normal", number("1")),
        style("B", "Caption", '<w:basedOn w:val="L"/>'),
        style("L", "lijst", number("1")),
        style("N", "geen", number("0")),
        style("G", "weg", number("7")),
        style("D", "dieper", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'),
        numbering=numbering,
    )
    listed = {value(one, "styleId"): [value(numbered) for numbered in one.iter(f"{W}numId")] for one in root}
    assert listed == {"H": [], "S": [], "B": ["0"], "L": ["1"], "N": ["0"], "G": [], "D": []}
    assert [value(one) for one in numbering.iter(f"{W}pStyle")] == ["L"]
    assert [value(one) for one in numbering.iter(f"{W}styleLink")] == ["L"]
    assert {identity: has_list(root, identity) for identity in "HBLNGDX"} == {
        "H": False, "B": False, "L": True, "N": False, "G": False, "D": False, "X": False,
    }  # fmt: skip
    assert len(list(root.iter(f"{W}ilvl"))) == 1


def test_tab_stops_of_a_style_and_of_what_it_is_based_on() -> None:
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="{}"/><w:tab w:val="left" w:pos="{}"/></w:tabs></w:pPr>'.format
    root = styles(
        style("A", "a", tabs(300, "x")), style("B", "b", f'<w:basedOn w:val="A"/>{tabs(-100, 300)}'), style("C", "c")
    )
    assert [tab_stops(root, identity) for identity in "ABC"] == [[300], [-100, 300], []]


def test_elements_stand_in_the_order_of_the_standard() -> None:
    root = xml(
        '<w:pPr><w:jc w:val="left"/><w:vreemd/><w:keepNext/><w:jc w:val="right"/><w:pStyle w:val="A"/>'
        "<wp:extent/><w:tabs><w:tab/><w:tab/></w:tabs></w:pPr>"
    )
    put_in_order(root)
    assert brief(root) == ["pStyle A", "keepNext", "tabs", "tab", "tab", "jc left", "extent"]
    line = xml('<w:p><w:r><w:t/></w:r><w:pPr><w:jc w:val="left"/></w:pPr><w:pPr/></w:p>')
    put_in_order(line)
    assert brief(line) == ["pPr", "jc left", "r", "t"]
    ends = xml('<w:sectPr><w:pgSz/><w:footerReference w:type="1"/><w:headerReference/><w:footerReference/></w:sectPr>')
    put_in_order(ends)
    assert brief(ends) == ["footerReference", "headerReference", "footerReference", "pgSz"]


@pytest.mark.parametrize(
    ("written", "number"), [("12", 12), ("12.5", 12), ("13.6", 14), ("", 7), ("x", 7), ("1e999", 7), ("-3", -3)]
)
def test_whole_numbers_of_others(written: str, number: int) -> None:
    assert whole(xml(f'<w:sz w:val="{written}"/>'), default=7) == number
    assert whole(None, default=7) == 7
