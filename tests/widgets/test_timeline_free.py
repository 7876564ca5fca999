"""The line of free days above the axis, cell by cell by hand."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.widgets.timeline_axis import Axis, Zoom
from sto_tui.widgets.timeline_free import FreeTime, Stretch, free_line

SUMMER = Stretch(date(2027, 7, 17), date(2027, 8, 29), "zomervakantie", "zomer")
AUTUMN = Stretch(date(2027, 10, 16), date(2027, 10, 24), "herfstvakantie", "herfst")
CHRISTMAS = Stretch(date(2027, 12, 25), date(2028, 1, 9), "kerstvakantie", "kerst")
ASCENSION = date(2027, 5, 6)
FREE = FreeTime("Vrij", (SUMMER, AUTUMN, CHRISTMAS), (ASCENSION,))


@pytest.mark.parametrize(
    ("zoom", "room", "line"),
    [
        # Cells of 30.67 days: July is free from the 17th, 15 of its 31 days, which is just under half; August is 29.
        # Of the week of October and the last week of December no cell is half.
        (Zoom.KWARTAAL, 12, "       ═    "),
        # Cells of 23 days: 7 up to 23 July, 23 up to 15 August, 14 up to 7 September.
        (Zoom.KWARTAAL, 16, "         ══     "),
        # Cells of a week: from the third of July up to the last of August, the third of October, the last of December;
        # 6 May in the first of May.
        (Zoom.MAAND, 48, "                •         zomer═      ═        ═"),
    ],
)
def test_a_stroke_where_most_of_a_cell_is_free(zoom: Zoom, room: int, line: str) -> None:
    axis = Axis.fitted(date(2027, 1, 1), date(2027, 12, 31), zoom, room)
    assert free_line(axis, FREE) == line


def test_a_name_stands_in_a_stroke_that_has_room_for_it() -> None:
    axis = Axis.fitted(date(2027, 7, 1), date(2027, 8, 31), Zoom.MAAND, 26)
    # Cells of 2.4 days: of the one with 16 and 17 July less than half is free, and 29 August ends the twelfth.
    assert free_line(axis, FREE) == "       ══zomervakantie═══ "


def test_what_lies_outside_the_axis_is_not_on_it() -> None:
    axis = Axis.fitted(date(2025, 1, 1), date(2025, 12, 31), Zoom.MAAND, 48)
    assert not FREE.is_on(axis)
    assert free_line(axis, FREE).strip() == ""
    assert FREE.is_on(Axis.fitted(date(2028, 1, 1), date(2028, 12, 31), Zoom.MAAND, 48))


@settings(max_examples=100)
@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.integers(0, 3000),
    st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    st.integers(0, 400),
    st.sampled_from(list(Zoom)),
    st.integers(0, 200),
)
def test_the_line_is_as_long_as_the_axis(
    start: date, length: int, free: date, days: int, zoom: Zoom, room: int
) -> None:
    axis = Axis.fitted(start, date.fromordinal(start.toordinal() + length), zoom, room)
    stretch = Stretch(free, date.fromordinal(free.toordinal() + days), "meivakantie", "mei")
    assert len(free_line(axis, FreeTime("", (stretch,), (free,)))) == axis.cells
