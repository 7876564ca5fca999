"""A text in several styles breaks where the same text in one style does, and each letter keeps its own."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import most_lines, wrap, wrap_runs


def test_lines_break_as_without_styles_and_keep_them() -> None:
    removed, added = ("[−dag−]", "removed"), ("[+week+]", "added")
    runs: tuple[Run, ...] = (("Elke ", "muted"), removed, (" ", "muted"), added, (".", "muted"))
    assert wrap_runs(runs, 12) == ((("Elke ", "muted"), removed), (added, (".", "muted")))


def test_blanks_and_words_longer_than_a_line_lose_no_letter() -> None:
    text = " Twee  blanken en een bovenlangedraadloosheidsmeting\x07  hier. "
    lines = wrap_runs(((text[:9], "muted"), (text[9:], "added")), 10)
    assert tuple("".join(part for part, _ in line) for line in lines) == wrap(text, 10)


@given(st.text("ab 👩🏽技½\u0301\u00a0\r\n\u2028", max_size=60), st.integers(-1, 12))
@example("technologietechnologie", 5)
@example("twee\n\n", 4)
@example("技技技", 1)
def test_no_text_takes_more_lines_than_is_said_beforehand(text: str, width: int) -> None:
    assert len(wrap(text, width)) <= most_lines(text, width)


@pytest.mark.parametrize(
    ("text", "width", "most"),
    [
        ("", 10, 1),
        ("vijf 12345", 11, 1),
        ("vijf 12345", 10, 1),
        ("vijf 12345", 9, 2),
        ("vijf 技技", 8, 2),
        ("een\n", 10, 2),
    ],
)
def test_most_lines_by_hand(text: str, width: int, most: int) -> None:
    assert most_lines(text, width) == most
