"""A pasted text as lines: which signs before a line are marks of a list, and which belong to it."""

import pytest

from sto_tui.planning.pasted_text import pasted_lines

NUMBERED = "1. Meer stages\n2) Vaste dagen"


@pytest.mark.parametrize(
    ("text", "counted", "lines"),
    [
        ("- Meer stages\n\n • Vaste dagen\r\n", False, ["Meer stages", "Vaste dagen"]),
        (NUMBERED, False, ["1. Meer stages", "2) Vaste dagen"]),
        (NUMBERED, True, ["Meer stages", "Vaste dagen"]),
        ("3D-printen\n12 dagen\n100. Honderd", True, ["3D-printen", "12 dagen", "100. Honderd"]),
    ],
)
def test_only_what_marks_a_list_is_left_out(text: str, counted: bool, lines: list[str]) -> None:
    assert pasted_lines(text, counted=counted) == lines
