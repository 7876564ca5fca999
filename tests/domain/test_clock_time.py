"""Times of the day as people type them."""

from datetime import time

import pytest

from sto_tui.domain.clock_time import time_of


@pytest.mark.parametrize("typed", ["13:30", "13.30", "13u30", " 13 : 30 "])
def test_a_time_may_be_typed_in_more_ways(typed: str) -> None:
    assert time_of(typed) == time(13, 30)


@pytest.mark.parametrize("typed", ["9", "9 uur", "09:00", "9u"])
def test_an_hour_alone_is_a_time(typed: str) -> None:
    assert time_of(typed) == time(9)


@pytest.mark.parametrize("typed", ["", "24:00", "12:60", "na de lunch", "13:3", "1330", "-1"])
def test_other_words_are_none(typed: str) -> None:
    assert time_of(typed) is None
