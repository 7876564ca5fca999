"""The four fields: every idea is reachable, and what is out of sight is counted."""

import pytest

from sto_tui.widgets.four_fields import Idea, lines_of

IDEAS = [Idea(number, number, f"Idee {number} met een naam van een paar woorden", (0, 0)) for number in range(1, 31)]


@pytest.mark.parametrize(
    ("at", "first", "last"),
    [
        (1, "1", "▼ nog 24"),
        (4, "1", "▼ nog 24"),
        (15, "▲ 12", "▼ nog 13"),
        (29, "▲ 24", "30"),
        (30, "▲ 24", "30"),
    ],
)
def test_the_idea_of_the_cursor_is_always_in_sight(at: int, first: str, last: str) -> None:
    """Seven lines for thirty ideas: those at the ends may have to say how many more there are."""
    lines = lines_of(IDEAS, at, 7, 20)
    assert len(lines) == 7
    assert [number for number, _, at_cursor in lines if at_cursor] == [str(at)]
    assert [number or text for number, text, _ in (lines[0], lines[-1])] == [first, last]


def test_an_idea_is_told_in_full_where_there_is_room() -> None:
    lines = lines_of(IDEAS[:2], 2, 8, 25)
    assert lines == [
        ("1", "Idee 1 met een naam", False),
        ("", "van een paar woorden", False),
        ("2", "Idee 2 met een naam", True),
        ("", "van een paar woorden", True),
    ]
