"""Headings above rows, by level and by shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.intake.tables.groups import (
    RowShape,
    levels_of_blanks,
    levels_of_numbers,
    nested,
    nested_by_shape,
    undecided_headings,
)

HEADING, DATED, NAME = RowShape(True, True, False), RowShape(True, False, True), RowShape(True, True, False)
UNDATED = RowShape(True, False, False)


def parents(levels: list[int]) -> list[tuple[int, ...]]:
    return [row.parents for row in nested(levels)]


def test_a_heading_closes_when_a_row_of_its_level_comes() -> None:
    """Fase 1 (a, b), los, Fase 2 (c): the phase is not inside the one before it, and the row between is in none."""
    assert parents([0, 1, 1, 0, 0, 1]) == [(), (0,), (0,), (), (), (4,)]
    assert [row.is_group for row in nested([0, 1, 1, 0, 0, 1])] == [True, False, False, False, True, False]
    assert parents([0, 1, 2, 1, 0]) == [(), (0,), (0, 1), (0,), ()]
    # A level that is skipped.
    assert parents([1, 3, 2]) == [(), (0,), (0,)]


@pytest.mark.parametrize(
    ("numbers", "levels"),
    [
        (["1", "1.1", "1.2", "1.2.1", "2", "2.1"], (0, 1, 1, 2, 0, 1)),
        (["1.", "1.1.", "2."], (0, 1, 0)),
        (["A1", "A1.1"], (0, 1)),
        (["1", "1.1", "", ""], (0, 1, 0, 0)),
        # No level, no parents, double, or no numbers.
        (["1", "2", "3"], None),
        (["1.1", "1.2", "2.1"], None),
        (["1", "1.1", "1.1"], None),
        (["1", "", "1.1"], None),
        (["1", "1.1", "slot"], None),
        ([], None),
    ],
)
def test_levels_of_numbers(numbers: list[str], levels: tuple[int, ...] | None) -> None:
    assert levels_of_numbers(numbers) == levels


def test_levels_of_blanks() -> None:
    assert levels_of_blanks(["Fase", "  taak", "    deel", "\ttaak", "Fase"]) == (0, 1, 2, 2, 0)
    assert levels_of_blanks(["Fase", "Taak"]) is None
    assert levels_of_blanks(["  Taak", "Fase"]) is None


def test_a_name_alone_above_dated_rows_is_a_heading() -> None:
    rows = nested_by_shape([HEADING, DATED, DATED, HEADING, HEADING, DATED, NAME, NAME])
    assert [row.is_group for row in rows] == [True, False, False, True, True, False, False, False]
    # Two headings below each other are in each other; names alone at the end are rows.
    assert [row.parents for row in rows] == [(), (0,), (0,), (), (3,), (3, 4), (3, 4), (3, 4)]


def test_a_name_alone_above_rows_without_a_date_is_none() -> None:
    assert not any(row.is_group for row in nested_by_shape([HEADING, UNDATED, DATED]))


@given(st.lists(st.integers(0, 5), max_size=30))
def test_parents_are_headings_above_and_less_deep(levels: list[int]) -> None:
    rows = nested(levels)
    assert len(rows) == len(levels)
    for at, row in enumerate(rows):
        assert all(parent < at and rows[parent].is_group and levels[parent] < levels[at] for parent in row.parents)
        assert list(row.parents) == sorted(row.parents)


@given(st.lists(st.builds(RowShape, st.booleans(), st.booleans(), st.booleans()), max_size=20))
def test_no_row_is_lost_by_its_shape(shapes: list[RowShape]) -> None:
    rows = nested_by_shape(shapes)
    assert len(rows) == len(shapes)
    assert all(rows[parent].is_group for row in rows for parent in row.parents)


@given(st.lists(st.text(alphabet="1234.A ", max_size=6), max_size=8))
def test_no_number_is_too_strange(numbers: list[str]) -> None:
    levels = levels_of_numbers(numbers)
    assert levels is None or len(levels) == len(numbers)
    levels_of_blanks(numbers)


def test_how_headings_look_says_their_level() -> None:
    """Bold above plain: the second plain one stands under the bold one too; without a look it closes both."""
    looks = ["bold", "", None, "", None, "bold", None]
    rows = [DATED if look is None else RowShape(True, True, False, look) for look in looks]
    assert [each.parents for each in nested_by_shape(rows)] == [(), (0,), (0, 1), (0,), (0, 3), (), (5,)]
    plain = [DATED if look is None else HEADING for look in looks]
    nestings = nested_by_shape(plain)
    assert [each.parents for each in nestings] == [(), (0,), (0, 1), (), (3,), (), (5,)]
    assert undecided_headings(nestings) == [3, 5]
