"""Columns that stand for time: their days worked out by hand, and what they cannot say is asked."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.one_year import parts_of_one_year
from sto_tui.intake.tables.parts_of_years import parts_of_years
from sto_tui.intake.tables.period_heads import PeriodAnswers, PeriodRun, period_run


def run_of(*rows: str, head: int = 0, answers: PeriodAnswers | None = None) -> PeriodRun:
    """Rows as `Taak | jan 2027 | feb 2027`."""
    cells: list[Sequence[Cell]] = [[cell.strip() for cell in row.split("|")] for row in rows]
    run = period_run(cells, head, answers or PeriodAnswers())
    assert run is not None
    return run


def spans(run: PeriodRun) -> list[Span]:
    return [head.span for head in run.heads if head.span]


def days(*written: str) -> list[Span]:
    """`1-1-27 31-1-27` each."""
    read = []
    for span in written:
        first, last = ([int(number) for number in part.split("-")] for part in span.split())
        read.append((date(2000 + first[2], first[1], first[0]), date(2000 + last[2], last[1], last[0])))
    return read


NOV, DEC = "1-11-26 30-11-26", "1-12-26 31-12-26"
JAN, FEB, MRT = "1-1-27 31-1-27", "1-2-27 28-2-27", "1-3-27 31-3-27"


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Taak | jan 2027 | feb 2027 | mrt 2027", [JAN, FEB, MRT]),
        ("Taak | jan-27 | feb-27 | mrt-27", [JAN, FEB, MRT]),
        ("Taak | jan 27 | feb 27 | mar 27", [JAN, FEB, MRT]),
        ("Taak | 2027-01 | 2027-02 | 2027-03", [JAN, FEB, MRT]),
        ("Taak | Wie | nov 2026 | dec | jan | feb", ["1-11-26 30-11-26", "1-12-26 31-12-26", JAN, FEB]),
        ("Taak | okt | nov | dec | jan 2027", ["1-10-26 31-10-26", "1-11-26 30-11-26", "1-12-26 31-12-26", JAN]),
        ("Taak | Q1 2027 | Q2 2027", ["1-1-27 31-3-27", "1-4-27 30-6-27"]),
        ("Taak | Voorjaar 2027 | Najaar 2027", ["1-3-27 31-5-27", "1-9-27 30-11-27"]),
        ("Taak | 1e halfjaar 2027 | 2e halfjaar 2027", ["1-1-27 30-6-27", "1-7-27 31-12-27"]),
        ("Taak | 2026-2027 | 2027-2028", ["1-8-26 31-7-27", "1-8-27 31-7-28"]),
        ("Taak | 2027 | 2028 | 2029 | Totaal", ["1-1-27 31-12-27", "1-1-28 31-12-28", "1-1-29 31-12-29"]),
        ("Taak | week 1 2027 | week 2 2027", ["4-1-27 8-1-27", "11-1-27 15-1-27"]),
        # Mondays as heads: only day/month rises in steps of a week.
        ("Taak | 4-1-27 | 11-1-27 | 18-1-27", ["4-1-27 8-1-27", "11-1-27 15-1-27", "18-1-27 22-1-27"]),
        ("Task | 1/4/27 | 1/11/27 | 1/18/27", ["4-1-27 8-1-27", "11-1-27 15-1-27", "18-1-27 22-1-27"]),
        # Firsts of months.
        ("Taak | 2027-01-01 | 2027-02-01 | 2027-03-01", [JAN, FEB, MRT]),
    ],
)
def test_heads_with_their_year(heads: str, expected: Sequence[str]) -> None:
    run = run_of(heads)
    assert (spans(run), run.asked) == (days(*expected), ())


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A year over its months, merged or only in its first cell.
        (["| 2026 | 2026 | 2027 | 2027", "Taak | nov | dec | jan | feb"], [NOV, DEC, JAN, FEB]),
        (["| 2026 | | 2027 |", "Taak | nov | dec | jan | feb"], [NOV, DEC, JAN, FEB]),
        # A school year over its months.
        (["| 2026-2027 | | |", "Taak | dec | jan | feb"], ["1-12-26 31-12-26", JAN, FEB]),
        # First letters of months.
        (
            ["| 2026 | | | | 2027 | |", "Taak | S | O | N | D | J | F | M"],
            ["1-9-26 30-9-26", "1-10-26 31-10-26", "1-11-26 30-11-26", "1-12-26 31-12-26", JAN, FEB, MRT],
        ),
        # The year below the months.
        (["Taak | jan | feb | mrt", "| 2027 | | "], [JAN, FEB, MRT]),
        # Weeks under months of a year.
        (["| jan 2027 | | |", "Taak | wk 1 | wk 2 | wk 3"], ["4-1-27 8-1-27", "11-1-27 15-1-27", "18-1-27 22-1-27"]),
        # One head over more columns: a year in quarters, months in days.
        (
            ["Taak | 2027 | | | | 2028 | | | "],
            ["1-1-27 31-3-27", "1-4-27 30-6-27", "1-7-27 30-9-27", "1-10-27 31-12-27", "1-1-28 31-3-28",
             "1-4-28 30-6-28", "1-7-28 30-9-28", "1-10-28 31-12-28"],
        ),
        (
            ["Taak | jan 2027 | jan 2027 | feb 2027 | feb 2027", "| 1 | 2 | 1 | 2"],
            ["1-1-27 15-1-27", "16-1-27 31-1-27", "1-2-27 14-2-27", "15-2-27 28-2-27"],
        ),
        (
            ["Taak | jan 2027 | jan 2027 | feb 2027 | feb 2027", "| 4 | 18 | 1 | 15"],
            ["4-1-27 17-1-27", "18-1-27 31-1-27", "1-2-27 14-2-27", "15-2-27 28-2-27"],
        ),
    ],
)  # fmt: skip
def test_heads_that_belong_to_another_row(rows: Sequence[str], expected: Sequence[str]) -> None:
    run = run_of(*rows, head=len(rows) - 1 if rows[0].startswith("|") else 0)
    assert (spans(run), run.asked) == (days(*expected), ())


@pytest.mark.parametrize(
    ("rows", "asked", "answers", "expected"),
    [
        (["Taak | jan | feb | mrt"], "jaar", PeriodAnswers(years="2027"), [JAN, FEB, MRT]),
        (
            ["Taak | dec | jan | feb"],
            "jaar",
            PeriodAnswers(years="2026-2027"),
            ["1-12-26 31-12-26", JAN, FEB],
        ),
        (["Taak | Q3 | Q4 | Q1"], "jaar", PeriodAnswers(years="2026-2027"),
         ["1-7-26 30-9-26", "1-10-26 31-12-26", "1-1-27 31-3-27"]),
        # Weeks of the year go over New Year; 2026 has a week 53.
        (["Taak | week 51 | week 52 | week 53 | week 1"], "jaar", PeriodAnswers(years="2026"),
         ["14-12-26 18-12-26", "21-12-26 25-12-26", "28-12-26 1-1-27", "4-1-27 8-1-27"]),
        # Weeks of the year, or of the project.
        (["Taak | week 1 | week 2 | week 3"], "week1", PeriodAnswers(week_of_year=True, years="2027"),
         ["4-1-27 8-1-27", "11-1-27 15-1-27", "18-1-27 22-1-27"]),
        (["Taak | week 1 | week 2 | week 3"], "week1", PeriodAnswers(first=date(2027, 3, 1)),
         ["1-3-27 5-3-27", "8-3-27 12-3-27", "15-3-27 19-3-27"]),
        # Numbers are nothing until asked.
        (["Taak | 1 | 2 | 3 | 4 | 5"], "getallen", PeriodAnswers(numbers="maand", years="2027"),
         [JAN, FEB, MRT, "1-4-27 30-4-27", "1-5-27 31-5-27"]),
        (["Taak | M1 | M2 | M3"], "week1", PeriodAnswers(first=date(2027, 1, 1)), [JAN, FEB, MRT]),
        (["Taak | Jaar 1 | Jaar 2 | Jaar 3"], "jaar", PeriodAnswers(years="2026-2027"),
         ["1-8-26 31-7-27", "1-8-27 31-7-28", "1-8-28 31-7-29"]),
        (["Week | 36 | 37 | 38 | 39 | 40"], "week1", PeriodAnswers(years="2026"),
         ["31-8-26 4-9-26", "7-9-26 11-9-26", "14-9-26 18-9-26", "21-9-26 25-9-26", "28-9-26 2-10-26"]),
    ],
)  # fmt: skip
def test_what_heads_cannot_say_is_asked(
    rows: Sequence[str], asked: str, answers: PeriodAnswers, expected: Sequence[str]
) -> None:
    alone = run_of(*rows)
    assert (spans(alone), alone.asked) == ([], (asked,))
    answered = run_of(*rows, answers=answers)
    assert (spans(answered), answered.asked) == (days(*expected), ())


def test_noughts_below_years_are_no_parts_of_these() -> None:
    """A sheet of amounts ended the program there."""
    assert parts_of_years(SheetRow(2, ("cash", "0", "0", "0")), [SheetRow(1, ("Partij", "2027", "2028", "2029"))]) == {}


@pytest.mark.parametrize(
    ("above", "row", "heads"),
    [
        ("Taak|2027", "|T1|T2|T3", "Taak|T1 2027|T2 2027|T3 2027"),
        ("Taak|Schooljaar 2027-2028||Wie", "|Trim. 1|Trim. 2|", "Taak|Trim. 1 2027-2028|Trim. 2 2027-2028|Wie"),
        ("|Planning 2027", "Taak|1e blok|2e blok", "Taak|1e blok 2027|2e blok 2027"),
        ("Taak|2027|2028", "|T1|T2", None),
        ("Taak|2027", "Bus|T1|T2", None),
        ("Taak|2027", "|T1|T3", None),
        ("Taak|2027", "|T1|P2", None),
        ("Taak|2027|", "|Wie 1|Wat", None),
        ("Taak|2027|Wie", "|T1|T2", None),
    ],
)
def test_parts_below_the_only_year(above: str, row: str, heads: str | None) -> None:
    first, second = (SheetRow(at, tuple(text.split("|"))) for at, text in enumerate((above, row), 1))
    found = parts_of_one_year(first, second)
    assert (None if found is None else "|".join(map(str, found.cells))) == heads


def test_a_date_beside_the_first_number_is_where_it_begins() -> None:
    run = run_of("| 4 jan 2027 | | | |", "week | 1 | 2 | 3 | 4 | 5", head=1)
    assert spans(run)[:2] == days("4-1-27 8-1-27", "11-1-27 15-1-27")


@pytest.mark.parametrize(
    "row",
    [
        "Taak | Begin | Eind | Wie",
        # Cells of a row of a plan, not heads.
        "Sleutel gekozen | 4-1-2027 | 15-3-2027 | 1-4-2027",
        "Taak | 1 | 2 | 3",
        "Taak | mrt 2027 | feb 2027",
        "Taak | 40% | 50% | 60%",
    ],
)
def test_what_is_no_run(row: str) -> None:
    assert period_run([[cell.strip() for cell in row.split("|")]], 0) is None


def test_columns_and_rows_of_a_run() -> None:
    run = run_of("Plan STO", "| | 2027 |", "Taak | Wie | jan | feb | mrt | Opmerking", "A | B | x | | | ", head=2)
    assert (run.columns, run.row, run.rows, run.grain) == ((2, 3, 4), 2, frozenset({1, 2}), "month")


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [
                    "",
                    "Taak",
                    "jan",
                    "feb 2027",
                    "1",
                    "2",
                    "3",
                    "4",
                    "5",
                    "Q1",
                    "Q2",
                    "2027",
                    "2028",
                    "week 1",
                    "week 2",
                    "4-1-27",
                    "x",
                    "S",
                    "O",
                    "J",
                    "jan 27",
                    "feb 27",
                    "2026-2027",
                ]
            ),
            max_size=14,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_row_is_too_strange(rows: list[list[str]]) -> None:
    for answers in (PeriodAnswers(), PeriodAnswers("2027", "week", date(2027, 1, 4), "dm", week_of_year=True)):
        run = period_run(rows, 0, answers)
        if run and not run.asked:
            starts = [head.span[0] for head in run.heads if head.span]
            assert len(starts) == len(run.heads)
            assert starts == sorted(starts)
            assert len(set(run.columns)) == len(run.columns)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(3, 30))
def test_months_in_a_row_are_those_months(first: date, length: int) -> None:
    firsts = [first.replace(day=1)]
    for _ in range(length - 1):
        firsts.append((firsts[-1] + timedelta(days=31)).replace(day=1))
    run = period_run([["", *(f"{MONTHS[day.month - 1]} {day.year}" for day in firsts)]], 0)
    assert run is not None
    assert [span[0] for span in spans(run)] == firsts
    with_row_above = period_run(
        [["", *(str(day.year) for day in firsts)], ["", *(MONTHS[day.month - 1] for day in firsts)]], 1
    )
    assert with_row_above is not None
    assert [span[0] for span in spans(with_row_above)] == firsts
