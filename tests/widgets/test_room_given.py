"""What is not needed in one column or line is given to what would be cut in another."""

import pytest

from sto_tui.widgets.detail import lines_each
from sto_tui.widgets.record_list import Column, Row, arranged, lent

FIXED, BROAD, NARROW = Column("Wie", 5), Column("", share=3), Column("", share=1)


def widths(columns: tuple[Column, ...], width: int, *cells: tuple[int, ...]) -> list[int]:
    """The widths of columns whose cells are so long."""
    rows = [Row(tuple("x" * length for length in lengths), key=1) for lengths in cells]
    return [size for _, _, size in lent(arranged(columns, width), rows)]


# Forty cells are two gaps, or three, and what is left: shares of three and one.
@pytest.mark.parametrize(
    ("columns", "cells", "expected"),
    [
        ((BROAD, NARROW), [(9, 9)], [28, 10]),  # nothing is cut
        ((BROAD, NARROW), [(9, 25)], [13, 25]),  # one lends what the other lacks, and keeps the rest
        ((BROAD, NARROW), [(9, 60), (12, 9)], [12, 26]),  # no more than all it does not need itself
        ((BROAD, NARROW), [(60, 60)], [28, 10]),  # both are cut: neither has anything to lend
        ((FIXED, BROAD), [(9, 20)], [9, 29]),  # a column with a width of its own is lent to as well
        ((FIXED, BROAD, NARROW), [(20, 10, 15)], [12, 10, 15]),  # what lacks least becomes whole first
        ((FIXED, Column("Een lange kop")), [(60, 3)], [25, 13]),  # a head is not cut for a cell
        ((Column("", 5, align="right"), BROAD), [(5, 3)], [5, 33]),
        ((Column("", wrap=True), FIXED), [(90, 9)], [33, 5]),  # what wraps needs all it has
        ((FIXED, Column("", wrap=True)), [(9, 8)], [9, 29]),
    ],
)
def test_a_column_lends_what_it_does_not_need(
    columns: tuple[Column, ...], cells: list[tuple[int, ...]], expected: list[int]
) -> None:
    assert widths(columns, 40, *cells) == expected


def test_a_row_over_all_columns_needs_none_of_them() -> None:
    rows = [Row(("x" * 60, "wijd"), key=1, wide=True), Row(("x" * 60,), kind="group"), Row(("kort", "x" * 25), key=2)]
    records = [row for row in rows if row.kind == "record" and not row.wide]
    assert [size for _, _, size in lent(arranged((BROAD, NARROW), 40), records)] == [13, 25]


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (0, []),
        (1, [["een t…"]]),
        (3, [["een t…"], ["kort"], ["a b c…"]]),
        (4, [["een", "twee…"], ["kort"], ["a b c…"]]),
        (5, [["een", "twee", "drie"], ["kort"], ["a b c…"]]),
        (6, [["een", "twee", "drie"], ["kort"], ["a b c", "d e f"]]),
        (9, [["een", "twee", "drie"], ["kort"], ["a b c", "d e f"]]),
    ],
)
def test_lines_that_are_left_go_to_what_would_be_cut_first_to_last(room: int, expected: list[list[str]]) -> None:
    texts = ["een twee\ndrie", "kort", "a b c d e f"]
    assert [[line.rstrip() for line in lines] for lines in lines_each(texts, 6, room)] == expected
