"""A figure as a table of text: what is typed or pasted is read, and the table that is shown reads back the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.figures.table import parse_table, table_text

NUMBERS = st.integers(0, 10**7).map(lambda number: number / 10)
RANGES = st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda pair: (float(pair[0]), float(sum(pair))))
VALUES = st.one_of(NUMBERS.map(lambda number: (number, number)), RANGES)


def point(label: str, year: int, value: float | tuple[float, float], id: int = 0, *, prognosis: bool = False) -> Point:
    low, high = value if isinstance(value, tuple) else (value, value)
    known = low == high
    return Point(
        id=id,
        label=label,
        year=year,
        value=low if known else None,
        value_min=None if known else low,
        value_max=None if known else high,
        prognosis=prognosis,
    )


def test_typed_and_pasted_tables_are_read() -> None:
    typed = "reeks; 2024; 2025; 2028*\nPIE; 1.250; <5; 12,5\nBWI; –; 3–7; 40*\n"
    assert parse_table(typed) == (
        point("PIE", 2024, 1250.0, 1),
        point("PIE", 2025, (1.0, 4.0), 2),
        point("PIE", 2028, 12.5, 3, prognosis=True),
        point("BWI", 2025, (3.0, 7.0), 4),
        point("BWI", 2028, 40.0, 5, prognosis=True),
    )
    pasted = "Profiel\t2023-2024\t2024/2025\nPIE\t42\t43%\n"
    assert [(one.year, one.value) for one in parse_table(pasted)] == [(2023, 42.0), (2024, 43.0)]
    assert parse_table("  \n") == ()


@pytest.mark.parametrize("row", ["PIE; 1", "PIE; 1;", "PIE; 1; –", "PIE; 1;;", "PIE; 1; –;;"])
def test_a_row_may_be_shorter_than_the_years_or_end_in_empty_cells(row: str) -> None:
    assert parse_table(f"reeks; 2024; 2025\n{row}") == (point("PIE", 2024, 1.0, 1),)


def test_values_keep_their_ids() -> None:
    indicator = Indicator(title="Instroom", series=(point("PIE", 2024, 1.0, 7), point("BWI", 2024, 2.0, 3)))
    read = parse_table("x; 2024; 2025\nBWI; 2; 4\nPIE; 5; 6", indicator)
    assert [(one.label, one.year, one.id) for one in read] == [
        ("BWI", 2024, 3),
        ("BWI", 2025, 8),
        ("PIE", 2024, 7),
        ("PIE", 2025, 9),
    ]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("PIE 42", "Regel 1: ‘PIE 42’ heeft geen jaren"),
        ("reeks; twee", "‘twee’ is geen jaar"),
        ("reeks; 2024; 2024", "twee keer"),
        ("reeks; 2024\nPIE; veel", "Regel 2, 2024: ‘veel’ is geen waarde"),
        ("reeks; 2024\nPIE; 9–3", "is geen waarde"),
        ("reeks; 2024\nPIE; 1\nPIE; 2", "Regel 3: reeks ‘PIE’ staat er twee keer"),
        ("reeks; 2024\nPIE; 1; 2", "Regel 2: hier staan 2 waarden bij 1 jaar."),
        ("reeks; 2024\nPIE; 12345678901234", "Regel 2, 2024: ‘12345678901234’ is te groot; het hoogste is"),
        ("reeks; 2024\nPIE; <" + "9" * 400, "is te groot"),
        (f"reeks; 2024\n{'P' * 301}; 1", "Regel 2: de naam van een reeks heeft hoogstens 300 tekens"),
        ("reeks; 1950\nPIE; 1", "Regel 1: 1950 valt buiten 1990 tot en met 2100"),
        ("2024; 2025\nPIE; 10; 20\nBWI; 10; 20", "Regel 1: boven de namen van de reeksen hoort een eigen vakje"),
        ("2024; 2025\nPIE; 10; 20", "Regel 2: hier staan 3 waarden bij 2 jaren"),
        ("2024; 2025\nPIE; 10", "‘PIE’ is geen waarde"),
    ],
)
def test_what_is_not_understood_is_named_with_its_line(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match="Regel") as error:
        parse_table(typed)
    assert says in str(error.value)
    assert not isinstance(error.value, ValidationError), "that one speaks English"


@pytest.mark.parametrize("typed", ["2024;2025\n10;20", "2024\t2025\n10\t20\n"])
def test_without_names_the_first_column_is_a_year_too(typed: str) -> None:
    assert parse_table(typed) == (point("", 2024, 10.0, 1), point("", 2025, 20.0, 2))
    assert parse_table("2024\n10") == (point("", 2024, 10.0, 1),)


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("−3–5", -3, 5),
        ("-3 t/m 5", -3, 5),
        ("-5--3", -5, -3),
        ("−7", -7, -7),
        ("-1.250,5", -1250.5, -1250.5),
        # Under a limit is at least one; under one is none.
        ("<5", 1, 4),
        ("<2", 1, 1),
        ("<1", 0, 0),
    ],
)
def test_negative_and_masked_values_are_read(typed: str, low: float, high: float) -> None:
    assert parse_table(f"reeks; 2024\nPIE; {typed}") == (point("PIE", 2024, (low, high), 1),)


@pytest.mark.parametrize(("series", "fits"), [(100, True), (101, False)])
def test_how_many_series_fit(series: int, fits: bool) -> None:
    typed = "reeks; 2024\n" + "\n".join(f"Reeks {place}; 1" for place in range(series))
    if fits:
        assert len(parse_table(typed)) == 100
    else:
        with pytest.raises(ValueError, match=r"^Dit zijn 101 reeksen; er passen er 100\.$"):
            parse_table(typed)


UNTOUCHED = Indicator(
    title="Cijfer",
    series=(
        Point(id=9, label="PIE", year=2025, value=0.123456789),
        Point(id=2, label="PIE", year=2024, value=1e-9, prognosis=True),
        Point(id=3, label="Zorg; breed", year=2024, value_min=4),
        Point(id=4, label="Zorg; breed", year=2025, value_max=4, prognosis=True),
        Point(id=5, label="Zorg, breed", year=2024),
        Point(id=6, label="Zorg, breed", year=2025, value_min=-3.14159, value_max=5),
        Point(id=7, label="PIE", year=2026, value=1),
        Point(id=8, label="PIE", year=2026, value=2),
    ),
)


def test_what_nobody_touched_stays_as_it_was() -> None:
    shown = table_text(UNTOUCHED)
    assert shown == ("reeks; 2024; 2025; 2026\nPIE; 0*; 0,12; 2\nZorg, breed (2); ?; ?*; \nZorg, breed; ?; -3,14–5; ")
    assert parse_table(shown, UNTOUCHED) == UNTOUCHED.series
    touched = parse_table(shown.replace("0*; 0,12; 2", "0; ?; 3"), UNTOUCHED)
    assert [one for one in touched if one.label != "PIE"] == [one for one in UNTOUCHED.series if one.label != "PIE"]
    assert [one for one in touched if one.label == "PIE"] == [
        Point(id=2, label="PIE", year=2024, value=1e-9),
        Point(id=9, label="PIE", year=2025),
        Point(id=8, label="PIE", year=2026, value=3),
    ]


@given(
    st.dictionaries(
        st.sampled_from(["", "PIE", "BWI", "Z&W, breed"]), st.dictionaries(st.integers(1990, 2099), VALUES)
    ),
    st.booleans(),
)
@settings(max_examples=40)
def test_the_shown_table_reads_back(series: dict[str, dict[int, tuple[float, float]]], prognosis: bool) -> None:
    points = tuple(
        point(label, year, value, prognosis=prognosis)
        for label, years in series.items()
        for year, value in sorted(years.items())[:50]
    )
    numbered = tuple(one.model_copy(update={"id": number}) for number, one in enumerate(points, 1))
    indicator = Indicator(title="Cijfer", series=numbered)
    assert {one.id: one for one in parse_table(table_text(indicator), indicator)} == {one.id: one for one in numbered}
