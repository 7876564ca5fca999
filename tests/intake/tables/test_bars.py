"""PaintedBars in period columns, drawn by hand: a dot is an empty cell, a letter a mark or a colour."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.intake.tables.bars import NO_BARS, PaintedBar, PaintedBars, bars_of


def marked(*rows: str, answers: Mapping[str, bool] | None = None) -> PaintedBars:
    cells = {at: ["" if mark == "." else mark for mark in row] for at, row in enumerate(rows)}
    return bars_of(cells, {}, {}, answers=answers)


def painted(*rows: str, beside: Sequence[str] = (), answers: Mapping[str, bool] | None = None) -> PaintedBars:
    fills = {at: ["" if fill == "." else fill for fill in row] for at, row in enumerate(rows)}
    texts = {at: [""] * len(row) for at, row in enumerate(rows)}
    return bars_of(texts, fills, {at: [fill] for at, fill in enumerate(beside)}, answers=answers)


def test_marks_from_the_first_to_the_last() -> None:
    assert marked(".xx.", "x...", "....").rows == {0: PaintedBar(1, 2), 1: PaintedBar(0, 0)}
    assert marked("X■.", ".█→").rows == {0: PaintedBar(0, 1), 1: PaintedBar(1, 2)}


def test_a_gap_in_a_bar_is_named() -> None:
    bars = marked("x.xx", "xx..")
    assert bars.rows == {0: PaintedBar(0, 3, (1,)), 1: PaintedBar(0, 1)}


def test_different_marks_are_asked_and_only_what_counts_is_taken() -> None:
    bars = marked("nx..", "n.x.", "..xx")
    assert (bars.rows, bars.asked, bars.kinds) == ({}, ("x", "n"), {"x": (0, 1, 2), "n": (0, 1)})
    answered = marked("nx..", "n.x.", "..xx", answers={"n": False, "x": True})
    assert (answered.rows, answered.asked) == ({0: PaintedBar(1, 1), 1: PaintedBar(2, 2), 2: PaintedBar(2, 3)}, ())


def test_ones_alone_may_be_marks_and_are_asked() -> None:
    bars = marked(".11.", "1...")
    assert (bars.rows, bars.asked) == ({}, ("1",))
    assert marked(".11.", "1...", answers={"1": True}).rows == {0: PaintedBar(1, 2), 1: PaintedBar(0, 0)}


def test_hours_are_asked_and_a_nought_is_none() -> None:
    cells = {0: ["0", "12", "4.5", ""], 1: ["0.0", "0,00", "8", ""]}
    assert (bars_of(cells, {}, {}).rows, bars_of(cells, {}, {}).asked) == ({}, ("getal",))
    answered = bars_of(cells, {}, {}, answers={"getal": True})
    assert answered.rows == {0: PaintedBar(1, 2), 1: PaintedBar(2, 2)}
    assert bars_of(cells, {}, {}, answers={"getal": False}).rows == {}
    assert bars_of({0: ["0", "0"], 1: ["0", ""]}, {}, {}) == NO_BARS


def test_hours_in_painted_bars_are_only_hours() -> None:
    cells, fills = {0: ["8", "8", "0"], 1: ["0", "4", "8"]}, {0: ["G", "G", ""], 1: ["", "", "G"]}
    assert bars_of(cells, fills, {}).rows == {0: PaintedBar(0, 1), 1: PaintedBar(2, 2)}


@pytest.mark.parametrize("cells", [["9:00", "", "10:00"], ["Kick-off", "", "Open dag"], ["8", "Kick-off", "Open dag"]])
def test_times_and_texts_are_no_bars(cells: list[str]) -> None:
    assert bars_of({0: cells, 1: cells}, {}, {}) == NO_BARS


def test_one_colour_is_the_bar() -> None:
    bars = painted(".GG..", "...GG", "G....")
    assert (bars.rows, bars.by_colour) == ({0: PaintedBar(1, 2), 1: PaintedBar(3, 4), 2: PaintedBar(0, 0)}, True)


def test_more_colours_are_asked() -> None:
    bars = painted(".GG..", "...RR", "G....")
    assert (bars.rows, bars.asked, bars.kinds) == ({}, ("G", "R"), {"G": (0, 2), "R": (1,)})
    answers = {"G": True, "R": True}
    assert painted(".GG..", "...RR", "G....", answers=answers).rows == {
        0: PaintedBar(1, 2),
        1: PaintedBar(3, 4),
        2: PaintedBar(0, 0),
    }


def test_a_background_is_asked_as_unlikely() -> None:
    bars = painted("BGGBB", "BBBGG", "GBBBB")
    assert (bars.rows, bars.asked, bars.unlikely) == ({}, ("B", "G"), frozenset("B"))
    answered = painted("BGGBB", "BBBGG", "GBBBB", answers={"B": False, "G": True})
    assert answered.rows == {0: PaintedBar(1, 2), 1: PaintedBar(3, 4), 2: PaintedBar(0, 0)}


def test_one_colour_on_most_of_the_block_is_the_bar() -> None:
    assert painted("GGG.", "GGGG", ".GG.").rows == {0: PaintedBar(0, 2), 1: PaintedBar(0, 3), 2: PaintedBar(1, 2)}


def test_a_weekend_is_no_bar_and_a_month_in_which_all_happens_is() -> None:
    weekends = ("G.W..", ".GW..", "..W.G", "..W.G", "GGW..")
    assert painted(*weekends).rows == {
        0: PaintedBar(0, 0), 1: PaintedBar(1, 1), 2: PaintedBar(4, 4), 3: PaintedBar(4, 4), 4: PaintedBar(0, 1),
    }  # fmt: skip
    assert painted(".GG.", "..GG", "..G.", ".GGG").rows[1] == PaintedBar(2, 3)
    # Nothing but one full column: bars in the same month, or the line of today.
    today = painted("..G.", "..G.", "..G.", "..G.")
    assert (today.rows, today.asked, today.unlikely) == ({}, ("G",), frozenset("G"))


def test_a_banded_row_is_no_bar() -> None:
    """A bar over the band is still one; the colour of the cells beside it is the band."""
    bars = painted("bbGGb", ".G...", "bbbbb", "...G.", beside=["b", "", "b", ""])
    assert bars.rows == {0: PaintedBar(2, 3), 1: PaintedBar(1, 1), 3: PaintedBar(3, 3)}


def test_a_bar_in_the_colour_of_its_name_is_a_bar() -> None:
    assert painted(".GG..", "...G.", beside=["G", "G"]).rows == {0: PaintedBar(1, 2), 1: PaintedBar(3, 3)}


def test_white_and_pale_colours_do_not_count() -> None:
    fills = {0: ["FFFFFFFF", "FF00B050", ""], 1: ["FFF2F2F2", "FFF2F2F2", "FF00B050"]}
    bars = bars_of({0: [""] * 3, 1: [""] * 3}, fills, {}, is_plain=lambda fill: fill in ("", "FFFFFFFF", "FFF2F2F2"))
    assert bars.rows == {0: PaintedBar(1, 1), 1: PaintedBar(2, 2)}


CELLS = st.sampled_from(["", "", "x", "n", "G", "12", "Kick-off", "FF00B050"])


@given(st.dictionaries(st.integers(0, 20), st.lists(CELLS, min_size=5, max_size=5), max_size=9))
def test_what_is_painted_lies_in_the_row_and_doubt_takes_nothing(rows: dict[int, list[str]]) -> None:
    for bars in (bars_of(rows, {}, {}), bars_of({}, rows, {}), bars_of({}, rows, rows)):
        assert not (bars.asked and bars.rows)
        for row, bar in bars.rows.items():
            assert row in rows
            assert 0 <= bar.first <= bar.last < 5
            assert all(bar.first < at < bar.last for at in bar.gaps)
