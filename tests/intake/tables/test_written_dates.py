"""Dates as people write them, worked out by hand with a calendar; and that doubt gives no day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.domain.dutch import MONTHS, WEEKDAYS
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.tables.date_words import MONTH_NUMBERS, says_no_date
from sto_tui.intake.tables.written_dates import DayOrder, NumberedDay, WrittenDate, numbered_days, written_date

# What is written; first and last day as `4-1-27`, or one day.
SURE = {
    # Days next to each other.
    "22 en 23 januari 2027": "22-1-27 23-1-27",
    "1, 2 en 3 sept. 2027": "1-9-27 3-9-27",
    "31 januari & 1 februari 2027": "31-1-27 1-2-27",
    # Day, month and year.
    "4 jan 2027": "4-1-27",
    "4. Januar 2027": "4-1-27",
    "10/Jan/24 3:15 PM": "10-1-24",
    "jan 4, 2027": "4-1-27",
    "January 10th 2024": "10-1-24",
    "Wednesday, January 10th 2024, 4:00:00 am +01:00": "10-1-24",
    "2024-01-10T09:00:00.000Z": "10-1-24",
    "2027-01-04": "4-1-27",
    "2027/1/4": "4-1-27",
    "20270104": "4-1-27",
    "za 23 januari 2027": "23-1-27",
    "vr 1 jan '27": "1-1-27",
    "1 sept. 2026": "1-9-26",
    "3e mrt 2027": "3-3-27",
    "4jan2027": "4-1-27",
    "uiterlijk 1 mei 2027": "1-5-27",
    "op 1 mei 2027 om 14.30 uur": "1-5-27",
    "1 mei 2027 (vrijdag vrij)": "1-5-27",
    "1 mei 2027:": "1-5-27",
    "10 de enero de 2027": "10-1-27",
    "1er mars 2027": "1-3-27",
    "24 août 2027": "24-8-27",
    "13/2/19": "13-2-19",
    "2/13/19": "13-2-19",
    "5-5-2027": "5-5-27",
    "<= 31-5-2027": "31-5-27",
    "van 1 mei tot 8 mei 2027": "1-5-27 8-5-27",
    "doorlopend t/m 31 mei 2027": "31-5-27",
    # All of a period.
    "hele schooljaar 2026-2027": "1-8-26 31-7-27",
    "het hele jaar 2027": "1-1-27 31-12-27",
    "gedurende Q2 2027": "1-4-27 30-6-27",
    "doorlopend in 2027": "1-1-27 31-12-27",
    # A year before a period, or behind it, with a dash between.
    "2027 - mei": "1-5-27 31-5-27",
    "2027 – Q4": "1-10-27 31-12-27",
    "2027-3e kwartaal": "1-7-27 30-9-27",
    "2027 - 2e helft": "1-7-27 31-12-27",
    "2027 1e halfjaar": "1-1-27 30-6-27",
    "2027 - week 20": "17-5-27 21-5-27",
    "2027 - mei t/m sept": "1-5-27 30-9-27",
    "2027-3e kwartaal t/m 2028-1e kwartaal": "1-7-27 31-3-28",
    "uiterlijk 2027 - mei": "1-5-27 31-5-27",
    "2027 (Q3)": "1-7-27 30-9-27",
    "mei - 2027": "1-5-27 31-5-27",
    "2026-2027 - okt": "1-10-26 31-10-26",
    "2026-2027 - week 20": "17-5-27 21-5-27",
    "2027 - mei 2028": "1-1-27 31-5-28",
    # Months.
    "mrt-27": "1-3-27 31-3-27",
    "mrt '27": "1-3-27 31-3-27",
    "okt 27": "1-10-27 31-10-27",
    "Feb 2028": "1-2-28 29-2-28",
    "2027-04": "1-4-27 30-4-27",
    "04-2027": "1-4-27 30-4-27",
    "März 2027": "1-3-27 31-3-27",
    # Weeks of work: week 12 of 2027 begins on Monday 22 March, week 53 of 2026 on 28 December.
    "week 12 2027": "22-3-27 26-3-27",
    "wk. 12 (2027)": "22-3-27 26-3-27",
    "2027-W12": "22-3-27 26-3-27",
    "2027-W12-3": "24-3-27",
    "week 53 2026": "28-12-26 1-1-27",
    "week van 3 maart 2027": "1-3-27 5-3-27",
    # Quarters, half-years, years, school years.
    "Q1 27": "1-1-27 31-3-27",
    "Q4-2027": "1-10-27 31-12-27",
    "K2 2027": "1-4-27 30-6-27",
    "1q27": "1-1-27 31-3-27",
    "2027 Q3": "1-7-27 30-9-27",
    "1e kwartaal 2027": "1-1-27 31-3-27",
    "1e en 2e kwartaal 2027": "1-1-27 30-6-27",
    "Q3 en Q4 2027": "1-7-27 31-12-27",
    "eerste half jaar 2028": "1-1-28 30-6-28",
    "tweede kwartaal van 2027": "1-4-27 30-6-27",
    "kwartaal 2 2027": "1-4-27 30-6-27",
    "H2 2027": "1-7-27 31-12-27",
    "1e halfjaar 2027": "1-1-27 30-6-27",
    "eerste helft 2027": "1-1-27 30-6-27",
    "2027": "1-1-27 31-12-27",
    "2026-2027": "1-8-26 31-7-27",
    "schooljaar 2026/2027": "1-8-26 31-7-27",
    "cursusjaar 2026-2027": "1-8-26 31-7-27",
    "sj 26/27": "1-8-26 31-7-27",
    "2026-27": "1-8-26 31-7-27",
    # Ranges; what one end lacks the other has.
    "3-7 maart 2027": "3-3-27 7-3-27",
    "March 24-27, 2027": "24-3-27 27-3-27",
    "March 3rd, 2027": "3-3-27 3-3-27",
    "March 3rd 2027": "3-3-27 3-3-27",
    "3rd of March, 2027": "3-3-27 3-3-27",
    "June 21st, 2027": "21-6-27 21-6-27",
    "maart - juni 2027": "1-3-27 30-6-27",
    "september t/m november 2026": "1-9-26 30-11-26",
    "december – januari 2027": "1-12-26 31-1-27",
    "nov 2026 tot feb": "1-11-26 28-2-27",
    "sept 2026 - jan 2027": "1-9-26 31-1-27",
    "15-17/11/2016": "15-11-16 17-11-16",
    "13/2/2027 - 28/2/2027": "13-2-27 28-2-27",
    "January 10, 2024 → January 12, 2024": "10-1-24 12-1-24",
    "week 3-5 2027": "18-1-27 5-2-27",
    "Q1 t/m Q3 2027": "1-1-27 30-9-27",
    "2026-2029": "1-1-26 31-12-29",
    "feb/mrt 2027": "1-2-27 31-3-27",
    "sept./okt. 2026": "1-9-26 31-10-26",
    "voor 1 mei 2027": "1-5-27",
    "13-2-2027 09:00 tot 14-2-2027 17:00": "13-2-27 14-2-27",
}
VAGUE = {
    # Days with others between them.
    "3, 10 en 17 juni 2027": "3-6-27 17-6-27",
    "3, 10 juni 2027": "3-6-27 10-6-27",
    "5 juni en 6 juli 2027": "5-6-27 6-7-27",
    "start 1 mei 2027": "1-5-27",
    "> 1 mei 2027": "1-5-27",
    "doorlopend vanaf 31-5-2027": "31-5-27",
    "start in september 2027": "1-9-27 10-9-27",
    "in de loop van mei 2027": "1-5-27 31-5-27",
    "tijdens week 12 2027": "22-3-27 26-3-27",
    "begin september 2026": "1-9-26 10-9-26",
    "medio mei 2027": "15-5-27",
    "end of March 2027": "21-3-27 31-3-27",
    "fin mars 2027": "21-3-27 31-3-27",
    "medio 2027": "1-4-27 30-9-27",
    "eind schooljaar 2026-2027": "1-5-27 31-7-27",
    "begin Q1 2027": "1-1-27 31-1-27",
    "eind week 12 2027": "26-3-27",
    "voorjaar 2027": "1-3-27 31-5-27",
    "ca. mei 2027": "1-5-27 31-5-27",
    "vanaf september 2026": "1-9-26 30-9-26",
    "tweede helft van mei 2027": "16-5-27 31-5-27",
    "1e helft maart 2027": "1-3-27 15-3-27",
    "mei 2027?": "1-5-27 31-5-27",
    "begin maart t/m eind april 2027": "1-3-27 30-4-27",
}
# In the year 2027 that somebody answered.
YEARLESS = {
    "4 maart": "4-3-27",
    "13/2": "13-2-27",
    "maart": "1-3-27 31-3-27",
    "week 12": "22-3-27 26-3-27",
    "Wk 3 21/05": "21-5-27",
    "week1-5": "4-1-27 5-2-27",
    "K1": "1-1-27 31-3-27",
    "1e halfjaar": "1-1-27 30-6-27",
    "aug-sept": "1-8-27 30-9-27",
    "dec - jan": "1-12-27 31-1-28",
    "eind maart": "21-3-27 31-3-27",
    "Jun 3": "3-6-27",
}
# What is written, as day/month and as month/day; None where that order has no such day.
OPEN = {
    "5/2/19": ("5-2-19", "2-5-19"),
    "ma 4-1-27": ("4-1-27", None),
    "Mon 1/4/27 8:00 AM": (None, "4-1-27"),
    "1/3/2027 - 5/4/2027": ("1-3-27 5-4-27", "3-1-27 4-5-27"),
    "04.01.2027": ("4-1-27", "1-4-27"),
    "jan-10": ("1-1-10 31-1-10", None),
    "jan 27": ("1-1-27 31-1-27", None),
    "mar 27": ("1-3-27 31-3-27", None),
}
NONE = (
    "9 en 3 mei 2027", "3 en 3 mei 2027", "3 en 4", "Les 3 en 4 mei 2027",
    "", "12", "1.2", "1.1.3", "21/0/27", "29-2-2027", "31 april 2027", "32/1/27", "week 54 2027", "Q5 2027", "10:30",
    "12 uur", "start", "einde", "begin", "Taak 3", "maandag", "voor de zomer 2027",
    "na maart 2027", "na Q2 2027", "< mei 2027", "rond de meivakantie", "hele dag", "1-1-1888", "5 maart 2027 klaar",
    "di 4 jan 2027", "A-12", "T4.2", "2e", "H3 2027", "tussen maart en mei", "3 weken", "1 maand", "week", "40%",
)  # fmt: skip


DAY_FIRST: tuple[DayOrder, ...] = ("dm", "dm?", "dmd")


def days(written: str) -> tuple[date, date]:
    """`4-1-27` twice, or first and last."""
    parts = [[int(number) for number in part.split("-")] for part in written.split()]
    found = [date(2000 + year, month, day) for day, month, year in parts]
    return found[0], found[-1]


def read(text: str, order: DayOrder | None = None, year: int | None = None) -> WrittenDate:
    written = written_date(text, order, year)
    assert written is not None
    return written


def span(text: str, order: DayOrder) -> Span | None:
    written = written_date(text, order)
    return written.span if written else None


@pytest.mark.parametrize("text", SURE)
def test_a_date_with_all_that_it_needs(text: str) -> None:
    first, last = days(SURE[text])
    assert replace(read(text), unused=(), clock=False) == WrittenDate(first, last, read(text).grain)


@pytest.mark.parametrize(
    ("text", "unused", "clock"),
    [
        ("1-10-2026 (gedaan)", ("gedaan",), False),
        ("15-11-2026 (o.v.b.)", ("o.v.b.",), False),
        ("1-3-2027 (af) t/m 5-3-2027 (ma)", ("af",), False),
        ("8-4-2027 12.30 uur", (), True),
        ("12 maart 2027 om 14.00 uur (aula)", ("aula",), True),
        ("2027-03-01T00:00:00", (), False),
        ("1-3-2027 0:00", (), False),
        ("1-3-2027 (?)", (), False),
        ("maart (2027)", (), False),
        ("doorlopend t/m mei 2027", ("doorlopend",), False),
        ("gereed: 1-3-2027", ("gereed",), False),
        ("3-5 (vervallen)", ("vervallen",), False),
    ],
)
def test_what_of_a_cell_is_not_of_the_date_is_said(text: str, unused: tuple[str, ...], clock: bool) -> None:
    assert (read(text).unused, read(text).clock) == (unused, clock)


@pytest.mark.parametrize("text", VAGUE)
def test_what_says_only_about_when_is_marked(text: str) -> None:
    assert (read(text).span, read(text).vague) == (days(VAGUE[text]), True)


@pytest.mark.parametrize("text", YEARLESS)
def test_without_a_year_there_is_no_day_until_it_is_answered(text: str) -> None:
    assert (read(text).span, read(text).without_year) == (None, True)
    answered = read(text, year=2027)
    assert (answered.span, answered.without_year) == (days(YEARLESS[text]), True)


@pytest.mark.parametrize("text", OPEN)
def test_an_order_that_is_not_known_gives_no_day(text: str) -> None:
    assert (read(text).span, read(text).order_open) == (None, True)
    assert [span(text, "dm"), span(text, "md")] == [days(written) if written else None for written in OPEN[text]]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    assert written_date(text) is None


def test_an_order_that_the_row_disproves_gives_no_day() -> None:
    assert written_date("13/2/19", "md") is None
    assert written_date("2/13/19", "dm") is None


@pytest.mark.parametrize("order", ["dm", "md", "dm?", "dmd"])
@pytest.mark.parametrize(
    ("text", "right"),
    [
        # The end, begin or half of a day there is not.
        ("eind mrt 27", "21-3-27 31-3-27"),
        ("eind jan 27", "21-1-27 31-1-27"),
        ("eind 3/27", "21-3-27 31-3-27"),
        ("begin mei 28", "1-5-28 10-5-28"),
        ("eerste helft mrt 27", "1-3-27 15-3-27"),
        ("eind mrt 27 t/m eind mei 27", "21-3-27 31-5-27"),
        # So a Dutch Excel writes a month.
        ("mrt-27", "1-3-27 31-3-27"),
        # June has no such day.
        ("jun 31", "1-6-31 30-6-31"),
    ],
)
def test_what_can_be_no_day_is_a_month_in_any_order(text: str, right: str, order: DayOrder) -> None:
    assert read(text, order).span == days(right)


def test_what_can_be_no_day_is_a_month_beside_days_with_the_day_first() -> None:
    """Also where `mrt 27` is answered to be a day: there is no 30 February. `3/27` may be a day, and then is."""
    assert [read("2/30", order).span for order in DAY_FIRST] == [days("1-2-30 28-2-30")] * 3
    assert read("apr-28", "dmd").span == days("1-4-28 30-4-28")
    assert read("3/27", "dmd", 2029).span == days("27-3-29")


@pytest.mark.parametrize(
    "text", ["n.t.b.", "TBD", "-", "–", "?", "doorlopend", "z.s.m.", "Nog te bepalen", "n.v.t.", ""]
)
def test_words_for_no_date_yet(text: str) -> None:
    assert (says_no_date(text), written_date(text)) == (True, None)


def test_days_in_numbers_as_they_stand() -> None:
    assert numbered_days("ma 4-1-27") == (NumberedDay(4, 1, 2027, 0, slash=False),)
    assert numbered_days("1/3/2027 - 5/4/2027") == (
        NumberedDay(1, 3, 2027, None, slash=True),
        NumberedDay(5, 4, 2027, None, slash=True),
    )
    assert numbered_days("15-17/11/2016")[1] == NumberedDay(17, 11, 2016, None, slash=True)
    assert numbered_days("4 jan 2027") == () == numbered_days("2027-01-04")


ANY_DAY = st.dates(date(1990, 1, 1), date(2099, 12, 31))
PIECES = (
    *"0123456789", "12", "27", "2027", "-", "/", ".", " ", " - ", " t/m ", "week ", "Q", "mrt", "ma ", "begin ", "'",
    ",", "(", ")", "?", "8:00", "e", "kwartaal", "schooljaar ",
)  # fmt: skip


@given(st.text(max_size=90) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_text_is_too_strange(text: str) -> None:
    orders: tuple[DayOrder | None, ...] = (None, "dm", "md")
    for order in orders:
        written = written_date(text, order, 2027)
        assert written is None or written.span is None or written.span[0] <= written.span[1]
    numbered_days(text)
    says_no_date(text)


@given(ANY_DAY, st.sampled_from(["{d}-{m}-{y}", "{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{w} {d}-{m}-{y} 8:00"]))
def test_a_day_in_numbers_is_itself_or_open_and_never_another(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year, w=WEEKDAYS[day.weekday()][:2])
    assert read(text).span in (None, (day, day))
    assert read(text, "dm").span == (day, day)


@given(ANY_DAY, st.sampled_from(sorted(MONTH_NUMBERS)))
def test_a_month_in_any_language_is_that_month(day: date, name: str) -> None:
    first = date(day.year, MONTH_NUMBERS[name], min(day.day, 28))
    assert read(f"{first.day} {name} {day.year}").span == (first, first)


@given(ANY_DAY, st.integers(0, 400), st.sampled_from([" - ", " t/m ", "-", " tot ", " until "]))
def test_a_range_has_both_its_ends(first: date, length: int, between: str) -> None:
    last = first + timedelta(days=length)
    text = between.join(f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    assert read(text).span == (first, last)
