"""Which days are free in a region, by hand from the calendars of 2027 and 2028."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.content import library
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region import FreeDay, HolidayRegion
from sto_tui.planning.working_days.free_days import free_days, is_edge
from tests.support.small_plan import empty_plan


def region(where: HolidayRegion | None, *own: FreeDay) -> Dossier:
    began = empty_plan()
    profile = began.region.changed(holiday_region=where)
    days = {number: free.model_copy(update={"id": number}) for number, free in enumerate(own, 1)}
    return began.with_tables({"region": {profile.id: profile}, "free_days": days})


MIDDEN = free_days(region(HolidayRegion.MIDDEN))
NOWHERE = free_days(region(None))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2027, 3, 25), ""),
        (date(2027, 3, 26), "Goede Vrijdag"),
        (date(2027, 3, 27), "in het weekend"),
        (date(2027, 3, 28), "Eerste Paasdag"),
        (date(2027, 3, 29), "Tweede Paasdag"),
        (date(2027, 3, 30), ""),
        # Koningsdag lies in the holiday, which says more.
        (date(2027, 4, 27), "in de meivakantie (24 april 2027 t/m 2 mei 2027)"),
        (date(2027, 7, 16), ""),
        (date(2027, 7, 17), "in de zomervakantie (17 juli 2027 t/m 29 augustus 2027)"),
        (date(2027, 8, 29), "in de zomervakantie (17 juli 2027 t/m 29 augustus 2027)"),
        (date(2027, 8, 30), ""),
    ],
)
def test_why_a_day_is_free(day: date, why: str) -> None:
    assert MIDDEN.why_free(day) == why


@pytest.mark.parametrize(
    ("where", "free", "working"),
    [
        (HolidayRegion.NOORD, date(2028, 2, 23), date(2028, 3, 1)),
        (HolidayRegion.MIDDEN, date(2028, 3, 1), date(2028, 2, 23)),
        (HolidayRegion.ZUID, date(2027, 10, 27), date(2027, 10, 20)),
        (HolidayRegion.MIDDEN, date(2027, 10, 20), date(2027, 10, 27)),
    ],
)
def test_each_region_has_its_own_weeks(where: HolidayRegion, free: date, working: date) -> None:
    days = free_days(region(where))
    assert not days.is_working(free)
    assert days.is_working(working)
    assert NOWHERE.is_working(free)


@pytest.mark.parametrize(
    ("day", "until", "onwards"),
    [
        (date(2027, 6, 10), date(2027, 6, 10), date(2027, 6, 10)),
        # A Saturday: Friday or Monday.
        (date(2027, 6, 12), date(2027, 6, 11), date(2027, 6, 14)),
        # Good Friday to Easter Monday.
        (date(2027, 3, 27), date(2027, 3, 25), date(2027, 3, 30)),
        (date(2027, 8, 4), date(2027, 7, 16), date(2027, 8, 30)),
        # Christmas Day is the Saturday on which the holiday begins; 9 January ends it.
        (date(2028, 1, 1), date(2027, 12, 24), date(2028, 1, 10)),
    ],
)
def test_the_working_days_around_a_day(day: date, until: date, onwards: date) -> None:
    assert (MIDDEN.working_until(day), MIDDEN.working_from(day)) == (until, onwards)


def test_what_the_region_wrote_takes_the_place_of_the_national_holiday() -> None:
    days = free_days(
        region(
            HolidayRegion.MIDDEN,
            FreeDay(title="Meivakantie", start=date(2027, 4, 26), end=date(2027, 5, 7), source="Rooster"),
            FreeDay(title="Studiedag", start=date(2027, 11, 10)),
            FreeDay(title="Omgekeerd", start=date(2027, 11, 20), end=date(2027, 11, 2)),
        )
    )
    assert days.why_free(date(2027, 5, 5)) == "in de meivakantie (26 april 2027 t/m 7 mei 2027)"
    assert days.why_free(date(2027, 4, 24)) == "in het weekend"
    # Another school year has the national one.
    assert days.why_free(date(2028, 5, 3)).startswith("in de meivakantie (29 april 2028")
    assert days.why_free(date(2027, 11, 10)) == "vrij wegens ‘Studiedag’ (10 november 2027)"
    assert days.free_in_short(date(2027, 11, 10)) == "op ‘Studiedag’"
    assert days.is_working(date(2027, 11, 5))


def test_years_of_free_days_have_no_working_day_nearby() -> None:
    days = free_days(region(None, FreeDay(title="Typefout", start=date(2027, 1, 1), end=date(2099, 1, 1))))
    assert days.working_from(date(2030, 6, 1)) is None
    assert days.working_until(date(2030, 6, 1)) is None
    assert NOWHERE.working_from(date.max) == date.max  # a Friday
    assert NOWHERE.working_until(date.min) is None  # a New Year, with nothing before it


@settings(max_examples=100)
@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.sampled_from([None, *HolidayRegion]))
def test_the_nearest_working_day_has_only_free_days_before_it(day: date, where: HolidayRegion | None) -> None:
    days = free_days(region(where))
    onwards, until = days.working_from(day), days.working_until(day)
    assert onwards is not None
    assert until is not None
    assert until <= day <= onwards
    assert days.is_working(onwards)
    assert days.is_working(until)
    between = (until + timedelta(days=away) for away in range(1, (onwards - until).days))
    assert all(not days.is_working(free) for free in between)


def test_every_school_holiday_is_whole_weeks_and_says_where_it_was_read() -> None:
    holidays = library.school_holidays()
    assert len(holidays) == 5 * 5 * 3
    for holiday in holidays:
        assert (holiday.start.weekday(), holiday.end.weekday()) == (5, 6), holiday
        weeks = ((holiday.end - holiday.start).days + 1) // 7
        assert weeks == {"zomervakantie": 6, "kerstvakantie": 2}.get(holiday.name, 1), holiday
        assert "Rijksoverheid" in holiday.source


def test_the_edges_of_a_month_bound_a_period() -> None:
    assert [is_edge(date(2027, *day)) for day in ((7, 31), (8, 1), (2, 28), (7, 30), (8, 2))] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert is_edge(date.max)
