"""No word is broken where there is room, no heading ends a page, and what a table of equipment leaves out is told."""

import io
from datetime import date

import docx
import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.text_widths import with_room_for_words
from sto_tui.domain.communication import Communication
from sto_tui.domain.money import BudgetLine, CostKind, Equipment
from sto_tui.domain.vision import Indicator, Point
from tests.support.small_plan import TODAY, whole_plan, with_records
from tests.support.word_text import word_lines

# In the letters of the tables and with the margins of a cell ‘Communicatieplan’ takes 2.99 cm and ‘a’ 0.58 cm.
LONG = "Communicatieplan"


def cells(*texts: str) -> list[str]:
    return [f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts]


@pytest.mark.parametrize("style", ["STOTabelkop", "STOTabellabel"])
def test_heads_and_labels_are_as_wide_as_what_is_bold(style: str) -> None:
    (plain,) = cells(LONG)
    styled = plain.replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>')
    bold = plain.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    here, there, light = (with_room_for_words((2.0, 2.0), ([xml], cells("a"))) for xml in (styled, bold, plain))
    assert here == there
    assert here[0] > light[0]


@pytest.mark.parametrize(
    ("widths", "columns", "fitting"),
    [
        ((2.0, 2.0), (cells(LONG), cells("a")), (2.99, 1.01)),
        # It may be broken at a blank and after a hyphen.
        ((2.0, 2.0), (cells("Een plan dat lang is"), cells("a")), (2.0, 2.0)),
        ((2.0, 2.0), (cells("Communi-catieplan"), cells("a")), (2.0, 2.0)),
        # Two columns with room give in proportion to it: 2.42 and 1.42 of which 0.99 is needed.
        ((2.0, 3.0, 2.0), (cells(LONG), cells("a"), cells("a")), (2.99, 2.38, 1.63)),
        # Six give a sixth of 0.99 each: 1.84. Together that is 14.03, and the 0.03 is no longer for the word to lack.
        ((2.0,) * 7, (cells(LONG), *[cells("a")] * 6), (2.99, 1.81, *[1.84] * 5)),
        # There is no room for all of them.
        ((2.0, 2.0), (cells(LONG), cells(LONG)), (2.0, 2.0)),
        ((2.0, 2.0), (cells(""), cells("a", "b")), (2.0, 2.0)),
        # Ten signs of 0.682 of a letter of 9.5 points: 2.29 cm and the margins, however XML writes them.
        ((2.0, 2.0), (cells("&amp;" * 10), cells("a")), (2.71, 1.29)),
    ],
)
def test_columns_make_room_for_the_longest_word(
    widths: tuple[float, ...], columns: tuple[list[str], ...], fitting: tuple[float, ...]
) -> None:
    found = with_room_for_words(widths, columns)
    assert found == pytest.approx(fitting, abs=0.011)
    assert sum(found) == pytest.approx(sum(widths)), "the table keeps its width"


def test_a_means_of_one_long_word_stays_whole() -> None:
    plan = with_records(whole_plan(), Communication(id=1, audience="Ouders", message="Kom kijken.", means=LONG))
    tables = docx.Document(io.BytesIO(build(plan, DraftOptions(TODAY)).data)).tables
    (told,) = [table for table in tables if "Middel" in [cell.text for cell in table.rows[0].cells]]
    (width,) = {cell.width for cell in told.rows[1].cells if cell.text == LONG}
    assert width is not None
    assert width.cm >= 2.98


@pytest.mark.parametrize(
    ("machine", "other", "told"),
    [
        # Eight months of 720 for the machine and nine of 410 for what no equipment is named of: 5,760 of 9,450.
        (1, None, "Van de € 9.450 afschrijving in de begroting hoort € 5.760 bij deze apparaten."),
        (1, 1, ""),
        (None, None, "Van de € 9.450 afschrijving in de begroting hoort niets bij deze apparaten."),
        # Equipment that is gone is none of these.
        (1, 9, "Van de € 9.450 afschrijving in de begroting hoort € 5.760 bij deze apparaten."),
    ],
)
def test_depreciation_of_other_equipment_is_told(machine: int | None, other: int | None, told: str) -> None:
    def line(id: int, months: float, price: int, equipment: int | None) -> BudgetLine:
        return BudgetLine(
            id=id,
            title="Machine",
            theme=1,
            year=2027,
            cost_kind=CostKind.AFSCHRIJVING,
            quantity=months,
            price=price,
            equipment=equipment,
        )

    plan = with_records(
        whole_plan(),
        Equipment(id=1, title="Robotarm", purchase=51_840_00, in_use_from=date(2027, 5, 1), life=72),
        line(2, 8, 720_00, machine),
        line(3, 9, 410_00, other),
    )
    lines = word_lines(build(plan, DraftOptions(TODAY)).data)
    (below,) = [line for line in lines if "Elke maand evenveel" in line]
    assert below.partition("Te controleren.")[2].replace("\xa0", " ").strip() == told


def test_a_heading_never_ends_a_page_with_one_line_below_it() -> None:
    whole = whole_plan()
    hidden = Point(id=2, year=2027, value_min=0, value_max=4)
    plan = with_records(whole, whole.of(Indicator)[1].changed(series=(*whole.of(Indicator)[1].series, hidden)))
    paragraphs = docx.Document(io.BytesIO(build(plan, DraftOptions(TODAY)).data)).paragraphs
    below = {
        one.text: (after, more)
        for one, after, more in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False)
        if one.style and one.style.name == "Heading 2"
    }
    legend, _ = below["Cijfers"]
    assert legend.text.startswith("Bij een afgeschermd aantal")
    assert legend.paragraph_format.keep_with_next
    first, second = next(two for heading, two in below.items() if heading.endswith("Bronnen"))
    assert (first.paragraph_format.keep_with_next, second.paragraph_format.keep_with_next) == (True, None)
