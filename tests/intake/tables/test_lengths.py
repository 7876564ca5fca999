"""How long something takes, and its last day, worked out by hand with a calendar: 4 January 2027 is a Monday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.intake.tables.lengths import Length, Unit, fits, length_of, unit_of_head

MONDAY = date(2027, 1, 4)
# What is written, and its last day from that Monday.
ENDS = {
    "6 wk": (14, 2), "1 week": (10, 1), "2wkn": (17, 1), "een week": (10, 1), "3 mnd": (3, 4), "1 maand": (3, 2),
    "half jaar": (3, 7), "een half jaar": None, "1 kwartaal": (3, 4), "2 Weken.": (17, 1), "ca. 2 weken": (17, 1),
    "30 kalenderdagen": (2, 2), "5 werkdagen": (8, 1), "6 wd": (11, 1), "10 vdgn": (13, 1), "0 wk": (4, 1),
    "8 uur": None, "40u": None, "2-3 weken": None, "1,5 week": None, "lang": None, "": None, "6": None, "9999 wk": None,
    "2.0 weken": (17, 1),
}  # fmt: skip
HEADS: dict[str, Unit | None] = {
    "Duur (weken)": "week", "Aantal dagen": "day", "Doorlooptijd in mnd": "month", "Duur": None, "Werkdagen":
    "working day", "Duur in dagen of weken": None, "Duration (w)": None, "Weken": "week",
}  # fmt: skip


@pytest.mark.parametrize("text", ENDS)
def test_the_last_day_of_a_length(text: str) -> None:
    length, ends = length_of(text), ENDS[text]
    assert (length.last_day(MONDAY) if length else None) == (date(2027, ends[1], ends[0]) if ends else None)


@pytest.mark.parametrize("head", HEADS)
def test_the_unit_that_a_head_names(head: str) -> None:
    assert unit_of_head(head) == HEADS[head]


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [((8, 1), 1, (8, 1)), ((8, 1), 2, (11, 1)), ((7, 1), 10, (20, 1)), ((9, 1), 1, (11, 1)), ((10, 1), 6, (18, 1))],
)
def test_working_days_pass_over_the_weekend(start: tuple[int, int], number: int, end: tuple[int, int]) -> None:
    day = Length(number, "working day").last_day(date(2027, start[1], start[0]))
    assert day == date(2027, end[1], end[0])


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 400))
def test_working_days_are_that_many_and_end_on_one(start: date, number: int) -> None:
    end = Length(number, "working day").last_day(start)
    assert end is not None
    days = [date.fromordinal(each) for each in range(start.toordinal(), end.toordinal() + 1)]
    assert (sum(day.weekday() < 5 for day in days), end.weekday() < 5) == (number, True)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 60), st.sampled_from(["wk", "mnd", "wd", "dagen"]))
def test_the_end_that_a_length_gives_fits_it(start: date, number: int, unit: str) -> None:
    length = length_of(f"{number} {unit}")
    assert length is not None
    end = (length.of("calendar day") if unit == "dagen" else length).last_day(start)
    assert end is not None
    assert fits(length, start, end)
    assert not fits(length, start, date.fromordinal(end.toordinal() + 31))
