"""Only cells that differ from what stands on the terminal are sent; afterwards it shows what it should."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sto_tui.widgets.painted import Painted, cells_of

PLAIN, BOLD = Style(color="red"), Style(bold=True)


def strip_of(*runs: tuple[str, Style]) -> Strip:
    return Strip([Segment(text, style) for text, style in runs])


def sent(painted: Painted, strip: Strip, x: int = 0) -> list[tuple[int, int]]:
    return list(painted.changed(x, 0, strip))


@pytest.mark.parametrize(
    ("before", "after", "spans"),
    [
        ("Een rij", "Een rij", []),
        ("Een rij", "Een rok", [(5, 7)]),
        # Two cells far apart are two pieces, near each other one.
        ("a" + "." * 30 + "b", "c" + "." * 30 + "d", [(0, 1), (31, 32)]),
        ("a....b", "c....d", [(0, 6)]),
        # What is not one cell wide is sent whole, and so is what comes in its place.
        ("日本 rij", "日本 rok", [(0, 8)]),
        ("日本 rij", "Een rijk", [(0, 8)]),
    ],
)
def test_what_is_sent_of_a_line(before: str, after: str, spans: list[tuple[int, int]]) -> None:
    painted = Painted()
    assert sent(painted, strip_of((before, PLAIN))) == [(0, strip_of((before, PLAIN)).cell_length)], "nothing is known"
    assert sent(painted, strip_of((after, PLAIN))) == spans
    assert [one for one in sent(painted, strip_of((after, PLAIN))) if after.isascii()] == []


def test_another_colour_is_another_cell_and_what_was_forgotten_is_sent() -> None:
    painted = Painted()
    painted.keep(0, 0, strip_of(("Een rij", PLAIN)))
    assert sent(painted, strip_of(("Een ", PLAIN), ("rij", BOLD))) == [(4, 7)]
    assert sent(painted, strip_of(("ij", BOLD)), x=5) == []
    painted.forget()
    assert sent(painted, strip_of(("ij", BOLD)), x=5) == [(0, 2)]


LINES = st.lists(st.tuples(st.text("ab é日", min_size=1, max_size=12), st.sampled_from((PLAIN, BOLD))), min_size=1)


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 10), LINES), max_size=8))
def test_a_terminal_shows_what_it_was_last_told(updates: list[tuple[int, list[tuple[str, Style]]]]) -> None:
    """A terminal of narrow cells; of what is wider only that it is sent."""
    painted = Painted()
    shown: dict[int, object] = {}
    wanted: dict[int, object] = {}
    for x, runs in updates:
        strip = strip_of(*runs)
        cells = cells_of(strip) or [("wide", None)] * strip.cell_length
        for start, stop in painted.changed(x, 0, strip):
            shown |= {x + place: cells[place] for place in range(start, stop)}
        wanted |= {x + place: cell for place, cell in enumerate(cells)}
        assert shown == wanted
