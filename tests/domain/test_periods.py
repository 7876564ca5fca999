from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain import dutch
from sto_tui.domain.periods import Period, add_months, month_end, plan_columns
from sto_tui.domain.record import Edge
from sto_tui.domain.typed_dates import Beside, parse_date

periods = st.builds(
    lambda year, parts, part: Period(year, part % parts + 1, parts),
    st.integers(2000, 2099),
    st.sampled_from([2, 4]),
    st.integers(0, 3),
)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
edges: st.SearchStrategy[Edge] = st.sampled_from(["start", "end"])
modest = settings(max_examples=100)


@modest
@given(periods)
def test_a_period_reads_its_own_code(period: Period) -> None:
    assert Period.parse(period.code) == period
    assert Period.parse(f"{period.code[0].lower()}{period.part} {period.year}") == period


@modest
@given(periods)
def test_a_period_is_as_long_as_its_months(period: Period) -> None:
    assert period.start.day == 1
    assert (period.end + timedelta(days=1)).day == 1
    assert add_months(period.start, period.months) == period.end + timedelta(days=1)
    assert parse_date(period.code, "start") == period.start
    assert parse_date(period.code, "end") == period.end


@pytest.mark.parametrize(
    ("code", "start", "end", "written"),
    [
        ("Q127", date(2027, 1, 1), date(2027, 3, 31), "Q127"),
        ("q4 2028", date(2028, 10, 1), date(2028, 12, 31), "Q428"),
        ("K227", date(2027, 4, 1), date(2027, 6, 30), "Q227"),
        ("H228", date(2028, 7, 1), date(2028, 12, 31), "H228"),
        (" H122 ", date(2022, 1, 1), date(2022, 6, 30), "H122"),
        ("Q1’24", date(2024, 1, 1), date(2024, 3, 31), "Q124"),
    ],
)
def test_periods_as_sto_writes_them(code: str, start: date, end: date, written: str) -> None:
    period = Period.parse(code)
    assert (period.start, period.end, period.code) == (start, end, written)


@pytest.mark.parametrize("code", ["", "Q527", "H327", "Q027", "Q1", "127", "Q1277", "QQ127", "Q1-27-1"])
def test_a_code_that_is_no_period_is_explained(code: str) -> None:
    with pytest.raises(ValueError, match=r"is geen periode\. Schrijf bijvoorbeeld Q127 of H228"):
        Period.parse(code)


@modest
@given(days, edges)
def test_a_day_reads_as_it_is_written(day: date, edge: Edge) -> None:
    for written in (dutch.short_date(day), dutch.long_date(day), day.isoformat(), dutch.long_date(day).upper()):
        assert parse_date(written, edge) == day


@modest
@given(days, edges)
def test_a_month_gives_its_first_or_last_day(day: date, edge: Edge) -> None:
    expected = day.replace(day=1) if edge == "start" else month_end(day.year, day.month)
    for written in (
        f"{dutch.MONTHS[day.month - 1]} {day.year}",
        f"{dutch.short_month(day)} {day.year}",
        f"{dutch.short_month(day)}. {day.year}",
        f"{day.month}-{day.year}",
        f"{day.month:02}/{day.year}",
    ):
        assert parse_date(written, edge) == expected


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("mrt 2027", date(2027, 3, 1), date(2027, 3, 31)),
        ("feb 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("februari 2027", date(2027, 2, 1), date(2027, 2, 28)),
        ("sept 2027", date(2027, 9, 1), date(2027, 9, 30)),
        ("12-2027", date(2027, 12, 1), date(2027, 12, 31)),
        ("Q127", date(2027, 1, 1), date(2027, 3, 31)),
        ("h2 2028", date(2028, 7, 1), date(2028, 12, 31)),
        ("28-2-2027", date(2027, 2, 28), date(2027, 2, 28)),
        ("1/4/27", date(2027, 4, 1), date(2027, 4, 1)),
        ("1.4.2027", date(2027, 4, 1), date(2027, 4, 1)),
        (" 3 mei 2027 ", date(2027, 5, 3), date(2027, 5, 3)),
        ("29-2-2028", date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_a_span_gives_its_edges(typed: str, start: date, end: date) -> None:
    assert parse_date(typed, "start") == start
    assert parse_date(typed, "end") == end


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("+6w", date(2027, 3, 14)),
        ("+10d", date(2027, 2, 10)),
        ("+ 1w", None),
        ("+1 w", date(2027, 2, 7)),
        ("+3m", date(2027, 4, 30)),
        ("+1M", date(2027, 2, 28)),
        ("+0d", date(2027, 1, 31)),
    ],
)
def test_steps_count_from_a_day(typed: str, expected: date | None) -> None:
    if expected is None:
        with pytest.raises(ValueError, match="is geen datum"):
            parse_date(typed, "end", Beside(date(2027, 1, 31)))
    else:
        assert parse_date(typed, "end", Beside(date(2027, 1, 31))) == expected


@modest
@given(days.filter(lambda day: day.year < 2090), st.integers(0, 99))
def test_steps_of_weeks_are_seven_days(day: date, weeks: int) -> None:
    beside = Beside(date(2000, 1, 1), earlier=day)
    assert parse_date(f"+{weeks}w", "start", beside) == day + timedelta(days=7 * weeks)
    assert parse_date(f"+{weeks}w", "end", beside) == parse_date(f"+{7 * weeks}d", "end", beside)


NO_DATES = """
31-2-2027 29-2-2027 0-1-2027 1-13-2027 13-2027 2027-02-30 30-februari-2027 3-foo-2027 morgen +6w Q527 H327 27 20270101
0000 0-0000 99999
"""


@pytest.mark.parametrize("typed", ["", *NO_DATES.split()])
def test_what_is_no_date_is_explained(typed: str) -> None:
    with pytest.raises(
        ValueError, match=r"is geen datum. Schrijf bijvoorbeeld 28-2-2027, mrt 2027 of Q127\."
    ) as raised:
        parse_date(typed)
    assert f"‘{typed}’" in str(raised.value)


@pytest.mark.parametrize(
    ("start", "end", "codes"),
    [
        ("1-1-2027", "31-12-2028", "Q127 Q227 Q327 Q427 Q128 Q228 Q328 Q428"),
        ("1-1-2025", "31-12-2028", "Q125 Q225 Q325 Q425 Q126 Q226 Q326 Q426 H127 H227 H128 H228"),
        ("1-11-2019", "31-12-2021", "Q419 Q120 Q220 Q320 Q420 H121 H221"),
        ("1-5-2027", "30-9-2027", "Q227 Q327"),
        ("1-1-2027", "1-1-2027", "Q127"),
        ("1-7-2027", "30-6-2032", "Q327 Q427 Q128 Q228 Q328 Q428 H129 H229 H130 H230 2031 2032"),
    ],
)
def test_quarters_near_half_years_further_and_years_far(start: str, end: str, codes: str) -> None:
    columns = plan_columns(parse_date(start), parse_date(end))
    assert " ".join(column.code for column in columns) == codes


@modest
@given(days, st.integers(0, 3000))
def test_columns_lie_side_by_side_and_hold_the_period(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    columns = plan_columns(start, end)
    assert columns[0].start <= start
    assert columns[-1].end >= end
    for one, following in pairwise(columns):
        assert one.end + timedelta(days=1) == following.start


@modest
@given(st.integers(-(10**13), 10**13))
def test_an_amount_reads_as_it_is_written(cents: int) -> None:
    assert dutch.parse_amount(dutch.amount(cents)) == cents
    assert dutch.parse_amount(dutch.amount(cents).replace("€", "").strip()) == cents


@pytest.mark.parametrize(
    ("cents", "written"),
    [
        (0, "€\u00a00"),
        (1_250_000, "€\u00a012.500"),
        (1_250_050, "€\u00a012.500,50"),
        (5, "€\u00a00,05"),
        (-1_250_050, "€\u00a0-12.500,50"),
        (-7, "€\u00a0-0,07"),
        (100_000_000_00, "€\u00a0100.000.000"),
    ],
)
def test_amounts_as_dutch_readers_write_them(cents: int, written: str) -> None:
    assert dutch.amount(cents) == written


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("12.500,50", 1_250_050), ("12500.5", 1_250_050), ("€ 12.500", 1_250_000), ("50", 5_000), ("0,5", 50)],
)
def test_amounts_as_people_type_them(typed: str, cents: int) -> None:
    assert dutch.parse_amount(typed) == cents


@pytest.mark.parametrize("typed", ["", "veel", "1,2,3", "1.2.3", "12.50,5", "1e5", "--1", "0,005", "nan"])
def test_what_is_no_amount_is_explained(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Schrijf bijvoorbeeld 12\.500,50"):
        dutch.parse_amount(typed)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1250, "1.250"),
        (12.5, "12,5"),
        (12.0, "12"),
        (0.125, "0,13"),
        (0.115, "0,12"),
        (-0.125, "-0,13"),
        (-0.001, "0"),
        (2_500_000, "2.500.000"),
        (-1234567.891, "-1.234.567,89"),
        (0, "0"),
        (Decimal("7.10"), "7,1"),
        (100, "100"),
        (100.0, "100"),
    ],
)
def test_numbers_as_dutch_readers_write_them(value: float | Decimal, written: str) -> None:
    assert dutch.number(value) == written


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        # Half a tenth goes up, whatever the even neighbour is.
        (6.25, 1, "6,3"),
        (6.35, 1, "6,4"),
        (-6.25, 1, "-6,3"),
        (-0.04, 1, "0,0"),
        (12.0, 1, "12,0"),
        (12_500.5, 0, "12.501"),
        (12_500.5, 2, "12.500,50"),
        (1e300, 0, None),
    ],
)
def test_numbers_with_a_fixed_number_of_decimals(value: float, decimals: int, written: str | None) -> None:
    assert dutch.number(value, decimals) == (written or "1" + ".000" * 100)


@modest
@given(st.integers(-(10**9), 10**9))
def test_a_number_reads_as_it_is_written(hundredths: int) -> None:
    value = Decimal(hundredths) / 100
    assert dutch.parse_number(dutch.number(value)) == value


@pytest.mark.parametrize(
    ("how_many", "expected"),
    [(0, "geen antwoorden"), (1, "1 antwoord"), (2, "2 antwoorden"), (1250, "1.250 antwoorden")],
)
def test_counts_have_the_right_plural(how_many: int, expected: str) -> None:
    assert dutch.count(how_many, "antwoord", "antwoorden") == expected


@pytest.mark.parametrize(
    ("words", "expected", "in_a_cell"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a, b"),
        (["a", "b", "c"], "a, b en c", "a, b, c"),
        # A name with a comma of its own: `De Lichtboei, school voor vso`.
        (["a, b"], "a, b", "a, b"),
        (["a", "b, c"], "a en b, c", "a; b, c"),
        (["a, b", "c"], "a, b, en c", "a, b; c"),
        (["a, b", "c", "d"], "a, b; c; en d", "a, b; c; d"),
        (["a", "b", "c, d"], "a; b; en c, d", "a; b; c, d"),
        (["‘a, b’", "c", "d"], "‘a, b’, c en d", "‘a, b’, c, d"),
        (["1 (2 dagen, wacht op 3)", "2", "4"], "1 (2 dagen, wacht op 3), 2 en 4", "1 (2 dagen, wacht op 3), 2, 4"),
        (["€ 12,50", "€ 13", "€ 14"], "€ 12,50, € 13 en € 14", "€ 12,50, € 13, € 14"),
    ],
)
def test_words_in_a_row(words: list[str], expected: str, in_a_cell: str) -> None:
    assert dutch.enumerate_words(words) == expected
    assert dutch.side_by_side(words) == in_a_cell


def test_numbers_and_first_letters_in_running_text() -> None:
    assert [dutch.in_words(how_many) for how_many in (0, 1, 12, 13)] == ["geen", "één", "twaalf", "13"]
    assert [dutch.small(text) for text in ("Leerlingen", "PIE", "M", "A b", "")] == [
        "leerlingen",
        "PIE",
        "M",
        "A b",
        "",
    ]
    assert [dutch.capital(text) for text in ("leerlingen", "één", "")] == ["Leerlingen", "Één", ""]
