"""What was typed before anyone can have seen what came on the screen is not about it."""

from typing import Any

import pytest
from textual.events import Key, MouseDown, MouseMove, Paste

from sto_tui.widgets.unseen import Unseen

NAMES = {"⏎": "enter", "⎋": "escape"}


class Shown:
    """A screen with two keys of its own."""

    active_bindings = {"enter": None, "escape": None, "e": None}


def key(sign: str, at: float) -> Key:
    pressed = Key(NAMES.get(sign, sign), sign)
    pressed.time = at
    return pressed


pytestmark = pytest.mark.usefixtures("eyes")


# Painted at 1.0, and seen 0.3 later. Each key with the tenths of a second after which it is pressed; what it is for is
# a capital K (kept for later) or A (an answer).
@pytest.mark.parametrize(
    ("keys", "for_what", "text"),
    [
        ([("⏎", 1)], "K", ""),
        ([("⏎", 2)], "K", ""),
        ([("⏎", 5)], "A", ""),
        ([("R", 1), ("e", 3), ("⏎", 5)], "KKK", "Re"),
        ([("R", 1), ("e", 4), ("⏎", 9)], "KKA", "Re"),
        ([("R", 1), ("n", 9), ("⏎", 11), ("⏎", 20)], "KKKA", "Rn"),
        ([("R", 9), ("⏎", 10), ("⏎", 20)], "KKA", "R"),
        ([("j", 9), ("⏎", 20)], "KA", ""),
        ([("j", 9), ("n", 20), ("⏎", 30)], "KKA", ""),
        ([("e", 9)], "A", ""),
        ([("⎋", 9), ("⏎", 9.5)], "AA", ""),
    ],
)
def test_a_question_is_answered_only_by_who_can_have_seen_it(
    keys: list[tuple[str, float]], for_what: str, text: str
) -> None:
    shown: Any = Shown()
    asked = Unseen(shown, lambda text: None, is_question=True)
    asked._is_painted, asked._last = True, 1.0
    kept = [asked.keeps(key(sign, 1 + tenths / 10)) for sign, tenths in keys]
    assert "".join("K" if one else "A" for one in kept) == for_what
    assert asked.text == text


def test_before_it_is_painted_nothing_is_an_answer_however_long_that_takes() -> None:
    shown: Any = Shown()
    told: list[str] = []
    asked = Unseen(shown, told.append, is_question=True)
    assert all(asked.keeps(key(sign, 1)) for sign in "a⏎")
    assert asked.keeps(key("⏎", 60))
    pasted = Paste("Een\nTwee")
    assert asked.keeps(pasted)
    click = MouseDown(None, 0, 0, 0, 0, 1, False, False, False)
    assert asked.keeps(click)
    assert not asked.keeps(MouseMove(None, 0, 0, 0, 0, 0, False, False, False))
    assert not asked.keeps(Key("ctrl+q", None)), "what to know before closing is said at once"
    assert told[-1] == asked.text == "a / Een / Twee"
    assert click not in asked.take(), "a click is for what stood there, and that is gone"
    assert not asked.typed


def test_letters_mend_a_line_that_was_refused_once_that_can_be_seen() -> None:
    shown: Any = Shown()
    line = Unseen(shown, lambda text: None, is_question=False)
    line._is_painted, line._last = True, 1.0
    assert line.keeps(key("S", 1.2))
    assert not line.keeps(key("x", 1.8))
    assert not line.keeps(key("y", 1.9))
    assert line.text == "S"
    line.came_anew()
    assert line.keeps(key("⏎", 9))
