"""Ids of new records, worked out by hand: seconds since 2020, 22 random bits, and what a clock does to them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from sto_tui.storage.file.new_ids import HIGHEST_ID, NewIds

A_DAY = 86_400


def test_an_id_is_its_second_with_a_random_number_behind_it() -> None:
    one, other = (NewIds(datetime(2020, 1, 2, tzinfo=UTC)).next("goals", ["7", "12"]) for _ in range(2))
    assert one >> 22 == other >> 22 == A_DAY
    assert one != other


def test_the_records_of_one_change_count_on_in_each_table() -> None:
    ids = NewIds(datetime(2026, 11, 28, 12, tzinfo=UTC))
    first = ids.next("goals", ["3"])
    assert [ids.next("goals", ["3"]), ids.next("themes", []), ids.next("goals", ["3"])] == [first + 1, first, first + 2]


@pytest.mark.parametrize("year", [1970, 2010, 2026])
def test_with_a_clock_that_is_behind_an_id_still_is_the_highest(year: int) -> None:
    ahead = NewIds(datetime(2035, 5, 1, tzinfo=UTC)).next("goals", [])
    given = {NewIds(datetime(year, 1, 1, tzinfo=UTC)).next("goals", ["1", str(ahead)]) for _ in range(3)}
    assert all(ahead < number <= ahead + 2**22 for number in given)
    assert len(given) == 3, "another copy would not give the same"
    assert NewIds(datetime(1970, 1, 1, tzinfo=UTC)).next("goals", []) > 0


def test_ids_do_not_depend_on_the_time_zone_and_last_until_2088() -> None:
    noon = datetime(2026, 11, 28, 12, tzinfo=UTC)
    zones = (UTC, timezone(timedelta(hours=2)))
    assert len({NewIds(noon.astimezone(zone)).next("goals", []) >> 22 for zone in zones}) == 1
    assert NewIds(datetime(2088, 1, 1, tzinfo=UTC)).next("goals", []) <= HIGHEST_ID
