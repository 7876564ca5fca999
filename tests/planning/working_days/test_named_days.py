"""Holidays typed by their name; the days of Easter worked out by hand, those of school holidays as they are known."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region import FreeDay, HolidayRegion
from sto_tui.domain.typed_dates import parse_date
from sto_tui.planning.working_days.named_days import beside_today
from tests.support.commands import Sto, raw
from tests.support.small_plan import empty_plan

TODAY = date(2026, 11, 28)
PLAN = empty_plan().with_tables(
    {
        "region": {1: empty_plan().region.changed(holiday_region=HolidayRegion.MIDDEN)},
        "free_days": {1: FreeDay(id=1, title="Studiedag", start=date(2027, 3, 2))},
    }
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        # Easter Sunday is 28 March 2027 and 16 April 2028; Ascension is 39 days later, Whit Sunday 49.
        ("Pasen", "2027-03-28", "2027-03-29"),
        ("pasen 2028", "2028-04-16", "2028-04-17"),
        ("tweede paasdag", "2027-03-29", "2027-03-29"),
        ("Hemelvaart", "2027-05-06", "2027-05-06"),
        ("Hemelvaartsdag 2028", "2028-05-25", "2028-05-25"),
        ("Pinksteren", "2027-05-16", "2027-05-17"),
        ("Kerst", "2026-12-25", "2026-12-26"),
        ("Koningsdag", "2027-04-27", "2027-04-27"),
        ("studiedag", "2027-03-02", "2027-03-02"),
        ("herfstvakantie", "2027-10-16", "2027-10-24"),
        ("Kerstvakantie 2027", "2027-12-25", "2028-01-09"),
    ],
)
def test_a_name_is_the_next_time_or_that_of_its_year(typed: str, first: str, last: str) -> None:
    beside = beside_today(PLAN, TODAY)
    assert str(parse_date(typed, "start", beside)) == first
    assert str(parse_date(typed, "end", beside)) == last


def test_what_happened_is_the_last_time_and_what_is_not_known_is_no_date() -> None:
    beside = beside_today(PLAN, TODAY)
    assert parse_date("Pasen", "start", beside, happened=True) == date(2026, 4, 5)
    for typed in ("herfstvakantie 2044", "carnaval", "zomervakantie 1999"):
        with pytest.raises(ValueError, match="is geen datum"):
            parse_date(typed, "start", beside)
    assert parse_date("Pasen", "start", beside_today(Dossier({}), TODAY)) == date(2027, 3, 28)
    with pytest.raises(ValueError, match="is geen datum"):
        parse_date("herfstvakantie", "start", beside_today(empty_plan(), TODAY))


def test_what_takes_the_place_of_a_day_is_of_the_same_year() -> None:
    beside = beside_today(PLAN, TODAY)
    for year, easter in ((2026, date(2026, 4, 5)), (2028, date(2028, 4, 16))):
        assert parse_date("Pasen", "start", replace(beside, instead=date(year, 6, 1))) == easter


def test_a_holiday_is_typed_on_the_command_line(example: Path, sto: Sto) -> None:
    assert sto("zet", example, "mijlpalen/1.1a", "klaar-op=Pinksteren 2027").code == 0
    assert raw(example)["milestones"]["1"]["due"] == "2027-05-17"
