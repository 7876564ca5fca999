"""Rows of tables that stand apart from their document as they are written, and paragraphs read from how they are."""

from collections.abc import Callable

import pytest
from docx.oxml.parser import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sto_tui.documents.word.page_numbers.row_texts import RowsApart, RowText
from sto_tui.documents.word.page_numbers.style_looks import Looks
from sto_tui.documents.word.page_numbers.written import WrittenParagraphs
from sto_tui.documents.word.xml_reading import NAMESPACE, W
from sto_tui.documents.word.xml_writing import bookmark, cell, paragraph, row, run, simple_field, tab, table
from sto_tui.domain.text import clean_text

AT_LEAST = '<w:trHeight w:hRule="atLeast" w:val="412"/>'


def a_row(keep: str = "", says: str = "<w:cantSplit/>") -> str:
    properties = f"<w:trPr>{says}</w:trPr>" if says else "<w:trPr/>"
    return f'<w:tr>{properties}<w:tc><w:p><w:pPr><w:pStyle w:val="A"/>{keep}</w:pPr></w:p></w:tc></w:tr>'


def higher(row_text: RowText) -> None:
    row_text.heighten(412)


KEPT, BOUND, UNBOUND = "<w:keepNext/>", '<w:keepNext w:val="1"/>', '<w:keepNext w:val="0"/>'


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        (a_row(KEPT), RowText.let_go, a_row()),
        (a_row(BOUND), RowText.let_go, a_row(BOUND)),
        (a_row(), RowText.unbind, a_row()),
        (a_row(KEPT), RowText.unbind, a_row(UNBOUND)),
        (a_row(BOUND), RowText.unbind, a_row(UNBOUND)),
        (a_row(KEPT), RowText.let_break, a_row(says="")),
        (a_row(BOUND, "<w:cantSplit/><w:tblHeader/>"), RowText.let_break, a_row(says="<w:tblHeader/>")),
        (a_row(), higher, a_row(says=f"<w:cantSplit/>{AT_LEAST}")),
        (a_row(says=""), higher, a_row(says=AT_LEAST)),
        (
            a_row(says='<w:trHeight w:val="99" w:hRule="exact"/>'),
            higher,
            a_row(says='<w:trHeight w:val="412" w:hRule="exact"/>'),
        ),
        (a_row(says='<w:trHeight w:hRule="atLeast" w:val="99"/>'), higher, a_row(says=AT_LEAST)),
    ],
)
def test_what_the_layout_changes_in_a_row(before: str, change: Callable[[RowText], None], after: str) -> None:
    row_text = RowText(before.encode())
    change(row_text)
    assert row_text.xml.decode() == after


def test_rows_come_back_in_their_places() -> None:
    rows = [row([cell(2.0, [paragraph("A", run(text))])]) for text in ("één & twee", "</w:tblGrid><w:tr>", "drie")]
    none, one, two = (table("T", [2.0], these, "t", "o") for these in ([], rows[:1], rows[1:]))
    written = "".join((paragraph("A", run("voor")), one, none, two, paragraph("A", run("na")))).encode()
    from_text, from_tree = RowsApart(), RowsApart()
    left = from_text.taken_from(written)
    assert "één".encode() not in left
    assert b"".join(from_text.put_back(left)) == written
    start = f'<w:body xmlns:w="{NAMESPACE}">'.encode()
    body = parse_xml(start + written + b"</w:body>")
    from_tree.take_from(body)
    assert [len(list(from_tree.of(element))) for element in body.iterchildren(f"{W}tbl")] == [1, 0, 2]
    again = b"".join(from_tree.put_back(etree.tostring(body, encoding="UTF-8")))
    assert again == start + written + b"</w:body>"


LOOKS = Looks(parse_xml(f'<w:styles xmlns:w="{NAMESPACE}"/>'), None, None)
WRITTEN = WrittenParagraphs(LOOKS, {"w": NAMESPACE})


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=4), st.booleans())
def test_a_paragraph_reads_as_its_text(texts: list[str], bold: bool) -> None:
    runs = "".join(run(text, bold=bold) for text in texts)
    written = paragraph("A", bookmark("plaats", 1, runs)).encode().removesuffix(b"</w:p>")
    found = WRITTEN.text(written)
    assert found is not None
    assert "".join(words for words, _ in found.pieces) == "".join(map(clean_text, texts))
    assert found.marks == ["plaats"]


def test_a_line_of_the_contents_reads_as_its_text_and_page() -> None:
    line = f'<w:hyperlink w:anchor="a">{run("Doelen")}{tab()}{simple_field("PAGEREF a", "12")}</w:hyperlink>'
    found = WRITTEN.text(paragraph("A", line).encode().removesuffix(b"</w:p>"))
    assert found is not None
    assert [words for words, _ in found.pieces] == ["Doelen", "\t", "12"]


@pytest.mark.parametrize(
    "more",
    [
        "<w:r><w:drawing/></w:r>",
        '<w:r><w:br w:type="page"/></w:r>',
        run("a").replace(">a<", ">&#13;<"),
        f"<w:sdt><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>",
        "x",
    ],
)
def test_a_paragraph_with_more_in_it_is_left_to_who_reads_elements(more: str) -> None:
    for written in (paragraph("A", run("a") + more + run("b")), f"<w:p>{run('a')}"):
        assert WRITTEN.text(written.encode().removesuffix(b"</w:p>")) is None
