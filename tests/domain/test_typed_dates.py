"""Dates in words, beside a day that is given: 28 November 2026, a Saturday of ISO week 48."""

import contextlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sto_tui.domain import dutch
from sto_tui.domain.dutch import MONTHS, WEEKDAYS, long_date, short_month
from sto_tui.domain.periods import Period, month_end
from sto_tui.domain.record import Edge
from sto_tui.domain.typed_dates import Beside, parse_date

TODAY = date(2026, 11, 28)
BESIDE = Beside(TODAY)
edges: st.SearchStrategy[Edge] = st.sampled_from(["start", "end"])
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
todays = st.dates(date(2000, 1, 1), date(2090, 12, 31))
modest = settings(max_examples=150)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("vandaag", "2026-11-28", "2026-11-28"),
        ("Morgen", "2026-11-29", "2026-11-29"),
        ("overmorgen", "2026-11-30", "2026-11-30"),
        ("gisteren", "2026-11-27", "2026-11-27"),
        ("eergisteren", "2026-11-26", "2026-11-26"),
        ("maandag", "2026-11-30", "2026-11-30"),
        # Today is a Saturday: the one that is meant is the next.
        ("zaterdag", "2026-12-05", "2026-12-05"),
        ("komende vrijdag", "2026-12-04", "2026-12-04"),
        ("afgelopen vrijdag", "2026-11-27", "2026-11-27"),
        ("deze week", "2026-11-23", "2026-11-27"),
        ("volgende week", "2026-11-30", "2026-12-04"),
        ("vorige week", "2026-11-16", "2026-11-20"),
        ("volgende maand", "2026-12-01", "2026-12-31"),
        ("dit kwartaal", "2026-10-01", "2026-12-31"),
        ("volgend kwartaal", "2027-01-01", "2027-03-31"),
        ("vorig jaar", "2025-01-01", "2025-12-31"),
        ("over 3 dagen", "2026-12-01", "2026-12-01"),
        ("over 6 weken", "2027-01-09", "2027-01-09"),
        ("over een maand", "2026-12-28", "2026-12-28"),
        ("over 2 jaar", "2028-11-28", "2028-11-28"),
        ("1 mrt", "2027-03-01", "2027-03-01"),
        ("28 nov.", "2026-11-28", "2026-11-28"),
        ("27 november", "2027-11-27", "2027-11-27"),
        ("1-3", "2027-03-01", "2027-03-01"),
        ("di 1-12", "2026-12-01", "2026-12-01"),
        # The next year that has one.
        ("29 feb", "2028-02-29", "2028-02-29"),
        ("november", "2026-11-01", "2026-11-30"),
        ("okt", "2027-10-01", "2027-10-31"),
        ("begin april", "2027-04-01", "2027-04-10"),
        ("half mei", "2027-05-15", "2027-05-15"),
        ("eind nov", "2026-11-21", "2026-11-30"),
        ("week 12", "2027-03-22", "2027-03-26"),
        ("week 48", "2027-11-29", "2027-12-03"),
        # Only some years have it: 28 December 2026 is the Monday of week 53.
        ("week 53", "2026-12-28", "2027-01-01"),
        ("1e kwartaal", "2027-01-01", "2027-03-31"),
        ("tweede helft", "2026-07-01", "2026-12-31"),
    ],
)
def test_words_beside_today(typed: str, start: str, end: str) -> None:
    assert parse_date(typed, "start", BESIDE).isoformat() == start
    assert parse_date(typed, "end", BESIDE).isoformat() == end


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("eind maart 2027", "2027-03-21", "2027-03-31"),
        ("eind van maart 2027", "2027-03-21", "2027-03-31"),
        ("begin feb. 2027", "2027-02-01", "2027-02-10"),
        ("medio mei 2027", "2027-05-15", "2027-05-15"),
        ("1e kwartaal 2027", "2027-01-01", "2027-03-31"),
        ("vierde kwartaal van 2027", "2027-10-01", "2027-12-31"),
        ("kwartaal 3 2027", "2027-07-01", "2027-09-30"),
        ("2e helft 2027", "2027-07-01", "2027-12-31"),
        ("1ste halfjaar '27", "2027-01-01", "2027-06-30"),
        ("begin 2027", "2027-01-01", "2027-03-31"),
        ("eind 2027", "2027-10-01", "2027-12-31"),
        # 4 January is always in week 1.
        ("week 1 2027", "2027-01-04", "2027-01-08"),
        ("week 12-2027", "2027-03-22", "2027-03-26"),
        ("wk 53 2026", "2026-12-28", "2027-01-01"),
        ("1 mrt 27", "2027-03-01", "2027-03-01"),
        ("mrt ’27", "2027-03-01", "2027-03-31"),
        ("maandag 1 maart 2027", "2027-03-01", "2027-03-01"),
        ("ma. 1-3-2027", "2027-03-01", "2027-03-01"),
    ],
)
def test_words_with_a_year_need_no_today(typed: str, start: str, end: str) -> None:
    assert parse_date(typed, "start").isoformat() == start
    assert parse_date(typed, "end").isoformat() == end


@pytest.mark.parametrize(
    ("typed", "earlier", "end"),
    [
        ("1 mrt", date(2027, 6, 1), "2028-03-01"),
        ("week 26", date(2027, 6, 1), "2027-07-02"),
        ("eind juni", date(2027, 6, 30), "2027-06-30"),
        # A begin that is past says nothing about the end that is still to come.
        ("1 mrt", date(2025, 2, 1), "2027-03-01"),
        # Words of today stay with today.
        ("morgen", date(2027, 6, 1), "2026-11-29"),
        ("+6w", date(2027, 6, 1), "2027-07-13"),
    ],
)
def test_a_date_without_a_year_comes_after_the_one_before_it(typed: str, earlier: date, end: str) -> None:
    assert parse_date(typed, "end", Beside(TODAY, earlier)).isoformat() == end


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("1 mrt", "2026-03-01"),
        ("28 nov", "2026-11-28"),
        ("29 nov", "2025-11-29"),
        ("vrijdag", "2026-11-27"),
        ("zaterdag", "2026-11-21"),
        ("week 12", "2026-03-20"),
        ("29 feb", "2024-02-29"),
        ("morgen", "2026-11-29"),
        ("1 mrt 2027", "2027-03-01"),
        ("1 mar 2027", "2027-03-01"),
    ],
)
def test_of_what_has_happened_it_is_the_last_time(typed: str, end: str) -> None:
    assert parse_date(typed, "end", BESIDE, happened=True).isoformat() == end


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("3 mrt", "2029-03-03", "2029-03-03"),
        ("week 12", "2029-03-19", "2029-03-23"),
        ("okt", "2029-10-01", "2029-10-31"),
        # The one that begins in it, not the one that ends in it.
        ("kerstvakantie", "2029-12-23", "2030-01-05"),
    ],
)
def test_what_stands_instead_of_a_day_is_in_its_year(typed: str, start: str, end: str) -> None:
    """1 January 2029 is a Monday: week 12 begins eleven weeks later, on 19 March."""
    christmas = tuple((date(year, 12, 23), date(year + 1, 1, 5)) for year in range(2027, 2031))
    beside = replace(BESIDE, instead=date(2029, 6, 1), named={"kerstvakantie": christmas})
    assert parse_date(typed, "start", beside) == date.fromisoformat(start)
    assert parse_date(typed, "end", beside) == date.fromisoformat(end)


@pytest.mark.parametrize(
    "typed", ["morgen", "maandag", "1 mrt", "1-3", "week 12", "volgende week", "mrt", "over 6 weken"]
)
def test_without_today_nothing_is_guessed(typed: str) -> None:
    with pytest.raises(ValueError, match="is geen datum"):
        parse_date(typed, "end", Beside(earlier=date(2027, 1, 1)))


NO_DATES = (
    "week 54",
    "week 0",
    "week 53 2027",
    "5e kwartaal 2027",
    "3e helft 2027",
    "31 juni",
    "30 feb",
    "half 2027",
    "maandag maart 2027",
    "maandag week 12",
    "1.3",
    "mrt 27",
    "over veel weken",
    "volgende maandag",
    "nu",
    "vandaag 2027",
)


@pytest.mark.parametrize("typed", NO_DATES)
def test_what_could_be_two_things_is_not_understood(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is geen datum\. Schrijf bijvoorbeeld"):
        parse_date(typed, "end", BESIDE)


def test_a_day_of_the_week_has_to_fit() -> None:
    with pytest.raises(
        ValueError, match=r"1 december 2026 is een dinsdag en geen maandag\. Verbeter een van de twee\."
    ):
        parse_date("maandag 1 dec", "end", BESIDE)


@modest
@given(days, todays, edges)
def test_every_form_with_a_year_reads_back(day: date, today: date, edge: Edge) -> None:
    """Whatever today is."""
    month, year, week = MONTHS[day.month - 1], day.year, day.isocalendar()
    for written in (
        dutch.weekday_date(day),
        f"{WEEKDAYS[day.weekday()][:2]} {day.day} {short_month(day)} {year}",
        f"{day.day}-{day.month}-{year}",
    ):
        assert parse_date(written, edge, Beside(today)) == day
    first, last = day.replace(day=1), month_end(year, day.month)
    quarter = Period(year, (day.month - 1) // 3 + 1, 4)
    for written, span in (
        (f"begin {month} {year}", (first, first.replace(day=10))),
        (f"half {month} {year}", (first.replace(day=15),) * 2),
        (f"eind {month} {year}", (first.replace(day=21), last)),
        (f"{quarter.part}e kwartaal {year}", (quarter.start, quarter.end)),
    ):
        assert parse_date(written, edge, Beside(today)) == span[edge == "end"]
    monday = day - timedelta(days=day.weekday())
    friday = monday + timedelta(days=4)
    assert parse_date(f"week {week.week} {week.year}", edge, Beside(today)) == (monday if edge == "start" else friday)


@modest
@given(todays, st.integers(0, 364))
def test_without_a_year_it_is_the_first_that_is_still_to_come(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert parse_date(f"{day.day} {short_month(day)}", "end", Beside(today)) == day
        assert parse_date(long_date(day).rpartition(" ")[0], "end", Beside(today)) == day
    back = today - timedelta(days=ahead)
    if (back.month, back.day) != (2, 29):
        assert parse_date(f"{back.day}-{back.month}", "end", Beside(today), happened=True) == back


_PIECES = (*MONTHS, *WEEKDAYS, "begin", "eind", "half", "week", "kwartaal", "helft", "e", "-", "/", ".", "'", "+", "w")
typed_pieces = st.lists(st.one_of(st.sampled_from(_PIECES), st.integers(0, 10_000).map(str)), max_size=5)


@modest
@given(
    st.one_of(typed_pieces.map(" ".join), typed_pieces.map("".join), st.text(max_size=20)), todays, edges, st.booleans()
)
@example("over 999 jaar", date(2090, 12, 31), "end", False)
@example("9999-12-31", date(2090, 12, 31), "end", False)
@example("12-9999", date(2090, 12, 31), "end", False)
@example("volgend jaar", date(2090, 12, 31), "end", True)
@example("²e kwartaal 2027", date(2090, 12, 31), "end", True)
def test_anything_is_a_date_or_a_dutch_sentence(typed: str, today: date, edge: Edge, happened: bool) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(parse_date(typed, edge, Beside(today), happened=happened), date)
        return
    with pytest.raises(ValueError, match=r" is (geen datum|een \w+dag en geen \w+dag)\. .+\.$"):
        parse_date(typed, edge, Beside(today), happened=happened)


@pytest.mark.parametrize("typed", ["morgen", "maandag", "volgende week", "volgend jaar", "over 6 weken", "+1d"])
def test_the_last_day_of_the_calendar_has_no_tomorrow(typed: str) -> None:
    with pytest.raises(ValueError, match="is geen datum"):
        parse_date(typed, "end", Beside(date.max))


JULY_TO_SEPTEMBER = "2027-07-01", "2027-09-30"


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        (("kw 3 2027", "kw. 3 2027", "kw 3 27", "kwartaal 3 27", "Q3-2027", "Q3/2027", "Q3 ’27"), *JULY_TO_SEPTEMBER),
        (
            ("3e kw 2027", "3e kw. 2027", "3e kw 27", "3e kw ’27", "3 kw 2027", "3 kw. 27", "3e kwartaal 27"),
            *JULY_TO_SEPTEMBER,
        ),
        (("2027 Q3", "2027-Q3", "2027Q3", "2027 kwartaal 3", "2027, 3e kwartaal"), *JULY_TO_SEPTEMBER),
        (("H1-2027", "2027 H1"), "2027-01-01", "2027-06-30"),
        (("w12 2027", "2027-W12", "2027 week 12"), "2027-03-22", "2027-03-26"),
        (("2027-03", "2027/03", "2027 maart", "2027, mrt"), "2027-03-01", "2027-03-31"),
        (("20270301", "2027/03/01", "2027.3.1", "1-3-’27", "1 - 3 - 2027"), "2027-03-01", "2027-03-01"),
        (("1 3 2027", "1. 3. 2027", "1 / 3 / 27", "1.3.’27"), "2027-03-01", "2027-03-01"),
        (("1/mrt/2027", "1/mrt/27", "1e maart 2027", "1 mrt 27", "1ste mrt ’27"), "2027-03-01", "2027-03-01"),
        (("1e mrt 27", "1ste maart 27", "1-mrt-27"), "2027-03-01", "2027-03-01"),
        # 28 November 2026 is a Saturday: next week begins on the 30th.
        (("volgende week vrijdag", "vrijdag volgende week"), "2026-12-04", "2026-12-04"),
        (("deze week maandag",), "2026-11-23", "2026-11-23"),
    ],
)
def test_other_ways_to_write_what_can_only_be_one_date(written: tuple[str, ...], start: str, end: str) -> None:
    for typed in written:
        both = [parse_date(typed, edge, BESIDE).isoformat() for edge in ("start", "end")]
        assert both == [start, end], typed


@pytest.mark.parametrize(
    "typed",
    [
        # March of 2027 or the 27th of March, and the third of the 27th of nothing.
        *("mrt 27", "3/27", "27", "2027 3-4", "2026-2027", "20271301", "kw 5 2027", "H3 2027", "w60 2027"),
        # September to December, or weeks 9 to 12; and a day whose marks are not twice the same may be such a stretch.
        *("9 - 12 2027", "10 - 12 2027", "9-12 2027", "9/12-2027", "1 -3 2027", "1- 3-2027", "1 3-2027", "1.3 2027"),
        # Half of the year.
        *("1/2 2027", "1/2 ’27"),
        # A part of the year, or the number of a decision.
        *("2027-1", "2027-4", "2027/4", "2027.4", "5 kw 2027", "week 12 27", "week 12-27"),
        # In a line these are a room, a power and a shelf.
        *("k3", "kw 3", "3 kw", "h1", "w12"),
    ],
)
def test_what_can_be_something_else_is_no_date(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is geen datum\. Schrijf bijvoorbeeld 28-2-2027, mrt 2027 of Q127\."):
        parse_date(typed, "start", BESIDE)
