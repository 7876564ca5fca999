"""The pages of the contents: how lines break, what stands between paragraphs, where pages end."""

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.parser import parse_xml

from benchmarks.drafts import dossier_of
from benchmarks.made_up import made_up
from benchmarks.pages import compared, entries, in_libreoffice, total
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.assembly import opened
from sto_tui.documents.word.page_numbers import layout_of, looks_of, settled_headings
from sto_tui.documents.word.page_numbers.atoms import Atom
from sto_tui.documents.word.page_numbers.layout import Layout, column_edges
from sto_tui.documents.word.page_numbers.letter_widths import Face, face
from sto_tui.documents.word.page_numbers.lines import TAB, Measure, Stop, line_count
from sto_tui.documents.word.page_numbers.paging import certain_pages, pages_of, settle_tables
from sto_tui.documents.word.writer import bound_to_next, kept_together
from sto_tui.documents.word.xml_reading import NAMESPACE
from sto_tui.documents.word.xml_writing import cell, paragraph, row, run, table
from tests.conftest import SAMPLES
from tests.support.word_templates import HEADER, STYLES, Parts, changed, house_parts, pack

DAY = date(2026, 11, 22)
ALMERE = SAMPLES / "almere-2020-2023.sto.json"
VOORBEELDREGIO = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
PAGE = 1000


# Lines. In 10.24 pt (204.8 twips) a letter of 1000 units would be 100 twips; widths are those of Carlito.


def regular(size: int = 210) -> Face:
    return face(bold=False, italic=False, size=size, apart=0, capitals=False)


def lines(text: str, width: float, *, bold: str = "") -> int:
    pieces = [(text, regular())]
    if bold:
        pieces.append((bold, face(bold=True, italic=False, size=210, apart=0, capitals=False)))
    return line_count(pieces, Measure(0, 0, round(width)))


def test_letters_are_as_wide_as_those_of_carlito() -> None:
    # In 1/2048 em: a 981, m 1636, space 463. At 10.5 pt (210 twips) that is 603.54, 1,006.52 and 284.85 sixths of a
    # twip, and each is rounded: 604, 1,007 and 285.
    assert regular().width("a") == pytest.approx(604 / 6)
    assert regular().width("am ") == pytest.approx((604 + 1007 + 285) / 6)
    # Ascent 1950 and descent 550, each rounded to whole twips: 200 + 56.
    assert regular().line == 256


def test_letters_that_are_set_as_one_sign_are_narrower() -> None:
    # t 686 and i 470 apart; tt together 1299, tti 1753, ft 1261 (f 625).
    assert regular(2048).width("att") == 981 + 1299
    assert regular(2048).width("tti") == 1753, "the longest sign first"
    assert regular(2048).width("ft") == 1261
    spaced = face(bold=False, italic=False, size=2048, apart=10, capitals=False)
    assert spaced.width("tt") == 2 * 686 + 20, "not when they stand apart"


def test_a_line_ends_at_a_space_and_the_space_does_not_count() -> None:
    width = regular().width("regio Almere")
    assert lines("regio Almere", width + 1) == 1
    assert lines("regio Almere ", width + 1) == 1
    assert lines("regio Almere", width - 1) == 2
    assert lines("", 500) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("vmbo-school", 2),  # after a hyphen
        ("VERI-2027", 2),
        ("31-03-2027", 2),
        ("en/of", 1),
        ("1/2027", 1),
        ("2027–2028", 2),
        ("mbo–", 1),
        ("vmbo-)", 1),
    ],
)
def test_a_line_may_end_within_a_word(text: str, count: int) -> None:
    """The text after a word that fills all but a little of the line: what may break leaves its first part there."""
    before = "woord "
    first = re.match(r".*?[-/–]", text)
    assert first is not None
    room = regular().width(before + first[0]) + 1
    whole = regular().width(text)
    if count == 2:
        assert lines(before + text, room) == 2
        assert lines(before + text, max(room, whole) + 1) <= 2
    else:
        # It goes to the next line as a whole, which is as long as this one.
        assert lines(before + text + " x", max(room, whole) + 1) == 2


def test_a_word_that_is_longer_than_a_line_is_cut() -> None:
    # m is 1636 * 210 / 2048 = 167.75 twips: three on a line of 510 twips, so ten take four lines.
    assert lines("m" * 10, 510) == 4
    assert lines("a " + "m" * 10, 510) == 5, "it begins on a line of its own"


def test_bold_in_a_line_is_measured_bold() -> None:
    plain = regular().width("Te controleren. Of dit genoeg is")
    both = lines("Of dit genoeg is", plain + 1, bold=" Te controleren.")
    assert both == 2, "bold is wider"


def test_a_tab_goes_to_its_stop_and_a_right_tab_ends_there() -> None:
    number = regular()
    stops: tuple[Stop, ...] = ((400, "left"), (2000, "right"))
    measure = Measure(0, 0, 2000, stops)
    room = 2000 - 400 - number.width("12")
    fits = "i" * int(room // number.width("i"))
    assert line_count([("1", number), (TAB, number), (fits, number), (TAB, number), ("12", number)], measure) == 1
    assert (
        line_count([("1", number), (TAB, number), (fits + "ii", number), (TAB, number), ("12", number)], measure) == 2
    )


# Pages, of atoms with heights that are easy to add.


def atoms(*heights: int, gap: int = 0, keep: Sequence[int] = ()) -> list[Atom]:
    """Lines of these heights; those in `keep` stay with the one before."""
    return [Atom(height, gap if number else 0, PAGE, number not in keep) for number, height in enumerate(heights)]


def test_what_does_not_fit_goes_to_the_next_page() -> None:
    # 400 + 600 = 1000 fits just; the third begins page 2.
    assert pages_of(atoms(400, 600, 1)) == [1, 1, 2]


def test_room_above_is_dropped_at_the_top_of_a_page_but_not_after_a_page_break() -> None:
    # Page 1: 500 + 100 + 400 = 1000. Page 2 without room above: 900 + 100 = 1000, so both stand there.
    falling = [
        Atom(500, 0, PAGE, True),
        Atom(400, 100, PAGE, True),
        Atom(900, 100, PAGE, True),
        Atom(100, 0, PAGE, True),
    ]
    assert pages_of(falling) == [1, 1, 2, 2]
    falling[2].new_page, falling[2].before = True, 100
    assert pages_of(falling) == [1, 1, 2, 3]


def test_a_chain_moves_whole_and_one_longer_than_a_page_breaks_where_it_ends() -> None:
    assert pages_of(atoms(600, 100, 200, 200, keep=(2, 3))) == [1, 2, 2, 2]
    # 300 is kept with 900: together more than a page, so they move to page 2 and break there.
    assert pages_of(atoms(600, 300, 900, keep=(2,))) == [1, 2, 3]


def test_a_table_that_goes_on_begins_with_its_head() -> None:
    found = atoms(300, 500, 500, 500)
    for row_atom in found[1:]:
        row_atom.head = 300
    # Page 1: 300 + 500. Page 2: the head 300 + 500, and the next 500 no longer fits.
    assert pages_of(found) == [1, 1, 2, 3]


def test_a_heading_that_may_not_fit_begins_the_next_page() -> None:
    """Lines with a letter that Calibri lacks may be a third higher: at the foot of a page nobody knows what fits."""
    mended = 0
    for count in range(20, 60):
        document = opened(DraftOptions(DAY)).document
        for _ in range(count):
            document.add_paragraph("\u4e2d")
        heading = document.add_paragraph("Kop", style="Heading 1")
        document.element.body.xpath("w:p")[-1].insert(
            0, parse_xml(f'<w:bookmarkStart xmlns:w="{NAMESPACE}" w:id="1" w:name="_Kop"/>')
        )
        atoms = layout_of(document).atoms
        doubtful = certain_pages(atoms)[-1] is None
        settled = settled_headings(document, atoms)[-1]
        assert bool(heading.paragraph_format.page_break_before) == (doubtful and settled is not None)
        mended += doubtful and settled is not None
    assert mended > 0


def test_no_number_where_a_little_more_room_would_make_it_another() -> None:
    assert certain_pages(atoms(400, 590, 500)) == [1, 1, 2]
    assert certain_pages(atoms(400, 598, 300)) == [1, None, 2], "998 of 1000 twips"


# Documents.


def measured(*blocks: str) -> Layout:
    base = opened(DraftOptions(DAY))
    body = parse_xml(
        f'<w:body xmlns:w="{NAMESPACE}">{"".join(blocks)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1531" w:right="1417" w:bottom="1361" w:left="1417"/></w:sectPr></w:body>'
    )
    layout = Layout(looks_of(base.document.part))
    layout.measure(body)
    return layout


def test_between_paragraphs_stands_the_larger_of_after_and_before() -> None:
    found = measured(*(paragraph(style, run("x")) for style in ("Normal", "Heading2", "Normal", "Normal"))).atoms
    # Normal has 6 pt (120 twips) after it, Heading2 18 pt (360) before and 5 pt (100) after.
    assert [atom.gap for atom in found] == [0, 360, 100, 120]
    # 10.5 pt times 2500/2048 times 1.15 = 294.8, so 295; 14 pt: 341.8, one more than 342 because it has no extra room.
    assert [atom.height for atom in found] == [295, 343, 295, 295]
    assert [atom.may_break for atom in found] == [True, True, False, True], "a heading stays with its text"


def rows_of(count: int, text: str = "x") -> list[str]:
    return [row([cell(16.0, [paragraph("STOTabeltekst", run(text))])]) for _ in range(count)]


def test_columns_are_rounded_as_libreoffice_does() -> None:
    # 624, 3,175, 2,948 and 2,325 twips are 1,101, 5,600, 5,200 and 4,101 hundredths of a millimetre, 16,002 together.
    # They end at 688, 4,188, 7,437 and 10,000 ten-thousandths of 9,072 twips: 624.2, 3,799.4, 6,746.8 and 9,072.
    assert column_edges([624, 3175, 2948, 2325], 9072) == [0, 624, 3799, 6746, 9072]


def test_a_row_is_its_text_its_margins_and_the_line_above_it() -> None:
    head = row([cell(16.0, [paragraph("STOTabelkop", run("Kop"))])], head=True)
    found = measured(table("STOTabel", [16.0], [head, *rows_of(2)], "t", "t")).atoms
    # Text: 20 + 251 + 20; margins 2 * 51: 393. Above the head 20, under it 15, between rows 10, below the table 20.
    assert [atom.height for atom in found] == [413, 408, 423]
    assert [atom.head for atom in found] == [0, 413, 413]
    assert [atom.may_break for atom in found] == [True, False, True], "no page ends under a head"


def test_a_table_stays_on_one_page_unless_that_leaves_half_a_page_empty() -> None:
    # A row is 403 twips, a line of text 295 with 120 after it: 415. A page is 13,946.
    def broken(lines_before: int, rows: int) -> list[int]:
        text = [paragraph("Normal", run("x"))] * lines_before
        layout = measured(*text, table("STOTabel", [16.0], kept_together(rows_of(rows)), "t", "t", head=False))
        settle_tables(layout.atoms)
        return pages_of(layout.atoms)[lines_before:]

    # After 20 lines 8,300 are filled: 5,646 left. 15 rows (6,055) move as one.
    assert broken(20, 15) == [2] * 15
    # After 10 lines 4,150 are filled; 26 rows (10,488) do not fit in 9,796, and moving would leave more than half.
    assert set(broken(10, 26)) == {1, 2}
    # More than a page is never kept.
    assert set(broken(1, 38)) == {1, 2}


def test_what_cannot_be_measured_is_not_kept() -> None:
    """A table in an unknown font may be higher than a page; then its caption would stand alone above it."""
    layout = measured(table("STOTabel", [16.0], kept_together(rows_of(15)), "t", "t", head=False))
    settle_tables(layout.atoms, measured=False)
    assert [atom.may_break for atom in layout.atoms] == [True] * 14 + [False]


def test_a_row_higher_than_a_page_goes_on_in_the_next() -> None:
    high = "\n".join("x" for _ in range(80))  # 80 * 251 = 20,080 twips; a page is 13,946
    layout = measured(table("STOTabel", [16.0], rows_of(1, high), "t", "t", head=False), paragraph("Normal", run("x")))
    assert pages_of(layout.atoms) == [1, 2]


def test_a_row_that_goes_on_has_its_margins_and_the_room_above_and_below_its_text_again() -> None:
    # Around the lines: margins 2 * 51, lines above and below 2 * 20, room 20 above and 20 below the text.
    # Page 1 of 13,946 holds 162 + 54 * 251 = 13,716; a line more is too much, and the room below need not fit there.
    # So 73 lines leave 19 for page 2: 142 + 40 + 4,769 = 4,951. Then 295 a paragraph with 120 between: the 21st ends at
    # 4,951 + 21 * 295 + 20 * 120 = 13,546, the 22nd would at 13,961.
    text = "\n".join("x" for _ in range(73))
    after = [paragraph("Normal", run("x"))] * 22
    found = pages_of(measured(table("STOTabel", [16.0], rows_of(1, text), "t", "t", head=False), *after).atoms)
    assert found == [1, *[2] * 21, 3]


def test_rows_that_stay_together_do_so_unless_they_take_most_of_a_page() -> None:
    """LibreOffice loses the rows that do not fit with one that must stay with them."""
    # A row of n lines is 152 + n * 251. Of 13,946 three fifths are 8,367: 31 lines are 7,933 and with 403 below them
    # 8,336, 32 lines with it 8,587.
    together, apart = (
        measured(
            table(
                "STOTabel",
                [16.0],
                [bound_to_next(rows_of(1, "\n".join("x" * n))[0]), *rows_of(2)],
                "t",
                "t",
                head=False,
            )
        ).atoms
        for n in (31, 32)
    )
    assert [atom.may_break for atom in together] == [True, False, True]
    assert [atom.may_break for atom in apart] == [True, True, True]
    assert apart[0].row
    assert re.findall(rb"<w:keepNext[^>]*>", apart[0].row.xml) == [b'<w:keepNext w:val="0"/>']


def test_no_row_ends_exactly_at_the_foot_of_a_page() -> None:
    """LibreOffice shows none of the rows after one that fits only without the line below it."""
    # The first row is 413, 17 rows are 403 each, one of 26 lines is 152 + 26 * 251 = 6,678: 13,942 of 13,946; the line
    # below it takes 10.
    rows = [*rows_of(18), *rows_of(1, "\n".join("x" * 26)), *rows_of(1)]
    layout = measured(table("STOTabel", [16.0], rows, "t", "t", head=False))
    settle_tables(layout.atoms)
    assert certain_pages(layout.atoms) == [*[1] * 18, 2, 2]
    assert [atom.height for atom in layout.atoms[17:]] == [403, 6678 + 30, 423]
    assert layout.atoms[18].row
    stated = b'<w:trPr><w:cantSplit/><w:trHeight w:hRule="atLeast" w:val="6708"/></w:trPr>'
    assert stated in layout.atoms[18].row.xml


def test_a_line_under_a_table_does_not_stand_alone() -> None:
    """LibreOffice keeps it with the last rows only when the whole table is on one page."""
    # Page 1 holds 413 + 33 * 403 = 13,712. On page 2 stand 33 rows of 403 and the last of 423: 13,722 of 13,946. The
    # line takes 60 + 209. So 33 rows become ceil((224 + 12) / 33) = 8 higher: 13,563, and the last goes on.
    layout = measured(
        table("STOTabel", [16.0], rows_of(68), "t", "t", head=False), paragraph("STOBron", run("Bron: DUO."))
    )
    assert pages_of(layout.atoms)[-2:] == [2, 3]
    settle_tables(layout.atoms)
    assert certain_pages(layout.atoms) == [*[1] * 34, *[2] * 33, 3, 3]
    assert {atom.height for atom in layout.atoms[34:67]} == {411}


# The contents.


@pytest.mark.slow
def test_both_samples_have_a_page_for_every_entry_and_all_of_them() -> None:
    # On that day the log of the voorbeeldregio has yet to begin: one heading less than later.
    for path, known in ((ALMERE, 66), (VOORBEELDREGIO, 75)):
        data = build(dossier_of(path), DraftOptions(DAY)).data
        found = entries(data)
        assert None not in found.values()
        assert len(found) == known
        numbers: list[Any] = list(found.values())
        assert numbers == sorted(numbers)
        assert numbers[-1] <= total(data)


def calibri(parts: Parts) -> Parts:
    """A house style in Calibri, with bullets that have room."""
    named = changed(STYLES, r'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"', 'w:ascii="Calibri"')
    listless = changed(STYLES, r"<w:numPr>.*?</w:numPr>")(named(parts))
    return changed(HEADER, r"<w:tbl>.*?</w:tbl>")(listless) if b"<w:tbl>" in parts[HEADER] else listless


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "numbered"),
    [
        (lambda parts: parts, True),
        (changed(STYLES, "Calibri", "Verdana"), False),
        (
            changed(STYLES, r'<w:name w:val="heading 1"/>', r'<w:name w:val="heading 1"/><w:pPr><w:framePr/></w:pPr>'),
            False,
        ),
        (changed(HEADER, r"</w:hdr>", "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 9 + "</w:hdr>"), False),
    ],
    ids=["Calibri", "another font", "a frame", "a high header"],
)
def test_a_house_style_gets_numbers_only_when_it_can_be_measured(
    change: Callable[[Parts], Parts], numbered: bool
) -> None:
    template = pack(change(calibri(house_parts())))
    data = build(dossier_of(ALMERE), DraftOptions(DAY, template=template, template_name="huis.docx")).data
    found = entries(data)
    assert (total(data) > 0) is numbered
    assert len(found) == 66, "every entry stays a link"
    assert (None not in found.values()) is numbered
    assert numbered or set(found.values()) == {None}


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdfinfo") and shutil.which("fc-match")), reason="no LibreOffice"
)
def test_libreoffice_gives_the_same_pages(tmp_path: Path) -> None:
    font = subprocess.run(["fc-match", "Calibri"], check=True, capture_output=True, text=True).stdout
    if "Carlito" not in font and "Calibri" not in font:
        pytest.skip("no font as wide as Calibri")
    made = {
        "almere": build(dossier_of(ALMERE), DraftOptions(DAY)).data,
        "voorbeeldregio": build(dossier_of(VOORBEELDREGIO), DraftOptions(DAY)).data,
        "verzonnen": build(made_up(ALMERE, 2), DraftOptions(DAY)).data,
    }
    true = in_libreoffice(made, tmp_path)
    for name, data in made.items():
        counts = compared(entries(data), true[name][0])
        assert set(counts) <= {"exact", "none"}, (name, counts)
    for name in ("almere", "voorbeeldregio"):
        assert total(made[name]) == true[name][1]
