"""Public holidays of years that are known by hand, from printed calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.planning.working_days.public_holidays import easter, public_holidays


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2018, 4, 1),
        (2019, 4, 21),
        (2020, 4, 12),
        (2021, 4, 4),
        (2022, 4, 17),
        (2023, 4, 9),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        # The earliest and the latest that there can be.
        (1818, 3, 22),
        (2038, 4, 25),
    ],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_the_holidays_of_2026() -> None:
    assert dict(sorted(public_holidays(2026).items())) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 5): "Eerste Paasdag",
        date(2026, 4, 6): "Tweede Paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 24): "Eerste Pinksterdag",
        date(2026, 5, 25): "Tweede Pinksterdag",
        date(2026, 12, 25): "Eerste Kerstdag",
        date(2026, 12, 26): "Tweede Kerstdag",
    }


@pytest.mark.parametrize(
    ("day", "name"),
    [
        # 27 April 2025 was a Sunday, and so it will be in 2031.
        (date(2025, 4, 26), "Koningsdag"),
        (date(2025, 4, 27), None),
        (date(2031, 4, 26), "Koningsdag"),
        (date(2027, 4, 27), "Koningsdag"),
        (date(2013, 4, 30), "Koninginnedag"),
        (date(2014, 4, 26), "Koningsdag"),
        (date(2025, 5, 5), "Bevrijdingsdag"),
        (date(2030, 5, 5), "Bevrijdingsdag"),
        (date(2026, 5, 5), None),
        (date(2027, 5, 6), "Hemelvaartsdag"),
        (date(2027, 5, 17), "Tweede Pinksterdag"),
        (date(2024, 5, 9), "Hemelvaartsdag"),
    ],
)
def test_days_that_move(day: date, name: str | None) -> None:
    assert public_holidays(day.year).get(day) == name


def test_easter_monday_follows_easter() -> None:
    for year in range(1990, 2101):
        assert public_holidays(year)[easter(year) + timedelta(days=1)] == "Tweede Paasdag"
