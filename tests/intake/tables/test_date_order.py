"""The order of day and month: what proves it, what only suggests it, and what has to be asked."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.date_order import ORDERS, OrderReason, date_orders, exchanged
from sto_tui.intake.tables.missing_years import AroundDates, read_in_years, years_to_choose
from sto_tui.intake.tables.written_dates import DayOrder, written_date

NOTHING: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("cells", "order", "reason"),
    [
        # 1. A number over 12 can be no month.
        (["5/2/19", "13/2/19"], "dm", OrderReason.NUMBER_OVER_12),
        (["5/2/19", "2/13/19"], "md", OrderReason.NUMBER_OVER_12),
        (["15-17/11/2016", "1/12/2016"], "dm", OrderReason.NUMBER_OVER_12),
        # 5 February 2025 is a Wednesday, 2 May 2025 a Friday.
        (["Wed 2/5/25", "Mon 3/3/25"], "md", OrderReason.WEEKDAY),
        (["vr 2-5-25"], "dm", OrderReason.WEEKDAY),
        (["wo 5-2-25", "1-1-25"], "dm", OrderReason.WEEKDAY),
        # 5. Only a slash is used with the month first.
        (["5-2-2027", "7-3-2027"], "dm", OrderReason.DASHES),
        (["05.02.2027"], "dm", OrderReason.DASHES),
        # The years lie together, the days do not.
        (["jan 27", "feb 27", "jan 28"], "dm", OrderReason.NUMBER_OVER_12),
        (["Jan 21", "Feb 27", "Mar 30"], "md", OrderReason.NUMBER_OVER_12),
        (["jan-27", "feb-27", "feb-28"], "dm", OrderReason.NUMBER_OVER_12),
        (["Sep-05", "Sep-12", "Sep-27"], "md", OrderReason.NUMBER_OVER_12),
        # All others are months of a year, or longer.
        (["mrt 27", "mei 2027", "n.t.b."], "dm", OrderReason.MONTHS),
        (["jan 27", "Q2 2027"], "dm", OrderReason.MONTHS),
        (["3/27", "5-2027"], "dm", OrderReason.MONTHS),
    ],
)
def test_what_decides_the_order_of_one_column(cells: Sequence[str], order: DayOrder, reason: OrderReason) -> None:
    orders = date_orders({0: cells})
    assert (orders.orders, orders.reasons, orders.open_columns) == ({0: order}, {0: reason}, ())


@pytest.mark.parametrize(
    ("cells", "proposed", "reason"),
    [
        (["13/2/19", "2/13/19"], "dm", OrderReason.MIXED),
        (["13/2/19", "Wed 2/5/25"], "dm", OrderReason.MIXED),
        # The year first, in two figures.
        (["27-01-04", "27-02-15", "27-03-22"], "ymd", OrderReason.MIXED),
        (["5/2/19", "7/3/19"], "dm", OrderReason.OPEN),
        # Firsts of months, or days in January: nobody knows, also with dashes.
        (["5/1/27", "6/1/27", "9/1/27"], "md", OrderReason.OPEN),
        (["5-1-27", "6-1-27", "9-1-27"], "md", OrderReason.OPEN),
        (["jan 27", "mar 27"], "dm", OrderReason.OPEN),
        (["2/4"], "dm", OrderReason.OPEN),
        # March 2027, or the 27th.
        (["mrt 27"], "dm", OrderReason.OPEN),
        (["mrt 27", "mei 28"], "dm", OrderReason.OPEN),
        (["mrt 27", "1 mei 2027"], "dm", OrderReason.OPEN),
        (["mrt 27", "mei"], "dm", OrderReason.OPEN),
    ],
)
def test_what_has_to_be_asked(cells: Sequence[str], proposed: DayOrder, reason: OrderReason) -> None:
    orders = date_orders({0: cells})
    assert (orders.orders, orders.reasons, orders.open_columns) == ({}, {0: reason}, (0,))
    assert orders.proposed == proposed
    assert set(orders.examples) <= set(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["5 feb 2027", "2027-02-05"],
        ["5/5/27", "1/1/27"],
        ["", "n.t.b."],
        [],
        ["maart"],
        ["mrt-27"],
        ["mrt 35"],
        ["mrt 3"],
    ],
)
def test_without_days_that_read_two_ways_there_is_nothing_to_decide(cells: Sequence[str]) -> None:
    orders = date_orders({0: cells})
    assert (orders.orders, orders.open_columns) == ({}, ())


@pytest.mark.parametrize(
    "columns",
    [
        [["15-5-2027", "3/27"]],
        [["15-5-2027", "mrt 27"]],
        [["15-5-2027"], ["3/27"]],
        [["3-27"]],
    ],
)
def test_days_that_are_proved_do_not_say_what_a_number_behind_a_month_is(columns: list[list[str]]) -> None:
    orders = date_orders(dict(enumerate(columns)))
    at = len(columns) - 1
    assert (orders.open_columns, orders.examples) == ((at,), (columns[at][-1],))
    assert orders.orders[at] == "dm?"
    read = [
        written_date(cell, orders.order_of(at, answer), 2029)
        for answer in (None, *ORDERS)
        for cell in ("15-5-2027", columns[at][-1])
    ]
    day, first, last = date(2027, 5, 15), date(2027, 3, 1), date(2027, 3, 31)
    spans = [written.span for written in read if written]
    assert spans == [(day, day), None, (day, day), (first, last), (day, day), (date(2029, 3, 27),) * 2]


def test_another_column_of_the_tab_proves_it() -> None:
    orders = date_orders({2: ["5/2/27", "7/3/27"], 3: ["6/2/27", "3/15/27"]})
    assert orders.orders == {2: "md", 3: "md"}
    assert orders.reasons[2] is OrderReason.OTHER_COLUMN


def test_two_proved_columns_that_differ_prove_nothing_for_a_third() -> None:
    orders = date_orders({0: ["13/2/27"], 1: ["2/13/27"], 2: ["5/2/27"]})
    assert (orders.orders, orders.open_columns) == ({0: "dm", 1: "md"}, (2,))


def test_begins_come_before_ends() -> None:
    """As month/day none is broken; as day/month 1 December comes before 2 March, and 2 October before 3 February."""
    orders = date_orders({0: ["1/12/27", "2/10/27", "3/4/27"], 1: ["2/3/27", "3/2/27", "4/5/27"]}, begin=0, due=1)
    assert orders.orders == {0: "md", 1: "md"}
    assert set(orders.reasons.values()) == {OrderReason.BEGIN_BEFORE_END}


def test_one_broken_pair_may_be_a_mistake_so_it_is_asked() -> None:
    orders = date_orders({0: ["1/12/27", "3/4/27"], 1: ["2/3/27", "4/5/27"]}, begin=0, due=1)
    assert (orders.orders, orders.open_columns, orders.proposed) == ({}, (0, 1), "md")
    assert orders.examples == ("1/12/27", "3/4/27", "2/3/27")


@pytest.mark.parametrize(
    ("cells", "swapped"),
    [
        # An American file opened in a Dutch Excel, and a Dutch one in an American Excel.
        ([date(2019, 2, 5), date(2019, 1, 7), "1/16/19"], True),
        ([date(2027, 4, 1), date(2027, 7, 3), date(2027, 9, 2), "16-1-2027"], True),
        ([date(2027, 4, 1), date(2027, 7, 3), "16-1-2027"], False),
        # Firsts of months are as they were typed.
        ([date(2027, 4, 1), date(2027, 7, 1), date(2027, 9, 1), "16-1-2027"], False),
        ([date(2019, 2, 5), date(2019, 1, 17), "1/16/19"], False),
        ([date(2019, 2, 5), "1/16/19", "2/3/19"], False),
        ([date(2019, 2, 5), "eind maart"], False),
        ([date(2019, 2, 5)], False),
    ],
)
def test_real_dates_that_a_program_exchanged(cells: Sequence[Cell], swapped: bool) -> None:
    assert date_orders({0: cells}).swapped == ((0,) if swapped else ())


def test_a_day_over_12_in_another_column_shows_that_dates_were_read_as_they_were_meant() -> None:
    assert date_orders({0: [date(2019, 2, 5), "1/16/19"], 1: [date(2019, 2, 25)]}).swapped == ()


def test_exchanging_back() -> None:
    assert exchanged(date(2019, 2, 5)) == date(2019, 5, 2)
    assert exchanged(date(2019, 2, 13)) is None


DAYS = st.lists(st.dates(date(2020, 1, 1), date(2030, 12, 31)), min_size=1, max_size=12)
SHAPES = {"dm": "{d}{s}{m}{s}{y}", "md": "{m}{s}{d}{s}{y}"}


@given(DAYS, st.sampled_from(ORDERS), st.sampled_from("/-."))
def test_an_order_that_is_decided_is_never_one_that_a_row_disproves(
    days: list[date], order: DayOrder, mark: str
) -> None:
    cells = [SHAPES[order].format(d=day.day, m=day.month, y=day.year, s=mark) for day in days]
    decided = date_orders({0: cells})
    for at, read_as in decided.orders.items():
        assert at == 0
        assert all(written_date(cell, read_as) for cell in cells)


@given(DAYS, st.sampled_from(ORDERS))
def test_with_a_slash_the_order_is_the_right_one_or_asked(days: list[date], order: DayOrder) -> None:
    cells = [SHAPES[order].format(d=day.day, m=day.month, y=day.year, s="/") for day in days]
    ends = [
        SHAPES[order].format(d=day.day, m=day.month, y=day.year, s="/")
        for day in (day + timedelta(days=9) for day in days)
    ]
    decided = date_orders({0: cells, 1: ends}, begin=0, due=1)
    assert set(decided.orders.values()) <= {order}


# Years that are missing.


def test_a_school_year_is_two_calendar_years() -> None:
    for text, day in (("15 september", date(2026, 9, 15)), ("15 maart", date(2027, 3, 15))):
        written = read_in_years(text, None, "2026-2027")
        assert written is not None
        assert written.span == (day, day)
    over = read_in_years("nov - feb", None, "2026-2027")
    assert over is not None
    assert over.span == (date(2026, 11, 1), date(2027, 2, 28))
    own = read_in_years("15 maart 2029", None, "2026-2027")
    assert own is not None
    assert own.start == date(2029, 3, 15)


@pytest.mark.parametrize(
    ("texts", "around", "first"),
    [
        (["maart", "4 mei"], ["Planning STO 2028"], "2028"),
        (["maart"], ["Jaarplan schooljaar 2027-2028", "Blad1"], "2027-2028"),
        # September to March goes over New Year; March to September does not.
        (["september", "december", "maart"], NOTHING, "2027-2028"),
        (["maart", "september"], NOTHING, "2027"),
        # Two years in the title: nobody knows which, so the usual ones.
        (["maart"], ["Plan 2027, versie 2026"], "2027"),
        (["maart"], NOTHING, "2027"),
        # 4 January is a Monday in 2027, a Tuesday in 2028; 1 March a Monday in 2027.
        (["ma 4 jan", "ma 1 mrt"], ["Planning 2028"], "2027"),
        (["di 4 jan", "wo 1 mrt"], NOTHING, "2027-2028"),
        # In a school year: Tuesday 1 September 2026, Friday 1 January 2027.
        (["di 1 sep", "vr 1 jan"], NOTHING, "2026-2027"),
        # A leap day.
        (["29 feb"], NOTHING, "2027-2028"),
    ],
)
def test_the_year_to_propose(texts: Sequence[str], around: Sequence[str], first: str) -> None:
    assert years_to_choose(texts, None, AroundDates((*around,), date(2027, 2, 1), 2027))[0] == first


@pytest.mark.parametrize(
    ("texts", "titles", "years"),
    [
        # The year in which the plan begins, and those of today behind it.
        (["3 maart"], (), ("2027", "2026-2027", "2027-2028", "2028", "2026", "2025-2026")),
        (["sep", "okt", "jan"], (), ("2027-2028", "2026-2027", "2025-2026", "2027", "2028", "2026")),
        # What the sheet says goes before.
        (["3 maart"], ("Planning 2026",), ("2026", "2027", "2026-2027", "2027-2028", "2028", "2025-2026")),
        # A day of the week that fits this calendar year only.
        (["di 3 maart", "wo 4 maart"], (), ("2026", "2025-2026")),
    ],
)
def test_the_years_of_a_plan_that_is_still_to_begin(
    texts: Sequence[str], titles: tuple[str, ...], years: tuple[str, ...]
) -> None:
    assert years_to_choose(texts, None, AroundDates(titles, date(2026, 11, 29), 2027)) == years
