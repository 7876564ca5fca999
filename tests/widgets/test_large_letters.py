"""Large letters and the clock: drawable, within their width, and light on the line."""

import json
import re
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widget import Widget

from benchmarks.terminal import ROOT, Terminal
from sto_tui.colours import THEMES
from sto_tui.content.library import questions as standard_questions
from sto_tui.planning.evaluation.time_in_words import clock_face, time_in_words
from sto_tui.screens.workshop.board import CARD_PADDING, FRAME, LOW_TIME
from sto_tui.widgets.countdown import Countdown
from sto_tui.widgets.large_letters import LOW, LOW_ROWS, ROWS, TALL, digit_places, large_digits, large_lines
from sto_tui.widgets.question_card import BOTH_SIZES, QuestionCard, plain_lines
from tests.support.textual_gaps import drawn_lines

ALPHABET = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;?!()-–'‘’\"“”/&%+=€…éèêëïíóöüáàäç"  # all we draw
)
SIZES = [(60, 20), (80, 24), (120, 40)]
QUESTION = "Waarom waren de successen een succes?"
LONG = "Hoe krijgen we besturen, bedrijven en gemeenten zover dat zij nu al over de jaren na 2028 praten?"


def questions() -> list[str]:
    found: list[str] = []
    for path in sorted((ROOT / "samples").glob("*.sto.json")):
        dossier: dict[str, Any] = json.loads(path.read_bytes())
        found += [one["text"] for one in dossier["questions"].values()]
        found += [one["question"] for one in dossier.get("support", {}).values() if "question" in one]
    return found


# The letters.


def test_every_question_of_the_samples_is_drawable() -> None:
    assert questions()
    for question in questions():
        assert large_lines(question, 10_000, 1), question


@pytest.mark.parametrize(("width", "height", "at_least"), [(80, 24, 1), (60, 20, 2 / 3)])
def test_standard_questions_are_large_on_the_wall(width: int, height: int, at_least: float) -> None:
    """Under head and over keys, with the low clock below: all at 80x24, two thirds at 60x20."""
    every = standard_questions()
    room = (width - CARD_PADDING, height - FRAME - LOW_TIME)
    large = [one for one in every if QuestionCard(one.text, sizes=BOTH_SIZES).letters_in(*room)]
    assert len(large) >= at_least * len(every)


@pytest.mark.parametrize(("rows", "alphabet"), [(ROWS, ALPHABET), (LOW_ROWS, re.sub("['‘’\"“”]", "", ALPHABET))])
def test_no_two_characters_look_the_same(rows: int, alphabet: str) -> None:
    """In the lower letters there is no room to tell quotes apart."""
    drawn = {character: large_lines(character, 80, 1, rows=rows) for character in alphabet}
    assert None not in drawn.values()
    assert len({str(lines) for lines in drawn.values()}) == len(alphabet)


@pytest.mark.parametrize("text", ["\U0001f600", "日本", "Ωmega", "a\u0301\u0302"])
def test_an_unknown_character_falls_back(text: str) -> None:
    assert large_lines(text, 80, 3) is None


def test_accents_on_capitals_are_left_out_and_loose_accents_are_joined() -> None:
    assert large_lines("Één", 80, 1) == large_lines("Eén", 80, 1)
    assert large_lines("Ee\u0301n", 80, 1) == large_lines("Eén", 80, 1)


@given(text=st.text(alphabet=ALPHABET + "   ", max_size=120), width=st.integers(1, 120), most=st.integers(0, 5))
def test_lines_stay_within_their_width_and_number(text: str, width: int, most: int) -> None:
    lines = large_lines(text, width, most)
    if lines is None:
        return
    assert len(lines) <= most
    for line in lines:
        assert len(line) == ROWS
        assert len({len(row) for row in line}) == 1
        assert len(line[0]) <= width
        assert set("".join(line)) <= set(" ▀▄█")


@settings(max_examples=50)
@given(text=st.text(max_size=60), width=st.integers(0, 100))
def test_any_text_is_drawn_or_refused(text: str, width: int) -> None:
    lines = large_lines(text, width, 3)
    assert lines is None or all(len(row) <= width for line in lines for row in line)


def test_lines_are_about_equally_long() -> None:
    lines = large_lines(QUESTION, 80, 3)
    assert lines
    assert len(lines) == 3
    assert [len(line[0]) for line in lines] == sorted((len(line[0]) for line in lines), reverse=True)
    assert large_lines(QUESTION, 57, 3), "fits sixty columns"
    assert large_lines(LONG, 76, 3) is None
    assert large_lines("Samenwerkingsovereenkomst", 76, 3) is None
    assert large_lines(QUESTION, 80, 3, ascii_only=True) is None


# The clock.


@pytest.mark.parametrize("height", [TALL, LOW])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_digits_have_one_width_and_differ(height: int, ascii_only: bool) -> None:
    drawn = [large_digits(str(digit), height, ascii_only=ascii_only) for digit in range(10)]
    assert {len(rows) for rows in drawn} == {height}
    assert len({len(row) for rows in drawn for row in rows}) == 1
    assert len({"\n".join(rows) for rows in drawn}) == 10
    if ascii_only:
        assert all(row.isascii() for rows in drawn for row in rows)


@pytest.mark.parametrize("height", [TALL, LOW])
def test_a_digit_stands_in_its_place(height: int) -> None:
    before, after = large_digits("12:39", height), large_digits("12:38", height)
    start, length = digit_places("12:39", height)[-1]
    assert [row[:start] for row in before] == [row[:start] for row in after]
    assert start + length == len(before[0])
    with pytest.raises(ValueError, match="no clock"):
        large_digits("1.5", height)
    with pytest.raises(ValueError, match="no clock"):
        large_digits("1:50", 4)


@pytest.mark.parametrize(
    ("seconds", "face", "words"),
    [
        (-5, "0:00", "De tijd is om"),
        (0, "0:00", "De tijd is om"),
        (1, "0:01", "Nog vijf seconden"),
        (10, "0:10", "Nog tien seconden"),
        (56, "0:56", "Nog één minuut"),
        (60, "1:00", "Nog één minuut"),
        (61, "1:01", "Nog één minuut en tien seconden"),
        (150, "2:30", "Nog twee minuten en dertig seconden"),
        (725, "12:05", "Nog twaalf minuten en tien seconden"),
        (1320, "22:00", "Nog tweeëntwintig minuten"),
        (1860, "31:00", "Nog eenendertig minuten"),
        (6000, "100:00", "Nog 100 minuten"),
    ],
)
def test_time_on_a_clock_and_in_words(seconds: int, face: str, words: str) -> None:
    assert clock_face(seconds) == face
    assert time_in_words(seconds) == words


@given(st.integers(1, 7200))
def test_words_never_say_less_than_is_left(seconds: int) -> None:
    assert time_in_words(seconds).startswith("Nog ")
    step = 10 if seconds > 60 else 5
    assert time_in_words(seconds) == time_in_words(-(-seconds // step) * step)


# On the screen.


class Wall(App[None]):
    """A question and a clock, and nothing else."""

    CSS = """
    Screen { background: $sto-background; }
    QuestionCard { height: 1fr; margin: 0 1 0 2; }
    Countdown { height: 5; margin: 0 2 1 0; }
    """

    def __init__(self, question: str = QUESTION) -> None:
        super().__init__()
        self.question = question
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield QuestionCard(self.question)
        yield Countdown()

    def on_mount(self) -> None:
        self.left = 150
        self.query_one(Countdown).show(self.left, "running")

    def key_s(self) -> None:
        """A second passes."""
        self.left -= 1
        self.query_one(Countdown).show(self.left, "running")


def lines_of(widget: Widget) -> list[str]:
    return [widget.render_line(y).text for y in range(widget.size.height)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_is_large_where_it_fits(size: tuple[int, int]) -> None:
    app = Wall()
    async with app.run_test(size=size):
        card = app.query_one(QuestionCard)
        expected = large_lines(QUESTION, card.size.width, 3)
        assert expected
        assert card.is_large
        found = [line.rstrip() for line in lines_of(card)]
        wanted = [row.rstrip() for line in expected for row in line]
        assert [line for line in found if line] == [row for row in wanted if row]
        assert all(len(line) == card.size.width for line in lines_of(card))


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_that_does_not_fit_is_bold_and_whole(size: tuple[int, int]) -> None:
    app = Wall()
    async with app.run_test(size=size) as pilot:
        card = app.query_one(QuestionCard)
        card.show(f"{LONG} \U0001f600")
        await pilot.pause()
        assert not card.is_large
        found = lines_of(card)
        text = [line.strip() for line in found if line.strip()]
        assert " ".join(text) == f"{LONG} \U0001f600"
        assert len(text) <= 5
        above, below = found.index(next(line for line in found if line.strip())), found[::-1]
        assert abs(above - below.index(next(line for line in below if line.strip()))) <= 1
        style = next(iter(card.render_line(above))).style
        assert style
        assert style.bold


def test_a_text_that_is_far_too_long_says_that_it_is_cut() -> None:
    lines = plain_lines("woord " * 200, 56, 5)
    assert len(lines) == 5
    assert lines[-1].rstrip().endswith("…")
    assert plain_lines("", 56, 5) == [""]
    assert plain_lines("woord", 56, 0) == []


def clock_lines(app: Wall) -> list[str]:
    """The lines of the screen where the clock stands."""
    region = app.query_one(Countdown).region
    return [strip.text[region.x : region.right] for strip in drawn_lines(app)[region.y : region.bottom]]


@pytest.mark.parametrize("size", SIZES)
async def test_the_clock_stands_at_the_right_and_is_reversed_when_over(size: tuple[int, int]) -> None:
    app = Wall()
    async with app.run_test(size=size) as pilot:
        clock = app.query_one(Countdown)
        width = clock.size.width
        for seconds, face in ((150, "2:30"), (725, "12:05"), (599, "9:59"), (70_000, "999:59"), (9, "0:09")):
            for pace in ("running", "paused"):
                clock.show(seconds, pace)
                await pilot.pause()
                assert clock_lines(app) == [f"{row} ".rjust(width) for row in large_digits(face, TALL)]
        clock.show(0, "over")
        await pilot.pause()
        assert clock_lines(app)[0].strip() == "", "the box has an edge above the digits"
        assert [row.strip() for row in clock_lines(app)[1:4]] == [row.strip() for row in large_digits("0:00", LOW)]
        style = list(clock.render_line(2))[-1].style
        assert style
        assert style.reverse
        clock.styles.height = LOW
        await pilot.pause()
        assert "0:00" in clock_lines(app)[1]
        clock.show(61, "running")
        await pilot.pause()
        assert clock_lines(app) == [f"{row} ".rjust(width) for row in large_digits("1:01", LOW)]


async def test_a_second_repaints_only_cells_that_change(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Wall()
    async with app.run_test(size=(80, 24)) as pilot:
        clock = app.query_one(Countdown)
        asked: list[int] = []
        refresh = Widget.refresh

        def counted(self: Widget, *regions: Region, **options: bool) -> Widget:
            asked.append(sum(one.area for one in regions) if regions else self.size.area)
            return refresh(self, *regions, **options)

        await pilot.pause()
        monkeypatch.setattr(Widget, "refresh", counted)
        clock.show(150, "running")
        assert not asked
        clock.show(149, "running")
        assert 0 < sum(asked) <= 24, "parts of two digits"
        asked.clear()
        for left in range(148, 90, -1):
            clock.show(left, "running")
        assert sum(asked) / 58 <= 15
        before = len(asked)
        clock.show(91, "running")
        assert len(asked) == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_second_is_light_on_the_line() -> None:
    wall = [sys.executable, "-c", f"import {__name__} as wall; wall.Wall().run()"]
    with Terminal(wall, quiet=0.15) as terminal:
        terminal.wait_for("█")
        terminal.until_quiet(at_least=0.5)
        sizes = [terminal.press("s").size for _ in range(12)]
    assert 0 < sum(sizes) / len(sizes) < 200


def test_a_question_has_air_only_when_a_row_is_left_below_it_too() -> None:
    card = QuestionCard("Hoe wordt dit gewoon werk, in de hele regio?", sizes=BOTH_SIZES)
    # Three lines of four rows in 78 cells, with a row below each: fifteen rows.
    assert (card.has_air_in(78, 15), card.has_air_in(78, 14)) == (True, False)
