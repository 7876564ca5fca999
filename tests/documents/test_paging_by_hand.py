"""Which line falls on which page, in small documents that were divided by hand; a page is 1,000 twips high."""

from collections.abc import Sequence
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml

from sto_tui.documents.word.one_page import loosest
from sto_tui.documents.word.page_numbers import layout_of
from sto_tui.documents.word.page_numbers.atoms import Atom, KeptTable
from sto_tui.documents.word.page_numbers.paging import pages_of, settle_tables
from sto_tui.documents.word.page_numbers.row_texts import RowText
from sto_tui.documents.word.xml_reading import NAMESPACE

HIGH = 1000


def line(height: float = 400, gap: int = 0, *, free: bool = True, **more: Any) -> Atom:
    return Atom(height, gap, HIGH, free, **more)


@pytest.mark.parametrize(
    ("atoms", "pages"),
    [
        ([], []),
        # 400 + 400 fit and one more does not; 500 and 500 fill a page exactly.
        ([line(), line(), line()], [1, 1, 2]),
        ([line(500), line(500), line(500), line(501)], [1, 1, 2, 3]),
        # Room between lines counts, but not at the top of a page; the room before the first line of all does.
        ([line(500), line(500, 1)], [1, 2]),
        ([line(), line(), line(500, 300), line(500)], [1, 1, 2, 2]),
        ([line(500, before=1), line(500)], [1, 2]),
        ([line(500, before=0), line(500)], [1, 1]),
        # Asked for a new page: there the room before it counts.
        ([line(), line(new_page=True), line(600)], [1, 2, 2]),
        ([line(), line(new_page=True, before=1), line(600)], [1, 2, 3]),
        ([line(new_page=True), line()], [1, 1]),
        # What is kept with the line before takes that along; when all is kept the page ends where it is full.
        ([line(), line(), line(free=False)], [1, 2, 2]),
        ([line(), line(free=False), line(free=False)], [1, 1, 2]),
        # What must fit below it too, and what may hang over.
        ([line(), line(600, slack=1)], [1, 2]),
        ([line(), line(601, slack=-1)], [1, 1]),
        # The head of a table comes again: 100 + 400 + 400 fit, 100 + 400 + 501 do not.
        ([line(), line(), line(head=100), line(), line(100)], [1, 1, 2, 2, 2]),
        ([line(), line(), line(head=100), line(501)], [1, 1, 2, 3]),
    ],
)
def test_lines_on_pages(atoms: list[Atom], pages: list[int]) -> None:
    assert pages_of(atoms) == pages


def table(rows: int, height: float, before: Sequence[Atom] = ()) -> list[Atom]:
    """A head with so many rows that ask to stay together, below other lines."""
    kept = KeptTable([RowText(b"<w:tr/>") for _ in range(rows)], len(before))
    kept.height = (rows + 1) * height
    return [*before, *(line(height, free=number == 0, table=kept) for number in range(rows + 1))]


def test_a_table_moves_to_the_next_page_as_a_whole() -> None:
    """It is 3 × 200 and a head of 200 high; above it stand 400 of 1,000, so that 0.6 of a page stays empty."""
    atoms = table(3, 200, [line(400)])
    settle_tables(atoms)
    assert pages_of(atoms) == [1, 2, 2, 2, 2]
    assert atoms[-1].table is not None
    assert atoms[-1].table.kept


def test_a_table_that_would_leave_more_than_three_fifths_of_a_page_empty_is_let_go() -> None:
    atoms = table(3, 200, [line(399)])
    settle_tables(atoms)
    assert atoms[-1].table is not None
    assert not atoms[-1].table.kept
    # The head with the first row stays, then rows as they come: 399 + 3 * 200 = 999, and the last.
    assert pages_of(atoms) == [1, 1, 1, 1, 2]


@pytest.mark.parametrize(("height", "kept"), [(333, True), (334, False)])
def test_a_table_that_is_higher_than_a_page_is_let_go(height: float, kept: bool) -> None:
    """A head and two rows of 333 are 999 and of 334 are 1,002."""
    atoms = table(2, height)
    settle_tables(atoms)
    assert atoms[0].table is not None
    assert atoms[0].table.kept is kept
    assert [atom.may_break for atom in atoms] == [True, *[not kept] * 2]


# Measured in a document.

TEXT_HEIGHT = 13946
"""A page of ours: 16,838 high, with 1,531 above and 1,361 below."""


def measured(*blocks: str, size: str = "") -> list[Atom]:
    """The atoms of a document in a font that is known, 10 points (200 twips: lines of 190 + 54 = 244) and no room."""
    document = docx.Document()
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    fonts = '<w:rPr><w:rFonts w:ascii="Calibri"/><w:sz w:val="20"/></w:rPr>'
    for xml in (
        f'<w:docDefaults xmlns:w="{NAMESPACE}"><w:rPrDefault>{fonts}</w:rPrDefault></w:docDefaults>',
        f'<w:style xmlns:w="{NAMESPACE}" w:type="table" w:styleId="T"><w:tblPr><w:tblBorders>'
        '<w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="16"/><w:insideH w:val="single" w:sz="4"/>'
        '</w:tblBorders><w:tblCellMar><w:top w:w="30"/><w:bottom w:w="40"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12"/></w:tcBorders>'
        "</w:tcPr></w:tblStylePr></w:style>",
    ):
        styles.append(parse_xml(xml))
    page = (
        size or '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:bottom="1361" w:left="1418" w:right="1418"/>'
    )
    body = f'<w:body xmlns:w="{NAMESPACE}">{"".join(blocks)}<w:sectPr>{page}</w:sectPr></w:body>'
    document.element.replace(document.element.body, parse_xml(body))
    layout = layout_of(document)
    assert not layout.strange, layout.strange
    return layout.atoms


def paragraph(text: str = "a", properties: str = "") -> str:
    runs = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in text.split("|"))
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def spaced(before: int, after: int, more: str = "") -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>{more}'


def numbers(atoms: list[Atom]) -> list[tuple[int, float]]:
    return [(atom.gap, atom.height) for atom in atoms]


def test_the_room_between_paragraphs_is_the_larger_of_two() -> None:
    atoms = measured(paragraph("a", spaced(10, 60)), paragraph("a", spaced(50, 20)), paragraph("a", spaced(30, 0)))
    assert numbers(atoms) == [(10, 244), (60, 244), (30, 244)]
    assert [atom.before for atom in atoms] == [10, 50, 30]
    assert {atom.page_height for atom in atoms} == {TEXT_HEIGHT}


def test_alike_paragraphs_that_say_so_stand_close() -> None:
    close = spaced(10, 60, "<w:contextualSpacing/>")
    atoms = measured(paragraph("a", close), paragraph("a", close), paragraph("a", spaced(10, 60)))
    assert numbers(atoms) == [(10, 244), (0, 244), (60, 244)]


def test_first_and_last_lines_are_not_left_alone() -> None:
    """Of five lines the page may end before the first, the third and the fourth; the edges take 30 and 60 twips."""
    borders = '<w:pBdr><w:top w:val="single" w:sz="12"/><w:bottom w:val="single" w:sz="24"/></w:pBdr>'
    atoms = measured(paragraph("a|b|c|d|e", borders))
    assert [atom.height for atom in atoms] == [274, 244, 244, 244, 304]
    assert [atom.may_break for atom in atoms] == [True, False, True, True, False]
    assert [one.may_break for one in measured(paragraph("a|b|c"))] == [True, False, False]
    lonely = measured(paragraph("a|b|c", '<w:widowControl w:val="0"/>'))
    assert [atom.may_break for atom in lonely] == [True, True, True]
    together = measured(paragraph("a|b|c|d|e", "<w:keepLines/>"), paragraph("a", "<w:keepNext/>"), paragraph())
    assert [atom.may_break for atom in together] == [True, False, False, False, False, True, False]


def test_a_line_that_is_drawn_higher_may_hang_over() -> None:
    (atom,) = measured(paragraph("a", '<w:spacing w:line="360"/>'))
    assert (atom.height, atom.slack) == (366, -122)
    (large,) = measured('<w:p><w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>a</w:t></w:r></w:p>')
    # 400 × 1950 / 2048 = 380.9 and 400 × 550 / 2048 = 107.4.
    assert large.height == 381 + 107


def test_bookmarks_stand_at_the_first_line_and_new_pages_are_asked_for() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="{}"/>'.format
    inside = f"<w:p>{mark('in')}<w:r><w:t>a</w:t></w:r></w:p>"
    atoms = measured(paragraph(), mark("voor"), inside, paragraph("a|b", "<w:pageBreakBefore/>"))
    assert [atom.bookmarks for atom in atoms] == [(), ("voor", "in"), (), ()]
    assert [atom.new_page for atom in atoms] == [False, False, True, False]


def test_a_section_ends_with_its_page() -> None:
    """The first stands on sheets of 5,000 high with 1,000 above and below; its last, empty paragraph is no line."""
    margins = '<w:pgMar w:top="-1000" w:bottom="1000" w:left="1000" w:right="900" w:gutter="100"/>'
    small = f'<w:pgSz w:w="9000" w:h="5000"/>{margins}'
    end = f"<w:p><w:pPr><w:sectPr>{small}</w:sectPr></w:pPr></w:p>"
    atoms = measured(paragraph(), end, paragraph(), paragraph())
    assert [atom.page_height for atom in atoms] == [3000, TEXT_HEIGHT, TEXT_HEIGHT]
    assert [atom.new_page for atom in atoms] == [False, True, False]
    # 9,000 - 1,000 - 900 - 100 = 7,000 wide: 71 letters of 981 × 200 / 2048 = 95.8 fit.
    for letters, lines in ((73, 1), (74, 2)):
        assert len(measured(paragraph("a" * letters), end, paragraph())) == lines + 1


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(f'<w:tc><w:tcPr><w:tcW w:w="2000"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def grid(*rows: str, head: bool = False) -> str:
    look = f'<w:tblLook w:firstRow="{int(head)}"/>'
    columns = '<w:tblW w:w="4000"/>', '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{columns[0]}{look}</w:tblPr>{columns[1]}{"".join(rows)}</w:tbl>'


HEAD = "<w:tblHeader/>"


def test_rows_are_as_high_as_their_highest_cell_with_its_edges() -> None:
    """In a row 30 above and 40 below; edges of 20 at the top, 10 between, 40 at the foot, which must fit too."""
    rows = row(paragraph("a|b"), paragraph()), row(paragraph()), row(paragraph())
    atoms = measured(paragraph("a", spaced(0, 90)), grid(*rows), paragraph("a", spaced(80, 0)))
    assert numbers(atoms) == [(0, 244), (90, 2 * 244 + 70 + 20), (0, 244 + 70 + 10), (0, 244 + 70 + 10 + 40), (80, 244)]
    assert [atom.slack for atom in atoms] == [0, 10, 10, 0, 0]
    assert all(atom.may_break for atom in atoms)


def test_a_head_comes_again_and_stays_with_the_next_row() -> None:
    """Under a head the edge is 30."""
    atoms = measured(grid(row(paragraph(), properties=HEAD), row(paragraph()), row(paragraph()), head=True))
    assert [atom.height for atom in atoms] == [244 + 70 + 20, 244 + 70 + 30, 244 + 70 + 10 + 40]
    assert [atom.head for atom in atoms] == [0, 334, 334]
    assert [atom.may_break for atom in atoms] == [True, False, True]
    plain = measured(grid(row(paragraph(), properties=HEAD), row(paragraph())))
    assert [atom.height for atom in plain] == [334, 244 + 70 + 10 + 40]


def test_paragraphs_in_a_cell_have_their_room() -> None:
    """60 above the first, 50 between (the larger), 20 below the last: 130 and two lines."""
    cell = paragraph("a", spaced(60, 50)) + paragraph("a", spaced(10, 20))
    (atom,) = measured(grid(row(cell)))
    assert atom.height == 2 * 244 + 130 + 70 + 20 + 40
    close = spaced(60, 50, "<w:contextualSpacing/>")
    (atom,) = measured(grid(row(paragraph("a", close) + paragraph("a", close))))
    assert atom.height == 2 * 244 + 60 + 50 + 70 + 20 + 40


def test_a_row_that_states_its_height_has_that() -> None:
    stated = '<w:trHeight w:val="900" w:hRule="exact"/>'
    atoms = measured(grid(row(paragraph(), properties=stated), row(paragraph())))
    assert [atom.height for atom in atoms] == [900, 244 + 70 + 10 + 40]


def test_a_cell_is_narrower_than_its_column_by_its_margins() -> None:
    """Of 2,000 twips 108 at either side: 1,784, in which 18 letters of 95.8 fit and 19 do not."""
    heights = [measured(grid(row(paragraph("a" * letters))))[0].height for letters in (18, 19)]
    assert heights == [244 + 130, 488 + 130]


def test_a_table_that_asks_for_it_is_kept() -> None:
    """The rows between its head and its last two; those stay together anyhow."""
    kept = row(paragraph("a", "<w:keepNext/>"))
    rows = (row(paragraph(), properties=HEAD), kept, kept, row(paragraph()))
    atoms = measured(paragraph(), grid(*rows))
    found = {atom.table for atom in atoms[1:]}
    (table_of,) = found
    assert table_of is not None
    assert (len(table_of.rows), table_of.first) == (1, 2)
    assert table_of.height == sum(atom.height for atom in atoms[1:])
    assert atoms[0].table is None
    loose = measured(grid(rows[0], row(paragraph()), kept, row(paragraph())))
    assert {atom.table for atom in loose} == {None}
    few = measured(grid(rows[0], kept, row(paragraph())))
    assert {atom.table for atom in few} == {None}


def test_a_row_that_is_higher_than_a_page_goes_on_in_the_next() -> None:
    """Sixty lines of 244 are 14,640. A page of 13,946 has room for 13,946 - 30 - 40 - 20 - 40 of them: 56 lines."""
    lines = "|".join(["a"] * 60)
    atoms = measured(grid(row(paragraph(lines, spaced(90, 0)))), paragraph())
    (cell,) = atoms[0].cells
    assert [(one.gap, one.height, one.page_height) for one in cell] == [(90, 244, 13816), *[(0, 244, 13816)] * 59]
    # In a table a page may end after any line.
    assert all(one.may_break for one in cell)
    assert pages_of(atoms) == [1, 2]
    assert not measured(grid(row(paragraph("a"))))[0].cells
    # Of 113 lines 56 stand on the first page and 56 on the second: the last stands on the third.
    many = measured(grid(row(paragraph("|".join(["a"] * 113)))), paragraph())
    assert pages_of(many) == [1, 3]
    # Four of 60 lines and the edges of 130 fill 1,106 of the second page: below those 52 lines fit in 12,840.
    followed = measured(grid(row(paragraph(lines))), *[paragraph()] * 53)
    assert pages_of(followed)[-2:] == [2, 3]


@pytest.mark.parametrize(
    ("last", "below", "page"),
    [
        # Two lines of 400 fill the first page; the third fills 400 of the second, where 600 fit and 601 do not.
        (line(), 600, 2),
        (line(), 601, 3),
        # The room above a line does not count at the top of a page, and the head that comes again there does.
        (line(gap=100), 600, 2),
        (line(gap=100), 601, 3),
        (line(head=100), 500, 2),
        (line(head=100), 501, 3),
    ],
)
def test_how_far_a_row_that_goes_on_fills_its_last_page(last: Atom, below: int, page: int) -> None:
    row_of_three = line(1200, cells=((line(), line(), last),))
    assert pages_of([row_of_three, line(below)]) == [1, page]


def test_a_table_in_a_font_that_is_known_on_average_stays_whole_with_room_to_spare() -> None:
    """A row of 250 on a page of 1000. Three are 750, with 3% for doubt 772; four are 1000, with doubt 1030."""

    def settled(many: int, *, exact: bool) -> bool:
        atoms = [Atom(250, 0, 1000, False) for _ in range(many)]
        table = KeptTable([RowText(b"<w:tr><w:trPr/></w:tr>") for _ in atoms[1:]], 0)
        table.height = 250 * many
        for atom in atoms:
            atom.table = table
        settle_tables(atoms, exact=exact)
        return table.kept

    assert settled(3, exact=False)
    assert not settled(4, exact=False)
    assert settled(4, exact=True)


def test_the_loosest_layout_that_fits_is_taken() -> None:
    for many in range(1, 9):
        for first in range(many + 1):
            assert loosest(range(many), first.__le__) == min(first, many - 1), "the last where none fits"


def test_a_layout_that_fits_at_once_is_drawn_once() -> None:
    drawn: list[int] = []

    def fits(choice: int) -> bool:
        drawn.append(choice)
        return True

    assert (loosest(range(100), fits), drawn) == (0, [0])
