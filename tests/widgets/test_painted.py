"""Only cells that differ from what stands on the terminal are sent; afterwards it shows what it should."""

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sto_tui.widgets.painted import Painted, Shift, cells_of

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


def test_of_a_blank_only_what_is_behind_it_is_seen() -> None:
    behind, lined = Style(bgcolor="blue"), Style(underline=True)
    painted = Painted()
    painted.keep(0, 0, strip_of(("Een rij", PLAIN)))
    assert sent(painted, strip_of(("Een", PLAIN), (" ", BOLD), ("rij", PLAIN))) == []
    for style in (behind, lined):
        assert sent(painted, strip_of(("Een", PLAIN), (" ", style), ("rij", PLAIN))) == [(3, 4)]


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


def screen(rows: list[str]) -> dict[int, Strip]:
    return {y: strip_of((row, PLAIN)) for y, row in enumerate(rows)}


def moved_from(before: list[str], after: list[str]) -> Shift | None:
    painted = Painted()
    for y, strip in screen(before).items():
        painted.keep(0, y, strip)
    return painted.shift(screen(after))


ROWS = [f"{letter * 3} een regel met {letter} erin" for letter in "ABCDEFGH"]
NEW = "een regel die erbij kwam"


@pytest.mark.parametrize(
    ("after", "shift"),
    [
        (ROWS, None),
        # The head and the foot stay; one row went out above, and one came in below.
        ([ROWS[0], *ROWS[2:7], NEW, ROWS[7]], Shift(1, 6, 1)),
        ([ROWS[0], NEW, *ROWS[1:6], ROWS[7]], Shift(1, 6, -1)),
        ([ROWS[0], *ROWS[3:7], NEW, NEW + "!", ROWS[7]], Shift(1, 6, 2)),
        # The row of the cursor looks different after it moved.
        ([*ROWS[1:5], ROWS[5].upper(), *ROWS[6:], NEW], Shift(0, 7, 1)),
        # So few rows are sent faster than they are moved.
        ([*ROWS[:6], ROWS[7], NEW], None),
        # All others.
        ([row.upper() for row in ROWS], None),
        # Another order: to move some would spoil others that stand well.
        ([ROWS[7], *ROWS[1:7], ROWS[0]], None),
    ],
)
def test_rows_that_went_up_or_down_are_moved_by_the_terminal(after: list[str], shift: Shift | None) -> None:
    assert moved_from(ROWS, after) == shift


def test_rows_of_which_only_a_part_is_drawn_are_not_moved() -> None:
    """Beside a list that scrolls may stand something that does not: its line is then no whole one."""
    painted = Painted()
    for y, strip in screen(ROWS).items():
        painted.keep(0, y, strip)
    lines = screen([*ROWS[1:], NEW])
    del lines[4]
    assert painted.shift(lines) is None


PAGES = st.lists(
    st.lists(st.sampled_from([letter * 12 for letter in "abcdefg日"]), min_size=10, max_size=10),
    min_size=2,
    max_size=4,
)
SHIFTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(-4, 4)), min_size=1, max_size=5)


@settings(max_examples=200)
@given(PAGES, SHIFTS)
def test_a_terminal_shows_all_that_was_moved(pages: list[list[str]], shifts: list[tuple[int, int, int]]) -> None:
    """Pages follow each other, or rows of one go up and down: what a real terminal shows is what was drawn."""
    terminal = pyte.Screen(24, 10)
    stream = pyte.Stream(terminal)
    painted = Painted()
    rotated = [pages[-1]]
    for one, other, up in shifts:
        top, end = min(one, other), max(one, other) + 1
        last = rotated[-1]
        turn = up % (end - top)
        rotated.append([*last[:top], *last[top + turn : end], *last[top : top + turn], *last[end:]])
    for page in [*pages, *rotated]:
        lines = {y: strip_of((row[:24].ljust(24 if row.isascii() else 12), PLAIN)) for y, row in enumerate(page)}
        if shift := painted.shift(lines):
            painted.moved(shift)
            stream.feed(shift.sequence)
        for y, strip in lines.items():
            for start, stop in painted.changed(0, y, strip):
                stream.feed(f"\x1b[{y + 1};{start + 1}H{strip.crop(start, stop).text}")
        assert [row.replace("\0", "").rstrip() for row in terminal.display] == [
            strip.text.rstrip() for strip in lines.values()
        ]
