"""Widths of letters, where lines break, and what a style says of lines, reckoned by hand.

At a size of 2048 twips a letter is as wide as its number in the table of the font: `a` 981, a blank 463, `-` 627.
"""

from dataclasses import asdict
from typing import Any

import pytest
from lxml import etree

from sto_tui.documents.word.page_numbers.letter_widths import Face, face
from sto_tui.documents.word.page_numbers.lines import BREAK, TAB, Measure, Piece, chunks, line_count
from sto_tui.documents.word.page_numbers.style_looks import Look, Looks, TableLook
from sto_tui.documents.word.xml_reading import NAMESPACE

A, BLANK, HYPHEN, DASH = 981, 463, 627, 1020
PLAIN = face(bold=False, italic=False, size=2048, apart=0, capitals=False)


def test_widths_of_letters() -> None:
    assert PLAIN.width("aa") == 2 * A
    assert PLAIN.width("a-") == A + HYPHEN
    assert PLAIN.width("\u4e00") == 1100, "as wide as most, when it is not in the font"
    assert face(bold=True, italic=False, size=1024, apart=0, capitals=False).width("a") == 1011 / 2
    assert face(bold=False, italic=True, size=2048, apart=0, capitals=False).width("a") == 1053
    assert face(bold=True, italic=True, size=2048, apart=0, capitals=False).width("a") == 1011
    # Extra room comes after each letter; a capital A is 1185 wide.
    assert face(bold=False, italic=False, size=2048, apart=7, capitals=True).width("aa") == 2 * (1185 + 7)


def test_heights_of_lines() -> None:
    """1950 and 550 of 2048 above and below: at 210 twips 199.95 and 56.4."""
    assert (PLAIN.line, PLAIN.descent) == (2500, 550)
    small = Face("regular", 210, 0, capitals=False)
    assert (small.line, small.descent) == (200 + 56, 56)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("een twee", ["een ", "twee"]),
        ("een  twee ", ["een  ", "twee "]),
        ("mbo-school", ["mbo-", "school"]),
        ("en/of", ["en/of"]),
        ("2027–2028", ["2027–", "2028"]),
        ("31-03-2027", ["31-", "03-", "2027"]),
        # Not before a closing sign or another hyphen.
        ("x-)", ["x-)"]),
        ("x--y", ["x--", "y"]),
        ("a – b", ["a ", "– ", "b"]),
        ("of -klas", ["of ", "-", "klas"]),
        ("", []),
    ],
)
def test_where_a_line_may_end(text: str, parts: list[str]) -> None:
    assert ["".join(part) for part in chunks(text)] == parts


def lines(text: str, right: int, *, first: int = 0, left: int = 0) -> int:
    return line_count([(text, PLAIN)], Measure(first, left, right))


@pytest.mark.parametrize(
    ("text", "right", "count"),
    [
        # Two words of two letters, with a blank: 981 × 4 + 463 = 4387.
        ("aa aa", 4387, 1),
        ("aa aa", 4386, 2),
        # A blank at the end takes no room: 981 × 2 = 1962.
        ("aa ", 1962, 1),
        ("aa aa ", 4387, 1),
        ("aa-aa", 981 * 4 + 627, 1),
        ("aa-aa", 981 * 4 + 626, 2),
        # Longer than a line: cut where it falls, three letters on each of three lines.
        ("a" * 9, 2943, 3),
        ("a" * 9, 2942, 5),
        # On the line of a word before it a long word does not begin.
        ("a " + "a" * 3, 2943, 2),
        # One letter on each line when not even that fits.
        ("aaa", 500, 3),
        ("a" * 45, 45 * 981, 1),
        ("a" * 45, 45 * 981 - 1, 2),
    ],
)
def test_lines_of_a_text(text: str, right: int, count: int) -> None:
    assert lines(text, right) == count


def test_first_and_other_lines_begin_elsewhere() -> None:
    # The first line has room for three letters, the others for two words of one: 981 × 2 + 463 = 2425.
    assert lines("a a", 2425 + 100, first=100) == 1
    assert lines("a a", 2425 + 100, first=101) == 2
    assert lines("a a a a", 2425 + 100, left=100) == 2
    assert lines("a a a a", 2425 + 100, left=101) == 3


@pytest.mark.parametrize(
    ("pieces", "measure", "count"),
    [
        (("a", BREAK, "a"), Measure(0, 0, 5000), 2),
        (("a", BREAK), Measure(0, 0, 5000), 2),
        ((BREAK,), Measure(0, 0, 5000), 2),
        ((TAB,), Measure(0, 0, 5000), 1),
        # A word in two pieces stays one: 981 × 3 after `a `.
        (("a a", "aa"), Measure(0, 0, 4387), 1),
        (("a a", "aa"), Measure(0, 0, 4386), 2),
        # To the next multiple of 708 behind 981: 1416, and 981 more.
        (("a", TAB, "a"), Measure(0, 0, 1416 + 981), 1),
        (("a", TAB, "a"), Measure(0, 0, 1416 + 980), 2),
        # To a stop at 2000, and not to one at 981 or before it.
        (("a", TAB, "a"), Measure(0, 0, 2981, ((981, "left"), (2000, "left"))), 1),
        (("a", TAB, "a"), Measure(0, 0, 2980, ((981, "left"), (2000, "left"))), 2),
        # Hanging: the left of the other lines is a stop, but only for what stands before it.
        (("a", TAB, "a"), Measure(0, 1000, 1981), 1),
        (("a", TAB, "a"), Measure(0, 981, 1416 + 981), 1),
        (("a", TAB, "a"), Measure(0, 981, 1416 + 980), 2),
        # At the right: ends at 4000, so 981 × 3 fit behind 981 and 4 do not; blanks at the end do not count.
        (("a", TAB, "aaa "), Measure(0, 0, 9000, ((4000, "right"),)), 1),
        (("a", TAB, "aaaa"), Measure(0, 0, 9000, ((4000, "right"),)), 2),
        # No further than the edge, and only up to the next tab or break.
        (("a", TAB, "aaa"), Measure(0, 0, 3924, ((4000, "right"),)), 1),
        (("a", TAB, "aaa"), Measure(0, 0, 3923, ((4000, "right"),)), 2),
        (("a", TAB, "aaa", BREAK, "a"), Measure(0, 0, 9000, ((4000, "right"),)), 2),
    ],
)
def test_lines_of_pieces(pieces: tuple[str, ...], measure: Measure, count: int) -> None:
    told: list[Piece] = [(text, PLAIN) for text in pieces]
    assert line_count(told, measure) == count


# Styles.


def xml(text: str) -> Any:
    return etree.fromstring(f'<w:x xmlns:w="{NAMESPACE}">{text}</w:x>')


def style(identity: str, paragraph: str = "", characters: str = "", *, kind: str = "paragraph", more: str = "") -> str:
    inside = f"{more}<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{identity}">{inside}</w:style>'


def looks(*styles: str, defaults: str = "", numbering: str = "", theme: str = "") -> Looks:
    normal = '<w:style w:type="paragraph" w:styleId="N" w:default="1"/>'
    base = f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    fonts = etree.fromstring(f'<a:theme xmlns:a="{drawing}">{theme}</a:theme>') if theme else None
    return Looks(xml(base + normal + "".join(styles)), xml(numbering) if numbering else None, fonts)


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ('<w:spacing w:before="60" w:after="20"/>', Look(before=60, after=20)),
        ('<w:spacing w:line="300"/>', Look(line=300)),
        ('<w:spacing w:line="300" w:lineRule="atLeast"/>', Look(line=300, rule="atLeast")),
        ('<w:spacing w:afterAutospacing="1"/>', Look(foreign=True)),
        ('<w:spacing w:beforeAutospacing="1"/>', Look(foreign=True)),
        ('<w:ind w:left="100" w:right="50" w:firstLine="20"/>', Look(left=100, right=50, first=20, indented=True)),
        ('<w:ind w:start="100" w:end="50" w:hanging="20"/>', Look(left=100, right=50, first=-20, indented=True)),
        ("<w:keepNext/><w:keepLines/>", Look(keep_next=True, keep_lines=True)),
        ('<w:keepNext w:val="0"/><w:widowControl w:val="false"/>', Look(lonely_lines_moved=False)),
        ("<w:pageBreakBefore/><w:contextualSpacing/>", Look(new_page=True, contextual=True)),
        # Twelve eighths of a point are 30 twips, and four points 80.
        ('<w:pBdr><w:top w:val="single" w:sz="12" w:space="4"/></w:pBdr>', Look(border_above=110)),
        ('<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1"/></w:pBdr>', Look(border_below=30)),
        ('<w:pBdr><w:top w:val="nil" w:sz="12"/><w:bottom w:val="none" w:sz="12"/></w:pBdr>', Look()),
        (
            '<w:tabs><w:tab w:val="end" w:pos="900"/><w:tab w:val="start" w:pos="100"/></w:tabs>',
            Look(stops=((100, "left"), (900, "right"))),
        ),
        ('<w:tabs><w:tab w:val="right" w:pos="5"/></w:tabs>', Look(stops=((5, "right"),))),
        ('<w:tabs><w:tab w:val="center" w:pos="5"/></w:tabs>', Look(stops=((5, "left"),), foreign=True)),
        ('<w:jc w:val="right"/><w:outlineLvl w:val="1"/>', Look()),
        ("<w:framePr/>", Look(foreign=True)),
        # Without room for its sign a list pushes the text on; list 0 is none.
        ("<w:numPr/>", Look(listed=True, foreign=True)),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', Look()),
        ('<w:ind w:hanging="20"/><w:numPr/>', Look(first=-20, indented=True, listed=True)),
    ],
)
def test_what_properties_say_of_a_paragraph(properties: str, look: Look) -> None:
    assert asdict(looks().paragraph(xml(f"<w:pPr>{properties}</w:pPr>")[0])) == asdict(look)


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ("<w:b/><w:i/><w:caps/>", Look(bold=True, italic=True, capitals=True)),
        ('<w:b w:val="off"/>', Look()),
        ('<w:sz w:val="21"/><w:spacing w:val="40"/>', Look(size=210, apart=40)),
        ('<w:rFonts w:ascii="Calibri"/>', Look(font="Calibri")),
        ('<w:rFonts w:asciiTheme="minorHAnsi"/>', Look(font="Carlito")),
        ('<w:rFonts w:asciiTheme="majorAscii"/>', Look(font="Arial")),
        ('<w:rFonts w:asciiTheme="majorBidi"/>', Look()),
        ('<w:kern w:val="0"/>', Look()),
        ('<w:kern w:val="14"/>', Look(foreign=True)),
        ('<w:color w:val="FF0000"/><w:u w:val="single"/>', Look()),
        ("<w:smallCaps/>", Look(foreign=True)),
        ('<w:rStyle w:val="C"/><w:sz w:val="20"/>', Look(bold=True)),
        ('<w:rStyle w:val="X"/>', Look()),
    ],
)
def test_what_properties_say_of_a_run(properties: str, look: Look) -> None:
    font = '<a:{0}Font><a:latin typeface="{1}"/></a:{0}Font>'.format
    theme = font("minor", "Carlito") + font("major", "Arial")
    known = looks(style("C", "", "<w:b/>", kind="character"), theme=theme)
    assert asdict(known.with_characters(Look(), xml(f"<w:rPr>{properties}</w:rPr>")[0])) == asdict(look)
    assert asdict(known.with_characters(Look(), None)) == asdict(Look())


def test_a_style_adds_to_what_it_is_based_on() -> None:
    known = looks(
        style("A", '<w:spacing w:before="60"/><w:tabs><w:tab w:val="left" w:pos="5"/></w:tabs>', "<w:b/>"),
        style("B", '<w:tabs><w:tab w:val="clear" w:pos="5"/></w:tabs>', "", more='<w:basedOn w:val="A"/>'),
        defaults='<w:rFonts w:ascii="Calibri"/>',
    )
    based = known.style("B")
    assert (based.before, based.bold, based.stops, based.font, based.known) == (60, True, (), "Calibri", True)
    assert asdict(known.style("nergens")) == asdict(Look(font="Calibri"))
    own = known.paragraph(xml('<w:pPr><w:pStyle w:val="A"/><w:spacing w:after="9"/></w:pPr>')[0])
    assert (own.before, own.after, own.stops) == (60, 9, ((5, "left"),))
    # The same properties on another style, or other ones on the same, are another look.
    other = known.paragraph(xml('<w:pPr><w:pStyle w:val="B"/><w:spacing w:after="9"/></w:pPr>')[0])
    more = known.paragraph(xml('<w:pPr><w:pStyle w:val="A"/><w:spacing w:after="8"/></w:pPr>')[0])
    assert (other.stops, more.after) == ((), 8)
    assert known.paragraph(None) == known.paragraph(xml('<w:pPr><w:jc w:val="left"/></w:pPr>')[0]) == known.style("N")


def test_a_list_indents_what_has_no_indent_of_its_own() -> None:
    level = '<w:lvl w:ilvl="{}"><w:pPr><w:ind w:left="{}" w:hanging="40"/></w:pPr></w:lvl>'.format
    numbering = (
        f'<w:abstractNum w:abstractNumId="3">{level(0, 100)}{level(1, 200)}<w:lvl w:ilvl="2"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="9"/></w:num>'
    )
    number = '<w:numPr>{}<w:numId w:val="{}"/></w:numPr>'.format
    known = looks(numbering=numbering)

    def left(properties: str) -> int:
        found = known.paragraph(xml(f"<w:pPr>{properties}</w:pPr>")[0])
        assert found.listed
        return found.left

    deeper = number('<w:ilvl w:val="1"/>', 7)
    assert [left(one) for one in (number("", 7), deeper, number('<w:ilvl w:val="2"/>', 7), number("", 8))] == [
        100, 200, 0, 0,
    ]  # fmt: skip
    indented = looks(style("I", '<w:ind w:left="50"/>'), numbering=numbering)
    assert indented.paragraph(xml(f'<w:pPr><w:pStyle w:val="I"/>{deeper}</w:pPr>')[0]).left == 50


@pytest.mark.parametrize(
    ("look", "measure", "height"),
    [
        (Look(left=100, first=-40, right=30), Measure(60, 100, 970), (200, 0)),
        # The sign of a list stands in the room before the text.
        (Look(left=100, first=-40, listed=True), Measure(100, 100, 1000), (200, 0)),
        # 276 of 240 is 115 percent: 230 of 200, of which 30 may hang over; less than one does not.
        (Look(line=276), Measure(0, 0, 1000), (230, 30)),
        (Look(line=120), Measure(0, 0, 1000), (100, 0)),
        (Look(line=201, rule="atLeast"), Measure(0, 0, 1000), (201, 0)),
        (Look(line=199, rule="atLeast"), Measure(0, 0, 1000), (200, 0)),
    ],
)
def test_the_lines_of_a_look(look: Look, measure: Measure, height: tuple[int, int]) -> None:
    assert look.measure(1000) == measure
    assert look.line_height(200) == height


@pytest.mark.parametrize(
    ("font", "foreign", "known"),
    [("Calibri", False, True), ("Carlito", False, True), ("Arial", False, False), ("Calibri", True, False)],
)
def test_only_calibri_can_be_measured(font: str, foreign: bool, known: bool) -> None:
    assert Look(font=font, foreign=foreign).known is known


def test_a_wide_font_is_measured_on_average() -> None:
    """An a is 981 of 2048 in Calibri: at 10 pt (200 twips) 574.8, 575 sixths of a twip; Verdana 1.22 times that."""
    assert Look(font="Calibri").face.width("a") == pytest.approx(575 / 6)
    assert Look(font="Verdana").face.width("a") == pytest.approx(575 / 6 * 1.22)
    assert Look(font="Arial", foreign=True).estimated
    assert not Look(font="Bedrijfsletter").estimated


def test_borders_and_room_in_the_cells_of_a_table() -> None:
    """In eighths of a point: 8 are 20 twips, 4 are 10, 6 are 15."""
    line = '<w:{} w:val="{}" w:sz="{}"/>'.format
    borders = line("top", "single", 8) + line("bottom", "single", 4) + line("insideH", "single", 6)
    margins = '<w:tblCellMar><w:top w:w="17"/><w:left w:w="51"/></w:tblCellMar>'
    under = f"<w:tcPr><w:tcBorders>{line('bottom', 'single', 12)}</w:tcBorders></w:tcPr>"
    head = f'<w:tblStylePr w:type="firstRow">{under}</w:tblStylePr>'
    known = looks(
        f'<w:style w:styleId="T"><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>{head}</w:style>',
        f'<w:style w:styleId="U"><w:tblPr><w:tblBorders>{line("top", "nil", 8)}</w:tblBorders></w:tblPr></w:style>',
    )
    assert known.table("T") == TableLook(above=20, below=10, between=15, under_head=30, top=17, left=51)
    assert known.table("U") == known.table("nergens") == TableLook()
